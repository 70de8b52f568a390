//! What is said when the arguments cannot be understood, or when somebody asks for help.

use std::io::{self, Write};

use clap::builder::StyledStr;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::End;
use crate::diagnostic::one_line;

/// Shows the help text or the version that was asked for, or says what is wrong with the arguments of a command.
pub(super) fn tell(error: clap::Error, command: Option<&clap::Command>) -> End {
    let end = if error.use_stderr() { End::Misused } else { End::Right };
    // Nobody is left to tell when the help text or the error cannot be printed.
    let _ = match end {
        End::Misused => complain(&escaped(suggesting(error, command))),
        End::Right | End::Failed | End::Warned => error.print(),
    };
    end
}

/// The error in the colours of clap, or without them where they could not be told from those of an argument.
fn complain(error: &clap::Error) -> io::Result<()> {
    let plain = error.render().to_string();
    let shown: String =
        plain.split_inclusive('\n').map(|line| line.trim_end_matches('\n')).map(|line| one_line(line) + "\n").collect();
    if shown == plain { error.print() } else { io::stderr().lock().write_all(shown.as_bytes()) }
}

/// What other programs call an option, and what it is called here.
const CALLED_ELSEWHERE: [(&str, &str); 9] = [
    ("--format", "--message-format"),
    ("--outdir", "--output"),
    ("--out-dir", "--output"),
    ("--size", "--paper"),
    ("--style", "--theme"),
    ("--locale", "--lang"),
    ("--language", "--lang"),
    ("--threads", "--jobs"),
    ("--workers", "--jobs"),
];

/// The error with the option that was meant, where another program calls it so.
fn suggesting(mut error: clap::Error, command: Option<&clap::Command>) -> clap::Error {
    let (Some(command), Some(ContextValue::String(given))) = (command, error.get(ContextKind::InvalidArg)) else { return error };
    let has = |meant: &str| command.get_arguments().any(|own| own.get_long() == meant.strip_prefix("--"));
    let called = CALLED_ELSEWHERE.iter().find(|(elsewhere, meant)| elsewhere == given && has(meant));
    if let Some((_, meant)) = called.filter(|_| error.kind() == ErrorKind::UnknownArgument) {
        error.insert(ContextKind::SuggestedArg, ContextValue::String((*meant).to_owned()));
    }
    error
}

/// The error with every argument that it quotes on one line and harmless.
fn escaped(mut error: clap::Error) -> clap::Error {
    let styled = |text: &StyledStr| StyledStr::from(one_line(&text.to_string()));
    let context: Vec<_> = error
        .context()
        .filter_map(|(kind, value)| {
            let value = match value {
                ContextValue::String(text) => ContextValue::String(one_line(text)),
                ContextValue::Strings(texts) => ContextValue::Strings(texts.iter().map(|text| one_line(text)).collect()),
                ContextValue::StyledStrs(texts) => ContextValue::StyledStrs(texts.iter().map(styled).collect()),
                // The usage, on several lines, quotes no argument.
                _ => return None,
            };
            Some((kind, value))
        })
        .collect();
    for (kind, value) in context {
        error.insert(kind, value);
    }
    error
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_argument_that_is_quoted_stays_on_its_line_and_without_its_escapes() {
        let command = || super::super::command(crate::registry::Registry::built_in()).no_binary_name(true);
        let odd = "\u{1b}[31mx\nerror: y\u{9b}\u{202e}";
        for arguments in [
            vec![odd],
            vec!["check", "--odd\n\u{1b}"],
            vec!["export", "a", "--paper", odd],
            vec!["list", odd],
            vec!["fmt", "a", "-o", odd],
        ] {
            let error = escaped(command().try_get_matches_from(&arguments).unwrap_err());
            let shown = error.render().ansi().to_string();
            assert!(!shown.contains("\u{1b}[31mx") && !shown.contains("\nerror: y") && !shown.contains('\u{9b}'), "{shown:?}");
            assert!(shown.contains("\\u{1b}"), "{shown:?}");
        }
    }
}
