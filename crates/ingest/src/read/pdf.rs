//! PDF with a text layer: one file, one document, with the places where its pages begin.
//!
//! A PDF holds letters and places, no text. Its text is made here: letters become lines by where they stand, lines are
//! read column by column and become paragraphs by their distance, indent and size. Lines of a paragraph are joined by a
//! space, words that a line end cut are made whole (`hyphens` says when), ligatures become the letters they stand for.
//! A paragraph that goes on over the end of a page stays one; the running heads between its halves come after it.
//! Nothing here recognises letters in pictures.

mod bounds;
mod direction;
mod fields;
mod hyphens;
mod meaning;
mod order;
mod page;
mod paragraphs;
mod pieces;
mod repeats;

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};

use corpus::model::{BlockKind, Format};
use hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use sha2::{Digest, Sha256};

use super::blocks::Blocks;
use super::text::stem;
use super::{Field, Received};
use crate::report::Report;
use hyphens::Words;
use order::Line;
use paragraphs::Group;

/// Most pages that are read of one file.
const MAX_PAGES: usize = 50_000;

/// Most bytes of text that one file may have.
const MAX_TEXT: usize = 256 << 20;

/// The lines of a page.
#[derive(Clone, Debug, Default, PartialEq)]
struct PageLines {
    lines: Vec<Line>,
    width: f64,
    height: f64,
}

/// Reads one file. Pages that cannot be read are reported and left out; a file without text gives no document.
pub(super) fn read(path: &str, bytes: &[u8], report: &mut Report) -> Vec<Received> {
    // The crate that parses PDF is made not to panic; should it, the file is at fault and not the others.
    let read = catch_unwind(AssertUnwindSafe(|| read_file(path, bytes, report)));
    match read {
        Ok(Ok(received)) => vec![received],
        Ok(Err(message)) => {
            report.file(path, message);
            Vec::new()
        }
        Err(_) => {
            report.file(path, "not read: the PDF is damaged in a way that stopped its reader");
            Vec::new()
        }
    }
}

fn read_file(path: &str, bytes: &[u8], report: &mut Report) -> Result<Received, String> {
    if !bounds::file_is_bounded(bytes) {
        return Err("not read: the PDF unpacks to more than is allowed".to_owned());
    }
    let pdf = Pdf::new(bytes.to_vec()).map_err(|error| refusal(error).to_owned())?;
    let n_pages = pdf.pages().len();
    if n_pages == 0 {
        return Err("not read: the PDF is damaged; it has no pages".to_owned());
    }
    if n_pages > MAX_PAGES {
        report.file(path, format!("has {n_pages} pages; the first {MAX_PAGES} of them were read"));
    }
    let pages = read_pages(path, &pdf, report)?;
    let reasons = repeats::reasons(&pages);
    let groups = paragraphs::groups(&pages, &reasons);
    let Written { blocks, page_starts } = write(&pages, groups);
    let mut fields = fields::of(&pdf);
    if let Some(headline) = blocks.headline() {
        fields.title = Field::new(headline, "the largest words on the first page");
    }
    let (text, layout) = blocks.finish();
    Ok(Received {
        id: path.to_owned(),
        path: path.to_owned(),
        slug_hint: stem(path).to_owned(),
        sha256: Sha256::digest(bytes).into(),
        format: Format::Pdf,
        text,
        layout,
        fields,
        page_starts,
    })
}

/// Why a file cannot be opened.
fn refusal(error: LoadPdfError) -> &'static str {
    match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => {
            "not read: the PDF is encrypted and opens only with a password"
        }
        LoadPdfError::Decryption(_) => "not read: the PDF is encrypted in a way that cannot be read",
        LoadPdfError::Invalid => "not read: the PDF is damaged and could not be mended",
    }
}

/// The lines of all pages. What went wrong on which pages is reported; an error is a file without any text.
fn read_pages(path: &str, pdf: &Pdf, report: &mut Report) -> Result<Vec<PageLines>, String> {
    let mut drawing = page::Drawing::new();
    let mut pages = Vec::new();
    let (mut n_letters, mut n_unknown, mut n_bytes) = (0, 0, 0);
    let mut notices: BTreeMap<&'static str, Vec<usize>> = BTreeMap::new();
    for (page_idx, page) in pdf.pages().iter().take(MAX_PAGES).enumerate() {
        let read = catch_unwind(AssertUnwindSafe(|| drawing.page(page)));
        let Ok(drawn) = read else {
            notices
                .entry("it is damaged in a way that stopped its reader, so it was not read")
                .or_default()
                .push(page_idx + 1);
            // What was being read may be left half done.
            drawing = page::Drawing::new();
            pages.push(PageLines::default());
            continue;
        };
        let n_glyphs = drawn.glyphs.len();
        n_letters += n_glyphs;
        n_unknown += drawn.n_unknown;
        n_bytes += drawn.text.len();
        for notice in drawn.notices.keys() {
            notices.entry(notice).or_default().push(page_idx + 1);
        }
        if n_glyphs == 0 && drawn.has_picture {
            notices.entry(PICTURE).or_default().push(page_idx + 1);
        }
        if n_bytes > MAX_TEXT {
            notices
                .entry("the text before it is as long as a text may be, so it was not read")
                .or_default()
                .push(page_idx + 1);
            break;
        }
        let (width, height) = (drawn.width, drawn.height);
        pages.push(PageLines { lines: order::lines(pieces::rows(&drawn), width), width, height });
    }
    let n_pages = pages.len();
    let has_words = pages.iter().any(|page| page.lines.iter().any(|line| line.text.contains(char::is_alphanumeric)));
    if !has_words {
        return Err(match (n_unknown, notices.contains_key(PICTURE)) {
            (0, true) => format!("is a scan without a text layer: {}, nothing to search", n_of_pages(n_pages)),
            (0, false) => format!("has no text: {}, nothing to search", n_of_pages(n_pages)),
            _ => format!("its {n_unknown} letters have no Unicode values, so there is nothing to search"),
        });
    }
    if n_unknown > 0 {
        let message = format!("{n_unknown} of {n_letters} letters have no Unicode values; they are shown as \u{fffd}");
        report.file(path, message);
    }
    for (notice, pages) in notices {
        report.file(path, format!("page {}: {notice}", listed(&pages)));
    }
    Ok(pages)
}

/// What is said of a page that shows a picture and no letter.
const PICTURE: &str = "a picture without a text layer, nothing to search";

fn n_of_pages(n_pages: usize) -> String {
    if n_pages == 1 { "1 page".to_owned() } else { format!("{n_pages} pages") }
}

/// Numbers in words: the first ten and how many more.
fn listed(numbers: &[usize]) -> String {
    let first: Vec<String> = numbers.iter().take(10).map(usize::to_string).collect();
    match numbers.len().checked_sub(11) {
        Some(rest) => format!("{} and {} more", first.join(", "), rest + 1),
        None => first.join(", "),
    }
}

/// The blocks of a file, and where its pages begin in their text.
struct Written {
    blocks: Blocks,
    page_starts: Vec<u32>,
}

/// Writes the groups of all pages in reading order.
fn write(pages: &[PageLines], groups: Vec<Vec<Group>>) -> Written {
    let words = Words::of(pages.iter().flat_map(|page| &page.lines).map(|line| line.text.as_str()));
    let mut blocks = Blocks::default();
    let mut page_starts: Vec<u32> = Vec::with_capacity(pages.len());
    for parts in joined(pages, groups) {
        let mut text = String::new();
        let mut begun: Vec<(usize, usize)> = Vec::new();
        for part in &parts {
            let lines = &pages[part.page_idx].lines[part.lines.clone()];
            begun.push((part.page_idx, append(&mut text, part, lines, &words)));
        }
        let first = &parts[0];
        let Some(start) = blocks.push(first.kind, first.reason.as_deref(), &text) else { continue };
        for (page_idx, offset) in begun {
            // Pages without text begin where the next one does.
            let at = u32::try_from(start + offset).unwrap_or(u32::MAX);
            while page_starts.len() <= page_idx {
                page_starts.push(at);
            }
        }
    }
    let end = u32::try_from(blocks.len()).unwrap_or(u32::MAX);
    page_starts.resize(pages.len(), end);
    Written { blocks, page_starts }
}

/// Appends the lines of a group to a text; gives the byte at which they begin.
fn append(text: &mut String, group: &Group, lines: &[Line], words: &Words<'_>) -> usize {
    let mut first_start = None;
    for line in lines {
        let start = match group.kind {
            BlockKind::Table | BlockKind::Furniture => {
                if !text.is_empty() {
                    text.push('\n');
                }
                text.push_str(&line.text);
                text.len() - line.text.len()
            }
            _ => words.append(text, &line.text.replace('\t', " ")),
        };
        first_start.get_or_insert(start);
    }
    first_start.unwrap_or(text.len())
}

/// The groups of all pages in the order of the text, those that are one paragraph together. A paragraph that goes on over
/// the end of a page stands before what is not the story at the start of the next, and after what is not at the end of
/// its own, so that everything stands on its page.
fn joined(pages: &[PageLines], groups: Vec<Vec<Group>>) -> Vec<Vec<Group>> {
    let mut joined: Vec<Vec<Group>> = Vec::new();
    // Where the last group of the story stands in `joined`.
    let mut last_story: Option<usize> = None;
    for page in groups {
        let first_story = page.iter().position(|group| group.reason.is_none());
        let goes_on = match (last_story, first_story) {
            (Some(last), Some(first)) => {
                // What is not the story on a page in the middle of a paragraph would have no place on its page.
                let has_place = joined[last].len() == 1 || last + 1 == joined.len();
                let end = joined[last].last();
                has_place && end.is_some_and(|end| goes_on_over_page(pages, end, &page[first]))
            }
            _ => false,
        };
        let mut page = page;
        if goes_on && let (Some(last), Some(first)) = (last_story, first_story) {
            let mut paragraph = joined.remove(last);
            paragraph.push(page.remove(first));
            joined.push(paragraph);
            last_story = Some(joined.len() - 1);
        }
        for group in page {
            if group.reason.is_none() {
                last_story = Some(joined.len());
            }
            joined.push(vec![group]);
        }
    }
    joined
}

fn goes_on_over_page(pages: &[PageLines], last: &Group, next: &Group) -> bool {
    let line = |group: &Group, line_idx: usize| pages[group.page_idx].lines.get(line_idx).cloned();
    let (Some(end), Some(start)) = (line(last, last.lines.end - 1), line(next, next.lines.start)) else { return false };
    next.kind == BlockKind::Paragraph
        && matches!(last.kind, BlockKind::Paragraph | BlockKind::ListItem)
        && last.page_idx + 1 == next.page_idx
        && (end.size - start.size).abs() < 0.08 * end.size
        && paragraphs::is_broken_off(&end.text, &start.text)
}

#[cfg(test)]
pub(super) mod tests;
