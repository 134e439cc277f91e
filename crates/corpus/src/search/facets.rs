//! Facets: dimensions to browse by, what a reader chose in them, and how many hits each value has.
//!
//! Values of one facet are joined by OR, facets by AND. The counts of a facet leave its own choice out, so that a
//! second tick shows what it would add.

use std::collections::BTreeMap;

use super::evaluate::{Evaluator, Matched};
use super::units::{Unit, UnitSet};
use crate::corpus::{Corpus, DocumentView};
use crate::model::{EntityId, EntityKind, Speaker};
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

    /// The units that fit all choices; `None` if all do.
    pub(super) fn allowed_units(&self, evaluator: &Evaluator<'_>) -> Option<UnitSet> {
        self.allowed_without(evaluator, None)
    }

    fn allowed_without(&self, evaluator: &Evaluator<'_>, left_out: Option<Facet>) -> Option<UnitSet> {
        let mut allowed: Option<UnitSet> = None;
        for &facet in Facet::ALL.iter().filter(|&&facet| Some(facet) != left_out) {
            let Some(selection) = self.selection(facet) else { continue };
            let end = evaluator.units().end();
            let set = |keys: &[String]| UnitSet::new(end, keys.iter().flat_map(|key| units_of(evaluator, facet, key)));
            let mut fits = match selection.include.as_slice() {
                [] => UnitSet::new(end, evaluator.units().all()),
                keys => set(keys),
            };
            fits.remove(&set(&selection.exclude));
            match &mut allowed {
                Some(allowed) => allowed.intersect(&fits),
                None => allowed = Some(fits),
            }
        }
        allowed
    }

    /// Where nothing was asked: every unit, with the places of what was chosen.
    pub(super) fn matched(&self, evaluator: &Evaluator<'_>) -> Vec<Matched> {
        let mut matched = evaluator.everything();
        for document in evaluator.corpus().documents().filter(|_| !self.is_empty()) {
            for span in self.spans(evaluator.corpus(), &document) {
                let unit = unit_of_span(evaluator, &document, span);
                if let Ok(at) = matched.binary_search_by_key(&unit, |found| found.unit) {
                    matched[at].n_places += 1;
                }
            }
        }
        matched
    }

    /// The spans of a document that the chosen names and speakers make out, ascending, none overlapping another.
    pub(super) fn spans<'c>(&self, corpus: &'c Corpus<'c>, document: &DocumentView<'c>) -> Vec<ByteSpan> {
        let mut spans = Vec::new();
        for (&facet, selection) in &self.0 {
            let chosen: Vec<EntityId> =
                selection.include.iter().filter_map(|key| entity_of_key(corpus, facet, key)).collect();
            match facet {
                _ if chosen.is_empty() => {}
                Facet::Speaker => spans.extend(document.quotations().filter_map(|quotation| {
                    matches!(quotation.speaker(), Speaker::Entity(entity, _) if chosen.contains(&entity))
                        .then(|| quotation.span())
                })),
                _ => spans
                    .extend(document.mentions().filter(|mention| chosen.contains(&mention.entity())).map(|m| m.span())),
            }
        }
        spans.sort_unstable_by_key(|span| (span.start(), std::cmp::Reverse(span.end())));
        let mut end = 0;
        spans.retain(|span| {
            let is_free = span.start() >= end;
            end = end.max(span.end());
            is_free
        });
        spans
    }
}

fn unit_of_span(evaluator: &Evaluator<'_>, document: &DocumentView<'_>, span: ByteSpan) -> u32 {
    match evaluator.unit() {
        Unit::Document => document.doc().0,
        Unit::Passage => document.sentence_at(span.start()).map_or(0, |sentence| sentence.block_idx() + 1),
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
            let quotations = corpus.quotation_rows().map(|row| corpus.quotation(row));
            let is_by = |quotation: &crate::corpus::QuotationView<'_>| matches!(quotation.speaker(), Speaker::Entity(entity, _) if entity == chosen);
            let unit = |q: crate::corpus::QuotationView<'_>| evaluator.units().of_position(q.doc().0, q.position());
            quotations.filter(is_by).map(unit).collect()
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
pub(super) fn count(evaluator: &Evaluator<'_>, matched: &[Matched], filters: &Filters) -> Vec<FacetCounts> {
    let everywhere = filters.allowed_units(evaluator);
    let set = |allowed: &Option<UnitSet>| {
        let units = matched.iter().map(|found| found.unit);
        let allowed = units.filter(|&unit| allowed.as_ref().is_none_or(|allowed| allowed.contains(unit)));
        UnitSet::new(evaluator.units().end(), allowed)
    };
    let base = set(&everywhere);
    let counts = |&facet: &Facet| {
        let values = match filters.selection(facet) {
            None => count_one(evaluator, facet, &base),
            Some(selection) => {
                let own = set(&filters.allowed_without(evaluator, Some(facet)));
                let mut values = count_one(evaluator, facet, &own);
                keep_chosen(evaluator.corpus(), facet, selection, &mut values);
                values
            }
        };
        FacetCounts { facet, values }
    };
    Facet::ALL.iter().map(counts).collect()
}

/// Adds chosen values that have no hits, and puts all chosen ones first.
fn keep_chosen(corpus: &Corpus<'_>, facet: Facet, selection: &Selection, values: &mut Vec<FacetValue>) {
    let chosen = || selection.include.iter().chain(&selection.exclude);
    for key in chosen() {
        if values.iter().all(|value| value.key != *key) {
            let label = entity_of_key(corpus, facet, key).and_then(|entity| key_of_entity(corpus, facet, entity));
            let label = label.map_or_else(|| key.clone(), |(_, label)| label);
            values.push(FacetValue { key: key.clone(), label, count: 0 });
        }
    }
    values.sort_by_key(|value| !chosen().any(|key| *key == value.key));
}

fn count_one(evaluator: &Evaluator<'_>, facet: Facet, units: &UnitSet) -> Vec<FacetValue> {
    let mut values: Vec<FacetValue> = match facet {
        Facet::Entity(_) | Facet::Speaker => count_entities(evaluator, facet, units),
        Facet::Outlet | Facet::Language | Facet::Year => {
            let mut counts: BTreeMap<String, u32> = BTreeMap::new();
            for document in evaluator.corpus().documents() {
                if let Some(value) = value_of_document(facet, &document) {
                    let n = match evaluator.unit() {
                        Unit::Document => u32::from(units.contains(document.doc().0)),
                        Unit::Passage => {
                            evaluator.units().all().into_iter().filter(|&unit| units.contains(unit)).count() as u32
                        }
                    };
                    *counts.entry(value).or_default() += n;
                }
            }
            let found = counts.into_iter().filter(|&(_, count)| count > 0);
            found.map(|(key, count)| FacetValue { label: key.clone(), key, count }).collect()
        }
    };
    values.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.label.cmp(&b.label)));
    values
}

fn count_entities(evaluator: &Evaluator<'_>, facet: Facet, units: &UnitSet) -> Vec<FacetValue> {
    let corpus = evaluator.corpus();
    let n_entities = corpus.n_entities() as usize;
    // Per entity: how many units, and the unit counted last, so that each counts once.
    let mut counts = vec![(0u32, u32::MAX); n_entities];
    let mut add = |entity: EntityId, unit: u32| {
        if let Some((count, last)) = counts.get_mut(entity.0 as usize).filter(|_| units.contains(unit))
            && *last != unit
        {
            (*count, *last) = (*count + 1, unit);
        }
    };
    for document in corpus.documents() {
        if evaluator.unit() == Unit::Document && !units.contains(document.doc().0) {
            continue;
        }
        if facet == Facet::Speaker {
            for quotation in document.quotations() {
                if let Speaker::Entity(entity, _) = quotation.speaker() {
                    add(entity, evaluator.units().of_position(document.doc().0, quotation.position()));
                }
            }
        } else {
            for mention in document.mentions() {
                add(mention.entity(), evaluator.units().of_position(document.doc().0, mention.position()));
            }
        }
    }
    let found = (0u32..).zip(counts).filter(|&(_, (count, _))| count > 0).filter_map(|(number, (count, _))| {
        let entity = corpus.entity(EntityId(number))?;
        let fits = matches!(facet, Facet::Speaker) || facet == Facet::Entity(entity.kind());
        let (key, label) = fits.then(|| key_of_entity(corpus, facet, entity.id()))??;
        Some(FacetValue { key, label, count })
    });
    found.collect()
}
