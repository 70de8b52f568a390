//! Journeys that grow in one dimension each: what a journey holds much of, as much of it as is asked for.

/// A way to grow: its name, and the document with so much of it.
pub struct Kind {
    pub name: &'static str,
    /// How much of it is tried first; the largest trial is under 1 MB.
    pub unit: usize,
    pub document: fn(usize) -> String,
}

const fn kind(name: &'static str, unit: usize, document: fn(usize) -> String) -> Kind {
    Kind { name, unit, document }
}

/// Every way.
pub const KINDS: &[Kind] = &[
    kind("title of one word", 1_000, |n| journey(&format!(r#""title": "{}""#, letters(n)), "x")),
    kind("title of many words", 5_000, |n| journey(&format!(r#""title": "{}""#, words(n)), "x")),
    kind("scenario of many words", 5_000, |n| journey(&format!(r#""title": "t", "scenario": "{}""#, words(n)), "x")),
    kind("item of one word", 1_000, |n| item(&letters(n))),
    kind("item of many words", 5_000, |n| item(&words(n))),
    kind("item of words joined by underscores", 1_000, |n| item(&words(n).replace(' ', "_"))),
    kind("item of one Arabic word", 500, |n| item(&repeated("عندماتأتيالطلباتفيالمساء", n))),
    kind("item of joined letters", 500, |n| item(&repeated("ب", n))),
    kind("item of Arabic words", 1_000, |n| item(&repeated("عندما تأتي الطلبات ", n))),
    kind("item of two directions", 1_000, |n| item(&repeated("abאבבת12", n))),
    kind("item of letters with marks", 500, |n| item(&repeated("a\u{301}\u{323}", n))),
    kind("item of soft hyphens", 500, |n| item(&repeated("ab\u{ad}", n))),
    kind("item of one letter with marks", 500, |n| item(&format!("a{}", repeated("\u{301}", n)))),
    kind("item of one joined emoji", 500, |n| item(&repeated("\u{1f469}\u{200d}", n))),
    kind("item of characters without a face", 500, |n| item(&repeated("𓀀𓀁𓀂", n))),
    kind("item of words without a face", 500, |n| item(&repeated("漢字 仮名 ", n))),
    kind("item of addresses", 1_000, |n| item(&repeated("a@b.nl ", n))),
    kind("items of one lane", 500, |n| phases(n.div_ceil(80), &|nth| list(n, nth, 80, r#""Iets dat de klant doet""#))),
    kind("items of two letters", 500, |n| phases(n.div_ceil(80), &|nth| list(n, nth, 80, r#""ja""#))),
    kind("scores", 500, |n| phases(n.div_ceil(80), &|nth| list(n, nth, 80, "1").replace("goal", "emotion"))),
    kind("bars to the end", 250, |n| {
        let bar = r#"{ "text": "lang", "until": "p199" }"#;
        phases(200, &|nth| if nth < 100 { list(n, nth, n.div_ceil(100), bar) } else { r#""goal": "x""#.to_owned() })
    }),
    kind("titles of phases", 500, |n| part("phases", &format!(r#""title": "{}", "cells": {{ "goal": "x" }}"#, words(n)), 1)),
    kind("titles of stages", 500, |n| part("stages", &format!(r#""id": "s", "title": "{}""#, words(n)), 1)),
    kind("titles of stages of one word", 500, |n| {
        part("stages", &format!(r#""id": "s%", "title": "{}""#, letters(n.div_ceil(4))), 4)
    }),
    kind("risks", 500, |n| {
        let risks = vec![r#""te duur""#; 80].join(", ");
        part("phases", &format!(r#""title": "Fase %", "risks": [{risks}]"#), n.div_ceil(80))
    }),
    kind("lanes", 6, |n| {
        let lanes = numbered(n, &|nth| format!(r#"{{ "kind": "goal", "id": "l{nth}", "title": "Rij {nth}" }}"#));
        let cells = numbered(n, &|nth| format!(r#""l{nth}": "Iets dat de klant doet""#));
        with(&format!(r#""lanes": [{lanes}]"#), &format!(r#"{{ "title": "P", "cells": {{ {cells} }} }}"#))
    }),
    kind("phases", 12, |n| phases(n, &|_| r#""goal": "Iets dat de klant doet", "touchpoint": "Website""#.to_owned())),
    kind("curves", 12, |n| {
        let lane = |nth| format!(r#"{{ "kind": "emotion", "id": "e{nth}", "title": "Stemming {nth}", "persona": "q{nth}" }}"#);
        let persona = |nth| format!(r#"{{ "id": "q{nth}", "name": "Naam {nth}" }}"#);
        let score =
            |phase: usize| numbered(4, &|nth| format!(r#""e{nth}": {}"#, ["-2", "0", "1", "2"][(phase * 7 + nth * 3) % 4]));
        let phase = |nth| format!(r#"{{ "title": "Fase {nth}", "cells": {{ {} }} }}"#, score(nth));
        let head = format!(r#""lanes": [{}], "personas": [{}]"#, numbered(4, &lane), numbered(4, &persona));
        with(&head, &numbered(n, &phase))
    }),
    kind("curves over each other", 3, |n| {
        let lanes = numbered(n, &|nth| format!(r#"{{ "kind": "emotion", "id": "e{nth}", "title": "Stemming {nth}" }}"#));
        let score =
            |phase: usize| numbered(n, &|nth| format!(r#""e{nth}": {}"#, ["-2", "0", "1", "2"][(phase * 7 + nth * 3) % 4]));
        let phase = |nth| format!(r#"{{ "title": "Fase {nth}", "cells": {{ {} }} }}"#, score(nth));
        with(&format!(r#""lanes": [{lanes}]"#), &numbered(24, &phase))
    }),
    kind("personas", 3, |n| {
        part("personas", r#""id": "q%", "name": "Naam %", "quotes": ["Ik wil weten waar ik aan toe ben"]"#, n)
    }),
    kind("measurements", 30, |n| part("measurements", r#""kind": "nps", "title": "Meting %", "target": 90"#, n)),
    kind("opportunities", 30, |n| part("opportunities", r#""text": "Kaartjes ook online verkopen""#, n)),
    kind("marks", 250, |n| {
        let item = r#"{ "text": "Iets", "moment_of_truth": true, "drop_off": true, "evidence": "assumed" }"#;
        phases(n.div_ceil(80), &|nth| list(n, nth, 80, item))
    }),
    kind("links", 250, |n| {
        let item = r#"{ "text": "Kijk hier", "links": ["https://voorbeeld.nl/a", "mailto:a@b.nl"] }"#;
        phases(n.div_ceil(80), &|nth| list(n, nth, 80, item))
    }),
    kind("cells", 500, |n| phases(n.div_ceil(40).min(200), &|nth| list(n, nth, 40, r#"{ "text": "Iets", "when": "10:00" }"#))),
];

/// Letters of no language, without a place to break.
pub fn letters(count: usize) -> String {
    let mut state = 7_u32;
    let letter = |_| {
        state = state.wrapping_mul(1_103_515_245).wrapping_add(12_345);
        char::from(b'a' + u8::try_from((state >> 16) % 26).unwrap())
    };
    (0..count).map(letter).collect()
}

fn words(count: usize) -> String {
    repeated("overwegen de klanttevredenheid vraagt een opleiding aan balie en wacht op antwoord van ", count)
}

/// A text again and again, so many characters in all.
fn repeated(text: &str, count: usize) -> String {
    text.chars().cycle().take(count).collect()
}

fn journey(head: &str, item: &str) -> String {
    format!(r#"{{ "klantreis": 1, {head}, "language": "nl", "phases": [{{ "title": "P", "cells": {{ "goal": "{item}" }} }}] }}"#)
}

fn item(text: &str) -> String {
    journey(r#""title": "t""#, text)
}

fn phases(count: usize, cells: &dyn Fn(usize) -> String) -> String {
    let phase = |nth| format!(r#"{{ "id": "p{nth}", "title": "Fase {nth}", "cells": {{ {} }} }}"#, cells(nth));
    let phases = (0..count).map(phase).collect::<Vec<_>>().join(",");
    format!(r#"{{ "klantreis": 1, "title": "t", "language": "nl", "phases": [{phases}] }}"#)
}

/// A journey of some parts and phases.
fn with(head: &str, phases: &str) -> String {
    format!(r#"{{ "klantreis": 1, "title": "t", "language": "nl", {head}, "phases": [{phases}] }}"#)
}

/// A journey of so many parts of a kind; `%` in their fields is the number of each.
fn part(name: &str, fields: &str, count: usize) -> String {
    let parts = numbered(count, &|nth| format!("{{ {} }}", fields.replace('%', &nth.to_string())));
    if name == "phases" {
        return format!(r#"{{ "klantreis": 1, "title": "t", "language": "nl", "phases": [{parts}] }}"#);
    }
    with(&format!(r#""{name}": [{parts}]"#), r#"{ "title": "P", "cells": { "goal": "x" } }"#)
}

/// So many things, with commas between them.
fn numbered(count: usize, thing: &dyn Fn(usize) -> String) -> String {
    (0..count).map(thing).collect::<Vec<_>>().join(", ")
}

/// The cell of a phase: `each` of all `count` items.
fn list(count: usize, phase: usize, each: usize, item: &str) -> String {
    let here = count.saturating_sub(phase * each).min(each);
    format!(r#""goal": [{}]"#, vec![item; here].join(","))
}
