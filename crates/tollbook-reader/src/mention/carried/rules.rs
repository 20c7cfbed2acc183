//! The rules of figures whose harm was told before them.

use crate::rule::Rule;

pub(crate) const OF_THEM: Rule = Rule {
    name: "effect.carried.of_them",
    says: "Who is told of some of the harmed, to say who they were, is a part of those told before.",
    must: &[
        (
            "Seven policemen were killed. Two of them were brothers.",
            "killed 7 police; killed 2 police part-of 7",
        ),
        (
            "The raid wounded 40 people. Of these, eleven were women.",
            "injured 40; injured 11 woman part-of 40",
        ),
        (
            "Forty people were killed. Of the dead, 11 were pilgrims.",
            "killed 40; killed 11 civilian part-of 40",
        ),
        (
            "A mine killed 12 people. Nine of them were guards and three pilgrims.",
            "killed 12; killed 9 security part-of 12; killed 3 civilian part-of 12",
        ),
        (
            "A mine killed nine people, of whom four were guards. The others were pilgrims.",
            "killed 9; killed 4 security part-of 9; killed 2.. civilian part-of 9",
        ),
        (
            "A mine killed nine people. Four victims were identified as nurses.",
            "killed 9; killed 4 medic part-of 9",
        ),
        (
            "A mine killed nine people. He said four were guards.",
            "killed 9; killed 4 security part-of 9",
        ),
        (
            "A mine killed nine people. Four of the victims were from Ostra.",
            "killed 9; killed 4 part-of 9",
        ),
    ],
    must_not: &[
        (
            "Three guards were killed. All three were residents of Selm.",
            "they are told of already",
        ),
        (
            "Seven policemen arrived. Two of them were brothers.",
            "nobody is harmed",
        ),
        (
            "Rebels killed a guard. The rebels, three of whom were women, fled.",
            "the women are of those who fled",
        ),
    ],
};

pub(crate) const FIGURE: Rule = Rule {
    name: "effect.carried.figure",
    says: "A number that someone puts, gives or counts, of the dead or of those told before, counts the harmed.",
    must: &[
        (
            "The army put the dead at 60 and the wounded at 200.",
            "killed 60; injured 200",
        ),
        (
            "The army said 13 fighters died. The rebels put the number at 60.",
            "killed 13 combatant; killed 60 combatant rival-of 13",
        ),
        (
            "Police said six people died. A doctor put it at nine.",
            "killed 6; killed 9 rival-of 6",
        ),
        (
            "The mayor said 25 people died. The league gave a far lower figure of five.",
            "killed 25; killed 5 rival-of 25",
        ),
    ],
    must_not: &[
        (
            "The ministry put the price at 60 and the number of guests at 200.",
            "nobody is harmed",
        ),
        (
            "The ministry praised the fair. A rival put it at 60.",
            "nobody is harmed",
        ),
    ],
};

pub(crate) const REPLACED: Rule = Rule {
    name: "effect.carried.replaced",
    says: "A number behind \"up from\", \"down from\" or \"and not\" counts what the number before it counts.",
    must: &[(
        "The death toll stood at 143, up from 125 on Monday.",
        "killed 143; killed 125 revised-to 143",
    )],
    must_not: &[(
        "The price stood at 143, up from 125 on Monday.",
        "nobody is harmed",
    )],
};

pub(crate) const AUXILIARY: Rule = Rule {
    name: "effect.carried.auxiliary",
    says: "A number with only \"did\", \"was\" or \"were\" behind it suffers what was told before it.",
    must: &[(
        "Three guards died in Ostra, and in Velden seven did.",
        "killed 3 security; killed 7 security",
    )],
    must_not: &[("Three guards slept, and seven did not.", "sleep is no harm")],
};

pub(crate) const GAPPED: Rule = Rule {
    name: "effect.carried.gapped",
    says: "A number beside a further place suffers what the number at the first place suffers.",
    must: &[
        (
            "Air raids on Ostra killed 18, on Velden nine and on Marrow 27.",
            "killed 18; killed 9; killed 27",
        ),
        (
            "Two soldiers were killed in the north and three in the south.",
            "killed 2 combatant; killed 3 combatant",
        ),
    ],
    must_not: &[(
        "Air raids on Ostra killed 18, on Velden nine bombs fell.",
        "bombs are no people",
    )],
};

pub(crate) const RULES: &[&Rule] = &[&OF_THEM, &FIGURE, &REPLACED, &AUXILIARY, &GAPPED];
