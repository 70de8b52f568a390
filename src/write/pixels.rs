//! Pixels as a PNG file: inside of SVG, of workbooks and of the page of a report.

use crate::scene::Raster;

/// The picture as PNG. Writing to memory cannot fail once the picture's size is checked.
pub(crate) fn png(raster: &Raster) -> Vec<u8> {
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
    written.expect("memory takes a picture whose bytes are as many as its size says");
    bytes
}
