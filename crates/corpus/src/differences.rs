//! What differs between two documents that tell one story: sentence by sentence, and word by word where sentences were
//! written anew.

use std::ops::Range;

use similar::DiffOp;
use similar::algorithms::{Capture, Replace, myers};

use crate::corpus::DocumentView;

/// One stretch of both documents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stretch {
    /// So many sentences that both have.
    Same(usize),
    /// Sentences that differ.
    Changed(Vec<Part>),
}

/// Words of a stretch that differs, with single spaces.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// In both.
    Both(String),
    /// In the first document only.
    First(String),
    /// In the second document only.
    Second(String),
}

/// Fewer words than these, between two changes, count as changed too: what is left of a sentence is no reading matter.
const MIN_WORDS: usize = 3;

/// Sentences of a document, or words of a stretch, up to which the way from one to the other is looked for; the time
/// grows with the square of them. Longer ones are told as changed throughout.
const MAX_COMPARED: usize = 3000;

/// What differs between the stories of two documents, headlines included, in the order of the text. Passages that are
/// no part of the story have no sentences.
pub fn differences(first: &DocumentView<'_>, second: &DocumentView<'_>) -> Vec<Stretch> {
    compare(&sentences(first), &sentences(second))
}

/// The sentences of a document's story, with single spaces.
fn sentences(document: &DocumentView<'_>) -> Vec<String> {
    let text = document.text();
    let outside = document.headline().filter(|headline| headline.span.is_none()).map(|headline| headline.text);
    let inside = document.sentences().filter_map(|sentence| sentence.span().slice(&text));
    let all = outside.into_iter().chain(inside);
    all.map(|sentence| sentence.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}

fn compare(first: &[String], second: &[String]) -> Vec<Stretch> {
    let [first_words, second_words] = [first, second].map(|all| all.iter().map(String::as_str).collect::<Vec<_>>());
    let stretch = |(range_of_first, range_of_second): (Range<usize>, Range<usize>), is_same| match is_same {
        true => Stretch::Same(range_of_first.len()),
        false => Stretch::Changed(parts(&first[range_of_first], &second[range_of_second])),
    };
    stretches(&first_words, &second_words, 1, stretch)
}

/// The parts of sentences that differ.
fn parts(first: &[String], second: &[String]) -> Vec<Part> {
    let [first, second] =
        [first, second].map(|all| all.iter().flat_map(|sentence| sentence.split(' ')).collect::<Vec<_>>());
    let part = |(range_of_first, range_of_second): (Range<usize>, Range<usize>), is_same| {
        let (first, second) = (first[range_of_first].join(" "), second[range_of_second].join(" "));
        match is_same {
            true => vec![Part::Both(first)],
            false => {
                [Part::Second(second), Part::First(first)].into_iter().filter(|part| !part.words().is_empty()).collect()
            }
        }
    };
    stretches(&first, &second, MIN_WORDS, part).into_iter().flatten().collect()
}

impl Part {
    /// The words.
    pub fn words(&self) -> &str {
        match self {
            Self::Both(words) | Self::First(words) | Self::Second(words) => words,
        }
    }
}

/// Cuts two lists into stretches that are the same and others that differ; between two that differ, fewer than `min_same`
/// things that are the same are taken for different too.
fn stretches<T>(
    first: &[&str],
    second: &[&str],
    min_same: usize,
    mut each: impl FnMut((Range<usize>, Range<usize>), bool) -> T,
) -> Vec<T> {
    let mut stretches = Vec::new();
    let mut changed: Option<(Range<usize>, Range<usize>)> = None;
    let ops = operations(first, second);
    for (idx, op) in ops.iter().enumerate() {
        let (own, other) = (op.old_range(), op.new_range());
        let is_last = idx + 1 == ops.len();
        let is_same = matches!(op, DiffOp::Equal { .. });
        match &mut changed {
            Some(changed) if !is_same || own.len() < min_same && !is_last => {
                (changed.0.end, changed.1.end) = (own.end, other.end);
            }
            None if !is_same => changed = Some((own, other)),
            _ => {
                stretches.extend(changed.take().map(|changed| each(changed, false)));
                stretches.push(each((own, other), true));
            }
        }
    }
    stretches.extend(changed.map(|changed| each(changed, false)));
    stretches
}

/// The way from one list to the other, by E. Myers, "An O(ND) difference algorithm and its variations", 1986.
fn operations(first: &[&str], second: &[&str]) -> Vec<DiffOp> {
    if first.len().max(second.len()) > MAX_COMPARED {
        return vec![DiffOp::Replace { old_index: 0, old_len: first.len(), new_index: 0, new_len: second.len() }];
    }
    // Called by itself, so that the page holds no other algorithm.
    let mut operations = Replace::new(Capture::new());
    let (of_first, of_second) = (0..first.len(), 0..second.len());
    let Ok(()) = myers::diff_deadline_raw(&mut operations, first, of_first, second, of_second, None);
    operations.into_inner().into_ops()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn strings(all: &[&str]) -> Vec<String> {
        all.iter().map(|one| (*one).to_owned()).collect()
    }

    fn both(words: &str) -> Part {
        Part::Both(words.to_owned())
    }

    fn first(words: &str) -> Part {
        Part::First(words.to_owned())
    }

    fn second(words: &str) -> Part {
        Part::Second(words.to_owned())
    }

    #[test]
    fn sentences_are_the_same_new_gone_or_written_anew() {
        let old = strings(&["It rained.", "Two people left the town in the rain.", "It was cold.", "Nobody knew."]);
        let new =
            strings(&["It rained.", "Five people left the town in the hail.", "It was cold.", "All knew. So it is."]);
        let expected = [
            Stretch::Same(1),
            Stretch::Changed(vec![
                second("Two"),
                first("Five"),
                both("people left the town in the"),
                second("rain."),
                first("hail."),
            ]),
            Stretch::Same(1),
            Stretch::Changed(vec![second("Nobody knew."), first("All knew. So it is.")]),
        ];
        assert_eq!(compare(&new, &old), expected);
        assert_eq!(compare(&old, &old), [Stretch::Same(4)]);
        assert_eq!(compare(&old, &[]), [Stretch::Changed(vec![first(&old.join(" "))])]);
        assert_eq!(compare(&[], &[]), []);
    }

    #[test]
    fn lists_that_are_too_long_differ_throughout() {
        let many: Vec<String> = (0..=MAX_COMPARED).map(|number| number.to_string()).collect();
        let joined = many.join(" ");
        assert_eq!(compare(&many, &many), [Stretch::Changed(vec![second(&joined), first(&joined)])]);
    }

    proptest! {
        #[test]
        fn what_is_the_same_and_what_differs_take_turns(first in words(), second in words()) {
            let [first, second] = [&first, &second].map(|all| all.iter().map(String::as_str).collect::<Vec<_>>());
            let told = stretches(&first, &second, 1, |_, is_same| is_same);
            prop_assert!(told.windows(2).all(|pair| pair[0] != pair[1]), "{:?}", told);
        }

        /// Each text can be read from what is told of both.
        #[test]
        fn nothing_is_lost(first in text(), second in text()) {
            let (mut old, mut new) = (Vec::new(), Vec::new());
            let mut left = (first.iter(), second.iter());
            for stretch in compare(&first, &second) {
                match stretch {
                    Stretch::Same(n) => {
                        old.extend(left.0.by_ref().take(n).cloned());
                        new.extend(left.1.by_ref().take(n).cloned());
                    }
                    Stretch::Changed(parts) => {
                        let (n_old, n_new) = (old.len(), new.len());
                        for part in &parts {
                            if !matches!(part, Part::Second(_)) { old.push(part.words().to_owned()); }
                            if !matches!(part, Part::First(_)) { new.push(part.words().to_owned()); }
                        }
                        // Sentences of a stretch are passed by their words.
                        let pass = |told: &[String], left: &mut std::slice::Iter<'_, String>| {
                            let mut n_left = told.join(" ").split(' ').filter(|word| !word.is_empty()).count();
                            while n_left > 0 { n_left -= left.next().expect("a sentence").split(' ').count(); }
                        };
                        pass(&old[n_old..], &mut left.0);
                        pass(&new[n_new..], &mut left.1);
                    }
                }
            }
            prop_assert_eq!(old.join(" "), first.join(" "));
            prop_assert_eq!(new.join(" "), second.join(" "));
        }
    }

    fn words() -> impl Strategy<Value = Vec<String>> {
        prop::collection::vec("[ab]", 0..60)
    }

    fn text() -> impl Strategy<Value = Vec<String>> {
        let sentence = prop::collection::vec("[abc]", 1..6).prop_map(|words| words.join(" "));
        prop::collection::vec(sentence, 0..8)
    }
}
