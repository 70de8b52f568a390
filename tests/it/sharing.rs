//! What threads may share, and how much a typesetter keeps.

use std::fmt::Write;
use std::thread;

use klantreis::export::{Options, Selection, export};
use klantreis::journey::Journey;
use klantreis::layout::Layout;
use klantreis::picture::Gallery;
use klantreis::registry::Registry;
use klantreis::scene::Scene;
use klantreis::sheet::Workbook;
use klantreis::text::{Cut, Fonts, Style, Typesetter};
use klantreis::write::{Format, WriteError};

const fn may_be_shared<T: Send + Sync>() {}

/// Checked by the compiler.
const _: () = {
    may_be_shared::<Fonts>();
    may_be_shared::<Typesetter>();
    may_be_shared::<Registry>();
    may_be_shared::<Layout>();
    may_be_shared::<Format>();
    may_be_shared::<Selection>();
    may_be_shared::<Options>();
    may_be_shared::<Journey>();
    may_be_shared::<Gallery>();
    may_be_shared::<Scene>();
    may_be_shared::<Workbook>();
    may_be_shared::<WriteError>();
};

/// The bytes of a journey in each format, on a typesetter.
fn made(journey: &Journey, typesetter: &Typesetter) -> Vec<Vec<u8>> {
    let registry = Registry::built_in();
    let selection = Selection::new(registry, registry.formats(), &[] as &[&str]).unwrap();
    let exported = export(journey, &selection, &Options::default(), typesetter).unwrap();
    exported.outputs.into_iter().map(|output| output.bytes).collect()
}

#[test]
fn workers_on_the_same_fonts_make_the_same_bytes() {
    let shared = Typesetter::new(Fonts::bundled());
    let fixtures = crate::support::fixtures();
    let few: Vec<_> = fixtures.iter().filter(|(name, _)| ["mini", "mediacollege", "lejebil"].contains(&name.as_str())).collect();
    assert_eq!(few.len(), 3);
    let all = |typesetter: &Typesetter| few.iter().map(|(_, journey)| made(journey, typesetter)).collect::<Vec<_>>();
    let (one, other, third) = thread::scope(|scope| {
        let worker = || {
            let own = shared.worker();
            assert!(std::ptr::eq(own.fonts(), shared.fonts()), "the fonts are there once");
            let made = all(&own);
            assert!(own.work().lines > 0, "each counts its own work");
            made
        };
        let (one, other, third) = (scope.spawn(worker), scope.spawn(worker), scope.spawn(|| all(&shared)));
        (one.join().unwrap(), other.join().unwrap(), third.join().unwrap())
    });
    assert!(one == other && one == third, "who else works beside one changes nothing");
    assert!(one.iter().flatten().all(|bytes| !bytes.is_empty()));
}

#[test]
fn what_is_kept_is_bounded_however_many_words_there_are() {
    const WORDS: usize = 40_000;
    let typesetter = Typesetter::new(Fonts::bundled());
    let style = Style { cut: Cut::Regular, hyphenation: None, rtl: false };
    let mut weight = 0;
    for first in (0..WORDS).step_by(100) {
        let mut text = String::new();
        for word in first..first + 100 {
            let _ = write!(text, "{word:x}w ");
        }
        weight += text.len() + 100 * 63;
        assert_eq!(typesetter.paragraph(&text, style).missing().count(), 0);
    }
    let kept = typesetter.work().kept;
    assert!(weight > Typesetter::MOST_KEPT * 2, "there is far more than is kept: {weight}");
    assert!(kept <= Typesetter::MOST_KEPT as u64, "{kept} was kept");
    assert!(kept > Typesetter::MOST_KEPT as u64 / 4, "and what there is room for is kept: {kept}");
}

#[test]
fn a_journey_of_very_many_words_is_drawn_within_the_bound() {
    let cell = |phase: usize| {
        let items = (0..40).map(|item| {
            let words = (0..30).map(|word| format!("w{:x}", (phase * 40 + item) * 30 + word));
            format!("\"{}\"", words.collect::<Vec<_>>().join(" "))
        });
        items.collect::<Vec<_>>().join(", ")
    };
    let phases = (0..16).map(|phase| format!(r#"{{ "title": "P{phase}", "cells": {{ "action": [{}] }} }}"#, cell(phase)));
    let phases = phases.collect::<Vec<_>>().join(", ");
    let text = format!(r#"{{ "klantreis": 1, "title": "Words", "language": "en", "phases": [{phases}] }}"#);
    let journey = klantreis::read::json(&text).unwrap();
    let typesetter = Typesetter::new(Fonts::bundled());
    let registry = Registry::built_in();
    let selection = Selection::new(registry, &["pdf"], &[] as &[&str]).unwrap();
    let exported = export(&journey, &selection, &Options::default(), &typesetter).unwrap();
    assert_eq!(exported.outputs.len(), 1);
    let kept = typesetter.work().kept;
    const { assert!(16 * 40 * 30 * 67 > Typesetter::MOST_KEPT, "its words weigh more than is kept") };
    assert!(kept <= Typesetter::MOST_KEPT as u64, "{kept} was kept");
}
