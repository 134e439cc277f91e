//! The names in what was found.

use fst::Automaton as _;
use fst::automaton::Str;

use super::Answer;
use crate::analysis::tokens;
use crate::corpus::{Corpus, EntityView};
use crate::model::{EntityId, EntityKind};

impl<'c> Answer<'c> {
    /// The entities that hits with all that was asked name, each with the number of these hits, in the order of their
    /// numbers; only those that are `called` so, all if nothing is typed.
    pub fn named(&self, kind: Option<EntityKind>, called: &Called) -> Vec<(EntityView<'c>, u32)> {
        let corpus = self.corpus();
        let counts = self.counted.mentioned();
        let named = |entity: u32| {
            let count = counts.get(entity as usize).copied().filter(|&count| count > 0)?;
            let entity = corpus.entity(EntityId(entity))?;
            (kind.is_none_or(|kind| entity.kind() == kind) && called.fits(&entity)).then_some((entity, count))
        };
        (0..corpus.n_entities()).filter_map(named).collect()
    }
}

/// What readers type to find entities: the beginnings of words of a form of the name, or of a role.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Called {
    words: Vec<String>,
    /// For each word the entities of whose forms it begins a word, ascending.
    named: Vec<Vec<u32>>,
}

impl Called {
    /// The most words of which entities are looked up.
    pub const MAX_WORDS: usize = 32;

    /// Looks up what is typed. Of more than [`MAX_WORDS`](Self::MAX_WORDS) words the others are not read.
    pub fn of(corpus: &Corpus<'_>, typed: &str) -> Self {
        let words: Vec<_> = tokens(typed).take(Self::MAX_WORDS).map(|token| token.term.into_owned()).collect();
        let named = words.iter().map(|word| corpus.index.entities_named(&Str::new(word).starts_with()));
        Self { named: named.collect(), words }
    }

    /// Whether no word is typed.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether the entity is called so, by all words that are typed.
    pub fn fits(&self, entity: &EntityView<'_>) -> bool {
        self.words.iter().zip(&self.named).all(|(word, named)| {
            named.binary_search(&entity.id().0).is_ok() || entity.roles().any(|(role, ..)| begins(role, word))
        })
    }

    /// The role to tell of the entity: the first that it is called by, or else the first one.
    pub fn role<'c>(&self, entity: &EntityView<'c>) -> Option<&'c str> {
        let roles = || entity.roles().map(|(role, ..)| role);
        roles().find(|role| self.words.iter().any(|word| begins(role, word))).or_else(|| roles().next())
    }
}

/// Whether a word of the role begins so.
fn begins(role: &str, word: &str) -> bool {
    tokens(role).any(|token| token.term.starts_with(word))
}
