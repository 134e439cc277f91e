//! From text to blocks, headline, source, byline and dates.

use corpus::model::{Block, BlockKind, Document};
use corpus::span::ByteSpan;

use crate::read::Received;

/// The document with its structure; nothing is recognised in it yet.
pub fn structure(received: Received) -> Document {
    let mut blocks = Vec::new();
    let mut start = 0;
    for part in received.text.split_inclusive('\n') {
        let trimmed = part.trim();
        let at = start + (part.len() - part.trim_start().len());
        if !trimmed.is_empty()
            && let Some(span) = ByteSpan::from_range(at..at + trimmed.len())
        {
            blocks.push(Block { span, kind: BlockKind::Paragraph, reason: None });
        }
        start += part.len();
    }
    Document {
        id: received.id,
        path: received.path,
        sha256: received.sha256,
        format: received.format,
        text: received.text,
        blocks,
        ..Document::default()
    }
}
