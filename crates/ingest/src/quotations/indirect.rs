//! Reported speech: a verb of saying, its subject and the clause that it reports. Rules propose one reading for each
//! verb of a sentence, a learned sum of trees weighs them, and what is not clear is left alone.

use corpus::model::{Quotation, QuotationKind, Speaker};
use corpus::span::ByteSpan;

use super::candidates::Candidate;
use super::features::{Scene, class, flag};
use super::judge::{Judge, percent};
use super::tags::{NONE, Tag};
use super::vocabulary::{
    ACCORDING, AUXILIARY, BEING, BY, CUE, Flags, HIM, PAST, PREPOSITION, REPORT, SAID, SAYING, SUBORDINATE, THAT, TOLD,
    WHO, cue_rank,
};
use crate::words::Casing;

/// How far into a sentence the verb of saying can stand, and how long a clause is looked through, in words.
const REACH: u32 = 80;
/// Fewest words of a reported clause.
const MIN_CLAUSE_WORDS: u32 = 4;
/// How many words after the verb `that` can stand.
const THAT_REACH: u32 = 10;
/// Most words of a sentence after an attribution at its end: `officials said on Monday`.
const MAX_TRAIL: u32 = 8;
/// How many words between a subject and its verb are looked through.
const SUBJECT_REACH: u32 = 25;

/// What a reading counts at least that no model is needed for.
const PLAIN_SCORE: f32 = 1.0;

/// Where the clause stands by its verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Pattern {
    /// `Bob Rain said that it would rain`
    That,
    /// `Bob Rain said it would rain`
    Plain,
    /// `It would rain, Bob Rain said`
    Trailing,
    /// `According to Bob Rain, it would rain`
    Leading,
    /// `It would rain, officials said on condition of anonymity`: all of the sentence was confided.
    Confided,
}

/// One reading of a sentence, in words of the document: `start..end` is reported.
#[derive(Clone, Copy, Debug)]
struct Reading {
    cue: u32,
    speaker: usize,
    pattern: Pattern,
    start: u32,
    end: u32,
}

/// The reported speech of a document; `direct` are its quotations in marks.
pub(super) fn of(scene: &Scene<'_, '_>, judge: &mut dyn Judge, direct: &[Quotation]) -> Vec<Quotation> {
    let mut reported: Vec<Quotation> = Vec::new();
    let (mut start, mut n_direct) = (0, 0);
    for (sentence_idx, _) in scene.context.told_sentences() {
        let (_, sentence) = scene.context.sentence(sentence_idx);
        let end = start + sentence.words.len() as u32;
        let is_quoted = || (start..end).any(|at| scene.tags.tag(at).is_some_and(|tag| tag.piece != NONE));
        if sentence.casing == Casing::Normal && end - start > MIN_CLAUSE_WORDS && !is_quoted() {
            let at = scene.tags.tag(start).map_or(0, |tag| tag.span.start());
            while direct.get(n_direct).is_some_and(|quotation| quotation.span.end() <= at) {
                n_direct += 1;
            }
            let last = [direct[..n_direct].last(), reported.last()].into_iter().flatten().max_by_key(|last| last.span);
            let found =
                best(scene, judge, start, end).and_then(|(reading, score)| quotation(scene, reading, score, last));
            reported.extend(found);
        }
        start = end;
    }
    reported
}

/// The likeliest reading of the sentence `start..end`, if one is likely.
fn best(scene: &Scene<'_, '_>, judge: &mut dyn Judge, start: u32, end: u32) -> Option<(Reading, f32)> {
    let mut best: Option<(Reading, f32)> = None;
    for cue in start..end.min(start + REACH) {
        if scene.tags.tag(cue).is_none_or(|tag| tag.flags & CUE == 0 || tag.is_capital && cue != start) {
            continue;
        }
        let Some(reading) = reading(scene, cue, start, end) else { continue };
        let Some(span) = span(scene, &reading) else { continue };
        let by_model = judge.report(span, scene.candidates[reading.speaker].name, &row(scene, &reading, start, end));
        let score = if is_plain(scene, &reading, start) { by_model.max(PLAIN_SCORE) } else { by_model };
        if score > 0.0 && best.is_none_or(|(_, most)| score > most) {
            best = Some((reading, score));
        }
    }
    best
}

/// Whether no model is needed: nobody speaks on background but to be reported, and a sentence that begins `They also
/// said it would` reports.
fn is_plain(scene: &Scene<'_, '_>, reading: &Reading, start: u32) -> bool {
    let candidate = &scene.candidates[reading.speaker];
    let is_said = scene.tags.tag(reading.cue).is_some_and(|tag| tag.flags & SAID != 0);
    let is_beside = candidate.first == start && reading.cue > candidate.last && reading.cue - candidate.last <= 2;
    let has_stop = scene.tags.stops_between(candidate.last, reading.cue + 1) > 0;
    let has_verb = first_verb(scene, reading.start, reading.end).is_some();
    match reading.pattern {
        Pattern::Confided => true,
        Pattern::That | Pattern::Plain => is_said && is_beside && !has_stop && has_verb,
        Pattern::Trailing | Pattern::Leading => false,
    }
}

fn reading(scene: &Scene<'_, '_>, cue: u32, start: u32, end: u32) -> Option<Reading> {
    let tag = *scene.tags.tag(cue)?;
    let speaker = if tag.flags & ACCORDING != 0 {
        begins_at(scene, cue + 2)?
    } else {
        subject(scene, cue, start).or_else(|| inverted(scene, cue))?
    };
    let candidate = &scene.candidates[speaker];
    let (pattern, from, to) = clause(scene, cue, candidate, start, end)?;
    // `They read the news`: without a verb of its own it is an object.
    let is_object = pattern == Pattern::Plain && tag.flags & SAID == 0 && first_verb(scene, from, to).is_none();
    let is_clause = to >= from + MIN_CLAUSE_WORDS && !is_object;
    is_clause.then_some(Reading { cue, speaker, pattern, start: from, end: to })
}

/// The candidate that begins at the word.
fn begins_at(scene: &Scene<'_, '_>, word: u32) -> Option<usize> {
    let idx = scene.candidates.partition_point(|candidate| candidate.first < word);
    scene.candidates.get(idx).filter(|candidate| candidate.first == word).map(|_| idx)
}

/// The subject before the verb: right before it, or before what stands between commas; of `saying` the first of its
/// sentence.
fn subject(scene: &Scene<'_, '_>, cue: u32, start: u32) -> Option<usize> {
    let tags = &scene.tags;
    let before = scene.candidates.partition_point(|candidate| candidate.first < cue);
    let first = scene.candidates.partition_point(|candidate| candidate.first < start);
    if tags.tag(cue)?.flags & (SAYING | CUE) == SAYING {
        return (first < before).then_some(first);
    }
    // A candidate that runs over the verb is not its subject.
    let is_near =
        |&idx: &usize| cue.checked_sub(scene.candidates[idx].last).is_some_and(|words| words <= SUBJECT_REACH);
    let near = (first..before).rev().take_while(is_near);
    let stops = |idx: usize| tags.stops_between(scene.candidates[idx].last, cue);
    let mut found = None;
    for idx in near {
        match stops(idx) {
            // `The memo, a copy of which is on Telegram, stated`.
            2.. if tags.tag(cue)?.has_stop => return Some(idx),
            0 => {
                found = Some(idx);
                // `a spokesman for Ann Snow said`: what follows a preposition is not the subject.
                let follows = scene.candidates[idx].first.checked_sub(1).and_then(|at| tags.tag(at));
                if follows.is_none_or(|tag| tag.flags & (PREPOSITION | BY) == 0) {
                    return found;
                }
            }
            _ => return found,
        }
    }
    found
}

/// `said Bob Rain`.
fn inverted(scene: &Scene<'_, '_>, cue: u32) -> Option<usize> {
    begins_at(scene, cue + 1).filter(|_| scene.tags.tag(cue).is_some_and(|tag| tag.has_stop && tag.flags & SAID != 0))
}

/// What is reported: its pattern and its words.
fn clause(scene: &Scene<'_, '_>, cue: u32, speaker: &Candidate, start: u32, end: u32) -> Option<(Pattern, u32, u32)> {
    let tags = &scene.tags;
    let tag = |at: u32| tags.tag(at).filter(|_| at < end);
    let cue_tag = tag(cue)?;
    let opening = speaker.first.min(cue);
    let closing = speaker.last.max(cue) + 1;
    let next_stop = |from: u32| (from..end.min(from + REACH)).find(|&at| tag(at).is_some_and(|tag| tag.has_stop));
    if cue_tag.flags & ACCORDING != 0 && cue <= start + 2 {
        return next_stop(closing).map(|stop| (Pattern::Leading, stop, end));
    }
    if opening >= start + MIN_CLAUSE_WORDS
        && (cue_tag.flags & ACCORDING != 0 || tag(opening)?.has_stop)
        && (end.saturating_sub(closing) <= MAX_TRAIL || tag(closing).is_some_and(|tag| tag.has_stop))
        && !is_that_near(scene, closing, end)
    {
        return Some((Pattern::Trailing, start, opening));
    }
    // `While Bob Rain said that it rained, he stayed`: the clause ends at the comma.
    let opener = speaker.first.checked_sub(1).filter(|&at| at >= start).and_then(tag);
    let is_subordinate = opener.is_some_and(|tag| tag.flags & (SUBORDINATE | WHO) != 0);
    let clause_end = |from: u32| if is_subordinate { next_stop(from + 3).unwrap_or(end) } else { end };
    if let Some(that) = that(scene, cue, end) {
        return Some((Pattern::That, that + 1, clause_end(that + 1)));
    }
    let mut from = cue + 1;
    if cue_tag.flags & TOLD != 0 {
        from = match begins_at(scene, from) {
            Some(told) => scene.candidates[told].last + 1,
            None if tag(from)?.flags & HIM != 0 => from + 1,
            None => from,
        };
    }
    // `said Monday it rained`, `said in a statement it rained`.
    while tag(from).is_some_and(|tag| tag.is_capital_anyway && !tag.has_stop) {
        from += 1;
    }
    let first = tag(from)?;
    if !first.has_stop && first.flags & (PREPOSITION | BY | WHO) == 0 {
        return Some((Pattern::Plain, from, clause_end(from)));
    }
    is_confided(scene, cue, end).then_some((Pattern::Confided, start, end))
}

/// The `that` which begins what the verb reports.
fn that(scene: &Scene<'_, '_>, cue: u32, end: u32) -> Option<u32> {
    let near = (cue + 1..end.min(cue + THAT_REACH)).map_while(|at| scene.tags.tag(at).map(|tag| (at, tag)));
    let mut near = near.take_while(|(_, tag)| tag.flags & CUE == 0);
    near.find(|(at, tag)| tag.flags & THAT != 0 && (!tag.has_stop || *at > cue + 1)).map(|(at, _)| at)
}

fn is_that_near(scene: &Scene<'_, '_>, from: u32, end: u32) -> bool {
    (from..end.min(from + 2)).any(|at| scene.tags.tag(at).is_some_and(|tag| tag.flags & THAT != 0))
}

/// `told the paper on background`, `said on condition of anonymity`.
fn is_confided(scene: &Scene<'_, '_>, cue: u32, end: u32) -> bool {
    let near = scene.tags.tags.get(cue as usize..end.min(cue + THAT_REACH) as usize).unwrap_or_default();
    let word = |tag: &Tag| tag.span.slice(scene.context.text()).unwrap_or_default();
    near.windows(2).any(|pair| word(&pair[0]) == "on" && matches!(word(&pair[1]), "background" | "condition"))
}

/// How far into the words the first verb is that is known to be one.
fn first_verb(scene: &Scene<'_, '_>, from: u32, to: u32) -> Option<usize> {
    let is_verb = |tag: &Tag| tag.flags & (AUXILIARY | BEING | PAST | CUE) != 0;
    (from..to.min(from + 20)).position(|at| scene.tags.tag(at).is_some_and(is_verb))
}

fn span(scene: &Scene<'_, '_>, reading: &Reading) -> Option<ByteSpan> {
    let (first, last) = (scene.tags.tag(reading.start)?, scene.tags.tag(reading.end.checked_sub(1)?)?);
    ByteSpan::new(first.span.start(), last.span.end())
}

/// What the model sees of a reading.
fn row(scene: &Scene<'_, '_>, reading: &Reading, start: u32, end: u32) -> Vec<f32> {
    let tags = &scene.tags;
    let candidate = &scene.candidates[reading.speaker];
    let class_at = |at: Option<u32>| {
        let tag = at.filter(|at| (start..end).contains(at)).and_then(|at| tags.tag(at));
        f32::from(tag.map_or(OUTSIDE, |tag| class(tag.flags)))
    };
    let cue = tags.tag(reading.cue);
    let is = |flags: Flags| flag(cue.is_some_and(|tag| tag.flags & flags != 0));
    let n_cues = (start..end.min(start + REACH)).filter(|&at| tags.tag(at).is_some_and(|tag| tag.flags & CUE != 0));
    let distance = if candidate.first > reading.cue {
        -((candidate.first - reading.cue).min(20) as f32)
    } else {
        (reading.cue - candidate.last).min(30) as f32
    };
    let mut row = vec![
        f32::from(reading.pattern as u8),
        f32::from(cue.map_or(0, |tag| cue_rank(tag.flags))),
        is(SAID),
        is(REPORT),
        is(SAYING),
        f32::from(candidate.form as u8),
        distance,
        tags.stops_between(candidate.last.min(reading.cue), candidate.first.max(reading.cue)).min(9) as f32,
        flag(candidate.first == start),
        (candidate.first - start.min(candidate.first)).min(40) as f32,
        flag(tags.tag(candidate.last).is_some_and(|tag| tag.is_possessive)),
        (reading.cue - start).min(60) as f32,
        (end - reading.cue).min(60) as f32,
        (reading.end - reading.start).min(60) as f32,
        first_verb(scene, reading.start, reading.end).map_or(20.0, |at| at as f32),
        n_cues.count().min(9) as f32,
        flag(cue.is_some_and(|tag| tag.has_stop)),
        flag(tags.tag(reading.cue + 1).is_some_and(|tag| tag.has_stop)),
        flag(tags.tag(candidate.first).is_some_and(|tag| tag.has_stop)),
    ];
    for at in [reading.cue.checked_sub(1), Some(reading.cue + 1), Some(reading.cue + 2)] {
        row.push(class_at(at));
    }
    for at in [Some(reading.start), Some(reading.start + 1), Some(reading.start + 2)] {
        row.push(class_at(at));
    }
    for at in [candidate.first.checked_sub(1), candidate.first.checked_sub(2), Some(start)] {
        row.push(class_at(at));
    }
    row.push(flag(tags.tag(reading.start).is_some_and(|tag| tag.is_capital)));
    row
}

const OUTSIDE: u8 = 30;

fn quotation(scene: &Scene<'_, '_>, reading: Reading, score: f32, last: Option<&Quotation>) -> Option<Quotation> {
    let candidate = &scene.candidates[reading.speaker];
    let cue = scene.tags.tag(reading.cue)?.span;
    let by = match reading.pattern {
        Pattern::That => "subject of a verb of saying before “that”",
        Pattern::Plain => "subject of the verb of saying",
        Pattern::Trailing => "named with a verb of saying after the clause",
        Pattern::Leading => "named after “according to”",
        Pattern::Confided => "told on condition of not being named",
    };
    let speaker = super::meant(scene, reading.speaker, last);
    if reading.pattern == Pattern::Confided && !matches!(speaker, Speaker::Unnamed(_)) {
        return None;
    }
    Some(Quotation {
        span: span(scene, &reading)?,
        kind: QuotationKind::Indirect,
        speaker,
        cue: Some(cue),
        attribution: ByteSpan::new(cue.start().min(candidate.span.start()), cue.end().max(candidate.span.end())),
        addressee: super::addressee(scene, reading.speaker),
        by: by.to_owned(),
        confidence: percent(score),
    })
}
