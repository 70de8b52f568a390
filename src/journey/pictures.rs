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
}
