//! The names in what was found.

use fst::Automaton as _;
use fst::automaton::Str;

use super::Answer;
use crate::analysis::tokens;
use crate::corpus::{Corpus, EntityView};
use crate::model::{EntityId, EntityKind};

impl<'c> Answer<'c> {
    /// The entities that hits with all that was asked name, each with the number of these hits, in the order of their
    /// numbers. If something is `typed`, only those of whose words some begin with each of the words in it.
    pub fn named(&self, kind: Option<EntityKind>, typed: &str) -> Vec<(EntityView<'c>, u32)> {
        let corpus = self.corpus();
        let counts = self.counted.mentioned();
        let named = |entity: u32| {
            let count = counts.get(entity as usize).copied().filter(|&count| count > 0)?;
            let entity = corpus.entity(EntityId(entity))?;
            kind.is_none_or(|kind| entity.kind() == kind).then_some((entity, count))
        };
        match with_beginnings(corpus, typed) {
            Some(entities) => entities.into_iter().filter_map(named).collect(),
            None => (0..corpus.n_entities()).filter_map(named).collect(),
        }
    }
}

/// Entities that have for each word of `typed` one that begins with it in some of their forms, ascending; `None` if
/// there is no word in it.
pub(super) fn with_beginnings(corpus: &Corpus<'_>, typed: &str) -> Option<Vec<u32>> {
    let mut found: Option<Vec<u32>> = None;
    for token in tokens(typed) {
        let list = corpus.index.entities_named(&Str::new(&token.term).starts_with());
        match &mut found {
            Some(found) => found.retain(|entity| list.binary_search(entity).is_ok()),
            None => found = Some(list),
        }
    }
    found
}
