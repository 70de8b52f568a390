//! A poster for a print shop, which prints it on a larger sheet and cuts it out: what reaches its edge goes on beyond it, and marks
//! stand around that.
//!
//! A scene goes in and a scene comes out, so that every format takes it. Nothing of the poster moves: what is added lies outside of
//! the trimmed paper.

mod bleed;
mod marks;

use crate::paper::press::Press;
use crate::scene::{Around, Mm, Scene};

/// Puts bleed and marks around every page.
pub fn press(scene: &mut Scene, press: Press) {
    let bleed = press.bleed.mm();
    for page in &mut scene.pages {
        if bleed > Mm::ZERO {
            bleed::extend(&mut page.nodes, page.size, bleed);
        }
        let (width, marks) = if press.marks { marks::around(page.size, bleed) } else { (bleed, Vec::new()) };
        page.around = Some(Around { width, bleed, marks });
    }
}
