//! Signs: what can be seen on two claims of a report that speaks for or against a relation.
//!
//! Each sign is a plain yes-or-no question with a name. What a sign is worth for each relation stands in
//! `model/relation.tsv`; see [`super::weigh`].

use crate::claim::signs::signs;

signs! {
    /// Something seen on a claim (`this`) and another (`other`) of its report.
    Sign,
    /// A set of signs.
    Signs;
    /// Always there: how usual the relation is.
    Always = "always",
    // Where they stand.
    /// This one stands in the title.
    InTitle = "this in title",
    /// The other one stands in the title.
    ToTitle = "other in title",
    /// The other one stands in the first sentence of the text.
    ToLead = "other in lead",
    /// The other one is told later.
    Forward = "other told later",
    /// Both stand in one sentence.
    OneSentence = "one sentence",
    /// One verb or noun of harm tells both.
    OneTrigger = "one word of harm",
    /// They stand in neighbouring sentences.
    NextSentence = "next sentence",
    /// They stand two to four sentences apart.
    Near = "two to four sentences apart",
    /// They stand more than eight sentences apart.
    Far = "over eight sentences apart",
    /// No other claim of this effect stands between.
    Nearest = "nearest of its effect",
    /// The other one is the first of its effect in the report.
    First = "other is first of its effect",
    /// The other one is the largest of its effect and scope in the report.
    Largest = "other is largest of its effect",
    /// One is the title, the other the first sentence.
    TitleAndLead = "title and lead",
    /// The other one is the claim right before.
    JustBefore = "other right before",
    /// The last one before that counts more, of the same effect.
    NearestLarger = "nearest larger of its effect",
    /// Both stand in one paragraph of several.
    OneParagraph = "one paragraph",
    /// One paragraph, and another effect.
    ParagraphOther = "one paragraph, other effect",
    /// One sentence, and another effect.
    SentenceOther = "one sentence, other effect",
    /// The claim right before, and of another effect.
    BeforeOther = "other right before, other effect",
    /// Neighbouring sentences, and this one brings in a doer.
    NextAndDoer = "next sentence, this brings in a doer",
    /// Neighbouring sentences, and nothing new.
    NextAndNothing = "next sentence, nothing new",
    /// The last of its effect, and this one is larger.
    NearestAndLarger = "nearest of its effect, this larger",
    // What the claim right before this one, in the same sentence, was found to be.
    /// The same as one in the other's sentence.
    BesideSame = "beside the same",
    /// A part of one in the other's sentence.
    BesidePart = "beside a part",
    /// A rival to one in the other's sentence.
    BesideRival = "beside a rival",
    /// Something to one in a third sentence.
    BesideThird = "beside one tied to a third",
    /// With what was found to be a part of the other one, this one makes it up.
    Completes = "completes the parts of other",
    /// A figure of its own.
    BesideWhole = "beside a whole",
    // What the last claim of its effect, in a sentence before, was found to be.
    /// A part of the other one.
    AfterPart = "after a part of other",
    /// The same, and the other sentence tells several attacks.
    AfterPartMany = "after a part of other, which tells several attacks",
    /// The same, and this one brings something new.
    AfterPartNew = "after a part of other, something new",
    /// With what was found to be a part of the other one, this one does not make it up yet.
    Fits = "fits with the parts of other",
    /// With what was found to be a part of the other one, this one is too large.
    Exceeds = "exceeds other with its parts",
    /// This one is told to be a part of what the other one was found to be a part of.
    BothParts = "both parts of one figure",
    // What they count.
    /// The same figure, above three.
    SameMany = "same figure over three",
    /// The same figure, two or three.
    SameFew = "same figure of two or three",
    /// Both are one.
    SameOne = "both one",
    /// The same figure, bound by the same words.
    SameBasis = "same figure and basis",
    /// The figures differ by less than a quarter.
    Close = "figures close",
    /// This figure is smaller.
    Smaller = "this smaller",
    /// This figure is less than half of the other.
    Half = "this under half",
    /// This one is larger.
    Larger = "this larger",
    /// This one counts one.
    One = "this is one",
    /// This figure is vague, and the other one may be what it stands for.
    VagueOf = "this vague, other fits",
    /// The other figure is vague, and this one may be what it stands for.
    ExactOf = "other vague, this fits",
    /// Both figures are vague and differ.
    BothVague = "both vague",
    /// This one is in a run of figures that sum to the other.
    Sums = "sums to other",
    /// There is a figure that this one is in a sum of, and the other one is not it.
    SumsElsewhere = "sums to a third",
    /// Both are in one sum: neither is the other.
    SumsTogether = "both in one sum",
    /// The same figure of three or less, and a new day, place or attack.
    FewAndNew = "same figure to three, something new",
    /// The verb of this one harms a list of people who together are as many as the other one: "a clerk and
    /// two drivers … the three".
    ListSums = "its list sums to other",
    /// The same, and the other one is told later.
    ListSumsLater = "its list sums to other, told later",
    /// The same, and the other one is definite: "the two".
    ListSumsToThem = "its list sums to other, other definite",
    /// A run of figures that sums to five or more.
    SumsToMany = "sums to other, over four",
    /// The other one is in the title and the largest of its effect, and this one is smaller.
    UnderTitle = "smaller than the largest in title",
    /// This one is a bare plural or "some".
    Bare = "this a bare plural",
    /// Both are one, and this one is definite or a pronoun.
    ThatOne = "both one, this definite",
    /// Both are one, told by "a" each.
    OneEach = "both one, each indefinite",
    /// Another claimant's figure, near to the other one, of the same people.
    RivalFigure = "other claimant, figures close, same people",
    // Whom they count.
    /// The same head noun.
    SameNoun = "same noun",
    /// This one has no noun of its own.
    NoNoun = "this has no noun",
    /// "The bodies", "the two men", "the duo": a noun that fits any people told before.
    TheGeneral = "this definite, noun general",
    /// "The murder of", "his abduction": a deed that has been told.
    TheDeed = "this told by the deed",
    /// Two nouns, not the same.
    OtherNoun = "other noun",
    /// The same person by name.
    SameName = "same name",
    /// Both are named, and not alike.
    OtherName = "other name",
    /// This one is a person by name.
    Named = "this is named",
    /// The other one is a person by name.
    ToNamed = "other is named",
    /// The same categories, at least one.
    SameCategory = "same categories",
    /// This one has a category, the other one has none.
    Narrower = "this has categories, other none",
    /// The other one has a category, this one has none.
    Wider = "other has categories, this none",
    /// Categories of both, none in common.
    OtherCategory = "other categories",
    /// Fighters against civilians, police against soldiers: people of whom none can be the others.
    OtherKind = "people of another kind",
    /// The nationality or side named in both is the same.
    SameSide = "same side",
    /// Two sides are named.
    OtherSide = "other side",
    /// The other claim has another effect.
    OtherEffect = "other effect",
    /// One is harm to bodies, the other an arrest, a flight, or damage.
    OtherHarm = "harm of another kind",
    /// This one is an object.
    Object = "this is an object",
    // How this one is told.
    /// "The five", "these men".
    Definite = "this definite",
    /// "His nephew", "the mayor's driver": somebody by somebody else.
    Theirs = "this somebody of theirs",
    /// "Was also killed": the verb itself says that there were others.
    AlsoHarmed = "this also harmed",
    /// "A woman".
    Indefinite = "this indefinite",
    /// "One of the gunmen", "the bomber": who may have done it.
    Doer = "this a doer",
    /// The same, and the other one is no doer.
    DoerOfOther = "this a doer, other none",
    /// "He", "they".
    Pronoun = "this a pronoun",
    /// "Another", "more", "other", "further".
    More = "this says more or another",
    /// "Others" as the noun itself.
    Others = "this says others",
    /// "Two of them", "among the dead".
    Partitive = "this partitive",
    /// "Two of them", "14 of the wounded", "of those killed, 11".
    OfThem = "this some of them",
    /// "One later died of his wounds": one of those hurt.
    LaterDied = "this one who later died",
    /// "Two of his guards", "three of the trucks": of people or things that need not be told before.
    OfTheirs = "this some of theirs",
    /// "On Velden nine": a number behind a place of its own.
    Gapped = "this a number at a place of its own",
    /// "The other five", "the remaining two".
    TheOther = "this the others",
    /// The words make this one part of the other: "ten, including two".
    Within = "this included in other",
    /// This one is in a list behind "including", the other one stands before it.
    Listed = "this listed after other",
    /// "One of the four", and the other one is not four.
    OfOthers = "this partitive of another number",
    /// "One of the four", and the other one is four.
    OfThatMany = "this partitive of that number",
    /// "Two of them", and the other one is the last that counts more.
    OfThemNear = "this some of them, nearest larger",
    /// "Two of them", and the other one counts other people.
    PartitiveOther = "this partitive of others",
    /// The words make this one part of a third.
    WithinThird = "this included in a third",
    /// The words make the other one part of a third.
    ToPart = "other included in a third",
    /// The other one is told with "another" or "more".
    ToMore = "other says more or another",
    // What else their sentences say.
    /// This sentence opens on a new event: "elsewhere", "in another attack".
    Elsewhere = "this sentence turns elsewhere",
    /// "Elsewhere", "in another incident", "in a separate attack": the words begin or name another event.
    Turns = "this of another attack",
    /// "In Ostra, a man was killed": the sentence begins with its place.
    Fronted = "this sentence opens with its place",
    /// "Also".
    Also = "this sentence says also",
    /// "Earlier", "previously".
    Earlier = "this sentence says earlier",
    /// "Last month", "two years ago", "a day earlier": the sentence tells of another day than the report.
    Recalls = "this sentence recalls",
    /// "Had killed": the sentence looks back.
    Pluperfect = "this sentence looks back",
    /// "In all", "a total of", "the toll".
    Total = "this sentence says total",
    /// "Total" or "toll" in the other sentence.
    ToTotal = "other sentence says total",
    /// "Up from", "rose", "revised".
    Rise = "this sentence says rise",
    /// "Rose", "revised" in the other sentence.
    ToRise = "other sentence says rise",
    /// "Earlier", "initially" in the other sentence.
    ToEarlier = "other sentence says earlier",
    /// "But", "however".
    But = "this sentence says but",
    /// "Only", "denied", "put the toll at".
    Dispute = "this sentence disputes",
    /// "Raising the toll to ten", "brought to 98 the number".
    Brings = "this brought to",
    /// The other one is what the toll was brought to.
    ToBrings = "other brought to",
    /// The other one is the total that a toll was brought to; this one is the first of an event before it.
    BroughtFirst = "other the total brought to, this first of its effect",
    /// The same, and this is the last one before it.
    BroughtLast = "other the total brought to, this last of its effect",
    /// The other one is of the same kind of time and brought to: the old toll.
    BroughtOld = "other the toll brought to, this before it",
    /// "Counted 19 bodies", "a toll of 31", "ten dead".
    Tally = "this a tally",
    /// A tally by another claimant.
    RivalTally = "tally of another claimant",
    /// "Put the toll at 60": a number without people of its own.
    PutAt = "this put at",
    /// "And not six", "rather than six".
    NotSo = "this said not to be so",
    /// The other sentence tells several attacks.
    ToMany = "other sentence tells several attacks",
    /// This sentence tells several attacks.
    Many = "this sentence tells several attacks",
    /// "A string of attacks", "across the north".
    Across = "this sentence tells of attacks of one time",
    /// "On Monday alone".
    Alone = "this sentence says alone",
    /// "One of", "the deadliest", "the worst": one attack is singled out.
    Single = "this sentence singles out one",
    /// "The attack", "this blast": the sentence speaks of one told before.
    ThatDeed = "this sentence says the attack",
    /// "An attack", "another blast": the sentence begins one.
    NewDeed = "this sentence says an attack",
    /// "Gunmen", "a suicide bomber": the sentence brings in who has done it.
    NewAgent = "this sentence brings in a doer",
    /// The other sentence tells several attacks, this one names another place.
    ManyThenPlace = "several attacks, one place",
    /// The other sentence tells several attacks, and this one begins one of that time.
    ManyThenOne = "several attacks, then one",
    /// This sentence brings no new day, place or attack.
    NothingNew = "nothing new",
    // Fields.
    /// Both name a day, and the days meet.
    SameDay = "same day",
    /// Both name a day, and the days differ.
    OtherDay = "other day",
    /// The sentences of both name a day, and the days differ.
    OwnDays = "each its own day",
    /// Only this one names a day.
    NewDay = "only this names a day",
    /// The other one alone names a day.
    OldDay = "only other names a day",
    /// This one is over a week old, the other one is not.
    LongAgo = "only this long ago",
    /// The other one is over a week old, this one is not.
    ToLongAgo = "only other long ago",
    /// Both name a place, and the names meet.
    SamePlace = "same place",
    /// Both name a place, and the names differ.
    OtherPlace = "other place",
    /// Only this one names a place.
    NewPlace = "only this names a place",
    /// Only the other one names a place.
    OldPlace = "only other names a place",
    /// The countries differ.
    OtherCountry = "other country",
    /// A means in common.
    SameMeans = "same means",
    /// Means of both, none in common.
    OtherMeans = "other means",
    /// The same claimant.
    SameClaimant = "same claimant",
    /// Two claimants.
    OtherClaimant = "other claimant",
    /// Only this one has a claimant.
    NewClaimant = "only this has a claimant",
    /// The same perpetrator.
    SameDoer = "same perpetrator",
    /// Two perpetrators.
    OtherDoer = "other perpetrator",
    /// Both are totals of a period.
    BothTotals = "both totals",
    /// This one is of an event, the other one a total of a period.
    ToTotals = "other a total of a period",
    /// This one is a total of a period, the other one of an event.
    FromTotals = "this a total of a period",
    /// The modalities differ.
    OtherModality = "other modality",
    /// This one is hedged.
    Hedged = "this hedged",
    /// Nobody is harmed.
    Nobody = "this is nobody",
    // What the relation says of the event.
    /// This one was found to be the same figure, or a part said so in words.
    Bound = "bound by relation",
    /// This one was found to be a part of the other.
    PartOf = "part by relation",
    /// Both were found to be parts of one.
    Siblings = "parts of one",
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sign_has_a_bit_of_its_own_and_comes_back() {
        assert!(Sign::ALL.len() <= 256);
        let mut signs = Signs::default();
        signs.note(Sign::Always, true);
        signs.note(Sign::Siblings, true);
        signs.note(Sign::More, false);
        assert_eq!(
            signs.iter().collect::<Vec<_>>(),
            [Sign::Always, Sign::Siblings]
        );
        assert!(!signs.has(Sign::More));
    }
}
