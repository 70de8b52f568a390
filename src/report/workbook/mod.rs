//! The report as a workbook: an overview with a row for each hand-in, who is to be asked again, the findings one by one, and what the
//! rules mean.

mod again;
mod findings;
mod look;
mod overview;
mod rules;
mod table;

use super::{Report, title};
use crate::forms::REPORT_MARK;
use crate::layout::theme::Logo;
use crate::meta::{Meta, Timestamp};
use crate::sheet::{Range, Workbook};
use crate::tongue::say;

/// The report as a workbook.
#[must_use]
pub fn workbook(report: &Report, created: Timestamp) -> Workbook {
    let mut overview = overview::sheet(report);
    overview.names.push((REPORT_MARK.to_owned(), Range::cell(overview.active)));
    if let Some(logo) = report.theme.logo.as_ref().and_then(Logo::at_head) {
        overview = overview.headed(logo);
    }
    let mut sheets = vec![overview];
    sheets.extend(again::sheet(report));
    sheets.extend([findings::sheet(report), rules::sheet(report)]);
    Workbook {
        meta: Meta {
            title: title(report),
            authors: Vec::new(),
            subject: say!("report-subject").text(report.language).into_owned(),
            language: report.language.tag().to_owned(),
            created,
        },
        sheets,
    }
}
