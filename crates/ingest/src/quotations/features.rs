//! What the models see of a passage in marks and of who could have said it: distances, stops and kinds of words, all of
//! them numbers. No word of a text is among them.

use std::collections::BTreeMap;

use super::candidates::Candidate;
use super::context::Context;
use super::marks;
use super::tags::{NONE, Place, Tag, Tags};
use super::vocabulary::{
    ACCORDING, ADVERB, AND, ARTICLE, AUXILIARY, BEING, BY, CUE, Flags, HE, HIM, IT, NOUN, PAPER, PAST, PEOPLE, PERSON,
    PREPOSITION, PRONOUN, PUTTING, SUBORDINATE, THAT, THEY, TO, TOLD, WE, WHO,
};

/// Distances are cut here: farther is all the same.
const FAR: u32 = 60;
/// How near a verb of saying belongs to its subject, in words.
const BESIDE: u32 = 3;

/// What was decided before about the passages in text order.
#[derive(Clone, Debug, Default)]
pub(super) struct Before {
    /// The last passage that is speech, and its speaker.
    pub(super) piece: Option<usize>,
    pub(super) speaker: Option<usize>,
    /// The last speaker before that one who is somebody else.
    earlier: Option<usize>,
    /// How many passages each identity said.
    n_said: BTreeMap<u32, u32>,
    /// Whether the passage right before was speech.
    pub(super) is_speech: bool,
}

impl Before {
    /// Takes note of who said a passage.
    pub(super) fn speaks(&mut self, speaker: usize, candidates: &[Candidate]) {
        let identity = candidates[speaker].identity;
        let is_same = |last: usize| last == speaker || identity.is_some() && candidates[last].identity == identity;
        if let Some(last) = self.speaker.filter(|&last| !is_same(last)) {
            self.earlier = Some(last);
        }
        self.speaker = Some(speaker);
        if let Some(identity) = identity {
            *self.n_said.entry(identity).or_default() += 1;
        }
    }
}

/// A document as the models see it.
pub(super) struct Scene<'c, 'd> {
    pub(super) context: &'c Context<'d>,
    pub(super) tags: Tags,
    pub(super) candidates: Vec<Candidate>,
    /// How often each identity is among the candidates.
    n_named: BTreeMap<u32, u32>,
    /// Per candidate, and one more: how many before it have a verb of saying beside them.
    saying: Vec<u32>,
}

impl<'c, 'd> Scene<'c, 'd> {
    pub(super) fn new(context: &'c Context<'d>, tags: Tags, candidates: Vec<Candidate>) -> Self {
        let mut saying = vec![0];
        for candidate in &candidates {
            let is_beside = cue_after(&tags, candidate).is_some() || cue_before(&tags, candidate).is_some();
            saying.push(saying.last().copied().unwrap_or_default() + u32::from(is_beside));
        }
        let mut n_named = BTreeMap::new();
        for identity in candidates.iter().filter_map(|candidate| candidate.identity) {
            *n_named.entry(identity).or_default() += 1;
        }
        Self { context, tags, candidates, n_named, saying }
    }

    fn text(&self, place: &Place) -> &'d str {
        place.piece.span.slice(self.context.text()).unwrap_or_default()
    }

    /// How many candidates begin before the word.
    fn n_before(&self, word: u32) -> u32 {
        self.candidates.partition_point(|candidate| candidate.first < word) as u32
    }

    /// What tells speech from words that are in marks for another reason.
    pub(super) fn speech(&self, piece_idx: usize, before: &Before) -> Vec<f32> {
        let mut row = Vec::with_capacity(64);
        self.push_passage(&mut row, piece_idx, before);
        let place = &self.tags.pieces[piece_idx];
        let (text, tags) = (self.text(place), &self.tags);
        let inside = tags.tags.get(place.start as usize..place.end as usize).unwrap_or_default();
        let share =
            |is: fn(&Tag) -> bool| inside.iter().filter(|tag| is(tag)).count() as f32 / inside.len().max(1) as f32;
        row.push(share(|tag| tag.is_capital));
        row.push(share(|tag| tag.flags & (HE | THEY | WE | IT | HIM) != 0));
        row.push(share(|tag| tag.flags & (AUXILIARY | BEING | CUE | PAST) != 0));
        row.push(share(|tag| tag.flags & WE != 0));
        row.push(share(|tag| tag.is_plain));
        row.push(text.matches(['.', '!', '?', ',', ';']).count().min(20) as f32);
        row.push(flag(text.contains(['[', '…'])));
        let block = self.block_of(place);
        row.push(flag(block.is_headline));
        row.push(block.n_words.min(200) as f32);
        row.push(block.n_pieces.min(20) as f32);
        row.push(f32::from(self.class_at(i64::from(place.start) - 4, place)));
        row.push(f32::from(self.class_at(i64::from(place.end) + 2, place)));
        let word_before = place.start.checked_sub(1).and_then(|before| tags.tag(before));
        row.push(flag(word_before.is_some_and(|tag| tag.is_possessive)));
        row.push(flag(word_before.is_some_and(|tag| tag.is_capital)));
        let start = place.start.saturating_sub(30);
        let near =
            (start..place.start).rev().take_while(|&at| tags.sentences_between(at, place.start.saturating_sub(1)) == 0);
        let strongest = near
            .map(|at| tags.tag(at).filter(|tag| tag.piece == NONE))
            .map(|tag| tag.map_or(0, |tag| super::vocabulary::cue_rank(tag.flags)));
        row.push(strongest.max().unwrap_or_default().into());
        row
    }

    /// What tells who said it; `candidate_idx` is one of the candidates.
    pub(super) fn speaker(&self, piece_idx: usize, candidate_idx: usize, before: &Before, passage: &[f32]) -> Vec<f32> {
        let mut row = Vec::with_capacity(96);
        row.extend_from_slice(passage);
        let place = &self.tags.pieces[piece_idx];
        let candidate = &self.candidates[candidate_idx];
        self.push_distance(&mut row, place, candidate, candidate_idx);
        self.push_cues(&mut row, place, candidate);
        self.push_words(&mut row, candidate);
        self.push_standing(&mut row, piece_idx, candidate, candidate_idx, before);
        row
    }

    /// The part of the rows that all candidates of a passage share.
    pub(super) fn passage(&self, piece_idx: usize, before: &Before) -> Vec<f32> {
        let mut row = Vec::with_capacity(40);
        self.push_passage(&mut row, piece_idx, before);
        row
    }

    fn push_passage(&self, row: &mut Vec<f32>, piece_idx: usize, before: &Before) {
        let tags = &self.tags;
        let place = &tags.pieces[piece_idx];
        let text = self.text(place);
        let inner = text.trim_matches(|c: char| marks::is_mark(c) || c.is_whitespace());
        let block = self.block_of(place);
        row.push((place.end - place.start).min(FAR) as f32);
        row.push(flag(inner.starts_with(char::is_uppercase)));
        row.push(match inner.chars().next_back() {
            Some(',') => 1.0,
            Some('.') => 2.0,
            Some('?' | '!') => 3.0,
            Some('-' | '–' | '—' | '…') => 4.0,
            _ => 0.0,
        });
        row.push(flag(place.piece.span.start() == block.start));
        row.push(flag(place.piece.span.end() >= block.end));
        row.push(flag(place.piece.is_closed));
        row.push(flag(tags.tag(place.start).is_some_and(|tag| tag.is_first)));
        let not_mark = |c: &char| !marks::is_mark(*c) && !c.is_whitespace();
        row.push(stop_class(self.context.gap_before(place.piece.span.start()).chars().rev().find(not_mark)));
        row.push(stop_class(self.context.gap_after(place.piece.span.end()).chars().find(not_mark)));
        for at in [-1, -2, -3].map(|offset| i64::from(place.start) + offset) {
            row.push(f32::from(self.class_at(at, place)));
        }
        for at in [0, 1].map(|offset| i64::from(place.end) + offset) {
            row.push(f32::from(self.class_at(at, place)));
        }
        let cue = tags.last_cue(place.start).filter(|&cue| self.is_in_block(cue, place));
        row.push(cue.map_or(FAR, |cue| (place.start - cue).min(FAR)) as f32);
        row.push(f32::from(tags.rank(cue)));
        row.push(cue.map_or(0, |cue| tags.pieces_between(cue, place.start.saturating_sub(1))) as f32);
        row.push(cue.map_or(0, |cue| tags.stops_between(cue, place.start.saturating_sub(1))).min(9) as f32);
        let cue = tags.next_cue(place.end).filter(|&cue| self.is_in_block(cue, place) && self.goes_on(place));
        row.push(cue.map_or(FAR, |cue| (cue + 1 - place.end).min(FAR)) as f32);
        row.push(f32::from(tags.rank(cue)));
        row.push(flag(self.goes_on(place)));
        row.push((piece_idx - block.first_piece).min(9) as f32);
        row.push(flag(before.is_speech));
        let last = before.piece.map(|piece| &tags.pieces[piece]);
        row.push(last.map_or(9, |last| place.block.saturating_sub(last.block).min(9)) as f32);
        row.push(last.map_or(FAR, |last| place.start.saturating_sub(last.end).min(FAR)) as f32);
        row.push(last.map_or(9, |last| tags.sentences_between(last.end.saturating_sub(1), place.start).min(9)) as f32);
        row.push(flag(last.is_some_and(|last| last.block + 1 == place.block && !last.piece.is_closed)));
    }

    fn push_distance(&self, row: &mut Vec<f32>, place: &Place, candidate: &Candidate, candidate_idx: usize) {
        let tags = &self.tags;
        let is_after = candidate.first >= place.end;
        let (from, to) =
            if is_after { (place.end.saturating_sub(1), candidate.first) } else { (candidate.last, place.start) };
        let nearer = if is_after { self.n_before(place.end) } else { self.n_before(place.start) };
        let idx = candidate_idx as u32;
        let between = if is_after { idx.saturating_sub(nearer) } else { nearer.saturating_sub(idx + 1) };
        let saying = |idx: u32| self.saying.get(idx as usize).copied().unwrap_or_default();
        let n_saying = if is_after {
            saying(idx).saturating_sub(saying(nearer))
        } else {
            saying(nearer).saturating_sub(saying(idx + 1))
        };
        let block = tags.tag(candidate.first).map_or(0, |tag| tag.block);
        row.push(flag(is_after));
        row.push(to.saturating_sub(from).min(FAR) as f32);
        row.push(tags.pieces_between(from, to.saturating_sub(u32::from(!is_after))).min(9) as f32);
        row.push(tags.sentences_between(from, to).min(9) as f32);
        row.push(block.abs_diff(place.block).min(9) as f32);
        row.push(between.min(20) as f32);
        row.push(tags.stops_between(from, to).min(9) as f32);
        row.push(n_saying.min(9) as f32);
    }

    fn push_cues(&self, row: &mut Vec<f32>, place: &Place, candidate: &Candidate) {
        let tags = &self.tags;
        let after = tags.next_cue(candidate.last + 1);
        row.push(after.map_or(30, |cue| (cue - candidate.last).min(30)) as f32);
        row.push(f32::from(tags.rank(after)));
        row.push(
            after.map_or(9, |cue| self.n_before(cue).saturating_sub(self.n_before(candidate.last + 1)).min(9)) as f32
        );
        row.push(after.map_or(9, |cue| tags.stops_between(candidate.last, cue).min(9)) as f32);
        row.push(after.map_or(9, |cue| tags.pieces_between(candidate.last, cue).min(9)) as f32);
        // How far the verb is from the passage, and on which side.
        row.push(after.map_or(99.0, |cue| signed_distance(place, cue)));
        row.push(after.map_or(0, |cue| self.n_between(cue, place).min(9)) as f32);
        // `was asked`, `is called … by`, `, who lives there, said`.
        let beside = |cue: Option<u32>, offset: i64| {
            let tag = cue.and_then(|cue| tags.tag(u32::try_from(i64::from(cue) + offset).ok()?));
            f32::from(tag.map_or(0, |tag| class(tag.flags)))
        };
        row.push(beside(after, -1));
        row.push(beside(after, 1));
        row.push(flag(after.and_then(|cue| tags.tag(cue)).is_some_and(|tag| tag.has_stop)));
        let before = tags.last_cue(candidate.first);
        row.push(beside(before, -1));
        row.push(before.map_or(30, |cue| (candidate.first - cue).min(30)) as f32);
        row.push(f32::from(tags.rank(before)));
        row.push(
            before.map_or(9, |cue| self.n_before(candidate.first).saturating_sub(self.n_before(cue)).min(9)) as f32
        );
        row.push(before.map_or(9, |cue| tags.stops_between(cue, candidate.first).min(9)) as f32);
        row.push(before.map_or(9, |cue| tags.pieces_between(cue, candidate.first).min(9)) as f32);
        row.push(before.map_or(99.0, |cue| signed_distance(place, cue)));
        let has = |cue: Option<u32>, flags: Flags| {
            flag(cue.and_then(|cue| tags.tag(cue)).is_some_and(|tag| tag.flags & flags != 0))
        };
        row.push(has(before, ACCORDING));
        row.push(has(before, TOLD));
        row.push(has(before, PUTTING));
        // Whether its own verb is the one next to the passage, or the strongest of the sentence before it.
        let own = cue_after(tags, candidate).or_else(|| cue_before(tags, candidate));
        row.push(f32::from(tags.rank(own)));
        row.push(flag(after.is_some() && after == tags.last_cue(place.start)));
        row.push(flag(after.is_some() && after == tags.next_cue(place.end)));
        row.push(flag(before.is_some() && before == tags.next_cue(place.end)));
        row.push(flag(own.is_some() && own == self.strongest_cue(place)));
    }

    /// The strongest verb of the sentence before the passage, of equals the nearest.
    fn strongest_cue(&self, place: &Place) -> Option<u32> {
        let mut best: Option<u32> = None;
        let mut at = place.start;
        while let Some(cue) = self.tags.last_cue(at).filter(|cue| place.start - cue < FAR) {
            if best.is_none() || self.tags.rank(Some(cue)) > self.tags.rank(best) {
                best = Some(cue);
            }
            at = cue;
        }
        best
    }

    /// Candidates between a verb and the passage.
    fn n_between(&self, cue: u32, place: &Place) -> u32 {
        if cue < place.start {
            self.n_before(place.start).saturating_sub(self.n_before(cue))
        } else {
            self.n_before(cue).saturating_sub(self.n_before(place.end))
        }
    }

    fn push_words(&self, row: &mut Vec<f32>, candidate: &Candidate) {
        let tags = &self.tags;
        row.push(f32::from(candidate.form as u8));
        row.push((candidate.last + 1 - candidate.first) as f32);
        let first = tags.tag(candidate.first);
        row.push(flag(first.is_some_and(|tag| tag.is_first)));
        row.push(flag(first.is_some_and(|tag| tag.has_stop)));
        row.push(flag(first.is_some_and(|tag| tag.flags & ARTICLE != 0)));
        row.push(flag(tags.tag(candidate.last).is_some_and(|tag| tag.is_possessive)));
        let class = |at: Option<u32>| {
            let tag = at.and_then(|at| tags.tag(at));
            tag.map_or(0, |tag| if tag.piece == NONE { class(tag.flags) } else { IN_MARKS })
        };
        let is_first = first.is_some_and(|tag| tag.is_first);
        row.push(f32::from(if is_first { 0 } else { class(candidate.first.checked_sub(1)) }));
        row.push(f32::from(if is_first { 0 } else { class(candidate.first.checked_sub(2)) }));
        let next = tags.tag(candidate.last + 1);
        row.push(f32::from(if next.is_some_and(|tag| tag.is_first) { 0 } else { class(Some(candidate.last + 1)) }));
        row.push(f32::from(class(Some(candidate.last + 2))));
        row.push(f32::from(class(Some(candidate.last + 3))));
        row.push(flag(next.is_some_and(|tag| tag.has_stop)));
        row.push(flag(first.is_some_and(|tag| tag.opens_bracket)));
        row.push(stop_class(self.context.gap_before(candidate.span.start()).chars().next_back()));
        row.push(stop_class(self.context.gap_after(candidate.span.end()).trim_start().chars().next()));
        row.push(first.map_or(0, |tag| self.n_words_of(tag.block).min(100)) as f32);
        // How many words and candidates of its sentence stand before it.
        let mut start = candidate.first;
        while start > 0 && candidate.first - start < 30 && tags.sentences_between(start - 1, candidate.first) == 0 {
            start -= 1;
        }
        row.push((candidate.first - start) as f32);
        row.push(self.n_before(candidate.first).saturating_sub(self.n_before(start)).min(9) as f32);
    }

    fn push_standing(
        &self,
        row: &mut Vec<f32>,
        piece_idx: usize,
        candidate: &Candidate,
        candidate_idx: usize,
        before: &Before,
    ) {
        let last = before.speaker.map(|speaker| &self.candidates[speaker]);
        let earlier = before.earlier.map(|earlier| &self.candidates[earlier]);
        row.push(flag(earlier.is_some_and(|earlier| {
            earlier.first == candidate.first || earlier.identity.is_some() && earlier.identity == candidate.identity
        })));
        let n = |numbers: &BTreeMap<u32, u32>| {
            candidate.identity.and_then(|identity| numbers.get(&identity)).copied().unwrap_or_default().min(20) as f32
        };
        row.push(n(&before.n_said));
        row.push(n(&self.n_named));
        row.push(flag(before.speaker == Some(candidate_idx)));
        row.push(flag(last.is_some_and(|last| last.identity.is_some() && last.identity == candidate.identity)));
        row.push(last.map_or(20.0, |last| f32::from(last.form as u8)));
        row.push(last.map_or(99.0, |last| {
            let distance = i64::from(candidate.first) - i64::from(last.first);
            distance.clamp(-99, 99) as f32
        }));
        row.push(candidate.n_before.min(20) as f32);
        // Whether the speaker before stands between this passage and the one before, where its own verb would stand.
        let place = &self.tags.pieces[piece_idx];
        row.push(flag(last.is_some_and(|last| last.first >= place.end)));
        row.push(flag(before.piece.is_some_and(|piece| self.tags.pieces[piece].end <= candidate.first)));
    }

    /// The class of the word at `at`, if it stands in the block and outside of marks.
    fn class_at(&self, at: i64, place: &Place) -> u8 {
        let Some(tag) = u32::try_from(at).ok().and_then(|at| self.tags.tag(at)) else { return OUTSIDE };
        match tag.piece {
            _ if tag.block != place.block => OUTSIDE,
            NONE => class(tag.flags),
            _ => IN_MARKS,
        }
    }

    fn is_in_block(&self, at: u32, place: &Place) -> bool {
        self.tags.tag(at).is_some_and(|tag| tag.block == place.block)
    }

    /// Whether the sentence goes on after the passage.
    pub(super) fn goes_on(&self, place: &Place) -> bool {
        self.tags.tag(place.end).is_some_and(|tag| tag.block == place.block && !tag.is_first)
    }

    fn n_words_of(&self, block: u32) -> usize {
        let words = &self.tags.tags;
        words.partition_point(|tag| tag.block <= block) - words.partition_point(|tag| tag.block < block)
    }

    fn block_of(&self, place: &Place) -> BlockFacts {
        let pieces = &self.tags.pieces;
        let first_piece = pieces.partition_point(|other| other.block < place.block);
        let end_piece = pieces.partition_point(|other| other.block <= place.block);
        let (span, is_headline) = self.context.block(place.block);
        BlockFacts {
            start: span.start(),
            end: span.end(),
            n_words: self.n_words_of(place.block),
            n_pieces: end_piece - first_piece,
            first_piece,
            is_headline,
        }
    }
}

struct BlockFacts {
    start: u32,
    end: u32,
    n_words: usize,
    n_pieces: usize,
    first_piece: usize,
    is_headline: bool,
}

/// The verb of saying whose subject the candidate is by its place: `Bob Rain later said`.
pub(super) fn cue_after(tags: &Tags, candidate: &Candidate) -> Option<u32> {
    let cue = tags.next_cue(candidate.last + 1)?;
    let is_beside = cue - candidate.last <= BESIDE && tags.stops_between(candidate.last, cue) == 0;
    (is_beside && tags.rank(Some(cue)) >= 2 && tags.pieces_between(candidate.last, cue) == 0).then_some(cue)
}

/// The verb of saying that stands right before the candidate: `said Bob Rain`, `according to Bob Rain`.
pub(super) fn cue_before(tags: &Tags, candidate: &Candidate) -> Option<u32> {
    let cue = tags.last_cue(candidate.first)?;
    let is_according = tags.tag(cue).is_some_and(|tag| tag.flags & ACCORDING != 0);
    let is_beside = candidate.first - cue <= 1 + u32::from(is_according);
    let is_verb = tags.rank(Some(cue)) >= 6 || is_according;
    (is_beside && is_verb && tags.stops_between(cue, candidate.first) == 0).then_some(cue)
}

pub(super) fn flag(is: bool) -> f32 {
    f32::from(u8::from(is))
}

/// Words from the passage to the verb: below 0 before it, above 0 after it.
fn signed_distance(place: &Place, cue: u32) -> f32 {
    if cue < place.start {
        -((place.start - cue).min(FAR) as f32)
    } else {
        (cue + 1).saturating_sub(place.end).min(FAR) as f32
    }
}

fn stop_class(stop: Option<char>) -> f32 {
    match stop {
        Some(',') => 1.0,
        Some(':') => 2.0,
        Some('—' | '–' | '-') => 3.0,
        Some('.' | '!' | '?') => 4.0,
        Some('(' | '[') => 5.0,
        Some(';') => 6.0,
        Some(')' | ']') => 7.0,
        _ => 0.0,
    }
}

const IN_MARKS: u8 = 26;
const OUTSIDE: u8 = 27;

/// One number for what a word does, so that like ones lie side by side.
pub(super) fn class(flags: Flags) -> u8 {
    match super::vocabulary::cue_rank(flags) {
        0 => {}
        rank => return 16 + rank,
    }
    const CLASSES: [(Flags, u8); 15] = [
        (PRONOUN, 1),
        (ARTICLE, 2),
        (AUXILIARY, 3),
        (BEING, 13),
        (ADVERB, 4),
        (PAST, 5),
        (WHO | SUBORDINATE, 6),
        (THAT, 7),
        (AND, 8),
        (TO, 9),
        (BY, 10),
        (PREPOSITION, 11),
        (HIM, 12),
        (NOUN, 14),
        (PERSON | PEOPLE | PAPER, 15),
    ];
    CLASSES.iter().find(|(class, _)| flags & class != 0).map_or(16, |&(_, number)| number)
}
