//! What of journeys is shown, and how posters look: the same for every command that makes them or says how they fit.

use std::error::Error;
use std::path::PathBuf;

use clap::{Args, ValueEnum};

use crate::cli::values;
use crate::export::Options;
use crate::journey::choices::{Choices, Fill};
use crate::paper::{Distance, Length, Orientation, Paper};

/// What of each journey is shown, in posters and in tables. Names are ids, titles, or kinds in Dutch, Danish or English.
#[derive(Args, Clone)]
#[command(next_help_heading = "What is shown")]
pub(in crate::cli) struct ViewArguments {
    /// How much is filled in.
    #[arg(long, value_name = "HOW", default_value = "all", value_parser = values::fills())]
    pub fill: Fill,
    /// The lanes to show, such as `goal,touchpoint` or `Doel`; by default all.
    #[arg(long, value_name = "LANES")]
    pub lanes: Vec<String>,
    /// The phases to show, or the stages whose phases are; by default all.
    #[arg(long, value_name = "PHASES")]
    pub phases: Vec<String>,
    /// The persona to show, without the lanes of others; by default all.
    #[arg(long, value_name = "PERSONA")]
    pub persona: Vec<String>,
    /// The curves to show, whatever --lanes says of them: by id, title, persona or purpose, such as `expectation`; by default all.
    #[arg(long, value_name = "CURVES")]
    pub curves: Vec<String>,
}

impl ViewArguments {
    /// The choices.
    pub fn choices(&self) -> Choices {
        let Self { fill, lanes, phases, persona, curves } = self;
        let [lanes, phases, personas, curves] = [lanes, phases, persona, curves].map(Clone::clone);
        Choices { fill: *fill, lanes, phases, personas, curves }
    }
}

/// Which way the paper lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum Lie {
    /// As suits the layout and the journey.
    Auto,
    /// The long side lies.
    Landscape,
    /// The long side stands.
    Portrait,
}

impl Lie {
    /// The choice, `None` where it is left to the layout.
    pub fn orientation(self) -> Option<Orientation> {
        match self {
            Self::Auto => None,
            Self::Landscape => Some(Orientation::Landscape),
            Self::Portrait => Some(Orientation::Portrait),
        }
    }
}

/// How posters look.
#[derive(Args, Clone)]
pub(in crate::cli) struct LookArguments {
    /// The paper of drawn layouts: a name such as A1 or Letter (see `klantreis list papers`), or a size such as 900x600mm.
    /// Without it A3, or what the settings of the folder say.
    ///
    /// With `fit` each poster is one page with sides of 1 : √2, as large as it has to be to be read from the distance.
    #[arg(long, value_name = "PAPER", value_parser = values::parsed::<Paper>)]
    pub paper: Option<Paper>,
    /// From how far away cells are read, such as 2m; titles, phases and notes follow in proportion.
    ///
    /// By default that of the paper: 0.4 m for A4, 0.5 m for A3, 0.7 m for A2, 0.9 m for A1 and 1.2 m for A0. A metre asks for 20 pt.
    /// `klantreis list papers` has all four distances.
    #[arg(long, value_name = "DISTANCE", value_parser = values::parsed::<Distance>)]
    pub distance: Option<Distance>,
    /// The white on all four sides of posters, from 3 to 60 mm and no more than a sixth of the short side. By default as suits the paper: 11 mm
    /// for A3, 22 mm for A1. With --tile of export it is what the printer leaves white at each edge of the sheets, from 0 to 40 mm, and 5 mm
    /// without it.
    #[arg(long, value_name = "LENGTH", value_parser = values::parsed::<Length>)]
    pub margin: Option<Length>,
    /// Which way the paper lies.
    #[arg(long, value_name = "WAY", default_value = "auto")]
    pub orientation: Lie,
    /// How it looks: a built-in theme (see `klantreis list themes`), or the path of one of your own (see `klantreis theme`).
    ///
    /// Without it `color`, or what the settings of the folder say.
    #[arg(long, value_name = "THEME")]
    pub theme: Option<String>,
    /// A folder with fonts for characters that the built-in ones lack; may be given several times.
    #[arg(long, value_name = "DIR")]
    pub font_dir: Vec<PathBuf>,
}

impl LookArguments {
    /// The choices that hold for all posters, but for the theme.
    ///
    /// # Errors
    /// When the paper is too small to be read from the distance, or for the margin.
    pub fn options(&self) -> Result<Options, Box<dyn Error>> {
        let paper = self.paper.clone().unwrap_or_default();
        let paper = self.distance.map_or_else(|| Ok(paper.clone()), |near| paper.clone().read_from(near))?;
        let paper = self.margin.map_or_else(|| Ok(paper.clone()), |margin| paper.clone().with_margin(margin))?;
        Ok(Options { paper, orientation: self.orientation.orientation(), ..Options::default() })
    }
}
