//! A text that is put together from parts, each a block: for formats whose text is not one run of characters in the
//! file. It joins; it neither cleans nor decides what is furniture.

use corpus::model::{Block, BlockKind};
use corpus::span::ByteSpan;

use super::{Layout, Received};
use crate::clean::mark_page;
use crate::structure::paragraphs;

/// A text and its blocks so far.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Assembly {
    text: String,
    blocks: Vec<Block>,
}

impl Assembly {
    /// Adds words as one block; white space around them stays outside of it.
    pub(super) fn push(&mut self, kind: BlockKind, reason: Option<&str>, words: &str) {
        let start = self.text.len();
        self.text.push_str(words);
        self.block(kind, reason, start, start + words.len());
    }

    /// Adds white space or other text that no block needs to hold.
    pub(super) fn space(&mut self, space: &str) {
        self.text.push_str(space);
    }

    /// Adds a text whose lines say what its paragraphs are.
    pub(super) fn push_lines(&mut self, text: &str) {
        let start = self.text.len();
        self.text.push_str(text);
        self.shifted(paragraphs(text), start);
    }

    /// Adds a document that another reader made, with its blocks.
    pub(super) fn push_received(&mut self, received: Received) {
        match received.layout {
            Layout::Lines | Layout::Clean => self.push_lines(&received.text),
            Layout::Page(page) => self.push_blocks(&received.text, mark_page(&received.text, &page)),
            Layout::Blocks(blocks) => self.push_blocks(&received.text, blocks),
        }
    }

    fn push_blocks(&mut self, text: &str, blocks: Vec<Block>) {
        let start = self.text.len();
        self.text.push_str(text);
        self.shifted(blocks, start);
    }

    /// Ends the last line and leaves one blank.
    pub(super) fn blank_line(&mut self) {
        while !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    /// The text and its blocks.
    pub(super) fn finish(self) -> (String, Layout) {
        (self.text, Layout::Blocks(self.blocks))
    }

    fn block(&mut self, kind: BlockKind, reason: Option<&str>, start: usize, end: usize) {
        let words = &self.text[start..end];
        let (start, len) = (start + words.len() - words.trim_start().len(), words.trim().len());
        // What lies beyond 4 GiB has no span; the reader leaves such a text out as a whole.
        if let Some(span) = ByteSpan::from_range(start..start + len).filter(|span| !span.is_empty()) {
            self.blocks.push(Block { span, kind, reason: reason.map(str::to_owned) });
        }
    }

    fn shifted(&mut self, blocks: Vec<Block>, by: usize) {
        for block in blocks {
            let range = block.span.range();
            let span = ByteSpan::from_range(range.start + by..range.end + by);
            self.blocks.extend(span.map(|span| Block { span, ..block }));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_keep_their_blocks_where_they_come_to_stand() {
        let mut assembly = Assembly::default();
        assembly.push(BlockKind::Furniture, Some("a reason"), " Fröm: é ");
        assembly.blank_line();
        let span = ByteSpan::new(1, 5).expect("in order");
        let heading = Block { span, kind: BlockKind::Heading, reason: None };
        let page = Received { text: " Rain\n".into(), layout: Layout::Blocks(vec![heading]), ..Received::default() };
        assembly.push_received(page);
        assembly.push_received(Received { text: "One.\n\nTwo.".into(), ..Received::default() });
        assembly.push(BlockKind::Paragraph, None, " \n");
        let (text, layout) = assembly.finish();
        let Layout::Blocks(blocks) = layout else { panic!("blocks") };
        let found: Vec<_> = blocks.iter().map(|block| (block.kind, block.span.slice(&text).expect("a span"))).collect();
        assert_eq!(
            found,
            [
                (BlockKind::Furniture, "Fröm: é"),
                (BlockKind::Heading, "Rain"),
                (BlockKind::Paragraph, "One."),
                (BlockKind::Paragraph, "Two."),
            ]
        );
    }
}
