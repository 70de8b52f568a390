//! `klantreis list`: what there is to choose from, for people and as JSON.

use serde::Serialize;
use unicode_width::UnicodeWidthStr;

use super::args::{ListArguments, What};
use super::console::Console;
use super::{End, Stop, config, fonts};
use crate::batch::save::{Saver, put_out};
use crate::diagnostic::{one_line, pretty_json};
use crate::journey::presets::PRESETS;
use crate::journey::rules;
use crate::layout::theme::Theme;
use crate::paper::{Distance, SIZES};
use crate::read::Reader;
use crate::registry::Registry;
use crate::text::Cut;

/// An entry of a list; as JSON an object with these fields.
#[derive(Serialize)]
#[serde(untagged)]
enum Entry<'a> {
    Layout {
        name: &'a str,
        kind: &'static str,
        formats: Vec<&'a str>,
        summary: &'a str,
    },
    Format {
        name: &'a str,
        kind: &'static str,
        media_type: &'a str,
        summary: &'a str,
    },
    Reader {
        name: &'static str,
        extensions: &'static [&'static str],
        summary: &'static str,
    },
    Way {
        name: &'static str,
        summary: &'static str,
    },
    Paper {
        name: &'static str,
        family: &'static str,
        width_mm: f64,
        height_mm: f64,
        near_m: f64,
        cell_text_pt: f64,
        middle_m: f64,
        phase_text_pt: f64,
        far_m: f64,
        title_text_pt: f64,
        hand_text_pt: f64,
    },
    Setting {
        name: &'static str,
        value: String,
        from: String,
    },
    Theme {
        name: String,
        summary: &'static str,
    },
    Preset {
        name: &'static str,
        summary: &'static str,
    },
    Font {
        name: String,
        family: String,
        cut: &'static str,
        bundled: bool,
    },
    Rule {
        name: &'static str,
        group: &'static str,
        on: bool,
        settings: Vec<&'static str>,
        summary: &'static str,
    },
}

pub(super) fn run(arguments: &ListArguments, registry: &Registry, console: &Console) -> Result<End, Stop> {
    let mut warned = false;
    if arguments.toml {
        return match arguments.what {
            What::Rules => put(&rules::example()).map(|()| End::Right),
            What::Layouts
            | What::Formats
            | What::Readers
            | What::Ways
            | What::Papers
            | What::Themes
            | What::Settings
            | What::Presets
            | What::Fonts => Err(Stop::Usage("only the rules are listed as TOML".to_owned())),
        };
    }
    let entries = match arguments.what {
        What::Layouts => layouts(registry),
        What::Formats => formats(registry),
        What::Readers => registry.readers().iter().map(|reader| self::reader(reader)).collect(),
        What::Ways => registry.ways().iter().map(|way| Entry::Way { name: way.name, summary: way.summary }).collect(),
        What::Papers => papers(arguments.distance),
        What::Settings => settings(arguments, registry, console)?,
        What::Themes => Theme::all().map(|(theme, summary)| Entry::Theme { name: theme.name, summary }).collect(),
        What::Presets => PRESETS.iter().map(|preset| Entry::Preset { name: preset.name, summary: preset.summary }).collect(),
        What::Fonts => {
            let (fonts, bad_fonts) = fonts::load(&arguments.font_dir, &mut Saver::default(), console)?;
            warned = bad_fonts > 0;
            fonts.faces().iter().map(font).collect()
        }
        What::Rules => rules::RULES.iter().map(|rule| self::rule(rule)).collect(),
    };
    let text = if arguments.json { pretty_json(&entries) + "\n" } else { table(&entries) };
    put(&text)?;
    Ok(if warned && console.strict { End::Warned } else { End::Right })
}

fn put(text: &str) -> Result<(), Stop> {
    put_out(text.as_bytes()).map_err(|error| Stop::Failure(format!("cannot write to the standard output: {error}")))
}

fn layouts<'a>(registry: &Registry<'a>) -> Vec<Entry<'a>> {
    let of_kind = |kind| registry.formats().iter().filter(move |format| format.write.kind() == kind).map(|format| format.name);
    let layouts = registry.layouts().iter().map(|layout| {
        let kind = layout.make.kind();
        Entry::Layout { name: layout.name, kind, formats: of_kind(kind).collect(), summary: layout.summary }
    });
    layouts.collect()
}

fn formats<'a>(registry: &Registry<'a>) -> Vec<Entry<'a>> {
    let formats = registry.formats().iter().map(|format| Entry::Format {
        name: format.name,
        kind: format.write.kind(),
        media_type: format.media_type,
        summary: format.summary,
    });
    formats.collect()
}

fn reader(reader: &Reader) -> Entry<'_> {
    Entry::Reader { name: reader.name, extensions: reader.extensions, summary: reader.summary }
}

fn papers(distance: Option<Distance>) -> Vec<Entry<'static>> {
    let entry = |size: &crate::paper::NamedSize| {
        // A paper that is too small for it is listed as it is.
        let far = distance.and_then(|near| size.paper().read_from(near).ok());
        let paper = far.unwrap_or_else(|| size.paper());
        let metres = |metres: f64| (metres * 100.0).round() / 100.0;
        let legibility = paper.legibility();
        Entry::Paper {
            name: size.name,
            family: size.family.name(),
            width_mm: paper.size.width.0,
            height_mm: paper.size.height.0,
            near_m: metres(legibility.near_metres),
            cell_text_pt: legibility.cell_min.0,
            middle_m: metres(legibility.middle_metres),
            phase_text_pt: legibility.phase_min.0,
            far_m: metres(legibility.far_metres),
            title_text_pt: legibility.title_min.0,
            hand_text_pt: legibility.hand_min.0,
        }
    };
    SIZES.iter().map(entry).collect()
}

/// What is in force in a folder, and from where.
fn settings(arguments: &ListArguments, registry: &Registry, console: &Console) -> Result<Vec<Entry<'static>>, Stop> {
    let folder = arguments.folder.clone().unwrap_or_default();
    let file = folder.join(config::FILE);
    let found = file
        .symlink_metadata()
        .is_ok()
        .then(|| config::read(&file, registry, &mut Saver::default(), console))
        .transpose()?
        .unwrap_or_default();
    let entry = |(name, default): (&'static str, &str)| {
        let said = found.said.iter().find(|(known, ..)| *known == name);
        let (value, from) = match said {
            Some((_, value, line)) => (value.clone(), format!("{}:{line}", file.display())),
            None => (default.to_owned(), "built in".to_owned()),
        };
        Entry::Setting { name, value, from }
    };
    Ok(config::SETTINGS.into_iter().map(entry).collect())
}

fn rule(rule: &rules::Rule) -> Entry<'static> {
    let settings = rule.settings.iter().map(rules::AnySetting::name).collect();
    Entry::Rule { name: rule.id, group: rule.group.name(), on: rule.on, settings, summary: rule.summary }
}

fn font(face: &crate::text::Face) -> Entry<'static> {
    let cut = match face.cut {
        Cut::Regular => "regular",
        Cut::Bold => "bold",
        Cut::Italic => "italic",
    };
    Entry::Font { name: face.name.clone(), family: face.family.clone(), cut, bundled: face.bundled }
}

/// The entries in columns, each as wide as its widest cell. Names of fonts are what others wrote.
fn table(entries: &[Entry]) -> String {
    let cells = |entry: &Entry| entry.columns().iter().map(|cell| one_line(cell)).collect();
    let rows: Vec<Vec<String>> = entries.iter().map(cells).collect();
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width = |column: usize| rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.width()).max().unwrap_or(0);
    let widths: Vec<_> = (0..columns).map(width).collect();
    let line = |row: &Vec<String>| {
        let cells = row.iter().zip(&widths).map(|(cell, width)| cell.clone() + &" ".repeat(width - cell.width()));
        cells.collect::<Vec<_>>().join("  ").trim_end().to_owned() + "\n"
    };
    rows.iter().map(line).collect()
}

impl Entry<'_> {
    fn columns(&self) -> Vec<String> {
        match self {
            Self::Layout { name, kind, formats, summary } => {
                vec![(*name).to_owned(), (*kind).to_owned(), formats.join(","), (*summary).to_owned()]
            }
            Self::Format { name, kind, media_type: _, summary } => {
                vec![(*name).to_owned(), (*kind).to_owned(), (*summary).to_owned()]
            }
            Self::Reader { name, extensions, summary } => {
                let extensions: Vec<_> = extensions.iter().map(|extension| format!(".{extension}")).collect();
                vec![(*name).to_owned(), extensions.join(" "), (*summary).to_owned()]
            }
            Self::Way { name, summary } | Self::Preset { name, summary } => vec![(*name).to_owned(), (*summary).to_owned()],
            Self::Setting { name, value, from } => vec![(*name).to_owned(), value.clone(), from.clone()],
            Self::Theme { name, summary } => vec![name.clone(), (*summary).to_owned()],
            Self::Paper {
                name,
                family,
                width_mm,
                height_mm,
                near_m,
                cell_text_pt,
                middle_m,
                phase_text_pt,
                far_m,
                title_text_pt,
                hand_text_pt,
            } => vec![
                (*name).to_owned(),
                (*family).to_owned(),
                format!("{width_mm} × {height_mm} mm"),
                format!("cells {near_m} m: {cell_text_pt} pt"),
                format!("phases {middle_m} m: {phase_text_pt} pt"),
                format!("title {far_m} m: {title_text_pt} pt"),
                format!("in the hand: {hand_text_pt} pt"),
            ],
            Self::Font { name, family, cut, bundled } => {
                let origin = if *bundled { "built in" } else { "from a folder" };
                vec![name.clone(), family.clone(), (*cut).to_owned(), origin.to_owned()]
            }
            Self::Rule { name, group, on, settings: _, summary } => {
                let on = if *on { "on" } else { "off" };
                vec![(*name).to_owned(), (*group).to_owned(), on.to_owned(), (*summary).to_owned()]
            }
        }
    }
}
