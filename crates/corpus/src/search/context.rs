//! Hits in context: the words on both sides of a span, cut for one line of a concordance, and the order of lines by them.

use std::ops::Range;

use icu_normalizer::properties::CanonicalCombiningClassMapBorrowed;
use unicode_segmentation::UnicodeSegmentation;

use crate::analysis::tokens;
use crate::corpus::{Corpus, Structure};
use crate::model::DocId;
use crate::sort;
use crate::span::ByteSpan;

/// White space and words are looked for no further than this, in bytes: a paragraph of a megabyte costs no more than a
/// short one.
const REACH: usize = 4096;

/// Where words begin is found by reading so many bytes before the place.
const RUN_UP: usize = 256;

/// Of a hit that is longer than this, in characters, only the beginning is shown.
const MAX_HIT_CHARS: usize = 160;

/// A hit with the words around it, each on one line: white space of any kind and length is one space.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Context {
    /// What stands before the hit in its paragraph.
    pub before: String,
    /// The hit.
    pub hit: String,
    /// What stands after it.
    pub after: String,
    /// Whether the paragraph begins earlier.
    pub is_cut_before: bool,
    /// Whether the paragraph goes on.
    pub is_cut_after: bool,
}

impl Context {
    /// The words around `hit` in `paragraph`, both in bytes of `text`, at most `max_chars` characters to each side. Cuts
    /// stand between words, and never inside of what is seen as one character.
    pub fn new(text: &str, paragraph: Range<usize>, hit: Range<usize>, max_chars: usize) -> Self {
        let Some(paragraph) = text.get(paragraph.start.min(hit.start)..paragraph.end.min(text.len())).and_then(|own| {
            let start = paragraph.start.min(hit.start);
            Some((own, hit.start.checked_sub(start)?..hit.end.saturating_sub(start).min(own.len())))
        }) else {
            return Self::default();
        };
        let (text, hit) = paragraph;
        if text.get(hit.clone()).is_none() {
            return Self::default();
        }
        let shown = window(text, &hit, max_chars);
        let (mut parts, mut after_space) = ([String::new(), String::new(), String::new()], true);
        for (at, c) in text[shown.clone()].char_indices() {
            let at = shown.start + at;
            let part = usize::from(at >= hit.start) + usize::from(at >= hit.end);
            let is_space = c.is_whitespace();
            if !(is_space && after_space) {
                parts[part].push(if is_space { ' ' } else { c });
            }
            after_space = is_space;
        }
        let is_left = |text: &str| text.contains(|c: char| !c.is_whitespace());
        let (is_cut_before, is_cut_after) = (is_left(&text[..shown.start]), is_left(&text[shown.end..]));
        let [before, hit, mut after] = parts;
        after.truncate(after.trim_end().len());
        Self { before, hit, after, is_cut_before, is_cut_after }
    }

    /// Whether most of its letters are written from right to left.
    pub fn is_right_to_left(&self) -> bool {
        let letters = [&self.before, &self.hit, &self.after].into_iter().flat_map(|part| part.chars());
        let sum = |sum: i32, c: char| sum + if is_right_to_left(c) { 1 } else { -i32::from(c.is_alphabetic()) };
        letters.fold(0, sum) > 0
    }

    /// What lines are sorted by: the folded words on one side, the nearest first.
    pub fn order(&self, side: Side) -> String {
        let words = |text: &str| tokens(text).map(|token| token.term.into_owned()).collect::<Vec<_>>();
        match side {
            Side::Left => {
                let mut words = words(&self.before);
                words.reverse();
                words.join(" ")
            }
            Side::Right => words(&self.after).join(" "),
        }
    }
}

/// A side of a hit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// What is read before it.
    Left,
    /// What is read after it.
    Right,
}

fn is_right_to_left(c: char) -> bool {
    matches!(c,
        '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{10800}'..='\u{10fff}'
        | '\u{1e800}'..='\u{1efff}')
}

/// The bytes that are shown of a paragraph.
fn window(text: &str, hit: &Range<usize>, max_chars: usize) -> Range<usize> {
    let start = first_after_cut(&text[..hit.start], reach(text[..hit.start].char_indices().rev(), max_chars));
    // A hit without an end to be seen is cut as what follows it is.
    let end = match reach(text[hit.clone()].char_indices(), MAX_HIT_CHARS) {
        Some(_) => hit.start,
        None => hit.end,
    };
    let max_chars = if end == hit.end { max_chars } else { MAX_HIT_CHARS };
    let end = last_before_cut(text, end, reach(text[end..].char_indices(), max_chars).map(|at| end + at));
    start..end
}

/// The first character that there is no room for, if `max_chars` have it; a run of white space takes the room of one.
fn reach(chars: impl Iterator<Item = (usize, char)>, max_chars: usize) -> Option<usize> {
    let (mut n_chars, mut n_bytes, mut after_space) = (0, 0, false);
    for (at, c) in chars {
        let is_space = c.is_whitespace();
        n_chars += usize::from(!(is_space && after_space));
        n_bytes += c.len_utf8();
        after_space = is_space;
        if n_chars > max_chars || n_bytes > REACH {
            return Some(at);
        }
    }
    None
}

/// Where what is shown before a hit begins: at a word behind `low`, the last character that is too far away.
fn first_after_cut(before: &str, low: Option<usize>) -> usize {
    let Some(low) = low else { return before.len() - before.trim_start().len() };
    let run_up = before.floor_char_boundary(low.saturating_sub(RUN_UP));
    let base = before[run_up..low].rfind(char::is_whitespace).map_or(run_up, |at| run_up + at);
    let half = low + (before.len() - low) / 2;
    let is_free =
        |at: usize| before[at..].starts_with(char::is_whitespace) || before[..at].ends_with(char::is_whitespace);
    let cuts = || cuts(before, base).filter(|&at| at > low);
    let cut = cuts().find(|&at| is_free(at) && at <= half).or_else(|| cuts().next()).unwrap_or(before.len());
    before.len() - before[cut..].trim_start().len()
}

/// Where what is shown from `start` on ends: behind a word before `high`, the first character that is too far away.
fn last_before_cut(text: &str, start: usize, high: Option<usize>) -> usize {
    let Some(high) = high else { return start + text[start..].trim_end().len() };
    let half = start + (high - start) / 2;
    let run_up = text.floor_char_boundary(start.saturating_sub(RUN_UP));
    let base = text[run_up..start].rfind(char::is_whitespace).map_or(run_up, |at| run_up + at);
    let stretch = &text[..text.ceil_char_boundary(high.saturating_add(RUN_UP))];
    let is_free = |at: usize| text[at..].starts_with(char::is_whitespace) || text[..at].ends_with(char::is_whitespace);
    let (mut any, mut free) = (start, None);
    for at in cuts(stretch, base).skip_while(|&at| at <= start).take_while(|&at| at <= high) {
        any = at;
        if is_free(at) && at >= half {
            free = Some(at);
        }
    }
    let cut = free.unwrap_or(any);
    start + text[start..cut].trim_end().len()
}

/// The places from `base` on where a text may be cut: between words as UAX #29 sees them, but not where a character
/// goes on that has several parts, as syllables of Khmer and Thai do.
fn cuts(text: &str, base: usize) -> impl Iterator<Item = usize> {
    let rest = &text[base..];
    let classes = CanonicalCombiningClassMapBorrowed::new();
    rest.split_word_bound_indices().skip(1).map(move |(at, word)| (base + at, word)).filter_map(move |(at, word)| {
        let next = word.chars().next()?;
        let last = text[..at].chars().next_back()?;
        // A joining sign may have other marks behind it.
        let is_mark = |c: &char| *c == '\u{200d}' || !matches!(classes.get_u8(*c), 0 | VIRAMA);
        let joins = text[..at].chars().rev().find(|c| !is_mark(c)).is_some_and(|c| classes.get_u8(c) == VIRAMA);
        let goes_on = matches!(next, '\u{e33}' | '\u{eb3}') || joins || classes.get_u8(next) > 0;
        (!goes_on && !is_prepended(last)).then_some(at)
    })
}

/// The combining class of signs that join a consonant to the next.
const VIRAMA: u8 = 9;

/// Signs that are drawn together with what stands after them: under the digits in Arabic, Syriac and Kaithi, over the
/// next letter in other scripts. They are those of the class Prepend of UAX #29.
fn is_prepended(c: char) -> bool {
    matches!(
        c,
        '\u{600}'..='\u{605}' | '\u{6dd}' | '\u{70f}' | '\u{890}' | '\u{891}' | '\u{8e2}' | '\u{d4e}' | '\u{110bd}'
            | '\u{110cd}' | '\u{111c2}' | '\u{111c3}' | '\u{113d1}' | '\u{1193f}' | '\u{11941}' | '\u{11a3a}'
            | '\u{11a84}'..='\u{11a89}' | '\u{11d46}' | '\u{11f02}'
    )
}

/// Where a hit stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HitAt {
    /// The document.
    pub doc: DocId,
    /// Whether the span is one of the text, or of a headline that stands outside of it.
    pub in_text: bool,
    /// The bytes.
    pub span: ByteSpan,
}

/// Reads hits in their contexts; of neighbours in one document, its text is undone once.
#[derive(Clone, Debug)]
pub struct Contexts<'c> {
    corpus: &'c Corpus<'c>,
    max_chars: usize,
    read: Option<(DocId, String, Structure<'c>)>,
}

impl<'c> Contexts<'c> {
    /// Contexts of at most `max_chars` characters to each side.
    pub fn new(corpus: &'c Corpus<'c>, max_chars: usize) -> Self {
        Self { corpus, max_chars, read: None }
    }

    /// A hit with what stands around it in its paragraph; empty if there is no such place.
    pub fn of(&mut self, at: HitAt) -> Context {
        let Some(document) = self.corpus.document(at.doc) else { return Context::default() };
        if !at.in_text {
            let title = document.title();
            return Context::new(title, 0..title.len(), at.span.range(), self.max_chars);
        }
        if self.read.as_ref().is_none_or(|(doc, ..)| *doc != at.doc) {
            self.read = Some((at.doc, document.text(), document.structure()));
        }
        let Some((_, text, structure)) = &self.read else { return Context::default() };
        let block = structure.block_idx_at(at.span.start()).and_then(|idx| structure.blocks.get(idx as usize));
        let block = block.map_or(at.span.range(), |block| block.span().range());
        Context::new(text, block, at.span.range(), self.max_chars)
    }

    /// The order of hits by the words on one side of them, as numbers; those with the same words stay in their order.
    pub fn order(&mut self, hits: impl Iterator<Item = HitAt>, side: Side) -> Vec<usize> {
        let mut keys: Vec<(String, usize)> =
            hits.zip(0..).map(|(at, number)| (self.of(at).order(side), number)).collect();
        sort::stable(&mut keys, |a, b| a.0.cmp(&b.0));
        keys.into_iter().map(|(_, number)| number).collect()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The context of the first `hit` in `text`, with dots where it is cut.
    fn check(text: &str, hit: &str, max_chars: usize, expected: &str) {
        let at = text.find(hit).expect("the hit is in the text");
        let context = Context::new(text, 0..text.len(), at..at + hit.len(), max_chars);
        let dots = |is_cut: bool| if is_cut { "…" } else { "" };
        let (before, after) = (dots(context.is_cut_before), dots(context.is_cut_after));
        let found = format!("{before}{}[{}]{}{after}", context.before, context.hit, context.after);
        assert_eq!(found, expected, "{hit} in {text}");
    }

    #[test]
    fn a_line_has_whole_words_on_both_sides() {
        check("one two three four five six", "three", 8, "one two [three] four…");
        check("one two three four five six", "three", 7, "…two [three] four…");
        check("one two three four five six", "three", 99, "one two [three] four five six");
        check("one two three", "one", 10, "[one] two three");
        check("one two three", "one", 9, "[one] two…");
        check("one two three", "three", 9, "one two [three]");
        check("one two three", "two", 0, "…[two]…");
        check("The well-known U.S.-led plan.", "plan", 12, "…U.S.-led [plan].");
        check("a (hit) b", "hit", 3, "a ([hit]) b");
    }

    #[test]
    fn white_space_of_any_kind_is_one_space() {
        check("  one\n\n two\u{a0}\t\u{3000}three  four\n", "three", 50, "one two [three] four");
        check("one two  \n  three four", "two  \n  three", 50, "one [two three] four");
        check("one \n two", " \n two", 50, "one[ two]");
        check(&format!("one{}two{}three", " ".repeat(90_000), "\n".repeat(90_000)), "two", 50, "…[two]…");
    }

    #[test]
    fn what_is_seen_as_one_character_is_not_cut() {
        check("日本語の文章は長い", "文", 3, "…本語の[文]章は長…");
        check("a👩‍👩‍👧b👩‍👩‍👧 x 👩‍👩‍👧👩‍👩‍👧", "x", 8, "…b👩‍👩‍👧 [x] 👩‍👩‍👧…");
        check("e\u{301}e\u{301} x e\u{301}e\u{301}e\u{301}", "x", 4, "…[x]…");
        check("ก\u{e33}ก\u{e33} x", "x", 3, "…ก\u{e33} [x]");
        check("ប្រទេសកម្ពុជា x", "x", 5, "…ជា [x]");
        check("🇫🇷🇫🇷 x", "x", 3, "…🇫🇷 [x]");
        check("aមក\u{17d2}\u{308}श x", "x", 2, "…[x]");
    }

    #[test]
    fn only_the_beginning_of_an_endless_hit_is_shown() {
        let hit = "word ".repeat(100);
        let text = format!("before {hit}after");
        let context = Context::new(&text, 0..text.len(), 7..7 + hit.len(), 20);
        assert_eq!((context.before.as_str(), context.after.as_str()), ("before ", ""));
        assert_eq!(context.hit.len(), 159);
        assert!(context.is_cut_after && !context.is_cut_before);
        let long = "x".repeat(1 << 20);
        check(&format!("{long} a {long}"), "a", 60, "…[a]…");
    }

    #[test]
    fn a_paragraph_ends_its_lines() {
        let text = "One.\n\nTwo hits.\n\nThree.";
        let context = Context::new(text, 6..15, 10..14, 60);
        assert_eq!((context.before.as_str(), context.hit.as_str(), context.after.as_str()), ("Two ", "hits", "."));
        // A hit that runs on into the next paragraph is shown up to the end of its own.
        let context = Context::new(text, 6..15, 10..22, 60);
        assert_eq!((context.hit.as_str(), context.after.as_str(), context.is_cut_after), ("hits.", "", false));
        for bad in [5..99, 99..100] {
            let _ = Context::new(text, 6..15, bad, 60);
        }
        assert_eq!(Context::new("é漢", 0..5, 1..2, 60), Context::default());
    }

    #[test]
    fn the_direction_is_that_of_most_letters() {
        let is_right_to_left = |text: &str| Context::new(text, 0..text.len(), 0..0, 99).is_right_to_left();
        assert!(is_right_to_left("أصدر تنظيم ISIS مرسوما"));
        assert!(is_right_to_left("צה״ל הודיע"));
        assert!(!is_right_to_left("The word سلام means peace"));
        assert!(!is_right_to_left("1,000"));
    }

    #[test]
    fn lines_are_ordered_by_the_nearest_words() {
        let context =
            |before: &str, after: &str| Context { before: before.into(), after: after.into(), ..Context::default() };
        let one = context("the Old, “Émile” ", " said: no. And");
        assert_eq!((one.order(Side::Left).as_str(), one.order(Side::Right).as_str()), ("emile old the", "said no and"));
        assert!(context("a b", "").order(Side::Left) < context("a b c", "").order(Side::Left));
        assert!(context("b", "").order(Side::Left) < context("a b", "").order(Side::Left), "the shorter first");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(512))]
        // Among the letters is no vowel sign without a combining class, which behind a joining sign, where no script has
        // one, hides that sign; and no letter of flags, of which marks between two make other pairs of words than of
        // characters.
        #[test]
        fn nothing_is_lost_doubled_or_cut_in_two(
            pieces in proptest::collection::vec(
                prop_oneof!["[a-z’'.-]{1,9}", "[ \n\t]{1,3}", "\\PC{1,3}", "[漢字かなกาำម្ពุកश्क\u{301}\u{308}👩👧\u{200d}한글سلامשלום]{1,6}"], 1..60
            ),
            cut in (0..1000usize, 0..1000usize), max_chars in 0..40usize
        ) {
            let text: String = pieces.concat();
            // Hits begin and end where characters do, as those of a search.
            let edges: Vec<usize> = text.grapheme_indices(true).map(|(at, _)| at).chain([text.len()]).collect();
            let (a, b) = (edges[cut.0 % edges.len()], edges[cut.1 % edges.len()]);
            let hit = a.min(b)..a.max(b);
            let context = Context::new(&text, 0..text.len(), hit.clone(), max_chars);
            let shown = window(&text, &hit, max_chars);
            prop_assert!(shown.start <= hit.start && shown.end >= hit.start);
            for edge in [shown.start, shown.end] {
                // White space at an edge is not shown, even if it carries a mark or a sign is drawn over it.
                let is_space = text[..edge].ends_with(char::is_whitespace) || text[edge..].starts_with(char::is_whitespace);
                prop_assert!(edges.contains(&edge) || is_space, "{:?} is cut at {}", text, edge);
            }
            let joined = [context.before.as_str(), &context.hit, &context.after].concat();
            let once = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
            prop_assert_eq!(joined.trim(), once(&text[shown.clone()]));
            prop_assert!(context.before.chars().count() <= max_chars && context.after.chars().count() <= max_chars);
            prop_assert_eq!(context.is_cut_before, !text[..shown.start].trim().is_empty());
            prop_assert_eq!(context.is_cut_after, !text[shown.end..].trim().is_empty());
        }
    }
}
