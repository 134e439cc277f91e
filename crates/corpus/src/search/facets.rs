//! Facets: dimensions to browse by, what a reader chose in them, and how many hits each value has.
//!
//! Values of one facet are joined by OR, facets by AND. The counts of a facet leave its own choice out, so that a
//! second tick shows what it would add.

use std::collections::BTreeMap;

use super::evaluate::{Evaluator, Matched};
use super::units::{Unit, UnitSet};
use crate::corpus::{Corpus, DocumentView};
use crate::model::{EntityId, EntityKind, Speaker};
use crate::sort;
use crate::span::ByteSpan;

/// A dimension to browse by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Facet {
    /// Entities of a kind.
    Entity(EntityKind),
    /// Entities that are quoted.
    Speaker,
    /// Where documents are from.
    Outlet,
    /// What they are written in.
    Language,
    /// The year they were published.
    Year,
}

impl Facet {
    /// All facets in the order in which readers see them.
    pub const ALL: &'static [Facet] = &[
        Facet::Entity(EntityKind::Person),
        Facet::Entity(EntityKind::Organization),
        Facet::Entity(EntityKind::Place),
        Facet::Entity(EntityKind::Group),
        Facet::Entity(EntityKind::Product),
        Facet::Entity(EntityKind::Event),
        Facet::Speaker,
        Facet::Outlet,
        Facet::Language,
        Facet::Year,
        Facet::Entity(EntityKind::Url),
        Facet::Entity(EntityKind::Email),
        Facet::Entity(EntityKind::Phone),
        Facet::Entity(EntityKind::Handle),
        Facet::Entity(EntityKind::Hashtag),
        Facet::Entity(EntityKind::Money),
    ];

    /// The word for it in addresses.
    pub fn word(self) -> &'static str {
        match self {
            Facet::Entity(kind) => kind.word(),
            Facet::Speaker => "speaker",
            Facet::Outlet => "outlet",
            Facet::Language => "language",
            Facet::Year => "date",
        }
    }

    /// The facet of a word.
    pub fn from_word(word: &str) -> Option<Facet> {
        Self::ALL.iter().copied().find(|facet| facet.word() == word)
    }
}

/// The values of one facet that a reader chose, by key.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// Hits must have one of these.
    pub include: Vec<String>,
    /// Hits must have none of these.
    pub exclude: Vec<String>,
}

/// What a reader chose in all facets.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filters(pub BTreeMap<Facet, Selection>);

/// One value of a facet with its count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetValue {
    /// The key for addresses: an entity's slug, an outlet's name, a language tag, a year.
    pub key: String,
    /// What readers see.
    pub label: String,
    /// Units that match the query and the other facets and have this value.
    pub count: u32,
}

/// The values of one facet: chosen ones first, then by count, then by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetCounts {
    /// The dimension.
    pub facet: Facet,
    /// Its values. Those without hits are left out unless they are chosen.
    pub values: Vec<FacetValue>,
}

impl Filters {
    /// The choice in a facet.
    pub fn selection(&self, facet: Facet) -> Option<&Selection> {
        self.0.get(&facet).filter(|selection| !selection.include.is_empty() || !selection.exclude.is_empty())
    }

    /// Whether nothing is chosen.
    pub fn is_empty(&self) -> bool {
        Facet::ALL.iter().all(|&facet| self.selection(facet).is_none())
    }

    /// Per facet in which something is chosen: the units that fit that choice.
    pub(super) fn fitting(&self, evaluator: &Evaluator<'_>) -> Fitting {
        let fitting = |&facet: &Facet| {
            let selection = self.selection(facet)?;
            let end = evaluator.units().end();
            let set = |keys: &[String]| UnitSet::new(end, keys.iter().flat_map(|key| units_of(evaluator, facet, key)));
            let mut fits = match selection.include.as_slice() {
                [] => UnitSet::new(end, evaluator.units().all()),
                keys => set(keys),
            };
            fits.remove(&set(&selection.exclude));
            Some((facet, fits))
        };
        Fitting(Facet::ALL.iter().filter_map(fitting).collect())
    }

    /// The names and speakers among what was chosen, looked up.
    pub(super) fn chosen(&self, corpus: &Corpus<'_>) -> Chosen {
        let mut chosen = Chosen::default();
        for (&facet, selection) in &self.0 {
            let entities = selection.include.iter().filter_map(|key| entity_of_key(corpus, facet, key));
            if facet == Facet::Speaker { chosen.speakers.extend(entities) } else { chosen.named.extend(entities) }
        }
        chosen
    }
}

/// What fits the reader's choice, facet by facet.
#[derive(Clone, Debug)]
pub(super) struct Fitting(Vec<(Facet, UnitSet)>);

impl Fitting {
    /// The units that fit all choices, that of one facet left out if so told; `None` if all do.
    pub(super) fn allowed(&self, left_out: Option<Facet>) -> Option<UnitSet> {
        let mut sets = self.0.iter().filter(|(facet, _)| Some(*facet) != left_out).map(|(_, set)| set);
        let mut allowed = sets.next()?.clone();
        sets.for_each(|set| allowed.intersect(set));
        Some(allowed)
    }
}

/// The entities that hits must name or quote by the reader's choice.
#[derive(Clone, Debug, Default)]
pub(super) struct Chosen {
    named: Vec<EntityId>,
    speakers: Vec<EntityId>,
}

impl Chosen {
    /// Where nothing was asked: every unit, with the places of what was chosen.
    pub(super) fn matched(&self, evaluator: &Evaluator<'_>) -> Vec<Matched> {
        let mut matched = evaluator.everything();
        for document in evaluator.corpus().documents() {
            for span in self.spans(&document) {
                let unit = unit_of_span(evaluator, &document, span);
                if let Ok(at) = matched.binary_search_by_key(&unit, |found| found.unit) {
                    matched[at].n_places += 1;
                }
            }
        }
        matched
    }

    /// The spans of a document where the chosen are named or quoted, ascending, none overlapping another.
    pub(super) fn spans(&self, document: &DocumentView<'_>) -> Vec<ByteSpan> {
        let mut spans = Vec::new();
        if !self.named.is_empty() {
            let mentions = document.mentions().filter(|mention| self.named.contains(&mention.entity()));
            spans.extend(mentions.map(|mention| mention.span()));
        }
        if !self.speakers.is_empty() {
            let is_by = |speaker| matches!(speaker, Speaker::Entity(entity, _) if self.speakers.contains(&entity));
            let quotations = document.quotations().filter(|quotation| is_by(quotation.speaker()));
            spans.extend(quotations.map(|quotation| quotation.span()));
        }
        sort::by_key(&mut spans, |span| (span.start(), std::cmp::Reverse(span.end())));
        let mut end = 0;
        spans.retain(|span| {
            let is_free = span.start() >= end;
            if is_free {
                end = span.end();
            }
            is_free
        });
        spans
    }
}

fn unit_of_span(evaluator: &Evaluator<'_>, document: &DocumentView<'_>, span: ByteSpan) -> u32 {
    match evaluator.unit() {
        Unit::Document => document.doc().0,
        Unit::Passage => document.block_idx_at(span.start()).map_or(0, |block_idx| block_idx.saturating_add(1)),
    }
}

/// The key of an entity in a facet: its slug, and for speakers also its kind.
fn key_of_entity(corpus: &Corpus<'_>, facet: Facet, entity: EntityId) -> Option<(String, String)> {
    let entity = corpus.entity(entity)?;
    let key = match facet {
        Facet::Speaker => format!("{}/{}", entity.kind().word(), entity.slug()),
        _ => entity.slug().to_owned(),
    };
    Some((key, entity.name().to_owned()))
}

fn entity_of_key(corpus: &Corpus<'_>, facet: Facet, key: &str) -> Option<EntityId> {
    let (kind, slug) = match facet {
        Facet::Entity(kind) => (kind, key),
        Facet::Speaker => {
            let (kind, slug) = key.split_once('/')?;
            (EntityKind::from_word(kind)?, slug)
        }
        _ => return None,
    };
    corpus.entity_by_slug(kind, slug).map(|entity| entity.id())
}

/// A document's own value in a facet that is not about names.
fn value_of_document(facet: Facet, document: &DocumentView<'_>) -> Option<String> {
    match facet {
        Facet::Outlet => document.source().map(|source| source.text.to_owned()),
        Facet::Language => Some(document.language()).filter(|tag| !tag.is_empty()).map(str::to_owned),
        Facet::Year => super::publication_day(document).and_then(|day| day.get(..4)).map(str::to_owned),
        Facet::Entity(_) | Facet::Speaker => None,
    }
}

/// The units that have a value.
fn units_of(evaluator: &Evaluator<'_>, facet: Facet, key: &str) -> Vec<u32> {
    let corpus = evaluator.corpus();
    match facet {
        Facet::Entity(_) => {
            let mentions = entity_of_key(corpus, facet, key).and_then(|entity| corpus.entity(entity));
            let mentions = mentions.into_iter().flat_map(|entity| entity.mentions());
            mentions.map(|mention| evaluator.units().of_position(mention.doc().0, mention.position())).collect()
        }
        Facet::Speaker => {
            let Some(chosen) = entity_of_key(corpus, facet, key) else { return Vec::new() };
            let is_by = |speaker| matches!(speaker, Speaker::Entity(entity, _) if entity == chosen);
            let units = corpus.documents().flat_map(|document| {
                let quotations = document.quotations().filter(|quotation| is_by(quotation.speaker()));
                quotations.map(move |quotation| evaluator.units().of_position(document.doc().0, quotation.position()))
            });
            units.collect()
        }
        Facet::Outlet | Facet::Language | Facet::Year => {
            let has = |document: &DocumentView<'_>| value_of_document(facet, document).as_deref() == Some(key);
            let units = corpus.documents().filter(has).flat_map(|document| match evaluator.unit() {
                Unit::Document => vec![document.doc().0],
                Unit::Passage => evaluator.units().all(),
            });
            units.collect()
        }
    }
}

/// Counts all facets over the units that match the query.
pub(super) fn count(
    evaluator: &Evaluator<'_>,
    matched: &[Matched],
    filters: &Filters,
    fitting: &Fitting,
) -> Vec<FacetCounts> {
    let matched_without = |left_out: Option<Facet>| {
        let allowed = fitting.allowed(left_out);
        let units = matched.iter().map(|found| found.unit);
        let units = units.filter(|&unit| allowed.as_ref().is_none_or(|allowed| allowed.contains(unit)));
        UnitSet::new(evaluator.units().end(), units)
    };
    let base = matched_without(None);
    // One pass over the mentions serves all kinds of entities in which nothing is chosen.
    let named = count_named(evaluator, &base);
    let counts = |&facet: &Facet| {
        let selection = filters.selection(facet);
        let own = selection.map(|_| matched_without(Some(facet)));
        let mut values = match (facet, &own) {
            (Facet::Entity(_), None) => values_of_entities(evaluator.corpus(), facet, &named),
            (Facet::Entity(_), Some(own)) => {
                values_of_entities(evaluator.corpus(), facet, &count_named(evaluator, own))
            }
            (Facet::Speaker, own) => {
                let counts = count_speakers(evaluator, own.as_ref().unwrap_or(&base));
                values_of_entities(evaluator.corpus(), facet, &counts)
            }
            (_, own) => values_of_documents(evaluator, facet, own.as_ref().unwrap_or(&base)),
        };
        if let Some(selection) = selection {
            keep_chosen(evaluator.corpus(), facet, selection, &mut values);
        }
        let is_chosen = |value: &FacetValue| {
            selection.is_some_and(|s| s.include.contains(&value.key) || s.exclude.contains(&value.key))
        };
        sort::stable(&mut values, |a, b| {
            let order = is_chosen(b).cmp(&is_chosen(a)).then_with(|| b.count.cmp(&a.count));
            order.then_with(|| a.label.cmp(&b.label)).then_with(|| a.key.cmp(&b.key))
        });
        FacetCounts { facet, values }
    };
    Facet::ALL.iter().map(counts).collect()
}

/// Adds chosen values that have no hits.
fn keep_chosen(corpus: &Corpus<'_>, facet: Facet, selection: &Selection, values: &mut Vec<FacetValue>) {
    for key in selection.include.iter().chain(&selection.exclude) {
        if values.iter().all(|value| value.key != *key) {
            let label = entity_of_key(corpus, facet, key).and_then(|entity| key_of_entity(corpus, facet, entity));
            let label = label.map_or_else(|| key.clone(), |(_, label)| label);
            values.push(FacetValue { key: key.clone(), label, count: 0 });
        }
    }
}

fn values_of_documents(evaluator: &Evaluator<'_>, facet: Facet, units: &UnitSet) -> Vec<FacetValue> {
    let mut values: Vec<FacetValue> = Vec::new();
    for document in evaluator.corpus().documents() {
        let n = match evaluator.unit() {
            Unit::Document => u32::from(units.contains(document.doc().0)),
            Unit::Passage => units.len(),
        };
        if n > 0
            && let Some(value) = value_of_document(facet, &document)
        {
            values.push(FacetValue { label: value.clone(), key: value, count: n });
        }
    }
    sort::stable(&mut values, |a, b| a.key.cmp(&b.key));
    values.dedup_by(|next, kept| {
        let is_same = next.key == kept.key;
        kept.count += if is_same { next.count } else { 0 };
        is_same
    });
    values
}

fn values_of_entities(corpus: &Corpus<'_>, facet: Facet, counts: &[u32]) -> Vec<FacetValue> {
    let found = (0u32..).zip(counts).filter(|&(_, &count)| count > 0).filter_map(|(number, &count)| {
        let entity = corpus.entity(EntityId(number))?;
        let fits = facet == Facet::Speaker || facet == Facet::Entity(entity.kind());
        let (key, label) = fits.then(|| key_of_entity(corpus, facet, entity.id()))??;
        Some(FacetValue { key, label, count })
    });
    found.collect()
}

/// In how many of the units each entity is mentioned.
fn count_named(evaluator: &Evaluator<'_>, units: &UnitSet) -> Vec<u32> {
    count_entities(evaluator, units, |document| document.mentions().map(|m| (m.entity(), m.position())))
}

/// In how many of the units each entity is quoted.
fn count_speakers(evaluator: &Evaluator<'_>, units: &UnitSet) -> Vec<u32> {
    count_entities(evaluator, units, |document| {
        document.quotations().filter_map(|quotation| match quotation.speaker() {
            Speaker::Entity(entity, _) => Some((entity, quotation.position())),
            _ => None,
        })
    })
}

fn count_entities<'c, F: Iterator<Item = (EntityId, u32)>>(
    evaluator: &Evaluator<'c>,
    units: &UnitSet,
    entities_of: impl Fn(DocumentView<'c>) -> F,
) -> Vec<u32> {
    let corpus = evaluator.corpus();
    // Per entity: how many units, and the unit counted last, so that each counts once.
    let mut counts = vec![(0u32, u32::MAX); corpus.n_entities() as usize];
    for document in corpus.documents() {
        let doc = document.doc().0;
        if evaluator.unit() == Unit::Document && !units.contains(doc) {
            continue;
        }
        for (entity, position) in entities_of(document) {
            let Some((count, last)) = counts.get_mut(entity.0 as usize) else { continue };
            let unit = evaluator.units().of_position(doc, position);
            if *last != unit && units.contains(unit) {
                (*count, *last) = (*count + 1, unit);
            }
        }
    }
    counts.into_iter().map(|(count, _)| count).collect()
}
