//! The query language line by line: what is typed, and the documents that it finds, in order, with their places marked.
//! How queries are read is in `parser`; here they are answered.

use corpus::Corpus;
use corpus::codec::encode;
use corpus::model::{DocId, EntityKind};
use corpus::query::{LastWord, Mark, Query};
use corpus::search::{Answer, Filters, Hit, Sort, search};

use crate::builder::{Headline, Name, Source, Voice, collection};

const NAMES: &[Name<'_>] = &[
    (EntityKind::Person, &["Steve Stalinsky", "Stalinsky"]),
    (EntityKind::Organization, &["Islamic State", "ISIS", "داعش"]),
    (EntityKind::Place, &["Zürich"]),
    (EntityKind::Group, &["Kurds"]),
];

/// `a headline | the text`, or the text alone.
fn source(written: &str) -> Source {
    let (headline, text) = match written.split_once(" | ") {
        Some((headline, text)) => (Headline::Outside(headline.to_owned()), text),
        None => (Headline::None, written),
    };
    Source { headline, text: text.to_owned(), ..Source::default() }
}

/// A hit as it was written, with its places in brackets.
fn marked(corpus: &Corpus<'_>, answer: &Answer<'_>, hit: &Hit) -> String {
    let document = corpus.document(hit.doc).unwrap();
    let places = answer.places_of_hit(hit);
    let with_marks = |text: &str, in_text: bool| {
        let mut marked = text.to_owned();
        for place in places.iter().rev().filter(|place| place.in_text == in_text) {
            marked.insert(place.span.range().end, ']');
            marked.insert(place.span.range().start, '[');
        }
        marked
    };
    let headline = document.headline().map(|headline| with_marks(headline.text, false) + " | ");
    headline.unwrap_or_default() + &with_marks(&document.text(), true)
}

/// What a query finds in documents, and what follows with some of its words.
#[derive(Debug, PartialEq)]
struct Found {
    hits: Vec<String>,
    partial: Vec<String>,
}

fn find(sources: &[Source], query: &Query) -> Found {
    let blob = encode(&collection(sources, NAMES));
    let corpus = Corpus::open(&blob).unwrap();
    let answer = search(&corpus, query, &Filters::default(), Sort::Relevance);
    assert_eq!(answer.n_docs(), answer.hits.len(), "what follows is counted apart");
    let list = |hits: &[Hit]| hits.iter().map(|hit| marked(&corpus, &answer, hit)).collect();
    Found { hits: list(&answer.hits), partial: list(&answer.partial_hits) }
}

/// As the page reads a query: with expressions checked, and with what readers marked: the first document is read, the
/// second has the tag.
fn read(typed: &str, last_word: LastWord) -> Query {
    let marks = |mark: Mark, word: &str| match (mark, word) {
        (Mark::Is, "read") => vec![DocId(0)],
        (Mark::Tag, "to do") => vec![DocId(1)],
        _ => Vec::new(),
    };
    Query::parse(typed, last_word).with_checked_regexes().with_marks(marks)
}

fn written(documents: &[&str]) -> Vec<Source> {
    documents.iter().map(|written| source(written)).collect()
}

/// Per query: the documents it finds, and nothing is wrong with it.
fn check(documents: &[&str], asked: &[(&str, &[&str])]) {
    check_in(&written(documents), asked);
}

fn check_in(sources: &[Source], asked: &[(&str, &[&str])]) {
    for (typed, hits) in asked {
        let query = read(typed, LastWord::Whole);
        assert_eq!(query.notices, [], "{typed}");
        assert_eq!(find(sources, &query).hits, *hits, "{typed}");
    }
}

/// A query with one notice: its part, and how it begins; and that taking its fix finds the same without a notice.
fn check_notice(documents: &[&str], typed: &str, notice: (&str, &str), hits: &[&str]) {
    let query = read(typed, LastWord::Whole);
    let found: Vec<_> = query.notices.iter().map(|own| (own.span.slice(typed).unwrap(), own.to_string())).collect();
    assert!(
        matches!(&found[..], [(part, says)] if *part == notice.0 && says.starts_with(notice.1)),
        "{typed}: {found:?}"
    );
    assert_eq!(find(&written(documents), &query).hits, hits, "{typed}");
    if let Some(fix) = &query.notices[0].fix {
        let fixed = query.notices[0].span.replaced(typed, fix);
        check(documents, &[(&fixed.unwrap(), hits)]);
    }
}

// all of these words: `decree telegram`
#[test]
fn all_of_these_words() {
    let documents = ["Telegram has the decree.", "A decree. A ban.", "Telegram grows.", "Nothing."];
    let found = find(&written(&documents), &read("decree telegram", LastWord::Whole));
    assert_eq!(found.hits, ["[Telegram] has the [decree]."]);
    assert_eq!(found.partial, ["[Telegram] grows.", "A [decree]. A ban."], "those with some of them follow");
    let many = ["A decree on Telegram."; 10].into_iter().chain(documents).collect::<Vec<_>>();
    let found = find(&written(&many), &read("decree telegram", LastWord::Whole));
    assert_eq!((found.hits.len(), found.partial.len()), (11, 0), "ten with all words are enough");
}

// phrase: `"social media"`, `“social media”`, `«social media»`
#[test]
fn phrase() {
    let documents = ["The social media.", "Media are social.", "Social. Media.", "Social\n\nmedia"];
    let hits: &[&str] = &["[Social. Media].", "The [social media]."];
    check(&documents, &[("\"social media\"", hits), ("“social media”", hits), ("«social media»", hits)]);
    check_notice(&documents, "\"social media", ("\"social media", "the quotation mark is not closed"), hits);
}

// either: `a OR b`, `a | b`; both: `a AND b`, `+a`
#[test]
fn either_and_both() {
    let documents = ["A ban or so.", "A decree.", "No ban and no decree."];
    let either: &[&str] = &["No [ban] and no [decree].", "A [decree].", "A [ban] or so."];
    let both: &[&str] = &["No [ban] and no [decree]."];
    check(&documents, &[("ban OR decree", either), ("ban | decree", either), ("ban|decree", either)]);
    check(&documents, &[("ban AND decree", both), ("+ban +decree", both), ("ban decree", both)]);
    check(&documents, &[("ban or", &["A [ban] [or] so."]), ("ban and", &["No [ban] [and] no decree."])]);
    check(&documents, &[("ban not", &[])]);
}

// not: `-a`, `NOT a`; negations alone are answered
#[test]
fn not() {
    let documents = ["A ban.", "A decree.", "A ban by decree."];
    check(&documents, &[("ban -decree", &["A [ban]."]), ("ban NOT decree", &["A [ban]."])]);
    check(
        &documents,
        &[("-decree", &["A ban."]), ("NOT (decree OR ban)", &[]), ("-\"by decree\" -ban", &["A decree."])],
    );
}

// group: `( )`, closed for the reader
#[test]
fn group() {
    let documents = ["A ban here.", "A decree here.", "A ban there.", "Here."];
    let hits: &[&str] = &["A [decree] [here].", "A [ban] [here]."];
    check(&documents, &[("(ban OR decree) here", hits), ("here (ban OR (decree))", hits)]);
    check_notice(&documents, "here (ban OR decree", ("(ban OR decree", "the bracket is not closed"), hits);
    check_notice(&documents, "ban) here", (")", "this bracket closes nothing"), &hits[1..]);
}

// precedence: NOT, then AND, then OR
#[test]
fn precedence() {
    let documents = ["one", "two three", "two", "three one", "two one three"];
    check(&documents, &[("one OR two three", &["[two] [one] [three]", "[two] [three]", "[three] [one]", "[one]"])]);
    check(&documents, &[("(one OR two) three", &["[two] [one] [three]", "[two] [three]", "[three] [one]"])]);
    check(&documents, &[("NOT one two", &["[two]", "[two] three"]), ("NOT (one OR two)", &[])]);
    check(&documents, &[("one OR NOT two three", &["[three] [one]", "two [one] [three]", "[one]"])]);
}

// near, in words: `"a b"~5`, `a NEAR/5 b`, in either order
#[test]
fn near_in_words() {
    let documents = ["ban of the decree", "decree and ban", "ban of all that is in the decree", "ban\n\ndecree"];
    let two: &[&str] = &["[decree] and [ban]"];
    let three: &[&str] = &["[decree] and [ban]", "[ban] of the [decree]"];
    check(&documents, &[("ban NEAR/2 decree", two), ("decree NEAR/2 ban", two), ("\"ban decree\"~2", two)]);
    check(&documents, &[("ban NEAR/3 decree", three), ("\"decree ban\"~3", three), ("ban NEAR/1 decree", &[])]);
    check(&documents, &[("\"of the\" NEAR/1 decree", &["ban [of the] [decree]"])]);
    let words = ["ban 2 3 4 5 decree ban", "decree ban 3 4 5 6 ban"];
    check(&words, &[("ban NEAR/5 decree", &["[ban] 2 3 4 5 [decree] [ban]", "[decree] [ban] 3 4 5 6 ban"])]);
}

// same sentence, same paragraph: `a NEAR/s b`, `a NEAR/p b`, between words, phrases and fields
#[test]
fn near_in_a_sentence_or_paragraph() {
    let documents = [
        "Stalinsky watches ISIS. A ban.",
        "Stalinsky spoke. ISIS did not.\n\nThe Islamic State of ISIS and Steve Stalinsky.",
        "Stalinsky spoke.\n\nISIS did not.",
    ];
    let both = "Stalinsky spoke. ISIS did not.\n\nThe [Islamic State] of [ISIS] and [Steve Stalinsky].";
    let one = "[Stalinsky] watches [ISIS]. A ban.";
    check(&documents, &[("person:Stalinsky NEAR/s org:ISIS", &[both, one])]);
    let paragraphs = "[Stalinsky] spoke. [ISIS] did not.\n\nThe [Islamic State] of [ISIS] and [Steve Stalinsky].";
    check(&documents, &[("person:Stalinsky NEAR/p org:ISIS", &[paragraphs, one])]);
    check(&documents, &[("ban NEAR/s isis", &[]), ("ban NEAR/p isis", &["Stalinsky watches [ISIS]. A [ban]."])]);
    check(&documents, &[("\"stalinsky watches\" NEAR/s isis", &["[Stalinsky watches] [ISIS]. A ban."])]);
    let fix = ("NEAR/s", "NEAR stands between words, phrases and names");
    check_notice(&documents, "ban NEAR/s -spoke", fix, &["Stalinsky watches ISIS. A [ban]."]);
}

// fuzzy: `a~`, `a~1`, `a~2`, with transposition
#[test]
fn fuzzy() {
    let documents = ["Telegram", "Telgeram", "telegraph", "tlegarm", "gram"];
    check(&documents, &[("telegram~1", &["[Telegram]", "[Telgeram]"])]);
    let two: &[&str] = &["[Telegram]", "[Telgeram]", "[telegraph]", "[tlegarm]"];
    check(&documents, &[("telegram~2", two), ("telegram~", two), ("grm~", &["[gram]"]), ("grmo~1", &[])]);
    check_notice(&documents, "telegram~3", ("telegram~3", "near spellings have at most two"), two);
}

// wildcard: `radical*`, `*stan`, `r?d`, anywhere in a term
#[test]
fn wildcard() {
    let documents = ["The radicals radicalized.", "Pakistan, Afghanistan", "rid red roads", "Radical"];
    check(&documents, &[("radical*", &["[Radical]", "The [radicals] [radicalized]."])]);
    check(&documents, &[("*stan", &["[Pakistan], [Afghanistan]"]), ("r?d", &["[rid] [red] roads"])]);
    check(
        &documents,
        &[
            ("r*d", &["[rid] [red] roads", "The radicals [radicalized]."]),
            ("*?a?s", &["The [radicals] radicalized.", "rid red [roads]"]),
        ],
    );
    check(&documents, &[("\"the rad*s rad*\"", &["[The radicals radicalized]."])]);
    check_notice(
        &documents,
        "radical **",
        ("**", "wildcards need letters"),
        &["[Radical]", "The [radicals] [radicalized]."],
    );
}

// as you type: the last word is also a prefix; exact matches rank before prefix matches
#[test]
fn as_you_type() {
    let documents = written(&["decreeing", "decree", "decoy", "decre", "a deca"]);
    let typing = |typed: &str| find(&documents, &read(typed, LastWord::Prefix)).hits;
    assert_eq!(typing("decre"), ["[decre]", "[decreeing]", "[decree]"]);
    assert_eq!(typing("decre "), ["[decre]"]);
    assert_eq!(typing("dec a"), [""; 0], "only the last word is");
    assert_eq!(typing("a dec"), ["[a] [deca]"]);
    assert_eq!(typing("\"a dec"), ["[a deca]"], "in a phrase too");
}

/// Documents with all that fields ask for.
fn reports() -> Vec<Source> {
    let first = "Steve Stalinsky, director of the institute. The Kurds left Zürich. Do not follow ISIS.";
    let second = "The Islamic State has a director. Stalinsky left.";
    vec![
        Source {
            quotations: vec![(2, 2, Voice::Entity(0))],
            roles: vec![(0, 0)],
            outlet: Some("Homeland Today".to_owned()),
            day: Some("2022-09-30".to_owned()),
            ..source(&format!("A ban | {first}"))
        },
        Source {
            outlet: Some("The Daily".to_owned()),
            day: Some("2017".to_owned()),
            ..source(&format!("ISIS | {second}"))
        },
    ]
}

// field: `title:` `text:` `person:` `org:` `place:` `group:` `role:` `says:` `source:` `date:` `tag:` `is:`
#[test]
fn field() {
    let first = "A ban | Steve Stalinsky, director of the institute. The Kurds left Zürich. Do not follow ISIS.";
    let second = "ISIS | The Islamic State has a director. Stalinsky left.";
    let with = |document: &str, marks: &[&str]| {
        marks.iter().fold(document.to_owned(), |text, mark| text.replacen(mark, &format!("[{mark}]"), 1))
    };
    for (typed, hits) in [
        ("title:isis", vec!["[ISIS] | The Islamic State has a director. Stalinsky left.".to_owned()]),
        ("text:isis", vec![with(first, &["ISIS"])]),
        ("person:stalinsky", vec![with(second, &["Stalinsky"]), with(first, &["Steve Stalinsky"])]),
        ("person:steve", vec![with(second, &["Stalinsky"]), with(first, &["Steve Stalinsky"])]),
        ("org:isis", vec![with(second, &["Islamic State"]), with(first, &["ISIS"])]),
        ("org:\"Islamic State\"", vec![with(second, &["Islamic State"]), with(first, &["ISIS"])]),
        ("org:state", vec![with(second, &["Islamic State"]), with(first, &["ISIS"])]),
        ("person:isis", vec![]),
        ("place:zurich", vec![with(first, &["Zürich"])]),
        ("group:kurds", vec![with(first, &["Kurds"])]),
        ("role:director", vec![with(first, &["Steve Stalinsky, director of the institute."])]),
        ("says:Stalinsky", vec![with(first, &["Do not follow ISIS."])]),
        ("says:Stalinsky isis", vec![with(first, &["ISIS"])]),
        ("source:homeland", vec![first.to_owned()]),
        ("source:\"homeland today\" left", vec![with(first, &["left"])]),
        ("date:2022 left", vec![with(first, &["left"])]),
        ("is:read", vec![first.to_owned()]),
        ("tag:\"to do\" left", vec![with(second, &["left"])]),
        ("-tag:\"to do\" left", vec![with(first, &["left"])]),
        // With a phrase or a group.
        (
            "title:(isis OR ban)",
            vec!["[ISIS] | The Islamic State has a director. Stalinsky left.".to_owned(), with(first, &["ban"])],
        ),
        ("title:\"a ban\" director", vec![first.replace("A ban", "[A ban]").replace("director", "[director]")]),
        ("text:(left -kurds)", vec![with(second, &["left"])]),
    ] {
        check_in(&reports(), &[(typed, &hits.iter().map(String::as_str).collect::<Vec<_>>())]);
    }
}

// date: `date:2022`, `date:2022-09`, `date:2022-09-30`, `date:2017..2018`, `date:>=2022-09`, `date:[2017 TO 2018]`
#[test]
fn date() {
    let days = ["2016-12-31", "2017", "2018-06", "2022-09-01", "2022-09-30"];
    let dated = |day: &&str| Source { day: Some((*day).to_owned()), ..source(day) };
    let mut sources: Vec<Source> = days.iter().map(dated).collect();
    sources.push(source("never"));
    for (typed, hits) in [
        ("date:2022", &days[3..]),
        ("date:2022-09", &days[3..]),
        ("date:2022-09-30", &days[4..]),
        ("date:2017..2018", &days[1..3]),
        ("date:[2017 TO 2018]", &days[1..3]),
        ("date:2017-05", &days[1..2]),
        ("date:>=2022-09", &days[3..]),
        ("date:>2022-09-01", &days[4..]),
        ("date:<2017", &days[..1]),
        ("date:<=2018-06", &days[..3]),
        ("date:(2016 OR 2022-09-30)", &[days[0], days[4]]),
        ("-date:1900..2100", &["never"]),
    ] {
        check_in(&sources, &[(typed, hits)]);
    }
    let query = read("date:2018..2017", LastWord::Whole);
    assert_eq!(query.notices[0].span.slice("date:2018..2017"), Some("2018..2017"));
    assert_eq!(find(&sources, &query).hits, days[1..3]);
}

// regular expression: `/jihad(i|ist)s?/`, on the text, across spaces
#[test]
fn regular_expression() {
    let documents = ["Jihad, a jihadi, jihadists.", "A holy war.", "Holy\n\nwar"];
    check(
        &documents,
        &[("/jihad(i|ist)s?/", &["Jihad, a [jihadi], [jihadis]ts."]), ("/holy w\\w+/", &["A [holy war]."])],
    );
    check(&documents, &[("war -/holy war/", &["Holy\n\n[war]"]), ("/^holy$/", &["[Holy]\n\nwar"])]);
    check_notice(
        &documents,
        "holy /(war/",
        ("/(war/", "no regular expression"),
        &["[Holy]\n\n[war]", "A [holy] [war]."],
    );
    check_notice(
        &documents,
        "/holy war",
        ("/holy", "a regular expression stands between"),
        &["[Holy]\n\n[war]", "A [holy] [war]."],
    );
}

// literal: `\` before a character
#[test]
fn literal() {
    let documents = ["The fighters.", "A fighter.", "Resume.", "A résumé or this."];
    check(&documents, &[("\\fighters", &["The [fighters]."]), ("\\résumé", &["A [résumé] or this."])]);
    check(
        &documents,
        &[("\\OR", &["A résumé [or] this."]), ("\\-fighter \\a", &["[A] [fighter]."]), ("fight\\*", &[])],
    );
}

// unknown field: `foo:bar`, read as the words, with a notice
#[test]
fn unknown_field() {
    let documents = ["a foo bar", "a bar", "foo"];
    check_notice(&documents, "foo:bar", ("foo:", "“foo:” is not a field"), &["a [foo] [bar]"]);
    check_notice(&documents, "a title:", ("title:", "nothing follows “title:”"), &["[a] bar", "[a] foo bar"]);
}

// Case, accents and Unicode forms are folded; an exact form ranks first.
#[test]
fn folding() {
    let documents = ["Zürich", "ZURICH", "Zu\u{308}rich", "ｚｕｒｉｃｈ", "Munich"];
    let hits: &[&str] = &["[ZURICH]", "[ｚｕｒｉｃｈ]", "[Zürich]", "[Zu\u{308}rich]"];
    check(&documents, &[("Zurich", hits), ("zurich", hits), ("ＺＵＲＩＣＨ", hits)]);
    let accented: &[&str] = &["[Zürich]", "[Zu\u{308}rich]", "[ZURICH]", "[ｚｕｒｉｃｈ]"];
    check(&documents, &[("Zürich", accented), ("ZU\u{308}RICH", accented)]);
}

// English words are stemmed; a phrase matches the stemmed forms in order, exact forms first.
#[test]
fn stemming() {
    let documents = ["the decree bans", "the decreed ban", "bans no decree", "the decrees banned"];
    check(
        &documents,
        &[("decrees", &["the [decrees] banned", "the [decree] bans", "the [decreed] ban", "bans no [decree]"])],
    );
    check(&documents, &[("\"decrees banned\"", &["the [decrees banned]", "the [decree bans]", "the [decreed ban]"])]);
    check(&documents, &[("\"decree bans\"", &["the [decree bans]", "the [decreed ban]", "the [decrees banned]"])]);
}

// No stop word is ever dropped from a phrase.
#[test]
fn stop_words() {
    let documents = ["The Who play.", "Who are the others?", "A who's who of the rest.", "To be or not to be."];
    check(&documents, &[("\"The Who\"", &["[The Who] play."]), ("\"who are the\"", &["[Who are the] others?"])]);
    check(
        &documents,
        &[("\"to be or not to be\"", &["[To be or not to be]."]), ("the of", &["A who's who [of] [the] rest."])],
    );
}

// Names are searchable in every script.
#[test]
fn names_in_every_script() {
    for (text, marked, queries) in [
        ("تنظيم داعش هنا", "تنظيم [داعش] هنا", ["داعش", "دَاعِش", "org:داعش"]),
        ("Владимир Путин", "Владимир [Путин]", ["Путин", "путин", "Пути*"]),
        ("習近平主席", "[習近平]主席", ["習近平", "\"習近平\"", "\\習近平"]),
        ("ラテンアメリカ諸国", "ラテン[アメリカ]諸国", ["アメリカ", "ｱﾒﾘｶ", "\"アメリカ\""]),
        ("서울에서 왔다", "[서울]에서 왔다", ["서울", "\"서울\"", "\u{1109}\u{1165}\u{110b}\u{116e}\u{11af}"]),
        ("กรุงเทพมหานคร", "กรุงเทพ[มหานคร]", ["มหานคร", "\"มหานคร\"", "\\มหานคร"]),
        ("בנימין נתניהו", "בנימין [נתניהו]", ["נתניהו", "נְתַנְיָהוּ", "נתני*"]),
        ("नरेन्द्र मोदी", "नरेन्द्र [मोदी]", ["मोदी", "\"मोदी\"", "\\मोदी"]),
        ("Αλέξης Τσίπρας", "Αλέξης [Τσίπρας]", ["Τσίπρας", "τσιπρας", "ΤΣΙΠΡΑΣ"]),
    ] {
        for typed in queries {
            check(&[text, "Another one."], &[(typed, &[marked])]);
        }
    }
}

// Echo line: how a query was read, and why nothing was found.
#[test]
fn echo_line() {
    for (typed, echo) in [
        ("decree \"social media\"", "all of: decree, “social media”"),
        ("person:Stalinsky NEAR/s org:ISIS", "person is Stalinsky in the same sentence as organization is ISIS"),
        ("a OR b c", "any of: a, (b and c)"),
        ("haveprovn", "haveprovn"),
    ] {
        assert_eq!(read(typed, LastWord::Whole).to_string(), echo);
    }
    let blob = encode(&collection(&written(&["a decree", "a ban", "bans"]), NAMES));
    let corpus = Corpus::open(&blob).unwrap();
    let query = read("ban \"a decree\" haveprovn -a", LastWord::Whole);
    let answer = search(&corpus, &query, &Filters::default(), Sort::Relevance);
    let counts: Vec<(String, usize)> =
        answer.counts_by_term().into_iter().map(|(term, n)| (term.to_string(), n)).collect();
    let expected = [("ban", 2), ("“a decree”", 1), ("haveprovn", 0)].map(|(term, n)| (term.to_owned(), n));
    assert_eq!((answer.n_docs(), answer.n_places(), counts), (0, 0, expected.to_vec()));
}
