//! Sentences of every kind of doubt: what the words before a harm are in doubt of, and what they leave as it is.

use tollbook_reader::Reader;
use tollbook_terms::{Modality, Report};

/// Asserts that every sentence of `sentences` tells harm, and holds all of it as `modality`.
fn all_held(modality: Modality, sentences: &[&str]) {
    let reader = Reader::new(&[]);
    let mut wrong = Vec::new();
    for text in sentences {
        let report = Report {
            text: (*text).to_owned(),
            ..Report::default()
        };
        let claims = reader.read(&report).claims;
        if claims.is_empty() || claims.iter().any(|claim| claim.modality != modality) {
            wrong.push(*text);
        }
    }
    assert!(wrong.is_empty(), "not held as {modality:?}: {wrong:#?}");
}

#[test]
fn a_harm_that_is_a_fact_stays_one_whatever_stands_in_doubt_beside_it() {
    all_held(
        Modality::Asserted,
        &[
            "She never meant to kill the clerk, she told the judge.",
            "They never intended to kill the two nurses, he told the court.",
            "The judge, who would be shot dead a year later, opened the bridge.",
            "Two clerks who would later die of their wounds were taken to hospital.",
            "Three of the wounded would die in hospital the next day.",
            "He would go on to kill two other men.",
            "It was not clear who killed the two guards.",
            "It was not clear whether the two killed guards had been armed.",
            "It is not known why the two men were shot dead.",
            "Police do not know who killed the nurse.",
            "Nobody has claimed responsibility for killing the two guards.",
            "The army refused to say how the nine villagers were killed.",
            "He could not save the two children who were killed.",
            "The two guards could be heard screaming before they were killed.",
            "Doctors could not save the boy, who died on Friday.",
            "Rebels who wanted to cross the river killed two guards.",
            "The soldiers wanted to search the house and shot two men.",
            "A soldier who tried to escape was shot dead.",
            "Soldiers trying to reach the town killed nine villagers.",
            "Soldiers were planning an attack when a mine killed two of them.",
            "Planned elections were called off after two guards were killed.",
            "Plans for a march were dropped after three students were killed.",
            "Thousands threatened to march after police killed a student.",
            "He warned that the army, which killed nine people on Monday, would strike again.",
            "The mayor asked if the two men killed on Monday had been armed.",
            "If the two guards killed on Monday had been warned, they would be alive.",
            "Whether or not it was planned, the attack killed nine people.",
            "A novelist was shot dead in his home.",
            "Two policemen on exercise leave were killed by a bomb.",
            "A drill sergeant was killed in the blast.",
            "The attack, which may have been carried out by rebels, killed nine people.",
            "A bomb that may have been meant for a judge killed two passers-by.",
            "The rebels may be responsible for the blast that killed nine.",
            "The minister said the killing of nine villagers would not go unpunished.",
            "Relatives of the nine dead will be paid.",
            "He will be tried for killing two nurses.",
            "The man charged with killing two nurses will appear in court.",
            "The two killed guards will be buried today.",
            "The death of two guards could lead to war.",
            "The president vowed revenge for the killing of nine soldiers.",
            "The army vowed to hunt down those who killed the nine soldiers.",
            "She fears for her life since her brother was killed.",
            "Villagers fear new attacks after nine people were killed.",
            "Troops feared a trap after two of them were killed.",
            "He believed in peace until his two sons were killed.",
            "The man, believed to be 40, was shot dead.",
            "Suspected rebels shot dead two nurses.",
            "A suspected rebel was shot dead.",
            "An alleged drug dealer was shot dead.",
            "The alleged killers of two nurses were arrested.",
            "Two nurses were shot dead by suspected rebels.",
            "Nine people were killed, according to reports.",
            "The army claimed responsibility for killing nine rebels.",
            "Rebels claimed the attack that killed nine people.",
            "The attack claimed nine lives.",
            "They did not stop until all nine villagers were dead.",
            "The bomb did not go off until two guards were killed.",
            "He denied that the two men killed on Monday were rebels.",
            "The army denied responsibility for the raid that killed nine.",
            "The group denied any role in the killing of two nurses.",
            "He was not at home when his wife was killed.",
            "Not far from the town, two guards were killed.",
            "Nine people, not eight, were killed.",
            "Police cannot rule out that the man who killed two nurses had help.",
            "No fewer than nine people were killed.",
            "Nothing could have stopped the gunman, who killed nine.",
            "The boy must have known the men who killed him.",
            "They must pay for the killing of nine villagers, he said.",
            "He hoped to become a nurse before he was killed.",
            "She was about to give birth when she was shot dead.",
            "He was to be married on Sunday; he was killed on Friday.",
        ],
    );
}

#[test]
fn a_harm_that_may_have_been_is_feared() {
    all_held(
        Modality::Feared,
        &[
            "Nine people may have been killed.",
            "Nine people might also have been killed.",
            "Bystanders may also have been hurt by the glass.",
            "There may be civilians among the dead.",
            "There might be two nurses among the dead.",
            "Nine people were feared dead.",
            "Up to nine people could be dead.",
            "It is feared that nine people were killed.",
            "Nine people may be dead.",
            "Nine men are presumed dead.",
            "Officials fear that nine people died.",
            "Police believe that nine people have died.",
            "It is possible that nine people were killed.",
            "Nine people were possibly killed.",
            "Nine people were probably killed.",
            "Nine people are thought to have died.",
            "Nine people are believed to have been killed.",
            "More people could have been killed, officials said.",
            "He may well have been murdered.",
            "As many as nine people may have died.",
            "The blast may have killed nine people.",
            "Officials said it was possible that the blast had killed nine people.",
            "There are fears that nine people have died.",
            "There is concern that nine people were killed.",
            "Nine are missing, presumed killed.",
            "It was likely that nine people had been killed.",
            "Nine people likely died.",
            "The two could be among the dead.",
        ],
    );
}

#[test]
fn a_harm_under_the_reports_own_hedge_is_alleged() {
    all_held(
        Modality::Alleged,
        &[
            "Nine people were reportedly killed.",
            "Rebels allegedly killed nine people.",
            "Rebels claimed to have killed nine soldiers.",
            "Rebels claim they killed nine soldiers.",
            "The army claimed that it killed nine rebels.",
            "Unconfirmed reports said nine people were killed.",
            "Unconfirmed reports put the number of dead at nine.",
            "There were unconfirmed reports of nine deaths.",
            "There were reports of nine deaths.",
            "Nine people were reported killed.",
            "Nine people were reported to have been killed.",
            "The rebels say they killed nine soldiers, a claim that could not be verified.",
            "It could not be independently verified that nine people were killed.",
            "He is accused of killing nine people.",
            "The man allegedly shot two nurses.",
            "Nine people were apparently killed.",
            "The alleged killing of nine villagers shocked the town.",
            "The alleged massacre of nine villagers shocked the town.",
            "The army purportedly killed nine people.",
            "Nine people were supposedly killed.",
            "The statement, which could not be verified, said nine soldiers were killed.",
            "He is suspected of killing nine people.",
            "He is suspected of having killed nine people.",
            "The two are alleged to have murdered nine women.",
            "Prosecutors allege that he murdered nine women.",
            "The suit alleges that police beat a man to death.",
            "She is believed to have killed her two sons.",
        ],
    );
}

#[test]
fn threats_plans_and_tales_are_hypothetical() {
    all_held(
        Modality::Hypothetical,
        &[
            "Rebels threatened to kill nine hostages.",
            "The blast could have killed nine people.",
            "The blast could kill nine people.",
            "If attacked, nine people would be killed.",
            "The rebels planned to kill nine soldiers.",
            "He wanted to kill nine people.",
            "They plotted to assassinate two ministers.",
            "A plot to murder two ministers was foiled.",
            "Police foiled an attempt to kill two ministers.",
            "He was convicted of conspiring to kill two ministers.",
            "They were ordered to kill two ministers.",
            "He urged his men to kill nine soldiers.",
            "The drill imagined that nine people had been killed.",
            "In the film, nine people are killed.",
            "Anyone who kills two guards faces death.",
            "An invasion would kill thousands of people.",
            "An invasion will cost thousands of lives, he warned.",
            "The siege might end with nine people killed.",
            "He said he would kill nine people.",
            "The bomb was meant to kill nine people.",
            "The bomb was intended to kill two ministers.",
            "The mine was designed to kill two soldiers.",
            "He had hired a man to kill his two brothers.",
            "He escaped an attempt to kill him.",
            "Fearing that nine people would be killed, they fled.",
            "Unless freed, two hostages will be killed.",
            "They will kill two hostages on Friday.",
            "The hostages are to be executed on Friday.",
            "He tried to kill two nurses.",
            "He attempted to kill two nurses.",
        ],
    );
}

#[test]
fn a_harm_that_was_not_is_negated() {
    all_held(
        Modality::Negated,
        &[
            "No one was killed.",
            "Nobody was hurt.",
            "There were no casualties.",
            "No casualties were reported.",
            "The two guards were not hurt.",
            "Neither of the two guards was hurt.",
            "None of the nine guards was hurt.",
            "There were no deaths.",
            "No injuries were reported.",
            "Nine people escaped unhurt.",
            "The blast caused no casualties.",
            "The blast did not cause any casualties.",
            "The blast hurt no one.",
            "Two guards survived unharmed.",
            "Without causing casualties, the bomb went off.",
            "No one had been injured.",
            "No one was believed to have been hurt.",
            "There was no loss of life.",
            "The building was not damaged.",
            "There were no immediate reports of casualties.",
        ],
    );
}

#[test]
fn a_harm_that_somebody_denies_is_denied() {
    all_held(
        Modality::Denied,
        &[
            "The army denied killing nine people.",
            "The army denied that nine people were killed.",
            "The army rejected claims that it killed nine people.",
            "The minister denied reports that nine people died.",
            "The army denies having killed nine people.",
            "Reports of nine deaths are untrue, he said.",
            "He dismissed reports of nine deaths as rumours.",
            "The claim that nine soldiers were killed is false.",
            "The rebels denied murdering two nurses.",
        ],
    );
}
