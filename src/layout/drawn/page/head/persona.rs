//! Who travels: the protagonist with a portrait or initials, and the names of the others.

use crate::forms::words;
use crate::journey::choices::Excerpt;
use crate::journey::{Journey, Persona, Term};
use crate::layout::drawn::ink::{Framed, circle};
use crate::layout::drawn::page::Setting;
use crate::layout::drawn::text::{Block, Place, Setter};
use crate::layout::{protagonist, theme};
use crate::scene::{Color, Group, Mm, Node, Path, Point, Rect, Role, RunKind};
use crate::text::Cut;

/// The texts of who travels.
pub(super) struct PersonaText {
    /// The name.
    pub name: Block,
    /// Whom this person stands for, or else what is known of this person, how they live, or what they are like.
    pub line: Option<Block>,
    /// What this person says.
    pub quote: Option<Block>,
    /// The names of the others.
    pub others: Option<Block>,
    /// What stands for the face.
    pub face: Option<Face>,
}

/// What stands for a face.
pub(super) enum Face {
    /// A portrait: its source, and what it shows.
    Portrait(String, String),
    /// The first letters of the name.
    Initials(Block),
}

impl PersonaText {
    /// The texts of the protagonist; nothing when nobody is named.
    pub fn new(journey: &Journey, part: &Excerpt, set: Setter) -> Option<Self> {
        let index = part.protagonist(journey)?;
        let persona = &journey.personas[index];
        let of = || Place::name(&persona.name);
        let place = move |field: &str| Place::new(format!("/personas/{index}/{field}"), format!("in persona {}", of()));
        let line = protagonist::line(persona);
        let quote = persona.quotes.first();
        Some(Self {
            name: set.text(&persona.name, Cut::Bold, &|| place("name")),
            line: line.map(|line| set.text(&line.text, Cut::Regular, &|| place(line.field))),
            quote: quote.map(|quote| set.text(&words::quoted(quote, &set.language().tag), Cut::Italic, &|| place("quotes/0"))),
            others: others(journey, index, set),
            face: face(persona, set),
        })
    }
}

/// "also: Jonas Brandt".
fn others(journey: &Journey, protagonist: usize, set: Setter) -> Option<Block> {
    let others = journey.personas.iter().enumerate().filter(|(index, _)| *index != protagonist);
    let names: Vec<&str> = others.map(|(_, persona)| persona.name.as_str()).collect();
    let text = format!("{}: {}", Term::Also.text(set.terms), names.join("\u{a0}· "));
    let place = || Place::new("/personas", "in the names of further personas");
    (!names.is_empty()).then(|| set.text(&text, Cut::Regular, &place))
}

fn face(persona: &Persona, set: Setter) -> Option<Face> {
    if let Some(portrait) = &persona.portrait {
        let shows = portrait.alt.clone().unwrap_or_else(|| format!("{}: {}", Term::Portrait.text(set.terms), persona.name));
        return Some(Face::Portrait(portrait.src.clone(), shows));
    }
    let initials = initials(&persona.name).map(|initials| set.label(&initials, Cut::Bold));
    // A code point in a frame would be no face.
    initials.filter(|initials| initials.missing().next().is_none()).map(Face::Initials)
}

/// The first letters of the first and the last word of a name; of what stands in parentheses none. A script without capitals does
/// not shorten names so: of it the first letter stands for all.
fn initials(name: &str) -> Option<String> {
    let name = name.split(['(', ',']).next().unwrap_or_default();
    let letter = |word: &str| word.chars().next().filter(|letter| letter.is_alphabetic());
    let mut letters = name.split_whitespace().filter_map(letter);
    let first = letters.next()?;
    let cased = |letter: char| letter.is_uppercase() || letter.is_lowercase();
    let last = letters.next_back().filter(|last| cased(first) && cased(*last));
    Some(first.to_uppercase().chain(last.into_iter().flat_map(char::to_uppercase)).collect())
}

impl Face {
    /// Whether it is a picture that can be shown.
    pub fn pictured(&self, setting: &Setting) -> bool {
        match self {
            Self::Portrait(source, _) => setting.context.pictures.get(source).is_ok(),
            Self::Initials(_) => false,
        }
    }

    /// Draws it in a square.
    pub fn draw(&self, setting: &Setting, square: Rect, out: &mut Vec<Node>) {
        match self {
            Self::Portrait(source, shows) => {
                let framed = Framed { source, description: shows, size: setting.sizes.note };
                framed.draw(setting.context, setting.pen(), square, out);
            }
            Self::Initials(letters) => {
                let centre = Point { x: square.x + square.width / 2.0, y: square.y + square.height / 2.0 };
                let disc = Path::filled(circle(centre, square.width.min(square.height) / 2.0), theme::stage(Some(0)).deep);
                let mut nodes = vec![Node::Path(disc)];
                let size = setting.sizes.lead;
                if let Some(line) = letters.first_line(setting.typesetter(), square.width, size) {
                    let baseline = centre.y + Mm::from(size) * CAP_HEIGHT / 2.0;
                    let place = Point { x: centre.x - line.width() / 2.0, y: baseline - line.ascent };
                    line.draw_at(setting.pen(), place, Color::WHITE, &mut nodes);
                }
                // The name stands beside it, and is not said twice.
                for node in &mut nodes {
                    if let Node::Text(run) = node {
                        (run.kind, run.text) = (RunKind::Ornament, "".into());
                    }
                }
                out.push(Node::Group(Group::new(Role::Artifact, nodes)));
            }
        }
    }
}

/// The cap height of the text face, in em.
const CAP_HEIGHT: f64 = 0.66;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_are_those_of_the_first_and_the_last_name() {
        for (name, expected) in [
            ("Helen Marsh", Some("HM")),
            ("Noor (15)", Some("N")),
            ("Anna van der Berg, 40", Some("AB")),
            ("sanne", Some("S")),
            ("ليلى حدّاد", Some("ل")),
            ("👩🏽‍🎓", None),
            ("(15)", None),
        ] {
            assert_eq!(initials(name).as_deref(), expected, "{name}");
        }
    }
}
