//! Themes: the one of an export, and `klantreis theme`.

use std::path::Path;
use std::sync::Arc;

use super::args::ThemeArguments;
use super::console::Console;
use super::{End, Stop, fonts, text_file};
use crate::batch::pictures;
use crate::batch::run::Event;
use crate::batch::save::{Kind, Output, Role, Saver, put_out};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::journey::located;
use crate::layout::theme::{self, Theme};
use crate::nearest::nearest;
use crate::text::Fonts;
use crate::tongue::say;

pub(super) fn run(arguments: &ThemeArguments, console: &Console) -> Result<End, Stop> {
    let Some(path) = &arguments.new else { return look(arguments, console) };
    let text = theme::example();
    if path.as_os_str() == "-" {
        put_out(text.as_bytes()).map_err(|error| Stop::Failure(format!("cannot write to the standard output: {error}")))?;
        return Ok(End::Right);
    }
    if path.exists() && !arguments.force {
        return Err(Stop::Usage(format!("{} is there already; --force replaces it", path.display())));
    }
    let output = Output { path: path.clone(), bytes: text.into_bytes(), kind: Kind::View };
    Saver::new(arguments.force).save(&[output])?;
    console.note("written", None, &format!("written: {}", path.display()));
    Ok(End::Right)
}

/// Says of each theme what is wrong with it.
fn look(arguments: &ThemeArguments, console: &Console) -> Result<End, Stop> {
    let (fonts, bad_fonts) = fonts::load(&arguments.font_dir, &mut Saver::default(), console)?;
    let (mut warnings, mut failed) = (bad_fonts, 0);
    for path in &arguments.themes {
        match own(path, &mut Saver::default(), true, Some(&fonts), console) {
            Ok((_, more)) => warnings += more,
            Err(Stop::Usage(message)) => {
                failed += 1;
                console.error("failed", None, &message);
            }
            Err(stop @ Stop::Failure(_)) => return Err(stop),
        }
    }
    if failed == 0 && warnings == 0 {
        console.note("summary", None, "everything can be read, and the stages can be told apart");
    }
    Ok(if failed > 0 {
        End::Failed
    } else if warnings > 0 && console.strict {
        End::Warned
    } else {
        End::Right
    })
}

/// The theme of a name, or of a file; and the number of warnings about it. What is to be said of its colours is said `in_full`, or once;
/// its face must be one of `fonts`, where posters are made with them.
pub(super) fn load(
    named: &str,
    saver: &mut Saver,
    in_full: bool,
    fonts: Option<&Fonts>,
    console: &Console,
) -> Result<(Theme, usize), Stop> {
    if let Some(theme) = Theme::named(named) {
        return Ok((theme, 0));
    }
    let path = Path::new(named);
    if !is_theme_file(path) && !path.exists() {
        let names: Vec<String> = Theme::all().map(|(theme, _)| theme.name).collect();
        let hint = match nearest(named, names.iter().map(String::as_str)) {
            Some(name) => format!("did you mean `{name}`?"),
            None => format!("there is {}, or the path of a theme of your own", names.join(", ")),
        };
        return Err(Stop::Usage(format!("there is no theme `{named}`; {hint}")));
    }
    own(path, saver, in_full, fonts, console)
}

/// Whether a path is that of a theme, by its name.
pub(super) fn is_theme_file(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("toml"))
}

/// A theme of one's own, with its logo.
fn own(path: &Path, saver: &mut Saver, in_full: bool, fonts: Option<&Fonts>, console: &Console) -> Result<(Theme, usize), Stop> {
    let (name, text) = text_file::read(path, "the theme", console)?;
    saver.mind(path, Role::Theme);
    let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let (mut theme, mut said) = Theme::from_toml(&stem, &text).map_err(|problems| {
        console.tell(&Event::Diagnosed { name: &name, text: &text, diagnostics: &problems });
        Stop::Usage(format!("the theme {name} cannot be used"))
    })?;
    if let Some(face) = theme.face.as_ref().filter(|face| fonts.is_some_and(|fonts| !fonts.knows(face))) {
        let missing = Diagnostic::new(Code::UnknownValue, say!("theme-no-face", name = face)).help(say!("theme-no-face-help"));
        let diagnostics = at(&text, theme.face_at, missing);
        console.tell(&Event::Diagnosed { name: &name, text: &text, diagnostics: &diagnostics });
        return Err(Stop::Usage(format!("the theme {name} cannot be used")));
    }
    if !in_full {
        said = in_one(said, &name);
    }
    said.extend(logo(path, &text, &mut theme, saver));
    if !said.is_empty() {
        console.tell(&Event::Diagnosed { name: &name, text: &text, diagnostics: &said });
    }
    let warnings = said.iter().filter(|remark| remark.code.severity() == Severity::Warning).count();
    Ok((theme, warnings))
}

/// What there is to say of the colours of a theme, as one warning with their number; one alone stays as it is.
fn in_one(said: Vec<Diagnostic>, name: &str) -> Vec<Diagnostic> {
    let Some(first) = said.first().filter(|_| said.len() > 1) else { return said };
    let mut all = Diagnostic::new(first.code, say!("theme-remarks", count = said.len(), name = name))
        .help(say!("theme-remarks-help", name = name));
    all.span.clone_from(&first.span);
    vec![all]
}

/// Loads the logo of a theme, by the rules and limits of pictures in journeys; what cannot be shown is a warning.
fn logo(path: &Path, text: &str, theme: &mut Theme, saver: &mut Saver) -> Option<Diagnostic> {
    let logo = theme.logo.as_mut()?;
    let folder = pictures::folder_of(path);
    let gallery = pictures::load(Some(&folder), [logo.file.as_str()]);
    match gallery.get(&logo.file) {
        Ok(artwork) => {
            saver.mind(&folder.join(&logo.file), Role::Logo);
            logo.artwork = Some(Arc::clone(artwork));
            None
        }
        Err(error) => {
            let mut diagnostic = error.diagnostic(&logo.file);
            diagnostic.put("beside", &"theme".into());
            at(text, logo.at, diagnostic).pop()
        }
    }
}

/// What is said of a place in the text of a theme.
fn at(text: &str, (start, end): (usize, usize), diagnostic: Diagnostic) -> Vec<Diagnostic> {
    let toml = text.strip_prefix('\u{feff}').unwrap_or(text);
    located(toml, text.len() - toml.len(), vec![(start..end, diagnostic)])
}
