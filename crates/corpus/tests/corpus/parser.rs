//! How queries are read: a table per line of the query language; any string at all is in `any`.

pub mod any;

use corpus::day::Day;
use corpus::query::{Clause, Field, LastWord, Mark, Matching, NoticeKind, Query, TermClause, Within};

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

/// As [`check_as`], of a whole query with one notice: its part, its kind and its fix.
fn check_one(typed: &str, echo: &str, notice: (&str, &str, Option<&str>)) {
    check_as(LastWord::Whole, typed, echo, &[notice]);
}

fn root(typed: &str, last_word: LastWord) -> Clause {
    Query::parse(typed, last_word).root.unwrap_or_else(|| panic!("{typed} asks something"))
}

fn term(typed: &str) -> TermClause {
    match root(typed, LastWord::Whole) {
        Clause::Term(term) => term,
        other => panic!("{typed} is one term, not {other:?}"),
    }
}

/// The words of a term, each with how it is matched.
fn check_words(typed: &str, words: &[(&str, Matching)]) {
    let found = term(typed).words;
    let found: Vec<_> = found.iter().map(|word| (word.form.as_str(), word.how)).collect();
    assert_eq!(found, words, "{typed}");
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
    check("12:30 http://example.org/a?b=c", "all of: 12:30, http://example.org/a?b=c");
    check("Syria: the war", "all of: Syria:, the, war");
    check("漢字 داعش", "all of: 漢字, داعش");
    check("1/2 and/or a/b", "all of: 1/2, and/or, a/b");
    check_words("anti-American", &[("anti", Matching::Forms), ("american", Matching::Forms)]);
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
    check("-5", "everything but 5");
    check("t −5 \"-5\" \\-5", "all of: t, −5, “-5”, -5");
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
    let typing = |typed, echo| check_as(LastWord::Prefix, typed, echo, &[]);
    typing("decree radicali", "all of: decree, radicali…");
    typing("radicali ", "radicali");
    typing("r", "r");
    typing("р", "р");
    typing("漢", "漢…");
    typing("title:dec", "in the headline: dec…");
    typing("a -dec", "a; not dec");
    typing("\"dec\"", "“dec”");
    typing("decre~", "spelled like decre");
    check("(dec)", "dec");
    let Clause::Term(found) = root("anti-Amer", LastWord::Prefix) else { panic!("one term") };
    assert_eq!(found.words.iter().map(|word| word.how).collect::<Vec<_>>(), [Matching::Forms, Matching::Prefix]);
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
    check("role:\"executive director\"", "role has “executive director”");
    check("-person:x", "everything but person is x");
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
    check(r"\OR \(b\)", "all of: exactly OR, (b)");
    check(r"foo\:bar", "foo:bar");
    check(r"a\* b\?c d\~1", "all of: a*, b?c, d~1");
    check(r"a\ b", "a b");
    check(r"a\", "a");
    check(r"\/a/", "/a/");
    check(r"\\fighters", r"\fighters");
    check_words(r"\Fighters", &[("fighters", Matching::Exact)]);
    check_words("Fighters", &[("fighters", Matching::Forms)]);
    check_words(r"a\*b*", &[("a", Matching::Forms), ("b*", Matching::Wildcard)]);
}

#[test]
fn wildcards_stand_anywhere_in_a_word() {
    check("radical* *stan r?d", "all of: words like radical*, words like *stan, words like r?d");
    check_words("radical*", &[("radical*", Matching::Wildcard)]);
    check_words("Zür?ch*", &[("zur?ch*", Matching::Wildcard)]);
    check_words("a**b?*", &[("a*b?*", Matching::Wildcard)]);
    check_words("1?9*", &[("1?9*", Matching::Wildcard)]);
    check_words("anti-Am*", &[("anti", Matching::Forms), ("am*", Matching::Wildcard)]);
    check_words("\"islamic stat*\"", &[("islamic", Matching::Forms), ("stat*", Matching::Wildcard)]);
    check_words("漢*", &[("漢*", Matching::Wildcard)]);
    check_words("داع*", &[("داع*", Matching::Wildcard)]);
    check_words("カタ＊", &[("カ", Matching::Forms), ("タ*", Matching::Wildcard)]);
    check("\"islamic stat*\"", "words like “islamic stat*”");
    check("org:Isl*", "organization is words like Isl*");
    // A question mark asks unless something follows it.
    for typed in ["why?", "why??", "谁？", "谁?我", "\"is he?\"", "(why?)"] {
        let terms = Query::parse(typed, LastWord::Whole).terms().into_iter().cloned().collect::<Vec<_>>();
        assert!(
            terms.iter().flat_map(|term| &term.words).all(|word| word.how == Matching::Forms),
            "{typed}: {terms:?}"
        );
    }
    check_one("a **", "a", ("**", "OnlyWildcards", Some("")));
    check_one("title:*", "", ("*", "OnlyWildcards", Some("")));
    check_one("\"the * war\"", "“the * war”", ("\"the * war\"", "OnlyWildcards", None));
}

#[test]
fn near_spellings_differ_by_one_letter_or_two() {
    check("decre~ haveproven~", "all of: spelled like decre, spelled somewhat like haveproven");
    check_words("abc~", &[("abc", Matching::Fuzzy(1))]);
    check_words("decre~", &[("decre", Matching::Fuzzy(1))]);
    check_words("decree~", &[("decree", Matching::Fuzzy(2))]);
    check_words("decree~1", &[("decree", Matching::Fuzzy(1))]);
    check_words("decre~2", &[("decre", Matching::Fuzzy(2))]);
    check_words("decree~0", &[("decree", Matching::Forms)]);
    check_words("décre～1", &[("décre", Matching::Fuzzy(1))]);
    check_words("pro-Amercan~", &[("pro", Matching::Fuzzy(1)), ("amercan", Matching::Fuzzy(2))]);
    check("person:Stalinski~1", "person is spelled like Stalinski");
    check("10~20 ~1 好～", "all of: 10~20, ~1, 好～");
    check_one("decree~3", "spelled somewhat like decree", ("decree~3", "TooFuzzy", Some("decree~2")));
    check_one("decree~999", "spelled somewhat like decree", ("decree~999", "TooFuzzy", Some("decree~2")));
    check_one("ab~", "ab", ("ab~", "NotFuzzy", Some("ab")));
    check_one("rad*l~1", "words like rad*l", ("rad*l~1", "NotFuzzy", Some("rad*l")));
}

#[test]
fn near_joins_what_has_a_place() {
    check("\"a b\"~5", "a within 5 words of b");
    check("\"a b c\"～1", "a within 1 word of b within 1 word of c");
    check("-\"a b\"~5 c", "c; not (a within 5 words of b)");
    check("title:\"a b\"~s", "in the headline: a in the same sentence as in the headline: b");
    check("a NEAR/5 b", "a within 5 words of b");
    check("a NEAR b", "a within 10 words of b");
    check("a NEAR/p \"b c\"", "a in the same paragraph as “b c”");
    check("person:Stalinsky NEAR/s org:ISIS", "person is Stalinsky in the same sentence as organization is ISIS");
    check("a NEAR/5 b NEAR/5 c", "a within 5 words of b within 5 words of c");
    check("a NEAR/5 b NEAR/s c", "(a within 5 words of b) in the same sentence as c");
    check("(a NEAR/5 b) NEAR/5 c", "(a within 5 words of b) within 5 words of c");
    check("\"a b\"~5 NEAR/5 c", "(a within 5 words of b) within 5 words of c");
    check("a NEAR/5 (b OR c)", "a within 5 words of (b or c)");
    check("x a NEAR/5 b y", "all of: x, (a within 5 words of b), y");
    check("x a NEAR/5 b OR y", "any of: (x and (a within 5 words of b)), y");
    check("near NEAR/5 a", "near within 5 words of a");
    let Clause::Near(near) = root("a NEAR/5 title:b NEAR/5 c*", LastWord::Whole) else { panic!("it is one chain") };
    assert_eq!((near.operands.len(), near.within), (3, Within::Words(5)));
    assert_eq!((near.span.start(), near.span.end()), (0, 26));
    let Clause::Near(near) = root("org:\"b cd\"~p", LastWord::Whole) else { panic!("its words are apart") };
    let part = |clause: &Clause| match clause {
        Clause::Term(term) => (term.field, term.typed.clone(), term.words[0].form.clone()),
        other => panic!("a word, not {other:?}"),
    };
    let parts: Vec<_> = near.operands.iter().map(part).collect();
    let org = Field::Name(corpus::model::EntityKind::Organization);
    let expected = ["b", "cd"].map(|word| (org, word.to_owned(), word.to_owned()));
    assert_eq!((parts.as_slice(), near.within), (&expected[..], Within::Paragraph));
    assert_eq!(Query::parse("a -(b NEAR c)", LastWord::Whole).terms().len(), 3);
    assert_eq!(Query::parse("a -(b NEAR c)", LastWord::Whole).positive_terms().len(), 1);
}

#[test]
fn near_beside_what_has_no_place_is_said() {
    let no_place = ("NEAR/5", "NearNoPlace", Some("AND"));
    check_one("a NEAR/5 -b", "a; not b", no_place);
    check_one("a NEAR/5 NOT b", "a; not b", no_place);
    check_one("a NEAR/5 date:2022", "all of: a, dated 2022", no_place);
    check_one("a NEAR/5 /b/", "all of: a, matching /b/", no_place);
    check_one("tag:a NEAR/5 b", "all of: tagged a, b", no_place);
    check_one("source:a NEAR/5 b", "all of: outlet is a, b", no_place);
    check_one("(a b) NEAR/5 c", "all of: a, b, c", no_place);
    check_one("(a OR -b) NEAR/5 c", "all of: (a or not b), c", no_place);
    let dangling = ("NEAR/5", "DanglingNear", Some(""));
    check_one("NEAR/5 a", "a", dangling);
    check_one("a NEAR/5", "a", dangling);
    check_one("(a NEAR/5) b", "all of: a, b", dangling);
    check_one("a NEAR/5 OR b", "any of: a, b", dangling);
    check_one("a NEAR/5 NEAR/2 b", "a within 2 words of b", dangling);
    check_one("a NEAR/x b", "a within 10 words of b", ("NEAR/x", "BadDistance", Some("NEAR/10")));
    check_one("a NEAR/0 b", "a within 1 word of b", ("NEAR/0", "BadDistance", Some("NEAR/1")));
    check_one("\"a b\"~", "a within 10 words of b", ("~", "BadDistance", Some("~10")));
    check_one("\"ab\"~5", "“ab”", ("~5", "DistanceOfOneWord", Some("")));
    let deep = "a NEAR/1 b NEAR/2 ".repeat(100) + "c";
    let kinds: Vec<_> = Query::parse(&deep, LastWord::Whole).notices.into_iter().map(|notice| notice.kind).collect();
    assert!(!kinds.is_empty() && kinds.iter().all(|kind| *kind == NoticeKind::TooDeep), "{kinds:?}");
}

#[test]
fn dates_are_ranges() {
    for (typed, echo) in [
        ("date:2022", "dated 2022"),
        ("date:2022-09", "dated 2022-09"),
        ("date:2022-9-3", "dated 2022-09-03"),
        ("date:2022/09/30", "dated 2022-09-30"),
        ("date:\"2022-09\"", "dated 2022-09"),
        ("DATE: 2022", "dated 2022"),
        ("date：2022", "dated 2022"),
        ("date:2017..2018", "dated 2017 to 2018"),
        ("date:..2018", "dated 2018 or earlier"),
        ("date:2017..", "dated 2017 or later"),
        ("date:2022-09..2022", "dated 2022-09 to 2022"),
        ("date:>=2022-09", "dated 2022-09 or later"),
        ("date:>= 2022-09", "dated 2022-09 or later"),
        ("date:<=2022", "dated 2022 or earlier"),
        ("date:>2022", "dated 2023 or later"),
        ("date:>2022-12", "dated 2023-01 or later"),
        ("date:>2020-02-28", "dated 2020-02-29 or later"),
        ("date:>2022-12-31", "dated 2023-01-01 or later"),
        ("date:<2022", "dated 2021 or earlier"),
        ("date:<2022-01", "dated 2021-12 or earlier"),
        ("date:<2022-03-01", "dated 2022-02-28 or earlier"),
        ("date:<2022-01-01", "dated 2021-12-31 or earlier"),
        ("date:[2017 TO 2018]", "dated 2017 to 2018"),
        ("date:[2017 TO *]", "dated 2017 or later"),
        ("-date:2022 a", "a; not dated 2022"),
        ("date:(2017 OR 2019) a", "all of: (dated 2017 or dated 2019), a"),
        ("date:(>=2017 <2019)", "all of: dated 2017 or later, dated 2018 or earlier"),
    ] {
        check(typed, echo);
    }
    let reversed = |part, fix| (part, "ReversedDates", Some(fix));
    check_one("date:2018..2017 a", "all of: dated 2017 to 2018, a", reversed("2018..2017", "2017..2018"));
    check_one(
        "date:[2018-02 TO 2018-01]",
        "dated 2018-01 to 2018-02",
        reversed("[2018-02 TO 2018-01]", "2018-01..2018-02"),
    );
    for (typed, echo, part, fix) in [
        ("date:20220930", "20220930", "20220930", Some("2022-09-30")),
        ("date:202209", "202209", "202209", Some("2022-09")),
        ("date:30.9.2022", "30.9.2022", "30.9.2022", Some("2022-09-30")),
        ("date:9/30/2022", "9/30/2022", "9/30/2022", Some("2022-09-30")),
        ("date:9/10/2022", "9/10/2022", "9/10/2022", None),
        ("date:2017-2018", "2017-2018", "2017-2018", Some("2017..2018")),
        ("date:2022*", "words like 2022*", "2022*", Some("2022")),
        ("date:2022, a", "all of: 2022,, a", "2022,", Some("2022")),
        ("date:yesterday a", "all of: yesterday, a", "yesterday", None),
        ("date:[2017 TO 2018 a", "all of: [2017 TO 2018, a", "[2017 TO 2018", Some("2017..2018")),
        ("date:\"2022,\"a", "all of: “2022,”, a", "\"2022,\"", Some("\"2022\"")),
        ("date:2022-13", "2022-13", "2022-13", None),
        ("date:2021-02-29", "2021-02-29", "2021-02-29", None),
        ("date:0000", "0000", "0000", None),
        ("date:>9999", ">9999", ">9999", None),
        ("date:20", "20", "20", None),
        ("date:/a/", "/a/", "/a/", None),
        ("date:\"a b\"", "“a b”", "\"a b\"", None),
    ] {
        check_one(typed, echo, (part, "NoDate", fix));
    }
    check_one("date: a:", "a:", ("a:", "NoDate", None));
    check_one("date:", "", ("date:", "empty date", Some("")));
}

#[test]
fn a_day_knows_what_it_covers() {
    let day = |text: &str| text.parse::<Day>().unwrap();
    assert_eq!((day("2024-02").year(), day("2024-02").month(), day("2024-02").day()), (2024, 2, 0));
    for (text, first, last) in [
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("1900-02", "1900-02-01", "1900-02-28"),
        ("2024-04-05", "2024-04-05", "2024-04-05"),
    ] {
        assert_eq!((day(text).first(), day(text).last()), (day(first), day(last)), "{text}");
        assert_eq!(day(text).to_string(), text);
        assert_eq!(Day::from_number(day(text).number()), Some(day(text)));
    }
    assert!(day("2021") < day("2021-01") && day("2021-12-31") < day("2022"));
    for text in ["", "202", "2022-", "2022-00", "2022-1-32", "2022-02-30", "2022-1-1-1", "2022/1-1", "+202", "0000"] {
        assert!(text.parse::<Day>().is_err(), "{text}");
    }
    assert_eq!(Day::new(2022, 0, 1), None);
    assert_eq!(Day::from_number(u32::MAX), None);
}

#[test]
fn regular_expressions_stand_between_slashes() {
    check("/jihad(i|ist)s?/", "matching /jihad(i|ist)s?/");
    check("a (/b c\"d/ OR e)", "all of: a, (matching /b c\"d/ or e)");
    check("title:/a\\/b\\d/", "in the headline: matching /a\\/b\\d/");
    check("-/a/", "everything but matching /a/");
    check("/usr/bin /etc / // w/o", "all of: /usr/bin, /etc, w/o");
    check("tag:/a/", "tagged /a/");
    let Clause::Regex(regex) = root("text:/a\\/b\\\\/", LastWord::Whole) else { panic!("it is closed") };
    assert_eq!((regex.field, regex.pattern.as_str()), (Field::Text, "a/b\\\\"));
    assert_eq!((regex.span.start(), regex.span.end()), (5, 13));
    check_one("/jih dec", "all of: /jih, dec", ("/jih", "UnclosedRegex", Some("/jih/")));
    check_one("/jih\\", "/jih", ("/jih\\", "UnclosedRegex", Some("/jih\\\\/")));
}

#[test]
fn what_is_no_regular_expression_becomes_words() {
    let checked = |typed: &str| {
        let mut query = Query::parse(typed, LastWord::Whole);
        query.check_regexes(|pattern| if pattern.contains('[') { Err("open".to_owned()) } else { Ok(()) });
        query
    };
    assert_eq!(checked("/ok/ a").notices, []);
    let query = checked("a) /b[c/ -(/[/ OR /[d/) /e/");
    assert_eq!(query.to_string(), "all of: a, b[c, matching /e/; not [d");
    let kinds: Vec<_> = query.notices.iter().map(|notice| kind(&notice.kind)).collect();
    assert_eq!(kinds, ["UnopenedGroup", "BadRegex(\"open\")", "BadRegex(\"open\")", "BadRegex(\"open\")"]);
    assert_eq!(query.terms()[1].words.len(), 2);
    assert!(checked("/[/").is_empty());
    let query = checked("/a/ /[/ /b/ /c/ /d/ /e/ -/f g/ /h/");
    let five = "matching /a/, matching /b/, matching /c/, matching /d/, matching /e/";
    assert_eq!(query.to_string(), format!("all of: {five}, h; not f g"));
    let kinds: Vec<_> = query.notices.iter().map(|notice| kind(&notice.kind)).collect();
    assert_eq!(kinds, ["BadRegex(\"open\")", "TooManyRegexes", "TooManyRegexes"]);
}

#[test]
fn marks_of_readers_are_asked_for() {
    check("tag:x is:read", "all of: tagged x, marked read");
    check("tag:\"to do\" -is:starred", "tagged to do; not marked starred");
    check("tag:(a OR b~1)", "any of: tagged a, tagged b~1");
    check_one("tag:\"\" a", "a", ("tag:", "empty tag", Some("")));
    let Clause::Marked(marked) = root("is:Read", LastWord::Whole) else { panic!("a mark") };
    assert_eq!((marked.kind, marked.word.as_str()), (Mark::Is, "Read"));
}

#[test]
fn marks_of_full_width_are_read_where_they_are_no_punctuation() {
    check("（a｜b）　－c ＋d", "all of: (a or b), d; not c");
    check("title：a 注意：b", "all of: in the headline: a, 注意：b");
    check("rad＊ r？d", "all of: words like rad*, words like r?d");
}

#[test]
fn what_is_not_finished_passes_while_it_is_typed() {
    let passing = |typed: &str, echo: &str, is_passing: &[bool]| {
        let query = Query::parse(typed, LastWord::Prefix);
        assert_eq!(query.to_string(), echo, "{typed}");
        let found: Vec<bool> = query.notices.iter().map(|notice| notice.passing).collect();
        assert_eq!(found, is_passing, "{typed}: {:?}", query.notices);
        assert!(Query::parse(typed, LastWord::Whole).notices.iter().all(|notice| !notice.passing), "{typed}");
    };
    passing("a OR", "a", &[]);
    passing("a -", "a", &[]);
    passing("title:", "", &[true]);
    passing("title: ", "", &[true]);
    passing("\"soc", "“soc”…", &[true]);
    passing("(a OR so", "any of: a, so…", &[true]);
    passing("a NEAR/", "a", &[true, true]);
    passing("a NEAR/5 ", "a", &[true]);
    passing("\"a b\"~", "a within 10 words of b", &[true]);
    passing("/jih", "/jih…", &[true]);
    passing("a *", "a", &[true]);
    passing("a date:20", "a", &[true]);
    passing("a -date:20", "a", &[true]);
    passing("date:2022-0", "dated 2022", &[true]);
    passing("date:2017..20", "dated 2017 or later", &[true]);
    passing("date:[2017 TO", "dated 2017", &[true]);
    passing("date:20 a", "all of: 20, a", &[false]);
    passing("a) foo:b", "all of: a, foo, b", &[false, false]);
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
    for part in ["date:2022 ", "/a/ ", "is:read ", "a NEAR/1 "] {
        let query = Query::parse(&(part.repeat(2 * Query::MAX_WORDS) + "a"), LastWord::Whole);
        let has_too_long = query.notices.iter().any(|notice| notice.kind == NoticeKind::TooLong);
        assert!(has_too_long, "{part}: {:?}", query.notices);
    }
    check("a ".repeat(25).trim(), &format!("all of: {}5 more", "a, ".repeat(20)));
    assert!(Query::parse(&"a".repeat(1 << 20), LastWord::Whole).to_string().len() < 1000);
}
