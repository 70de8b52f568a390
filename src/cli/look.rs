//! How posters look: the theme and the fonts of a run.

use super::args::LookArguments;
use super::config::Config;
use super::console::Console;
use super::{Stop, fonts, theme};
use crate::batch::save::Saver;
use crate::export::Options;
use crate::layout::theme::Theme;
use crate::text::Typesetter;

/// What posters are made with.
pub(super) struct Look {
    /// Paper, orientation and theme.
    pub options: Options,
    /// The fonts, of which the theme may prefer one.
    pub typesetter: Typesetter,
    /// How many warnings there were about theme and fonts.
    pub warnings: usize,
}

/// Loads all that the arguments name, after the settings have said what these leave unsaid. What is to be said of the theme is said in full,
/// or once.
pub(super) fn load(arguments: &LookArguments, saver: &mut Saver, in_full: bool, console: &Console) -> Result<Look, Stop> {
    let options = arguments.options().map_err(|error| Stop::Usage(error.to_string()))?;
    let named = arguments.theme.clone().unwrap_or_else(|| Theme::default().name);
    let (mut fonts, bad_fonts) = fonts::load(&arguments.font_dir, saver, console)?;
    let (theme, remarks) = theme::load(&named, saver, in_full, Some(&fonts), console)?;
    if let Some(face) = &theme.face {
        fonts.prefer(face);
    }
    Ok(Look { options: Options { theme, ..options }, typesetter: Typesetter::new(fonts), warnings: remarks + bad_fonts })
}

/// The theme that is asked for, else that of the settings, without its face: for what is no poster.
pub(super) fn theme_of(
    asked: Option<&str>,
    config: &Config,
    saver: &mut Saver,
    console: &Console,
) -> Result<(Theme, usize), Stop> {
    match asked.or(config.theme.as_deref()) {
        Some(named) => theme::load(named, saver, false, None, console),
        None => Ok((Theme::default(), 0)),
    }
}
