//! Workbooks and tables, read back with the readers of others.

mod books;
mod records;
mod sample;
mod texts;

use klantreis::export;
use klantreis::journey::Journey;
use klantreis::layout::{Context, LAYOUTS, Laid, Layout, Make, tabular};
use klantreis::paper::Paper;
use klantreis::picture::Gallery;
use klantreis::sheet::Workbook;
use klantreis::text::{Fonts, Typesetter};
use klantreis::write::{self, Options, Write, Written};

/// The workbook of a journey with its matrix alone.
fn matrix(journey: &Journey, blank: bool) -> Laid<Workbook> {
    sheets(journey, &[&tabular::matrix::LAYOUT], blank)
}

/// The workbook of a journey with all that there is of it.
fn book(journey: &Journey) -> Laid<Workbook> {
    let shown = LAYOUTS.iter().copied().filter(|layout| match layout.make {
        Make::Tabular(tabular) => tabular.in_book && (layout.shows)(journey),
        Make::Drawn(_) => false,
    });
    sheets(journey, &shown.collect::<Vec<_>>(), false)
}

fn sheets(journey: &Journey, layouts: &[&Layout], blank: bool) -> Laid<Workbook> {
    thread_local!(static TEXT: Typesetter = Typesetter::new(Fonts::bundled()));
    let paper = Paper::default();
    let meta = export::meta(journey, None);
    TEXT.with(|text| {
        let context = Context {
            meta: &meta,
            text,
            pictures: Gallery::EMPTY,
            paper: &paper,
            orientation: None,
            blank,
            beside: &[],
            part: &klantreis::journey::choices::Excerpt::WHOLE,
            fit: false,
            pages: usize::MAX,
        };
        let (mut made, mut warnings) = (Vec::new(), Vec::new());
        for layout in layouts {
            let Make::Tabular(tabular) = layout.make else { panic!("a tabular layout") };
            let laid = (tabular.fill)(journey, &context);
            made.push(laid.made);
            warnings.extend(laid.warnings);
        }
        Laid { made: tabular::book(journey, &context, made), warnings }
    })
}

fn xlsx(workbook: &Workbook) -> Vec<u8> {
    let Write::Book(write) = write::xlsx::FORMAT.write else { panic!("a format of workbooks") };
    the_file(write(workbook, &Options::default()).unwrap())
}

fn csv(workbook: &Workbook, csv_dialect: write::csv::Dialect) -> Vec<u8> {
    let Write::Table(write) = write::csv::FORMAT.write else { panic!("a format of tables") };
    the_file(write(&workbook.sheets[0], &Options { csv_dialect, ..Options::default() }).unwrap())
}

fn the_file(mut written: Written) -> Vec<u8> {
    assert_eq!(written.parts.len(), 1);
    written.parts.remove(0).bytes
}
