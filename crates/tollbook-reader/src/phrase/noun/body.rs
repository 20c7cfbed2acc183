//! Where a noun phrase ends, and which of its words is the head.

use super::counted::{counted_noun, is_initial_stop, is_ordinal};
use super::harm::{falls, is_damaging, is_subject_of_clause, is_verb_of_harm, is_weapon};
use crate::lexicon::{Form, Frame, HarmNoun, NumberWord};
use crate::phrase::aside;
use crate::phrase::date::{is_month, is_period, is_time};
use crate::tag::Tag;
use crate::text::Text;
use crate::token::Kind;

/// Whether a noun stands before token `at`, which quotation marks may close: 'the "Red Lantern" killed'.
fn is_behind_noun(text: &Text<'_>, at: usize) -> bool {
    let closed = at > 1 && matches!(text.lower_at(at - 1), "\"" | "”");
    let noun = at - 1 - usize::from(closed);
    text.tag_at(noun).is_some_and(Tag::is_noun)
        && text.number_at(noun).is_none()
        && text.lower_at(noun) != "other"
}

/// Reads modifiers and nouns from `from`: the end of the phrase and its head.
pub(super) fn body(text: &Text<'_>, from: usize, end: usize) -> (usize, Option<usize>) {
    let mut head = None;
    let (mut quoted, mut closed) = (false, None);
    let counted = counted_noun(text, from, end);
    let mut i = from;
    while i < end {
        if counted.is_some_and(|noun| i < noun) || is_ordinal(text, i) {
            i += 1;
            continue;
        }
        // "an off duty policeman".
        if i == from && text.says(i, &["off", "duty"]) && determined_before(text, from) {
            i += 2;
            continue;
        }
        let token = &text.tokens[i];
        let word = token.word;
        // "The blast destroyed windows", "raid kills 60": a verb of harm that was taken for a noun or an
        // adjective, and the noun before it for an adjective.
        if head.is_none() && is_verb_of_harm(text, i) {
            let armed = i > from && is_weapon(text.lower_at(i - 1));
            if armed {
                head = Some(i - 1);
            }
            if armed || token.tag.is_noun() {
                break;
            }
        }
        // "took 12 villagers hostage", "set two buses ablaze": what becomes of them, no "the Ostran hostage".
        let named = i == from + 1 && text.named_at(from).is_some();
        if head.is_some()
            && is_outcome(text.lower_at(i))
            && !(named && determined_before(text, from))
        {
            break;
        }
        // "beat to death Arin Solt": the name is none of death's.
        if head.is_some()
            && token.tag.is_name()
            && text.lower_at(i - 1) == "death"
            && i > 1
            && text.lower_at(i - 2) == "to"
        {
            break;
        }
        // "their wives July 25": a date.
        if head.is_some_and(|head| text.upper || !text.capital_at(head))
            && is_month(text.lower_at(i))
            && text.kind_at(i + 1) == Some(Kind::Digits)
        {
            break;
        }
        // "told reporters Mrs Solt was": a name begins.
        if head.is_some_and(|head| {
            text.word_at(head)
                .is_some_and(|word| word.person.as_ref().is_some_and(|p| p.plural))
        }) && text.capital_at(i)
            && matches!(
                text.lower_at(i).trim_end_matches('.'),
                "mr" | "mrs" | "ms" | "miss"
            )
        {
            break;
        }
        // "the man police shot on Sunday": a subject begins.
        if head.is_some_and(|head| head + 1 == i && is_subject_of_clause(text, head, i)) {
            break;
        }
        // "the agency Seven people": a number begins a phrase of its own.
        if head.is_some()
            && token.tag.is_noun()
            && text.tag_at(i - 1) != Some(Tag::HYPH)
            && matches!(
                word.number,
                Some(NumberWord::Unit(2..) | NumberWord::Dozen | NumberWord::Vague(12..))
            )
            && text.tag_at(i + 1).is_some_and(Tag::is_noun)
        {
            break;
        }
        let known = word.person.is_some()
            || word.object.is_some()
            || matches!(word.noun, Some(HarmNoun::Figure(_)));
        let previous_hyphen = i > from && text.tag_at(i - 1) == Some(Tag::HYPH);
        // "97 multi-storey buildings": the first of two words joined by a hyphen, whatever its tag.
        let joined = head.is_none()
            && token.kind == Kind::Word
            && word.number.is_none()
            && text.tag_at(i + 1) == Some(Tag::HYPH)
            && !text.spaced_at(i + 1)
            && !text.spaced_at(i + 2)
            && (i > from
                || determined_before(text, from)
                || text
                    .word_at(i + 3)
                    .is_some_and(|word| word.person.is_some()));
        // "a Rifle Group-I trooper": a numeral, and no pronoun.
        let numeral = i > from
            && text.lower_at(i - 1) == "-"
            && !text.spaced_at(i)
            && matches!(text.at(i), "I" | "II" | "III" | "IV" | "V");
        let takes = joined
            || numeral
            || match token.tag {
                Tag::NN | Tag::NNS | Tag::NNP | Tag::NNPS | Tag::FW => {
                    // "people killed": a participle of harm that was taken for a noun.
                    // "near Ostra yesterday": the day is none of the place.
                    !(head.is_some()
                        && (!is_counted(text, from) && falls(text, i)
                            || word.verb.is_some()
                                && word.person.is_none()
                                && word.noun.is_none()
                                && text.tag_at(i + 1) != Some(Tag::HYPH)
                                && !previous_hyphen
                            || word.state.is_some()
                            || is_time_alone(text, i)
                                && !is_month(text.lower_at(i))
                                && !is_named_day(text.lower_at(i - 1))))
                }
                Tag::JJ | Tag::JJR | Tag::JJS | Tag::AFX => {
                    !(head.is_some()
                        && (word.state.is_some()
                            // "The attack damaged shops": a verb that was taken for an adjective.
                            || is_damaging(text, i) && !previous_hyphen
                            || is_late_adjective(text.lower_at(i)) && !previous_hyphen))
                }
                // "The army killed men", "it has held captives": a verb behind its subject is no adjective.
                Tag::VBN | Tag::VBG | Tag::VBD
                    if i == from
                        && (is_auxiliary(text, i)
                            || i > 0 && (is_behind_noun(text, i) || is_auxiliary(text, i - 1))) =>
                {
                    false
                }
                // "The dead included women"
                Tag::VBD if text.lower_at(i) == "included" => false,
                // "a burnt-out bus".
                Tag::VBN if i == from && text.tag_at(i + 1) == Some(Tag::HYPH) => true,
                Tag::VBN | Tag::VBG | Tag::VBD => {
                    // "12 were killed and six taken hostage"
                    let modifies = text
                        .tag_at(i + 1)
                        .is_some_and(|tag| tag.is_noun() || tag.is_adjective())
                        && !is_outcome(text.lower_at(i + 1));
                    let counted = text
                        .word_at(i + 1)
                        .is_some_and(|next| next.person.is_some() || next.object.is_some());
                    // "including women", "killing civilians": the word leads to the phrase and is none of it.
                    // So does "was arrested Sunday", "wounded dozens".
                    let leads = i == from
                        && !determined_before(text, from)
                        && (token.tag == Tag::VBG
                            && (word.verb.is_some()
                                || word.speech.is_some()
                                || text.lower_at(i) == "including"
                                // "held for attacking policemen"
                                || i > 0
                                    && matches!(
                                        text.lower_at(i - 1),
                                        "for" | "after" | "before" | "while"
                                    ))
                            || word.verb.is_some() && is_passive(text, i))
                        || word.verb.is_some() && text.number_at(i + 1).is_some();
                    // "four rebel fighting positions"
                    let named = token.tag == Tag::VBG
                        && word.verb.is_none()
                        && counted
                        && i > from
                        && text.named_at(i - 1).is_some()
                        && determined_before(text, from);
                    // "an army armoured vehicle", "a mine-protected vehicle"
                    let fitted = matches!(
                        text.lower_at(i),
                        "armored" | "armoured" | "protected" | "tracked" | "fortified"
                    );
                    let named = named || i > from && fitted && modifies;
                    // "three 'suspected' rebels"
                    let marked = quoted
                        && head.is_none()
                        && matches!(text.lower_at(i + 1), "'" | "’" | "\"" | "”");
                    previous_hyphen
                        || named
                        || marked
                        || (head.is_none()
                            && !leads
                            && i > from.saturating_sub(1)
                            && (modifies && token.tag != Tag::VBD
                                || counted
                                    && i > 0
                                    && from > 0
                                    && i == from
                                    && determined_before(text, from)))
                }
                // "a burnt-out bus".
                Tag::RP | Tag::IN if previous_hyphen => {
                    text.tag_at(i + 1).is_some_and(Tag::is_noun)
                }
                Tag::RB | Tag::RBS | Tag::RBR => {
                    // "were also abducted yesterday": the adverb is the verb's.
                    // "ten rebels allegedly killed a clerk", "first abducted him": the verb's.
                    let hedges = matches!(
                        text.lower_at(i),
                        "allegedly" | "reportedly" | "first" | "subsequently"
                    ) && text.word_at(i + 1).is_some_and(|next| next.verb.is_some());
                    // So is that of "swept away several cars".
                    head.is_none()
                        && (text.number_at(i + 1).is_none() || text.lower_at(i) == "as")
                        && !(i == from && i > 0 && is_auxiliary(text, i - 1))
                        && !(i == from && hedges && !determined_before(text, from))
                        && text
                            .tag_at(i + 1)
                            .is_some_and(|tag| tag.is_adjective() || tag == Tag::VBN)
                        && text
                            .word_at(i + 2)
                            .is_some_and(|_| text.tag_at(i + 2).is_some_and(Tag::is_noun))
                }
                // "K. D. Holm": initials within a name.
                _ if is_initial_stop(text, i, from) => true,
                // A dash between spaces is none of the phrase.
                Tag::HYPH => {
                    i > from && i + 1 < end && !(text.spaced_at(i) && text.spaced_at(i + 1))
                }
                Tag::POS => {
                    // "the mayor's murder": the mayor is a phrase of his own.
                    // So is the teen in "the teen's shooting death".
                    let deed = text
                        .word_at(i + 1)
                        .is_some_and(|next| matches!(next.noun, Some(HarmNoun::Deed(_))))
                        || text.lower_at(i + 1) == "death"
                        || text.lower_at(i + 2) == "death";
                    i > from
                        && !deed
                        && text.tag_at(i + 1).is_some_and(|tag| {
                            tag.is_noun() || tag.is_adjective() || tag == Tag::VBN || tag == Tag::CD
                        })
                }
                Tag::CD => {
                    head.is_some()
                        && token.kind == Kind::Digits
                        && (text.tag_at(i + 1) == Some(Tag::HYPH)
                            || previous_hyphen
                                && text.tag_at(i + 1).is_some_and(|tag| {
                                    tag.is_noun() || tag.is_adjective() || tag == Tag::AFX
                                }))
                        || (head.is_none() && i == from && text.tag_at(i + 1) == Some(Tag::HYPH))
                }
                Tag::OpenQuote | Tag::CloseQuote => {
                    let inside = text.word_at(i + 1).is_some_and(|next| {
                        next.person.is_some() || next.state.is_some() || next.object.is_some()
                    });
                    // "a 'zone commander' of the front": a quote within the phrase.
                    // "the northern 'area committee'": so does a name.
                    let named = !quoted
                        && head.is_some()
                        && (i + 2..(i + 6).min(end))
                            .find(|close| {
                                matches!(
                                    text.tag_at(*close),
                                    Some(Tag::OpenQuote | Tag::CloseQuote)
                                )
                            })
                            .is_some_and(|close| {
                                (i + 1..close).all(|k| {
                                    text.tag_at(k)
                                        .is_some_and(|tag| tag.is_noun() || tag.is_adjective())
                                })
                            });
                    // "a self-styled 'area leader'": a title in quotes goes on with the phrase.
                    let title = !quoted
                        && (i + 2..(i + 6).min(end)).any(|close| {
                            matches!(text.tag_at(close), Some(Tag::OpenQuote | Tag::CloseQuote))
                                && text.word_at(close - 1).is_some_and(|w| w.person.is_some())
                        });
                    let opens = title && (head.is_some() || determined_before(text, from))
                        || head.is_none()
                            && text.tag_at(i + 1).is_some_and(|tag| {
                                tag.is_noun()
                                    || tag.is_adjective()
                                    || matches!(tag, Tag::VBN | Tag::VBD)
                            });
                    let closes = quoted && head == i.checked_sub(1);
                    if closes {
                        closed = Some(i);
                    }
                    quoted = !closes;
                    i + 1 < end
                        && (inside
                            || named
                            || closes
                            || opens && (i > from || determined_before(text, from)))
                }
                Tag::VB | Tag::VBP | Tag::VBZ => {
                    known
                        && head.is_none()
                        && (i == from && determined_before(text, from) || i > from)
                }
                _ => {
                    known
                        && head.is_none()
                        && token.tag != Tag::PRP
                        && token.kind == Kind::Word
                        && word.number.is_none()
                }
            };
        if !takes {
            // "two Border Guard (BG) troopers": the short name between the words.
            if (head.is_some() || i == from && determined_before(text, from))
                && let Some(after) = aside::inner_bracket(text, i, end)
            {
                i = after;
                continue;
            }
            break;
        }
        // "killed six yesterday", "nine last Sunday": the time is none of what is counted.
        if head.is_none() && i == from && is_counted(text, i) && is_time_alone(text, i) {
            break;
        }
        // "nine hurt": a state behind its number, whatever the tagger takes it for.
        if head.is_none() && i == from && is_state_alone(text, i) {
            break;
        }
        let noun_like = token.tag.is_noun()
            || token.tag == Tag::FW
            || known && token.kind == Kind::Word && !matches!(token.tag, Tag::POS);
        if noun_like && (known || token.tag != Tag::JJ) {
            head = Some(i);
        }
        i += 1;
    }
    let stop = head.map_or(i, |head| head + 1);
    // The mark that closes the quote goes with what it closes.
    (if closed == Some(stop) { stop + 1 } else { stop }, head)
}

/// What becomes of those whom a verb takes: "taken hostage", "set ablaze".
fn is_outcome(lower: &str) -> bool {
    matches!(
        lower,
        "hostage"
            | "captive"
            | "prisoner"
            | "ablaze"
            | "alight"
            | "afire"
            | "homeless"
            | "uninhabitable"
    )
}

/// Whether a form of "be" stands right before the participle at `at`.
fn is_passive(text: &Text<'_>, at: usize) -> bool {
    at > 0 && text.is_be(at - 1)
}

/// Whether a number stands right before `at`.
fn is_counted(text: &Text<'_>, at: usize) -> bool {
    at > 0 && (text.number_at(at - 1).is_some() || text.kind_at(at - 1) == Some(Kind::Digits))
}

/// Whether a time stands at `at` with no noun behind it: "yesterday", "last Monday night".
fn is_time_alone(text: &Text<'_>, at: usize) -> bool {
    let leads = matches!(
        text.lower_at(at),
        "last" | "next" | "late" | "early" | "earlier" | "this"
    );
    let mut end = at + usize::from(leads);
    let period = |at: usize| is_time(text.lower_at(at)) || is_period(text.lower_at(at));
    let first = end;
    if !leads && !is_time(text.lower_at(first)) {
        return false;
    }
    while period(end) {
        end += 1;
    }
    end > first && !text.tag_at(end).is_some_and(Tag::is_noun)
}

/// Whether a word for a state stands at `at` with no noun behind it.
fn is_state_alone(text: &Text<'_>, at: usize) -> bool {
    let Some(word) = text.word_at(at) else {
        return false;
    };
    let participle = word.verb.is_some_and(|verb| {
        matches!(verb.form, Form::Ed | Form::Participle) || verb.frame == Frame::Die
    });
    (word.state.is_some() || participle)
        && word.person.is_none()
        && (is_time_alone(text, at + 1)
            || !text
                .tag_at(at + 1)
                .is_some_and(|tag| tag.is_noun() || tag.is_adjective() || tag == Tag::HYPH))
}

/// "Black Friday", "Easter Sunday": days with a name of their own.
fn is_named_day(lower: &str) -> bool {
    matches!(lower, "black" | "bloody" | "easter" | "good" | "palm")
}

/// Whether a form of "be" or "have", or "did", stands at `at`.
pub(super) fn is_auxiliary(text: &Text<'_>, at: usize) -> bool {
    text.is_be(at) || text.is_have(at) || text.lower_at(at) == "did"
}

/// Adjectives that stand behind their noun: "the people responsible".
fn is_late_adjective(lower: &str) -> bool {
    matches!(
        lower,
        "responsible" | "alive" | "present" | "aboard" | "due" | "old" | "last" | "early" | "late"
    )
}

pub(super) fn determined_before(text: &Text<'_>, from: usize) -> bool {
    from > 0
        && (matches!(
            text.tag_at(from - 1),
            Some(Tag::DT | Tag::CD | Tag::PRPS | Tag::JJ)
        ) || text.kind_at(from - 1) == Some(Kind::Digits)
            || matches!(text.lower_at(from - 1), "+" | "other")
            || text.number_at(from - 1).is_some())
}
