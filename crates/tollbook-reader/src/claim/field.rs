//! The fields that a sentence gives by its words: the count.

use crate::rule::Rule;

pub(crate) const COUNT: Rule = Rule {
    name: "count.phrase",
    says: "The number beside a noun counts it, as its words bind it; an article or a name counts one.",
    must: &[
        ("At least 20 people were killed.", "killed 20+"),
        ("A blast killed up to 20 people.", "killed <=20"),
        ("Between 10 and 15 people were wounded.", "injured 10-15"),
        ("A nurse was killed.", "killed 1 medic"),
        ("A few dozen people were injured.", "injured 36.."),
        (
            "Two or three dozen rebels were killed.",
            "killed 24-36 combatant",
        ),
        ("Some 30-odd people were killed.", "killed ~30"),
        ("Half a million people were displaced.", "displaced ~500000"),
        ("Twelve (12) guards were killed.", "killed 12 security"),
        (
            "Every one of the 12 guards was killed.",
            "killed 12 security",
        ),
        (
            "Five girls between 12 and 17 were abducted.",
            "abducted 5 child",
        ),
        ("Three people aged 20, 34 and 50 were killed.", "killed 3"),
    ],
    must_not: &[
        (
            "The 20 km road was closed after 20 years.",
            "neither kilometres nor years are people",
        ),
        (
            "All of them, aged 20, 34 and 50, live near Checkpoint 12.",
            "neither ages nor the number of a checkpoint are people",
        ),
    ],
};

pub(crate) const RULES: &[&Rule] = &[&COUNT];

/// A value by the token that says it.
pub(crate) type At<Value> = (usize, Value);
