//! Kinds across documents: what the recogniser was unsure of in one document is of the kind that nearly all others know
//! the name by.
//!
//! A place that a clumsy sentence makes a person would be that person's surname, and then all else of that name in the
//! document would be the person. So documents with a doubtful kind are read once more, with the kind of the collection.

use corpus::model::{Document, EntityKind};
use corpus::parallel;

use super::across::Map;
use super::local::{Local, Thing};
use super::name::{Name, PARTICLES, is_office_head};
use super::why::Why;
use crate::recognize::{Found, KINDS, kind_idx};

/// How many documents must have a name by one kind.
const MIN_DOCS: u32 = 5;

/// How many times more they must be than those of all other kinds together.
const MIN_TIMES: u32 = 3;

/// From this confidence on the recogniser is right about its document, whatever others say.
const SURE: u8 = 90;

/// What a mention says that was changed.
const BY: &str = "of the kind that most documents know the name by";

/// The kind that nearly all documents know a name by, where enough have it; names by their keys.
struct Prevailing<'l>(Map<&'l str, EntityKind>);

impl<'l> Prevailing<'l> {
    fn of(locals: &'l [Local]) -> Self {
        let mut n_docs: Map<&str, [u32; KINDS.len()]> = Map::default();
        for thing in locals.iter().flat_map(|local| &local.things) {
            if let Some(at) = kind_idx(thing.kind) {
                n_docs.entry(&thing.name.key).or_default()[usize::from(at)] += 1;
            }
        }
        let prevailing = n_docs.into_iter().filter_map(|(key, n_docs)| {
            let (kind, &n) = KINDS.iter().zip(&n_docs).max_by_key(|(_, n)| **n)?;
            let n_others = n_docs.iter().sum::<u32>() - n;
            (!key.is_empty() && n >= MIN_DOCS && n >= n_others * MIN_TIMES).then_some((key, *kind))
        });
        Self(prevailing.collect())
    }

    /// The kind that a name has elsewhere, if it is another one.
    fn other(&self, key: &str, kind: EntityKind) -> Option<EntityKind> {
        self.0.get(key).copied().filter(|other| *other != kind && kind_idx(kind).is_some())
    }

    /// Whether a person's name is made of places: `Paris France`.
    fn are_places(&self, words: &[String]) -> bool {
        words.len() > 1 && words.iter().all(|word| self.other(word, EntityKind::Person) == Some(EntityKind::Place))
    }

    /// Whether a thing of one document may have mentions of another kind.
    fn doubts(&self, thing: &Thing) -> bool {
        let is_other = |key: &str| self.other(key, thing.kind).is_some();
        let (words, is_person) = (&thing.name.words, thing.kind == EntityKind::Person);
        is_other(&thing.name.key)
            || thing.parts.iter().any(|(key, why)| *why == Why::Short && is_other(key))
            || is_person
                && words.len() > 1
                && [words.first(), words.last()].into_iter().flatten().any(|word| is_other(word))
    }
}

/// Gives doubtful mentions the kind of the collection, and reads the names of their documents anew.
pub(super) fn settle(documents: &[Document], found: &mut [Vec<Found>], locals: &mut [Local]) {
    let prevailing = Prevailing::of(locals);
    let is_doubtful = |local: &Local| local.things.iter().any(|thing| prevailing.doubts(thing));
    let doubtful = locals.iter().enumerate().filter(|(_, local)| is_doubtful(local)).collect();
    let changed = parallel::map(doubtful, |(doc, local): (usize, &Local)| {
        let found = settled(&documents[doc], &found[doc], local, &prevailing)?;
        let local = Local::of(&documents[doc], &found);
        Some((doc, found, local))
    });
    for (doc, own_found, local) in changed.into_iter().flatten() {
        (found[doc], locals[doc]) = (own_found, local);
    }
}

/// The mentions of a document with other kinds for those that are doubtful; `None` if none is.
fn settled(document: &Document, found: &[Found], local: &Local, prevailing: &Prevailing<'_>) -> Option<Vec<Found>> {
    let text = document.text.as_str();
    let mentions = || found.iter().zip(local.mentions.iter().map(|(thing, _)| *thing));
    // A thing that is called by an office, or that the recogniser is sure of once, is what it is. `Government` alone is
    // no office.
    let has_office = |thing: &Thing| thing.offices.iter().any(|office| is_office_head(office));
    let mut is_sure: Vec<bool> = local.things.iter().map(|thing| has_office(thing) || thing.gender.is_some()).collect();
    mentions().for_each(|(mention, thing)| is_sure[thing] |= mention.confidence >= SURE);
    // People with a particle before the surname, which may say where they are from.
    let mut has_particle = vec![false; local.things.len()];
    for (mention, thing) in mentions().filter(|(_, thing)| local.things[*thing].kind == EntityKind::Person) {
        let mut before = mention.span.slice(text).unwrap_or_default().rsplit(' ').skip(1);
        has_particle[thing] |= before.next().is_some_and(|word| PARTICLES.contains(&word));
    }
    let mut settled: Option<Vec<Found>> = None;
    for (idx, (mention, thing_idx)) in mentions().enumerate() {
        let thing = &local.things[thing_idx];
        let name = Name::of(mention.span.slice(text).unwrap_or_default(), thing.kind);
        let (is_person, is_own) = (thing.kind == EntityKind::Person, name.key == thing.name.key);
        let is_doubtful = match (is_own, is_person) {
            (true, _) => !is_sure[thing_idx],
            (false, true) => {
                !is_sure[thing_idx] && prevailing.are_places(&thing.name.words)
                    || has_particle[thing_idx] && thing.name.words.last() == name.words.last()
            }
            (false, false) => mention.confidence < SURE,
        };
        if !is_doubtful {
            continue;
        }
        let are_places = || (is_person && is_own && prevailing.are_places(&name.words)).then_some(EntityKind::Place);
        if let Some(kind) = prevailing.other(&name.key, thing.kind).or_else(are_places) {
            let changed = Found { kind, by: BY.to_owned(), ..mention.clone() };
            settled.get_or_insert_with(|| found.to_vec())[idx] = changed;
        }
    }
    settled
}
