//! How near the words of a sentence stand to its words of harm, counted across the borders of clauses.

use crate::lexicon::Speech;
use crate::tag::Tag;
use crate::text::Text;
use crate::token::Sentence;

/// The tolls for walking through a sentence, summed from its start, so that any distance is one
/// subtraction.
#[derive(Default)]
pub(crate) struct Borders {
    start: usize,
    rightward: Vec<u32>,
    leftward: Vec<u32>,
}

impl Borders {
    pub(crate) fn new(text: &Text<'_>, sentence: &Sentence) -> Borders {
        let width = sentence.end - sentence.start + 1;
        let mut borders = Borders {
            start: sentence.start,
            rightward: Vec::with_capacity(width),
            leftward: Vec::with_capacity(width),
        };
        let (mut right, mut left) = (0, 0);
        for at in sentence.start..sentence.end {
            borders.rightward.push(right);
            borders.leftward.push(left);
            let (a, b) = toll(text, at);
            right += 1 + a;
            left += 1 + b;
        }
        borders.rightward.push(right);
        borders.leftward.push(left);
        borders
    }

    /// Returns the way from the tokens `start..end` to the token `at`; nothing where it is among them.
    pub(crate) fn distance(&self, at: usize, (start, end): (usize, usize)) -> u32 {
        let sum = |sums: &[u32], from: usize, to: usize| {
            let at = |i: usize| sums.get(i.saturating_sub(self.start)).copied();
            at(to).zip(at(from)).map_or(0, |(to, from)| to - from)
        };
        if at >= end {
            sum(&self.rightward, end, at)
        } else if at < start {
            sum(&self.leftward, at + 1, start)
        } else {
            0
        }
    }
}

/// What it costs to walk over token `at` from the harm to its right, and to its left.
fn toll(text: &Text<'_>, at: usize) -> (u32, u32) {
    match text.lower_at(at) {
        ";" => return (12, 12),
        ":" => return (6, 4),
        "but" | "while" | "whereas" | "meanwhile" | "although" | "though" => return (20, 20),
        // "an attack as a result of which five died": the harm belongs to what stands before.
        "as" if text.says(at, &["as", "a", "result"]) => return (0, 0),
        "after" | "when" | "as" | "because" | "following" | "where" => return (0, 20),
        "before" | "until" => return (12, 12),
        "and" if text.lower_at(at.wrapping_sub(1)) == "," => return (6, 4),
        "who" | "which" => return (5, 1),
        "," => return (1, 1),
        _ => {}
    }
    let tag = text.tag_at(at);
    let finite = tag.is_some_and(Tag::is_finite);
    let word = text.word_at(at);
    let says = word.is_some_and(|word| matches!(word.speech, Some(Speech::Say | Speech::Claim)));
    let harms = word.is_some_and(|word| word.verb.is_some());
    let helps = matches!(
        text.lower_at(at),
        "was" | "were" | "is" | "are" | "has" | "have" | "had" | "did" | "does" | "do"
    );
    match (finite, says) {
        (true, true) => (10, 12),
        (true, _) if !helps && !harms => (8, 6),
        _ => (0, 0),
    }
}
