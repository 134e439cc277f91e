//! Search against the naive scan, over small collections of few words, so that everything happens often.

use std::collections::{BTreeMap, BTreeSet};

use corpus::model::{DocId, EntityKind};
use corpus::query::{Field, LastWord, Mark, Query, Within};
use corpus::search::{
    Answer, Facet, Filters, Hit, Ranking, Selection, Sort, UNDATED, Unit as HitUnit, rank, search, search_at_least,
    search_ranked,
};
use corpus::{Corpus, codec};
use proptest::prelude::*;
use proptest::sample::select;

use crate::ask::{Ask, Shape, marked};
use crate::builder::{Headline, Name, Source, Voice, collection};
use crate::naive::{DAYS, Naive, NaivePlace, Unit};

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
    "maison",
    "maisons",
    "Häuser",
    "Häusern",
];
const ASKED: &[&str] = &[
    "decree", "decrees", "ban", "isis", "ISIS", "zürich", "the", "radical", "lee", "us", "漢", "who's", "disease",
    "maisons", "häuser", "häusern",
];
const PHRASES: &[&str] = &[
    "the ban",
    "decree",
    "ann lee",
    "lee ann lee",
    "who is",
    "anti ISIS",
    "漢字",
    "isis's decrees",
    "ann l*",
    "r?dical* d*",
];
const PATTERNS: &[&str] =
    &["ra*", "radicali*", "de*", "l*", "zu*", "is*", "*ed", "d*s", "?s", "b?n", "r?dic*li?ed", "*i*i*", "漢*"];
const NEARLY: &[&str] = &["decere", "decrees", "zurihc", "isis", "radcal", "lee", "häuser", "banned", "anti-isis"];
const REGEXES: &[&str] =
    &[r"decree[sd]?", r"ban\w*\. \w+", r"^\w+", r"lee( ann)?", r"z(ü|u)rich", r"x*", r"[rR]adical|isis", r"漢字?"];
const DATES: &[(&str, [&str; 2])] = &[
    ("2017", ["2017-01-01", "2017-12-31"]),
    ("2018-03", ["2018-03-01", "2018-03-31"]),
    ("2018-03-04", ["2018-03-04", "2018-03-04"]),
    ("2018-03-05..2018-03-09", ["2018-03-05", "2018-03-09"]),
    ("2017..2018", ["2017-01-01", "2018-12-31"]),
    ("[2017 TO 2018-02]", ["2017-01-01", "2018-02-28"]),
    ("..2017-05", ["0001-01-01", "2017-05-31"]),
    (">=2018-03", ["2018-03-01", "9999-12-31"]),
    (">2018-03-04", ["2018-03-05", "9999-12-31"]),
    (">2017", ["2018-01-01", "9999-12-31"]),
    ("<2018-03-04", ["0001-01-01", "2018-03-03"]),
    ("<=2018-02", ["0001-01-01", "2018-02-28"]),
];
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
        (select(&["", "en", "de", "fr"][..]), proptest::collection::vec((0..3u32, 0..5usize), 0..3)),
    )
        .prop_map(|(paragraphs, headline, furniture, quotations, outlet, day, (language, roles))| Source {
            text: paragraphs.join("\n\n"),
            headline,
            furniture,
            quotations,
            roles,
            outlet: outlet.map(str::to_owned),
            day: day.map(str::to_owned),
            language: language.to_owned(),
        })
}

/// A term that may stand near others.
fn term() -> impl Strategy<Value = Ask> {
    let in_text = select(&[Field::Anywhere, Field::Anywhere, Field::Title, Field::Text][..]);
    let nearly = (select(NEARLY), select(&[None, Some(1), Some(2)][..]));
    let words = prop_oneof![
        4 => select(ASKED).prop_map(|word| (word, Shape::Word)),
        2 => select(PATTERNS).prop_map(|word| (word, Shape::Word)),
        2 => select(PHRASES).prop_map(|words| (words, Shape::Phrase)),
        1 => select(ASKED).prop_map(|word| (word, Shape::Exact)),
        1 => nearly.prop_map(|(word, n)| (word, Shape::Fuzzy(n))),
    ];
    let named = select(
        &[
            (Field::Name(EntityKind::Person), "lee", Shape::Word),
            (Field::Name(EntityKind::Person), "ann lee", Shape::Phrase),
            (Field::Name(EntityKind::Person), "ann l?e", Shape::Phrase),
            (Field::Name(EntityKind::Person), "ra*", Shape::Word),
            (Field::Name(EntityKind::Person), "*e", Shape::Word),
            (Field::Name(EntityKind::Person), "lea", Shape::Fuzzy(Some(1))),
            (Field::Name(EntityKind::Organization), "isis", Shape::Word),
            (Field::Name(EntityKind::Organization), "issi", Shape::Fuzzy(None)),
            (Field::Name(EntityKind::Organization), "decrees", Shape::Exact),
            (Field::Says, "lee", Shape::Word),
            (Field::Says, "the", Shape::Word),
            (Field::Says, "decree", Shape::Word),
            (Field::Says, "dec*", Shape::Word),
            (Field::Says, "decere", Shape::Fuzzy(Some(2))),
            (Field::Says, "ann lee", Shape::Phrase),
            (Field::Role, "decree", Shape::Word),
            (Field::Role, "the ban", Shape::Phrase),
            (Field::Role, "*s", Shape::Word),
            (Field::Role, "radica", Shape::Fuzzy(Some(1))),
        ][..],
    );
    prop_oneof![
        4 => (in_text, words).prop_map(|(field, (words, shape))| Ask::Term(field, words.to_owned(), shape)),
        1 => named.prop_map(|(field, words, shape)| Ask::Term(field, words.to_owned(), shape)),
    ]
}

fn within() -> impl Strategy<Value = Within> {
    prop_oneof![3 => (1..6u32).prop_map(Within::Words), 1 => Just(Within::Sentence), 1 => Just(Within::Paragraph)]
}

fn near() -> impl Strategy<Value = Ask> {
    let pair = (proptest::collection::vec(term(), 2..3), within()).prop_map(|(asks, within)| Ask::Near(asks, within));
    let any = proptest::collection::vec(term(), 2..4).prop_map(Ask::Any);
    let operand = prop_oneof![5 => term(), 1 => any, 1 => pair];
    let spread = select(&["lee ban", "decree radical isis", "the who", "is is", "anti-isis zürich"][..]);
    prop_oneof![
        4 => (proptest::collection::vec(operand, 2..4), within()).prop_map(|(asks, within)| Ask::Near(asks, within)),
        1 => (spread, 1..7u32).prop_map(|(words, n)| Ask::Spread(words.to_owned(), n)),
    ]
}

/// Anything that is no list.
fn leaf() -> impl Strategy<Value = Ask> {
    let source = select(
        &[
            ("rad", Shape::Word),
            ("radical", Shape::Word),
            ("radicla", Shape::Fuzzy(None)),
            ("d*", Shape::Word),
            ("daily lee", Shape::Phrase),
        ][..],
    );
    let in_text = select(&[Field::Anywhere, Field::Anywhere, Field::Title, Field::Text][..]);
    let marks = select(&[(Mark::Tag, "two words"), (Mark::Is, "read"), (Mark::Tag, "nothing")][..]);
    prop_oneof![
        12 => term(),
        4 => near(),
        1 => source.prop_map(|(words, shape)| Ask::Term(Field::Source, words.to_owned(), shape)),
        1 => select(DATES).prop_map(|(typed, days)| Ask::Date(typed, days)),
        1 => (in_text, select(REGEXES)).prop_map(|(field, pattern)| Ask::Regex(field, pattern)),
        1 => marks.prop_map(|(mark, word)| Ask::Marked(mark, word)),
    ]
}

fn ask() -> impl Strategy<Value = Ask> {
    leaf().prop_recursive(3, 12, 3, |inner| {
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
        (Facet::Format, &["text", "pdf", "scroll"]),
        (Facet::Date, &["2017", "2018", "1900", UNDATED, DAYS.0]),
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
    let typed = asked.map_or_else(String::new, Ask::typed);
    let asked = asked.map(Ask::simplified);
    let query = Query::parse(&typed, LastWord::Whole).with_checked_regexes();
    let query = query.with_marks(|mark, word| marked(mark, word, model.documents.len()));
    prop_assert_eq!(&query.notices, &[], "{}", typed);
    let plain = Ranking { expands: false, ..Ranking::default() };
    let answer = search_ranked(&corpus, &query, filters, Sort::Relevance, 10, plain);

    let matches = asked.as_ref().map_or_else(|| naive.units(), |ask| naive.matches(ask));
    let scored = |units: &BTreeSet<Unit>| -> BTreeMap<Unit, f64> {
        let fitting = units.iter().filter(|unit| naive.fits(**unit, filters, None));
        fitting.map(|&unit| (unit, asked.as_ref().map_or(0.0, |ask| naive.score(ask, unit)))).collect()
    };
    let expected = scored(&matches);
    let loosened = asked.as_ref().and_then(Naive::loosened).filter(|_| expected.len() < 10);
    let partial = loosened.map_or_else(BTreeMap::new, |ask| scored(&(&naive.matches(&ask) - &matches)));

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
    check_explanations(&answer)?;
    check_places_of_documents(&answer, &naive, asked.as_ref(), filters)?;
    check_facets(&answer, &naive, &matches.iter().copied().collect::<Vec<_>>(), filters)
}

/// The shares of a hit give its score, and say as often as the forms are counted where their words stand.
fn check_explanations(answer: &Answer<'_>) -> Result<(), TestCaseError> {
    for hit in answer.hits.iter().chain(&answer.partial_hits) {
        let explanation = answer.explain(hit);
        let sum: f32 = explanation.shares.iter().map(|share| share.score).sum();
        prop_assert!((sum - hit.score).abs() < 1e-4 * (1.0 + hit.score), "{} is not {:?}", sum, hit);
        for share in &explanation.shares {
            let n_forms: u32 = share.forms.iter().map(|form| form.count).sum();
            prop_assert_eq!(n_forms, share.n_headline + share.n_body, "{:?}", share);
            prop_assert!(share.n_units <= explanation.n_units);
            prop_assert!(n_forms == 0 || share.score > 0.0, "{:?}", share);
        }
    }
    Ok(())
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
    for &facet in Facet::ALL {
        let counts = answer.facet(facet, "", usize::MAX);
        let base: Vec<Unit> =
            matches.iter().copied().filter(|&unit| naive.fits(unit, filters, Some(counts.facet))).collect();
        let selection = filters.0.get(&counts.facet).cloned().unwrap_or_default();
        let chosen = |key: &String| selection.include.contains(key) || selection.exclude.contains(key);
        let values = naive.values(counts.facet);
        let count = |units: &BTreeSet<Unit>| base.iter().filter(|unit| units.contains(unit)).count();
        let mut expected: BTreeMap<String, usize> =
            values.iter().map(|(key, units)| (key.clone(), count(units))).filter(|(_, count)| *count > 0).collect();
        for key in selection.include.iter().chain(&selection.exclude) {
            expected.entry(key.clone()).or_insert_with(|| count(&naive.units_of(counts.facet, key)));
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
        for n in [1, 2, usize::MAX] {
            prop_assert_eq!(answer.n_facet_values(facet, n), counts.n_values.min(n));
        }
        if first.is_empty() {
            for n in 1..4 {
                let few = answer.facet(facet, "", n);
                prop_assert_eq!(few.n_values, counts.n_values);
                prop_assert_eq!(&few.values[..], &counts.values[..n.min(counts.values.len())]);
            }
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
        let (naive, ask) = (Naive::new(&model), Ask::Term(Field::Anywhere, word.to_owned(), Shape::Begun));
        let found: BTreeSet<Unit> = typing.hits.iter().map(unit).collect();
        prop_assert_eq!(found, naive.matches(&ask));
        for hit in &typing.hits {
            let expected = naive.score(&ask, unit(hit));
            prop_assert!((f64::from(hit.score) - expected).abs() < 1e-4 * (1.0 + expected), "{:?}: {}", hit, expected);
        }
    }

    #[test]
    fn asked_for_as_many_as_there_are_partial_hits_follow(
        sources in proptest::collection::vec(source(), 2..14), words in proptest::collection::vec(select(ASKED), 1..6)
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
        for (k, typed) in (1..5).flat_map(|k| [(k, words.join(" ")), (k, format!("\"{}\"", words.join(" ")))]) {
            let query = Query::parse(&typed, LastWord::Whole);
            let listed = search_at_least(&corpus, &query, &Filters::default(), Sort::Relevance, k);
            let listed = listed.hits.iter().chain(&listed.partial_hits).take(k);
            let ranked = rank(&corpus, &query, k);
            check_explanations(&search(&corpus, &query, &Filters::default(), Sort::Relevance))?;
            prop_assert_eq!(ranked.iter().map(unit).collect::<Vec<_>>(), listed.map(unit).collect::<Vec<_>>());
        }
    }
}
