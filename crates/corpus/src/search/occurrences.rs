//! How often something stands in documents, by document.

use super::words::WordTerms;
use crate::corpus::Corpus;
use crate::index::Postings;
use crate::index::postings::{Block, Posting};
use crate::query::Field;

/// Lists of more terms than this are added up in a table of all documents.
const MAX_MERGED: usize = 8;

/// Occurrences in one unit.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Occurrences {
    pub(super) unit: u32,
    /// Weighted frequency in the headline.
    pub(super) headline: f32,
    /// Weighted frequency in the body.
    pub(super) body: f32,
    /// Places that match.
    pub(super) n_places: u32,
}

impl Occurrences {
    pub(super) fn add(&mut self, other: &Occurrences) {
        self.headline += other.headline;
        self.body += other.body;
        self.n_places = self.n_places.saturating_add(other.n_places);
    }

    /// Those of a posting that are in a field.
    fn of(posting: &Posting, weight: f32, field: Field) -> Self {
        let n_headline = if field == Field::Text { 0 } else { posting.n_headline };
        let n_body = if field == Field::Title { 0 } else { posting.n_body };
        let (headline, body) = (n_headline as f32 * weight, n_body as f32 * weight);
        Self { unit: posting.doc, headline, body, n_places: n_body.saturating_add(n_headline) }
    }
}

/// How often a word stands in each document that has it; ascending.
pub(super) fn frequencies(corpus: &Corpus<'_>, word: &WordTerms, field: Field) -> Vec<Occurrences> {
    let lists = word.terms().iter().map(|&(term, weight)| (corpus.index.postings(term), weight));
    if word.terms().len() > MAX_MERGED {
        return added_up(corpus.n_docs(), lists, field);
    }
    let list = |(mut postings, weight): (Postings<'_>, f32)| {
        let mut found = Vec::with_capacity(postings.n_docs().min(corpus.n_docs()) as usize);
        let mut block = Block::default();
        while postings.next_block(&mut block) {
            found.extend(block.iter().map(|posting| Occurrences::of(posting, weight, field)));
        }
        found.retain(|found| found.n_places > 0 && found.unit < corpus.n_docs());
        found
    };
    lists.map(list).reduce(|one, other| in_either(&one, &other)).unwrap_or_default()
}

/// The occurrences of several lists by document; ascending.
pub(super) fn added_up<'a>(
    n_docs: u32,
    lists: impl Iterator<Item = (Postings<'a>, f32)>,
    field: Field,
) -> Vec<Occurrences> {
    let mut sums = vec![Occurrences::default(); n_docs as usize];
    for (postings, weight) in lists {
        postings.for_each(|posting| {
            if let Some(sum) = sums.get_mut(posting.doc as usize) {
                sum.add(&Occurrences::of(&posting, weight, field));
            }
        });
    }
    (0u32..).zip(&mut sums).for_each(|(doc, sum)| sum.unit = doc);
    sums.retain(|sum| sum.n_places > 0);
    sums
}

/// Documents of either list, with what both have of occurrences together.
fn in_either(one: &[Occurrences], other: &[Occurrences]) -> Vec<Occurrences> {
    let mut all = Vec::with_capacity(one.len() + other.len());
    let mut rest = other;
    for found in one {
        let n_before = rest.iter().take_while(|next| next.unit < found.unit).count();
        let (before, after) = rest.split_at(n_before);
        all.extend_from_slice(before);
        let mut sum = *found;
        rest = match after.split_first() {
            Some((same, after)) if same.unit == found.unit => {
                sum.add(same);
                after
            }
            _ => after,
        };
        all.push(sum);
    }
    all.extend_from_slice(rest);
    all
}

/// Documents of both lists, with no more occurrences than either has.
pub(super) fn in_both(one: &[Occurrences], other: &[Occurrences]) -> Vec<Occurrences> {
    let mut other = other.iter().peekable();
    let both = |found: &Occurrences| {
        while other.next_if(|next| next.unit < found.unit).is_some() {}
        let same = other.peek().filter(|next| next.unit == found.unit)?;
        let (headline, body) = (found.headline.min(same.headline), found.body.min(same.body));
        let n_places = found.n_places.min(same.n_places);
        (headline > 0.0 || body > 0.0).then_some(Occurrences { unit: found.unit, headline, body, n_places })
    };
    one.iter().filter_map(both).collect()
}
