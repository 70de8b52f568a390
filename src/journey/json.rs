//! JSON as the program writes it: one text for one value.

use super::raw::{Member, Node, Type};

/// A JSON value that is to be written, or data of a document's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Json {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number, in its shortest form.
    Number(String),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Json>),
    /// An object; its fields are written in this order.
    Object(Vec<(String, Json)>),
}

/// The most characters of a value that stands on one line, with what stands before it.
const LINE: usize = 100;

impl Json {
    /// A text.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// A finite number, as short as it can be told from all others.
    #[must_use]
    pub fn number(number: f64) -> Self {
        Self::Number(shortest(&format!("{number:e}")))
    }

    /// An object.
    #[must_use]
    pub fn object<'a>(fields: impl IntoIterator<Item = (&'a str, Self)>) -> Self {
        Self::Object(fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
    }

    /// The field of an object.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Self> {
        match self {
            Self::Object(fields) => fields.iter().find(|(own, _)| own == name).map(|(_, value)| value),
            Self::Null | Self::Bool(_) | Self::Number(_) | Self::Text(_) | Self::List(_) => None,
        }
    }

    /// The document: an object opens a level of two spaces, and what is in it stands on one line where it fits and opens a level of
    /// its own where it does not. A list or object in which there is no more than one text, number or the like stands on one line
    /// however long: opened, it would be no easier to read. A newline is at the end.
    #[must_use]
    pub fn document(&self) -> String {
        let mut out = String::new();
        self.open(&mut out, 0);
        out.push('\n');
        out
    }

    /// The value on one line.
    #[must_use]
    pub fn line(&self) -> String {
        let mut out = String::new();
        self.write_line(&mut out);
        out
    }

    /// The value of a document, its numbers in their shortest form, the fields of its objects in the order of their names.
    /// Its texts are kept as they are.
    pub(crate) fn of(node: &Node) -> Self {
        let mut value = Self::as_written(node);
        value.sort();
        value
    }

    /// Puts the fields of all objects in the order of their names.
    fn sort(&mut self) {
        match self {
            Self::List(values) => values.iter_mut().for_each(Self::sort),
            Self::Object(fields) => {
                fields.sort_by(|(one, _), (other, _)| one.cmp(other));
                for (_, value) in fields {
                    value.sort();
                }
            }
            Self::Null | Self::Bool(_) | Self::Number(_) | Self::Text(_) => {}
        }
    }

    /// The value of a document, its numbers in their shortest form, all else as it is.
    pub(crate) fn as_written(node: &Node) -> Self {
        match node.kind() {
            Type::Null => Self::Null,
            Type::Bool => Self::Bool(node.raw == "true"),
            Type::Number => Self::Number(shortest(node.raw)),
            Type::Text => Self::Text(node.text().unwrap_or_default()),
            Type::List => Self::List(node.elements(usize::MAX).kept.iter().map(Self::as_written).collect()),
            Type::Object => {
                let members = node.members(usize::MAX).kept;
                let field = |member: &Member| (member.name.clone().unwrap_or_default(), Self::as_written(&node.value(member)));
                Self::Object(members.iter().map(field).collect())
            }
        }
    }

    /// Writes the value at a level, on one line where it takes no more characters than there is room for.
    fn write(&self, out: &mut String, level: usize, room: usize) {
        if self.holds_one_thing() || self.left(room).is_some() {
            self.write_line(out);
        } else {
            self.open(out, level);
        }
    }

    /// Writes the value with a level for what is in it.
    fn open(&self, out: &mut String, level: usize) {
        let indent = (level + 1) * 2;
        let next = |out: &mut String, first: bool| {
            out.push_str(if first { "\n" } else { ",\n" });
            out.extend(std::iter::repeat_n(' ', indent));
        };
        let close = |out: &mut String, bracket| {
            out.push('\n');
            out.extend(std::iter::repeat_n(' ', level * 2));
            out.push(bracket);
        };
        // A comma follows each but the last.
        let room_on_line = |index: usize, count: usize| LINE.saturating_sub(indent + usize::from(index + 1 < count));
        match self {
            Self::List(values) if !values.is_empty() => {
                out.push('[');
                for (index, value) in values.iter().enumerate() {
                    next(out, index == 0);
                    value.write(out, level + 1, room_on_line(index, values.len()));
                }
                close(out, ']');
            }
            Self::Object(fields) if !fields.is_empty() => {
                out.push('{');
                for (index, (name, value)) in fields.iter().enumerate() {
                    next(out, index == 0);
                    quoted(name, out);
                    out.push_str(": ");
                    let room = room_on_line(index, fields.len());
                    value.write(out, level + 1, left_of_text(name, room).unwrap_or(0).saturating_sub(2));
                }
                close(out, '}');
            }
            Self::Null | Self::Bool(_) | Self::Number(_) | Self::Text(_) | Self::List(_) | Self::Object(_) => {
                self.write_line(out);
            }
        }
    }

    /// Whether there is no more than one text, number or the like in it.
    fn holds_one_thing(&self) -> bool {
        match self {
            Self::Null | Self::Bool(_) | Self::Number(_) | Self::Text(_) => true,
            Self::List(values) => values.len() < 2 && values.iter().all(Self::holds_one_thing),
            Self::Object(fields) => fields.len() < 2 && fields.iter().all(|(_, value)| value.holds_one_thing()),
        }
    }

    /// How many of the characters that there is room for are left behind the value on one line; `None` when it takes more.
    /// Looks at no more of the value than fits.
    fn left(&self, room: usize) -> Option<usize> {
        match self {
            Self::Null | Self::Bool(true) => room.checked_sub(4),
            Self::Bool(false) => room.checked_sub(5),
            Self::Number(number) => room.checked_sub(number.len()),
            Self::Text(text) => left_of_text(text, room),
            Self::List(values) => {
                let mut room = room.checked_sub(2)?;
                for (index, value) in values.iter().enumerate() {
                    room = value.left(room.checked_sub(if index == 0 { 0 } else { 2 })?)?;
                }
                Some(room)
            }
            Self::Object(fields) => {
                let mut room = room.checked_sub(if fields.is_empty() { 2 } else { 4 })?;
                for (index, (name, value)) in fields.iter().enumerate() {
                    let behind_name = left_of_text(name, room.checked_sub(if index == 0 { 0 } else { 2 })?)?;
                    room = value.left(behind_name.checked_sub(2)?)?;
                }
                Some(room)
            }
        }
    }

    /// Writes the value on one line.
    fn write_line(&self, out: &mut String) {
        match self {
            Self::Null => out.push_str("null"),
            Self::Bool(truth) => out.push_str(if *truth { "true" } else { "false" }),
            Self::Number(number) => out.push_str(number),
            Self::Text(text) => quoted(text, out),
            Self::List(values) => {
                out.push('[');
                for (index, value) in values.iter().enumerate() {
                    out.push_str(if index == 0 { "" } else { ", " });
                    value.write_line(out);
                }
                out.push(']');
            }
            Self::Object(fields) => {
                out.push_str(if fields.is_empty() { "{" } else { "{ " });
                for (index, (name, value)) in fields.iter().enumerate() {
                    out.push_str(if index == 0 { "" } else { ", " });
                    quoted(name, out);
                    out.push_str(": ");
                    value.write_line(out);
                }
                out.push_str(if fields.is_empty() { "}" } else { " }" });
            }
        }
    }
}

/// Writes a text in quotation marks.
fn quoted(text: &str, out: &mut String) {
    out.push('"');
    let mut rest = text;
    while let Some((at, c)) = rest.char_indices().find(|(_, c)| is_escaped(*c)) {
        out.push_str(&rest[..at]);
        out.push_str(&escape(c));
        rest = &rest[at + c.len_utf8()..];
    }
    out.push_str(rest);
    out.push('"');
}

/// How many of the characters that there is room for are left behind a text in quotation marks.
fn left_of_text(text: &str, room: usize) -> Option<usize> {
    let width = |c| if is_escaped(c) { escape(c).len() } else { 1 };
    text.chars().try_fold(room.checked_sub(2)?, |room, c| room.checked_sub(width(c)))
}

/// What JSON cannot hold as it is (RFC 8259, section 7), what editors do not show, and what some take for the end of a line.
fn is_escaped(c: char) -> bool {
    matches!(c, '"' | '\\' | '\u{2028}' | '\u{2029}') || c.is_control()
}

fn escape(c: char) -> String {
    match c {
        '"' => "\\\"".into(),
        '\\' => "\\\\".into(),
        '\n' => "\\n".into(),
        '\r' => "\\r".into(),
        '\t' => "\\t".into(),
        c => format!("\\u{:04x}", u32::from(c)),
    }
}

/// A JSON number in its shortest form: without a needless sign, zero, point or exponent. No digit that counts is lost, however
/// many there are.
fn shortest(number: &str) -> String {
    let (sign, rest) = number.strip_prefix('-').map_or(("", number), |rest| ("-", rest));
    let (mantissa, exponent) = rest.split_once(['e', 'E']).unwrap_or((rest, "0"));
    let (whole, part) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = format!("{whole}{part}");
    let significant = digits.trim_start_matches('0').trim_end_matches('0');
    if significant.is_empty() {
        return "0".to_owned();
    }
    // An exponent of forty digits is kept as it is written.
    let Ok(exponent) = exponent.parse::<i128>() else { return number.to_owned() };
    let signed = |count: usize| i128::try_from(count).unwrap_or(0);
    // The value is 0.SIGNIFICANT times ten to the power of `point`.
    let leading = digits.len() - digits.trim_start_matches('0').len();
    let Some(point) = exponent.checked_add(signed(whole.len()) - signed(leading)) else { return number.to_owned() };
    let count = signed(significant.len());
    let zeros = |count: i128| "0".repeat(usize::try_from(count).unwrap_or(0));
    let plain = if (-5..=0).contains(&point) {
        format!("0.{}{significant}", zeros(-point))
    } else if point >= count && point <= 21 {
        format!("{significant}{}", zeros(point - count))
    } else if point > 0 && point < count {
        let (whole, part) = significant.split_at(usize::try_from(point).unwrap_or(0));
        format!("{whole}.{part}")
    } else {
        let (first, more) = significant.split_at(1);
        let more = if more.is_empty() { String::new() } else { format!(".{more}") };
        format!("{first}{more}e{}", point.saturating_sub(1))
    };
    format!("{sign}{plain}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_as_short_as_they_can_be() {
        for (written, expected) in [
            ("1.0", "1"),
            ("-0", "0"),
            ("-0.50", "-0.5"),
            ("1e2", "100"),
            ("12.5E-1", "1.25"),
            ("0.000001", "0.000001"),
            ("1e-9", "1e-9"),
            ("1.50e+30", "1.5e30"),
            ("100000000000000000000000001", "1.00000000000000000000000001e26"),
            ("0.0e99999999999", "0"),
            ("1.0E+0099999999999", "1e99999999999"),
            ("-0.000012300e-40", "-1.23e-45"),
            ("9007199254740993", "9007199254740993"),
        ] {
            assert_eq!(shortest(written), expected, "{written}");
        }
        for number in [0.1, -2.0, 1e15, 1.0 / 3.0, f64::MIN_POSITIVE, 123_456.789] {
            let Json::Number(text) = Json::number(number) else { unreachable!() };
            assert_eq!(text.parse::<f64>().unwrap().to_bits(), number.to_bits(), "{text}");
        }
    }

    /// The document of an object in whose field `a` a value stands.
    fn document(value: Json) -> String {
        Json::object([("a", value)]).document()
    }

    #[test]
    fn what_fits_on_a_line_stands_on_it() {
        assert_eq!(document(Json::List(vec![Json::number(1.0), Json::Null])), "{\n  \"a\": [1, null]\n}\n");
        // With two spaces, `"a": [""` and `, 1]` that makes a hundred characters; one more and the list is opened.
        for (length, fits) in [(86, true), (87, false)] {
            let list = document(Json::List(vec![Json::text("ø".repeat(length)), Json::number(1.0)]));
            assert_eq!(list.lines().count() == 3, fits, "{list}");
            assert_eq!(list.lines().any(|line| line.chars().count() == 100), fits, "{list}");
        }
        assert_eq!(Json::Object(Vec::new()).document(), "{}\n");
    }

    #[test]
    fn what_holds_one_thing_is_not_opened() {
        let long = "lang ".repeat(40);
        let item = |more| Json::object([("text", Json::text(&long))].into_iter().chain(more));
        assert_eq!(document(Json::List(vec![item(None)])), format!("{{\n  \"a\": [{{ \"text\": \"{long}\" }}]\n}}\n"));
        let two = item(Some(("score", Json::number(1.0))));
        let opened = format!("{{\n  \"a\": [\n    {{\n      \"text\": \"{long}\",\n      \"score\": 1\n    }}\n  ]\n}}\n");
        assert_eq!(document(Json::List(vec![two])), opened);
    }

    #[test]
    fn what_breaks_lines_or_is_not_seen_is_escaped() {
        let shown = r#""\u0000\u001b\u007f\u0085\u2028\u2029\"\\/\n\r\té\u{200d}""#.replace("\\u{200d}", "\u{200d}");
        assert_eq!(Json::text("\0\u{1b}\u{7f}\u{85}\u{2028}\u{2029}\"\\/\n\r\té\u{200d}").line(), shown);
    }

    #[test]
    fn a_text_comes_back_as_it_was() {
        let text: String = (0..0x300).filter_map(char::from_u32).chain(['\u{2028}', '\u{feff}', '🙂']).collect();
        assert_eq!(serde_json::from_str::<String>(&Json::text(text.clone()).line()).unwrap(), text);
    }
}
