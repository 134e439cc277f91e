//! Which documents have to do with each other, and why: names and words that both hold and few others do.
//!
//! Every document is known by its most telling names and words; a pair is as close as the cosine of the angle between
//! these (G. Salton and C. Buckley, "Term-weighting approaches in automatic text retrieval", 1988). Copies of the same
//! story are no related documents: [`crate::same_story`] lists them. Nothing here looks at furniture.

mod features;

use std::cmp::Reverse;

use corpus::model::{DocId, Document, Entity, Reason, Related};

use features::{Feature, FeatureId, Features};

/// Most related documents that are listed for one.
const MAX_RELATED: usize = 8;

/// Most reasons that are given for one.
const MAX_REASONS: usize = 5;

/// How many of the closest documents are looked at for reasons; those that have too few are not listed.
const MAX_CANDIDATES: usize = 48;

/// The least closeness that counts, in thousandths of the cosine.
const MIN_CLOSENESS: u64 = 30;

/// Fills [`Document::related`] of all documents. Their copies and mentions must be known.
pub fn add_related(documents: &mut [Document], entities: &[Entity]) {
    let first_copies: Vec<usize> = (0..documents.len()).map(|idx| first_copy(documents, idx)).collect();
    let features = Features::of(documents, entities, |idx| first_copies[idx] == idx);
    let holders = Holders::of(&features, |idx| first_copies[idx] == idx);
    let mut closeness = vec![0u64; documents.len()];
    let found: Vec<Vec<Related>> = (0..documents.len())
        .map(|idx| {
            let closest = holders.closest(&features, idx, &mut closeness);
            let mut related: Vec<Related> = Vec::new();
            for other in closest {
                let is_copy_of = |doc: usize| {
                    let doc = DocId(u32::try_from(doc).unwrap_or(u32::MAX));
                    documents[other].copies.iter().any(|copy| copy.doc == doc)
                };
                let is_known = is_copy_of(idx)
                    || first_copies[idx] == other
                    || related.iter().any(|listed| is_copy_of(listed.doc.0 as usize));
                if is_known {
                    continue;
                }
                related.extend(reasons(&features, documents, idx, other));
                if related.len() == MAX_RELATED {
                    break;
                }
            }
            related
        })
        .collect();
    for (document, related) in documents.iter_mut().zip(found) {
        document.related = related;
    }
}

/// The first of the documents whose words are this one's: it stands for all of them.
fn first_copy(documents: &[Document], idx: usize) -> usize {
    let exact = documents[idx].copies.iter().filter(|copy| copy.is_exact).map(|copy| copy.doc.0 as usize);
    exact.chain([idx]).min().unwrap_or(idx)
}

/// The documents that hold each feature, with its weight in them, and how long each document's list of weights is.
struct Holders {
    of_feature: Vec<Vec<(u32, u32)>>,
    /// Square roots of the sums of squares.
    lengths: Vec<u64>,
}

impl Holders {
    fn of(features: &Features, is_counted: impl Fn(usize) -> bool) -> Self {
        let mut holders = Self { of_feature: Vec::new(), lengths: Vec::new() };
        for (idx, of_document) in (0u32..).zip(&features.of_document) {
            let squares: u64 = of_document.iter().map(|feature| u64::from(feature.weight).pow(2)).sum();
            holders.lengths.push(squares.isqrt());
            for feature in of_document.iter().filter(|_| is_counted(idx as usize)) {
                let number = feature.id.0 as usize;
                if holders.of_feature.len() <= number {
                    holders.of_feature.resize(number + 1, Vec::new());
                }
                holders.of_feature[number].push((idx, feature.weight));
            }
        }
        holders
    }

    /// The documents that are closest to this one, the closest first. `products` is all zero before and after.
    fn closest(&self, features: &Features, own: usize, products: &mut [u64]) -> Vec<usize> {
        let mut met = Vec::new();
        for feature in &features.of_document[own] {
            for &(other, weight) in self.of_feature.get(feature.id.0 as usize).into_iter().flatten() {
                let other = other as usize;
                if products[other] == 0 {
                    met.push(other);
                }
                products[other] += u64::from(feature.weight) * u64::from(weight);
            }
        }
        let mut ranked: Vec<(u64, usize)> = Vec::new();
        for other in met {
            let product = std::mem::take(&mut products[other]);
            let closeness = product * 1000 / (self.lengths[own] * self.lengths[other]).max(1);
            if other != own && closeness >= MIN_CLOSENESS {
                ranked.push((closeness, other));
            }
        }
        ranked.sort_unstable_by_key(|&(closeness, other)| (Reverse(closeness), other));
        ranked.into_iter().take(MAX_CANDIDATES).map(|(_, other)| other).collect()
    }
}

/// The other document with the reasons for it, if they are enough: two, or one very rare name.
fn reasons(features: &Features, documents: &[Document], own: usize, other: usize) -> Option<Related> {
    let others = &features.of_document[other];
    let mut shared: Vec<&Feature> = features.of_document[own].iter().collect();
    shared.retain(|feature| others.binary_search_by_key(&feature.id, |other| other.id).is_ok());
    let is_enough = match shared.as_slice() {
        [] => false,
        [only] => features.is_very_rare_name(only.id),
        _ => true,
    };
    let rarity = |id: FeatureId| (features.doc_freq(id), id);
    shared.sort_unstable_by_key(|feature| rarity(feature.id));
    let reasons = shared.into_iter().take(MAX_REASONS).map(|feature| match features.name(feature.id) {
        Some(entity) => Reason::Entity(entity),
        None => Reason::Word(feature.span.slice(&documents[own].text).unwrap_or_default().to_owned()),
    });
    let doc = DocId(u32::try_from(other).unwrap_or(u32::MAX));
    is_enough.then(|| Related { doc, reasons: reasons.collect() })
}
