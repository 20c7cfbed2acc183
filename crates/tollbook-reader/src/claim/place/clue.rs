//! Clues: what can be seen on a place in a report that speaks for or against its holding the harm of a
//! claim. What each is worth stands in `model/place.tsv`; see [`crate::claim::choice`].

use crate::claim::around::positions;
use crate::claim::signs::signs;

signs! {
    /// Something seen on a place (`it`) and a claim of the report.
    PlaceClue,
    /// A set of clues to a place.
    PlaceClues;
    /// Always there: how likely any place is named at all.
    Always = "always",
    // How the sentence speaks of it.
    /// "In Ostra".
    In = "in it",
    /// "Struck Ostra", "the Ostra bombing".
    Struck = "struck",
    /// "North of Ostra".
    Beside = "beside it",
    /// "To Ostra".
    Passing = "in passing",
    /// The place of writing.
    Written = "written in it",
    /// "Ostra said".
    Bare = "acts or owns",
    /// Those are from it whom a noun behind it names: "an Ostra man".
    Whose = "before a noun for people",
    /// Somebody speaks or is nursed in it.
    Heard = "heard in it",
    /// It stands with harm, an attack or what took place.
    WithHarm = "with harm",
    /// It stands with a verb that tells of no harm.
    WithOther = "with another verb",
    // What it is.
    /// A building, a street, a camp, a quarter.
    Spot = "a spot",
    /// A town or village.
    Town = "a town",
    /// A province, a landscape.
    Region = "a region",
    /// A country.
    Country = "a country",
    /// A noun for a place belongs to it.
    Kind = "a noun for a place",
    /// A name of which nothing is known, and that stands as others than places do.
    Unsure = "unsure",
    /// A hospital or a morgue.
    Ward = "a hospital",
    /// The country that most places of the report lie in.
    Home = "the country of the report",
    /// Its country is known.
    Known = "of a known country",
    /// Lies in another country than most places of the report.
    Abroad = "of another country",
    /// Two places together: "Ostra and Selm".
    Both = "two together",
    /// The place right behind it holds it: "Ostra, Velmora".
    Inner = "held by the next",
    /// It holds the place right before it.
    Outer = "holds the one before",
    /// It only tells where the place before it lies: "Selm, a village near Ostra".
    TellsWhere = "tells where the one before lies",
    // Where, in the claim's sentence.
    /// The place that the sentence alone speaks for.
    Own = "nearest",
    /// Up to four words from the harm.
    Close = "within four words",
    /// Up to ten words.
    Near = "within ten words",
    /// Over twenty words.
    Distant = "over twenty words",
    /// Stands behind the harm.
    Behind = "behind the harm",
    /// The only place that the sentence names.
    Lone = "the only one here",
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
    /// The last place named before the claim's sentence.
    Last = "last before",
    /// The last place named before it, in its paragraph.
    LastHere = "last before, in one paragraph",
    /// The first place named after the claim's sentence.
    Next = "first after",
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
    // How it stands among the places of the report.
    /// Named again elsewhere.
    Again = "named again",
    /// The one named most.
    Most = "the one named most",
    /// The first place of the text that something happens in.
    First = "first of the text",
    /// Its own sentence holds it for the place of another claim of the event.
    OfEventsClaim = "nearest for the event elsewhere",
    /// Its own sentence holds it for the place of a claim of another event.
    OfOthersClaim = "nearest for another event",
    /// The narrowest for which the sentences of the event speak.
    Narrowest = "narrowest of the event",
    /// Its own sentence speaks for a place.
    OtherOwn = "another is nearest here",
    /// Its own sentence speaks for a wider place.
    WithinOwn = "narrower than the nearest here",
    /// Its own sentence speaks for a narrower place.
    AroundOwn = "wider than the nearest here",
    /// Narrower than what its own sentence speaks for, and other claims of the event speak for it.
    InnerOfEvent = "narrower, of the event",
    /// The narrowest of the account of the event that something happens in.
    OfAccount = "narrowest of the account",
    /// Narrower than all for which the sentences of the event speak.
    WithinEvent = "narrower than all of the event",
    /// The claim is said to be in a place of its sort: "in the town".
    InThat = "claim in that sort of place",
    /// The claim's sentence speaks of a place of its sort.
    OfThat = "claim speaks of that sort of place",
    /// The claim's sentence speaks of a place that may be it.
    MayBeThat = "claim speaks of a place that may be it",
    /// The claim's sentence speaks of a place that it is not.
    NotThat = "claim speaks of another sort of place",
    /// The claim is "there", and it is the last place named.
    There = "claim is there, last before",
    // What the claim is.
    /// A total, and the place is a country.
    TotalCountry = "total, a country",
    /// A total, and the place is the country of the report.
    TotalHome = "total, the country of the report",
    /// A total, and its own sentence alone speaks for the place.
    TotalOwn = "total, nearest",
    /// A total, and the place is none.
    TotalPart = "total, no country",
    /// A total of a closed past.
    Past = "total of a past",
    /// Objects.
    Object = "objects",
    /// People displaced or missing.
    Gone = "displaced or missing",
    /// Arrested.
    Arrest = "arrest",
    /// Feared or hypothetical harm.
    Unreal = "feared or hypothetical",
    /// The claim stands in the title.
    TitleClaim = "claim in title",
    /// The claim is part of another.
    Part = "claim is a part",
    /// The claim is of the first event.
    FirstEvent = "claim of the first event",
}

positions!(PlaceClue);
