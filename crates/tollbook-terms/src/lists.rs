//! The closed lists of a claim: every value that a field may take, with its written name.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

macro_rules! closed_list {
    ($(#[$doc:meta])* $name:ident { $(#[doc = $says:literal] $variant:ident = $text:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name {
            $(#[doc = $says] #[serde(rename = $text)] $variant,)+
        }

        impl $name {
            /// All values, in the order of the list.
            pub const ALL: &'static [$name] = &[$($name::$variant),+];

            /// Returns the written name.
            pub const fn as_str(self) -> &'static str {
                match self { $($name::$variant => $text),+ }
            }

            /// Returns what the value stands for, in one sentence.
            pub const fn says(self) -> &'static str {
                // The comment of the value, without the space that it begins with.
                match self { $($name::$variant => $says.trim_ascii()),+ }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl FromStr for $name {
            type Err = String;

            /// Reads a written name.
            ///
            /// # Errors
            /// Names the whole list when the text is not on it.
            fn from_str(text: &str) -> Result<$name, String> {
                match text {
                    $($text => Ok($name::$variant),)+
                    _ => Err(format!("expected one of {}, but found {text:?}", [$($text),+].join(", "))),
                }
            }
        }
    };
}

closed_list! {
    /// What happened to people or objects.
    Effect {
        /// People who died.
        Killed = "killed",
        /// People hurt but alive.
        Injured = "injured",
        /// Killed or injured, not told apart.
        Casualties = "casualties",
        /// People whose fate is not known.
        Missing = "missing",
        /// Arrested or captured.
        Detained = "detained",
        /// Kidnapped or taken hostage.
        Abducted = "abducted",
        /// Driven from their homes.
        Displaced = "displaced",
        /// Raped or otherwise sexually abused.
        SexualViolence = "sexual_violence",
        /// Tortured.
        Tortured = "tortured",
        /// Objects harmed.
        Damaged = "damaged",
        /// Objects burnt down, levelled, shot down or sunk.
        Destroyed = "destroyed",
    }
}

impl Effect {
    /// Returns whether the effect is one on people, not on objects.
    pub const fn on_people(self) -> bool {
        !matches!(self, Effect::Damaged | Effect::Destroyed)
    }
}

closed_list! {
    /// How the words bind a count.
    Basis {
        /// "5", "a soldier", a name.
        Exact = "exact",
        /// "about 70", "a dozen".
        Approx = "approx",
        /// "at least 5", "more than 5".
        AtLeast = "at_least",
        /// "up to 30".
        AtMost = "at_most",
        /// "10 to 15".
        Range = "range",
        /// "several", "dozens", a bare plural.
        Vague = "vague",
    }
}

closed_list! {
    /// Who or what was harmed, as far as the report says.
    Category {
        /// Residents, villagers, bystanders, worshippers too.
        Civilian = "civilian",
        /// Soldiers, fighters, militants, rebels.
        Combatant = "combatant",
        /// Police.
        Police = "police",
        /// Guards, intelligence.
        Security = "security",
        /// Minors, babies, students of a school.
        Child = "child",
        /// Women.
        Woman = "woman",
        /// Men.
        Man = "man",
        /// Elderly people.
        Elderly = "elderly",
        /// Doctors, nurses, ambulance crews.
        Medic = "medic",
        /// Aid workers.
        AidWorker = "aid_worker",
        /// Peacekeepers.
        Peacekeeper = "peacekeeper",
        /// Journalists.
        Journalist = "journalist",
        /// Politicians, judges, administrators.
        Official = "official",
        /// Clerics.
        Cleric = "cleric",
        /// People named by their work: drivers, miners, farmers.
        Worker = "worker",
        /// Detainees and prisoners.
        Detainee = "detainee",
        /// Refugees and displaced people.
        Refugee = "refugee",
        /// Who dies or is hurt in his own attack.
        Attacker = "attacker",
        /// Foreigners.
        Foreigner = "foreigner",
        /// Homes, dwellings.
        House = "house",
        /// Blocks of flats.
        ApartmentBuilding = "apartment_building",
        /// Other buildings.
        Building = "building",
        /// Hospitals and clinics.
        Hospital = "hospital",
        /// Schools.
        School = "school",
        /// Places of worship.
        Worship = "worship",
        /// Shops, markets, businesses.
        Shop = "shop",
        /// Vehicles, ambulances too.
        Vehicle = "vehicle",
        /// Aircraft.
        Aircraft = "aircraft",
        /// Ships and boats.
        Ship = "ship",
        /// Tanks, bases, posts, weapons.
        Military = "military",
        /// Government buildings.
        Government = "government",
        /// Bridges, power, water, roads, rail.
        Infrastructure = "infrastructure",
        /// Crops, livestock.
        Farm = "farm",
        /// Camps of people.
        Camp = "camp",
        /// Any other people or objects that are named as a kind.
        Other = "other",
    }
}

closed_list! {
    /// How a claim stands to the others of its report.
    RelationKind {
        /// A figure of its own.
        Whole = "whole",
        /// Held in the larger claim.
        Part = "part",
        /// Adds to the claim it points to.
        Additional = "additional",
        /// The same figure of the same harm again.
        Same = "same",
        /// A figure that the report itself replaces by the one pointed to.
        Revised = "revised",
        /// Another claimant's different figure for the same harm.
        Rival = "rival",
    }
}

closed_list! {
    /// What a figure sums.
    Scope {
        /// Harm of one event.
        Incident = "incident",
        /// A running total up to about the time of writing.
        Cumulative = "cumulative",
        /// A total over a closed past.
        Background = "background",
    }
}

closed_list! {
    /// How the report holds the claim.
    Modality {
        /// Said as a fact, with or without a claimant.
        Asserted = "asserted",
        /// Hedged by the report itself.
        Alleged = "alleged",
        /// Someone denies this harm.
        Denied = "denied",
        /// It did not happen.
        Negated = "negated",
        /// Presumed or possible.
        Feared = "feared",
        /// Threats, plans, drills, rules, fiction.
        Hypothetical = "hypothetical",
    }
}

closed_list! {
    /// What brought the harm about.
    Cause {
        /// Violence.
        Violence = "violence",
        /// An accident.
        Accident = "accident",
        /// A disaster of nature.
        Disaster = "disaster",
        /// A disease.
        Disease = "disease",
        /// Anything else, hunger among it.
        Other = "other",
    }
}

closed_list! {
    /// By what means the harm was done.
    Means {
        /// Bombing from the air.
        Airstrike = "airstrike",
        /// Drones.
        Drone = "drone",
        /// Missiles and rockets.
        Missile = "missile",
        /// Shelling, mortars, tanks.
        Artillery = "artillery",
        /// Planted bombs, car bombs, grenades.
        Bomb = "bomb",
        /// Suicide bombs.
        SuicideBomb = "suicide_bomb",
        /// Mines, unexploded ordnance.
        Mine = "mine",
        /// Small arms, gun battles.
        Shooting = "shooting",
        /// Knives, machetes.
        Blade = "blade",
        /// Chemical weapons.
        Chemical = "chemical",
        /// Arson.
        Fire = "fire",
        /// A vehicle driven into people.
        Vehicle = "vehicle",
        /// Beating.
        Beating = "beating",
        /// Torture.
        Torture = "torture",
        /// Executions.
        Execution = "execution",
        /// Siege and hunger.
        Siege = "siege",
        /// Search, storming.
        Raid = "raid",
        /// Any other means that is said.
        Other = "other",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_reads_back_from_its_written_name() {
        for category in Category::ALL {
            assert_eq!(category.as_str().parse(), Ok(*category));
            assert_eq!(
                serde_json::to_string(category).unwrap(),
                format!("{:?}", category.as_str())
            );
        }
        assert!(
            "Killed"
                .parse::<Effect>()
                .unwrap_err()
                .contains("sexual_violence")
        );
    }
}
