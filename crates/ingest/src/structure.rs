//! From text to blocks, headline, source, byline and dates. What is not the story is marked as furniture with its
//! reason and stays in its place; no text is ever dropped.

pub mod dates;
mod header;
mod headline;
mod lines;
mod published;

use std::collections::BTreeSet;

use corpus::model::{Attribute, Block, BlockKind, DateKind, Document, DocumentDate};
use corpus::span::ByteSpan;
use jiff::civil::Date;

use crate::clean;
use crate::language;
use crate::read::{Field, Layout, Received};
use crate::sentences;
use dates::{Conventions, FoundDate};
use lines::Line;

/// The document with its structure; nothing is recognised in it yet.
pub fn structure(received: Received) -> Document {
    structure_with(received, &BTreeSet::new(), |_| {})
}

/// The document with its structure, as [`structure`] makes it. `repeated` are the hashes of lines that its outlet repeats.
/// `correct` sees it when all furniture is marked, and has
/// the last word on its blocks and its headline; sentences, dates and language follow from them.
pub(crate) fn structure_with(
    received: Received,
    repeated: &BTreeSet<u64>,
    correct: impl FnOnce(&mut Document),
) -> Document {
    let Received { id, path, slug_hint: _, sha256, format, text, layout, fields, page_starts } = received;
    let mut document = Document { id, path, sha256, format, text, page_starts, ..Document::default() };
    let is_raw = matches!(layout, Layout::Lines);
    match layout {
        Layout::Lines | Layout::Clean => {
            let lines = lines::lines(&document.text);
            let n_header = if is_raw { header::read(&mut document, &lines) } else { 0 };
            append_blocks(&mut document, &lines[n_header..]);
        }
        Layout::Page(page) => document.blocks = clean::mark_page(&document.text, &page),
        Layout::Blocks(blocks) => document.blocks = blocks,
    }
    let scores = is_raw.then(|| clean::line_scores(&document.text, &document.blocks));
    if is_raw {
        clean::mark_furniture(&mut document);
    }
    clean::mark_repeated(&document.text, &mut document.blocks, repeated);
    for (attribute, field) in [
        (&mut document.headline, fields.title),
        (&mut document.source, fields.source),
        (&mut document.byline, fields.author),
    ] {
        if let Some(Field { value, by }) = field {
            *attribute = Some(Attribute { text: value, span: None, by });
        }
    }
    headline::mark(&mut document, scores.as_deref());
    if let Some(scores) = &scores {
        clean::mark_lines(&document.text, &mut document.blocks, scores);
    }
    correct(&mut document);
    // A headline that the correction took away leaves its place to another line of what is story now.
    let corrected = is_raw.then(|| vec![0.0; document.blocks.len()]);
    headline::mark(&mut document, corrected.as_deref());
    headline::byline(&mut document);
    document.url = fields.url.map(|url| url.value).unwrap_or_default();
    document.language = language::of(&document);
    if document.language.is_empty() {
        let stated = fields.language.as_ref().and_then(|field| language::stated(&field.value));
        document.language = stated.unwrap_or_default();
    }
    date(&mut document, [fields.published, fields.updated, fields.file_date], fields.language);
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

/// Finds all dates, those of the fields (published, updated, file) and those of the text.
fn date(document: &mut Document, fields: [Option<Field>; 3], language: Option<Field>) {
    // The language given beside the text may name a region, and a region decides which part of 3/4/2015 is the day.
    let language = language.map(|field| field.value).filter(|given| {
        let is_same =
            |tag: &str| given.split(['-', '_']).next().is_some_and(|primary| primary.eq_ignore_ascii_case(tag));
        document.language.is_empty() || is_same(&document.language)
    });
    let language = language.unwrap_or_else(|| document.language.clone()).to_owned();
    let conventions = Conventions::of(&document.text, &language);
    for (kind, field) in [DateKind::Published, DateKind::Updated, DateKind::File].into_iter().zip(fields) {
        date_field(document, kind, field, &conventions);
    }
    date_text(document, &conventions);
}

/// A date given beside the text.
fn date_field(document: &mut Document, kind: DateKind, field: Option<Field>, conventions: &Conventions<'_>) {
    let Some(Field { value, by }) = field else { return };
    if let Some(FoundDate { value, is_ambiguous, .. }) = dates::field(&value, conventions) {
        document.dates.push(DocumentDate { kind, value, is_ambiguous, span: None, by });
    }
}

/// Dates in the text: those that tell when it was published, those in furniture or alone on a line, which are printed on
/// the page, and those that the story mentions. A date that the header has claimed already is not claimed again.
fn date_text(document: &mut Document, conventions: &Conventions<'_>) {
    settle_header_dates(document, conventions);
    let mut claims = published::claims(&document.text, &document.blocks, conventions);
    let claimed = claimed_spans(&document.dates);
    claims.retain(|claim| claim.span.is_none_or(|span| !is_claimed(&claimed, span)));
    document.dates.append(&mut claims);
    let claimed = claimed_spans(&document.dates);
    let written = published::day(&document.dates);
    let mut unresolved = BTreeSet::new();
    for block in &document.blocks {
        let words = block.span.slice(&document.text).unwrap_or_default();
        let is_furniture = block.kind == BlockKind::Furniture;
        // On a label ("Tomorrow", "1 day ago") nobody wrote the words on the day of the story.
        let is_label = words.len() < MIN_COUNTED_LEN && !words.ends_with(['.', '!', '?', '”', '"', ')']);
        let found = match is_furniture || is_label {
            true => dates::find_by(words, conventions),
            false => dates::mentioned(words, conventions, written),
        };
        let is_alone = !found.is_empty() && dates::is_date_alone(words);
        for found in found {
            let Some(span) = shifted(found.start, found.end, block.span.start()) else { continue };
            // The same words once: a second "Friday" that cannot be resolved says no more than the first.
            let is_again = found.value.is_empty() && !unresolved.insert(words[found.start..found.end].to_lowercase());
            if is_again || is_claimed(&claimed, span) {
                continue;
            }
            let (kind, by) = match (is_furniture, is_alone) {
                (true, _) => {
                    let (kind, by) = clean::date_kind(block.reason.as_deref().unwrap_or_default());
                    (kind, by.to_owned())
                }
                (_, true) => (DateKind::Printed, "a date alone on a line".to_owned()),
                _ => (DateKind::Mentioned, mention_by(&words[found.start..found.end], &found, written)),
            };
            let FoundDate { value, is_ambiguous, .. } = found;
            document.dates.push(DocumentDate { kind, value, is_ambiguous, span: Some(span), by });
        }
    }
    document.dates.sort_by_key(|date| date.span);
}

/// Shorter blocks that do not end as sentences do are labels, in bytes.
const MIN_COUNTED_LEN: usize = 40;

/// The header was read before the rest of the document could show how it writes its dates.
fn settle_header_dates(document: &mut Document, conventions: &Conventions<'_>) {
    for date in document.dates.iter_mut().filter(|date| date.is_ambiguous) {
        let words = date.span.and_then(|span| span.slice(&document.text)).unwrap_or_default();
        if let Some(found) = dates::stated(words, conventions).into_iter().next() {
            (date.value, date.is_ambiguous) = (found.value, found.is_ambiguous);
        }
    }
}

/// The spans of dates, in order.
fn claimed_spans(dates: &[DocumentDate]) -> Vec<ByteSpan> {
    let mut spans: Vec<_> = dates.iter().filter_map(|date| date.span).collect();
    spans.sort();
    spans
}

/// Whether a span is a date already. The claimed ones are in order and do not overlap.
fn is_claimed(claimed: &[ByteSpan], span: ByteSpan) -> bool {
    let next = claimed.partition_point(|claim| claim.end() <= span.start());
    claimed.get(next).is_some_and(|claim| claim.overlaps(span))
}

/// How a mentioned date was found, in words.
fn mention_by(words: &str, found: &FoundDate, written: Option<Date>) -> String {
    match (found.is_counted, written, found.is_ambiguous) {
        (false, _, false) => "a date in the text".to_owned(),
        (false, _, true) => "a date in figures that can be read with the day or the month first".to_owned(),
        (true, None, _) => "no publication date is known to count from".to_owned(),
        (true, Some(day), false) => format!("“{words}”, counted from the publication date {day}"),
        (true, Some(day), true) => {
            format!("“{words}”, counted from the publication date {day}; the words can mean two dates")
        }
    }
}

/// The span of `start..end` in a stretch that begins at byte `base` of the text.
pub(crate) fn shifted(start: usize, end: usize, base: u32) -> Option<ByteSpan> {
    let base = base as usize;
    ByteSpan::from_range(base + start..base + end)
}
