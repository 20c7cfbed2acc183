//! What harm a command is asked about.

use clap::Args;
use clap::builder::{NonEmptyStringValueParser, PossibleValuesParser, TypedValueParser};
use jiff::civil::Date;
use tollbook_book::ClaimFilter;
use tollbook_reader::actor::ActorTable;
use tollbook_terms::{Category, Cause, Effect, Party, Question};

use crate::failure::{Exit, Failure};

/// Which harm.
#[derive(Debug, Args)]
pub(crate) struct HarmArgs {
    /// Only harm on this day or later (2031-03-04)
    #[arg(long, value_name = "DAY", value_parser = day)]
    since: Option<Date>,
    /// Only harm on this day or earlier
    #[arg(long, value_name = "DAY", value_parser = day)]
    until: Option<Date>,
    /// Only harm at a place of this name, or in the country with this ISO code in capitals
    #[arg(long, value_name = "NAME", value_parser = NonEmptyStringValueParser::new())]
    place: Option<String>,
    /// Only this effect
    #[arg(long, value_parser = effects())]
    effect: Option<Effect>,
    /// Only this category of people or objects
    #[arg(long, value_parser = categories())]
    category: Option<Category>,
    /// Only harm that someone blames on this party, by its id, a name or a demonym
    #[arg(long, value_name = "PARTY")]
    party: Option<String>,
}

/// Which cause.
#[derive(Debug, Args)]
pub(crate) struct CauseArgs {
    /// Harm by this cause
    #[arg(long, default_value = "violence", value_parser = causes())]
    cause: Cause,
}

impl HarmArgs {
    /// Refuses a period that ends before it begins.
    pub(crate) fn check(&self) -> Result<(), Failure> {
        match (self.since, self.until) {
            (Some(since), Some(until)) if until < since => Err(Failure::new(
                Exit::WrongUse,
                format!("--since {since} is later than --until {until}"),
            )
            .hint("exchange the two days")),
            _ => Ok(()),
        }
    }

    /// Returns the question, in which a party is named by its id.
    ///
    /// # Errors
    /// Refuses a party that nobody knows.
    pub(crate) fn question(
        &self,
        cause: &CauseArgs,
        parties: &[Party],
    ) -> Result<Question, Failure> {
        Ok(Question {
            since: self.since,
            until: self.until,
            place: self.place.clone(),
            effect: self.effect,
            category: self.category,
            party: self.party(parties)?,
            cause: cause.cause,
        })
    }

    /// Returns the claims in question.
    ///
    /// # Errors
    /// Refuses a party that nobody knows.
    pub(crate) fn claims(&self, parties: &[Party]) -> Result<ClaimFilter, Failure> {
        Ok(ClaimFilter {
            effect: self.effect,
            category: self.category,
            party: self.party(parties)?,
            place: self.place.clone(),
            since: self.since,
            until: self.until,
            ..ClaimFilter::default()
        })
    }

    fn party(&self, parties: &[Party]) -> Result<Option<String>, Failure> {
        let Some(asked) = &self.party else {
            return Ok(None);
        };
        let actors = ActorTable::new(parties);
        let Some(id) = actors.named(asked) else {
            let what = format!("no party is named \"{asked}\"");
            return Err(Failure::new(Exit::WrongUse, what).hint(
                "tollbook party lists those of the book; a state or armed group goes by its name",
            ));
        };
        Ok(Some(id.to_owned()))
    }
}

fn day(text: &str) -> Result<Date, String> {
    text.parse()
        .map_err(|_| "expected a day as 2031-03-04".to_owned())
}

fn effects() -> impl TypedValueParser<Value = Effect> {
    PossibleValuesParser::new(Effect::ALL.iter().map(|effect| effect.as_str()))
        .try_map(|text| text.parse::<Effect>())
}

fn categories() -> impl TypedValueParser<Value = Category> {
    PossibleValuesParser::new(Category::ALL.iter().map(|category| category.as_str()))
        .try_map(|text| text.parse::<Category>())
}

fn causes() -> impl TypedValueParser<Value = Cause> {
    PossibleValuesParser::new(Cause::ALL.iter().map(|cause| cause.as_str()))
        .try_map(|text| text.parse::<Cause>())
}
