//! Remarks: what holds of whatever is said of an input.

use klantreis::diagnostic::{Diagnostic, MessageFormat, Source, render};

/// How many remarks are shown: each is shown alike, and a broken table may have thousands.
const SHOWN: usize = 20;

/// Checks that each remark says something and what to do about it, lies in the text, and can be shown in every format.
pub fn hold(text: &str, remarks: &[Diagnostic]) {
    for remark in remarks {
        assert!(!remark.message.is_empty() && remark.help.as_ref().is_some_and(|help| !help.is_empty()), "{remark:?}");
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
