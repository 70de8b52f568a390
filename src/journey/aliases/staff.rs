//! Lanes of what those do who work there, by a word for them and one for work: “Personalets opgaver”, “Staff tasks”, “Wat doet het team?”.

use super::{ASKS, FILLERS, has, parted, spelled};
use crate::journey::LaneKind;

/// Those who work there, as one, as several and of whom, in all of the languages, as [`spelled`] writes it.
const STAFF: &str = "personeel medewerker medewerkers werknemer werknemers organisatie bedrijf team afdeling staff employee employees crew \
    organisation organization company personale personalet personalets medarbejder medarbejderen medarbejderens medarbejdere medarbejderne \
    medarbejdernes ansatte ansattes organisationen organisationens virksomheden virksomhedens teamet teamets mitarbeiter mitarbeitern \
    mitarbeiterin mitarbeiterinnen mitarbeitende mitarbeitenden personals belegschaft unternehmen unternehmens personnel equipe employe \
    employes salaries entreprise empleado empleados equipo trabajadores empresa addetti dipendenti azienda funcionarios colaboradores \
    personalen personalens medarbetare medarbetarens anstallda anstalldas foretaget medarbeider medarbeidere medarbeidernes bedriften \
    bedriftens pracownik pracownika pracownikow personelu zespolu firmy сотрудник сотрудника сотрудников персонал персонала backstage \
    system systeem systemet";
/// The same where an article of another language than English stands before it: “Tareas del personal”.
const PERSONAL: &str = "personal";
const ARTICLES: &str = "del el das";
/// What they have to do.
const WORK: &str = "taak taken werk werkzaamheden actie acties handeling handelingen activiteit activiteiten task tasks work action actions \
    activity activities interaction interactions process processes opgave opgaver arbejde handling handlinger aktivitet aktiviteter aufgabe \
    aufgaben arbeit handlung handlungen aktionen tatigkeiten aktivitaten tache taches travail activites gestes tarea tareas trabajo accion \
    acciones actividades compiti lavoro azioni attivita tarefas trabalho acoes atividades uppgift uppgifter arbete handlingar oppgave \
    oppgaver arbeid zadania praca dzialania czynnosci задачи действия работа";
/// What is asked of them.
const DOES: &str =
    "doet doen does do gor tut tun macht machen fait font hace hacen fa fanno faz fazem gjor robi robia делает делают";
/// What says that a customer sees it.
const SEEN: &str =
    "front frontstage onstage visible zichtbaar synligt synlig sichtbar visibles visibili visiveis synliga widoczne";
/// What else stands in such a question.
const BETWEEN: &str = "de het een the our onze ons vores das die der des unser unsere le la les notre l el los nuestro il lo gli degli dei delle i o os a as nosso vart vare";

/// The kind of such a lane: work that a customer does not see.
pub(super) fn kind(name: &str) -> Option<LaneKind> {
    let head = name.split(['(', '[', ':', '–', '—', '\n']).next().unwrap_or_default();
    // What is said behind that may be that a customer does see it.
    if name.get(head.len()..).is_some_and(|rest| spelled(rest).split('-').any(|word| has(SEEN, word))) {
        return None;
    }
    let spelled = spelled(&parted(head));
    let own: Vec<&str> = spelled.split('-').collect();
    let is_staff = |word: &str| has(STAFF, word) || word == PERSONAL && own.iter().any(|word| has(ARTICLES, word));
    let told: Vec<&str> = own.iter().copied().filter(|word| !FILLERS.contains(word) && !has(BETWEEN, word)).collect();
    let has_work = match told.as_slice() {
        [one, other] => is_staff(one) && has(WORK, other) || has(WORK, one) && is_staff(other),
        [one] => is_joined(one),
        _ => false,
    };
    (has_work || is_asked(&own, is_staff)).then_some(LaneKind::Backstage)
}

/// Whether a word is one for those who work there, joined to one for what they do: “Mitarbeiteraufgaben”.
fn is_joined(word: &str) -> bool {
    const SHORTEST: usize = 4;
    let works = |rest: &str| has(WORK, rest) || rest.strip_prefix('s').is_some_and(|rest| has(WORK, rest));
    let staff = STAFF.split_whitespace().chain([PERSONAL]).filter(|staff| staff.len() >= SHORTEST);
    staff.filter_map(|staff| word.strip_prefix(staff)).any(|rest| !rest.is_empty() && works(rest))
}

/// Whether it is asked or said what they do.
fn is_asked(own: &[&str], is_staff: impl Fn(&str) -> bool) -> bool {
    let [first, rest @ ..] = own else { return false };
    let asks = has(ASKS, first) || has("ce", first);
    let mut others = rest.iter().filter(|word| !has(DOES, word) && !is_staff(word));
    let said = rest.iter().any(|word| has(DOES, word)) && rest.iter().any(|word| is_staff(word));
    asks && said && others.all(|word| has(BETWEEN, word) || has("que qu", word))
}

#[cfg(test)]
mod tests {
    use super::super::near_lane;
    use crate::journey::LaneKind;

    #[test]
    fn what_those_do_who_work_there_is_out_of_sight() {
        for name in [
            "Personalets opgaver",
            "Medarbejdernes arbejde",
            "Hvad gør personalet?",
            "Taken van het team",
            "Wat doet de organisatie?",
            "Wat doen onze medewerkers?",
            "Medewerkersacties",
            "Organisatieacties",
            "Staff tasks",
            "What does the staff do?",
            "What the team does",
            "Backstage interactions",
            "System actions",
            "Aufgaben der Mitarbeiter",
            "Aufgaben des Personals",
            "Mitarbeiteraufgaben",
            "Was macht das Personal?",
            "Tâches du personnel",
            "Ce que fait l’équipe",
            "Tareas del personal",
            "Compiti degli addetti",
            "Personalens uppgifter",
            "De ansattes oppgaver",
            "Zadania pracowników",
        ] {
            assert_eq!(near_lane(name), Some(LaneKind::Backstage), "{name}");
        }
        for name in [
            "Employee tasks (onstage)",
            "Personal tasks",
            "Team goals",
            "Company name",
            "Wat gaan we doen?",
            "Wie doet het?",
            "What do we do about staff?",
        ] {
            assert_ne!(near_lane(name), Some(LaneKind::Backstage), "{name}");
        }
        assert_eq!(near_lane("Guest actions"), Some(LaneKind::Action));
    }
}
