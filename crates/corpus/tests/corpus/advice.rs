//! What an answer says of itself: words that may be slips, and what would be found without a part of the question.

use corpus::model::EntityKind;
use corpus::query::{LastWord, Query};
use corpus::search::{Facet, Filters, LeftOut, Selection, Sort, search};
use corpus::{Corpus, codec};
use proptest::prelude::*;
use proptest::sample::select;

use crate::builder::{Source, collection};

const ANN: (EntityKind, &[&str]) = (EntityKind::Person, &["Ann Lee"]);

fn source(text: &str, outlet: &str, day: &str) -> Source {
    let named = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    Source { text: text.to_owned(), outlet: named(outlet), day: named(day), ..Source::default() }
}

fn sources() -> Vec<Source> {
    let mut sources = vec![
        source("The decree of Ann Lee was recieved on Tuesday. It was haveproven.", "The Echo", "2017-03-04"),
        source("Decrees were banned, and a telegram came.", "The Echo", "2018-01-01"),
        source("The crew of the boat. No crow was seen.", "Daily News", "2018-02-02"),
    ];
    sources.extend((0..2).map(|_| source("A banner and a bottle.", "", "")));
    sources.extend((0..40).map(|_| source("The letter was received by the crew.", "Daily News", "")));
    sources
}

fn with_blob<R>(sources: &[Source], run: impl FnOnce(&Corpus<'_>) -> R) -> R {
    let blob = codec::encode(&collection(sources, &[ANN]));
    run(&Corpus::open(&blob).expect("what was encoded opens"))
}

/// The words that are doubted in a query, each with the spellings that are offered.
fn doubted(corpus: &Corpus<'_>, typed: &str, last_word: LastWord) -> Vec<(String, Vec<String>)> {
    let query = Query::parse(typed, last_word);
    let answer = search(corpus, &query, &Filters::default(), Sort::Relevance);
    let word = |span: corpus::ByteSpan| span.slice(typed).unwrap_or_default().to_owned();
    answer.suggestions(typed).into_iter().map(|suggestion| (word(suggestion.span), suggestion.spellings)).collect()
}

#[test]
fn words_that_are_not_there_get_spellings_that_are() {
    with_blob(&sources(), |corpus| {
        let check = |typed: &str, expected: &[(&str, &[&str])]| {
            let found = doubted(corpus, typed, LastWord::Whole);
            let found: Vec<(&str, Vec<&str>)> = found
                .iter()
                .map(|(word, spellings)| (word.as_str(), spellings.iter().map(String::as_str).collect()))
                .collect();
            let expected: Vec<(&str, Vec<&str>)> =
                expected.iter().map(|(word, spellings)| (*word, spellings.to_vec())).collect();
            assert_eq!(found, expected, "{typed}");
        };
        check("decree", &[]);
        check("haveprovn", &[("haveprovn", &["haveproven"])]);
        check("title:Haveprovn crew", &[("Haveprovn", &["haveproven"])]);
        check("\"the dceree of\"", &[("dceree", &["decree"])]);
        // Two letters away from one of six letters, and only one from shorter ones.
        check("telgrma", &[("telgrma", &["telegram"])]);
        check("bxxt", &[("bxxt", &[])]);
        // The same first letter comes before the number of documents; other forms of a word are not offered beside it.
        check("crxw", &[("crxw", &["crew", "crow"])]);
        check("xcrew", &[("xcrew", &["crew"])]);
        // A spelling that stands in far more documents.
        check("recieved", &[("recieved", &["received"])]);
        // One that is commoner is offered where nothing was found, if it finds something.
        check("banned", &[]);
        check("banned bottle", &[("banned", &["banner"])]);
        check("banned boat", &[]);
        for left_alone in ["-haveprovn boat", "\\haveprovn", "haveprovn~", "haveprovn*", "person:Lea", "date:2016"] {
            check(left_alone, &[]);
        }
        check("2019", &[("2019", &[])]);
        check("zz", &[("zz", &[])]);
        check("zeppelin NEAR dceree", &[("zeppelin", &[]), ("dceree", &["decree"])]);
    });
}

#[test]
fn a_word_that_is_being_typed_is_doubted_when_nothing_begins_so() {
    with_blob(&sources(), |corpus| {
        assert_eq!(doubted(corpus, "havepro", LastWord::Prefix), []);
        assert_eq!(doubted(corpus, "haveprovn", LastWord::Prefix).len(), 1);
    });
}

#[test]
fn a_spelling_takes_the_place_of_its_word() {
    with_blob(&sources(), |corpus| {
        let typed = "title:\"é haveprovn\" -crew";
        let query = Query::parse(typed, LastWord::Whole);
        let answer = search(corpus, &query, &Filters::default(), Sort::Relevance);
        let slip = answer.suggestions(typed).pop().unwrap();
        assert!(!slip.is_known);
        assert_eq!(slip.mended(typed, &slip.spellings[0]), "title:\"é haveproven\" -crew");
    });
}

/// What is offered to be left out, with how much is found then; parts of a query as the text without them.
fn offers(corpus: &Corpus<'_>, typed: &str, filters: &Filters) -> Vec<(String, u32)> {
    let answer = search(corpus, &Query::parse(typed, LastWord::Prefix), filters, Sort::Relevance);
    let named = |left_out: LeftOut| match left_out {
        LeftOut::Facet(facet) => facet.word().to_owned(),
        LeftOut::Filters => "all".to_owned(),
        LeftOut::Clause { clause, rest } => format!("{clause} -> {rest}"),
    };
    answer.without(typed).into_iter().map(|without| (named(without.left_out), without.n_units)).collect()
}

#[test]
fn what_stands_in_the_way_is_named_with_what_its_loss_would_give() {
    with_blob(&sources(), |corpus| {
        let outlet = |keys: &[&str]| {
            let include = keys.iter().map(|&key| key.to_owned()).collect();
            (Facet::Outlet, Selection { include, ..Selection::default() })
        };
        let year = (Facet::Date, Selection { include: vec!["2017".to_owned()], ..Selection::default() });
        let check = |typed: &str, filters: Vec<(Facet, Selection)>, expected: &[(&str, u32)]| {
            let found = offers(corpus, typed, &Filters(filters.into_iter().collect()));
            let found: Vec<(&str, u32)> = found.iter().map(|(what, n)| (what.as_str(), *n)).collect();
            assert_eq!(found, expected, "{typed}");
        };
        check("zeppelin", vec![], &[]);
        check("crew", vec![outlet(&["The Echo"])], &[("outlet", 41)]);
        check("crow", vec![outlet(&["The Echo"]), year.clone()], &[("all", 1)]);
        check("decree", vec![outlet(&["The Echo", "Daily News"]), year], &[("outlet", 1), ("date", 2)]);
        check("crew date:2017", vec![], &[("dated 2017 -> crew", 41), ("crew -> date:2017", 1)]);
        check("crow -boat", vec![], &[("not boat -> crow", 1)]);
        check("crow NOT boat", vec![], &[("not boat -> crow", 1)]);
        check("date:2017 crow", vec![], &[("dated 2017 -> crow", 1), ("crow -> date:2017", 1)]);
        check("source:Echo boat", vec![], &[("boat -> source:Echo", 2), ("outlet is Echo -> boat", 1)]);
        // What is left must still be read as it was: brackets would be in the way.
        check("crow (zeppelin OR telegram)", vec![], &[("crow -> (zeppelin OR telegram)", 1)]);
        // Exclusions alone would find nearly everything.
        check("zeppelin -crew", vec![], &[]);
    });
}

proptest! {
    #![proptest_config(crate::cases(300))]

    #[test]
    fn what_is_offered_is_found(
        words in proptest::collection::vec(
            select(&["decre", "crwe", "recieved", "boat", "\"the crww\"", "-letter", "date:2018", "telegarm", "(crow OR bota)",
                "title:boat", "crow NEAR bot", "source:echo", "\\crew", "/b.at/"][..]), 1..5),
        is_filtered: bool,
    ) {
        let chosen = Selection { exclude: vec!["The Echo".to_owned()], ..Selection::default() };
        let filters = Filters(is_filtered.then_some((Facet::Outlet, chosen)).into_iter().collect());
        with_blob(&sources(), |corpus| {
            let typed = words.join(" ");
            let ask = |typed: &str, filters: &Filters| {
                let query = Query::parse(typed, LastWord::Prefix).with_checked_regexes();
                search(corpus, &query, filters, Sort::Relevance).hits.len()
            };
            let query = Query::parse(&typed, LastWord::Prefix).with_checked_regexes();
            let answer = search(corpus, &query, &filters, Sort::Relevance);
            for slip in answer.suggestions(&typed) {
                for spelling in &slip.spellings {
                    prop_assert!(ask(spelling, &Filters::default()) > 0, "{}", spelling);
                    prop_assert!(!slip.is_known || ask(&slip.mended(&typed, spelling), &filters) >= answer.hits.len());
                }
            }
            for without in answer.without(&typed) {
                let n = match &without.left_out {
                    LeftOut::Clause { rest, .. } => ask(rest, &filters),
                    LeftOut::Facet(_) | LeftOut::Filters => ask(&typed, &Filters::default()),
                };
                prop_assert_eq!(without.n_units as usize, n, "{:?} of {}", without.left_out, typed);
            }
            Ok(())
        })?;
    }
}
