//! Clues: what can be seen on somebody in a report that speaks for or against his having done the harm of
//! a claim. What each is worth stands in `model/perpetrator.tsv`; see [`crate::claim::choice`].

use crate::claim::around::positions;
use crate::claim::signs::signs;

signs! {
    /// Something seen on somebody (`one`) and a claim of the report.
    Clue,
    /// A set of clues.
    Clues;
    /// Always there: how likely anybody is named at all.
    Always = "always",
    // How the sentence speaks of one.
    /// The clause of the harm tells it: "X killed", "killed by X".
    Agent = "agent of the harm",
    /// "By X".
    By = "by one",
    /// "X's attack".
    Owner = "one's deed",
    /// "X attacked".
    Subject = "one did",
    /// "Clashes with X".
    Against = "clash with one",
    /// "Blamed on X", "X claimed".
    Blame = "one blamed",
    /// "X entered".
    Acts = "one acts",
    /// "X said".
    Speaks = "one speaks",
    /// Named, no more.
    Mentioned = "one mentioned",
    /// Says that it was he: "X claimed responsibility".
    Claims = "one claims it",
    /// A verb of harm says what the one did.
    Harms = "one harmed",
    /// The clause of the harm makes a pronoun its agent that stands for the one.
    Pronoun = "a pronoun for one is agent",
    /// The same, and for another one.
    OtherPronoun = "a pronoun for another is agent",
    // Where, in the claim's sentence.
    /// The one whom the sentence alone speaks for.
    Own = "nearest",
    /// Up to four words from the harm.
    Close = "within four words",
    /// Up to ten words.
    Near = "within ten words",
    /// Over twenty words.
    Distant = "over twenty words",
    /// Stands behind the harm.
    Behind = "behind the harm",
    // Where, in another sentence.
    /// Told in the title.
    InTitle = "in title",
    /// Told in the first sentence of the text.
    InLead = "in lead",
    /// Told in the sentence before.
    JustBefore = "sentence before",
    /// Told in the sentence after.
    JustAfter = "sentence after",
    /// Told two to four sentences before.
    Before = "two to four before",
    /// Told two to four sentences after.
    After = "two to four after",
    /// Told farther away.
    Far = "farther",
    /// The other sentence has a claim of the same event.
    OfEvent = "sentence of the event",
    /// The other sentence has claims of other events only.
    OfOther = "sentence of other events",
    /// The other sentence has no claims, and those before it are of the same event.
    Aftermath = "silent after the event",
    /// The other sentence has no claims, and those before it are of another event.
    OtherAftermath = "silent after another event",
    /// The claim's sentence turns to a new deed, place or day.
    Turns = "claim turns to something new",
    /// The claim's sentence speaks of a deed told before.
    ThatDeed = "claim speaks of that deed",
    /// The other sentence tells of what the claim is a part or a repetition of.
    OfWhole = "sentence of the whole",
    /// The other sentence names a means of the claim.
    SameMeans = "sentence with the means",
    /// The other sentence names means, and none of the claim's.
    OtherMeans = "sentence with other means",
    /// It stands in the claim's paragraph.
    OneParagraph = "in one paragraph",
    /// The sentence of the claim of the same event that is told next.
    EventsNext = "event's claim after",
    // How another sentence speaks of one that tells of the event, or of another, or follows on one that does.
    /// Did it where the event is told.
    DidInEvent = "one did, of the event",
    /// Did it where another event is told.
    DidInOther = "one did, of another event",
    /// "X's attack" where the event is told.
    OwnerInEvent = "one's deed, of the event",
    /// "X's attack" where another event is told.
    OwnerInOther = "one's deed, of another event",
    /// Claims it where the event is told.
    ClaimsInEvent = "one claims it, of the event",
    /// The clause of another claim of the event tells that the one did that harm.
    AgentInEvent = "agent of harm of the event",
    /// The clause of a claim of another event tells it.
    AgentInOther = "agent of harm of another event",
    /// The clause of another claim tells that the one did harm of the same kind.
    DidSame = "agent of the same harm",
    /// The one is told to have arrested people, and no more.
    Arrests = "one arrests",
    /// Blamed where the event is told.
    BlameInEvent = "one blamed, of the event",
    /// Blamed where another event is told.
    BlameInOther = "one blamed, of another event",
    /// Fought with where the event is told.
    AgainstInEvent = "clash with one, of the event",
    /// Fought with where another event is told.
    AgainstInOther = "clash with one, of another event",
    /// Acts or speaks where the event is told.
    ActsInEvent = "one acts or speaks, of the event",
    /// Acts or speaks where another event is told.
    ActsInOther = "one acts or speaks, of another event",
    /// Named where the event is told.
    MentionedInEvent = "one mentioned, of the event",
    /// Named where another event is told.
    MentionedInOther = "one mentioned, of another event",
    // Who it is.
    /// A side or group by name.
    Actor = "a named side",
    /// An armed body without a name: "the army".
    Force = "a force",
    /// People by a noun for the armed: "gunmen".
    Armed = "armed people",
    /// A person by name.
    Person = "a named person",
    /// Other people.
    People = "other people",
    /// A name of which nothing is known.
    Name = "another name",
    /// A body by a name that no table knows.
    Band = "a body by name",
    /// Comes when the harm is done: police, a court, doctors.
    Comes = "one who comes later",
    /// Words that take up one told before: "the gunmen".
    ToldBefore = "one told before",
    /// Told by a word for terror alone.
    Terror = "a word for terror",
    /// Said to be unknown.
    Unknown = "one unknown",
    /// No name, and the account of the event blames one who has a name.
    NameBlamed = "a name is blamed",
    /// Stands where a place stands.
    Located = "where a place stands",
    /// Words in common with the claimant.
    Claimant = "the claimant",
    /// Words in common with those harmed.
    Victim = "words of the harmed",
    /// Fights for a state as those harmed do, or against one as they do.
    SameKind = "fights as the harmed do",
    /// Fights for a state and those harmed against one, or the other way round.
    OtherKind = "fights against the harmed",
    /// Bears the name of a side, and those harmed the same.
    SameSide = "of the side of the harmed",
    /// Bears the name of a side, and those harmed that of another.
    OtherSide = "of another side than the harmed",
    /// The sentence tells of a fight, and of another side in it that those harmed are of.
    FoughtHarmed = "fought with the harmed",
    /// The sentence tells of a fight, and of no side that those harmed are of.
    FoughtOthers = "fought with others",
    /// Harmed in the sentence that names it.
    Harmed = "harmed there",
    /// Words in common with somebody harmed in another claim of the event.
    VictimOfEvent = "words of others harmed in the event",
    /// Named again elsewhere as one who has done something.
    Again = "named again",
    /// The only one of the report who has done something.
    Sole = "the only one",
    /// The one most often said to have done something.
    Most = "the one named most",
    /// The first named in the text as one who has done something.
    First = "first of the text",
    /// Its own sentence holds it for the harm of another claim of the event.
    OfEventsClaim = "nearest for the event elsewhere",
    /// Its own sentence holds it for the harm of a claim of another event.
    OfOthersClaim = "nearest for another event",
    /// The sentence of the claim before alone speaks for it.
    OfClaimBefore = "nearest for the claim before",
    /// The sentence of the claim after alone speaks for it.
    OfClaimAfter = "nearest for the claim after",
    /// Blamed for several deeds.
    OfSeveral = "blamed for several deeds",
    /// The only one blamed, or who claims a deed.
    SoleBlamed = "the only one blamed",
    /// The only one blamed, and the harm is by a bomb.
    BlamedForBomb = "the only one blamed, a bomb",
    /// The only one of the report who has done something, told where other events are.
    SoleInOther = "the only one, of another event",
    /// At least three sentences name the one.
    Often = "named in three",
    /// At least six.
    VeryOften = "named in six",
    /// The clauses of at least three claims make the one their agent.
    AgentOften = "agent of three",
    /// Some sentence blames the one or says that it claims a deed.
    BlamedToo = "blamed anywhere",
    /// Some sentence says that the one was harmed.
    HarmedToo = "harmed anywhere",
    /// Some sentence lets the one speak.
    SpeaksToo = "speaks anywhere",
    /// The only armed one who has done something.
    SoleArmed = "the only armed one",
    // What the claim is.
    /// By a bomb or a mine.
    Bomb = "by a bomb",
    /// By small arms or by hand.
    Shots = "by small arms",
    /// By shells or from the air.
    Shells = "by shells or from the air",
    /// Those harmed attacked somebody.
    Assailant = "an assailant harmed",
    /// People harmed who bear no arms.
    Unarmed = "unarmed people",
    /// Its own sentence says of nobody that he has done anything.
    NobodyHere = "nobody did anything here",
    /// Another one is told by the clause of the harm.
    OtherAgent = "another is agent",
    /// The claim's own sentence speaks for another one.
    OtherOwn = "another is nearest here",
    /// An arrest by a force.
    ArrestByForce = "arrest, a force",
    /// An arrest, not by a force.
    ArrestByOther = "arrest, no force",
    /// A total of a period.
    Total = "total",
    /// Objects.
    Object = "objects",
    /// People displaced or missing.
    Gone = "displaced or missing",
    /// Nobody harmed.
    Nobody = "nobody harmed",
    /// Feared or hypothetical harm.
    Unreal = "feared or hypothetical",
    /// The claim stands in the title.
    TitleClaim = "claim in title",
    /// The claim is part of another.
    Part = "claim is a part",
}

positions!(Clue);
