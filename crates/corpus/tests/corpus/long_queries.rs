//! Any string is answered: queries of up to a megabyte are read, searched for, and their hits shown.

use corpus::Corpus;
use corpus::codec::encode;
use corpus::model::{DocId, EntityKind};
use corpus::query::{LastWord, Query};
use corpus::search::{Facet, Filters, Sort, rank, search};
use proptest::prelude::*;

use crate::builder::{Headline, Name, Source, Voice, collection};
use crate::parser::any::typed;

const LONGEST: usize = 1 << 20;

const NAMES: &[Name<'_>] = &[(EntityKind::Person, &["Ann Lee", "Lee"]), (EntityKind::Organization, &["a"])];

/// Twenty documents in which much of what is asked for stands.
fn blob() -> Vec<u8> {
    let source = |number: usize| Source {
        text: format!(
            "Ann Lee bans a b. {}\n\nThe 漢字 of a. Abc {number} said so.",
            "a b abc Lee aaa Zürich ".repeat(20)
        ),
        headline: if number % 2 == 1 { Headline::Outside("A decree".to_owned()) } else { Headline::InText },
        quotations: vec![(0, 1, Voice::Entity(0)), (2, 3, Voice::FirstWord)],
        roles: vec![(0, 2)],
        outlet: Some("Daily Lee".to_owned()),
        day: Some("2018-03-04".to_owned()),
        ..Source::default()
    };
    encode(&collection(&(0..20).map(source).collect::<Vec<_>>(), NAMES))
}

/// Reads and answers as the page does.
fn answer(corpus: &Corpus<'_>, typed: &str) {
    let query = Query::parse(typed, LastWord::Prefix).with_checked_regexes().with_marks(|_, _| vec![DocId(1)]);
    let answer = search(corpus, &query, &Filters::default(), Sort::Relevance);
    assert!(answer.hits.len() + answer.partial_hits.len() <= corpus.n_docs() as usize);
    for hit in answer.hits.iter().chain(&answer.partial_hits) {
        let places = answer.places_of_hit(hit);
        assert_eq!(places.len(), hit.n_places as usize);
        let snippet = answer.best_snippet(hit.doc, &places, 200);
        assert!(snippet.is_none_or(|snippet| !snippet.places.is_empty()));
    }
    assert!(rank(corpus, &query, 3).len() <= 3);
    assert_eq!(answer.counts_by_term().len(), query.positive_terms().len());
    assert!(answer.facet(Facet::Date, "", 9).values.len() <= 9);
}

/// A part that is repeated, and what stands behind the last.
const KINDS: &[(&str, &str)] = &[
    ("(", ""),
    ("-(a OR ", ""),
    ("\"", ""),
    ("\"a b\" ", ""),
    ("\"a ", ""),
    ("a ", ""),
    ("a", ""),
    ("漢", ""),
    ("a OR ", ""),
    ("a NEAR/5 b NEAR/6 ", "a"),
    ("(a NEAR/5 ", "a"),
    ("\"a b abc\"~9 NEAR/p person:lee NEAR/p ", "Lee"),
    ("*a*b ", ""),
    ("role:a?", "a"),
    ("abc~2 ", ""),
    ("abcdefgh", "~2"),
    ("/a.*b/ ", ""),
    ("/((a|b| )*){99}/ ", ""),
    ("/[a b c d e f g h i j k l m n o p/ ", ""),
    ("/(", ""),
    ("date:2018..2017 OR ", ""),
    ("title:foo:", ""),
    ("e\u{301}\u{200d}\u{202e}", ""),
    ("\u{1f1e6}\u{fffd}\0", ""),
    ("\\", ""),
];

fn repeated((part, end): (&str, &str), len: usize) -> String {
    part.repeat((len - end.len()) / part.len()) + end
}

/// Also run by hand at a quarter and a half of the length: all of these take linear time.
#[test]
fn a_megabyte_of_anything_is_answered() {
    let blob = blob();
    let corpus = Corpus::open(&blob).unwrap();
    for &kind in KINDS {
        answer(&corpus, &repeated(kind, LONGEST));
    }
}

/// Short texts, each repeated, up to a megabyte in all; long ones as likely as short ones.
fn long() -> impl Strategy<Value = String> {
    let run = (typed(), 0..20u32).prop_map(|(text, n)| (text, 1 << n));
    proptest::collection::vec(run, 1..4).prop_map(|runs| {
        let mut all = String::new();
        for (text, len) in runs {
            all.extend(std::iter::repeat_n(text.as_str(), usize::checked_div(len, text.len()).unwrap_or(0).max(1)));
        }
        all.truncate(all.floor_char_boundary(LONGEST));
        all
    })
}

proptest! {
    #![proptest_config(crate::cases(20))]

    #[test]
    fn any_long_text_is_answered(typed in long()) {
        let blob = blob();
        answer(&Corpus::open(&blob).unwrap(), &typed);
    }
}
