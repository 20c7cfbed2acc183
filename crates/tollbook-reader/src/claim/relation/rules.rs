//! The rules of relations.

use crate::rule::Rule;

pub(crate) const SAME: Rule = Rule {
    name: "relation.same.figure",
    says: "The same figure of the same harm, told again, adds nothing; of a vague and an exact figure the exact one stands.",
    must: &[
        (
            "A bomb killed 12 people. The 12 dead were buried.",
            "killed 12; killed 12 same-as 12",
        ),
        (
            "Gunmen killed the mayor at his home on Monday. The murder of Ines Barro was condemned.",
            "killed 1 official; killed 1 official same-as 1",
        ),
        (
            "Twelve recruits were killed near Ostra. Rebels shot the men dead in a field.",
            "killed 12 combatant; killed 2.. man same-as 12",
        ),
        (
            "Rebels killed a clerk in Ostra. The victim was a clerk of the league.",
            "killed 1 worker; killed 1 worker same-as 1",
        ),
        (
            "Rebels killed three guards in Ostra. The bodies of three men were found at a mill in Selm.",
            "killed 3 security; killed 3 man same-as 3",
        ),
        (
            "Rebels killed two clerks in Ostra. They had abducted five men on Sunday. Two of them were killed.",
            "killed 2 worker; abducted 5 man; killed 2 worker same-as 2",
        ),
        (
            "A nurse and her driver were shot dead on Monday. The victims were killed at the gate.",
            "killed 1 medic; killed 1 worker; killed 2.. same-as 1",
        ),
    ],
    must_not: &[
        (
            "A bomb killed 12 people. Another 12 died in hospital.",
            "they are others",
        ),
        (
            "Gunmen killed the mayor at his home on Monday. His niece was also killed.",
            "she was killed as well",
        ),
        (
            "A bomb killed two guards in Ostra on Monday. Elsewhere, two guards were killed in a gun battle.",
            "it is another event",
        ),
        (
            "More than 80 people were wounded, some of them badly. Mortars wounded 14 in the capital.",
            "14 are none of some of them",
        ),
        (
            "Gunmen killed three clerks in Ostra. In a separate attack, three clerks died in Selm.",
            "it is another attack",
        ),
        (
            "A bomb killed 12 people in Ostra on 4 May 2009. On 6 May 2009, gunmen killed 12 people in Selm.",
            "it is another day",
        ),
        (
            "Gunmen killed Ines Barro in Ostra. They had vowed to kill the nuns.",
            "she is no nuns",
        ),
        (
            "Four soldiers were killed on Monday. Four rebels were also killed.",
            "they are the other side",
        ),
        (
            "A clerk was shot dead in his car. One of the boys was killed as well.",
            "a boy is no clerk",
        ),
        (
            "A suicide bomber blew himself up in Ostra. The police chief was killed.",
            "a police chief is no bomber",
        ),
        (
            "A suicide bomber blew himself up in Ostra. One person was killed.",
            "whoever else died is not the bomber",
        ),
        (
            "Gunmen killed a judge in Ostra. In addition to the judge, one guard was killed.",
            "the guard is another",
        ),
        (
            "Gunmen killed a mayor on Monday. On Tuesday a nurse was killed.",
            "a nurse is no mayor",
        ),
        (
            "Shots wounded a boy in Ostra on Monday. Shells wounded a girl in Selm.",
            "a girl is no boy",
        ),
    ],
};

pub(crate) const PERSON: Rule = Rule {
    name: "relation.same.person",
    says: "The same person told again by his whole name or a surname, or by a long name with a slip in it, adds nothing; two of one surname but other first names are two.",
    must: &[
        (
            "Gunmen killed Ines Barro on Monday. Barro was killed at her door.",
            "killed 1; killed 1 same-as 1",
        ),
        (
            "Gunmen killed Ines Barro Velden on Monday. Barro was killed at her door.",
            "killed 1; killed 1 same-as 1",
        ),
    ],
    must_not: &[
        (
            "Gunmen killed Ines Barro on Monday. Tomas Velden was killed on Tuesday.",
            "the names are not one",
        ),
        (
            "A man was found dead on Sunday. The body of the man was that of Tomas Velden. Police found Ines Barro dead on Tuesday.",
            "the man has another name",
        ),
        (
            "Gunmen killed Ines Barro on Monday. Tomas Barro was killed on Tuesday.",
            "they are kin",
        ),
    ],
};

pub(crate) const PART: Rule = Rule {
    name: "relation.part.of_told",
    says: "\"Two of them\", \"three of the dead\" and one attack's share of a sum are part of the larger figure.",
    must: &[
        (
            "A mine killed two herders on Monday. The deaths brought to 90 the number of people killed by mines this year.",
            "killed 2 worker part-of 90; killed 90 cumulative",
        ),
        (
            "Seven policemen were killed. Two of them were killed at home.",
            "killed 7 police; killed 2 police part-of 7",
        ),
        (
            "A mine killed nine people. Four of the fatalities were women.",
            "killed 9; killed 4 woman part-of 9",
        ),
        (
            "Bombings in the north killed 23 people on Monday. In Ostra, a car bomb killed nine. Gunmen shot dead two \
             guards in Selm.",
            "killed 23; killed 9 part-of 23; killed 2 security part-of 23",
        ),
        (
            "A bomb in Ostra killed two clerks. In all, 13 people were killed in the three attacks.",
            "killed 2 worker part-of 13; killed 13",
        ),
        (
            "Gunmen killed three men and wounded 12. One of the wounded died on Sunday.",
            "killed 3 man; injured 12; killed 1 part-of injured 12",
        ),
        (
            "A bomb killed 27 people and wounded 60. A doctor saw 19 of the dead and eight of the injured.",
            "killed 27; injured 60; killed 19 part-of 27; injured 8 part-of 60",
        ),
        (
            "The hospital received 47 injured, and three among them died.",
            "injured 47; killed 3 part-of injured 47",
        ),
        (
            "A mortar round wounded five pupils. One later died of her wounds.",
            "injured 5 child; killed 1 child part-of injured 5",
        ),
        (
            "Gunmen shot dead a clerk in Ostra on Sunday. The death was the city's 12th homicide of the year.",
            "killed 1 worker part-of 12; killed 12 cumulative",
        ),
        (
            "A bomb killed five guards in Ostra on Monday. It was the deadliest of a string of attacks that killed 19 \
             people across Velden.",
            "killed 5 security part-of 19; killed 19",
        ),
        (
            "A shell killed two children in Ostra. They were among nine people killed by shelling.",
            "killed 2 child part-of 9; killed 9",
        ),
        (
            "Shelling has killed 300 people since March. On Monday alone, 20 people died.",
            "killed 300 cumulative; killed 20 part-of 300",
        ),
        (
            "The clinic took in 60 casualties. Eleven people died.",
            "casualties 60; killed 11 part-of casualties 60",
        ),
        (
            "Police arrested two clerks, Arin Solt and Ada Holm. Holm was arrested at her home.",
            "detained 2 worker; detained 1 worker part-of 2",
        ),
        (
            "Two nuns were among the injured in Ostra. In all, 39 people were hurt.",
            "injured 2 cleric part-of 39; injured 39",
        ),
        (
            "A nun was shot dead in Ostra. Five people, among them a nun, were killed, police said.",
            "killed 1 cleric part-of 5; killed 5; killed 1 cleric same-as 1",
        ),
    ],
    must_not: &[
        (
            "Seven policemen were killed. A nurse was killed at home.",
            "a nurse is none of them",
        ),
        (
            "Twelve people were killed when gunmen raided a temple. The two attackers were shot dead.",
            "who attacked is none of those he killed",
        ),
        (
            "Gunmen killed three policemen. One of the gunmen was shot dead.",
            "the gunman is none of them",
        ),
        (
            "Rebels killed 14 soldiers in Ostra. The army said three rebels died in the fighting.",
            "rebels are no soldiers",
        ),
        (
            "A bomb killed 12 people in Ostra. In Selm, gunmen killed three guards.",
            "each is an attack of its own",
        ),
        (
            "A bomb killed 12 people in Ostra. Three others died of their wounds.",
            "they are others",
        ),
        (
            "Raiders killed three clerks in Ostra. A protest was held against the murder of Ines Barro.",
            "her murder is known for itself",
        ),
        (
            "Air strikes killed 31 people in Ostra. Rebels shelled the capital, killing three people.",
            "shells are no air strikes",
        ),
        (
            "The blast injured 17 people and killed three.",
            "the dead are told beside the injured",
        ),
        (
            "A mine killed nine people near Ostra. Six people drowned in a flood on Tuesday.",
            "a flood lays no mines",
        ),
    ],
};

pub(crate) const SUM: Rule = Rule {
    name: "relation.part.of_sum",
    says: "Figures told one after the other that sum to a figure told before or after are its parts.",
    must: &[
        (
            "The army had 32 casualties. A general said that 12 soldiers died and 20 were wounded.",
            "casualties 32; killed 12 combatant part-of casualties 32; injured 20 combatant part-of casualties 32",
        ),
        (
            "Clashes killed 14 rebels. Eight rebels were killed near Ostra. Six rebels were killed in Velden.",
            "killed 14 combatant; killed 8 combatant part-of 14; killed 6 combatant part-of 14",
        ),
        (
            "Rebels shot dead a mayor and his driver. The attack, in which two people were killed, was condemned.",
            "killed 1 official part-of 2; killed 1 worker part-of 2; killed 2",
        ),
        (
            "Rebels shot dead a trader, his wife and a guard. They fired at the house, killing three people.",
            "killed 1 worker part-of 3; killed 1 woman part-of 3; killed 1 security part-of 3; killed 3",
        ),
        (
            "At least eight officers were killed in Ostra. An inspector, six troopers and a driver were killed.",
            "killed 8+ combatant; killed 1 police part-of 8+; killed 6 combatant part-of 8+; killed 1 worker part-of 8+",
        ),
    ],
    must_not: &[
        (
            "A bomb killed 14 rebels. On Tuesday eight police officers were killed.",
            "no figures sum to it",
        ),
        (
            "Raiders killed seven herders in Ostra on Monday. Two herders were shot dead at a well. The raid came a week after five herders were killed in Selm.",
            "five died on another day",
        ),
        (
            "Three guards, two soldiers and a nurse were killed.",
            "two soldiers and a nurse are no guards",
        ),
    ],
};

pub(crate) const MORE: Rule = Rule {
    name: "relation.additional.more",
    says: "\"Another two\", \"two more\" and \"two others\" add to the figure told before, and so does a third to two.",
    must: &[
        (
            "A bomb killed 11 people. Another two died in hospital.",
            "killed 11; killed 2 adds-to 11",
        ),
        (
            "Gunmen killed three pilgrims, and a fourth victim died in hospital on Sunday.",
            "killed 3 civilian; killed 1 adds-to 3",
        ),
    ],
    must_not: &[(
        "A bomb killed 11 people and wounded another two.",
        "the wounded add to no dead",
    )],
};

pub(crate) const RIVAL: Rule = Rule {
    name: "relation.rival.claimant",
    says: "Another claimant's different figure for the same harm stands against the one told first.",
    must: &[
        (
            "The army said 14 fighters were killed. But the rebels said 12 fighters were killed.",
            "killed 14 combatant; killed 12 combatant rival-of 14",
        ),
        (
            "The army said 14 fighters were killed. The rebels said they had lost only three men.",
            "killed 14 combatant; killed 3 man rival-of 14",
        ),
        (
            "The rebels said they killed 40 soldiers. The army admitted losing six.",
            "killed 40 combatant; killed 6 combatant rival-of 40",
        ),
        (
            "The rebels said they killed 40 soldiers. The army said it had lost no one.",
            "killed 40 combatant; killed 0 combatant rival-of 40 negated",
        ),
        (
            "The raid killed 30 people according to the ministry and 51 according to the league.",
            "killed 30; killed 51 rival-of 30",
        ),
        (
            "Police said six people died. Hospital officials gave the toll as nine.",
            "killed 6; killed 9 rival-of 6",
        ),
        (
            "The ministry said 17 soldiers were killed. It was a heavy loss. The rebels claimed to have killed 40 soldiers.",
            "killed 17 combatant; killed 40 combatant rival-of 17 alleged",
        ),
        (
            "The rebels said 40 soldiers were killed. The army spoke of only 12 soldiers killed.",
            "killed 40 combatant; killed 12 combatant rival-of 40",
        ),
    ],
    must_not: &[
        (
            "The army said 14 soldiers were killed in Ostra on Sunday. In Selm, rebels claimed to have killed 12 soldiers on Monday.",
            "it is another day and place",
        ),
        (
            "The mayor said 22 people died. The league confirmed that a nurse was among the dead.",
            "she is one of them",
        ),
        (
            "The army killed 30 rebels after an ambush killed three guards. \"Three of our men were killed,\" the colonel said.",
            "as many were told of before",
        ),
        (
            "A gunman was shot dead. The mayor said 23 people died.",
            "the gunman is no toll",
        ),
        (
            "Police said six people died in Ostra. In Selm nobody died, the mayor said.",
            "it is another place",
        ),
        (
            "The raid killed 30 people in Ostra, according to the ministry, and 51 in Selm, according to the league.",
            "each place has its own",
        ),
        (
            "The army said 14 fighters were killed. The army said it lost 12 soldiers.",
            "others are counted",
        ),
        (
            "Three pupils and their teacher were killed, the ministry said.",
            "the teacher is none of the three",
        ),
    ],
};

pub(crate) const REVISED: Rule = Rule {
    name: "relation.revised.newer",
    says: "A figure that the report itself replaces gives way to the newer one.",
    must: &[
        (
            "A mine killed 13 people. An earlier report put the number of dead at nine.",
            "killed 13; killed 9 revised-to 13",
        ),
        (
            "A blast killed 12 people, officials said. Earlier reports said eight people were killed.",
            "killed 12; killed 8 revised-to 12",
        ),
        (
            "Officials said 31 people were killed. Earlier, authorities had put the toll at 27.",
            "killed 31; killed 27 revised-to 31",
        ),
        (
            "Gunmen killed 12 drovers near Ostra. The death toll has since risen to 15.",
            "killed 12 worker revised-to 15; killed 15",
        ),
    ],
    must_not: &[
        (
            "A blast killed 12 people. Eight people were killed last week.",
            "nothing is replaced",
        ),
        (
            "Mines have killed 64 people this year, up from 58 last year.",
            "each year has its own",
        ),
        (
            "A blast killed two people. The death toll of the fighting rose to 15.",
            "two are far from 15",
        ),
    ],
};

pub(crate) const RULES: &[&Rule] = &[&SAME, &PERSON, &PART, &SUM, &MORE, &RIVAL, &REVISED];
