//! The words by which somebody or something named twice is known again.

use std::ops::Range;

use crate::actor::ActorTable;

/// Where a phrase names actors, and the ids of these.
pub(crate) type Named<'n> = [(Range<usize>, &'n str)];

/// The words of substance of a phrase, without the ending of a plural; an actor is one word, whatever it
/// is called.
pub(crate) fn stems(actors: &ActorTable, phrase: &str) -> Vec<String> {
    let names: Vec<_> = actors.names(phrase).collect();
    let mut stems = Vec::new();
    add_stems(&names, (phrase, 0..phrase.len()), &mut stems);
    stems
}

/// The same of a phrase with these names of actors, and which of them stands last before what says whose or where.
pub(crate) fn stems_and_head(names: &Named<'_>, phrase: &str) -> (Vec<String>, Option<String>) {
    let links = |at: usize| {
        let link = [" of ", " from ", " in ", " for ", ", "];
        link.iter().any(|link| phrase[at..].starts_with(link))
            && !names.iter().any(|(name, _)| name.contains(&at))
    };
    let mut breaks = phrase.match_indices([' ', ',']).map(|(at, _)| at);
    let end = breaks.find(|at| links(*at)).unwrap_or(phrase.len());
    let before = names.partition_point(|(name, _)| name.end <= end);
    let mut stems = Vec::new();
    add_stems(&names[..before], (phrase, 0..end), &mut stems);
    let head = stems.last().cloned();
    add_stems(&names[before..], (phrase, end..phrase.len()), &mut stems);
    (stems, head)
}

/// Adds the words of substance of a part of a phrase that holds these names of actors.
fn add_stems(names: &Named<'_>, part: (&str, Range<usize>), stems: &mut Vec<String>) {
    each_part(names, part, |part| match part {
        Part::Actor(id) => stems.push(id.to_owned()),
        Part::Plain(words) => stems.extend(plain_stems(words)),
    });
}

/// The words of substance in what names no actor.
fn plain_stems(words: &str) -> impl Iterator<Item = String> {
    words
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.len() > 3)
        .map(|word| word.trim_end_matches('s').to_lowercase())
        .filter(|word| {
            !matches!(
                word.as_str(),
                "dozen"
                    | "hundred"
                    | "thousand"
                    | "least"
                    | "more"
                    | "than"
                    | "people"
                    | "other"
                    | "some"
                    | "about"
                    | "several"
                    | "member"
                    | "three"
                    | "four"
                    | "five"
            )
        })
}

/// All of a phrase and its longer words, an actor being one word: by these a place or a speaker is known again.
pub(crate) fn known_by(actors: &ActorTable, phrase: &str) -> Vec<String> {
    let mut words = vec![phrase.to_lowercase()];
    let names: Vec<_> = actors.names(phrase).collect();
    each_part(&names, (phrase, 0..phrase.len()), |part| match part {
        Part::Actor(id) => words.push(id.to_owned()),
        Part::Plain(plain) => {
            let long = plain.split_whitespace().filter(|word| word.len() > 3);
            words.extend(long.map(str::to_lowercase));
        }
    });
    words
}

/// A part of a phrase.
enum Part<'a> {
    /// An actor, by its id.
    Actor(&'a str),
    /// Other words.
    Plain(&'a str),
}

fn each_part(
    names: &Named<'_>,
    (phrase, part): (&str, Range<usize>),
    mut take: impl FnMut(Part<'_>),
) {
    let mut from = part.start;
    for (name, id) in names {
        take(Part::Plain(&phrase[from..name.start]));
        take(Part::Actor(id));
        from = name.end;
    }
    take(Part::Plain(&phrase[from..part.end]));
}

/// Returns whether two have a word in common.
pub(crate) fn meet(a: &[String], b: &[String]) -> bool {
    a.iter().any(|word| b.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_actor_is_one_word_whatever_it_is_called() {
        let actors = ActorTable::new(&[]);
        let check = |phrase: &str, expected: &[&str], last: &str| {
            let names: Vec<_> = actors.names(phrase).collect();
            let (stems, head) = stems_and_head(&names, phrase);
            assert_eq!(stems, expected, "{phrase}");
            assert_eq!(head.as_deref(), Some(last), "{phrase}");
        };
        check("U.S. soldiers", &["us", "soldier"], "soldier");
        check("the United States", &["us"], "us");
        check(
            "fighters of Islamic State of Iraq and Syria",
            &["fighter", "isis"],
            "fighter",
        );
        check("three Chadian guards", &["td", "guard"], "guard");
        check("US-backed guards", &["backed", "guard"], "guard");
    }
}
