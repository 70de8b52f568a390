//! Scenes made by hand.

use std::sync::Arc;

use klantreis::meta::{Meta, Timestamp};
use klantreis::scene::{
    Color, Group, Image, ImageData, Link, Mm, Node, Page, Path, Point, Pt, Raster, Rect, Role, Scene, Segment, Size, Stroke,
};
use klantreis::text::{Cut, Hyphenation, Last, Paint, Style, Typesetter};

pub const INK: Color = Color(20, 30, 60);

/// Paragraphs in many scripts, with what makes extraction hard: ligatures, marks, letters that share a glyph, both directions.
pub const TEXTS: &[&str] = &[
    "De student oriënteert zich op de opleiding Mediavormgeving: affiche, officieel, fjord, Ĳssel, ’s avonds.",
    "Forventningsafstemning på biludlejningsselskabets hjemmeside – æøå ÆØÅ 12–14 °C, 50 % ½ № Ω Ω µ μ.",
    "Ο πελάτης ψάχνει πληροφορίες· Клиент ищет информацию; Khách hàng tìm kiếm thông tin trực tuyến ở đây.",
    "العميل يبحث عن معلومات عبر الإنترنت (12 دقيقة) ثم يحجز.",
    "הלקוח מחפש מידע באינטרנט (12 דקות) ואז מזמין. שָׁלוֹם",
    "She said «שלום» to the العميل at 10:30, e\u{301} ŕ q\u{303}, 😀 ❤️ 👩‍👩‍👧 \u{E123} done.",
    "1/2 AVATAR To. Wa Ty ffi ffl fi fl “quotes” a\u{A0}b & <tag> \"q\" 'a'",
];

pub fn meta() -> Meta {
    Meta {
        title: "Van klik naar klas & terug <ø> 東".into(),
        authors: vec!["Sanne de Wit".into(), "Jørgen Ærø".into()],
        subject: "Een klantreis".into(),
        language: "nl".into(),
        created: Timestamp::DEFAULT,
    }
}

/// Text in lines of a width, top left at a place; the lower end comes back.
pub fn paragraph(setter: &Typesetter, text: &str, at: Point, width: Mm, size: f64, cut: Cut, out: &mut Vec<Node>) -> Mm {
    let style = Style { cut, hyphenation: Hyphenation::for_tag("nl"), rtl: false };
    let paint = Paint { size: Pt(size), color: INK };
    let em = Mm::from(paint.size);
    let mut y = at.y;
    for line in setter.paragraph(text, style).lines(setter, width / em, Last::Free) {
        y += em * 1.25;
        let x = if line.rtl() { at.x + width - em * line.width } else { at.x };
        line.draw(setter, Point { x, y }, paint, out);
    }
    y
}

/// An A4 sheet with every kind of node.
pub fn sheet(setter: &Typesetter) -> Scene {
    let mut nodes =
        vec![Node::Path(Path::filled(Path::rect(Rect::new(Mm(8.0), Mm(8.0), Mm(281.0), Mm(22.0))), Color(240, 236, 220)))];
    let mut title = Vec::new();
    paragraph(setter, "Van klik naar klas", Point::new(12.0, 10.0), Mm(250.0), 30.0, Cut::Bold, &mut title);
    nodes.push(Node::Group(Group::new(Role::Title, title)));
    let mut rows = Vec::new();
    let mut y = Mm(34.0);
    for (index, text) in TEXTS.iter().enumerate() {
        let cut = [Cut::Regular, Cut::Bold, Cut::Italic][index % 3];
        let mut wide = Vec::new();
        let bottom = paragraph(setter, text, Point { x: Mm(12.0), y }, Mm(130.0), 14.0, cut, &mut wide);
        let mut narrow = Vec::new();
        let lower = paragraph(setter, text, Point { x: Mm(155.0), y }, Mm(52.0), 9.0, cut, &mut narrow);
        y = bottom.max(lower) + Mm(2.0);
        let label = Some((*text).to_owned());
        rows.push(Node::Group(Group::new(
            Role::Row,
            vec![Node::Group(Group { label, ..Group::new(Role::Cell, wide) }), Node::Group(Group::new(Role::Cell, narrow))],
        )));
    }
    nodes.push(Node::Group(Group::new(Role::Table, rows).labelled("Tabel")));
    nodes.push(figure());
    nodes.push(link(setter));
    Scene { meta: meta(), pages: vec![Page::new(Size { width: Mm(297.0), height: Mm(210.0) }, nodes)] }
}

/// A dashed curve, and a shape that is open, filled and stroked.
fn figure() -> Node {
    let curve = vec![
        Segment::Move(Point::new(220.0, 60.0)),
        Segment::Curve(Point::new(240.0, 20.0), Point::new(250.0, 100.0), Point::new(285.0, 50.0)),
    ];
    let dashed = Path {
        segments: curve,
        fill: None,
        stroke: Some(Stroke { color: Color(200, 30, 60), width: Mm(1.2), dashes: vec![Mm(3.0), Mm(2.0)] }),
    };
    let bowl = vec![
        Segment::Move(Point::new(225.0, 90.0)),
        Segment::Line(Point::new(235.0, 110.0)),
        Segment::Line(Point::new(265.0, 108.0)),
        Segment::Line(Point::new(280.0, 88.0)),
    ];
    let stroke = Some(Stroke { color: INK, width: Mm(0.8), dashes: Vec::new() });
    let open = Path { segments: bowl, fill: Some(Color(180, 220, 250)), stroke };
    let label = Some("Een curve die daalt & stijgt".into());
    Node::Group(Group { label, ..Group::new(Role::Figure, vec![Node::Path(dashed), Node::Path(open)]) })
}

fn link(setter: &Typesetter) -> Node {
    let mut nodes = Vec::new();
    paragraph(setter, "Lees verder", Point::new(225.0, 120.0), Mm(60.0), 12.0, Cut::Regular, &mut nodes);
    let frame = Rect::new(Mm(225.0), Mm(120.0), Mm(40.0), Mm(8.0));
    Node::Link(Link { target: "https://example.org/vóór?a=1&b=(2)".into(), frame, nodes })
}

/// A small picture with a colour ramp and an alpha ramp.
pub fn picture(frame: Rect) -> Image {
    let rgba = (0..16_u8).flat_map(|y| (0..16_u8).flat_map(move |x| [x * 16, y * 16, 128, 255 - x * 8])).collect();
    let data = ImageData::Raster(Arc::new(Raster { width: 16, height: 16, rgba }));
    Image { frame, data, description: "Een vlak \"verloop\"".into() }
}

/// A page of a size with the text in a column, and nothing else.
pub fn column(setter: &Typesetter, text: &str, width: f64, size: f64) -> Scene {
    let mut nodes = Vec::new();
    let bottom = paragraph(setter, text, Point::new(5.0, 5.0), Mm(width), size, Cut::Regular, &mut nodes);
    let size = Size { width: Mm(width + 10.0), height: bottom + Mm(5.0) };
    Scene { meta: meta(), pages: vec![Page::new(size, vec![Node::Group(Group::new(Role::Paragraph, nodes))])] }
}

/// Moves one run, counted in the order of painting.
pub fn nudge(nodes: &mut [Node], left: &mut isize, dx: f64, dy: f64) {
    for node in nodes {
        match node {
            Node::Group(group) => nudge(&mut group.nodes, left, dx, dy),
            Node::Link(link) => nudge(&mut link.nodes, left, dx, dy),
            Node::Text(run) => {
                if *left == 0 {
                    run.origin = Point { x: run.origin.x + Mm(dx), y: run.origin.y + Mm(dy) };
                }
                *left -= 1;
            }
            Node::Missing(_) | Node::Path(_) | Node::Image(_) => {}
        }
    }
}
