//! Pictures as SVG elements: pixels and JPEG files as data, drawings as paths. Nothing refers to another file.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use svg::node::Node as _;
use svg::node::element::Element;

use super::nodes::{element, path_data};
use super::number::number;
use crate::scene::{
    Cap, Color, Drawing, FillRule, Image, ImageData, Join, Mm, Orientation, Pen, Raster, Rect, Shape, ShapePaint,
};

/// The picture as one element; `description` is what XML can hold of the picture's own.
pub(super) fn image(image: &Image, description: String) -> Element {
    let mut element = match &image.data {
        ImageData::Raster(raster) => pixels(image.frame, Orientation::Upright, "image/png", &png(raster)),
        ImageData::Jpeg(jpeg) => pixels(image.frame, jpeg.orientation, "image/jpeg", &jpeg.bytes),
        ImageData::Drawing(drawing) => shapes(image.frame, drawing),
    };
    element.assign("role", "img");
    element.assign("aria-label", description);
    element
}

fn pixels(frame: Rect, orientation: Orientation, media_type: &str, bytes: &[u8]) -> Element {
    let mut href = format!("data:{media_type};base64,");
    STANDARD.encode_string(bytes, &mut href);
    let mut image = Element::new("image");
    if orientation == Orientation::Upright {
        place(&mut image, frame);
    } else {
        // The unit square, turned and then stretched over the frame.
        let [a, b, c, d, e, f] = orientation.matrix();
        let (x, y, width, height) = (frame.x.0, frame.y.0, frame.width.0, frame.height.0);
        let matrix = [width * a, height * b, width * c, height * d, x + width * e, y + height * f].map(number);
        image.assign("width", 1);
        image.assign("height", 1);
        image.assign("transform", format!("matrix({})", matrix.join(" ")));
    }
    image.assign("preserveAspectRatio", "none");
    image.assign("href", href);
    image
}

fn place(element: &mut Element, frame: Rect) {
    for (name, length) in [("x", frame.x), ("y", frame.y), ("width", frame.width), ("height", frame.height)] {
        element.assign(name, number(length.0));
    }
}

/// A drawing as a document of its own within the page, which cuts off what lies beyond its sheet.
fn shapes(frame: Rect, drawing: &Drawing) -> Element {
    let mut sheet = Element::new("svg");
    place(&mut sheet, frame);
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

/// The picture as PNG. Writing to memory cannot fail once the picture's size is checked.
fn png(raster: &Raster) -> Vec<u8> {
    let opaque = raster.rgba.chunks_exact(4).all(|pixel| pixel[3] == u8::MAX);
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, raster.width, raster.height);
    encoder.set_color(if opaque { png::ColorType::Rgb } else { png::ColorType::Rgba });
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_source_srgb(png::SrgbRenderingIntent::Perceptual);
    let written = encoder.write_header().and_then(|mut writer| {
        if opaque {
            let colours: Vec<u8> = raster.rgba.chunks_exact(4).flat_map(|pixel| &pixel[..3]).copied().collect();
            writer.write_image_data(&colours)
        } else {
            writer.write_image_data(&raster.rgba)
        }
    });
    debug_assert!(written.is_ok(), "{written:?}");
    bytes
}
