//! A document's words in one row, each with what it does, so that the rules and the models can ask for distances and
//! for what stands in between without reading text again.

use corpus::span::ByteSpan;

use super::BlockPiece;
use super::context::Context;
use super::vocabulary::{
    ARTICLE, AUXILIARY, BEING, BY, CUE, Flags, NOUN, PAPER, PAST, PREPOSITION, PRONOUN, TO, cue_rank, flags,
};
use crate::lists;

/// No piece, no cue.
pub(super) const NONE: u32 = u32::MAX;

/// One word.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tag {
    pub(super) span: ByteSpan,
    pub(super) flags: Flags,
    pub(super) block: u32,
    /// The passage in marks that it stands in.
    pub(super) piece: u32,
    pub(super) is_capital: bool,
    /// Whether it begins a sentence.
    pub(super) is_first: bool,
    /// Whether nothing but a space or a hyphen is between it and the word before.
    pub(super) joins: bool,
    /// Whether a comma, a dash, a bracket or another stop stands before it.
    pub(super) has_stop: bool,
    /// Whether a possessive ending follows it.
    pub(super) is_possessive: bool,
    /// Whether it is a word that sentences begin with and that is no name.
    pub(super) is_plain: bool,
    /// Whether it is written with a capital though it names nobody: days, months.
    pub(super) is_capital_anyway: bool,
    /// Whether a bracket opens before it.
    pub(super) opens_bracket: bool,
}

/// The words of a document and where the passages in marks stand among them.
pub(super) struct Tags {
    pub(super) tags: Vec<Tag>,
    pub(super) pieces: Vec<Place>,
    /// Per word, and one more: how many stops, sentence ends and passages stand before it.
    sums: Vec<Sums>,
    /// Per word: the next cue from here on outside of marks, and the last one up to here.
    next_cue: Vec<u32>,
    last_cue: Vec<u32>,
}

/// A passage in marks as words: `start..end`, with its block.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    pub(super) piece: BlockPiece,
    pub(super) block: u32,
    pub(super) start: u32,
    pub(super) end: u32,
}

#[derive(Clone, Copy, Debug, Default)]
struct Sums {
    stops: u32,
    sentences: u32,
    pieces: u32,
}

impl Tags {
    /// `pieces` are those of all blocks in text order, each with its block.
    pub(super) fn new(context: &Context<'_>, pieces: &[(u32, BlockPiece)]) -> Self {
        let mut tags: Vec<Tag> = Vec::new();
        let mut piece_idx = 0;
        for (sentence_idx, block) in context.told_sentences() {
            let (_, sentence) = context.sentence(sentence_idx);
            for (word_idx, word) in sentence.words.iter().enumerate() {
                while pieces.get(piece_idx).is_some_and(|(_, piece)| piece.span.end() <= word.span.start()) {
                    piece_idx += 1;
                }
                let is_inside = pieces.get(piece_idx).is_some_and(|(_, piece)| piece.span.contains(word.span));
                let (key, has_ending) = bare(&word.key);
                let next_gap = sentence.words.get(word_idx + 1).map_or("", |next| next.gap);
                let is_possessive =
                    next_gap.starts_with(['’', '\'']) || !has_ending && word.text.len() < word.key.len();
                // `US`, `WHO` and `IT` in capitals are names.
                let is_acronym = word.text.len() <= 4 && word.is_all_capitals();
                let mut flags = if is_acronym { 0 } else { flags(key) };
                if let Some(before) = tags.last().filter(|_| word_idx > 0) {
                    flags = as_noun_or_verb(flags, before);
                }
                tags.push(Tag {
                    span: word.span,
                    flags,
                    block,
                    piece: if is_inside { piece_idx as u32 } else { NONE },
                    is_capital: word.is_capital,
                    is_first: word_idx == 0,
                    joins: word.gap == " " || word.gap == "-" || word.gap == "\n" || word.joins,
                    has_stop: word.gap.contains([',', ';', ':', '—', '–', '(', ')']) || word.gap.contains(" - "),
                    is_possessive,
                    is_plain: lists::starts_sentences(key)
                        || word_idx == 0 && (key.ends_with("ing") || flags & PAST != 0),
                    is_capital_anyway: word.is_capital && lists::is_capitalised_anyway(key),
                    opens_bracket: word.gap.contains(['(', '[']),
                });
            }
        }
        Self::with_places(tags, pieces)
    }

    fn with_places(tags: Vec<Tag>, pieces: &[(u32, BlockPiece)]) -> Self {
        let places = pieces.iter().map(|&(block, piece)| {
            let start = tags.partition_point(|tag| tag.span.start() < piece.span.start()) as u32;
            let end = tags.partition_point(|tag| tag.span.end() <= piece.span.end()) as u32;
            Place { piece, block, start, end: end.max(start) }
        });
        let pieces = places.collect();
        let mut sums = vec![Sums::default()];
        let mut last_cue = Vec::with_capacity(tags.len());
        let (mut sum, mut cue) = (Sums::default(), NONE);
        for (idx, tag) in tags.iter().enumerate() {
            let before = idx.checked_sub(1).map(|before| &tags[before]);
            let is_same_piece = before.is_some_and(|before| before.piece != NONE && before.piece == tag.piece);
            sum.stops += u32::from(tag.has_stop && tag.piece == NONE);
            sum.sentences += u32::from(tag.is_first && !is_same_piece);
            sum.pieces += u32::from(tag.piece != NONE && !is_same_piece);
            sums.push(sum);
            if is_cue(tag) {
                cue = idx as u32;
            }
            last_cue.push(cue);
        }
        let mut next_cue = vec![NONE; tags.len()];
        let mut cue = NONE;
        for (idx, tag) in tags.iter().enumerate().rev() {
            if is_cue(tag) {
                cue = idx as u32;
            }
            next_cue[idx] = cue;
        }
        Self { tags, pieces, sums, next_cue, last_cue }
    }

    pub(super) fn len(&self) -> u32 {
        self.tags.len() as u32
    }

    pub(super) fn tag(&self, idx: u32) -> Option<&Tag> {
        self.tags.get(idx as usize)
    }

    /// Sentences that begin in `from + 1..=to`: 0 if both words stand in one.
    pub(super) fn sentences_between(&self, from: u32, to: u32) -> u32 {
        self.between(from, to, |sums| sums.sentences)
    }

    /// Commas and other stops before the words `from + 1..=to`, outside of marks.
    pub(super) fn stops_between(&self, from: u32, to: u32) -> u32 {
        self.between(from, to, |sums| sums.stops)
    }

    /// Passages in marks that begin in `from + 1..=to`.
    pub(super) fn pieces_between(&self, from: u32, to: u32) -> u32 {
        self.between(from, to, |sums| sums.pieces)
    }

    fn between(&self, from: u32, to: u32, value: impl Fn(&Sums) -> u32) -> u32 {
        let at = |idx: u32| self.sums.get(idx as usize + 1).or(self.sums.last()).map_or(0, &value);
        at(to).saturating_sub(at(from))
    }

    /// The next cue from `from` on in the same sentence.
    pub(super) fn next_cue(&self, from: u32) -> Option<u32> {
        let cue = *self.next_cue.get(from as usize)?;
        (cue != NONE && self.sentences_between(from.saturating_sub(1), cue) == 0 || cue == from).then_some(cue)
    }

    /// The last cue before `before` in the same sentence.
    pub(super) fn last_cue(&self, before: u32) -> Option<u32> {
        let last = before.checked_sub(1)?;
        let cue = *self.last_cue.get(last as usize)?;
        (cue != NONE && self.sentences_between(cue, last) == 0).then_some(cue)
    }

    pub(super) fn rank(&self, cue: Option<u32>) -> u8 {
        cue.and_then(|cue| self.tag(cue)).map_or(0, |tag| cue_rank(tag.flags))
    }
}

fn is_cue(tag: &Tag) -> bool {
    tag.piece == NONE && tag.flags & CUE != 0 && (!tag.is_capital || tag.is_first)
}

/// The word without the ending that stands for another word: `he’s`, `they’ve`; and whether it had one.
fn bare(key: &str) -> (&str, bool) {
    match key.find(['\'', '’']) {
        Some(at) if at > 0 => (&key[..at], true),
        _ => (key, false),
    }
}

/// `the report`, `they report`: what stands before tells which of the two it is.
fn as_noun_or_verb(flags: Flags, before: &Tag) -> Flags {
    let is_both = flags & CUE != 0 && flags & (NOUN | PAPER) != 0;
    if !is_both {
        return flags;
    }
    if before.flags & (ARTICLE | PREPOSITION | BY) != 0 || before.is_possessive {
        flags & !CUE
    } else if before.flags & (PRONOUN | TO | AUXILIARY | BEING) != 0 {
        flags & !(NOUN | PAPER)
    } else {
        flags
    }
}
