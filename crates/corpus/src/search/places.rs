//! Places: the spans of a document that match, found by analysing only the sentences that hold them.

use super::evaluate::Evaluator;
use super::facets::Filters;
use super::leaf::Stretch;
use crate::analysis::tokens;
use crate::corpus::DocumentView;
use crate::query::{Field, Query};
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

/// The stretches of a document that a query makes out, ascending, none overlapping another: of two that do, the
/// earlier and then the longer stays, so that a word inside a phrase is one hit with it.
///
/// Quotations stand for themselves only where nothing else was asked: a word asked for inside of one is the hit.
pub(super) fn stretches(evaluator: &Evaluator<'_>, document: &DocumentView<'_>, query: &Query) -> Vec<Stretch> {
    let terms = query.positive_terms();
    let only_quotations = terms.iter().all(|term| term.field == Field::Says);
    let leaves = terms.into_iter().filter(|term| only_quotations || term.field != Field::Says);
    let leaves = leaves.filter_map(|term| evaluator.leaf(term));
    let mut found: Vec<Stretch> = leaves.flat_map(|leaf| leaf.stretches(document)).collect();
    found.sort_unstable_by_key(|stretch| (stretch.position, std::cmp::Reverse(stretch.n_tokens)));
    let mut end = 0;
    found.retain(|stretch| {
        let is_free = stretch.position >= end;
        if is_free {
            end = stretch.position.saturating_add(stretch.n_tokens.max(1));
        }
        is_free
    });
    found
}

/// The places of a document that a query, or the filters where nothing was asked, make out; in reading order.
pub(super) fn of_document<'c>(
    evaluator: &Evaluator<'c>,
    document: &DocumentView<'c>,
    query: &Query,
    filters: &Filters,
) -> Vec<Place> {
    if query.is_empty() {
        let spans = filters.spans(evaluator.corpus(), document);
        return spans.into_iter().map(|span| Place { in_text: true, span }).collect();
    }
    spans(document, &stretches(evaluator, document, query))
}

/// The byte spans of stretches, which ascend.
fn spans(document: &DocumentView<'_>, stretches: &[Stretch]) -> Vec<Place> {
    let mut analysed = Analysed::default();
    let mut found = Vec::with_capacity(stretches.len());
    for stretch in stretches {
        let last = stretch.position + stretch.n_tokens.max(1) - 1;
        let start = analysed.token(document, stretch.position);
        let end = if last == stretch.position { start } else { analysed.token(document, last) };
        if let (Some(start), Some(end)) = (start, end)
            && let Some(span) = ByteSpan::new(start.span.start(), end.span.end())
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
        let at_offset = |span: ByteSpan| ByteSpan::new(offset + span.start(), offset + span.end()).unwrap_or_default();
        *self = Self { in_text, first: Some(first), spans: tokens(text).map(|token| at_offset(token.span)).collect() };
        let span = *self.spans.get(position.checked_sub(first)? as usize)?;
        Some(Place { in_text, span })
    }
}
