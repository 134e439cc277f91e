//! What else documents name: documents that share names, above all names that few documents have, are about the same
//! things.

use std::collections::BTreeSet;

use super::{Across, Map, NONE};
use crate::resolve::local::Local;

/// Of how many of its documents the company of an entity is read.
const MAX_DOCS: usize = 40;

/// The names of each document that tell what it is about, each with its weight: two for a name that few documents
/// have, one for others but those that most have.
pub(super) struct Context {
    of_doc: Vec<Vec<(u32, usize)>>,
}

impl Context {
    /// Reads what has its entity already.
    pub(super) fn of(across: &Across, locals: &[Local]) -> Self {
        let mut n_docs = vec![0u32; across.n as usize];
        let ids = |doc: usize| across.entities[doc].iter().copied().filter(|&id| id != NONE);
        for doc in 0..locals.len() {
            ids(doc).collect::<BTreeSet<_>>().into_iter().for_each(|id| n_docs[id as usize] += 1);
        }
        let share = |part: usize| u32::try_from(locals.len() / part).unwrap_or(u32::MAX).max(10);
        let (few, many) = (share(20), share(2));
        let of_doc = (0..locals.len()).map(|doc| {
            let names = across.entities[doc].iter().zip(&locals[doc].things);
            let telling = names.filter(|(id, thing)| **id != NONE && thing.name.known.is_none());
            let weighed = telling.filter_map(|(&id, _)| match n_docs[id as usize] {
                n if n <= few => Some((id, 2)),
                n if n <= many => Some((id, 1)),
                _ => None,
            });
            weighed.collect()
        });
        Self { of_doc: of_doc.collect() }
    }

    /// The company of what these documents name, but for itself.
    pub(super) fn company(&self, docs: &[usize], own: &[u32]) -> BTreeSet<u32> {
        let docs = docs.iter().take(MAX_DOCS);
        docs.flat_map(|&doc| &self.of_doc[doc]).map(|&(id, _)| id).filter(|id| !own.contains(id)).collect()
    }

    /// The weight of the names that documents share with a company.
    pub(super) fn shared(&self, docs: &[usize], company: &BTreeSet<u32>) -> usize {
        let docs = docs.iter().take(MAX_DOCS);
        let shared: BTreeSet<(u32, usize)> =
            docs.flat_map(|&doc| &self.of_doc[doc]).copied().filter(|(id, _)| company.contains(id)).collect();
        shared.into_iter().map(|(_, weight)| weight).sum()
    }
}

/// The company of entities, each read once.
#[derive(Default)]
pub(super) struct Companies(Map<u32, BTreeSet<u32>>);

impl Companies {
    pub(super) fn of(&mut self, id: u32, docs: &[usize], context: &Context) -> &BTreeSet<u32> {
        self.0.entry(id).or_insert_with(|| context.company(docs, &[id]))
    }
}
