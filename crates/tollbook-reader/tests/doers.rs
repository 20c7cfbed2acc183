//! Whom a report says to have done the harm, told in words of several kinds.

use tollbook_reader::Reader;
use tollbook_terms::Report;

/// Whoever the first claim of a text has for its perpetrator.
fn perpetrator(text: &str) -> Option<String> {
    let report = Report {
        text: text.to_owned(),
        ..Report::default()
    };
    let claim = Reader::new(&[]).read(&report).claims.into_iter().next();
    claim.and_then(|claim| claim.perpetrator)
}

fn each_is_done_by(told: &[(&str, &str)]) {
    for (text, who) in told {
        assert_eq!(perpetrator(text).as_deref(), Some(*who), "{text}");
    }
}

#[test]
fn who_breaks_in_is_blamed_or_claims_the_harm_has_done_it() {
    let told = [
        (
            "Two guards died at the hands of rebels near Ostra.",
            "rebels",
        ),
        (
            "Nine cadets died when gunmen overtook their bus near Ostra.",
            "gunmen",
        ),
        (
            "A bomb killed three men. The attack was blamed on the Cedar Front.",
            "the Cedar Front",
        ),
        (
            "The bombing killed three men. The bombing was the work of the Cedar Front.",
            "the Cedar Front",
        ),
        (
            "The rebels claimed to have killed 45 soldiers in Ostra.",
            "The rebels",
        ),
        (
            "A blast killed three men. A caller claimed responsibility on behalf of the Cedar Front.",
            "the Cedar Front",
        ),
        (
            "A blast killed three men. The Cedar Front said in a statement that it was behind the attack.",
            "The Cedar Front",
        ),
        (
            "Two cousins were later convicted of the murder of three men.",
            "Two cousins",
        ),
        (
            "The trial of two cousins for the murder of three men began.",
            "two cousins",
        ),
        (
            "The mayor spoke of two cousins, charged with the murder of three men.",
            "two cousins",
        ),
        ("Rebels took part in the murder of three men.", "Rebels"),
        (
            "Those who killed three men were rebels, the mayor said.",
            "rebels",
        ),
        (
            "The killers of the three men were rebels, the mayor said.",
            "rebels",
        ),
    ];
    each_is_done_by(&told);
}

#[test]
fn the_subject_of_another_verb_has_done_the_harm_to_which_it_leads() {
    let told = [
        (
            "Rebels stepped up their campaign by killing three guards.",
            "Rebels",
        ),
        ("After killing three guards, rebels fled.", "rebels"),
        ("Rebels caused the death of three guards.", "Rebels"),
        ("Rebels left three guards dead in Ostra.", "Rebels"),
        (
            "Rebels today broke into a bank owned by a senator, killed three guards, and fled.",
            "Rebels",
        ),
        (
            "Rebels stopped a bus, ordered the children out and shot three guards.",
            "Rebels",
        ),
        (
            "Police said rebels, in an attempt to enter, killed three guards.",
            "rebels",
        ),
        ("Rebels today freed three kidnapped guards.", "Rebels"),
        ("Rebels used rifles to kill three guards.", "Rebels"),
        (
            "The mayor spoke of Velmora, who has killed three guards.",
            "Velmora",
        ),
        (
            "Rebels, blamed for the deaths of three guards, fled.",
            "Rebels",
        ),
    ];
    each_is_done_by(&told);
}

#[test]
fn a_day_owns_no_raid_and_a_judge_who_arrives_kills_nobody() {
    let nobody = [
        "Four people were killed in this morning's air strike on Ostra.",
        "Four people were killed by a bomb when a judge arrived in Ostra.",
        "A shooting at a market in Harat, Velmora leaves four people dead.",
    ];
    for text in nobody {
        assert_eq!(perpetrator(text), None, "{text}");
    }
}
