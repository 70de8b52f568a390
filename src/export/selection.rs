//! Which layouts go to which formats, made once for a whole run.

use super::error::SelectionError;
use crate::journey::Journey;
use crate::layout::{Layout, Make};
use crate::nearest::nearest;
use crate::registry::Registry;
use crate::write::{Format, Write};

/// Formats, each with the layouts that go to it: at least one format, and at least one layout for each. It borrows them from a
/// [`Registry`].
pub struct Selection<'a> {
    pub(super) views: Vec<View<'a>>,
    /// Every layout that there is.
    pub(super) all: Vec<&'a Layout<'a>>,
}

/// A format and what it shows.
pub(super) struct View<'a> {
    pub format: &'a Format<'a>,
    pub layouts: Listed<'a>,
}

/// The layouts of a format, in the order of the registry; at least one.
pub(super) enum Listed<'a> {
    /// These, which were asked for.
    These(Vec<&'a Layout<'a>>),
    /// The first of these that has something to show of a journey, else the first.
    First(Vec<&'a Layout<'a>>),
    /// Those of these that have something to show of a journey, else the first.
    WhatThereIs(Vec<&'a Layout<'a>>),
}

/// Whether a format can hold what a layout makes.
fn fits(layout: &Layout, format: &Format) -> bool {
    layout.make.kind() == format.write.kind()
}

impl<'a> Selection<'a> {
    /// Matches formats with layouts of a registry, both by their names: each format takes the listed layouts of its own kind. When
    /// none is listed, a workbook takes what there is to show of the journey, and any other format that kind's first layout with something to
    /// show. A name that a drawn and a tabular layout share stands for both.
    ///
    /// # Errors
    /// When there is no format, a name is unknown, a listed name has no layout that a format takes, or there is no layout at all that a
    /// format could hold.
    pub fn new(
        registry: &Registry<'a>,
        formats: &[impl AsRef<str>],
        layouts: &[impl AsRef<str>],
    ) -> Result<Self, SelectionError> {
        let formats = named_formats(registry, formats)?;
        let listed = named_layouts(registry, &formats, layouts)?;
        let views = formats.into_iter().map(|format| {
            let own: Vec<_> = registry.layouts().iter().copied().filter(|layout| fits(layout, format)).collect();
            let chosen: Vec<_> = own.iter().copied().filter(|layout| listed.contains(&layout.name)).collect();
            if own.is_empty() {
                let known = registry.layout_names().map(str::to_owned).collect();
                return Err(SelectionError::NoLayout { format: format.name.to_owned(), kind: format.write.kind(), known });
            }
            let layouts = match format.write {
                _ if !chosen.is_empty() => Listed::These(chosen),
                Write::Book(_) => Listed::WhatThereIs(own),
                Write::Drawn(_) | Write::Table(_) => Listed::First(own),
            };
            Ok(View { format, layouts })
        });
        Ok(Self { views: views.collect::<Result<_, _>>()?, all: registry.layouts().to_vec() })
    }

    /// The same with layouts that are wished for and not asked for: those that none of the formats can hold are passed over.
    ///
    /// # Errors
    /// As [`Self::new`], but for layouts that no format can hold.
    pub fn preferring(
        registry: &Registry<'a>,
        formats: &[impl AsRef<str>],
        layouts: &[impl AsRef<str>],
    ) -> Result<Self, SelectionError> {
        let chosen = named_formats(registry, formats)?;
        let held = |name: &&str| {
            let mut namesakes = registry.layouts().iter().filter(|layout| layout.name == *name);
            namesakes.any(|layout| chosen.iter().any(|format| fits(layout, format)))
        };
        let held: Vec<&str> = layouts.iter().map(AsRef::as_ref).filter(held).collect();
        Self::new(registry, formats, &held)
    }

    /// Each format with the layouts that may go to it, by their names.
    #[must_use]
    pub fn names(&self) -> Vec<(&'a str, Vec<&'a str>)> {
        let layouts = |view: &View<'a>| match &view.layouts {
            Listed::These(layouts) | Listed::First(layouts) | Listed::WhatThereIs(layouts) => {
                layouts.iter().map(|layout| layout.name).collect()
            }
        };
        self.views.iter().map(|view| (view.format.name, layouts(view))).collect()
    }

    /// The layouts that are made of a journey, each once.
    pub(super) fn made(&self, journey: &Journey) -> Vec<&'a Layout<'a>> {
        let mut made: Vec<&'a Layout<'a>> = Vec::new();
        for layout in self.views.iter().flat_map(|view| view.layouts.of(journey)) {
            if !made.iter().any(|known| std::ptr::eq(*known, layout)) {
                made.push(layout);
            }
        }
        made
    }

    /// Whether anything is drawn. What is not has no need of pictures.
    #[must_use]
    pub fn draws(&self) -> bool {
        self.views.iter().any(|view| matches!(view.format.write, Write::Drawn(_)))
    }

    /// Whether a format is made into a file for each of several layouts, so that its files need the layouts' names.
    #[must_use]
    pub fn is_ambiguous(&self, format: &Format) -> bool {
        self.views.iter().filter(|view| view.format.name == format.name).any(|view| match (&view.layouts, format.write) {
            (Listed::These(layouts), Write::Drawn(_) | Write::Table(_)) => layouts.len() > 1,
            (Listed::These(_), Write::Book(_)) | (Listed::First(_) | Listed::WhatThereIs(_), _) => false,
        })
    }
}

/// The formats of these names, each once and in the order of the registry.
fn named_formats<'a>(registry: &Registry<'a>, names: &[impl AsRef<str>]) -> Result<Vec<&'a Format<'a>>, SelectionError> {
    let formats = registry.formats();
    for given in names.iter().map(AsRef::as_ref) {
        if registry.format(given).is_none() {
            let known = || formats.iter().map(|format| format.name);
            let nearest = nearest(given, known()).map(str::to_owned);
            return Err(SelectionError::UnknownFormat {
                given: given.to_owned(),
                nearest,
                known: known().map(str::to_owned).collect(),
            });
        }
    }
    let wanted = |format: &&Format| names.iter().any(|name| name.as_ref() == format.name);
    let named: Vec<_> = formats.iter().copied().filter(wanted).collect();
    if named.is_empty() { Err(SelectionError::NoFormat) } else { Ok(named) }
}

/// These names, when each is that of a layout that one of the formats can hold.
fn named_layouts<'n>(
    registry: &Registry,
    formats: &[&Format],
    names: &'n [impl AsRef<str>],
) -> Result<Vec<&'n str>, SelectionError> {
    for given in names.iter().map(AsRef::as_ref) {
        let namesakes = || registry.layouts().iter().copied().filter(|layout| layout.name == given);
        let Some(first) = namesakes().next() else {
            let nearest = nearest(given, registry.layout_names()).map(str::to_owned);
            let known = registry.layout_names().map(str::to_owned).collect();
            return Err(SelectionError::UnknownLayout { given: given.to_owned(), nearest, known });
        };
        if !namesakes().any(|layout| formats.iter().any(|format| fits(layout, format))) {
            return Err(idle(first, registry));
        }
    }
    Ok(names.iter().map(AsRef::as_ref).collect())
}

fn idle(layout: &Layout, registry: &Registry) -> SelectionError {
    let formats = registry.formats().iter().filter(|format| fits(layout, format)).map(|format| format.name.to_owned()).collect();
    SelectionError::IdleLayout { layout: layout.name.to_owned(), kind: layout.make.kind(), formats }
}

impl<'a> Listed<'a> {
    /// Those that are made of a journey; at least one.
    pub fn of(&self, journey: &Journey) -> Vec<&'a Layout<'a>> {
        let (all, most, of_book) = match self {
            Self::These(layouts) => return layouts.clone(),
            Self::First(layouts) => (layouts, 1, false),
            Self::WhatThereIs(layouts) => (layouts, usize::MAX, true),
        };
        let unasked = |layout: &&Layout| match layout.make {
            Make::Tabular(tabular) if of_book => tabular.in_book,
            Make::Tabular(_) | Make::Drawn(_) => true,
        };
        let shown = all.iter().copied().filter(unasked).filter(|layout| (layout.shows)(journey));
        let shown: Vec<_> = shown.take(most).collect();
        // What was asked for is made, though there be little to see.
        if shown.is_empty() { all.first().copied().into_iter().collect() } else { shown }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::{Context, LAYOUTS, Laid, Tabular};
    use crate::sheet::Sheet;
    use crate::write::{self, FORMATS};

    fn journey() -> Journey {
        let phase = crate::journey::Phase { id: "a".into(), title: "A".into(), ..crate::journey::Phase::default() };
        Journey { title: "Reis".into(), phases: vec![phase], ..Journey::default() }
    }

    const NONE: &[&str] = &[];

    fn pairs(selection: &Selection) -> Vec<String> {
        let pairs =
            selection.views.iter().flat_map(|view| view.layouts.of(&journey()).into_iter().map(|layout| (layout, view.format)));
        pairs.map(|(layout, format)| format!("{}.{}", layout.name, format.name)).collect()
    }

    #[test]
    fn every_format_has_a_default_layout() {
        let selection = Selection::new(Registry::built_in(), FORMATS, NONE).unwrap();
        for format in FORMATS {
            let first = LAYOUTS.iter().find(|layout| fits(layout, format)).unwrap();
            let own: Vec<_> = pairs(&selection).into_iter().filter(|pair| pair.ends_with(&format!(".{}", format.name))).collect();
            assert_eq!(own[0], format!("{}.{}", first.name, format.name));
            assert!(!selection.is_ambiguous(format));
        }
    }

    #[test]
    fn every_layout_can_be_asked_for_by_name() {
        for layout in LAYOUTS {
            let selection = Selection::new(Registry::built_in(), FORMATS, &[layout.name]).unwrap();
            let shows = |view: &View| view.layouts.of(&journey()).iter().any(|chosen| std::ptr::eq(*chosen, *layout));
            assert!(selection.views.iter().any(shows), "{}", layout.name);
        }
    }

    #[test]
    fn formats_asked_for_twice_or_in_another_order_make_the_same() {
        let selection = Selection::new(Registry::built_in(), &["csv", "svg", "csv"], &["matrix", "matrix"]).unwrap();
        assert_eq!(pairs(&selection), ["matrix.svg", "matrix.csv"]);
    }

    #[test]
    fn an_unknown_layout_is_answered_with_the_nearest() {
        let error = |name| Selection::new(Registry::built_in(), FORMATS, &[name]).err().unwrap().to_string();
        assert_eq!(error("matrx"), "there is no layout `matrx`, did you mean `matrix`?");
        assert!(error("zzz").contains("there is map, matrix"));
        assert_eq!(Selection::new(Registry::built_in(), NONE, NONE).err(), Some(SelectionError::NoFormat));
    }

    #[test]
    fn an_idle_layout_names_the_formats_that_could_hold_it() {
        let message = idle(LAYOUTS[0], Registry::built_in()).to_string();
        assert_eq!(message, "the layout `map` is drawn, and no format asked for can hold it; add one of svg, pdf, png");
    }

    #[test]
    fn an_unknown_format_is_answered_with_the_nearest_and_never_left_out() {
        let error = |name| Selection::new(Registry::built_in(), &["svg", name], NONE).err().unwrap().to_string();
        assert_eq!(error("pfd"), "there is no format `pfd`, did you mean `pdf`?");
        assert_eq!(error("docx"), "there is no format `docx`; there is svg, pdf, png, xlsx, csv");
    }

    #[test]
    fn a_format_without_any_layout_is_an_error_that_says_what_there_is() {
        let mut registry = Registry::empty();
        registry.add_format(&write::csv::FORMAT).unwrap();
        let said = |registry: &Registry| Selection::new(registry, &["csv"], NONE).err().unwrap().to_string();
        assert_eq!(said(&registry), "the format `csv` holds tabular layouts, and there is none; of other kinds there is none");
        registry.add_layout(&crate::layout::drawn::matrix::LAYOUT).unwrap();
        assert_eq!(said(&registry), "the format `csv` holds tabular layouts, and there is none; of other kinds there is matrix");
        let idle = Selection::new(&registry, &["csv"], &["matrix"]).err().unwrap().to_string();
        assert_eq!(idle, "the layout `matrix` is drawn, and no format asked for can hold it; there is none that can");
    }

    #[test]
    fn what_has_nothing_to_show_is_made_only_when_it_is_asked_for() {
        let sheet = |_: &Journey, _: &Context| -> Laid<Sheet> { unreachable!("it is not made here") };
        let layout = |name, shows| Layout {
            name,
            summary: "",
            shows,
            parts: &[],
            make: Make::Tabular(Tabular { fill: &sheet, in_book: true }),
        };
        let (empty, full) = (layout("empty", &|_| false), layout("full", &|_| true));
        let mut registry = Registry::empty();
        for format in FORMATS {
            registry.add_format(format).unwrap();
        }
        registry.add_layout(&empty).unwrap();
        let select = |registry: &Registry, layouts: &[&str]| pairs(&Selection::new(registry, &["xlsx", "csv"], layouts).unwrap());
        assert_eq!(select(&registry, &[]), ["empty.xlsx", "empty.csv"], "when there is nothing else");
        registry.add_layout(&full).unwrap();
        assert_eq!(select(&registry, &[]), ["full.xlsx", "full.csv"]);
        assert_eq!(select(&registry, &["empty"]), ["empty.xlsx", "empty.csv"]);
    }
}
