//! Links between names: where two of them stand together, how much more often than by chance, and by which others they
//! are connected.
//!
//! A link is a sentence that names both. Sentences are read from the documents; how many there are, and in which
//! documents, is stored with each entity, so that chains of links are found without reading any text.

mod association;
pub(crate) mod build;
mod chains;
mod together;

pub use association::Association;
pub use chains::{Asked, Chain, Hop};
pub use together::{SharedDoc, SharedSpan, Together};

use crate::codec::bytes::Reader;
use crate::corpus::{Corpus, EntityView};
use crate::model::{DocId, EntityId};

/// The documents that count, by number; `None` if all do.
pub type Within<'w> = Option<&'w [bool]>;

fn is_within(within: Within<'_>, doc: u32) -> bool {
    within.is_none_or(|docs| docs.get(doc as usize).copied().unwrap_or(false))
}

/// Another name in the sentences of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    /// The other entity.
    pub entity: EntityId,
    /// How many sentences name both. A story that several documents tell counts once, in the first of them.
    pub n_sentences: u32,
    /// How many documents have such sentences, those that tell a story again included.
    pub n_docs: u32,
}

/// The link in one document.
#[derive(Clone, Copy, Debug)]
struct InDoc {
    doc: u32,
    n_sentences: u32,
    /// Whether an earlier document that has the link tells the same story.
    is_retold: bool,
}

impl<'c> EntityView<'c> {
    /// The names that stand in a sentence with this one, in the order of their numbers. Sentences with so many names that
    /// they are lists are none.
    pub fn links(&self, within: Within<'_>) -> Vec<Link> {
        let corpus = self.corpus();
        let mut reader = Reader(corpus.links.get(self.id().0));
        reader.number();
        let mut links = Vec::new();
        let mut entity = 0u32;
        for _ in 0..reader.count() {
            entity = entity.wrapping_add(reader.number());
            let (n_docs, n_sentences) = match reader.number() {
                0 => (1, 1),
                n_docs => (n_docs, reader.number()),
            };
            links.push(Link { entity: EntityId(entity), n_sentences, n_docs });
        }
        if within.is_some() {
            links.iter_mut().for_each(|link| count_within(corpus, &mut reader, link, within));
            links.retain(|link| link.n_sentences > 0);
        }
        links
    }

    /// How many sentences name it together with others, or alone; of a story that several documents tell, those of the
    /// first.
    pub fn n_sentences(&self) -> u32 {
        Reader(self.corpus().links.get(self.id().0)).number()
    }

    /// How a number of sentences that it shares with another entity compares with chance.
    pub fn association(&self, other: &EntityView<'_>, n_shared: u32) -> Association {
        Association::of(n_shared, self.n_sentences(), other.n_sentences(), self.corpus().n_naming_sentences)
    }
}

/// Counts the sentences of a link anew, in the documents that count; reads those of the link.
fn count_within(corpus: &Corpus<'_>, reader: &mut Reader<'_>, link: &mut Link, within: Within<'_>) {
    let mut counted: Vec<InDoc> = Vec::new();
    let mut doc = 0u32;
    for _ in 0..link.n_docs {
        if reader.is_at_end() {
            break;
        }
        let code = reader.number();
        doc = doc.wrapping_add(code >> build::N_FLAG_BITS);
        let n_sentences = if code & build::HAS_MORE == 0 { 1 } else { reader.number() };
        if is_within(within, doc) {
            counted.push(InDoc { doc, n_sentences, is_retold: code & build::IS_RETOLD != 0 });
        }
    }
    let is_first = |own: &&InDoc| {
        let is_told_before =
            |other: DocId| other.0 < own.doc && counted.binary_search_by_key(&other.0, |in_doc| in_doc.doc).is_ok();
        !own.is_retold
            || corpus
                .document(DocId(own.doc))
                .is_none_or(|document| !document.copies().any(|c| is_told_before(c.doc())))
    };
    link.n_sentences = counted.iter().filter(is_first).map(|in_doc| in_doc.n_sentences).fold(0, u32::saturating_add);
    link.n_docs = counted.len() as u32;
}
