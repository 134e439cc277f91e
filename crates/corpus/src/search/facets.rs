//! Facets: dimensions to browse by, what a reader chose in them, and how many hits each value has.
//!
//! Values of one facet are joined by OR, facets by AND. The counts of a facet leave its own choice out, so that a
//! second tick shows what it would add.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::places::{Place, untangled};
use super::units::{Read, UnitSet, Units};
use crate::analysis::tokens;
use crate::codec::layout::column;
use crate::codec::table::NONE;
use crate::corpus::{Corpus, DocumentView, EntityView};
use crate::day::Day;
use crate::model::{DocId, EntityId, EntityKind, Speaker};
use crate::query::DateRange;
use crate::sort;

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
    /// What they were read as. Values are the words of [`Format`](crate::model::Format).
    Format,
    /// When they were published. Values are years, and any dates that the query language reads: `2017-03..2018`.
    Date,
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
        Facet::Format,
        Facet::Date,
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
            Facet::Format => "format",
            Facet::Date => "date",
        }
    }

    /// The facet of a word.
    pub fn from_word(word: &str) -> Option<Facet> {
        Self::ALL.iter().copied().find(|facet| facet.word() == word)
    }
}

/// The key of documents without a day of publication in the facet of dates.
pub const UNDATED: &str = "none";

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
    /// The key for addresses: an entity's slug, an outlet's name, a language tag, the word of a format, a year or [`UNDATED`].
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
    /// How many values have hits, those that are not listed included.
    pub n_values: usize,
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
    pub(super) fn fitting(&self, units: &Units<'_>) -> Fitting {
        let fitting = |&facet: &Facet| {
            let selection = self.selection(facet)?;
            let set = |keys: &[String]| {
                let mut set = UnitSet::empty(units.end());
                keys.iter().for_each(|key| set.unite(&units_of(units, facet, key)));
                set
            };
            let mut fits = match selection.include.as_slice() {
                [] => units.all(),
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
    pub(super) speakers: Vec<EntityId>,
}

impl Chosen {
    /// The places of a document where the chosen are named or quoted.
    pub(super) fn places(&self, document: &DocumentView<'_>) -> Vec<Place> {
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
        spans.into_iter().map(|span| Place { in_text: true, span }).collect()
    }

    /// How many places each document has that names or quotes any of the chosen.
    pub(super) fn counts(&self, corpus: &Corpus<'_>) -> Vec<(DocId, u32)> {
        let mut docs = UnitSet::empty(corpus.n_docs());
        for entity in &self.named {
            corpus.index.entity_postings(entity.0).for_each(|posting| docs.insert(posting.doc));
        }
        for entity in &self.speakers {
            corpus.index.speaker_postings(entity.0).for_each(|posting| docs.insert(posting.doc));
        }
        let count = |doc| Some((DocId(doc), untangled(self.places(&corpus.document(DocId(doc))?)).len() as u32));
        docs.iter().filter_map(count).collect()
    }
}

/// The key of an entity in a facet: its slug, and for speakers also its kind.
pub(super) fn key_of_entity(facet: Facet, entity: &EntityView<'_>) -> String {
    match facet {
        Facet::Speaker => format!("{}/{}", entity.kind().word(), entity.slug()),
        _ => entity.slug().to_owned(),
    }
}

pub(super) fn entity_of_key(corpus: &Corpus<'_>, facet: Facet, key: &str) -> Option<EntityId> {
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

/// The column of a facet that is not about names.
fn column_of(facet: Facet) -> Option<usize> {
    match facet {
        Facet::Outlet => Some(column::SOURCE),
        Facet::Language => Some(column::LANGUAGE),
        Facet::Format => Some(column::FORMAT),
        Facet::Date => Some(column::PUBLISHED),
        Facet::Entity(_) | Facet::Speaker => None,
    }
}

/// The key of a number in a facet's column.
fn key_of_number(corpus: &Corpus<'_>, facet: Facet, number: u32) -> String {
    match facet {
        Facet::Date => Day::from_number(number).map_or(UNDATED.to_owned(), |day| format!("{:04}", day.year())),
        _ => corpus.string(number).to_owned(),
    }
}

/// The numbers in a facet's column that a key stands for.
enum Wanted<'k> {
    /// Published in a range.
    Days(DateRange),
    Undated,
    Text(&'k str),
}

impl<'k> Wanted<'k> {
    fn of(facet: Facet, key: &'k str) -> Self {
        match DateRange::parse(key).filter(|_| facet == Facet::Date) {
            Some(range) => Self::Days(range),
            None if facet == Facet::Date && key == UNDATED => Self::Undated,
            None => Self::Text(key),
        }
    }

    fn has(&self, corpus: &Corpus<'_>, number: u32) -> bool {
        match self {
            Self::Days(range) => Day::from_number(number).is_some_and(|day| range.may_hold(day)),
            Self::Undated => Day::from_number(number).is_none(),
            Self::Text(key) => !key.is_empty() && number != NONE && corpus.string(number) == *key,
        }
    }
}

/// The units that have a value.
fn units_of(units: &Units<'_>, facet: Facet, key: &str) -> UnitSet {
    let corpus = units.corpus();
    let mut found = UnitSet::empty(units.end());
    if let Some(column) = column_of(facet) {
        let wanted = Wanted::of(facet, key);
        let mut last = (NONE, wanted.has(corpus, NONE));
        for (doc, number) in (0u32..).zip(corpus.columns.column(column)) {
            if number != last.0 {
                last = (number, wanted.has(corpus, number));
            }
            match (last.1, &units.only) {
                (true, None) => found.insert(doc),
                (true, Some(_)) => found.unite(&units.all()),
                (false, _) => {}
            }
        }
        return found;
    }
    let Some(entity) = entity_of_key(corpus, facet, key) else { return found };
    match (&units.only, facet) {
        (None, Facet::Speaker) => {
            corpus.index.speaker_postings(entity.0).for_each(|posting| found.insert(posting.doc));
        }
        (None, _) => corpus.index.entity_postings(entity.0).for_each(|posting| found.insert(posting.doc)),
        (Some(only), _) => for_each_in_passages(only, |unit, known, is_quoted| {
            if known == entity.0 && is_quoted == (facet == Facet::Speaker) {
                found.insert(unit);
            }
        }),
    }
    found
}

/// Calls `each` with every passage, and an entity that is mentioned or quoted in it.
fn for_each_in_passages(only: &Read<'_>, mut each: impl FnMut(u32, u32, bool)) {
    for mention in only.document.mentions() {
        each(only.passage_at(mention.span().start()), mention.entity().0, false);
    }
    for quotation in only.document.quotations() {
        if let Speaker::Entity(entity, _) = quotation.speaker() {
            each(only.passage_at(quotation.span().start()), entity.0, true);
        }
    }
}

/// In how many units each entity is mentioned, and quoted.
#[derive(Clone, Debug, Default)]
struct Named {
    mentioned: Vec<u32>,
    quoted: Vec<u32>,
}

impl Named {
    fn count(units: &Units<'_>, matched: &UnitSet) -> Self {
        let corpus = units.corpus();
        let n = corpus.n_entities() as usize;
        let mut named = Self { mentioned: vec![0; n], quoted: vec![0; n] };
        let mut add = |entity: u32, is_quoted: bool| {
            let counts = if is_quoted { &mut named.quoted } else { &mut named.mentioned };
            counts.get_mut(entity as usize).into_iter().for_each(|count| *count += 1);
        };
        if let Some(only) = &units.only {
            let mut found: Vec<(u32, u32, bool)> = Vec::new();
            for_each_in_passages(only, |unit, entity, is_quoted| found.push((unit, entity, is_quoted)));
            sort::by_key(&mut found, |&found| found);
            found.dedup();
            found.retain(|(unit, ..)| matched.contains(*unit));
            found.into_iter().for_each(|(_, entity, is_quoted)| add(entity, is_quoted));
        } else {
            corpus.for_each_entity_of(matched.iter(), &mut add);
        }
        named
    }
}

/// What was counted for an answer: values are made of it where they are shown.
#[derive(Clone, Debug)]
pub(super) struct Counted {
    /// For all facets in which nothing is chosen.
    base: Of,
    /// For each of the others.
    own: Vec<(Facet, Of)>,
}

/// What was counted over some units.
#[derive(Clone, Debug)]
struct Of {
    named: Named,
    /// The units, and how many each document stands for.
    matched: UnitSet,
    n_by_document: Option<u32>,
}

/// Counts all facets over the units that match the query.
pub(super) fn count(units: &Units<'_>, matched: &UnitSet, filters: &Filters, fitting: &Fitting) -> Counted {
    let of = |left_out: Option<Facet>| {
        let mut matched = matched.clone();
        fitting.allowed(left_out).iter().for_each(|allowed| matched.intersect(allowed));
        let named = match left_out {
            None | Some(Facet::Entity(_) | Facet::Speaker) => Named::count(units, &matched),
            Some(_) => Named::default(),
        };
        let n_by_document = units.only.as_ref().map(|_| matched.len());
        Of { named, matched, n_by_document }
    };
    let chosen = Facet::ALL.iter().copied().filter(|&facet| filters.selection(facet).is_some());
    Counted { base: of(None), own: chosen.map(|facet| (facet, of(Some(facet)))).collect() }
}

impl Counted {
    /// When the documents were published that match everything but the choice of dates.
    pub(super) fn days(&self, corpus: &Corpus<'_>) -> Vec<Option<Day>> {
        let mut days = Vec::new();
        self.of(Facet::Date).each_number(corpus, column::PUBLISHED, |number| days.push(Day::from_number(number)));
        days
    }

    /// What was counted for a facet.
    fn of(&self, facet: Facet) -> &Of {
        self.own.iter().find(|(own, _)| *own == facet).map_or(&self.base, |(_, of)| of)
    }

    /// In how many units that match everything each entity is mentioned.
    pub(super) fn mentioned(&self) -> &[u32] {
        &self.base.named.mentioned
    }

    /// How many values of a facet have hits, counted no further than to `at_most`.
    pub(super) fn n_values(&self, corpus: &Corpus<'_>, facet: Facet, at_most: usize) -> usize {
        let of = self.of(facet);
        let Some(column) = column_of(facet) else { return of.entities(corpus, facet).take(at_most).count() };
        let mut found: Vec<u32> = Vec::new();
        of.each_value(corpus, facet, column, |number| {
            if found.len() < at_most && !found.contains(&number) {
                found.push(number);
            }
        });
        found.len()
    }

    /// The values of a facet.
    pub(super) fn facet(
        &self,
        corpus: &Corpus<'_>,
        filters: &Filters,
        facet: Facet,
        typed: &str,
        max_values: usize,
    ) -> FacetCounts {
        let of = self.of(facet);
        let mut values: Vec<(u32, u32)> = match column_of(facet) {
            None => of.entities(corpus, facet).collect(),
            Some(column) => of.numbers(corpus, facet, column),
        };
        let n_values = values.len();
        let folded = |text: &str| tokens(text).map(|token| token.term.into_owned()).collect::<Vec<_>>().join(" ");
        let typed = folded(typed);
        let value = |number: u32, count: u32| {
            let (key, label) = match column_of(facet) {
                None => corpus
                    .entity(EntityId(number))
                    .map(|entity| (key_of_entity(facet, &entity), entity.name().to_owned()))?,
                Some(_) => {
                    let key = key_of_number(corpus, facet, number);
                    (key.clone(), key)
                }
            };
            (typed.is_empty() || folded(&label).contains(&typed)).then_some(FacetValue { key, label, count })
        };
        // The commonest, and all that are as common as the last of them, so that names decide who is shown.
        if typed.is_empty() {
            let least = nth_count(&values, max_values);
            values.retain(|&(_, count)| count >= least);
        }
        values.sort_unstable_by_key(|&(number, count)| (Reverse(count), number));
        let mut listed: Vec<FacetValue> = Vec::new();
        for (number, count) in values {
            if listed.len() >= max_values && listed.last().is_some_and(|last| last.count > count) {
                break;
            }
            listed.extend(value(number, count));
        }
        by_count_and_name(&mut listed);
        listed.truncate(max_values);
        if let Some(selection) = filters.selection(facet) {
            put_chosen_first(corpus, facet, selection, of, &mut listed);
        }
        FacetCounts { facet, values: listed, n_values }
    }
}

/// The n-th largest count, or 0 if there are fewer: to find it takes one look at each, and to sort thousands takes
/// milliseconds.
fn nth_count(values: &[(u32, u32)], n: usize) -> u32 {
    if n >= values.len() {
        return 0;
    }
    let mut largest = vec![0; n];
    for &(_, count) in values {
        if largest.last().is_some_and(|&least| count > least) {
            let at = largest.partition_point(|&known| known >= count);
            largest[at..].rotate_right(1);
            largest[at] = count;
        }
    }
    largest.last().copied().unwrap_or_default()
}

fn by_count_and_name(values: &mut Vec<FacetValue>) {
    sort::stable(values, |a, b| {
        b.count.cmp(&a.count).then_with(|| a.label.cmp(&b.label)).then_with(|| a.key.cmp(&b.key))
    });
}

/// Puts the chosen values before the others, those without hits too.
fn put_chosen_first(corpus: &Corpus<'_>, facet: Facet, selection: &Selection, of: &Of, values: &mut Vec<FacetValue>) {
    let mut keys: Vec<&String> = selection.include.iter().chain(&selection.exclude).collect();
    sort::by_key(&mut keys, |&key| key);
    keys.dedup();
    let chosen = keys.into_iter().map(|key| {
        let entity = entity_of_key(corpus, facet, key).and_then(|entity| corpus.entity(entity));
        let label = entity.as_ref().map_or(key.as_str(), |entity| entity.name()).to_owned();
        let count = match (column_of(facet), &entity) {
            (Some(column), _) => {
                let (wanted, mut count) = (Wanted::of(facet, key), 0);
                of.each_number(corpus, column, |number| count += u32::from(wanted.has(corpus, number)));
                count * of.n_by_document.unwrap_or(1)
            }
            (None, Some(entity)) => of.counts(facet).get(entity.id().0 as usize).copied().unwrap_or_default(),
            (None, None) => 0,
        };
        FacetValue { key: key.clone(), label, count }
    });
    let mut chosen: Vec<FacetValue> = chosen.collect();
    by_count_and_name(&mut chosen);
    values.retain(|value| chosen.iter().all(|known| known.key != value.key));
    values.splice(0..0, chosen);
}

impl Of {
    fn counts(&self, facet: Facet) -> &[u32] {
        if facet == Facet::Speaker { &self.named.quoted } else { &self.named.mentioned }
    }

    /// The entities of a facet with hits, and how many.
    fn entities<'o>(&'o self, corpus: &'o Corpus<'_>, facet: Facet) -> impl Iterator<Item = (u32, u32)> + 'o {
        let counts = self.counts(facet);
        let of_kind = if let Facet::Entity(kind) = facet { Some(corpus.entities_of_kind(kind)) } else { None };
        let all = if of_kind.is_none() { 0..corpus.n_entities() } else { 0..0 };
        let count = |entity: u32| Some((entity, counts.get(entity as usize).copied().filter(|&count| count > 0)?));
        of_kind.into_iter().flatten().chain(all).filter_map(count)
    }

    /// Calls `each` with the number that every document with hits has in a column.
    fn each_number(&self, corpus: &Corpus<'_>, column: usize, mut each: impl FnMut(u32)) {
        let is_in = |doc: u32| match self.n_by_document {
            Some(n) => n > 0,
            None => self.matched.contains(doc),
        };
        for (doc, number) in (0u32..).zip(corpus.columns.column(column)) {
            if is_in(doc) {
                each(number);
            }
        }
    }

    /// Calls `each` with the number of the value that every document with hits has. Of days, one stands for its year.
    fn each_value(&self, corpus: &Corpus<'_>, facet: Facet, column: usize, mut each: impl FnMut(u32)) {
        let value_of = |number: u32| match facet {
            Facet::Date => {
                Day::from_number(number).and_then(|day| Day::new(day.year(), 0, 0)).map_or(NONE, Day::number)
            }
            Facet::Language if corpus.string(number).is_empty() => NONE,
            _ => number,
        };
        let (mut last, mut own) = (NONE, NONE);
        self.each_number(corpus, column, |number| {
            if number != last {
                (last, own) = (number, value_of(number));
            }
            if own != NONE || facet == Facet::Date {
                each(own);
            }
        });
    }

    /// The values of a column with hits, and how many; none stands last.
    fn numbers(&self, corpus: &Corpus<'_>, facet: Facet, column: usize) -> Vec<(u32, u32)> {
        let mut found: Vec<u32> = Vec::new();
        self.each_value(corpus, facet, column, |number| found.push(number));
        found.sort_unstable();
        let n = self.n_by_document.unwrap_or(1);
        let same = found.chunk_by(|a, b| a == b);
        same.filter_map(|same| Some((*same.first()?, same.len() as u32 * n))).collect()
    }
}
