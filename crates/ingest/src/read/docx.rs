//! Office Open XML text (`.docx`, `.docm`, `.dotx`): one file, one document. The story comes first, then its notes under their
//! numbers; deleted words, comments, heads and feet of pages stay as furniture. Nothing here draws a page.

mod body;
mod styles;

use std::collections::BTreeMap;

use corpus::model::{BlockKind, Format};
use sha2::{Digest, Sha256};

use super::office::Story;
use super::package::Package;
use super::properties::{author, title};
use super::text::stem;
use super::xml::{Step, Steps, text_of};
use super::{Field, Fields, Received};
use crate::report::Report;
use body::{Body, Part};
use styles::Styles;

/// Reads one file; parts that cannot be read are reported and left out.
pub(super) fn read(path: &str, bytes: &[u8], report: &mut Report) -> Vec<Received> {
    let mut package = match Package::open(bytes) {
        Ok(package) => package,
        Err(message) => {
            report.file(path, format!("not read: {message}"));
            return Vec::new();
        }
    };
    let mut parts = Parts { path, package: &mut package, report };
    let main = parts.main();
    let Some(document) = parts.text(&main) else {
        report.file(path, "not read: the document has no text part");
        return Vec::new();
    };
    let folder = main.rsplit_once('/').map_or(String::new(), |(folder, _)| format!("{folder}/"));
    let styles = Styles::of(&parts.text(&format!("{folder}styles.xml")).unwrap_or_default());

    let mut story = Story::default();
    let order = parts.body(&main, &document, Part::Story, &styles, &mut story);
    for (name, what, order) in [("footnotes", "note", order.footnotes), ("endnotes", "endnote", order.endnotes)] {
        let name = format!("{folder}{name}.xml");
        let text = parts.text(&name).unwrap_or_default();
        parts.body(&name, &text, Part::Notes { what, numbers: order }, &styles, &mut story);
    }
    let name = format!("{folder}comments.xml");
    let comments = parts.text(&name).unwrap_or_default();
    parts.body(&name, &comments, Part::Comments, &styles, &mut story);

    for (name, reason) in parts.outer(&folder) {
        let text = parts.text(&name).unwrap_or_default();
        parts.body(&name, &text, Part::Outer(reason), &styles, &mut story);
    }

    let mut fields = core_fields(&parts.text("docProps/core.xml").unwrap_or_default());
    if let Some(headline) = story.blocks.headline() {
        fields.title = Field::new(headline, "the paragraph in the style Title");
    }
    let (text, layout) = story.blocks.finish();
    if text.is_empty() {
        report.file(path, "is empty; it is kept as a document without text");
    }
    vec![Received {
        id: path.to_owned(),
        path: path.to_owned(),
        slug_hint: stem(path).to_owned(),
        sha256: Sha256::digest(bytes).into(),
        format: Format::Docx,
        text,
        layout,
        fields,
        page_starts: Vec::new(),
    }]
}

/// The parts of one package, and where their problems go.
struct Parts<'p, 'b> {
    path: &'p str,
    package: &'p mut Package<'b>,
    report: &'p mut Report,
}

impl Parts<'_, '_> {
    /// The text of a part, `None` if there is none or it cannot be read.
    fn text(&mut self, name: &str) -> Option<String> {
        match self.package.read(name) {
            Ok(bytes) => bytes.map(|bytes| text_of(&bytes)),
            Err(message) => {
                self.report.file(self.path, message);
                None
            }
        }
    }

    fn body(&mut self, name: &str, text: &str, part: Part, styles: &Styles, story: &mut Story) -> body::NoteOrder {
        let (order, damage) = Body::read(text, part, styles, story);
        if let Some(damage) = damage {
            self.report.file(self.path, format!("{name} is damaged ({damage}); what stands before that was read"));
        }
        order
    }

    /// The name of the part that holds the story, as the package states it.
    fn main(&mut self) -> String {
        const USUAL: &str = "word/document.xml";
        let relations = self.text("_rels/.rels").unwrap_or_default();
        let stated = Steps::of(&relations).find_map(|step| match step {
            Step::Open(element) if element.attribute("Type").is_some_and(|kind| kind.ends_with("/officeDocument")) => {
                element.attribute("Target")
            }
            _ => None,
        });
        let stated = stated.map(|target| target.trim_start_matches('/').to_owned());
        stated.filter(|target| self.package.has(target)).unwrap_or_else(|| USUAL.to_owned())
    }

    /// Heads and feet of pages, in the order of their names.
    fn outer(&self, folder: &str) -> Vec<(String, &'static str)> {
        let of = |name: &str| {
            let part = name.strip_prefix(folder)?.strip_suffix(".xml")?;
            match part.trim_end_matches(|c: char| c.is_ascii_digit()) {
                "header" => Some((name.to_owned(), "head of the document's pages")),
                "footer" => Some((name.to_owned(), "foot of the document's pages")),
                _ => None,
            }
        };
        let mut outer: Vec<_> = self.package.names().filter_map(|name| of(&name)).collect();
        outer.sort();
        outer
    }
}

/// Title, author, language and dates. The dates are those of the file: nobody says when it was published.
fn core_fields(text: &str) -> Fields {
    let mut values: BTreeMap<String, String> = BTreeMap::new();
    let mut open = String::new();
    for step in Steps::of(text) {
        match step {
            Step::Open(element) => open = element.name,
            Step::Words(words) => values.entry(open.clone()).or_default().push_str(&words),
            Step::Close(_) => open.clear(),
        }
    }
    let value = |name: &str| values.get(name).map(String::as_str).unwrap_or_default();
    let by = |name: &str| format!("the document's own properties: {name}");
    Fields {
        title: title(value("title"), &by("title")),
        author: author(value("creator"), &by("creator")),
        language: Field::new(value("language"), &by("language")),
        file_date: Field::new(value("created"), &by("created")).or(Field::new(value("modified"), &by("modified"))),
        ..Fields::default()
    }
}

/// What a paragraph is by its style.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Look {
    Kind(BlockKind),
    /// A table of contents: the document again, as a list.
    Contents,
}

#[cfg(test)]
pub(super) mod tests;
