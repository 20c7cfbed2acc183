//! What holds for whatever reports say.

use std::collections::BTreeMap;
use std::convert::Infallible;

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, select, subsequence};
use serde_json::Value;
use tollbook_linker::{Account, Linked, Reckoning, Teller, link, link_each, toll};
use tollbook_terms::{
    Affiliation, Basis, Category, Cause, Claim, Count, Effect, Modality, Question, Relation,
    RelationKind, Scope, Sum, Toll,
};

use crate::hand::{Hand, account, days, killed, party};

const PARTIES: [&str; 2] = ["ostrand", "velmora"];

fn counts() -> impl Strategy<Value = Count> {
    (0u64..12, 0u64..4, select(Basis::ALL)).prop_map(|(low, more, basis)| {
        let high = match basis {
            Basis::Exact | Basis::Approx => Some(low),
            Basis::AtLeast | Basis::Vague => None,
            Basis::AtMost | Basis::Range => Some(low + more),
        };
        Count { low, high, basis }
    })
}

fn sides() -> impl Strategy<Value = Affiliation> {
    select(vec![
        party(PARTIES[0]),
        party(PARTIES[1]),
        Affiliation::ThirdParty,
        Affiliation::Unknown,
    ])
}

/// Claims of whatever kind that point at each other in whatever way; what is usual comes often.
fn claims() -> impl Strategy<Value = Claim> {
    let kinds = [RelationKind::ALL, &[RelationKind::Whole; 4]].concat();
    let scopes = [Scope::ALL, &[Scope::Incident; 6]].concat();
    let modalities = [Modality::ALL, &[Modality::Asserted; 8]].concat();
    let causes = [&[Cause::Accident], [Cause::Violence; 8].as_slice()].concat();
    let categories = vec![
        Category::Civilian,
        Category::Combatant,
        Category::Child,
        Category::Woman,
    ];
    let actor = || option::of(select(PARTIES.to_vec()));
    let what = (
        select(vec![Effect::Killed, Effect::Injured, Effect::Casualties]),
        counts(),
        subsequence(categories, 0..3),
        select(causes),
    );
    let how = (select(kinds), 0..8usize, select(scopes), select(modalities));
    let spot = (
        select(vec!["A", "B", ""]),
        5..8usize,
        0..2usize,
        select(vec!["Torvale", "Mareth", ""]),
    );
    let who = (
        actor(),
        actor(),
        option::of((select(vec!["army", "council"]), sides())),
    );
    (what, how, spot, who).prop_map(|(what, how, spot, who)| {
        let (effect, count, categories, cause) = what;
        let (kind, to, scope, modality) = how;
        let (event, from, more, place) = spot;
        let (perpetrator, victims, claimant) = who;
        let day = |day: usize| format!("2031-05-{day:02}");
        let mut hand = killed("", 0).on(days(&day(from), &day(from + more)));
        hand = if place.is_empty() {
            hand.nowhere()
        } else {
            hand.at(place)
        };
        if let Some((words, side)) = claimant {
            hand = hand.by(words, side);
        }
        if let Some(actor) = perpetrator {
            hand = hand.blames(actor);
        }
        let Hand(mut claim) = hand.scope(scope).modality(modality).cause(cause);
        claim.effect = effect;
        claim.count = count;
        claim.categories = categories;
        claim.relation = match kind {
            RelationKind::Whole => Relation::whole(),
            kind => Relation {
                kind,
                to: Some(format!("c{to}")),
            },
        };
        claim.actors.victims = victims.map(str::to_owned);
        if scope == Scope::Incident && !event.is_empty() {
            claim.event = Some(event.to_owned());
        }
        claim
    })
}

/// A few reports, each with a few claims; `families` of them are of one text family.
fn reports(families: bool) -> impl Strategy<Value = Vec<Account>> {
    let report = (vec(claims(), 0..8), 6..12u64, 0..3usize, sides(), 0..3usize);
    vec(report, 1..6).prop_map(move |reports| {
        let numbered = reports.into_iter().enumerate();
        let made = numbered.map(|(number, (claims, may, outlet, side, family))| {
            let mut report = account(&format!("r{number}"), may, []);
            report.teller.order = number as u64;
            report.teller.outlet = ["Herald", "Courier"]
                .get(outlet)
                .map(|name| (*name).to_owned());
            report.teller.outlet_affiliation = side;
            if families {
                report.teller.family = format!("f{family}");
            }
            for (i, mut claim) in claims.into_iter().enumerate() {
                claim.id = format!("c{i}");
                claim.quote.text = format!("{} {} in sentence {i}", claim.count.low, claim.effect);
                report.claims.push((format!("c-r{number}.{i}"), claim));
            }
            report
        });
        made.collect()
    })
}

fn all(linked: &Linked) -> Toll {
    toll(linked, &Question::default())
}

/// Returns all that is written of what is linked, and of its toll.
fn written(accounts: &[Account]) -> Value {
    let linked = link(accounts);
    serde_json::json!({
        "incidents": linked.incidents,
        "cumulative": linked.cumulative,
        "background": linked.background,
        "apart": linked.apart,
        "toll": all(&linked),
    })
}

/// Returns what users see of figures and totals: who says how many, and what comes of it.
fn figures(linked: &Linked) -> Vec<String> {
    let incidents = linked.incidents.iter().flat_map(|incident| {
        incident.figures.iter().map(|figure| {
            let of = (figure.effect, figure.cause, figure.category);
            let spread = (figure.low, figure.best, figure.high, figure.chosen);
            format!(
                "{} {of:?} {spread:?} {:?} {:?}",
                incident.id, figure.grade, figure.said
            )
        })
    });
    let totals = linked.cumulative.iter().chain(&linked.background);
    let totals = totals.map(|total| {
        let older: Vec<_> = total
            .history
            .iter()
            .map(|older| (older.count, &older.at))
            .collect();
        format!("{} {:?} {older:?}", total.claim, total.count)
    });
    incidents.chain(totals).collect()
}

/// Swaps the two parties wherever an id or a side is written, and sorts lists, for what is told in
/// the order of ids is told in another order then.
fn swapped_and_sorted(value: Value, swap: bool) -> Value {
    match value {
        Value::String(text) if swap => {
            let [a, b] = PARTIES;
            Value::String(text.replace(a, "\0").replace(b, a).replace('\0', b))
        }
        Value::Array(items) => {
            let items = items.into_iter().map(|item| swapped_and_sorted(item, swap));
            let mut items: Vec<Value> = items.collect();
            items.sort_by_cached_key(Value::to_string);
            Value::Array(items)
        }
        Value::Object(fields) => fields
            .into_iter()
            .map(|(name, value)| (name, swapped_and_sorted(value, swap)))
            .collect(),
        other => other,
    }
}

fn swap_parties(account: &mut Account) {
    fn swap(id: &mut String) {
        if let Some(place) = PARTIES.iter().position(|party| *party == id.as_str()) {
            *id = PARTIES[1 - place].to_owned();
        }
    }
    fn swap_side(side: &mut Affiliation) {
        if let Affiliation::Party(id) = side {
            swap(id);
        }
    }
    swap_side(&mut account.teller.outlet_affiliation);
    for (_, claim) in &mut account.claims {
        let actors = &mut claim.actors;
        actors.perpetrator.iter_mut().for_each(swap);
        actors.victims.iter_mut().for_each(swap);
        for claimant in &mut actors.claimants {
            swap_side(&mut claimant.affiliation);
        }
        if let Some(id) = &actors.perpetrator {
            claim.perpetrator = Some(format!("forces of {id}"));
        }
    }
}

fn in_order(low: u64, best: u64, high: Option<u64>) -> bool {
    low <= best && high.is_none_or(|high| best <= high)
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 300,
        // A case that fails becomes a test of its own beside the others.
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn the_order_of_accounts_changes_nothing(
        (told, shuffled) in reports(true).prop_flat_map(|r| (Just(r.clone()), Just(r).prop_shuffle()))
    ) {
        prop_assert_eq!(written(&told), written(&shuffled));
    }

    #[test]
    fn a_toll_of_pieces_taken_one_by_one_is_that_of_all_at_once(accounts in reports(true)) {
        let question = Question::default();
        let told: Vec<Teller> = accounts.iter().map(|account| account.teller.clone()).collect();
        let claims = |teller: usize| Ok::<_, Infallible>(accounts[teller].claims.clone());
        let mut reckoning = Reckoning::new(&question);
        let Ok(()) = link_each(&told, claims, |piece| {
            reckoning.take(&piece);
            Ok(())
        });
        prop_assert_eq!(reckoning.toll(), all(&link(&accounts)));
    }

    #[test]
    fn low_is_never_above_best_nor_best_above_high(accounts in reports(true)) {
        let linked = link(&accounts);
        for figure in linked.incidents.iter().flat_map(|incident| &incident.figures) {
            prop_assert!(in_order(figure.low, figure.best, figure.high), "{:?}", figure);
        }
        let toll = all(&linked);
        for line in &toll.lines {
            let rows = line.by_perpetrator.iter().map(|(_, sum)| sum);
            let rows = rows.chain(line.by_claimant.iter().map(|(_, sum)| sum));
            let rows = rows.chain(line.among.iter().map(|(_, sum)| sum));
            for Sum { low, best, high, .. } in rows.chain([&line.sum]) {
                prop_assert!(in_order(*low, *best, *high), "{:?}", line);
            }
        }
    }

    #[test]
    fn no_claim_is_lost_and_none_stands_in_two_places(accounts in reports(true)) {
        let mut told: BTreeMap<String, usize> = BTreeMap::new();
        let linked = link(&accounts);
        let totals = linked.cumulative.iter().chain(&linked.background);
        let in_totals = totals.flat_map(|total| {
            let older = total.history.iter().flat_map(|older| &older.claims);
            older.chain(&total.repeated).chain([&total.claim])
        });
        let in_incidents = linked.incidents.iter().flat_map(|incident| &incident.claims);
        let apart = linked.apart.iter().map(|apart| &apart.claim);
        for claim in in_incidents.chain(in_totals).chain(apart) {
            *told.entry(claim.clone()).or_default() += 1;
        }
        for (id, _) in accounts.iter().flat_map(|account| &account.claims) {
            prop_assert_eq!(told.remove(id), Some(1), "{}", id);
        }
        prop_assert!(told.is_empty());
    }

    #[test]
    fn a_part_of_a_counted_whole_never_raises_a_toll(
        accounts in reports(true),
        whole in any::<Index>(),
        share in 0..12u64,
        kind in option::of(select(vec![Category::Child, Category::Civilian])),
    ) {
        let counts = |claim: &Claim| {
            claim.scope == Scope::Incident
                && claim.relation.kind == RelationKind::Whole
                && matches!(claim.modality, Modality::Asserted | Modality::Alleged)
        };
        let mut more = accounts.clone();
        let mut wholes: Vec<(&mut Account, Claim)> = more
            .iter_mut()
            .filter_map(|account| {
                let whole = account.claims.iter().map(|(_, claim)| claim).find(|c| counts(c));
                whole.cloned().map(|whole| (account, whole))
            })
            .collect();
        if wholes.is_empty() {
            return Ok(());
        }
        let (account, mut part) = wholes.swap_remove(whole.index(wholes.len()));
        part.relation = Relation { kind: RelationKind::Part, to: Some(part.id.clone()) };
        part.id = "part".to_owned();
        part.quote.text = "of whom some".to_owned();
        part.count = Count::exact(part.count.low.min(share));
        part.categories = kind.into_iter().collect();
        account.claims.push(("c-part".to_owned(), part));
        let sums = |accounts: &[Account]| {
            let toll = all(&link(accounts));
            let lines = toll.lines.into_iter();
            lines.map(|line| (line.effect, line.sum)).collect::<Vec<_>>()
        };
        prop_assert_eq!(sums(&more), sums(&accounts));
    }

    #[test]
    fn a_copy_cut_anywhere_changes_no_figure(
        accounts in reports(false),
        report in any::<Index>(),
        cut in any::<Index>(),
    ) {
        let mut copy = report.get(&accounts).clone();
        copy.claims.truncate(cut.index(copy.claims.len() + 1));
        for (id, _) in &mut copy.claims {
            *id = id.replace("c-", "c-copy.");
        }
        copy.teller.report = "copy".to_owned();
        copy.teller.order = 99;
        copy.teller.at = "2031-05-30".to_owned();
        copy.teller.outlet = Some("Evening Post".to_owned());
        let before = link(&accounts);
        let after = link(&[accounts, vec![copy]].concat());
        prop_assert_eq!(figures(&after), figures(&before));
    }

    #[test]
    fn swapping_two_parties_swaps_only_their_ids(accounts in reports(true)) {
        let mut swapped = accounts.clone();
        swapped.iter_mut().for_each(swap_parties);
        prop_assert_eq!(
            swapped_and_sorted(written(&swapped), true),
            swapped_and_sorted(written(&accounts), false)
        );
    }
}
