//! Search against tantivy, which shares nothing with our engine but the tokens: what matches, and by which score.
//!
//! Every word has one form and no document a headline, so that both engines mean the same by a query.

use std::collections::{BTreeMap, BTreeSet};

use corpus::analysis::{english_stem, fold, tokens};
use corpus::query::{Field, LastWord, Query};
use corpus::search::{Filters, Hit, Ranking, Sort, rank, search, search_ranked};
use corpus::{Corpus, codec};
use proptest::prelude::*;
use proptest::sample::select;
use tantivy::collector::TopDocs;
use tantivy::directory::RamDirectory;
use tantivy::query::{AllQuery, BooleanQuery, ConstScoreQuery, Occur, PhraseQuery, Query as TantivyQuery, TermQuery};
use tantivy::schema::{IndexRecordOption, Schema, TEXT};
use tantivy::tokenizer::{PreTokenizedString, Token};
use tantivy::{Index, IndexSettings, Searcher, TantivyDocument, Term};

use crate::ask::{Ask, Shape};
use crate::builder::{Source, collection};

/// Common words first.
const WORDS: &[&str] =
    &["bomb", "at", "漢", "who", "amir", "омск", "zulu", "ak", "kilo", "bravo", "tango", "1984", "شام", "ohio"];
const N_COMMON: usize = 4;

/// Paragraphs of words.
type Text = Vec<String>;

fn word() -> impl Strategy<Value = &'static str> {
    prop_oneof![3 => select(&WORDS[..N_COMMON]), 1 => select(WORDS)]
}

fn paragraph(lens: std::ops::Range<usize>) -> impl Strategy<Value = String> {
    proptest::collection::vec(word(), lens).prop_map(|words| words.join(" "))
}

fn text() -> impl Strategy<Value = Text> {
    let paragraph = prop_oneof![9 => paragraph(1..9), 2 => paragraph(20..60), 1 => paragraph(100..400)];
    proptest::collection::vec(paragraph, 1..4)
}

/// Mostly few documents; at times more than a block of a posting list holds.
fn texts() -> impl Strategy<Value = Vec<Text>> {
    let short = proptest::collection::vec(paragraph(1..9), 1..2);
    prop_oneof![
        24 => proptest::collection::vec(text(), 2..20),
        1 => proptest::collection::vec(short, 129..300),
    ]
}

fn one_word() -> impl Strategy<Value = Ask> {
    word().prop_map(|word| Ask::Term(Field::Anywhere, word.to_owned(), Shape::Word))
}

/// Words and phrases joined in every way.
fn ask() -> impl Strategy<Value = Ask> {
    let phrase = proptest::collection::vec(word(), 2..4)
        .prop_map(|words| Ask::Term(Field::Anywhere, words.join(" "), Shape::Phrase));
    prop_oneof![2 => one_word(), 1 => phrase].prop_recursive(3, 12, 4, |inner| {
        prop_oneof![
            2 => proptest::collection::vec(inner.clone(), 2..5).prop_map(Ask::All),
            2 => proptest::collection::vec(inner.clone(), 2..5).prop_map(Ask::Any),
            1 => inner.prop_map(|ask| Ask::Not(Box::new(ask))),
        ]
    })
}

/// All of some words or alternatives of words, without others. What is inside of one alternative among others may count
/// in our engine where the alternative does not hold, so that only these have the same scores.
fn ask_of_words() -> impl Strategy<Value = Ask> {
    let any = proptest::collection::vec(one_word(), 1..4).prop_map(Ask::Any);
    let excluded = proptest::collection::vec(one_word(), 0..2);
    (proptest::collection::vec(any, 1..4), excluded).prop_map(|(mut all, excluded)| {
        all.extend(excluded.into_iter().map(|ask| Ask::Not(Box::new(ask))));
        Ask::All(all)
    })
}

/// The index of tantivy, with our tokens and a gap between paragraphs.
fn index<'t>(texts: impl Iterator<Item = &'t [String]>) -> tantivy::Result<Searcher> {
    let mut schema = Schema::builder();
    let field = schema.add_text_field("text", TEXT);
    let settings = IndexSettings { docstore_compress_dedicated_thread: false, ..IndexSettings::default() };
    let builder = Index::builder().schema(schema.build()).settings(settings);
    let mut writer = builder.single_segment_index_writer(RamDirectory::create(), 1 << 20)?;
    for paragraphs in texts {
        let (mut own, mut position) = (Vec::new(), 0);
        for paragraph in paragraphs {
            for token in tokens(paragraph) {
                own.push(Token { position, text: token.term.into_owned(), ..Token::default() });
                position += 1;
            }
            position += 1;
        }
        let mut document = TantivyDocument::default();
        document.add_pre_tokenized_text(field, PreTokenizedString { text: String::new(), tokens: own });
        writer.add_document(document)?;
    }
    Ok(writer.finalize()?.reader()?.searcher())
}

fn tantivy_query(ask: &Ask, index: &Index) -> Box<dyn TantivyQuery> {
    let field = index.schema().get_field("text").unwrap();
    let list = |asks: &[Ask], occur: Occur| -> Box<dyn TantivyQuery> {
        Box::new(BooleanQuery::new(asks.iter().map(|ask| (occur, tantivy_query(ask, index))).collect()))
    };
    match ask {
        Ask::Term(_, words, _) => {
            let mut terms: Vec<Term> = words.split(' ').map(|word| Term::from_field_text(field, word)).collect();
            match terms.len() {
                1 => Box::new(TermQuery::new(terms.remove(0), IndexRecordOption::WithFreqs)),
                _ => Box::new(PhraseQuery::new(terms)),
            }
        }
        Ask::All(asks) => list(asks, Occur::Must),
        Ask::Any(asks) => list(asks, Occur::Should),
        Ask::Not(inner) => {
            let everything = Box::new(ConstScoreQuery::new(Box::new(AllQuery), 0.0));
            Box::new(BooleanQuery::new(vec![(Occur::Must, everything), (Occur::MustNot, tantivy_query(inner, index))]))
        }
        other => unreachable!("{other:?} is not asked here"),
    }
}

/// The documents that tantivy finds, each with its score.
fn found_by_tantivy(searcher: &Searcher, ask: &Ask) -> BTreeMap<u32, f32> {
    let all = TopDocs::with_limit(searcher.num_docs() as usize).order_by_score();
    let found = searcher.search(&tantivy_query(ask, searcher.index()), &all).unwrap();
    found.into_iter().map(|(score, address)| (address.doc_id, score)).collect()
}

fn blob(texts: &[Text]) -> Vec<u8> {
    let source = |text: &Text| Source { text: text.join("\n\n"), ..Source::default() };
    codec::encode(&collection(&texts.iter().map(source).collect::<Vec<_>>(), &[]))
}

fn hits(corpus: &Corpus<'_>, ask: &Ask) -> Vec<Hit> {
    let query = Query::parse(&ask.typed(), LastWord::Whole);
    search_ranked(corpus, &query, &Filters::default(), Sort::Relevance, 0, Ranking::BM25).hits
}

#[test]
fn every_word_has_one_form() {
    let stems: BTreeSet<_> = WORDS.iter().map(|word| english_stem(word)).collect();
    assert_eq!(stems.len(), WORDS.len());
    for word in WORDS {
        assert_eq!((fold(word).as_ref(), english_stem(word).as_ref()), (*word, *word));
        assert_eq!(tokens(word).map(|token| token.term).collect::<Vec<_>>(), [*word]);
    }
}

proptest! {
    #![proptest_config(crate::cases(300))]

    #[test]
    fn the_same_documents_match(texts in texts(), asks in proptest::collection::vec(ask(), 1..8)) {
        let blob = blob(&texts);
        let corpus = Corpus::open(&blob).unwrap();
        let searcher = index(texts.iter().map(Vec::as_slice)).unwrap();
        for ask in asks {
            let ours: BTreeSet<u32> = hits(&corpus, &ask).iter().map(|hit| hit.doc.0).collect();
            prop_assert_eq!(ours, found_by_tantivy(&searcher, &ask).into_keys().collect(), "{}", ask.typed());
        }
    }

    #[test]
    fn the_same_passages_match(text in proptest::collection::vec(paragraph(1..9), 1..20), asks in proptest::collection::vec(ask(), 1..8)) {
        let blob = blob(std::slice::from_ref(&text));
        let corpus = Corpus::open(&blob).unwrap();
        let searcher = index(text.chunks(1)).unwrap();
        for ask in asks {
            let ours: BTreeSet<u32> = hits(&corpus, &ask).iter().filter_map(|hit| hit.block_idx).collect();
            prop_assert_eq!(ours, found_by_tantivy(&searcher, &ask).into_keys().collect(), "{}", ask.typed());
        }
    }

    #[test]
    fn words_rank_documents_alike(texts in texts(), asks in proptest::collection::vec(ask_of_words(), 1..8)) {
        let blob = blob(&texts);
        let corpus = Corpus::open(&blob).unwrap();
        let searcher = index(texts.iter().map(Vec::as_slice)).unwrap();
        for ask in asks {
            let (ours, theirs) = (hits(&corpus, &ask), found_by_tantivy(&searcher, &ask));
            prop_assert_eq!(ours.len(), theirs.len(), "{}", ask.typed());
            for hit in &ours {
                // Theirs has the factor k1 + 1, which is the same for all.
                let (score, expected) = (hit.score * 2.2, theirs[&hit.doc.0]);
                prop_assert!((score - expected).abs() <= 1e-4 * expected, "{:?}: {} for {}", hit, expected, ask.typed());
            }
            let is_tie = |a: f32, b: f32| (a - b).abs() <= 1e-4 * a;
            for pair in ours.windows(2) {
                let (first, second) = (theirs[&pair[0].doc.0], theirs[&pair[1].doc.0]);
                prop_assert!(first > second || is_tie(first, second), "{:?} for {}", pair, ask.typed());
            }
        }
    }

    #[test]
    fn the_best_documents_are_those_of_the_whole_list(texts in texts(), word in word(), k in 1..20usize) {
        let blob = blob(&texts);
        let corpus = Corpus::open(&blob).unwrap();
        let query = Query::parse(word, LastWord::Whole);
        let listed = search(&corpus, &query, &Filters::default(), Sort::Relevance).hits;
        prop_assert_eq!(rank(&corpus, &query, k), listed.into_iter().take(k).collect::<Vec<_>>());
    }
}
