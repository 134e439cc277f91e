//! Electronic books (`.epub`): one file, one document, its chapters in the order in which they are read. Nothing here
//! shows a page; pictures and styles are passed over.

mod chapter;
mod contents;

use corpus::model::Format;
use sha2::{Digest, Sha256};

use super::Received;
use super::blocks::Blocks;
use super::package::Package;
use super::text::stem;
use super::xml::{Step, Steps, text_of};
use crate::report::Report;
use contents::Contents;

/// Reads one file; chapters that cannot be read are reported and left out.
pub(super) fn read(path: &str, bytes: &[u8], report: &mut Report) -> Vec<Received> {
    let mut package = match Package::open(bytes) {
        Ok(package) => package,
        Err(message) => {
            report.file(path, format!("not read: {message}"));
            return Vec::new();
        }
    };
    let mut part = |name: &str, report: &mut Report| match package.read(name) {
        Ok(bytes) => bytes.map(|bytes| text_of(&bytes)),
        Err(message) => {
            report.file(path, message);
            None
        }
    };
    let container = part("META-INF/container.xml", report).unwrap_or_default();
    let encrypted = encrypted(&part("META-INF/encryption.xml", report).unwrap_or_default());
    let Some((name, list)) = root(&container).and_then(|name| part(&name, report).map(|list| (name, list))) else {
        report.file(path, "not read: the book has no list of its chapters");
        return Vec::new();
    };
    let Contents { chapters, fields, damage } = Contents::of(&name, &list);
    if let Some(damage) = damage {
        report.file(path, format!("{name} is damaged ({damage}); what stands before that was read"));
    }
    let mut blocks = Blocks::default();
    let mut n_locked = 0;
    for chapter in &chapters {
        if encrypted.contains(&chapter.name) {
            n_locked += 1;
            continue;
        }
        let Some(text) = part(&chapter.name, report) else {
            report.file(path, format!("the chapter {} could not be read, so it was left out", chapter.name));
            continue;
        };
        if let Some(damage) = chapter::read(&text, chapter.is_contents, &mut blocks) {
            report.file(path, format!("{} is damaged ({damage}); what stands before that was read", chapter.name));
        }
    }
    if n_locked > 0 {
        report.file(path, format!("{n_locked} of {} chapters are encrypted and were not read", chapters.len()));
    }
    if blocks.len() == 0 {
        report.file(path, "not read: no chapter of the book has text that can be read");
        return Vec::new();
    }
    let (text, layout) = blocks.finish();
    vec![Received {
        id: path.to_owned(),
        path: path.to_owned(),
        slug_hint: stem(path).to_owned(),
        sha256: Sha256::digest(bytes).into(),
        format: Format::Epub,
        text,
        layout,
        fields,
        page_starts: Vec::new(),
    }]
}

/// The name of the list of chapters, as the container states it.
fn root(container: &str) -> Option<String> {
    Steps::of(container).find_map(|step| match step {
        Step::Open(element) if element.name == "rootfile" => element.attribute("full-path"),
        _ => None,
    })
}

/// The members that are encrypted. Fonts often are, which does not matter.
fn encrypted(list: &str) -> Vec<String> {
    let members = Steps::of(list).filter_map(|step| match step {
        Step::Open(element) if element.name == "CipherReference" => element.attribute("URI"),
        _ => None,
    });
    members.map(|member| contents::resolved("", &member)).collect()
}

#[cfg(test)]
pub(super) mod tests;
