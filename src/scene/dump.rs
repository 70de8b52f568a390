//! A stable text form of a scene, for goldens: one line a node, two decimals of a millimetre.

use std::fmt::Write;

use super::walk::{Step, walk};
use super::{Image, ImageData, Missing, Mm, Path, Point, Scene, Segment, TextRun};

/// The scene as text: pages, groups with their roles, runs with place, size, face and text, paths with their corners.
#[must_use]
pub fn dump(scene: &Scene) -> String {
    let mut out = String::new();
    for (number, page) in scene.pages.iter().enumerate() {
        line(&mut out, 0, &format!("page {} {} × {}", number + 1, mm(page.size.width), mm(page.size.height)));
        let mut depth = 1;
        walk(&page.nodes, &mut |step| match step {
            Step::Open(group) => {
                let label = group.label.as_ref().map_or(String::new(), |label| format!(" {label:?}"));
                let frame = group.frame.map_or(String::new(), |frame| {
                    format!(" [{} {} {} × {}]", mm(frame.x), mm(frame.y), mm(frame.width), mm(frame.height))
                });
                let told = group.description.as_ref().map_or(String::new(), |told| format!(" told {told:?}"));
                let language = group.language.as_ref().map_or(String::new(), |language| format!(" in {language}"));
                line(&mut out, depth, &format!("{:?}{frame}{label}{told}{language}", group.role));
                depth += 1;
            }
            Step::OpenLink(link) => {
                line(&mut out, depth, &format!("Link {:?}", link.target));
                depth += 1;
            }
            Step::Close(_) | Step::CloseLink(_) => depth -= 1,
            Step::Text(run) => line(&mut out, depth, &text(run)),
            Step::Missing(shown) => line(&mut out, depth, &missing(shown)),
            Step::Path(shape) => line(&mut out, depth, &path(shape)),
            Step::Image(shown) => line(&mut out, depth, &image(shown)),
        });
        if let Some(around) = &page.around {
            line(&mut out, 1, &format!("around {} bleed {}", mm(around.width), mm(around.bleed)));
            around.marks.iter().for_each(|mark| line(&mut out, 2, &path(mark)));
        }
    }
    out
}

fn line(out: &mut String, depth: usize, content: &str) {
    let _ = writeln!(out, "{:indent$}{content}", "", indent = depth * 2);
}

fn mm(length: Mm) -> String {
    // Adding zero turns −0.00 into 0.00.
    format!("{:.2}", (length.0 * 100.0).round() / 100.0 + 0.0)
}

fn place(point: Point) -> String {
    format!("{},{}", mm(point.x), mm(point.y))
}

fn text(run: &TextRun) -> String {
    let kind = match run.kind {
        super::RunKind::Spelled => "",
        super::RunKind::Hyphen => " hyphen",
        super::RunKind::Ornament => " ornament",
    };
    let direction = if run.rtl { " rtl" } else { "" };
    format!(
        "text {} {:.2}pt face{} {}{kind}{direction} {:?}",
        place(run.origin),
        run.size.0,
        run.face.index(),
        run.color.hex(),
        run.text
    )
}

fn missing(missing: &Missing) -> String {
    let codes = missing.frames.iter().map(|frame| format!("{}{}", frame.upper.text, frame.lower.text));
    format!(
        "missing {} {:.2}pt {}{} {:?} {}",
        place(missing.origin),
        missing.size.0,
        missing.color.hex(),
        if missing.rtl { " rtl" } else { "" },
        missing.text,
        codes.collect::<Vec<_>>().join(" ")
    )
}

fn image(image: &Image) -> String {
    let frame = image.frame;
    let data = match &image.data {
        ImageData::Raster(raster) => format!("{} × {} pixels", raster.width, raster.height),
        ImageData::Jpeg(jpeg) => {
            format!("{} × {} pixels, JPEG of {} bytes, {:?}", jpeg.width, jpeg.height, jpeg.bytes.len(), jpeg.orientation)
        }
        ImageData::Drawing(drawing) => format!("drawing of {} shapes", drawing.shapes.len()),
    };
    let place = [frame.x, frame.y, frame.width, frame.height].map(mm);
    let [x, y, width, height] = &place;
    format!("image {x} {y} {width} × {height} ({data}) {:?}", image.description)
}

fn path(path: &Path) -> String {
    let mut out = String::from("path");
    if let Some(fill) = path.fill {
        let _ = write!(out, " fill {}", fill.hex());
    }
    if let Some(stroke) = &path.stroke {
        let _ = write!(out, " stroke {} {}", stroke.color.hex(), mm(stroke.width));
        for dash in &stroke.dashes {
            let _ = write!(out, " dash {}", mm(*dash));
        }
    }
    for segment in &path.segments {
        let _ = match segment {
            Segment::Move(to) => write!(out, " M{}", place(*to)),
            Segment::Line(to) => write!(out, " L{}", place(*to)),
            Segment::Curve(a, b, to) => write!(out, " C{} {} {}", place(*a), place(*b), place(*to)),
            Segment::Close => write!(out, " Z"),
        };
    }
    out
}
