//! Text families: which reports are copies of one text.
//!
//! A text is kept as a [`Signature`]: how many different runs of five words (shingles) it has, and
//! for each of 120 fixed ways of numbering shingles the smallest number among them (MinHash). The
//! share of equal smallest numbers estimates the share of common shingles (Jaccard), within about
//! 0.045. A wire text that is carried with its last third cut and a new headline has only some 0.6
//! in common with the whole, but nearly all of the shorter text stands in the longer one: so what
//! decides is how much of the *shorter* text is common ([`one_family`]).
//!
//! Words are compared without case, marks, punctuation and spacing. Words, seed and numbers are part
//! of the format: a signature that a book keeps stays comparable.

use std::collections::BTreeSet;

use crate::fold::fold;

/// Words in a shingle.
const WORDS: usize = 5;
/// Groups of smallest numbers that are looked up together.
const BANDS: usize = 40;
/// Smallest numbers in a band: texts with half their shingles in common agree in some band in 99 of
/// 100 cases, texts with a twentieth in common in 1 of 200.
const ROWS: usize = 3;
/// Smallest numbers in a signature.
const MINIMA: usize = BANDS * ROWS;
/// Where the fixed sequence of multipliers starts.
const SEED: u64 = 0x746f_6c6c_626f_6f6b;

/// Below so many shingles a text is short: one sentence of news among stock sentences would be lost
/// in it.
const SHORT: u64 = 60;
/// Of 120 numbers, how many must agree for two texts of which one is short (Jaccard 0.95).
const SHORT_AGREE: u64 = 114;
/// Of 120 numbers, how many must agree at least (Jaccard 0.4): a brief that a long text takes up is
/// no copy of it.
const AGREE: u64 = 48;
/// Percent of the shorter text that must stand in the longer one.
const CONTAINED_PERCENT: u64 = 80;

/// What is kept of a text to find its copies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    shingles: u32,
    minima: [u32; MINIMA],
}

impl Signature {
    /// Bytes of a written signature.
    pub const BYTES: usize = 4 * (1 + MINIMA);

    /// Returns the written form: the number of shingles and the smallest numbers, big-endian.
    pub fn to_bytes(&self) -> Vec<u8> {
        let numbers = std::iter::once(&self.shingles).chain(&self.minima);
        numbers.flat_map(|number| number.to_be_bytes()).collect()
    }

    /// Reads the written form; `None` where the length is not [`Signature::BYTES`].
    pub fn from_bytes(bytes: &[u8]) -> Option<Signature> {
        let (numbers, []) = bytes.as_chunks::<4>() else {
            return None;
        };
        let [shingles, minima @ ..] = numbers else {
            return None;
        };
        let minima: &[[u8; 4]; MINIMA] = minima.try_into().ok()?;
        Some(Signature {
            shingles: u32::from_be_bytes(*shingles),
            minima: minima.map(u32::from_be_bytes),
        })
    }
}

/// Returns the signature of a text. One of fewer than five words is like no other.
pub fn signature(text: &str) -> Signature {
    let folded = fold(text);
    let words: Vec<u64> = folded.split(' ').map(number_of_word).collect();
    let shingles: BTreeSet<u64> = words.windows(WORDS).map(number_of_shingle).collect();
    let mut minima = [u32::MAX; MINIMA];
    let mut state = SEED;
    for minimum in &mut minima {
        let (factor, addend) = (next(&mut state) | 1, next(&mut state));
        for shingle in &shingles {
            let number = (shingle.wrapping_mul(factor).wrapping_add(addend) >> 32) as u32;
            *minimum = number.min(*minimum);
        }
    }
    Signature {
        shingles: u32::try_from(shingles.len()).unwrap_or(u32::MAX),
        minima,
    }
}

/// Returns the keys under which a look-up table finds the texts that may be copies: two texts that
/// share no key are not compared. Empty for a text of fewer than five words.
pub fn bands(signature: &Signature) -> Vec<u64> {
    if signature.shingles == 0 {
        return Vec::new();
    }
    let bands = signature.minima.chunks_exact(ROWS).enumerate();
    bands
        .map(|(band, rows)| {
            rows.iter()
                .fold(mix(band as u64), |key, row| mix(key ^ u64::from(*row)))
        })
        .collect()
}

/// Returns the share of shingles that two texts have in common (Jaccard), estimated: 0 to 1.
pub fn alike(a: &Signature, b: &Signature) -> f64 {
    agreeing(a, b) as f64 / MINIMA as f64
}

/// Returns whether two texts are copies of one: at least 0.4 of all their shingles are common, and
/// 0.8 of those of the shorter one; 0.95 of all where one has fewer than 60 shingles.
pub fn one_family(a: &Signature, b: &Signature) -> bool {
    let agree = agreeing(a, b);
    let (a, b) = (u64::from(a.shingles), u64::from(b.shingles));
    if a.min(b) < SHORT {
        return agree >= SHORT_AGREE;
    }
    // With Jaccard j, j / (1 + j) of a + b shingles are common; the decision is in whole numbers.
    agree >= AGREE
        && 100 * agree * (a + b) >= CONTAINED_PERCENT * (MINIMA as u64 + agree) * a.min(b)
}

/// Returns how many smallest numbers agree.
fn agreeing(a: &Signature, b: &Signature) -> u64 {
    if a.shingles == 0 || b.shingles == 0 {
        return 0;
    }
    let pairs = a.minima.iter().zip(&b.minima);
    pairs.filter(|(a, b)| a == b).count() as u64
}

/// Returns the number of a word: FNV-1a, 64 bits.
fn number_of_word(word: &str) -> u64 {
    word.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

/// Returns the number of a shingle, in which the order of its words counts.
fn number_of_shingle(words: &[u64]) -> u64 {
    words.iter().fold(SEED, |hash, word| mix(hash ^ word))
}

/// Returns the next of a fixed sequence of numbers (SplitMix64).
fn next(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    mix(*state)
}

/// Spreads the bits of a number (the finaliser of SplitMix64).
fn mix(number: u64) -> u64 {
    let number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    number ^ (number >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LEAD: &str = "Rockets struck the grain market of Torvale shortly after eight on Tuesday \
        morning, killing eleven people and wounding at least thirty, the district council said. \
        Stalls burned for hours while shopkeepers carried the wounded to a school that serves as a \
        clinic, because the hospital has had no power since the weekend.";
    const MIDDLE: &str = "A council clerk said the first rocket fell beside the weighing house and \
        the second among people who had run there to help. Among the dead were a baker and his \
        daughter, who sold bread at the northern gate every market day. The army of Ostrand said \
        its batteries had fired on a depot two kilometres away and that it would look into the \
        reports. Velmora called the attack deliberate and asked for monitors to be let in.";
    const END: &str = "The river crossing north of the town stayed closed for a third day, and \
        trucks with flour waited on the far bank. Teachers said lessons would go on in cellars. \
        Elsewhere along the line the night passed quietly, apart from flares over the reservoir \
        and a short exchange of fire near the old brickworks, in which nobody was reported hurt.";
    const OTHER: &str = "Farmers along the lower river began to bring in the barley this week, a \
        fortnight later than usual after a cold spring that kept the ground wet. Prices at the \
        exchange rose slightly. The cooperative hopes to mend the drying house before the rains, \
        but parts are slow to come over the border and the mechanic has left for the coast. \
        Schools will lend their older pupils for the harvest, as they did in earlier years, and \
        the bakery has promised a loaf for each full cart that reaches the mill by evening.";

    fn family(a: &str, b: &str) -> bool {
        let (a, b) = (signature(a), signature(b));
        let met = bands(&a).iter().any(|band| bands(&b).contains(band));
        assert_eq!(one_family(&a, &b), one_family(&b, &a));
        met && one_family(&a, &b)
    }

    #[test]
    fn a_wire_text_with_a_cut_and_a_new_headline_is_a_copy() {
        let wire = format!("{LEAD}\n\n{MIDDLE}\n\n{END}");
        for copy in [
            wire.to_uppercase().replace(' ', "\n  "),
            format!("Market day ends in blood as rockets rain on Torvale\n\n{LEAD} {MIDDLE}"),
            format!("{LEAD} {END}"),
            format!("{MIDDLE} {END}"),
            wire.replace("killing eleven", "killing twelve"),
            format!("Correction: an earlier version gave another number.\n{wire}")
                .replace("killing eleven", "killing fourteen"),
        ] {
            assert!(family(&wire, &copy), "{copy}");
        }
    }

    #[test]
    fn texts_with_the_same_background_are_no_copies() {
        let stock = format!("{MIDDLE} {END}");
        let one = format!("{LEAD} {}", &stock[..400]);
        let two = format!("{OTHER} {}", &stock[..400]);
        assert!(!family(&one, &two));
        assert!(!family(LEAD, OTHER));
    }

    #[test]
    fn a_brief_is_no_copy_of_the_long_text_that_takes_it_up() {
        let long = format!("{LEAD} {MIDDLE} {END} {OTHER}").repeat(2);
        assert!(!family(LEAD, &format!("{long} {OTHER}")));
    }

    #[test]
    fn short_reports_with_stock_sentences_are_no_copies() {
        let stock = "Velmora and Ostrand have fought over the Torvale ridge since last spring. \
            Neither side's account could be checked. Monitors have not been let into the area \
            since the talks broke down, and telephone lines are mostly cut.";
        let one = format!("Two farmers were killed near the mill on Monday. {stock}");
        let two = format!("A medic was wounded at the bridge on Friday night. {stock}");
        assert!(!family(&one, &two));
        assert!(family(&one, &one.to_lowercase()));
    }

    #[test]
    fn a_text_of_fewer_than_five_words_is_like_no_other() {
        for short in ["", "   ", "two killed in Torvale"] {
            assert!(bands(&signature(short)).is_empty());
            assert!(!family(short, short));
        }
    }

    #[test]
    fn a_signature_reads_back_what_it_writes() {
        let kept = signature(LEAD);
        assert_eq!(kept.to_bytes().len(), Signature::BYTES);
        assert_eq!(Signature::from_bytes(&kept.to_bytes()), Some(kept));
        for length in [0, 1, 3, 4, Signature::BYTES - 4, Signature::BYTES + 4] {
            assert_eq!(Signature::from_bytes(&vec![0; length]), None);
        }
    }

    #[test]
    fn a_signature_stays_what_it_was_when_books_were_written() {
        let kept = signature("one two three four five six");
        assert_eq!(kept.shingles, 2);
        // Computed apart from this code, from the constants above.
        assert_eq!(&kept.minima[..3], &[669658582, 2156133337, 3718437827]);
    }

    #[test]
    fn likeness_is_estimated_closely() {
        let (a, b) = (signature(&format!("{LEAD} {MIDDLE}")), signature(LEAD));
        let truth = f64::from(b.shingles) / f64::from(a.shingles);
        assert!((alike(&a, &b) - truth).abs() < 0.15);
        assert!(alike(&a, &signature(OTHER)) < 0.05);
        assert!((alike(&a, &a) - 1.0).abs() < f64::EPSILON);
    }
}
