//! What speaks against a table's being a journey at all, though it was read as one.

use std::collections::BTreeSet;

use super::lanes::Lane;
use super::phases::Phase;
use super::shape::Shape;
use super::{profiles, scores, words};
use crate::journey::{LaneKind, aliases};
use crate::read::book::Value;
use crate::read::import::facts;
use crate::tongue::{Phrase, names as names_of, say};

/// The first that speaks against it, with its phases and lanes as they were read, the other names in its header, and what stands above it.
pub fn of(shape: &Shape, phases: &[Phase], lanes: &[Lane], (beside, above): (&[String], &[String])) -> Option<Phrase> {
    match shape.known() {
        0 => return Some(say!("doubt-unknown")),
        1 if shape.header.is_some() => {
            return Some(say!("doubt-one-known"));
        }
        _ => {}
    }
    of_phases(phases)
        .or_else(|| of_another_corner(shape, phases, lanes, beside))
        .or_else(|| of_persons(shape, phases, lanes, beside))
        .or_else(|| of_people(shape, phases, lanes, beside))
        .or_else(|| of_others_above(phases, lanes, (beside, above)))
        .or_else(|| of_competitors(phases, beside))
        .or_else(|| of_several(phases))
        .or_else(|| of_stakeholders(phases, lanes, beside))
        .or_else(|| of_another_axis(lanes, beside))
        .or_else(|| of_registers(phases, lanes, beside))
        .or_else(|| of_answers(phases, lanes, beside))
        .or_else(|| of_lanes(phases, lanes, beside))
}

/// What speaks against it in what the lanes hold, wherever they and the phases stand.
pub fn of_lanes(phases: &[Phase], lanes: &[Lane], beside: &[String]) -> Option<Phrase> {
    of_figures(lanes)
        .or_else(|| of_a_goal(phases, lanes))
        .or_else(|| of_steps(phases, lanes))
        .or_else(|| of_choices(lanes, beside))
        .or_else(|| of_lessons(phases, lanes))
        .or_else(|| of_plans(phases, lanes))
}

/// Whether a lane tells how a customer fares, and not only what is wanted and done, as any plan does.
fn fares(lane: &Lane) -> bool {
    use LaneKind::{Emotion, Feeling, Quote, Thought, Touchpoint};
    matches!(lane.holds(), Touchpoint | Thought | Feeling | Emotion | Quote) && !holds_people(lane)
}

/// Whether a lane tells what people do or meet, think or feel. What they want and say is told of personas too.
fn is_lived(lane: &Lane) -> bool {
    lane.holds() == LaneKind::Action || fares(lane) && lane.holds() != LaneKind::Quote
}

/// What speaks against a journey where what is for and what is against something stands side by side: that is how people choose.
fn of_choices(lanes: &[Lane], beside: &[String]) -> Option<Phrase> {
    let names = || lanes.iter().map(|lane| lane.title.as_str()).chain(beside.iter().map(String::as_str));
    let pros = names().find(|name| words::of_pros(name))?;
    let told = names().any(words::of_cons) && !lanes.iter().any(fares);
    told.then(|| say!("doubt-corner-of-others", name = beside.last().map_or(pros, String::as_str)))
}

/// What speaks against a journey of lessons or years of a school: nothing tells how anybody fares, and its phases are classes, or have no names beside
/// what is needed and how long it takes.
fn of_lessons(phases: &[Phase], lanes: &[Lane]) -> Option<Phrase> {
    if lanes.iter().any(fares) {
        return None;
    }
    if let Some(first) = phases.first().filter(|_| phases.iter().all(|phase| words::of_years(&phase.title))) {
        return Some(say!("doubt-plan", name = &first.title));
    }
    // What one does who teaches, and what those who learn do.
    let learners = || lanes.iter().any(|lane| words::of_learners(&lane.title));
    if let Some(teacher) = lanes.iter().find(|lane| words::of_teachers(&lane.title)).filter(|_| learners()) {
        return Some(say!("doubt-any-plan", name = &teacher.title));
    }
    let mut lessons = lanes.iter().filter(|lane| words::of_lessons(&lane.title));
    let done = lanes.iter().any(|lane| lane.holds() == LaneKind::Action) || known(phases) > 0;
    if let (Some(first), Some(_), false) = (lessons.next(), lessons.next(), done) {
        return Some(say!("doubt-plan", name = first.title.as_str()));
    }
    let goal = lanes.iter().find(|lane| lane.holds() == LaneKind::Goal || lane.holds() == LaneKind::Action)?;
    let lesson = lanes.iter().any(|lane| words::of_lessons(&lane.title));
    // Steps that are only numbered have no names either; what is in the way of a customer is told of no recipe.
    let unnamed = phases.iter().all(|phase| !phase.named);
    let hindered = || lanes.iter().any(|lane| matches!(lane.holds(), LaneKind::Barrier | LaneKind::Opportunity));
    let counted = || phases.iter().all(|phase| words::number(&phase.title).is_some()) && !hindered();
    (lesson && (unnamed || counted())).then(|| say!("doubt-nameless", name = goal.title.as_str()))
}

/// What speaks against a journey in the names of the phases.
fn of_phases(phases: &[Phase]) -> Option<Phrase> {
    let entries = phases.iter().filter(|phase| words::of_entries(&phase.title)).count();
    if let Some(first) = phases.iter().find(|phase| words::of_entries(&phase.title)).filter(|_| entries * 2 > phases.len()) {
        return Some(say!("doubt-entries", name = &first.title));
    }
    // Phases may be counted, from one on; other numbers are figures.
    let number = |phase: &Phase| phase.title.chars().any(|c| c.is_ascii_digit()) && !phase.title.chars().any(char::is_alphabetic);
    let counted = (1..).zip(phases).all(|(nth, phase): (usize, _)| phase.title.trim_end_matches(['.', ')']) == nth.to_string());
    let numbers = phases.iter().filter(|phase| number(phase)).count();
    if let Some(first) = phases.iter().find(|phase| number(phase)).filter(|_| !counted) {
        let name = &first.title;
        return Some(if numbers * 2 > phases.len() {
            say!("doubt-numbers", name = name)
        } else {
            say!("doubt-a-figure", name = name)
        });
    }
    if let Some(phase) = phases.iter().find(|phase| words::of_corners(&phase.title)) {
        return Some(say!("doubt-corner", name = &phase.title));
    }
    let planned = || phases.iter().filter(|phase| words::of_plans(&phase.title));
    let phase = planned().next().filter(|_| planned().count() * 2 >= phases.len())?;
    Some(say!("doubt-plan", name = &phase.title))
}

/// What speaks against a journey in the name over those of the phases: that they are persons, what is compared, or the parts of a plan in which
/// nothing tells how a customer fares. Known phases weigh against that.
fn of_another_corner(shape: &Shape, phases: &[Phase], lanes: &[Lane], beside: &[String]) -> Option<Phrase> {
    let corner = beside.last().filter(|_| shape.header.is_some() && known(phases) < 2)?;
    let persons = || facts::label(corner) == Some(facts::Field::Persona) && !shape.across;
    if persons() || words::of_compared(corner) {
        return Some(say!("doubt-corner-of-others", name = corner.as_str()));
    }
    let counted = phases.iter().all(|phase| words::number(&phase.title).is_some());
    let plan = counted && words::of_spans(corner) && !lanes.iter().any(fares);
    plan.then(|| say!("doubt-corner-of-others", name = corner.as_str()))
}

/// What speaks against a journey of those who have a stake in a plan, or of its sprints: they are no phases, and nothing tells how a customer fares. A
/// journey may have a lane of stakeholders.
fn of_stakeholders(phases: &[Phase], lanes: &[Lane], beside: &[String]) -> Option<Phrase> {
    if lanes.iter().any(fares) || known(phases) > 1 {
        return None;
    }
    let unnamed = phases.iter().all(|phase| !phase.named);
    let first = lanes.first().filter(|_| unnamed).map(|lane| lane.title.as_str());
    let stake = beside.iter().map(String::as_str).chain(first).find(|name| words::of_stakeholders(name));
    let sprint = phases.first().filter(|_| phases.iter().all(|phase| words::of_counted_spans(&phase.title)));
    let name = stake.or_else(|| sprint.map(|phase| phase.title.as_str()))?;
    Some(say!("doubt-corner-of-others", name = name))
}

/// What speaks against a journey of people who stand side by side: their names are those of groups; or their corner says so, or what is said of persons
/// stands below them, such as a quote beside what they want and what bothers them, and nothing tells what they do or meet, think or feel.
fn of_people(shape: &Shape, phases: &[Phase], lanes: &[Lane], beside: &[String]) -> Option<Phrase> {
    use LaneKind::{Barrier, Goal, Need, Quote};
    let told = lanes.iter().any(is_lived);
    let has = |kinds: &[LaneKind]| lanes.iter().any(|lane| kinds.contains(&lane.holds()));
    let phased = beside.iter().any(|name| words::of_corners(name));
    let voiced = !phased && has(&[Quote]) && has(&[Goal, Need]) && has(&[Barrier]);
    let named = beside.iter().any(|name| facts::label(name) == Some(facts::Field::Persona));
    let personal = lanes.iter().filter(|lane| profiles::is_said_of_persons(&lane.title)).count() > 1;
    let grouped = phases.iter().all(|phase| words::of_groups(&phase.title));
    let first =
        phases.first().filter(|_| known(phases) < 2 && (grouped || shape.across && !told && (named || personal || voiced)))?;
    Some(say!("doubt-plan", name = &first.title))
}

/// What speaks against a journey in the name of its sheet or a text above it: that personas or competitors stand side by side, where nothing says
/// that there is a journey or that there are phases.
fn of_others_above(phases: &[Phase], lanes: &[Lane], (beside, above): (&[String], &[String])) -> Option<Phrase> {
    let phased = known(phases) > 1 || beside.iter().any(|name| words::of_corners(name));
    if phased || above.iter().any(|text| facts::speaks_of_journey(text)) {
        return None;
    }
    let told = lanes.iter().any(is_lived);
    let is_other = |text: &&String| words::speaks_of_competitors(text) || !told && words::speaks_of_personas(text);
    above.iter().find(is_other).map(|text| say!("doubt-above-of-others", name = text.as_str()))
}

/// What speaks against a journey of competitors side by side, where nothing says that there are phases.
fn of_competitors(phases: &[Phase], beside: &[String]) -> Option<Phrase> {
    let phased = known(phases) > 1 || beside.iter().any(|name| words::of_corners(name));
    let first = phases.iter().find(|phase| words::is_competitor(&phase.title)).filter(|_| !phased)?;
    Some(say!("doubt-plan", name = &first.title))
}

/// What speaks against phases of which one names several that others name too, as lists have it where more than one can be chosen: nobody can tell to
/// which of them its items belong.
pub fn of_several(phases: &[Phase]) -> Option<Phrase> {
    let parts = |phase: &Phase| -> Vec<String> {
        phase.title.split([',', ';', '、', '\n']).map(aliases::spelled).filter(|part| !part.is_empty()).collect()
    };
    let names: Vec<Vec<String>> = phases.iter().map(parts).collect();
    let elsewhere = |nth: usize, part: &String| names.iter().enumerate().any(|(other, own)| other != nth && own.contains(part));
    let is_several = |nth: usize| {
        let own = names.get(nth).map(Vec::as_slice).unwrap_or_default();
        let known = |part: &String| elsewhere(nth, part) || aliases::near_phase(part).is_some();
        own.len() > 1 && own.iter().any(|part| elsewhere(nth, part)) && own.iter().all(known)
    };
    let (_, phase) = phases.iter().enumerate().find(|(nth, _)| is_several(*nth))?;
    Some(say!("doubt-several", name = &phase.title))
}

/// What speaks against a journey in a list of personas, a row each: they are no phases, and nothing tells what they do or how they fare.
fn of_persons(shape: &Shape, phases: &[Phase], lanes: &[Lane], beside: &[String]) -> Option<Phrase> {
    let told = lanes.iter().any(|lane| fares(lane) || lane.holds() == LaneKind::Action);
    let unnamed = !shape.across && phases.iter().all(|phase| !phase.named);
    let corner = beside.iter().find(|name| facts::label(name) == Some(facts::Field::Persona))?;
    (unnamed && !told).then(|| say!("doubt-corner-of-others", name = corner.as_str()))
}

/// What speaks against a journey whose phases stand in a lane: where the others are called is not said, and a lane says that it has phases.
fn of_another_axis(lanes: &[Lane], beside: &[String]) -> Option<Phrase> {
    let named = beside.iter().any(|name| words::of_corners(name));
    let lane = lanes.iter().find(|lane| lane.kind.is_none() && lane.cells.len() > 1 && words::of_corners(&lane.title));
    lane.filter(|_| !named).map(|lane| say!("doubt-axis", name = &lane.title))
}

/// What speaks against a journey where the names of a log, a register or a test plan are at least as many as those of a journey. Phases that
/// are known weigh against that only where a lane tells of a journey too.
fn of_registers(phases: &[Phase], lanes: &[Lane], beside: &[String]) -> Option<Phrase> {
    const MOST: usize = 2;
    const SHOWN: usize = 3;
    let titles = || lanes.iter().map(|lane| lane.title.as_str()).chain(phases.iter().map(|phase| phase.title.as_str()));
    let names = titles().chain(beside.iter().map(String::as_str));
    let against: Vec<&str> = names.filter(|name| words::of_registers(name)).collect();
    let kinds = lanes.iter().filter(|lane| tells(lane) && !words::of_registers(&lane.title));
    let telling = kinds.map(|lane| lane.holds().name()).collect::<BTreeSet<_>>().len();
    let known = if telling > 0 { known(phases) } else { 0 };
    let shown = against.get(..SHOWN).unwrap_or(&against);
    let doubtful = against.len() >= MOST && against.len() > telling && known < 2;
    doubtful.then(|| say!("doubt-registers", names = names_of(shown, SHOWN)))
}

/// What speaks against a journey in the answers to a form, a row for each who answered: it says when that was, and not what the phases are.
fn of_answers(phases: &[Phase], lanes: &[Lane], beside: &[String]) -> Option<Phrase> {
    let names = || beside.iter().map(String::as_str).chain(lanes.iter().map(|lane| lane.title.as_str()));
    let stamp = names().find(|name| words::of_stamps(name))?;
    let phased = known(phases) > 1 || names().any(words::of_corners);
    let asked = names().filter(|name| name.trim_end().ends_with('?')).count() > 1;
    (!phased && asked).then(|| say!("doubt-answers", name = stamp))
}

/// What speaks against a journey of nothing but figures: a curve may be all that there is, but figures of other things are those of a report.
fn of_figures(lanes: &[Lane]) -> Option<Phrase> {
    let cells = || lanes.iter().flat_map(|lane| &lane.cells).filter(|cell| !scores::is_blank(cell.value));
    let curves = lanes.iter().filter(|lane| lane.holds() == LaneKind::Emotion && !lane.is_rated()).count();
    let figures = cells().filter(|cell| is_figure(cell.value)).count();
    let others = curves == 0 || lanes.len() > 2 && curves * 2 < lanes.len();
    (figures > 1 && others && figures * 10 >= cells().count() * 9).then(|| say!("doubt-figures"))
}

/// Whether a cell holds a number, with a unit or without: `24%`, `€ 1.200`, `0:42`, `3.5k`, `12 min`.
fn is_figure(value: &Value) -> bool {
    const UNIT: usize = 4;
    match value {
        Value::Text(text) => {
            let letters = text.chars().filter(|c| c.is_alphabetic()).count();
            text.chars().any(|c| c.is_ascii_digit()) && letters <= UNIT && !text.contains('\n')
        }
        Value::Number { .. } | Value::Day { .. } | Value::Time(_) => true,
        Value::Empty | Value::Bool(_) | Value::Unknown(_) => false,
    }
}

/// What speaks against a journey of which only one lane could be that of one, since any plan has a goal, and the others are about amounts.
fn of_a_goal(phases: &[Phase], lanes: &[Lane]) -> Option<Phrase> {
    const FEWEST: usize = 2;
    let mut telling = lanes.iter().filter(|lane| tells(lane));
    let goal = telling.next().filter(|lane| lane.holds() == LaneKind::Goal)?;
    let counts = |lane: &&Lane| {
        let filled = || lane.cells.iter().filter(|cell| !scores::is_blank(cell.value));
        let numbers = filled().filter(|cell| cell.value.text().chars().any(|c| c.is_ascii_digit())).count();
        filled().count() > 0 && (lane.holds() == LaneKind::Measure || numbers * 2 > filled().count())
    };
    let amounts = lanes.iter().filter(counts).count();
    let alone = telling.next().is_none() && known(phases) == 0 && amounts >= FEWEST && amounts * 2 > lanes.len() - 1;
    alone.then(|| say!("doubt-goal", name = &goal.title))
}

/// What speaks against a journey of which one lane alone could be that of one, when its phases have no names: a recipe has numbered steps too; or
/// when it is called as what is done in any plan: a runbook says what to do, and by which channel.
fn of_steps(phases: &[Phase], lanes: &[Lane]) -> Option<Phrase> {
    let telling: Vec<&Lane> = lanes.iter().filter(|lane| lane.tells_of_a_journey()).collect();
    let (Some(first), true) = (telling.first(), known(phases) == 0 && lanes.len() > 1) else { return None };
    if telling.iter().any(|lane| lane.holds() != first.holds()) || first.holds() == LaneKind::Emotion {
        return None;
    }
    let counted = phases.iter().all(|phase| words::number(&phase.title).is_some());
    if counted {
        return Some(say!("doubt-nameless", name = first.title.as_str()));
    }
    let others =
        |lane: &Lane| matches!(lane.holds(), LaneKind::Opportunity | LaneKind::Message | LaneKind::Image | LaneKind::Design);
    let bare = first.holds() == LaneKind::Action && !first.title.contains(char::is_whitespace);
    (bare && !lanes.iter().any(others)).then(|| say!("doubt-any-plan", name = first.title.as_str()))
}

/// What speaks against a journey where nothing tells of a customer. Where phases are known, a lane of texts of any name may be one.
fn of_plans(phases: &[Phase], lanes: &[Lane]) -> Option<Phrase> {
    let speaks = |lane: &Lane| known(phases) > 0 && (is_of_service(lane) || is_told(lane));
    let hollow = known(phases) > 0 && lanes.iter().all(|lane| lane.cells.is_empty());
    if hollow || lanes.iter().any(|lane| tells(lane) || speaks(lane)) {
        return None;
    }
    let days = |lane: &&Lane| !lane.cells.is_empty() && lane.cells.iter().all(|cell| facts::day(cell.value).is_some());
    Some(match lanes.iter().find(days) {
        None => say!("doubt-no-customer"),
        Some(lane) => say!("doubt-no-customer-but-dates", name = &lane.title),
    })
}

/// How many phases have a name that is known.
fn known(phases: &[Phase]) -> usize {
    phases.iter().filter(|phase| aliases::near_phase(&phase.title).is_some()).count()
}

/// Whether a lane tells of what an organisation does for its customers.
fn is_of_service(lane: &Lane) -> bool {
    use LaneKind::{Channel, Design, Device, Image, Message, Opportunity};
    matches!(lane.kind, Some(Channel | Message | Device | Opportunity | Design | Image)) && !words::of_registers(&lane.title)
}

/// Whether most of what a lane holds are texts of a few words at least, which are no names of people.
fn is_told(lane: &Lane) -> bool {
    const WORDS: usize = 3;
    let texts = lane.cells.iter().map(|cell| cell.value.text());
    let told = texts.filter(|text| text.split_whitespace().count() >= WORDS && !is_person(text)).count();
    told > 0 && told * 2 >= lane.cells.len()
}

/// Whether a lane tells of a journey. A step, a task or a requirement is found in any plan, and a contact may be a person.
fn tells(lane: &Lane) -> bool {
    let plain = words::of_plans(&lane.title) || words::of_corners(&lane.title);
    lane.tells_of_a_journey() && !plain && !holds_people(lane)
}

/// Whether a lane of contacts holds people to speak with, and nothing that is met.
fn holds_people(lane: &Lane) -> bool {
    words::of_contacts(&lane.title) && lane.cells.iter().all(|cell| is_person(&cell.value.text()))
}

/// Whether a text could be the name of a person: two or three words with a capital each.
fn is_person(text: &str) -> bool {
    let spelt =
        |word: &str| word.starts_with(char::is_uppercase) && word.chars().all(|c| c.is_alphabetic() || ".-'’".contains(c));
    let words: Vec<&str> = text.split_whitespace().collect();
    (2..=3).contains(&words.len()) && words.into_iter().all(spelt)
}

#[cfg(test)]
mod tests {
    use super::super::tests::{page, read_all};
    use crate::diagnostic::Code;

    fn is_doubted(grid: &str) -> bool {
        read_all(vec![page(grid)]).map_or(true, |read| read.remarks.iter().any(|remark| remark.code == Code::DoubtfulMatrix))
    }

    #[test]
    fn persons_competitors_and_sprints_are_no_steps_of_a_customer() {
        for grid in [
            "Persona|Goals|Frustrations|Channels|Quote\nEmma|Save time|Slow sites|Phone|I want it now\nLars|Save money|Hidden fees|Email|Show me",
            "Persona’s|Doelen|Frustraties|Kanalen|Citaat\nEmma|Tijd sparen|Trage sites|Telefoon|Nu graag\nLars|Geld sparen|Kosten|Mail|Laat zien",
            "Persona|Mål|Frustrationer|Kanaler|Citat\nEmma|Spare tid|Langsomme sider|Telefon|Nu, tak\nLars|Spare penge|Gebyrer|Mail|Vis mig det",
            "Concurrent|Website|Winkel|Prijs|Sterk|Zwak\nBol|Snel|Geen|Laag|Aanbod|Service\nBlokker|Traag|Veel|Hoog|Dichtbij|Duur\nHema|Mooi|Veel|Middel|Merk|Voorraad",
            "Competitor|Goal|Action|Touchpoint\nAcme|Be cheap|Ships fast|A shop in town\nGlobex|Be first|Ships slowly|A site alone",
            "|Konkurrent A|Konkurrent B|Vores app\nOplevelse|Hurtig|Langsom|Hyggelig\nSmertepunkter|Ingen chat|Mange mails|Lille udvalg\nKontaktpunkter|App|Web|Butik",
            "|Zalando|Bol|Wij\nDoel|Stijl vinden|Snel klaar|Passen\nActie|Scrolt|Zoekt|Past aan\nContactpunt|App|Site|Winkel",
            "Sprint|Goal|Tasks|Risks|Status\n1|Login works|Build form|Server late|Done\n2|Payment|Integrate bank|Contract|Doing\n3|Launch|Press|None|To do",
        ] {
            assert!(is_doubted(grid), "{grid}");
        }
        for grid in [
            "Fase|Doel|Frustraties|Kanaal|Citaat\nZoeken|Tijd sparen|Trage site|Telefoon|Nu graag\nBetalen|Geld sparen|Kosten|Mail|Laat zien",
            "Sprint|Actions|Touchpoints|Feelings\n1|Looks around|Site|Curious\n2|Pays at the desk|Desk|Relieved\n3|Rides home|Road|Proud",
            "Fase|Wij|Zij|Samen\nDoel|Een fiets vinden|Zekerheid krijgen|Fietsen\nActies|Kijkt rond|Betaalt|Rijdt naar huis\nContactpunt|Site|Kassa|Pad",
            "|Concurrentie vergelijken|Wij bellen|Samen thuis\nDoel|Een fiets vinden|Zekerheid krijgen|Fietsen\nActies|Kijkt rond|Betaalt|Rijdt naar huis",
            "Persona|Oriëntatie|Aankoop|Gebruik\nDoel|Een fiets vinden|Zekerheid krijgen|Fietsen\nActies|Kijkt rond|Betaalt|Rijdt naar huis",
        ] {
            assert!(!is_doubted(grid), "{grid}");
        }
    }
}
