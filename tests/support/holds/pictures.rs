//! Pictures: what holds of any file that is shown as one.

use klantreis::meta::{Meta, Timestamp};
use klantreis::picture::{decode, limits};
use klantreis::scene::{Image, ImageData, Mm, Node, Page, Rect, Scene, Size};
use klantreis::text::Fonts;
use klantreis::write::svg::TextMode;

use super::{drawing, remarks};

/// Frames that a picture is shown in: one as layouts have them, one that is hardly there, one that is long.
const FRAMES: [(f64, f64); 3] = [(30.0, 20.0), (0.5, 0.5), (60.0, 2.0)];

/// Decodes a picture and writes it in frames of several sizes.
pub fn picture(bytes: &[u8]) {
    let artwork = match decode(bytes) {
        Ok(artwork) => artwork,
        Err(error) => return remarks::hold("", &[error.diagnostic("a.png")]),
    };
    let (width, height) = artwork.size();
    assert!(width.is_finite() && height.is_finite() && width > 0.0 && height > 0.0, "{width} × {height}");
    let size = Size { width: Mm(60.0), height: Mm(60.0) };
    let shown = FRAMES.map(|(width, height)| {
        let data = artwork.data(Size { width: Mm(width), height: Mm(height) });
        data_holds(&data);
        let frame = Rect::new(Mm(0.0), Mm(0.0), Mm(width), Mm(height));
        Node::Image(Image { frame, data, description: "een plaatje".into() })
    });
    let scene = Scene { meta: meta(), pages: vec![Page::new(size, shown.into())] };
    drawing::written(&scene, &Fonts::bundled(), &[TextMode::Live]);
}

/// Checks that what is shown is what it says, within the limits.
fn data_holds(data: &ImageData) {
    match data {
        ImageData::Raster(raster) => {
            assert!(raster.width > 0 && raster.height > 0);
            assert_eq!(raster.rgba.len() as u64, u64::from(raster.width) * u64::from(raster.height) * 4);
        }
        ImageData::Jpeg(jpeg) => {
            assert!(
                jpeg.width > 0 && jpeg.height > 0 && jpeg.bytes.starts_with(b"\xff\xd8") && jpeg.bytes.ends_with(b"\xff\xd9")
            );
        }
        ImageData::Drawing(drawing) => {
            let segments: usize = drawing.shapes.iter().map(|shape| shape.segments.len()).sum();
            assert!(segments <= limits::SHAPE_SEGMENTS, "{segments} segments");
        }
    }
}

fn meta() -> Meta {
    Meta {
        title: "Een plaatje".into(),
        authors: Vec::new(),
        subject: String::new(),
        language: "nl".into(),
        created: Timestamp::DEFAULT,
    }
}
