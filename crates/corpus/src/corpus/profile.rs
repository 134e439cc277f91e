//! What the documents tell of one entity: who stands beside it, what it says, and what is said of it.

use std::collections::BTreeMap;

use super::{DocumentView, EntityView, QuotationView};
use crate::model::{DocId, EntityId, Speaker};
use crate::{ByteSpan, sort};

/// An entity that stands beside another one, and how closely.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Beside {
    /// The other entity.
    pub entity: EntityId,
    /// In how many sentences both are named.
    pub n_sentences: u32,
    /// In how many paragraphs.
    pub n_paragraphs: u32,
    /// In how many documents.
    pub n_docs: u32,
}

/// A role of an entity, as worded, and where.
#[derive(Clone, Copy, Debug)]
pub struct RoleView<'c> {
    /// Whose role it is.
    pub holder: EntityView<'c>,
    /// Its words.
    pub text: &'c str,
    /// The document that says so.
    pub doc: DocId,
    /// Where it says so.
    pub span: ByteSpan,
}

impl<'c> EntityView<'c> {
    /// The roles of others whose words name this one, in its first `max_mentions` mentions: who leads an organization,
    /// who works for it. Those who are named in most documents come first.
    pub fn roles_of_others(&self, max_mentions: usize) -> Vec<RoleView<'c>> {
        let mentions = self.mentions().take(max_mentions);
        let named: Vec<(DocId, ByteSpan)> = mentions.map(|mention| (mention.doc(), mention.span())).collect();
        let names_it = |role: &RoleView<'c>| {
            let from = named.partition_point(|(doc, _)| *doc < role.doc);
            let mut here = named[from..].iter().take_while(|(doc, _)| *doc == role.doc);
            here.any(|(_, span)| role.span.contains(*span))
        };
        let mut found = Vec::new();
        for holder in self.corpus().entities().filter(|other| other.id() != self.id()) {
            let roles = holder.roles().map(|(text, doc, span)| RoleView { holder, text, doc, span });
            found.extend(roles.filter(names_it));
        }
        sort::by_key(&mut found, |role| (!role.holder.n_docs(), role.holder.id()));
        found
    }

    /// The entities that are named together with this one, in the first `max_docs` documents that name it: those with
    /// most common sentences first, then most paragraphs, then most documents.
    ///
    /// A story that several documents tell counts once, in the first of them.
    pub fn beside(&self, max_docs: usize) -> Vec<Beside> {
        let mut found: BTreeMap<u32, Beside> = BTreeMap::new();
        let docs = self.docs();
        for document in docs.iter().take(max_docs).filter_map(|&doc| self.corpus().document(doc)) {
            let is_told_before = |doc: DocId| doc < document.doc() && docs.binary_search(&doc).is_ok();
            if document.copies().any(|copy| is_told_before(copy.doc())) {
                continue;
            }
            for (entity, closeness) in closest(&document, self.id()) {
                let beside =
                    found.entry(entity.0).or_insert(Beside { entity, n_sentences: 0, n_paragraphs: 0, n_docs: 0 });
                beside.n_docs += 1;
                beside.n_paragraphs += closeness.paragraphs;
                beside.n_sentences += closeness.sentences;
            }
        }
        let mut found: Vec<Beside> = found.into_values().collect();
        sort::by_key(&mut found, |beside| (!beside.n_sentences, !beside.n_paragraphs, !beside.n_docs, beside.entity));
        found
    }

    /// What it is quoted with, by document and in text order.
    pub fn quotations(&self) -> Vec<QuotationView<'c>> {
        let mut found = Vec::new();
        let corpus = self.corpus();
        corpus.index.speaker_postings(self.id().0).for_each(|posting| {
            let document = corpus.document(DocId(posting.doc));
            let said = document.into_iter().flat_map(|document| document.quotations());
            found.extend(said.filter(|quotation| is_speaker(quotation, self.id())));
        });
        found
    }

    /// Quotations of others in which it is named, in the first `max_docs` documents that name it.
    pub fn quotations_about(&self, max_docs: usize) -> Vec<QuotationView<'c>> {
        let mut found = Vec::new();
        for document in self.docs().into_iter().take(max_docs).filter_map(|doc| self.corpus().document(doc)) {
            let mut quotations = document.quotations().filter(|quotation| !is_speaker(quotation, self.id())).peekable();
            if quotations.peek().is_none() {
                continue;
            }
            let mentions: Vec<_> = document.mentions().filter(|mention| mention.entity() == self.id()).collect();
            let names_it = |quotation: &QuotationView<'_>| {
                mentions.iter().any(|mention| quotation.span().contains(mention.span()))
            };
            found.extend(quotations.filter(names_it));
        }
        found
    }
}

fn is_speaker(quotation: &QuotationView<'_>, entity: EntityId) -> bool {
    matches!(quotation.speaker(), Speaker::Entity(speaker, _) if speaker == entity)
}

/// In how many sentences and paragraphs of one document an entity stands beside another.
#[derive(Clone, Copy, Debug, Default)]
struct Closeness {
    sentences: u32,
    paragraphs: u32,
}

/// The number of the sentence and the paragraph of what stands in none.
const NOWHERE: u32 = u32::MAX;

/// All entities of a document but `of`, each with how often it stands beside that one.
fn closest(document: &DocumentView<'_>, of: EntityId) -> Vec<(EntityId, Closeness)> {
    let structure = document.structure();
    // Each mention with the numbers of its sentence and its paragraph.
    let mut placed: Vec<(EntityId, u32, u32)> = Vec::new();
    let mut sentences = (0u32..).zip(&structure.sentences).peekable();
    for mention in document.mentions() {
        let start = mention.span().start();
        while sentences.next_if(|(_, sentence)| sentence.span().end() <= start).is_some() {}
        let sentence = sentences.peek().filter(|(_, sentence)| sentence.span().start() <= start);
        let (number, block) = sentence.map_or((NOWHERE, NOWHERE), |(number, sentence)| (*number, sentence.block_idx()));
        placed.push((mention.entity(), number, block));
    }
    let places = |which: fn(&(EntityId, u32, u32)) -> u32| {
        let mut places: Vec<u32> = placed.iter().filter(|(entity, ..)| *entity == of).map(which).collect();
        places.retain(|&place| place != NOWHERE);
        places.dedup();
        places
    };
    let (own_sentences, own_blocks) = (places(|place| place.1), places(|place| place.2));
    sort::by_key(&mut placed, |&place| place);
    placed.dedup();
    let mut found: Vec<(EntityId, Closeness)> = Vec::new();
    for same in placed.chunk_by(|a, b| a.0 == b.0) {
        let entity = same[0].0;
        if entity == of {
            continue;
        }
        let sentences = same.iter().filter(|place| own_sentences.binary_search(&place.1).is_ok()).count() as u32;
        let blocks = same.chunk_by(|a, b| a.2 == b.2).filter(|same| own_blocks.binary_search(&same[0].2).is_ok());
        found.push((entity, Closeness { sentences, paragraphs: blocks.count() as u32 }));
    }
    found
}
