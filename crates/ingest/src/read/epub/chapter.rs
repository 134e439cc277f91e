//! From a chapter's XHTML to blocks: headings, paragraphs, items of lists, tables, captions. Styles are not read, and
//! nothing is cleaned but the white space that a reader does not see.

use std::collections::BTreeMap;

use corpus::model::BlockKind;

use super::super::blocks::Blocks;
use super::super::xml::{Element, Step, Steps};

/// Elements that stand in a line of text. All others begin and end one.
const IN_LINE: &[&str] = &[
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img",
    "ins", "kbd", "label", "mark", "math", "mi", "mn", "mo", "mrow", "q", "rb", "rp", "rt", "rtc", "ruby", "s", "samp",
    "small", "span", "strike", "strong", "sub", "sup", "svg", "time", "tt", "u", "var", "wbr",
];

/// Elements whose words are not read. What stands in brackets for readers that know no ruby is one.
const HIDDEN: &[&str] = &["head", "script", "style", "template", "rp", "title", "desc", "metadata"];

/// Reads a chapter into the blocks; gives what stopped the reading before the end.
pub(super) fn read(text: &str, is_contents: bool, blocks: &mut Blocks) -> Option<String> {
    let mut chapter = Chapter {
        blocks,
        open: Vec::new(),
        n_open: BTreeMap::new(),
        words: String::new(),
        cells: Vec::new(),
        is_contents,
    };
    let mut steps = Steps::of(text);
    for step in &mut steps {
        match step {
            Step::Open(element) => chapter.open(&element),
            Step::Words(words) => chapter.words(&words),
            Step::Close(name) => chapter.close(&name.to_ascii_lowercase()),
        }
    }
    while let Some(name) = chapter.open.last().cloned() {
        chapter.close(&name);
    }
    chapter.flush();
    steps.damage
}

struct Chapter<'b> {
    blocks: &'b mut Blocks,
    /// Names of the elements that are open, and how many there are of each name.
    open: Vec<String>,
    n_open: BTreeMap<String, usize>,
    /// Words of the block that is being read.
    words: String,
    /// Rows of the outermost table that is open.
    cells: Vec<Vec<String>>,
    is_contents: bool,
}

impl Chapter<'_> {
    fn open(&mut self, element: &Element<'_>) {
        let name = element.name.to_ascii_lowercase();
        if !IN_LINE.contains(&name.as_str()) && name != "br" {
            self.flush();
        }
        if !self.is_in_any(HIDDEN) {
            match name.as_str() {
                "br" => self.break_line(),
                "tr" if self.n("table") == 1 => self.cells.push(Vec::new()),
                "td" | "th" if self.n("table") == 1 => match self.cells.last_mut() {
                    Some(row) => row.push(String::new()),
                    None => self.cells.push(vec![String::new()]),
                },
                _ => {}
            }
        }
        *self.n_open.entry(name.clone()).or_default() += 1;
        self.open.push(name);
    }

    fn close(&mut self, name: &str) {
        if self.n(name) == 0 {
            return;
        }
        // What was left open inside ends with it.
        while let Some(last) = self.open.pop() {
            if !IN_LINE.contains(&last.as_str()) && last != "br" {
                // The kind of the words is that of the element that ends here.
                self.open.push(last.clone());
                self.flush();
                self.open.pop();
            }
            if let Some(n_open) = self.n_open.get_mut(&last) {
                *n_open = n_open.saturating_sub(1);
            }
            if last == "table" && self.n("table") == 0 {
                self.table();
            }
            if last == name {
                break;
            }
        }
    }

    fn words(&mut self, words: &str) {
        if self.is_in_any(HIDDEN) {
            return;
        }
        if self.n("pre") > 0 {
            self.words.push_str(words);
            return;
        }
        for c in words.chars() {
            match c.is_ascii_whitespace() {
                true if self.words.is_empty() || self.words.ends_with([' ', '\n']) => {}
                true => self.words.push(' '),
                false => self.words.push(c),
            }
        }
    }

    fn break_line(&mut self) {
        if self.words.ends_with(' ') {
            self.words.pop();
        }
        self.words.push('\n');
    }

    /// Ends the block that is being read.
    fn flush(&mut self) {
        let words = std::mem::take(&mut self.words);
        if words.trim().is_empty() {
            return;
        }
        let is_in_caption = self.is_in_any(&["caption"]);
        if self.n("table") > 0 && !is_in_caption {
            if self.cells.is_empty() {
                self.cells.push(Vec::new());
            }
            if let Some(row) = self.cells.last_mut() {
                if row.is_empty() {
                    row.push(String::new());
                }
                if let Some(cell) = row.last_mut() {
                    for word in words.split_whitespace() {
                        if !cell.is_empty() {
                            cell.push(' ');
                        }
                        cell.push_str(word);
                    }
                }
            }
            return;
        }
        match self.reason() {
            Some(reason) => self.blocks.push_furniture(reason, &words),
            None => {
                self.blocks.push(self.kind(), None, &words);
            }
        }
    }

    /// Ends a table: one without a second cell in any row only puts words into a place.
    fn table(&mut self) {
        let rows = std::mem::take(&mut self.cells);
        let is_table = rows.iter().any(|row| row.len() > 1);
        let rows: Vec<String> = rows.iter().map(|row| row.join("\t").trim_end().to_owned()).collect();
        match (self.reason(), is_table) {
            (Some(reason), _) => self.blocks.push_furniture(reason, &rows.join("\n")),
            (None, true) => {
                self.blocks.push(BlockKind::Table, None, &rows.join("\n"));
            }
            (None, false) => {
                for row in rows {
                    self.blocks.push(BlockKind::Paragraph, None, &row);
                }
            }
        }
    }

    fn reason(&self) -> Option<&'static str> {
        (self.is_contents || self.n("nav") > 0).then_some("table of contents")
    }

    fn kind(&self) -> BlockKind {
        match () {
            () if self.is_in_any(&["h1", "h2", "h3", "h4", "h5", "h6"]) => BlockKind::Heading,
            () if self.is_in_any(&["figcaption", "caption"]) => BlockKind::Caption,
            () if self.is_in_any(&["li", "dt", "dd"]) => BlockKind::ListItem,
            () => BlockKind::Paragraph,
        }
    }

    fn n(&self, name: &str) -> usize {
        self.n_open.get(name).copied().unwrap_or_default()
    }

    fn is_in_any(&self, names: &[&str]) -> bool {
        names.iter().any(|name| self.n(name) > 0)
    }
}
