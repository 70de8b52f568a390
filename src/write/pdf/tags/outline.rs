//! The bookmarks of a document: its stages with their phases, and its lanes, each where it is named first.

use std::collections::BTreeMap;
use std::ops::Range;

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

use super::super::document::text;

/// The bookmarks as they are found.
#[derive(Default)]
pub(super) struct Outline {
    marks: Vec<Mark>,
    /// By what they are under and what they say: the first of them. What an earlier page names is not named again.
    known: BTreeMap<(Option<usize>, String), usize>,
    /// The stages of the table in hand, with their columns.
    stages: Vec<(Range<usize>, usize)>,
}

struct Mark {
    title: String,
    page: usize,
    /// In the page's units.
    corner: (f32, f32),
    /// The element that has the name.
    header: usize,
    under: Option<usize>,
}

/// Where a name stands.
pub(super) struct Place {
    pub(super) page: usize,
    pub(super) corner: (f32, f32),
    /// The element that has it.
    pub(super) header: usize,
}

impl Outline {
    /// A table begins.
    pub(super) fn table(&mut self) {
        self.stages.clear();
    }

    /// The name of a stage over some columns.
    pub(super) fn stage(&mut self, title: String, columns: Range<usize>, place: Place) {
        if let Some(mark) = self.mark(title, None, place) {
            self.stages.push((columns, mark));
        }
    }

    /// The name of a phase in a column.
    pub(super) fn phase(&mut self, title: String, column: usize, place: Place) {
        let under = self.stages.iter().find(|(columns, _)| columns.contains(&column)).map(|(_, mark)| *mark);
        self.mark(title, under, place);
    }

    /// The name of a lane.
    pub(super) fn lane(&mut self, title: String, place: Place) {
        self.mark(title, None, place);
    }

    fn mark(&mut self, title: String, under: Option<usize>, Place { page, corner, header }: Place) -> Option<usize> {
        if title.is_empty() {
            return None;
        }
        let next = self.marks.len();
        let first = *self.known.entry((under, title.clone())).or_insert(next);
        if first < next && self.marks[first].page < page {
            return Some(first);
        }
        self.marks.push(Mark { title, page, corner, header, under });
        Some(next)
    }

    /// Adds the bookmarks to the document; `place` tells of a header where else it stands.
    pub(super) fn write(
        &self,
        document: &mut Document,
        pages: &[ObjectId],
        place: impl Fn(usize) -> Option<Place>,
    ) -> Result<(), lopdf::Error> {
        if self.marks.is_empty() {
            return Ok(());
        }
        let root = document.new_object_id();
        let ids: Vec<ObjectId> = self.marks.iter().map(|_| document.new_object_id()).collect();
        let mut under: BTreeMap<Option<usize>, Vec<usize>> = BTreeMap::new();
        for (nth, mark) in self.marks.iter().enumerate() {
            under.entry(mark.under).or_default().push(nth);
        }
        let ends = |dictionary: &mut Dictionary, of: &[usize], count: usize| {
            if let (Some(first), Some(last)) = (of.first(), of.last()) {
                dictionary.set("First", ids[*first]);
                dictionary.set("Last", ids[*last]);
                dictionary.set("Count", i64::try_from(count).unwrap_or(i64::MAX));
            }
        };
        for (over, marks) in &under {
            for (index, nth) in marks.iter().enumerate() {
                let Mark { title, page, corner, header, .. } = &self.marks[*nth];
                let (page, (x, y)) = place(*header).map_or((*page, *corner), |place| (place.page, place.corner));
                let destination: Vec<Object> = vec![pages[page].into(), "XYZ".into(), x.into(), y.into(), Object::Null];
                let mut mark = dictionary! {
                    "Title" => text(title),
                    "Parent" => over.map_or(root, |over| ids[over]),
                    "Dest" => destination,
                };
                if let Some(before) = index.checked_sub(1) {
                    mark.set("Prev", ids[marks[before]]);
                }
                if let Some(next) = marks.get(index + 1) {
                    mark.set("Next", ids[*next]);
                }
                let own = under.get(&Some(*nth)).map_or(&[][..], Vec::as_slice);
                ends(&mut mark, own, own.len());
                document.set_object(ids[*nth], mark);
            }
        }
        let mut outlines = dictionary! { "Type" => "Outlines" };
        ends(&mut outlines, under.get(&None).map_or(&[][..], Vec::as_slice), self.marks.len());
        document.set_object(root, outlines);
        document.catalog_mut()?.set("Outlines", root);
        Ok(())
    }
}
