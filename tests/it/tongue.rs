//! The texts of the program: each is there in every language with the same things put into it, and the code names no other and all of them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use klantreis::diagnostic::Code;
use klantreis::journey::TermLanguage;
use klantreis::journey::rules::{Group, RULES};

use crate::house::modules;
use crate::support::desk::Desk;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Each text of a file by its id: what is put into it.
fn texts(language: TermLanguage) -> BTreeMap<String, BTreeSet<String>> {
    let path = root().join(format!("src/tongue/texts/{}.ftl", language.tag()));
    let text = fs::read_to_string(&path).unwrap();
    let resource = fluent_syntax::parser::parse(text).unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", path.display()));
    let mut texts = BTreeMap::new();
    for entry in resource.body {
        match entry {
            Entry::Message(message) => {
                let mut names = BTreeSet::new();
                let pattern = message.value.unwrap_or_else(|| panic!("{} is empty", message.id.name));
                placeables(&pattern, &mut names);
                assert!(message.attributes.is_empty(), "{}", message.id.name);
                let twice = texts.insert(message.id.name.clone(), names);
                assert!(twice.is_none(), "{} twice in {}", message.id.name, path.display());
            }
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => {}
            Entry::Term(term) => panic!("{} is a term", term.id.name),
            Entry::Junk { content } => panic!("{}: {content}", path.display()),
        }
    }
    texts
}

fn placeables(pattern: &Pattern<String>, names: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        match expression {
            Expression::Inline(inline) => inline_placeable(inline, names),
            Expression::Select { selector, variants } => {
                inline_placeable(selector, names);
                for variant in variants {
                    placeables(&variant.value, names);
                }
            }
        }
    }
}

fn inline_placeable(inline: &InlineExpression<String>, names: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => drop(names.insert(id.name.clone())),
        InlineExpression::Placeable { expression } => match expression.as_ref() {
            Expression::Inline(inline) => inline_placeable(inline, names),
            Expression::Select { .. } => panic!("a choice stands in a placeable of its own"),
        },
        InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
        InlineExpression::FunctionReference { .. }
        | InlineExpression::MessageReference { .. }
        | InlineExpression::TermReference { .. } => panic!("a text is whole by itself: {inline:?}"),
    }
}

/// Each text that the code names, with what is put into it and where.
fn named() -> Vec<(String, BTreeSet<String>, PathBuf)> {
    let mut found = Vec::new();
    for (path, _) in modules() {
        let text = fs::read_to_string(&path).unwrap();
        let code: Vec<_> = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
        let code = code.join("\n");
        let calls = code.split("say!(").skip(1).filter_map(call);
        found.extend(calls.map(|(id, names)| (id, names, path.clone())));
        if path.starts_with(root().join("src/read")) {
            found.extend(handed_on(&code).map(|id| (id, BTreeSet::new(), path.clone())));
        }
    }
    found
}

/// How the ids begin of texts that are handed on by them while something is read: reasons and kinds, into which nothing is put.
const HANDED_ON: [&str; 3] = ["\"left-", "\"kind-", "\"advice-"];

/// The ids that stand alone in code.
fn handed_on(code: &str) -> impl Iterator<Item = String> {
    let starts = HANDED_ON.iter().flat_map(|start| code.match_indices(start));
    let alone = starts.filter(|(at, _)| !code[..*at].ends_with("say!("));
    alone.filter_map(|(at, _)| code[at + 1..].split('"').next().map(str::to_owned))
}

/// The id and the names of a call, of which the text begins within its parentheses.
fn call(text: &str) -> Option<(String, BTreeSet<String>)> {
    let inner = text.trim_start().strip_prefix('"')?;
    let (id, rest) = inner.split_once('"')?;
    let (mut depth, mut string, mut escaped, mut own) = (1, false, false, String::new());
    for c in rest.chars() {
        match c {
            _ if escaped => escaped = false,
            '\\' if string => escaped = true,
            '"' => string = !string,
            _ if string => {}
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth -= 1,
            _ if depth == 1 => own.push(c),
            _ => {}
        }
        if depth == 0 {
            break;
        }
    }
    let names = own.split(',').filter_map(|part| part.split_once(" = ")).map(|(name, _)| name.trim().to_owned());
    Some((id.to_owned(), names.collect()))
}

/// The texts that are picked by the name of a rule, a column, a group or a code.
fn of_rules() -> BTreeSet<String> {
    let columns = RULES.iter().map(|rule| rule.id).chain(["other", "import"]);
    let of_columns = columns.flat_map(|id| [format!("rule-{id}"), format!("name-{id}")]);
    let groups = Group::ALL.into_iter().map(Group::name).chain(["other", "import"]);
    let names = of_columns.chain(groups.map(|group| format!("group-{group}")));
    // A code has a name where people meet it often.
    let known = texts(TermLanguage::En);
    let codes = Code::ALL.iter().map(|code| code.name()).chain(["unreadable"]).map(|code| format!("name-{code}"));
    names.chain(codes.filter(|id| known.contains_key(id))).collect()
}

#[test]
fn every_language_has_every_text_with_the_same_things_put_into_it() {
    let english = texts(TermLanguage::En);
    for language in TermLanguage::ALL {
        let theirs = texts(language);
        let (own, wanted): (BTreeSet<_>, BTreeSet<_>) = (theirs.keys().collect(), english.keys().collect());
        assert_eq!(own.symmetric_difference(&wanted).collect::<Vec<_>>(), Vec::<&&String>::new(), "{}", language.tag());
        for (id, names) in &english {
            assert_eq!(&theirs[id], names, "{id} in {}", language.tag());
        }
    }
}

#[test]
fn the_code_names_every_text_and_puts_into_it_what_belongs_there() {
    let (english, of_rules, named) = (texts(TermLanguage::En), of_rules(), named());
    assert!(named.len() > 100, "the calls are found");
    for (id, names, path) in &named {
        let wanted = english.get(id).unwrap_or_else(|| panic!("{}: there is no text `{id}`", path.display()));
        assert_eq!(names, wanted, "{id} in {}", path.display());
    }
    let used: BTreeSet<&String> = named.iter().map(|(id, ..)| id).chain(&of_rules).collect();
    let known: BTreeSet<&String> = english.keys().collect();
    assert_eq!(known.difference(&used).collect::<Vec<_>>(), Vec::<&&String>::new(), "no text is left unused");
    assert!(of_rules.iter().all(|id| known.contains(id)), "each rule is said in words");
}

#[test]
fn a_rule_says_in_english_what_its_entry_says() {
    let text = fs::read_to_string(root().join("src/tongue/texts/en.ftl")).unwrap();
    for rule in RULES {
        assert!(text.contains(&format!("\nrule-{} = {}\n", rule.id, rule.summary)), "{}", rule.id);
    }
    for (id, own) in text.lines().filter_map(|line| line.strip_prefix("name-")?.split_once(" = ")) {
        assert_eq!(id, own, "in English a code is called what it is");
    }
}

const LACKING: &str = r#"{ "klantreis": 1, "title": "Reis", "language": "nl", "scenario": "Bo wil weg",
    "phases": [{ "title": "Zoeken", "cells": { "goal": "Iets vinden", "touchpoint": "Website" } }, { "title": "Kopen" }] }"#;

/// What a command says on the standard error, in an environment of these variables.
fn said(desk: &Desk, arguments: &[&str], variables: &[(&str, &str)]) -> String {
    let mut command = desk.command(arguments);
    command.env_remove("LC_ALL").env_remove("LC_MESSAGES").env_remove("LANG").envs(variables.iter().copied());
    String::from_utf8(command.output().unwrap().stderr).unwrap()
}

#[test]
fn the_option_decides_then_the_settings_then_the_locale() {
    let (dutch, danish, english) =
        ("1 van de 2 fasen is leeg: ‘Kopen’", "1 af 2 faser er tom: »Kopen«", "1 of 2 phases is empty: `Kopen`");
    let desk = Desk::with(&[("reis.json", LACKING)]);
    let (check, locale) = (["check", "reis.json"], [("LANG", "nl_NL.UTF-8")]);
    assert!(said(&desk, &check, &[]).contains(english));
    let shown = said(&desk, &check, &locale);
    assert!(
        shown.contains(dutch) && shown.contains("tip: ") && shown.contains("1 klantreis in orde, maar niet compleet"),
        "{shown}"
    );
    assert!(said(&desk, &check, &[("LANG", "nl_NL.UTF-8"), ("LC_ALL", "C")]).contains(english));
    assert!(said(&desk, &["check", "reis.json", "--lang", "da"], &locale).contains(danish));
    fs::write(desk.path("klantreis.toml"), "messages = \"da\"\n").unwrap();
    assert!(said(&desk, &check, &locale).contains(danish));
    assert!(said(&desk, &["check", "reis.json", "--no-config"], &locale).contains(dutch));
    assert!(said(&desk, &["--lang", "nl", "check", "reis.json"], &[]).contains(dutch));
    fs::write(desk.path("klantreis.toml"), "messages = \"de\"\n").unwrap();
    assert!(said(&desk, &check, &[]).contains("messages are not told in `de`"));
}

#[test]
fn every_command_that_reads_journeys_speaks_as_their_folder_says() {
    let desk = Desk::with(&[
        ("klas/a.json", LACKING),
        ("klas/klantreis.toml", "messages = \"nl\"\n"),
        ("team/a.json", LACKING),
        ("team/klantreis.toml", "paper = \"A2\"\n"),
        ("fout/a.json", LACKING),
        ("fout/klantreis.toml", "messages = 3\n"),
    ]);
    for (line, dutch) in [
        ("diff klas/a.json klas/a.json", "geen verschillen"),
        ("diff team/a.json klas/a.json", "geen verschillen"),
        ("merge klas/a.json team/a.json -o uit.json", "2 klantreizen samengevoegd in uit.json"),
        ("fmt klas/a.json --check", "1 van 1 bestand mislukt"),
    ] {
        let with = |more: &[&str]| said(&desk, &[&line.split(' ').collect::<Vec<_>>(), more].concat(), &[]);
        assert!(with(&[]).contains(dutch), "{line}: {}", with(&[]));
        for other in [vec!["--no-config"], vec!["--lang", "en"], vec!["--message-format", "json"]] {
            assert!(!with(&other).contains(dutch), "{line} {other:?}");
        }
    }
    for line in ["diff fout/a.json klas/a.json", "merge fout/a.json", "fmt fout/a.json"] {
        let done = desk.run(line);
        assert!(done.code == 2 && done.err.contains("fout/klantreis.toml:1:12"), "{line}: {}", done.err);
        assert_eq!(desk.run(&format!("{line} --no-config")).code, 0, "{line}");
    }
}

#[test]
fn what_a_merge_has_to_say_is_said_in_the_language_of_messages() {
    let other = LACKING.replace("Bo wil weg", "Sam blijft").replace("Iets vinden", "Iets anders");
    let desk = Desk::with(&[("a.json", LACKING), ("b.json", &other)]);
    let with = |language: &str| said(&desk, &["merge", "a.json", "b.json", "-o", "uit/c.json", "--lang", language], &[]);
    let (dutch, danish) = (with("nl"), with("da"));
    assert!(dutch.contains("‘scenario’ van de klantreis is hier ‘Sam blijft’, maar ‘Bo wil weg’ in a.json"), "{dutch}");
    assert!(dutch.contains("de cel van ‘Zoeken’ in de rij ‘Doel van de klant’ is hier en in a.json"), "{dutch}");
    assert!(danish.contains("»scenario« i kunderejsen er her »Sam blijft«, men »Bo wil weg« i a.json"), "{danish}");
    assert!(with("en").contains("`scenario` of the journey is `Sam blijft` here, but `Bo wil weg` in a.json"), "{}", with("en"));
}

#[test]
fn what_programs_read_is_english_whatever_people_speak() {
    let desk = Desk::with(&[("reis.json", LACKING)]);
    for format in [["--message-format", "json"], ["--report", "a.json"]] {
        let with = |language: &str| {
            let arguments = [&["check", "reis.json", "--lang", language], &format[..]].concat();
            let shown = said(&desk, &arguments, &[]);
            if format[0] == "--report" { String::from_utf8(desk.read("a.json")).unwrap() } else { shown }
        };
        assert_eq!(with("nl"), with("en"), "{format:?}");
    }
}

#[test]
fn advice_is_given_in_the_terms_of_what_was_read() {
    let desk = Desk::with(&[]);
    let advice = |name: &str, language: &str| said(&desk, &["check", name, "--lang", language], &[]);
    said(&desk, &["new", "--preset", "five-phases", "--language", "nl", "-o", "leeg.xlsx"], &[]);
    let shown = advice("leeg.xlsx", "nl");
    assert!(shown.contains("vul je naam in bij B4, Auteur"), "{shown}");
    assert!(!shown.contains("\"authors\"") && !shown.contains("\"scenario\""), "{shown}");
    assert!(advice("leeg.xlsx", "en").contains("fill in your name in B4, Auteur"));
    fs::write(
        desk.path("reis.md"),
        "| | Zoeken | Kopen |\n|---|---|---|\n| Doel | Iets vinden | Betalen |\n| Touchpoint | Website | Kassa |\n",
    )
    .unwrap();
    let shown = advice("reis.md", "da");
    assert!(shown.contains("sæt en linje som »Forfatter: Ida Holm (2B)« over tabellen"), "{shown}");
    fs::write(
        desk.path("reis.mmd"),
        "journey\n    title Reis\n    section Zoeken\n      Iets vinden: 3: Bo\n    section Kopen\n      Betalen: 2: Bo\n",
    )
    .unwrap();
    let shown = advice("reis.mmd", "nl");
    assert!(shown.contains("in een diagram is daar geen plek voor"), "{shown}");
    fs::write(
        desk.path("reis.yaml"),
        "klantreis: 1\ntitle: Reis\nlanguage: nl\nphases:\n  - title: Zoeken\n    cells: { goal: Iets vinden }\n",
    )
    .unwrap();
    let shown = advice("reis.yaml", "nl");
    assert!(shown.contains("zet je naam erbij: ‘authors: [{ name: …, class: … }]’"), "{shown}");
}
