//! Places: the spans of a document that match.

use std::cmp::Reverse;

use crate::corpus::{DocumentView, Structure};
use crate::sort;
use crate::span::ByteSpan;

/// A span of a document that matches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Whether the span is one of the text. Otherwise it is one of a headline that stands outside of the text.
    pub in_text: bool,
    /// The bytes.
    pub span: ByteSpan,
}

impl Place {
    /// Index of the block that the place lies in; `None` for a headline outside of the text.
    pub fn block_idx(&self, document: &DocumentView<'_>) -> Option<u32> {
        self.block_idx_in(&document.structure())
    }

    pub(super) fn block_idx_in(&self, structure: &Structure<'_>) -> Option<u32> {
        if self.in_text { structure.block_idx_at(self.span.start()) } else { None }
    }
}

/// Puts places in reading order, none overlapping another: of two that do, the earlier and then the longer stays, so
/// that a word inside a phrase is one hit with it.
pub(super) fn untangled(mut places: Vec<Place>) -> Vec<Place> {
    sort::by_key(&mut places, |place| (place.in_text, place.span.start(), Reverse(place.span.end())));
    let mut last: Option<Place> = None;
    places.retain(|place| {
        let is_free = last.is_none_or(|last| last.in_text != place.in_text || last.span.end() <= place.span.start());
        if is_free {
            last = Some(*place);
        }
        is_free
    });
    places
}
