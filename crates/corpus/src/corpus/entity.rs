//! An entity of an opened corpus.

use super::{Corpus, MentionView};
use crate::codec::bytes::Reader;
use crate::model::{DocId, EntityId, EntityKind};
use crate::span::ByteSpan;

/// Something that the documents name.
#[derive(Clone, Copy, Debug)]
pub struct EntityView<'c> {
    corpus: &'c Corpus<'c>,
    id: EntityId,
    kind: EntityKind,
    name: &'c str,
    slug: &'c str,
    n_mentions: u32,
    /// The record from its forms on.
    rest: Reader<'c>,
}

impl<'c> EntityView<'c> {
    pub(super) fn new(corpus: &'c Corpus<'c>, id: EntityId) -> Self {
        let mut rest = Reader(corpus.entities.get(id.0));
        let kind = EntityKind::from_number(rest.number()).unwrap_or_default();
        let name = rest.text();
        let slug = rest.text_or_same(name);
        let n_mentions = rest.number();
        Self { corpus, id, kind, name, slug, n_mentions, rest }
    }

    /// The corpus it belongs to.
    pub fn corpus(&self) -> &'c Corpus<'c> {
        self.corpus
    }

    /// Its number.
    pub fn id(&self) -> EntityId {
        self.id
    }

    /// What it is.
    pub fn kind(&self) -> EntityKind {
        self.kind
    }

    /// The fullest common form of its name.
    pub fn name(&self) -> &'c str {
        self.name
    }

    /// The name that addresses carry; unique among the entities of its kind.
    pub fn slug(&self) -> &'c str {
        self.slug
    }

    /// In how many documents it is mentioned.
    pub fn n_docs(&self) -> u32 {
        self.corpus.index.entity_postings(self.id.0).n_docs()
    }

    /// How often it is mentioned.
    pub fn n_mentions(&self) -> u32 {
        self.n_mentions
    }

    /// All forms that stand in the text with their counts, most frequent first.
    pub fn aliases(&self) -> impl Iterator<Item = (&'c str, u32)> + use<'c> {
        self.forms().map(|(text, count, ..)| (text, count))
    }

    /// Why each of the forms belongs to it, and how sure that is in percent.
    pub fn alias_reasons(&self) -> impl Iterator<Item = (&'c str, u8)> + use<'c> {
        let corpus = self.corpus;
        self.forms().map(move |(.., reason, confidence)| (corpus.string(reason), confidence))
    }

    fn forms(&self) -> impl Iterator<Item = (&'c str, u32, u32, u8)> + use<'c> {
        let (mut reader, name) = (self.rest, self.name);
        (0..reader.count()).map(move |_| form(&mut reader, name))
    }

    /// The record behind the forms.
    fn after_forms(&self) -> Reader<'c> {
        let mut reader = self.rest;
        for _ in 0..reader.count() {
            form(&mut reader, self.name);
        }
        reader
    }

    /// Other entities that may be the same, what speaks for it, and how sure that is in percent.
    pub fn possible_same(&self) -> impl Iterator<Item = (EntityId, &'c str, u8)> + use<'c> {
        let (mut reader, corpus) = (self.after_forms(), self.corpus);
        (0..reader.count())
            .map(move |_| (EntityId(reader.number()), corpus.string(reader.number()), reader.number() as u8))
    }

    /// Roles as worded, with the document and the span that say so.
    pub fn roles(&self) -> impl Iterator<Item = (&'c str, DocId, ByteSpan)> + use<'c> {
        let mut reader = self.after_forms();
        for _ in 0..reader.count() {
            let _ = (reader.number(), reader.number(), reader.number());
        }
        let mut doc = 0;
        (0..reader.count()).map(move |_| {
            let text = reader.text();
            doc = reader.near(doc);
            (text, DocId(doc), reader.span(0))
        })
    }

    /// The documents that mention it, ascending.
    pub fn docs(&self) -> Vec<DocId> {
        let mut docs = Vec::new();
        self.corpus.index.entity_postings(self.id.0).for_each(|posting| docs.push(DocId(posting.doc)));
        docs
    }

    /// All its mentions, by document and in text order.
    pub fn mentions(&self) -> impl Iterator<Item = MentionView<'c>> + use<'c> {
        let (corpus, id) = (self.corpus, self.id);
        let documents = self.docs().into_iter().filter_map(|doc| corpus.document(doc));
        documents.flat_map(|document| document.mentions()).filter(move |mention| mention.entity() == id)
    }
}

fn form<'c>(reader: &mut Reader<'c>, name: &'c str) -> (&'c str, u32, u32, u8) {
    (reader.text_or_same(name), reader.number(), reader.number(), reader.number() as u8)
}
