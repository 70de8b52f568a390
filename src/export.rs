//! From a checked journey to the bytes of the files asked for: layouts matched with formats.
//!
//! Nothing here touches a file. A [`Selection`] says which layout goes to which formats and is made once for a whole run; [`export`]
//! makes each scene or workbook once and hands it to every format that wants it.

use std::fmt;

use crate::diagnostic::Diagnostic;
use crate::journey::Journey;
use crate::journey::choices::{Choices, Fill, Shown, UnknownChoice};
use crate::layout::drawn::page::Strips;
use crate::layout::theme::Theme;
use crate::layout::{Context, Laid, Layout, Make, not_shown, tabular};
use crate::meta::{Meta, Timestamp};
use crate::nearest::nearest;
use crate::paper::{Orientation, Paper};
use crate::picture::Gallery;
use crate::registry::Registry;
use crate::scene::Scene;
use crate::sheet::Sheet;
use crate::text::{Typesetter, shown};
use crate::write::csv::Dialect;
use crate::write::svg::TextMode;
use crate::write::{self, Format, Write, WriteError, Written};

/// Formats, each with the layouts that go to it: at least one format, and at least one layout for each. It borrows them from a
/// [`Registry`].
pub struct Selection<'a> {
    views: Vec<View<'a>>,
    /// Every layout that there is.
    all: Vec<&'a Layout<'a>>,
}

/// A format and what it shows.
struct View<'a> {
    format: &'a Format<'a>,
    layouts: Listed<'a>,
}

/// The layouts of a format, in the order of the registry; at least one.
enum Listed<'a> {
    /// These, which were asked for.
    These(Vec<&'a Layout<'a>>),
    /// The first of these that has something to show of a journey, else the first.
    First(Vec<&'a Layout<'a>>),
    /// Those of these that have something to show of a journey, else the first.
    WhatThereIs(Vec<&'a Layout<'a>>),
}

/// Why layouts and formats do not go together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SelectionError {
    /// No format was asked for.
    NoFormat,
    /// There is no format of that name.
    UnknownFormat {
        /// As written.
        given: String,
        /// The name that was probably meant.
        nearest: Option<String>,
        /// The formats that there are.
        known: Vec<String>,
    },
    /// There is no layout of that name.
    UnknownLayout {
        /// As written.
        given: String,
        /// The name that was probably meant.
        nearest: Option<String>,
        /// The layouts that there are.
        known: Vec<String>,
    },
    /// A layout was asked for that none of the formats can hold.
    IdleLayout {
        /// The layout's name.
        layout: String,
        /// What it makes: `drawn` or `tabular`.
        kind: &'static str,
        /// The formats that could hold it.
        formats: Vec<String>,
    },
    /// A format was asked for that can hold no layout there is.
    NoLayout {
        /// The format's name.
        format: String,
        /// What it holds: `drawn` or `tabular` layouts.
        kind: &'static str,
        /// The layouts that there are, all of the other kind.
        known: Vec<String>,
    },
}

impl fmt::Display for SelectionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let there = |names: &[String]| if names.is_empty() { "none".to_owned() } else { names.join(", ") };
        let unknown = |f: &mut fmt::Formatter<'_>, what, given: &str, nearest: &Option<String>, known: &[String]| match nearest {
            Some(name) => write!(f, "there is no {what} `{given}`, did you mean `{name}`?"),
            None => write!(f, "there is no {what} `{given}`; there is {}", there(known)),
        };
        match self {
            Self::NoFormat => f.write_str("no format was asked for"),
            Self::UnknownFormat { given, nearest, known } => unknown(f, "format", given, nearest, known),
            Self::UnknownLayout { given, nearest, known } => unknown(f, "layout", given, nearest, known),
            Self::IdleLayout { layout, kind, formats } => {
                let hint = if formats.is_empty() {
                    "there is none that can".to_owned()
                } else {
                    format!("add one of {}", formats.join(", "))
                };
                write!(f, "the layout `{layout}` is {kind}, and no format asked for can hold it; {hint}")
            }
            Self::NoLayout { format, kind, known } => {
                write!(
                    f,
                    "the format `{format}` holds {kind} layouts, and there is none; of other kinds there is {}",
                    there(known)
                )
            }
        }
    }
}

impl std::error::Error for SelectionError {}

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

    /// The layouts that are made of a journey, each once.
    fn made(&self, journey: &Journey) -> Vec<&'a Layout<'a>> {
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

/// Choices that hold for all files of a run.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// What is shown of each journey. Default: all of it.
    pub choices: Choices,
    /// How all of it looks. Default: the colours of the house.
    pub theme: Theme,
    /// The paper of drawn layouts. Default: A3.
    pub paper: Paper,
    /// Which way the paper lies; `None` leaves it to the layout. Default: `None`.
    pub orientation: Option<Orientation>,
    /// How SVG holds text. Default: live.
    pub svg_text: TextMode,
    /// The dialect of CSV; `None` follows the journey's language. Default: `None`.
    pub csv_dialect: Option<Dialect>,
    /// Whether cells are to be filled in by hand, also where the journey has something for them. Cells that [`choices`](Self::choices) leave
    /// empty are. Default: no.
    pub blank: bool,
    /// Whether posters say in what sizes they are set, and what it would take to do better. Default: no.
    pub fit: bool,
    /// When the files were made; `None` takes the journey's own date, else 2000-01-01. Default: `None`.
    pub created: Option<Timestamp>,
}

/// What came of a journey.
#[derive(Debug)]
pub struct Exported<'a> {
    /// The files, in the order of the selection; at least one for each of its pairs.
    pub outputs: Vec<Output<'a>>,
    /// What there is to say about pictures, and what layouts and writers have to say, each remark once.
    pub warnings: Vec<Diagnostic>,
}

/// One file to be.
pub struct Output<'a> {
    /// The layout it shows.
    pub layout: &'a Layout<'a>,
    /// The format it is in.
    pub format: &'a Format<'a>,
    /// What tells it from the other files of this layout and format, such as the page number; `None` when it is the only one.
    pub part: Option<String>,
    /// The whole file.
    pub bytes: Vec<u8>,
}

impl fmt::Debug for Output<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{} {:?}: {} bytes", self.layout.name, self.format.name, self.part, self.bytes.len())
    }
}

/// Why nothing was made of a journey.
#[derive(Debug)]
#[non_exhaustive]
pub enum ExportError {
    /// Something is to be shown that the journey does not have.
    Choice(UnknownChoice),
    /// A writer failed, which neither a journey nor its pictures can cause.
    Write(WriteError),
}

impl fmt::Display for ExportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Choice(error) => error.fmt(f),
            Self::Write(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for ExportError {}

impl From<UnknownChoice> for ExportError {
    fn from(error: UnknownChoice) -> Self {
        Self::Choice(error)
    }
}

impl From<WriteError> for ExportError {
    fn from(error: WriteError) -> Self {
        Self::Write(error)
    }
}

/// Makes every file of a selection, of a journey whose pictures stand in the journey itself. Those that are files are shown as
/// labelled frames: see [`export_shown`].
///
/// # Errors
/// When something is to be shown that the journey does not have, or a writer fails.
pub fn export<'a>(
    journey: &Journey,
    selection: &Selection<'a>,
    options: &Options,
    typesetter: &Typesetter,
) -> Result<Exported<'a>, ExportError> {
    let shown = options.choices.of(journey)?;
    let sources = shown.journey().pictures().map(|(_, picture)| picture.src.as_str());
    let pictures = if selection.draws() { Gallery::of_data(sources) } else { Gallery::default() };
    Ok(export_shown(&shown, &pictures, selection, options, typesetter)?)
}

/// Makes every file of a selection, of what the [`choices`](Options::choices) show of a journey, with the pictures of a gallery, which may be
/// empty where nothing is drawn. What is said leads into the whole journey.
///
/// # Errors
/// When a writer fails, which neither the journey nor its pictures can cause.
pub fn export_shown<'a>(
    shown: &Shown,
    pictures: &Gallery,
    selection: &Selection<'a>,
    options: &Options,
    typesetter: &Typesetter,
) -> Result<Exported<'a>, WriteError> {
    let mut exported = export_part(shown.journey(), pictures, selection, options, typesetter)?;
    let made = selection.made(shown.journey());
    exported.remark(not_shown(shown.journey(), &made, &selection.all).into_iter().collect());
    exported.warnings.iter_mut().for_each(|warning| shown.trace(warning));
    Ok(exported)
}

/// What there is to say of the drawings of a selection, of what the choices show of a journey: how they fit, and what does not. Nothing is
/// written.
#[must_use]
pub fn fit(
    shown: &Shown,
    pictures: &Gallery,
    selection: &Selection,
    options: &Options,
    typesetter: &Typesetter,
) -> Vec<Diagnostic> {
    let journey = shown.journey();
    let meta = meta(journey, options.created);
    let context = Context {
        meta: &meta,
        text: typesetter,
        pictures,
        paper: &options.paper,
        orientation: options.orientation,
        blank: options.blank || options.choices.fill != Fill::All,
        beside: &[],
        fit: true,
    };
    let mut exported = Exported { outputs: Vec::new(), warnings: Vec::new() };
    let mut views = Views { journey, context: &context, theme: &options.theme, made: Vec::new() };
    let drawn = |layout: &&Layout| matches!(layout.make, Make::Drawn(_));
    for layout in selection.made(journey).into_iter().filter(drawn) {
        views.made(layout, &[], &mut exported);
    }
    exported.warnings.iter_mut().for_each(|warning| shown.trace(warning));
    exported.warnings
}

fn export_part<'a>(
    journey: &Journey,
    pictures: &Gallery,
    selection: &Selection<'a>,
    options: &Options,
    typesetter: &Typesetter,
) -> Result<Exported<'a>, WriteError> {
    let meta = meta(journey, options.created);
    let context = Context {
        meta: &meta,
        text: typesetter,
        pictures,
        paper: &options.paper,
        orientation: options.orientation,
        blank: options.blank || options.choices.fill != Fill::All,
        beside: &[],
        fit: options.fit,
    };
    let choices = write::Options {
        svg_text: options.svg_text,
        csv_dialect: options.csv_dialect.unwrap_or_else(|| Dialect::for_language(&journey.language.tag)),
    };
    let places = journey.pictures().map(|(pointer, picture)| (pointer, picture.src.as_str()));
    let warnings = if selection.draws() { pictures.warnings(places) } else { Vec::new() };
    let mut exported = Exported { outputs: Vec::new(), warnings };
    let mut views = Views { journey, context: &context, theme: &options.theme, made: Vec::new() };
    for View { format, layouts } in &selection.views {
        let layouts = layouts.of(journey);
        let mut sheets = Vec::new();
        let names: Vec<_> = layouts.iter().map(|layout| layout.name).collect();
        let beside = if matches!(format.write, Write::Book(_)) { names.as_slice() } else { &[] };
        for layout in &layouts {
            match (views.made(layout, beside, &mut exported), format.write) {
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
            let mut book = tabular::book(journey, &Context { beside, ..context }, sheets);
            options.theme.dress_book(&mut book);
            exported.take(first, format, write(&book, &choices)?);
        }
    }
    Ok(exported)
}

impl<'a> Listed<'a> {
    /// Those that are made of a journey; at least one.
    fn of(&self, journey: &Journey) -> Vec<&'a Layout<'a>> {
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

/// What was made of the layouts so far: each is asked once, however many formats show it beside the same others.
struct Views<'a, 'j> {
    journey: &'j Journey,
    context: &'j Context<'j>,
    theme: &'j Theme,
    made: Vec<Known<'a>>,
}

/// What was made of a layout, and the names of those beside it.
struct Known<'a> {
    layout: &'a Layout<'a>,
    beside: Vec<String>,
    made: Made,
}

enum Made {
    Scene(Scene),
    Sheet(Box<Sheet>),
}

impl<'a> Views<'a, '_> {
    fn made(&mut self, layout: &'a Layout<'a>, beside: &[&str], exported: &mut Exported) -> &Made {
        let known = self.made.iter().position(|known| std::ptr::eq(known.layout, layout) && known.beside == beside);
        let index = known.unwrap_or_else(|| {
            let context = &Context { beside, ..*self.context };
            let (made, warnings) = match layout.make {
                Make::Drawn(draw) => {
                    let strips = Strips::of(self.theme, context.paper);
                    let paper = strips.cut_off(context.paper);
                    let Laid { mut made, warnings } = draw(self.journey, &Context { paper: &paper, ..*context });
                    strips.draw(self.theme, context, &mut made);
                    self.theme.dress(&mut made);
                    (Made::Scene(made), warnings)
                }
                Make::Tabular(tabular) => {
                    let Laid { made, warnings } = (tabular.fill)(self.journey, context);
                    (Made::Sheet(Box::new(made)), warnings)
                }
            };
            exported.remark(warnings);
            self.made.push(Known { layout, beside: beside.iter().map(|name| (*name).to_owned()).collect(), made });
            self.made.len() - 1
        });
        &self.made[index].made
    }
}

impl<'a> Exported<'a> {
    fn take(&mut self, layout: &'a Layout<'a>, format: &'a Format<'a>, written: Written) {
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
    use crate::layout::{LAYOUTS, Tabular};
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
        assert_eq!(message, "the layout `map` is drawn, and no format asked for can hold it; add one of svg, pdf");
    }

    #[test]
    fn an_unknown_format_is_answered_with_the_nearest_and_never_left_out() {
        let error = |name| Selection::new(Registry::built_in(), &["svg", name], NONE).err().unwrap().to_string();
        assert_eq!(error("pfd"), "there is no format `pfd`, did you mean `pdf`?");
        assert_eq!(error("docx"), "there is no format `docx`; there is svg, pdf, xlsx, csv");
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
