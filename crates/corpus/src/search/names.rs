//! Terms that are not words of the text: names of entities, speakers of quotations, outlets.

use super::leaf::Stretch;
use crate::analysis::tokens;
use crate::corpus::{Corpus, DocumentView};
use crate::model::{EntityId, EntityKind, Speaker};
use crate::query::TermClause;
use crate::sort;

/// The mentions of entities of a kind that the term names, by document and position.
pub(super) fn mentions(corpus: &Corpus<'_>, term: &TermClause, kind: EntityKind) -> Vec<(u32, Stretch)> {
    let named = entities(corpus, term, Some(kind));
    let views = named.into_iter().filter_map(|entity| corpus.entity(entity)).flat_map(|entity| entity.mentions());
    let stretch = |document: DocumentView<'_>, mention: &crate::MentionView<'_>| Stretch {
        position: mention.position(),
        len: (tokens(document.slice(mention.span())).count() as u32).max(1),
    };
    let mut found: Vec<_> = views
        .filter_map(|mention| Some((mention.doc().0, stretch(corpus.document(mention.doc())?, &mention))))
        .collect();
    sort::by_key(&mut found, |&found| found);
    found
}

/// The quotations whose speaker is named or described by the words of the term, by document and position.
pub(super) fn quotations(corpus: &Corpus<'_>, term: &TermClause) -> Vec<(u32, Stretch)> {
    let speakers = entities(corpus, term, None);
    let mut found = Vec::new();
    for document in corpus.documents() {
        for quotation in document.quotations() {
            let is_speaker = match quotation.speaker() {
                Speaker::Entity(entity, _) => speakers.binary_search(&entity).is_ok(),
                Speaker::Described(span) | Speaker::Unnamed(span) => has_words(document.slice(span), term),
                Speaker::Unresolved => false,
            };
            if is_speaker {
                // A quotation may run over several paragraphs: it goes from its first token to its last.
                let (start, last) = (quotation.position(), document.last_position_before(quotation.span().end()));
                let len =
                    last.and_then(|last| last.checked_sub(start)).map_or(1, |distance| distance.saturating_add(1));
                found.push((document.doc().0, Stretch { position: start, len }));
            }
        }
    }
    sort::by_key(&mut found, |&found| found);
    found
}

/// The documents of outlets that the term names, ascending.
pub(super) fn documents_of_source(corpus: &Corpus<'_>, term: &TermClause) -> Vec<u32> {
    let is_from = |document: &DocumentView<'_>| document.source().is_some_and(|source| has_words(source.text, term));
    corpus.documents().filter(is_from).map(|document| document.doc().0).collect()
}

/// Entities of which one form has all words of the term next to each other, ascending.
fn entities(corpus: &Corpus<'_>, term: &TermClause, kind: Option<EntityKind>) -> Vec<EntityId> {
    let Some((last, before)) = term.words.split_last() else { return Vec::new() };
    let mut found = corpus.index.entities_named(last, term.prefix);
    for word in before {
        let list = corpus.index.entities_named(word, false);
        found.retain(|entity| list.binary_search(entity).is_ok());
    }
    found.retain(|&entity| {
        corpus.entity(EntityId(entity)).is_some_and(|entity| {
            kind.is_none_or(|kind| entity.kind() == kind)
                && entity.aliases().map(|(form, _)| form).chain([entity.name()]).any(|form| has_words(form, term))
        })
    });
    found.into_iter().map(EntityId).collect()
}

/// Whether the words of the term stand next to each other in `text`.
fn has_words(text: &str, term: &TermClause) -> bool {
    let words: Vec<_> = tokens(text).map(|token| token.term).collect();
    let Some((last, before)) = term.words.split_last() else { return false };
    words.windows(term.words.len()).any(|window| {
        let Some((end, start)) = window.split_last() else { return false };
        start.iter().zip(before).all(|(found, word)| found == word)
            && (end == last || term.prefix && end.starts_with(last.as_str()))
    })
}
