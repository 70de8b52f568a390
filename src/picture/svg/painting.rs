//! An SVG that is more than plain shapes, made into pixels at the size at which it is shown.

use resvg::tiny_skia::{Pixmap, PremultipliedColorU8, Transform};
use resvg::usvg::filter::{Filter, Kind};
use resvg::usvg::{Fill, Group, Node, Paint, Path, Rect, Stroke, Tree};

use super::{limits, too_many, unsupported};
use crate::picture::error::PictureError;
use crate::scene::Raster;

/// About how many bytes a part takes once it is resolved.
const PART_BYTES: u64 = 500;

/// An SVG to be made into pixels.
#[derive(Debug)]
pub(in crate::picture) struct Painting {
    tree: Tree,
    /// How many pixels are painted for one of it.
    layers: f64,
    weight: u64,
}

impl Painting {
    /// A painting of so many parts, unless it would take too long to make it sharp, or is blurred beyond what can be reckoned.
    pub fn new(tree: Tree, parts: u64) -> Result<Self, PictureError> {
        let (width, height) = (f64::from(tree.size().width()), f64::from(tree.size().height()));
        let weigher = Weigher { area: width * height, widest: width.max(height) * limits::SVG_BLUR };
        let layers = 1.0 + weigher.group(tree.root())?;
        let painting = Self { tree, layers, weight: parts * PART_BYTES };
        let most = painting.most();
        if most.is_nan() || most < limits::RASTER_LEAST {
            return Err(too_many("layers, masks and filters"));
        }
        Ok(painting)
    }

    pub fn size(&self) -> (f64, f64) {
        (f64::from(self.tree.size().width()), f64::from(self.tree.size().height()))
    }

    /// Pixels, at most.
    pub fn most(&self) -> f64 {
        limits::RASTER_PIXELS.min(limits::RASTER_WORK / self.layers)
    }

    /// The same where so many pictures share what may be painted.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a number of pixels")]
    pub fn most_among(&self, pictures: usize) -> u64 {
        (limits::ALL_RASTER_WORK / pictures as f64 / self.layers).max(limits::RASTER_LEAST) as u64
    }

    /// Pixels that are painted at the least.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a number of pixels")]
    pub fn least_work(&self) -> u64 {
        (self.layers * limits::RASTER_LEAST) as u64
    }

    /// About how many bytes it takes in memory.
    pub fn weight(&self) -> u64 {
        self.weight
    }

    /// The pixels at a size.
    pub fn paint(&self, (width, height): (u32, u32)) -> Raster {
        let (sheet_width, sheet_height) = self.size();
        #[allow(clippy::cast_possible_truncation, reason = "a scale")]
        let scale = |pixels: u32, side: f64| (f64::from(pixels) / side) as f32;
        let transform = Transform::from_scale(scale(width, sheet_width), scale(height, sheet_height));
        let mut rgba = vec![0; width as usize * height as usize * 4];
        if let Some(mut pixmap) = Pixmap::new(width, height) {
            resvg::render(&self.tree, transform, &mut pixmap.as_mut());
            let straight = pixmap.pixels().iter().map(PremultipliedColorU8::demultiply);
            rgba = straight.flat_map(|pixel| [pixel.red(), pixel.green(), pixel.blue(), pixel.alpha()]).collect();
        }
        Raster { width, height, rgba }
    }
}

/// How many pixels are painted besides the picture's own, as a share of these.
struct Weigher {
    /// The area of the sheet.
    area: f64,
    /// The widest deviation of a blur, in units of the sheet.
    widest: f64,
}

impl Weigher {
    fn group(&self, group: &Group) -> Result<f64, PictureError> {
        let mut layers = 0.0;
        let share = self.share(group.abs_layer_bounding_box().to_rect());
        if group.should_isolate() {
            layers += share;
        }
        let scale = group.abs_transform().get_scale();
        for filter in group.filters() {
            let widest = deviation(filter) * f64::from(scale.0.max(scale.1));
            if widest.is_nan() || widest > self.widest {
                return Err(unsupported("a blur that is far wider than the picture"));
            }
            layers += share * (2.0 + filter.primitives().len() as f64 * 2.0);
        }
        let mut mask = group.mask();
        while let Some(inner) = mask {
            layers += share + self.group(inner.root())?;
            mask = inner.mask();
        }
        let mut clip = group.clip_path();
        while let Some(inner) = clip {
            layers += share + self.group(inner.root())?;
            clip = inner.clip_path();
        }
        let children: f64 = group.children().iter().map(|child| self.node(child)).sum::<Result<_, _>>()?;
        Ok(layers + children)
    }

    fn node(&self, node: &Node) -> Result<f64, PictureError> {
        match node {
            Node::Group(group) => self.group(group),
            Node::Text(text) => self.group(text.flattened()),
            Node::Image(_) => Ok(0.0),
            Node::Path(path) => {
                let paints = path.fill().map(Fill::paint).into_iter().chain(path.stroke().map(Stroke::paint));
                let paints: f64 = paints.map(|paint| self.paint(paint, path)).sum::<Result<_, _>>()?;
                // A path takes its time, however small it is.
                Ok(1e-4 + paints)
            }
        }
    }

    /// A pattern is painted once for each path that it fills, as large as one of its tiles.
    fn paint(&self, paint: &Paint, path: &Path) -> Result<f64, PictureError> {
        match paint {
            Paint::Color(_) | Paint::LinearGradient(_) | Paint::RadialGradient(_) => Ok(0.0),
            Paint::Pattern(pattern) => {
                let to_sheet = path.abs_transform().pre_concat(pattern.transform());
                let scale = |a: f32, b: f32| (f64::from(a) * f64::from(a) + f64::from(b) * f64::from(b)).sqrt();
                let (across, down) = (scale(to_sheet.sx, to_sheet.ky), scale(to_sheet.kx, to_sheet.sy));
                let tile = f64::from(pattern.rect().width()) * across * f64::from(pattern.rect().height()) * down;
                Ok(tile / self.area + self.group(pattern.root())?)
            }
        }
    }

    /// The part of the sheet that a layer takes; one that reaches beyond is cut off at some distance.
    fn share(&self, layer: Rect) -> f64 {
        let area = f64::from(layer.width()) * f64::from(layer.height());
        (area / self.area).min(25.0)
    }
}

/// The widest standard deviation of the blurs of a filter, in its own units.
fn deviation(filter: &Filter) -> f64 {
    let deviations = filter.primitives().iter().map(|primitive| match primitive.kind() {
        Kind::GaussianBlur(blur) => blur.std_dev_x().get().max(blur.std_dev_y().get()),
        Kind::DropShadow(shadow) => shadow.std_dev_x().get().max(shadow.std_dev_y().get()),
        _ => 0.0,
    });
    deviations.map(f64::from).fold(0.0, f64::max)
}
