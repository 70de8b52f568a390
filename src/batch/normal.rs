//! Journeys rewritten in their normal form, where they are.

use super::deliver::{DeliveryError, Placed};
use super::discover::{Found, Origin};
use super::each::{Job, each};
use super::run::{Failure, Manner, Tally};
use super::save::{Saver, put_out};
use crate::diagnostic::{Code, Diagnostic};
use crate::journey::{Cursor, Journey, limits, normal};
use crate::read::Reader;

/// What is done with a journey that is not in its normal form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Goal {
    /// Its file is rewritten. What comes from the standard input goes to the standard output.
    InPlace,
    /// The normal form goes to the standard output, also of a journey that is in it.
    Stdout,
    /// Nothing is written; that it is not in its normal form is a failure.
    Compare,
}

/// Brings every source found to its normal form. [`Tally::files`] counts those rewritten.
pub fn normalise_all(found: Vec<Found>, goal: Goal, readers: &[&Reader], tell: &mut dyn FnMut(&super::run::Event)) -> Tally {
    let (mut unchanged, mut saver) = (0, Saver::default());
    // A workbook must never be replaced by JSON.
    let manner = Manner { documents_only: true, ..Manner::of(readers) };
    let work = |(): &mut (), Job { source, text, reading, remark, .. }: Job| {
        let normal = readable(&reading.journey).map_err(|problem| {
            remark(&[*problem]);
            Failure::NotNormal
        })?;
        // What is not UTF-8 differs, whatever it says.
        let foreign = reading.remarks.iter().any(|remark| remark.code == Code::OtherEncoding);
        let differs = foreign || text != normal;
        if goal == Goal::Compare && differs {
            let name = if source.origin == Origin::Stdin { "-".to_owned() } else { source.name() };
            let difference = if foreign { encoding(&name) } else { difference(text, &normal, &name) };
            remark(&[difference]);
            return Err(Failure::NotNormal);
        }
        Ok((normal, differs))
    };
    let tally = each(found, manner, tell, || (), work, &mut |source, _, (normal, differs)| {
        match (goal, &source.origin) {
            (Goal::Stdout, _) | (Goal::InPlace, Origin::Stdin) => {
                put_out(normal.as_bytes()).map_err(|error| Failure::Undelivered(DeliveryError::Stdout(error)))?;
            }
            (Goal::InPlace, Origin::File(path)) if differs => {
                let sum = saver.rewrite(path, normal.as_bytes());
                let sum = sum.map_err(|error| Failure::Undelivered(DeliveryError::Save(error)))?;
                let (path, format, bytes) = (path.clone(), "json".to_owned(), normal.len());
                return Ok(vec![Placed { path, format, layout: None, part: None, pages: None, bytes, sum }]);
            }
            (Goal::InPlace | Goal::Compare, _) => unchanged += 1,
        }
        Ok(Vec::new())
    });
    Tally { unchanged, ..tally }
}

/// The normal form of a journey, when it can be read again.
///
/// # Errors
/// When it is larger than a document may be.
pub(super) fn readable(journey: &Journey) -> Result<String, Box<Diagnostic>> {
    let normal = normal(journey);
    if normal.len() <= limits::DOCUMENT_BYTES {
        return Ok(normal);
    }
    let message = format!("the normal form of this document is larger than {} MiB", limits::DOCUMENT_BYTES >> 20);
    let help = "it is not written, since it could not be read again; keep large data in a file of its own";
    Err(Box::new(Diagnostic::new(Code::TooLarge, message).help(help)))
}

/// That a document is in another encoding than the normal form.
fn encoding(name: &str) -> Diagnostic {
    Diagnostic::new(Code::NotNormal, "this document is not in its normal form: it is not UTF-8")
        .help(format!("`klantreis fmt {name}` writes it as UTF-8"))
}

/// Where a text first differs from the normal form, which it is not.
fn difference(text: &str, normal: &str, name: &str) -> Diagnostic {
    let same = text.bytes().zip(normal.bytes()).take_while(|(one, other)| one == other).count();
    let start = text.floor_char_boundary(same);
    let end = text[start..].find('\n').map_or(text.len(), |length| start + length);
    let span = Cursor::at_start(text).span(start..end);
    // What is not seen in an excerpt is said.
    let what = if text.starts_with('\u{feff}') {
        "it begins with a byte order mark".to_owned()
    } else if text[start..].starts_with("\r\n") {
        "its lines end in CR LF".to_owned()
    } else {
        format!("line {} is the first that differs", span.line)
    };
    let line_start = normal[..normal.floor_char_boundary(same)].rfind('\n').map_or(0, |end| end + 1);
    let help = match normal[line_start..].lines().next() {
        Some(line) => format!("`klantreis fmt {name}` writes this line as `{}`", cut(line.trim_start())),
        None => format!("`klantreis fmt {name}` leaves out what comes from here on"),
    };
    Diagnostic::new(Code::NotNormal, format!("this document is not in its normal form: {what}")).help(help).span(span)
}

/// A line at a length that a message can bear.
fn cut(line: &str) -> String {
    const MOST: usize = 80;
    line.char_indices().nth(MOST).map_or_else(|| line.to_owned(), |(end, _)| format!("{}…", &line[..end]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_difference_has_a_place_and_what_should_be_there() {
        for (text, normal, place, said, help) in [
            ("{\n  \"é\":1\n}\n", "{\n  \"é\": 1\n}\n", (2, 7), "line 2 is", "writes this line as `\"é\": 1`"),
            ("{\r\n}\r\n", "{\n}\n", (1, 2), "CR LF", "writes this line as `{`"),
            ("\u{feff}{}\n", "{}\n", (1, 1), "byte order mark", "writes this line as `{}`"),
            ("{}", "{}\n", (1, 3), "line 1 is", "writes this line as `{}`"),
            ("{}\n\n", "{}\n", (2, 1), "line 2 is", "leaves out"),
            ("{ \"a\": \"e\u{301}\" }", "{ \"a\": \"é\" }", (1, 9), "line 1 is", "writes this line as `{ \"a\": \"é\" }`"),
        ] {
            let found = difference(text, normal, "x.json");
            let span = found.span.unwrap();
            assert_eq!((span.line, span.column), place, "{text:?}");
            assert!(found.message.contains(said), "{}", found.message);
            assert!(found.help.as_deref().unwrap().contains(help), "{:?}", found.help);
        }
    }
}
