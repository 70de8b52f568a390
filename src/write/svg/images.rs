//! Pictures as SVG elements: pixels and JPEG files as data, drawings as paths. Nothing refers to another file. A picture that stands
//! on a page several times is written once, among the definitions.

use std::collections::BTreeMap;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::element::Element;
use super::nodes::{element, path_data};
use super::number::number;
use crate::scene::fingerprint;
use crate::scene::walk::{Step, walk};
use crate::scene::{Cap, Color, Drawing, FillRule, Image, ImageData, Join, Mm, Orientation, Page, Pen, Rect, Shape, ShapePaint};
use crate::write::pixels::png;
use crate::write::{Problem, WriteError};

/// Bytes that all pictures take in all pages: 192 MiB. A page is a file, so that what stands on many pages is written often.
const MOST_BYTES: usize = 192 << 20;

/// What stands around a number in the place of a picture's data until a page is done: no text of a page has it, since XML cannot.
const MARK: char = '\u{1}';

/// The pictures of a document.
#[derive(Default)]
pub(super) struct Pictures {
    /// Pixels as PNG files, by the address of their picture. Only looked up.
    files: BTreeMap<usize, Vec<u8>>,
    /// The pictures that stand several times on the page at hand: their ids, by their addresses. Only looked up.
    several: BTreeMap<usize, String>,
    /// Bytes of pictures in all pages so far.
    written: usize,
}

impl Pictures {
    /// Begins a page: its definitions, where a picture stands on it several times.
    pub fn definitions(&mut self, page: &Page) -> Option<Element> {
        let mut images: Vec<(&ImageData, usize)> = Vec::new();
        let mut places = BTreeMap::new();
        walk(&page.nodes, &mut |step| {
            if let Step::Image(image) = step {
                let place = *places.entry(image.data.address()).or_insert(images.len());
                match images.get_mut(place) {
                    Some((_, count)) => *count += 1,
                    None => images.push((&image.data, 1)),
                }
            }
        });
        self.several.clear();
        let several = images.iter().filter(|(_, count)| *count > 1);
        let mut definitions = Element::new("defs");
        for (number, (data, _)) in several.enumerate() {
            let mut definition = match data {
                ImageData::Raster(_) | ImageData::Jpeg(_) => {
                    let mut image = file(data);
                    image.assign("width", "1");
                    image.assign("height", "1");
                    image
                }
                ImageData::Drawing(drawing) => shapes("symbol", drawing),
            };
            let id = id(number, data, &definition);
            definition.assign("id", id.as_str());
            self.several.insert(data.address(), id);
            definitions.append(definition);
        }
        (!self.several.is_empty()).then_some(definitions)
    }

    /// The picture as one element; `description` is what XML can hold of the picture's own.
    pub fn image(&self, image: &Image, description: String) -> Element {
        let mut element = match self.several.get(&image.data.address()) {
            Some(id) => shown_again(image, id),
            None => shown_once(image),
        };
        element.assign("role", "img");
        element.assign("aria-label", description);
        element
    }

    /// The page as bytes, with the data of its pictures. They are put in last: as attributes they would be in memory several times.
    ///
    /// # Errors
    /// When all pages together would have more bytes of pictures than the limit.
    pub fn fill(&mut self, text: &str, page: &Page) -> Result<Vec<u8>, WriteError> {
        let mut by_number = BTreeMap::new();
        walk(&page.nodes, &mut |step| {
            if let Step::Image(image) = step {
                let address = image.data.address();
                if let ImageData::Raster(raster) = &image.data {
                    self.files.entry(address).or_insert_with(|| png(raster));
                }
                by_number.insert(address, &image.data);
            }
        });
        let data = |address: &str| -> &[u8] {
            let address = address.parse().unwrap_or(0);
            match by_number.get(&address) {
                Some(ImageData::Jpeg(jpeg)) => &jpeg.bytes,
                Some(ImageData::Raster(_)) => self.files.get(&address).map(Vec::as_slice).unwrap_or_default(),
                Some(ImageData::Drawing(_)) | None => &[],
            }
        };
        // Every second piece is the name of a picture.
        let pieces: Vec<(usize, &str)> = text.split(MARK).enumerate().collect();
        let encoded = |bytes: &[u8]| bytes.len().div_ceil(3) * 4;
        let size = |(index, piece): &(usize, &str)| if index % 2 == 0 { piece.len() } else { encoded(data(piece)) };
        self.written += pieces.iter().filter(|(index, _)| index % 2 == 1).map(size).sum::<usize>();
        if self.written > MOST_BYTES {
            return Err(WriteError::new(super::FORMAT.name, Problem::Pictures { most: MOST_BYTES }));
        }
        let mut out = String::with_capacity(pieces.iter().map(size).sum::<usize>() + 1);
        for (index, piece) in pieces {
            if index % 2 == 0 {
                out.push_str(piece);
            } else {
                STANDARD.encode_string(data(piece), &mut out);
            }
        }
        out.push('\n');
        Ok(out.into_bytes())
    }
}

/// The id of a picture. It says what is in it: another page of the same web page means the same by it, or has another.
fn id(number: usize, data: &ImageData, definition: &Element) -> String {
    let content = match data {
        ImageData::Raster(raster) => fingerprint([&raster.width.to_le_bytes()[..], &raster.rgba]),
        ImageData::Jpeg(jpeg) => fingerprint([jpeg.bytes.as_slice()]),
        ImageData::Drawing(_) => fingerprint([definition.written().as_bytes()]),
    };
    format!("picture-{}-{:08x}", number + 1, content >> 96)
}

fn shown_once(image: &Image) -> Element {
    match &image.data {
        ImageData::Raster(_) | ImageData::Jpeg(_) => {
            let mut element = file(&image.data);
            match orientation(&image.data) {
                Orientation::Upright => place(&mut element, image.frame),
                turned => {
                    element.assign("width", "1");
                    element.assign("height", "1");
                    element.assign("transform", stretched(image.frame, turned));
                }
            }
            element
        }
        ImageData::Drawing(drawing) => {
            let mut sheet = shapes("svg", drawing);
            place(&mut sheet, image.frame);
            sheet
        }
    }
}

/// A reference to the definition of a picture. Programs that are older than SVG 2 know it by the name with a prefix.
fn shown_again(image: &Image, id: &str) -> Element {
    let mut shown = Element::new("use");
    for name in ["href", "xlink:href"] {
        shown.assign(name, format!("#{id}"));
    }
    match &image.data {
        ImageData::Raster(_) | ImageData::Jpeg(_) => {
            shown.assign("transform", stretched(image.frame, orientation(&image.data)));
        }
        ImageData::Drawing(_) => place(&mut shown, image.frame),
    }
    shown
}

fn orientation(data: &ImageData) -> Orientation {
    match data {
        ImageData::Jpeg(jpeg) => jpeg.orientation,
        ImageData::Raster(_) | ImageData::Drawing(_) => Orientation::Upright,
    }
}

/// A picture file without a place; its data is still to be put in.
fn file(data: &ImageData) -> Element {
    let media_type = match data {
        ImageData::Jpeg(_) => "image/jpeg",
        ImageData::Raster(_) | ImageData::Drawing(_) => "image/png",
    };
    let mut image = Element::new("image");
    image.assign("preserveAspectRatio", "none");
    // The name that all programs know: data is long, and is not said twice.
    image.assign("xlink:href", format!("data:{media_type};base64,{MARK}{}{MARK}", data.address()));
    image
}

/// The unit square, turned and then stretched over a frame.
fn stretched(frame: Rect, orientation: Orientation) -> String {
    let [a, b, c, d, e, f] = orientation.matrix();
    let (x, y, width, height) = (frame.x.0, frame.y.0, frame.width.0, frame.height.0);
    let matrix = [width * a, height * b, width * c, height * d, x + width * e, y + height * f].map(number);
    format!("matrix({})", matrix.join(" "))
}

fn place(element: &mut Element, frame: Rect) {
    for (name, length) in [("x", frame.x), ("y", frame.y), ("width", frame.width), ("height", frame.height)] {
        element.assign(name, number(length.0));
    }
}

/// A drawing as a document of its own within the page, or a definition of one, which cuts off what lies beyond its sheet.
fn shapes(name: &'static str, drawing: &Drawing) -> Element {
    let mut sheet = Element::new(name);
    sheet.assign("viewBox", format!("0 0 {} {}", number(drawing.width), number(drawing.height)));
    sheet.assign("preserveAspectRatio", "none");
    sheet.assign("overflow", "hidden");
    for shape in &drawing.shapes {
        sheet.append(path(shape));
    }
    sheet
}

fn path(shape: &Shape) -> Element {
    let mut path = element("path", [("d", path_data(&shape.segments))]);
    match &shape.paint {
        ShapePaint::Fill(color, rule) => {
            if *color != Color::BLACK {
                path.assign("fill", color.hex());
            }
            if *rule == FillRule::EvenOdd {
                path.assign("fill-rule", "evenodd");
            }
        }
        ShapePaint::Stroke(pen) => stroke(pen, &mut path),
    }
    path
}

/// What a renderer takes for granted is left out: butt ends, mitred corners of four line widths.
fn stroke(pen: &Pen, path: &mut Element) {
    path.assign("fill", "none");
    path.assign("stroke", pen.color.hex());
    path.assign("stroke-width", number(pen.width.0));
    match pen.cap {
        Cap::Butt => {}
        Cap::Round => path.assign("stroke-linecap", "round"),
        Cap::Square => path.assign("stroke-linecap", "square"),
    }
    match pen.join {
        Join::Miter(limit) => path.assign("stroke-miterlimit", number(limit)),
        Join::Round => path.assign("stroke-linejoin", "round"),
        Join::Bevel => path.assign("stroke-linejoin", "bevel"),
    }
    if !pen.dashes.is_empty() {
        let dashes: Vec<_> = pen.dashes.iter().map(|dash| number(dash.0)).collect();
        path.assign("stroke-dasharray", dashes.join(" "));
    }
    if pen.dash_offset != Mm::ZERO {
        path.assign("stroke-dashoffset", number(pen.dash_offset.0));
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::scene::{Raster, Size};

    /// The ids that a page defines of pictures that stand on it twice.
    fn ids(grey: u8) -> Vec<String> {
        let raster = Arc::new(Raster { width: 1, height: 2, rgba: vec![grey; 8] });
        let frame = Rect::new(Mm(1.0), Mm(1.0), Mm(2.0), Mm(4.0));
        let image = || Image { frame, data: ImageData::Raster(Arc::clone(&raster)), description: String::new() };
        let nodes = vec![crate::scene::Node::Image(image()), crate::scene::Node::Image(image())];
        let page = Page::new(Size { width: Mm(9.0), height: Mm(9.0) }, nodes);
        let mut pictures = Pictures::default();
        pictures.definitions(&page).expect("a picture that stands on the page twice");
        pictures.several.into_values().collect()
    }

    #[test]
    fn two_pages_in_a_web_page_define_no_two_pictures_by_one_id() {
        assert_eq!(ids(1), ids(1));
        assert_ne!(ids(1), ids(2));
    }
}
