//! Noun phrases: who or what is named, and how many.

use tollbook_terms::{Basis, Category, Count, Effect};

use crate::lexicon::{Frame, HarmNoun, Lexicon, Noun};
use crate::phrase::aside;
use crate::phrase::quantity::{Quantity, quantity};
use crate::place::PlaceKind;
use crate::tag::Tag;
use crate::text::Text;
use crate::token::{Kind, Sentence};

/// What a noun phrase names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum What {
    /// People by a noun: "civilians", "a volunteer".
    People,
    /// A person by name.
    Name,
    /// Objects by a noun.
    Objects,
    /// A number without a noun: "13".
    Bare,
    /// A pronoun for people: "they", "who", "him".
    Pronoun,
    /// A noun of harm that a number counts: "12 deaths".
    Figure(Effect),
    /// The harmed as a noun: "the wounded", "20 dead".
    Harmed(Effect),
    /// Anything else.
    Other,
}

/// A noun phrase: tokens `start..end`.
#[derive(Debug, Clone)]
pub(crate) struct Phrase {
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// Token of the head noun (or of the number, where there is no noun).
    pub(crate) head: usize,
    pub(crate) what: What,
    pub(crate) quantity: Option<Quantity>,
    pub(crate) categories: Vec<Category>,
    pub(crate) plural: bool,
    /// "of them", "of the dead", "of whom": a part of those told before.
    pub(crate) partitive: bool,
    /// Whether a preposition stands right before it; that token.
    pub(crate) after: Option<usize>,
    /// Participle or adjective of harm inside the phrase: "two wounded soldiers".
    pub(crate) harmed: Option<(usize, Effect)>,
    /// Token run of a name inside the phrase.
    pub(crate) name: Option<(usize, usize)>,
    /// Token of an age: "34" in "Farid, 34, a driver".
    pub(crate) age: Option<usize>,
    /// Names told behind counted people: "two guards, Ada Holm and Ben Rask".
    pub(crate) names: Vec<(usize, usize)>,
    /// Token behind the quantity and its noun, where names follow within the phrase.
    pub(crate) aside: Option<usize>,
}

impl Phrase {
    /// Returns the count that the phrase states, if it states one.
    pub(crate) fn count(&self) -> Option<Count> {
        if let Some(quantity) = self.quantity {
            return Some(quantity.count);
        }
        match self.what {
            What::People | What::Objects if self.plural => Some(Count {
                low: 2,
                high: None,
                basis: Basis::Vague,
            }),
            What::People | What::Objects | What::Name => Some(Count::exact(1)),
            _ => None,
        }
    }

    /// Returns whether the phrase can name harmed people.
    pub(crate) fn is_people(&self) -> bool {
        matches!(
            self.what,
            What::People | What::Name | What::Bare | What::Pronoun | What::Harmed(_)
        )
    }
}

/// Collective nouns whose number stands behind "of": "a family of five".
fn is_collective(lower: &str) -> bool {
    matches!(
        lower,
        "family"
            | "crew"
            | "couple"
            | "group"
            | "team"
            | "gang"
            | "party"
            | "band"
            | "pair"
            | "trio"
            | "squad"
            | "patrol"
            | "household"
    )
}

/// Nouns that only hold the people behind "of": "the bodies of two men".
pub(crate) fn is_container(lower: &str) -> bool {
    matches!(
        lower,
        "bodies"
            | "body"
            | "corpses"
            | "corpse"
            | "lives"
            | "life"
            | "number"
            | "total"
            | "members"
            | "member"
            | "group"
            | "groups"
            | "crowd"
            | "remains"
            | "team"
            | "convoy"
            | "dozens"
            | "family"
            | "families"
    )
}

/// Returns the noun phrases of a sentence, left to right, none inside another.
pub(crate) fn phrases(
    text: &Text<'_>,
    sentence: &Sentence,
    lexicon: &Lexicon,
    places: &[(usize, usize, PlaceKind)],
) -> Vec<Phrase> {
    let mut phrases: Vec<Phrase> = Vec::new();
    let mut at = sentence.start;
    while at < sentence.end {
        match phrase(text, at, sentence.end, lexicon, places) {
            Some(mut phrase) => {
                phrase.after = at
                    .checked_sub(1)
                    .filter(|before| *before >= sentence.start && is_preposition(text, *before));
                at = phrase.end;
                phrases.push(phrase);
            }
            None => at += 1,
        }
    }
    phrases
}

/// Whether the token is a preposition that takes a noun phrase away from the clause.
pub(crate) fn is_preposition(text: &Text<'_>, at: usize) -> bool {
    matches!(text.tag_at(at), Some(Tag::IN | Tag::TO))
        && !matches!(
            text.lower_at(at),
            "that"
                | "while"
                | "because"
                | "if"
                | "although"
                | "though"
                | "when"
                | "than"
                | "whether"
                | "so"
                | "unless"
                | "as"
                | "where"
        )
        || matches!(
            text.lower_at(at),
            "including"
                | "of"
                | "in"
                | "at"
                | "near"
                | "from"
                | "on"
                | "with"
                | "by"
                | "for"
                | "among"
                | "amongst"
        )
}

fn phrase(
    text: &Text<'_>,
    at: usize,
    end: usize,
    lexicon: &Lexicon,
    places: &[(usize, usize, PlaceKind)],
) -> Option<Phrase> {
    let mut phrase = Phrase {
        start: at,
        end: at,
        head: at,
        what: What::Other,
        quantity: None,
        categories: Vec::new(),
        plural: false,
        partitive: false,
        after: None,
        harmed: None,
        name: None,
        age: None,
        names: Vec::new(),
        aside: None,
    };
    if let Some(pronoun) = pronoun(text, at) {
        phrase.end = at + 1;
        phrase.what = What::Pronoun;
        phrase.plural = pronoun;
        return Some(phrase);
    }
    let amount =
        quantity(text, at).filter(|amount| amount.end <= end && !is_no_count(text, amount));
    let mut from = at;
    if let Some(amount) = &amount {
        from = amount.end;
    } else if matches!(
        text.lower_at(at),
        "the"
            | "this"
            | "that"
            | "these"
            | "those"
            | "any"
            | "every"
            | "each"
            | "all"
            | "other"
            | "such"
            | "my"
            | "his"
            | "her"
            | "its"
            | "our"
            | "their"
            | "your"
    ) {
        if text.tag_at(at) == Some(Tag::IN) {
            return None;
        }
        from = at + 1;
        if matches!(text.lower_at(from), "other" | "same" | "whole" | "entire") {
            from += 1;
        }
    }
    // "a 60-year-old person", "his five year old daughter": the age is no count and says who.
    let aged = aside::aged(text, from).filter(|aged| aged.end <= end);
    if let Some(aged) = aged {
        from = aged.end;
    }
    let (stop, head) = body(text, from, end);
    let Some(head) = head else {
        let Some(aged) = aged else {
            return bare(text, phrase, amount, from, end, lexicon, places);
        };
        aside::describe_aged(text, &mut phrase, amount, aged);
        return Some(phrase);
    };
    phrase.end = stop;
    phrase.head = head;
    phrase.quantity = amount;
    describe(text, &mut phrase, from, lexicon, places);
    complement(text, &mut phrase, end, lexicon, places);
    if phrase.what == What::Name {
        name_details(text, &mut phrase, end);
    }
    if phrase.what == What::People {
        aside::named(text, &mut phrase, end, |at| {
            self::phrase(text, at, end, lexicon, places)
        });
    }
    if let Some(aged) = aged {
        aged.mark(text, &mut phrase);
    }
    // An article says "one" only of what is counted; a weak word binds nothing without a noun.
    if phrase.what == What::Other && phrase.quantity.is_some_and(|q| q.article) {
        phrase.quantity = None;
    }
    Some(phrase)
}

/// Whether a pronoun stands at `at`, and whether it is a plural one.
fn pronoun(text: &Text<'_>, at: usize) -> Option<bool> {
    match text.lower_at(at) {
        "he" | "she" | "him" | "i" | "himself" | "herself" => Some(false),
        "they" | "them" | "who" | "whom" | "themselves" | "we" => Some(true),
        _ => None,
    }
}

/// A number without a noun: "13", "two of them", "several".
fn bare(
    text: &Text<'_>,
    mut phrase: Phrase,
    amount: Option<Quantity>,
    from: usize,
    end: usize,
    lexicon: &Lexicon,
    places: &[(usize, usize, PlaceKind)],
) -> Option<Phrase> {
    // "the wounded", "20 dead": the harmed as a noun.
    let state = text.word_at(from).and_then(|word| word.state);
    let determined = amount.is_some() || text.lower_at(phrase.start) == "the";
    if from < end && determined && state.is_some() && amount.is_none() {
        phrase.end = from + 1;
        phrase.head = from;
        phrase.what = What::Harmed(state?);
        phrase.plural = true;
        return Some(phrase);
    }
    let amount = amount?;
    if amount.article && !amount.more {
        return None;
    }
    phrase.quantity = Some(amount);
    phrase.end = amount.end;
    phrase.head = amount.end - 1;
    phrase.what = What::Bare;
    phrase.plural = amount.count.low != 1;
    if amount.none && text.lower_at(amount.end - 1) == "no" {
        return None;
    }
    complement(text, &mut phrase, end, lexicon, places);
    // "most of the city": nobody.
    Some(phrase)
}

/// Reads modifiers and nouns from `from`: the end of the phrase and its head.
fn body(text: &Text<'_>, from: usize, end: usize) -> (usize, Option<usize>) {
    let mut head = None;
    let mut i = from;
    while i < end {
        let token = &text.tokens[i];
        let word = token.word;
        let known = word.person.is_some()
            || word.object.is_some()
            || matches!(word.noun, Some(HarmNoun::Figure(_)));
        let previous_hyphen = i > from && text.tag_at(i - 1) == Some(Tag::HYPH);
        let takes = match token.tag {
            Tag::NN | Tag::NNS | Tag::NNP | Tag::NNPS | Tag::FW => {
                // "people killed": a participle of harm that was taken for a noun.
                !(head.is_some()
                    && (word.verb.is_some() && word.person.is_none() && word.noun.is_none()
                        || word.state.is_some()))
            }
            Tag::JJ | Tag::JJR | Tag::JJS | Tag::AFX => {
                !(head.is_some()
                    && (word.state.is_some()
                        || is_late_adjective(text.lower_at(i)) && !previous_hyphen))
            }
            Tag::VBN | Tag::VBG | Tag::VBD => {
                let modifies = text
                    .tag_at(i + 1)
                    .is_some_and(|tag| tag.is_noun() || tag.is_adjective());
                let counted = text
                    .word_at(i + 1)
                    .is_some_and(|next| next.person.is_some() || next.object.is_some());
                previous_hyphen
                    || (head.is_none()
                        && i > from.saturating_sub(1)
                        && (modifies && token.tag != Tag::VBD
                            || counted
                                && i > 0
                                && from > 0
                                && i == from
                                && determined_before(text, from)))
            }
            Tag::RB | Tag::RBS | Tag::RBR => {
                head.is_none()
                    && text
                        .tag_at(i + 1)
                        .is_some_and(|tag| tag.is_adjective() || tag == Tag::VBN)
                    && text
                        .word_at(i + 2)
                        .is_some_and(|_| text.tag_at(i + 2).is_some_and(Tag::is_noun))
            }
            // A dash between spaces is none of the phrase.
            Tag::HYPH => i > from && i + 1 < end && !(text.spaced_at(i) && text.spaced_at(i + 1)),
            Tag::POS => {
                i > from
                    && text.tag_at(i + 1).is_some_and(|tag| {
                        tag.is_noun() || tag.is_adjective() || tag == Tag::VBN || tag == Tag::CD
                    })
            }
            Tag::CD => {
                head.is_some()
                    && token.kind == Kind::Digits
                    && (text.tag_at(i + 1) == Some(Tag::HYPH)
                        || previous_hyphen && text.tag_at(i + 1).is_some_and(Tag::is_noun))
                    || (head.is_none() && i == from && text.tag_at(i + 1) == Some(Tag::HYPH))
            }
            Tag::OpenQuote | Tag::CloseQuote => {
                let inside = text.word_at(i + 1).is_some_and(|next| {
                    next.person.is_some() || next.state.is_some() || next.object.is_some()
                });
                i + 1 < end
                    && (inside
                        || head.is_none()
                            && i > from
                            && text.tag_at(i + 1).is_some_and(Tag::is_noun))
            }
            Tag::VB | Tag::VBP | Tag::VBZ => {
                known && head.is_none() && (i == from && determined_before(text, from) || i > from)
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
            if head.is_some()
                && let Some(after) = aside::inner_bracket(text, i, end)
            {
                i = after;
                continue;
            }
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
    (head.map_or(i, |head| head + 1), head)
}

/// Whether a word for a state stands at `at` with no noun behind it.
fn is_state_alone(text: &Text<'_>, at: usize) -> bool {
    text.word_at(at)
        .is_some_and(|word| word.state.is_some() && word.person.is_none())
        && !text
            .tag_at(at + 1)
            .is_some_and(|tag| tag.is_noun() || tag.is_adjective() || tag == Tag::HYPH)
}

/// Adjectives that stand behind their noun: "the people responsible".
fn is_late_adjective(lower: &str) -> bool {
    matches!(
        lower,
        "responsible" | "alive" | "present" | "aboard" | "due" | "old" | "last" | "early" | "late"
    )
}

fn determined_before(text: &Text<'_>, from: usize) -> bool {
    from > 0
        && (matches!(
            text.tag_at(from - 1),
            Some(Tag::DT | Tag::CD | Tag::PRPS | Tag::JJ)
        ) || text.kind_at(from - 1) == Some(Kind::Digits)
            || text.number_at(from - 1).is_some())
}

/// Whether the quantity is a date, an age, a measure, an amount of money: anything but a count.
fn is_no_count(text: &Text<'_>, amount: &Quantity) -> bool {
    if amount.article || amount.none {
        return false;
    }
    let after = text.lower_at(amount.end);
    let before = if amount.start > 0 {
        text.lower_at(amount.start - 1)
    } else {
        ""
    };
    let first = text.lower_at(amount.end.saturating_sub(1));
    let digits = text.kind_at(amount.end - 1) == Some(Kind::Digits);
    let value = amount.count.low;
    // "between 1975 and 1979".
    let is_year = |i: usize| {
        text.at(i).len() == 4
            && text
                .at(i)
                .parse()
                .is_ok_and(|year| (1900..2100).contains(&year))
    };
    if amount.count.basis == Basis::Range && is_year(amount.end - 1) && is_year(amount.end - 3) {
        return true;
    }
    if matches!(after, "%" | "percent" | "°" | "º" | ":" | "/") && digits
        || after == "per" && text.lower_at(amount.end + 1) == "cent"
    {
        return true;
    }
    if matches!(
        before,
        "$" | "€"
            | "£"
            | "¥"
            | "us$"
            | "rs"
            | "inr"
            | "pkr"
            | "usd"
            | "eur"
            | "gbp"
            | "no"
            | "number"
            | "km"
            | "page"
            | "chapter"
            | "article"
            | "resolution"
            | "aged"
            | "age"
            | "room"
            | "channel"
            | "flight"
            | "route"
            | "highway"
            | "unit"
            | "#"
            | "grade"
            | "section"
            | "phase"
            | "world"
            | "group"
            | "class"
            | "level"
            | "type"
            | "point"
            | "bed"
            | "kilometre"
            | "kilometer"
    ) && before != "no"
        || before == "."
            && amount.start > 1
            && text.lower_at(amount.start - 2) == "no"
            && !text.spaced_at(amount.start - 1)
    {
        return true;
    }
    // "7.15", "5-0", "12/4", a number glued to letters.
    if digits
        && !text.spaced_at(amount.end)
        && matches!(after, "-" | "–")
        && text.kind_at(amount.end + 1) == Some(Kind::Digits)
    {
        return true;
    }
    if digits
        && amount.start > 0
        && !text.spaced_at(amount.start)
        && (!matches!(before, "(" | "\"" | "“" | "'" | "‘" | "—" | "–" | "[" | "-")
            || before == "-" && !text.spaced_at(amount.start - 1))
    {
        return true;
    }
    if digits && !text.spaced_at(amount.end) && text.kind_at(amount.end) == Some(Kind::Word) {
        return true;
    }
    // A month beside it: a date.
    if super::date::is_month(after) && value <= 31
        || super::date::is_month(before) && (value <= 31 || (1900..2100).contains(&value))
    {
        return true;
    }
    if digits
        && super::date::is_month(text.lower_at(amount.start.saturating_sub(2)))
        && matches!(before, "." | "the")
        && value <= 31
    {
        return true;
    }
    // A year: four digits without a comma behind "in", "since", "of", or before nothing countable.
    let plain_year = digits
        && amount.end - amount.start == 1
        && first.len() == 4
        && (1900..2100).contains(&value);
    let counted = text.word_at(amount.end).is_some_and(|word| {
        word.person.is_some()
            || word.object.is_some()
            || word.state.is_some()
            || word.verb.is_some()
    });
    if plain_year
        && !counted
        && (matches!(
            before,
            "in" | "since"
                | "of"
                | "from"
                | "until"
                | "by"
                | "early"
                | "late"
                | "mid"
                | ","
                | "year"
                | "during"
                | "before"
                | "after"
                | "to"
                | "-"
        ) || super::date::is_month(before))
    {
        return true;
    }
    // "between 1975 and 1979".
    if amount.count.basis == Basis::Range
        && !counted
        && (1900..2100).contains(&value)
        && amount.count.high.is_some_and(|high| high < 2100)
    {
        return true;
    }
    // Ages in brackets or between commas behind a name: "Farid, 34, ...".
    if digits
        && value < 120
        && before == ","
        && matches!(after, "," | "." | ")" | ";")
        && amount.start > 1
        && text.tag_at(amount.start - 2).is_some_and(Tag::is_name)
    {
        return true;
    }
    // "6 am", "9:30".
    if matches!(
        after,
        "am" | "pm" | "a.m." | "p.m." | "gmt" | "hours" | "o" | "th" | "st" | "nd" | "rd"
    ) && digits
    {
        return true;
    }
    is_measure(after) || matches!(after, "-") && is_measure(text.lower_at(amount.end + 1))
}

/// Words of measure: time, distance, weight, money, calibre.
fn is_measure(lower: &str) -> bool {
    matches!(
        lower,
        "year"
            | "years"
            | "month"
            | "months"
            | "week"
            | "weeks"
            | "day"
            | "days"
            | "hour"
            | "hours"
            | "minute"
            | "minutes"
            | "second"
            | "seconds"
            | "km"
            | "kilometers"
            | "kilometres"
            | "kilometer"
            | "kilometre"
            | "miles"
            | "mile"
            | "metres"
            | "meters"
            | "meter"
            | "metre"
            | "m"
            | "mm"
            | "cm"
            | "feet"
            | "foot"
            | "ft"
            | "kg"
            | "kilograms"
            | "kilos"
            | "tons"
            | "tonnes"
            | "pounds"
            | "dollars"
            | "euros"
            | "rupees"
            | "pesos"
            | "dinars"
            | "cents"
            | "degrees"
            | "percent"
            | "times"
            | "am"
            | "pm"
            | "year-old"
            | "mph"
            | "barrels"
            | "gallons"
            | "litres"
            | "liters"
            | "acres"
            | "hectares"
            | "votes"
            | "points"
            | "goals"
            | "seats"
            | "decades"
            | "decade"
            | "centuries"
            | "century"
            | "nights"
            | "night"
    )
}

/// Fills in what the phrase names.
fn describe(
    text: &Text<'_>,
    phrase: &mut Phrase,
    from: usize,
    lexicon: &Lexicon,
    places: &[(usize, usize, PlaceKind)],
) {
    // The noun of people furthest right, and what stands behind it.
    let noun = |at: usize| -> (Option<&Noun>, Option<&Noun>) {
        // "suicide bomber", "residential buildings": the longest compound that ends here.
        for width in [3, 2] {
            if at + 1 >= from + width {
                let word = lexicon.word(text.lower_span(at + 1 - width, at + 1));
                if word.person.is_some() || word.object.is_some() {
                    return (word.person.as_ref(), word.object.as_ref());
                }
            }
        }
        text.word_at(at).map_or((None, None), |word| {
            (word.person.as_ref(), word.object.as_ref())
        })
    };
    for i in from..phrase.head {
        let word = text.word_at(i);
        if let Some(effect) = word
            .and_then(|word| word.state)
            .or_else(|| participle_of_harm(text, i))
        {
            phrase.harmed = Some((i, effect));
        }
    }
    let (person, object) = noun(phrase.head);
    let figure = text.word_at(phrase.head).and_then(|word| word.noun);
    if let Some(HarmNoun::Figure(effect)) = figure {
        phrase.what = What::Figure(effect);
        phrase.plural = true;
        if from < phrase.head {
            modifiers(text, phrase, from);
        }
        return;
    }
    if let Some(person) = person {
        phrase.what = What::People;
        phrase.plural = person.plural
            && !(person.singular && phrase.quantity.is_some_and(|q| q.count == Count::exact(1)));
        phrase.categories.clone_from(&person.categories);
        modifiers(text, phrase, from);
        return;
    }
    if let Some(object) = object {
        phrase.what = What::Objects;
        phrase.plural =
            object.plural && (!object.singular || phrase.quantity.is_none_or(|q| q.count.low != 1));
        phrase.categories.clone_from(&object.categories);
        if from < phrase.head
            && matches!(
                text.lower_at(phrase.head - 1),
                "military" | "army" | "police" | "government"
            )
        {
            let category = match text.lower_at(phrase.head - 1) {
                "military" | "army" => Category::Military,
                _ => Category::Government,
            };
            if phrase.categories == [Category::Building] || phrase.categories == [Category::Other] {
                phrase.categories = vec![category];
            }
        }
        return;
    }
    let head = text.lower_at(phrase.head);
    let in_place = |at: usize| {
        places
            .iter()
            .find(|(start, end, _)| (*start..*end).contains(&at))
            .map(|(_, _, kind)| *kind)
    };
    // "five Palestinians": a demonym that is counted.
    let demonym = in_place(phrase.head) == Some(PlaceKind::Demonym);
    let counted = phrase.quantity.is_some_and(|q| !q.none);
    if demonym
        && (counted || text.tag_at(phrase.head).is_some_and(Tag::is_plural) || head.ends_with('s'))
    {
        phrase.what = What::People;
        phrase.plural = phrase.quantity.is_none_or(|q| q.count != Count::exact(1));
        modifiers(text, phrase, from);
        return;
    }
    // Forces: soldiers by another name, where they are counted: "two coalition forces".
    if matches!(head, "forces" | "troops") && counted {
        phrase.what = What::People;
        phrase.plural = true;
        phrase.categories = vec![
            if text.lower_at(phrase.head.saturating_sub(1)) == "security" {
                Category::Security
            } else {
                Category::Combatant
            },
        ];
        return;
    }
    // A title or a noun for people before a name: "Private Arsen Galoyan".
    let names = text.tag_at(phrase.head).is_some_and(Tag::is_name)
        && (text.upper || text.capital_at(phrase.head));
    if names && in_place(phrase.head).is_none() {
        let title = (from..phrase.head)
            .rev()
            .find(|i| text.word_at(*i).is_some_and(|word| word.person.is_some()));
        let start = title.map_or(from, |title| title + 1);
        phrase.what = What::Name;
        phrase.name = Some((start, phrase.head + 1));
        if let Some(person) = title
            .and_then(|title| text.word_at(title))
            .and_then(|word| word.person.as_ref())
        {
            phrase.categories.clone_from(&person.categories);
        }
        return;
    }
    // "bombardiers", "cattlemen": a noun with the ending of one who does, counted.
    let agentive = counted
        && text.tag_at(phrase.head) == Some(Tag::NNS)
        && ["ers", "ors", "ists", "men", "women", "ians", "ants", "ees"]
            .iter()
            .any(|ending| head.len() > 5 && head.ends_with(ending))
        && !is_thing(head);
    if agentive {
        phrase.what = What::People;
        phrase.plural = true;
        modifiers(text, phrase, from);
    }
}

/// Nouns that end like people and are none.
fn is_thing(lower: &str) -> bool {
    matches!(
        lower,
        "powers"
            | "papers"
            | "numbers"
            | "orders"
            | "offers"
            | "matters"
            | "quarters"
            | "headquarters"
            | "centers"
            | "rulers"
            | "computers"
            | "factors"
            | "errors"
            | "sectors"
            | "reactors"
            | "motors"
            | "doors"
            | "floors"
            | "borders"
            | "rivers"
            | "towers"
            | "letters"
            | "posters"
            | "shelters"
            | "craters"
            | "containers"
            | "carriers"
            | "fires"
            | "summers"
            | "winters"
            | "chapters"
            | "clusters"
            | "disasters"
            | "encounters"
            | "boosters"
            | "choppers"
            | "launchers"
            | "bunkers"
            | "trailers"
            | "tankers"
            | "corners"
            | "layers"
            | "rumors"
            | "colors"
            | "plants"
            | "grants"
            | "restaurants"
            | "committees"
            | "specimens"
            | "answers"
            | "speakers"
            | "chambers"
            | "rotors"
    )
}

/// Adjectives and nouns before the head that say who.
fn modifiers(text: &Text<'_>, phrase: &mut Phrase, from: usize) {
    for i in from..phrase.head {
        let category = match text.lower_at(i) {
            "civilian" => Category::Civilian,
            "female" | "women" | "woman" | "pregnant" => Category::Woman,
            "male" => Category::Man,
            "elderly" => Category::Elderly,
            "foreign" | "western" => Category::Foreigner,
            "rebel" | "militant" | "guerrilla" | "insurgent" | "militia" | "jihadist"
            | "paramilitary"
                if phrase.categories.is_empty() =>
            {
                Category::Combatant
            }
            "military" | "army" | "soldier" if phrase.categories.is_empty() => Category::Combatant,
            "police"
                if phrase.categories.is_empty() || phrase.categories == [Category::Official] =>
            {
                Category::Police
            }
            "security" if phrase.categories.is_empty() => Category::Security,
            "displaced" | "refugee" => Category::Refugee,
            "peasant" if phrase.categories.is_empty() => Category::Worker,
            "aid" | "relief" | "humanitarian"
                if phrase.categories == [Category::Worker]
                    || phrase.categories == [Category::Other] =>
            {
                phrase.categories.clear();
                Category::AidWorker
            }
            "medical" | "health" | "ambulance" if phrase.categories == [Category::Worker] => {
                phrase.categories.clear();
                Category::Medic
            }
            "school" if phrase.categories == [Category::Other] => {
                phrase.categories.clear();
                Category::Child
            }
            _ => continue,
        };
        if category == Category::Police {
            phrase.categories.retain(|c| *c != Category::Official);
        }
        if !phrase.categories.contains(&category) {
            phrase.categories.push(category);
        }
    }
    // "a boy of six", "a 4-year-old girl" are children already by their noun; "a 10-year-old" is by age.
    if phrase.categories == [Category::Man] && text.lower_at(phrase.head) == "males" {
        phrase.categories = vec![Category::Man];
    }
    phrase.categories.sort_unstable();
}

/// A participle of harm that stands as an adjective: "a kidnapped soldier".
fn participle_of_harm(text: &Text<'_>, at: usize) -> Option<Effect> {
    let verb = text.word_at(at)?.verb?;
    use crate::lexicon::Form;
    let participle = matches!(verb.form, Form::Ed | Form::Participle);
    let person = verb.frame == Frame::Person || verb.frame == Frame::Object;
    (participle && person && text.tag_at(at + 1) != Some(Tag::HYPH)).then_some(verb.effect)
}

/// What stands behind "of": "two of them", "a family of five", "the bodies of two men".
fn complement(
    text: &Text<'_>,
    phrase: &mut Phrase,
    end: usize,
    lexicon: &Lexicon,
    places: &[(usize, usize, PlaceKind)],
) {
    if text.lower_at(phrase.end) != "of" || phrase.end + 1 >= end {
        return;
    }
    let after = phrase.end + 1;
    if phrase.what == What::Bare
        || phrase.what == What::People
            && matches!(text.lower_at(phrase.head), "others" | "members" | "member")
    {
        if let Some(plural) = pronoun(text, after) {
            if plural {
                phrase.partitive = true;
                phrase.end = after + 1;
            }
            return;
        }
        if matches!(text.lower_at(after), "those" | "these") {
            phrase.partitive = true;
            phrase.end = after + 1;
            if let Some(effect) = text.word_at(after + 1).and_then(|word| word.state) {
                phrase.end = after + 2;
                phrase.harmed = Some((after + 1, effect));
            }
            return;
        }
        if let Some(inner) = self::phrase(text, after, end, lexicon, places) {
            let people = matches!(
                inner.what,
                What::People | What::Harmed(_) | What::Bare | What::Objects
            );
            if !people {
                return;
            }
            let definite = matches!(
                text.lower_at(inner.start),
                "the" | "its" | "their" | "his" | "her" | "these" | "those" | "our"
            );
            phrase.partitive = definite
                && inner.what != What::Objects
                && matches!(text.lower_at(inner.start), "the" | "these" | "those");
            phrase.end = inner.end;
            phrase.head = inner.head;
            if phrase.categories.is_empty() {
                phrase.categories.clone_from(&inner.categories);
            }
            if let What::Harmed(effect) = inner.what {
                phrase.harmed = Some((inner.head, effect));
            }
            phrase.what = if inner.what == What::Objects {
                What::Objects
            } else {
                What::People
            };
        }
        return;
    }
    if is_collective(text.lower_at(phrase.head))
        && let Some(amount) = quantity(text, after)
        && !amount.article
        && amount.end <= end
    {
        let (stop, head) = body(text, amount.end, end);
        phrase.quantity = Some(Quantity {
            start: phrase.start,
            article: false,
            ..amount
        });
        phrase.plural = true;
        phrase.end = if head.is_some() { stop } else { amount.end };
        if let Some(person) = head
            .and_then(|head| text.word_at(head))
            .and_then(|word| word.person.as_ref())
        {
            phrase.categories.clone_from(&person.categories);
        }
        phrase.what = What::People;
    }
}

/// Age and role behind a name: "Farid Hamdan, 34, a taxi driver".
fn name_details(text: &Text<'_>, phrase: &mut Phrase, end: usize) {
    let mut at = phrase.end;
    let comma = |at: usize| matches!(text.lower_at(at), "," | "(");
    if comma(at) {
        let aged = if matches!(text.lower_at(at + 1), "aged" | "age") {
            at + 2
        } else {
            at + 1
        };
        if text.kind_at(aged) == Some(Kind::Digits)
            && text.at(aged).len() <= 3
            && !text.at(aged).contains('.')
            && (matches!(text.lower_at(aged + 1), "," | ")" | "." | ";" | "and") || aged + 1 >= end)
        {
            phrase.age = Some(aged);
            phrase.end = aged + 1;
            at = aged + 1;
            if text.lower_at(at) == ")" {
                phrase.end = at + 1;
                at += 1;
            }
        }
    }
    // "(b. 2001)", "(born 1987)".
    if text.lower_at(at) == "(" && matches!(text.lower_at(at + 1), "b" | "b." | "born") {
        let close = (at + 2..(at + 8).min(end)).find(|i| text.lower_at(*i) == ")");
        if let Some(close) = close {
            phrase.end = close + 1;
            at = close + 1;
        }
    }
    if text.lower_at(at) == "," && matches!(text.lower_at(at + 1), "a" | "an" | "the") {
        let (stop, head) = body(text, at + 2, end);
        if let Some(person) = head
            .and_then(|head| text.word_at(head))
            .and_then(|word| word.person.as_ref())
        {
            if phrase.categories.is_empty() {
                phrase.categories.clone_from(&person.categories);
            }
            phrase.end = stop;
        }
    }
    if let Some(age) = phrase.age
        && text.at(age).parse::<u32>().is_ok_and(|age| age < 18)
        && !phrase.categories.contains(&Category::Child)
    {
        phrase.categories = vec![Category::Child];
    }
}
