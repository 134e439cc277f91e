//! What is told of one name, against a count over the model.

use std::collections::{BTreeMap, BTreeSet};

use corpus::model::{Collection, DocId, EntityId, EntityKind, Role, SameStory, Speaker};
use corpus::query::{LastWord, Query};
use corpus::search::{Called, Filters, Sort, search};
use corpus::{Beside, ByteSpan, Corpus, codec};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::builder::{Name, Source, Voice, collection};

const NAMES: &[Name<'_>] = &[
    (EntityKind::Person, &["Ann Lee"]),
    (EntityKind::Person, &["Lee Raqqa"]),
    (EntityKind::Place, &["Raqqa"]),
    (EntityKind::Organization, &["Élan", "Leeds Élan"]),
];

fn source() -> impl Strategy<Value = Source> {
    let sentence = vec(select(vec!["Ann Lee", "Lee Raqqa", "Raqqa", "Leeds Élan", "Élan", "said", "rain"]), 1..4);
    let paragraph = vec(sentence.prop_map(|words| words.join(" ")), 1..3).prop_map(|sentences| sentences.join(". "));
    let voice = prop_oneof![(0u32..4).prop_map(Voice::Entity), Just(Voice::Nobody)];
    let roles = vec((0u32..4, 0usize..4), 0..3);
    (vec(paragraph, 1..4), vec((0usize..4, voice), 0..3), roles).prop_map(|(paragraphs, quoted, roles)| Source {
        text: paragraphs.join("\n\n"),
        roles,
        quotations: quoted.into_iter().map(|(sentence, voice)| (sentence, sentence, voice)).collect(),
        ..Source::default()
    })
}

/// For each other entity: the sentences, paragraphs and documents that name both.
fn counted(model: &Collection, of: EntityId) -> BTreeMap<u32, (usize, usize, usize)> {
    let mut all: [BTreeMap<u32, BTreeSet<(usize, ByteSpan)>>; 3] = Default::default();
    for (number, document) in model.documents.iter().enumerate() {
        let is_second = document.copies.iter().any(|copy| {
            let names_it = |other: DocId| model.documents[other.0 as usize].mentions.iter().any(|m| m.entity == of);
            (copy.doc.0 as usize) < number && names_it(copy.doc)
        });
        if is_second {
            continue;
        }
        let whole = ByteSpan::from_range(0..document.text.len()).expect("a text");
        let sentences = document.sentences.iter().map(|sentence| sentence.span).collect::<Vec<_>>();
        let blocks = document.blocks.iter().map(|block| block.span).collect::<Vec<_>>();
        for (spans, found) in [sentences, blocks, vec![whole]].iter().zip(&mut all) {
            for &span in spans {
                let inside =
                    |entity: EntityId| document.mentions.iter().any(|m| m.entity == entity && span.contains(m.span));
                for other in (0..NAMES.len() as u32).filter(|&other| other != of.0) {
                    if inside(of) && inside(EntityId(other)) {
                        found.entry(other).or_default().insert((number, span));
                    }
                }
            }
        }
    }
    let [sentences, blocks, docs] = all;
    let n = |found: &BTreeMap<u32, BTreeSet<_>>, other: &u32| found.get(other).map_or(0, BTreeSet::len);
    docs.keys().map(|other| (*other, (n(&sentences, other), n(&blocks, other), n(&docs, other)))).collect()
}

proptest! {
    #![proptest_config(crate::cases(200))]

    #[test]
    fn who_stands_beside_whom_is_counted_as_over_the_model(sources in vec(source(), 2..6), is_copy: bool) {
        let mut model = collection(&sources, NAMES);
        if is_copy {
            // Both say so of each other, as they do in a built collection.
            for (document, other) in [(0usize, 1u32), (1, 0)] {
                model.documents[document].copies = vec![SameStory {
                    doc: DocId(other),
                    is_exact: false,
                    shared_percent: 90,
                    own_sentences: Vec::new(),
                }];
            }
        }
        let blob = codec::encode(&model);
        let corpus = Corpus::open(&blob).expect("what was encoded opens");
        for number in 0..NAMES.len() as u32 {
            let entity = corpus.entity(EntityId(number)).expect("an entity");
            let beside = entity.beside(usize::MAX);
            let found = beside.iter().map(|beside| {
                let Beside { entity, n_sentences, n_paragraphs, n_docs } = *beside;
                (entity.0, (n_sentences as usize, n_paragraphs as usize, n_docs as usize))
            });
            prop_assert_eq!(found.collect::<BTreeMap<_, _>>(), counted(&model, EntityId(number)));
            let order = |beside: &Beside| std::cmp::Reverse((beside.n_sentences, beside.n_paragraphs, beside.n_docs));
            prop_assert!(beside.is_sorted_by_key(order));

            let documents = model.documents.iter();
            let said = documents.flat_map(|document| document.quotations.iter().map(move |said| (document, said)));
            let (by, by_others): (Vec<_>, Vec<_>) =
                said.partition(|(_, said)| matches!(said.speaker, Speaker::Entity(by, _) if by.0 == number));
            let spans = |said: Vec<corpus::QuotationView<'_>>| said.iter().map(|said| said.span()).collect::<Vec<_>>();
            prop_assert_eq!(spans(entity.quotations()), by.iter().map(|(_, said)| said.span).collect::<Vec<_>>());
            let about = by_others.iter().filter(|(document, said)| {
                document.mentions.iter().any(|m| m.entity.0 == number && said.span.contains(m.span))
            });
            prop_assert_eq!(
                spans(entity.quotations_about(usize::MAX)),
                about.map(|(_, said)| said.span).collect::<Vec<_>>()
            );

            let names_it = |role: &Role| {
                let mentions = &model.documents[role.doc.0 as usize].mentions;
                mentions.iter().any(|m| m.entity.0 == number && role.span.contains(m.span))
            };
            let roles = (0..NAMES.len() as u32).filter(|&holder| holder != number).flat_map(|holder| {
                let own = model.entities[holder as usize].roles.iter().filter(|role| names_it(role));
                own.map(move |role| (holder, role.text.as_str(), role.doc, role.span))
            });
            let found = entity.roles_of_others(usize::MAX);
            prop_assert!(found.is_sorted_by_key(|role| std::cmp::Reverse(role.holder.n_docs())));
            let found = found.iter().map(|role| (role.holder.id().0, role.text, role.doc, role.span));
            prop_assert_eq!(found.collect::<BTreeSet<_>>(), roles.collect::<BTreeSet<_>>());
        }
    }
}

#[test]
fn names_in_what_was_found_are_narrowed_by_the_beginnings_of_their_words_and_roles() {
    let texts = ["Ann Lee saw Raqqa. It snowed.", "Leeds Élan saw Raqqa.", "Ann Lee. Élan. Rain."];
    let sources = texts.map(|text| Source { text: text.to_owned(), ..Source::default() });
    let mut model = collection(&sources, NAMES);
    let span = model.documents[0].sentences[0].span;
    let role = |text: &str| Role { text: text.to_owned(), doc: DocId(0), span };
    model.entities[0].roles = vec![role("a writer"), role("harbour master of Raqqa")];
    let blob = codec::encode(&model);
    let corpus = Corpus::open(&blob).expect("what was encoded opens");
    let named = |asked: &str, kind: Option<EntityKind>, typed: &str| -> Vec<(String, u32)> {
        let answer = search(&corpus, &Query::parse(asked, LastWord::Whole), &Filters::default(), Sort::Relevance);
        answer
            .named(kind, &Called::of(&corpus, typed))
            .into_iter()
            .map(|(entity, n)| (entity.name().to_owned(), n))
            .collect()
    };
    let named_as = |expected: &[(&str, u32)]| -> Vec<(String, u32)> {
        expected.iter().map(|&(name, n)| (name.to_owned(), n)).collect()
    };
    assert_eq!(named("", None, ""), named_as(&[("Ann Lee", 2), ("Raqqa", 2), ("Élan", 2)]));
    assert_eq!(named("snowed", None, ""), named_as(&[("Ann Lee", 1), ("Raqqa", 1)]));
    assert_eq!(named("", Some(EntityKind::Place), ""), named_as(&[("Raqqa", 2)]));
    assert_eq!(named("", None, "lee"), named_as(&[("Ann Lee", 2), ("Élan", 2)]));
    assert_eq!(named("", None, "LE an"), named_as(&[("Ann Lee", 2)]));
    assert_eq!(named("", None, "ela lee"), named_as(&[("Élan", 2)]));
    assert_eq!(named("", None, "x"), named_as(&[]));
    assert_eq!(named("", None, " - "), named("", None, ""));
    // Somebody is found by a role too, and the role that says so is told.
    assert_eq!(named("", None, "harb"), named_as(&[("Ann Lee", 2)]));
    assert_eq!(named("", None, "lee mast"), named_as(&[("Ann Lee", 2)]));
    assert_eq!(named("", None, "raqqa"), named_as(&[("Ann Lee", 2), ("Raqqa", 2)]));
    let lee = corpus.entity(EntityId(0)).expect("is named");
    for (typed, expected) in [("", "a writer"), ("lee mast", "harbour master of Raqqa"), ("lee", "a writer")] {
        assert_eq!(Called::of(&corpus, typed).role(&lee), Some(expected), "{typed}");
    }
}
