//! Who said what in what was found, against what the model says.

use corpus::analysis::tokens;
use corpus::model::{Collection, EntityId, EntityKind, Quotation, QuotationKind, Speaker};
use corpus::query::{LastWord, Query};
use corpus::search::{
    Facet, Filters, SaidKind, SaidOrder, SaidWords, Sharing, Sort, count_said, names_inside, order_said,
    said_by_speaker, said_by_topic, search, speaker_key, speaker_of_key, speakers_called,
};
use corpus::{ByteSpan, Corpus, QuotationView, codec};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::builder::{Headline, Name, Source, Voice, collection};

const NAMES: &[Name<'_>] = &[
    (EntityKind::Person, &["Zoë Ash"]),
    (EntityKind::Person, &["Ben Oak"]),
    (EntityKind::Organization, &["Élan"]),
    (EntityKind::Money, &["$5"]),
];

/// Three documents: the second is the latest, the third has no date.
fn model() -> Collection {
    let source = |title: &str, day: Option<&str>, text: &str, quotations: &[(usize, usize, Voice)]| Source {
        text: text.to_owned(),
        headline: Headline::Outside(title.to_owned()),
        day: day.map(str::to_owned),
        quotations: quotations.to_vec(),
        ..Source::default()
    };
    let mut model = collection(
        &[
            source(
                "Beta",
                Some("2020-01-02"),
                "Zoë Ash owes Élan $5. We never warned Élan. They warn us.",
                &[(1, 1, Voice::Entity(0)), (2, 2, Voice::Nobody)],
            ),
            source(
                "alpha",
                Some("2021-01-02"),
                "Ben Oak paid Zoë Ash. Élan said rain.\n\nIt rained warnings.",
                &[(0, 0, Voice::Entity(1)), (1, 1, Voice::FirstWord), (2, 2, Voice::Entity(0))],
            ),
            source("Gamma", None, "Nobody warned of rain.", &[(0, 0, Voice::Nobody)]),
        ],
        NAMES,
    );
    model.documents[2].quotations[0].speaker = Speaker::Unnamed(model.documents[2].sentences[0].span);
    model.documents[2].quotations[0].kind = QuotationKind::Indirect;
    model
}

/// The first words of quotations.
fn begins(corpus: &Corpus<'_>, quotations: &[QuotationView<'_>]) -> Vec<String> {
    let words = |quotation: &QuotationView<'_>| {
        let text = corpus.document(quotation.doc()).expect("a document").slice(quotation.span());
        text.split(' ').take(2).collect::<Vec<_>>().join(" ")
    };
    quotations.iter().map(words).collect()
}

fn quotations<'c>(corpus: &'c Corpus<'c>, asked: &str, speakers: &[&str], not: &[&str]) -> Vec<QuotationView<'c>> {
    let owned = |keys: &[&str]| keys.iter().map(|&key| key.to_owned()).collect();
    let mut filters = Filters::default();
    let chosen = filters.0.entry(Facet::Speaker).or_default();
    (chosen.include, chosen.exclude) = (owned(speakers), owned(not));
    search(corpus, &Query::parse(asked, LastWord::Whole), &filters, Sort::Relevance).quotations()
}

#[test]
fn quotations_are_those_of_what_was_found_and_of_whom_is_chosen() {
    let blob = codec::encode(&model());
    let corpus = Corpus::open(&blob).expect("what was encoded opens");
    let check = |asked: &str, speakers: &[&str], not: &[&str], expected: &[&str]| {
        assert_eq!(
            begins(&corpus, &quotations(&corpus, asked, speakers, not)),
            expected,
            "{asked} {speakers:?} {not:?}"
        );
    };
    check("", &[], &[], &["We never", "They warn", "Ben Oak", "Élan said", "It rained", "Nobody warned"]);
    check("owes", &[], &[], &["We never", "They warn"]);
    check("nothing", &[], &[], &[]);
    check("", &["person/e0"], &[], &["We never", "It rained"]);
    check("", &["person/e0", "person/e1"], &[], &["We never", "Ben Oak", "It rained"]);
    check("paid", &["person/e0"], &[], &["It rained"]);
    check("", &["person/nobody"], &[], &[]);
    check("", &[], &["person/e1"], &["We never", "They warn", "Nobody warned"]);
    check("says:zoe", &[], &[], &["We never", "It rained"]);
    check("says:zoe paid", &[], &[], &["It rained"]);
    check("-says:zoe", &[], &[], &["Nobody warned"]);
    let key = speaker_key(&corpus.entity(EntityId(0)).expect("an entity"));
    assert_eq!((key.as_str(), speaker_of_key(&corpus, &key)), ("person/e0", Some(EntityId(0))));
    assert_eq!(speaker_of_key(&corpus, "e0"), None);
}

#[test]
fn of_one_document_the_quotations_in_the_passages_found_are_shown() {
    let mut model = model();
    model.documents = vec![model.documents[1].clone()];
    let blob = codec::encode(&model);
    let corpus = Corpus::open(&blob).expect("what was encoded opens");
    let check = |asked: &str, speakers: &[&str], expected: &[&str]| {
        assert_eq!(begins(&corpus, &quotations(&corpus, asked, speakers, &[])), expected, "{asked} {speakers:?}");
    };
    check("", &[], &["Ben Oak", "Élan said", "It rained"]);
    check("paid", &[], &["Ben Oak", "Élan said"]);
    check("warnings", &[], &["It rained"]);
    check("alpha", &[], &[]);
    check("", &["person/e0"], &["It rained"]);
}

#[test]
fn quotations_are_ordered_counted_and_told_by_kind() {
    let blob = codec::encode(&model());
    let corpus = Corpus::open(&blob).expect("what was encoded opens");
    let all = quotations(&corpus, "", &[], &[]);
    let check = |order: SaidOrder, expected: &[&str]| {
        let mut ordered = all.clone();
        order_said(&corpus, &mut ordered, order);
        assert_eq!(begins(&corpus, &ordered), expected, "{order:?}");
    };
    check(SaidOrder::Newest, &["Ben Oak", "Élan said", "It rained", "We never", "They warn", "Nobody warned"]);
    check(SaidOrder::Oldest, &["We never", "They warn", "Ben Oak", "Élan said", "It rained", "Nobody warned"]);
    check(SaidOrder::Speaker, &["Ben Oak", "It rained", "We never", "Élan said", "They warn", "Nobody warned"]);
    check(SaidOrder::Article, &["Ben Oak", "Élan said", "It rained", "We never", "They warn", "Nobody warned"]);
    assert_eq!(count_said(&corpus, &all), (3, 2));
    assert_eq!(count_said(&corpus, &[]), (0, 0));
    let of_kind = SaidKind::WORDS.map(|(_, kind)| all.iter().filter(|quotation| kind.fits(quotation)).count());
    assert_eq!(of_kind, [5, 1, 1, 1]);
}

#[test]
fn groups_come_by_count_and_those_without_a_name_last() {
    let blob = codec::encode(&model());
    let corpus = Corpus::open(&blob).expect("what was encoded opens");
    let all = quotations(&corpus, "", &[], &[]);
    let found: Vec<_> = said_by_speaker(&corpus, &all)
        .into_iter()
        .map(|group| (group.of, begins(&corpus, &group.quotations)))
        .collect();
    let expected: [(Sharing, &[&str]); 5] = [
        (Sharing::Entity(EntityId(0)), &["We never", "It rained"]),
        (Sharing::Entity(EntityId(1)), &["Ben Oak"]),
        (Sharing::Described, &["Élan said"]),
        (Sharing::Unnamed, &["Nobody warned"]),
        (Sharing::Unresolved, &["They warn"]),
    ];
    assert_eq!(found, expected.map(|(of, words)| (of, words.iter().map(|&word| word.to_owned()).collect())));
    let found: Vec<_> =
        said_by_topic(&corpus, &all).into_iter().map(|group| (group.of, begins(&corpus, &group.quotations))).collect();
    let expected: [(Sharing, &[&str]); 4] = [
        (Sharing::Entity(EntityId(2)), &["We never", "Élan said"]),
        (Sharing::Entity(EntityId(1)), &["Ben Oak"]),
        (Sharing::Entity(EntityId(0)), &["Ben Oak"]),
        (Sharing::NoName, &["They warn", "It rained", "Nobody warned"]),
    ];
    assert_eq!(found, expected.map(|(of, words)| (of, words.iter().map(|&word| word.to_owned()).collect())));
}

#[test]
fn speakers_are_called_by_their_names_and_roles() {
    let mut model = model();
    let (doc, span) = (corpus::model::DocId(0), model.documents[0].sentences[0].span);
    model.entities[1].roles.push(corpus::model::Role { text: "harbour master".to_owned(), doc, span });
    let blob = codec::encode(&model);
    let corpus = Corpus::open(&blob).expect("what was encoded opens");
    let all = quotations(&corpus, "", &[], &[]);
    let check = |typed: &str, expected: &[(u32, usize)]| {
        let found: Vec<(u32, usize)> =
            speakers_called(&corpus, &all, typed).into_iter().map(|(entity, n)| (entity.0, n)).collect();
        assert_eq!(found, expected, "{typed}");
    };
    check("zoe", &[(0, 2)]);
    check("MAST", &[(1, 1)]);
    check("ben harbour", &[(1, 1)]);
    check("zoe harbour", &[]);
    // It is named and says nothing.
    check("elan", &[]);
    check(" – ", &[]);
}

#[test]
fn amounts_are_no_names_and_a_name_comes_once() {
    let mut model = model();
    // The first sentence as one more quotation, which names Zoë Ash, Élan and an amount.
    let first = model.documents[0].quotations[0].clone();
    let span = model.documents[0].sentences[0].span;
    model.documents[0].quotations.insert(0, Quotation { span, ..first });
    let blob = codec::encode(&model);
    let corpus = Corpus::open(&blob).expect("what was encoded opens");
    let document = corpus.documents().next().expect("a document");
    let mentions: Vec<_> = document.mentions().map(|mention| (mention.span(), mention.entity())).collect();
    let inside: Vec<Vec<EntityId>> =
        document.quotations().map(|quotation| names_inside(&corpus, &quotation, &mentions)).collect();
    assert_eq!(inside, [vec![EntityId(0), EntityId(2)], vec![EntityId(2)], vec![]]);
}

#[test]
fn words_are_found_in_their_forms_and_as_beginnings() {
    let blob = codec::encode(&model());
    let corpus = Corpus::open(&blob).expect("what was encoded opens");
    let all = quotations(&corpus, "", &[], &[]);
    let check = |typed: &str, expected: &[(&str, &[&str])]| {
        let words = SaidWords::of(&corpus, typed).expect("words");
        let found = all.iter().filter_map(|quotation| {
            let places = words.places(&corpus, quotation)?;
            let document = corpus.document(quotation.doc())?;
            let words: Vec<String> = places.into_iter().map(|span| document.slice(span)).collect();
            Some((begins(&corpus, &[*quotation]).concat(), words))
        });
        let expected: Vec<_> = expected
            .iter()
            .map(|(begin, words)| ((*begin).to_owned(), words.iter().map(|&word| word.to_owned()).collect::<Vec<_>>()))
            .collect();
        assert_eq!(found.collect::<Vec<_>>(), expected, "{typed}");
    };
    let forms: &[(&str, &[&str])] = &[
        ("We never", &["warned"]),
        ("They warn", &["warn"]),
        ("It rained", &["warnings"]),
        ("Nobody warned", &["warned"]),
    ];
    check("warned", forms);
    check("warni", &[("It rained", &["warnings"])]);
    check("ELAN we", &[("We never", &["We", "Élan"])]);
    check("elan rain", &[("Élan said", &["Élan", "rain"])]);
    // It stands in the document and in no quotation.
    check("owes", &[]);
    assert!(SaidWords::of(&corpus, " – ").is_none());
    assert!(SaidWords::of(&corpus, &"rain ".repeat(100)).is_some());
}

proptest! {
    #![proptest_config(crate::cases(200))]

    /// What has a word that begins with each asked one is found, and every mark is a word of the quotation.
    #[test]
    fn no_quotation_with_the_words_is_missed(
        texts in vec(vec(select(vec!["rain", "raining", "Élan", "漢字", "the", "a"]), 1..8), 1..5),
        asked in vec(select(vec!["rai", "elan", "漢", "a", "x"]), 1..3)
    ) {
        let sources = texts.iter().map(|words| Source {
            text: format!("Ann spoke. {}", words.join(" ")),
            quotations: vec![(1, 1, Voice::FirstWord)],
            ..Source::default()
        });
        let blob = codec::encode(&collection(&sources.collect::<Vec<_>>(), NAMES));
        let corpus = Corpus::open(&blob).expect("what was encoded opens");
        let words = SaidWords::of(&corpus, &asked.join(" ")).expect("words");
        for quotation in quotations(&corpus, "", &[], &[]) {
            let text = corpus.document(quotation.doc()).expect("a document").slice(quotation.span());
            let own: Vec<(ByteSpan, String)> =
                tokens(&text).map(|token| (token.span, token.term.into_owned())).collect();
            let is_there = asked.iter().all(|asked| own.iter().any(|(_, word)| word.starts_with(asked)));
            let places = words.places(&corpus, &quotation);
            prop_assert_eq!(places.is_some(), is_there, "{:?} in {}", asked, text);
            for place in places.into_iter().flatten() {
                let place = ByteSpan::new(place.start() - quotation.span().start(), place.end() - quotation.span().start());
                prop_assert!(own.iter().any(|(span, _)| Some(*span) == place));
            }
        }
    }
}
