//! What the exit codes promise.

use super::{BROKEN, COMPLETE, JOURNEY, WARNED};
use crate::support::desk::{Desk, ends};

#[test]
fn right_is_0() {
    let desk = Desk::with(&[("reis.json", COMPLETE)]);
    ends(&desk.run("check reis.json --strict"), 0);
    ends(&desk.run("--help"), 0);
    ends(&desk.run("--version"), 0);
}

#[test]
fn a_broken_or_missing_input_is_1_and_the_others_are_done() {
    let desk = Desk::with(&[("a.json", BROKEN), ("b.json", JOURNEY)]);
    let done = desk.run("export a.json none.json b.json --to csv -o out");
    ends(&done, 1);
    assert!(done.err.contains("error[unknown-field]") && done.err.contains("none.json: cannot be read"), "{}", done.err);
    assert!(done.err.contains("1 file written to out/; 2 of 3 inputs failed"), "{}", done.err);
    assert_eq!(desk.files(), ["a.json", "b.json", "out/b.csv"]);
}

#[test]
fn wrong_use_is_2() {
    let files = [("reis.json", JOURNEY), ("in/reis.json", JOURNEY), ("plain", ""), ("plain.toml", "[x]")];
    let desk = Desk::with(&files);
    for (line, said) in [
        ("", "Usage"),
        ("export", "INPUT"),
        ("exprot reis.json", "export"),
        ("export reis.json --to svgg", "svg"),
        ("export reis.json --layout matrx", "matrix"),
        ("export reis.json --paper A33", "did you mean `A3`"),
        ("export reis.json --paper 900x600", "needs one unit"),
        ("export reis.json --orientation sideways", "landscape"),
        ("export reis.json -o x.pfd", "did you mean `pdf`; for"),
        ("export reis.json -o x.docx", "for a folder of that name write x.docx/"),
        ("export reis.json -o plain", "plain is a file"),
        ("export reis.json -o x.svg --to pdf", "--to pdf does not go with an output that ends in .svg"),
        ("export reis.json in/reis.json -o x.svg", "several inputs do not go into the file x.svg"),
        ("export in -o x.svg", "several inputs"),
        ("export in -o - --to csv", "several inputs do not go into the standard output"),
        ("export reis.json -o -", "the standard output takes one format"),
        ("export - --to svg,csv", "the standard output takes one format"),
        ("export - - --to svg", "only once"),
        ("check - -", "only once"),
        ("check reis.json --against six-fases", "did you mean `six-phases`?"),
        ("check reis.json --against plain", "the model plain is not a valid journey"),
        ("check reis.json --rules none.toml", "the rules none.toml cannot be read"),
        ("check reis.json --rules plain.toml", "there is no rule `x`"),
        ("list papers --toml", "only the rules"),
        ("export reis.json --font-dir none", "the font folder none cannot be read"),
        ("new -o template.pdf", "neither in .json nor in .xlsx"),
        ("new --preset seven-phases", "six-phases"),
        ("list colours", "layouts"),
        ("check reis.json -q -v", "cannot be used with"),
    ] {
        let done = desk.run(line);
        assert_eq!(done.code, 2, "{line}: {}", done.err);
        assert!(done.err.contains(said), "{line}: {}", done.err);
        assert!(done.out.is_empty(), "{line}");
    }
    assert_eq!(desk.files(), ["in/reis.json", "plain", "plain.toml", "reis.json"], "nothing was written");
}

#[test]
fn an_epoch_that_is_no_number_is_2() {
    let desk = Desk::with(&[("reis.json", JOURNEY)]);
    for epoch in ["yesterday", "-1", "1e9", " 1"] {
        ends(&desk.run_with("export reis.json --to csv", "", &[("SOURCE_DATE_EPOCH", epoch)]), 2);
    }
    ends(&desk.run_with("export reis.json --to csv", "", &[("SOURCE_DATE_EPOCH", "")]), 0);
}

#[test]
fn warnings_are_3_when_strict() {
    let desk = Desk::with(&[("reis.json", WARNED)]);
    let done = desk.run("export reis.json --to svg");
    ends(&done, 0);
    assert!(done.err.contains("warning[no-glyph]") && done.err.contains("1 warning"), "{}", done.err);
    ends(&desk.run("export reis.json --to svg --strict"), 3);
    assert_eq!(desk.files(), ["reis.json", "reis.svg"], "the files are there all the same");
}

#[test]
fn a_font_that_cannot_be_used_is_a_warning() {
    let desk = Desk::with(&[("reis.json", JOURNEY), ("fonts/x.ttf", "no font"), ("fonts/readme.txt", "x")]);
    let done = desk.run("export reis.json --to csv --font-dir fonts --strict");
    ends(&done, 3);
    assert!(done.err.contains("fonts/x.ttf") && !done.err.contains("readme"), "{}", done.err);
}

#[test]
fn the_help_says_them() {
    let help = Desk::with(&[]).run("--help").out;
    let help = String::from_utf8(help).unwrap();
    for line in ["0  all right", "1  an input failed", "2  the command was used wrongly", "3  all right, but with warnings"] {
        assert!(help.contains(line), "{line}");
    }
}
