//! Pictures that are drawings: SVG files, with what they may not reach for.

use super::*;

pub(super) fn svg(content: &str) -> Vec<u8> {
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
pub(super) fn svg_reaches_for_nothing_outside() {
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
pub(super) fn svg_bombs_are_refused_in_time() {
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
