//! What else documents name: two documents that share names that few documents have are about the same things.

use std::collections::BTreeSet;

use super::{Across, Map, NONE};
use crate::resolve::local::Local;

/// Of how many of its documents the company of an entity is read.
const MAX_DOCS: usize = 40;

/// The names of each document that few documents have.
pub(super) struct Context {
    of_doc: Vec<Vec<u32>>,
}

impl Context {
    /// Reads what has its entity already.
    pub(super) fn of(across: &Across, locals: &[Local]) -> Self {
        let mut n_docs = vec![0u32; across.n as usize];
        let ids = |doc: usize| across.entities[doc].iter().copied().filter(|&id| id != NONE);
        for doc in 0..locals.len() {
            ids(doc).collect::<BTreeSet<_>>().into_iter().for_each(|id| n_docs[id as usize] += 1);
        }
        let most = u32::try_from(locals.len() / 20).unwrap_or(u32::MAX).max(10);
        let of_doc = (0..locals.len()).map(|doc| {
            let rare = across.entities[doc]
                .iter()
                .zip(&locals[doc].things)
                .filter(|(id, thing)| **id != NONE && thing.name.known.is_none() && n_docs[**id as usize] <= most);
            rare.map(|(&id, _)| id).collect()
        });
        Self { of_doc: of_doc.collect() }
    }

    /// The company of what these documents name, but for itself.
    pub(super) fn company(&self, docs: &[usize], own: &[u32]) -> BTreeSet<u32> {
        let docs = docs.iter().take(MAX_DOCS);
        docs.flat_map(|&doc| &self.of_doc[doc]).copied().filter(|id| !own.contains(id)).collect()
    }

    /// How many names the document shares with a company.
    pub(super) fn n_shared(&self, doc: usize, company: &BTreeSet<u32>) -> usize {
        self.of_doc[doc].iter().filter(|id| company.contains(id)).count()
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
