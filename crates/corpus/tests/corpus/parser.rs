//! How queries are read: a table per line of the query language, and any string at all.

use corpus::query::{LastWord, NoticeKind, Query};
use proptest::prelude::*;

fn kind(kind: &NoticeKind) -> String {
    match kind {
        NoticeKind::UnknownField(field) => format!("unknown {field}"),
        NoticeKind::EmptyField(field) => format!("empty {field}"),
        kind => format!("{kind:?}"),
    }
}

/// What is typed, how it is read, and per notice: the part it is about, what is wrong, and the fix.
fn check_as(last_word: LastWord, typed: &str, echo: &str, notices: &[(&str, &str, Option<&str>)]) {
    let query = Query::parse(typed, last_word);
    assert_eq!(query.to_string(), echo, "{typed}");
    let part = |notice: &corpus::query::Notice| notice.span.slice(typed).expect("a notice lies in the text");
    let found: Vec<_> = query.notices.iter().map(|n| (part(n), kind(&n.kind), n.fix.as_deref())).collect();
    let expected: Vec<_> = notices.iter().map(|&(part, kind, fix)| (part, kind.to_owned(), fix)).collect();
    assert_eq!(found, expected, "{typed}");
}

fn check(typed: &str, echo: &str) {
    check_as(LastWord::Whole, typed, echo, &[]);
}

#[test]
fn words_side_by_side_must_all_be_there() {
    check("", "");
    check("  ", "");
    check("decree", "decree");
    check("decree telegram", "all of: decree, telegram");
    check("pro-ISIS", "pro-ISIS");
    check("a AND b +c", "all of: a, b, c");
    check("+a", "a");
    check("C++ a - b", "all of: C++, a, b");
    check("12:30 http://example.org", "all of: 12:30, http://example.org");
    check("or and not", "all of: or, and, not");
}

#[test]
fn phrases_stand_in_any_quotation_marks() {
    for typed in ["\"social media\"", "“social media”", "„social media“", "«social media»", "＂social media＂"]
    {
        check(typed, "“social media”");
    }
    check("a\"b c\"d", "all of: a, “b c”, d");
    check("\"\" a", "a");
    check(r#""say \"no\" again""#, "“say \"no\" again”");
    check(r#""C:\temp\\""#, r"“C:\temp\”");
    let fix = Some("\"social media\"");
    check_as(
        LastWord::Whole,
        "a \"social media",
        "all of: a, “social media”",
        &[("\"social media", "UnclosedQuote", fix)],
    );
    check_as(LastWord::Prefix, "\"", "", &[("\"", "UnclosedQuote", Some("\"\""))]);
}

#[test]
fn or_and_not_bind_as_documented() {
    check("a OR b", "any of: a, b");
    check("a | b|c", "any of: a, b, c");
    check("a b OR c", "any of: (a and b), c");
    check("a (b OR c)", "all of: a, (b or c)");
    check("a OR NOT b c", "any of: a, (not b and c)");
    check("-a", "everything but a");
    check("NOT a", "everything but a");
    check("a −b", "a; not b");
    check("a -\"b c\" -(d e)", "a; not “b c”; not (d and e)");
    check("-a -b", "everything; not a; not b");
    check("NOT NOT a", "a");
    check("-(-a)", "a");
    check("OR a OR OR b OR", "any of: a, b");
    check("AND a NOT", "a");
}

#[test]
fn groups_are_closed_for_the_reader() {
    check("((a))", "a");
    check("()", "");
    check("(a OR b) (c OR d)", "all of: (a or b), (c or d)");
    fn unclosed<'t>(part: &'t str, fix: &'t str) -> (&'t str, &'t str, Option<&'t str>) {
        (part, "UnclosedGroup", Some(fix))
    }
    check_as(LastWord::Whole, "a (b OR (c", "all of: a, (b or c)", &[unclosed("(b OR (c", "(b OR (c))")]);
    check_as(
        LastWord::Whole,
        "(a \"b (",
        "all of: a, “b (”",
        &[unclosed("(a \"b (", "(a \"b (\")"), ("\"b (", "UnclosedQuote", Some("\"b (\""))],
    );
    check_as(LastWord::Whole, "(a\\", "a", &[unclosed("(a\\", "(a\\\\)")]);
    check_as(LastWord::Whole, "a) b", "all of: a, b", &[(")", "UnopenedGroup", Some(""))]);
    check_as(LastWord::Whole, "a)))b", "all of: a, b", &[(")))", "UnopenedGroup", Some(" "))]);
    let deep = format!("{}a{}", "(".repeat(100), ")".repeat(100));
    check_as(LastWord::Whole, &deep, "a", &[("(", "TooDeep", None)]);
    let (open, closed) = (format!("{}a", "(".repeat(70)), format!("{}a{}", "(".repeat(70), ")".repeat(70)));
    check_as(LastWord::Whole, &open, "a", &[unclosed(&open, &closed), ("(", "TooDeep", None)]);
}

#[test]
fn the_last_word_is_a_beginning_while_it_is_typed() {
    check("radicali*", "radicali…");
    check("radi* a", "all of: radi…, a");
    let typing = |typed, echo| check_as(LastWord::Prefix, typed, echo, &[]);
    typing("decree radicali", "all of: decree, radicali…");
    typing("radicali ", "radicali");
    typing("r", "r");
    typing("р", "р");
    typing("漢", "漢…");
    typing("title:dec", "in the headline: dec…");
    typing("a -dec", "a; not dec");
    typing("\"dec\"", "“dec”");
    check("(dec)", "dec");
}

#[test]
fn fields_hold_for_a_word_a_phrase_or_a_group() {
    check("title:decree text:ban", "all of: in the headline: decree, in the text: ban");
    check("person:Stalinsky org:\"Islamic State\"", "all of: person is Stalinsky, organization is “Islamic State”");
    check("title:(decree OR ban)", "any of: in the headline: decree, in the headline: ban");
    check("title:(a text:b)", "all of: in the headline: a, in the text: b");
    check("TITLE: a", "in the headline: a");
    check("-says:Stalinsky source:x", "outlet is x; not quoted: Stalinsky");
    check("place:x group:y product:z event:w", "all of: place is x, group is y, product is z, event is w");
    check_as(LastWord::Whole, "foo:bar", "all of: foo, bar", &[("foo:", "unknown foo", Some("foo "))]);
    let empty = |part, field| (part, field, Some(""));
    check_as(LastWord::Whole, "a person:", "a", &[empty("person:", "empty person")]);
    check_as(LastWord::Whole, "(person:) a", "a", &[empty("person:", "empty person")]);
    check_as(LastWord::Whole, "person:org:a", "organization is a", &[empty("person:", "empty person")]);
    check_as(LastWord::Whole, "person: OR a", "a", &[empty("person:", "empty person")]);
    check_as(LastWord::Whole, "person:… a", "a", &[empty("person:", "empty person")]);
}

#[test]
fn a_backslash_takes_the_meaning_from_what_follows() {
    check(r"\-a", "-a");
    check(r"\OR \(b\)", "all of: OR, (b)");
    check(r"foo\:bar", "foo:bar");
    check(r"a\*", "a*");
    check(r"a\ b", "a b");
    check(r"a\", "a");
}

#[test]
fn what_is_not_understood_yet_is_said() {
    let words = |part, what, fix| (part, what, Some(fix));
    let near = "Unsupported(\"a near spelling\")";
    check_as(
        LastWord::Whole,
        "decre~ ban~1",
        "all of: decre, ban",
        &[words("decre~", near, "decre"), words("ban~1", near, "ban")],
    );
    let wild = "Unsupported(\"a wildcard inside of a word\")";
    check_as(
        LastWord::Whole,
        "*stan r?d",
        "all of: *stan, r?d",
        &[words("*stan", wild, "stan"), words("r?d", wild, "r d")],
    );
    check("why? **", "why?");
    let distance = "LeftOut(\"a distance between the words of a phrase\")";
    check_as(LastWord::Whole, "\"a b\"~5 c", "all of: “a b”, c", &[words("~5", distance, "")]);
    check_as(LastWord::Whole, "a NEAR/5 b", "all of: a, b", &[words("NEAR/5", "LeftOut(\"NEAR\")", "")]);
}

#[test]
fn a_long_query_is_cut_off_and_says_so() {
    let typed = "a ".repeat(Query::MAX_WORDS) + "b (c OR \"d e\")";
    let query = Query::parse(&typed, LastWord::Whole);
    assert_eq!(query.terms().len(), Query::MAX_WORDS);
    assert_eq!(query.notices.len(), 1, "{:?}", query.notices);
    assert_eq!(query.notices[0].span.slice(&typed), Some("b (c OR \"d e\")"));
    let typed = format!("\"{}\"", "a ".repeat(2 * Query::MAX_WORDS));
    let query = Query::parse(&typed, LastWord::Whole);
    assert_eq!(query.terms()[0].words.len(), Query::MAX_WORDS);
    assert_eq!(query.notices.len(), 1);
}

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
    ] {
        let n = (1 << 20) / part.len();
        for typed in [part.repeat(n), format!("a{}1{}", part.repeat(n / 8), ":".repeat(1 << 17))] {
            let query = Query::parse(&typed, LastWord::Prefix);
            let n_words: usize = query.terms().iter().map(|term| term.words.len()).sum();
            assert!(n_words <= Query::MAX_WORDS && query.notices.len() <= Query::MAX_NOTICES, "{part}");
            assert!(query.to_string().len() <= 2 * typed.len() + 100, "{part}");
        }
    }
}

fn typed() -> impl Strategy<Value = String> {
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
            prop_assert!(!term.words.is_empty() && term.words.iter().all(|word| !word.is_empty()));
            prop_assert!(term.span.slice(&typed).is_some());
        }
        prop_assert_eq!(query.is_empty(), query.to_string().is_empty());
    }

    #[test]
    fn a_fix_that_is_taken_takes_its_notice_away(typed in typed()) {
        let query = Query::parse(&typed, LastWord::Whole);
        let count = |query: &Query, of: &NoticeKind| query.notices.iter().filter(|notice| notice.kind == *of).count();
        for notice in &query.notices {
            let Some(fix) = &notice.fix else { continue };
            let range = notice.span.range();
            let fixed = format!("{}{fix}{}", &typed[..range.start], &typed[range.end..]);
            let after = Query::parse(&fixed, LastWord::Whole);
            prop_assert!(
                count(&after, &notice.kind) < count(&query, &notice.kind),
                "{:?} of {:?} stays in {:?}", notice, typed, fixed
            );
        }
    }
}
