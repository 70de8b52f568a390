//! Themes of one's own: TOML, a line for each colour.

use std::collections::BTreeMap;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::page::{Logo, Place};
use super::palette::Palette;
use super::sight::{BARS, Merged};
use super::{Theme, hue};
use crate::diagnostic::{Code, Diagnostic};
use crate::journey::{located, meant, not_text, not_toml, type_of};
use crate::scene::{Cmyk, Color, Mm};
use crate::tongue::{Phrase, say};

/// A file to start from: every setting, with what it is when nothing is said.
#[must_use]
pub fn example() -> String {
    let Palette { ground, ink, quiet, hairline, outline, on, neutral, hues, alert, good, bad } = Theme::default().palette;
    let list = |colors: [Color; 6]| colors.map(|color| format!("\"{}\"", color.hex())).join(", ");
    let (deep, tints) = (list(hues.map(|hue| hue.deep)), list(hues.map(|hue| hue.tint)));
    let names = Theme::all().map(|(theme, _)| format!("\"{}\"", theme.name)).collect::<Vec<_>>().join(", ");
    format!(
        "\
# A theme of klantreis, as it is when nothing is said. Keep what you want otherwise, take out the rest, and use it:
# klantreis export INPUT --theme my.toml

# What is taken for all that is not said here: {names}
base = \"color\"

# The stages, in their order: one to six deep colours, on which names stand in `on`. After the last the first comes again.
hues = [{deep}]
# The column below each of them, on which text stands. Left out, they are pale mixtures of the hues.
tints = [{tints}]
# What stands in no stage, which is the first of hues that are given when it is left out; and what is shaded.
neutral = \"{}\"
shade = \"{}\"

# The paper, and the cards on it.
ground = \"{}\"
# Text, and text that stands back.
ink = \"{}\"
quiet = \"{}\"
# Text on hues.
on = \"{}\"
# Thin lines, and the outlines of what is to be filled in.
hairline = \"{}\"
outline = \"{}\"

# Moments of truth and barriers.
alert = \"{}\"
# Above and below the middle of a scale; also the second and the third of several curves.
good = \"{}\"
bad = \"{}\"

# The family of the type, of a face of --font-dir.
# face = \"Inter\"

# A line at the foot of every page.
# footer = \"Bureau Noord · vertrouwelijk\"

# What colours are printed in on a press (export --ink cmyk): percent of cyan, magenta, yellow and black, no more than 300 together. Hues have
# as many as there are above; others are neutral, alert, good, bad and ground. What is not here follows by a formula.
# [cmyk]
# hues = [\"95 40 60 20\"]
# alert = \"20 95 100 15\"

# A picture (PNG, JPEG, SVG) beside this file, in a strip of its own on every page.
# [logo]
# file = \"logo.svg\"
# place = \"bottom-right\"     # or bottom-left, top-left, top-right
# height = \"12mm\"            # or cm, in; left out, it follows the paper
",
        neutral.deep.hex(),
        neutral.tint.hex(),
        ground.hex(),
        ink.hex(),
        quiet.hex(),
        on.hex(),
        hairline.hex(),
        outline.hex(),
        alert.hex(),
        good.hex(),
        bad.hex(),
    )
}

/// The settings of a file, and those of its logo.
const SETTINGS: [&str; 18] = [
    "base", "hues", "tints", "neutral", "shade", "ground", "ink", "quiet", "on", "hairline", "outline", "alert", "good", "bad",
    "face", "footer", "logo", "cmyk",
];
const OF_LOGO: [&str; 3] = ["file", "place", "height"];
const OF_CMYK: [&str; 6] = ["hues", "neutral", "alert", "good", "bad", "ground"];
/// A tint that is not given is this much of its hue.
pub(super) const TINT: f64 = 0.09;
/// The longest footer in characters, and the bounds of the height of a logo.
const FOOTER_CHARS: usize = 300;
const LOGO_MM: (f64, f64) = (3.0, 100.0);

impl Theme {
    /// Reads a theme of one's own, which is called by the name of its file. What can hardly be seen or told apart is a warning that names
    /// the pair (`theme-contrast`, `theme-hues`).
    ///
    /// # Errors
    /// Everything that is wrong with the text, in its order: what is not TOML, settings that are not there, values of another type.
    pub fn from_toml(name: &str, text: &str) -> Result<(Self, Vec<Diagnostic>), Vec<Diagnostic>> {
        let toml = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mark = text.len() - toml.len();
        let mut file = File { places: BTreeMap::new(), problems: Vec::new(), base: Self::default() };
        let theme = match DeTable::parse(toml) {
            Ok(table) => file.theme(name, table.get_ref()),
            Err(error) => {
                file.problems.push(not_toml(toml, &error, say!("toml-line", line = "ink = \"#1b1d22\"")));
                Self::default()
            }
        };
        if !file.problems.is_empty() {
            return Err(located(toml, mark, file.problems));
        }
        let hues = file.hues();
        // A neutral that follows the first hue is said with that.
        let follows = file.places.contains_key("hue 1") && !file.places.contains_key("neutral");
        let twice = |merged: &Merged| follows && [&merged.one, &merged.other].contains(&&"neutral".to_owned());
        // What the theme that it begins with has itself is told apart there by other means, such as dashes and marks.
        let base = file.base.palette.merged(6);
        let found = theme.palette.faint(hues).into_iter().chain(theme.palette.merged(hues));
        let found = found.filter(|merged| !base.contains(merged));
        let warnings = found.filter(|merged| !twice(merged)).map(|merged| file.merged(&merged));
        let warnings = warnings.collect::<Vec<_>>();
        Ok((theme, located(toml, mark, warnings)))
    }
}

/// A file on its way to a theme.
struct File {
    /// Where each setting stands; a hue by `hue 2`.
    places: BTreeMap<String, Range<usize>>,
    problems: Vec<(Range<usize>, Diagnostic)>,
    /// What it says nothing of is as in this theme.
    base: Theme,
}

impl File {
    fn wrong(&mut self, at: Range<usize>, code: Code, message: impl Into<Phrase>, help: impl Into<Phrase>) {
        self.problems.push((at, Diagnostic::new(code, message).help(help)));
    }

    /// How many hues the file has.
    fn hues(&self) -> usize {
        let own = (1..=6).filter(|index| self.places.contains_key(&format!("hue {index}"))).count();
        if own == 0 { 6 } else { own }
    }

    fn theme(&mut self, name: &str, table: &DeTable) -> Theme {
        for (key, _) in table {
            let known: &str = key.get_ref();
            if !SETTINGS.contains(&known) {
                let help = meant(known, &SETTINGS);
                self.wrong(key.span(), Code::UnknownField, say!("theme-setting", name = known), help);
            }
        }
        let base = self.base(table);
        self.base = base.clone();
        let mut theme = Theme { name: name.to_owned(), ..base };
        let Palette { ground, ink, quiet, hairline, outline, on, neutral, alert, good, bad, .. } = &mut theme.palette;
        let singles = [
            ("ground", ground),
            ("ink", ink),
            ("quiet", quiet),
            ("hairline", hairline),
            ("outline", outline),
            ("on", on),
            ("neutral", &mut neutral.deep),
            ("shade", &mut neutral.tint),
            ("alert", alert),
            ("good", good),
            ("bad", bad),
        ];
        for (key, color) in singles {
            if let Some(value) = table.get(key) {
                self.places.insert(key.to_owned(), value.span());
                *color = self.color(key, value).unwrap_or(*color);
            }
        }
        self.stages(table, &mut theme.palette);
        if let Some((face, at)) = self.text(table, "face") {
            (theme.face, theme.face_at) = (Some(face), (at.start, at.end));
        }
        if let Some((text, at)) = self.text(table, "footer") {
            if text.chars().count() > FOOTER_CHARS {
                self.wrong(at, Code::TooLong, say!("theme-long-footer", most = FOOTER_CHARS), say!("theme-long-footer-help"));
            } else if text.chars().any(char::is_control) {
                self.wrong(at, Code::UnknownValue, say!("theme-control"), say!("theme-control-help"));
            } else {
                theme.footer = Some(text);
            }
        }
        if let Some(value) = table.get("cmyk") {
            let plates = self.plates(value, &theme.palette);
            theme.plates.extend(plates);
        }
        theme.logo = table.get("logo").and_then(|value| self.logo(value));
        theme
    }

    fn base(&mut self, table: &DeTable) -> Theme {
        let Some((base, at)) = self.text(table, "base") else { return Theme::default() };
        Theme::named(&base).unwrap_or_else(|| {
            let names: Vec<String> = Theme::all().map(|(theme, _)| theme.name).collect();
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            self.wrong(at, Code::UnknownValue, say!("theme-base", name = &base), meant(&base, &names));
            Theme::default()
        })
    }

    /// The hues, by turns in the six places of a palette, and their tints.
    fn stages(&mut self, table: &DeTable, palette: &mut Palette) {
        let hues = self.colors(table, "hues", "hue");
        let tints = self.colors(table, "tints", "tint");
        if let (Some(tints), Some(value)) = (&tints, table.get("tints"))
            && hues.as_ref().map_or(6, Vec::len) != tints.len()
        {
            let (tints, hues) = (tints.len(), hues.as_ref().map_or(6, Vec::len));
            let message = say!("theme-tints", tints = tints, hues = hues);
            self.wrong(value.span(), Code::UnknownValue, message, say!("theme-tints-help"));
            return;
        }
        let ground = palette.ground;
        if let Some(hues) = &hues {
            for (index, place) in palette.hues.iter_mut().enumerate() {
                let deep = hues[index % hues.len()];
                *place = hue(deep, deep.over(ground, TINT));
            }
            // Phases of a journey without stages stand in the first of somebody's own colours.
            if table.get("neutral").is_none() {
                palette.neutral.deep = hues[0];
            }
        }
        if let Some(tints) = &tints {
            for (index, place) in palette.hues.iter_mut().enumerate() {
                place.tint = tints[index % tints.len()];
            }
        }
    }

    /// A list of one to six colours.
    fn colors(&mut self, table: &DeTable, key: &str, one: &str) -> Option<Vec<Color>> {
        let value = table.get(key)?;
        let Some(list) = value.get_ref().as_array().filter(|list| (1..=6).contains(&list.len())) else {
            let help = say!("theme-colors-help", name = key);
            self.wrong(value.span(), Code::WrongType, say!("theme-colors", name = key), help);
            return None;
        };
        let mut colors = Vec::new();
        for (value, number) in list.iter().zip(1..) {
            self.places.insert(format!("{one} {number}"), value.span());
            colors.push(self.color(key, value));
        }
        colors.into_iter().collect()
    }

    fn color(&mut self, key: &str, value: &Spanned<DeValue>) -> Option<Color> {
        let example = match key {
            "hues" | "tints" => format!("{key} = [\"#0b6e69\"]"),
            _ => format!("{key} = \"#0b6e69\""),
        };
        let help = say!("theme-digits", example = example);
        let Some(text) = value.get_ref().as_str() else {
            let message = say!("theme-color-type", name = key, not = type_of(value.get_ref()));
            self.wrong(value.span(), Code::WrongType, message, help);
            return None;
        };
        let color = parse(text);
        if color.is_none() {
            self.wrong(value.span(), Code::UnknownValue, say!("theme-no-color", text = text, name = key), help);
        }
        color
    }

    fn text(&mut self, table: &DeTable, key: &str) -> Option<(String, Range<usize>)> {
        let value = table.get(key)?;
        let text = value.get_ref().as_str().map(str::trim).filter(|text| !text.is_empty());
        if text.is_none() {
            self.problems.push((value.span(), not_text(key, value.get_ref())));
        }
        text.map(|text| (text.to_owned(), value.span()))
    }

    /// The inks of colours.
    fn plates(&mut self, value: &Spanned<DeValue>, palette: &Palette) -> Vec<(Color, [u8; 4])> {
        let Some(table) = value.get_ref().as_table() else {
            let help = say!("theme-table-help", head = "[cmyk]", line = "alert = \"20 95 100 15\"");
            self.wrong(value.span(), Code::WrongType, say!("theme-is-table", name = "cmyk"), help);
            return Vec::new();
        };
        let mut plates = Vec::new();
        for (key, value) in table {
            let name: &str = key.get_ref();
            let color = match name {
                "hues" => {
                    plates.extend(self.plates_of_hues(value, palette));
                    continue;
                }
                "neutral" => palette.neutral.deep,
                "alert" => palette.alert,
                "good" => palette.good,
                "bad" => palette.bad,
                "ground" => palette.ground,
                _ => {
                    let help = meant(name, &OF_CMYK);
                    self.wrong(key.span(), Code::UnknownField, say!("theme-no-plate", name = name), help);
                    continue;
                }
            };
            plates.extend(self.plate(name, value).map(|inks| (color, inks)));
        }
        plates
    }

    fn plates_of_hues(&mut self, value: &Spanned<DeValue>, palette: &Palette) -> Vec<(Color, [u8; 4])> {
        let list: &[Spanned<DeValue>] = value.get_ref().as_array().map_or(&[], |list| list);
        let hues = self.hues();
        if list.len() != hues {
            let message = say!("theme-plates", inks = list.len(), hues = hues);
            let help = say!("theme-plates-help", example = "hues = [\"95 40 60 20\"]");
            self.wrong(value.span(), Code::UnknownValue, message, help);
            return Vec::new();
        }
        let plates = list.iter().zip(palette.hues).filter_map(|(value, hue)| Some((hue.deep, self.plate("hues", value)?)));
        plates.collect()
    }

    /// Percent of four inks.
    fn plate(&mut self, key: &str, value: &Spanned<DeValue>) -> Option<[u8; 4]> {
        let help = say!("theme-inks-help");
        let Some(text) = value.get_ref().as_str() else {
            let message = say!("theme-inks-type", name = key, not = type_of(value.get_ref()));
            self.wrong(value.span(), Code::WrongType, message, help);
            return None;
        };
        let inks: Option<Vec<u8>> = text.split_whitespace().map(|ink| ink.parse().ok().filter(|ink| *ink <= 100)).collect();
        let inks = inks.and_then(|inks| <[u8; 4]>::try_from(inks).ok());
        let message = match inks {
            Some(inks) if Cmyk::percent(inks).is_some() => return Some(inks),
            Some(_) => say!("theme-inks-most", text = text),
            None => say!("theme-inks-none", text = text, name = key),
        };
        self.wrong(value.span(), Code::UnknownValue, message, help);
        None
    }

    fn logo(&mut self, value: &Spanned<DeValue>) -> Option<Logo> {
        let Some(table) = value.get_ref().as_table() else {
            let help = say!("theme-table-help", head = "[logo]", line = "file = \"logo.svg\"");
            self.wrong(value.span(), Code::WrongType, say!("theme-is-table", name = "logo"), help);
            return None;
        };
        for (key, _) in table {
            let known: &str = key.get_ref();
            if !OF_LOGO.contains(&known) {
                self.wrong(key.span(), Code::UnknownField, say!("theme-logo-setting", name = known), meant(known, &OF_LOGO));
            }
        }
        let place = self.text(table, "place").and_then(|(place, at)| {
            let found = Place::ALL.into_iter().find(|(_, name)| *name == place).map(|(place, _)| place);
            if found.is_none() {
                let help = meant(&place, &Place::ALL.map(|(_, name)| name));
                self.wrong(at, Code::UnknownValue, say!("theme-logo-place", name = &place), help);
            }
            found
        });
        let height = self.text(table, "height").and_then(|(height, at)| {
            let found = millimetres(&height).filter(|mm| (LOGO_MM.0..=LOGO_MM.1).contains(mm));
            if found.is_none() {
                let message =
                    say!("theme-logo-height", text = &height, least = LOGO_MM.0.to_string(), most = LOGO_MM.1.to_string());
                self.wrong(at, Code::BadNumber, message, say!("theme-logo-height-help"));
            }
            found
        });
        if table.get("file").is_none() {
            let help = say!("theme-logo-file-help", example = "file = \"logo.svg\"");
            self.wrong(value.span(), Code::MissingField, say!("theme-logo-file"), help);
        }
        let (file, at) = self.text(table, "file")?;
        let height = height.map(Mm);
        Some(Logo { file, place: place.unwrap_or_default(), height, artwork: None, at: (at.start, at.end) })
    }

    /// What cannot be seen or told apart, at the first of the two that the file sets.
    fn merged(&self, merged: &Merged) -> (Range<usize>, Diagnostic) {
        let Merged { one, other, found, least, blindness } = merged;
        let set = [one, other].into_iter().find_map(|name| self.places.get(name.strip_prefix(BARS).unwrap_or(name)));
        let at = set.cloned().unwrap_or(0..0);
        let rounded = (found * 10.0).floor() / 10.0;
        let said = |name: &str| match name.strip_prefix(BARS) {
            Some(of) => say!("theme-bars", name = of),
            None => Phrase::from(name),
        };
        let (one, other) = (said(one), said(other));
        let diagnostic = match blindness {
            None => Diagnostic::new(
                Code::ThemeContrast,
                say!("theme-faint", one = one.clone(), other = other.clone(), found = rounded, least = *least),
            )
            .help(say!("theme-faint-help", one = one, other = other)),
            Some(sight) => {
                let message =
                    say!("theme-alike", one = one, other = other, sight = sight.name(), found = rounded, least = *least);
                Diagnostic::new(Code::ThemeHues, message).help(say!("theme-alike-help"))
            }
        };
        (at, diagnostic)
    }
}

/// A colour as `#rrggbb` or `#rgb`.
fn parse(text: &str) -> Option<Color> {
    let digits = text.strip_prefix('#')?;
    let byte = |from: usize, to: usize| u8::from_str_radix(digits.get(from..to)?, 16).ok();
    if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    match digits.len() {
        6 => Some(Color(byte(0, 2)?, byte(2, 4)?, byte(4, 6)?)),
        3 => Some(Color(byte(0, 1)? * 17, byte(1, 2)? * 17, byte(2, 3)? * 17)),
        _ => None,
    }
}

/// A length with its unit, in millimetres.
fn millimetres(text: &str) -> Option<f64> {
    let units = [("mm", 1.0), ("cm", 10.0), ("in", 25.4)];
    let (number, mm) = units.into_iter().find_map(|(unit, mm)| Some((text.strip_suffix(unit)?.trim(), mm)))?;
    let plain = number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') && number.len() <= 8;
    plain.then(|| number.parse::<f64>().ok()).flatten().map(|number| number * mm)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_example_is_the_theme_of_the_house() {
        let (theme, warnings) = Theme::from_toml("color", &example()).unwrap();
        assert_eq!((theme.palette, warnings), (Theme::default().palette, Vec::new()));
        // What it leaves out may be put in.
        let all = example().replace("# face", "face").replace("# footer", "footer").replace("# [logo]", "[logo]");
        let all = all.replace("# file", "file").replace("# place", "place").replace("# height", "height");
        let (theme, _) = Theme::from_toml("my", &all).unwrap();
        assert_eq!(theme.logo.unwrap().place, Place::BottomRight);
        assert!(theme.face.is_some() && theme.footer.is_some());
    }

    #[test]
    fn everything_wrong_is_said_with_its_place() {
        let text = "ink = \"blak\"\nhue = [\"#000\"]\nhues = []\n[logo]\nplace = \"middle\"\nheight = \"9\"\n";
        let problems = Theme::from_toml("my", text).unwrap_err();
        let lines: Vec<_> = problems.iter().map(|problem| (problem.span.as_ref().unwrap().line, problem.code)).collect();
        let expected = [
            (1, Code::UnknownValue),
            (2, Code::UnknownField),
            (3, Code::WrongType),
            (4, Code::MissingField),
            (5, Code::UnknownValue),
            (6, Code::BadNumber),
        ];
        assert_eq!(lines, expected, "{problems:?}");
        assert_eq!(problems[1].help.as_deref(), Some("did you mean `hues`?"));
        assert_eq!(Theme::from_toml("my", "ink = ").unwrap_err()[0].code, Code::Syntax);
    }

    #[test]
    fn a_pair_that_cannot_be_seen_or_told_apart_is_named() {
        let (theme, warnings) = Theme::from_toml("my", "quiet = \"#999999\"\nhues = [\"#5b3e96\", \"#1f5c99\"]\n").unwrap();
        assert_eq!(theme.palette.hues[2], theme.palette.hues[0], "by turns");
        let quiet = warnings.iter().find(|warning| warning.code == Code::ThemeContrast).unwrap();
        assert!(
            quiet.message.starts_with("`quiet` on `ground` has a contrast of 2.8 : 1") && quiet.span.as_ref().unwrap().line == 1
        );
        let hues: Vec<_> = warnings.iter().filter(|warning| warning.code == Code::ThemeHues).collect();
        assert!(
            hues.iter()
                .any(|warning| warning.message.contains("`hue 1` and `hue 2`") && warning.message.contains("deuteranopia")),
            "{hues:?}"
        );
    }
}
