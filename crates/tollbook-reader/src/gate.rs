//! The gate: which sentences are read closely.
//!
//! Most sentences tell of no harm. Those that have a word of harm are read closely, and those around them on
//! which their reading leans; the others are only looked at for what they tell of the report as a whole: days,
//! places, means and causes.

use crate::claim::place::is_local;
use crate::lexicon::Class;
use crate::phrase::date::is_month;
use crate::text::Text;
use crate::token::{Kind, Sentence, Token};

/// Words of rules beside the words of harm of the lexicon, harmless by themselves.
pub(crate) const WORDS: &[&str] = &[
    "airstrike",
    "airstrikes",
    "apart",
    "beat",
    "beaten",
    "beating",
    "blew",
    "blow",
    "blowing",
    "blown",
    "bodies",
    "body",
    "captive",
    "captives",
    "captivity",
    "collapse",
    "collapsed",
    "collapses",
    "collapsing",
    "corpse",
    "corpses",
    "crash",
    "crashed",
    "crashes",
    "crashing",
    "custody",
    "fate",
    "hijack",
    "hijacked",
    "hijacking",
    "hijacks",
    "hospital",
    "hospitals",
    "hostage",
    "hostages",
    "jail",
    "jails",
    "life",
    "lines",
    "lives",
    "loss",
    "losses",
    "lost",
    "prison",
    "prisoner",
    "prisoners",
    "prisons",
    "remains",
    "thrashed",
    "thrashing",
    "throat",
    "throats",
    "trace",
    "unharmed",
    "unhurt",
    "uninjured",
    "unscathed",
    "unwounded",
    "victim",
    "victims",
    "whereabouts",
    "windows",
];

/// How many sentences behind a word of harm may still count those who were harmed: "Two of them were
/// brothers."
const COUNTED: usize = 3;
/// How many sentences before a word of harm may already tell who did it.
const TOLD_AFTER: usize = 2;
/// How many sentences behind a claim may still tell who is blamed for its event.
pub(crate) const BLAMED: usize = 6;

/// Returns for each sentence of a text whether it is read closely: it has a word of harm, opens the text,
/// counts or blames behind one that has, blames before it, or says who is speaking in a close one behind it.
pub(crate) fn close(text: &Text<'_>) -> Vec<bool> {
    let harmful: Vec<bool> = text.sentences.iter().map(|s| tells_harm(text, s)).collect();
    let mut since = usize::MAX;
    let is_close = |(number, sentence): (usize, &Sentence)| {
        since = match harmful[number] {
            true => 0,
            false => since.saturating_add(1),
        };
        number == 0
            || since == 0
            || since <= COUNTED && counts(text, sentence)
            || since <= BLAMED && blames(text, sentence)
    };
    let mut close: Vec<bool> = text.sentences.iter().enumerate().map(is_close).collect();
    let mut harm = usize::MAX;
    for number in (1..close.len()).rev() {
        let led = |sentence| close[number] && goes_on(text, sentence);
        close[number - 1] = close[number - 1] || led(&text.sentences[number]);
        // "Horsemen entered the town. Eleven people were killed."
        harm = match harmful[number] {
            true => 1,
            false => harm.saturating_add(1),
        };
        let before = &text.sentences[number - 1];
        close[number - 1] = close[number - 1] || harm <= TOLD_AFTER && blames(text, before);
    }
    close
}

/// Whether a sentence has a word of harm, or a verb with the words that make it one.
pub(crate) fn tells_harm(text: &Text<'_>, sentence: &Sentence) -> bool {
    let tokens = &text.tokens[sentence.start..sentence.end];
    tokens.iter().any(|token| {
        let word = token.word;
        word.verb.is_some()
            || word.state.is_some()
            || word.noun.is_some()
            || word.is(Class::WithHarm)
    }) || tells_expression(tokens)
}

fn tells_expression(tokens: &[Token<'_>]) -> bool {
    let bits = tokens.iter().fold(0, |all, token| all | token.bit);
    tokens.iter().enumerate().any(|(at, token)| {
        let mut expressions = token.word.expressions.iter();
        expressions.any(|expression| {
            expression.stands_alone() || expression.stands_in(&tokens[at.saturating_sub(1)..], bits)
        })
    })
}

/// Whether a sentence may name a place: one of the table, or "at the Ostra crossing".
pub(crate) fn names_place(text: &Text<'_>, sentence: &Sentence) -> bool {
    let stands = |lower: &str| is_local(lower) || matches!(lower, "of" | "on");
    !text.places_in(sentence).is_empty()
        || (sentence.start + 1..sentence.end).any(|i| {
            let before = text.lower_at(i - 1);
            text.at(i).starts_with(char::is_uppercase)
                && (stands(before) || before == "the" && stands(text.lower_at(i.wrapping_sub(2))))
        })
}

/// Whether a sentence may count or name some of those told before: "Two of them", "the rebels spoke of 22."
fn counts(text: &Text<'_>, sentence: &Sentence) -> bool {
    (sentence.start..sentence.end).any(|i| {
        let token = &text.tokens[i];
        let lower = text.lower_at(i);
        let number = token.word.number.is_some()
            // A year counts nobody.
            || token.kind == Kind::Digits && !(lower.len() == 4 && lower.starts_with(['1', '2']));
        let before = text.lower_at(i.wrapping_sub(1));
        // "Her husband was among them." "They included four women."
        if before == "among" && lower == "them" || before == "they" && lower == "included" {
            return true;
        }
        if is_month(before) || matches!(before, "$" | "£" | "€") {
            return false;
        }
        number
            && (i + 1 == sentence.end
                || matches!(
                    text.lower_at(i + 1),
                    "of" | "was"
                        | "were"
                        | "is"
                        | "are"
                        | "had"
                        | "have"
                        | "has"
                        | "did"
                        | "include"
                        | "included"
                        | "includes"
                        | "."
                        | ","
                        | ";"
                        | ":"
                        | "?"
                        | "!"
                        | ")"
                        | "and"
                        | "—"
                        | "–"
                ))
    })
}

/// Whether a sentence may name somebody as the one who did it.
fn blames(text: &Text<'_>, sentence: &Sentence) -> bool {
    (sentence.start..sentence.end).any(|i| {
        let doing = text.tokens[i].word.doing;
        doing.attack
            || doing.blame
            || doing.owned && owned(text, sentence, i)
            || doing.clash
            || matches!(
                text.lower_at(i),
                "claim"
                    | "claims"
                    | "claimed"
                    | "suspicion"
                    | "suspicions"
                    | "finger"
                    | "fingers"
                    | "hallmarks"
                    | "responsible"
                    | "responsibility"
                    | "behind"
                    | "took"
                    | "convicts"
                    | "accusation"
                    | "accusations"
                    | "attacker"
                    | "attackers"
                    | "assailant"
                    | "assailants"
                    | "bomber"
                    | "bombers"
                    | "gunman"
                    | "gunmen"
                    | "perpetrators"
                    | "accountable"
            )
    })
}

/// Whether the deed or weapon at a token may be somebody's: "Velmora's attack", "rebel shelling".
fn owned(text: &Text<'_>, sentence: &Sentence, at: usize) -> bool {
    (at.saturating_sub(4).max(sentence.start)..at).any(|i| {
        let word = text.tokens[i].word;
        word.person.is_some()
            || word.doing.force
            || word.doing.side
            || matches!(text.lower_at(i), "'s" | "’s" | "'" | "’")
            || text.capital_at(i) && i > sentence.start
    }) || text.upper && !text.places_in(sentence).is_empty()
}

/// Whether a sentence may be told by whoever told the one before: "he said", a quotation that goes on.
fn goes_on(text: &Text<'_>, sentence: &Sentence) -> bool {
    let start = sentence.start;
    matches!(text.lower_at(start), "\"" | "“" | "''" | "``")
        || matches!(text.lower_at(start + 1), "added" | "said")
        || (start..sentence.end).any(|i| {
            matches!(
                text.lower_at(i),
                "he" | "she" | "they" | "it" | "which" | "that" | "who" | "i" | "we"
            ) && (i + 1..(i + 4).min(sentence.end)).any(|k| {
                text.tokens[k].word.speech.is_some()
                    || matches!(
                        text.lower_at(k),
                        "put" | "puts" | "gave" | "gives" | "spoke" | "drawn"
                    )
            })
        })
}

#[cfg(test)]
mod tests {
    use tollbook_terms::Field;

    use super::*;
    use crate::lexicon::Lexicon;
    use crate::place::PlaceTable;

    #[test]
    fn sentences_are_read_closely_for_their_harm_and_for_what_leans_on_it() {
        let (lexicon, places) = (Lexicon::english(), PlaceTable::new(&[]));
        for (words, expected) in [
            ("It rained. Shops closed. Gunmen shot a guard.", "yny"),
            // Who spoke before says on who "he" is.
            (
                "It rained. The mayor spoke. He said a guard was shot.",
                "yyy",
            ),
            ("A guard was shot. Two of them were brothers.", "yy"),
            (
                "A guard was shot. It rained. The army blamed rebels. Shops closed.",
                "ynyn",
            ),
            // Who did it may be told right before.
            (
                "It rained. Horsemen raided the inn. A guard was shot.",
                "yyy",
            ),
            ("It rained. Two men were in custody.", "yy"),
            ("It rained. Two men went to prison.", "yy"),
            // A day and a sum count nobody, and a war of which no side is told blames nobody.
            ("A guard was shot. It rained on May 5, too.", "yn"),
            ("A guard was shot. The war went on.", "yn"),
            ("A guard was shot. The rebel campaign went on.", "yy"),
            ("It rained. Soldiers patrolled.", "yn"),
            ("", ""),
        ] {
            let lower = words.to_ascii_lowercase();
            let text = Text::new(Field::Text, words, &lower, &lexicon, &places);
            let close = close(&text).into_iter();
            let seen: String = close.map(|close| if close { 'y' } else { 'n' }).collect();
            assert_eq!(seen, expected, "{words}");
        }
    }
}
