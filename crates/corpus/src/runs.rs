//! Cuts text at the edges of overlapping spans, so that a page can render it as a flat list of pieces.

use crate::sort;
use crate::span::ByteSpan;

/// A piece of text in which the same layers hold from its first byte to its last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run<T> {
    /// The bytes.
    pub span: ByteSpan,
    /// The layers that cover it, in the order in which they were given.
    pub layers: Vec<T>,
}

/// The runs of `whole`, in order and without gaps. Layers are clipped to `whole`; empty ones are left out.
///
/// Takes O(n log n) for n layers of bounded depth.
pub fn runs<T: Clone>(whole: ByteSpan, layers: &[(ByteSpan, T)]) -> Vec<Run<T>> {
    let mut clipped: Vec<(u32, u32, usize)> = Vec::with_capacity(layers.len());
    let mut edges = vec![whole.start(), whole.end()];
    for (number, (span, _)) in layers.iter().enumerate() {
        let (start, end) = (span.start().max(whole.start()), span.end().min(whole.end()));
        if start < end {
            clipped.push((start, end, number));
            edges.extend([start, end]);
        }
    }
    sort::by_key(&mut edges, |&item| item);
    edges.dedup();
    sort::by_key(&mut clipped, |&layer| layer);
    let mut rest = clipped.into_iter().peekable();
    let mut active: Vec<(usize, u32)> = Vec::new();
    let mut found = Vec::with_capacity(edges.len());
    for edge in edges.windows(2) {
        active.retain(|&(_, end)| end > edge[0]);
        while let Some((_, end, number)) = rest.next_if(|&(start, ..)| start <= edge[0]) {
            active.push((number, end));
        }
        sort::by_key(&mut active, |&layer| layer);
        let span = ByteSpan::new(edge[0], edge[1]).unwrap_or_default();
        found.push(Run { span, layers: active.iter().map(|&(number, _)| layers[number].1.clone()).collect() });
    }
    found
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn span(start: u32, end: u32) -> ByteSpan {
        ByteSpan::new(start, end).expect("the test gives ordered ends")
    }

    #[test]
    fn overlaps_are_cut_into_pieces() {
        let found = runs(span(0, 10), &[(span(2, 6), 'a'), (span(4, 12), 'b'), (span(3, 3), 'c')]);
        let expected = [(0, 2, ""), (2, 4, "a"), (4, 6, "ab"), (6, 10, "b")];
        let expected: Vec<_> = expected
            .map(|(start, end, layers)| Run { span: span(start, end), layers: layers.chars().collect() })
            .into();
        assert_eq!(found, expected);
        assert_eq!(runs::<char>(span(3, 3), &[]), []);
    }

    proptest! {
        #[test]
        fn every_byte_has_the_layers_that_cover_it(
            whole in (0u32..50, 0u32..50), layers in proptest::collection::vec((0u32..60, 0u32..60), 0..12)
        ) {
            let ordered = |(a, b): (u32, u32)| span(a.min(b), a.max(b));
            let (whole, layers) = (ordered(whole), layers.into_iter().map(ordered).zip(0usize..).collect::<Vec<_>>());
            let found = runs(whole, &layers);
            let mut at = whole.start();
            for run in &found {
                prop_assert_eq!(run.span.start(), at);
                prop_assert!(!run.span.is_empty());
                at = run.span.end();
                for byte in run.span.start()..run.span.end() {
                    let naive: Vec<usize> =
                        layers.iter().filter(|(l, _)| l.start() <= byte && byte < l.end()).map(|&(_, n)| n).collect();
                    prop_assert_eq!(&naive, &run.layers);
                }
            }
            prop_assert_eq!(at, whole.end());
        }
    }
}
