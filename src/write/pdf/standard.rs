//! What a standard asks of a file beyond what all files have: what it says of itself, and what a journey may have that it forbids.
//!
//! All else that PDF/A-2a (ISO 19005-2) asks for is so in every file: fonts are embedded and every code has a text, colours have an output
//! intent, all is tagged and has a language, and there are no actions, scripts, encryption or layers.

use lopdf::{Dictionary, Document, Object};

use super::fonts::FontSet;
use super::settings::Standard;
use crate::scene::walk::{Step, walk};
use crate::scene::{ImageData, Scene};
use crate::write::Problem;

/// The bytes that a string may have (ISO 19005-2, 6.1.13).
const LONGEST: usize = 32_767;

/// What the metadata says of the standard: its part and level, and what `pdfuaid` means, which PDF/A asks for of all that it does not
/// know (ISO 19005-2, 6.6.2.3 and 6.6.4).
pub(super) fn said(standard: Standard) -> &'static str {
    match standard {
        Standard::A2a => {
            "<rdf:Description rdf:about=\"\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" \
             xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\" xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\" \
             xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 to which the document conforms</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"
        }
    }
}

/// Looks for what a scene has that a standard forbids.
///
/// # Errors
/// With the first that is found.
pub(super) fn allows(standard: Standard, scene: &Scene, fonts: &FontSet) -> Result<(), Problem> {
    let refused = |reason: String| Problem::Standard { name: standard.name(), reason };
    let unreadable = fonts.iter().flat_map(|subset| subset.entries.values()).flat_map(|entry| entry.text.chars());
    if let Some(character) = unreadable.into_iter().find(|character| means_nothing(*character)) {
        let code = u32::from(character);
        return Err(refused(format!("it holds the character U+{code:04X}, which has no meaning that all share")));
    }
    let mut found = None;
    for page in &scene.pages {
        walk(&page.nodes, &mut |step| {
            let reason = match step {
                Step::Text(run) if run.text.len() * 2 > LONGEST => Some("a line of it is too long".to_owned()),
                Step::Image(image) => match &image.data {
                    ImageData::Jpeg(jpeg) if jpeg.profile.as_ref().is_some_and(|profile| !is_known(profile)) => {
                        let what = "has a colour profile of a newer kind; save it with sRGB";
                        Some(format!("the picture {:?} {what}", image.description))
                    }
                    ImageData::Jpeg(_) | ImageData::Raster(_) | ImageData::Drawing(_) => None,
                },
                Step::Open(_)
                | Step::Close(_)
                | Step::OpenLink(_)
                | Step::CloseLink(_)
                | Step::Text(_)
                | Step::Missing(_)
                | Step::Path(_) => None,
            };
            found = found.take().or(reason);
        });
    }
    found.map_or(Ok(()), |reason| Err(refused(reason)))
}

/// Characters of private use, and those that a code may not stand for (ISO 19005-2, 6.2.11.7).
fn means_nothing(character: char) -> bool {
    matches!(character, '\0' | '\u{FEFF}' | '\u{FFFE}' | '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..)
}

/// A profile of version 2 to 4, of a screen, a camera or scanner, or a space of colours (ISO 19005-2, 6.2.4.2).
fn is_known(profile: &[u8]) -> bool {
    let class = profile.get(12..16);
    profile.get(8).is_some_and(|version| (2..=4).contains(version))
        && [&b"mntr"[..], b"scnr", b"spac"].iter().any(|known| class == Some(known))
}

/// The longest string of a document, and of the objects that are put into it later, in bytes.
#[derive(Debug, Default)]
pub(super) struct Longest(usize);

impl Longest {
    pub(super) fn of(document: &Document) -> Self {
        let mut longest = Self::default();
        document.objects.values().for_each(|object| longest.look(object));
        longest
    }

    pub(super) fn look(&mut self, object: &Object) {
        match object {
            Object::String(text, _) => self.0 = self.0.max(text.len()),
            Object::Array(items) => items.iter().for_each(|item| self.look(item)),
            Object::Dictionary(dictionary) => self.within(dictionary),
            Object::Stream(stream) => self.within(&stream.dict),
            Object::Null | Object::Boolean(_) | Object::Integer(_) | Object::Real(_) | Object::Name(_) | Object::Reference(_) => {
            }
        }
    }

    fn within(&mut self, dictionary: &Dictionary) {
        dictionary.iter().for_each(|(_, item)| self.look(item));
    }

    /// Whether a standard allows it.
    pub(super) fn allowed(&self, standard: Standard) -> Result<(), Problem> {
        if self.0 <= LONGEST {
            return Ok(());
        }
        let reason = "a text of it takes more than 32,767 bytes, for which the standard has no room".to_owned();
        Err(Problem::Standard { name: standard.name(), reason })
    }
}
