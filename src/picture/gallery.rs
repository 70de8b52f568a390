//! The pictures of a journey, by their sources.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::error::{Excess, PictureError};
use super::source::Source;
use super::{Artwork, decode_within, limits};
use crate::diagnostic::Diagnostic;
use crate::scene::fingerprint;

/// The pictures of a journey, each loaded once, by their sources as they are written in the journey.
#[derive(Debug, Default)]
pub struct Gallery {
    pictures: BTreeMap<String, Result<Arc<Artwork>, PictureError>>,
    /// How many files were decoded.
    decoded: usize,
}

/// What was loaded so far.
struct Loading<'f> {
    fetch: Fetch<'f>,
    /// By what tells one file from another: the same picture at two places is one.
    known: BTreeMap<(usize, u128), Result<Arc<Artwork>, PictureError>>,
    weight: u64,
    /// Pixels that may still be decoded.
    left: u64,
    decoded: usize,
}

/// Brings the bytes of the file at a path, given as its parts from the document's folder.
pub type Fetch<'f> = &'f mut dyn FnMut(&[&str]) -> Result<Vec<u8>, PictureError>;

impl Gallery {
    /// A gallery without pictures, in which every source is one that was not found.
    pub const EMPTY: &'static Self = &Self { pictures: BTreeMap::new(), decoded: 0 };

    /// The pictures that stand in the document itself, as data URIs; there is no folder for any other.
    #[must_use]
    pub fn of_data<'s>(sources: impl IntoIterator<Item = &'s str>) -> Self {
        Self::load(sources, &mut |_| Err(PictureError::NoFolder))
    }

    /// Loads each source once, and each picture once that stands at several places. Pixels are made when they are asked for; all
    /// pictures of which there are any have the same share of what may be made.
    #[must_use]
    pub fn load<'s>(sources: impl IntoIterator<Item = &'s str>, fetch: Fetch<'_>) -> Self {
        let mut gallery = Self::default();
        let mut loading = Loading { fetch, known: BTreeMap::new(), weight: 0, left: limits::WORK, decoded: 0 };
        for source in sources {
            if !gallery.pictures.contains_key(source) {
                gallery.pictures.insert(source.to_owned(), loading.one(source));
            }
        }
        let made: Vec<_> = loading.known.values().flatten().filter(|artwork| artwork.is_made()).collect();
        for artwork in &made {
            artwork.share(made.len());
        }
        gallery.decoded = loading.decoded;
        gallery
    }

    /// How many files were decoded to look at them, whether they can be shown or not: each once, by however many sources it is named.
    #[must_use]
    pub fn decoded(&self) -> usize {
        self.decoded
    }

    /// The picture of a source, or why it cannot be shown.
    ///
    /// # Errors
    /// The reason why the picture cannot be shown.
    pub fn get(&self, source: &str) -> Result<&Arc<Artwork>, PictureError> {
        match self.pictures.get(source) {
            Some(Ok(artwork)) => Ok(artwork),
            Some(Err(error)) => Err(error.clone()),
            None => Err(match Source::parse(source) {
                Ok(Source::Path(_) | Source::Data(_)) => PictureError::NotFound(None),
                Err(error) => PictureError::BadSource(error),
            }),
        }
    }

    /// A warning for each place where a picture stands that cannot be shown; places are JSON pointers, each with its source.
    #[must_use]
    pub fn warnings<'s>(&self, places: impl IntoIterator<Item = (String, &'s str)>) -> Vec<Diagnostic> {
        let warning = |(pointer, source): (String, &'s str)| {
            let error = self.get(source).err()?;
            Some(error.diagnostic(source).at(pointer))
        };
        places.into_iter().filter_map(warning).collect()
    }
}

impl Loading<'_> {
    fn one(&mut self, source: &str) -> Result<Arc<Artwork>, PictureError> {
        if self.weight >= limits::TOTAL_BYTES {
            return Err(PictureError::TooLarge(Excess::Total));
        }
        let bytes = match Source::parse(source).map_err(PictureError::BadSource)? {
            Source::Path(parts) => (self.fetch)(&parts)?.into(),
            Source::Data(bytes) => bytes,
        };
        let key = (bytes.len(), fingerprint([&*bytes]));
        if let Some(known) = self.known.get(&key) {
            return known.clone();
        }
        self.left = self.left.saturating_add(limits::WORK_A_BYTE * bytes.len() as u64);
        self.decoded += 1;
        let loaded = decode_within(&bytes, &mut self.left).and_then(|artwork| {
            self.weight += artwork.weight();
            if self.weight > limits::TOTAL_BYTES { Err(PictureError::TooLarge(Excess::Total)) } else { Ok(Arc::new(artwork)) }
        });
        self.known.insert(key, loaded.clone());
        loaded
    }
}
