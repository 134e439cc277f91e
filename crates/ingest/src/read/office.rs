//! What the text documents of both office formats share: paragraphs that may hold paragraphs, tables, notes, and what
//! stands beside the story. Which elements mean what, `docx` and `odt` know.

use corpus::model::BlockKind;

use super::blocks::Blocks;

/// Most spaces and empty cells that one element may stand for.
pub(super) const MAX_REPEATS: usize = 1000;

/// A paragraph that is being read.
#[derive(Clone, Debug)]
pub(super) struct Paragraph {
    pub(super) words: String,
    pub(super) kind: BlockKind,
    /// Why it is not the story, if it is not.
    pub(super) reason: Option<String>,
    /// What comes after it and is not the story: deleted words, comments; each with its reason.
    asides: Vec<(String, String)>,
}

/// The story so far.
#[derive(Debug, Default)]
pub(super) struct Story {
    pub(super) blocks: Blocks,
    /// Paragraphs that are open: a box of text opens one inside of another.
    paragraphs: Vec<Paragraph>,
    /// How deep in tables the reading is, and the outermost one: its rows, the last of them open.
    table_depth: usize,
    rows: Vec<Vec<String>>,
    table_reason: Option<String>,
    /// What waits for the end of the table.
    table_asides: Vec<(String, String)>,
}

impl Story {
    pub(super) fn open_paragraph(&mut self) {
        let (words, asides) = (String::new(), Vec::new());
        self.paragraphs.push(Paragraph { words, kind: BlockKind::Paragraph, reason: None, asides });
    }

    /// The paragraph that is open, if one is.
    pub(super) fn paragraph(&mut self) -> Option<&mut Paragraph> {
        self.paragraphs.last_mut()
    }

    /// Adds words to the open paragraph.
    pub(super) fn push_words(&mut self, words: &str) {
        if let Some(paragraph) = self.paragraphs.last_mut() {
            paragraph.words.push_str(words);
        }
    }

    /// Adds what is not the story; it comes after the paragraph or the table that it stands in.
    pub(super) fn push_aside(&mut self, reason: &str, words: &str) {
        let aside = (reason.to_owned(), words.to_owned());
        match (self.paragraphs.last_mut(), self.table_depth) {
            (Some(paragraph), _) => paragraph.asides.push(aside),
            (None, 0) => self.blocks.push_furniture(reason, words),
            (None, _) => self.table_asides.push(aside),
        }
    }

    /// Ends the open paragraph without making a block of it.
    pub(super) fn take_paragraph(&mut self) -> Option<Paragraph> {
        self.paragraphs.pop()
    }

    pub(super) fn close_paragraph(&mut self) {
        let Some(Paragraph { words, kind, reason, asides }) = self.paragraphs.pop() else { return };
        if self.table_depth > 0 {
            let cell = self.rows.last_mut().and_then(|row| row.last_mut());
            if let Some(cell) = cell {
                let words = words.split_whitespace();
                for word in words {
                    if !cell.is_empty() {
                        cell.push(' ');
                    }
                    cell.push_str(word);
                }
                self.table_reason = self.table_reason.take().or(reason);
            }
            self.table_asides.extend(asides);
            return;
        }
        match reason {
            Some(reason) => self.blocks.push_furniture(&reason, &words),
            None => {
                self.blocks.push(kind, None, &words);
            }
        }
        for (reason, words) in asides {
            self.blocks.push_furniture(&reason, &words);
        }
    }

    /// A table in a cell becomes words of that cell.
    pub(super) fn open_table(&mut self) {
        self.table_depth += 1;
    }

    pub(super) fn open_row(&mut self) {
        if self.table_depth == 1 {
            self.rows.push(Vec::new());
        }
    }

    pub(super) fn open_cell(&mut self) {
        if self.table_depth == 1 {
            match self.rows.last_mut() {
                Some(row) => row.push(String::new()),
                None => self.rows.push(vec![String::new()]),
            }
        }
    }

    /// Repeats the last cell.
    pub(super) fn repeat_cell(&mut self, n_times: usize) {
        if let (1, Some(row)) = (self.table_depth, self.rows.last_mut())
            && let Some(cell) = row.last().cloned()
        {
            // Programs fill a table to its edge with empty cells, as many as they please.
            let n_times = if cell.is_empty() { n_times.min(MAX_REPEATS) } else { n_times.min(64) };
            row.extend(std::iter::repeat_n(cell, n_times.saturating_sub(1)));
        }
    }

    pub(super) fn close_table(&mut self) {
        self.table_depth = self.table_depth.saturating_sub(1);
        if self.table_depth > 0 {
            return;
        }
        let rows = std::mem::take(&mut self.rows);
        let rows: Vec<String> = rows.iter().map(|row| row.join("\t").trim_end().to_owned()).collect();
        match self.table_reason.take() {
            Some(reason) => self.blocks.push_furniture(&reason, &rows.join("\n")),
            None => {
                self.blocks.push(BlockKind::Table, None, &rows.join("\n"));
            }
        }
        for (reason, words) in std::mem::take(&mut self.table_asides) {
            self.blocks.push_furniture(&reason, &words);
        }
    }

    /// Ends what a damaged file left open.
    pub(super) fn close_all(&mut self) {
        while !self.paragraphs.is_empty() {
            self.close_paragraph();
        }
        if self.table_depth > 0 {
            self.table_depth = 1;
            self.close_table();
        }
    }
}
