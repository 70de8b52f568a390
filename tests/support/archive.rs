//! What PDF/A-2a (ISO 19005-2, level A) forbids or misses in a document, as far as a program can see it, by clause. Tags are heard elsewhere.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object, ObjectId, Stream};
use skrifa::raw::{FontRef, TableProvider};

use super::pdf_text::to_unicode;

/// The operators that there are (ISO 32000-1, annex A), of those that the program may need.
const OPERATORS: [&str; 35] = [
    "q", "Q", "cm", "w", "J", "j", "M", "d", "m", "l", "c", "h", "S", "f", "f*", "B", "n", "rg", "RG", "k", "K", "cs", "CS",
    "scn", "SCN", "Do", "BT", "ET", "Tf", "Tm", "Ts", "TJ", "BMC", "BDC", "EMC",
];

/// The names by which metadata say what standard a file is written by.
const ID: &str = "http://www.aiim.org/pdfa/ns/id/";

/// What is wrong, each with its clause.
pub fn faults(document: &Document) -> BTreeSet<String> {
    let mut archive = Archive { document, faults: BTreeSet::new() };
    archive.file();
    archive.catalog();
    archive.metadata();
    archive.objects();
    for page in document.page_iter() {
        archive.page(page);
    }
    archive.faults
}

struct Archive<'d> {
    document: &'d Document,
    faults: BTreeSet<String>,
}

impl<'d> Archive<'d> {
    fn must(&mut self, holds: bool, clause: &str) {
        if !holds {
            self.faults.insert(clause.to_owned());
        }
    }

    fn get(&self, dictionary: &'d Dictionary, key: &[u8]) -> Option<&'d Object> {
        dictionary.get_deref(key, self.document).ok()
    }

    fn dictionary(&self, dictionary: &'d Dictionary, key: &[u8]) -> Option<&'d Dictionary> {
        let found = self.get(dictionary, key)?;
        found.as_dict().ok().or_else(|| found.as_stream().ok().map(|stream| &stream.dict))
    }

    fn file(&mut self) {
        self.must(self.document.version == "1.7", "6.1.2: another version");
        self.must(self.document.binary_mark.iter().filter(|byte| **byte > 127).count() >= 4, "6.1.2: no mark of binary data");
        self.must(self.document.trailer.has(b"ID"), "6.1.3: no identity");
        self.must(!self.document.trailer.has(b"Encrypt"), "6.1.3: it is encrypted");
    }

    fn catalog(&mut self) {
        let catalog = self.document.catalog().unwrap();
        for key in [&b"OCProperties"[..], b"AA", b"OpenAction", b"Names", b"AcroForm", b"Requirements", b"AF", b"Perms"] {
            self.must(!catalog.has(key), &format!("6.5 to 6.11: the catalogue has {}", String::from_utf8_lossy(key)));
        }
        let marked = self.dictionary(catalog, b"MarkInfo").and_then(|info| self.get(info, b"Marked"));
        self.must(marked.is_some_and(|marked| marked.as_bool().is_ok_and(|marked| marked)), "6.7.2: it is not marked");
        self.must(catalog.has(b"StructTreeRoot"), "6.7.3: no tree of tags");
        self.must(catalog.get(b"Lang").and_then(Object::as_str).is_ok_and(|tag| !tag.is_empty()), "6.7.4: no language");
        let intents = self.get(catalog, b"OutputIntents").and_then(|intents| intents.as_array().ok());
        let intent = intents.and_then(|intents| intents.first()?.as_dict().ok());
        let kind = intent.and_then(|intent| self.get(intent, b"S")?.as_name().ok());
        self.must(kind == Some(b"GTS_PDFA1"), "6.2.3: no output intent");
        let profile = intent.and_then(|intent| self.get(intent, b"DestOutputProfile")?.as_stream().ok());
        let fine = profile.is_some_and(|profile| {
            let three = profile.dict.get(b"N").and_then(Object::as_i64).is_ok_and(|count| count == 3);
            profile.get_plain_content().is_ok_and(|bytes| three && known_profile(&bytes, b"RGB "))
        });
        self.must(fine, "6.2.3: the profile of the output intent");
    }

    fn metadata(&mut self) {
        let catalog = self.document.catalog().unwrap();
        let stream = self.get(catalog, b"Metadata").and_then(|metadata| metadata.as_stream().ok());
        let Some(stream) = stream else { return self.must(false, "6.6.2: no metadata") };
        let text = String::from_utf8_lossy(&stream.content).into_owned();
        let Ok(tree) = roxmltree::Document::parse(&text) else { return self.must(false, "6.6.2: metadata that are no XML") };
        self.must(
            text.contains("<?xpacket begin") && !text.contains("bytes=") && !text.contains("encoding="),
            "6.6.2: the packet",
        );
        let value = |space: &str, name: &str| {
            let found =
                tree.descendants().find(|node| node.tag_name().namespace() == Some(space) && node.tag_name().name() == name);
            found.map(|node| {
                node.descendants().filter_map(|node| node.is_text().then(|| node.text()).flatten()).collect::<String>()
            })
        };
        self.must(value(ID, "part").as_deref() == Some("2"), "6.6.4: the part of the standard");
        self.must(value(ID, "conformance").as_deref() == Some("A"), "6.6.4: the level of the standard");
        let known = ["http://purl.org/dc/elements/1.1/", "http://ns.adobe.com/pdf/1.3/", "http://ns.adobe.com/xap/1.0/", ID];
        let own = ["http://www.w3.org/1999/02/22-rdf-syntax-ns#", "adobe:ns:meta/"];
        for node in tree.descendants().filter(roxmltree::Node::is_element) {
            let space = node.tag_name().namespace().unwrap_or_default();
            let described =
                || tree.descendants().any(|node| node.tag_name().name() == "namespaceURI" && node.text() == Some(space));
            let fine = known.contains(&space) || own.contains(&space) || space.contains("/pdfa/ns/") || described();
            self.must(fine, &format!("6.6.2.3: {space} is not described"));
        }
        let info = self.document.trailer.get_deref(b"Info", self.document).and_then(Object::as_dict).unwrap();
        let dated = |key: &[u8]| {
            let date = info.get(key).and_then(Object::as_str).map(|date| String::from_utf8_lossy(date).into_owned());
            date.unwrap_or_default().chars().filter(char::is_ascii_digit).collect::<String>()
        };
        for (key, name) in [(&b"CreationDate"[..], "CreateDate"), (b"ModDate", "ModifyDate")] {
            let said = value("http://ns.adobe.com/xap/1.0/", name).unwrap_or_default();
            let digits: String = said.chars().filter(char::is_ascii_digit).collect();
            self.must(!digits.is_empty() && digits == dated(key), "6.6.3: dates that differ");
        }
    }

    fn objects(&mut self) {
        for object in self.document.objects.values() {
            self.object(object);
            if let Object::Stream(stream) = object {
                self.stream(stream);
            }
            let dictionary = object.as_dict().ok();
            if let Some(font) = dictionary.filter(|of| is(of, b"Subtype", b"Type0")) {
                self.font(font);
            }
        }
    }

    fn object(&mut self, object: &Object) {
        match object {
            Object::String(text, _) => self.must(text.len() <= 32_767, "6.1.13: a string that is too long"),
            Object::Name(name) => self.must(name.len() <= 127, "6.1.13: a name that is too long"),
            Object::Array(items) => items.iter().for_each(|item| self.object(item)),
            Object::Dictionary(dictionary) => dictionary.iter().for_each(|(_, item)| self.object(item)),
            Object::Stream(stream) => stream.dict.iter().for_each(|(_, item)| self.object(item)),
            _ => {}
        }
    }

    fn stream(&mut self, stream: &'d Stream) {
        let dictionary = &stream.dict;
        self.must(!dictionary.has(b"F") && !dictionary.has(b"FFilter"), "6.1.7: a stream that is another file");
        let filter = dictionary.get(b"Filter").and_then(Object::as_name).ok();
        self.must(filter.is_none_or(|filter| [&b"FlateDecode"[..], b"DCTDecode"].contains(&filter)), "6.1.7.2: another filter");
        for key in [&b"OPI"[..], b"Alternates", b"PS", b"Ref"] {
            self.must(!dictionary.has(key), &format!("6.2.8: it has {}", String::from_utf8_lossy(key)));
        }
        let interpolated = dictionary.get(b"Interpolate").and_then(Object::as_bool).is_ok_and(|is| is);
        self.must(!interpolated, "6.2.8: an interpolated picture");
        if let Some(space) = self.get(dictionary, b"ColorSpace") {
            let device = space.as_name().is_ok_and(|name| [&b"DeviceRGB"[..], b"DeviceGray"].contains(&name));
            let profile = space.as_array().ok().and_then(|space| space.get(1)?.as_reference().ok());
            let profile = profile.and_then(|id| self.document.get_object(id).ok()?.as_stream().ok());
            let bytes = profile.and_then(|profile| profile.get_plain_content().ok()).unwrap_or_default();
            let sound = known_profile(&bytes, b"RGB ") || known_profile(&bytes, b"GRAY");
            self.must(device || sound, "6.2.4: a picture in colours without a meaning");
        }
    }

    /// The text of each code of a font; none where it says none.
    fn texts(&self, font: &Dictionary) -> BTreeMap<u16, String> {
        if font.has(b"ToUnicode") { to_unicode(self.document, font) } else { BTreeMap::new() }
    }

    /// Fonts are embedded, their widths are those of the program, and each code has a glyph and a text.
    fn font(&mut self, font: &'d Dictionary) {
        let texts = self.texts(font);
        self.must(!texts.is_empty(), "6.2.11.7: a font without texts");
        let private =
            |text: &String| text.is_empty() || text.chars().any(|c| matches!(c, '\0' | '\u{FEFF}' | '\u{E000}'..='\u{F8FF}'));
        self.must(!texts.values().any(private), "6.2.11.7: a code without a text");
        let descendant = self.get(font, b"DescendantFonts").and_then(|fonts| fonts.as_array().ok()?.first()?.as_dict().ok());
        let Some(descendant) = descendant else { return self.must(false, "6.2.11.3: no descendant") };
        let encoding = self.get(font, b"Encoding").and_then(|encoding| encoding.as_name().ok());
        self.must(encoding == Some(b"Identity-H"), "6.2.11.3: another encoding");
        let program = self.dictionary(descendant, b"FontDescriptor").and_then(|of| self.get(of, b"FontFile2")?.as_stream().ok());
        let Some(program) = program.and_then(|program| program.get_plain_content().ok()) else {
            return self.must(false, "6.2.11.4: a font that is not embedded");
        };
        let glyph: Box<dyn Fn(u16) -> u16> = match self.get(descendant, b"CIDToGIDMap") {
            Some(Object::Name(name)) if name == b"Identity" => Box::new(|code| code),
            Some(Object::Stream(map)) => {
                let map = map.get_plain_content().unwrap_or_else(|_| map.content.clone());
                Box::new(move |code| map.chunks(2).nth(code.into()).map_or(0, |pair| u16::from_be_bytes([pair[0], pair[1]])))
            }
            _ => return self.must(false, "6.2.11.3: no map from codes to glyphs"),
        };
        let face = FontRef::new(&program).unwrap();
        let (advances, em) = (face.hmtx().unwrap(), f64::from(face.head().unwrap().units_per_em()));
        let widths = widths(self.get(descendant, b"W").and_then(|widths| widths.as_array().ok()).map_or(&[], Vec::as_slice));
        for code in texts.keys() {
            self.must(glyph(*code) != 0, "6.2.11.8: a glyph that is none");
            let drawn = f64::from(advances.advance(glyph(*code).into()).unwrap_or(0)) * 1000.0 / em;
            let said = widths.get(code).copied().unwrap_or(1000.0);
            self.must((drawn - said).abs() <= 1.0, "6.2.11.5: a width that is another");
        }
    }

    fn page(&mut self, id: ObjectId) {
        let page = self.document.get_dictionary(id).unwrap();
        self.must(!page.has(b"AA") && !page.has(b"PresSteps"), "6.5.2: a page that acts");
        for name in [&b"MediaBox"[..], b"CropBox", b"BleedBox", b"TrimBox"] {
            let Some(sides) = self.get(page, name).and_then(|sides| sides.as_array().ok()) else { continue };
            let sides: Vec<f32> = sides.iter().map(|side| side.as_float().unwrap()).collect();
            let fine = |low: f32, high: f32| (3.0..=14_400.0).contains(&(high - low));
            self.must(fine(sides[0], sides[2]) && fine(sides[1], sides[3]), "6.1.13: a page that is too large or too small");
        }
        let links = self.get(page, b"Annots").and_then(|links| links.as_array().ok());
        for link in links.into_iter().flatten() {
            let link = self.document.dereference(link).unwrap().1.as_dict().unwrap();
            self.must(is(link, b"Subtype", b"Link"), "6.3.1: another annotation");
            self.must(link.get(b"F").and_then(Object::as_i64).is_ok_and(|flags| flags == 4), "6.3.2: what is not printed");
            let action = self.dictionary(link, b"A").and_then(|action| action.get(b"S").and_then(Object::as_name).ok());
            self.must(action == Some(b"URI"), "6.5.1: another action");
        }
        let fonts = self.document.get_page_fonts(id).unwrap().into_iter();
        let fonts: BTreeMap<_, _> = fonts.map(|(name, font)| (name, self.texts(font))).collect();
        self.content(&self.document.get_page_content(id), &fonts);
        let resources = self.dictionary(page, b"Resources");
        let objects = resources.and_then(|resources| self.dictionary(resources, b"XObject"));
        for (_, object) in objects.into_iter().flatten() {
            let stream = self.document.dereference(object).unwrap().1.as_stream().unwrap();
            if is(&stream.dict, b"Subtype", b"Form") {
                self.must(stream.dict.has(b"Resources"), "6.2.2: a form without resources");
                let content = stream.get_plain_content().unwrap_or_else(|_| stream.content.clone());
                self.content(&content, &fonts);
            }
        }
    }

    fn content(&mut self, content: &[u8], fonts: &BTreeMap<Vec<u8>, BTreeMap<u16, String>>) {
        let (mut font, mut depth) = (None, 0);
        for operation in Content::decode(content).expect("operators").operations {
            let operator = operation.operator.as_str();
            self.must(OPERATORS.contains(&operator), &format!("6.2.2: the operator {operator}"));
            match operator {
                "q" => depth += 1,
                "Q" => depth -= 1,
                "k" | "K" | "cs" | "CS" | "scn" | "SCN" => self.must(false, "6.2.4: colours of another kind than the intent"),
                "Tf" => font = operation.operands[0].as_name().ok().and_then(|name| fonts.get(name)),
                "TJ" => {
                    let strings = operation.operands[0].as_array().unwrap().iter().filter_map(|item| item.as_str().ok());
                    let mut codes = strings.flat_map(|codes| codes.chunks(2)).map(|code| u16::from_be_bytes([code[0], code[1]]));
                    self.must(
                        font.is_some_and(|font| codes.all(|code| font.contains_key(&code))),
                        "6.2.11: a code that has no text",
                    );
                }
                _ => {}
            }
            self.must((0..=28).contains(&depth), "6.1.13: states that are too deep");
        }
    }
}

/// Whether an entry is a name.
fn is(of: &Dictionary, key: &[u8], name: &[u8]) -> bool {
    of.get(key).and_then(Object::as_name).is_ok_and(|found| found == name)
}

/// A profile of version 2 to 4 in a space of colours.
fn known_profile(bytes: &[u8], space: &[u8; 4]) -> bool {
    bytes.get(36..40) == Some(b"acsp") && bytes.get(16..20) == Some(space) && (2..=4).contains(&bytes[8])
}

/// Widths by code.
fn widths(list: &[Object]) -> BTreeMap<u16, f64> {
    let number = |object: &Object| f64::from(object.as_float().unwrap());
    let (mut widths, mut at) = (BTreeMap::new(), 0);
    while at + 1 < list.len() {
        let first = u16::try_from(list[at].as_i64().unwrap()).unwrap();
        if let Ok(some) = list[at + 1].as_array() {
            widths.extend(some.iter().zip(first..).map(|(width, code)| (code, number(width))));
            at += 2;
        } else {
            let last = u16::try_from(list[at + 1].as_i64().unwrap()).unwrap();
            widths.extend((first..=last).map(|code| (code, number(&list[at + 2]))));
            at += 3;
        }
    }
    widths
}
