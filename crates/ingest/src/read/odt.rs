//! OpenDocument text (`.odt`, `.ott`): one file, one document. The story comes first, then its notes under their
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
use body::Body;
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
    let mut part = |name: &str, report: &mut Report| match package.read(name) {
        Ok(bytes) => bytes.map(|bytes| text_of(&bytes)),
        Err(message) => {
            report.file(path, message);
            None
        }
    };
    let manifest = part("META-INF/manifest.xml", report).unwrap_or_default();
    if manifest.contains("encryption-data") {
        report.file(path, "not read: the document is encrypted and opens only with a password");
        return Vec::new();
    }
    let Some(content) = part("content.xml", report) else {
        report.file(path, "not read: the document has no text part");
        return Vec::new();
    };
    let page_styles = part("styles.xml", report).unwrap_or_default();
    let meta = part("meta.xml", report).unwrap_or_default();

    let styles = Styles::of(&[&page_styles, &content]);
    let mut story = Story::default();
    for (name, text) in [("content.xml", &content), ("styles.xml", &page_styles)] {
        if let Some(damage) = Body::read(text, &styles, &mut story) {
            report.file(path, format!("{name} is damaged ({damage}); what stands before that was read"));
        }
    }
    let mut fields = meta_fields(&meta);
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
        format: Format::Odt,
        text,
        layout,
        fields,
        page_starts: Vec::new(),
    }]
}

/// Title, author, language and dates. The dates are those of the file: nobody says when it was published.
fn meta_fields(text: &str) -> Fields {
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
        author: author(value("initial-creator"), &by("initial-creator"))
            .or_else(|| author(value("creator"), &by("creator"))),
        language: Field::new(value("language"), &by("language")),
        file_date: Field::new(value("creation-date"), &by("creation-date")).or(Field::new(value("date"), &by("date"))),
        ..Fields::default()
    }
}

/// What a paragraph is by its style.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Look(BlockKind);

#[cfg(test)]
pub(super) mod tests;
