//! Places: the spans of a document that match, found by analysing only the sentences that hold them.

use std::cmp::Reverse;
use std::ops::Range;

use super::evaluate::Evaluator;
use super::facets::Chosen;
use super::leaf::Stretch;
use crate::analysis::tokens;
use crate::corpus::DocumentView;
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
        let sentence = self.in_text.then(|| document.sentence_at(self.span.start()))??;
        Some(sentence.block_idx())
    }
}

/// The places of one document before they are spelled out: cheap to count.
#[derive(Clone, Debug)]
pub(super) enum Marks {
    /// Of a query, in positions.
    Stretches(Vec<Stretch>),
    /// Of what was chosen in the facets, where nothing was asked.
    Spans(Vec<ByteSpan>),
}

impl Marks {
    /// What a query, or the choice where nothing was asked, makes out in a document.
    pub(super) fn new(evaluator: &Evaluator<'_>, document: &DocumentView<'_>, asked: bool, chosen: &Chosen) -> Self {
        if asked { Self::Stretches(stretches(evaluator, document)) } else { Self::Spans(chosen.spans(document)) }
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        match self {
            Self::Stretches(stretches) => stretches.len(),
            Self::Spans(spans) => spans.len(),
        }
    }

    /// Which of them lie in a block, or in the headline outside of the text.
    pub(super) fn in_block(&self, document: &DocumentView<'_>, block_idx: Option<u32>) -> Range<usize> {
        let Some(block_idx) = block_idx else {
            let end = document.block(0).map_or(u32::MAX, |block| block.positions().start);
            return match self {
                Self::Stretches(stretches) => 0..stretches.partition_point(|stretch| stretch.position < end),
                Self::Spans(_) => 0..0,
            };
        };
        let Some(block) = document.block(block_idx) else { return 0..0 };
        match self {
            Self::Stretches(stretches) => {
                let begins_before = |end: u32| stretches.partition_point(|stretch| stretch.position < end);
                begins_before(block.positions().start)..begins_before(block.positions().end)
            }
            Self::Spans(spans) => {
                let next = document.block(block_idx.saturating_add(1)).map_or(u32::MAX, |next| next.span().start());
                let begins_before = |end: u32| spans.partition_point(|span| span.start() < end);
                begins_before(block.span().start())..begins_before(next)
            }
        }
    }

    /// The places of some of them, in reading order.
    pub(super) fn places(&self, document: &DocumentView<'_>, range: Range<usize>) -> Vec<Place> {
        match self {
            Self::Stretches(stretches) => spelled_out(document, stretches.get(range).unwrap_or_default()),
            Self::Spans(spans) => {
                let spans = spans.get(range).unwrap_or_default();
                spans.iter().map(|&span| Place { in_text: true, span }).collect()
            }
        }
    }
}

/// The stretches of a document that the terms make out, ascending, none overlapping another: of two that do, the
/// earlier and then the longer stays, so that a word inside a phrase is one hit with it.
fn stretches(evaluator: &Evaluator<'_>, document: &DocumentView<'_>) -> Vec<Stretch> {
    let mut found: Vec<Stretch> = evaluator.marking().flat_map(|leaf| leaf.stretches(document)).collect();
    sort::by_key(&mut found, |stretch| (stretch.position, Reverse(stretch.len)));
    let mut end = 0;
    found.retain(|stretch| {
        let is_free = stretch.position >= end;
        if is_free {
            end = stretch.position.saturating_add(stretch.len);
        }
        is_free
    });
    found
}

/// The byte spans of stretches, which ascend.
fn spelled_out(document: &DocumentView<'_>, stretches: &[Stretch]) -> Vec<Place> {
    let mut analysed = Analysed::default();
    let mut found = Vec::with_capacity(stretches.len());
    for stretch in stretches {
        let start = analysed.token(document, stretch.position);
        let last = if stretch.len > 1 {
            analysed.token(document, stretch.position.saturating_add(stretch.len - 1))
        } else {
            start
        };
        if let (Some(start), Some(last)) = (start, last)
            && let Some(span) = ByteSpan::new(start.span.start(), last.span.end())
        {
            found.push(Place { in_text: start.in_text, span });
        }
    }
    found
}

/// The sentence that was analysed last.
#[derive(Default)]
struct Analysed {
    in_text: bool,
    first: Option<u32>,
    spans: Vec<ByteSpan>,
}

impl Analysed {
    fn token(&mut self, document: &DocumentView<'_>, position: u32) -> Option<Place> {
        let known = self.first.and_then(|first| position.checked_sub(first)).and_then(|at| self.spans.get(at as usize));
        if let Some(&span) = known {
            return Some(Place { in_text: self.in_text, span });
        }
        let (text, offset, first, in_text) = match document.sentence_of_position(position) {
            Some(sentence) => (document.slice(sentence.span()), sentence.span().start(), sentence.position(), true),
            None => (document.headline()?.text, 0, document.headline_positions().start, false),
        };
        let at_offset = |span: ByteSpan| {
            ByteSpan::new(offset.saturating_add(span.start()), offset.saturating_add(span.end())).unwrap_or_default()
        };
        *self = Self { in_text, first: Some(first), spans: tokens(text).map(|token| at_offset(token.span)).collect() };
        let span = *self.spans.get(position.checked_sub(first)? as usize)?;
        Some(Place { in_text, span })
    }
}
