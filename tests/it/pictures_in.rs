//! Pictures of a journey on their way in: kinds, limits, damage, the folder that they must not leave.

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

/// No picture may take longer than this to be refused or shown, in a build that is not optimised, on a busy machine.
const LONGEST: Duration = Duration::from_secs(10);

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn sample(name: &str) -> Vec<u8> {
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
fn with_exif(bytes: &[u8], orientation: u8) -> Vec<u8> {
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

fn svg(content: &str) -> Vec<u8> {
    format!(
        "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' viewBox='0 0 80 40'>{content}</svg>"
    )
    .into_bytes()
}

#[test]
fn plain_svg_is_a_drawing_and_any_other_is_pixels() {
    for name in ["planning-tool.svg", "storyboard-overbooked.svg"] {
        assert!(matches!(shown(&sample(name)), ImageData::Drawing(_)), "{name}");
    }
    let gradient = "<linearGradient id='a'><stop stop-color='red'/><stop offset='1' stop-color='#00f'/></linearGradient>\
                    <rect width='80' height='40' fill='url(#a)'/>";
    let size = decode(&svg(gradient)).unwrap().data(Size { width: Mm(25.4), height: Mm(12.7) }).size();
    assert_eq!(size, (300.0, 150.0), "300 dots an inch");
    let half = raster(&svg("<rect width='80' height='40' fill='#00f' opacity='.5'/>"));
    assert!(half.rgba[..3] == [0, 0, 255] && half.rgba[3].abs_diff(128) <= 1, "{:?}", &half.rgba[..4]);
    let boxed = "<clipPath id='c'><rect width='80' height='40'/></clipPath><g clip-path='url(#c)'><circle r='9'/></g>";
    assert!(matches!(shown(&svg(boxed)), ImageData::Drawing(_)), "a box around all clips nothing");
    let clipped = "<clipPath id='c'><rect width='8' height='4'/></clipPath><g clip-path='url(#c)'><circle r='9'/></g>";
    assert!(matches!(shown(&svg(clipped)), ImageData::Raster(_)));
    let huge = decode(&svg(gradient)).unwrap().data(Size { width: Mm(1e4), height: Mm(1e4) });
    assert!(huge.size().0 * huge.size().1 <= 8.1e6, "{:?}", huge.size());
}

#[test]
fn a_painting_asked_for_twice_is_the_same() {
    let artwork = decode(&svg("<rect width='80' height='40' opacity='.5'/>")).unwrap();
    let (ImageData::Raster(a), ImageData::Raster(b)) = (artwork_data(&artwork), artwork_data(&artwork)) else { panic!() };
    assert!(std::sync::Arc::ptr_eq(&a, &b));
}

#[test]
fn svg_reaches_for_nothing_outside() {
    for content in [
        "<image href='http://example.org/a.png' width='9' height='9'/>",
        "<image xlink:href='/etc/passwd' width='9' height='9'/>",
        "<image href='data:image/png;base64,iVBORw0KGgo=' width='9' height='9'/>",
        "<use href='other.svg#a'/>",
        "<filter id='f'><feImage href='a.png'/></filter><path d='M0 0' filter='url(#f)'/>",
        "<foreignObject width='9' height='9'><p>text</p></foreignObject>",
    ] {
        assert_eq!(code(&svg(content)), Code::PictureUnsupported, "{content}");
    }
    let harmless = "<script>alert(1)</script><style>@import url(http://example.org/a.css); .a{fill:red}</style>\
                    <a href='https://example.org'><rect class='a' width='80' height='40' onclick='x()'/></a>";
    let ImageData::Drawing(drawing) = shown(&svg(harmless)) else { panic!("a drawing") };
    assert_eq!(drawing.shapes.len(), 1);
}

#[test]
fn svg_bombs_are_refused_in_time() {
    let uses = |name: &str| {
        let level = |i: usize| format!("<g id='u{i}'>{}</g>", format!("<use {name}='#u{}'/>", i + 1).repeat(10));
        format!(
            "<defs>{}<g id='u12'><rect width='1' height='1'/></g></defs><use {name}='#u0'/>",
            (0..12).map(level).collect::<String>()
        )
    };
    let chain = |element: &str, property: &str, inside: &str| {
        let level = |i: usize| {
            format!(
                "<{element} id='m{i}'>{}</{element}>",
                inside.replace('?', &format!("{property}:url(#m{})", i + 1)).repeat(10)
            )
        };
        let chain: String = (0..12).map(level).collect();
        format!(
            "<defs>{chain}<{element} id='m12'><rect width='1' height='1'/></{element}></defs>{}",
            inside.replace('?', &format!("{property}:url(#m0)"))
        )
    };
    let rect = "<rect width='9' height='9' style='?'/>";
    let by_class: String = (0..12).map(|i| format!(".c{i}{{mask:url(#m{})}}", i + 1)).collect::<Vec<_>>().concat();
    let masks: String = (0..12)
        .map(|i| format!("<mask id='m{i}'>{}</mask>", format!("<rect class='c{i}'/>").repeat(10)))
        .collect::<Vec<_>>()
        .concat();
    let handed: String = (0..12)
        .map(|i| {
            format!(
                "<g fill='url(#p{})'><pattern id='p{i}' width='1' height='1'>{}</pattern></g>",
                i + 1,
                "<path d='M0 0h1v1z'/>".repeat(10)
            )
        })
        .collect::<Vec<_>>()
        .concat();
    for (what, content) in [
        ("use", uses("href")),
        ("use with a prefix", uses("xlink:href")),
        ("masks", chain("mask", "mask", rect)),
        ("clip paths", chain("clipPath", "clip-path", rect)),
        ("patterns", chain("pattern", "fill", rect)),
        ("markers", chain("marker", "marker-mid", "<path d='M0 0 1 1 2 2 3 3 4 4' style='?'/>")),
        ("masks by class", format!("<style>{by_class}</style>{masks}<rect class='c0'/>")),
        ("patterns handed down", format!("{handed}<rect fill='url(#p0)' width='9' height='9'/>")),
        ("a circle of uses", "<g id='a'><use href='#b'/></g><g id='b'><use href='#a'/></g>".into()),
        ("depth", format!("{}{}", "<g>".repeat(50_000), "</g>".repeat(50_000))),
        ("elements", "<g/>".repeat(300_000)),
        ("text", format!("<text>{}</text>", "a".repeat(100_000))),
        ("long lines drawn often", format!("<path id='p' d='M0 0{}'/>{}", "h1".repeat(100_000), "<use href='#p'/>".repeat(1000))),
        ("style rules", format!("<style>{}</style>{}", ".a .b{fill:red}".repeat(20_000), "<g/>".repeat(2_000))),
        ("layers", "<g opacity='.9' filter='blur(3)'><rect width='80' height='40'/></g>".repeat(20_000)),
    ] {
        let code = code(&svg(&content));
        assert!([Code::PictureTooLarge, Code::PictureBroken].contains(&code), "{what}: {code:?}");
    }
    let entities: String =
        (0..9).map(|i| format!("<!ENTITY l{} \"{}\">", i + 1, format!("&l{i};").repeat(10))).collect::<Vec<_>>().concat();
    let laughs =
        format!("<!DOCTYPE svg [<!ENTITY l0 \"ha\">{entities}]><svg xmlns='http://www.w3.org/2000/svg'><text>&l9;</text></svg>");
    assert_eq!(code(laughs.as_bytes()), Code::PictureBroken);
}

#[test]
fn a_blur_far_wider_than_the_picture_is_refused() {
    let blurred = |element: &str, deviation: &str, transform: &str| {
        format!(
            "<filter id='f'><{element} stdDeviation='{deviation}'/></filter><rect width='9' height='9' filter='url(#f)'{transform}/>"
        )
    };
    for element in ["feGaussianBlur", "feDropShadow"] {
        for (deviation, transform) in [("1e9", ""), ("0 1e9", ""), ("3e38", ""), ("801", ""), ("9", " transform='scale(1 90)'")] {
            assert_eq!(code(&svg(&blurred(element, deviation, transform))), Code::PictureUnsupported, "{element} {deviation}");
        }
        for deviation in ["0", "1", "40", "799", "800 0", "-1"] {
            let _ = raster(&svg(&blurred(element, deviation, "")));
        }
    }
    let masked =
        format!("<mask id='m'>{}</mask><rect width='9' height='9' mask='url(#m)'/>", blurred("feGaussianBlur", "1e9", ""));
    assert_eq!(code(&svg(&masked)), Code::PictureUnsupported);
}

#[test]
fn the_largest_svg_that_is_shown_is_shown_in_time() {
    for content in [
        format!("<g id='g'>{}</g>{}", "<path d='M0 0h1v1z'/>".repeat(90), "<use href='#g'/>".repeat(900)),
        format!("{}<rect width='9' height='9'/>{}", "<g opacity='.99'>".repeat(90), "</g>".repeat(90)),
        "<g style='filter:blur(40px)'><rect width='80' height='40' fill='#0a0'/></g>".repeat(100),
        format!("<path stroke='red' stroke-dasharray='.00001' d='M0 0{}'/>", "h80h-80".repeat(1000)),
        "<pattern id='p' width='900%' height='900%'><circle r='9'/></pattern><rect width='80' height='40' fill='url(#p)'/>"
            .into(),
        format!("<text x='1' y='20' font-size='3'>{}</text>", "Wie weet waar de ploeg is? ".repeat(300)),
    ] {
        let size = Size { width: Mm(800.0), height: Mm(400.0) };
        let (data, took) = took(|| decode(&svg(&content)).map(|artwork| artwork.data(size)));
        assert!(took < LONGEST, "{took:?}: {}", &content[..60]);
        assert!(data.is_ok() || matches!(data, Err(PictureError::TooLarge(_))), "{data:?}");
    }
}

/// A folder for a document, with a picture in a folder of its own, and one beside it that is out of bounds.
struct Desk {
    _all: tempfile::TempDir,
    folder: PathBuf,
}

fn desk() -> Desk {
    let all = tempfile::tempdir().unwrap();
    let folder = all.path().join("reis");
    fs::create_dir_all(folder.join("beeld")).unwrap();
    fs::write(folder.join("beeld/Noor.png"), sample("operations-manager.png")).unwrap();
    fs::write(all.path().join("geheim.png"), sample("operations-manager.png")).unwrap();
    Desk { _all: all, folder }
}

fn error(gallery: &Gallery, source: &str) -> PictureError {
    gallery.get(source).map(|_| ()).expect_err(source)
}

#[test]
fn pictures_come_from_the_folder_of_the_document() {
    let Desk { folder, _all: all } = &desk();
    fs::write(folder.join("foto.png"), sample("quarters.jpg")).unwrap();
    let outside = all.path().join("geheim.png");
    let outside = outside.to_str().unwrap();
    let sources = [
        "beeld/Noor.png",
        "./beeld//Noor.png",
        "foto.png",
        "../geheim.png",
        "beeld/../../geheim.png",
        outside,
        "https://example.org/a.png",
        "beeld\\Noor.png",
    ];
    let gallery = pictures::load(Some(folder), sources);
    assert!(gallery.get("beeld/Noor.png").is_ok() && gallery.get("./beeld//Noor.png").is_ok());
    assert!(matches!(artwork_data(gallery.get("foto.png").unwrap()), ImageData::Jpeg(_)), "whatever its name says");
    for source in ["../geheim.png", "beeld/../../geheim.png", outside, "https://example.org/a.png", "beeld\\Noor.png"] {
        assert_eq!(error(&gallery, source).diagnostic(source).code, Code::PictureOutside, "{source}");
    }
    assert_eq!(pictures::folder_of(Path::new("reis.json")), Path::new("."));
    assert_eq!(pictures::folder_of(Path::new("a/reis.json")), Path::new("a"));
}

#[cfg(unix)]
#[test]
fn links_lead_nowhere_outside() {
    use std::os::unix::fs::symlink;
    let Desk { folder, _all: all } = &desk();
    symlink("../geheim.png", folder.join("link.png")).unwrap();
    symlink("..", folder.join("omhoog")).unwrap();
    symlink("beeld/Noor.png", folder.join("binnen.png")).unwrap();
    symlink("lus.png", folder.join("lus.png")).unwrap();
    symlink("weg.png", folder.join("dood.png")).unwrap();
    symlink(folder, all.path().join("ook")).unwrap();
    let sources = ["link.png", "omhoog/geheim.png", "binnen.png", "lus.png", "dood.png"];
    let gallery = pictures::load(Some(folder), sources);
    assert_eq!(error(&gallery, "link.png"), PictureError::Outside);
    assert_eq!(error(&gallery, "omhoog/geheim.png"), PictureError::Outside);
    assert!(gallery.get("binnen.png").is_ok());
    assert!(matches!(error(&gallery, "lus.png"), PictureError::Unreadable(_)));
    assert_eq!(error(&gallery, "dood.png"), PictureError::NotFound(None));
    let linked = pictures::load(Some(&all.path().join("ook")), ["beeld/Noor.png"]);
    assert!(linked.get("beeld/Noor.png").is_ok(), "the folder itself may be a link");
}

#[cfg(unix)]
#[test]
fn what_is_no_file_is_refused_without_waiting() {
    let Desk { folder, .. } = &desk();
    let pipe = std::process::Command::new("mkfifo").arg(folder.join("pijp.png")).status();
    let _socket = std::os::unix::net::UnixListener::bind(folder.join("socket.png")).unwrap();
    std::os::unix::fs::symlink("/dev/zero", folder.join("nul.png")).unwrap();
    let gallery = pictures::load(Some(folder), ["pijp.png", "socket.png", "nul.png", "beeld"]);
    assert_eq!(error(&gallery, "socket.png"), PictureError::NoFile);
    assert_eq!(error(&gallery, "beeld"), PictureError::NoFile);
    assert_eq!(error(&gallery, "nul.png"), PictureError::Outside);
    if pipe.is_ok_and(|status| status.success()) {
        assert_eq!(error(&gallery, "pijp.png"), PictureError::NoFile);
    }
}

#[test]
fn a_file_over_the_limit_is_not_read() {
    let Desk { folder, .. } = &desk();
    fs::File::create(folder.join("groot.png")).unwrap().set_len(1 << 40).unwrap();
    let gallery = pictures::load(Some(folder), ["groot.png"]);
    assert_eq!(error(&gallery, "groot.png").diagnostic("groot.png").code, Code::PictureTooLarge);
}

#[test]
fn a_name_that_is_nearly_right_is_named() {
    let Desk { folder, .. } = &desk();
    fs::write(folder.join("cafe\u{301}.png"), sample("interlaced.png")).unwrap();
    let meant = |source: &str| match error(&pictures::load(Some(folder), [source]), source) {
        PictureError::NotFound(alike) => alike.map(|alike| (alike.path, alike.by)),
        other => panic!("{other:?}"),
    };
    assert_eq!(meant("beeld/noor.png"), Some(("beeld/Noor.png".into(), Difference::Case)));
    assert_eq!(meant("Beeld/Noor.png"), Some(("beeld/Noor.png".into(), Difference::Case)));
    assert_eq!(meant("beeld/Nor.png"), Some(("beeld/Noor.png".into(), Difference::Spelling)));
    assert_eq!(meant("caf\u{e9}.png"), Some(("cafe\u{301}.png".into(), Difference::Form)));
    assert_eq!(meant("xyz.png"), None);
    assert_eq!(meant("xyz/Noor.png"), None);
    let exact = pictures::load(Some(folder), ["cafe\u{301}.png"]);
    assert!(exact.get("cafe\u{301}.png").is_ok(), "the characters of a path are as written");
}

#[test]
fn without_a_folder_only_data_uris_are_shown() {
    let data = format!("data:image/jpeg;base64,{}", STANDARD.encode(sample("quarters.jpg")));
    let drawing =
        "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'%3E%3Cpath d='M0 0h9v9z'/%3E%3C/svg%3E";
    let gallery = pictures::load(None, [data.as_str(), drawing, "a.png", "data:image/png;base64,@@@@"]);
    assert!(matches!(artwork_data(gallery.get(&data).unwrap()), ImageData::Jpeg(_)));
    assert!(matches!(artwork_data(gallery.get(drawing).unwrap()), ImageData::Drawing(_)));
    assert_eq!(error(&gallery, "a.png"), PictureError::NoFolder);
    let bad = error(&gallery, "data:image/png;base64,@@@@").diagnostic(&format!("data:image/png;base64,{}", "@".repeat(1000)));
    assert_eq!(bad.code, Code::PictureBroken);
    assert!(bad.message.len() < 120, "{}", bad.message);
}

#[test]
fn the_command_line_says_which_pictures_cannot_be_shown_and_goes_on() {
    let Desk { folder, .. } = &desk();
    let journey = r#"{
  "klantreis": 1, "title": "Reis", "language": "nl",
  "personas": [{ "name": "Noor", "portrait": "beeld/Noor.png" }],
  "phases": [{ "title": "A", "cells": {
    "goal": { "text": "Weten", "picture": "beeld/noor.png" },
    "action": ["Kijken", { "text": "Kopen", "picture": { "src": "beeld/kassa.png", "alt": "De kassa" } }]
  } }],
  "storyboard": [{ "caption": "Het begin", "picture": "data:image/gif;base64,R0lGODlhAQABAAAAACw=" }]
}"#;
    fs::write(folder.join("reis.json"), journey).unwrap();
    let run = |arguments: &[&str]| {
        let output =
            std::process::Command::new(env!("CARGO_BIN_EXE_klantreis")).args(arguments).current_dir(folder).output().unwrap();
        (output.status.code(), String::from_utf8(output.stderr).unwrap())
    };
    let expected = [
        "reis.json:5:43: warning[picture-not-found]: the picture `beeld/noor.png` is not there",
        "reis.json:6:65: warning[picture-not-found]: the picture `beeld/kassa.png` is not there",
        "reis.json:8:55: warning[picture-unsupported]: the picture `data:image/gif;base64,R0lGODlhAQABAAAAACw=` is a GIF picture",
    ];
    for command in [&["check"][..], &["export", "--to", "svg,pdf", "-o", "uit"]] {
        let (code, said) = run(&[command, &["reis.json", "--message-format", "short"]].concat());
        assert_eq!(code, Some(0), "{said}");
        for line in expected {
            assert!(said.contains(line), "{line}\nin {said}");
        }
        let (code, _) = run(&[command, &["reis.json", "--strict"]].concat());
        assert_eq!(code, Some(3));
    }
    assert_eq!(fs::read_dir(folder.join("uit")).unwrap().count(), 2, "both files are there");
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
