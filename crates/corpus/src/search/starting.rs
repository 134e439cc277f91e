//! Names that begin with what is typed, to be offered while a reader types.

use fst::Automaton as _;
use fst::automaton::Str;

use crate::analysis::tokens;
use crate::corpus::{Corpus, EntityView};
use crate::model::{EntityId, EntityKind};
use crate::query::{Field, FieldWord};

/// A shorter beginning is that of too many names. In bytes: one letter says enough in scripts that have thousands.
const MIN_BYTES: usize = 2;

/// A name with a word that begins as typed.
#[derive(Clone, Copy, Debug)]
pub struct Started<'c> {
    /// What is named.
    pub entity: EntityView<'c>,
    /// Another form of the name that begins as typed, if the name itself does not.
    pub form: Option<&'c str>,
    /// In how many documents it is mentioned, or quoted if that was asked for.
    pub n_docs: u32,
}

impl Corpus<'_> {
    /// The names of which a form has the typed words next to each other, the last of them as a beginning; those of most
    /// documents first, then those of most mentions, at most `n`. Where no field says which, amounts and addresses are
    /// none; in [`Field::Says`] those are looked for who are quoted. It takes time for each name with such a beginning,
    /// a look at two numbers.
    pub fn names_starting(&self, typed: &str, field: FieldWord, n: usize) -> Vec<Started<'_>> {
        let words: Vec<_> = tokens(typed).map(|token| token.term).collect();
        let (Some((last, before)), FieldWord::In(field)) = (words.split_last(), field) else { return Vec::new() };
        if last.len() < MIN_BYTES || n == 0 {
            return Vec::new();
        }
        let mut found = self.index.entities_named(&Str::new(last).starts_with());
        for word in before {
            let list = self.index.entities_named(&Str::new(word));
            found.retain(|entity| list.binary_search(entity).is_ok());
        }
        let is_started = |form: &str| {
            let found: Vec<_> = tokens(form).map(|token| token.term).collect();
            found.windows(words.len()).any(|window| {
                window.split_last().is_some_and(|(end, start)| end.starts_with(&**last) && start == before)
            })
        };
        // Each behind a number that is the less, the better it is.
        let mut best: Vec<(u64, Started<'_>)> = Vec::new();
        for entity in found {
            let Some(entity) = self.entity(EntityId(entity)) else { continue };
            let n_docs = match field {
                Field::Anywhere if is_name(entity.kind()) => entity.n_docs(),
                Field::Name(kind) if kind == entity.kind() => entity.n_docs(),
                Field::Says => self.index.speaker_postings(entity.id().0).n_docs(),
                _ => 0,
            };
            let key = u64::from(!n_docs) << 32 | u64::from(!entity.n_mentions());
            if n_docs == 0 || best.len() == n && best.last().is_some_and(|(last, _)| *last <= key) {
                continue;
            }
            let form = match is_started(entity.name()) {
                true => None,
                false => match entity.aliases().find(|(form, _)| is_started(form)) {
                    Some((form, _)) => Some(form),
                    // The words stand apart, or in different forms.
                    None => continue,
                },
            };
            best.truncate(n - 1);
            let at = best.partition_point(|(known, _)| *known <= key);
            best.insert(at, (key, Started { entity, form, n_docs }));
        }
        best.into_iter().map(|(_, started)| started).collect()
    }
}

/// Whether a kind is that of names, which readers type, and not of addresses and amounts.
fn is_name(kind: EntityKind) -> bool {
    !matches!(kind, EntityKind::Url | EntityKind::Email | EntityKind::Phone | EntityKind::Money)
}
