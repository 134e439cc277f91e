//! Search against the naive scan, over small collections of few words, so that everything happens often.

use std::collections::BTreeMap;

use corpus::model::{DocId, EntityKind};
use corpus::query::{Field, LastWord, Query};
use corpus::search::{Answer, Facet, Filters, Hit, Selection, Sort, Unit as HitUnit, search, search_at_least};
use corpus::{Corpus, codec};
use proptest::prelude::*;
use proptest::sample::select;

use crate::builder::{Headline, Name, Source, Voice, collection};
use crate::naive::{Ask, Naive, NaivePlace, Shape, Unit};

const WORDS: &[&str] = &[
    "decree",
    "Decrees",
    "decreed",
    "ban",
    "banned",
    "ISIS",
    "ISIS’s",
    "is",
    "Zürich",
    "zurich",
    "The",
    "who",
    "radical",
    "radicali",
    "radicalized",
    "Lee",
    "Ann Lee",
    "anti-ISIS",
    "diseas",
    "U.S.",
    "漢字",
];
const ASKED: &[&str] =
    &["decree", "decrees", "ban", "isis", "ISIS", "zürich", "the", "radical", "lee", "us", "漢", "who's", "disease"];
const PHRASES: &[&str] =
    &["the ban", "decree", "ann lee", "lee ann lee", "who is", "anti ISIS", "漢字", "isis's decrees"];
const BEGINNINGS: &[&str] = &["ra", "radicali", "de", "l", "zu", "is"];
const NAMES: &[Name<'_>] = &[
    (EntityKind::Person, &["Ann Lee", "Lee"]),
    (EntityKind::Organization, &["ISIS", "Decrees"]),
    (EntityKind::Person, &["radicali"]),
];

fn paragraph(most: usize) -> impl Strategy<Value = String> {
    let sentence = proptest::collection::vec(select(WORDS), 1..5).prop_map(|words| words.join(" "));
    proptest::collection::vec(sentence, 1..most).prop_map(|sentences| sentences.join(". "))
}

fn source() -> impl Strategy<Value = Source> {
    let headline = prop_oneof![
        Just(Headline::None),
        Just(Headline::InText),
        paragraph(2).prop_map(Headline::Outside),
        Just(Headline::Outside("—".to_owned())),
    ];
    let voice = prop_oneof![(0..3u32).prop_map(Voice::Entity), Just(Voice::FirstWord), Just(Voice::Nobody)];
    let quotation = (0..4usize, 0..3usize, voice).prop_map(|(first, more, voice)| (first, first + more, voice));
    (
        proptest::collection::vec(prop_oneof![8 => paragraph(4), 1 => Just("…".to_owned())], 1..5),
        headline,
        proptest::collection::vec(0..5usize, 0..2),
        proptest::collection::vec(quotation, 0..3),
        proptest::option::of(select(&["Daily Lee", "The Radical"][..])),
        proptest::option::of(select(&["2017", "2018-03", "2018-03-04"][..])),
        select(&["", "en", "de"][..]),
    )
        .prop_map(|(paragraphs, headline, furniture, quotations, outlet, day, language)| Source {
            text: paragraphs.join("\n\n"),
            headline,
            furniture,
            quotations,
            outlet: outlet.map(str::to_owned),
            day: day.map(str::to_owned),
            language: language.to_owned(),
        })
}

fn term() -> impl Strategy<Value = Ask> {
    let in_text = select(&[Field::Anywhere, Field::Anywhere, Field::Title, Field::Text][..]);
    let words = prop_oneof![
        3 => select(ASKED).prop_map(|word| (word, Shape::Word)),
        1 => select(BEGINNINGS).prop_map(|word| (word, Shape::Prefix)),
        2 => select(PHRASES).prop_map(|words| (words, Shape::Phrase)),
    ];
    let named = select(
        &[
            (Field::Name(EntityKind::Person), "lee", Shape::Word),
            (Field::Name(EntityKind::Person), "ann lee", Shape::Phrase),
            (Field::Name(EntityKind::Person), "ra", Shape::Prefix),
            (Field::Name(EntityKind::Organization), "isis", Shape::Word),
            (Field::Says, "lee", Shape::Word),
            (Field::Says, "the", Shape::Word),
            (Field::Says, "decree", Shape::Word),
            (Field::Says, "dec", Shape::Prefix),
            (Field::Source, "rad", Shape::Word),
            (Field::Says, "ann lee", Shape::Phrase),
            (Field::Source, "radical", Shape::Word),
            (Field::Source, "daily lee", Shape::Phrase),
        ][..],
    );
    prop_oneof![
        4 => (in_text, words).prop_map(|(field, (words, shape))| Ask::Term(field, words.to_owned(), shape)),
        1 => named.prop_map(|(field, words, shape)| Ask::Term(field, words.to_owned(), shape)),
    ]
}

fn ask() -> impl Strategy<Value = Ask> {
    term().prop_recursive(3, 12, 3, |inner| {
        prop_oneof![
            3 => proptest::collection::vec(inner.clone(), 1..4).prop_map(Ask::All),
            2 => proptest::collection::vec(inner.clone(), 1..4).prop_map(Ask::Any),
            1 => inner.prop_map(|ask| Ask::Not(Box::new(ask))),
        ]
    })
}

fn filters() -> impl Strategy<Value = Filters> {
    let keys: &[(Facet, &[&str])] = &[
        (Facet::Entity(EntityKind::Person), &["e0", "e2", "nobody"]),
        (Facet::Entity(EntityKind::Organization), &["e1"]),
        (Facet::Speaker, &["person/e0", "organization/e1", "person/e2"]),
        (Facet::Outlet, &["Daily Lee", "The Radical"]),
        (Facet::Language, &["en", "de"]),
        (Facet::Year, &["2017", "2018", "1900"]),
    ];
    let choice = select(keys).prop_flat_map(|(facet, keys)| {
        let some = move || proptest::collection::vec(select(keys), 0..2);
        (Just(facet), some(), some())
    });
    proptest::collection::vec(choice, 0..3).prop_map(|choices| {
        let owned = |keys: Vec<&str>| keys.into_iter().map(str::to_owned).collect();
        let selection = |include, exclude| Selection { include: owned(include), exclude: owned(exclude) };
        Filters(choices.into_iter().map(|(facet, yes, no)| (facet, selection(yes, no))).collect())
    })
}

fn unit(hit: &Hit) -> Unit {
    (hit.doc.0, hit.block_idx)
}

/// The units of hits with the places of each, both ways of asking for them agreeing.
fn places(answer: &Answer<'_>, hits: &[Hit]) -> BTreeMap<Unit, Vec<NaivePlace>> {
    let of_hit = |hit: &Hit| {
        let places: Vec<_> = answer.places_of_hit(hit).into_iter().map(|place| (place.in_text, place.span)).collect();
        assert_eq!(hit.n_places as usize, places.len(), "the number of places of {hit:?} is that of its places");
        (unit(hit), places)
    };
    hits.iter().map(of_hit).collect()
}

fn check(sources: &[Source], asked: Option<&Ask>, filters: &Filters) -> Result<(), TestCaseError> {
    let model = collection(sources, NAMES);
    let blob = codec::encode(&model);
    let corpus = Corpus::open(&blob).expect("what was encoded opens");
    let naive = Naive::new(&model);
    let asked = asked.map(Ask::simplified);
    let typed = asked.as_ref().map_or_else(String::new, Ask::typed);
    let query = Query::parse(&typed, LastWord::Whole);
    prop_assert_eq!(&query.notices, &[], "{}", typed);
    let answer = search(&corpus, &query, filters, Sort::Relevance);

    let matches = match &asked {
        Some(ask) => naive.matches(ask),
        None => naive.units().into_iter().map(|unit| (unit, 0.0)).collect(),
    };
    let fits = |unit: &Unit| naive.fits(*unit, filters, None);
    let expected: BTreeMap<Unit, f64> = matches.iter().filter(|(u, _)| fits(u)).map(|(u, s)| (*u, *s)).collect();
    let loosened = asked.as_ref().and_then(Naive::loosened).filter(|_| expected.len() < 10);
    let mut partial = loosened.map_or_else(BTreeMap::new, |ask| naive.matches(&ask));
    partial.retain(|unit, _| !expected.contains_key(unit) && fits(unit));

    for (hits, expected) in [(&answer.hits, &expected), (&answer.partial_hits, &partial)] {
        let found: BTreeMap<Unit, f64> = hits.iter().map(|hit| (unit(hit), f64::from(hit.score))).collect();
        prop_assert_eq!(hits.len(), found.len(), "no unit is listed twice for {}", typed);
        let units = |of: &BTreeMap<Unit, f64>| of.keys().copied().collect::<Vec<_>>();
        prop_assert_eq!(units(&found), units(expected), "units of {}", typed);
        for (unit, score) in &found {
            prop_assert!((score - expected[unit]).abs() < 1e-4 * (1.0 + score), "score of {:?} for {}", unit, typed);
        }
        for pair in hits.windows(2) {
            let in_order = match answer.unit() {
                HitUnit::Passage => unit(&pair[0]) < unit(&pair[1]),
                HitUnit::Document => (pair[1].score, unit(&pair[0])) < (pair[0].score, unit(&pair[1])),
            };
            prop_assert!(in_order, "{:?} for {}", pair, typed);
        }
        let mut places_of_hits = places(&answer, hits);
        for doc in 0..model.documents.len() {
            for (unit, place) in naive.places(doc, asked.as_ref(), filters) {
                if let Some(left) = places_of_hits.get_mut(&unit) {
                    prop_assert!(
                        !left.is_empty() && left.remove(0) == place,
                        "{:?} of {:?} for {}",
                        place,
                        unit,
                        typed
                    );
                }
            }
        }
        prop_assert!(places_of_hits.values().all(Vec::is_empty), "too many places for {}: {:?}", typed, places_of_hits);
    }
    check_places_of_documents(&answer, &naive, asked.as_ref(), filters)?;
    check_facets(&answer, &naive, &matches.keys().copied().collect::<Vec<_>>(), filters)
}

fn check_places_of_documents(
    answer: &Answer<'_>,
    naive: &Naive<'_>,
    asked: Option<&Ask>,
    filters: &Filters,
) -> Result<(), TestCaseError> {
    let mut docs: Vec<u32> = answer.hits.iter().chain(&answer.partial_hits).map(|hit| hit.doc.0).collect();
    docs.sort_unstable();
    docs.dedup();
    for doc in docs {
        let is_hit = |unit: &Unit| {
            answer.unit() == HitUnit::Document
                || answer.hits.is_empty()
                || answer.hits.iter().any(|hit| hit.block_idx == unit.1)
        };
        let expected: Vec<_> =
            naive.places(doc as usize, asked, filters).into_iter().filter(|(u, _)| is_hit(u)).collect();
        let found: Vec<_> = answer.places(DocId(doc)).into_iter().map(|place| (place.in_text, place.span)).collect();
        prop_assert_eq!(found, expected.into_iter().map(|(_, place)| place).collect::<Vec<_>>());
    }
    Ok(())
}

fn check_facets(
    answer: &Answer<'_>,
    naive: &Naive<'_>,
    matches: &[Unit],
    filters: &Filters,
) -> Result<(), TestCaseError> {
    prop_assert_eq!(answer.facets.iter().map(|f| f.facet).collect::<Vec<_>>(), Facet::ALL);
    for counts in &answer.facets {
        let base: Vec<Unit> =
            matches.iter().copied().filter(|&unit| naive.fits(unit, filters, Some(counts.facet))).collect();
        let selection = filters.0.get(&counts.facet).cloned().unwrap_or_default();
        let chosen = |key: &String| selection.include.contains(key) || selection.exclude.contains(key);
        let values = naive.values(counts.facet);
        let count = |units: &std::collections::BTreeSet<Unit>| base.iter().filter(|unit| units.contains(unit)).count();
        let mut expected: BTreeMap<String, usize> =
            values.iter().map(|(key, units)| (key.clone(), count(units))).filter(|(_, count)| *count > 0).collect();
        for key in selection.include.iter().chain(&selection.exclude) {
            expected.entry(key.clone()).or_insert(0);
        }
        let found: BTreeMap<String, usize> = counts.values.iter().map(|v| (v.key.clone(), v.count as usize)).collect();
        prop_assert_eq!(found.len(), counts.values.len(), "no value of {:?} is listed twice", counts.facet);
        prop_assert_eq!(&found, &expected, "{:?}", counts.facet);
        let first_free = counts.values.iter().position(|value| !chosen(&value.key)).unwrap_or(counts.values.len());
        let (first, rest) = counts.values.split_at(first_free);
        prop_assert!(rest.iter().all(|value| !chosen(&value.key)), "chosen values come first");
        for values in [first, rest] {
            prop_assert!(values.is_sorted_by(|a, b| a.count > b.count || a.count == b.count && a.label <= b.label));
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(crate::cases(1000))]

    #[test]
    fn several_documents_are_searched_as_a_scan_would(
        sources in proptest::collection::vec(source(), 2..7), ask in ask(), filters in filters()
    ) {
        check(&sources, Some(&ask), &filters)?;
    }

    #[test]
    fn passages_of_one_document_are_searched_as_a_scan_would(source in source(), ask in ask(), filters in filters()) {
        check(&[source], Some(&ask), &filters)?;
    }

    #[test]
    fn where_nothing_is_asked_the_choice_is_listed(
        sources in proptest::collection::vec(source(), 1..5), filters in filters()
    ) {
        check(&sources, None, &filters)?;
    }

    #[test]
    fn a_query_while_it_is_typed_finds_all_that_its_last_word_begins(
        sources in proptest::collection::vec(source(), 1..5), word in select(&["ra", "radicali", "dec", "le", "漢"][..])
    ) {
        let model = collection(&sources, NAMES);
        let blob = codec::encode(&model);
        let corpus = Corpus::open(&blob).expect("what was encoded opens");
        let typing = search(&corpus, &Query::parse(word, LastWord::Prefix), &Filters::default(), Sort::Relevance);
        let starred = Query::parse(&format!("{word}*"), LastWord::Whole);
        let starred = search(&corpus, &starred, &Filters::default(), Sort::Relevance);
        prop_assert_eq!(typing.hits, starred.hits);
    }

    #[test]
    fn asked_for_as_many_as_there_are_partial_hits_follow(
        sources in proptest::collection::vec(source(), 2..14), words in proptest::collection::vec(select(ASKED), 2..6)
    ) {
        let model = collection(&sources, NAMES);
        let blob = codec::encode(&model);
        let corpus = Corpus::open(&blob).expect("what was encoded opens");
        let list = |typed: String| {
            let query = Query::parse(&typed, LastWord::Whole);
            search_at_least(&corpus, &query, &Filters::default(), Sort::Relevance, usize::MAX)
        };
        let (all, any) = (list(words.join(" ")), list(words.join(" OR ")));
        let mut found: Vec<u32> = all.hits.iter().chain(&all.partial_hits).map(|hit| hit.doc.0).collect();
        let mut expected: Vec<u32> = any.hits.iter().map(|hit| hit.doc.0).collect();
        found.sort_unstable();
        expected.sort_unstable();
        prop_assert_eq!(found, expected);
    }
}
