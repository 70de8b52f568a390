//! What the drawn writers share: the check of a scene before a byte is written, the clusters of a run, targets of links.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::ops::Bound;

use super::{Flaw, Problem, WriteError};
use crate::scene::walk::{Step, walk};
use crate::scene::{Glyph, ImageData, Join, Missing, Path, Point, Rect, Scene, Segment, Shape, ShapePaint, TextRun};
use crate::text::Fonts;
use crate::uri::leads_out;

/// Millimetres. No page is larger than a kilometre; greater numbers are slips, and `f32` would hold them badly.
const LIMIT: f64 = 1e6;

/// Checks all that a writer relies on, so that writing itself cannot fail: at least one page with an area; every number finite
/// and below a kilometre; every face known; every picture as many bytes as its size says.
pub(super) fn check(format: &'static str, scene: &Scene, fonts: &Fonts) -> Result<(), WriteError> {
    find_problem(scene, fonts).map_or(Ok(()), |problem| Err(WriteError::new(format, problem)))
}

fn find_problem(scene: &Scene, fonts: &Fonts) -> Option<Problem> {
    if scene.pages.is_empty() {
        return Some(Problem::NoPages);
    }
    for (index, page) in scene.pages.iter().enumerate() {
        let (width, height) = (page.size.width.0, page.size.height.0);
        let around = page.around.as_ref().map_or([0.0; 2], |around| [around.width.0, around.bleed.0]);
        if !(sound(&[width, height])
            && width > 0.0
            && height > 0.0
            && sound(&around)
            && around[0] >= around[1]
            && around[1] >= 0.0)
        {
            return Some(Problem::Page { number: index + 1, flaw: Flaw::Size(page.size) });
        }
        let mut found = page.marks().find_map(|mark| flaw(Step::Path(mark), fonts));
        walk(&page.nodes, &mut |step| {
            if found.is_none() {
                found = flaw(step, fonts);
            }
        });
        if let Some(flaw) = found {
            return Some(Problem::Page { number: index + 1, flaw });
        }
    }
    None
}

fn flaw(step: Step<'_>, fonts: &Fonts) -> Option<Flaw> {
    match step {
        Step::Open(_) | Step::Close(_) | Step::CloseLink(_) => None,
        Step::OpenLink(link) => (!sound_rect(link.frame)).then(|| Flaw::Link { target: link.target.clone(), frame: link.frame }),
        Step::Text(run) => {
            if run.face.index() >= fonts.faces().len() {
                return Some(Flaw::Face { text: run.text.to_string() });
            }
            let fine = sound_point(run.origin) && sound(&[run.size.0]) && run.size.0 > 0.0;
            (!fine).then(|| Flaw::Text { text: run.text.to_string(), origin: run.origin, size: run.size })
        }
        Step::Missing(missing) => missing_flaw(missing, fonts),
        Step::Path(path) => (!sound_path(path)).then(|| Flaw::Path(Box::new(path.clone()))),
        Step::Image(image) => {
            let fine = sound_rect(image.frame) && sound_data(&image.data);
            (!fine).then(|| Flaw::Picture { description: image.description.clone() })
        }
    }
}

fn missing_flaw(missing: &Missing, fonts: &Fonts) -> Option<Flaw> {
    let mut digits = missing.frames.iter().flat_map(|frame| [&frame.upper, &frame.lower]);
    if digits.any(|digits| digits.face.index() >= fonts.faces().len() || !sound(&[digits.left, digits.rise])) {
        return Some(Flaw::Face { text: missing.text.to_string() });
    }
    let fine = sound_point(missing.origin) && sound(&[missing.size.0, missing.frames.len() as f64]) && missing.size.0 > 0.0;
    (!fine).then(|| Flaw::Text { text: missing.text.to_string(), origin: missing.origin, size: missing.size })
}

fn sound(numbers: &[f64]) -> bool {
    numbers.iter().all(|number| number.abs() <= LIMIT)
}

fn sound_point(point: Point) -> bool {
    sound(&[point.x.0, point.y.0])
}

fn sound_rect(rect: Rect) -> bool {
    sound(&[rect.x.0, rect.y.0, rect.width.0, rect.height.0])
}

fn sound_segments(segments: &[Segment]) -> bool {
    segments.iter().all(|segment| match segment {
        Segment::Move(to) | Segment::Line(to) => sound_point(*to),
        Segment::Curve(a, b, to) => [a, b, to].into_iter().all(|point| sound_point(*point)),
        Segment::Close => true,
    })
}

fn sound_data(data: &ImageData) -> bool {
    match data {
        ImageData::Raster(raster) => {
            let bytes = u64::from(raster.width) * u64::from(raster.height) * 4;
            bytes > 0 && u64::try_from(raster.rgba.len()) == Ok(bytes)
        }
        ImageData::Jpeg(jpeg) => jpeg.width > 0 && jpeg.height > 0 && jpeg.bytes.starts_with(&[0xFF, 0xD8, 0xFF]),
        ImageData::Drawing(drawing) => {
            let sheet = [drawing.width, drawing.height];
            sound(&sheet) && sheet.iter().all(|side| *side > 0.0) && drawing.shapes.iter().all(sound_shape)
        }
    }
}

fn sound_shape(shape: &Shape) -> bool {
    let paint = match &shape.paint {
        ShapePaint::Fill(..) => true,
        ShapePaint::Stroke(pen) => {
            let mut lengths = [pen.width.0].into_iter().chain(pen.dashes.iter().map(|dash| dash.0));
            let drawn = pen.dashes.is_empty() || pen.dashes.iter().any(|dash| dash.0 > 0.0);
            let pointed = if let Join::Miter(limit) = pen.join { (1.0..=LIMIT).contains(&limit) } else { true };
            lengths.all(|length| (0.0..=LIMIT).contains(&length)) && drawn && pointed && sound(&[pen.dash_offset.0])
        }
    };
    paint && sound_segments(&shape.segments)
}

fn sound_path(path: &Path) -> bool {
    let stroke = path.stroke.as_ref().is_none_or(|stroke| {
        let dashes: Vec<f64> = stroke.dashes.iter().map(|dash| dash.0).collect();
        sound(&[stroke.width.0]) && stroke.width.0 >= 0.0 && sound(&dashes) && dashes.iter().all(|dash| *dash >= 0.0)
    });
    stroke && sound_segments(&path.segments)
}

/// The glyphs that draw one piece of text together, such as a ligature or a letter with its marks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Cluster<'r> {
    /// The piece of the run's text. Text that no glyph draws belongs to the cluster before it.
    pub(super) text: &'r str,
    /// At least one, from left to right.
    pub(super) glyphs: &'r [Glyph],
    /// From the run's origin to the pen position of the first glyph, in font units.
    pub(super) pen: i64,
}

/// The clusters of a run from left to right. Their texts, put together in logical order, are the whole text of the run.
pub(super) fn clusters(run: &TextRun) -> Vec<Cluster<'_>> {
    let mut pieces: Vec<(u32, Cluster<'_>)> = Vec::new();
    let mut pen = 0;
    for glyphs in run.glyphs.chunk_by(|a, b| a.cluster == b.cluster) {
        pieces.push((glyphs[0].cluster.start, Cluster { text: "", glyphs, pen }));
        pen += glyphs.iter().map(|glyph| i64::from(glyph.advance)).sum::<i64>();
    }
    let starts: BTreeSet<u32> = pieces.iter().map(|(start, _)| *start).collect();
    let first = starts.first().copied();
    let mut told = BTreeSet::new();
    for (start, cluster) in &mut pieces {
        // A cluster torn in two by the shaper says its text once.
        if !told.insert(*start) {
            continue;
        }
        let from = if Some(*start) == first { 0 } else { *start as usize };
        let to = starts.range((Bound::Excluded(*start), Bound::Unbounded)).next().map_or(run.text.len(), |next| *next as usize);
        cluster.text = run.text.get(from..to).unwrap_or_default();
    }
    pieces.into_iter().map(|(_, cluster)| cluster).collect()
}

/// The target as both formats can hold it, in ASCII; `None` for schemes that could run something.
pub(super) fn link_target(target: &str) -> Option<String> {
    if !leads_out(target) {
        return None;
    }
    let mut out = String::with_capacity(target.len());
    for byte in target.bytes() {
        match byte {
            b'!' | b'#'..=b';' | b'=' | b'?'..=b'[' | b']' | b'_' | b'a'..=b'z' | b'~' => out.push(char::from(byte)),
            _ => {
                let _ = write!(out, "%{byte:02X}");
            }
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::scene::{Color, Pt, RunKind};
    use crate::text::{Cut, Fonts};

    fn run(text: &str, rtl: bool, spans: &[(i32, std::ops::Range<u32>)]) -> TextRun {
        let glyph = |(advance, cluster): &(i32, std::ops::Range<u32>)| Glyph {
            id: 1,
            advance: *advance,
            dx: 0,
            dy: 0,
            cluster: cluster.clone(),
        };
        let face = Fonts::bundled().candidates(Cut::Regular).next().unwrap();
        TextRun {
            origin: Point::default(),
            size: Pt(10.0),
            face,
            color: Color::BLACK,
            glyphs: spans.iter().map(glyph).collect(),
            text: Arc::from(text),
            rtl,
            kind: RunKind::Spelled,
        }
    }

    #[test]
    fn clusters_say_the_whole_text_once() {
        let ligature = run("affix ", false, &[(5, 0..1), (9, 1..4), (4, 4..5)]);
        let found: Vec<_> = clusters(&ligature).iter().map(|cluster| (cluster.text, cluster.pen)).collect();
        assert_eq!(found, [("a", 0), ("ffi", 5), ("x ", 14)], "the space that no glyph draws belongs to the last");
        let right = run("שלום", true, &[(1, 6..8), (1, 4..6), (0, 2..4), (1, 2..4), (1, 0..2)]);
        let found: Vec<_> = clusters(&right).iter().rev().map(|cluster| cluster.text).collect();
        assert_eq!(found.concat(), "שלום");
        assert_eq!(clusters(&right)[2].glyphs.len(), 2);
    }

    #[test]
    fn clusters_of_broken_ranges_do_not_panic() {
        let broken = run("é", false, &[(1, 1..2), (1, 9..9), (1, u32::MAX..u32::MAX), (1, 1..2)]);
        assert_eq!(clusters(&broken).len(), 4);
        assert!(clusters(&run("", false, &[])).is_empty());
    }

    #[test]
    fn targets_are_ascii_and_harmless() {
        assert_eq!(link_target("https://a.nl/é?q=\"1\"&x=(2)").as_deref(), Some("https://a.nl/%C3%A9?q=%221%22&x=(2)"));
        assert_eq!(link_target("HTTP://A.NL").as_deref(), Some("HTTP://A.NL"));
        assert_eq!(link_target("tel:+31(0)20-12 34").as_deref(), Some("tel:+31(0)20-12%2034"));
        for target in ["javascript:alert(1)", "data:text/html,x", "file:///", "a.nl", ""] {
            assert_eq!(link_target(target), None, "{target}");
        }
    }
}
