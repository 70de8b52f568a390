//! The parts of a document, with what may be left out of each.

/// What a field holds.
#[derive(Clone, Copy)]
pub(super) enum Holds {
    /// A text that must be there.
    Text,
    /// A text that may be left out.
    MaybeText,
    Texts,
    Number,
    Numbers,
    /// `false` when left out.
    Flag,
    /// A part that may be left out.
    Part(&'static Part),
    /// A list, and whether an only element may stand without it.
    Parts(&'static Part, bool),
    Labels,
    Cells,
    /// A path: not a text.
    Path,
    Own,
}

use Holds::{Cells, Flag, Labels, MaybeText, Number, Numbers, Own, Parts, Path, Text, Texts};

/// An object of the format: the field that follows from which (`id`), those that a short form stands for, and all.
pub(super) struct Part {
    pub id_from: Option<&'static str>,
    pub short: &'static [&'static str],
    pub fields: &'static [(&'static str, Holds)],
}

pub(super) const fn part(short: &'static [&'static str], fields: &'static [(&'static str, Holds)]) -> Part {
    Part { id_from: None, short, fields }
}

static AUTHOR: Part = part(&["name"], &[("name", Text), ("class", MaybeText)]);
static OFFERING: Part = part(&["name"], &[("name", Text), ("kind", MaybeText), ("description", MaybeText)]);
static QUESTION: Part = part(&["text"], &[("text", Text), ("why", MaybeText)]);
static PICTURE: Part = part(&["src"], &[("src", Path), ("alt", MaybeText), ("credit", MaybeText)]);
static FACT: Part = part(&["text"], &[("text", Text), ("label", MaybeText)]);
static SOURCE: Part = part(&["text"], &[("text", Text), ("kind", MaybeText), ("link", MaybeText)]);
static FOLLOW_UP: Part = part(&["question"], &[("question", Text), ("answer", MaybeText)]);
static RISK: Part = part(&["text"], &[("text", Text), ("kind", MaybeText)]);
static COUNTS: Part = part(&[], &[("promoters", Number), ("passives", Number), ("detractors", Number)]);
static SCALE: Part = part(&[], &[("min", Number), ("max", Number), ("labels", Labels)]);
pub(super) static LINK: Part = part(&[], &[("from", Text), ("kind", Text), ("to", MaybeText), ("label", MaybeText), ("x", Own)]);
static STAGE: Part =
    Part { id_from: Some("title"), short: &[], fields: &[("id", Text), ("title", Text), ("subtitle", MaybeText), ("x", Own)] };
pub(super) static LANE: Part = Part {
    id_from: Some("title"),
    short: &[],
    fields: &[
        ("id", Text),
        ("kind", Text),
        ("title", Text),
        ("persona", MaybeText),
        ("purpose", MaybeText),
        ("scale", Holds::Part(&SCALE)),
        ("x", Own),
    ],
};
pub(super) static PHASE: Part = Part {
    id_from: Some("title"),
    short: &[],
    fields: &[
        ("id", Text),
        ("title", Text),
        ("description", MaybeText),
        ("stage", MaybeText),
        ("duration", MaybeText),
        ("risks", Parts(&RISK, true)),
        ("cells", Cells),
        ("x", Own),
    ],
};
pub(super) static ITEM: Part = part(
    &["text", "score"],
    &[
        ("id", MaybeText),
        ("text", MaybeText),
        ("score", Number),
        ("when", MaybeText),
        ("until", MaybeText),
        ("channel", MaybeText),
        ("device", MaybeText),
        ("sender", MaybeText),
        ("receiver", MaybeText),
        ("message", MaybeText),
        ("call_to_action", MaybeText),
        ("moment_of_truth", Flag),
        ("drop_off", Flag),
        ("importance", MaybeText),
        ("evidence", MaybeText),
        ("source", MaybeText),
        ("status", MaybeText),
        ("links", Texts),
        ("picture", Holds::Part(&PICTURE)),
        ("language", MaybeText),
        ("x", Own),
    ],
);
static PRODUCT: Part = part(
    &[],
    &[
        ("needs", Texts),
        ("desired_properties", Texts),
        ("involvement", MaybeText),
        ("experience", MaybeText),
        ("use", MaybeText),
        ("brand_awareness", MaybeText),
        ("preference", MaybeText),
        ("switching", MaybeText),
    ],
);
pub(super) static EMPATHY: Part = part(
    &[],
    &[
        ("name", MaybeText),
        ("question", MaybeText),
        ("follow_ups", Parts(&FOLLOW_UP, true)),
        ("thinks_and_feels", Texts),
        ("sees", Texts),
        ("hears", Texts),
        ("says_and_does", Texts),
        ("pains", Texts),
        ("gains", Texts),
        ("x", Own),
    ],
);
static PERSONA: Part = Part {
    id_from: Some("name"),
    short: &[],
    fields: &[
        ("id", Text),
        ("name", Text),
        ("kind", MaybeText),
        ("status", MaybeText),
        ("target_group", MaybeText),
        ("facts", Parts(&FACT, true)),
        ("generation", MaybeText),
        ("lifestyle", MaybeText),
        ("character", MaybeText),
        ("activities", Texts),
        ("interests", Texts),
        ("opinions", Texts),
        ("product", Holds::Part(&PRODUCT)),
        ("media", Texts),
        ("portrait", Holds::Part(&PICTURE)),
        ("quotes", Texts),
        ("evidence", Parts(&SOURCE, true)),
        ("empathy", Holds::Part(&EMPATHY)),
        ("x", Own),
    ],
};
static READING: Part = part(
    &["value"],
    &[("date", MaybeText), ("value", Number), ("answers", Numbers), ("counts", Holds::Part(&COUNTS)), ("note", MaybeText)],
);
static MEASUREMENT: Part = part(
    &[],
    &[
        ("title", MaybeText),
        ("kind", Text),
        ("at", MaybeText),
        ("question", MaybeText),
        ("unit", MaybeText),
        ("target", Number),
        ("series", Parts(&READING, true)),
        ("source", MaybeText),
        ("x", Own),
    ],
);
static OPPORTUNITY: Part = part(
    &["text"],
    &[
        ("text", Text),
        ("at", MaybeText),
        ("impact", Number),
        ("effort", Number),
        ("priority", MaybeText),
        ("owner", MaybeText),
        ("status", MaybeText),
        ("x", Own),
    ],
);
static PANEL: Part = part(
    &["caption"],
    &[("caption", Text), ("title", MaybeText), ("picture", Holds::Part(&PICTURE)), ("at", MaybeText), ("x", Own)],
);
pub(super) static JOURNEY: Part = part(
    &[],
    &[
        ("klantreis", Holds::Path),
        ("$schema", MaybeText),
        ("title", Text),
        ("scenario", MaybeText),
        ("organisation", MaybeText),
        ("offering", Holds::Part(&OFFERING)),
        ("question", Holds::Part(&QUESTION)),
        ("authors", Parts(&AUTHOR, true)),
        ("course", MaybeText),
        ("language", Text),
        ("date", MaybeText),
        ("revision", MaybeText),
        ("market", MaybeText),
        ("state", MaybeText),
        ("personas", Parts(&PERSONA, false)),
        ("stages", Parts(&STAGE, false)),
        ("lanes", Parts(&LANE, false)),
        ("phases", Parts(&PHASE, false)),
        ("links", Parts(&LINK, false)),
        ("measurements", Parts(&MEASUREMENT, false)),
        ("opportunities", Parts(&OPPORTUNITY, true)),
        ("storyboard", Parts(&PANEL, true)),
        ("x", Own),
    ],
);
