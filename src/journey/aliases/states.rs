//! Which of two states of a journey something tells of: as it is, or as it is to be.

use super::{LANE_NAMES, has, spelled};
use crate::journey::LaneKind;

/// Words for them, as [`spelled`] writes them; `as-is` and `to-be` are one word each.
const STATES: &str = "asis tobe now future current currently today tomorrow nu straks huidig huidige toekomst toekomstig toekomstige gewenst gewenste nutid \
    nuvaerende fremtid fremtidig fremtidige onsket onskede ist soll heute morgen aktuell aktuelle kunftig kunftige actuel actuelle actuels actuelles futur \
    futurs futures aujourdhui demain actual actuales futuro futura futuros futuras deseado deseada hoy atual atuais desejado desejada hoje attuale attuali \
    oggi domani nuvarande framtida idag imorgon onskad navaerende framtidig obecnie obecny obecna obecne docelowo docelowy docelowa docelowe сейчас сегодня \
    будущее 现状 未来 現状 将来";
/// What stands beside such a word and says no more.
const BESIDE: &str = "situation situatie state zustand stan situacion situacao situazione tilstand tillstand lage";

/// The words of a name that say which state it is of, and the others.
fn parted(name: &str) -> (Vec<String>, Vec<String>) {
    let own = format!("-{}-", spelled(name)).replace("-as-is-", "-asis-").replace("-to-be-", "-tobe-");
    own.split('-').filter(|word| !word.is_empty()).map(str::to_owned).partition(|word| has(STATES, word))
}

/// Whether a name says no more than which state something is of: `As-is`, `Soll`, `Huidige situatie`.
pub(crate) fn of_states(name: &str) -> bool {
    let (states, others) = parted(name);
    !states.is_empty() && others.iter().all(|word| has(BESIDE, word))
}

/// The kind of a lane that is told of one state: `Actions now`, `Toekomstige acties`. What is found in any plan is no lane by that.
pub(super) fn kind(name: &str) -> Option<LaneKind> {
    let (states, others) = parted(name);
    let found = LANE_NAMES.find(&others.join(" ")).filter(|_| !states.is_empty() && !others.is_empty())?;
    let of_any = matches!(found, LaneKind::Text | LaneKind::Measure | LaneKind::Image | LaneKind::Priority | LaneKind::Message);
    (!of_any).then_some(found)
}

#[cfg(test)]
mod tests {
    use super::super::near_lane;
    use super::*;

    #[test]
    fn states_are_told_from_what_they_are_of() {
        for name in ["As-is", "TO BE", "Ist", "Soll", "Huidige situatie", "Actuel", "Now", "Fremtid"] {
            assert!(of_states(name), "{name}");
        }
        for (name, kind) in [
            ("Actions now", Some(LaneKind::Action)),
            ("Future actions", Some(LaneKind::Action)),
            ("Handlungen IST", Some(LaneKind::Action)),
            ("Toekomstige contactpunten", Some(LaneKind::Touchpoint)),
            ("Pain points (as-is)", Some(LaneKind::Barrier)),
            ("Smertepunkter nu", Some(LaneKind::Barrier)),
            ("Future", None),
            ("Current status", None),
            ("Actual result", None),
        ] {
            assert_eq!(near_lane(name), kind, "{name}");
            assert!(kind.is_none() || !of_states(name), "{name}");
        }
    }
}
