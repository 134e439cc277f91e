//! Names offered while a reader types, against a look at every form of every name.

use corpus::analysis::tokens;
use corpus::model::{Collection, EntityKind, Speaker};
use corpus::query::{Field, FieldWord, LastWord, Query};
use corpus::search::{Filters, Sort, search};
use corpus::{Corpus, codec};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::builder::{Name, Source, Voice, collection};

const NAMES: &[Name<'_>] = &[
    (EntityKind::Person, &["Ann Lee", "Lee"]),
    (EntityKind::Person, &["Leila Annan", "Annan"]),
    (EntityKind::Organization, &["Middle East Media Research Institute", "MEMRI"]),
    (EntityKind::Place, &["Leeds"]),
    (EntityKind::Place, &["Élan"]),
    (EntityKind::Money, &["9 Lee dollars"]),
    (EntityKind::Group, &["漢字"]),
    (EntityKind::Product, &["Ann Leica"]),
];

/// The numbers of names that begin so, in order, each with the form that does and its number of documents.
fn naive(model: &Collection, typed: &str, field: FieldWord) -> Vec<(u32, Option<String>, u32)> {
    let words: Vec<String> = tokens(typed).map(|token| token.term.into_owned()).collect();
    let FieldWord::In(field) = field else { return Vec::new() };
    let fits = |form: &str| {
        let form: Vec<String> = tokens(form).map(|token| token.term.into_owned()).collect();
        (0..form.len()).any(|at| {
            let here = &form[at..];
            here.len() >= words.len()
                && (0..words.len()).all(|n| match n + 1 == words.len() {
                    true => here[n].starts_with(&words[n]),
                    false => here[n] == words[n],
                })
        })
    };
    let mut found = Vec::new();
    for (number, entity) in (0u32..).zip(&model.entities) {
        let is_asked = match field {
            Field::Anywhere => entity.kind != EntityKind::Money,
            Field::Name(kind) => entity.kind == kind,
            Field::Says => true,
            _ => false,
        };
        let is_here = |document: &&corpus::model::Document| match field {
            Field::Says => document
                .quotations
                .iter()
                .any(|said| matches!(said.speaker, Speaker::Entity(speaker, _) if speaker.0 == number)),
            _ => document.mentions.iter().any(|mention| mention.entity.0 == number),
        };
        let n_docs = model.documents.iter().filter(is_here).count() as u32;
        let mentions = model.documents.iter().flat_map(|document| &document.mentions);
        let n_mentions = mentions.filter(|mention| mention.entity.0 == number).count();
        let other = entity.aliases.iter().map(|alias| &alias.text).find(|form| fits(form));
        if is_asked && n_docs > 0 && words.last().is_some_and(|last| last.len() > 1) {
            if fits(&entity.name) {
                found.push((number, None, n_docs, n_mentions));
            } else if let Some(form) = other {
                found.push((number, Some(form.clone()), n_docs, n_mentions));
            }
        }
    }
    found.sort_by_key(|&(number, _, n_docs, n_mentions)| (u32::MAX - n_docs, usize::MAX - n_mentions, number));
    found.into_iter().map(|(number, form, n_docs, _)| (number, form, n_docs)).collect()
}

fn source() -> impl Strategy<Value = Source> {
    let words = vec![
        "Ann Lee",
        "Lee",
        "Annan",
        "Leila Annan",
        "MEMRI",
        "Leeds",
        "Élan",
        "9 Lee dollars",
        "漢字",
        "Ann Leica",
        "rain",
    ];
    let text = vec(select(words), 1..8).prop_map(|words| words.join(". "));
    (text, vec((0usize..4, 0u32..8), 0..3)).prop_map(|(text, quoted)| Source {
        text,
        quotations: quoted.into_iter().map(|(sentence, who)| (sentence, sentence, Voice::Entity(who))).collect(),
        ..Source::default()
    })
}

fn field() -> impl Strategy<Value = FieldWord> {
    select(vec![
        FieldWord::default(),
        FieldWord::default(),
        FieldWord::In(Field::Name(EntityKind::Person)),
        FieldWord::In(Field::Name(EntityKind::Money)),
        FieldWord::In(Field::Says),
        FieldWord::In(Field::Title),
        FieldWord::Date,
    ])
}

proptest! {
    #![proptest_config(crate::cases(300))]

    #[test]
    fn names_that_begin_so_are_those_of_a_look_at_all_of_them(
        sources in vec(source(), 1..6),
        typed in "(ann |media |lee |)(l|le|lee|an|ann|ANN|me|mem|res|él|el|字|9|9 l|leeds|)",
        field in field(),
        n in 0usize..5,
    ) {
        let model = collection(&sources, NAMES);
        let blob = codec::encode(&model);
        let corpus = Corpus::open(&blob).unwrap();
        let found = corpus.names_starting(&typed, field, n);
        let found: Vec<_> =
            found.iter().map(|name| (name.entity.id().0, name.form.map(str::to_owned), name.n_docs)).collect();
        let mut expected = naive(&model, &typed, field);
        expected.truncate(n);
        prop_assert_eq!(found, expected);
    }

    #[test]
    fn a_name_that_is_asked_for_is_found_where_it_stands(sources in vec(source(), 2..6)) {
        let model = collection(&sources, NAMES);
        let blob = codec::encode(&model);
        let corpus = Corpus::open(&blob).unwrap();
        for entity in corpus.entities() {
            let typed = Field::Name(entity.kind()).asked_for(entity.name());
            let query = Query::parse(&typed, LastWord::Prefix);
            let answer = search(&corpus, &query, &Filters::default(), Sort::Relevance);
            for doc in entity.docs() {
                prop_assert!(answer.hits.iter().any(|hit| hit.doc == doc), "{typed} in {doc:?}");
            }
        }
    }
}
