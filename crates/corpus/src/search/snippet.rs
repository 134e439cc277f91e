//! Snippets: the sentence that shows why something matches, cut for display, with its marks.

use super::places::Place;
use crate::analysis::tokens;
use crate::corpus::{DocumentView, SentenceView};
use crate::span::ByteSpan;

/// A display cut of a document: at most one sentence, with the places in it.
#[derive(Clone, Debug)]
pub struct Snippet<'c> {
    /// The whole sentence.
    pub sentence: SentenceView<'c>,
    /// The part of it that is shown.
    pub span: ByteSpan,
    /// The places in that part, ascending.
    pub places: Vec<ByteSpan>,
}

/// The sentence with the most different matching words, then the most places, then the first.
pub(super) fn best<'c>(document: &DocumentView<'c>, places: &[Place], max_bytes: usize) -> Option<Snippet<'c>> {
    let mut best: Option<(SentenceView<'c>, usize, usize)> = None;
    let mut rest = places.iter().filter(|place| place.in_text).peekable();
    while let Some(place) = rest.next() {
        let Some(sentence) = document.sentence_at(place.span.start()) else { continue };
        let mut words = vec![document.slice(place.span).to_lowercase()];
        while let Some(next) = rest.next_if(|next| next.span.start() < sentence.span().end()) {
            words.push(document.slice(next.span).to_lowercase());
        }
        let n_places = words.len();
        words.sort_unstable();
        words.dedup();
        if best.as_ref().is_none_or(|&(_, n_words, n)| (words.len(), n_places) > (n_words, n)) {
            best = Some((sentence, words.len(), n_places));
        }
    }
    let (sentence, ..) = best?;
    let first = places.iter().find(|place| place.in_text && sentence.span().contains(place.span))?;
    let span = window(document, sentence.span(), first.span, max_bytes);
    let places = places.iter().filter(|place| place.in_text && span.contains(place.span)).map(|place| place.span);
    Some(Snippet { sentence, span, places: places.collect() })
}

/// The sentence around a place; a place that runs over several sentences is cut at the end of the first.
pub(super) fn around<'c>(document: &DocumentView<'c>, place: &Place, max_bytes: usize) -> Option<Snippet<'c>> {
    let sentence = document.sentence_at(place.in_text.then(|| place.span.start())?)?;
    let mark = ByteSpan::new(place.span.start(), place.span.end().min(sentence.span().end()))?;
    let span = window(document, sentence.span(), mark, max_bytes);
    let mark = ByteSpan::new(mark.start().max(span.start()), mark.end().min(span.end()))?;
    Some(Snippet { sentence, span, places: vec![mark] })
}

/// A part of `sentence` of about `max_bytes` around `mark`, cut between words.
fn window(document: &DocumentView<'_>, sentence: ByteSpan, mark: ByteSpan, max_bytes: usize) -> ByteSpan {
    if sentence.len() as usize <= max_bytes {
        return sentence;
    }
    // A third of the room before the mark, the rest after it; a word cut by the window falls outside.
    let before = (max_bytes.saturating_sub(mark.len() as usize) / 3) as u32;
    let low = mark.start().saturating_sub(before).max(sentence.start());
    let high = (low + max_bytes as u32).min(sentence.end());
    let low = high.saturating_sub(max_bytes as u32).max(sentence.start()).min(low);
    let text = document.slice(sentence);
    let (mut start, mut end) = (None, None);
    for token in tokens(text) {
        let (from, to) = (sentence.start() + token.span.start(), sentence.start() + token.span.end());
        if from >= low && start.is_none() {
            start = Some(from);
        }
        if to <= high {
            end = Some(to);
        } else {
            break;
        }
    }
    let start = if low == sentence.start() { low } else { start.unwrap_or(mark.start()).min(mark.start()) };
    let end = if high == sentence.end() { high } else { end.unwrap_or(mark.end()).max(start) };
    ByteSpan::new(start, end).unwrap_or(mark)
}
