//! Writes the links of a collection.
//!
//! ```text
//! per entity: n sentences, n links
//!   per link: entity (to the one before), 0 | n documents, n sentences        -- 0 is one sentence in one document
//!   per link and document: document (to the one before) * 4 + flags, [n sentences]
//! ```

use std::collections::HashMap;

use foldhash::fast::FixedState;

use crate::codec::bytes::Writer;
use crate::codec::records::RecordsWriter;
use crate::model::{Collection, Document};
use crate::parallel;

/// Low bits of what is written for a document.
pub(super) const N_FLAG_BITS: u32 = 2;
/// More than one sentence: how many follows.
pub(super) const HAS_MORE: u32 = 1;
/// An earlier document of the same list tells the same story.
pub(super) const IS_RETOLD: u32 = 2;

/// A sentence with more names is a list, and says nothing of any two in it. It would have two thousand pairs.
const MAX_NAMES: usize = 64;

/// Sentences in one document.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct InDoc {
    doc: u32,
    n: u32,
}

/// The links of a collection, and how many sentences have any name in them, copies of a story left out.
pub(crate) fn section(source: &Collection) -> (Vec<u8>, u32) {
    let mut n_naming = 0u32;
    let mut named: Vec<Vec<InDoc>> = vec![Vec::new(); source.entities.len()];
    // Pairs of names with each document that has them in one sentence.
    let mut together: Vec<((u32, u32), InDoc)> = Vec::new();
    // Those of one document with their sentences; the map's order is never seen.
    let mut in_doc: HashMap<(u32, u32), u32, FixedState> = HashMap::default();
    for (doc, document) in (0u32..).zip(&source.documents) {
        let is_retelling = document.copies.iter().any(|copy| copy.doc.0 < doc);
        for names in names_by_sentence(source, document) {
            n_naming += u32::from(!is_retelling);
            for (at, &name) in names.iter().enumerate() {
                if let Some(list) = named.get_mut(name as usize) {
                    count(list, doc);
                }
                let others = if names.len() > MAX_NAMES { &[] } else { &names[at + 1..] };
                others.iter().for_each(|&other| *in_doc.entry((name, other)).or_default() += 1);
            }
        }
        together.extend(in_doc.drain().map(|(pair, n)| (pair, InDoc { doc, n })));
    }
    parallel::sort(&mut together);
    let docs: Vec<InDoc> = together.iter().map(|&(_, in_doc)| in_doc).collect();
    let mut links: Vec<Vec<(u32, &[InDoc])>> = vec![Vec::new(); source.entities.len()];
    let mut rest = docs.as_slice();
    for same in together.chunk_by(|(a, _), (b, _)| a == b) {
        let ((one, other), _) = same[0];
        let (docs, after) = rest.split_at(same.len());
        rest = after;
        for (from, to) in [(one, other), (other, one)] {
            links[from as usize].push((to, docs));
        }
    }
    let records = named.iter().zip(links).map(|(named, mut links)| {
        links.sort_unstable_by_key(|&(to, _)| to);
        record(source, named, &links)
    });
    (RecordsWriter::write(&records.collect::<Vec<_>>()), n_naming)
}

/// Per sentence with any: the names in it, ascending.
fn names_by_sentence(source: &Collection, document: &Document) -> Vec<Vec<u32>> {
    let mut by_sentence: Vec<Vec<u32>> = Vec::new();
    let mut sentences = document.sentences.iter().peekable();
    let mut last = None;
    for mention in &document.mentions {
        let start = mention.span.start();
        while sentences.next_if(|sentence| sentence.span.end() <= start).is_some() {}
        let Some(sentence) = sentences.peek().filter(|sentence| sentence.span.start() <= start) else { continue };
        let is_name = source.entities.get(mention.entity.0 as usize).is_some_and(|entity| entity.kind.is_name());
        if !is_name {
            continue;
        }
        if last != Some(sentence.span) {
            by_sentence.push(Vec::new());
            last = Some(sentence.span);
        }
        by_sentence.last_mut().into_iter().for_each(|names| names.push(mention.entity.0));
    }
    for names in &mut by_sentence {
        names.sort_unstable();
        names.dedup();
    }
    by_sentence
}

fn count(list: &mut Vec<InDoc>, doc: u32) {
    match list.last_mut().filter(|last| last.doc == doc) {
        Some(last) => last.n += 1,
        None => list.push(InDoc { doc, n: 1 }),
    }
}

fn record(source: &Collection, named: &[InDoc], links: &[(u32, &[InDoc])]) -> Vec<u8> {
    let mut record = Writer::default();
    record.number(n_told(source, named));
    record.number(links.len() as u32);
    let mut before = 0;
    for &(to, docs) in links {
        record.number(to - before);
        before = to;
        match docs {
            [InDoc { n: 1, .. }] => record.number(0),
            docs => {
                record.number(docs.len() as u32);
                record.number(n_told(source, docs));
            }
        }
    }
    for (_, docs) in links {
        let mut before = 0;
        for own in *docs {
            let flag = |is_set: bool, flag| if is_set { flag } else { 0 };
            let flags = flag(own.n > 1, HAS_MORE) | flag(is_retold(source, docs, own), IS_RETOLD);
            record.number((own.doc - before) << N_FLAG_BITS | flags);
            before = own.doc;
            if own.n > 1 {
                record.number(own.n);
            }
        }
    }
    record.0
}

/// The sentences of a list of documents, those of a story that is told again left out.
fn n_told(source: &Collection, docs: &[InDoc]) -> u32 {
    docs.iter().filter(|own| !is_retold(source, docs, own)).map(|own| own.n).sum()
}

/// Whether an earlier document of the list tells the same story.
fn is_retold(source: &Collection, docs: &[InDoc], own: &InDoc) -> bool {
    let copies = source.documents.get(own.doc as usize).map_or(&[][..], |document| &document.copies);
    copies.iter().any(|copy| copy.doc.0 < own.doc && docs.binary_search_by_key(&copy.doc.0, |other| other.doc).is_ok())
}
