//! Terms that are not words of the text: names of entities, roles, outlets.

use std::borrow::Cow;

use fst::Automaton;
use fst::automaton::Str;

use super::automata::{Fuzzy, Pattern};
use crate::analysis::{fold, tokens};
use crate::corpus::Corpus;
use crate::model::{DocId, EntityId, EntityKind};
use crate::query::{Matching, QueryWord, TermClause};
use crate::sort;
use crate::span::ByteSpan;

/// Documents of outlets that the term names, ascending.
pub(super) fn documents_of_source(corpus: &Corpus<'_>, term: &TermClause) -> Vec<u32> {
    let mut known: Option<(u32, bool)> = None;
    let sources = corpus.columns.column(crate::codec::layout::column::SOURCE);
    let of_source = |source: u32| match known {
        Some((number, is_asked)) if number == source => is_asked,
        _ => {
            let is_asked = has_words(corpus.string(source), term);
            known = Some((source, is_asked));
            is_asked
        }
    };
    let asked: Vec<bool> = sources.map(of_source).collect();
    (0u32..).zip(asked).filter(|(_, is_asked)| *is_asked).map(|(doc, _)| doc).collect()
}

/// The spans that give somebody a role with these words, by document and in text order.
pub(super) fn roles(corpus: &Corpus<'_>, term: &TermClause) -> Vec<(DocId, ByteSpan)> {
    let mut found = Vec::new();
    for entity in corpus.entities() {
        found.extend(entity.roles().filter(|(text, ..)| has_words(text, term)).map(|(_, doc, span)| (doc, span)));
    }
    sort::by_key(&mut found, |&role| role);
    found.dedup();
    found
}

/// Entities of which one form has all words of the term next to each other, ascending.
pub(super) fn entities(corpus: &Corpus<'_>, term: &TermClause, kind: Option<EntityKind>) -> Vec<EntityId> {
    let mut found: Option<Vec<u32>> = None;
    for word in &term.words {
        let list = entities_with(corpus, word);
        match &mut found {
            Some(found) => found.retain(|entity| list.binary_search(entity).is_ok()),
            None => found = Some(list),
        }
    }
    let mut found = found.unwrap_or_default();
    found.retain(|&entity| {
        corpus.entity(EntityId(entity)).is_some_and(|entity| {
            kind.is_none_or(|kind| entity.kind() == kind)
                && entity.aliases().map(|(form, _)| form).chain([entity.name()]).any(|form| has_words(form, term))
        })
    });
    found.into_iter().map(EntityId).collect()
}

/// Entities of which some form has a word, ascending.
fn entities_with(corpus: &Corpus<'_>, word: &QueryWord) -> Vec<u32> {
    let form = fold(&word.form);
    match word.how {
        Matching::Forms | Matching::Exact => corpus.index.entities_named(&Str::new(&form)),
        Matching::Prefix => corpus.index.entities_named(&Str::new(&form).starts_with()),
        Matching::Wildcard => corpus.index.entities_named(&Pattern::new(&word.form)),
        Matching::Fuzzy(most) => corpus.index.entities_named(&Fuzzy::new(&form, most)),
    }
}

/// Whether the words of the term stand next to each other in `text`.
pub(super) fn has_words(text: &str, term: &TermClause) -> bool {
    let words: Vec<_> = tokens(text).map(|token| token.term).collect();
    let asked: Vec<(&QueryWord, Cow<'_, str>)> = term.words.iter().map(|word| (word, fold(&word.form))).collect();
    words.windows(asked.len().max(1)).any(|window| {
        window.iter().zip(&asked).all(|(found, (word, form))| match word.how {
            Matching::Forms | Matching::Exact => found == form,
            Matching::Prefix => found.starts_with(form.as_ref()),
            Matching::Wildcard => accepts(&Pattern::new(&word.form), found),
            Matching::Fuzzy(most) => accepts(&Fuzzy::new(form, most), found),
        })
    })
}

fn accepts<A: Automaton>(automaton: &A, word: &str) -> bool {
    automaton.is_match(&word.bytes().fold(automaton.start(), |state, byte| automaton.accept(&state, byte)))
}
