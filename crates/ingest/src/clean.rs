//! Telling the story from the page around it: in web pages by their elements, in plain text by the shape of its lines.
//!
//! Rules with their own reasons go first (`furniture`); what they leave is weighed by models that were learned from
//! pages whose stories people had marked (`examples/train_cleaning.rs`). A model only says yes or no; `reasons` finds
//! the words for it. What is in doubt stays.

mod features;
mod forest;
mod furniture;
mod lines;
mod page;
mod reasons;
mod repeated;

use corpus::model::{Block, BlockKind};

pub use forest::{BadLine, Forest};
pub(crate) use furniture::{date_kind, mark as mark_furniture};
pub use lines::line_examples;
pub(crate) use lines::{mark as mark_lines, scores as line_scores};
pub(crate) use page::mark as mark_page;
pub use page::page_examples;
pub(crate) use repeated::{Repeated, mark as mark_repeated};

/// Makes a block furniture.
fn remove(block: &mut Block, reason: &str) {
    block.kind = BlockKind::Furniture;
    block.reason = Some(reason.to_owned());
}

/// Whether a block is not furniture.
fn is_story(block: &Block) -> bool {
    block.kind != BlockKind::Furniture
}
