//! Work grows with the text: counted, not timed. What the counts are of stands in `klantreis::text::Work`.

use klantreis::export::meta;
use klantreis::journey::Journey;
use klantreis::layout::{Context, Draw, LAYOUTS, Layout, Make};
use klantreis::paper::Paper;
use klantreis::picture::Gallery;
use klantreis::text::{Fonts, Typesetter, Work};

use crate::support::growth::{KINDS, Kind};

/// What a poster of a journey costs in each drawn layout, by its name.
fn works(kind: &Kind, count: usize) -> Vec<(&'static str, Work)> {
    let journey = read(&(kind.document)(count));
    drawn().map(|(layout, draw)| (layout.name, work(&journey, draw))).collect()
}

fn drawn() -> impl Iterator<Item = (&'static Layout<'static>, Draw<'static>)> {
    LAYOUTS.iter().filter_map(|layout| match layout.make {
        Make::Drawn(draw) => Some((*layout, draw)),
        Make::Tabular(_) => None,
    })
}

/// How often a layout that has nothing to show of a journey sets the labels of its template at the most, whatever the journey says: at every
/// size that is tried, on the paper and on each larger one (on which do sticky notes have room?). Nothing where it has something to show.
fn labels(kind: &Kind) -> Vec<u64> {
    let paper = Paper::default();
    let larger = paper.growing().filter(|other| other.size.width > paper.size.width);
    let papers = 1 + larger.count() as u64;
    let (journey, empty) =
        (read(&(kind.document)(1)), read(r#"{ "klantreis": 1, "title": "t", "language": "nl", "phases": [{ "title": "P" }] }"#));
    let labels =
        |(layout, draw): (&Layout, Draw)| if (layout.shows)(&journey) { 0 } else { work(&empty, draw).settings * papers };
    drawn().map(labels).collect()
}

fn read(document: &str) -> Journey {
    klantreis::read::json(document).unwrap_or_else(|problems| panic!("{document:.100}: {problems:?}"))
}

/// What a poster of a journey costs.
fn work(journey: &Journey, draw: Draw) -> Work {
    let (text, paper) = (Typesetter::new(Fonts::bundled()), Paper::default());
    let meta = meta(journey, None);
    let context = Context {
        meta: &meta,
        text: &text,
        pictures: Gallery::EMPTY,
        paper: &paper,
        orientation: None,
        blank: false,
        beside: &[],
        part: &klantreis::journey::choices::Excerpt::WHOLE,
        fit: false,
        pages: usize::MAX,
    };
    draw(journey, &context);
    text.work()
}

/// The counts by name.
fn counts(work: Work) -> [(&'static str, u64); 5] {
    [
        ("settings", work.settings),
        ("lines", work.lines),
        ("shapings", work.shapings),
        ("shaped bytes", work.shaped_bytes),
        ("weighed", work.weighed),
    ]
}

/// What a byte of a journey may cost at the most, however long the journey is. A score is two bytes, and its cell is set at every size.
const MOST: [(&str, u64); 5] = [("settings", 20), ("lines", 20), ("shapings", 2), ("shaped bytes", 12), ("weighed", 150)];

#[test]
fn a_byte_costs_no_more_in_a_long_journey_than_in_a_short_one() {
    let mut dear = Vec::new();
    for kind in KINDS {
        for count in [kind.unit, kind.unit * 8] {
            let bytes = (kind.document)(count).len() as u64;
            // Work grows by leaps (where one page is not enough, the other orientation and larger papers are tried as well), so that it
            // is held to the bytes, at two sizes: what grew with their square would cost eight times as much a byte at the second.
            for (layout, work) in works(kind, count) {
                for ((name, work), (_, most)) in counts(work).into_iter().zip(MOST) {
                    let said = || format!("{} as {layout}: {work} {name} for {bytes} bytes", kind.name);
                    dear.extend((work > most * bytes + 1000).then(said));
                }
            }
        }
    }
    assert!(dear.is_empty(), "{}", dear.join("\n"));
}

#[test]
fn a_text_is_set_a_bounded_number_of_times() {
    for kind in KINDS.iter().filter(|kind| kind.name.starts_with("item of") || kind.name.starts_with("title")) {
        for ((layout, work), labels) in works(kind, kind.unit).into_iter().zip(labels(kind)) {
            assert!(work.settings <= 200 + labels, "{} as {layout}: {} settings, {labels} of labels", kind.name, work.settings);
        }
    }
}

#[test]
fn a_title_that_has_no_room_is_not_set_at_every_size() {
    let title = KINDS.iter().find(|kind| kind.name == "title of many words").unwrap();
    let works = works(title, title.unit).into_iter().zip(works(title, title.unit * 16));
    for (((layout, short), (_, long)), labels) in works.zip(labels(title)) {
        let most = short.settings + 100 + labels;
        assert!(long.settings <= most, "{layout}: {} settings became {}, {labels} of labels", short.settings, long.settings);
    }
}
