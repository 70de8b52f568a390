//! Other ways of writing the same journey: the normal form undone at random. The rules stand here once more, apart from those of
//! the library, in the words of `docs/journey-format.md`.

mod parts;
mod tree;

use std::fmt::Write as _;

use icu_normalizer::DecomposingNormalizerBorrowed;
use klantreis::journey::{LaneKind, TermLanguage};

use self::parts::Holds::{Cells, Flag, Labels, MaybeText, Number, Numbers, Own, Parts, Path, Text, Texts};
use self::parts::{Holds, ITEM, JOURNEY, LANE, LINK, PHASE, Part};
use self::tree::Tree;
use super::journeys::slug;

/// What can be written otherwise. Each is a bit of the set that [`loosen`] takes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Way {
    /// A text or number for a part that holds no more than that.
    Short,
    /// An only element without its list.
    Single,
    /// Fields in any order.
    Order,
    /// Defaults written out, blank texts and empty lists where nothing is.
    Blanks,
    /// Ids left out that follow.
    Ids,
    /// Lanes left out that follow.
    Lanes,
    /// White space between and a byte order mark before.
    Space,
    /// Characters as escapes.
    Escapes,
    /// Texts decomposed, other line ends.
    Decomposed,
    /// Numbers with more than they need.
    Numbers,
}

/// How many ways there are.
pub const WAYS: u32 = 10;

/// The names and texts of a document but for what is kept character by character: paths of pictures and data of its own.
pub fn texts(document: &str) -> Vec<String> {
    fn walk(tree: &Tree, into: &mut Vec<String>) {
        match tree {
            Tree::Plain(_) | Tree::Number(_) => {}
            Tree::Text(text) => into.push(text.clone()),
            Tree::List(values) => values.iter().for_each(|value| walk(value, into)),
            Tree::Object(fields) => {
                for (name, value) in fields.iter().filter(|(name, _)| name != "src" && name != "x") {
                    into.push(name.clone());
                    walk(value, into);
                }
            }
        }
    }
    let mut texts = Vec::new();
    walk(&Tree::of(document.trim_end()), &mut texts);
    texts
}

/// Whether two JSON texts hold the same data: numbers by their value, however great or small, and fields in any order.
pub fn same_data(one: &str, other: &str) -> bool {
    /// Sign, digits without zeros around them, and the power of ten of the last one.
    fn value(number: &str) -> (bool, String, i64) {
        let (mantissa, power) = number.split_once(['e', 'E']).unwrap_or((number, "0"));
        let (whole, part) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let digits = format!("{}{part}", whole.trim_start_matches('-'));
        let power = power.parse::<i64>().unwrap() - i64::try_from(part.len()).unwrap();
        let short = digits.trim_end_matches('0');
        let power = if short.is_empty() { 0 } else { power + i64::try_from(digits.len() - short.len()).unwrap() };
        (number.starts_with('-') && !short.is_empty(), short.trim_start_matches('0').to_owned(), power)
    }
    fn same(one: &Tree, other: &Tree) -> bool {
        match (one, other) {
            (Tree::Plain(one), Tree::Plain(other)) | (Tree::Text(one), Tree::Text(other)) => one == other,
            (Tree::Number(one), Tree::Number(other)) => value(one) == value(other),
            (Tree::List(one), Tree::List(other)) => {
                one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same(one, other))
            }
            (Tree::Object(one), Tree::Object(other)) => {
                let fields = one.iter().zip(other);
                one.len() == other.len() && fields.into_iter().all(|((a, one), (b, other))| a == b && same(one, other))
            }
            _ => false,
        }
    }
    same(&Tree::of(one), &Tree::of(other))
}

struct Loosener {
    /// Of the generator `SplitMix64` by Sebastiano Vigna.
    state: u64,
    ways: u32,
    language: TermLanguage,
    tag: String,
    /// The phase that is written.
    phase: String,
    /// The ids of the lanes when they are left out: then cells stand in their order, and those of the first phase are all there.
    implied: Option<Vec<String>>,
}

/// Writes a journey in its normal form in another way. Each bit of `ways` allows one [`Way`]; the seed decides where it is used.
pub fn loosen(normal: &str, seed: u64, ways: u32) -> String {
    let document = Tree::of(normal.trim_end());
    let tag = document.get("language").unwrap().as_text().to_owned();
    let language = TermLanguage::of_tag(&tag);
    let mut loosener = Loosener { state: seed, ways, language, tag, phase: String::new(), implied: None };
    if lanes_follow(&document) && loosener.may(Way::Lanes) {
        let lanes = document.get("lanes").map_or(&[][..], Tree::elements);
        loosener.implied = Some(lanes.iter().map(|lane| lane.get("id").unwrap().as_text().to_owned()).collect());
    }
    let loose = loosener.part(&document, &JOURNEY);
    let mut out = String::new();
    if loosener.may(Way::Space) {
        out.push('\u{feff}');
    }
    loosener.space(&mut out);
    loosener.write(&loose, &mut out);
    loosener.space(&mut out);
    out
}

/// Whether the lanes say no more than that cells have their kinds for names.
fn lanes_follow(document: &Tree) -> bool {
    let lanes = document.get("lanes").map_or(&[][..], Tree::elements);
    lanes.iter().all(|lane| {
        let names: Vec<_> = lane.fields().iter().map(|(name, _)| name.as_str()).collect();
        names == ["id", "kind"] && lane.get("id").unwrap().as_text() == lane.get("kind").unwrap().as_text()
    })
}

impl Loosener {
    fn next(&mut self, below: usize) -> usize {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % below as u64).unwrap()
    }

    fn allowed(&self, way: Way) -> bool {
        self.ways & (1 << way as u32) != 0
    }

    /// Whether to write something in this way: in every other place where it is allowed.
    fn may(&mut self, way: Way) -> bool {
        self.allowed(way) && self.next(2) == 0
    }

    fn pick(&mut self, of: &[&str]) -> String {
        of[self.next(of.len())].to_owned()
    }

    fn shuffle<T>(&mut self, values: &mut [T]) {
        if self.allowed(Way::Order) {
            for end in (1..values.len()).rev() {
                values.swap(end, self.next(end + 1));
            }
        }
    }

    fn part(&mut self, whole: &Tree, part: &Part) -> Tree {
        let only = match whole.fields() {
            [(name, value)] if part.short.contains(&name.as_str()) => Some((name, value)),
            _ => None,
        };
        if let Some((name, value)) = only
            && self.may(Way::Short)
        {
            return self.value(value, part.fields.iter().find(|(own, _)| own == name).unwrap().1);
        }
        let is = |known: &Part| std::ptr::eq(part, known);
        if is(&PHASE) {
            whole.get("id").unwrap().as_text().clone_into(&mut self.phase);
        }
        let mut fields = Vec::new();
        let mut id_needed = true;
        if let Some(from) = part.id_from {
            let name = whole.get(from).or_else(|| whole.get("kind")).unwrap().as_text();
            let id = whole.get("id").unwrap().as_text();
            id_needed = slug(name).as_deref() != Some(id) || !self.may(Way::Ids);
        }
        for (name, holds) in part.fields {
            match whole.get(name) {
                Some(_) if *name == "id" && !id_needed => {
                    if self.may(Way::Blanks) {
                        fields.push(("id".to_owned(), Tree::text("\n")));
                    }
                }
                Some(_) if *name == "lanes" && self.implied.is_some() => {}
                Some(value) => fields.push(((*name).to_owned(), self.value(value, *holds))),
                None => {
                    let nothing = if is(&LANE) && id_needed { self.lane_default(whole, name) } else { None };
                    let nothing = nothing.or_else(|| self.nothing(name, *holds, part));
                    fields.extend(nothing.map(|value| ((*name).to_owned(), value)));
                }
            }
        }
        let fields = if is(&JOURNEY) { self.all_phases(fields) } else { fields };
        let mut fields = fields;
        self.shuffle(&mut fields);
        Tree::Object(fields)
    }

    /// A lane that has its id may be given the title and scale that it has anyway.
    fn lane_default(&mut self, lane: &Tree, field: &str) -> Option<Tree> {
        let kind = LaneKind::from_name(lane.get("kind").unwrap().as_text()).unwrap();
        match field {
            "title" if self.may(Way::Blanks) => Some(Tree::text(kind.term().text(self.language))),
            "scale" if kind == LaneKind::Emotion && self.may(Way::Blanks) => {
                let ends = [("max", "2"), ("min", "-2")].map(|(name, end)| (name.to_owned(), Tree::Number(end.to_owned())));
                Some(Tree::Object(ends.to_vec()))
            }
            _ => None,
        }
    }

    /// A way to say nothing.
    fn nothing(&mut self, name: &str, holds: Holds, part: &Part) -> Option<Tree> {
        let is = |known: &Part| std::ptr::eq(part, known);
        if !self.may(Way::Blanks) {
            return None;
        }
        let blank = |loosener: &mut Self| Tree::Text(loosener.pick(&["", " ", "\n\t", "\u{a0}\u{2003}"]));
        match holds {
            MaybeText if is(&ITEM) && name == "until" => Some(Tree::text(&self.phase)),
            MaybeText if is(&ITEM) && name == "language" => Some(Tree::text(&self.tag)),
            MaybeText => Some(blank(self)),
            Text if is(&LINK) && name == "kind" => Some(Tree::text("next")),
            Flag => Some(Tree::Plain("false".into())),
            Texts | Parts(_, true) if self.next(2) == 0 => match holds {
                // A list of numbers or of what may be a number is never a text.
                Parts(part, _) if !part.short.contains(&"value") => Some(blank(self)),
                Texts => Some(blank(self)),
                _ => Some(Tree::List(Vec::new())),
            },
            Texts | Numbers => Some(Tree::List(Vec::new())),
            Parts(..) if name != "lanes" && name != "phases" => Some(Tree::List(Vec::new())),
            Holds::Part(part) if !part.short.is_empty() => Some(blank(self)),
            Labels | Own => Some(Tree::Object(Vec::new())),
            Cells if self.implied.is_none() => Some(Tree::Object(Vec::new())),
            Text | Number | Path | Cells | Parts(..) | Holds::Part(_) => None,
        }
    }

    fn value(&mut self, value: &Tree, holds: Holds) -> Tree {
        match holds {
            Text | MaybeText => self.text(value.as_text()),
            Texts => {
                let values = value.elements().iter().map(|value| self.text(value.as_text())).collect();
                self.single(values)
            }
            Number | Path | Flag => value.clone(),
            Numbers => self.single(value.elements().to_vec()),
            Holds::Part(part) => self.part(value, part),
            Parts(part, single) => {
                let values: Vec<_> = value.elements().iter().map(|value| self.part(value, part)).collect();
                if single { self.single(values) } else { Tree::List(values) }
            }
            Labels => {
                let label = |(name, word): &(String, Tree)| (self.number(name), self.text(word.as_text()));
                let mut labels: Vec<_> = value.fields().iter().map(label).collect();
                self.shuffle(&mut labels);
                Tree::Object(labels)
            }
            Cells => self.cells(value),
            Own => self.own(value),
        }
    }

    fn single(&mut self, mut values: Vec<Tree>) -> Tree {
        if values.len() == 1 && self.may(Way::Single) { values.remove(0) } else { Tree::List(values) }
    }

    fn cells(&mut self, cells: &Tree) -> Tree {
        let cell = |loosener: &mut Self, (name, cell): &(String, Tree)| {
            (loosener.decomposed(name), loosener.value(cell, Parts(&ITEM, true)))
        };
        let mut written: Vec<_> = cells.fields().iter().map(|entry| cell(self, entry)).collect();
        if self.implied.is_none() {
            self.shuffle(&mut written);
        }
        Tree::Object(written)
    }

    /// When lanes are left out, the first phase names them all in their order.
    fn all_phases(&mut self, mut fields: Vec<(String, Tree)>) -> Vec<(String, Tree)> {
        let Some(lanes) = self.implied.clone() else { return fields };
        let phases = fields.iter_mut().find(|(name, _)| name == "phases");
        let Some((_, Tree::List(phases))) = phases else { return fields };
        let Some(Tree::Object(first)) = phases.first_mut() else { return fields };
        let mut written = match first.iter().position(|(name, _)| name == "cells").map(|at| first.remove(at)) {
            Some((_, Tree::Object(written))) => written,
            _ => Vec::new(),
        };
        let mut cell = |lane: String| {
            let found = written.iter().position(|(name, _)| *name == lane);
            found.map_or_else(|| (lane, Tree::text(" ")), |at| written.remove(at))
        };
        let cells = lanes.into_iter().map(&mut cell).collect();
        first.push(("cells".to_owned(), Tree::Object(cells)));
        fields
    }

    /// Data of a document's own is only written otherwise, never changed: its texts stay as they are.
    fn own(&mut self, value: &Tree) -> Tree {
        match value {
            Tree::Object(fields) => {
                let mut fields: Vec<_> = fields.iter().map(|(name, value)| (name.clone(), self.own(value))).collect();
                self.shuffle(&mut fields);
                Tree::Object(fields)
            }
            Tree::List(values) => Tree::List(values.iter().map(|value| self.own(value)).collect()),
            plain => plain.clone(),
        }
    }

    fn text(&mut self, text: &str) -> Tree {
        let text = self.decomposed(text);
        let ends = if self.may(Way::Decomposed) { self.pick(&["\r\n", "\r"]) } else { "\n".to_owned() };
        Tree::Text(text.replace('\n', &ends))
    }

    fn decomposed(&mut self, text: &str) -> String {
        if !self.may(Way::Decomposed) {
            return text.to_owned();
        }
        DecomposingNormalizerBorrowed::new_nfd().normalize(text).into_owned()
    }

    /// The same number with more than it needs.
    fn number(&mut self, number: &str) -> String {
        if !self.may(Way::Numbers) {
            return number.to_owned();
        }
        let plain = !number.contains(['.', 'e']);
        match self.next(4) {
            0 if number == "0" => "-0".to_owned(),
            0 if plain => format!("{number}.000"),
            1 if !number.contains('e') => format!("{number}E+00"),
            2 if plain && number != "0" => format!("{number}0e-1"),
            3 if number.contains('.') && !number.contains('e') => format!("{number}0"),
            3 if plain && number.len() < 15 => format!("{number}.0e0"),
            _ => number.replace('e', "E"),
        }
    }

    fn space(&mut self, out: &mut String) {
        if self.may(Way::Space) {
            let space = self.pick(&[" ", "\n", "\r\n\t", "  "]);
            out.push_str(&space);
        }
    }

    fn write(&mut self, tree: &Tree, out: &mut String) {
        match tree {
            Tree::Plain(plain) => out.push_str(plain),
            Tree::Number(number) => {
                let number = self.number(number);
                out.push_str(&number);
            }
            Tree::Text(text) => self.quoted(text, out),
            Tree::List(values) => {
                out.push('[');
                for (index, value) in values.iter().enumerate() {
                    out.push_str(if index == 0 { "" } else { "," });
                    self.space(out);
                    self.write(value, out);
                    self.space(out);
                }
                out.push(']');
            }
            Tree::Object(fields) => {
                out.push('{');
                for (index, (name, value)) in fields.iter().enumerate() {
                    out.push_str(if index == 0 { "" } else { "," });
                    self.space(out);
                    self.quoted(name, out);
                    self.space(out);
                    out.push(':');
                    self.space(out);
                    // The version is not a number but a mark: `1` and nothing else.
                    match value {
                        Tree::Number(number) if name == "klantreis" => out.push_str(number),
                        value => self.write(value, out),
                    }
                    self.space(out);
                }
                out.push('}');
            }
        }
    }

    fn quoted(&mut self, text: &str, out: &mut String) {
        out.push('"');
        for c in text.chars() {
            let must = c == '"' || c == '\\' || c < ' ';
            if c == '/' && self.may(Way::Escapes) {
                out.push_str("\\/");
            } else if must || (self.allowed(Way::Escapes) && self.next(8) == 0) {
                let mut units = [0; 2];
                for unit in c.encode_utf16(&mut units) {
                    let _ = write!(out, "\\u{unit:04X}");
                }
            } else {
                out.push(c);
            }
        }
        out.push('"');
    }
}
