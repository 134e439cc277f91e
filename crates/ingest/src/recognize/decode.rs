//! The best tags for a sentence, and how far each of its names is ahead of the best tags without it.

use std::ops::Range;

use super::model::Row;
use super::tags::{N_TAGS, Ranges, is_open, may_follow, names_of};

/// A sum that nothing real reaches, far from the smallest number so that more can be taken off.
const NEVER: i32 = i32::MIN / 4;

/// Weights of a tag (second index) after another (first index).
pub(super) type Transitions = [[i32; N_TAGS]; N_TAGS];

/// The names of the best tags, each with how far it is ahead of the best tags that do not have it.
pub(super) fn names(emissions: &[Row], allowed: &Allowed) -> Vec<(Range<usize>, u8, i32)> {
    if emissions.is_empty() {
        return Vec::new();
    }
    let (ahead, from) = allowed.forward(emissions);
    let (tags, best) = best_tags(&ahead, &from);
    let names: Ranges = names_of(&tags);
    if names.is_empty() {
        return Vec::new();
    }
    let behind = allowed.backward(emissions);
    let without = |idx: usize| {
        let others = (0..N_TAGS).filter(|&tag| tag != usize::from(tags[idx]));
        best - others.map(|tag| ahead[idx][tag] + behind[idx][tag]).max().unwrap_or(NEVER)
    };
    names.into_iter().map(|(range, kind)| (range.clone(), kind, range.map(without).min().unwrap_or(0))).collect()
}

/// The best tags alone.
pub(super) fn tags(emissions: &[Row], allowed: &Allowed) -> Vec<u8> {
    if emissions.is_empty() {
        return Vec::new();
    }
    let (ahead, from) = allowed.forward(emissions);
    best_tags(&ahead, &from).0
}

fn best_tags(ahead: &[[i32; N_TAGS]], from: &[[u8; N_TAGS]]) -> (Vec<u8>, i32) {
    let last = ahead.len() - 1;
    let closed = (0..N_TAGS as u8).filter(|&tag| !is_open(tag));
    let best = closed
        .fold(0, |best, tag| if ahead[last][usize::from(tag)] > ahead[last][usize::from(best)] { tag } else { best });
    let mut tags = vec![best; last + 1];
    for idx in (0..last).rev() {
        tags[idx] = from[idx + 1][usize::from(tags[idx + 1])];
    }
    (tags, ahead[last][usize::from(best)])
}

/// The pairs of tags that can follow each other, with their weights.
#[derive(Clone, Debug)]
pub(super) struct Allowed {
    /// For each tag those that can stand before it.
    before: [Vec<(u8, i32)>; N_TAGS],
    /// For each tag those that can stand after it.
    after: [Vec<(u8, i32)>; N_TAGS],
}

impl Allowed {
    pub(super) fn new(transitions: &Transitions) -> Self {
        let tags = 0..N_TAGS as u8;
        let pairs = tags.clone().flat_map(|tag| tags.clone().map(move |next| (tag, next)));
        let mut allowed = Self { before: Default::default(), after: Default::default() };
        for (tag, next) in pairs.filter(|&(tag, next)| may_follow(tag, next)) {
            let weight = transitions[usize::from(tag)][usize::from(next)];
            allowed.before[usize::from(next)].push((tag, weight));
            allowed.after[usize::from(tag)].push((next, weight));
        }
        allowed
    }

    /// The best sum up to and with each tag of each word, and which tag stands before it there.
    fn forward(&self, emissions: &[Row]) -> (Vec<[i32; N_TAGS]>, Vec<[u8; N_TAGS]>) {
        let mut ahead = vec![[NEVER; N_TAGS]; emissions.len()];
        let mut from = vec![[0; N_TAGS]; emissions.len()];
        let first = (0..N_TAGS).filter(|&tag| may_follow(0, tag as u8));
        first.for_each(|tag| ahead[0][tag] = i32::from(emissions[0][tag]));
        for idx in 1..emissions.len() {
            let last = ahead[idx - 1];
            for (tag, before) in self.before.iter().enumerate() {
                let (mut best, mut best_from) = (i32::MIN, 0);
                for &(tag, weight) in before {
                    let sum = last[usize::from(tag)] + weight;
                    if sum > best {
                        (best, best_from) = (sum, tag);
                    }
                }
                ahead[idx][tag] = (best + i32::from(emissions[idx][tag])).max(NEVER);
                from[idx][tag] = best_from;
            }
        }
        (ahead, from)
    }

    /// The best sum of what follows each tag of each word.
    fn backward(&self, emissions: &[Row]) -> Vec<[i32; N_TAGS]> {
        let mut behind = vec![[NEVER; N_TAGS]; emissions.len()];
        let last = emissions.len() - 1;
        (0..N_TAGS).filter(|&tag| !is_open(tag as u8)).for_each(|tag| behind[last][tag] = 0);
        for idx in (0..last).rev() {
            let (next, row) = (behind[idx + 1], &emissions[idx + 1]);
            for (tag, after) in self.after.iter().enumerate() {
                let sums = after.iter().map(|&(other, weight)| {
                    let other = usize::from(other);
                    next[other] + weight + i32::from(row[other])
                });
                behind[idx][tag] = sums.max().unwrap_or(NEVER).max(NEVER);
            }
        }
        behind
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recognize::model::ROW_LEN;
    use crate::recognize::tags::{Part, tag};

    fn row(weights: &[(u8, i16)]) -> Row {
        let mut row = [0; ROW_LEN];
        weights.iter().for_each(|&(tag, weight)| row[usize::from(tag)] = weight);
        row
    }

    #[test]
    fn the_margin_is_what_another_reading_would_lose() {
        let only_person = tag(0, Part::Only);
        let emissions = [row(&[(only_person, 9)]), row(&[(0, 20)]), row(&[(tag(2, Part::Begin), 30)])];
        let found = names(&emissions, &Allowed::new(&[[0; N_TAGS]; N_TAGS]));
        assert_eq!(found, [(0..1, 0, 9)]);
    }

    #[test]
    fn no_name_is_left_open_at_the_end() {
        let begin = tag(1, Part::Begin);
        let emissions = [row(&[(begin, 50)]), row(&[(tag(1, Part::Inside), 50), (tag(1, Part::Last), 3)])];
        let found = names(&emissions, &Allowed::new(&[[0; N_TAGS]; N_TAGS]));
        assert_eq!(found, [(0..2, 1, 53)]);
        assert_eq!(names(&[], &Allowed::new(&[[0; N_TAGS]; N_TAGS])), []);
    }
}
