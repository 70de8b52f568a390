//! How large workbooks and tables may be. Beyond these there is an error, before memory and time are spent.

/// Bytes of a file of any kind: 64 MiB. A workbook may have photographs in it.
pub const FILE_BYTES: usize = 64 << 20;
/// Bytes of all parts of a workbook that are read, unpacked.
pub(super) const UNPACKED_BYTES: u64 = 256 << 20;
/// Files in a package (ZIP).
pub(super) const PARTS: usize = 10_000;
/// Rows of a sheet, as in Excel.
pub(super) const ROWS: usize = 1_048_576;
/// Columns of a sheet, as in Excel.
pub(super) const COLUMNS: usize = 16_384;
/// Cells of a file: of each row all those up to its last one with something in it.
pub(super) const CELLS: usize = 2_000_000;
/// Rows of all sheets together, up to the last with something in it.
pub(super) const ALL_ROWS: usize = 4_000_000;
/// Bytes of text in all cells together. A workbook keeps a text once that stands in many cells.
pub(super) const TEXT_BYTES: usize = 64 << 20;
/// Bytes of text in one cell, and of one tag of XML: as a document may have.
pub(super) const CELL_BYTES: usize = 16 << 20;
/// Merged blocks of a file.
pub(super) const MERGED: usize = 5_000;
/// Sheets of a file.
pub(super) const SHEETS: usize = 500;
/// Bytes of the name of a sheet, which stands in every message about it. Excel takes 31 characters.
pub(super) const SHEET_NAME_BYTES: usize = 1_000;
/// Cells that have no place in the journey; what they hold is under the limit of documents too.
pub(super) const LEFT_OVER: usize = 250_000;
/// Formats of cells. Excel takes 65,490.
pub(super) const FORMATS: usize = 100_000;
/// Defined names of a file.
pub(super) const NAMES: usize = 10_000;
/// Records of a workbook of Excel 97 to 2003: most are a cell each.
pub(super) const RECORDS: usize = 5_000_000;
