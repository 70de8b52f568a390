//! Shapes that are drawn again and again: each is written once as a form (ISO 32000-1, 8.10) and referred to by its name.

use std::collections::BTreeMap;

use printpdf::{DictItem, ExternalStream, ExternalXObject, XObject, XObjectId};

use super::operators::Operators;

/// The forms of a document, by their names.
#[derive(Default)]
pub(super) struct Forms(BTreeMap<XObjectId, XObject>);

impl Forms {
    pub(super) fn into_objects(self) -> BTreeMap<XObjectId, XObject> {
        self.0
    }

    /// Shows a form in the space at hand; `make` gives its edges (left, bottom, right, top) and what it shows, when it is shown for the
    /// first time.
    pub(super) fn show(&mut self, name: String, make: impl FnOnce() -> ([f32; 4], Operators), ops: &mut Operators) {
        ops.named(&name, &[], "Do");
        self.0.entry(XObjectId(name)).or_insert_with(|| {
            let (edges, content) = make();
            XObject::External(ExternalXObject { stream: form(edges, content), width: None, height: None, dpi: None })
        });
    }
}

/// A form, which cuts off what lies beyond its edges.
pub(super) fn form(edges: [f32; 4], content: Operators) -> ExternalStream {
    let name = |name: &str| DictItem::Name(name.as_bytes().to_vec());
    let dict = BTreeMap::from([
        ("Type".to_owned(), name("XObject")),
        ("Subtype".to_owned(), name("Form")),
        ("BBox".to_owned(), DictItem::Array(edges.map(DictItem::Real).to_vec())),
        ("Resources".to_owned(), DictItem::Dict { map: BTreeMap::new() }),
    ]);
    ExternalStream { dict, content: content.into_bytes(), compress: true }
}
