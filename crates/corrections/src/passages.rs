//! Passages that somebody has copied out of a document: where they stand, and how blocks are cut so that a passage is
//! a block of its own. It decides about no passage.

use corpus::model::{Block, BlockKind};
use corpus::span::ByteSpan;

/// A text with every run of white space as one space, and for every byte of that its place in the text itself.
pub(super) struct Folded {
    words: String,
    /// One more than `words` has bytes: the last one is the end of the text.
    places: Vec<usize>,
}

impl Folded {
    pub(super) fn of(text: &str) -> Self {
        let mut folded = Self { words: String::with_capacity(text.len()), places: Vec::with_capacity(text.len() + 1) };
        for (at, c) in text.char_indices() {
            let c = if c.is_whitespace() { ' ' } else { c };
            if c == ' ' && (folded.words.is_empty() || folded.words.ends_with(' ')) {
                continue;
            }
            folded.words.push(c);
            folded.places.extend(at..at + c.len_utf8());
        }
        folded.places.push(text.len());
        folded
    }

    /// All places where the passage stands, in order, not overlapping.
    pub(super) fn find(&self, passage: &str) -> Vec<ByteSpan> {
        let passage = fold(passage);
        if passage.is_empty() {
            return Vec::new();
        }
        let found = self.words.match_indices(&passage).filter_map(|(start, _)| {
            // A run of white space has the place where it begins, so a passage never ends with one.
            ByteSpan::from_range(self.places[start]..self.places[start + passage.len()])
        });
        found.collect()
    }
}

/// The words with single spaces between them.
pub(super) fn fold(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Cuts the blocks at the ends of the passages, which come in order, and gives what lies inside of them another kind
/// and reason. Blocks that `is_meant` does not mean stay whole. What is left of a headline is none.
pub(super) fn cut(
    text: &str,
    blocks: &[Block],
    passages: &[ByteSpan],
    is_meant: impl Fn(&Block) -> bool,
    (kind, reason): (BlockKind, Option<&str>),
) -> Vec<Block> {
    let mut pieces = Vec::with_capacity(blocks.len());
    for block in blocks {
        let first = passages.partition_point(|passage| passage.end() <= block.span.start());
        let inside = passages[first..].iter().take_while(|passage| passage.start() < block.span.end());
        let mut inside = inside.filter(|_| is_meant(block)).peekable();
        if inside.peek().is_none() {
            pieces.push(block.clone());
            continue;
        }
        let rest_kind = if block.kind == BlockKind::Headline { BlockKind::Paragraph } else { block.kind };
        let mut push = |start: u32, end: u32, kind: BlockKind, reason: Option<&str>| {
            let span = trimmed(text, start, end);
            pieces.extend(span.map(|span| Block { span, kind, reason: reason.map(str::to_owned) }));
        };
        let mut at = block.span.start();
        for passage in inside {
            let (start, end) = (passage.start().max(at), passage.end().min(block.span.end()));
            push(at, start, rest_kind, block.reason.as_deref());
            push(start, end, kind, reason);
            at = end;
        }
        push(at, block.span.end(), rest_kind, block.reason.as_deref());
    }
    pieces
}

/// The stretch without the white space around it, if anything is left.
fn trimmed(text: &str, start: u32, end: u32) -> Option<ByteSpan> {
    let words = text.get(start as usize..end as usize)?;
    let lead = words.len() - words.trim_start().len();
    let (start, len) = (start as usize + lead, words.trim().len());
    (len > 0).then(|| ByteSpan::from_range(start..start + len))?
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, passage: &str, expected: &[&str]) {
        let found = Folded::of(text).find(passage);
        let found: Vec<_> = found.iter().map(|span| span.slice(text).expect("on character boundaries")).collect();
        assert_eq!(found, expected, "{passage:?} in {text:?}");
    }

    #[test]
    fn passages_are_found_whatever_white_space_is_between_their_words() {
        check(
            "It rained\n  all day. It rained all day.",
            " It rained all\tday. ",
            &["It rained\n  all day.", "It rained all day."],
        );
        check("Ünter 漢\u{a0}字 😀.", "漢 字 😀", &["漢\u{a0}字 😀"]);
        check("  It rained", "It", &["It"]);
        check("It rained", "rained all", &[]);
        check("It rained", " \n", &[]);
        check("", "It", &[]);
        check("aaaa", "aa", &["aa", "aa"]);
        check("e\u{301}a", "e\u{301}", &["e\u{301}"]);
    }

    #[test]
    fn blocks_are_cut_at_the_ends_of_passages() {
        let text = "One two. Three four. Five.\n\nSix.";
        let block = |start, end| Block {
            span: ByteSpan::new(start, end).expect("in order"),
            kind: BlockKind::Headline,
            reason: None,
        };
        let blocks = [block(0, 26), block(28, 32)];
        let passages = Folded::of(text).find("Three four.");
        let pieces = cut(text, &blocks, &passages, |_| true, (BlockKind::Furniture, Some("why")));
        let pieces: Vec<_> =
            pieces.iter().map(|piece| (piece.span.slice(text).expect("in the text"), piece.kind)).collect();
        assert_eq!(
            pieces,
            [
                ("One two.", BlockKind::Paragraph),
                ("Three four.", BlockKind::Furniture),
                ("Five.", BlockKind::Paragraph),
                ("Six.", BlockKind::Headline),
            ]
        );
        let whole = cut(text, &blocks, &Folded::of(text).find("Five. Six."), |_| true, (BlockKind::Furniture, None));
        assert_eq!(whole.len(), 3, "a passage over two blocks stays two blocks");
        assert_eq!(cut(text, &blocks, &passages, |_| false, (BlockKind::Furniture, None)), blocks);
    }
}
