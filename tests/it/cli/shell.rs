//! What shells and `man` are told of the command line.

use klantreis::registry::Registry;

use crate::support::desk::{Desk, ends};

#[test]
fn every_shell_is_told_every_command_and_the_names_to_choose_from() {
    let desk = Desk::with(&[]);
    let commands = klantreis::cli::command(Registry::built_in());
    for shell in ["bash", "zsh", "fish", "elvish", "PowerShell"] {
        let done = desk.run(&format!("completions {shell}"));
        ends(&done, 0);
        for command in commands.get_subcommands() {
            assert!(done.text().contains(command.get_name()), "{shell}: {}", command.get_name());
        }
        for option in ["files-from", "fail-fast", "csv-dialect"] {
            assert!(done.text().contains(option), "{shell}: {option}");
        }
    }
    for shell in ["bash", "zsh", "fish"] {
        let script = desk.run(&format!("completions {shell}")).out;
        let script = String::from_utf8(script).unwrap();
        assert!(script.contains("outlines") && script.contains("xlsx") && script.contains("storyboard"), "{shell}");
    }
    ends(&desk.run("completions csh"), 2);
}

#[test]
fn there_is_a_page_for_each_command_and_it_says_what_the_help_says() {
    let desk = Desk::with(&[]);
    ends(&desk.run("man -o man/"), 0);
    let commands = klantreis::cli::command(Registry::built_in());
    let mut expected: Vec<_> =
        commands.get_subcommands().map(|command| format!("man/klantreis-{}.1", command.get_name())).collect();
    expected.push("man/klantreis.1".to_owned());
    expected.sort();
    let mut files = desk.files();
    files.sort();
    assert_eq!(files, expected);
    for command in commands.get_subcommands() {
        let page = desk.text(&format!("man/klantreis-{}.1", command.get_name()));
        assert!(page.contains(&format!(".TH klantreis-{} 1", command.get_name())), "{page}");
        for argument in command.get_arguments().filter_map(|argument| argument.get_long()) {
            assert!(page.contains(&argument.replace('-', "\\-")), "{} lacks {argument}", command.get_name());
        }
    }
    let export = desk.run("man export");
    assert_eq!(export.out, desk.read("man/klantreis-export.1"));
    assert_eq!(desk.run("man").out, desk.read("man/klantreis.1"));
    let unknown = desk.run("man exprot");
    assert!(unknown.code == 2 && unknown.err.contains("did you mean `export`?"), "{}", unknown.err);
}
