//! SVG files: weighed first, then resolved by usvg, then taken as plain shapes or, where they are more than that, as something
//! that is made into pixels.
//!
//! Text is set in the faces that come with the program, whatever font it asks for. Scripts and animations are passed over.
//! Whatever would have to be fetched, or is another picture inside, makes the whole file one that cannot be shown: half a picture
//! would be worse than a frame that says so.

mod cost;
mod entities;
mod painting;
mod refer;
mod shapes;

use std::sync::{Arc, LazyLock};

use resvg::usvg;
use resvg::usvg::fontdb::{Database, Source};

use super::Content;
use super::error::{Excess, PictureError};
use super::kind::Kind;
use super::limits;
use crate::text::bundled_files;
pub(super) use painting::Painting;

const NAMESPACE: &str = "http://www.w3.org/2000/svg";

/// The family in which text is set that asks for a font that is not there.
const FAMILY: &str = "Source Sans 3";

static FONTS: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut fonts = Database::new();
    for file in bundled_files() {
        fonts.load_font_source(Source::Binary(Arc::new(file)));
    }
    fonts.set_serif_family(FAMILY);
    fonts.set_sans_serif_family(FAMILY);
    fonts.set_cursive_family(FAMILY);
    fonts.set_fantasy_family(FAMILY);
    fonts.set_monospace_family(FAMILY);
    Arc::new(fonts)
});

/// The drawing or painting; `spend` takes the work that it is.
pub(super) fn decode(bytes: &[u8], spend: &mut dyn FnMut(u64) -> Result<(), PictureError>) -> Result<Content, PictureError> {
    let text = std::str::from_utf8(bytes).map_err(|_| broken("it is not UTF-8"))?;
    let text = text.trim_start_matches('\u{feff}');
    entities::check(text)?;
    let nodes_limit = u32::try_from(limits::SVG_PARTS * 2).unwrap_or(u32::MAX);
    let options = roxmltree::ParsingOptions { allow_dtd: true, nodes_limit, ..roxmltree::ParsingOptions::default() };
    let document = roxmltree::Document::parse_with_options(text, options).map_err(|error| match error {
        roxmltree::Error::NodesLimitReached => too_many("parts"),
        error => broken(&error.to_string()),
    })?;
    if document.root_element().tag_name().namespace() != Some(NAMESPACE) {
        return Err(broken("its first element lacks `xmlns=\"http://www.w3.org/2000/svg\"`"));
    }
    let parts = cost::check(&document)?;
    spend(parts * limits::WORK_A_PART)?;
    let tree = usvg::Tree::from_xmltree(&document, &self::options()).map_err(|error| broken(&error.to_string()))?;
    let (width, height) = (f64::from(tree.size().width()), f64::from(tree.size().height()));
    let sides = [width, height].map(|side| side / width.max(height));
    if !sides.iter().all(|share| *share >= 1e-3) || !(1e-3..=1e6).contains(&width.max(height)) {
        return Err(broken("its width and height make no sheet"));
    }
    if let Some(drawing) = shapes::drawing(&tree) {
        return Ok(Content::Ready(crate::scene::ImageData::Drawing(drawing.into())));
    }
    let painting = Painting::new(tree, parts)?;
    spend(painting.least_work())?;
    Ok(Content::Painting(painting.into()))
}

/// Nothing is fetched, and no font of the machine is used.
fn options() -> usvg::Options<'static> {
    usvg::Options {
        font_family: FAMILY.to_owned(),
        image_href_resolver: usvg::ImageHrefResolver {
            resolve_data: Box::new(|_, _, _| None),
            resolve_string: Box::new(|_, _| None),
        },
        fontdb: Arc::clone(&FONTS),
        ..usvg::Options::default()
    }
}

fn broken(reason: &str) -> PictureError {
    PictureError::Broken(Kind::Svg, reason.to_owned())
}

fn unsupported(what: impl Into<String>) -> PictureError {
    PictureError::Unsupported(Kind::Svg, what.into())
}

fn too_many(what: &'static str) -> PictureError {
    PictureError::TooLarge(Excess::Parts(what))
}
