//! Which parts of several documents are one part of the merged journey.

use std::collections::BTreeSet;

use super::super::aliases;
use super::super::identity::{fold, free};
use super::super::{Lane, LaneKind, Persona, Phase, Purpose, Stage};

/// A part of one document, as far as it is needed to know it again in another.
pub(super) struct Entry {
    id: String,
    /// The title, folded.
    title: String,
    /// Whether the id says nothing: it is made from the part's number, for want of Latin letters in the title.
    numbered: bool,
    sort: Option<Sort>,
    guard: Guard,
}

/// What a part is whatever it is called. Parts that are the only ones of their sort in two documents are one.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    /// A lane of this kind; not of kind `text`, which is for anything else.
    Lane(LaneKind),
    /// A phase of the presets, by one of the names that people have for it.
    Phase(&'static str),
}

/// What keeps two parts apart although they have the same id or title.
#[derive(Clone)]
enum Guard {
    None,
    /// How somebody is called: the first word of the name. People who are called otherwise are not the same.
    Called(String),
    Lane {
        kind: LaneKind,
        persona: Option<String>,
        purpose: Option<Purpose>,
        /// The ends of its scale, when it holds scores: scores are never rescaled.
        scale: Option<(f64, f64)>,
    },
}

/// A part of the merged journey.
pub(super) struct Slot {
    /// Its id in the merged journey.
    pub id: String,
    /// The documents that have it, in order, with its place in their lists; no document comes twice.
    pub members: Vec<(usize, usize)>,
    ids: BTreeSet<String>,
    titles: BTreeSet<String>,
    sort: Option<Sort>,
    guard: Guard,
}

impl Guard {
    fn fits(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Called(one), Self::Called(other)) => one == other,
            (
                Self::Lane { kind, persona, purpose, scale },
                Self::Lane { kind: kind2, persona: persona2, purpose: purpose2, scale: scale2 },
            ) => {
                kind == kind2
                    && go_together(persona.as_ref(), persona2.as_ref())
                    && go_together(purpose.as_ref(), purpose2.as_ref())
                    && go_together(scale.as_ref(), scale2.as_ref())
            }
            (Self::None | Self::Called(_) | Self::Lane { .. }, _) => true,
        }
    }

    /// What both say.
    fn join(&mut self, other: Self) {
        match (self, other) {
            (
                Self::Lane { persona, purpose, scale, .. },
                Self::Lane { persona: persona2, purpose: purpose2, scale: scale2, .. },
            ) => {
                *persona = persona.take().or(persona2);
                *purpose = purpose.or(purpose2);
                *scale = scale.or(scale2);
            }
            (Self::None | Self::Called(_) | Self::Lane { .. }, _) => {}
        }
    }
}

fn go_together<T: PartialEq>(one: Option<&T>, other: Option<&T>) -> bool {
    one.is_none() || other.is_none() || one == other
}

impl Entry {
    fn of(what: &str, id: &str, title: &str, guard: Guard) -> Self {
        let number = id.strip_prefix(what).and_then(|rest| rest.strip_prefix('-'));
        let made = number.is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()));
        let numbered = made && !title.contains(|c: char| c.is_ascii_alphanumeric());
        Self { id: id.to_owned(), title: fold(title), numbered, sort: None, guard }
    }

    pub fn stage(stage: &Stage) -> Self {
        Self::of("stage", &stage.id, &stage.title, Guard::None)
    }

    pub fn phase(phase: &Phase) -> Self {
        let sort = aliases::phase(&phase.title).map(Sort::Phase);
        Self { sort, ..Self::of("phase", &phase.id, &phase.title, Guard::None) }
    }

    pub fn persona(persona: &Persona) -> Self {
        let name = fold(&persona.name);
        let called = name.split(|c: char| !c.is_alphanumeric()).find(|word| !word.is_empty()).unwrap_or(&name).to_owned();
        Self::of("persona", &persona.id, &persona.name, Guard::Called(called))
    }

    /// A lane; `built_in` says whether its title is the one that its kind has anyway, in whatever language.
    pub fn lane(lane: &Lane, built_in: bool, scored: bool) -> Self {
        let guard = Guard::Lane {
            kind: lane.kind,
            persona: lane.persona.as_ref().map(ToString::to_string),
            purpose: lane.purpose,
            scale: lane.scale.as_ref().filter(|_| scored).map(|scale| (scale.min, scale.max)),
        };
        let title = if built_in { format!("\0{}", lane.kind.name()) } else { lane.title.clone() };
        let sort = (lane.kind != LaneKind::Text).then_some(Sort::Lane(lane.kind));
        Self { sort, ..Self::of("lane", &lane.id, &title, guard) }
    }
}

/// By what parts of two documents are one, in the order in which it is tried.
#[derive(Clone, Copy, PartialEq, Eq)]
enum By {
    Id,
    Title,
    /// Both documents have just one of its sort.
    Sort,
}

/// Joins the lists of all documents: by id, else by title, else by being the only one of a sort. Two parts of one
/// document are never joined.
pub(super) fn join(lists: Vec<Vec<Entry>>) -> Vec<Slot> {
    let mut slots: Vec<Slot> = Vec::new();
    let mut taken = BTreeSet::new();
    for (document, list) in lists.into_iter().enumerate() {
        let titles: BTreeSet<_> = list.iter().map(|entry| entry.title.clone()).collect();
        let known: BTreeSet<_> = slots.iter().flat_map(|slot| slot.titles.iter().cloned()).collect();
        let mut homes = vec![None; list.len()];
        for by in [By::Id, By::Title, By::Sort] {
            for (index, entry) in list.iter().enumerate() {
                if homes[index].is_some() {
                    continue;
                }
                let free = |slot: usize| !homes.contains(&Some(slot));
                let same = |slot: &Slot| match by {
                    By::Id => slot.same_id(entry, &titles, &known),
                    By::Title => slot.titles.contains(&entry.title),
                    By::Sort => {
                        slot.sort == entry.sort
                            && only_one(entry.sort, list.iter().map(|entry| entry.sort))
                            && only_one(entry.sort, slots.iter().map(|slot| slot.sort))
                    }
                };
                homes[index] = slots
                    .iter()
                    .enumerate()
                    .position(|(number, slot)| slot.guard.fits(&entry.guard) && same(slot) && free(number));
            }
        }
        for (index, (entry, home)) in list.into_iter().zip(homes).enumerate() {
            let Some(home) = home else {
                let id = if taken.contains(&entry.id) { free(&entry.id, &taken) } else { entry.id.clone() };
                taken.insert(id.clone());
                let (ids, titles) = (BTreeSet::from([entry.id]), BTreeSet::from([entry.title]));
                slots.push(Slot { id, members: vec![(document, index)], ids, titles, sort: entry.sort, guard: entry.guard });
                continue;
            };
            let slot = &mut slots[home];
            slot.members.push((document, index));
            slot.ids.insert(entry.id);
            slot.titles.insert(entry.title);
            slot.guard.join(entry.guard);
        }
    }
    slots
}

/// Whether a sort comes once.
fn only_one(sort: Option<Sort>, mut sorts: impl Iterator<Item = Option<Sort>>) -> bool {
    sort.is_some() && sorts.any(|other| other == sort) && !sorts.any(|other| other == sort)
}

impl Slot {
    /// Whether an entry with one of these ids is this part: it has one of its titles, or neither has a title that means another
    /// part on the other side. `titles` are those of the entry's document, `known` those of all parts.
    fn same_id(&self, entry: &Entry, titles: &BTreeSet<String>, known: &BTreeSet<String>) -> bool {
        let titled = self.titles.contains(&entry.title);
        let retitled = || !entry.numbered && !known.contains(&entry.title) && self.titles.is_disjoint(titles);
        self.ids.contains(&entry.id) && (titled || retitled())
    }
}
