//! Pictures as external objects: each is written once, however often it is shown.

use std::collections::BTreeMap;
use std::sync::Arc;

use printpdf::{DictItem, ExternalStream, ExternalXObject, XObject, XObjectId};

use super::content::{Space, real};
use super::forms::form;
use super::operators::Operators;
use crate::picture::jpeg_pixels;
use crate::scene::{Cmyk, Color, Drawing, Image, ImageData, Inks, Jpeg, Point, Raster};

type Dictionary = BTreeMap<String, DictItem>;

/// The pictures of a document.
#[derive(Default)]
pub(super) struct Pictures {
    objects: BTreeMap<XObjectId, XObject>,
    /// By the address of the data, for those that stand on several places. Only looked up.
    shown: BTreeMap<usize, XObjectId>,
    /// What colours are printed in; `None` for sRGB.
    inks: Option<Arc<Inks>>,
}

impl Pictures {
    /// None yet, to be printed so.
    pub(super) fn printed_in(inks: Option<Arc<Inks>>) -> Self {
        Self { inks, ..Self::default() }
    }

    pub(super) fn into_objects(self) -> BTreeMap<XObjectId, XObject> {
        self.objects
    }

    /// Shows a picture in its frame.
    pub(super) fn show(&mut self, image: &Image, space: &Space, ops: &mut Operators) {
        let address = image.data.address();
        let next = XObjectId(format!("I{:04}", self.objects.len()));
        let id = self.shown.entry(address).or_insert(next).clone();
        let inks = &self.inks;
        self.objects.entry(id.clone()).or_insert_with(|| object(&image.data, inks.as_ref()));
        ops.operator(&[], "q");
        ops.operator(&matrix(image, space, self.inks.is_some()), "cm");
        ops.named(&id.0, &[], "Do");
        ops.operator(&[], "Q");
    }
}

/// From the space of the object to the page: a picture of pixels fills the unit square, upwards; a drawing lies as it is, downwards.
fn matrix(image: &Image, space: &Space, upright: bool) -> [f32; 6] {
    let frame = image.frame;
    let (x, bottom) = space.point(Point { x: frame.x, y: frame.bottom() });
    let (_, top) = space.point(Point { x: frame.x, y: frame.y });
    let (width, height) = (space.length(frame.width), space.length(frame.height));
    match &image.data {
        ImageData::Raster(_) => [width, 0.0, 0.0, height, x, bottom],
        // In ink it is pixels, which stand upright.
        ImageData::Jpeg(_) if upright => [width, 0.0, 0.0, height, x, bottom],
        ImageData::Jpeg(jpeg) => {
            let [a, b, c, d, e, f] = jpeg.orientation.matrix().map(real);
            let origin = (x + width * (c + e), bottom + height * (1.0 - d - f));
            // Adding zero turns −0 into 0.
            [width * a, -height * b, -width * c, height * d, origin.0, origin.1].map(|number| number + 0.0)
        }
        ImageData::Drawing(drawing) => {
            let ratio = |length: f32, units: f64| (f64::from(length) / units * 1e8).round() / 1e8;
            #[allow(clippy::cast_possible_truncation, reason = "a scale between page and sheet, far from a float's ends")]
            let (across, down) = (ratio(width, drawing.width) as f32, ratio(height, drawing.height) as f32);
            [across, 0.0, 0.0, -down, x, top]
        }
    }
}

fn object(data: &ImageData, inks: Option<&Arc<Inks>>) -> XObject {
    let stream = match (data, inks) {
        (ImageData::Raster(raster), None) => pixels(raster),
        (ImageData::Raster(raster), Some(_)) => printed(raster),
        (ImageData::Jpeg(jpeg), None) => file(jpeg),
        (ImageData::Jpeg(jpeg), Some(_)) => printed(&jpeg_pixels(jpeg, (jpeg.width, jpeg.height))),
        (ImageData::Drawing(drawing), inks) => drawn(drawing, inks.cloned()),
    };
    XObject::External(ExternalXObject { stream, width: None, height: None, dpi: None })
}

fn name(name: &str) -> DictItem {
    DictItem::Name(name.as_bytes().to_vec())
}

fn image_dict(width: u32, height: u32, space: DictItem) -> Dictionary {
    BTreeMap::from([
        ("Type".to_owned(), name("XObject")),
        ("Subtype".to_owned(), name("Image")),
        ("Width".to_owned(), DictItem::Int(width.into())),
        ("Height".to_owned(), DictItem::Int(height.into())),
        ("ColorSpace".to_owned(), space),
        ("BitsPerComponent".to_owned(), DictItem::Int(8)),
    ])
}

/// A picture without loss.
fn pixels(raster: &Raster) -> ExternalStream {
    let pixels = raster.rgba.chunks_exact(4);
    let mut content = Vec::with_capacity(pixels.len() * 3);
    pixels.for_each(|pixel| content.extend_from_slice(&pixel[..3]));
    with_mask(raster, content, "DeviceRGB")
}

/// The same in ink, pixel by pixel.
fn printed(raster: &Raster) -> ExternalStream {
    let pixels = raster.rgba.chunks_exact(4);
    let mut content = Vec::with_capacity(pixels.len() * 4);
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share is no more than one")]
    pixels.for_each(|pixel| {
        let Cmyk(inks) = Cmyk::of(Color(pixel[0], pixel[1], pixel[2]));
        content.extend(inks.map(|ink| (ink * 255.0).floor() as u8));
    });
    with_mask(raster, content, "DeviceCMYK")
}

/// A picture with its alpha as a mask where it has any.
fn with_mask(raster: &Raster, content: Vec<u8>, space: &str) -> ExternalStream {
    let pixels = raster.rgba.chunks_exact(4);
    let mut dict = image_dict(raster.width, raster.height, name(space));
    if pixels.clone().any(|pixel| pixel[3] != u8::MAX) {
        let alpha = pixels.map(|pixel| pixel[3]).collect();
        let mask = image_dict(raster.width, raster.height, name("DeviceGray"));
        let mask = ExternalStream { dict: mask, content: alpha, compress: true };
        dict.insert("SMask".into(), DictItem::Stream { stream: mask });
    }
    ExternalStream { dict, content, compress: true }
}

/// A JPEG file as it is (ISO 32000-1, 7.4.8), in the colours of its profile.
fn file(jpeg: &Jpeg) -> ExternalStream {
    let (device, channels) = if jpeg.grey { ("DeviceGray", 1) } else { ("DeviceRGB", 3) };
    let space = jpeg.profile.as_ref().map_or_else(
        || name(device),
        |profile| {
            let dict = BTreeMap::from([("N".to_owned(), DictItem::Int(channels)), ("Alternate".to_owned(), name(device))]);
            let stream = ExternalStream { dict, content: profile.clone(), compress: true };
            DictItem::Array(vec![name("ICCBased"), DictItem::Stream { stream }])
        },
    );
    let mut dict = image_dict(jpeg.width, jpeg.height, space);
    dict.insert("Filter".into(), name("DCTDecode"));
    ExternalStream { dict, content: jpeg.bytes.clone(), compress: false }
}

/// A drawing, which is cut off at the edges of its sheet.
fn drawn(drawing: &Drawing, inks: Option<Arc<Inks>>) -> ExternalStream {
    let mut content = Operators::printed_in(inks);
    for shape in &drawing.shapes {
        content.shape(shape);
    }
    form([0.0, 0.0, drawing.width, drawing.height].map(real), content)
}
