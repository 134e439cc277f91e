//! Things near each other: of the stretches that several terms make out in a document, those that stand near enough.

use super::leaf::Stretch;
use super::units::Read;
use crate::query::Within;
use crate::sort;

/// The stretches that take part: `operands` are those of each thing, in any order. Within so many words, a run of
/// stretches each of which is near the next must hold every thing; of two things, only those that are near one of the
/// other's take part. In a sentence or paragraph, all of them do if it holds every thing.
pub(super) fn near(read: &Read<'_>, operands: &[Vec<Stretch>], within: Within) -> Vec<Stretch> {
    let mut all: Vec<(usize, Stretch)> = Vec::new();
    for (operand, stretches) in operands.iter().enumerate() {
        all.extend(stretches.iter().map(|&stretch| (operand, stretch)));
    }
    sort::by_key(&mut all, |(_, stretch)| (stretch.words, stretch.place));
    let mut found = match within {
        Within::Words(n) => in_runs(read, &all, operands.len(), n as usize),
        Within::Sentence => in_groups(&all, operands.len(), |word| read.words.get(word).map(|word| word.sentence)),
        Within::Paragraph => in_groups(&all, operands.len(), |word| read.words.get(word).map(|word| word.block_idx())),
    };
    sort::by_key(&mut found, |stretch| (stretch.words, stretch.place));
    found.dedup_by_key(|stretch| (stretch.words, stretch.place));
    found
}

fn in_runs(read: &Read<'_>, all: &[(usize, Stretch)], n_operands: usize, n_words: usize) -> Vec<Stretch> {
    let block_of = |stretch: &Stretch| read.words.get(stretch.words.0).map(|word| word.block_idx());
    // Neighbours are one apart, and what shares words is not apart at all.
    let is_near = |end: usize, next: &Stretch| (next.words.0 + 1).saturating_sub(end) <= n_words;
    let mut found = Vec::new();
    let mut start = 0;
    while start < all.len() {
        let (mut end, mut next) = (all[start].1.words.1, start + 1);
        while let Some((_, stretch)) = all.get(next)
            && block_of(stretch) == block_of(&all[start].1)
            && is_near(end, stretch)
        {
            end = end.max(stretch.words.1);
            next += 1;
        }
        let run = &all[start..next];
        if (0..n_operands).all(|operand| run.iter().any(|(of, _)| *of == operand)) {
            let partners = |at: usize| {
                let (operand, stretch) = &run[at];
                let before = run[..at].iter().filter(|(of, _)| of != operand).map(|(_, other)| other.words.1).max();
                let after = run[at + 1..].iter().find(|(of, _)| of != operand);
                before.is_some_and(|end| is_near(end, stretch))
                    || after.is_some_and(|(_, other)| is_near(stretch.words.1, other))
            };
            found.extend((0..run.len()).filter(|&at| n_operands > 2 || partners(at)).map(|at| run[at].1));
        }
        start = next;
    }
    found
}

/// Stretches by the sentence or paragraph of each of their words.
fn in_groups<K: PartialEq>(all: &[(usize, Stretch)], n_operands: usize, key_of: impl Fn(usize) -> K) -> Vec<Stretch> {
    // A stretch of several sentences is in each of them. Keys ascend with words, so that the same ones stand together.
    let mut placed: Vec<(usize, usize, usize)> = Vec::new();
    for (number, (operand, stretch)) in all.iter().enumerate() {
        let (first, end) = stretch.words;
        let mut last: Option<K> = None;
        for word in first..end {
            let key = key_of(word);
            if last.as_ref() != Some(&key) {
                placed.push((word, *operand, number));
                last = Some(key);
            }
        }
    }
    sort::by_key(&mut placed, |&(word, ..)| word);
    let mut found = Vec::new();
    for group in placed.chunk_by(|(a, ..), (b, ..)| key_of(*a) == key_of(*b)) {
        if (0..n_operands).all(|operand| group.iter().any(|(_, of, _)| *of == operand)) {
            found.extend(group.iter().map(|(.., number)| all[*number].1));
        }
    }
    found
}
