//! `tollbook methodology`: how the figures are made, as a page to publish.

use std::collections::BTreeMap;

use askama::Template;
use clap::Args;
use tollbook_reader::tag::ACCURACY as TAGGER_ACCURACY;
use tollbook_reader::{READER_VERSION, Rule, rules};
use tollbook_terms::{Category, Cause, Effect, Means, Modality, RelationKind, Scope};

use crate::failure::{Exit, Failure};
use crate::page::Page;

/// Write the page that says how the figures are made
///
/// The page is one HTML file to publish beside the figures of a book: what becomes
/// a claim, how figures combine, every list, how well the reader does, and every
/// rule of reading with its examples. It asks nothing of the network.
///
/// Examples:
///   tollbook methodology > methodology.html
#[derive(Args)]
#[command(verbatim_doc_comment)]
pub(crate) struct Methodology {}

impl Methodology {
    pub(crate) fn run(self, page: &mut Page) -> Result<Exit, Failure> {
        let contents = Contents::new().map_err(what_is_built_in)?;
        page.write(&contents.render().map_err(what_is_built_in)?)?;
        Ok(Exit::Done)
    }
}

/// Returns the failure to write what the program itself holds.
fn what_is_built_in(error: impl std::fmt::Display) -> Failure {
    Failure::new(Exit::Unread, format!("cannot write the page: {error}"))
}

/// What the page shows.
#[derive(Template)]
#[template(path = "methodology.html")]
struct Contents {
    version: &'static str,
    reader: &'static str,
    lists: Vec<List>,
    readings: Vec<Reading>,
    counts: Vec<Counted>,
    tagger_head: Vec<&'static str>,
    tagger: Vec<Vec<&'static str>>,
    rules: usize,
    areas: Vec<Area>,
}

/// A closed list with what each value holds.
struct List {
    name: &'static str,
    about: &'static str,
    values: Vec<(&'static str, &'static str)>,
}

/// How well a field is read, on reports that were looked at and on others.
struct Reading {
    says: &'static str,
    seen: String,
    unseen: String,
}

/// How often the counts of short notes are exactly right.
struct Counted {
    says: &'static str,
    share: String,
}

/// The rules whose names begin alike.
struct Area {
    name: &'static str,
    rules: Vec<&'static Rule>,
}

/// The figures that were reached, by set and name: `cargo xtask score --accept` writes them.
const FIGURES: &str = include_str!("../../../../xtask/floors.json");

type Figures = BTreeMap<String, BTreeMap<String, f64>>;

/// Figures of full readings, and what they are a share of.
const READINGS: [(&str, &str); 14] = [
    ("count F1", "claims found with the right count (F1)"),
    (
        "strict F1",
        "claims found with count, scope, cause, relation and counting all right (F1)",
    ),
    (
        "toll (reports with harm)",
        "reports whose whole toll of killed and injured is right",
    ),
    ("scope", "claims found, with the right scope"),
    ("modality", "… modality"),
    ("cause", "… cause"),
    ("relation kind", "… relation"),
    ("categories", "… categories"),
    ("dates", "… date, both ends"),
    ("place", "… place"),
    ("country", "… country"),
    ("means", "… means"),
    ("perpetrator", "… alleged perpetrator"),
    ("claimant", "… claimant"),
];

/// Sets of coded notes with their figures, and what was counted.
const COUNTS: [(&str, &str, &str); 6] = [
    ("satp", "killed exact, all", "killed, South Asia"),
    ("satp", "injured exact, all", "injured, South Asia"),
    ("satp", "detained exact, all", "arrested, South Asia"),
    ("satp", "abducted exact, all", "abducted, South Asia"),
    ("rand", "killed exact, all", "killed, attacks worldwide"),
    ("rand", "injured exact, all", "injured, attacks worldwide"),
];

/// What the areas of rules hold: the first part of their names, and words for it.
const AREAS: [(&str, &str); 14] = [
    ("effect", "What is harm, and to whom"),
    ("count", "How many"),
    ("categories", "Who they are"),
    ("victims", "Their names"),
    ("relation", "How claims stand to each other"),
    ("scope", "One event, running total or closed past"),
    ("modality", "How the report holds it"),
    ("cause", "What brought it about"),
    ("when", "When"),
    ("where", "Where"),
    ("means", "By what means"),
    ("perpetrator", "Alleged perpetrator"),
    ("claimant", "Claimant"),
    ("inherit", "What is told elsewhere in the report"),
];

impl Contents {
    /// Returns what the program knows of itself.
    ///
    /// # Errors
    /// When the figures that are built in do not read, or one is missing.
    fn new() -> Result<Contents, String> {
        let figures: Figures =
            serde_json::from_str(FIGURES).map_err(|error| format!("its figures: {error}"))?;
        let share = |set: &str, figure: &str| {
            let share = figures.get(set).and_then(|figures| figures.get(figure));
            let share = share.ok_or_else(|| format!("there is no figure {figure} of {set}"))?;
            Ok::<String, String>(format!("{:.0} %", share * 100.0))
        };
        let readings = READINGS.iter().map(|&(figure, says)| {
            Ok::<Reading, String>(Reading {
                says,
                seen: share("gold odd", figure)?,
                unseen: share("gold even", figure)?,
            })
        });
        let counts = COUNTS.iter().map(|&(set, figure, says)| {
            Ok::<Counted, String>(Counted {
                says,
                share: share(set, figure)?,
            })
        });
        let mut tagger = TAGGER_ACCURACY
            .lines()
            .map(|line| line.split('\t').collect());
        let rules = rules();
        let area = |(area, name)| {
            let of_area = |rule: &&&Rule| rule.name.split('.').next() == Some(area);
            let rules: Vec<&Rule> = rules.iter().filter(of_area).copied().collect();
            (!rules.is_empty()).then_some(Area { name, rules })
        };
        Ok(Contents {
            version: env!("CARGO_PKG_VERSION"),
            reader: READER_VERSION,
            lists: lists(),
            readings: readings.collect::<Result<_, _>>()?,
            counts: counts.collect::<Result<_, _>>()?,
            tagger_head: tagger.next().unwrap_or_default(),
            tagger: tagger.collect(),
            rules: rules.len(),
            areas: AREAS.into_iter().filter_map(area).collect(),
        })
    }
}

/// Returns the closed lists of a claim.
fn lists() -> Vec<List> {
    macro_rules! list {
        ($of:ident, $name:literal, $about:literal) => {
            List {
                name: $name,
                about: $about,
                values: $of::ALL
                    .iter()
                    .map(|value| (value.as_str(), value.says()))
                    .collect(),
            }
        };
    }
    vec![
        list!(Effect, "Effect", "What happened."),
        list!(
            Category,
            "Category",
            "Who or what was harmed, only as far as the report says; none where it says “people”."
        ),
        list!(
            RelationKind,
            "Relation",
            "How a claim stands to the others of its report. It keeps one harm from being counted twice."
        ),
        list!(
            Scope,
            "Scope",
            "What a figure sums. Only incidents add to a toll."
        ),
        list!(
            Modality,
            "Modality",
            "How the report holds the claim. Only asserted and alleged harm adds to a toll; “the ministry said” is asserted, with its claimant."
        ),
        list!(
            Cause,
            "Cause",
            "Only violence adds to a toll, unless another is asked for."
        ),
        list!(
            Means,
            "Means",
            "By what; none where the report does not say."
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_shows_every_rule_once() {
        let contents = Contents::new().unwrap();
        let shown: usize = contents.areas.iter().map(|area| area.rules.len()).sum();
        assert_eq!(shown, contents.rules);
        let page = contents.render().unwrap();
        for rule in rules() {
            let name = format!("<code>{}</code>", rule.name);
            assert_eq!(page.matches(&name).count(), 1, "{name}");
        }
    }

    #[test]
    fn the_page_asks_nothing_of_the_network() {
        let page = Contents::new().unwrap().render().unwrap();
        for loader in [
            "http://", "https://", "src=", "<link", "<script", "@import", "url(",
        ] {
            assert!(!page.contains(loader), "{loader}");
        }
    }
}
