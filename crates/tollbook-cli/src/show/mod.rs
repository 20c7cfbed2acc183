//! The pages: what a command found, as a person reads it.

pub(crate) mod claim;
pub(crate) mod decision;
pub(crate) mod incident;
pub(crate) mod report;
pub(crate) mod toll;

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::collections::btree_map::Entry;
    use std::ops::ControlFlow;

    use serde_json::Value;
    use tollbook_book::{Book, ClaimFilter, Incoming, ReadStep, Request, Shown, Signed};
    use tollbook_formats::input::{exchange, parties};
    use tollbook_formats::output::style::Style;
    use tollbook_linker::say::Say;
    use tollbook_terms::{Affiliation, Claim, Claimant, Effect, Party, Question, Reading, Report};

    use super::*;

    const REPORTS: &str = include_str!("../../samples/reports.jsonl");
    const READINGS: &str = include_str!("../../samples/readings.jsonl");
    const PARTIES: &str = include_str!("../../samples/parties.json");

    /// Reads a sample as its reading by hand says, so that no page depends on how well a reader reads.
    const BY_HAND: ReadStep = ReadStep {
        version: "by hand",
        knowing: |parties| {
            let readings: BTreeMap<String, Value> = READINGS
                .lines()
                .map(|line| serde_json::from_str::<Value>(line).unwrap())
                .map(|line| {
                    (
                        line["id"].as_str().unwrap().to_owned(),
                        line["claims"].clone(),
                    )
                })
                .collect();
            let parties = parties.to_vec();
            Box::new(move |report| {
                let claims: Vec<Claim> =
                    serde_json::from_value(readings[&report.id].clone()).unwrap();
                let claims = claims
                    .into_iter()
                    .map(|claim| with_actors(claim, report, &parties));
                Reading {
                    claims: claims.collect(),
                    unread: None,
                }
            })
        },
    };

    fn with_actors(mut claim: Claim, report: &Report, parties: &[Party]) -> Claim {
        let party = |words: &str| {
            let named = |party: &&Party| {
                let mut names = party
                    .demonyms
                    .iter()
                    .chain(&party.names)
                    .chain(&party.outlets);
                names.any(|name| words.contains(name.as_str()))
            };
            parties.iter().find(named).map(|party| party.id.clone())
        };
        claim.actors.perpetrator = claim.perpetrator.as_deref().and_then(party);
        let chain = [&claim.claimant, &report.outlet].into_iter().flatten();
        claim.actors.claimants = chain
            .map(|words| Claimant {
                text: words.clone(),
                id: None,
                affiliation: party(words).map_or(Affiliation::Unknown, Affiliation::Party),
            })
            .collect();
        claim
    }

    /// Returns a book of the samples, read by hand, in its folder.
    fn samples() -> (tempfile::TempDir, Book) {
        let folder = tempfile::tempdir().unwrap();
        let book = Book::create_or_open(&folder.path().join("a.book"))
            .unwrap()
            .reading_by(BY_HAND);
        let at = "2031-03-04T12:00:00Z".parse().unwrap();
        let go_on = &mut |_: tollbook_book::Progress<'_>| ControlFlow::Continue(());
        for party in parties::read("parties", PARTIES.as_bytes()).unwrap() {
            let signed = Signed {
                by: "ann",
                reason: "a party",
                at,
            };
            book.decide(&Request::SetParty(party), &signed, go_on)
                .unwrap();
        }
        let incoming = exchange::rows("samples", REPORTS.as_bytes()).map(|row| {
            let row = row.unwrap();
            Ok(Incoming {
                report: row.report,
                bytes: row.bytes,
                source: "samples".into(),
            })
        });
        let receipt = book.add(incoming, at, go_on);
        assert_eq!((receipt.new, receipt.refused), (21, 0), "{receipt:?}");
        (folder, book)
    }

    fn toll_page(book: &Book, question: &Question) -> String {
        let answer = book.toll(question).unwrap();
        let parties = book.parties().unwrap();
        let say = Say { parties: &parties };
        let mut differences = toll::Differences::new(&answer.toll, say);
        book.incidents_of(&answer.toll, &mut |row| {
            differences.take(&row.incident);
            ControlFlow::Continue(())
        })
        .unwrap();
        toll::Answer {
            toll: &answer.toll,
            differences,
            unread: &answer.unread,
            say,
        }
        .show(Style::Plain)
    }

    fn page_of(book: &Book, id: &str) -> String {
        styled_page_of(book, id, Style::Plain)
    }

    fn styled_page_of(book: &Book, id: &str, style: Style) -> String {
        let parties = book.parties().unwrap();
        let say = Say { parties: &parties };
        match book.show(id).unwrap() {
            Shown::Incident(shown) => incident::show(&shown, &say, style),
            Shown::Claim(shown) => claim::show(&shown, &say, style),
            Shown::Report(shown) => report::show(&shown, style),
            Shown::Decision(shown) => decision::show(&shown, style),
        }
    }

    /// Returns the short ids on a page.
    fn ids(page: &str) -> Vec<String> {
        page.split(|c: char| !c.is_ascii_alphanumeric() && c != '-')
            .filter(|word| word.len() == 10 && ["r-", "c-", "i-", "d-"].contains(&&word[..2]))
            .map(str::to_owned)
            .collect()
    }

    #[test]
    fn every_id_on_a_page_leads_to_a_page() {
        let (_folder, book) = samples();
        let mut to_show = ids(&toll_page(&book, &Question::default()));
        let mut shown = BTreeMap::new();
        while let Some(id) = to_show.pop() {
            if let Entry::Vacant(place) = shown.entry(id.clone()) {
                let page = page_of(&book, &id);
                assert!(page.starts_with(&id), "{page}");
                to_show.extend(ids(&page));
                place.insert(page);
            }
        }
        let mut claims = 0;
        book.claims(&ClaimFilter::default(), &mut |row| {
            let page = &shown[&row.id];
            let number = format!("[{}]", row.claim.number.text.replace('\n', "\n  "));
            assert!(page.contains(&number), "{number} is not in {page}");
            claims += 1;
            ControlFlow::Continue(())
        })
        .unwrap();
        assert!(claims > 100, "{claims}");
    }

    #[test]
    fn a_toll_shows_both_sides_and_what_its_accounts_differ_on() {
        let (_folder, book) = samples();
        let question = Question {
            place: Some("Sorrane".into()),
            effect: Some(Effect::Injured),
            ..Question::default()
        };
        assert_eq!(
            toll_page(&book, &question),
            "Toll of harm by violence in Sorrane, only injured

10 (8 to 11) injured in 1 incident
                            low  best  high  incidents
  in all                      8    10    11  i-wm199h5r
  among them
    children                  2     2     2  i-wm199h5r
  alleged perpetrator
    Tarkessa                  8    10    10  i-wm199h5r
    Velmora                  11    11    11  i-wm199h5r
  claimants
    on the side of Velmora    8     8     8  i-wm199h5r
    side not known           10    10    11  i-wm199h5r
  contested: i-wm199h5r

Where accounts differ
  i-wm199h5r  Sorrane, 2021-05-06
    10 (8 to 11) injured
      10: The International Observer Mission (side not known), 2021-05-07T14:15:00Z  [c-bbz4dybn]
      11: the minister (side not known), 2021-05-06T09:30:00Z  [c-yv2me7mn]
      8: Radio Velmora (on the side of Velmora), 2021-05-06T08:00:00Z  [c-9bd3njra]
      Best is 10, the newest of the exact figures with equally many claimants.
    contested: blamed by different claimants on Tarkessa and Velmora

This toll is likely an undercount: what nobody reports is in no report.
"
        );
    }

    #[test]
    fn a_toll_names_denials_and_totals_and_what_it_leaves_out() {
        let (_folder, book) = samples();
        let page = toll_page(&book, &Question::default());
        for line in [
            "    contested: denied by The Velmoran General Staff (on the side of Velmora)  [c-",
            "    contested: denied by The Tarkessan General Staff (on the side of Tarkessa)  [c-",
            "34 civilians killed, claimed since 2021-05-03 by Civilian Harm Monitor (side not known)",
            "claims about a closed past, in no sum.  [c-",
            "1 incident with harm by another cause, which is not in the sums.  [i-",
        ] {
            assert!(page.contains(line), "{line} is not in {page}");
        }
    }

    #[test]
    fn a_terminal_shows_the_same_words() {
        let (_folder, book) = samples();
        for id in ["01-pelnor-market", "c-kp426f67", "i-wm199h5r"] {
            let styled = styled_page_of(&book, id, Style::Terminal);
            assert!(styled.contains("\u{1b}[1m"), "{styled}");
            let plain = ["\u{1b}[1m", "\u{1b}[2m", "\u{1b}[0m"]
                .iter()
                .fold(styled, |text, code| text.replace(code, ""));
            assert_eq!(plain, page_of(&book, id));
        }
    }

    #[test]
    fn a_claim_is_shown_in_its_text() {
        let (_folder, book) = samples();
        let page = page_of(&book, "c-kp426f67");
        let quote = "c-kp426f67  killed 1 child\n\n  ILMETH, May 3 - «Six civilians, including [a child], \
                     were killed» and 14 people were wounded on Monday when Tarkessan forces fired";
        assert!(page.starts_with(quote), "{page}");
        for line in [
            "\n  held as              part of c1\n",
            "\n  alleged perpetrator  \"Tarkessan forces\" (tarkessa)\n",
            "\n  claimants            the Velmoran health ministry (on the side of Velmora) <- Velmoran News \
             Agency (on the side of Velmora)\n",
        ] {
            assert!(page.contains(line), "{line} is not in {page}");
        }
    }

    #[test]
    fn a_decision_is_shown_with_what_it_is_about() {
        let (_folder, book) = samples();
        let signed = Signed {
            by: "ann",
            reason: "misread",
            at: "2031-03-04T13:00:00Z".parse().unwrap(),
        };
        let request = Request::Correct {
            id: "c-kp426f67".into(),
            field: "count.high".into(),
            value: 2.into(),
        };
        let go_on = &mut |_: tollbook_book::Progress<'_>| ControlFlow::Continue(());
        let decided = book.decide(&request, &signed, go_on).unwrap();
        let page = page_of(&book, &decided.id);
        assert!(
            page.contains("correct count.high from 1 to 2\n  about: c-kp426f67\n  by: ann\n"),
            "{page}"
        );
        let claim = page_of(&book, "c-kp426f67");
        assert!(
            claim.contains(&format!("count.high corrected by {}", decided.id)),
            "{claim}"
        );
        assert!(
            claim.contains("ann: correct count.high from 1 to 2 (misread)"),
            "{claim}"
        );
    }
}
