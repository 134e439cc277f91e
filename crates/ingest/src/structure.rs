//! From text to blocks, headline, source, byline and dates. What is not the story is marked as furniture with its
//! reason and stays in its place; no text is ever dropped.

pub mod dates;
mod furniture;
mod header;
mod headline;
mod lines;

use corpus::model::{Attribute, Block, BlockKind, DateKind, Document, DocumentDate};
use corpus::span::ByteSpan;

use crate::language;
use crate::read::Received;
use crate::sentences;
use lines::Line;

/// The document with its structure; nothing is recognised in it yet.
pub fn structure(received: Received) -> Document {
    let Received { id, path, slug_hint: _, sha256, format, text, is_raw, fields } = received;
    let mut document = Document { id, path, sha256, format, text, ..Document::default() };
    let lines = lines::lines(&document.text);
    let n_header = if is_raw { header::read(&mut document, &lines) } else { 0 };
    append_blocks(&mut document, &lines[n_header..]);
    if is_raw {
        furniture::mark(&mut document);
    }
    for (attribute, value, field) in [
        (&mut document.headline, fields.title, "title"),
        (&mut document.source, fields.source, "source"),
        (&mut document.byline, fields.author, "author"),
    ] {
        if !value.is_empty() {
            *attribute = Some(Attribute { text: value, span: None, by: format!("the {field} given beside the text") });
        }
    }
    headline::mark(&mut document, is_raw);
    headline::byline(&mut document);
    date_fields(&mut document, &fields.date);
    date_text(&mut document);
    document.language = language::of(&document);
    document.sentences = sentences::of(&document);
    document
}

/// Puts the paragraphs and list items of the lines after the blocks that are there.
fn append_blocks(document: &mut Document, lines: &[Line]) {
    for chunk in lines::chunks(&document.text, lines) {
        let words = chunk.slice(&document.text).unwrap_or_default();
        let kind = if lines::is_list_item(words) { BlockKind::ListItem } else { BlockKind::Paragraph };
        document.blocks.push(Block { span: chunk, kind, reason: None });
    }
}

/// The date given beside the text.
fn date_fields(document: &mut Document, date: &str) {
    if let Some(found) = dates::find(date).into_iter().next() {
        document.dates.push(DocumentDate {
            kind: DateKind::Published,
            value: found.value,
            span: None,
            by: "the date given beside the text".to_owned(),
        });
    }
}

/// Dates in the text: those in furniture are printed on the page, those in the story are mentioned by it. A date that
/// the header has claimed already is not claimed again.
fn date_text(document: &mut Document) {
    let claimed: Vec<ByteSpan> = document.dates.iter().filter_map(|date| date.span).collect();
    for block in &document.blocks {
        let is_furniture = block.kind == BlockKind::Furniture;
        for found in dates::find(block.span.slice(&document.text).unwrap_or_default()) {
            let Some(span) = shifted(found.start, found.end, block.span.start()) else { continue };
            if claimed.iter().any(|claim| claim.overlaps(span)) {
                continue;
            }
            let (kind, by) = match is_furniture {
                true => furniture::date_kind(block.reason.as_deref().unwrap_or_default()),
                false => (DateKind::Mentioned, "a date in the text"),
            };
            document.dates.push(DocumentDate { kind, value: found.value, span: Some(span), by: by.to_owned() });
        }
    }
    document.dates.sort_by_key(|date| date.span);
}

/// The span of `start..end` in a stretch that begins at byte `base` of the text.
pub(crate) fn shifted(start: usize, end: usize, base: u32) -> Option<ByteSpan> {
    let base = base as usize;
    ByteSpan::from_range(base + start..base + end)
}
