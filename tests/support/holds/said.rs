//! What a scene says: every text of the journey in full, on whatever pages it stands.

use klantreis::journey::Journey;
use klantreis::scene::walk::{Step, walk};
use klantreis::scene::{Role, RunKind, Scene};

/// What the items with a label say on all pages, in order: their texts, or the remarks below them (scores stand there too).
pub fn said(scene: &Scene, wanted: &str, remarks: bool) -> String {
    // Labels say texts as they show.
    let wanted = without_soft_hyphens(wanted);
    let mut out = String::new();
    for page in &scene.pages {
        let (mut inside, mut notes) = (false, 0);
        walk(&page.nodes, &mut |step| match step {
            Step::Open(group) if group.role == Role::Item => inside = group.label.as_ref() == Some(&wanted),
            Step::Close(group) if group.role == Role::Item => inside = false,
            Step::Open(group) if group.role == Role::Note => notes += 1,
            Step::Close(group) if group.role == Role::Note => notes -= 1,
            Step::Text(run) if inside && remarks == (notes > 0) && run.kind != RunKind::Hyphen => out.push_str(&run.text),
            Step::Missing(missing) if inside && remarks == (notes > 0) => out.push_str(&missing.text),
            _ => {}
        });
    }
    out
}

/// The journey with a number behind each item, so that no two say the same: parts of equal items on several pages could not be told
/// apart.
pub fn told_apart(mut journey: Journey) -> Journey {
    let items = journey.phases.iter_mut().flat_map(|phase| phase.cells.0.iter_mut().flatten());
    for (number, item) in items.enumerate() {
        item.text = Some(format!("{} {number}", item.text()));
    }
    journey
}

/// What a layout shows of any journey, whatever the paper is.
pub fn shown(layout: &str, journey: &Journey) -> Journey {
    match layout {
        "curve" => klantreis::layout::drawn::curve::shown(journey),
        "timeline" => klantreis::layout::drawn::timeline::shown(journey),
        _ => journey.clone(),
    }
}

/// Every item says its text and nothing else; soft hyphens are left out where no line ends at them.
///
/// # Errors
/// What is drawn otherwise.
pub fn texts_hold(journey: &Journey, scene: &Scene) -> Result<(), String> {
    let items = || journey.phases.iter().flat_map(|phase| phase.cells.iter().flatten());
    for item in items().filter(|item| item.text.is_some()) {
        let text = without_soft_hyphens(item.text());
        let times = items().filter(|other| without_soft_hyphens(other.text()) == text).count();
        let found = without_soft_hyphens(&said(scene, &text, false));
        if !says(&found, &text, times) {
            return Err(format!("{text:?} is drawn as {found:?}, and is there {times} times"));
        }
    }
    Ok(())
}

/// Whether a text is found so many times and nothing else, with a space between its paragraphs at the most: where a page ends there is none.
fn says(found: &str, text: &str, times: usize) -> bool {
    let mut rest = found;
    for paragraph in (0..times).flat_map(|_| text.split('\n')) {
        let Some(behind) = rest.strip_prefix(paragraph).or_else(|| rest.strip_prefix(' ')?.strip_prefix(paragraph)) else {
            return false;
        };
        rest = behind;
    }
    rest.is_empty()
}

/// Every title stands somewhere in full, however narrow its header is.
///
/// # Errors
/// The titles that do not.
pub fn titles_hold(journey: &Journey, scene: &Scene) -> Result<(), String> {
    let lost = divided(journey, scene);
    if lost.is_empty() { Ok(()) } else { Err(format!("{lost:?} are not drawn in full")) }
}

/// Every title stands in full, or letter by letter in the headers of several pages, where a page has no room for all of it.
///
/// # Errors
/// The titles that do not.
pub fn titles_hold_over_pages(journey: &Journey, scene: &Scene) -> Result<(), String> {
    let header = |role: Role| matches!(role, Role::Title | Role::RowHeader | Role::ColumnHeader { .. });
    let headers = letters_in(scene, header);
    let mut lost = divided(journey, scene);
    if scene.pages.len() > 1 {
        lost.retain(|title| {
            let mut left = headers.chars();
            !letters(title).chars().all(|letter| left.any(|found| found == letter))
        });
    }
    if lost.is_empty() { Ok(()) } else { Err(format!("{lost:?} are not drawn in full")) }
}

/// The titles that stand nowhere in one piece.
fn divided<'a>(journey: &'a Journey, scene: &Scene) -> Vec<&'a String> {
    let all = letters_in(scene, |_| true);
    let stages = journey.stages.iter().flat_map(|stage| std::iter::once(&stage.title).chain(&stage.subtitle));
    let lanes = journey.lanes.iter().map(|lane| &lane.title);
    let titles = journey.phases.iter().map(|phase| &phase.title).chain(stages).chain(lanes).chain([&journey.title]);
    titles.filter(|title| !all.contains(&letters(title))).collect()
}

/// The letters that stand in groups of some roles, page by page.
pub fn letters_in(scene: &Scene, wanted: fn(Role) -> bool) -> String {
    let mut all = String::new();
    for page in &scene.pages {
        let mut inside = 0_usize;
        walk(&page.nodes, &mut |step| match step {
            Step::Open(group) if wanted(group.role) => inside += 1,
            Step::Close(group) if wanted(group.role) => inside -= 1,
            Step::Text(run) if inside > 0 && run.kind != RunKind::Hyphen => all.push_str(&letters(&run.text)),
            Step::Missing(missing) if inside > 0 => all.push_str(&letters(&missing.text)),
            _ => {}
        });
    }
    all
}

/// The text without white space and soft hyphens.
pub fn letters(text: &str) -> String {
    without_soft_hyphens(&text.split_whitespace().collect::<String>())
}

/// The text as labels say it.
pub fn without_soft_hyphens(text: &str) -> String {
    text.replace('\u{ad}', "")
}
