//! What holds of the problems of any input.

use klantreis::diagnostic::{Code, Diagnostic, MessageFormat, Source, render};
use klantreis::journey::limits;

/// Checks that each problem has a remedy and a place, the place against a count by hand, and that each can be shown in every
/// format.
pub fn places_hold(bytes: &[u8], problems: &[Diagnostic]) {
    assert!(!problems.is_empty() && problems.len() <= limits::PROBLEMS + 1);
    let text = String::from_utf8_lossy(bytes);
    for problem in problems {
        for (format, _) in MessageFormat::ALL {
            let shown = render(problem, Source { name: "x.json", text: &text }, format, false);
            assert!(shown.len() < 20_000, "{shown}");
        }
        assert!(problem.help.is_some() && problem.pointer.as_deref().is_none_or(|p| p.is_empty() || p.starts_with('/')));
        let Some(span) = &problem.span else {
            assert!(matches!(problem.code, Code::TooLarge | Code::NotUtf8 | Code::MoreProblems), "{problem:?}");
            continue;
        };
        assert!(span.bytes.start <= span.bytes.end && span.bytes.end <= bytes.len(), "{problem:?}");
        let before = std::str::from_utf8(&bytes[..span.bytes.start]).unwrap();
        // One mark is none of the text; a second one is a character in it.
        let before = before.strip_prefix('\u{feff}').unwrap_or(before);
        let line_start = before.rfind('\n').map_or(0, |end| end + 1);
        assert_eq!(span.line, before.matches('\n').count() + 1);
        assert_eq!(span.column, before[line_start..].chars().count() + 1);
    }
}
