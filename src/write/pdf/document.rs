//! What a document says about itself, and how it is saved.

use std::fmt::Write;

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, StringFormat, dictionary};

use super::boxes::Boxes;
use super::content::user_unit;
use super::operators::ALL_INKS;
use super::profile;
use super::save::save;
use super::settings::Standard;
use super::standard::{self, Longest};
use super::tags::Tags;
use crate::meta::Meta;
use crate::scene::Scene;
use crate::scene::fingerprint;
use crate::write::Options;
use crate::write::xml::escape;

const PRODUCER: &str = concat!("klantreis ", env!("CARGO_PKG_VERSION"));

/// Whether a file says that this program, of whatever version, has produced it.
pub(in crate::write) fn is_ours(bytes: &[u8]) -> bool {
    bytes.starts_with(b"%PDF-") && crate::write::say(bytes, "<pdf:Producer>klantreis ")
}

/// Adds what printpdf does not write, and saves; `links` is what the links of each page say, and `tags` what is heard of all. Gives the longest
/// string as well, which a standard may not allow.
///
/// # Errors
/// When the document lacks a part that printpdf always writes, or cannot be saved.
pub(super) fn finish(
    mut document: Document,
    scene: &Scene,
    (links, tags): (&[Vec<String>], &Tags),
    options: &Options,
) -> Result<(Vec<u8>, Longest), lopdf::Error> {
    let meta = &scene.meta;
    "1.7".clone_into(&mut document.version);
    set_sizes(&mut document, scene)?;
    let links = name_links(&mut document, links)?;
    let elements = tags.write(&mut document, links)?;
    // A stream's metadata is left as it stands: other programs look for it without reading the rest.
    let kind = dictionary! { "Type" => "Metadata", "Subtype" => "XML" };
    let metadata = document.add_object(Stream::new(kind, xmp(meta, options.pdf.standard).into_bytes()).with_compression(false));
    let intent = match options.pdf.inks {
        None => Some(intent(&mut document)),
        Some(_) => None,
    };
    if options.pdf.inks.is_some() {
        name_all_inks(&mut document, scene)?;
    }
    let catalog = document.catalog_mut()?;
    catalog.set("Lang", text(&meta.language));
    catalog.set("Metadata", metadata);
    if let Some(intent) = intent {
        catalog.set("OutputIntents", vec![intent]);
    }
    let mut preferences = dictionary! { "DisplayDocTitle" => true };
    if options.actual_size {
        preferences.set("PrintScaling", Object::Name(b"None".to_vec()));
    }
    catalog.set("ViewerPreferences", preferences);
    if let Some(labels) = labels(scene) {
        catalog.set("PageLabels", labels);
    }
    catalog.remove(b"PageLayout");
    let properties = info(meta);
    match document.trailer.get(b"Info").and_then(Object::as_reference) {
        Ok(id) => document.set_object(id, properties),
        Err(error) => return Err(error),
    }
    let identity = Object::String(identity(&document, meta), StringFormat::Hexadecimal);
    document.trailer.set("ID", vec![identity.clone(), identity]);
    let mut longest = Longest::of(&document);
    let bytes = save(document, elements.inspect(|(_, object)| longest.look(object)))?;
    Ok((bytes, longest))
}

/// What viewers call the pages (ISO 32000-1, 12.4.2): by their names where they have any, else by their numbers.
fn labels(scene: &Scene) -> Option<Object> {
    scene.pages.iter().find_map(|page| page.name.as_ref())?;
    let labels = (0_i64..).zip(&scene.pages).flat_map(|(index, page)| {
        let number = || dictionary! { "S" => "D", "St" => index + 1 };
        let label = page.name.as_ref().map_or_else(number, |name| dictionary! { "P" => text(name) });
        [Object::Integer(index), Object::Dictionary(label)]
    });
    Some(Object::Dictionary(dictionary! { "Nums" => labels.collect::<Vec<_>>() }))
}

/// Gives pages with marks the space of colours that stands for all inks (ISO 32000-1, 8.6.6.4). Where there are no plates it is all four inks
/// on each other.
fn name_all_inks(document: &mut Document, scene: &Scene) -> Result<(), lopdf::Error> {
    let ids: Vec<_> = document.page_iter().collect();
    for (id, _) in ids.into_iter().zip(&scene.pages).filter(|(_, page)| page.marks().next().is_some()) {
        let reals = |numbers: &[f32]| Object::Array(numbers.iter().copied().map(Object::Real).collect());
        let tint = dictionary! {
            "FunctionType" => 2, "Domain" => reals(&[0.0, 1.0]), "N" => 1,
            "C0" => reals(&[0.0; 4]), "C1" => reals(&[1.0; 4]),
        };
        let name = |name: &str| Object::Name(name.as_bytes().to_vec());
        let space = vec![name("Separation"), name("All"), name("DeviceCMYK"), Object::Dictionary(tint)];
        let page = document.get_dictionary(id)?;
        let resources = page.get(b"Resources")?;
        let spaces = dictionary! { ALL_INKS => space };
        match resources.as_reference() {
            Ok(shared) => document.get_dictionary_mut(shared)?.set("ColorSpace", spaces),
            Err(_) => document.get_dictionary_mut(id)?.get_mut(b"Resources")?.as_dict_mut()?.set("ColorSpace", spaces),
        }
    }
    Ok(())
}

/// What the colours of all pages mean: those of sRGB (ISO 32000-1, 14.11.5).
fn intent(document: &mut Document) -> Object {
    let profile = document.add_object(Stream::new(dictionary! { "N" => 3, "Alternate" => "DeviceRGB" }, profile::srgb()));
    let name = || Object::string_literal("sRGB IEC61966-2.1");
    Object::Dictionary(dictionary! {
        "Type" => "OutputIntent",
        "S" => "GTS_PDFA1",
        "OutputConditionIdentifier" => name(),
        "RegistryName" => Object::string_literal("http://www.color.org"),
        "Info" => name(),
        "DestOutputProfile" => profile,
    })
}

/// Gives the pages what they show, in place of what printpdf made of the operators that it was given.
///
/// # Errors
/// When a page lacks what printpdf always writes.
pub(super) fn show(document: &mut Document, contents: Vec<Stream>) -> Result<(), lopdf::Error> {
    let ids: Vec<_> = document.page_iter().collect();
    for (id, content) in ids.into_iter().zip(contents) {
        let page = document.get_dictionary(id)?;
        let stream = page.get(b"Contents").and_then(Object::as_reference)?;
        document.set_object(stream, content);
    }
    Ok(())
}

/// Says how large the pages are. Those with a side over 200 inches count in larger units.
fn set_sizes(document: &mut Document, scene: &Scene) -> Result<(), lopdf::Error> {
    let ids: Vec<_> = document.page_iter().collect();
    for (id, page) in ids.into_iter().zip(&scene.pages) {
        let unit = user_unit(page.sheet());
        let dictionary = document.get_dictionary_mut(id)?;
        if unit > 1.0 {
            dictionary.set("UserUnit", Object::Real(super::content::real(unit)));
        }
        Boxes::of(page).write(dictionary);
    }
    Ok(())
}

/// Says of each link what it is (ISO 32000-1, 12.5.2, `Contents`), makes an object of each, so that the tree can refer to it, and leaves
/// out lists without any.
fn name_links(document: &mut Document, links: &[Vec<String>]) -> Result<Vec<ObjectId>, lopdf::Error> {
    let mut all = Vec::new();
    let ids: Vec<_> = document.page_iter().collect();
    for (id, said) in ids.into_iter().zip(links) {
        let page = document.get_dictionary_mut(id)?;
        if said.is_empty() {
            page.remove(b"Annots");
            continue;
        }
        let annotations = std::mem::take(page.get_mut(b"Annots").and_then(Object::as_array_mut)?);
        let mut own: Vec<Object> = Vec::with_capacity(annotations.len());
        for (mut annotation, said) in annotations.into_iter().zip(said) {
            let dictionary = annotation.as_dict_mut()?;
            dictionary.set("Contents", text(said));
            // It is there on paper as well (ISO 32000-1, 12.5.3: Print).
            dictionary.set("F", 4);
            let link = document.add_object(annotation);
            own.push(link.into());
            all.push(link);
        }
        document.get_dictionary_mut(id)?.set("Annots", own);
    }
    Ok(all)
}

/// A text string: ASCII as it stands, all else in UTF-16.
pub(super) fn text(content: &str) -> Object {
    if content.bytes().all(|byte| (b' '..=b'~').contains(&byte)) {
        return Object::string_literal(content);
    }
    let utf16 = [0xFE, 0xFF].into_iter().chain(content.encode_utf16().flat_map(u16::to_be_bytes));
    Object::String(utf16.collect(), StringFormat::Hexadecimal)
}

fn info(meta: &Meta) -> Dictionary {
    let (date, [hour, minute, second]) = meta.created.civil();
    let (year, month, day) = date.parts();
    let created = format!("D:{year:04}{month:02}{day:02}{hour:02}{minute:02}{second:02}Z");
    let mut info = dictionary! {
        "Title" => text(&meta.title),
        "Creator" => text(PRODUCER),
        "Producer" => text(PRODUCER),
        "CreationDate" => Object::string_literal(created.clone()),
        "ModDate" => Object::string_literal(created),
    };
    if !meta.authors.is_empty() {
        info.set("Author", text(&meta.authors.join(", ")));
    }
    if !meta.subject.is_empty() {
        info.set("Subject", text(&meta.subject));
    }
    info
}

/// The same properties in the Extensible Metadata Platform's form (ISO 16684-1).
fn xmp(meta: &Meta, standard: Option<Standard>) -> String {
    let (date, [hour, minute, second]) = meta.created.civil();
    let created = format!("{date}T{hour:02}:{minute:02}:{second:02}Z");
    let standard = standard.map_or("", standard::said);
    let (title, language) = (escape(&meta.title), escape(&meta.language));
    let mut xmp = format!(
        "<?xpacket begin=\"\u{FEFF}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>
<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">
<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">
<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" \
         xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">
<pdfuaid:part>1</pdfuaid:part>
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
"
    );
    if !meta.authors.is_empty() {
        let authors: Vec<String> = meta.authors.iter().map(|author| escape(author)).collect();
        let authors = authors.join("</rdf:li><rdf:li>");
        let _ = writeln!(xmp, "<dc:creator><rdf:Seq><rdf:li>{authors}</rdf:li></rdf:Seq></dc:creator>");
    }
    if !meta.subject.is_empty() {
        let subject = escape(&meta.subject);
        let _ = writeln!(
            xmp,
            "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">{subject}</rdf:li></rdf:Alt></dc:description>"
        );
    }
    let _ = writeln!(
        xmp,
        "<pdf:Producer>{PRODUCER}</pdf:Producer>
<xmp:CreatorTool>{PRODUCER}</xmp:CreatorTool>
<xmp:CreateDate>{created}</xmp:CreateDate>
<xmp:ModifyDate>{created}</xmp:ModifyDate>
</rdf:Description>
{standard}</rdf:RDF>
</x:xmpmeta>
<?xpacket end=\"r\"?>"
    );
    xmp
}

/// An identity that the content gives, so that the same document is the same file.
fn identity(document: &Document, meta: &Meta) -> Vec<u8> {
    let streams = document.objects.values().filter_map(|object| match object {
        Object::Stream(stream) => Some(stream.content.as_slice()),
        _ => None,
    });
    fingerprint([meta.title.as_bytes()].into_iter().chain(streams)).to_be_bytes().to_vec()
}
