//! The arguments of `klantreis export`.

use std::error::Error;
use std::path::PathBuf;

use clap::Args;

use super::{Listed, LookArguments, NAME_HELP, Replace, ViewArguments, Workers};
use crate::batch::pattern::Pattern;
use crate::cli::values;
use crate::export::{self, Pages};
use crate::paper::press::{Press, PressError};
use crate::paper::tiling::Tiling;
use crate::paper::{Length, Paper};
use crate::write::csv::Dialect;
use crate::write::pdf;
use crate::write::png::{self, Dpi, Ground};
use crate::write::svg::TextMode;

/// Makes posters, workbooks and tables of journeys.
///
/// A folder as input is searched for journeys, in JSON, in workbooks and in tables, with all folders in it, and its structure is mirrored; `--glob`
/// picks among the files. JSON without
/// `klantreis`, tables beside a journey of the same name in JSON, `~$` files, what is hidden and the output folder itself are passed over.
#[derive(Args, Clone)]
#[allow(clippy::struct_excessive_bools, reason = "each is a flag of its own on the command line")]
#[command(after_help = "\
Examples:
  klantreis export reis.json -o out/                        every format but png
  klantreis export reis.json --paper A0 -o poster.pdf       one format, by its extension
  klantreis export journeys/ --to pdf,xlsx -o out/          a folder, mirrored
  klantreis export jaar/ --glob '*.json' --glob '!oud' -o out/
                                                            some of what is there
  klantreis export reis.json --paper A0 --tile A4 -o a0.pdf on sheets of A4, to be put together
  klantreis export reis.json --paper A1 --bleed 3mm --crop-marks -o drukker.pdf
                                                            for a print shop
  klantreis export reis.json --text outlines --to svg       for a drawing program
  klantreis export reis.json --paper A4 -o dia.png          a picture for a slide
  klantreis export reis.xlsx -o poster.pdf                  of a workbook that was filled in
  klantreis export reis.json --fill none --paper A0 -o leeg.pdf
                                                            a template for the wall, with cells for sticky notes
  klantreis export reis.json --lanes goal,emotion --persona Sanne -o sanne.pdf
                                                            some lanes, for one persona
  klantreis export in/ --name '{class}_{author}_{title}'    named for handing in
  klantreis export klas/ --layout tidy --combine -o all.csv one table of all journeys, for R, Python or a pivot table
  klantreis export - --to csv < reis.json > reis.csv        as a filter")]
pub(in crate::cli) struct ExportArguments {
    /// Journeys, also in workbooks and tables, or folders with them; `-` is the standard input.
    #[arg(required_unless_present = "files_from", value_name = "INPUT")]
    pub inputs: Vec<PathBuf>,
    #[command(flatten)]
    pub listed: Listed,
    /// Where to write: a folder, a file with the extension of a format, or `-` for the standard output.
    ///
    /// A path that ends in `/`, that is a folder or that has no extension is a folder; files in it are named after their inputs.
    /// Several pages written to `name.svg` become `name-1.svg`, `name-2.svg` …, or `name-01.svg` … where there are ten or more. Without
    /// this option files go to the current folder, and what is read from the standard input goes to the standard output.
    #[arg(long, short, value_name = "PATH")]
    pub output: Option<PathBuf>,
    #[arg(long, value_name = "PATTERN", value_parser = values::parsed::<Pattern>, help = NAME_HELP, long_help = values::pattern_help())]
    pub name: Option<Pattern>,
    /// The formats to write. By default what the output's extension says, else all but `png`, which is made when it is named.
    #[arg(long, visible_alias = "format", value_name = "FORMATS", value_delimiter = ',')]
    pub to: Vec<String>,
    /// The layouts to show. Each format takes those of its own kind, or that kind's first when none is listed.
    #[arg(long, value_name = "LAYOUTS", value_delimiter = ',')]
    pub layout: Vec<String>,
    /// Makes one table of all journeys: the layout `tidy` as CSV, with the path of each journey in a first column `source`.
    ///
    /// The path is counted from the folder that was named; of several inputs it is as it was named. Journeys that are not valid are
    /// reported and left out.
    #[arg(long, conflicts_with = "report")]
    pub combine: bool,
    /// Writes what came of each input: its files with their sizes, sums and pages, what there was to say, and how long it took.
    ///
    /// The extension chooses data (.json), a table (.csv) or a contact sheet (.html), a page with the drawings among the files; may be
    /// given several times.
    #[arg(long, value_name = "FILE")]
    pub report: Vec<PathBuf>,
    /// Leaves alone what an earlier run with this option has made of the same: by the same version of the program, of an input with the same
    /// bytes, name and pictures, with the same options, theme, fonts and settings. What was changed or deleted since is made again.
    ///
    /// What was made of what is kept in `.klantreis-manifest.json` in the output folder.
    #[arg(long, conflicts_with = "combine")]
    pub skip_unchanged: bool,
    /// Removes what an earlier run with this option or --skip-unchanged has made of an input that is gone, and pages that an input no longer
    /// has. Files that were changed since stay, and so does what that run has not made.
    #[arg(long, conflicts_with = "combine")]
    pub prune: bool,
    /// Stays, and makes again what has changed whenever a file changes that was read: an input, a picture, a theme, a font, the settings or the
    /// list. Ctrl+C ends it.
    ///
    /// In a folder it leaves alone what is the same, as with --skip-unchanged; with --prune it removes what is gone.
    #[arg(long, conflicts_with = "combine")]
    pub watch: bool,
    #[command(flatten)]
    pub view: ViewArguments,
    #[command(flatten)]
    pub look: LookArguments,
    /// Leaves out the settings of the folder in which the journeys stand, which are in `klantreis.toml` (see `klantreis list settings`).
    #[arg(long)]
    pub no_config: bool,
    /// The dialect of CSV. By default the one that spreadsheets in the journey's language open; with --combine `rfc4180`.
    #[arg(long, value_name = "DIALECT", value_parser = values::dialects())]
    pub csv_dialect: Option<Dialect>,
    /// How SVG holds text. PDF has text in embedded fonts always.
    #[arg(long, value_name = "MODE", default_value = "live", value_parser = values::text_modes())]
    pub text: TextMode,
    /// How fine PNG is, in dots an inch, from 10 to 1200.
    ///
    /// With 150 dots A4 has 1240 × 1754 pixels, A3 1754 × 2480, A1 3508 × 4967 and A0 4967 × 7022. A page has at most 600 million pixels
    /// and 65,535 a side: A0 with 600 dots. What would have more is refused.
    #[arg(long, value_name = "DOTS", default_value_t, value_parser = values::parsed::<Dpi>)]
    pub dpi: Dpi,
    /// The standard that PDF is written by, beside PDF/UA-1, which it always is. A journey with what the standard forbids is refused.
    #[arg(long, value_name = "STANDARD", value_parser = values::standards())]
    pub pdf_standard: Option<pdf::Standard>,
    /// How PDF says its colours. SVG and PNG are sRGB always.
    ///
    /// With `cmyk` stages have the inks that the theme gives them, and all else follows from its colour by a formula. PDF/A is not made so.
    #[arg(long, value_name = "INK", default_value = "rgb", value_parser = values::inks())]
    pub ink: pdf::Ink,
    /// Puts each poster on sheets of this paper, to be printed on a smaller printer and put together: A4, A3, Letter, or a size such as
    /// 300x400mm.
    ///
    /// First comes a sheet that says how, with a ruler to measure before the others are printed. As few sheets are taken as there can
    /// be, upright or lying, and seams go between texts where there is room. PDF has all sheets in one file, SVG and PNG a file for each.
    #[arg(long, value_name = "PAPER", value_parser = values::parsed::<Paper>)]
    pub tile: Option<Paper>,
    /// What neighbouring sheets of --tile both print, from 5 to 40 mm.
    #[arg(long, value_name = "LENGTH", default_value_t = Tiling::OVERLAP, requires = "tile", value_parser = values::parsed::<Length>)]
    pub overlap: Length,
    /// What --margin says of the sheets of --tile; it then says nothing of the poster on them.
    #[arg(skip)]
    pub sheet_margin: Option<Length>,
    /// Lets what reaches the edge of a poster, such as the ground of a theme, go on so far beyond it, for a print shop that prints on a
    /// larger sheet and cuts: up to 20 mm, and mostly 3mm.
    ///
    /// The poster stays as it is, and as large as --paper says. PDF says by its boxes what is sheet, bleed and poster; SVG and
    /// PNG are the whole sheet. Text and pictures end where they are.
    #[arg(long, value_name = "LENGTH", default_value_t, hide_default_value = true, value_parser = values::parsed::<Length>)]
    pub bleed: Length,
    /// Puts marks around posters, outside of the bleed: to cut by, to lay the plates true by, and a bar of the inks.
    #[arg(long)]
    pub crop_marks: bool,
    /// The pages of posters to write, such as 3,5-7, or with --tile the sheets, also by their names: B2,C1; by default all.
    #[arg(long, value_name = "PAGES", value_parser = values::parsed::<Pages>)]
    pub pages: Option<Pages>,
    /// Leaves the ground of PNG transparent, where nothing is drawn, instead of white.
    #[arg(long)]
    pub transparent: bool,
    #[command(flatten)]
    pub replace: Replace,
    #[command(flatten)]
    pub workers: Workers,
}

impl ExportArguments {
    /// The choices that hold for all files.
    ///
    /// # Errors
    /// When the paper is too small to be read from the distance, or that of sheets too small for its margins.
    pub(in crate::cli) fn options(&self) -> Result<export::Options, Box<dyn Error>> {
        if let (pdf::Ink::Cmyk, Some(standard)) = (self.ink, self.pdf_standard) {
            let why = "it asks for the profile of the press, which only the print shop knows";
            return Err(format!("--pdf-standard {} does not go with --ink cmyk: {why}", standard.name()).into());
        }
        let press = Press::new(self.bleed, self.crop_marks)?;
        if press.is_some() && self.tile.is_some() {
            return Err(PressError::Tiled.into());
        }
        let tiling = |paper: &Paper| Tiling::new(paper.clone(), self.overlap, self.sheet_margin.unwrap_or(Tiling::MARGIN));
        Ok(export::Options {
            choices: self.view.choices(),
            svg_text: self.text,
            tiling: self.tile.as_ref().map(tiling).transpose()?,
            press,
            pages: self.pages.clone(),
            csv_dialect: self.csv_dialect,
            pdf_standard: self.pdf_standard,
            ink: self.ink,
            png: png::Settings { dpi: self.dpi, ground: if self.transparent { Ground::Transparent } else { Ground::White } },
            ..self.look.options()?
        })
    }
}
