//! Pictures of a journey on their way in: kinds, limits, damage, the folder that they must not leave.

mod bounds;
mod drawings;
mod folder;

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::support::took::took;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use klantreis::batch::pictures;
use klantreis::diagnostic::{Code, Severity};
use klantreis::picture::{Artwork, Difference, Gallery, PictureError, decode};
use klantreis::registry::Registry;
use klantreis::scene::{ImageData, Jpeg, Mm, Orientation, Raster, Size};
use proptest::prelude::{ProptestConfig, any, prop, proptest};

use self::drawings::svg;
use self::folder::{Desk, desk, error};

/// No picture may take longer than this to be refused or shown, in a build that is not optimised, on a busy machine.
const LONGEST: Duration = Duration::from_secs(10);

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

pub fn sample(name: &str) -> Vec<u8> {
    let own = root().join("tests/samples").join(name);
    fs::read(if own.exists() { own } else { root().join("fixtures/pictures").join(name) }).unwrap()
}

fn shown(bytes: &[u8]) -> ImageData {
    artwork_data(&decode(bytes).unwrap_or_else(|error| panic!("{error}")))
}

fn artwork_data(artwork: &Artwork) -> ImageData {
    artwork.data(Size { width: Mm(254.0), height: Mm(254.0) })
}

fn raster(bytes: &[u8]) -> Raster {
    match shown(bytes) {
        ImageData::Raster(raster) => (*raster).clone(),
        other => panic!("no pixels: {other:?}"),
    }
}

fn jpeg(bytes: &[u8]) -> Jpeg {
    match shown(bytes) {
        ImageData::Jpeg(jpeg) => (*jpeg).clone(),
        other => panic!("no JPEG: {other:?}"),
    }
}

/// The code of the warning about bytes that cannot be shown.
fn code(bytes: &[u8]) -> Code {
    let (decoded, took) = took(|| decode(bytes));
    let error = decoded.expect_err("a picture that cannot be shown");
    assert!(took < LONGEST, "{error} after {took:?}");
    let warning = error.diagnostic("a.png");
    assert_eq!(warning.code.severity(), Severity::Warning);
    assert!(warning.help.is_some() && !warning.message.ends_with('.'), "{warning:?}");
    warning.code
}

fn png(width: u32, height: u32, color: png::ColorType, depth: png::BitDepth, samples: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(color);
    encoder.set_depth(depth);
    if color == png::ColorType::Indexed {
        encoder.set_palette(vec![9, 8, 7, 255, 0, 0]);
        encoder.set_trns(vec![255, 128]);
    }
    encoder.write_header().unwrap().write_image_data(samples).unwrap();
    bytes
}

#[test]
fn every_form_of_png_becomes_pixels() {
    use png::BitDepth::{Eight, One, Sixteen};
    use png::ColorType::{Grayscale, GrayscaleAlpha, Indexed, Rgb, Rgba};
    let cases: [(_, _, &[u8], [u8; 4]); 8] = [
        (Grayscale, Eight, &[7], [7, 7, 7, 255]),
        (Grayscale, One, &[0x80], [255, 255, 255, 255]),
        (Grayscale, Sixteen, &[7, 99], [7, 7, 7, 255]),
        (GrayscaleAlpha, Eight, &[7, 8], [7, 7, 7, 8]),
        (Rgb, Eight, &[1, 2, 3], [1, 2, 3, 255]),
        (Rgb, Sixteen, &[1, 0, 2, 0, 3, 0], [1, 2, 3, 255]),
        (Rgba, Sixteen, &[1, 0, 2, 0, 3, 0, 4, 0], [1, 2, 3, 4]),
        (Indexed, One, &[0x80], [255, 0, 0, 128]),
    ];
    for (color, depth, samples, expected) in cases {
        assert_eq!(raster(&png(1, 1, color, depth, samples)).rgba, expected, "{color:?} {depth:?}");
    }
    let interlaced = raster(&sample("interlaced.png"));
    assert_eq!((interlaced.width, interlaced.height, &interlaced.rgba[..4]), (480, 320, &[220, 30, 30, 255][..]));
    assert_eq!(interlaced.rgba[(319 * 480 + 5) * 4..][..4], [30, 60, 200, 255]);
}

/// A JPEG with an Exif note that says how it is turned, and with a place that is nobody's business.
pub fn with_exif(bytes: &[u8], orientation: u8) -> Vec<u8> {
    let tiff =
        [b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0", &[orientation][..], b"\0\0\0\0\0\0 52.3702N 4.8952E"].concat();
    let body = [b"Exif\0\0", &tiff[..]].concat();
    let length = u16::try_from(body.len() + 2).unwrap().to_be_bytes();
    [&bytes[..2], &[0xFF, 0xE1], &length, &body, &bytes[2..]].concat()
}

#[test]
fn a_jpeg_stays_as_it_is_and_is_turned_upright() {
    let plain = sample("quarters.jpg");
    let kept = jpeg(&plain);
    assert_eq!((kept.width, kept.height, kept.grey, kept.orientation), (480, 320, false, Orientation::Upright));
    assert_eq!(kept.bytes, plain);
    let turned = jpeg(&with_exif(&plain, 6));
    assert_eq!(turned.orientation, Orientation::QuarterTurn);
    assert_eq!(decode(&with_exif(&plain, 6)).unwrap().size(), (320.0, 480.0));
    assert_eq!(turned.bytes, plain, "what a camera noted is left out");
    assert!(jpeg(&sample("grey.jpg")).grey);
    assert!(!jpeg(&sample("planning-desk.jpg")).bytes.is_empty(), "a progressive one");
    let trailing = [&plain[..], b"film that a phone put behind the picture"].concat();
    assert_eq!(jpeg(&trailing).bytes, plain);
}

#[test]
fn a_jpeg_for_a_printing_press_becomes_pixels_in_screen_colours() {
    let picture = raster(&sample("cmyk.jpg"));
    let near = |at: usize, expected: [u8; 3]| {
        let found = &picture.rgba[at * 4..at * 4 + 3];
        assert!(found.iter().zip(expected).all(|(a, b)| a.abs_diff(b) < 12), "{found:?} {expected:?}");
    };
    near(5 * 480 + 5, [220, 30, 30]);
    near(300 * 480 + 400, [250, 250, 250]);
}

#[test]
fn damaged_files_are_refused() {
    for name in ["interlaced.png", "operations-manager.png", "quarters.jpg", "planning-desk.jpg", "cmyk.jpg"] {
        let whole = sample(name);
        for part in [whole.len() / 4, whole.len() / 2, whole.len() - 20] {
            assert_eq!(code(&whole[..part]), Code::PictureBroken, "{name} cut off after {part} bytes");
        }
    }
    let mut spoilt = sample("operations-manager.png");
    spoilt[3000] ^= 1;
    assert_eq!(code(&spoilt), Code::PictureBroken);
}

#[test]
fn bombs_are_refused_by_their_header() {
    let mut bomb = png(1, 1, png::ColorType::Rgb, png::BitDepth::Eight, &[1, 2, 3]);
    bomb[16..24].copy_from_slice(&[0, 0, 0xEA, 0x60, 0, 0, 0xEA, 0x60]);
    let checksum = crc(&bomb[12..29]).to_be_bytes();
    bomb[29..33].copy_from_slice(&checksum);
    assert_eq!(code(&bomb), Code::PictureTooLarge);
    let mut bomb = sample("quarters.jpg");
    let header = bomb.windows(2).position(|pair| pair == [0xFF, 0xC0]).unwrap();
    bomb[header + 5..header + 9].copy_from_slice(&[0xEA, 0x60, 0xEA, 0x60]);
    assert_eq!(code(&bomb), Code::PictureTooLarge);
}

/// A grey PNG of one shade, small as a file and large as a picture.
fn flat(width: u32, height: u32, shade: u8) -> Vec<u8> {
    let samples = vec![shade; width as usize * height as usize];
    png(width, height, png::ColorType::Grayscale, png::BitDepth::Eight, &samples)
}

#[test]
fn a_frame_gets_no_more_pixels_than_it_can_show() {
    let artwork = decode(&flat(3000, 2000, 9)).unwrap();
    assert_eq!(artwork.size(), (3000.0, 2000.0));
    let frame = |width: f64| Size { width: Mm(width), height: Mm(width / 1.5) };
    let ImageData::Raster(inch) = artwork.data(frame(25.4)) else { panic!("pixels") };
    assert!((300..=425).contains(&inch.width), "{}", inch.width);
    assert_eq!(inch.rgba.len(), inch.width as usize * inch.height as usize * 4);
    assert!(inch.rgba.chunks_exact(4).all(|pixel| pixel == [9, 9, 9, 255]));
    let ImageData::Raster(whole) = artwork.data(frame(2000.0)) else { panic!("pixels") };
    assert_eq!((whole.width, whole.height), (3000, 2000), "no more than there are");
    let ImageData::Raster(again) = artwork.data(frame(25.4)) else { panic!("pixels") };
    assert!(std::sync::Arc::ptr_eq(&again, &inch));
}

#[test]
fn a_picture_at_several_places_is_one() {
    let Desk { folder, .. } = &desk();
    let bytes = sample("interlaced.png");
    fs::write(folder.join("a.png"), &bytes).unwrap();
    fs::write(folder.join("b.png"), &bytes).unwrap();
    let data = format!("data:image/png;base64,{}", STANDARD.encode(&bytes));
    let sources = ["a.png", "./a.png", "b.png", data.as_str(), "beeld/Noor.png", "a.png", "beeld/../b.png"];
    let gallery = pictures::load(Some(folder), sources);
    assert_eq!(gallery.decoded(), 2);
    let first = gallery.get("a.png").unwrap();
    for same in ["./a.png", "b.png", data.as_str()] {
        assert!(std::sync::Arc::ptr_eq(first, gallery.get(same).unwrap()), "{same}");
    }
    assert!(!std::sync::Arc::ptr_eq(first, gallery.get("beeld/Noor.png").unwrap()));
    for place in 0..40 {
        let width = Mm(30.0 + 0.1 * f64::from(place));
        assert!(matches!(first.data(Size { width, height: width }), ImageData::Raster(_)));
    }
    assert_eq!(first.made(), 1, "forty places");
}

#[test]
fn pictures_that_are_large_together_are_refused_by_their_number() {
    let files: Vec<_> = (0..5_u8).map(|shade| flat(7000, 7000, shade)).collect();
    let names: Vec<_> = (0..files.len()).map(|number| format!("{number}.png")).collect();
    let mut fetched = 0;
    let gallery = Gallery::load(names.iter().map(String::as_str), &mut |parts| {
        fetched += 1;
        Ok(files[parts[0].trim_end_matches(".png").parse::<usize>().unwrap()].clone())
    });
    let shown = names.iter().filter(|name| gallery.get(name).is_ok()).count();
    assert_eq!(fetched, files.len());
    // A hundred million pixels, and a hundred more for each byte of the files so far.
    assert!((2..=5).contains(&shown), "{shown}");
    let refused = names.iter().find(|name| gallery.get(name).is_err()).unwrap();
    let said = error(&gallery, refused).to_string();
    assert!(said.contains("may be decoded"), "{said}");
    let frame = Size { width: Mm(900.0), height: Mm(900.0) };
    let pixels = |name: &String| {
        gallery.get(name).map_or(0.0, |artwork| {
            let (width, height) = artwork.data(frame).size();
            width * height
        })
    };
    let made: f64 = names.iter().map(pixels).sum();
    assert!(made > 6e6 && made <= 12e6, "{made} pixels are made of all of them");
}

/// A JPEG with so many scans more, in which there is nothing.
fn with_scans(bytes: &[u8], more: usize) -> Vec<u8> {
    let last = bytes.windows(2).rposition(|pair| pair == [0xFF, 0xDA]).unwrap();
    let end = bytes.windows(2).rposition(|pair| pair == [0xFF, 0xD9]).unwrap();
    let head = last + 2 + usize::from(bytes[last + 3]);
    [&bytes[..end], &bytes[last..head].repeat(more), &bytes[end..]].concat()
}

#[test]
fn a_jpeg_that_asks_for_too_much_is_refused_for_its_true_reason() {
    let progressive = sample("planning-desk.jpg");
    let reason = |bytes: &[u8]| decode(bytes).unwrap_err().to_string();
    assert_eq!(code(&with_scans(&progressive, 2_000)), Code::PictureTooLarge);
    let scans = reason(&with_scans(&progressive, 2_000));
    assert!(scans.contains("scans over") && scans.contains("100 scans are the limit"), "{scans}");
    let mut large = progressive.clone();
    let header = large.windows(2).position(|pair| pair == [0xFF, 0xC2]).unwrap();
    // 7000 × 7000, in every channel at once.
    large[header + 5..header + 9].copy_from_slice(&[0x1B, 0x58, 0x1B, 0x58]);
    for channel in 0..3 {
        large[header + 11 + channel * 3] = 0x11;
    }
    assert_eq!(code(&large), Code::PictureTooLarge);
    assert!(reason(&large).contains("MiB of memory") || reason(&large).contains("scans over"), "{}", reason(&large));
}

#[test]
fn tables_have_no_need_of_pictures() {
    let journey = "{\"klantreis\":1,\"title\":\"P\",\"language\":\"nl\",\"phases\":[{\"title\":\"A\",\"cells\":{\"image\":\
                   [{\"picture\":\"weg.png\"}]}}]}";
    let journey = klantreis::read::json(journey).unwrap();
    let setter = klantreis::text::Typesetter::new(klantreis::text::Fonts::bundled());
    for format in klantreis::write::FORMATS {
        let selection = klantreis::export::Selection::new(Registry::built_in(), &[*format], &[] as &[&str]).unwrap();
        let draws = matches!(format.write, klantreis::write::Write::Drawn(_));
        assert_eq!(selection.draws(), draws, "{}", format.name);
        let options = klantreis::export::Options::default();
        let exported = klantreis::export::export(&journey, &selection, &options, &setter).unwrap();
        let said = exported.warnings.iter().any(|warning| warning.code == Code::PictureNotFound);
        assert_eq!(said, draws, "{}", format.name);
    }
}

/// All that the program takes, in KiB, as ARCHITECTURE.md has it: 512 MiB.
#[cfg(target_os = "linux")]
const ADDRESS_SPACE: &str = "524288";

#[cfg(target_os = "linux")]
#[test]
fn the_program_keeps_to_its_memory_whatever_the_pictures() {
    let folder = tempfile::tempdir().unwrap();
    let deep = |color, depth, bytes: usize| png(5000, 2000, color, depth, &vec![7; 10_000_000 * bytes]);
    let files = [
        flat(7000, 7000, 1),
        deep(png::ColorType::Rgba, png::BitDepth::Sixteen, 8),
        deep(png::ColorType::Rgb, png::BitDepth::Eight, 3),
        sample("cmyk.jpg"),
        svg(&format!("{}<rect width='80' height='40'/>{}", "<g opacity='.99'>".repeat(60), "</g>".repeat(60))),
    ];
    let mut items = Vec::new();
    for (number, bytes) in files.iter().enumerate() {
        fs::write(folder.path().join(format!("{number}.png")), bytes).unwrap();
        items.push(format!("{{\"picture\":\"{number}.png\"}}"));
    }
    let items = vec![items.join(","); 2].join(",");
    let phases = format!("[{{\"title\":\"A\",\"cells\":{{\"image\":[{items}]}}}}]");
    let journey = format!("{{\"klantreis\":1,\"title\":\"P\",\"language\":\"nl\",\"phases\":{phases}}}");
    fs::write(folder.path().join("reis.json"), journey).unwrap();
    for arguments in ["check reis.json", "export reis.json --paper A1 --to svg,pdf -o uit/"] {
        let line = format!("ulimit -v {ADDRESS_SPACE} && exec {} {arguments}", env!("CARGO_BIN_EXE_klantreis"));
        let output = std::process::Command::new("sh").args(["-c", &line]).current_dir(folder.path()).output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{arguments}: {}", String::from_utf8_lossy(&output.stderr));
    }
}

/// The checksum of a part of a PNG (ISO/IEC 15948, annex D).
fn crc(bytes: &[u8]) -> u32 {
    let step = |crc: u32, byte: &u8| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| if crc & 1 == 1 { 0xEDB8_8320 ^ (crc >> 1) } else { crc >> 1 })
    };
    !bytes.iter().fold(u32::MAX, step)
}

#[test]
fn what_a_file_is_says_its_content() {
    for (bytes, named) in [
        (&b"RIFF\x10\0\0\0WEBPVP8 "[..], "WebP"),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1", "HEIC"),
        (b"GIF89a\x01\0\x01\0", "GIF"),
        (b"%PDF-1.7\n", "PDF"),
        (b"", "empty"),
    ] {
        assert_eq!(code(bytes), Code::PictureUnsupported);
        let warning = decode(bytes).unwrap_err().diagnostic("foto.png");
        assert!(warning.message.contains(named) && warning.help.unwrap().contains("save it as PNG"), "{}", warning.message);
    }
    assert_eq!(code(b"just text"), Code::PictureUnsupported);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_make_a_panic(bytes in prop::collection::vec(any::<u8>(), 0..300), kind in 0..4_usize) {
        let start: &[u8] = [&b""[..], b"\x89PNG\r\n\x1a\n", &[0xFF, 0xD8, 0xFF], b"<svg xmlns='http://www.w3.org/2000/svg'>"][kind];
        let _ = decode(&[start, &bytes].concat());
    }

    #[test]
    fn no_change_to_a_picture_makes_a_panic(
        which in 0..6_usize,
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0..3_u8), 1..8),
    ) {
        let names = ["interlaced.png", "quarters.jpg", "cmyk.jpg", "planning-tool.svg", "storyboard-relief.svg", "grey.jpg"];
        let mut bytes = sample(names[which]);
        for (at, byte, how) in changes {
            let at = at.index(bytes.len());
            match how {
                0 => bytes[at] = byte,
                1 => { bytes.remove(at); }
                _ => bytes.insert(at, byte),
            }
        }
        let (size, took) = took(|| decode(&bytes).map(|artwork| artwork_data(&artwork).size()));
        if let Ok((width, height)) = size {
            assert!(width > 0.0 && height > 0.0 && width.is_finite() && height.is_finite());
        }
        assert!(took < LONGEST, "{took:?}");
    }
}
