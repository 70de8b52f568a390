//! How the parts of a journey stand in tables: the words that label them, and an item as a line of text. Layouts write by it and
//! readers read by it, so that what was written is known again.

pub mod authors;
pub mod days;
pub mod hints;
pub mod labels;
pub mod line;
pub mod record;
pub mod reword;
pub mod store;
pub mod tidy;
pub mod words;

/// The name of a range by which the report of a check is told from a hand-in: it is in every report, and in no workbook of a journey.
pub const REPORT_MARK: &str = "klantreis.report";

/// What the logo of a theme, in the first cell of a sheet, is described by.
pub const LOGO: &str = "logo";
/// By which the report of a check is known as a page: it stands near its beginning.
pub const REPORT_PAGE: &str = "<meta name=\"generator\" content=\"klantreis check\"/>";
/// And as JSON: its first field.
pub const REPORT_FIELD: &str = "\"klantreis_report\":";
