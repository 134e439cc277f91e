//! The blob gives the model back, is the same for the same model, and no damage to it brings the reader down.

use corpus::codec::{OpenError, decode, encode, encode_again};
use corpus::model::{
    Alias, Attribute, Block, BlockKind, Collection, DateKind, DocId, Document, DocumentDate, Entity, EntityId,
    EntityKind, Format, Mention, PossibleSame, Quotation, QuotationKind, Reason, Related, Role, SameStory, Sentence,
    Speaker,
};
use corpus::sentence_names::SentenceNames;
use corpus::{ByteSpan, Corpus};
use proptest::prelude::*;
use proptest::sample::{Index, select};

fn words() -> impl Strategy<Value = String> {
    prop_oneof![Just(String::new()), "[a-z é漢😀]{1,8}", any::<String>()]
}

fn attribute(len: u32) -> impl Strategy<Value = Attribute> {
    (words(), proptest::option::of(span(len)), words()).prop_map(|(text, span, by)| Attribute { text, span, by })
}

fn span(len: u32) -> impl Strategy<Value = ByteSpan> {
    (0..=len, 0..=len).prop_map(|(a, b)| ByteSpan::new(a.min(b), a.max(b)).unwrap())
}

fn document(n_entities: u32) -> impl Strategy<Value = Document> {
    words()
        .prop_flat_map(move |text| {
            let len = text.len() as u32;
            let entity = (0..n_entities.max(1)).prop_map(EntityId);
            let mention = (span(len), entity.clone(), words(), 0..=100u8)
                .prop_map(|(span, entity, by, confidence)| Mention { span, entity, by, confidence });
            let speaker = prop_oneof![
                Just(Speaker::Unresolved),
                (entity, span(len)).prop_map(|(entity, span)| Speaker::Entity(entity, span)),
                span(len).prop_map(Speaker::Described),
                span(len).prop_map(Speaker::Unnamed),
            ];
            let optional = || proptest::option::of(span(len));
            let quotation = (
                (span(len), select(QuotationKind::ALL), speaker),
                (optional(), optional(), optional()),
                (words(), 0..=100u8),
            )
                .prop_map(|((span, kind, speaker), (cue, attribution, addressee), (by, confidence))| Quotation {
                    span,
                    kind,
                    speaker,
                    cue,
                    attribution,
                    addressee,
                    by,
                    confidence,
                });
            let block = (
                span(len),
                select(BlockKind::ALL),
                proptest::option::of(words()),
                proptest::collection::vec(span(len), 0..3),
            );
            let date = (select(DateKind::ALL), words(), any::<bool>(), optional(), words())
                .prop_map(|(kind, value, is_ambiguous, span, by)| DocumentDate { kind, value, is_ambiguous, span, by });
            let numbers = || proptest::collection::vec(any::<u32>(), 0..3);
            let copy = (0..4u32, any::<bool>(), any::<u8>(), numbers()).prop_map(
                |(doc, is_exact, shared_percent, own_sentences)| SameStory {
                    doc: DocId(doc),
                    is_exact,
                    shared_percent,
                    own_sentences,
                },
            );
            let reason =
                prop_oneof![(0..4u32).prop_map(|e| Reason::Entity(EntityId(e))), words().prop_map(Reason::Word)];
            let related = (0..4u32, proptest::collection::vec(reason, 0..3))
                .prop_map(|(doc, reasons)| Related { doc: DocId(doc), reasons });
            (
                (words(), words(), words(), any::<[u8; 32]>(), select(Format::ALL), words(), words(), Just(text)),
                proptest::option::of(attribute(len)),
                proptest::option::of(attribute(len)),
                proptest::option::of(attribute(len)),
                proptest::collection::vec(date, 0..3),
                proptest::collection::vec(block, 0..4),
                proptest::collection::vec(mention, if n_entities == 0 { 0..1 } else { 0..4 }),
                (
                    proptest::collection::vec(quotation, 0..3),
                    numbers(),
                    proptest::collection::vec(copy, 0..3),
                    proptest::collection::vec(related, 0..3),
                ),
            )
        })
        .prop_map(move |(own, headline, source, byline, dates, parts, mentions, rest)| {
            let (id, path, slug, sha256, format, language, url, text) = own;
            let (quotations, page_starts, copies, related) = rest;
            let (mut blocks, mut sentences, mut names) = (Vec::new(), Vec::new(), SentenceNames::default());
            for (block_idx, (span, kind, reason, of_block)) in (0u32..).zip(parts) {
                blocks.push(Block { span, kind, reason });
                sentences.extend(of_block.into_iter().map(|span| {
                    let id = names.name(span.slice(&text).unwrap_or_default());
                    Sentence { span, block_idx, id }
                }));
            }
            let mentions = if n_entities == 0 { Vec::new() } else { mentions };
            Document {
                id,
                path,
                slug,
                sha256,
                format,
                language,
                headline,
                source,
                byline,
                url,
                dates,
                text,
                blocks,
                sentences,
                mentions,
                quotations,
                page_starts,
                copies,
                related,
            }
        })
}

fn collection() -> impl Strategy<Value = Collection> {
    let alias = (words(), any::<u32>(), words(), 0..=100u8).prop_map(|(text, count, reason, confidence)| Alias {
        text,
        count,
        reason,
        confidence,
    });
    let possible_same = (0..4u32, words(), 0..=100u8).prop_map(|(other, reason, confidence)| PossibleSame {
        other: EntityId(other),
        reason,
        confidence,
    });
    let role = (words(), 0..4u32, span(9)).prop_map(|(text, doc, span)| Role { text, doc: DocId(doc), span });
    let lists = (
        proptest::collection::vec(alias, 0..3),
        proptest::collection::vec(role, 0..3),
        proptest::collection::vec(possible_same, 0..3),
    );
    let entity = (words(), select(EntityKind::ALL), words(), lists).prop_map(
        |(slug, kind, name, (aliases, roles, possible_same))| Entity {
            slug,
            kind,
            name,
            aliases,
            roles,
            possible_same,
        },
    );
    let entities = proptest::collection::vec(entity, 0..4);
    entities.prop_flat_map(|entities| {
        let documents = proptest::collection::vec(document(entities.len() as u32), 0..4);
        (words(), words(), words(), words(), documents, Just(entities)).prop_map(
            |(title, description, language, licence, documents, entities)| Collection {
                title,
                description,
                language,
                licence,
                documents,
                entities,
            },
        )
    })
}

/// Opens and checks.
fn open(bytes: &[u8]) -> Result<(), OpenError> {
    Corpus::open(bytes)?.check()
}

#[test]
fn what_is_no_corpus_is_named() {
    assert_eq!(open(b"").unwrap_err(), OpenError::Magic);
    assert_eq!(open(b"PK\x03\x04 and more").unwrap_err(), OpenError::Magic);
    let blob = encode(&Collection::default());
    for len in 0..blob.len() {
        let error = open(&blob[..len]).unwrap_err();
        let expected = if len < 8 { OpenError::Magic } else { OpenError::Truncated { len } };
        assert_eq!(error, expected, "{len}");
    }
    let mut newer = blob.clone();
    newer[8] += 1;
    let expected = corpus::codec::VERSION;
    assert_eq!(open(&newer).unwrap_err(), OpenError::Version { expected, got: expected + 1 });
    assert!(OpenError::Magic.to_string().contains("build it again"));
}

#[test]
fn the_date_of_a_document_is_that_of_publication_or_else_the_first_other_one() {
    use DateKind::{Mentioned, Printed, Published, Updated};
    let (printed, updated, published) = ((Printed, "2010-03-04"), (Updated, "2015"), (Published, "2014-03-26"));
    for (dates, expected) in [
        (vec![printed, published, updated], Some("2014-03-26")),
        (vec![(Published, ""), printed, updated], Some("2010-03-04")),
        (vec![(Mentioned, "1999"), updated, printed], Some("2015")),
        (vec![(Mentioned, "1999")], None),
    ] {
        let date = |(kind, value): &(DateKind, &str)| DocumentDate {
            kind: *kind,
            value: (*value).to_owned(),
            is_ambiguous: false,
            span: None,
            by: String::new(),
        };
        let document = Document { dates: dates.iter().map(date).collect(), ..Document::default() };
        let blob = encode(&Collection { documents: vec![document], ..Collection::default() });
        let corpus = Corpus::open(&blob).unwrap();
        let told = corpus.document(DocId(0)).unwrap().date().map(|date| date.value());
        assert_eq!(told, expected, "{dates:?}");
    }
}

proptest! {
    #![proptest_config(crate::cases(400))]

    #[test]
    fn what_was_changed_is_encoded_again_as_from_the_start(mut model in collection(), is_cut: bool) {
        model.documents.iter_mut().for_each(|document| document.language = "en".into());
        let blob = encode(&model);
        let corpus = Corpus::open(&blob).unwrap();
        prop_assert_eq!(encode_again(&model, &corpus), blob.clone());
        model.entities.iter_mut().for_each(|entity| entity.name.push_str(" and more"));
        model.documents.iter_mut().for_each(|document| document.dates.clear());
        if is_cut {
            model.documents.iter_mut().step_by(2).for_each(|document| document.sentences.truncate(1));
        }
        prop_assert_eq!(encode_again(&model, &corpus), encode(&model));
    }

    #[test]
    fn what_was_encoded_is_read_back(model in collection()) {
        let blob = encode(&model);
        let corpus = Corpus::open(&blob).unwrap();
        prop_assert_eq!(decode(&corpus), model.clone());
        prop_assert_eq!(encode(&decode(&corpus)), blob.clone());
        for (number, entity) in (0u32..).zip(&model.entities) {
            let view = corpus.entity(EntityId(number)).unwrap();
            let of_entity = |(doc, document): (usize, &Document)| {
                let mentions = document.mentions.iter().filter(|mention| mention.entity.0 == number);
                mentions.map(|mention| (DocId(doc as u32), mention.span)).collect::<Vec<_>>()
            };
            let expected: Vec<_> = model.documents.iter().enumerate().flat_map(of_entity).collect();
            let mut docs: Vec<_> = expected.iter().map(|(doc, _)| *doc).collect();
            docs.dedup();
            prop_assert_eq!(view.mentions().map(|m| (m.doc(), m.span())).collect::<Vec<_>>(), expected);
            prop_assert_eq!(view.n_docs() as usize, docs.len());
            let first = model.entities.iter().position(|e| (e.kind, &e.slug) == (entity.kind, &entity.slug));
            let found = corpus.entity_by_slug(entity.kind, &entity.slug).map(|view| view.id().0 as usize);
            prop_assert_eq!(found, first);
        }
        for document in &model.documents {
            prop_assert_eq!(corpus.document_by_slug(&document.slug).map(|view| view.slug()), Some(document.slug.as_str()));
        }
        prop_assert!(corpus.document(DocId(corpus.n_docs())).is_none() && corpus.entity(EntityId(corpus.n_entities())).is_none());
    }

    #[test]
    fn the_same_collection_gives_the_same_bytes(model in collection()) {
        prop_assert_eq!(encode(&model), encode(&model.clone()));
    }

    #[test]
    fn a_byte_that_changed_on_the_way_is_noticed(model in collection(), at: Index, change in 1..=255u8) {
        let mut blob = encode(&model);
        let at = at.index(blob.len());
        blob[at] ^= change;
        // The header is checked when a blob is opened; all other bytes are hashed.
        prop_assert!(open(&blob).is_err());
    }

    #[test]
    fn any_bytes_are_refused_or_read(bytes: Vec<u8>) {
        prop_assert!(open(&bytes).is_err());
        let signed = [&corpus::codec::MAGIC[..], &corpus::codec::VERSION.to_le_bytes(), &bytes].concat();
        prop_assert!(open(&signed).is_err());
    }
}
