//! A PDF as it is heard: its tree of elements with their text, and what is wrong with it by the rules of PDF/UA-1 (ISO 14289-1) that a
//! program can check.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object, ObjectId};

use super::pdf_text::{to_unicode, utf16};

/// What is heard, a line an element, and what is wrong.
#[derive(Default)]
pub struct Heard {
    pub lines: Vec<String>,
    /// All of the text on the pages, in the order in which it is heard.
    pub said: String,
    pub faults: BTreeSet<String>,
}

struct Listener<'a> {
    document: &'a Document,
    pages: Vec<ObjectId>,
    /// The text of marked content, by page and number.
    content: BTreeMap<(ObjectId, i64), String>,
    /// The element that the list of parents has for each piece of content, and for each link.
    parents: BTreeMap<(ObjectId, i64), ObjectId>,
    links: BTreeMap<i64, ObjectId>,
    told: BTreeSet<(ObjectId, i64)>,
    linked: BTreeSet<ObjectId>,
    heading: i64,
    out: Heard,
}

/// Listens to a document.
pub fn heard(document: &Document) -> Heard {
    let mut listener = Listener {
        document,
        pages: document.page_iter().collect(),
        content: BTreeMap::new(),
        parents: BTreeMap::new(),
        links: BTreeMap::new(),
        told: BTreeSet::new(),
        linked: BTreeSet::new(),
        heading: 0,
        out: Heard::default(),
    };
    listener.listen();
    listener.out
}

impl<'a> Listener<'a> {
    fn fault(&mut self, fault: impl Into<String>) {
        self.out.faults.insert(fault.into());
    }

    fn listen(&mut self) {
        let catalog = self.document.catalog().expect("a catalogue");
        self.catalog(catalog);
        for page in self.pages.clone() {
            self.page(page);
        }
        let Ok(root) = self.get(catalog, b"StructTreeRoot").and_then(Object::as_dict) else {
            return self.fault("no tree");
        };
        self.parents(root);
        let kids = self.get(root, b"K").and_then(Object::as_array).cloned().unwrap_or_default();
        for kid in kids {
            match kid.as_reference() {
                Ok(kid) => drop(self.element(kid, "", 0)),
                Err(_) => self.fault("a kid of the root that is no element"),
            }
        }
        let untold: Vec<_> = self.content.keys().filter(|content| !self.told.contains(content)).copied().collect();
        for (_, number) in untold {
            self.fault(format!("content {number} in no element"));
        }
        for page in self.pages.clone() {
            for link in annotations(self.document, page) {
                if !self.linked.contains(&link) {
                    self.fault("a link in no element");
                }
            }
        }
        if self.heading == 0 {
            self.fault("no heading");
        }
    }

    fn get(&self, of: &'a Dictionary, key: &[u8]) -> lopdf::Result<&'a Object> {
        of.get_deref(key, self.document)
    }

    fn catalog(&mut self, catalog: &'a Dictionary) {
        if catalog.get(b"Lang").and_then(Object::as_str).is_ok_and(<[u8]>::is_empty) || !catalog.has(b"Lang") {
            self.fault("no language");
        }
        let flag = |of: &[u8], key: &[u8]| {
            self.get(catalog, of).and_then(Object::as_dict).and_then(|of| of.get(key)).and_then(Object::as_bool).unwrap_or(false)
        };
        let (marked, shown) = (flag(b"MarkInfo", b"Marked"), flag(b"ViewerPreferences", b"DisplayDocTitle"));
        if !marked {
            self.fault("not marked");
        }
        if !shown {
            self.fault("the title is not shown");
        }
        let metadata = self.get(catalog, b"Metadata").and_then(Object::as_stream).map(|stream| stream.content.clone());
        let metadata = String::from_utf8(metadata.unwrap_or_default()).expect("XMP in UTF-8");
        if !metadata.contains("<pdfuaid:part>1</pdfuaid:part>") || !metadata.contains("<dc:title>") {
            self.fault("metadata that do not say PDF/UA and a title");
        }
        match self.get(catalog, b"Outlines").and_then(Object::as_dict) {
            Ok(outlines) => {
                let count = outlines.get(b"Count").and_then(Object::as_i64).unwrap_or(0);
                if self.bookmarks(outlines) != count {
                    self.fault("bookmarks that are not as many as said");
                }
            }
            Err(_) => self.fault("no bookmarks"),
        }
    }

    /// How many bookmarks there are under one.
    fn bookmarks(&mut self, under: &'a Dictionary) -> i64 {
        let (mut count, mut next) = (0, self.get(under, b"First").and_then(Object::as_dict));
        while let Ok(mark) = next {
            count += 1 + self.bookmarks(mark);
            if !mark.has(b"Title") || !mark.has(b"Dest") {
                self.fault("a bookmark that leads nowhere");
            }
            next = self.get(mark, b"Next").and_then(Object::as_dict);
        }
        count
    }

    /// Reads what a page paints: all of it is an artifact, or content of an element.
    fn page(&mut self, page: ObjectId) {
        let document = self.document;
        if document.get_dictionary(page).expect("a page").get(b"Tabs").and_then(Object::as_name).ok() != Some(b"S") {
            self.fault("a page whose links are not in the order of the tree");
        }
        let fonts: BTreeMap<Vec<u8>, BTreeMap<u16, String>> = document
            .get_page_fonts(page)
            .expect("fonts")
            .into_iter()
            .map(|(name, font)| (name, to_unicode(document, font)))
            .collect();
        let content = Content::decode(&document.get_page_content(page)).expect("operators");
        // The content in hand: its number, or none for an artifact; and how deep what says another text is.
        let (mut open, mut font): (Vec<Mark>, _) = (Vec::new(), None);
        for operation in &content.operations {
            let operands = &operation.operands;
            match operation.operator.as_str() {
                "BMC" | "BDC" => {
                    let entries = operands.get(1).and_then(|entries| entries.as_dict().ok());
                    let number = entries.and_then(|entries| entries.get(b"MCID").and_then(Object::as_i64).ok());
                    let artifact = operands[0].as_name().is_ok_and(|name| name == b"Artifact");
                    let actual = entries.and_then(|entries| entries.get(b"ActualText").and_then(Object::as_str).ok());
                    let marked = open.iter().any(|mark| mark.tells());
                    if marked && (artifact || number.is_some()) {
                        self.fault("marked content in marked content");
                    }
                    if let (Some(actual), Some(number)) = (actual, numbered(&open)) {
                        let said = utf16(actual.strip_prefix(&[0xFE, 0xFF]).expect("a byte order mark"));
                        self.content.entry((page, number)).or_default().push_str(&said);
                    }
                    if let Some(number) = number
                        && self.content.insert((page, number), String::new()).is_some()
                    {
                        self.fault(format!("content {number} is there twice"));
                    }
                    open.push(match number {
                        Some(number) => Mark::Content(number),
                        None if artifact => Mark::Artifact,
                        None if actual.is_some() => Mark::Replaced,
                        None => Mark::Part,
                    });
                }
                "EMC" => drop(open.pop()),
                "Tf" => font = fonts.get(operands[0].as_name().expect("a font name")),
                "TJ" | "f" | "f*" | "S" | "B" | "Do" => {
                    if !open.iter().any(|mark| mark.tells()) {
                        self.fault("something is painted that is not marked");
                    }
                    if let (Ok(shown), Some(number), false) = (
                        operands.first().map_or(Ok(&Vec::new()), Object::as_array).cloned(),
                        numbered(&open),
                        open.contains(&Mark::Replaced),
                    ) {
                        let codes = shown.iter().filter_map(|item| item.as_str().ok()).flat_map(|codes| codes.chunks(2));
                        let map = |code| font.expect("a font is chosen")[&code].as_str();
                        let text: String = codes.map(|code| map(u16::from_be_bytes([code[0], code[1]]))).collect();
                        self.content.entry((page, number)).or_default().push_str(&text);
                    }
                }
                _ => {}
            }
        }
    }

    fn parents(&mut self, root: &'a Dictionary) {
        let tree = self.get(root, b"ParentTree").and_then(Object::as_dict).expect("a list of parents");
        let numbers = tree.get(b"Nums").and_then(Object::as_array).expect("numbers");
        let of_page = |page: &ObjectId| {
            let page = self.document.get_dictionary(*page).expect("a page");
            page.get(b"StructParents").and_then(Object::as_i64).ok()
        };
        let pages: BTreeMap<i64, ObjectId> = self.pages.iter().filter_map(|page| Some((of_page(page)?, *page))).collect();
        for pair in numbers.chunks(2) {
            let key = pair[0].as_i64().expect("a number");
            match pages.get(&key) {
                Some(page) => {
                    let (_, parents) = self.document.dereference(&pair[1]).expect("parents");
                    for (nth, parent) in (0..).zip(parents.as_array().expect("parents")) {
                        self.parents.extend(parent.as_reference().map(|parent| ((*page, nth), parent)));
                    }
                }
                None => self.links.extend(pair[1].as_reference().map(|parent| (key, parent))),
            }
        }
    }

    /// Hears an element; gives the columns of a cell, and the rows.
    fn element(&mut self, id: ObjectId, above: &str, depth: usize) -> (String, i64, i64) {
        let element = self.document.get_dictionary(id).expect("an element");
        let kind = String::from_utf8(element.get(b"S").and_then(Object::as_name).expect("a type").to_vec()).expect("ASCII");
        let attribute = |key: &[u8]| self.get(element, b"A").and_then(Object::as_dict).and_then(|of| of.get(key)).ok();
        let number = |key: &[u8]| attribute(key).and_then(|number| number.as_i64().ok()).unwrap_or(1);
        let spans = (kind.clone(), number(b"ColSpan"), number(b"RowSpan"));
        let scope =
            attribute(b"Scope").and_then(|scope| scope.as_name().ok()).map(|scope| String::from_utf8_lossy(scope).into_owned());
        let said = |key: &[u8]| element.get(key).and_then(Object::as_str).ok().map(decoded);
        let (told, language) = (said(b"Alt"), said(b"Lang"));
        if !stands(above, &kind) {
            self.fault(format!("{kind} in {above}"));
        }
        match kind.as_str() {
            "TH" if scope.is_none() => self.fault("a header without scope"),
            "Figure" if told.as_deref().unwrap_or_default().trim().is_empty() => self.fault("a figure without a text"),
            "H1" | "H2" => {
                let level = i64::from(kind == "H2") + 1;
                if level > self.heading + 1 {
                    self.fault("a heading that skips a level");
                }
                self.heading = level;
            }
            _ => {}
        }
        let line = self.out.lines.len();
        self.out.lines.push(String::new());
        let (mut text, mut cells, mut object) = (String::new(), Vec::new(), false);
        let kids = match self.get(element, b"K") {
            Ok(Object::Array(kids)) => kids.clone(),
            _ => Vec::new(),
        };
        for kid in kids {
            let mut page = element.get(b"Pg").and_then(Object::as_reference).unwrap_or_default();
            let content = match &kid {
                Object::Integer(number) => Some(*number),
                Object::Dictionary(elsewhere) => {
                    page = elsewhere.get(b"Pg").and_then(Object::as_reference).unwrap_or(page);
                    elsewhere.get(b"MCID").and_then(Object::as_i64).ok()
                }
                _ => None,
            };
            match (content, kid) {
                (Some(number), _) => {
                    if !self.told.insert((page, number)) {
                        self.fault(format!("content {number} is told twice"));
                    }
                    if self.parents.get(&(page, number)) != Some(&id) {
                        self.fault(format!("content {number} has another parent"));
                    }
                    let own = self.content.get(&(page, number)).map_or("", String::as_str);
                    text.push_str(own);
                    self.out.said.push_str(own);
                }
                (None, Object::Dictionary(reference)) => {
                    object = true;
                    self.link(&reference, id);
                }
                (None, Object::Reference(kid)) => {
                    let parent = self.document.get_dictionary(kid).and_then(|kid| kid.get(b"P")).and_then(Object::as_reference);
                    if parent.ok() != Some(id) {
                        self.fault("an element with another parent");
                    }
                    let line = self.out.lines.len();
                    cells.push(self.element(kid, &kind, depth + 1));
                    match self.document.get_dictionary(kid).and_then(|kid| kid.get(b"ActualText")).and_then(Object::as_str) {
                        // It is heard as what it says it is, in its place.
                        Ok(actual) => {
                            text.push_str(&decoded(actual));
                            self.out.lines.truncate(line);
                        }
                        // What is said around a part of it is said on a line of its own.
                        Err(_) => text.push('|'),
                    }
                }
                _ => self.fault("a kid of no known kind"),
            }
        }
        if kind == "Link" && !object {
            self.fault("a link that leads nowhere");
        }
        if kind == "Table" {
            self.rows(id);
        }
        let (columns, rows) = (spans.1, spans.2);
        let scope = scope.map_or(String::new(), |scope| format!(" {scope}"));
        let span = if (columns, rows) == (1, 1) { String::new() } else { format!(" {columns}×{rows}") };
        let language = language.map_or(String::new(), |language| format!(" in {language}"));
        let told = told.map_or(String::new(), |told| format!(" {told:?}"));
        let text = text.replace('\u{ad}', "");
        let text = text.trim_matches('|');
        let text = if text.is_empty() { String::new() } else { format!(": {text}") };
        self.out.lines[line] = format!("{:indent$}{kind}{scope}{span}{language}{told}{text}", "", indent = depth * 2);
        spans
    }

    fn link(&mut self, reference: &Dictionary, element: ObjectId) {
        let object = reference.get(b"Obj").and_then(Object::as_reference).unwrap_or_default();
        let Ok(annotation) = self.document.get_dictionary(object) else { return self.fault("a link that is not there") };
        self.linked.insert(object);
        if annotation.get(b"Contents").and_then(Object::as_str).map_or(true, <[u8]>::is_empty) {
            self.fault("a link without a text");
        }
        let key = annotation.get(b"StructParent").and_then(Object::as_i64).unwrap_or(-1);
        if self.links.get(&key) != Some(&element) {
            self.fault("a link with another parent");
        }
    }

    /// All rows of a table are as wide as the first.
    fn rows(&mut self, table: ObjectId) {
        let kids = |id: ObjectId| -> Vec<ObjectId> {
            let kids = self.document.get_dictionary(id).and_then(|of| of.get(b"K")).and_then(Object::as_array);
            kids.map(|kids| kids.iter().filter_map(|kid| kid.as_reference().ok()).collect()).unwrap_or_default()
        };
        let number = |cell: ObjectId, key: &[u8]| {
            let of = self.document.get_dictionary(cell).and_then(|cell| cell.get(b"A")).and_then(Object::as_dict);
            of.and_then(|of| of.get(key)).and_then(Object::as_i64).unwrap_or(1)
        };
        let (mut widths, mut below) = (BTreeSet::new(), 0);
        for row in kids(table) {
            let mut width = std::mem::take(&mut below);
            for cell in kids(row) {
                let columns = number(cell, b"ColSpan");
                width += columns;
                below += if number(cell, b"RowSpan") > 1 { columns } else { 0 };
            }
            widths.insert(width);
        }
        if widths.len() != 1 || below > 0 {
            self.fault(format!("a table with rows of {widths:?} columns"));
        }
    }
}

/// What marks a piece of content.
#[derive(Clone, Copy, PartialEq)]
enum Mark {
    Artifact,
    Content(i64),
    /// Something else is said in its stead.
    Replaced,
    /// A part of what is around it.
    Part,
}

impl Mark {
    /// Whether it tells what it is in the tree.
    fn tells(self) -> bool {
        matches!(self, Self::Artifact | Self::Content(_))
    }
}

fn numbered(open: &[Mark]) -> Option<i64> {
    open.iter().find_map(|mark| if let Mark::Content(number) = mark { Some(*number) } else { None })
}

/// The links of a page.
fn annotations(document: &Document, page: ObjectId) -> Vec<ObjectId> {
    let page = document.get_dictionary(page).expect("a page");
    let links = page.get(b"Annots").and_then(Object::as_array).map(Vec::as_slice).unwrap_or_default();
    links.iter().filter_map(|link| link.as_reference().ok()).collect()
}

/// A text string.
fn decoded(bytes: &[u8]) -> String {
    bytes.strip_prefix(&[0xFE, 0xFF]).map_or_else(|| String::from_utf8_lossy(bytes).into_owned(), utf16)
}

/// Whether an element may stand in another (ISO 32000-1, 14.8.4).
fn stands(above: &str, kind: &str) -> bool {
    let inline = ["Span", "Link", "Figure"].contains(&kind);
    match above {
        "" => kind == "Document",
        "Table" => kind == "TR",
        "TR" => ["TH", "TD"].contains(&kind),
        "L" => kind == "LI",
        "LI" => kind == "LBody",
        "P" | "H1" | "H2" | "Span" | "Link" => inline,
        "Figure" => kind == "Link",
        "Document" | "Div" => ["H1", "H2", "P", "Table", "L", "Figure", "Div"].contains(&kind),
        "TH" => inline || kind == "H2" || kind == "P",
        "TD" | "LBody" => inline || ["P", "L", "Table", "Div"].contains(&kind),
        _ => false,
    }
}

/// Hears a file in which nothing may be wrong.
pub fn faultless(bytes: &[u8]) -> Vec<String> {
    let document = Document::load_mem(bytes).expect("the PDF can be read");
    let heard = heard(&document);
    assert!(heard.faults.is_empty(), "{:?}", heard.faults);
    heard.lines
}
