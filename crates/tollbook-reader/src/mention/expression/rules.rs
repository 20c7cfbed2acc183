//! The rules of the expressions, one for each kind of harm.

use tollbook_terms::Effect;

use crate::rule::Rule;

const KILLED: Rule = Rule {
    name: "effect.expression.killed",
    says: "Who is beaten, stabbed or burnt to death, blown up, mowed down or fatally shot, falls in action, loses or gives his life, or blows himself up is killed.",
    must: &[
        ("Two guards did not survive the blast.", "killed 2 security"),
        ("The blast left dead two guards.", "killed 2 security"),
        ("Two guards were beaten to death.", "killed 2 security"),
        (
            "A bomber blew himself up in a hall, killing himself and two clerks.",
            "killed 1 attacker; killed 2 worker",
        ),
        ("Rebels stabbed to death a trader.", "killed 1 worker"),
        (
            "Three guards of the Coast Watch, Arin Solt, Ada Holm and Ivo Lenz, were beaten to death.",
            "killed 3 security",
        ),
        (
            "A clerk of the Water Board (a father of two), Arin Solt, was beaten to death.",
            "killed 1 worker",
        ),
        ("The army lost nine of its personnel.", "killed 9"),
        (
            "Raiders beat to death a fighter of the Front, a splinter group of the League, in Ostra.",
            "killed 1 combatant",
        ),
        (
            "Arin Solt of Selm and Ada Holm from Ostra were beaten to death.",
            "killed 1; killed 1",
        ),
        (
            "Rebels beat to death Arin Solt of Selm and Ada Holm from Ostra.",
            "killed 1; killed 1",
        ),
        (
            "Arin Solt, a close adviser of the mayor and a member of the council, was beaten to death.",
            "killed 1 official",
        ),
        (
            "Rebels beat to death two guards of the camp in addition to a cook.",
            "killed 2 security; killed 1 worker",
        ),
        (
            "Rebels beat to death a guard, also known as Arin, and two cooks.",
            "killed 1 security; killed 2 worker",
        ),
        ("A clerk was found beaten to death.", "killed 1 worker"),
        (
            "Youths threw a clerk from a tram to his death.",
            "killed 1 worker",
        ),
        ("A couple was burnt alive in the hut.", "killed 2"),
        ("Two guards were torn to pieces.", "killed 2 security"),
        ("The raid wiped out 14 fighters.", "killed 14 combatant"),
        ("Three servicemen fell in action.", "killed 3 combatant"),
        ("Two nurses lost their lives.", "killed 2 medic"),
        ("Two nurses paid with their lives.", "killed 2 medic"),
        ("She lost six members of her family.", "killed 6"),
        ("A blast took the life of a nurse.", "killed 1 medic"),
        ("A clerk was fatally stabbed.", "killed 1 worker"),
        ("A guard fatally shot Arin Solt.", "killed 1"),
        ("Clerk found fatally shot in bar", "killed 1 worker"),
        ("Six policemen fell in the ambush.", "killed 6 police"),
        (
            "Raiders slit the throats of two farmers.",
            "killed 2 worker",
        ),
        (
            "A clerk killed two guards, then took his own life.",
            "killed 1 worker other; killed 2 security",
        ),
        (
            "Raiders dragged a clerk out of his house and slit his throat.",
            "killed 1 worker",
        ),
        (
            "A suicide bomber blew himself up at the gate.",
            "killed 1 attacker",
        ),
    ],
    must_not: &[
        ("Two guards were bored to death.", "boredom kills nobody"),
        (
            "A clerk was shot on Monday. Sources said the rebels slit his throat.",
            "the throat is the clerk's and not the rebels'",
        ),
        (
            "Two rebels were arrested in a village falling under Ostra police station.",
            "a village falls under a station",
        ),
        ("Three servicemen fell in love.", "love is no harm"),
        ("The bank blew up its offer.", "an offer is nobody"),
        ("Two farmers cleared their throats.", "nobody is harmed"),
        (
            "Without her help, the clerk would not have survived.",
            "he lives",
        ),
        (
            "A barber shaved a clerk and cut his hair.",
            "hair is no throat",
        ),
    ],
};

const HURT: Rule = Rule {
    name: "effect.expression.hurt",
    says: "Who suffers wounds, loses a limb, is treated for shock or burns, is taken to hospital, is in a critical condition or is badly beaten is injured; who is sexually assaulted or subjected to torture suffers that.",
    must: &[
        ("Six people suffered burns.", "injured 6"),
        (
            "A clerk was killed and another sustained injuries.",
            "killed 1 worker; injured 1",
        ),
        ("A clerk has severe burns.", "injured 1 worker"),
        ("A clerk had serious head wounds.", "injured 1 worker"),
        ("A clerk was knocked unconscious.", "injured 1 worker"),
        ("The 25-year-old suffered burns.", "injured 1"),
        (
            "Three clerks showed up at an inn with stab wounds.",
            "injured 3 worker",
        ),
        ("Two clerks lost a leg.", "injured 2 worker"),
        ("Nine people were treated for shock.", "injured 9"),
        ("Eleven people were rushed to hospital.", "injured 11"),
        ("Two men are in critical condition.", "injured 2 man"),
        (
            "Four tourists escaped with light wounds.",
            "injured 4 foreigner",
        ),
        (
            "Medics found a clerk suffering from burns.",
            "injured 1 worker",
        ),
        ("Solt had minor injuries.", "injured 1"),
        (
            "A clerk was driven to a clinic with a gunshot wound.",
            "injured 1 worker",
        ),
        ("She survived a gunshot wound.", "injured 1"),
        ("Police beat up two reporters.", "injured 2 journalist"),
        ("Two clerks were severely beaten.", "injured 2 worker"),
        (
            "Ten women were sexually assaulted.",
            "sexual_violence 10 woman",
        ),
    ],
    must_not: &[
        (
            "Six people suffered losses on the market.",
            "a loss of money is no harm",
        ),
        ("Two clubs were beaten on Sunday.", "a club is nobody"),
        (
            "The rebels stopped three trucks and set them ablaze.",
            "they are trucks",
        ),
        ("Ten bills were rushed to a vote.", "a bill is nobody"),
        (
            "Six people were treated for a rare disease.",
            "no harm of violence or disaster",
        ),
    ],
};

const HELD: Rule = Rule {
    name: "effect.expression.held",
    says: "Who is taken or held hostage, carried off or dragged away is abducted; who is taken into custody or prisoner, held in jail or led away by police is detained.",
    must: &[
        ("Rebels took 12 villagers hostage.", "abducted 12 civilian"),
        ("Rebels made 12 villagers captive.", "abducted 12 civilian"),
        ("Nine soldiers were taken prisoner.", "detained 9 combatant"),
        ("Four cooks remain hostage.", "abducted 4 worker"),
        (
            "Raiders carried off more than 100 girls.",
            "abducted 100+ child",
        ),
        ("Police led away two brothers.", "detained 2"),
        ("Two men were taken into custody.", "detained 2 man"),
        ("Eight men are in custody.", "detained 8 man cumulative"),
        ("Police picked up two brothers.", "detained 2"),
        ("Rebels picked up two brothers.", "abducted 2"),
        (
            "A nurse was taken by rebels from her home.",
            "abducted 1 medic",
        ),
        (
            "Rebels made off into the hills with two nurses.",
            "abducted 2 medic",
        ),
        ("Six miners are being held by rebels.", "abducted 6 worker"),
        ("Solt was lodged in the county jail.", "detained 1"),
        ("Solt is held without bail.", "detained 1"),
    ],
    must_not: &[
        (
            "The route begins in Ostra before picking up several students.",
            "a bus takes them",
        ),
        ("Rebels took 12 villages.", "a village is nobody"),
        ("Raiders carried off the cup.", "a cup is nobody"),
        ("A bus picked up two brothers.", "a bus arrests nobody"),
        (
            "The town was taken by rebels on Monday.",
            "a town is nobody",
        ),
        (
            "The two wounded men were taken away by their comrades.",
            "those of one's own side abduct nobody",
        ),
        (
            "Solt was in prison for ten years.",
            "a term that a court gave",
        ),
    ],
};

const DISPLACED: Rule = Rule {
    name: "effect.expression.displaced",
    says: "Who is driven from home, forced to flee or made homeless, leaves his home behind, or seeks refuge with a hundred others is displaced.",
    must: &[
        (
            "The shelling drove 18,000 villagers from their homes.",
            "displaced 18000 civilian",
        ),
        ("Some 4,000 people left their homes.", "displaced ~4000"),
        ("About 900 people sought refuge in Ostra.", "displaced ~900"),
        ("The raid made 300 people homeless.", "displaced 300"),
        (
            "The residents were evacuated from the quarter.",
            "displaced 2.. civilian",
        ),
        (
            "Two farmers were bombed out of their homes.",
            "displaced 2 worker",
        ),
        (
            "The raid sent 9,000 people across the border.",
            "displaced 9000",
        ),
        (
            "Several dozen people sought refuge in a school.",
            "displaced 36..",
        ),
        (
            "Two nuns had to evacuate their convent.",
            "displaced 2 cleric",
        ),
    ],
    must_not: &[
        (
            "Two men sought refuge from the rain.",
            "two do not leave a home behind",
        ),
        (
            "The mayor asked residents to evacuate the quarter.",
            "they may have stayed",
        ),
        (
            "Six guests were evacuated from the bar.",
            "a bar is no home",
        ),
        (
            "The firm sent two clerks across the border.",
            "two clerks do not leave a home behind",
        ),
        (
            "The rebels were driven out of the town.",
            "fighters are beaten, not displaced",
        ),
    ],
};

const OBJECTS: Rule = Rule {
    name: "effect.expression.objects",
    says: "What is blown up, washed away, reduced to rubble or brought down is destroyed; what is set on fire, knocked out, sprayed with bullets, suffers damage or is crashed into is damaged.",
    must: &[
        (
            "The flood swept away 12 bridges.",
            "destroyed 12 infrastructure disaster",
        ),
        ("The gunners knocked out nine tanks.", "damaged 9 military"),
        ("The blast blew apart two buses.", "destroyed 2 vehicle"),
        ("The doors were blown out.", "damaged 2.. other"),
        (
            "A mob set a bus and two trucks ablaze.",
            "damaged 1 vehicle; damaged 2 vehicle",
        ),
        ("The clinic sustained heavy damage.", "damaged 1 hospital"),
        ("A rocket slammed into a bakery.", "damaged 1 shop"),
        (
            "Shells fell on a bakery and on two cars.",
            "damaged 1 shop; damaged 2 vehicle",
        ),
        ("A blast ripped through a bakery.", "damaged 1 shop"),
        ("Rebels set ablaze machines.", "damaged 2.. vehicle"),
        (
            "The rebels claimed the setting ablaze of a machine.",
            "damaged 1 vehicle",
        ),
        (
            "They heard the blast that ripped through a bakery.",
            "damaged 1 shop",
        ),
        (
            "Rebels attacked a bakery and blew it up.",
            "destroyed 1 shop",
        ),
    ],
    must_not: &[
        (
            "The scandal swept away 12 careers.",
            "a career is no object",
        ),
        ("The vote tore apart two parties.", "a party is no object"),
        ("Panic ripped through the bakery.", "panic breaks nothing"),
        (
            "A blast ripped through a crowded market.",
            "a place more than a thing",
        ),
    ],
};

pub(crate) const RULES: &[&Rule] = &[&KILLED, &HURT, &HELD, &DISPLACED, &OBJECTS];

pub(super) fn rule(effect: Effect) -> &'static Rule {
    match effect {
        Effect::Killed => &KILLED,
        Effect::Detained | Effect::Abducted => &HELD,
        Effect::Displaced => &DISPLACED,
        effect if effect.on_people() => &HURT,
        _ => &OBJECTS,
    }
}
