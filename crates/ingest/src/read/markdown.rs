//! Markdown. The text stays the file's own, marks and all; what the format states about its parts becomes blocks.
//! Nothing is rendered.

mod front_matter;

use std::ops::Range;

use corpus::model::{Block, BlockKind, Format};
use corpus::span::ByteSpan;
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};
use sha2::{Digest, Sha256};

use super::text::{reported, stem};
use super::{Field, Fields, Layout, Received};
use crate::decode::decode;
use crate::report::Report;

/// Decodes the file and finds its blocks.
pub(super) fn read(path: &str, bytes: &[u8], report: &mut Report) -> Vec<Received> {
    let text = reported(path, decode(bytes), report);
    if text.trim().is_empty() {
        report.file(path, "is empty; it is kept as a document without text");
    }
    let parts = parts(&text);
    let mut fields = Fields::default();
    if let Some(part) = parts.iter().find(|part| part.kind == Kind::FrontMatter) {
        fields = front_matter::fields(&text[part.range.clone()]);
    }
    let blocks = blocks(&text, &parts);
    if let Some(headline) = blocks.iter().find(|block| block.kind == BlockKind::Headline) {
        let words = headline.span.slice(&text).unwrap_or_default();
        fields.title = fields.title.or_else(|| Field::new(words, "the first heading of the Markdown"));
    }
    vec![Received {
        id: path.to_owned(),
        path: path.to_owned(),
        slug_hint: stem(path).to_owned(),
        sha256: Sha256::digest(bytes).into(),
        format: Format::Markdown,
        text,
        layout: Layout::Blocks(blocks),
        fields,
        page_starts: Vec::new(),
    }]
}

/// A part of the text that Markdown tells from what is around it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Part {
    range: Range<usize>,
    kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    FrontMatter,
    Heading { is_first_level: bool },
    Paragraph,
    ListItem,
    Table,
    Code,
    Html,
    Rule,
}

/// The parts of a text in order. A part of a list or of a quotation begins with its mark.
fn parts(text: &str) -> Vec<Part> {
    let mut found = Parts { text, parts: Vec::new(), outer_start: None, n_open: 0 };
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS;
    for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
        match event {
            Event::Start(tag) => found.start(&tag, range),
            Event::End(tag) => found.end(tag),
            Event::Rule => found.push(range, Kind::Rule),
            // Words that stand in an item of a list directly, without a paragraph.
            _ if found.n_open == 0 => found.push(range, Kind::ListItem),
            _ => {}
        }
    }
    found.parts
}

struct Parts<'t> {
    text: &'t str,
    parts: Vec<Part>,
    /// Where the list item or the quotation begins whose first part is still to come.
    outer_start: Option<(usize, bool)>,
    /// How many parts are open whose inside is no part of its own.
    n_open: usize,
}

impl Parts<'_> {
    fn start(&mut self, tag: &Tag<'_>, range: Range<usize>) {
        let kind = match tag {
            Tag::Item => return self.outer_start = Some((range.start, true)),
            Tag::BlockQuote(_) | Tag::FootnoteDefinition(_) => {
                return self.outer_start = self.outer_start.or(Some((range.start, false)));
            }
            Tag::List(_) => return,
            Tag::Paragraph => Kind::Paragraph,
            Tag::Heading { level, .. } => Kind::Heading { is_first_level: *level == HeadingLevel::H1 },
            Tag::CodeBlock(_) => Kind::Code,
            Tag::HtmlBlock => Kind::Html,
            Tag::Table(_) => Kind::Table,
            Tag::MetadataBlock(_) => Kind::FrontMatter,
            _ if self.n_open == 0 => return self.push(range, Kind::ListItem),
            _ => return,
        };
        if self.n_open == 0 {
            self.push(range, kind);
        }
        self.n_open += 1;
    }

    fn end(&mut self, tag: TagEnd) {
        let is_part = matches!(
            tag,
            TagEnd::Paragraph
                | TagEnd::Heading(_)
                | TagEnd::CodeBlock
                | TagEnd::HtmlBlock
                | TagEnd::Table
                | TagEnd::MetadataBlock(_)
        );
        self.n_open -= usize::from(is_part && self.n_open > 0);
    }

    fn push(&mut self, range: Range<usize>, kind: Kind) {
        // More words of an item that has begun belong to it.
        let goes_on = kind == Kind::ListItem && self.outer_start.is_none();
        if let (true, Some(last)) = (goes_on, self.parts.last_mut()) {
            last.range.end = last.range.end.max(range.end);
            return;
        }
        let (start, kind) = match (self.outer_start.take(), kind) {
            (Some((start, true)), Kind::Paragraph) => (start, Kind::ListItem),
            (Some((start, _)), kind) => (start, kind),
            (None, kind) => (range.start, kind),
        };
        // The marks of quotations around stand before each of their parts.
        let before = self.text[..start].trim_end_matches(['>', ' ', '\t']);
        let line_start = if before.is_empty() || before.ends_with('\n') { before.len() } else { start };
        let least = self.parts.last().map_or(0, |part| part.range.end);
        let start = line_start.max(least).min(start);
        self.parts.push(Part { range: start..range.end.max(start), kind });
    }
}

/// Blocks that hold all of the text but white space.
fn blocks(text: &str, parts: &[Part]) -> Vec<Block> {
    let mut blocks = Blocks { text, blocks: Vec::new(), end: 0 };
    let mut has_headline = false;
    for part in parts {
        blocks.between(part.range.start);
        let range = part.range.clone();
        match part.kind {
            Kind::FrontMatter => blocks.push(range, BlockKind::Furniture, Some("front matter")),
            Kind::Heading { is_first_level } => {
                let is_headline = is_first_level && !has_headline;
                has_headline |= is_headline;
                blocks.heading(range, if is_headline { BlockKind::Headline } else { BlockKind::Heading });
            }
            Kind::Paragraph => blocks.push(range, BlockKind::Paragraph, None),
            Kind::ListItem => blocks.push(range, BlockKind::ListItem, None),
            Kind::Table => blocks.push(range, BlockKind::Table, None),
            Kind::Code => blocks.code(range),
            Kind::Html if text[range.clone()].trim_start().starts_with("<!--") => {
                blocks.push(range, BlockKind::Furniture, Some("a comment that Markdown does not show"));
            }
            Kind::Html => blocks.push(range, BlockKind::Paragraph, None),
            Kind::Rule => blocks.push(range, BlockKind::Furniture, Some("a line across the page")),
        }
    }
    blocks.between(text.len());
    blocks.blocks
}

struct Blocks<'t> {
    text: &'t str,
    blocks: Vec<Block>,
    /// Where the last block ends.
    end: usize,
}

impl Blocks<'_> {
    fn push(&mut self, range: Range<usize>, kind: BlockKind, reason: Option<&str>) {
        let start = range.start.max(self.end);
        let words = self.text.get(start..range.end).unwrap_or_default();
        let first = start + words.len() - words.trim_start().len();
        let end = first + words.trim().len();
        if let Some(span) = ByteSpan::from_range(first..end).filter(|span| !span.is_empty()) {
            self.blocks.push(Block { span, kind, reason: reason.map(str::to_owned) });
            self.end = end;
        }
    }

    /// What stands between two parts: the addresses that links name, marks of quotations that hold nothing.
    fn between(&mut self, next: usize) {
        if next > self.end {
            self.push(self.end..next, BlockKind::Furniture, Some("marks and addresses that Markdown does not show"));
        }
    }

    /// The words of a heading, without the marks before and after or the line under it.
    fn heading(&mut self, range: Range<usize>, kind: BlockKind) {
        const REASON: Option<&str> = Some("mark of a heading");
        let all = &self.text[range.clone()];
        let marks = all.len() - all.trim_start_matches(['#', '>', ' ', '\t']).len();
        self.push(range.start..range.start + marks, BlockKind::Furniture, REASON);
        let words = all[marks..].trim_end();
        let words = match words.rsplit_once('\n') {
            Some((words, line)) if marks == 0 && line.trim().bytes().all(|byte| matches!(byte, b'=' | b'-')) => words,
            _ => words.trim_end_matches('#'),
        };
        let end = range.start + marks + words.len();
        self.push(range.start + marks..end, kind, None);
        self.push(end..range.end, BlockKind::Furniture, REASON);
    }

    /// Code without its fences.
    fn code(&mut self, range: Range<usize>) {
        const REASON: Option<&str> = Some("mark of a code block");
        let all = &self.text[range.clone()];
        let trimmed = all.trim_start_matches(['>', ' ', '\t', '\n']);
        let fence = trimmed.chars().next().filter(|c| matches!(c, '`' | '~'));
        let Some(fence) = fence.filter(|&fence| trimmed.chars().take_while(|&c| c == fence).count() >= 3) else {
            return self.push(range, BlockKind::Paragraph, None);
        };
        let first_len = all.find(trimmed).unwrap_or(0) + trimmed.find('\n').unwrap_or(trimmed.len());
        self.push(range.start..range.start + first_len, BlockKind::Furniture, REASON);
        let inner = &all[first_len..];
        let last_line = inner.trim_end().rfind('\n').map_or(inner.len(), |at| at + 1);
        let closes = inner[last_line..].trim().trim_start_matches(['>', ' ']).chars().all(|c| c == fence);
        let inner_len = if closes { last_line } else { inner.len() };
        let inner_start = range.start + first_len;
        self.push(inner_start..inner_start + inner_len, BlockKind::Paragraph, None);
        self.push(inner_start + inner_len..range.end, BlockKind::Furniture, REASON);
    }
}

#[cfg(test)]
mod tests;
