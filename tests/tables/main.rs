//! Workbooks and tables, read back with the readers of others.

mod books;
mod sample;
mod texts;

use klantreis::export;
use klantreis::journey::Journey;
use klantreis::layout::{Context, Laid, Make, tabular};
use klantreis::paper::Paper;
use klantreis::picture::Gallery;
use klantreis::sheet::Workbook;
use klantreis::text::{Fonts, Typesetter};
use klantreis::write::{self, Options, Write, Written};

/// The workbook of a journey.
fn matrix(journey: &Journey, blank: bool) -> Laid<Workbook> {
    thread_local!(static TEXT: Typesetter = Typesetter::new(Fonts::bundled()));
    let paper = Paper::default();
    let meta = export::meta(journey, None);
    let Make::Tabular(make) = tabular::matrix::LAYOUT.make else { panic!("a tabular layout") };
    TEXT.with(|text| {
        make(journey, &Context { meta: &meta, text, pictures: Gallery::EMPTY, paper: &paper, orientation: None, blank })
    })
}

fn written(format: &write::Format, workbook: &Workbook, options: Options) -> Written {
    let Write::Tabular(write) = format.write else { panic!("a tabular format") };
    write(workbook, &options).unwrap()
}

fn xlsx(workbook: &Workbook) -> Vec<u8> {
    let mut written = written(&write::xlsx::FORMAT, workbook, Options::default());
    assert_eq!(written.parts.len(), 1);
    written.parts.remove(0).bytes
}

fn csv(workbook: &Workbook, csv_dialect: write::csv::Dialect) -> Vec<u8> {
    let mut written = written(&write::csv::FORMAT, workbook, Options { csv_dialect, ..Options::default() });
    assert_eq!(written.parts.len(), 1);
    written.parts.remove(0).bytes
}
