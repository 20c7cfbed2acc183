//! The rules of how a report holds a claim.

use crate::rule::Rule;

pub(crate) const MODALITY: Rule = Rule {
    name: "modality.words",
    says: "Words of doubt, denial, fear or condition beside the harm say how the report holds it.",
    must: &[
        (
            "Two guards were reportedly killed.",
            "killed 2 security alleged",
        ),
        (
            "Witnesses spoke of reports of two guards being killed.",
            "killed 2 security alleged",
        ),
        (
            "The attack could kill hundreds of people.",
            "killed 200.. hypothetical",
        ),
        (
            "The army denied that it had killed 41 villagers.",
            "killed 41 civilian denied",
        ),
        (
            "Two clerks are thought to have been killed.",
            "killed 2 worker feared",
        ),
        ("Nine miners are believed dead.", "killed 9 worker feared"),
        (
            "The men came with the aim of killing a judge.",
            "killed 1 official hypothetical",
        ),
        (
            "The army vowed to find and kill the guards.",
            "killed 2.. security hypothetical",
        ),
        (
            "The army said it might have killed two villagers.",
            "killed 2 civilian feared",
        ),
        (
            "The group is believed to have killed nine guards.",
            "killed 9 security alleged",
        ),
        (
            "The army is accused of killing nine guards.",
            "killed 9 security alleged",
        ),
        (
            "Reports that nine guards were killed are false.",
            "killed 9 security denied",
        ),
        (
            "The army could not confirm that nine guards were killed.",
            "killed 9 security alleged",
        ),
        (
            "The army was accused of bombing a church on Monday, killing nine people.",
            "damaged 1 worship alleged; killed 9 alleged",
        ),
        (
            "It does not appear that the bridge was damaged.",
            "damaged 0 infrastructure negated",
        ),
        (
            "Had the bomb gone off, dozens could have been killed.",
            "killed 24.. hypothetical",
        ),
        (
            "There may be two nurses among the dead.",
            "killed 2 medic feared",
        ),
        (
            "It is possible that nine guards were killed.",
            "killed 9 security feared",
        ),
        (
            "It was not possible to confirm reports that nine guards were killed.",
            "killed 9 security alleged",
        ),
        (
            "It is not true that nine guards were killed.",
            "killed 9 security denied",
        ),
        (
            "If the army had killed nine guards, the talks would end.",
            "killed 9 security hypothetical",
        ),
    ],
    must_not: &[
        (
            "The rebels denied that they had carried out the raid that killed nine guards.",
            "whose raid it was is denied, not the deaths",
        ),
        (
            "Nine guards were killed, apparently by a mine.",
            "only the means is in doubt",
        ),
        (
            "It may be recalled that nine guards were killed in May.",
            "the recalling is said with restraint, not the harm",
        ),
        (
            "The mayor will visit the families of nine guards killed in May.",
            "the visit is to come",
        ),
        (
            "He warned that his men would answer a raid which left nine guards dead.",
            "the raid has been made",
        ),
        (
            "The mayor disputed the toll, saying that nine people had been killed.",
            "another toll is denied",
        ),
        (
            "The rebels are to free nine nurses whom they had abducted in May.",
            "the nurses have been abducted",
        ),
        (
            "Two guards were killed, the army said.",
            "plain attribution is no doubt",
        ),
        (
            "He took a gun and used it to kill two smugglers.",
            "he has done it",
        ),
        (
            "Police were able to arrest two smugglers.",
            "they have done it",
        ),
        (
            "Suspected rebels shot dead two guards.",
            "who they are is in doubt, not what they did",
        ),
        (
            "Police held four suspected smugglers.",
            "what they did is in doubt, not that they are held",
        ),
        (
            "A clerk, who tried to flee, was shot dead.",
            "the attempt was another's deed",
        ),
        (
            "A clerk tried to flee and was badly hurt.",
            "he was hurt, whatever he tried",
        ),
        (
            "As a result of the attempted murder, two guards were hurt.",
            "the attempt hurt them",
        ),
        (
            "Men believed to be rebels shot dead a clerk.",
            "who they are is in doubt",
        ),
        (
            "The Director of Planning was killed.",
            "his office is no plan",
        ),
        (
            "They tried to flee, resulting in the death of a clerk.",
            "what came of it is no attempt",
        ),
        (
            "Two clerks, who may have been lost, were found dead.",
            "that they were lost is in doubt",
        ),
        (
            "The deal would free 12 hostages.",
            "the deal is in doubt, not that they are held",
        ),
        (
            "A clerk who would later die of his burns was taken to hospital.",
            "he did die",
        ),
        (
            "They never meant to kill the clerk.",
            "they did, without meaning it",
        ),
        (
            "Villagers fear new raids after nine guards were killed.",
            "what they fear is to come, the deaths are not",
        ),
        (
            "A bomb that may have been meant for a judge killed nine guards.",
            "whom it was meant for is in doubt",
        ),
        (
            "No wound was life-threatening, but nine people were taken to hospital.",
            "nobody threatens, and \"but\" begins another clause",
        ),
    ],
};

pub(crate) const KNOWN: Rule = Rule {
    name: "modality.known_deed",
    says: "\"The murder of\" and \"his abduction\" speak of a deed that has been done: who denies a part in it, or looks into it, leaves it as it is.",
    must: &[
        (
            "The party denied any part in the murder of Ines Barro.",
            "killed 1",
        ),
        (
            "The parties rejected the murder of two judges.",
            "killed 2 official",
        ),
        (
            "A panel would investigate the killing of six nuns.",
            "killed 6 cleric",
        ),
        (
            "A reward is offered to anyone who helps to solve the abduction of two nurses.",
            "abducted 2 medic",
        ),
        (
            "Nobody knows who had planned the murder of Ines Barro.",
            "killed 1",
        ),
    ],
    must_not: &[
        (
            "The army denied the killing of 41 villagers.",
            "the killing itself is denied",
        ),
        (
            "The siege could lead to the killing of 41 hostages.",
            "it has not been done",
        ),
        (
            "They planned the murder of Ines Barro.",
            "a plan is no deed",
        ),
    ],
};

pub(crate) const DOUBTED: Rule = Rule {
    name: "modality.doubted",
    says: "What somebody is named for is a claim where one of the next two sentences says that it could not be verified.",
    must: &[(
        "The rebels said that they had killed nine guards. The claim could not be verified.",
        "killed 9 security alleged",
    )],
    must_not: &[(
        "The rebels said that they had killed nine guards. The number of wounded could not be verified.",
        "another number is in doubt",
    )],
};

pub(crate) const SOUGHT: Rule = Rule {
    name: "effect.none.sought",
    says: "An arrest that is only sought, planned or threatened is none.",
    must: &[],
    must_not: &[
        (
            "The police tried to capture the killers of the judge.",
            "they are at large",
        ),
        (
            "They came with the aim of capturing Arin Solt.",
            "an aim is no arrest",
        ),
    ],
};

pub(crate) const RULES: &[&Rule] = &[&MODALITY, &KNOWN, &DOUBTED, &SOUGHT];
