//! The tree as objects of the document.

use lopdf::{Dictionary, Document, Object, ObjectId, StringFormat, dictionary};

use super::super::document::text;
use super::kind::{Kind, Scope};
use super::{Element, Kid, Tags};
use crate::text::SOFT_HYPHEN;

impl Tags {
    /// Adds the root of the tree and the bookmarks to the document; `links` are the links of all pages, in order. The elements are made as
    /// they are asked for: a thousand pages have a hundred thousand.
    ///
    /// # Errors
    /// When a page or the catalogue lacks what printpdf always writes.
    pub(in crate::write::pdf) fn write<'tags>(
        &'tags self,
        document: &mut Document,
        links: Vec<ObjectId>,
    ) -> Result<impl Iterator<Item = (u32, Object)> + use<'tags>, lopdf::Error> {
        let pages: Vec<ObjectId> = document.page_iter().collect();
        let root = document.new_object_id();
        let live = self.live();
        let ids: Vec<Option<ObjectId>> = live.iter().map(|live| live.then(|| document.new_object_id())).collect();
        // The parents of what stands on each page, then that of each link.
        let mut parents: Vec<Object> = Vec::new();
        let parent = |element: &usize| ids[*element].map_or(Object::Null, Object::Reference);
        for (nth, (page, content)) in pages.iter().zip(&self.content).enumerate() {
            let own = document.add_object(content.iter().map(parent).collect::<Vec<_>>());
            parents.extend([number(nth), own.into()]);
            let page = document.get_dictionary_mut(*page)?;
            page.set("StructParents", number(nth));
            page.set("Tabs", "S");
        }
        for (nth, (link, (element, _))) in links.iter().zip(&self.links).enumerate() {
            let key = pages.len() + nth;
            parents.extend([number(key), parent(element)]);
            document.get_dictionary_mut(*link)?.set("StructParent", number(key));
        }
        let next = number(pages.len() + links.len());
        let parents = document.add_object(dictionary! { "Nums" => parents });
        let kids: Vec<Object> = ids[0].into_iter().map(Object::Reference).collect();
        let tree = dictionary! { "Type" => "StructTreeRoot", "K" => kids, "ParentTree" => parents, "ParentTreeNextKey" => next };
        document.set_object(root, tree);
        let catalog = document.catalog_mut()?;
        catalog.set("StructTreeRoot", root);
        catalog.set("MarkInfo", dictionary! { "Marked" => true });
        self.outline.write(document, &pages, |header| self.place(header))?;
        let elements = self.elements.iter().enumerate().filter_map(move |(nth, element)| {
            let id = ids[nth]?;
            let parent = if nth == 0 { None } else { ids[element.parent] };
            let made = self.dictionary((nth, element), parent.unwrap_or(root), (&ids, &pages, &links));
            Some((id.0, made.into()))
        });
        Ok(elements)
    }

    /// Whether each element says anything. Cells stand for their columns, and the document is always there.
    fn live(&self) -> Vec<bool> {
        let mut live = vec![false; self.elements.len()];
        // What stands in an element is behind it.
        for (nth, element) in self.elements.iter().enumerate().rev() {
            let says = |kid: &Kid| match kid {
                Kid::Element(kid) => live[*kid],
                Kid::Promised(poster, node) => self.posters.told.contains_key(&(*poster, *node)),
                Kid::Content(..) | Kid::Link(_) => true,
            };
            live[nth] = element.kind.is_cell() || nth == 0 || element.kids.iter().any(says);
        }
        live
    }

    /// An element as an object.
    fn dictionary(
        &self,
        (nth, element): (usize, &Element),
        parent: ObjectId,
        (ids, pages, links): (&[Option<ObjectId>], &[ObjectId], &[ObjectId]),
    ) -> Dictionary {
        let mut own = None;
        // The page of the element is that of what stands in it first; of all else it is named.
        let mut named = |page: usize| (*own.get_or_insert(page) != page).then(|| pages[page]);
        let mut content = |page: usize, number_there: usize| match named(page) {
            None => number(number_there),
            Some(page) => dictionary! { "Type" => "MCR", "Pg" => page, "MCID" => number(number_there) }.into(),
        };
        let mut kids: Vec<Object> = Vec::with_capacity(element.kids.len());
        for kid in &element.kids {
            match kid {
                Kid::Element(kid) => kids.extend(ids[*kid].map(Object::Reference)),
                Kid::Content(page, number) => kids.push(content(*page, *number)),
                Kid::Promised(poster, node) => {
                    kids.extend(self.posters.told.get(&(*poster, *node)).map(|(page, number)| content(*page, *number)));
                }
                Kid::Link(_) => {}
            }
        }
        for kid in &element.kids {
            let Kid::Link(nth) = kid else { continue };
            let (Some(link), Some((_, page))) = (links.get(*nth), self.links.get(*nth)) else { continue };
            let mut reference = dictionary! { "Type" => "OBJR", "Obj" => *link };
            if let Some(page) = named(*page) {
                reference.set("Pg", page);
            }
            kids.push(reference.into());
        }
        let mut dictionary = dictionary! { "S" => element.kind.name(), "P" => parent };
        if let Some(page) = own {
            dictionary.set("Pg", pages[page]);
        }
        if !kids.is_empty() {
            dictionary.set("K", kids);
        }
        if let Some(told) = &element.alternative {
            dictionary.set("Alt", text(told));
        }
        if element.hyphen {
            dictionary.set("ActualText", text(SOFT_HYPHEN.encode_utf8(&mut [0; 2])));
        }
        if let Some(language) = &element.language {
            dictionary.set("Lang", Object::String(language.clone().into_bytes(), StringFormat::Literal));
        }
        let bounds = own.and_then(|page| self.posters.boxes.get(&(nth, page)).copied()).or(element.bounds);
        if let Some(attributes) = attributes(element, bounds) {
            dictionary.set("A", attributes);
        }
        dictionary
    }
}

/// What is further known of an element (ISO 32000-1, 14.8.5).
fn attributes(element: &Element, bounds: Option<[f32; 4]>) -> Option<Dictionary> {
    match element.kind {
        Kind::Header(_) | Kind::Data => {
            let mut table = dictionary! { "O" => "Table" };
            if let Kind::Header(scope) = element.kind {
                let scope = match scope {
                    Scope::Column => "Column",
                    Scope::Row => "Row",
                };
                table.set("Scope", scope);
            }
            for (name, count) in [("ColSpan", element.columns), ("RowSpan", element.rows)] {
                if count > 1 {
                    table.set(name, number(count));
                }
            }
            (table.len() > 1).then_some(table)
        }
        Kind::Figure => bounds.map(|bounds| {
            let bounds: Vec<Object> = bounds.into_iter().map(Object::Real).collect();
            dictionary! { "O" => "Layout", "BBox" => bounds }
        }),
        Kind::List => Some(dictionary! { "O" => "List", "ListNumbering" => "None" }),
        Kind::Document
        | Kind::Division
        | Kind::Title
        | Kind::Heading
        | Kind::Paragraph
        | Kind::Span
        | Kind::Table
        | Kind::Row
        | Kind::Item
        | Kind::Body
        | Kind::Link => None,
    }
}

fn number(number: usize) -> Object {
    Object::Integer(i64::try_from(number).unwrap_or(i64::MAX))
}
