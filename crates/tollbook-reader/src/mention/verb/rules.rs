//! The rules of verbs of harm.

use super::apart::{INVERTED, RELATIVE};
use super::dying::DIES;
use super::joined::CASUALTIES;
use crate::rule::Rule;

pub(crate) const ACTIVE: Rule = Rule {
    name: "effect.verb.active",
    says: "Who or what follows a verb of harm is harmed.",
    must: &[
        ("Police cuffed two robbers in Ostra.", "detained 2"),
        (
            "Gunmen killed a clerk who worked at the mill and his son.",
            "killed 1 worker; killed 1",
        ),
        (
            "Gunmen killed a trader and brother of the mayor.",
            "killed 1 worker",
        ),
        ("Gunmen killed three policemen.", "killed 3 police"),
        ("Gunmen shot and killed a professor.", "killed 1 worker"),
        (
            "Troops captured, tortured and killed two cooks.",
            "killed 2 worker; detained 2 worker; tortured 2 worker",
        ),
        ("A bomb killed six Monday.", "killed 6"),
        (
            "The blast damaged a bank, on Mill Street; a school, on Ostra Road; and a store.",
            "damaged 1 shop; damaged 1 school; damaged 1 shop",
        ),
        (
            "They kidnapped me and two cooks.",
            "abducted 1; abducted 2 worker",
        ),
        ("A \"night watch\" killed Arin Solt in Ostra.", "killed 1"),
        (
            "The four clerks were asleep when 12 rebels came and abducted them.",
            "abducted 4",
        ),
        (
            "Gunmen shot dead a citizen and employee of the league.",
            "killed 1",
        ),
        (
            "A nurse blew up a truck, killing six farmers in addition to herself.",
            "destroyed 1 vehicle; killed 6 worker; killed 1 medic",
        ),
        ("Police arrested and charged two men.", "detained 2 man"),
        (
            "Police arrested 11 people and seized 300 kg of sugar.",
            "detained 11",
        ),
        ("A blast killed 12 people Sunday night.", "killed 12"),
        ("Officers also arrested Arin Solt.", "detained 1"),
        ("A bomb wounded local clerk Arin Solt.", "injured 1 worker"),
        (
            "The rebels are said to have killed six farmers.",
            "killed 6 worker",
        ),
        (
            "A mine killed three soldiers of the 5th Brigade and two civilians.",
            "killed 3 combatant; killed 2 civilian",
        ),
        (
            "Rebels abducted four farmers and killed them.",
            "abducted 4 worker; killed 4",
        ),
        (
            "Police arrested a smuggler along with two aides.",
            "detained 1; detained 2",
        ),
        (
            "A bomb killed Ines Barro, 42, a cook; Tomas Velden, 19; a boy known as Ben; and two nurses.",
            "killed 1 worker; killed 1; killed 1 child; killed 2 medic",
        ),
        (
            "A bomb killed two guards; a spokesman said a nurse fled.",
            "killed 2 security",
        ),
        (
            "He killed, on his chief's orders, two nuns and a cook.",
            "killed 2 cleric; killed 1 worker",
        ),
        (
            "Gunmen killed two officers and wounded a third.",
            "killed 2 combatant; injured 1 combatant",
        ),
        (
            "Gunmen attacked two guards, killing one and wounding the other.",
            "killed 1; injured 1",
        ),
        ("Gunmen killed an off duty policeman.", "killed 1 police"),
        ("Gunmen kill mayor in Ostra", "killed 1 official"),
        (
            "Raid kills 52 and wounds scores.",
            "killed 52; injured 40..",
        ),
        (
            "Strike kills pro-government fighters.",
            "killed 2.. combatant",
        ),
        (
            "Rebels killed Arin Solt, the chief of the QRF, a breakaway group, in the north.",
            "killed 1",
        ),
        (
            "Rebel cadres kill Arin Solt, a trader, in the north.",
            "killed 1 worker",
        ),
        (
            "Rebels killed two clerks. They accused them of being spies and killed them.",
            "killed 2 worker",
        ),
        (
            "Rebels killed a trader and his wife, identified as Arin Solt and Ada Solt.",
            "killed 1 worker; killed 1 woman",
        ),
        (
            "A bomb went off, killing both guards and clerks.",
            "killed 2.. security; killed 2.. worker",
        ),
        (
            "They smashed the windows of shops and banks.",
            "damaged 2.. shop; damaged 2.. shop",
        ),
        (
            "A shell damaged the hotel, a bank, a school and two cars.",
            "damaged 1 building; damaged 1 shop; damaged 1 school; damaged 2 vehicle",
        ),
        ("The attack damaged shops.", "damaged 2.. shop"),
        (
            "Rebels captured a tank and destroyed another.",
            "destroyed 1",
        ),
        ("Rockets struck the ferry Bellamar.", "damaged 1 ship"),
        ("Planes strafed a camp.", "damaged 1 camp"),
        (
            "A shell hit the market, killing five people and wounding 13.",
            "damaged 1 shop; killed 5; injured 13",
        ),
        ("It went off, hitting a cook.", "injured 1 worker"),
        (
            "Guards fired at the crowd, hitting a cook.",
            "injured 1 worker",
        ),
        ("They gunned a judge down.", "killed 1 official"),
        ("A man shot the cook in the chest.", "injured 1 worker"),
    ],
    must_not: &[
        (
            "The senate killed two amendments.",
            "an amendment is nobody",
        ),
        ("Rockets struck the Bellamar.", "nobody knows what it is"),
        ("The guard fired one shot.", "a shot is nobody"),
        ("The guards shot back.", "nobody is hit"),
    ],
};

pub(crate) const PASSIVE: Rule = Rule {
    name: "effect.verb.passive",
    says: "Who stands before a verb of harm in the passive is harmed.",
    must: &[
        (
            "Two clerks fled by car and a driver was killed.",
            "killed 1 worker",
        ),
        (
            "Three men suspected of attending a peace rally were killed.",
            "killed 3 man",
        ),
        (
            "Arin Solt, head of the league, Selm branch, and manager of an inn, was shot dead.",
            "killed 1 worker",
        ),
        ("A girl was hit in the crossfire.", "injured 1 child"),
        (
            "Two clerks were kidnapped and later found strangled.",
            "killed 2 worker; abducted 2 worker",
        ),
        (
            "Nine other suspected smugglers were arrested.",
            "detained 9",
        ),
        (
            "Four rebels posing as porters were killed.",
            "killed 4 combatant",
        ),
        (
            "Three guards were abducted. All were killed.",
            "abducted 3 security; killed 3",
        ),
        (
            "Eight workers were arrested after a cache of arms was seized.",
            "detained 8 worker",
        ),
        (
            "Ines Barro, 42; Tomas Velden, 19; and a nurse were killed.",
            "killed 1; killed 1; killed 1 medic",
        ),
        (
            "Two members of the Front, a breakaway body of the League were arrested.",
            "detained 2 combatant",
        ),
        (
            "A clerk and party leader, Arin Solt, was killed.",
            "killed 1 worker+other",
        ),
        (
            "Flight 203 was shot down near House Number 12.",
            "destroyed 1 aircraft",
        ),
        ("Six cars parked nearby were damaged.", "damaged 6 vehicle"),
        ("The aircraft was damaged.", "damaged 1 aircraft"),
        ("The mill was nearly destroyed.", "damaged 1 building"),
        (
            "Twelve people on the road between Solt and Velden were killed.",
            "killed 12",
        ),
        (
            "The mill was \"completely destroyed\".",
            "destroyed 1 building",
        ),
        ("Six villages were damaged.", "damaged 6 other"),
        ("They stopped four buses. Two were burned.", "destroyed 2"),
        (
            "Arin Solt, a trader and a member of the league, was killed.",
            "killed 1 worker",
        ),
        (
            "The secretary of the league and member of the council, Arin Solt, was killed.",
            "killed 1 worker",
        ),
        ("An SPO of the coast guard was killed.", "killed 1"),
        (
            "Six nurses -- four of them foreigners -- and two cooks were killed.",
            "killed 6 medic; killed 4 foreigner part-of 6; killed 2 worker",
        ),
        (
            "Arin Solt, owner of a mill, and his son were killed.",
            "killed 1; killed 1",
        ),
        (
            "The head of the rebels, who was killed in May, is buried here.",
            "killed 1 official",
        ),
        ("The Ostra crew was killed.", "killed 2.."),
        (
            "Two cooks of the Ostra Mill [OM], who were abducted in May, are free.",
            "abducted 2 worker",
        ),
        (
            "Arin Solt, a former member of the League (HL) from 1996 on, was killed.",
            "killed 1",
        ),
        (
            "A rebel planting a bomb near a ford was killed.",
            "killed 1 combatant",
        ),
        (
            "Arin Solt, a rebel wanted for a raid in which three guards were killed, was arrested.",
            "detained 1 combatant; killed 3 security",
        ),
        (
            "Four clerks (two of them women) of the firm were arrested.",
            "detained 4 worker; detained 2 woman part-of 4",
        ),
        (
            "Three QRF and four civilians were injured.",
            "injured 3; injured 4 civilian",
        ),
        (
            "A fight broke out between guards and rebels and one man was killed.",
            "killed 1 man",
        ),
        (
            "Four men, identified as Arin (26) of Selm, Benno Tolvik (30) and Tarja (28) of Kone, were arrested.",
            "detained 4 man",
        ),
        (
            "A civilian belonging to the hill community and ten left-wing extremists were killed.",
            "killed 1 civilian; killed 10 combatant",
        ),
        (
            "Arin Solt, a trooper of the Coast Guard Force (CGF), was killed.",
            "killed 1 combatant",
        ),
        (
            "Eighteen people were killed with 40 people injured.",
            "killed 18; injured 40",
        ),
        (
            "Five civilians were killed and 13 were injured.",
            "killed 5 civilian; injured 13 civilian",
        ),
        (
            "Police said a man and his nephew were wounded.",
            "injured 1 man; injured 1",
        ),
        ("Six were also abducted yesterday.", "abducted 6"),
        ("In Selm, a nurse was killed.", "killed 1 medic"),
        ("Arin Solt, 34 from Selm, was killed.", "killed 1"),
        (
            "A mother of three, who had been warned, was killed.",
            "killed 1 woman",
        ),
        (
            "In the town of Selm, a nurse and two guards were wounded.",
            "injured 1 medic; injured 2 security",
        ),
        (
            "The march ended after six women were killed.",
            "killed 6 woman",
        ),
        (
            "Four men who were later named as spies were detained.",
            "detained 4 man",
        ),
        (
            "Arin Solt, who was caught and killed by guards, led the band.",
            "killed 1",
        ),
        (
            "Five men and two women who were drinking at the bar were injured.",
            "injured 5 man; injured 2 woman",
        ),
        (
            "A nurse was seized at her house and later killed.",
            "killed 1 medic; abducted 1 medic",
        ),
        (
            "The villagers said four houses had been destroyed.",
            "destroyed 4 house",
        ),
        (
            "Fifteen recruits for a unit that was to guard the port were kidnapped.",
            "abducted 15 combatant",
        ),
        (
            "All of the drivers of the lorries were wounded.",
            "injured 2.. worker",
        ),
        ("The hostler was wounded.", "injured 1"),
        ("Two cooks were each hit in the arm.", "injured 2 worker"),
        ("A man was hit by a car.", "injured 1 man accident"),
        (
            "Three cooks were hit when gunmen opened fire.",
            "injured 3 worker",
        ),
    ],
    must_not: &[
        ("Three bills were killed in committee.", "a bill is nobody"),
        ("A cleric was nearly killed.", "he lives"),
        ("The dog was wounded.", "a dog is nobody"),
        (
            "A judge said two men were jailed for life.",
            "a term in prison is no arrest",
        ),
    ],
};

pub(crate) const BARE: Rule = Rule {
    name: "effect.verb.participle",
    says: "Who stands right before a participle of harm is harmed.",
    must: &[
        ("Afghans wounded in the raid were treated.", "injured 2.."),
        (
            "They freed 47 of the 112 girls seized on Monday.",
            "abducted 112 child",
        ),
        (
            "Twelve people killed in the blast were buried.",
            "killed 12",
        ),
        ("Two shot in clashes in Ostra.", "injured 2"),
        (
            "Two bankers, abducted 11 days ago in Ostra, were freed.",
            "abducted 2 worker",
        ),
        (
            "Two men allegedly killed by police were buried.",
            "killed 2 man alleged",
        ),
        (
            "Hit by two missiles, the tower block caught fire.",
            "damaged 1 apartment_building",
        ),
        (
            "At least 6 killed 45 wounded in Ostra.",
            "killed 6+; injured 45",
        ),
        (
            "Two officers were wounded and the cook of the inn killed.",
            "injured 2 combatant; killed 1 worker",
        ),
        (
            "Six people were killed and five wounded today in Ostra.",
            "killed 6; injured 5",
        ),
        (
            "A girl was killed and four people, including a guard, injured when a mine went off.",
            "killed 1 child; injured 4; injured 1 security part-of 4",
        ),
        ("Girl deliberately shot in Ostra.", "injured 1 child"),
        ("Child, 7, fatally shot in Ostra.", "killed 1 child"),
        ("Girl, 9, shot, killed in Ostra", "killed 1 child"),
        ("5 injured in Saturday night shooting", "injured 5"),
        ("4 Clerks Hurt In Drive-By Shooting", "injured 4 worker"),
        (
            "Five soldiers died and 20 wounded were flown out.",
            "killed 5 combatant; injured 20 combatant",
        ),
    ],
    must_not: &[(
        "Two judges criticised the killed amendment.",
        "the amendment is nobody",
    )],
};

pub(crate) const AS_WERE: Rule = Rule {
    name: "effect.verb.as_were",
    says: "Who stands behind \"as were\" or \"as did\" suffers what was told before it.",
    must: &[(
        "Nine soldiers were killed, as were two nurses.",
        "killed 9 combatant; killed 2 medic",
    )],
    must_not: &[(
        "Nine soldiers arrived, as were two nurses.",
        "nobody is harmed",
    )],
};

pub(crate) const RULES: &[&Rule] = &[
    &RELATIVE,
    &CASUALTIES,
    &INVERTED,
    &AS_WERE,
    &ACTIVE,
    &PASSIVE,
    &BARE,
    &DIES,
];
