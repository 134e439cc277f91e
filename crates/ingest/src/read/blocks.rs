//! A text that is put together from its blocks, for formats whose text is not one run of characters in the file. It
//! joins; it neither cleans nor decides what is furniture.

use corpus::model::{Block, BlockKind};
use corpus::span::ByteSpan;

use super::Layout;
use crate::decode::normalize;

/// A text and its blocks so far, each after a blank line.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Blocks {
    text: String,
    blocks: Vec<Block>,
}

impl Blocks {
    /// Adds words as one block; blank ones are none. Gives the byte at which the words begin.
    pub(super) fn push(&mut self, kind: BlockKind, reason: Option<&str>, words: &str) -> Option<usize> {
        let words = normalize(words.trim());
        let words = words.trim();
        if words.is_empty() {
            return None;
        }
        if !self.text.is_empty() {
            self.text.push_str("\n\n");
        }
        let start = self.text.len();
        self.text.push_str(words);
        // What lies beyond 4 GiB has no span; whoever takes the document refuses such a text as a whole.
        if let Some(span) = ByteSpan::from_range(start..self.text.len()) {
            self.blocks.push(Block { span, kind, reason: reason.map(str::to_owned) });
        }
        Some(start)
    }

    /// Adds words that are not the story.
    pub(super) fn push_furniture(&mut self, reason: &str, words: &str) {
        self.push(BlockKind::Furniture, Some(reason), words);
    }

    /// Length of the text so far, in bytes.
    pub(super) fn len(&self) -> usize {
        self.text.len()
    }

    /// The words of the first headline.
    pub(super) fn headline(&self) -> Option<&str> {
        let headline = self.blocks.iter().find(|block| block.kind == BlockKind::Headline)?;
        headline.span.slice(&self.text)
    }

    /// The text, ended by a line end, and its blocks.
    pub(super) fn finish(mut self) -> (String, Layout) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        (self.text, Layout::Blocks(self.blocks))
    }
}
