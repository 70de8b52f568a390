//! A format of one's own: a web page that stands alone, with every page of a poster in it as SVG.
//!
//! ```text
//! cargo run --example own_format -- export reis.json -o reis.html
//! ```

use std::process::ExitCode;

use klantreis::registry::Registry;
use klantreis::scene::Scene;
use klantreis::text::Fonts;
use klantreis::write::{Format, Options, Part, Write, WriteError, Written, svg};

/// Between the pages, and around them; on paper nothing of it shows.
const STYLE: &str = "body{margin:2rem;background:#ddd}svg{display:block;max-width:100%;height:auto;margin:0 auto 2rem}\
                     @media print{body{margin:0;background:none}svg{margin:0;break-after:page}}";

fn main() -> ExitCode {
    // A format may hold data: here its style sheet.
    let style = std::env::var("OWN_STYLE").unwrap_or_else(|_| STYLE.to_owned());
    let write = |scene: &Scene, fonts: &Fonts, options: &Options| page(&style, scene, fonts, options);
    let format = Format {
        name: "html",
        media_type: "text/html",
        summary: "A web page with the whole poster in it, in one file",
        write: Write::Drawn(&write),
    };
    let mut registry = Registry::default();
    if let Err(error) = registry.add_format(&format) {
        eprintln!("{error}");
        return ExitCode::FAILURE;
    }
    klantreis::cli::run(&registry, std::env::args_os())
}

/// All pages of a poster in one web page.
fn page(style: &str, scene: &Scene, fonts: &Fonts, options: &Options) -> Result<Written, WriteError> {
    if style.contains("</") {
        return Err(WriteError::own("html", "the style sheet ends before its end"));
    }
    let drawings = svg::write(scene, fonts, options)?;
    let (language, title) = (escaped(&scene.meta.language), escaped(&scene.meta.title));
    let mut html = format!(
        "<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n<title>{title}</title>\n\
         <style>{style}</style>\n</head>\n<body>\n"
    );
    for drawing in &drawings.parts {
        html += &String::from_utf8_lossy(&drawing.bytes);
    }
    html += "</body>\n</html>\n";
    Ok(Written { parts: vec![Part { suffix: None, bytes: html.into_bytes() }], warnings: drawings.warnings })
}

/// A text that means itself in HTML.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}
