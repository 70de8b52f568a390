//! Bounds of pictures, each by itself: a file that is over one of them and under all others is refused in the words of that one. What they
//! are, and why, stands in `src/picture/limits.rs`.

use super::*;

/// Why a file cannot be shown.
fn refused(bytes: &[u8]) -> String {
    assert_eq!(code(bytes), Code::PictureTooLarge);
    decode(bytes).unwrap_err().to_string()
}

/// A PNG of so many bytes, most of which lie behind its end.
fn padded(bytes: usize, shade: u8) -> Vec<u8> {
    let mut file = flat(4, 4, shade);
    file.resize(bytes, shade);
    file
}

#[test]
fn bytes_of_a_file_are_counted() {
    let whole = 20 << 20;
    assert!(decode(&padded(whole, 1)).is_ok());
    assert_eq!(refused(&padded(whole + 1, 1)), "has more than 20 MiB");
    let mut drawing = svg("<rect width='9' height='9'/>");
    drawing.resize(4 << 20, b' ');
    assert!(decode(&drawing).is_ok());
    drawing.push(b' ');
    assert_eq!(refused(&drawing), "has more than 4 MiB");
}

#[test]
fn pixels_and_sides_are_counted() {
    assert!(decode(&flat(16_384, 1, 1)).is_ok());
    assert!(refused(&flat(16_385, 1, 1)).starts_with("measures 16385 × 1 pixels"));
    assert!(refused(&flat(1, 16_385, 1)).starts_with("measures 1 × 16385 pixels"));
    let bits = |width: u32, height: u32| {
        let samples = vec![0; (width as usize).div_ceil(8) * height as usize];
        png(width, height, png::ColorType::Grayscale, png::BitDepth::One, &samples)
    };
    assert!(decode(&bits(10_000, 5_000)).is_ok());
    assert!(refused(&bits(10_000, 5_001)).starts_with("measures 10000 × 5001 pixels"));
}

#[test]
fn bytes_of_all_pictures_are_counted() {
    let files: Vec<_> = (0..6_u8).map(|shade| padded(20 << 20, shade)).collect();
    let names: Vec<_> = (0..files.len()).map(|number| format!("{number}.png")).collect();
    let gallery = Gallery::load(names.iter().map(String::as_str), &mut |parts| {
        Ok(files[parts[0].trim_end_matches(".png").parse::<usize>().unwrap()].clone())
    });
    assert!(names[..4].iter().all(|name| gallery.get(name).is_ok()));
    for name in &names[4..] {
        assert_eq!(error(&gallery, name).to_string(), "is one too many: all pictures of a document together may take 96 MiB");
    }
}

#[test]
fn pixels_of_all_scans_are_counted() {
    let mut file = with_scans(&sample("planning-desk.jpg"), 80);
    let header = file.windows(2).position(|pair| pair == [0xFF, 0xC2]).unwrap();
    // 4000 × 4000.
    file[header + 5..header + 9].copy_from_slice(&[0x0F, 0xA0, 0x0F, 0xA0]);
    let said = refused(&file);
    assert!(said.contains("scans over 4000 × 4000 pixels") && said.contains("1000 million pixels in all scans"), "{said}");
    let scans: u64 = said.split_whitespace().find_map(|word| word.parse().ok()).unwrap();
    assert!(scans < 100, "{said}");
}

/// Each alone is painted sharp; of a hundred no more is painted than of ten.
#[test]
fn layers_of_all_drawings_are_counted() {
    let layers = |count: usize, shade: usize| {
        let layer = "<g opacity='.5'><rect width='80' height='40'/></g>".repeat(count);
        svg(&format!("<rect width='{shade}' height='1' opacity='.5'/>{layer}"))
    };
    let loaded = |count: usize, layered: usize| {
        let names: Vec<_> = (1..=count).map(|number| format!("{number}.svg")).collect();
        let fetch = |parts: &[&str]| Ok(layers(layered, parts[0].trim_end_matches(".svg").parse().unwrap()));
        let gallery = Gallery::load(names.iter().map(String::as_str), &mut { fetch });
        names.iter().filter_map(|name| gallery.get(name).ok().cloned()).collect::<Vec<_>>()
    };
    let pixels = |artwork: &std::sync::Arc<Artwork>| {
        let ImageData::Raster(raster) = artwork.data(Size { width: Mm(400.0), height: Mm(200.0) }) else { panic!("no painting") };
        u64::from(raster.width) * u64::from(raster.height)
    };
    let (alone, among) = (loaded(1, 50), loaded(100, 50));
    assert!(pixels(&alone[0]) > 700_000, "{}", pixels(&alone[0]));
    let each = pixels(&among[0]);
    assert!(among.len() == 100 && each * 51 * 100 <= 400_000_000 && each > 60_000, "{each}");
    assert_eq!(loaded(100, 100).len(), 100, "all of them are shown");
    assert!(loaded(60, 3000).len() < 40, "some are too many, however small");
}

#[test]
fn segments_of_a_drawing_are_counted() {
    let corners = |count: usize| shown(&svg(&"<path d='M0 0h1v1z'/>".repeat(count)));
    assert!(matches!(corners(12_000), ImageData::Drawing(_)));
    assert!(matches!(corners(13_000), ImageData::Raster(_)), "with more it is drawn as pixels");
}
