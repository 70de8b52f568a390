//! The lines of a diagram (the grammar `journey.jison` of Mermaid, read with more patience).

/// What a line says.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Line<'t> {
    /// That a journey begins.
    Begin,
    /// The title of the settings before the diagram.
    Front(&'t str),
    /// The title.
    Title(&'t str),
    /// A section.
    Section(&'t str),
    /// A task, its score and its actors.
    Task { name: &'t str, score: Option<f64>, actors: Vec<&'t str> },
    /// What has no place in a journey: a comment, a description, or a line outside of the diagram.
    Other(String),
}

/// Where the lines are.
#[derive(Clone, Copy, PartialEq)]
enum State {
    /// Before the diagram, or behind it.
    Outside,
    /// Between two lines `---` at the start, with settings.
    Front,
    /// Between the braces of settings, or of a description.
    Directive,
    Description,
    Inside,
    /// In a second diagram.
    Again,
}

/// The lines that say something, each with its number from 1.
pub(super) fn lines(text: &str) -> impl Iterator<Item = (usize, Line<'_>)> {
    let mut found = Vec::new();
    let (mut state, mut begun, mut description) = (State::Outside, false, (0, String::new()));
    for (number, whole) in (1..).zip(text.lines()) {
        let line = whole.trim().trim_start_matches('\u{feff}');
        if line.is_empty() {
            continue;
        }
        let fence = line.starts_with("```") || line.starts_with("~~~");
        match state {
            State::Front if line == "---" => state = State::Outside,
            State::Front => found.extend(line.strip_prefix("title:").map(|title| (number, Line::Front(unquoted(title))))),
            State::Directive => {
                if line.contains("}%%") {
                    state = if begun { State::Inside } else { State::Outside };
                }
            }
            State::Description => {
                if let Some(rest) = line.strip_suffix('}') {
                    description.1.push_str(rest);
                    found.push((description.0, Line::Other(description.1.trim().to_owned())));
                    (state, description) = (State::Inside, (0, String::new()));
                } else {
                    description.1.push_str(line);
                    description.1.push(' ');
                }
            }
            State::Outside | State::Inside | State::Again if line.starts_with("%%{") => {
                if !line.contains("}%%") {
                    state = State::Directive;
                }
            }
            State::Outside if line == "---" && found.is_empty() && !begun => state = State::Front,
            State::Outside | State::Again if fence => {}
            State::Outside if !begun && is_begin(line) => {
                found.push((number, Line::Begin));
                (state, begun) = (State::Inside, true);
            }
            State::Outside | State::Again => found.push((number, Line::Other(comment(line).unwrap_or(line).to_owned()))),
            State::Inside if fence => state = State::Outside,
            State::Inside if is_begin(line) => {
                state = State::Again;
                found.push((number, Line::Other(line.to_owned())));
            }
            State::Inside => match line.strip_prefix("accDescr").map(str::trim_start).and_then(|rest| rest.strip_prefix('{')) {
                Some(rest) if rest.ends_with('}') => {
                    found.push((number, Line::Other(rest.trim_end_matches('}').trim().to_owned())));
                }
                Some(rest) => (state, description) = (State::Description, (number, format!("{} ", rest.trim()))),
                None => found.extend(statements(line).map(|line| (number, line))),
            },
        }
    }
    if state == State::Description {
        found.push((description.0, Line::Other(description.1.trim().to_owned())));
    }
    found.into_iter()
}

/// Whether a diagram of a journey begins here.
pub(super) fn is_begin(line: &str) -> bool {
    line.trim_end_matches(';').trim_end() == "journey"
}

fn unquoted(text: &str) -> &str {
    text.trim().trim_matches(['"', '\''])
}

/// What a comment says.
fn comment(line: &str) -> Option<&str> {
    line.strip_prefix("%%").map(str::trim)
}

/// The statements of a line within a diagram.
fn statements(line: &str) -> impl Iterator<Item = Line<'_>> {
    let (line, said) = match line.find("%%") {
        Some(at) => (line[..at].trim_end(), comment(&line[at..]).filter(|said| !said.is_empty())),
        None => (line, None),
    };
    let parts = line.split(';').map(str::trim).filter(|part| !part.is_empty()).map(statement);
    parts.chain(said.map(|said| Line::Other(said.to_owned())))
}

fn statement(line: &str) -> Line<'_> {
    let word = |word: &str| line.strip_prefix(word).filter(|rest| rest.starts_with(char::is_whitespace)).map(str::trim);
    if let Some(title) = word("section") {
        return Line::Section(title);
    }
    if let Some(title) = word("title") {
        return Line::Title(title);
    }
    if let Some(said) = ["accTitle", "accDescr"]
        .iter()
        .find_map(|name| line.strip_prefix(name))
        .and_then(|rest| rest.trim_start().strip_prefix(':'))
    {
        return Line::Other(said.trim().to_owned());
    }
    task(line).unwrap_or(Line::Task { name: line, score: None, actors: Vec::new() })
}

/// The task of a line with a score: a number alone between two colons, or behind the last.
fn task(line: &str) -> Option<Line<'_>> {
    line.match_indices(':').find_map(|(at, _)| {
        let name = line[..at].trim();
        let rest = &line[at + 1..];
        let (score, actors) = rest.split_once(':').unwrap_or((rest, ""));
        let score = score.trim().parse::<f64>().ok().filter(|score| score.is_finite())?;
        let actors = actors.split(',').map(str::trim).filter(|actor| !actor.is_empty()).collect();
        (!name.is_empty()).then_some(Line::Task { name, score: Some(score), actors })
    })
}
