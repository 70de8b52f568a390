//! The workbook part: sheets, names and where the other parts are.

use crate::tongue::say;
use std::collections::{BTreeMap, BTreeSet};

use super::xml::Token;
use super::{Package, broken, plain};
use crate::diagnostic::{Code, Diagnostic};
use crate::read::limits;

/// The sheets of a workbook and its other parts.
#[derive(Default)]
pub(super) struct Workbook {
    /// The sheets with cells, in order.
    pub sheets: Vec<Sheet>,
    /// The sheets that hold nothing but a chart.
    pub charts: Vec<Sheet>,
    /// Names and the formulas they stand for.
    pub names: Vec<(String, String)>,
    /// The part with the shared texts.
    pub strings: String,
    /// The part with the formats.
    pub styles: String,
    /// Whether days are counted from 1904.
    pub from_1904: bool,
}

/// A sheet.
pub(super) struct Sheet {
    /// The name on the tab.
    pub name: String,
    /// Whether a person is shown it.
    pub visible: bool,
    /// The part with its cells.
    pub part: String,
}

/// What a part refers to.
pub(super) struct Relation {
    pub kind: String,
    /// The name of the part; of what is outside of the package its address.
    pub part: String,
    pub outside: bool,
}

/// Reads the workbook of a package.
///
/// # Errors
/// When it is missing or damaged, or two sheets are one part, which would be read as often as there are sheets.
pub(super) fn read(package: &mut Package) -> Result<Workbook, Diagnostic> {
    let roots = relations(package, "_rels/.rels", "")?;
    let root = roots.into_values().find(|relation| relation.kind == "officeDocument");
    let part = root.map_or_else(|| "xl/workbook.xml".to_owned(), |relation| relation.part);
    let (folder, name) = part.rsplit_once('/').unwrap_or(("", &part));
    let relations = relations(package, &format!("{folder}/_rels/{name}.rels"), folder)?;
    let of_kind = |kind: &str| relations.values().find(|relation| relation.kind == kind).map(|relation| relation.part.clone());

    let mut workbook = Workbook {
        strings: of_kind("sharedStrings").unwrap_or_else(|| format!("{folder}/sharedStrings.xml")),
        styles: of_kind("styles").unwrap_or_else(|| format!("{folder}/styles.xml")),
        ..Workbook::default()
    };
    let Some(mut xml) = package.xml(&part)? else { return Err(broken(&format!("{part} is missing"))) };
    let mut parts = BTreeSet::new();
    while let Some(token) = xml.next()? {
        let Token::Start(tag) = token else { continue };
        match tag.local() {
            "sheet" => {
                let Some(relation) = tag.local_attribute("id").and_then(|id| relations.get(&*id)) else { continue };
                let list = match relation.kind.as_str() {
                    "worksheet" => &mut workbook.sheets,
                    "chartsheet" => &mut workbook.charts,
                    _ => continue,
                };
                if !parts.insert(plain(&relation.part)) {
                    return Err(broken(&format!("two of its sheets are the same part, {}", relation.part)));
                }
                list.push(Sheet {
                    name: tag.attribute("name").unwrap_or_default().into_owned(),
                    visible: tag.attribute("state").is_none_or(|state| state == "visible"),
                    part: relation.part.clone(),
                });
            }
            "workbookPr" => workbook.from_1904 |= tag.attribute("date1904").is_some_and(|value| value == "1" || value == "true"),
            "definedName" => {
                let name = tag.attribute("name").unwrap_or_default().into_owned();
                workbook.names.push((name, xml.text()?));
            }
            _ => {}
        }
        if workbook.sheets.len() + workbook.charts.len() > limits::SHEETS || workbook.names.len() > limits::NAMES {
            let message = say!("too-many-sheets", sheets = limits::SHEETS, names = limits::NAMES);
            return Err(Diagnostic::new(Code::TooMany, message).help(say!("keep-the-sheet")));
        }
    }
    Ok(workbook)
}

/// What a part refers to, by id; nothing when the list is missing. Kinds are the last word of their address, since strict
/// workbooks have other addresses.
pub(super) fn relations(package: &mut Package, part: &str, folder: &str) -> Result<BTreeMap<String, Relation>, Diagnostic> {
    let Some(mut xml) = package.xml(part)? else { return Ok(BTreeMap::new()) };
    let mut found = BTreeMap::new();
    while let Some(token) = xml.next()? {
        if let Token::Start(tag) = token
            && tag.local() == "Relationship"
            && let (Some(id), Some(kind), Some(target)) = (tag.attribute("Id"), tag.attribute("Type"), tag.attribute("Target"))
        {
            let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
            let outside = tag.attribute("TargetMode").is_some_and(|mode| mode == "External");
            let part = if outside { target.into_owned() } else { resolved(folder, &target) };
            found.insert(id.into_owned(), Relation { kind, part, outside });
            if found.len() > limits::PARTS {
                let message = say!("too-many-parts", most = limits::PARTS);
                return Err(Diagnostic::new(Code::TooMany, message).help(say!("keep-the-sheet")));
            }
        }
    }
    Ok(found)
}

/// The name of a part that is written in a part of that folder.
fn resolved(folder: &str, target: &str) -> String {
    if let Some(whole) = target.strip_prefix('/') {
        return whole.to_owned();
    }
    let mut steps: Vec<_> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in target.split('/') {
        match step {
            ".." => drop(steps.pop()),
            "." | "" => {}
            _ => steps.push(step),
        }
    }
    steps.join("/")
}
