//! The faces: those compiled in, and those a user adds. Each is read once, and those that a user adds are proven before they are used.

mod error;
mod extra;
mod face;
mod proof;
mod subset;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use skrifa::raw::FileRef;

pub use self::error::{FontError, Purpose, Step};
pub use self::extra::Extra;
use self::face::Data;
pub use self::face::Face;
use self::proof::Tried;
use crate::defect::caught;
use crate::scene::FaceId;

/// The cuts of a family that the layouts use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Cut {
    /// Running text.
    Regular,
    /// Titles and names.
    Bold,
    /// Words spoken, remarks.
    Italic,
}

/// All of them, in that order.
pub(super) const CUTS: [Cut; 3] = [Cut::Regular, Cut::Bold, Cut::Italic];

/// The faces, in the order in which a character looks for one.
pub struct Fonts {
    faces: Vec<Face>,
    /// Of each of [`CUTS`], the faces that its text tries, in order.
    candidates: [Vec<FaceId>; CUTS.len()],
    /// The family that comes before all others.
    preferred: Option<String>,
}

/// What came of a font file.
#[derive(Debug, PartialEq, Eq)]
pub struct Added {
    /// The faces that can be used.
    pub faces: Vec<FaceId>,
    /// The faces of a collection that cannot be used, each by its number from 0, and why.
    pub refused: Vec<(u32, FontError)>,
}

/// Heights of a face in font units, upwards from the baseline (so `descent` is negative).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FaceMetrics {
    /// The highest point of a line of this face.
    pub ascent: i32,
    /// The lowest point of a line of this face.
    pub descent: i32,
    /// The height of a capital letter.
    pub cap_height: i32,
    /// The height of a small x.
    pub x_height: i32,
}

macro_rules! bundled {
    ($($cut:ident $file:literal;)*) => {
        /// The faces compiled in: one humanist sans family, then Arabic, Hebrew and emoji.
        const BUNDLED: &[(Cut, &[u8])] = &[$((Cut::$cut, include_bytes!(concat!("../../../fonts/", $file))),)*];
    };
}

bundled! {
    Regular "source-sans-3/SourceSans3-Regular.ttf";
    Bold "source-sans-3/SourceSans3-Bold.ttf";
    Italic "source-sans-3/SourceSans3-Italic.ttf";
    Regular "noto-sans-arabic/NotoSansArabic-Regular.ttf";
    Bold "noto-sans-arabic/NotoSansArabic-Bold.ttf";
    Regular "noto-sans-hebrew/NotoSansHebrew-Regular.ttf";
    Bold "noto-sans-hebrew/NotoSansHebrew-Bold.ttf";
    Regular "noto-emoji/NotoEmoji-Regular.ttf";
}

/// The files of the faces compiled in.
pub fn bundled_files() -> impl Iterator<Item = &'static [u8]> {
    BUNDLED.iter().map(|(_, data)| *data)
}

impl Fonts {
    /// No faces: those that are added are the only ones. Nothing can be drawn before there is one.
    #[must_use]
    pub fn empty() -> Self {
        Self { faces: Vec::new(), candidates: Default::default(), preferred: None }
    }

    /// The faces compiled in.
    ///
    /// # Panics
    /// Never: a test proves every bundled face.
    #[must_use]
    pub fn bundled() -> Self {
        let mut fonts = Self::empty();
        for (cut, data) in BUNDLED {
            let mut face = Face::parse(Data::Bundled(data), 0).expect("the bundled faces are sound: tested");
            (face.bundled, face.cut) = (true, *cut);
            fonts.faces.push(face);
        }
        fonts.order();
        fonts
    }

    /// Adds the face of a font file, or all faces of a collection, as fallbacks behind all others. Each is proven first: all that is
    /// done with it later is tried.
    ///
    /// # Errors
    /// When none of its faces can be used; the reason is that of the first one.
    pub fn add(&mut self, file: Vec<u8>) -> Result<Added, FontError> {
        let count = match FileRef::new(&file) {
            Ok(FileRef::Font(_)) => 1,
            Ok(FileRef::Collection(collection)) => collection.len(),
            Err(_) => return Err(FontError::NoFont),
        };
        let (data, mut tried) = (Data::Loaded(Arc::new(file)), Tried::default());
        let mut added = Added { faces: Vec::new(), refused: Vec::new() };
        for index in 0..count {
            let Ok(id) = u16::try_from(self.faces.len()) else {
                added.refused.push((index, FontError::TooManyFaces));
                break;
            };
            match proven(&data, index, &mut tried) {
                Ok(face) => {
                    self.faces.push(face);
                    added.faces.push(FaceId(id));
                }
                Err(error) => added.refused.push((index, error)),
            }
        }
        self.order();
        if added.faces.is_empty() { Err(added.refused.first().map_or(FontError::NoFont, |(_, error)| *error)) } else { Ok(added) }
    }

    /// Whether there is a family of that name, without regard to case.
    #[must_use]
    pub fn knows(&self, family: &str) -> bool {
        let family = family.to_lowercase();
        self.faces.iter().any(|face| face.family.to_lowercase() == family)
    }

    /// Puts a family before all others, by its name without regard to case. Gives whether there is one of that name.
    pub fn prefer(&mut self, family: &str) -> bool {
        let family = family.to_lowercase();
        let found = self.faces.iter().map(|face| &face.family).find(|name| name.to_lowercase() == family);
        self.preferred = found.cloned().or(self.preferred.take());
        let known = self.preferred.as_ref().is_some_and(|name| name.to_lowercase() == family);
        self.order();
        known
    }

    /// All faces; [`FaceId::index`] points into this slice.
    #[must_use]
    pub fn faces(&self) -> &[Face] {
        &self.faces
    }

    /// The face of that name.
    #[must_use]
    pub fn face(&self, id: FaceId) -> &Face {
        &self.faces[id.index()]
    }

    /// The faces in the order in which text of a cut tries them: for each family its own cut, else its regular one. Those compiled in
    /// come first, then families in the order in which they were added; in a family, what is neither narrow nor wide nor of an
    /// unusual weight comes first.
    pub fn candidates(&self, cut: Cut) -> impl Iterator<Item = FaceId> + '_ {
        let order = CUTS.iter().position(|known| *known == cut).and_then(|index| self.candidates.get(index));
        order.into_iter().flatten().copied()
    }

    fn order(&mut self) {
        let mut families: BTreeMap<&str, usize> = BTreeMap::new();
        for face in &self.faces {
            let next = families.len();
            families.entry(&face.family).or_insert(next);
        }
        let order = |cut: Cut| {
            let own: BTreeSet<&str> = self.faces.iter().filter(|face| face.cut == cut).map(|face| face.family.as_str()).collect();
            let fits = |face: &Face| face.cut == cut || (face.cut == Cut::Regular && !own.contains(face.family.as_str()));
            let mut chosen: Vec<_> = self.faces.iter().enumerate().filter(|(_, face)| fits(face)).collect();
            let later = |face: &Face| self.preferred.as_ref() != Some(&face.family);
            chosen.sort_by_key(|(index, face)| {
                (later(face), !face.bundled, families.get(face.family.as_str()), face.remoteness, *index)
            });
            chosen.into_iter().map(|(index, _)| FaceId(u16::try_from(index).unwrap_or(u16::MAX))).collect()
        };
        self.candidates = CUTS.map(order);
    }
}

fn proven(data: &Data, index: u32, tried: &mut Tried) -> Result<Face, FontError> {
    let read = || Face::parse(data.clone(), index);
    let face = caught(read).unwrap_or(Err(FontError::GaveUp(Step::Reading)))?;
    proof::prove(&face, tried)?;
    Ok(face)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_bundled_face_parses_and_is_named() {
        let fonts = Fonts::bundled();
        assert_eq!(fonts.faces().len(), BUNDLED.len());
        for face in fonts.faces() {
            assert!(!face.name.is_empty() && !face.postscript_name.is_empty() && face.bundled, "{}", face.name);
            assert!(face.metrics.ascent > 0 && face.metrics.descent < 0, "{}", face.name);
        }
    }

    #[test]
    fn every_bundled_face_can_be_proven() {
        for (_, data) in BUNDLED {
            assert_eq!(Fonts::bundled().add(data.to_vec()).map(|added| added.faces.len()), Ok(1));
        }
    }

    #[test]
    fn what_is_no_font_is_refused() {
        assert_eq!(Fonts::bundled().add(b"not a font".to_vec()), Err(FontError::NoFont));
        assert_eq!(Fonts::bundled().add(b"ttcf\0\x01\0\0\0\0\0\0".to_vec()), Err(FontError::NoFont));
    }

    #[test]
    fn a_cut_that_a_family_lacks_falls_back_to_its_regular_one() {
        let fonts = Fonts::bundled();
        let names: Vec<_> = fonts.candidates(Cut::Italic).map(|id| fonts.face(id).name.as_str()).collect();
        assert_eq!(names, ["Source Sans 3 Italic", "Noto Sans Arabic Regular", "Noto Sans Hebrew Regular", "Noto Emoji Regular"]);
    }
}
