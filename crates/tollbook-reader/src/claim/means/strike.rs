//! Words that leave open with what was struck: "blast", "strikes".

use tollbook_terms::Means;

use crate::claim::field::At;
use crate::phrase::date;
use crate::tag::Tag;
use crate::text::Text;
use crate::token::Sentence;

/// Whether the words for means leave open what struck: "blast", "strikes".
pub(crate) fn are_vague(text: &Text<'_>, means: &[At<Means>]) -> bool {
    means.iter().all(|(at, means)| match means {
        Means::Bomb => is_burst(text.lower_at(*at)),
        Means::Airstrike => text.lower_at(*at).starts_with("strike"),
        means => *means == Means::Raid,
    })
}

/// Whether means told elsewhere say more narrowly what struck than these, which leave it open.
pub(crate) fn is_narrower(narrow: &[Means], open: &[Means]) -> bool {
    let of_blast = |means: &Means| {
        matches!(
            means,
            Means::Airstrike | Means::Missile | Means::Drone | Means::Mine
        )
    };
    let of_strike = |means: &Means| matches!(means, Means::Missile | Means::Drone);
    open == [Means::Bomb] && narrow.iter().all(of_blast)
        || open == [Means::Airstrike] && narrow.iter().all(of_strike)
}

/// Words for any burst, whatever has burst.
pub(super) fn is_burst(lower: &str) -> bool {
    matches!(
        lower,
        "blast"
            | "blasts"
            | "explosion"
            | "explosions"
            | "explosive"
            | "explosives"
            | "bomb"
            | "bombs"
            | "bombed"
            | "bombing"
            | "bombings"
            | "exploded"
            | "blew"
            | "blown"
            | "blow"
            | "blows"
            | "detonated"
            | "detonation"
            | "dropped"
    )
}

/// Lets a strike be one from the air where no word says with what else it was made and no workers make it:
/// "a string of strikes on the town", "coalition strikes killed six"; and so the bombs of aircraft.
pub(super) fn strikes(text: &Text<'_>, sentence: &Sentence, means: &mut Vec<At<Means>>) {
    let weapon = |(at, means): &At<Means>| {
        !matches!(
            means,
            Means::Fire | Means::Raid | Means::Vehicle | Means::Siege
        ) && (*means != Means::Bomb || !is_burst(text.lower_at(*at)))
    };
    if means.iter().any(weapon) {
        return;
    }
    let aircraft = |at: &usize| {
        matches!(
            text.lower_at(*at),
            "plane" | "planes" | "aircraft" | "helicopter" | "helicopters" | "airplanes"
        ) || text.says(*at, &["air", "force"])
    };
    let bombed = |(at, means): &&At<Means>| {
        matches!(means, Means::Bomb | Means::Raid)
            && matches!(text.lower_at(*at), "bombed" | "bombing" | "raided")
            && text.tag_at(*at).is_some_and(Tag::is_verb)
    };
    let strike = |at: &usize| {
        matches!(text.lower_at(*at), "strike" | "strikes")
            && text.tag_at(*at).is_some_and(Tag::is_noun)
            && (text.named_at(at.wrapping_sub(1)).is_some()
                || text.tag_at(at.wrapping_sub(1)) == Some(Tag::CD)
                || is_of_force(text, *at)
                || is_blow(text, at + 1))
    };
    let all = || sentence.start..sentence.end;
    let found = match all().find(strike) {
        Some(at) if !all().any(|at| is_of_workers(text.lower_at(at))) => Some(at),
        // Who bombs stands before the verb, or behind "by".
        _ => means.iter().find(bombed).map(|(at, _)| *at).filter(|verb| {
            (sentence.start..*verb).any(|at| aircraft(&at))
                || (*verb..sentence.end)
                    .any(|at| text.lower_at(at) == "by" && (at..at + 5).any(|at| aircraft(&at)))
        }),
    };
    if let Some(at) = found {
        means.push((at, Means::Airstrike));
        means.sort_unstable_by_key(|(at, _)| *at);
    }
}

/// Whether what stands before the strike at token `at` makes a blow of it: "coalition strikes", "a string of
/// strikes"; not "a week of strikes".
fn is_of_force(text: &Text<'_>, at: usize) -> bool {
    match text.lower_at(at.wrapping_sub(1)) {
        "coalition" | "allied" | "military" | "retaliatory" | "precision" | "deadly"
        | "overnight" | "another" => true,
        "of" => matches!(
            text.lower_at(at.wrapping_sub(2)),
            "string" | "series" | "wave" | "barrage" | "round" | "dozens" | "flurry" | "spate"
        ),
        _ => false,
    }
}

/// Whether what stands behind a strike from token `at` on makes a blow of it: "strikes on the town", "killed six".
fn is_blow(text: &Text<'_>, at: usize) -> bool {
    match text.lower_at(at) {
        "on" => !date::is_day_or_month(text.lower_at(at + 1)),
        lower => matches!(
            lower,
            "against"
                | "hit"
                | "hits"
                | "struck"
                | "sank"
                | "killed"
                | "kill"
                | "kills"
                | "killing"
                | "destroyed"
                | "targeted"
                | "targeting"
        ),
    }
}

/// Words that tell of a strike of workers, or of no blow at all.
fn is_of_workers(lower: &str) -> bool {
    [
        "worker", "union", "striker", "wage", "teacher", "employe", "miner", "driver",
    ]
    .iter()
    .any(|stem| lower.starts_with(stem))
        || matches!(
            lower,
            "hunger"
                | "general"
                | "labor"
                | "labour"
                | "transport"
                | "called"
                | "pay"
                | "walkout"
                | "lightning"
                | "armed"
                | "nationwide"
                | "national"
                | "knife"
                | "ground"
        )
}
