//! The drawn writers: well-formed, readable, the same every time, and the same picture in both formats.

mod support;

use klantreis::text::{Fonts, Typesetter};
use klantreis::write::svg::TextMode;
use support::raster::{pdf_to_pixels, share_of_differing_pixels, svg_to_pixels};
use support::scenes;

fn setter() -> Typesetter {
    Typesetter::new(Fonts::bundled())
}

#[test]
fn out() {
    let setter = setter();
    let scene = scenes::sheet(&setter);
    std::fs::create_dir_all("/tmp/pages-out").unwrap();
    std::fs::write("/tmp/pages-out/live.svg", support::svg(&scene, setter.fonts(), TextMode::Live)).unwrap();
    std::fs::write("/tmp/pages-out/out.svg", support::svg(&scene, setter.fonts(), TextMode::Outlines)).unwrap();
    std::fs::write("/tmp/pages-out/out.pdf", support::pdf(&scene, setter.fonts())).unwrap();
    let a = svg_to_pixels(&support::svg(&scene, setter.fonts(), TextMode::Outlines), 72.0);
    let b = pdf_to_pixels(&support::pdf(&scene, setter.fonts()), 0, 72.0);
    println!("share {}", share_of_differing_pixels(&a, &b));
    println!("{:#?}", support::pdf_text::pages(&support::pdf(&scene, setter.fonts())));
}
