//! Writes a collection into a blob.

use super::bytes::Writer;
use super::layout::column;
use super::records::{RecordsWriter, StringPool};
use super::table::{NONE, TableWriter};
use super::{Section, assemble, layout};
use crate::corpus::{Corpus, DocumentView};
use crate::index::lens::code_of_len;
use crate::index::postings::{self, Posting};
use crate::index::{ascending, names};
use crate::links;
use crate::model::{Attribute, Collection, Document, DocumentDate, Entity, Reason, Speaker};
use crate::parallel;
use crate::span::ByteSpan;
use crate::tokens::{DocumentTokens, Tokens};

pub use crate::index::TextIndex;

/// The blob of a collection, with its index. The same collection gives the same bytes.
///
/// # Panics
///
/// If the blob would reach 4 GiB: offsets have 32 bits.
pub fn encode(source: &Collection) -> Vec<u8> {
    let tokens: Vec<_> = source.documents.iter().map(DocumentTokens::of).collect();
    encode_with(source, TextIndex::of(&source.documents, &Tokens::join(&tokens)))
}

/// The blob of the documents of a corpus after something of them was changed, other than their texts and their order: as
/// [`encode`] makes it, but that words in languages other than English are forms of one word only if they were in the
/// corpus. It takes over what it can.
///
/// # Panics
///
/// As [`encode`].
pub fn encode_again(source: &Collection, before: &Corpus<'_>) -> Vec<u8> {
    let is_alike = source.documents.iter().zip(before.documents()).all(|(now, before)| is_indexed_alike(now, &before));
    let index = if is_alike {
        before.text_index()
    } else {
        let tokens: Vec<_> = source.documents.iter().map(DocumentTokens::of).collect();
        TextIndex::again(&source.documents, &Tokens::join(&tokens), &before.index)
    };
    encode_with(source, index)
}

/// Whether a document has the same words in the same parts as it had.
fn is_indexed_alike(now: &Document, before: &DocumentView<'_>) -> bool {
    let structure = before.structure();
    let blocks = structure.blocks.iter().map(|block| (block.span(), block.kind()));
    let sentences = structure.sentences.iter().map(|sentence| (sentence.span(), sentence.block_idx()));
    let headline = |attribute: Option<(&str, Option<ByteSpan>)>| attribute.map(|(text, span)| (text.to_owned(), span));
    now.language == before.language()
        && headline(now.headline.as_ref().map(|own| (own.text.as_str(), own.span)))
            == headline(before.headline().map(|own| (own.text, own.span)))
        && now.blocks.iter().map(|block| (block.span, block.kind)).eq(blocks)
        && now.sentences.iter().map(|sentence| (sentence.span, sentence.block_idx)).eq(sentences)
}

/// The blob of a collection as [`encode`] makes it, from the index of its documents.
///
/// # Panics
///
/// If the blob would reach 4 GiB: offsets have 32 bits.
pub fn encode_with(source: &Collection, index: TextIndex) -> Vec<u8> {
    let mut sections: [Vec<u8>; Section::COUNT] = Default::default();
    let mut put = |section: Section, bytes: Vec<u8>| sections[section as usize] = bytes;
    let documents = || {
        let mut encoder = Encoder::of(source.entities.len());
        for (source, &lens) in source.documents.iter().zip(&index.lens) {
            encoder.push_document(source, lens);
        }
        encoder
    };
    let (mut encoder, ((links, n_naming_sentences), names)) =
        parallel::join(documents, || parallel::join(|| links::build::section(source), || names(&source.entities)));
    let mut collection = Writer::default();
    for text in [&source.title, &source.description, &source.language, &source.licence] {
        collection.text(text);
    }
    collection.number(index.total_lens.0);
    collection.number(index.total_lens.1);
    collection.number(n_naming_sentences);
    put(Section::Collection, collection.0);
    put(Section::Links, links);

    put(Section::DocumentSlugs, by_slug(source.documents.iter().map(|document| document.slug.as_str())));
    put(Section::EntitySlugs, by_slug(source.entities.iter().map(|entity| (entity.kind, entity.slug.as_str()))));
    let mut entities = RecordsWriter::default();
    for (entity, postings) in source.entities.iter().zip(&encoder.mentions_of) {
        let n_mentions = postings.iter().map(|posting| posting.n_body).sum();
        entities.push(&entity_record(entity, n_mentions, &mut encoder.strings));
    }
    put(Section::Entities, entities.finish());
    put(Section::EntityPostings, entity_postings(&encoder.mentions_of));
    put(Section::SpeakerPostings, entity_postings(&encoder.quotations_of));
    put(Section::Strings, encoder.strings.finish());
    put(Section::Columns, encoder.columns.finish());
    put(Section::Heads, encoder.heads.finish());
    put(Section::Dates, encoder.dates.finish());
    put(Section::Structure, encoder.structure.finish());
    put(Section::DocumentEntities, encoder.entities.finish());
    put(Section::Mentions, encoder.mentions.finish());
    put(Section::Quotations, encoder.quotations.finish());
    put(Section::Neighbours, encoder.neighbours.finish());
    for (section, bytes) in names.into_iter().chain(index.sections) {
        put(section, bytes);
    }
    assemble(&sections)
}

/// The numbers of things in the order of their names; of one name, in their own order.
fn by_slug<K: Ord>(names: impl Iterator<Item = K>) -> Vec<u8> {
    let mut order: Vec<(K, u32)> = names.zip(0u32..).collect();
    order.sort_unstable();
    let mut table = TableWriter::<1>::default();
    order.into_iter().for_each(|(_, number)| table.push([number]));
    table.finish()
}

/// Per entity: in which documents it stands, and how often.
type PostingsOf = Vec<Vec<Posting>>;

fn entity_postings(lists: &PostingsOf) -> Vec<u8> {
    let lists: Vec<_> = lists.iter().map(|list| postings::write(list, |_| u8::MAX)).collect();
    RecordsWriter::write(&lists)
}

fn add_posting(lists: &mut PostingsOf, entity: u32, doc: u32) {
    let Some(list) = lists.get_mut(entity as usize) else { return };
    match list.last_mut().filter(|last| last.doc == doc) {
        Some(last) => last.n_body += 1,
        None => list.push(Posting { doc, n_body: 1, n_headline: 0 }),
    }
}

fn entity_record(entity: &Entity, n_mentions: u32, strings: &mut StringPool) -> Vec<u8> {
    let mut record = Writer::default();
    record.number(entity.kind.number());
    record.text(&entity.name);
    record.text_or_same(&entity.slug, &entity.name);
    record.number(n_mentions);
    record.number(entity.aliases.len() as u32);
    for alias in &entity.aliases {
        record.text_or_same(&alias.text, &entity.name);
        record.number(alias.count);
        record.number(strings.intern(&alias.reason));
        record.number(u32::from(alias.confidence));
    }
    record.number(entity.possible_same.len() as u32);
    for possible in &entity.possible_same {
        record.number(possible.other.0);
        record.number(strings.intern(&possible.reason));
        record.number(u32::from(possible.confidence));
    }
    record.number(entity.roles.len() as u32);
    let mut doc = 0;
    for role in &entity.roles {
        record.text(&role.text);
        record.near(role.doc.0, doc);
        record.span(role.span, 0);
        doc = role.doc.0;
    }
    record.0
}

#[derive(Default)]
struct Encoder {
    strings: StringPool,
    columns: TableWriter<{ column::WIDTH }>,
    heads: RecordsWriter,
    dates: RecordsWriter,
    structure: RecordsWriter,
    entities: RecordsWriter,
    mentions: RecordsWriter,
    quotations: RecordsWriter,
    neighbours: RecordsWriter,
    mentions_of: PostingsOf,
    quotations_of: PostingsOf,
    n_docs: u32,
}

impl Encoder {
    fn of(n_entities: usize) -> Self {
        let lists = || vec![Vec::new(); n_entities];
        Self { mentions_of: lists(), quotations_of: lists(), ..Self::default() }
    }

    fn push_document(&mut self, source: &Document, lens: (u32, u32)) {
        let outlet = source.source.as_ref();
        let mut row = [0; column::WIDTH];
        row[column::LENS] = u32::from(code_of_len(lens.0)) << 8 | u32::from(code_of_len(lens.1));
        row[column::PUBLISHED] = source.published().map_or(0, |day| day.number());
        row[column::SOURCE] = outlet.map_or(NONE, |source| self.strings.intern(&source.text));
        row[column::LANGUAGE] = self.strings.intern(&source.language);
        row[column::FORMAT] = self.strings.intern(source.format.word());
        self.columns.push(row);
        self.push_head(source);
        self.push_dates(&source.dates);
        self.push_structure(source);
        self.push_mentions(source);
        self.push_quotations(source);
        self.push_neighbours(source);
        self.n_docs += 1;
    }

    fn push_head(&mut self, source: &Document) {
        let mut head = Writer::default();
        head.text(&source.id);
        head.text_or_same(&source.slug, &source.id);
        head.number(self.strings.intern(&source.path));
        self.put_attribute(&mut head, source.headline.as_ref());
        self.put_attribute(&mut head, source.source.as_ref());
        self.put_attribute(&mut head, source.byline.as_ref());
        head.text(&source.url);
        head.0.extend_from_slice(&source.sha256);
        self.heads.push(&head.0);
    }

    fn put_attribute(&mut self, record: &mut Writer, attribute: Option<&Attribute>) {
        let Some(attribute) = attribute else { return record.number(0) };
        record.number(1 + self.strings.intern(&attribute.by));
        record.text(&attribute.text);
        record.optional_span(attribute.span, 0);
    }

    fn push_dates(&mut self, dates: &[DocumentDate]) {
        let mut record = Writer::default();
        let mut at = 0;
        for date in dates {
            record.number(date.kind.number() << 1 | u32::from(date.is_ambiguous));
            record.number(self.strings.intern(&date.by));
            record.number(self.strings.intern(&date.value));
            record.optional_span(date.span, at);
            at = date.span.map_or(at, ByteSpan::end);
        }
        self.dates.push(&record.0);
    }

    /// Pages, then blocks with their sentences.
    fn push_structure(&mut self, source: &Document) {
        let mut record = Writer::default();
        record.number(source.page_starts.len() as u32);
        let mut at = 0;
        for &start in &source.page_starts {
            record.near(start, at);
            at = start;
        }
        let (mut at, mut sentences) = (0, source.sentences.iter().peekable());
        for (block_idx, block) in (0u32..).zip(&source.blocks) {
            let own: Vec<ByteSpan> =
                std::iter::from_fn(|| sentences.next_if(|sentence| sentence.block_idx == block_idx))
                    .map(|sentence| sentence.span)
                    .collect();
            let shape = match own.as_slice() {
                [] => layout::NO_SENTENCE,
                [only] if *only == block.span => layout::ONE_SENTENCE,
                _ => layout::SENTENCES,
            };
            record.number(block.kind.number() * layout::N_SHAPES + shape);
            record.number(block.reason.as_ref().map_or(0, |reason| 1 + self.strings.intern(reason)));
            record.span(block.span, at);
            at = block.span.end();
            if shape == layout::SENTENCES {
                record.number(own.len() as u32);
                let mut at = block.span.start();
                for span in own {
                    record.span(span, at);
                    at = span.end();
                }
            }
        }
        debug_assert!(sentences.next().is_none(), "every sentence belongs to a block, in order");
        self.structure.push(&record.0);
    }

    fn push_mentions(&mut self, source: &Document) {
        let mut own: Vec<u32> = source.mentions.iter().map(|mention| mention.entity.0).collect();
        own.sort_unstable();
        own.dedup();
        let speaker = |speaker| if let Speaker::Entity(entity, _) = speaker { Some(entity.0) } else { None };
        let mut speakers: Vec<u32> = source.quotations.iter().filter_map(|quote| speaker(quote.speaker)).collect();
        for &speaker in &speakers {
            add_posting(&mut self.quotations_of, speaker, self.n_docs);
        }
        speakers.sort_unstable();
        speakers.dedup();
        let mut entities = Writer::default();
        entities.number(own.len() as u32);
        entities.0.extend(ascending(own.iter().copied()).0);
        entities.0.extend(ascending(speakers).0);
        self.entities.push(&entities.0);
        let (mut record, mut at) = (Writer::default(), 0);
        for mention in &source.mentions {
            record.span(mention.span, at);
            record.number(own.binary_search(&mention.entity.0).map_or(0, |number| number as u32));
            record.number(self.strings.intern(&mention.by));
            record.number(u32::from(mention.confidence));
            at = mention.span.end();
            add_posting(&mut self.mentions_of, mention.entity.0, self.n_docs);
        }
        self.mentions.push(&record.0);
    }

    fn push_quotations(&mut self, source: &Document) {
        let (mut record, mut at) = (Writer::default(), 0);
        for quote in &source.quotations {
            let (kind, entity) = match quote.speaker {
                Speaker::Unresolved => (layout::UNRESOLVED, None),
                Speaker::Entity(entity, _) => (layout::NAMED, Some(entity)),
                Speaker::Described(_) => (layout::DESCRIBED, None),
                Speaker::Unnamed(_) => (layout::UNNAMED, None),
            };
            record.number(quote.kind.number() * layout::N_SPEAKER_KINDS + kind);
            record.span(quote.span, at);
            at = quote.span.end();
            entity.into_iter().for_each(|entity| record.number(entity.0));
            quote.speaker.span().into_iter().for_each(|span| record.span(span, at));
            record.optional_span(quote.cue, at);
            record.optional_span(quote.attribution, at);
            record.optional_span(quote.addressee, at);
            record.number(self.strings.intern(&quote.by));
            record.number(u32::from(quote.confidence));
        }
        self.quotations.push(&record.0);
    }

    /// Copies, then related documents with the reasons.
    fn push_neighbours(&mut self, source: &Document) {
        let mut record = Writer::default();
        record.number(source.copies.len() as u32);
        for copy in &source.copies {
            record.near(copy.doc.0, self.n_docs);
            record.number(u32::from(copy.shared_percent) << 1 | u32::from(copy.is_exact));
            record.number(copy.own_sentences.len() as u32);
            let mut at = 0;
            for &sentence_idx in &copy.own_sentences {
                record.near(sentence_idx, at);
                at = sentence_idx;
            }
        }
        for related in &source.related {
            record.near(related.doc.0, self.n_docs);
            record.number(related.reasons.len() as u32);
            for reason in &related.reasons {
                record.number(match reason {
                    Reason::Entity(entity) => entity.0 << 1,
                    Reason::Word(word) => self.strings.intern(word) << 1 | 1,
                });
            }
        }
        self.neighbours.push(&record.0);
    }
}
