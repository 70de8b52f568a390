//! The rules of completeness: each finds what it is for, and nothing else.
//!
//! `fixtures/rules/<rule>.json` is a journey in which that rule alone has something to say, and `<rule>.expected.txt` is what it
//! says. `UPDATE_GOLDENS=1 cargo test --test it rules::` writes those anew; look at the difference before accepting it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use klantreis::diagnostic::{Code, Diagnostic, MessageFormat, Severity, Source, render};
use klantreis::journey::presets::{PRESETS, Preset};
use klantreis::journey::rules::{AnySetting, Group, Model, RULES, Rule, Settings, check, example};
use klantreis::journey::{Journey, TermLanguage, normal};
use klantreis::read;
use proptest::prelude::*;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn journey(text: &str) -> Journey {
    read::json(text).unwrap_or_else(|problems| panic!("{problems:#?}\n{text}"))
}

/// A preset in all its languages.
fn model(name: &str) -> Model {
    let preset = Preset::named(name).unwrap();
    let mut journeys = TermLanguage::ALL.map(|language| journey(preset.json(language))).into_iter();
    Model::new(format!("`{name}`"), journeys.next().unwrap(), journeys.collect())
}

/// The default settings with one rule more.
fn with(rule: &Rule) -> Settings {
    Settings::from_toml(&format!("{} = true", rule.id)).unwrap()
}

/// What a rule finds when it looks alone.
fn found(rule: &str, journey: &Journey) -> Vec<String> {
    let messages = check(journey, None, &Settings::only(&[rule])).into_iter().map(|finding| finding.message);
    messages.collect()
}

/// The model of a fixture, for the rules that compare.
fn model_for(rule: &Rule) -> Option<Model> {
    (rule.group == Group::Model).then(|| model(if rule.id == "missing-stage" { "five-phases" } else { "six-phases" }))
}

mod fixtures {
    use super::*;

    fn folder() -> PathBuf {
        root().join("fixtures/rules")
    }

    #[test]
    fn each_rule_says_what_is_expected_of_its_fixture_and_the_others_nothing() {
        let mut wrong = Vec::new();
        for rule in RULES {
            let path = folder().join(format!("{}.json", rule.id));
            let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            let mut findings = check(&journey(&text), model_for(rule).as_ref(), &with(rule));
            assert!(!findings.is_empty(), "{}", rule.id);
            assert!(findings.iter().all(|finding| finding.code.name() == rule.id), "{}: {findings:#?}", rule.id);
            read::locate(&text, &mut findings);
            let source = Source { name: &format!("{}.json", rule.id), text: &text };
            let shown: Vec<_> = findings.iter().map(|finding| render(finding, source, MessageFormat::Human, false)).collect();
            let (shown, golden) = (shown.join("\n"), path.with_extension("expected.txt"));
            if std::env::var_os("UPDATE_GOLDENS").is_some() {
                fs::write(&golden, &shown).unwrap();
            }
            if fs::read_to_string(&golden).unwrap_or_default() != shown {
                wrong.push(format!("{}:\n{shown}", golden.display()));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    #[test]
    fn every_file_belongs_to_a_rule() {
        let files = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        for file in files {
            assert!(Rule::named(file.split('.').next().unwrap()).is_some(), "{file}");
        }
    }
}

mod registry {
    use super::*;

    #[test]
    fn ids_are_unique_and_no_code_of_another_kind() {
        let mut taken: BTreeSet<_> = Code::ALL.iter().map(|code| code.name()).collect();
        for rule in RULES {
            assert!(taken.insert(rule.id), "{}", rule.id);
            assert!(rule.summary.ends_with('.') && !rule.summary.contains('\n'), "{}", rule.id);
            assert_eq!(Rule::named(rule.id).map(|found| found.id), Some(rule.id));
            let names: BTreeSet<_> = rule.settings.iter().map(AnySetting::name).collect();
            assert!(names.len() == rule.settings.len() && !names.contains("on"), "{}", rule.id);
        }
        assert!(Group::ALL.iter().all(|group| RULES.iter().any(|rule| rule.group == *group)), "a column without rules");
    }

    #[test]
    fn the_page_has_every_rule_and_setting() {
        let page = fs::read_to_string(root().join("docs/check-rules.md")).unwrap();
        for rule in RULES {
            let on = if rule.on { "on" } else { "off" };
            let row = format!("| `{}` | {} | {on} | {} |", rule.id, rule.group.name(), rule.summary);
            assert!(page.contains(&row), "docs/check-rules.md lacks the row\n{row}");
            for setting in rule.settings {
                let row = format!("| `{}` | `{}` | {} |", rule.id, setting.name(), setting.about());
                assert!(page.contains(&row), "docs/check-rules.md lacks the row\n{row}");
            }
        }
    }

    #[test]
    fn the_shipped_file_of_rules_is_that_of_the_registry() {
        let path = root().join("docs/rules.toml");
        if std::env::var_os("UPDATE_GOLDENS").is_some() {
            fs::write(&path, example()).unwrap();
        }
        assert_eq!(fs::read_to_string(path).unwrap(), example());
    }

    #[test]
    fn the_file_of_rules_changes_nothing() {
        let (plain, written) = (Settings::default(), Settings::from_toml(&example()).unwrap());
        assert!(RULES.iter().all(|rule| plain.is_on(rule) == written.is_on(rule)));
        for rule in RULES {
            let text = fs::read_to_string(root().join(format!("fixtures/rules/{}.json", rule.id))).unwrap();
            let (journey, model) = (journey(&text), model_for(rule));
            assert_eq!(check(&journey, model.as_ref(), &plain), check(&journey, model.as_ref(), &written), "{}", rule.id);
        }
    }
}

mod file {
    use super::*;

    #[test]
    fn what_is_wrong_is_said_with_its_place() {
        for (text, expected) in [
            ("no-authr = false", "1:1 unknown-field there is no rule `no-authr` – did you mean `no-author`?"),
            (
                "\n[too-short]\nleters = 3",
                "3:1 unknown-field the rule `too-short` has no setting `leters` – did you mean `letters`?",
            ),
            ("[no-author]\nmarks = []", "2:1 unknown-field the rule `no-author` has no setting `marks` – its settings are `on`"),
            (
                "[too-short]\nletters = \"3\"",
                "2:11 wrong-type `letters` is a whole number, not a text – write it as in `letters = 3`",
            ),
            (
                "[too-short]\nletters = -1",
                "2:11 bad-number `letters` is a whole number from 0 to 4294967295 – write it as in `letters = 3`",
            ),
            ("[too-short]\non = 1", "2:6 wrong-type `on` is `true` or `false`, not a number – write it as in `on = true`"),
            ("[empty-cell]\nsparse = [\"gaol\"]", "2:11 unknown-kind there is no lane kind `gaol` – did you mean `goal`?"),
            (
                "[placeholder]\nwords = [\"a\", 2]",
                "2:15 wrong-type `words` is a list of texts, not a number – write it as in `words = [\"todo\", \"…\"]`",
            ),
            (
                "no-author = 2",
                "1:13 wrong-type `no-author` is a table, or `true` or `false`, not a number – write it as in `no-author = false`",
            ),
            ("\u{feff}[é]\nx = 1", "1:2 syntax"),
            ("[too-short\n", "1:11 syntax"),
        ] {
            let problems = Settings::from_toml(text).unwrap_err();
            let [Diagnostic { code, message, help: Some(help), span: Some(span), .. }] = problems.as_slice() else {
                panic!("{text}: {problems:?}")
            };
            let said = format!("{}:{} {} {message} – {help}", span.line, span.column, code.name());
            assert!(said.starts_with(expected), "{text}: {said}");
            assert_eq!(code.severity(), Severity::Error);
            let _ = render(&problems[0], Source { name: "rules.toml", text }, MessageFormat::Human, true);
        }
    }

    #[test]
    fn all_that_is_wrong_is_said_at_once() {
        let problems = Settings::from_toml("b = 1\na = 1\n[too-short]\nx = 1\nwords = true").unwrap_err();
        assert_eq!(problems.iter().map(|problem| problem.span.as_ref().unwrap().line).collect::<Vec<_>>(), [1, 2, 4, 5]);
    }

    #[test]
    fn switches_and_thresholds_count() {
        let text = r#"{ "klantreis": 1, "title": "Reis", "language": "nl", "phases": [{ "title": "A", "cells": { "goal": "Snel weg" } }] }"#;
        let messages = |toml: &str| {
            let findings = check(&journey(text), None, &Settings::from_toml(toml).unwrap());
            findings.iter().map(|finding| finding.code.name()).collect::<Vec<_>>()
        };
        assert_eq!(messages(""), ["no-author", "no-persona", "phase-without-touchpoint"]);
        assert_eq!(messages("no-author = false\n[no-persona]\non = false"), ["phase-without-touchpoint"]);
        assert_eq!(messages("[too-short]\nwords = 3").last(), Some(&"too-short"));
        assert_eq!(messages("[too-short]\nwords = 3\nsentences = []").last(), Some(&"phase-without-touchpoint"));
        assert_eq!(messages("[placeholder]\nwords = [\"Snel weg\"]").last(), Some(&"placeholder"));
        assert!(messages("[no-emotion]\nlane = true").contains(&"no-emotion"));
    }

    proptest! {
        #[test]
        fn no_text_is_too_odd(text in "([a-z\\-\\[\\]=\"'\n# .{}é0-9]|too-short|letters|on = |sparse){0,30}") {
            if let Err(problems) = Settings::from_toml(&text) {
                for problem in problems {
                    let _ = render(&problem, Source { name: "rules.toml", text: &text }, MessageFormat::Human, false);
                }
            }
        }
    }
}

mod texts {
    use super::*;

    /// A journey with one text in a lane of a kind.
    fn saying(kind: &str, text: &str) -> Journey {
        let text = serde_json::to_string(text).unwrap();
        journey(&format!(
            r#"{{ "klantreis": 1, "title": "Reis", "language": "nl", "phases": [{{ "title": "Fase", "cells": {{ "{kind}": {text} }} }}] }}"#
        ))
    }

    #[test]
    fn placeholders_are_whole_texts_or_clear_marks() {
        for (kind, text, expected) in [
            ("goal", "TODO", true),
            ("goal", "To do", true),
            ("goal", " invullen! ", true),
            ("goal", "(vul hier in)", true),
            ("action", "n.t.b.", true),
            ("action", "…", true),
            ("action", "...", true),
            ("action", "XXXX", true),
            ("touchpoint", "[tekst]", true),
            ("touchpoint", "____", true),
            ("need", "???", true),
            ("need", "Skriv her …", true),
            ("need", "asdf", true),
            ("barrier", "Lorem ipsum dolor", true),
            ("barrier", "Prijs, TODO: opzoeken", true),
            ("barrier", "{{naam}}", true),
            ("barrier", "<naam van de school>", true),
            ("goal", "Een tekst die klopt", false),
            ("goal", "Vul hier in hoe oud je bent, zegt het scherm", false),
            ("goal", "Formulier invullen", false),
            ("goal", "Een todo-lijst maken", false),
            ("goal", "Todo lo que necesito", false),
            ("touchpoint", "TODO INCLUIDO", false),
            ("quote", "…", false),
            ("thought", "???", false),
            ("emotion", "…", false),
            ("quote", "[lacht] Nou, nee.", false),
            ("channel", "sms", false),
            ("feeling", "<3", false),
            ("goal", "XL", false),
            ("device", "-", false),
        ] {
            let findings = found("placeholder", &saying(kind, text));
            assert_eq!(!findings.is_empty(), expected, "{kind}: {text}: {findings:?}");
        }
    }

    #[test]
    fn the_words_of_a_blank_template_are_placeholders() {
        let settings = Settings::only(&["placeholder"]).hints(["Wat wil de klant?".to_owned()]);
        assert_eq!(check(&saying("goal", "Wat wil de klant? "), None, &settings).len(), 1);
        assert_eq!(check(&saying("goal", "Wat wil de klant?"), None, &Settings::only(&["placeholder"])).len(), 0);
    }

    #[test]
    fn texts_are_too_short_by_what_their_lane_is_for() {
        for (kind, text, expected) in [
            ("goal", "x", true),
            ("goal", "Ja!", true),
            ("goal", "Nee.", true),
            ("goal", "-", true),
            ("action", "–", true),
            ("action", "ok", true),
            ("touchpoint", "w", true),
            ("touchpoint", "-", true),
            ("goal", "Plezier", false),
            ("action", "Køb", false),
            ("action", "Øve", false),
            ("touchpoint", "TV", false),
            ("touchpoint", "X", false),
            ("channel", "X", false),
            ("priority", "1", false),
            ("measure", "8", false),
            ("quote", "Ja!", false),
            ("thought", "Nee.", false),
            ("goal", "买票", false),
            ("feeling", "🙂", false),
            ("goal", "…", false),
            ("emotion", "ok", false),
        ] {
            let findings = found("too-short", &saying(kind, text));
            assert_eq!(!findings.is_empty(), expected, "{kind}: {text}: {findings:?}");
        }
    }

    #[test]
    fn a_lane_is_named_once_however_many_texts_it_has() {
        let cells: Vec<_> = (0..40).map(|n| format!(r#"{{ "title": "F{n}", "cells": {{ "goal": ["x", "TODO"] }} }}"#)).collect();
        let text = format!(r#"{{ "klantreis": 1, "title": "Reis", "language": "nl", "phases": [{}] }}"#, cells.join(","));
        let findings = found("placeholder", &journey(&text));
        assert_eq!(findings.len(), 1);
        assert!(findings[0].ends_with("`F7` and 32 more"), "{findings:?}");
    }
}

mod order {
    use super::*;

    /// A journey whose phases have one touchpoint each, at these times.
    fn at(language: &str, times: &[&str]) -> Journey {
        let phase = |(number, time): (usize, &&str)| {
            format!(r#"{{ "title": "Fase {number}", "cells": {{ "touchpoint": {{ "text": "Contact", "when": "{time}" }} }} }}"#)
        };
        let phases: Vec<_> = times.iter().enumerate().map(phase).collect();
        journey(&format!(r#"{{ "klantreis": 1, "title": "R", "language": "{language}", "phases": [{}] }}"#, phases.join(",")))
    }

    #[test]
    fn what_is_out_of_order_without_doubt_is_said() {
        for (language, times) in [
            ("nl", &["2026-11-07", "2026-11-03"] as &[&str]),
            ("nl", &["7 november 2026", "3 nov. 2026"]),
            ("nl", &["zaterdag 7 november 2026", "wo 4 november 2026"]),
            ("nl", &["7-11-2026", "3-11-2026"]),
            ("nl", &["december 2026", "7 november 2026"]),
            ("nl", &["2026-11-07 14:00", "2026-11-07 10:00"]),
            ("nl", &["7 november", "3 november"]),
            ("nl", &["2 maart", "27 februari"]),
            ("da", &["den 7. november", "den 3. november"]),
            ("da", &["lørdag den 7. nov. 2026", "3. oktober 2026"]),
            ("da", &["7/11/2026", "3.11.2026"]),
            ("da", &["7.11.", "3.11. kl. 13:20"]),
            ("nl", &["di 7/11", "vr 3/11 9.12 uur"]),
            ("da", &["kl. 10", "kl. 9.30"]),
            ("da", &["uge 45", "uge 43"]),
            ("da", &["trin 3", "trin 2"]),
            ("en", &["November 7, 2026", "3rd of November 2026"]),
            ("en", &["Nov 7", "Nov 3"]),
            ("en", &["10 am", "9:30am"]),
            ("en", &["2 p.m.", "11:30 a.m."]),
            ("en", &["day 3", "day 2"]),
            ("nl", &["10:00", "09:30"]),
            ("nl", &["14.30", "14.15"]),
            ("nl", &["15 uur", "14 uur"]),
            ("nl", &["vrijdag 15 uur", "vrijdag 14 uur"]),
            ("nl", &["stap 1", "stap 3", "stap 2"]),
            ("nl", &["1.", "3.", "2."]),
            ("nl", &["week 45", "week 44"]),
            ("nl", &["2026-11-07", "straks", "2026-11-03"]),
        ] {
            assert_eq!(found("out-of-order", &at(language, times)).len(), 1, "{times:?}");
        }
    }

    #[test]
    fn what_may_be_in_order_is_left_alone() {
        for (language, times) in [
            ("nl", &["september", "2026-11-07", "januari", "vóór 1 april", "augustus", "juni"] as &[&str]),
            ("nl", &["20 november", "5 januari"]),
            ("nl", &["24 augustus", "20 juni"]),
            ("nl", &["week 50", "week 2"]),
            ("nl", &["zaterdag", "maandag"]),
            ("nl", &["22:40", "08:15"]),
            ("en", &["Friday 18:00", "Sunday 14:00"]),
            ("nl", &["vrijdag 15.30", "14.30"]),
            ("da", &["fredag den 28.", "mandag den 2."]),
            ("nl", &["10:00", "de volgende dag", "09:30"]),
            ("nl", &["10:00", "2026-11-08", "09:30"]),
            ("nl", &["11 uur", "2 uur"]),
            ("nl", &["10 uur", "8 uur"]),
            ("nl", &["november 2026", "7 november 2026", "2026-11"]),
            ("nl", &["2026-11-07", "2026-11-07"]),
            ("nl", &["2026-11-07 14:00", "2026-11-07"]),
            ("nl", &["1", "2", "1", "2", "3"]),
            ("nl", &["dag 3", "stap 2"]),
            ("nl", &["ca. 10:00", "rond 9:30"]),
            ("nl", &["elke tweede dinsdag", "straks na betaling"]),
            ("da", &["7.11", "3.11"]),
            ("en", &["11/07/2026", "03/11/2026"]),
            ("en", &["7/11", "3/11"]),
            ("nl", &["7-11", "3-11"]),
            ("en", &["10:00", "9:30"]),
            ("en", &["11 am", "1 pm"]),
            ("en", &["12 am", "12 pm"]),
            ("nl", &["99:99", "13-13-2026", "31 februari 2026", "2026-02-30", "week 99", "0"]),
        ] {
            assert_eq!(found("out-of-order", &at(language, times)), [""; 0], "{times:?}");
        }
    }

    #[test]
    fn one_slip_is_one_finding_and_lanes_are_not_compared() {
        let findings = found("out-of-order", &at("nl", &["2026-11-01", "2027-05-01", "2026-11-03", "2026-11-04", "2026-11-02"]));
        assert_eq!(
            findings,
            ["`Contact` (`2026-11-03`) stands behind `Contact` (`2027-05-01`); 1 more in the lane `Touchpoint`"]
        );
        let two = r#"{ "klantreis": 1, "title": "R", "language": "nl",
            "lanes": [{ "id": "a", "kind": "touchpoint" }, { "id": "b", "kind": "touchpoint" }, { "kind": "goal" }],
            "phases": [
                { "title": "A", "cells": { "a": { "text": "x", "when": "2026-11-07" }, "goal": { "text": "x", "when": "2026-11-07" } } },
                { "title": "B", "cells": { "b": { "text": "x", "when": "2026-11-03" }, "goal": { "text": "x", "when": "2026-11-03" } } }
            ] }"#;
        assert_eq!(found("out-of-order", &journey(two)), [""; 0]);
    }
}

mod cells {
    use super::*;

    #[test]
    fn what_goes_on_over_phases_fills_them() {
        let text = r#"{ "klantreis": 1, "title": "R", "language": "nl", "phases": [
            { "title": "A", "cells": { "goal": "Iets leren", "measure": { "text": "NPS", "until": "c" }, "touchpoint": { "text": "App", "until": "b" } } },
            { "title": "B", "cells": { "goal": "Nog iets" } },
            { "title": "C", "cells": { "goal": "Klaar zijn" } }] }"#;
        assert_eq!(found("empty-cell", &journey(text)), [""; 0]);
        assert_eq!(found("phase-without-touchpoint", &journey(text)), ["1 of 3 phases is without a touchpoint: `C`"]);
    }

    #[test]
    fn a_model_asks_for_every_cell_of_its_lanes() {
        let text = r#"{ "klantreis": 1, "title": "R", "language": "da", "phases": [
            { "title": "A", "cells": { "thought": "Skal vi afsted?", "barrier": "Prisen", "quote": "“Ja!”" } },
            { "title": "B", "cells": { "thought": "Hvornår?" } }] }"#;
        let settings = Settings::only(&["empty-cell"]);
        assert_eq!(check(&journey(text), None, &settings), []);
        let findings = check(&journey(text), Some(&model("rental-trip")), &settings);
        assert_eq!(findings.len(), 1);
        assert_eq!(findings[0].message, "the lane `Barrierer` is empty in 1 of 2 phases: `B`");
    }
}

mod models {
    use super::*;

    fn fixture(name: &str) -> Journey {
        journey(&fs::read_to_string(root().join(format!("fixtures/{name}.json"))).unwrap())
    }

    #[test]
    fn a_blank_preset_lacks_only_what_is_to_be_filled_in() {
        for preset in PRESETS {
            let model = model(preset.name);
            for language in TermLanguage::ALL {
                let findings = check(&journey(preset.json(language)), Some(&model), &Settings::default());
                let rules: Vec<_> = findings.iter().map(|finding| finding.code.name()).collect();
                assert_eq!(rules, ["no-author", "no-persona", "empty-cell"], "{} {language:?}", preset.name);
            }
        }
    }

    #[test]
    fn whole_journeys_are_complete() {
        for name in ["mediacollege", "lejebil", "overvol", "schriften", "planboard"] {
            assert_eq!(check(&fixture(name), None, &Settings::default()), [], "{name}");
        }
        assert_eq!(check(&fixture("mediacollege"), Some(&model("six-phases")), &Settings::default()), []);
    }

    #[test]
    fn a_journey_is_compared_across_languages() {
        let findings = check(&fixture("lejebil"), Some(&model("rental-trip")), &Settings::default());
        let messages: Vec<_> = findings.iter().map(|finding| finding.message.as_str()).collect();
        let lanes = "`Følelser`, `Relation`, `Prioritering`, `Design`, `Værdifuld oplevelse`, `Løbende målinger`";
        assert_eq!(messages, [format!("6 of the 13 lanes of `rental-trip` are missing: {lanes}")]);
        // Six Dutch phases against the Danish preset alone, without its translations.
        let danish = journey(Preset::named("six-phases").unwrap().json(TermLanguage::Da));
        assert_eq!(check(&fixture("mediacollege"), Some(&Model::new("`da`", danish, Vec::new())), &Settings::default()), []);
    }

    #[test]
    fn a_journey_is_its_own_model() {
        let settings = Settings::from_toml("extra-phase = true").unwrap();
        for (name, journey) in crate::support::fixtures() {
            let findings = check(&journey, Some(&Model::new("`x`", journey.clone(), Vec::new())), &settings);
            let compared = findings.iter().filter(|finding| Rule::named(finding.code.name()).unwrap().group == Group::Model);
            assert_eq!(compared.count(), 0, "{name}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn findings_are_few_and_each_stands_somewhere(journey in crate::support::journeys::journey()) {
        let document: serde_json::Value = serde_json::from_str(&normal(&journey)).unwrap();
        let all: Vec<_> = RULES.iter().map(|rule| rule.id).collect();
        let findings = check(&journey, Some(&model("rental-trip")), &Settings::only(&all));
        for finding in &findings {
            let pointer = finding.pointer.as_deref().unwrap();
            prop_assert!(document.pointer(pointer).is_some(), "{pointer} of {finding:?} in {document:#}");
            let is_finding = matches!(finding.code, Code::Finding { .. });
            prop_assert!(is_finding && finding.help.is_some());
        }
        prop_assert!(findings.len() <= RULES.len() * 11);
    }
}
