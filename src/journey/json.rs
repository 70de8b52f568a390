//! JSON as the program writes it: one text for one value.

use std::fmt::Write as _;

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

    /// The document: lists and objects stand on one line where they fit and open a level of two spaces where they do not, with a
    /// newline at the end.
    #[must_use]
    pub fn document(&self) -> String {
        let mut out = String::new();
        self.write(&mut out, 0, 0, 0);
        out.push('\n');
        out
    }

    /// The value on one line.
    #[must_use]
    pub fn line(&self) -> String {
        let mut out = String::new();
        self.write_line(&mut out, usize::MAX);
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

    /// Writes the value at a level; `column` characters stand before it and `behind` follow it on its last line.
    fn write(&self, out: &mut String, level: usize, column: usize, behind: usize) {
        let start = out.len();
        if self.write_line(out, LINE.saturating_sub(column + behind)) {
            return;
        }
        out.truncate(start);
        let (open, close, count) = match self {
            Self::List(values) => ('[', ']', values.len()),
            Self::Object(fields) => ('{', '}', fields.len()),
            Self::Null | Self::Bool(_) | Self::Number(_) | Self::Text(_) => {
                self.write_line(out, usize::MAX);
                return;
            }
        };
        out.push(open);
        for index in 0..count {
            out.push_str(if index == 0 { "\n" } else { ",\n" });
            let indent = (level + 1) * 2;
            out.extend(std::iter::repeat_n(' ', indent));
            let behind = usize::from(index + 1 < count);
            match self {
                Self::Object(fields) => {
                    let (name, value) = &fields[index];
                    let name_start = out.len();
                    quoted(name, out);
                    out.push_str(": ");
                    let column = indent + out[name_start..].chars().count();
                    value.write(out, level + 1, column, behind);
                }
                Self::List(values) => values[index].write(out, level + 1, indent, behind),
                Self::Null | Self::Bool(_) | Self::Number(_) | Self::Text(_) => {}
            }
        }
        out.push('\n');
        out.extend(std::iter::repeat_n(' ', level * 2));
        out.push(close);
    }

    /// Writes the value on one line, or a part of it when it is longer than `most` characters; then the answer is false.
    fn write_line(&self, out: &mut String, most: usize) -> bool {
        let start = out.len();
        // Bytes are at least as many as characters; counting is left for what is near the end of the line.
        let fits = |out: &String| out.len() - start <= most || out[start..].chars().count() <= most;
        match self {
            Self::Null => out.push_str("null"),
            Self::Bool(truth) => out.push_str(if *truth { "true" } else { "false" }),
            Self::Number(number) => out.push_str(number),
            Self::Text(text) => quoted(text, out),
            Self::List(values) => {
                out.push('[');
                for (index, value) in values.iter().enumerate() {
                    out.push_str(if index == 0 { "" } else { ", " });
                    if !value.write_line(out, most) || !fits(out) {
                        return false;
                    }
                }
                out.push(']');
            }
            Self::Object(fields) => {
                out.push_str(if fields.is_empty() { "{" } else { "{ " });
                for (index, (name, value)) in fields.iter().enumerate() {
                    out.push_str(if index == 0 { "" } else { ", " });
                    quoted(name, out);
                    out.push_str(": ");
                    if !value.write_line(out, most) || !fits(out) {
                        return false;
                    }
                }
                out.push_str(if fields.is_empty() { "}" } else { " }" });
            }
        }
        fits(out)
    }
}

/// Writes a text in quotation marks, with the escapes that JSON needs (RFC 8259, section 7) and no others.
fn quoted(text: &str, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if c < ' ' || c == '\u{7f}' => {
                let _ = write!(out, "\\u{:04x}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
}

/// A JSON number in its shortest form: without a needless sign, zero, point or exponent. No digit that counts is lost, however
/// many there are.
fn shortest(number: &str) -> String {
    let (sign, rest) = number.strip_prefix('-').map_or(("", number), |rest| ("-", rest));
    let (mantissa, exponent) = rest.split_once(['e', 'E']).unwrap_or((rest, "0"));
    let (whole, part) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = format!("{whole}{part}");
    let significant = digits.trim_start_matches('0').trim_end_matches('0');
    // An exponent beyond all use is kept as it is written.
    let Ok(exponent) = exponent.parse::<i32>().map(i64::from) else { return number.to_owned() };
    if significant.is_empty() {
        return "0".to_owned();
    }
    // The value is 0.SIGNIFICANT times ten to the power of `point`.
    let leading = digits.len() - digits.trim_start_matches('0').len();
    let point = exponent + i64::try_from(whole.len()).unwrap_or(0) - i64::try_from(leading).unwrap_or(0);
    let count = i64::try_from(significant.len()).unwrap_or(0);
    let zeros = |count: i64| "0".repeat(usize::try_from(count).unwrap_or(0));
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
        format!("{first}{more}e{}", point - 1)
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
            ("0e99999999999", "0e99999999999"),
            ("9007199254740993", "9007199254740993"),
        ] {
            assert_eq!(shortest(written), expected, "{written}");
        }
        for number in [0.1, -2.0, 1e15, 1.0 / 3.0, f64::MIN_POSITIVE, 123_456.789] {
            let Json::Number(text) = Json::number(number) else { unreachable!() };
            assert_eq!(text.parse::<f64>().unwrap().to_bits(), number.to_bits(), "{text}");
        }
    }

    #[test]
    fn what_fits_on_a_line_stands_on_it() {
        let short = Json::object([("a", Json::List(vec![Json::number(1.0), Json::Null]))]);
        assert_eq!(short.document(), "{ \"a\": [1, null] }\n");
        let long = Json::object([("a", Json::text("ø".repeat(89))), ("b", Json::Bool(true))]);
        assert_eq!(long.document(), format!("{{\n  \"a\": \"{}\",\n  \"b\": true\n}}\n", "ø".repeat(89)));
    }

    #[test]
    fn a_text_comes_back_as_it_was() {
        let text: String = (0..0x300).filter_map(char::from_u32).chain(['\u{2028}', '\u{feff}', '🙂']).collect();
        assert_eq!(serde_json::from_str::<String>(&Json::text(text.clone()).line()).unwrap(), text);
    }
}
