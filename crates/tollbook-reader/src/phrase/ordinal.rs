//! Words that count by place: "first" to "twentieth".

/// The words, from the first on.
pub(crate) const ORDINALS: [&str; 20] = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
];

/// Returns the place that a word tells: 3 for "third".
pub(crate) fn ordinal(lower: &str) -> Option<u8> {
    let place = ORDINALS.iter().position(|word| *word == lower)?;
    Some(place as u8 + 1)
}
