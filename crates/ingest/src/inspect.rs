//! What each document became, in the shape of the first contract: for other programs as JSON, for people as text.
//! Offsets are bytes of the document's text.

use corpus::model::{Collection, DocId, Document, Entity, EntityId, Quotation, Reason, Speaker};
use corpus::span::ByteSpan;
use serde::Serialize;

use crate::report::{Problem, Report};

/// Everything that `dossier inspect --json` prints.
#[derive(Debug, Serialize)]
pub struct Inspection<'c> {
    collection: CollectionJson<'c>,
    documents: Vec<DocumentJson<'c>>,
    entities: Vec<EntityJson<'c>>,
    problems: Vec<ProblemJson<'c>>,
}

#[derive(Debug, Serialize)]
struct CollectionJson<'c> {
    title: &'c str,
    description: &'c str,
    language: &'c str,
    licence: &'c str,
}

#[derive(Debug, Serialize)]
struct DocumentJson<'c> {
    id: &'c str,
    path: &'c str,
    slug: &'c str,
    format: &'static str,
    language: &'c str,
    title: Option<&'c str>,
    source: Option<&'c str>,
    byline: Option<&'c str>,
    dates: Vec<DateJson<'c>>,
    blocks: Vec<BlockJson<'c>>,
    sentences: Vec<SentenceJson>,
    mentions: Vec<MentionJson<'c>>,
    quotes: Vec<QuoteJson<'c>>,
    copies: Vec<CopyJson<'c>>,
    related: Vec<RelatedJson<'c>>,
    text: &'c str,
}

/// Another document with the same story, by its id.
#[derive(Debug, Serialize)]
struct CopyJson<'c> {
    id: &'c str,
    is_exact: bool,
    shared_percent: u8,
    own_sentences: Vec<String>,
}

/// A related document, by its id; a reason is a name or a word.
#[derive(Debug, Serialize)]
struct RelatedJson<'c> {
    id: &'c str,
    reasons: Vec<&'c str>,
}

#[derive(Debug, Serialize)]
struct DateJson<'c> {
    kind: &'static str,
    value: &'c str,
    start: Option<u32>,
    end: Option<u32>,
    by: &'c str,
}

#[derive(Debug, Serialize)]
struct BlockJson<'c> {
    kind: &'static str,
    start: u32,
    end: u32,
    reason: Option<&'c str>,
}

#[derive(Debug, Serialize)]
struct SentenceJson {
    id: String,
    start: u32,
    end: u32,
}

#[derive(Debug, Serialize)]
struct MentionJson<'c> {
    start: u32,
    end: u32,
    kind: &'static str,
    entity: String,
    by: &'c str,
    confidence: f32,
}

#[derive(Debug, Serialize)]
struct QuoteJson<'c> {
    start: u32,
    end: u32,
    kind: &'static str,
    speaker: Option<&'c str>,
    speaker_kind: &'static str,
    speaker_entity: Option<String>,
    speaker_start: Option<u32>,
    speaker_end: Option<u32>,
    cue: Option<&'c str>,
    addressee_start: Option<u32>,
    addressee_end: Option<u32>,
    by: &'c str,
    confidence: f32,
}

#[derive(Debug, Serialize)]
struct EntityJson<'c> {
    id: String,
    kind: &'static str,
    name: &'c str,
    aliases: Vec<AliasJson<'c>>,
    roles: Vec<&'c str>,
    possible_same: Vec<PossibleSameJson<'c>>,
}

/// Another entity that may be the same, by its id.
#[derive(Debug, Serialize)]
struct PossibleSameJson<'c> {
    id: String,
    reason: &'c str,
    confidence: f32,
}

#[derive(Debug, Serialize)]
struct AliasJson<'c> {
    text: &'c str,
    count: u32,
    reason: &'c str,
    confidence: f32,
}

#[derive(Debug, Serialize)]
struct ProblemJson<'c> {
    path: &'c str,
    line: Option<u32>,
    message: &'c str,
}

/// The inspection of a collection and the report that was made with it.
pub fn inspect<'c>(collection: &'c Collection, report: &'c Report) -> Inspection<'c> {
    Inspection {
        collection: CollectionJson {
            title: &collection.title,
            description: &collection.description,
            language: &collection.language,
            licence: &collection.licence,
        },
        documents: collection.documents.iter().map(|document| document_json(document, collection)).collect(),
        entities: collection.entities.iter().map(|entity| entity_json(entity, &collection.entities)).collect(),
        problems: report.problems.iter().map(problem_json).collect(),
    }
}

/// The stable name of an entity: its kind and its slug.
pub fn entity_key(entity: &Entity) -> String {
    format!("{}/{}", entity.kind.word(), entity.slug)
}

fn problem_json(problem: &Problem) -> ProblemJson<'_> {
    ProblemJson { path: &problem.path, line: problem.line, message: &problem.message }
}

fn entity_json<'c>(entity: &'c Entity, entities: &'c [Entity]) -> EntityJson<'c> {
    let aliases = entity.aliases.iter().map(|alias| AliasJson {
        text: &alias.text,
        count: alias.count,
        reason: &alias.reason,
        confidence: f32::from(alias.confidence) / 100.0,
    });
    let possible_same = entity.possible_same.iter().filter_map(|possible| {
        Some(PossibleSameJson {
            id: entity_key(entity_of(entities, possible.other)?),
            reason: &possible.reason,
            confidence: f32::from(possible.confidence) / 100.0,
        })
    });
    EntityJson {
        id: entity_key(entity),
        kind: entity.kind.word(),
        name: &entity.name,
        aliases: aliases.collect(),
        roles: entity.roles.iter().map(|role| role.text.as_str()).collect(),
        possible_same: possible_same.collect(),
    }
}

fn document_json<'c>(document: &'c Document, collection: &'c Collection) -> DocumentJson<'c> {
    let entities = &collection.entities;
    let Document { id, path, slug, format, language, headline, source, byline, dates, text, .. } = document;
    let dates = dates.iter().map(|date| DateJson {
        kind: date.kind.word(),
        value: &date.value,
        start: date.span.map(ByteSpan::start),
        end: date.span.map(ByteSpan::end),
        by: &date.by,
    });
    let blocks = document.blocks.iter().map(|block| BlockJson {
        kind: block.kind.word(),
        start: block.span.start(),
        end: block.span.end(),
        reason: block.reason.as_deref(),
    });
    let sentences = document.sentences.iter().map(|sentence| SentenceJson {
        id: sentence.id.to_string(),
        start: sentence.span.start(),
        end: sentence.span.end(),
    });
    let mentions = document.mentions.iter().filter_map(|mention| {
        let entity = entity_of(entities, mention.entity)?;
        Some(MentionJson {
            start: mention.span.start(),
            end: mention.span.end(),
            kind: entity.kind.word(),
            entity: entity_key(entity),
            by: &mention.by,
            confidence: f32::from(mention.confidence) / 100.0,
        })
    });
    DocumentJson {
        id,
        path,
        slug,
        format: format.word(),
        language,
        title: headline.as_ref().map(|attribute| attribute.text.as_str()),
        source: source.as_ref().map(|attribute| attribute.text.as_str()),
        byline: byline.as_ref().map(|attribute| attribute.text.as_str()),
        dates: dates.collect(),
        blocks: blocks.collect(),
        sentences: sentences.collect(),
        mentions: mentions.collect(),
        quotes: document.quotations.iter().map(|quotation| quote_json(quotation, text, entities)).collect(),
        copies: copies_json(document, collection),
        related: related_json(document, collection),
        text,
    }
}

fn id_of(collection: &Collection, doc: DocId) -> &str {
    collection.documents.get(doc.0 as usize).map_or("", |document| &document.id)
}

fn copies_json<'c>(document: &Document, collection: &'c Collection) -> Vec<CopyJson<'c>> {
    let copies = document.copies.iter().map(|copy| {
        let own = copy.own_sentences.iter().filter_map(|&idx| document.sentences.get(idx as usize));
        CopyJson {
            id: id_of(collection, copy.doc),
            is_exact: copy.is_exact,
            shared_percent: copy.shared_percent,
            own_sentences: own.map(|sentence| sentence.id.to_string()).collect(),
        }
    });
    copies.collect()
}

fn related_json<'c>(document: &'c Document, collection: &'c Collection) -> Vec<RelatedJson<'c>> {
    let related = document.related.iter().map(|related| {
        let reasons = related.reasons.iter().map(|reason| match reason {
            Reason::Entity(id) => entity_of(&collection.entities, *id).map_or("", |entity| &entity.name),
            Reason::Word(word) => word,
        });
        RelatedJson { id: id_of(collection, related.doc), reasons: reasons.collect() }
    });
    related.collect()
}

fn entity_of(entities: &[Entity], id: EntityId) -> Option<&Entity> {
    entities.get(id.0 as usize)
}

fn quote_json<'c>(quotation: &'c Quotation, text: &'c str, entities: &'c [Entity]) -> QuoteJson<'c> {
    let span = quotation.speaker.span();
    let words = span.and_then(|span| span.slice(text));
    let (speaker_kind, entity) = match quotation.speaker {
        Speaker::Entity(id, _) => ("entity", entity_of(entities, id)),
        Speaker::Described(_) => ("described", None),
        Speaker::Unnamed(_) => ("unnamed", None),
        Speaker::Unresolved => ("unresolved", None),
    };
    QuoteJson {
        start: quotation.span.start(),
        end: quotation.span.end(),
        kind: quotation.kind.word(),
        speaker: entity.map(|entity| entity.name.as_str()).or(words),
        speaker_kind,
        speaker_entity: entity.map(entity_key),
        speaker_start: span.map(ByteSpan::start),
        speaker_end: span.map(ByteSpan::end),
        cue: quotation.cue.and_then(|cue| cue.slice(text)),
        addressee_start: quotation.addressee.map(ByteSpan::start),
        addressee_end: quotation.addressee.map(ByteSpan::end),
        by: &quotation.by,
        confidence: f32::from(quotation.confidence) / 100.0,
    }
}
