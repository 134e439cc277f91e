//! From the elements of a part to paragraphs: what is shown, what was deleted, what stands beside the story.

use std::collections::BTreeMap;

use corpus::model::BlockKind;

use super::super::office::{MAX_REPEATS, Story};
use super::super::xml::{Element, Step, Steps};
use super::{Look, styles::Styles};

const DELETED: &str = "text that was deleted with tracked changes";

/// Lists of what the document holds: the document again.
const INDEXES: &[&str] =
    &["table-of-content", "illustration-index", "table-index", "object-index", "user-index", "alphabetical-index"];

/// Heads and feet of pages.
const OUTER: &[&str] = &["header", "header-left", "header-first", "footer", "footer-left", "footer-first"];

/// Something that holds paragraphs which do not become blocks where they stand.
#[derive(Debug)]
struct OpenAside {
    aside: Aside,
    words: String,
    /// How many of its paragraphs are open: words outside of them are dates and the like.
    n_paragraphs: usize,
}

#[derive(Debug)]
enum Aside {
    /// A note: its number, and whether the number is what is read now.
    Note { label: String, is_label: bool },
    /// A comment: who wrote it.
    Comment { author: String, is_author: bool },
    /// What was deleted, with the id that its place in the story has.
    Deletion { id: String },
}

/// The reading of one part.
#[derive(Debug)]
pub(super) struct Body<'s> {
    styles: &'s Styles,
    story: &'s mut Story,
    /// Asides that are open.
    asides: Vec<OpenAside>,
    /// Notes, which come after the story, in their order.
    notes: Vec<String>,
    /// Deleted words by their ids, until the story comes to their place.
    deletions: BTreeMap<String, String>,
    /// Ids of changes that are being read.
    change_id: String,
    n_lists: usize,
    n_indexes: usize,
    n_outer: usize,
    outer_reason: &'static str,
    /// How many elements are open in one whose words are not read.
    n_passed: usize,
    is_in_text: bool,
}

impl<'s> Body<'s> {
    /// Reads a part into the story; gives what stopped the reading before the end.
    pub(super) fn read(text: &str, styles: &'s Styles, story: &'s mut Story) -> Option<String> {
        let mut body = Body {
            styles,
            story,
            asides: Vec::new(),
            notes: Vec::new(),
            deletions: BTreeMap::new(),
            change_id: String::new(),
            n_lists: 0,
            n_indexes: 0,
            n_outer: 0,
            outer_reason: "",
            n_passed: 0,
            is_in_text: false,
        };
        let mut steps = Steps::of(text);
        for step in &mut steps {
            match step {
                Step::Open(element) => body.open(&element),
                Step::Words(words) => body.words(&words),
                Step::Close(name) => body.close(&name),
            }
        }
        body.end();
        steps.damage
    }

    fn open(&mut self, element: &Element<'_>) {
        let name = element.name.as_str();
        // Names and descriptions of pictures stand inside of paragraphs but are not shown there.
        let is_hidden = matches!(name, "title" | "desc") && element.prefix() == "svg";
        if self.n_passed > 0 || is_hidden {
            self.n_passed += 1;
            return;
        }
        match name {
            // Pages have heads and feet in their styles; nothing else there is text.
            "text" if element.prefix() == "office" => self.is_in_text = true,
            name if OUTER.contains(&name) && element.prefix() == "style" => {
                self.n_outer += 1;
                let is_head = name.starts_with("header");
                self.outer_reason =
                    if is_head { "head of the document's pages" } else { "foot of the document's pages" };
            }
            "p" | "h" => self.paragraph(name, element),
            "s" => self.push(&" ".repeat(count(element, "c"))),
            "tab" => self.push("\t"),
            "line-break" => self.push("\n"),
            "list-item" | "list-header" => self.n_lists += 1,
            name if INDEXES.contains(&name) => self.n_indexes += 1,
            "note" => self.open_aside(Aside::Note { label: String::new(), is_label: false }),
            "note-citation" => self.is_label(true),
            "annotation" => self.open_aside(Aside::Comment { author: String::new(), is_author: false }),
            "creator" => self.is_author(true),
            "changed-region" => self.change_id = element.attribute("id").unwrap_or_default(),
            "deletion" => {
                let id = std::mem::take(&mut self.change_id);
                self.open_aside(Aside::Deletion { id });
            }
            "change" => {
                let deleted = element.attribute("change-id").and_then(|id| self.deletions.remove(&id));
                if let Some(words) = deleted {
                    self.story.push_aside(DELETED, &words);
                }
            }
            "table" if element.prefix() == "table" => self.story.open_table(),
            "table-row" => self.story.open_row(),
            "table-cell" | "covered-table-cell" => {
                self.story.open_cell();
                self.story.repeat_cell(count(element, "number-columns-repeated"));
            }
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        if self.n_passed > 0 {
            self.n_passed -= 1;
            return;
        }
        match name {
            "p" | "h" => self.close_paragraph(),
            "text" => self.is_in_text = false,
            name if OUTER.contains(&name) => self.n_outer = self.n_outer.saturating_sub(1),
            "list-item" | "list-header" => self.n_lists = self.n_lists.saturating_sub(1),
            name if INDEXES.contains(&name) => self.n_indexes = self.n_indexes.saturating_sub(1),
            "note-citation" => self.is_label(false),
            "creator" => self.is_author(false),
            "note" | "annotation" | "deletion" => self.close_aside(),
            "table" => self.story.close_table(),
            _ => {}
        }
    }

    fn open_aside(&mut self, aside: Aside) {
        self.asides.push(OpenAside { aside, words: String::new(), n_paragraphs: 0 });
    }

    fn paragraph(&mut self, name: &str, element: &Element<'_>) {
        self.story.open_paragraph();
        if let Some(open) = self.asides.last_mut() {
            open.n_paragraphs += 1;
        }
        let style = element.attribute("style-name").unwrap_or_default();
        let look = self.styles.look(&style).map(|Look(kind)| kind);
        let Some(paragraph) = self.story.paragraph() else { return };
        paragraph.kind = match (look, name) {
            (Some(kind), _) => kind,
            (None, "h") => BlockKind::Heading,
            (None, _) if self.n_lists > 0 => BlockKind::ListItem,
            (None, _) => BlockKind::Paragraph,
        };
        if self.n_outer > 0 {
            paragraph.reason = Some(self.outer_reason.to_owned());
        } else if self.n_indexes > 0 {
            paragraph.reason = Some("table of contents".to_owned());
        }
    }

    fn close_paragraph(&mut self) {
        match self.asides.last_mut() {
            Some(OpenAside { words, n_paragraphs, .. }) => {
                *n_paragraphs = n_paragraphs.saturating_sub(1);
                let paragraph = self.story.take_paragraph();
                let own = paragraph.map(|paragraph| paragraph.words).unwrap_or_default();
                if !words.is_empty() {
                    words.push('\n');
                }
                words.push_str(own.trim());
            }
            // Styles hold paragraphs that are samples.
            None if self.n_outer == 0 && !self.is_in_text => {
                self.story.take_paragraph();
            }
            None => self.story.close_paragraph(),
        }
    }

    fn close_aside(&mut self) {
        let Some(OpenAside { aside, words, .. }) = self.asides.pop() else { return };
        match aside {
            Aside::Note { label, .. } => {
                let label = match label.trim() {
                    "" => format!("[{}]", self.notes.len() + 1),
                    label => format!("[{label}]"),
                };
                self.push(&label);
                self.notes.push(format!("{label} {words}"));
            }
            Aside::Comment { author, .. } => {
                let by = if author.trim().is_empty() { String::new() } else { format!(" by {}", author.trim()) };
                self.story.push_aside(&format!("a comment{by}"), &words);
            }
            Aside::Deletion { id } => {
                self.deletions.entry(id).or_default().push_str(&words);
            }
        }
    }

    fn is_label(&mut self, is_open: bool) {
        if let Some(OpenAside { aside: Aside::Note { is_label, .. }, .. }) = self.asides.last_mut() {
            *is_label = is_open;
        }
    }

    fn is_author(&mut self, is_open: bool) {
        if let Some(OpenAside { aside: Aside::Comment { is_author, .. }, .. }) = self.asides.last_mut() {
            *is_author = is_open;
        }
    }

    /// Words between elements: runs of white space in them are one space, as the format says.
    fn words(&mut self, words: &str) {
        if self.n_passed > 0 {
            return;
        }
        if let Some(OpenAside { aside, n_paragraphs, .. }) = self.asides.last_mut() {
            match aside {
                Aside::Note { label, is_label: true } => return label.push_str(words),
                Aside::Comment { author, is_author: true } => return author.push_str(words),
                _ if *n_paragraphs == 0 => return,
                _ => {}
            }
        }
        let Some(paragraph) = self.story.paragraph() else { return };
        for c in words.chars() {
            match c.is_ascii_whitespace() {
                true if paragraph.words.is_empty() || paragraph.words.ends_with([' ', '\n', '\t']) => {}
                true => paragraph.words.push(' '),
                false => paragraph.words.push(c),
            }
        }
    }

    fn push(&mut self, words: &str) {
        self.story.push_words(words);
    }

    /// What a damaged file left open, the notes, and deletions that have no place in the story.
    fn end(&mut self) {
        while !self.asides.is_empty() {
            self.close_aside();
        }
        self.story.close_all();
        for note in std::mem::take(&mut self.notes) {
            self.story.blocks.push(BlockKind::Paragraph, None, &note);
        }
        for words in std::mem::take(&mut self.deletions).into_values() {
            self.story.blocks.push_furniture(DELETED, &words);
        }
    }
}

/// How often an element stands for itself: once unless it says so.
fn count(element: &Element<'_>, name: &str) -> usize {
    element.attribute(name).and_then(|count| count.parse().ok()).unwrap_or(1).min(MAX_REPEATS)
}
