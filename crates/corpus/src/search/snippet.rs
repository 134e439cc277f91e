//! Snippets: the sentence that shows why something matches, cut for display, with its marks.

use std::ops::Range;

use super::places::Place;
use crate::analysis::tokens;
use crate::corpus::{DocumentView, SentenceView};
use crate::sort;
use crate::span::ByteSpan;

/// Words are looked for no further than this from where a cut should be, so that a sentence of a megabyte costs no more
/// than a short one. White space ends a word earlier; only words longer than this are misjudged.
const CONTEXT_BYTES: usize = 1024;

/// A display cut of a document: at most one sentence, with the places in it.
#[derive(Clone, Debug)]
pub struct Snippet {
    /// The whole sentence.
    pub sentence: SentenceView,
    /// The part of it that is shown.
    pub span: ByteSpan,
    /// The places in that part, ascending.
    pub places: Vec<ByteSpan>,
}

/// The sentence with the most different matching words, then the most places, then the first. The headline is one only
/// if there is no other: it is seen anyway.
pub(super) fn best(document: &DocumentView<'_>, places: &[Place], max_bytes: usize) -> Option<Snippet> {
    let structure = document.structure();
    let headline = document.headline().and_then(|headline| headline.span);
    let mut best: Option<(SentenceView, (bool, usize, usize))> = None;
    let mut rest = places.iter().filter(|place| place.in_text).peekable();
    while let Some(place) = rest.next() {
        let Some(sentence) = structure.sentence_at(place.span.start()) else { continue };
        let mut own = vec![place.span];
        while let Some(next) = rest.next_if(|next| next.span.start() < sentence.span().end()) {
            own.push(next.span);
        }
        let n_places = own.len();
        let is_body = headline.is_none_or(|headline| !headline.overlaps(sentence.span()));
        // No more words can differ than there are places.
        if best.as_ref().is_some_and(|&(_, best)| (is_body, n_places, n_places) <= best) {
            continue;
        }
        let mut words: Vec<String> = own.into_iter().map(|span| document.slice(span).to_lowercase()).collect();
        sort::stable(&mut words, Ord::cmp);
        words.dedup();
        let own = (is_body, words.len(), n_places);
        if best.as_ref().is_none_or(|&(_, best)| own > best) {
            best = Some((sentence, own));
        }
    }
    let (sentence, ..) = best?;
    // A place may begin in the sentence and run over its end.
    let is_in = |place: &&Place| place.in_text && sentence.span().start() <= place.span.start();
    let first = places.iter().filter(is_in).find_map(|place| clip(place.span, sentence.span()))?;
    let span = window(document, sentence.span(), first, max_bytes);
    let places = places.iter().filter(is_in).filter_map(|place| clip(place.span, span));
    Some(Snippet { sentence, span, places: places.collect() })
}

/// The sentence around a place; a place that runs over several sentences is cut at the end of the first.
pub(super) fn around(document: &DocumentView<'_>, place: &Place, max_bytes: usize) -> Option<Snippet> {
    let sentence = document.sentence_at(place.in_text.then(|| place.span.start())?)?;
    let mark = clip(place.span, sentence.span())?;
    let span = window(document, sentence.span(), mark, max_bytes);
    Some(Snippet { sentence, span, places: clip(mark, span).into_iter().collect() })
}

/// The part of `span` that lies in `whole`; `None` if there is none.
fn clip(span: ByteSpan, whole: ByteSpan) -> Option<ByteSpan> {
    let clipped = ByteSpan::new(span.start().max(whole.start()), span.end().min(whole.end()))?;
    (!clipped.is_empty()).then_some(clipped)
}

/// A part of `sentence` of at most `max_bytes` around `mark`, cut between words. Only a word that is longer than all of
/// the room is cut inside, between characters.
fn window(document: &DocumentView<'_>, sentence: ByteSpan, mark: ByteSpan, max_bytes: usize) -> ByteSpan {
    if sentence.len() as usize <= max_bytes {
        return sentence;
    }
    let text = &document.slice(sentence);
    let in_text = |offset: u32| offset.saturating_sub(sentence.start()) as usize;
    let range = window_in(text, in_text(mark.start())..in_text(mark.end()), max_bytes);
    let in_document = |at: usize| sentence.start().saturating_add(at as u32);
    ByteSpan::new(in_document(range.start), in_document(range.end)).unwrap_or(mark)
}

/// As [`window`], in bytes of `text`, which is longer than `max_bytes`.
fn window_in(text: &str, mark: Range<usize>, max_bytes: usize) -> Range<usize> {
    // A third of the room before the mark, the rest after it; at the end of the text, more before it.
    let before = max_bytes.saturating_sub(mark.len()) / 3;
    let high = mark.start.saturating_sub(before).saturating_add(max_bytes).min(text.len());
    let low = high.saturating_sub(max_bytes).min(mark.start);
    let (low, high) = (text.ceil_char_boundary(low), text.floor_char_boundary(high));
    let start = text.floor_char_boundary(mark.start.min(text.len()));
    let start = if low == 0 { 0 } else { word_start_between(text, low, start) };
    let end = if high == text.len() { high } else { word_end_between(text, start.max(mark.start), high) };
    if start < end { start..end } else { start..high.max(start) }
}

/// The first start of a word from `low` on; `end` if no word begins before it.
fn word_start_between(text: &str, low: usize, end: usize) -> usize {
    let context = text.floor_char_boundary(low.saturating_sub(CONTEXT_BYTES));
    let from = text[context..low].rfind(char::is_whitespace).map_or(context, |at| context + at);
    let Some(stretch) = text.get(from..end) else { return end };
    tokens(stretch).map(|token| from + token.span.start() as usize).find(|&start| start >= low).unwrap_or(end)
}

/// The last end of a word up to `high`; `high` if no word ends there.
fn word_end_between(text: &str, start: usize, high: usize) -> usize {
    let context = text.ceil_char_boundary(high.saturating_add(CONTEXT_BYTES));
    let to = text[high..context].find(char::is_whitespace).map_or(context, |at| high + at);
    let Some(stretch) = text.get(start..to) else { return high };
    let ends = tokens(stretch).map(|token| start + token.span.end() as usize);
    ends.take_while(|&end| end <= high).last().unwrap_or(high)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(text: &str, mark: &str, max_bytes: usize, expected: &str) {
        let at = text.find(mark).expect("the mark is in the text");
        assert_eq!(&text[window_in(text, at..at + mark.len(), max_bytes)], expected, "{mark} in {text}");
    }

    #[test]
    fn a_long_sentence_is_cut_between_words() {
        check("one two three four five six", "four", 15, "four five");
        check("one two three four five six seven", "four", 22, "three four five six");
        check("one two three four five six", "one", 9, "one two");
        check("one two three four five six", "six", 9, "five six");
        check("one don’t three four", "three", 9, "three");
        check("é́é́é́ 漢漢漢 😀😀 שלום שלום", "漢", 12, "漢漢漢");
        check("a👩‍👩‍👧b c d e f", "c", 4, "c d");
    }

    #[test]
    fn only_a_word_that_is_longer_than_the_room_is_cut_inside() {
        let long = "x".repeat(1 << 20);
        check(&long, &long, 10, &long[..10]);
        check(&"é".repeat(1 << 19), "é", 9, &"é".repeat(4));
        check(&format!("a b {long}"), "b", 10, "a b");
        check(&format!("{long} a b c"), "b", 4, "b c");
        check("ab", "a", 0, "");
    }

    proptest! {
        #[test]
        fn cuts_stand_at_the_edges_of_words(
            words in proptest::collection::vec("[a-z’é漢😀\u{301}של.]{0,5}[a-z]", 1..30), at in 0..1000usize, room in 0..40usize
        ) {
            let text = words.join(" ");
            let found: Vec<_> = tokens(&text).map(|token| token.span.range()).collect();
            let mark = found[at % found.len()].clone();
            let max_bytes = mark.len() + room;
            let cut = window_in(&text, mark.clone(), max_bytes);
            prop_assert!(text.get(cut.clone()).is_some_and(|cut| cut.len() <= max_bytes));
            prop_assert!(cut.start <= mark.start && mark.end <= cut.end, "{:?} holds {:?}", cut, mark);
            for token in found {
                prop_assert!(!(token.start < cut.start && cut.start < token.end), "{:?} cuts {:?}", cut, token);
                prop_assert!(!(token.start < cut.end && cut.end < token.end), "{:?} cuts {:?}", cut, token);
            }
        }
    }
}
