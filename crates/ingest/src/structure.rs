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
use crate::read::{Field, Layout, Received};
use crate::sentences;
use lines::Line;

/// The document with its structure; nothing is recognised in it yet.
pub fn structure(received: Received) -> Document {
    let Received { id, path, slug_hint: _, sha256, format, text, layout, fields, page_starts } = received;
    let mut document = Document { id, path, sha256, format, text, page_starts, ..Document::default() };
    let is_raw = layout == Layout::Lines;
    match layout {
        Layout::Lines | Layout::Clean => {
            let lines = lines::lines(&document.text);
            let n_header = if is_raw { header::read(&mut document, &lines) } else { 0 };
            append_blocks(&mut document, &lines[n_header..]);
        }
        Layout::Blocks(blocks) => document.blocks = blocks,
    }
    if is_raw {
        furniture::mark(&mut document);
    }
    for (attribute, field) in [
        (&mut document.headline, fields.title),
        (&mut document.source, fields.source),
        (&mut document.byline, fields.author),
    ] {
        if let Some(Field { value, by }) = field {
            *attribute = Some(Attribute { text: value, span: None, by });
        }
    }
    headline::mark(&mut document, is_raw);
    headline::byline(&mut document);
    document.url = fields.url.map(|url| url.value).unwrap_or_default();
    date_field(&mut document, DateKind::Published, fields.published);
    date_field(&mut document, DateKind::Updated, fields.updated);
    date_field(&mut document, DateKind::File, fields.file_date);
    date_text(&mut document);
    document.language = language::of(&document);
    document.sentences = sentences::of(&document);
    document
}

/// Puts the paragraphs and list items of the lines after the blocks that are there.
fn append_blocks(document: &mut Document, lines: &[Line]) {
    let found: Vec<Block> = blocks(&document.text, lines).collect();
    document.blocks.extend(found);
}

/// The paragraphs and list items of a text that has no other structure than its lines.
pub(crate) fn paragraphs(text: &str) -> Vec<Block> {
    blocks(text, &lines::lines(text)).collect()
}

fn blocks<'t>(text: &'t str, lines: &[Line]) -> impl Iterator<Item = Block> + use<'t> {
    lines::chunks(text, lines).into_iter().map(move |span| {
        let words = span.slice(text).unwrap_or_default();
        let kind = if lines::is_list_item(words) { BlockKind::ListItem } else { BlockKind::Paragraph };
        Block { span, kind, reason: None }
    })
}

/// A date given beside the text.
fn date_field(document: &mut Document, kind: DateKind, field: Option<Field>) {
    let Some(Field { value, by }) = field else { return };
    if let Some(found) = dates::find(&value).into_iter().next() {
        document.dates.push(DocumentDate { kind, value: found.value, is_ambiguous: false, span: None, by });
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
            document.dates.push(DocumentDate {
                kind,
                value: found.value,
                is_ambiguous: false,
                span: Some(span),
                by: by.to_owned(),
            });
        }
    }
    document.dates.sort_by_key(|date| date.span);
}

/// The span of `start..end` in a stretch that begins at byte `base` of the text.
pub(crate) fn shifted(start: usize, end: usize, base: u32) -> Option<ByteSpan> {
    let base = base as usize;
    ByteSpan::from_range(base + start..base + end)
}
