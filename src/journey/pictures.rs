//! Every picture of a journey, wherever it stands.

use super::{Journey, Picture};

impl Journey {
    /// The pictures in the order of the document's parts (portraits, items, storyboard), each with the JSON pointer to its `src`.
    /// A picture that is written as a path alone has its place at the value around that pointer.
    pub fn pictures(&self) -> impl Iterator<Item = (String, &Picture)> {
        let portraits = self.personas.iter().enumerate().filter_map(|(index, persona)| {
            persona.portrait.as_ref().map(|picture| (format!("/personas/{index}/portrait"), picture))
        });
        let items = self.phases.iter().enumerate().flat_map(move |(phase, column)| {
            column.cells.iter().enumerate().flat_map(move |(lane, items)| {
                items.iter().enumerate().filter_map(move |(index, item)| {
                    let picture = item.picture.as_ref()?;
                    Some((format!("{}/picture", self.pointer_to_item(phase, lane, index)), picture))
                })
            })
        });
        let panels =
            self.storyboard.iter().enumerate().filter_map(|(index, panel)| {
                panel.picture.as_ref().map(|picture| (format!("/storyboard/{index}/picture"), picture))
            });
        portraits.chain(items).chain(panels).map(|(pointer, picture)| (format!("{pointer}/src"), picture))
    }

    /// Puts a folder before the path of every picture, as is needed when the document goes into the folder around it. Pictures
    /// that stand in the document itself stay as they are.
    pub fn put_pictures_in(&mut self, folder: &str) {
        let portraits = self.personas.iter_mut().filter_map(|persona| persona.portrait.as_mut());
        let items = self.phases.iter_mut().flat_map(|phase| phase.cells.0.iter_mut().flatten());
        let items = items.filter_map(|item| item.picture.as_mut());
        let panels = self.storyboard.iter_mut().filter_map(|panel| panel.picture.as_mut());
        for picture in portraits.chain(items).chain(panels).filter(|picture| picture.is_file()) {
            picture.src = format!("{folder}/{}", picture.src);
        }
    }
}

impl Picture {
    /// Whether it is a file beside the document, and no data URI.
    #[must_use]
    pub fn is_file(&self) -> bool {
        !self.src.get(..5).is_some_and(|scheme| scheme.eq_ignore_ascii_case("data:"))
    }
}
