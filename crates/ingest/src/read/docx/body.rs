//! From the elements of a part to paragraphs: what is shown, what was deleted, what only a program reads.

use std::collections::BTreeMap;

use corpus::model::BlockKind;

use super::super::office::Story;
use super::super::xml::{Element, Step, Steps};
use super::Look;
use super::styles::Styles;

/// What a part of the package is.
#[derive(Debug)]
pub(super) enum Part {
    Story,
    /// Heads and feet of pages, with the reason why they are not the story.
    Outer(&'static str),
    /// Notes, and the number of each by its id.
    Notes {
        what: &'static str,
        numbers: Vec<String>,
    },
    Comments,
}

/// The ids of notes in the order in which the story calls them.
#[derive(Debug, Default)]
pub(super) struct NoteOrder {
    pub(super) footnotes: Vec<String>,
    pub(super) endnotes: Vec<String>,
}

/// The reading of one part.
#[derive(Debug)]
pub(super) struct Body<'s> {
    part: Part,
    styles: &'s Styles,
    story: &'s mut Story,
    order: NoteOrder,
    /// The number of each note by its id.
    numbers: BTreeMap<String, usize>,
    /// What is written before the next words: the number of a note, or a first letter that is set apart.
    label: Option<String>,
    /// Whether the open paragraph is such a letter.
    is_first_letter: bool,
    /// Why the paragraphs of this entry are not the story.
    reason: Option<String>,
    /// How deep the reading is in what was deleted, and in what is another form of what stands beside it.
    n_deleted: usize,
    n_passed: usize,
    /// Words that were deleted from the open paragraph.
    deleted: String,
    /// Whether the words that follow are shown.
    is_text: bool,
    is_deleted_text: bool,
}

/// Elements whose content is not read: boxes are written twice, for programs of two ages, the younger form first; a
/// paragraph may hold the properties that it had before a change; stops of tabulators are named like tabulators.
const PASSED: &[&str] = &["Fallback", "pPrChange", "rPrChange", "tabs"];

const DELETED: &str = "text that was deleted with tracked changes";

impl<'s> Body<'s> {
    /// Reads a part into the story; gives the order of its notes and what stopped the reading before the end.
    pub(super) fn read(
        text: &str,
        part: Part,
        styles: &'s Styles,
        story: &'s mut Story,
    ) -> (NoteOrder, Option<String>) {
        let numbers = match &part {
            Part::Notes { numbers, .. } => numbers.iter().cloned().zip(1..).collect(),
            _ => BTreeMap::new(),
        };
        let reason = match &part {
            Part::Outer(reason) => Some((*reason).to_owned()),
            _ => None,
        };
        let mut body = Body {
            part,
            styles,
            story,
            order: NoteOrder::default(),
            numbers,
            label: None,
            is_first_letter: false,
            reason,
            n_deleted: 0,
            n_passed: 0,
            deleted: String::new(),
            is_text: false,
            is_deleted_text: false,
        };
        let mut steps = Steps::of(text);
        for step in &mut steps {
            match step {
                Step::Open(element) => body.open(&element),
                Step::Words(words) => body.words(&words),
                Step::Close(name) => body.close(&name),
            }
        }
        body.story.close_all();
        (body.order, steps.damage)
    }

    fn open(&mut self, element: &Element<'_>) {
        let name = element.name.as_str();
        if self.n_passed > 0 || PASSED.contains(&name) {
            self.n_passed += usize::from(PASSED.contains(&name));
            return;
        }
        match name {
            "p" => {
                self.story.open_paragraph();
                if let (Some(reason), Some(paragraph)) = (&self.reason, self.story.paragraph()) {
                    paragraph.reason = Some(reason.clone());
                }
                if let Some(label) = self.label.take() {
                    self.story.push_words(&label);
                }
            }
            "pStyle" | "outlineLvl" | "numId" => self.style(name, &element.attribute("val").unwrap_or_default()),
            "framePr" => self.is_first_letter = element.attribute("dropCap").is_some_and(|kind| kind != "none"),
            "t" => self.is_text = true,
            "delText" => self.is_deleted_text = true,
            "del" | "moveFrom" => self.n_deleted += 1,
            "tab" | "ptab" => self.push("\t"),
            "br" | "cr" => self.push("\n"),
            "noBreakHyphen" => self.push("\u{2011}"),
            "sym" => self.symbol(element),
            "footnoteReference" | "endnoteReference" => self.note_reference(name, element),
            "footnote" | "endnote" => self.note(element),
            "comment" => {
                let author = element.attribute("author").filter(|author| !author.trim().is_empty());
                let by = author.map_or(String::new(), |author| format!(" by {}", author.trim()));
                self.reason = Some(format!("a comment{by}"));
            }
            "tbl" => self.story.open_table(),
            "tr" => self.story.open_row(),
            "tc" => self.story.open_cell(),
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        if self.n_passed > 0 {
            self.n_passed -= usize::from(PASSED.contains(&name));
            return;
        }
        match name {
            "p" => {
                let deleted = std::mem::take(&mut self.deleted);
                if !deleted.trim().is_empty() {
                    self.story.push_aside(DELETED, &deleted);
                }
                match std::mem::take(&mut self.is_first_letter) {
                    true => self.label = self.story.take_paragraph().map(|paragraph| paragraph.words),
                    false => self.story.close_paragraph(),
                }
            }
            "t" => self.is_text = false,
            "delText" => self.is_deleted_text = false,
            "del" | "moveFrom" => self.n_deleted = self.n_deleted.saturating_sub(1),
            "tbl" => self.story.close_table(),
            "footnote" | "endnote" | "comment" => {
                self.label = None;
                self.reason = None;
            }
            _ => {}
        }
    }

    fn words(&mut self, words: &str) {
        if self.n_passed == 0 && (self.is_text || self.is_deleted_text) {
            match self.is_deleted_text {
                true => self.deleted.push_str(words),
                false => self.push(words),
            }
        }
    }

    /// Adds words, to what is shown or to what was deleted.
    fn push(&mut self, words: &str) {
        match self.n_deleted {
            0 => {
                // Programs write a space or none between the number of a note and its words; here is one already.
                let is_after_label = self.story.paragraph().is_some_and(|paragraph| paragraph.words.ends_with("] "));
                self.story.push_words(if is_after_label { words.trim_start() } else { words });
            }
            _ => self.deleted.push_str(words),
        }
    }

    fn style(&mut self, name: &str, value: &str) {
        let look = match name {
            "pStyle" => self.styles.look(value),
            "outlineLvl" if value != "9" => Some(Look::Kind(BlockKind::Heading)),
            "numId" if value != "0" => Some(Look::Kind(BlockKind::ListItem)),
            _ => None,
        };
        let Some(paragraph) = self.story.paragraph() else { return };
        match look {
            Some(Look::Kind(kind)) => {
                // A numbered heading is a heading.
                let is_plain = matches!(paragraph.kind, BlockKind::Paragraph);
                paragraph.kind = if is_plain { kind } else { paragraph.kind };
            }
            Some(Look::Contents) => paragraph.reason = Some("table of contents".to_owned()),
            // A paragraph that its style makes an item and that says it has no number is none.
            None if name == "numId" && paragraph.kind == BlockKind::ListItem => paragraph.kind = BlockKind::Paragraph,
            None => {}
        }
    }

    /// A character of a symbol font, whose letters lie in a private area above their codes.
    fn symbol(&mut self, element: &Element<'_>) {
        let code = element.attribute("char").and_then(|code| u32::from_str_radix(&code, 16).ok());
        if let Some(character) = code.and_then(char::from_u32) {
            self.push(character.encode_utf8(&mut [0; 4]));
        }
    }

    fn note_reference(&mut self, name: &str, element: &Element<'_>) {
        let Some(id) = element.attribute("id") else { return };
        let order = if name == "footnoteReference" { &mut self.order.footnotes } else { &mut self.order.endnotes };
        order.push(id);
        let label = match name {
            "footnoteReference" => format!("[{}]", order.len()),
            _ => format!("[endnote {}]", order.len()),
        };
        self.push(&label);
    }

    /// A note that the story calls gets its number; lines that only part notes from the page have none.
    fn note(&mut self, element: &Element<'_>) {
        let Part::Notes { what, .. } = &self.part else { return };
        let number = element.attribute("id").and_then(|id| self.numbers.get(&id).copied());
        self.label = number.map(|number| match *what {
            "note" => format!("[{number}] "),
            what => format!("[{what} {number}] "),
        });
        self.reason = match number {
            Some(_) => None,
            None => Some(format!("a {what} that nothing in the text calls")),
        };
    }
}
