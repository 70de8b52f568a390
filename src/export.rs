//! From a checked journey to the bytes of the files asked for: layouts matched with formats.
//!
//! Nothing here touches a file. A [`Selection`] says which layout goes to which formats and is made once for a whole run; [`export`]
//! makes each scene or workbook once and hands it to every format that wants it.

use std::fmt;

use crate::diagnostic::Diagnostic;
use crate::journey::Journey;
use crate::layout::{Context, LAYOUTS, Laid, Layout, Make, tabular};
use crate::meta::{Meta, Timestamp};
use crate::nearest::nearest;
use crate::paper::{Orientation, Paper};
use crate::picture::Gallery;
use crate::scene::Scene;
use crate::sheet::Sheet;
use crate::text::{Typesetter, shown};
use crate::write::csv::Dialect;
use crate::write::svg::TextMode;
use crate::write::{self, Format, Write, WriteError, Written};

/// Formats, each with the layouts that go to it; never empty.
pub struct Selection {
    views: Vec<View>,
}

/// A format and what it shows.
struct View {
    format: &'static Format,
    layouts: Shown,
}

/// The layouts of a format.
enum Shown {
    /// These, in the order of the registry; at least one.
    These(Vec<&'static Layout>),
    /// Those that a workbook shows of a journey unasked.
    WhatThereIs,
}

/// Why layouts and formats do not go together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SelectionError {
    /// No format was asked for.
    NoFormat,
    /// There is no layout of that name.
    UnknownLayout {
        /// As written.
        given: String,
        /// The name that was probably meant.
        nearest: Option<&'static str>,
    },
    /// A layout was asked for that none of the formats can hold.
    IdleLayout {
        /// The layout's name.
        layout: &'static str,
        /// What it makes: `drawn` or `tabular`.
        kind: &'static str,
        /// The formats that could hold it.
        formats: Vec<&'static str>,
    },
}

impl fmt::Display for SelectionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoFormat => f.write_str("no format was asked for"),
            Self::UnknownLayout { given, nearest: Some(name) } => {
                write!(f, "there is no layout `{given}`, did you mean `{name}`?")
            }
            Self::UnknownLayout { given, nearest: None } => {
                let names: Vec<_> = layout_names().collect();
                write!(f, "there is no layout `{given}`; there is {}", names.join(", "))
            }
            Self::IdleLayout { layout, kind, formats } => {
                write!(
                    f,
                    "the layout `{layout}` is {kind}, and no format asked for can hold it; add one of {}",
                    formats.join(", ")
                )
            }
        }
    }
}

impl std::error::Error for SelectionError {}

/// The names of all layouts, each once, though a drawn and a tabular layout share it.
pub fn layout_names() -> impl Iterator<Item = &'static str> {
    let is_first = |index: usize, name| !LAYOUTS[..index].iter().any(|earlier| earlier.name == name);
    LAYOUTS.iter().enumerate().filter(move |(index, layout)| is_first(*index, layout.name)).map(|(_, layout)| layout.name)
}

/// Whether a format can hold what a layout makes.
fn fits(layout: &Layout, format: &Format) -> bool {
    match (layout.make, format.write) {
        (Make::Drawn(_), Write::Drawn(_)) | (Make::Tabular(_), Write::Book(_) | Write::Table(_)) => true,
        (Make::Drawn(_), Write::Book(_) | Write::Table(_)) | (Make::Tabular(_), Write::Drawn(_)) => false,
    }
}

impl Selection {
    /// Matches formats with layouts: each format takes the listed layouts of its own kind. When none is listed, a workbook takes what
    /// there is of the journey, and any other format that kind's first. A name that a drawn and a tabular layout share stands for both.
    ///
    /// # Errors
    /// When there is no format, a name is unknown, or a listed name has no layout that a format takes.
    pub fn new(formats: &[&'static Format], layouts: &[impl AsRef<str>]) -> Result<Self, SelectionError> {
        if formats.is_empty() {
            return Err(SelectionError::NoFormat);
        }
        let mut listed: Vec<&'static Layout> = Vec::new();
        for name in layouts.iter().map(AsRef::as_ref) {
            let namesakes: Vec<_> = LAYOUTS.iter().copied().filter(|layout| layout.name == name).collect();
            let Some(first) = namesakes.first() else {
                return Err(SelectionError::UnknownLayout { given: name.to_owned(), nearest: nearest(name, layout_names()) });
            };
            if !namesakes.iter().any(|layout| formats.iter().any(|format| fits(layout, format))) {
                return Err(idle(first));
            }
            listed.extend(namesakes);
        }
        let wanted = write::FORMATS.iter().copied().filter(|known| formats.iter().any(|format| format.name == known.name));
        let views = wanted.map(|format| {
            let own: Vec<_> = LAYOUTS.iter().copied().filter(|layout| fits(layout, format)).collect();
            let chosen: Vec<_> =
                own.iter().copied().filter(|layout| listed.iter().any(|other| other.name == layout.name)).collect();
            let layouts = match format.write {
                _ if !chosen.is_empty() => Shown::These(chosen),
                Write::Book(_) => Shown::WhatThereIs,
                Write::Drawn(_) | Write::Table(_) => Shown::These(own.into_iter().take(1).collect()),
            };
            View { format, layouts }
        });
        Ok(Self { views: views.collect() })
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
            (Shown::These(layouts), Write::Drawn(_) | Write::Table(_)) => layouts.len() > 1,
            (Shown::These(_), Write::Book(_)) | (Shown::WhatThereIs, _) => false,
        })
    }
}

fn idle(layout: &'static Layout) -> SelectionError {
    let kind = match layout.make {
        Make::Drawn(_) => "drawn",
        Make::Tabular(_) => "tabular",
    };
    let formats = write::FORMATS.iter().filter(|format| fits(layout, format)).map(|format| format.name).collect();
    SelectionError::IdleLayout { layout: layout.name, kind, formats }
}

/// Choices that hold for all files of a run.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The paper of drawn layouts. Default: A3.
    pub paper: Paper,
    /// Which way the paper lies; `None` leaves it to the layout. Default: `None`.
    pub orientation: Option<Orientation>,
    /// How SVG holds text. Default: live.
    pub svg_text: TextMode,
    /// The dialect of CSV; `None` follows the journey's language. Default: `None`.
    pub csv_dialect: Option<Dialect>,
    /// Whether cells are to be filled in by hand. Default: no.
    pub blank: bool,
    /// When the files were made; `None` takes the journey's own date, else 2000-01-01. Default: `None`.
    pub created: Option<Timestamp>,
}

/// What came of a journey.
#[derive(Debug)]
pub struct Exported {
    /// The files, in the order of the selection; at least one for each of its pairs.
    pub outputs: Vec<Output>,
    /// What there is to say about pictures, and what layouts and writers have to say, each remark once.
    pub warnings: Vec<Diagnostic>,
}

/// One file to be.
pub struct Output {
    /// The layout it shows.
    pub layout: &'static Layout,
    /// The format it is in.
    pub format: &'static Format,
    /// What tells it from the other files of this layout and format, such as the page number; `None` when it is the only one.
    pub part: Option<String>,
    /// The whole file.
    pub bytes: Vec<u8>,
}

impl fmt::Debug for Output {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{} {:?}: {} bytes", self.layout.name, self.format.name, self.part, self.bytes.len())
    }
}

/// Makes every file of a selection, of a journey whose pictures stand in the journey itself. Those that are files are shown as
/// labelled frames: see [`export_with`].
///
/// # Errors
/// When a writer fails, which the journey cannot cause.
pub fn export(
    journey: &Journey,
    selection: &Selection,
    options: &Options,
    typesetter: &Typesetter,
) -> Result<Exported, WriteError> {
    let sources = journey.pictures().map(|(_, picture)| picture.src.as_str());
    let pictures = if selection.draws() { Gallery::of_data(sources) } else { Gallery::default() };
    export_with(journey, &pictures, selection, options, typesetter)
}

/// Makes every file of a selection, with the pictures of a gallery, which may be empty where nothing is drawn.
///
/// # Errors
/// When a writer fails, which neither the journey nor its pictures can cause.
pub fn export_with(
    journey: &Journey,
    pictures: &Gallery,
    selection: &Selection,
    options: &Options,
    typesetter: &Typesetter,
) -> Result<Exported, WriteError> {
    let meta = meta(journey, options.created);
    let context = Context {
        meta: &meta,
        text: typesetter,
        pictures,
        paper: &options.paper,
        orientation: options.orientation,
        blank: options.blank,
    };
    let choices = write::Options {
        svg_text: options.svg_text,
        csv_dialect: options.csv_dialect.unwrap_or_else(|| Dialect::for_language(&journey.language.tag)),
    };
    let places = journey.pictures().map(|(pointer, picture)| (pointer, picture.src.as_str()));
    let warnings = if selection.draws() { pictures.warnings(places) } else { Vec::new() };
    let mut exported = Exported { outputs: Vec::new(), warnings };
    let mut views = Views { journey, context: &context, made: Vec::new() };
    for View { format, layouts } in &selection.views {
        let layouts = layouts.of(journey);
        let mut sheets = Vec::new();
        for layout in &layouts {
            match (views.made(layout, &mut exported), format.write) {
                (Made::Scene(scene), Write::Drawn(write)) => {
                    exported.take(layout, format, write(scene, typesetter.fonts(), &choices)?);
                }
                (Made::Sheet(sheet), Write::Table(write)) => exported.take(layout, format, write(sheet, &choices)?),
                (Made::Sheet(sheet), Write::Book(_)) => {
                    let Laid { made, warnings } = tabular::within_limits(sheet);
                    exported.remark(warnings);
                    sheets.push(made);
                }
                // A selection has no such pair.
                (Made::Scene(_), Write::Book(_) | Write::Table(_)) | (Made::Sheet(_), Write::Drawn(_)) => {}
            }
        }
        if let (Write::Book(write), Some(first)) = (format.write, layouts.first()) {
            exported.take(first, format, write(&tabular::book(journey, &context, sheets), &choices)?);
        }
    }
    Ok(exported)
}

impl Shown {
    fn of(&self, journey: &Journey) -> Vec<&'static Layout> {
        match self {
            Self::These(layouts) => layouts.clone(),
            Self::WhatThereIs => {
                let shows = |layout: &&Layout| match layout.make {
                    Make::Tabular(tabular) => tabular.in_book.is_some_and(|shows| shows(journey)),
                    Make::Drawn(_) => false,
                };
                LAYOUTS.iter().copied().filter(shows).collect()
            }
        }
    }
}

/// What was made of the layouts so far: each is asked once, however many formats show it.
struct Views<'a> {
    journey: &'a Journey,
    context: &'a Context<'a>,
    made: Vec<(&'static Layout, Made)>,
}

enum Made {
    Scene(Scene),
    Sheet(Box<Sheet>),
}

impl Views<'_> {
    fn made(&mut self, layout: &'static Layout, exported: &mut Exported) -> &Made {
        let known = self.made.iter().position(|(other, _)| std::ptr::eq(*other, layout));
        let index = known.unwrap_or_else(|| {
            let (made, warnings) = match layout.make {
                Make::Drawn(draw) => {
                    let Laid { made, warnings } = draw(self.journey, self.context);
                    (Made::Scene(made), warnings)
                }
                Make::Tabular(tabular) => {
                    let Laid { made, warnings } = (tabular.fill)(self.journey, self.context);
                    (Made::Sheet(Box::new(made)), warnings)
                }
            };
            exported.remark(warnings);
            self.made.push((layout, made));
            self.made.len() - 1
        });
        &self.made[index].1
    }
}

impl Exported {
    fn take(&mut self, layout: &'static Layout, format: &'static Format, written: Written) {
        let output = |part: write::Part| Output { layout, format, part: part.suffix, bytes: part.bytes };
        self.outputs.extend(written.parts.into_iter().map(output));
        self.remark(written.warnings);
    }

    fn remark(&mut self, warnings: Vec<Diagnostic>) {
        for warning in warnings {
            if !self.warnings.contains(&warning) {
                self.warnings.push(warning);
            }
        }
    }
}

/// What a document says about itself. The time is `created`, else the journey's date, else 2000-01-01: never the clock.
#[must_use]
pub fn meta(journey: &Journey, created: Option<Timestamp>) -> Meta {
    Meta {
        title: shown(&journey.title).into_owned(),
        authors: journey.authors.iter().map(|author| shown(&author.name).into_owned()).collect(),
        subject: journey.scenario.as_deref().map(shown).unwrap_or_default().into_owned(),
        language: journey.language.tag.clone(),
        created: created.or(journey.date.map(crate::meta::Date::midnight)).unwrap_or(Timestamp::DEFAULT),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journey::{Author, Language, Phase};
    use crate::meta::Date;
    use crate::write::FORMATS;

    fn journey() -> Journey {
        Journey {
            title: "Reis".into(),
            scenario: Some("Op zoek".into()),
            authors: vec![Author { name: "Noor".into(), class: Some("MEP2".into()) }],
            language: Language::of_tag("nl-BE"),
            date: Date::new(2026, 11, 22),
            phases: vec![Phase { id: "a".into(), title: "A".into(), ..Phase::default() }],
            ..Journey::default()
        }
    }

    fn pairs(selection: &Selection) -> Vec<String> {
        let pairs =
            selection.views.iter().flat_map(|view| view.layouts.of(&journey()).into_iter().map(|layout| (layout, view.format)));
        pairs.map(|(layout, format)| format!("{}.{}", layout.name, format.name)).collect()
    }

    fn named(names: &[&str]) -> Vec<&'static Format> {
        names.iter().map(|name| *FORMATS.iter().find(|format| format.name == *name).unwrap()).collect()
    }

    #[test]
    fn every_format_has_a_default_layout() {
        let selection = Selection::new(FORMATS, &[] as &[&str]).unwrap();
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
            let selection = Selection::new(FORMATS, &[layout.name]).unwrap();
            let shows = |view: &View| view.layouts.of(&journey()).iter().any(|chosen| std::ptr::eq(*chosen, *layout));
            assert!(selection.views.iter().any(shows), "{}", layout.name);
        }
    }

    #[test]
    fn formats_asked_for_twice_or_in_another_order_make_the_same() {
        let selection = Selection::new(&named(&["csv", "svg", "csv"]), &["matrix", "matrix"]).unwrap();
        assert_eq!(pairs(&selection), ["matrix.svg", "matrix.csv"]);
    }

    #[test]
    fn an_unknown_layout_is_answered_with_the_nearest() {
        let error = |name| Selection::new(FORMATS, &[name]).err().unwrap().to_string();
        assert_eq!(error("matrx"), "there is no layout `matrx`, did you mean `matrix`?");
        assert!(error("zzz").contains("there is matrix"));
        assert_eq!(Selection::new(&[], &[] as &[&str]).err(), Some(SelectionError::NoFormat));
    }

    #[test]
    fn an_idle_layout_names_the_formats_that_could_hold_it() {
        let message = idle(LAYOUTS[0]).to_string();
        assert_eq!(message, "the layout `matrix` is drawn, and no format asked for can hold it; add one of svg, pdf");
    }

    #[test]
    fn the_time_is_the_callers_else_the_journeys_else_2000() {
        let mut journey = journey();
        let given = Timestamp::from_unix(1_234_567_890);
        assert_eq!(meta(&journey, Some(given)).created, given);
        assert_eq!(meta(&journey, None).created.civil(), (Date::new(2026, 11, 22).unwrap(), [0, 0, 0]));
        journey.date = None;
        let plain = meta(&journey, None);
        assert_eq!(plain.created, Timestamp::DEFAULT);
        assert_eq!((plain.subject.as_str(), plain.authors.as_slice()), ("Op zoek", ["Noor".to_owned()].as_slice()));
    }
}
