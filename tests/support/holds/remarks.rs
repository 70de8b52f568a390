//! Remarks: what holds of whatever is said of an input.

use klantreis::diagnostic::{Diagnostic, MessageFormat, Severity, Source, render};

/// How many remarks are shown: each is shown alike, and a broken table may have thousands.
const SHOWN: usize = 20;

/// Checks that each remark says something and what to do about it, lies in the text, and can be shown in every format.
pub fn hold(text: &str, remarks: &[Diagnostic]) {
    for remark in remarks {
        // Where all is right there is nothing to do.
        let helps = remark.help.as_ref().map_or(remark.code.severity() == Severity::Note, |help| !help.is_empty());
        assert!(!remark.message.is_empty() && helps, "{remark:?}");
        if let Some(span) = &remark.span {
            assert!(text.get(span.bytes.clone()).is_some() && span.line > 0 && span.column > 0, "{remark:?} is not in the text");
        }
    }
    for remark in remarks.iter().take(SHOWN) {
        for (format, _) in MessageFormat::ALL {
            assert!(!render(remark, Source { name: "x", text }, format, false).is_empty(), "{remark:?}");
        }
    }
}
