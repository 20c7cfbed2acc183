//! Who opens a clause, where nobody stands nearer to its verb of harm, and people by a noun that no list holds.

use tollbook_terms::Count;

use super::Scene;
use crate::phrase::noun::{What, is_body_of_people};
use crate::tag::Tag;

/// How many places in a sentence are tried as the opening of a clause.
const OPENINGS: usize = 12;

impl Scene<'_, '_> {
    /// The people that the clause of the verb group at `group` opens with: "The speaker of the council, who had
    /// been warned, was shot". Nothing, where another verb stands free between.
    pub(super) fn opening(&self, group: usize) -> Vec<usize> {
        let first = self.sentence.start;
        // "two nuns, who were killed": whoever stands before "who".
        let relative = group > first
            && matches!(
                self.text.lower_at(group - 1),
                "who" | "which" | "that" | "whom"
            );
        if relative {
            return Vec::new();
        }
        let opens = |i: usize| {
            i == first
                || matches!(
                    self.text.lower_at(i - 1),
                    "," | ";" | ":" | "and" | "but" | "that" | "when" | "after" | "while" | "as"
                )
        };
        (first..group)
            .filter(|i| opens(*i))
            .take(OPENINGS)
            .find_map(|i| self.opening_at(i, group))
            .unwrap_or_default()
    }

    /// `subject`, or who the clause opens with where nobody and nothing that can be harmed is in it.
    pub(super) fn or_opening(&self, subject: Vec<usize>, group: usize) -> Vec<usize> {
        let stands = subject.iter().any(|p| {
            self.phrases[*p].is_people()
                || self.phrases[*p].what == What::Objects
                || self.is_somebody(*p)
        });
        if stands {
            return subject;
        }
        let opening = self.opening(group);
        if opening.is_empty() { subject } else { opening }
    }

    /// Those told with the one person of `subject` before the verb group: "Holm, along with ten others, was hurt".
    pub(super) fn joined_before(&self, subject: &[usize], group: usize) -> Vec<usize> {
        let [one] = subject else {
            return Vec::new();
        };
        let text = self.text;
        let (end, _) = self.behind_member(*one);
        let from = end + usize::from(text.lower_at(end) == ",");
        let link = match text.lower_at(from) {
            "along" | "together" if text.lower_at(from + 1) == "with" => 2,
            "as" if text.says(from, &["as", "well", "as"]) => 3,
            "alongside" => 1,
            _ => return Vec::new(),
        };
        let list = self.list(from + link, true);
        list.into_iter()
            .filter(|p| {
                let phrase = &self.phrases[*p];
                phrase.end <= group && matches!(phrase.what, What::People | What::Name)
            })
            .collect()
    }

    fn opening_at(&self, at: usize, group: usize) -> Option<Vec<usize>> {
        let one = self.phrase_starting(at)?;
        let phrase = &self.phrases[one];
        let people = matches!(phrase.what, What::People | What::Name)
            && phrase.after.is_none()
            && !self.is_date(one)
            && !(phrase.what == What::Name && phrase.quantity.is_some())
            && phrase.end < group;
        if !people || self.has_free_verb(phrase.end, group) {
            return None;
        }
        let many = matches!(self.text.lower_at(group), "were" | "are" | "have");
        let single = matches!(self.text.lower_at(group), "was" | "is" | "has");
        let mut all = self.list(at, true);
        // Places of origin are no members: "residents of Selm, Ostra and Velden".
        let named = phrase.what == What::Name;
        all.retain(|p| {
            self.phrases[*p].is_people() && (named || self.phrases[*p].what != What::Name)
        });
        if single {
            return (!phrase.plural).then(|| vec![one]);
        }
        (!many || phrase.plural || all.len() > 1).then_some(all)
    }

    /// Whether a verb that is none of a clause with "who", "which" or "that" stands between two tokens.
    fn has_free_verb(&self, from: usize, to: usize) -> bool {
        let text = self.text;
        let (mut relative, mut verbs) = (false, 0);
        (from..to).any(|i| {
            if matches!(
                text.lower_at(i),
                "who" | "which" | "that" | "whose" | "where"
            ) {
                (relative, verbs) = (true, 0);
            }
            // "a guard, identified as Holm,": a participle.
            let participle = text.tag_at(i) == Some(Tag::VBD)
                && text.lower_at(i).ends_with("ed")
                && matches!(
                    text.lower_at(i + 1),
                    "as" | "in" | "by" | "with" | "from" | "for" | "at" | "to" | "of"
                );
            let finite = text
                .tag_at(i)
                .is_some_and(|tag| tag.is_finite() || tag == Tag::MD);
            let speaks = text.word_at(i).is_some_and(|word| word.speech.is_some());
            if finite && !participle {
                verbs += 1;
            }
            finite && !participle && (!relative || verbs > 2 || speaks)
                || matches!(text.lower_at(i), ";" | ":")
        })
    }

    /// "and the cook of the inn killed": the person before "of", "in" or "at", where a verb of harm stands before, or
    /// where he opens the sentence: "Man in his 20s shot dead".
    pub(super) fn past_place(&self, last: usize, last_verb: usize) -> usize {
        let opens = |p: usize| {
            let first = self.joined_left(p).first().copied().unwrap_or(p);
            let start = self.phrases[first].start;
            start == self.sentence.start || self.text.lower_at(start - 1) == ":"
        };
        let mut at = last;
        for _ in 0..3 {
            let phrase = &self.phrases[at];
            let outer = phrase
                .after
                .and_then(|preposition| self.phrase_ending(preposition))
                .filter(|outer| last_verb != usize::MAX || opens(*outer));
            match outer {
                Some(outer) if !phrase.is_people() => at = outer,
                _ => break,
            }
        }
        let one = &self.phrases[at];
        let joined = opens(at)
            || one.after.is_none() && matches!(self.text.lower_at(one.start - 1), "and" | ",");
        if joined && matches!(one.what, What::People | What::Name) {
            at
        } else {
            last
        }
    }

    /// Whether the verb at `at` befalls people alone, so that whoever it takes is one: "was wounded".
    pub(super) fn befalls_people(&self, at: usize) -> bool {
        matches!(
            self.text.lower_at(at),
            "wounded"
                | "injured"
                | "murdered"
                | "assassinated"
                | "beheaded"
                | "lynched"
                | "stabbed"
                | "martyred"
                | "abducted"
                | "kidnapped"
                | "hospitalised"
                | "hospitalized"
        )
    }

    /// Whether the phrase is a single somebody by a noun that is not known: "the boatswain", "a hostler".
    pub(super) fn is_somebody(&self, at: usize) -> bool {
        let text = self.text;
        let phrase = &self.phrases[at];
        let head = text.lower_at(phrase.head);
        let determined = matches!(
            text.lower_at(phrase.start),
            "a" | "an" | "the" | "one" | "his" | "her" | "their" | "our" | "my" | "another"
        );
        let name = phrase.end == phrase.start + 1 && !text.upper && text.capital_at(phrase.head);
        phrase.what == What::Other
            && phrase.after.is_none()
            && matches!(text.tag_at(phrase.head), Some(Tag::NN | Tag::NNP))
            && (determined && phrase.end > phrase.start + 1 || name)
            && phrase.quantity.is_none_or(|q| q.count == Count::exact(1))
            && !self.is_date(at)
            && !is_body_of_people(head)
            && !is_nobody(head)
    }
}

impl Scene<'_, '_> {
    /// Whether the phrase is a thing by a noun that no list holds, behind or before a verb that only things
    /// suffer: "damaged a turnstile", "two looms were destroyed".
    pub(super) fn is_something(&self, at: usize, verb: usize) -> bool {
        let text = self.text;
        let phrase = &self.phrases[at];
        let head = text.lower_at(phrase.head);
        let breaks = matches!(
            text.lower_at(verb),
            "damaged" | "damaging" | "destroyed" | "destroying" | "vandalised" | "vandalized"
        );
        let one = matches!(text.lower_at(phrase.start), "a" | "an" | "one" | "another")
            && phrase.quantity.is_none()
            && text.tag_at(phrase.head) == Some(Tag::NN);
        let counted = phrase
            .quantity
            .is_some_and(|q| !q.article && !q.none && !q.weak);
        breaks
            && phrase.what == What::Other
            && phrase.after.is_none()
            && phrase.end > phrase.start + 1
            && (one || counted)
            && !self.is_date(at)
            && !is_body_of_people(head)
            && !is_nobody(head)
            && !matches!(
                head,
                "life"
                    | "lives"
                    | "career"
                    | "myth"
                    | "way"
                    | "group"
                    | "rest"
                    | "myths"
                    | "careers"
            )
    }
}

/// Nouns of what can be hurt and is no person: animals, parts of a body, feelings, and abstract nouns by their
/// endings.
fn is_nobody(lower: &str) -> bool {
    let abstract_noun = [
        "tion", "sion", "ment", "ness", "ity", "ism", "ship", "ance", "ence", "ure", "age", "hood",
        "ics", "cess",
    ]
    .iter()
    .any(|ending| lower.ends_with(ending));
    abstract_noun
        || matches!(
            lower,
            "dog"
                | "horse"
                | "cow"
                | "bull"
                | "ox"
                | "sheep"
                | "goat"
                | "camel"
                | "donkey"
                | "mule"
                | "cat"
                | "bird"
                | "animal"
                | "elephant"
                | "tiger"
                | "lion"
                | "bear"
                | "pig"
                | "calf"
                | "k-9"
                | "canine"
                | "pet"
                | "beast"
                | "leg"
                | "arm"
                | "hand"
                | "foot"
                | "head"
                | "face"
                | "eye"
                | "neck"
                | "chest"
                | "back"
                | "shoulder"
                | "knee"
                | "thigh"
                | "stomach"
                | "abdomen"
                | "finger"
                | "ear"
                | "skull"
                | "brain"
                | "spine"
                | "limb"
                | "body"
                | "tissue"
                | "skin"
                | "lung"
                | "liver"
                | "heart"
                | "pride"
                | "ego"
                | "soul"
                | "spirit"
                | "reputation"
                | "trust"
                | "country"
                | "nation"
                | "world"
                | "land"
                | "regime"
                | "system"
                | "bill"
                | "plan"
                | "deal"
                | "hope"
                | "dream"
                | "truth"
                | "number"
                | "rest"
                | "majority"
                | "half"
                | "attack"
                | "incident"
                | "convoy"
                | "vehicle"
                | "house"
                | "tree"
                | "economy"
                | "language"
                | "idea"
                | "day"
                | "hour"
                | "moment"
        )
}
