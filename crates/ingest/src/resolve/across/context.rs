//! What else documents name: documents that share names, above all names that few documents have, are about the same
//! things.

use super::{Across, Map, NONE};
use crate::resolve::local::Local;

/// Of how many of its documents the company of an entity is read.
const MAX_DOCS: usize = 16;

/// How many names of one document are company.
const MAX_NAMES: usize = 64;

/// The names of each document that tell what it is about, each with its weight: two for a name that few documents
/// have, one for others but those that most have.
pub(super) struct Context {
    of_doc: Vec<Vec<(u32, usize)>>,
}

/// The names that stand beside an entity, in order.
pub(super) type Company = Vec<u32>;

impl Context {
    /// Reads what has its entity already.
    pub(super) fn of(across: &Across, locals: &[Local]) -> Self {
        let mut n_docs = vec![0u32; across.n as usize];
        let mut last_doc = vec![NONE; across.n as usize];
        for (doc, ids) in (0u32..).zip(&across.entities) {
            for id in ids.iter().filter(|id| **id != NONE).map(|id| *id as usize) {
                n_docs[id] += u32::from(last_doc[id] != doc);
                last_doc[id] = doc;
            }
        }
        let share = |part: usize| u32::try_from(locals.len() / part).unwrap_or(u32::MAX).max(10);
        let (few, many) = (share(20), share(2));
        let of_doc = across.entities.iter().zip(locals).map(|(ids, local)| {
            let names = ids.iter().zip(&local.things);
            let telling = names.filter(|(id, thing)| **id != NONE && thing.name.known.is_none());
            let weighed = telling.filter_map(|(&id, _)| match n_docs[id as usize] {
                n if n <= few => Some((id, 2)),
                n if n <= many => Some((id, 1)),
                _ => None,
            });
            weighed.take(MAX_NAMES).collect()
        });
        Self { of_doc: of_doc.collect() }
    }

    fn names(&self, docs: impl Iterator<Item = usize>) -> Vec<(u32, usize)> {
        let mut names: Vec<_> = docs.take(MAX_DOCS).flat_map(|doc| &self.of_doc[doc]).copied().collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    /// The company of what these documents name, but for itself.
    pub(super) fn company(&self, docs: impl Iterator<Item = usize>, own: &[u32]) -> Company {
        self.names(docs).into_iter().map(|(id, _)| id).filter(|id| !own.contains(id)).collect()
    }

    /// The weight of the names that documents share with a company.
    pub(super) fn shared(&self, docs: impl Iterator<Item = usize>, company: &Company) -> usize {
        let shared = self.names(docs).into_iter().filter(|(id, _)| company.binary_search(id).is_ok());
        shared.map(|(_, weight)| weight).sum()
    }
}

/// The company of entities, each read once.
#[derive(Default)]
pub(super) struct Companies(Map<u32, Company>);

impl Companies {
    pub(super) fn of(&mut self, id: u32, docs: impl Iterator<Item = usize>, context: &Context) -> &Company {
        self.0.entry(id).or_insert_with(|| context.company(docs, &[id]))
    }
}
