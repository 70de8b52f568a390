//! Everything that can be chosen, at once and at random: whatever is shown of whatever journey, in whatever theme, on whatever paper, it
//! is a journey, whole, in its place and in type that can be read.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::matrix::{check_bars, check_details, check_places, drawn};
use crate::support::holds::said::{self, told_apart};
use crate::support::journeys;
use crate::themes::{colors, dressed_on};
use klantreis::journey::choices::{Choices, Fill};
use klantreis::journey::{Journey, normal};
use klantreis::layout::theme::{Logo, Place, Theme};
use klantreis::layout::{LAYOUTS, Layout, Make};
use klantreis::paper::{Orientation, Paper};
use klantreis::scene::walk::{Step, walk};
use klantreis::scene::{Role, RunKind, Scene};
use proptest::prelude::*;

/// Choices of some lanes, phases and personas of a journey.
fn any_choices(journey: &Journey, pick: &[bool], fill: Fill) -> Choices {
    let mut pick = pick.iter().copied().cycle();
    let mut of = |ids: Vec<String>| -> Vec<String> {
        if pick.next().unwrap_or_default() {
            ids.into_iter().filter(|_| pick.next().unwrap_or_default()).collect()
        } else {
            Vec::new()
        }
    };
    Choices {
        fill,
        lanes: of(journey.lanes.iter().map(|lane| lane.id.to_string()).collect()),
        phases: of(journey.phases.iter().map(|phase| phase.id.to_string()).collect()),
        personas: of(journey.personas.iter().map(|persona| persona.id.to_string()).collect()),
        curves: of(journey.lanes.iter().filter(|lane| lane.scale.is_some()).map(|lane| lane.id.to_string()).collect()),
    }
}

/// A theme: built in, or with a logo in one of four places; with a line at the foot or without.
fn any_theme() -> impl Strategy<Value = Theme> {
    let logo = || {
        let svg =
            br##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 10"><rect width="30" height="10" fill="#c00"/></svg>"##;
        Some(Arc::new(klantreis::picture::decode(svg).unwrap()))
    };
    let names = prop::sample::select(vec!["color", "print", "high-contrast"]);
    let place = prop::option::of(prop::sample::select(Place::ALL.map(|(place, _)| place).to_vec()));
    (names, place, any::<bool>()).prop_map(move |(name, place, footer)| Theme {
        logo: place.map(|place| Logo { file: "logo.svg".to_owned(), place, height: None, artwork: logo(), at: (0, 0) }),
        footer: footer.then(|| "Bureau Noord · niet verspreiden".to_owned()),
        ..Theme::named(name).unwrap()
    })
}

/// The drawn layout of a name.
fn named(name: &str) -> &'static Layout<'static> {
    LAYOUTS.iter().find(|layout| layout.name == name && matches!(layout.make, Make::Drawn(_))).unwrap()
}

/// No type is smaller than its distance asks for.
fn check_type(scene: &Scene, paper: &Paper) -> Result<(), String> {
    let least = paper.legibility();
    for page in &scene.pages {
        let (mut roles, mut small) = (Vec::new(), None);
        walk(&page.nodes, &mut |step| match step {
            Step::Open(group) => roles.push(group.role),
            Step::Close(_) => drop(roles.pop()),
            Step::Text(run) if run.kind == RunKind::Spelled => {
                let near = roles.contains(&Role::Item) && !roles.contains(&Role::Note);
                let least = if near { least.cell_min } else { least.hand_min };
                if run.size < least {
                    small = Some(format!("{:?} in {:?}", run.text, run.size));
                }
            }
            _ => {}
        });
        small.map_or(Ok(()), Err)?;
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 160, max_shrink_iters: 200, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_chosen_is_a_journey_whole_in_place_and_legible(
        journey in journeys::linked(),
        pick in prop::collection::vec(any::<bool>(), 1..40),
        all in any::<bool>(),
        fill in prop::sample::select(vec![Fill::None, Fill::Titles, Fill::All, Fill::All, Fill::All]),
        theme in any_theme(),
        layout in prop::sample::select(drawn()),
        size in prop::sample::select(vec!["A6", "A5", "A4", "A3", "A1", "A0", "100x100mm", "300x900mm"]),
        distance in prop::sample::select(vec![None, None, Some("30cm"), Some("2m")]),
        orientation in prop::sample::select(vec![None, Some(Orientation::Landscape), Some(Orientation::Portrait)]),
    ) {
        let journey = told_apart(journey);
        let choices = if all { Choices { fill, ..Choices::default() } } else { any_choices(&journey, &pick, fill) };
        let part = choices.of(&journey).unwrap();
        let part = part.journey();
        // Made-up links may be none that a document can have.
        if klantreis::read::json(&normal(&journey)).is_ok() {
            let again = klantreis::read::json(&normal(part));
            prop_assert_eq!(again.as_ref(), Ok(part));
        }
        let paper: Paper = size.parse().unwrap();
        let far = distance.map(|distance| paper.clone().read_from(distance.parse().unwrap()));
        let paper = far.and_then(Result::ok).unwrap_or(paper);
        let laid = dressed_on(part, named(layout), (&paper, orientation), &theme).unwrap();
        prop_assert_eq!(check_places(&laid.made), Ok(()));
        prop_assert_eq!(check_bars(&laid.made), Ok(()));
        prop_assert_eq!(check_type(&laid.made, &paper), Ok(()));
        let shown = said::shown(layout, part);
        prop_assert_eq!(said::texts_hold(&shown, &laid.made), Ok(()));
        prop_assert_eq!(check_details(&shown, &laid.made), Ok(()));
        for page in &laid.made.pages {
            let sides = (page.size.width.min(page.size.height), page.size.width.max(page.size.height));
            let off = (sides.0 - paper.size.width).0.abs().max((sides.1 - paper.size.height).0.abs());
            prop_assert!(off < 1e-6, "{:?}", page.size);
        }
        let greys = |color: &String| color[1..3] == color[3..5] && color[3..5] == color[5..7];
        let found: BTreeSet<String> = colors(&laid.made);
        prop_assert!(!theme.saves_ink || found.iter().all(greys), "{:?}", found);
    }
}
