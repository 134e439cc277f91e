//! One pass over what the documents say: which of their things are one entity.
//!
//! A thing keeps to the words of its document unless the collection says more: an acronym that one document explains is
//! the same in all, a person named in full is one person unless something speaks against it. What could be the same but
//! is not sure is offered.

mod context;
mod people;

use std::collections::{HashMap, HashSet};
use std::hash::Hash;

use corpus::model::EntityKind;
use foldhash::fast::FixedState;

use super::bodies::is_general;
use super::local::{Local, Thing};
use super::name::{Name, is_spelling};
use super::why::Why;
use crate::lists;

/// A map whose order nobody sees.
pub(super) type Map<K, V> = HashMap<K, V, FixedState>;

/// How many entities a name may be offered with; a name that could be more of them says nothing.
const MAX_OFFERS: usize = 3;

/// Two entities that may be one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Offer {
    pub(super) one: u32,
    pub(super) other: u32,
    pub(super) reason: &'static str,
    pub(super) confidence: u8,
}

/// The entities of all documents.
#[derive(Debug, Default)]
pub(super) struct Across {
    /// Per document and thing: the number of its entity.
    pub(super) entities: Vec<Vec<u32>>,
    /// Things that belong to their entity for another reason than their words.
    pub(super) whys: Map<(usize, usize), Why>,
    /// What may be the same.
    pub(super) offers: Vec<Offer>,
    /// How many numbers there are.
    pub(super) n: u32,
}

/// No entity yet.
const NONE: u32 = u32::MAX;

impl Across {
    /// Joins the things of all documents.
    pub(super) fn of(locals: &[Local]) -> Self {
        let mut across =
            Self { entities: locals.iter().map(|local| vec![NONE; local.things.len()]).collect(), ..Self::default() };
        let names = across.join_bodies(locals);
        across.offer_bodies(&names);
        people::join(&mut across, locals);
        across
    }

    fn next(&mut self) -> u32 {
        self.n += 1;
        self.n - 1
    }

    fn offer(&mut self, one: u32, others: &[u32], reason: &'static str, confidence: u8) {
        if others.len() <= MAX_OFFERS {
            let others = others.iter().filter(|&&other| other != one);
            self.offers.extend(others.map(|&other| Offer { one, other, reason, confidence }));
        }
    }

    /// Gives everything that is no person its entity; returns the first thing of each.
    fn join_bodies<'l>(&mut self, locals: &'l [Local]) -> Vec<(u32, &'l Thing)> {
        let (explained, parts) = parts(locals);
        let mut n_alone: Map<(EntityKind, &str), u32> = Map::default();
        things(locals).for_each(|(_, _, thing)| *n_alone.entry((thing.kind, &thing.identity)).or_default() += 1);
        // `RSC Corp` is not only short for `Rain Snow Corp`.
        let whole = things(locals).filter(|(_, _, thing)| thing.name.is_acronym && thing.name.has_legal_form);
        let whole: HashSet<&str, FixedState> = whole.map(|(_, _, thing)| thing.identity.as_str()).collect();
        let mut numbers: Map<(EntityKind, &str), u32> = Map::default();
        let mut first = Vec::new();
        for (doc, thing_idx, thing) in things(locals).filter(|(_, _, thing)| thing.kind != EntityKind::Person) {
            let own = (thing.kind, thing.identity.as_str());
            let n_alone = n_alone.get(&own).copied().unwrap_or_default();
            let only = |parts: &Parts<'l>| parts.get(&own).and_then(|part| part.only(n_alone));
            let other = only(&explained).or_else(|| only(&parts).filter(|_| !whole.contains(own.1)));
            let identity = other.map_or(own, |(identity, _)| (thing.kind, identity));
            let number = match numbers.get(&identity) {
                Some(&number) => number,
                None => {
                    let number = self.next();
                    numbers.insert(identity, number);
                    first.push((number, thing));
                    number
                }
            };
            if let Some((_, why)) = other {
                self.whys.insert((doc, thing_idx), why);
            }
            self.entities[doc][thing_idx] = number;
        }
        for ((kind, form), part) in sorted(&explained).into_iter().chain(sorted(&parts)) {
            if let Some(&one) = numbers.get(&(kind, form)) {
                let others: Vec<u32> =
                    part.identities.iter().filter_map(|id| numbers.get(&(kind, *id)).copied()).collect();
                let reason = match part.why {
                    Why::Explained => "acronym that other documents explain so",
                    _ => "part of the longer name in other documents",
                };
                self.offer(one, &others, reason, 40);
            }
        }
        first
    }

    /// Offers acronyms that no document explains, and names that begin longer ones.
    fn offer_bodies(&mut self, names: &[(u32, &Thing)]) {
        let mut by_letters: Map<(EntityKind, String), Vec<u32>> = Map::default();
        let mut by_start: Map<(EntityKind, String), Vec<u32>> = Map::default();
        let longer = names.iter().filter(|(_, thing)| thing.kind == EntityKind::Organization);
        for (number, Thing { kind, name: Name { words, .. }, .. }) in longer {
            if words.len() > 2 {
                let letters = words.iter().filter_map(|word| word.chars().next()).collect();
                add(&mut by_letters, (*kind, letters), *number);
            }
            let n_own = words.len() - words.iter().rev().take_while(|word| lists::is_organization_word(word)).count();
            if n_own > 0 && n_own < words.len() {
                add(&mut by_start, (*kind, words[..n_own].concat()), *number);
            }
        }
        for (number, thing) in names.iter().filter(|(_, thing)| thing.name.known.is_none()) {
            let key = (thing.kind, thing.name.key.clone());
            if thing.name.is_acronym && key.1.chars().count() > 2 {
                let others = by_letters.get(&key).map_or(&[][..], Vec::as_slice).to_vec();
                self.offer(*number, &others, "its letters begin the words of the long form in another document", 55);
            } else if !is_general(&thing.name.words) {
                let others = by_start.get(&key).map_or(&[][..], Vec::as_slice).to_vec();
                self.offer(*number, &others, "beginning of the longer name in another document", 50);
            }
        }
    }
}

/// All things with their documents, in order.
fn things(locals: &[Local]) -> impl Iterator<Item = (usize, usize, &Thing)> {
    let of_doc = |(doc, local): (usize, &'_ Local)| (doc, local.things.len());
    let counts: Vec<(usize, usize)> = locals.iter().enumerate().map(of_doc).collect();
    counts.into_iter().flat_map(move |(doc, n)| (0..n).map(move |thing| (doc, thing, &locals[doc].things[thing])))
}

/// What a form stands for in the documents that have the whole name beside it.
#[derive(Default)]
struct Part<'l> {
    identities: Vec<&'l str>,
    why: Why,
    n_docs: u32,
}

/// How many times more documents than those that tell what a form stands for may have it alone. Where it is more
/// common, it has a meaning that nobody need tell.
const MAX_ALONE: u32 = 10;

impl<'l> Part<'l> {
    /// The one thing that it stands for everywhere, in `n_alone` documents too: acronyms need one document that says
    /// so, other parts two.
    fn only(&self, n_alone: u32) -> Option<(&'l str, Why)> {
        let [only] = self.identities[..] else { return None };
        let why = match self.why {
            Why::Explained => Why::Explained,
            Why::Letters => Why::SharedLetters,
            _ if self.n_docs > 1 => Why::SharedShort,
            _ => return None,
        };
        (n_alone <= self.n_docs.saturating_mul(MAX_ALONE)).then_some((only, why))
    }
}

type Parts<'l> = Map<(EntityKind, &'l str), Part<'l>>;

fn add_part<'l>(parts: &mut Parts<'l>, kind: EntityKind, form: &'l str, identity: &'l str, why: Why) {
    if form != identity {
        let part = parts.entry((kind, form)).or_insert_with(|| Part { why, ..Part::default() });
        part.n_docs += 1;
        if part.identities.len() <= MAX_OFFERS && !part.identities.contains(&identity) {
            part.identities.push(identity);
        }
    }
}

/// What acronyms and long forms are explained to be, and what other parts of names stand for.
fn parts(locals: &[Local]) -> (Parts<'_>, Parts<'_>) {
    let (mut explained, mut parts): (Parts<'_>, Parts<'_>) = Default::default();
    let mut words: Map<&str, &[String]> = Map::default();
    for (_, _, thing) in things(locals) {
        for form in &thing.explained {
            add_part(&mut explained, thing.kind, form, &thing.identity, Why::Explained);
            words.entry(&thing.identity).or_insert(&thing.name.words);
        }
        for (form, why) in &thing.parts {
            add_part(&mut parts, thing.kind, form, &thing.identity, *why);
        }
    }
    join_spellings(&mut explained, &words);
    (explained, parts)
}

/// Long forms of one acronym that are spellings of one name are one.
fn join_spellings(explained: &mut Parts<'_>, words: &Map<&str, &[String]>) {
    let words_of = |identity: &str| words.get(identity).copied().unwrap_or_default();
    let mut spellings = Vec::new();
    for (&(kind, _), part) in explained.iter_mut() {
        if let [first, others @ ..] = &part.identities[..]
            && !others.is_empty()
            && others.iter().all(|other| is_spelling(words_of(first), words_of(other)))
        {
            spellings.extend(others.iter().map(|&other| ((kind, other), *first, part.n_docs)));
            part.identities.truncate(1);
        }
    }
    spellings.sort_unstable();
    for (spelling, first, n_docs) in spellings {
        let own = explained.entry(spelling).or_default();
        *own = Part { identities: vec![first], why: Why::Explained, n_docs };
    }
}

/// Adds to a list that stays short and holds nothing twice.
fn add<K: Eq + Hash, V: PartialEq>(map: &mut Map<K, Vec<V>>, key: K, value: V) {
    let values = map.entry(key).or_default();
    if values.len() <= MAX_OFFERS && !values.contains(&value) {
        values.push(value);
    }
}

fn sorted<K: Copy + Ord, V>(map: &Map<K, V>) -> Vec<(K, &V)> {
    let mut entries: Vec<(K, &V)> = map.iter().map(|(key, value)| (*key, value)).collect();
    entries.sort_by_key(|(key, _)| *key);
    entries
}
