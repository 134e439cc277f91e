//! Any string is a query: hostile ones of a megabyte, and random ones of all that means something.

use corpus::query::{LastWord, Notice, NoticeKind, Query};
use proptest::prelude::*;

/// Also run by hand with twice as much: all of these take linear time.
#[test]
fn a_megabyte_of_anything_is_read() {
    for part in [
        "(",
        ")",
        ") ",
        "\"",
        "-",
        "+",
        "a:",
        "a OR ",
        "a ",
        "title:",
        "title:a ",
        "foo:a ",
        "\\",
        "\\\"",
        "*",
        "a*b ",
        "a~",
        "~1",
        "\"a\"~",
        "(a ",
        "-(",
        "()",
        "1:",
        "漢",
        "😀",
        "e\u{301}",
        "\u{200d}",
        "\u{5d0}\u{5b0}",
        "a.",
        "a'",
        "1,",
        "\u{1f1e6}",
        "_",
        "｡",
        "/",
        "/a ",
        "(/a",
        "/\\/ ",
        "/a/ ",
        "\"/",
        "date:[",
        "date:[2017 TO ",
        "date:(",
        "date:2022 ",
        "date:> ",
        "date:>>",
        "date:20..",
        "tag:",
        "is:a ",
        "NEAR ",
        "a NEAR/5 b NEAR/6 ",
        "a NEAR/",
        "(a NEAR ",
        "\"a b\"~5 ",
        "\"a b\"~5 NEAR ",
        "\"a",
        "a~1",
        "abc~ ",
        "?",
        "a?",
        "?a",
        "a**",
        "*漢",
        "漢*",
        "://*",
        "（",
        "？漢",
        "～",
        "－",
    ] {
        let n = (1 << 20) / part.len();
        for typed in [part.repeat(n), format!("a{}1{}", part.repeat(n / 8), ":".repeat(1 << 17))] {
            let query = Query::parse(&typed, LastWord::Prefix);
            let n_words: usize = query.terms().iter().map(|term| term.words.len()).sum();
            assert!(n_words <= Query::MAX_WORDS && query.notices.len() <= Query::MAX_NOTICES, "{part}");
            assert!(query.to_string().len() <= 1 << 19, "{part}");
        }
    }
}

pub fn typed() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("a"),
        Just("Zürich"),
        Just("漢"),
        Just("😀"),
        Just("\""),
        Just("“"),
        Just("»"),
        Just("("),
        Just(")"),
        Just("-"),
        Just("+"),
        Just("OR"),
        Just("AND"),
        Just("NOT"),
        Just("|"),
        Just("title:"),
        Just("person:"),
        Just("foo:"),
        Just(":"),
        Just("*"),
        Just("?"),
        Just("~"),
        Just("~2"),
        Just("\\"),
        Just(" "),
        Just(" "),
        Just("NEAR/3"),
        Just("NEAR/s "),
        Just(" NEAR "),
        Just("date:"),
        Just("2022"),
        Just("-09"),
        Just(".."),
        Just(">="),
        Just("[2018 TO 2017]"),
        Just("tag:"),
        Just("is:"),
        Just("/"),
        Just("abc"),
        Just("？"),
        Just("（"),
        Just("："),
        Just("～"),
        Just("["),
        Just("//"),
        Just("."),
        Just("'s"),
        Just("1"),
        Just("e\u{301}"),
        Just("\u{202e}"),
    ];
    prop_oneof![
        4 => proptest::collection::vec(piece, 0..14).prop_map(|pieces| pieces.concat()),
        1 => any::<String>(),
    ]
}

proptest! {
    #![proptest_config(crate::cases(5000))]

    #[test]
    fn any_text_is_a_query(typed in typed(), typing: bool) {
        let last_word = if typing { LastWord::Prefix } else { LastWord::Whole };
        let query = Query::parse(&typed, last_word);
        for notice in &query.notices {
            prop_assert!(notice.span.slice(&typed).is_some(), "{:?} in {:?}", notice, typed);
            prop_assert!(!notice.to_string().is_empty());
        }
        prop_assert!(query.notices.is_sorted_by_key(|notice| notice.span.start()));
        for term in query.terms() {
            prop_assert!(!term.words.is_empty() && term.words.iter().all(|word| !word.form.is_empty()));
            prop_assert!(term.span.slice(&typed).is_some());
        }
        prop_assert_eq!(query.is_empty(), query.to_string().is_empty());
    }

    #[test]
    fn a_fix_that_is_taken_takes_its_notice_away(typed in typed()) {
        let query = Query::parse(&typed, LastWord::Whole);
        let count = |query: &Query, of: &NoticeKind| query.notices.iter().filter(|own| is_alike(&own.kind, of)).count();
        for notice in &query.notices {
            let Some(fix) = &notice.fix else { continue };
            let range = notice.span.range();
            let fixed = format!("{}{fix}{}", &typed[..range.start], &typed[range.end..]);
            let after = Query::parse(&fixed, LastWord::Whole);
            // Without what was mended, something further on may be read otherwise: what is said of that is another notice.
            let place = range.start..=range.start + fix.len();
            let is_here = |own: &Notice| own.span.range().start <= *place.end() && own.span.range().end >= *place.start();
            let is_fewer = count(&after, &notice.kind) < count(&query, &notice.kind);
            let is_elsewhere = !after.notices.iter().any(|own| is_alike(&own.kind, &notice.kind) && is_here(own));
            prop_assert!(is_fewer || is_elsewhere, "{:?} of {:?} stays in {:?}", notice, typed, fixed);
        }
    }

    #[test]
    fn taking_every_fix_comes_to_an_end(typed in typed()) {
        let mut text = typed.clone();
        for _ in 0..10 + 2 * typed.len() {
            let query = Query::parse(&text, LastWord::Whole);
            let fixed = query.notices.iter().find_map(|notice| Some((notice.span.range(), notice.fix.as_ref()?)));
            let Some((range, fix)) = fixed else { return Ok(()) };
            text.replace_range(range, fix);
        }
        prop_assert!(false, "{:?} has become {:?}", typed, text);
    }
}

/// Whether both say the same of a query. A NEAR that joined nothing may have something to join, which it cannot, once
/// another is gone: what is said of any NEAR is one kind here.
fn is_alike(one: &NoticeKind, other: &NoticeKind) -> bool {
    let is_of_near = |kind: &NoticeKind| matches!(kind, NoticeKind::DanglingNear | NoticeKind::NearNoPlace);
    one == other || (is_of_near(one) && is_of_near(other))
}
