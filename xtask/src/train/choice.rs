//! Learns what signs are worth for a choice: a log-linear choice among ways, of which several may be right,
//! and none of them.

/// Rounds of descent, and how strongly weights are held near those held before where nothing else is said.
const ROUNDS: usize = 400;
const HOLD: f64 = 6.0;

/// One way to choose: the signs seen on it, and whether it is right.
pub(crate) struct Way {
    pub(crate) signs: Vec<usize>,
    pub(crate) right: bool,
}

/// One decision of a report: one of the ways, or none.
pub(crate) struct Decision {
    pub(crate) report: usize,
    pub(crate) ways: Vec<Way>,
    /// Whether none of them is right.
    pub(crate) alone: bool,
    /// What it is worth beside a decision that was read by a careful reader, who is worth 1.
    pub(crate) worth: f64,
}

fn worth(table: &[f64], way: &Way) -> f64 {
    way.signs.iter().map(|sign| table[*sign]).sum()
}

/// What weights are held near before any report is seen, and how strongly.
pub(crate) struct Held {
    weights: Vec<f64>,
    hold: f64,
}

impl Held {
    pub(crate) fn near(weights: Vec<f64>) -> Held {
        Held {
            weights,
            hold: HOLD,
        }
    }

    /// Holds them less strongly.
    pub(crate) fn loosely(self) -> Held {
        Held {
            hold: HOLD / 3.0,
            ..self
        }
    }
}

/// Descends on the decisions of all reports that `takes` takes and on all `more`, from the weights `held`.
pub(crate) fn learn(
    decisions: &[Decision],
    more: &[Decision],
    held: &Held,
    takes: impl Fn(usize) -> bool,
) -> Vec<f64> {
    let mut table = held.weights.clone();
    let (mut mean, mut square) = (vec![0.0; table.len()], vec![0.0; table.len()]);
    for round in 1..=ROUNDS {
        let mut slope: Vec<f64> = table
            .iter()
            .zip(&held.weights)
            .map(|(weight, near)| held.hold * (near - weight))
            .collect();
        for decision in decisions.iter().filter(|d| takes(d.report)).chain(more) {
            let worths: Vec<f64> = decision
                .ways
                .iter()
                .map(|way| worth(&table, way).exp())
                .collect();
            let all: f64 = 1.0 + worths.iter().sum::<f64>();
            let right: f64 = f64::from(decision.alone)
                + worths
                    .iter()
                    .zip(&decision.ways)
                    .filter(|(_, way)| way.right)
                    .map(|(worth, _)| worth)
                    .sum::<f64>();
            for (worth, way) in worths.iter().zip(&decision.ways) {
                let pull = if way.right { worth / right } else { 0.0 } - worth / all;
                for sign in &way.signs {
                    slope[*sign] += decision.worth * pull;
                }
            }
        }
        // Steps of a like size for rare and for frequent signs (Kingma and Ba, "Adam", 2014).
        for i in 0..table.len() {
            mean[i] = 0.9 * mean[i] + 0.1 * slope[i];
            square[i] = 0.99 * square[i] + 0.01 * slope[i] * slope[i];
            let m = mean[i] / (1.0 - 0.9f64.powi(round as i32));
            let s: f64 = square[i] / (1.0 - 0.99f64.powi(round as i32));
            table[i] += 0.05 * m / (s.sqrt() + 1e-8);
        }
    }
    table
}

/// The share of decisions for which the likeliest way is a right one.
fn right(table: &[f64], decisions: &[Decision], takes: impl Fn(usize) -> bool) -> (usize, usize) {
    let (mut right, mut all) = (0, 0);
    for decision in decisions.iter().filter(|d| takes(d.report)) {
        let mut best = (0.0, decision.alone);
        for way in &decision.ways {
            let worth = worth(table, way);
            if worth > best.0 {
                best = (worth, way.right);
            }
        }
        right += usize::from(best.1);
        all += 1;
    }
    (right, all)
}

/// Prints how many decisions are right on reports that were not learned from, and on all that were.
pub(crate) fn crossed(name: &str, decisions: &[Decision], more: &[Decision], held: &Held) {
    const FOLDS: usize = 6;
    let (mut hits, mut all) = (0, 0);
    for fold in 0..FOLDS {
        let table = learn(decisions, more, held, |report| report % FOLDS != fold);
        let (hit, of) = right(&table, decisions, |report| report % FOLDS == fold);
        hits += hit;
        all += of;
    }
    let table = learn(decisions, more, held, |_| true);
    let (seen, _) = right(&table, decisions, |_| true);
    let alone = decisions.iter().filter(|d| d.alone).count();
    println!("{name}: {all} decisions, {alone} alone; right: {hits} held out, {seen} seen");
}
