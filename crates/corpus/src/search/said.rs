//! Who said what in what was found: quotations, narrowed, ordered and grouped.
//!
//! Records are read and texts are not, but for words that are looked for, and of these only the numbers.

use std::cmp::Reverse;

use super::facets::{entity_of_key, key_of_entity};
use super::named::Called;
use super::units::UnitSet;
use super::words::WordTerms;
use super::{Answer, Facet};
use crate::analysis::tokens;
use crate::codec::table::NONE;
use crate::corpus::{Corpus, EntityView, QuotationView};
use crate::model::{DocId, EntityId, EntityKind, QuotationKind, Speaker};
use crate::query::{Field, Matching, QueryWord};
use crate::sort;
use crate::span::ByteSpan;

/// A kind of quotations that readers narrow to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaidKind {
    /// In quotation marks.
    Direct,
    /// Reported without marks.
    Reported,
    /// Of somebody whom the document leaves unnamed.
    Unnamed,
    /// Of a speaker who could not be found.
    Unresolved,
}

impl SaidKind {
    /// All kinds, in the order in which readers see them, with the word for each in addresses.
    pub const WORDS: [(&str, SaidKind); 4] = [
        ("direct", SaidKind::Direct),
        ("reported", SaidKind::Reported),
        ("unnamed", SaidKind::Unnamed),
        ("not-found", SaidKind::Unresolved),
    ];

    /// Whether a quotation is of this kind.
    pub fn fits(self, quotation: &QuotationView<'_>) -> bool {
        match self {
            SaidKind::Direct => quotation.kind() == QuotationKind::Direct,
            SaidKind::Reported => quotation.kind() == QuotationKind::Indirect,
            SaidKind::Unnamed => matches!(quotation.speaker(), Speaker::Unnamed(_)),
            SaidKind::Unresolved => quotation.speaker() == Speaker::Unresolved,
        }
    }
}

/// An order of quotations. Those of one document stay in the order of its text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SaidOrder {
    /// Latest publication first; documents without such a date last.
    #[default]
    Newest,
    /// Earliest publication first; documents without such a date last.
    Oldest,
    /// By the names of the speakers, those without a name last; of each, the latest first.
    Speaker,
    /// By headline.
    Article,
}

impl<'c> Answer<'c> {
    /// The quotations in the hits with all that was asked. If speakers are chosen or asked for, only theirs.
    pub fn quotations(&self) -> Vec<QuotationView<'c>> {
        let units = self.evaluator.units();
        let chosen = &self.chosen.speakers;
        let is_chosen = |quotation: &QuotationView<'_>| match quotation.speaker() {
            Speaker::Entity(entity, _) => chosen.is_empty() || chosen.contains(&entity),
            _ => chosen.is_empty(),
        };
        let hits = UnitSet::new(units.end(), self.hits.iter().map(|hit| units.unit_of(hit)));
        let says = self.evaluator.leaves.iter().filter(|known| known.term.field == Field::Says && known.n_asked > 0);
        let says: Vec<_> = says.map(|known| &known.leaf).collect();
        let mut found = Vec::new();
        for document in self.corpus().documents() {
            let doc = document.doc();
            if units.only.is_none() && !hits.contains(doc.0) {
                continue;
            }
            let asked: Vec<ByteSpan> = says.iter().flat_map(|says| says.spans(self.corpus(), doc)).collect();
            found.extend(document.quotations().filter(|quotation| {
                let unit = units.only.as_ref().map_or(doc.0, |only| only.passage_at(quotation.span().start()));
                let is_asked = says.is_empty() || asked.contains(&quotation.span());
                is_asked && hits.contains(unit) && is_chosen(quotation)
            }));
        }
        found
    }
}

/// Words that are looked for in quotations. Each has to be there: in any of its forms, or as the beginning of another.
#[derive(Clone, Debug)]
pub struct SaidWords {
    words: Vec<WordTerms>,
    /// The documents that have all of them.
    docs: UnitSet,
}

impl SaidWords {
    /// More words than this are not looked at.
    const MAX: usize = 32;

    /// The words in what was typed; `None` if there are none.
    pub fn of(corpus: &Corpus<'_>, typed: &str) -> Option<Self> {
        let word = |form: String| WordTerms::of(&corpus.index, &QueryWord { form, how: Matching::Prefix });
        let words: Vec<WordTerms> = tokens(typed).take(Self::MAX).map(|token| word(token.form.into_owned())).collect();
        let mut docs = UnitSet::full(corpus.n_docs());
        for word in &words {
            let mut own = UnitSet::empty(corpus.n_docs());
            for &(term, _) in word.terms() {
                corpus.index.postings(term).for_each(|posting| own.insert(posting.doc));
            }
            docs.intersect(&own);
        }
        (!words.is_empty()).then_some(Self { words, docs })
    }

    /// Where the words stand in a quotation; `None` if not all of them are there.
    pub fn places(&self, corpus: &Corpus<'_>, quotation: &QuotationView<'_>) -> Option<Vec<ByteSpan>> {
        if !self.docs.contains(quotation.doc().0) {
            return None;
        }
        let (mut found, mut missing) = (Vec::new(), u32::MAX >> (Self::MAX - self.words.len()));
        let symbols = corpus.texts.symbols(quotation.doc().0, quotation.span().start());
        for at in symbols.take_while(|at| at.span.start() < quotation.span().end()) {
            if at.term == NONE || at.span.start() < quotation.span().start() {
                continue;
            }
            let fitting = (0u32..).zip(&self.words).filter(|(_, word)| word.weight(at.term).is_some());
            let fitting = fitting.fold(0, |fitting, (number, _)| fitting | 1 << number);
            if fitting != 0 {
                missing &= !fitting;
                found.push(at.span);
            }
        }
        (missing == 0).then_some(found)
    }
}

/// Puts quotations in an order.
pub fn order_said(corpus: &Corpus<'_>, quotations: &mut Vec<QuotationView<'_>>, order: SaidOrder) {
    let mut of_docs = vec![NONE; corpus.n_docs() as usize];
    let mut of_speakers = vec![NONE; if order == SaidOrder::Speaker { corpus.n_entities() as usize } else { 0 }];
    let (mut docs, mut speakers) = (Vec::new(), Vec::new());
    for quotation in quotations.iter() {
        docs.push(quotation.doc().0);
        if let Speaker::Entity(entity, _) = quotation.speaker() {
            speakers.push(entity.0);
        }
    }
    if order == SaidOrder::Article {
        let title = |doc| corpus.document(doc).map(|document| document.title().to_lowercase()).unwrap_or_default();
        rank(docs, &mut of_docs, |doc| title(DocId(doc)));
    } else {
        for doc in docs {
            let day = corpus.document(DocId(doc)).and_then(|document| document.published());
            let day = day.map_or(NONE, |day| if order == SaidOrder::Oldest { day.number() } else { !day.number() });
            of_docs.get_mut(doc as usize).into_iter().for_each(|own| *own = day);
        }
    }
    if order == SaidOrder::Speaker {
        let name =
            |entity| corpus.entity(EntityId(entity)).map(|entity| entity.name().to_lowercase()).unwrap_or_default();
        rank(speakers, &mut of_speakers, name);
    }
    let at = |ranks: &[u32], number: u32| ranks.get(number as usize).copied().unwrap_or(NONE);
    sort::by_key(quotations, |quotation| {
        let speaker = match quotation.speaker() {
            Speaker::Entity(entity, _) => at(&of_speakers, entity.0),
            _ => NONE,
        };
        (speaker, at(&of_docs, quotation.doc().0))
    });
}

/// Gives each of some numbers its rank by name; equal names rank in the order of their numbers.
fn rank(mut numbers: Vec<u32>, ranks: &mut [u32], name: impl Fn(u32) -> String) {
    sort::by_key(&mut numbers, |&number| number);
    numbers.dedup();
    let names: Vec<String> = numbers.iter().map(|&number| name(number)).collect();
    let mut order: Vec<usize> = (0..names.len()).collect();
    sort::by_key(&mut order, |&at| &names[at]);
    for (own, at) in (0..).zip(order) {
        ranks.get_mut(numbers[at] as usize).into_iter().for_each(|rank| *rank = own);
    }
}

/// What the quotations of a group have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sharing {
    /// An entity: it said them, or is named in them.
    Entity(EntityId),
    /// Their speakers are described: "the memo".
    Described,
    /// Their speakers are left unnamed.
    Unnamed,
    /// Their speakers were not found.
    Unresolved,
    /// They name nobody and nothing.
    NoName,
}

/// Quotations that have something in common, in the order in which they were given.
#[derive(Clone, Debug)]
pub struct SaidGroup<'c> {
    /// What that is.
    pub of: Sharing,
    /// The quotations.
    pub quotations: Vec<QuotationView<'c>>,
}

/// One group per speaker, the one who is quoted most first; those without a name last.
pub fn said_by_speaker<'c>(corpus: &Corpus<'_>, quotations: &[QuotationView<'c>]) -> Vec<SaidGroup<'c>> {
    grouped(corpus, quotations, |quotation, groups| {
        groups.push(match quotation.speaker() {
            Speaker::Entity(entity, _) => Sharing::Entity(entity),
            Speaker::Described(_) => Sharing::Described,
            Speaker::Unnamed(_) => Sharing::Unnamed,
            Speaker::Unresolved => Sharing::Unresolved,
        });
    })
}

/// One group per name in the quotations, the commonest first; a quotation stands under each name in it, and without any
/// in the last group.
pub fn said_by_topic<'c>(corpus: &'c Corpus<'c>, quotations: &[QuotationView<'c>]) -> Vec<SaidGroup<'c>> {
    let mut last = None;
    let mut mentions: Vec<(ByteSpan, EntityId)> = Vec::new();
    grouped(corpus, quotations, |quotation, groups| {
        if last != Some(quotation.doc()) {
            last = Some(quotation.doc());
            let document = corpus.document(quotation.doc());
            let found = document.into_iter().flat_map(|document| document.mentions());
            mentions = found.map(|mention| (mention.span(), mention.entity())).collect();
        }
        for entity in names_inside(corpus, quotation, &mentions) {
            groups.push(Sharing::Entity(entity));
        }
        if groups.is_empty() {
            groups.push(Sharing::NoName);
        }
    })
}

/// The entities named inside of a quotation, each once, in the order of the text. Amounts and addresses are no names
/// here. `mentions` are those of its document.
pub fn names_inside(
    corpus: &Corpus<'_>,
    quotation: &QuotationView<'_>,
    mentions: &[(ByteSpan, EntityId)],
) -> Vec<EntityId> {
    let mut found = Vec::new();
    let first = mentions.partition_point(|(span, _)| span.start() < quotation.span().start());
    for &(span, entity) in mentions[first..].iter().take_while(|(span, _)| span.start() < quotation.span().end()) {
        let is_name = |entity: EntityView<'_>| {
            !matches!(entity.kind(), EntityKind::Url | EntityKind::Email | EntityKind::Phone | EntityKind::Money)
        };
        if quotation.span().contains(span) && !found.contains(&entity) && corpus.entity(entity).is_some_and(is_name) {
            found.push(entity);
        }
    }
    found
}

fn grouped<'c>(
    corpus: &Corpus<'_>,
    quotations: &[QuotationView<'c>],
    mut groups_of: impl FnMut(&QuotationView<'c>, &mut Vec<Sharing>),
) -> Vec<SaidGroup<'c>> {
    // Entities by their numbers, and behind them what is none.
    let n = corpus.n_entities();
    let others = [Sharing::Described, Sharing::Unnamed, Sharing::Unresolved, Sharing::NoName];
    let number_of = |of: Sharing| match of {
        Sharing::Entity(entity) => entity.0.min(n),
        other => (n..).zip(others).find(|(_, known)| *known == other).map_or(n, |(number, _)| number),
    };
    let mut pairs: Vec<(u32, usize)> = Vec::new();
    let mut own = Vec::new();
    for (at, quotation) in quotations.iter().enumerate() {
        groups_of(quotation, &mut own);
        pairs.extend(own.drain(..).map(|of| (number_of(of), at)));
    }
    sort::by_key(&mut pairs, |&pair| pair);
    let group = |same: &[(u32, usize)]| {
        let number = same.first().map_or(n, |&(number, _)| number);
        let of = others.get(number.wrapping_sub(n) as usize).copied().unwrap_or(Sharing::Entity(EntityId(number)));
        SaidGroup { of, quotations: same.iter().map(|&(_, at)| quotations[at]).collect() }
    };
    let mut groups: Vec<SaidGroup<'c>> = pairs.chunk_by(|a, b| a.0 == b.0).map(group).collect();
    let name = |group: &SaidGroup<'_>| match group.of {
        Sharing::Entity(entity) => corpus.entity(entity).map(|entity| entity.name()),
        _ => None,
    };
    sort::stable(&mut groups, |a, b| {
        let (own, other) = (name(a), name(b));
        let by_count = || Reverse(a.quotations.len()).cmp(&Reverse(b.quotations.len())).then_with(|| own.cmp(&other));
        let is_other = own.is_none().cmp(&other.is_none());
        if own.is_none() && other.is_none() { is_other } else { is_other.then_with(by_count) }
    });
    groups
}

/// The entities that say some quotations and are [called](Called) as `typed`, with how many, the most first; none if
/// nothing is typed.
pub fn speakers_called(corpus: &Corpus<'_>, quotations: &[QuotationView<'_>], typed: &str) -> Vec<(EntityId, usize)> {
    let called = Called::of(corpus, typed);
    if called.is_empty() {
        return Vec::new();
    }
    let speakers = said_by_speaker(corpus, quotations).into_iter().filter_map(|group| match group.of {
        Sharing::Entity(entity) => called.fits(&corpus.entity(entity)?).then_some((entity, group.quotations.len())),
        _ => None,
    });
    speakers.collect()
}

/// How many documents some quotations stand in, and how many entities say them.
pub fn count_said(corpus: &Corpus<'_>, quotations: &[QuotationView<'_>]) -> (usize, usize) {
    let mut docs = UnitSet::empty(corpus.n_docs());
    let mut speakers = UnitSet::empty(corpus.n_entities());
    for quotation in quotations {
        docs.insert(quotation.doc().0);
        if let Speaker::Entity(entity, _) = quotation.speaker() {
            speakers.insert(entity.0);
        }
    }
    (docs.len() as usize, speakers.len() as usize)
}

/// The key of a speaker in addresses.
pub fn speaker_key(entity: &EntityView<'_>) -> String {
    key_of_entity(Facet::Speaker, entity)
}

/// The speaker of a key.
pub fn speaker_of_key(corpus: &Corpus<'_>, key: &str) -> Option<EntityId> {
    entity_of_key(corpus, Facet::Speaker, key)
}
