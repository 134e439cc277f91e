//! Which documents have to do with each other, and why: names and words that both hold and few others do.
//!
//! Every document is known by its most telling names and words; a pair is as close as the cosine of the angle between
//! these (G. Salton and C. Buckley, "Term-weighting approaches in automatic text retrieval", 1988). Copies of the same
//! story are no related documents: [`crate::same_story`] lists them. Nothing here looks at furniture.

mod features;

use std::cmp::Reverse;

use corpus::model::{DocId, Document, Entity, Reason, Related, SameStory};
use corpus::tokens::Tokens;

use corpus::parallel;
use features::{ENOUGH, EVIDENCE_BITS, Feature, Features};

/// Most related documents that are listed for one.
const MAX_RELATED: usize = 8;

/// Most reasons that are given for one.
const MAX_REASONS: usize = 5;

/// How many of the closest documents are looked at for reasons; those that have too few are not listed.
const MAX_CANDIDATES: usize = 48;

/// The least closeness that counts, in thousandths of the cosine.
const MIN_CLOSENESS: u64 = 30;

/// The documents that have to do with each; `tokens` and `copies` are theirs, and their mentions must be known.
pub fn related(
    documents: &[Document],
    tokens: &Tokens<'_>,
    copies: &[Vec<SameStory>],
    entities: &[Entity],
) -> Vec<Vec<Related>> {
    let first_copies: Vec<usize> = (0..documents.len()).map(|idx| first_copy(copies, idx)).collect();
    let features = Features::of(documents, tokens, entities, |idx| first_copies[idx] == idx);
    let holders = Holders::of(&features, |idx| first_copies[idx] == idx);
    parallel::flat_map_runs(documents.len(), |run| {
        let mut shared = Shared { both: vec![0; documents.len()], met: vec![0; documents.len() + 1] };
        run.map(|idx| {
            let closest = holders.closest(&features, idx, &mut shared);
            listed(documents, copies, &features, &first_copies, idx, closest)
        })
        .collect()
    })
}

/// Those of the closest documents that there are reasons for. Of copies of one story, the closest stands for all.
fn listed(
    documents: &[Document],
    copies: &[Vec<SameStory>],
    features: &Features,
    first_copies: &[usize],
    own: usize,
    closest: Vec<usize>,
) -> Vec<Related> {
    let mut related: Vec<Related> = Vec::new();
    for other in closest {
        let is_copy_of = |doc: usize| {
            let doc = DocId(u32::try_from(doc).unwrap_or(u32::MAX));
            copies[other].iter().any(|copy| copy.doc == doc)
        };
        let is_known = is_copy_of(own)
            || first_copies[own] == other
            || related.iter().any(|listed| is_copy_of(listed.doc.0 as usize));
        if is_known {
            continue;
        }
        related.push(reasons(features, documents, own, other));
        if related.len() == MAX_RELATED {
            break;
        }
    }
    related
}

/// The first of the documents whose words are this one's: it stands for all of them.
fn first_copy(copies: &[Vec<SameStory>], idx: usize) -> usize {
    let exact = copies[idx].iter().filter(|copy| copy.is_exact).map(|copy| copy.doc.0 as usize);
    exact.chain([idx]).min().unwrap_or(idx)
}

/// The documents that hold each feature, with its weight in them, and how long each document's list of weights is.
struct Holders {
    of_feature: Vec<Vec<(u32, u32)>>,
    /// Square roots of the sums of squares.
    lengths: Vec<u64>,
}

/// What one document shares with each of the others, while it is added up.
struct Shared {
    /// Per document the product, and in the low bits the evidence; all zero between one document and the next.
    both: Vec<u64>,
    /// Those that share anything, and after them anything.
    met: Vec<u32>,
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

    /// Those of the documents that are closest to this one for which there are reasons enough, the closest first.
    fn closest(&self, features: &Features, own: usize, Shared { both, met }: &mut Shared) -> Vec<usize> {
        let mut n_met = 0;
        for feature in &features.of_document[own] {
            let evidence = features.evidence(feature.id);
            for &(other, weight) in self.of_feature.get(feature.id.0 as usize).into_iter().flatten() {
                // Without a branch, as half of them would go the unexpected way.
                let both = &mut both[other as usize];
                met[n_met] = other;
                n_met += usize::from(*both == 0);
                *both += (u64::from(feature.weight) * u64::from(weight)) << EVIDENCE_BITS | evidence;
            }
        }
        let mut ranked: Vec<(u64, usize, u64)> = Vec::new();
        for other in met[..n_met].iter().map(|&other| other as usize) {
            let both = std::mem::take(&mut both[other]);
            let (product, evidence) = ((both >> EVIDENCE_BITS) * 1000, both & ((1 << EVIDENCE_BITS) - 1));
            let lengths = (self.lengths[own] * self.lengths[other]).max(1);
            // Most are not close enough, and to divide takes long.
            if other != own && product >= MIN_CLOSENESS * lengths {
                ranked.push((product / lengths, other, evidence));
            }
        }
        let rank = |&(closeness, other, _): &(u64, usize, u64)| (Reverse(closeness), other);
        if ranked.len() > MAX_CANDIDATES {
            ranked.select_nth_unstable_by_key(MAX_CANDIDATES, rank);
            ranked.truncate(MAX_CANDIDATES);
        }
        ranked.sort_unstable_by_key(rank);
        ranked.into_iter().filter(|&(.., evidence)| evidence >= ENOUGH).map(|(_, other, _)| other).collect()
    }
}

/// The other document with the rarest things that both have.
fn reasons(features: &Features, documents: &[Document], own: usize, other: usize) -> Related {
    let mut others = features.of_document[other].iter().map(|feature| feature.id).peekable();
    let is_shared = |feature: &&Feature| {
        while others.next_if(|&other| other < feature.id).is_some() {}
        others.peek() == Some(&feature.id)
    };
    let mut shared: Vec<&Feature> = features.of_document[own].iter().filter(is_shared).collect();
    shared.sort_unstable_by_key(|feature| (features.doc_freq(feature.id), feature.id));
    let reasons = shared.into_iter().take(MAX_REASONS).map(|feature| match features.name(feature.id) {
        Some(entity) => Reason::Entity(entity),
        None => Reason::Word(feature.span.slice(&documents[own].text).unwrap_or_default().to_owned()),
    });
    Related { doc: DocId(u32::try_from(other).unwrap_or(u32::MAX)), reasons: reasons.collect() }
}

#[cfg(test)]
mod tests {
    use corpus::model::{Block, BlockKind, EntityKind, Mention};
    use corpus::span::ByteSpan;
    use corpus::tokens::DocumentTokens;

    use super::*;
    use crate::read::{Layout, Received};
    use crate::structure::structure;

    /// A document with the text; names stand in it in brackets, which are no part of them.
    fn document(text: &str, entities: &mut Vec<Entity>) -> Document {
        let layout = Layout::Clean;
        let mut document = structure(Received { text: text.to_owned(), layout, ..Received::default() });
        for (open, _) in text.match_indices('[') {
            let close = open + text[open..].find(']').expect("closed");
            let name = &text[open + 1..close];
            let known = entities.iter().position(|entity| entity.name == name);
            let entity = known.unwrap_or_else(|| {
                entities.push(Entity { kind: EntityKind::Person, name: name.to_owned(), ..Entity::default() });
                entities.len() - 1
            });
            let span = ByteSpan::from_range(open + 1..close).expect("in the text");
            let entity = corpus::model::EntityId(entity as u32);
            document.mentions.push(Mention { span, entity, by: String::new(), confidence: 100 });
        }
        document
    }

    fn related_of(documents: &[Document], entities: &[Entity]) -> Vec<Vec<Related>> {
        let copies: Vec<_> = documents.iter().map(|document| document.copies.clone()).collect();
        let tokens: Vec<_> = documents.iter().map(DocumentTokens::of).collect();
        related(documents, &Tokens::join(&tokens), &copies, entities)
    }

    /// Related documents of the first text as `number: reasons`. Sixty other documents make words and names rare.
    fn check(texts: &[&str], expected: &[&str]) {
        let mut entities = Vec::new();
        let mut documents: Vec<_> = texts.iter().map(|text| document(text, &mut entities)).collect();
        documents.resize(texts.len() + 60, document("Snow.", &mut Vec::new()));
        let lines = related_of(&documents, &entities)[0].clone();
        let lines = lines.iter().map(|related| {
            let reasons = related.reasons.iter().map(|reason| match reason {
                Reason::Entity(id) => entities[id.0 as usize].name.as_str(),
                Reason::Word(word) => word,
            });
            format!("{}: {}", related.doc.0, reasons.collect::<Vec<_>>().join(", "))
        });
        assert_eq!(lines.collect::<Vec<_>>(), expected, "{texts:?}");
    }

    #[test]
    fn a_very_rare_name_or_several_rare_words_relate_documents() {
        check(&["He met [Ann Snow].", "Then [Ann Snow] left."], &["1: Ann Snow"]);
        check(&["The gardener mowed.", "A gardener lost; gardeners mowed."], &[]);
        check(&["Gardeners mowed the lawn.", "The lawn was mowed by a gardener."], &["1: Gardeners, lawn, mowed"]);
        let others = "Then [Ann Snow] left.";
        check(&["He met [Ann Snow] in spring.", others, others, others], &[]);
        check(&["He met [Ann Snow] to mow.", "[Ann Snow] will mow it. The mowing began.", others, others], &[]);
    }

    #[test]
    fn words_in_names_function_words_and_numbers_are_no_reasons() {
        check(&["[Lawn Garden Mower] 1995 however because", "Lawn garden mower 1995 however because"], &[]);
    }

    #[test]
    fn furniture_and_the_writers_name_are_no_reasons() {
        let mut entities = Vec::new();
        let text = "[Ann Snow]\n\nGardeners mowed lawns.";
        let mut documents: Vec<_> = [text, text].map(|text| document(text, &mut entities)).into();
        documents.resize(60, document("Snow.", &mut Vec::new()));
        let related = |documents: Vec<Document>| {
            let related = related_of(&documents, &entities);
            related[0].iter().map(|related| related.reasons.len()).collect::<Vec<_>>()
        };
        assert_eq!(related(documents.clone()), [4]);
        for document in &mut documents[..2] {
            document.byline = Some(corpus::model::Attribute { span: ByteSpan::new(0, 10), ..Default::default() });
        }
        assert_eq!(related(documents.clone()), [3]);
        let furniture = Block { kind: BlockKind::Furniture, ..documents[0].blocks[1].clone() };
        documents[0].blocks[1] = furniture;
        documents[0].sentences.retain(|sentence| sentence.block_idx != 1);
        assert_eq!(related(documents), [0; 0]);
    }

    #[test]
    fn copies_are_not_related_and_of_another_storys_copies_one_is_listed() {
        let mut entities = Vec::new();
        let texts = ["Now [Ann Snow] met.", "Then [Ann Snow] left.", "Then [Ann Snow] left.", "Soon [Ann Snow] met."];
        let mut documents: Vec<_> = texts.iter().map(|text| document(text, &mut entities)).collect();
        documents.resize(100, document("Rain.", &mut Vec::new()));
        let copy = |doc| SameStory {
            doc: DocId(doc),
            is_exact: doc == 1 || doc == 2,
            shared_percent: 100,
            own_sentences: Vec::new(),
        };
        for (idx, other) in [(0, 3), (3, 0), (1, 2), (2, 1)] {
            documents[idx].copies.push(copy(other));
        }
        let related = related_of(&documents, &entities);
        let listed = related[..4].iter().map(|related| related.iter().map(|r| r.doc.0).collect::<Vec<_>>());
        assert_eq!(listed.collect::<Vec<_>>(), [vec![1], vec![0], vec![0], vec![1]]);
    }
}
