//! Workbooks and tables: what their readers promise.

use klantreis::read::{Options, read};

use super::{documents, package, remarks, stream};

/// Reads a file with that extension.
pub fn file(extension: &str, bytes: &[u8]) {
    let (text, reading) = read(Some(extension), bytes, &Options::default());
    match reading {
        Ok(reading) => {
            remarks::hold(&text, &reading.remarks);
            documents::comes_back(&reading.journey);
        }
        Err(problems) => {
            assert!(!problems.is_empty(), "nothing is said of a file that is no journey");
            remarks::hold(&text, &problems);
        }
    }
}

/// A workbook of Excel: a whole file, or the parts of one.
pub fn xlsx(bytes: &[u8]) {
    file("xlsx", &package::of(bytes, package::XLSX));
}

/// A workbook of `LibreOffice`: a whole file, or the parts of one.
pub fn ods(bytes: &[u8]) {
    file("ods", &package::of(bytes, package::ODS));
}

/// A workbook of Excel 97 to 2003: a whole file, or the records of one.
pub fn xls(bytes: &[u8]) {
    file("xls", &stream::of(bytes));
}

/// A table of text.
pub fn csv(bytes: &[u8]) {
    file("csv", bytes);
}

/// A text in Markdown.
pub fn markdown(bytes: &[u8]) {
    file("md", bytes);
}

/// A diagram of Mermaid.
pub fn mermaid(bytes: &[u8]) {
    file("mmd", bytes);
}

/// A journey in YAML.
pub fn yaml(bytes: &[u8]) {
    file("yaml", bytes);
}

/// A journey in the Open Journey Format.
pub fn ojf(bytes: &[u8]) {
    file("ojf", bytes);
}
