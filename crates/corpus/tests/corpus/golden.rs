//! One small collection, known by heart: its numbers first, then whole answers.

use corpus::Corpus;
use corpus::codec::encode;
use corpus::model::EntityKind;
use corpus::query::{LastWord, Query};
use corpus::search::{Answer, Facet, Filters, Selection, Sort, search};

use crate::builder::{Headline, Name, Source, Voice, collection};

const NAMES: &[Name<'_>] = &[
    (EntityKind::Person, &["Steve Stalinsky", "Stalinsky"]),
    (EntityKind::Organization, &["ISIS"]),
    (EntityKind::Product, &["Telegram"]),
];

fn sources() -> Vec<Source> {
    let source = |headline: Headline, text: &str, day: &str| Source {
        text: text.to_owned(),
        headline,
        day: Some(day.to_owned()),
        outlet: Some("Homeland Today".to_owned()),
        ..Source::default()
    };
    let decree = "ISIS forbids social media\n\n53 F Washington\n\nISIS issued a decree. The decree bans social media.\n\n\
                  Steve Stalinsky said so. “It will not be followed. They stay on Telegram.”";
    let mut decree = source(Headline::InText, decree, "2022-09-30");
    decree.furniture = vec![1];
    decree.quotations = vec![(4, 5, Voice::Entity(0))];
    let telegram = source(
        Headline::Outside("Telegram and its channels".to_owned()),
        "A channel on Telegram was closed. Stalinsky’s institute counted it.",
        "2017-03",
    );
    let zurich = source(Headline::None, "Zürich has no decrees.\n\nSocial life there; media elsewhere.", "2017");
    vec![decree, telegram, zurich]
}

fn with_answer(n_docs: usize, typed: &str, filters: &Filters, check: impl FnOnce(&Corpus<'_>, &Answer<'_>)) {
    let blob = encode(&collection(&sources()[..n_docs], NAMES));
    let corpus = Corpus::open(&blob).unwrap();
    let answer = search(&corpus, &Query::parse(typed, LastWord::Prefix), filters, Sort::Relevance);
    check(&corpus, &answer);
}

/// Hits in order, each with its slug, its block and its places in words.
fn hits(corpus: &Corpus<'_>, answer: &Answer<'_>) -> Vec<String> {
    let hit = |hit: &corpus::search::Hit| {
        let document = corpus.document(hit.doc).unwrap();
        let headline = document.headline().map_or("", |headline| headline.text);
        let places = answer.places_of_hit(hit).into_iter().map(|place| match place.in_text {
            true => document.slice(place.span),
            false => place.span.slice(headline).unwrap().to_owned(),
        });
        let block = hit.block_idx.map_or_else(String::new, |block| format!("#{block}"));
        format!("{}{block}: {}", document.slug(), places.collect::<Vec<_>>().join("|"))
    };
    answer.hits.iter().map(hit).collect()
}

fn check(n_docs: usize, typed: &str, expected: &[&str]) {
    with_answer(n_docs, typed, &Filters::default(), |corpus, answer| {
        assert_eq!(hits(corpus, answer), expected, "{typed}");
    });
}

#[test]
fn numbers_of_the_collection() {
    with_answer(3, "", &Filters::default(), |corpus, answer| {
        assert_eq!((corpus.n_docs(), corpus.n_entities(), answer.n_docs(), answer.n_places()), (3, 3, 3, 0));
        let n_mentions: Vec<_> = corpus.entities().map(|entity| (entity.n_mentions(), entity.n_docs())).collect();
        assert_eq!(n_mentions, [(2, 2), (2, 1), (2, 2)]);
        let n_sentences: usize = corpus.documents().map(|document| document.sentences().count()).sum();
        assert_eq!(n_sentences, 10);
    });
}

#[test]
fn documents_that_match() {
    check(3, "decree", &["doc-0: decree|decree", "doc-2: decrees"]);
    check(3, "\"social media\"", &["doc-0: social media|social media"]);
    check(3, "telegram -channel", &["doc-0: Telegram"]);
    check(3, "telegram", &["doc-1: Telegram|Telegram", "doc-0: Telegram"]);
    check(3, "title:telegram", &["doc-1: Telegram"]);
    check(3, "person:Stalinsky", &["doc-1: Stalinsky", "doc-0: Steve Stalinsky"]);
    check(3, "says:stalinsky", &["doc-0: “It will not be followed. They stay on Telegram.”"]);
    check(3, "says:stalinsky follow", &["doc-0: followed"]);
    check(3, "zurich OR washington", &["doc-2: Zürich"]);
    check(3, "\"decree the\"", &["doc-0: decree. The"]);
    check(3, "\"media isis\"", &[]);
    check(3, "chann", &["doc-1: channels|channel"]);
}

#[test]
fn passages_of_the_only_document() {
    check(1, "social media", &["doc-0#0: social|media", "doc-0#2: social|media"]);
    check(1, "decree isis", &["doc-0#2: ISIS|decree|decree"]);
    check(1, "", &["doc-0#0: ", "doc-0#2: ", "doc-0#3: "]);
}

#[test]
fn facets_and_partial_hits() {
    let year = Selection { include: vec!["2017".to_owned()], exclude: Vec::new() };
    let filters = Filters([(Facet::Date, year)].into());
    with_answer(3, "decree social channel", &filters, |corpus, answer| {
        assert_eq!((answer.hits.len(), answer.n_places()), (0, 0));
        let partial: Vec<_> =
            answer.partial_hits.iter().map(|hit| (corpus.document(hit.doc).unwrap().slug(), hit.n_places)).collect();
        assert_eq!(partial, [("doc-1", 2), ("doc-2", 2)]);
    });
    with_answer(3, "decree OR telegram", &filters, |_, answer| {
        let counts = |facet: Facet| {
            let counts = answer.facet(facet, "", 9);
            counts.values.iter().map(|value| (value.label.clone(), value.count)).collect::<Vec<_>>()
        };
        let expected = |values: &[(&str, u32)]| values.iter().map(|&(l, n)| (l.to_owned(), n)).collect::<Vec<_>>();
        assert_eq!(counts(Facet::Date), expected(&[("2017", 2), ("2022", 1)]));
        assert_eq!(counts(Facet::Entity(EntityKind::Person)), expected(&[("Steve Stalinsky", 1)]));
        assert_eq!(counts(Facet::Entity(EntityKind::Organization)), expected(&[]));
        assert_eq!(counts(Facet::Outlet), expected(&[("Homeland Today", 2)]));
    });
}

#[test]
fn snippets_show_the_sentence() {
    with_answer(3, "decree \"social media\"", &Filters::default(), |corpus, answer| {
        let document = corpus.document(answer.hits[0].doc).unwrap();
        let places = answer.places_of_hit(&answer.hits[0]);
        let snippet = answer.best_snippet(document.doc(), &places, 200).unwrap();
        assert_eq!(document.slice(snippet.span), "The decree bans social media.");
        let marks: Vec<_> = snippet.places.iter().map(|&place| document.slice(place)).collect();
        assert_eq!(marks, ["decree", "social media"]);
        assert_eq!(Some(snippet.sentence), document.sentence_at(snippet.span.start()));
    });
    with_answer(3, "\"decree the\"", &Filters::default(), |corpus, answer| {
        let document = corpus.document(answer.hits[0].doc).unwrap();
        let places = answer.places_of_hit(&answer.hits[0]);
        for snippet in [
            answer.best_snippet(document.doc(), &places, 200).unwrap(),
            answer.snippet_around(document.doc(), &places[0], 200).unwrap(),
        ] {
            assert_eq!(document.slice(snippet.span), "ISIS issued a decree.");
            assert_eq!(document.slice(snippet.places[0]), "decree.");
        }
    });
}

#[test]
fn the_headline_is_the_best_sentence_only_if_no_other_has_a_hit() {
    for (typed, expected) in [("social isis", "ISIS issued a decree."), ("forbids", "ISIS forbids social media")] {
        with_answer(3, typed, &Filters::default(), |corpus, answer| {
            let hit = &answer.hits[0];
            let snippet = answer.best_snippet(hit.doc, &answer.places_of_hit(hit), 200).unwrap();
            assert_eq!(corpus.document(hit.doc).unwrap().slice(snippet.span), expected, "{typed}");
        });
    }
}
