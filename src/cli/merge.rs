//! `klantreis merge`: several journeys in one.

use std::path::{Path, PathBuf};

use super::args::MergeArguments;
use super::console::Console;
use super::documents::{Read, read_all};
use super::{End, Stop, config, job};
use crate::batch::discover::{Wanted, discover};
use crate::batch::inputs::Input;
use crate::batch::pictures::folder_of;
use crate::batch::run::{Event, Manner, Tally};
use crate::batch::save::{Kind, Output, Saver, put_out};
use crate::diagnostic::{Code, Diagnostic, Elsewhere};
use crate::journey::merge::{At, Document, Merged, Refused, Remark, merge};
use crate::journey::{limits, normal};
use crate::read::json;
use crate::registry::Registry;
use crate::tongue::say;

pub(super) fn run(arguments: &MergeArguments, registry: &Registry, console: &Console) -> Result<End, Stop> {
    let mut saver = Saver::new(arguments.replace.force);
    let inputs = job::inputs(&arguments.inputs, &arguments.listed, &mut saver)?;
    if !arguments.no_config {
        config::speak_as(inputs.iter().filter_map(Input::path), registry, &mut saver, console)?;
    }
    let output = arguments.output.as_deref().filter(|path| path.as_os_str() != "-");
    let found = discover(&inputs, None, Wanted::Journeys, &arguments.listed.search(), registry.readers());
    let mut saver = saver.minding(&found);
    if let Some(output) = output {
        apart(output, &inputs)?;
        saver.may_take(output, Kind::Journey)?;
    }
    let manner = Manner::of(registry.readers());
    let Some(mut documents) = read_all(found, manner, say!("nothing-merged"), console) else { return Ok(End::Failed) };
    let lost = bring_pictures(&mut documents, output, console);
    let sides: Vec<_> = documents.iter().map(|read| Document { name: &read.name, journey: read.journey() }).collect();
    let Merged { journey, remarks } = match merge(&sides) {
        Ok(merged) => merged,
        Err(Refused { text, problems }) => return Ok(refuse(&text, &problems, console)),
    };
    let text = normal(&journey);
    // What was set aside nests deeper than before, and all together may be larger than a document may be.
    if let Err(problems) = json(&text) {
        return Ok(refuse(&text, &problems, console));
    }
    let warnings = lost + documents.iter().map(Read::warnings).sum::<usize>() + say(&remarks, &documents, console);
    let written = if let Some(path) = output {
        saver.save(&[Output { path: path.to_owned(), bytes: text.into_bytes(), kind: Kind::Journey }])?;
        say!("summary-merged-into", count = documents.len(), path = path.display().to_string())
    } else {
        put_out(text.as_bytes()).map_err(|error| Stop::Failure(format!("cannot write to the standard output: {error}")))?;
        say!("summary-merged", count = documents.len())
    };
    let tally = Tally { done: documents.len(), warnings, ..Tally::default() };
    console.sum_up(Some(written), tally);
    Ok(End::of(tally, console.strict))
}

/// An output in a folder of inputs would be merged the next time, and one that is no journey never.
fn apart(output: &Path, inputs: &[Input]) -> Result<(), Stop> {
    let place = |path: &Path| path.canonicalize().ok();
    let folder = output.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let within = |folder: Option<PathBuf>, input: &Input| {
        let named = input.path().filter(|path| path.is_dir()).and_then(place);
        folder.zip(named).is_some_and(|(folder, input)| folder.starts_with(input))
    };
    if inputs.iter().any(|input| within(place(folder), input)) {
        let message =
            format!("{} lies in a folder of inputs, where the next merge would find it; choose another folder", output.display());
        return Err(Stop::Usage(message));
    }
    if output.extension().is_some_and(|extension| !extension.eq_ignore_ascii_case("json")) {
        let message =
            format!("a merge writes a journey: name a file that ends in .json, and export {} from it", output.display());
        return Err(Stop::Usage(message));
    }
    if output.is_dir() {
        return Err(Stop::Usage(format!("{} is a folder; name a file in it", output.display())));
    }
    Ok(())
}

/// Names the pictures of each document by their path from the folder of the output. Those that lie outside it are reported and
/// keep their path; the answer is how many there are.
fn bring_pictures(documents: &mut [Read], output: Option<&Path>, console: &Console) -> usize {
    let real = |folder: &Path| folder.canonicalize().or_else(|_| std::path::absolute(folder)).ok();
    let target = real(&output.map_or_else(|| PathBuf::from("."), folder_of));
    let mut lost = 0;
    for document in documents {
        let place = document.folder.as_deref().and_then(real).zip(target.as_deref());
        let way = place.and_then(|(folder, target)| folder.strip_prefix(target).map(Path::to_owned).ok());
        let names = way.as_ref().map(|way| way.iter().map(|name| name.to_string_lossy()).collect::<Vec<_>>());
        match names {
            Some(names) if names.is_empty() => {}
            Some(names) => document.reading.journey.put_pictures_in(&names.join("/")),
            None => {
                let outside: Vec<_> = document.journey().pictures().filter(|(_, picture)| picture.is_file()).collect();
                let mut remarks: Vec<_> =
                    outside.into_iter().map(|(pointer, picture)| apart_from(pointer, &picture.src)).collect();
                document.locate(&mut remarks);
                lost += remarks.len();
                if !remarks.is_empty() {
                    console.tell(&Event::Diagnosed { name: &document.name, text: &document.text, diagnostics: &remarks });
                }
            }
        }
    }
    lost
}

fn apart_from(pointer: String, src: &str) -> Diagnostic {
    Diagnostic::new(Code::PictureOutside, say!("merge-picture", source = src)).at(pointer).help(say!("merge-picture-help"))
}

/// Together the documents are more than one may be.
fn refuse(text: &str, problems: &[Diagnostic], console: &Console) -> End {
    let name = &console.in_words(&say!("merged-journey"));
    if !problems.is_empty() {
        console.tell(&Event::Diagnosed { name, text, diagnostics: problems });
    }
    console.error("failed", Some(name), &console.in_words(&say!("merged-not-valid")));
    End::Failed
}

/// Says the remarks, those of one document together, and counts the conflicts. Only the first ones are listed.
fn say(remarks: &[Remark], documents: &[Read], console: &Console) -> usize {
    let (conflicts, notes): (Vec<_>, Vec<_>) = remarks.iter().partition(|remark| remark.is_conflict());
    let mut listed: Vec<_> = conflicts.iter().take(limits::PROBLEMS).collect();
    listed.sort_by_key(|remark| remark.here.document);
    for group in listed.chunk_by(|one, other| one.here.document == other.here.document) {
        let Some(document) = group.first().map(|remark| &documents[remark.here.document]) else { continue };
        let diagnostics: Vec<_> = group.iter().map(|remark| diagnostic(remark, documents)).collect();
        console.tell(&Event::Diagnosed { name: &document.name, text: &document.text, diagnostics: &diagnostics });
    }
    for remark in notes.iter().take(limits::PROBLEMS) {
        let there = remark.there.as_ref().map(|there| place(there, documents).1).unwrap_or_default();
        let (here, _) = place(&remark.here, documents);
        console.note_at("merged", &here, &console.in_words(&remark.message(&there)));
    }
    for (what, unlisted) in [("conflict", conflicts.len()), ("remark", notes.len())] {
        if let Some(more @ 1..) = unlisted.checked_sub(limits::PROBLEMS) {
            console.note("merged", None, &console.in_words(&say!("merge-unlisted", part = what, count = more)));
        }
    }
    conflicts.len()
}

fn diagnostic(remark: &Remark, documents: &[Read]) -> Diagnostic {
    let there = remark.there.as_ref().map(|there| place(there, documents));
    let message = remark.message(there.as_ref().map_or("", |(_, shown)| shown));
    let diagnostic = Diagnostic::new(Code::MergeConflict, message).help(remark.help());
    let Diagnostic { span, cell, .. } = located(&remark.here, documents);
    let diagnostic = Diagnostic { span, cell, ..diagnostic.at(&remark.here.pointer) };
    match there {
        Some((other, _)) => diagnostic.elsewhere(other),
        None => diagnostic,
    }
}

fn located(at: &At, documents: &[Read]) -> Diagnostic {
    let mut found = [Diagnostic::new(Code::MergeConflict, "").at(&at.pointer)];
    documents[at.document].locate(&mut found);
    let [found] = found;
    found
}

/// A place, and how it is shown: `groep-2.json:3:12`, or `groep-3.xlsx:Blad1!C7`.
fn place(at: &At, documents: &[Read]) -> (Elsewhere, String) {
    let path = documents[at.document].name.clone();
    let Diagnostic { span, cell, .. } = located(at, documents);
    let shown = match (&span, cell) {
        (Some(span), _) => format!("{path}:{}:{}", span.line, span.column),
        (None, Some(cell)) => format!("{path}:{cell}"),
        (None, None) => path.clone(),
    };
    (Elsewhere { path, pointer: at.pointer.clone(), span }, shown)
}
