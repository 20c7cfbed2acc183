//! A toy reader, and a book to put toy reports into.
//!
//! It reads sentences of one form: `5 killed in Torvale on 2031-03-02.`

use std::ops::ControlFlow;
use std::path::PathBuf;

use jiff::Timestamp;
use tempfile::TempDir;
use tollbook_book::{
    Book, BookError, ClaimFilter, ClaimRow, Decided, Incoming, Progress, ReadStep, Receipt,
    ReportFilter, ReportRow, Request, Signed,
};
use tollbook_terms::{
    Actors, Affiliation, Category, Cause, Claim, Claimant, Count, Field, Modality, Number, Party,
    Place, Quote, Reading, Relation, Report, Scope, When, Why,
};

/// The toy reader.
pub(crate) const TOY: ReadStep = ReadStep {
    version: "toy-1",
    knowing: |parties| {
        let parties = parties.to_vec();
        Box::new(move |report| read(report, &parties))
    },
};

/// A newer toy reader, which does not read the injured.
pub(crate) const NEWER: ReadStep = ReadStep {
    version: "toy-2",
    knowing: |parties| {
        let parties = parties.to_vec();
        Box::new(move |report| {
            let mut reading = read(report, &parties);
            reading
                .claims
                .retain(|claim| claim.effect.as_str() != "injured");
            for (place, claim) in reading.claims.iter_mut().enumerate() {
                claim.id = format!("c{}", place + 1);
            }
            reading
        })
    },
};

fn read(report: &Report, parties: &[Party]) -> Reading {
    if report
        .language
        .as_deref()
        .is_some_and(|language| language != "en")
    {
        return Reading {
            claims: Vec::new(),
            unread: Some("another language than English".into()),
        };
    }
    let outlet = report.outlet.clone().unwrap_or_default();
    let party = parties.iter().find(|party| party.outlets.contains(&outlet));
    let claimant = Claimant {
        text: outlet,
        id: None,
        affiliation: party.map_or(Affiliation::Unknown, |party| {
            Affiliation::Party(party.id.clone())
        }),
    };
    let mut claims = Vec::new();
    let mut start = 0;
    for sentence in report.text.split_inclusive('.') {
        let words: Vec<&str> = sentence.split_whitespace().collect();
        if let [count, effect, "in", place, "on", day] = words[..]
            && let (Ok(count), Ok(effect)) = (count.parse(), effect.parse())
        {
            let at = start + sentence.find(words[0]).unwrap();
            let end = start + sentence.len();
            let day = day.trim_end_matches('.').parse().ok();
            claims.push(Claim {
                id: format!("c{}", claims.len() + 1),
                quote: Quote {
                    field: Field::Text,
                    start: at,
                    end,
                    text: report.text[at..end].into(),
                },
                number: Number {
                    start: at,
                    end: at + words[0].len(),
                    text: words[0].into(),
                },
                effect,
                count: Count::exact(count),
                categories: vec![Category::Civilian],
                victims: Vec::new(),
                relation: Relation::whole(),
                scope: Scope::Incident,
                modality: Modality::Asserted,
                cause: Cause::Violence,
                event: Some(place.into()),
                when: When { from: day, to: day },
                place: Some(Place {
                    name: place.into(),
                    country: Some("XV".into()),
                }),
                means: Vec::new(),
                perpetrator: None,
                claimant: None,
                actors: Actors {
                    perpetrator: None,
                    victims: None,
                    claimants: vec![claimant.clone()],
                },
                why: vec![Why {
                    field: "count".into(),
                    rule: "toy.count".into(),
                    start: at,
                    end,
                }],
            });
        }
        start += sentence.len();
    }
    Reading {
        claims,
        unread: None,
    }
}

/// A book in a folder of its own.
pub(crate) struct Desk {
    pub(crate) folder: TempDir,
    pub(crate) path: PathBuf,
    pub(crate) book: Book,
}

/// Returns a new book.
pub(crate) fn desk() -> Desk {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("book.tollbook");
    let book = open(&path);
    Desk { folder, path, book }
}

/// Opens the book at `path`, which is made if need be.
pub(crate) fn open(path: &std::path::Path) -> Book {
    Book::create_or_open(path).unwrap().reading_by(TOY)
}

/// Returns a moment: so many seconds after a fixed one.
pub(crate) fn at(second: i64) -> Timestamp {
    Timestamp::from_second(1_930_000_000 + second).unwrap()
}

/// Returns a report to be added.
pub(crate) fn incoming(id: &str, text: &str) -> Incoming {
    Incoming {
        report: Report {
            id: id.into(),
            text: text.into(),
            outlet: Some("Harbour Post".into()),
            published: Some("2031-03-03".parse().unwrap()),
            ..Report::default()
        },
        bytes: text.as_bytes().to_vec(),
        source: format!("{id}.txt"),
    }
}

/// Hears of everything and goes on.
pub(crate) fn on(_: Progress<'_>) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

impl Desk {
    /// Adds reports, given by id and text.
    pub(crate) fn add(&self, reports: &[(&str, &str)]) -> Receipt {
        let incoming: Vec<_> = reports
            .iter()
            .map(|(id, text)| Ok(incoming(id, text)))
            .collect();
        self.book.add(incoming, at(0), &mut on)
    }

    pub(crate) fn decide(&self, request: Request) -> Result<Decided, BookError> {
        let signed = Signed {
            by: "Ina Marsh",
            reason: "checked against the page",
            at: at(60),
        };
        self.book.decide(&request, &signed, &mut on)
    }

    pub(crate) fn claims(&self) -> Vec<ClaimRow> {
        self.claims_by(&ClaimFilter::default())
    }

    pub(crate) fn claims_by(&self, filter: &ClaimFilter) -> Vec<ClaimRow> {
        let mut claims = Vec::new();
        let take = &mut |claim| {
            claims.push(claim);
            ControlFlow::Continue(())
        };
        self.book.claims(filter, take).unwrap();
        claims
    }

    pub(crate) fn reports(&self) -> Vec<ReportRow> {
        let mut reports = Vec::new();
        let take = &mut |report| {
            reports.push(report);
            ControlFlow::Continue(())
        };
        self.book.reports(&ReportFilter::default(), take).unwrap();
        reports
    }

    /// Returns the figures of the toll: effect and best.
    pub(crate) fn toll(&self) -> Vec<(String, u64)> {
        let answer = self.book.toll(&Default::default()).unwrap();
        let lines = answer.toll.lines.iter();
        lines
            .map(|line| (line.effect.to_string(), line.sum.best))
            .collect()
    }

    pub(crate) fn dump(&self) -> Vec<String> {
        let mut lines = Vec::new();
        self.book
            .dump_derived(&mut |line| lines.push(line))
            .unwrap();
        lines
    }

    /// Asserts that nothing is wrong with the book.
    pub(crate) fn assert_sound(&self) {
        let verified = self.book.verify(&mut on).unwrap();
        assert_eq!(verified.problems, []);
        assert!(verified.words_checked);
    }
}
