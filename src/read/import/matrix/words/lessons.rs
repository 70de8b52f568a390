//! Words of schools: what plans of lessons and years are made of.

use crate::journey::aliases::{has, spelled};

/// What plans of lessons have beside what is done and what for.
const LESSONS: &str = "tijd tijdsduur duur duration time minutes minuten minutter tid varighed zeit dauer duree temps duracion tiempo tempo durata duracao czas materiaal \
    materialen material materials materiale materialer materiel materiaux materiales materiali materiais materialien materialy werkvorm werkvormen leerdoel leerdoelen lesdoel \
    learning-objective learning-goal laeringsmal lernziel lernziele objectif-pedagogique arbejdsform sozialform leermiddelen hulpmiddelen resources";
/// What classes and years of a school are called.
const YEARS: &str = "klas klasse klassen groep leerjaar jaar schooljaar semester trimester argang klassetrin grade grades year years form schuljahr jahrgang annee \
    niveau-scolaire curso grado ano anno rok arskurs trinn";
/// Who teaches, and who learns, as the words in the name of a lane begin.
const TEACHERS: [&str; 17] = [
    "leerkracht",
    "leraar",
    "docent",
    "juf",
    "teacher",
    "tutor",
    "instructor",
    "lehrer",
    "lehrkraft",
    "profesor",
    "maestro",
    "enseignant",
    "insegnante",
    "larare",
    "laerer",
    "underviser",
    "nauczyciel",
];
const LEARNERS: [&str; 15] = [
    "leerling", "student", "pupil", "learner", "kind", "children", "schuler", "elev", "eleve", "alumno", "aluno", "alunni",
    "studenti", "uczen", "uczniow",
];

/// Whether a name is that of what a lesson takes: time, materials, an aim.
pub fn of_lessons(name: &str) -> bool {
    has(LESSONS, &spelled(name.split('(').next().unwrap_or_default()))
}

/// Whether a name is that of a year of a school with its number: `1. klasse`, `Grade 2`.
pub fn of_years(name: &str) -> bool {
    let spelled = spelled(name);
    let (numbers, words): (Vec<&str>, Vec<&str>) =
        spelled.split('-').partition(|word| word.bytes().any(|byte| byte.is_ascii_digit()));
    numbers.len() == 1 && words.len() == 1 && words.iter().all(|word| has(YEARS, word))
}

/// Whether a name speaks of one who teaches.
pub fn of_teachers(name: &str) -> bool {
    begins(name, &TEACHERS)
}

/// Whether a name speaks of those who learn.
pub fn of_learners(name: &str) -> bool {
    begins(name, &LEARNERS)
}

fn begins(name: &str, list: &[&str]) -> bool {
    spelled(name).split('-').any(|word| list.iter().any(|one| word.starts_with(one)))
}
