//! From a checked journey to the bytes of the files asked for: layouts matched with formats.
//!
//! Nothing here touches a file. A [`Selection`] says which layout goes to which formats and is made once for a whole run; [`export`]
//! makes each scene or workbook once and hands it to every format that wants it.

mod error;
mod pages;
mod selection;
mod views;

use std::fmt;
use std::sync::Arc;

use self::selection::View;
use self::views::{Made, Views, context};
use crate::diagnostic::{Code, Diagnostic};
use crate::journey::Journey;
use crate::journey::choices::{Choices, Excerpt, Shown};
use crate::layout::theme::Theme;
use crate::layout::{Context, Laid, Layout, Make, not_shown, other_labels, tabular};
use crate::meta::{Meta, Timestamp};
use crate::paper::press::Press;
use crate::paper::tiling::Tiling;
use crate::paper::{Orientation, Paper};
use crate::picture::Gallery;
use crate::scene::Scene;
use crate::text::{Typesetter, shown};
use crate::tongue::say;
use crate::write::csv::Dialect;
use crate::write::svg::TextMode;
use crate::write::{self, Format, Problem, Write, WriteError, Written};
use crate::write::{pdf, png};

pub use error::{ExportError, SelectionError};
pub use pages::{Pages, PagesError};
pub use selection::Selection;

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
    /// How fine PNG is, and on what ground. Default: 150 dots an inch, on white.
    pub png: png::Settings,
    /// The standard of PDF. Default: none but PDF/UA-1.
    pub pdf_standard: Option<pdf::Standard>,
    /// What PDF is printed with; inks are those of the theme. Default: sRGB.
    pub ink: pdf::Ink,
    /// On what sheets posters are printed to be put together; `None` for posters in one piece. Default: `None`.
    pub tiling: Option<Tiling>,
    /// What is printed around posters that a print shop cuts out; tiles have nothing of it. Default: `None`.
    pub press: Option<Press>,
    /// Which pages of drawn layouts are written; `None` for all. Default: `None`.
    pub pages: Option<Pages>,
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
    /// How many pages it has; `None` of a workbook or a table.
    pub pages: Option<usize>,
    /// The whole file.
    pub bytes: Vec<u8>,
}

impl fmt::Debug for Output<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{} {:?}: {} bytes", self.layout.name, self.format.name, self.part, self.bytes.len())
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
    let mut exported = export_part((shown.journey(), shown.excerpt()), pictures, selection, options, typesetter)?;
    let made = selection.made(shown.journey());
    let said = not_shown(shown.journey(), &made, &selection.all).into_iter().chain(other_labels(shown.journey()));
    exported.remark(said.collect());
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
    let options = &Options { fit: true, ..options.clone() };
    // What is to be said of all pages is known before the first is drawn.
    let context = Context { pages: 1, ..context(options, shown.excerpt(), (&meta, pictures), typesetter) };
    let mut exported = Exported { outputs: Vec::new(), warnings: Vec::new() };
    let mut views = Views { journey, context: &context, theme: &options.theme, tiling: None, press: None, made: Vec::new() };
    let drawn = |layout: &&Layout| matches!(layout.make, Make::Drawn(_));
    for layout in selection.made(journey).into_iter().filter(drawn) {
        views.made(layout, &[], &mut exported);
    }
    exported.warnings.iter_mut().for_each(|warning| shown.trace(warning));
    exported.warnings
}

fn export_part<'a>(
    (journey, part): (&Journey, &Excerpt),
    pictures: &Gallery,
    selection: &Selection<'a>,
    options: &Options,
    typesetter: &Typesetter,
) -> Result<Exported<'a>, WriteError> {
    let meta = meta(journey, options.created);
    let context = context(options, part, (&meta, pictures), typesetter);
    let choices = write::Options {
        svg_text: options.svg_text,
        png: options.png,
        pdf: pdf::Settings {
            standard: options.pdf_standard,
            inks: match options.ink {
                pdf::Ink::Rgb => None,
                pdf::Ink::Cmyk => Some(Arc::new(options.theme.inks())),
            },
        },
        actual_size: options.tiling.is_some() || options.press.is_some(),
        csv_dialect: options.csv_dialect.unwrap_or_else(|| Dialect::for_language(&journey.language.tag)),
    };
    let places = journey.pictures().map(|(pointer, picture)| (pointer, picture.src.as_str()));
    let warnings = if selection.draws() { pictures.warnings(places) } else { Vec::new() };
    let mut exported = Exported { outputs: Vec::new(), warnings };
    let has_png = selection.views.iter().any(|view| view.format.name == png::FORMAT.name);
    if has_png && options.png.ground == png::Ground::Transparent && !options.theme.is_on_white() {
        exported.remark(vec![Diagnostic::new(Code::NoTransparency, say!("no-transparency"))]);
    }
    let tiling = options.tiling.as_ref();
    let press = options.press.filter(|_| tiling.is_none());
    let mut views = Views { journey, context: &context, theme: &options.theme, tiling, press, made: Vec::new() };
    for View { format, layouts } in &selection.views {
        let layouts = layouts.of(journey);
        let mut sheets = Vec::new();
        let names: Vec<_> = layouts.iter().map(|layout| layout.name).collect();
        let beside = if matches!(format.write, Write::Book(_)) { names.as_slice() } else { &[] };
        for layout in &layouts {
            match (views.made(layout, beside, &mut exported), format.write) {
                (Made::Scene(scene), Write::Drawn(write)) => {
                    let writing = |scene: &Scene| write(scene, typesetter.fonts(), &choices);
                    let (written, pages) = write_pages(scene, options, format, writing)?;
                    exported.take(layout, format, Some(pages), written);
                }
                (Made::Sheet(sheet), Write::Table(write)) => exported.take(layout, format, None, write(sheet, &choices)?),
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
            exported.take(first, format, None, write(&book, &choices)?);
        }
    }
    Ok(exported)
}

/// So many pages are written of a poster at the most, or sheets of one in tiles.
const MOST_PAGES: usize = 1000;

/// Writes the pages that are asked for, and counts them.
fn write_pages(
    scene: &Scene,
    options: &Options,
    format: &Format,
    write: impl Fn(&Scene) -> Result<Written, WriteError>,
) -> Result<(Written, usize), WriteError> {
    let few = |scene: &Scene| {
        let pages = Problem::Pages { count: scene.pages.len(), most: MOST_PAGES };
        if scene.pages.len() > MOST_PAGES { Err(WriteError::new(format.name, pages)) } else { Ok(()) }
    };
    let Some(pages) = &options.pages else {
        few(scene)?;
        return Ok((write(scene)?, scene.pages.len()));
    };
    let count = scene.pages.len();
    let named = || scene.pages.iter().filter_map(|page| page.name.clone());
    let names = named().next().zip(named().next_back());
    let lacking = |asked| WriteError::new(format.name, Problem::NotAmongPages { asked, count, names });
    let (some, numbers) = pages.of(scene).map_err(lacking)?;
    few(&some)?;
    let mut written = write(&some)?;
    Pages::name(&mut written, &some, &numbers, count);
    Ok((written, numbers.len()))
}

impl<'a> Exported<'a> {
    fn take(&mut self, layout: &'a Layout<'a>, format: &'a Format<'a>, pages: Option<usize>, written: Written) {
        // A format whose files hold a page each has as many of them.
        let pages = if written.parts.len() > 1 { pages.map(|_| 1) } else { pages };
        let output = |part: write::Part| Output { layout, format, part: part.suffix, pages, bytes: part.bytes };
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
