//! Writes a collection into a blob.

use super::layout::{
    alias, block, collection, copy, date, document, entity, mention, quotation, reason, related, role, sentence,
};
use super::table::{NONE, StringPool, TableWriter, span_columns};
use super::{Section, assemble};
use crate::index::{DocumentPositions, IndexBuilder};
use crate::model::{Attribute, Collection, Document, Reason, Speaker};

/// The blob of a collection, with its index. The same collection gives the same bytes.
///
/// # Panics
///
/// If the blob would reach 4 GiB: offsets have 32 bits.
pub fn encode(source: &Collection) -> Vec<u8> {
    let mut encoder = Encoder::default();
    let mut index = IndexBuilder::default();
    for (doc, source) in (0u32..).zip(&source.documents) {
        let positions = index.add_document(doc, source);
        encoder.push_document(doc, source, &positions);
    }
    encoder.close_documents();
    let entity_mentions = encoder.push_entities(source);

    let mut sections: [Vec<u8>; Section::COUNT] = Default::default();
    let mut put = |section: Section, bytes: Vec<u8>| sections[section as usize] = bytes;
    let (headline_len, body_len) = index.total_lens();
    let mut row = [0; collection::WIDTH];
    row[collection::TITLE] = encoder.strings.intern(&source.title);
    row[collection::DESCRIPTION] = encoder.strings.intern(&source.description);
    row[collection::LANGUAGE] = encoder.strings.intern(&source.language);
    row[collection::LICENCE] = encoder.strings.intern(&source.licence);
    row[collection::HEADLINE_LEN] = headline_len;
    row[collection::BODY_LEN] = body_len;
    let mut table = TableWriter::<{ collection::WIDTH }>::default();
    table.push(row);
    put(Section::Collection, table.finish());

    let (offsets, bytes) = encoder.strings.finish();
    put(Section::StringOffsets, offsets);
    put(Section::StringBytes, bytes);
    put(Section::Documents, encoder.documents.finish());
    put(Section::Dates, encoder.dates.finish());
    put(Section::Blocks, encoder.blocks.finish());
    put(Section::Sentences, encoder.sentences.finish());
    put(Section::Mentions, encoder.mentions.finish());
    put(Section::Quotations, encoder.quotations.finish());
    put(Section::PageStarts, encoder.page_starts.finish());
    put(Section::Copies, encoder.copies.finish());
    put(Section::CopySentences, encoder.copy_sentences.finish());
    put(Section::Related, encoder.related.finish());
    put(Section::RelatedReasons, encoder.reasons.finish());
    put(Section::Entities, encoder.entities.finish());
    put(Section::Aliases, encoder.aliases.finish());
    put(Section::Roles, encoder.roles.finish());
    put(Section::EntityMentions, entity_mentions);
    put(Section::Texts, encoder.texts);
    for (section, bytes) in index.finish(&source.entities) {
        put(section, bytes);
    }
    assemble(&sections)
}

#[derive(Default)]
struct Encoder {
    strings: StringPool,
    documents: TableWriter<{ document::WIDTH }>,
    dates: TableWriter<{ date::WIDTH }>,
    blocks: TableWriter<{ block::WIDTH }>,
    sentences: TableWriter<{ sentence::WIDTH }>,
    mentions: TableWriter<{ mention::WIDTH }>,
    quotations: TableWriter<{ quotation::WIDTH }>,
    page_starts: TableWriter<1>,
    copies: TableWriter<{ copy::WIDTH }>,
    copy_sentences: TableWriter<1>,
    related: TableWriter<{ related::WIDTH }>,
    reasons: TableWriter<{ reason::WIDTH }>,
    entities: TableWriter<{ entity::WIDTH }>,
    aliases: TableWriter<{ alias::WIDTH }>,
    roles: TableWriter<{ role::WIDTH }>,
    texts: Vec<u8>,
}

impl Encoder {
    fn push_document(&mut self, doc: u32, source: &Document, positions: &DocumentPositions) {
        let mut row = self.children_row();
        row[document::ID] = self.strings.intern(&source.id);
        row[document::PATH] = self.strings.intern(&source.path);
        row[document::SLUG] = self.strings.intern(&source.slug);
        row[document::FORMAT] = source.format.number();
        row[document::LANGUAGE] = self.strings.intern(&source.language);
        self.put_attribute(&mut row[document::HEADLINE..], source.headline.as_ref());
        self.put_attribute(&mut row[document::SOURCE..], source.source.as_ref());
        self.put_attribute(&mut row[document::BYLINE..], source.byline.as_ref());
        row[document::URL] = self.strings.intern(&source.url);
        row[document::TEXT_START] = self.texts.len() as u32;
        row[document::TEXT_LEN] = source.text.len() as u32;
        row[document::HEADLINE_POSITION] = positions.headline.start;
        row[document::HEADLINE_LEN] = positions.headline.end - positions.headline.start;
        row[document::BODY_LEN] = positions.body_len;
        for (column, bytes) in source.sha256.chunks_exact(4).enumerate() {
            row[document::SHA256 + column] = u32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]);
        }
        self.documents.push(row);
        self.texts.extend_from_slice(source.text.as_bytes());
        self.push_children(doc, source, positions);
        self.push_neighbours(source);
    }

    fn push_children(&mut self, doc: u32, source: &Document, positions: &DocumentPositions) {
        for date in &source.dates {
            let [start, end] = span_columns(date.span);
            let (value, by) = (self.strings.intern(&date.value), self.strings.intern(&date.by));
            self.dates.push([date.kind.number(), value, start, end, by, u32::from(date.is_ambiguous)]);
        }
        for (block, &(position, len)) in source.blocks.iter().zip(&positions.blocks) {
            let reason = block.reason.as_ref().map_or(NONE, |reason| self.strings.intern(reason));
            self.blocks.push([block.span.start(), block.span.end(), block.kind.number(), reason, position, len]);
        }
        for (sentence, &position) in source.sentences.iter().zip(&positions.sentences) {
            let (span, id) = (sentence.span, sentence.id.bits());
            self.sentences.push([span.start(), span.end(), sentence.block_idx, position, id as u32, (id >> 32) as u32]);
        }
        for mention in &source.mentions {
            let by = self.strings.intern(&mention.by);
            let position = positions.of_text_offset(mention.span.start());
            let (span, confidence) = (mention.span, u32::from(mention.confidence));
            self.mentions.push([span.start(), span.end(), mention.entity.0, by, confidence, position, doc]);
        }
        for quote in &source.quotations {
            let (speaker_kind, entity) = match quote.speaker {
                Speaker::Unresolved => (quotation::UNRESOLVED, NONE),
                Speaker::Entity(entity, _) => (quotation::NAMED, entity.0),
                Speaker::Described(_) => (quotation::DESCRIBED, NONE),
                Speaker::Unnamed(_) => (quotation::UNNAMED, NONE),
            };
            let mut row = [0; quotation::WIDTH];
            row[quotation::SPAN..][..2].copy_from_slice(&span_columns(Some(quote.span)));
            row[quotation::KIND] = quote.kind.number();
            row[quotation::SPEAKER_KIND] = speaker_kind;
            row[quotation::ENTITY] = entity;
            row[quotation::SPEAKER..][..2].copy_from_slice(&span_columns(quote.speaker.span()));
            row[quotation::CUE..][..2].copy_from_slice(&span_columns(quote.cue));
            row[quotation::ATTRIBUTION..][..2].copy_from_slice(&span_columns(quote.attribution));
            row[quotation::POSITION] = positions.of_text_offset(quote.span.start());
            row[quotation::ADDRESSEE..][..2].copy_from_slice(&span_columns(quote.addressee));
            row[quotation::BY] = self.strings.intern(&quote.by);
            row[quotation::CONFIDENCE] = u32::from(quote.confidence);
            self.quotations.push(row);
        }
    }

    fn push_neighbours(&mut self, source: &Document) {
        source.page_starts.iter().for_each(|&start| self.page_starts.push([start]));
        for copy in &source.copies {
            let sentences = self.copy_sentences.n_rows();
            self.copies.push([copy.doc.0, u32::from(copy.is_exact), u32::from(copy.shared_percent), sentences]);
            copy.own_sentences.iter().for_each(|&sentence_idx| self.copy_sentences.push([sentence_idx]));
        }
        for related in &source.related {
            self.related.push([related.doc.0, self.reasons.n_rows()]);
            for reason in &related.reasons {
                let row = match reason {
                    Reason::Entity(entity) => [entity.0, NONE],
                    Reason::Word(word) => [NONE, self.strings.intern(word)],
                };
                self.reasons.push(row);
            }
        }
    }

    /// A document row that says where its children begin and nothing else.
    fn children_row(&self) -> [u32; document::WIDTH] {
        let mut row = [0; document::WIDTH];
        row[document::DATES] = self.dates.n_rows();
        row[document::BLOCKS] = self.blocks.n_rows();
        row[document::SENTENCES] = self.sentences.n_rows();
        row[document::MENTIONS] = self.mentions.n_rows();
        row[document::QUOTATIONS] = self.quotations.n_rows();
        row[document::PAGES] = self.page_starts.n_rows();
        row[document::COPIES] = self.copies.n_rows();
        row[document::RELATED] = self.related.n_rows();
        row
    }

    fn close_documents(&mut self) {
        let row = self.children_row();
        self.documents.push(row);
        self.copies.push([0, 0, 0, self.copy_sentences.n_rows()]);
        self.related.push([0, self.reasons.n_rows()]);
    }

    fn put_attribute(&mut self, columns: &mut [u32], attribute: Option<&Attribute>) {
        columns[0] = attribute.map_or(NONE, |attribute| self.strings.intern(&attribute.text));
        columns[1..3].copy_from_slice(&span_columns(attribute.and_then(|attribute| attribute.span)));
        columns[3] = attribute.map_or(NONE, |attribute| self.strings.intern(&attribute.by));
    }

    /// Writes the entities; returns `Section::EntityMentions`, rows of mentions grouped by entity.
    fn push_entities(&mut self, source: &Collection) -> Vec<u8> {
        let mut rows_by_entity = vec![Vec::new(); source.entities.len()];
        let mut n_docs = vec![0u32; source.entities.len()];
        let mut last_doc = vec![NONE; source.entities.len()];
        let mentions = (0u32..).zip(&source.documents).flat_map(|(doc, d)| d.mentions.iter().map(move |m| (doc, m)));
        for (row, (doc, mention)) in (0u32..).zip(mentions) {
            let entity = mention.entity.0 as usize;
            rows_by_entity[entity].push(row);
            if last_doc[entity] != doc {
                last_doc[entity] = doc;
                n_docs[entity] += 1;
            }
        }
        let mut grouped = TableWriter::<1>::default();
        for (number, entity) in source.entities.iter().enumerate() {
            let (name, slug) = (self.strings.intern(&entity.name), self.strings.intern(&entity.slug));
            let (aliases, roles) = (self.aliases.n_rows(), self.roles.n_rows());
            let (kind, mentions) = (entity.kind.number(), grouped.n_rows());
            self.entities.push([kind, name, slug, aliases, roles, mentions, n_docs[number]]);
            for alias in &entity.aliases {
                let text = self.strings.intern(&alias.text);
                self.aliases.push([text, alias.count]);
            }
            for role in &entity.roles {
                let text = self.strings.intern(&role.text);
                self.roles.push([text, role.doc.0, role.span.start(), role.span.end()]);
            }
            rows_by_entity[number].iter().for_each(|&row| grouped.push([row]));
        }
        let mut row = [0; entity::WIDTH];
        row[entity::ALIASES] = self.aliases.n_rows();
        row[entity::ROLES] = self.roles.n_rows();
        row[entity::MENTIONS] = grouped.n_rows();
        self.entities.push(row);
        grouped.finish()
    }
}
