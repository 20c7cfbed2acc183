//! The rows of the word lists (`lexicon/en/*.tsv`) to words, in all their forms.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use aho_corasick::AhoCorasick;
use tollbook_terms::{Category, Effect};

use super::{
    Class, Expression, Form, Frame, HarmNoun, HarmVerb, MeansWord, Noun, NumberWord, Speech, Word,
};

const PEOPLE: &str = include_str!("../../lexicon/en/people.tsv");
const OBJECTS: &str = include_str!("../../lexicon/en/objects.tsv");
const NUMBERS: &str = include_str!("../../lexicon/en/numbers.tsv");
const HARM: &str = include_str!("../../lexicon/en/harm.tsv");
const EXPRESSIONS: &str = include_str!("../../lexicon/en/expressions.tsv");
const SPEECH: &str = include_str!("../../lexicon/en/speech.tsv");
const MEANS: &str = include_str!("../../lexicon/en/means.tsv");
const DOERS: &str = include_str!("../../lexicon/en/doers.tsv");
const GIVEN_NAMES: &str = include_str!("../../lexicon/en/given-names.tsv");
const ABBREVIATIONS: &str = include_str!("../../lexicon/en/abbreviations.tsv");

/// The word lists while they are read.
#[derive(Default)]
pub(super) struct Lists {
    pub(super) words: BTreeMap<String, Word>,
    pub(super) means: BTreeMap<String, MeansWord>,
    /// Words that tell of an expression.
    signs: BTreeSet<String>,
}

impl Lists {
    pub(super) fn english() -> Lists {
        let mut lexicon = Lists::default();
        for row in rows(PEOPLE) {
            lexicon.add_noun(&row, |word| &mut word.person);
        }
        for row in rows(OBJECTS) {
            lexicon.add_noun(&row, |word| &mut word.object);
        }
        for row in rows(NUMBERS) {
            let value = row[2].parse().unwrap_or(1);
            lexicon.entry(row[0]).number = Some(match row[1] {
                "scale" => NumberWord::Scale(value),
                "dozen" => NumberWord::Dozen,
                "vague" => NumberWord::Vague(value),
                "some" => NumberWord::Some(value),
                "both" => NumberWord::Both,
                _ => NumberWord::Unit(value),
            });
        }
        for row in rows(HARM) {
            lexicon.add_harm(&row);
        }
        for row in rows(EXPRESSIONS) {
            lexicon.add_expression(&row);
        }
        for row in rows(SPEECH) {
            let speech = match row[1] {
                "claim" => Speech::Claim,
                "deny" => Speech::Deny,
                "fear" => Speech::Fear,
                "act" => Speech::Act,
                _ => Speech::Say,
            };
            for (form, _) in forms(row[0]) {
                lexicon.entry(&form).speech = Some(speech);
            }
        }
        for row in rows(MEANS) {
            let Some(meaning) = meaning(row[1]) else {
                continue;
            };
            for words in [plural(row[0]), row[0].to_owned()] {
                let first = words.split([' ', '-']).next().unwrap_or_default();
                lexicon.classify(first, Class::OpensMeans);
                lexicon.means.insert(words, meaning);
            }
        }
        for row in rows(DOERS) {
            let classes = row[1];
            lexicon.add_doing(row[0], classes);
            if classes.split('|').any(|class| class == "owned") {
                lexicon.entry(&plural(row[0])).doing.owned = true;
            }
        }
        for row in rows(ABBREVIATIONS) {
            lexicon.classify(row[0], Class::Abbreviates);
        }
        for name in rows(GIVEN_NAMES).flatten() {
            lexicon.classify(name, Class::GivenName);
        }
        lexicon.classify_words_of_rules();
        lexicon
    }

    /// Returns the search for any word of harm, over text in lower case.
    ///
    /// # Panics
    /// Never: the list is part of the program and a test builds it.
    #[allow(clippy::expect_used, reason = "a test builds the same search")]
    pub(super) fn gate(&self) -> AhoCorasick {
        let harm = |word: &Word| word.verb.is_some() || word.state.is_some() || word.noun.is_some();
        let mut words: Vec<&str> = self
            .words
            .iter()
            .filter(|(_, word)| harm(word) || word.is(Class::WithHarm))
            .map(|(form, _)| form.as_str())
            .collect();
        words.extend(self.signs.iter().map(String::as_str));
        AhoCorasick::new(words).expect("a few hundred short words make a small automaton")
    }

    pub(super) fn entry(&mut self, word: &str) -> &mut Word {
        self.words.entry(word.to_owned()).or_default()
    }

    fn add_noun(&mut self, row: &[&str], place: fn(&mut Word) -> &mut Option<Noun>) {
        let categories: Vec<Category> = row[2].split('|').filter_map(|c| c.parse().ok()).collect();
        let many = match row[1] {
            "+s" => Some(plural(row[0])),
            "-" | "=" => None,
            other => Some(other.to_owned()),
        };
        let same = row[1] == "="
            || matches!(
                row[0],
                "people" | "police" | "personnel" | "cattle" | "livestock" | "staff"
            );
        let singular = !matches!(row[0], "people" | "police" | "personnel");
        *place(self.entry(row[0])) = Some(Noun {
            categories: categories.clone(),
            plural: same,
            singular,
        });
        if let Some(many) = many {
            *place(self.entry(&many)) = Some(Noun {
                categories,
                plural: true,
                singular: false,
            });
        }
    }

    fn add_expression(&mut self, row: &[&'static str]) {
        let Some(expression) = Expression::read(row).map(Arc::new) else {
            return;
        };
        let mut verbs = Vec::new();
        for verb in row[0].split(' ') {
            match verb {
                "be" => verbs.extend(
                    [
                        "is", "are", "was", "were", "been", "being", "'s", "’s", "'re", "’re",
                    ]
                    .map(str::to_owned),
                ),
                verb => verbs.extend(forms(verb).into_iter().map(|(form, _)| form)),
            }
        }
        match expression.signs() {
            Some(signs) => self.signs.extend(signs.into_iter().map(str::to_owned)),
            None => self.signs.extend(verbs.iter().cloned()),
        }
        for verb in verbs {
            let told = &mut self.entry(&verb).expressions;
            if !told.contains(&expression) {
                told.push(Arc::clone(&expression));
            }
        }
    }

    fn add_doing(&mut self, word: &str, classes: &str) {
        let doing = &mut self.entry(word).doing;
        for class in classes.split('|') {
            match class {
                "owned" => doing.owned = true,
                "force" => doing.force = true,
                "side" => doing.side = true,
                "attack" => doing.attack = true,
                "blame" => doing.blame = true,
                "speaker" => doing.speaker = true,
                "state" => doing.state = true,
                "against" => doing.against = true,
                _ => doing.clash = true,
            }
        }
    }

    fn add_harm(&mut self, row: &[&str]) {
        let Ok(effect) = row[2].parse::<Effect>() else {
            return;
        };
        let frame = match row[1] {
            "person" => Frame::Person,
            "object" => Frame::Object,
            "strike" => Frame::Strike,
            "die" => Frame::Die,
            "state" => {
                self.entry(row[0]).state = Some(effect);
                return;
            }
            class => {
                let noun = match class {
                    "deed" => HarmNoun::Deed(effect),
                    "toll" => HarmNoun::Toll(effect),
                    _ => HarmNoun::Figure(effect),
                };
                let (one, many) = match row[0].split_once('/') {
                    Some((one, many)) => (one, many.to_owned()),
                    None => (row[0], plural(row[0])),
                };
                self.entry(one).noun = Some(noun);
                self.entry(&many).noun = Some(noun);
                return;
            }
        };
        for (form, kind) in forms(row[0]) {
            self.entry(&form).verb = Some(HarmVerb {
                frame,
                effect,
                form: kind,
            });
        }
    }
}

/// Reads what a word says of means or cause: `bomb`, `cause:accident`, or both as `vehicle+cause:accident`.
fn meaning(written: &str) -> Option<MeansWord> {
    match written.split_once("cause:") {
        None => written.parse().ok().map(MeansWord::Means),
        Some(("", cause)) => cause.parse().ok().map(MeansWord::Cause),
        Some((means, cause)) => {
            let means = means.strip_suffix('+')?.parse().ok()?;
            Some(MeansWord::Both(means, cause.parse().ok()?))
        }
    }
}

/// The rows of a word list: tab-separated columns, comments and empty lines left out.
fn rows(list: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    list.lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| line.split('\t').collect())
}

fn plural(noun: &str) -> String {
    let stem = &noun[..noun.len().saturating_sub(1)];
    match noun.as_bytes() {
        [.., b's' | b'x'] | [.., b'c' | b's', b'h'] => format!("{noun}es"),
        [.., before, b'y'] if !b"aeiou".contains(before) => format!("{stem}ies"),
        _ => format!("{noun}s"),
    }
}

/// The written forms of a verb, regular ones made, irregular ones given as base/past/participle/ing.
fn forms(verb: &str) -> Vec<(String, Form)> {
    let mut given = verb.split('/');
    let base = given.next().unwrap_or(verb);
    let stem = base.strip_suffix('e').unwrap_or(base);
    let third = match base {
        "have" => "has".to_owned(),
        _ if base.ends_with('o') => format!("{base}es"),
        _ => plural(base),
    };
    let third = (third, Form::Third);
    match (given.next(), given.next(), given.next()) {
        (Some(past), Some(participle), Some(ing)) => {
            let mut forms = vec![
                (base.to_owned(), Form::Base),
                third,
                (ing.to_owned(), Form::Ing),
            ];
            if past == participle {
                forms.push((past.to_owned(), Form::Ed));
            } else {
                forms.push((past.to_owned(), Form::Past));
                forms.push((participle.to_owned(), Form::Participle));
            }
            forms
        }
        _ => {
            let ed = match base.strip_suffix('y') {
                Some(stem) if !stem.ends_with(['a', 'e', 'i', 'o', 'u']) => format!("{stem}ied"),
                _ => format!("{stem}ed"),
            };
            vec![
                (base.to_owned(), Form::Base),
                third,
                (ed, Form::Ed),
                (format!("{stem}ing"), Form::Ing),
            ]
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Lexicon;
    use super::*;

    #[test]
    fn every_row_of_every_list_is_understood() {
        for row in rows(PEOPLE) {
            assert_eq!(row.len(), 4, "{row:?}");
        }
        for row in rows(OBJECTS) {
            assert!(
                row.len() == 3 && row[2].parse::<Category>().is_ok(),
                "{row:?}"
            );
        }
        for row in rows(PEOPLE).chain(rows(OBJECTS)) {
            let fine = |c: &str| c == "." || c.parse::<Category>().is_ok();
            assert!(row[2].split('|').all(fine), "{row:?}");
        }
        for row in rows(HARM) {
            assert!(
                row.len() == 3 && row[2].parse::<Effect>().is_ok(),
                "{row:?}"
            );
        }
        for row in rows(EXPRESSIONS) {
            assert!(Expression::read(&row).is_some(), "{row:?}");
        }
        for row in rows(DOERS) {
            let known = [
                "owned", "force", "side", "attack", "clash", "blame", "state", "against", "speaker",
            ];
            assert!(
                row[1].split('|').all(|class| known.contains(&class)),
                "{row:?}"
            );
        }
        for row in rows(MEANS) {
            assert!(meaning(row[1]).is_some(), "{row:?}");
        }
    }

    #[test]
    fn forms_are_inflected_by_rule_or_as_given() {
        let lexicon = Lexicon::english();
        let form = |word: &str| lexicon.word(word).verb.map(|verb| verb.form);
        assert_eq!(form("killed"), Some(Form::Ed));
        assert_eq!(form("slew"), Some(Form::Past));
        assert_eq!(form("slain"), Some(Form::Participle));
        assert_eq!(form("injuring"), Some(Form::Ing));
        assert_eq!(form("kidnapped"), Some(Form::Ed));
        assert!(lexicon.word("policemen").person.as_ref().unwrap().plural);
        assert!(lexicon.word("families").person.is_none());
    }
}
