//! How a query was understood, in words.

use corpus::query::{Clause, Field, FieldWord, Joint, Notice, NoticeKind, Query, Saying, TermClause, Within};

use super::{kind, listed};
use crate::text;

/// How a query was read.
pub fn query(query: &Query) -> String {
    query.said(&saying)
}

/// What a part of a query asks for.
pub fn clause(clause: &Clause) -> String {
    clause.said(&saying)
}

/// What a word, phrase or name of a query asks for.
pub fn term(term: &TermClause) -> String {
    term.said(&saying)
}

fn saying(saying: Saying<'_>) -> String {
    match saying {
        Saying::Everything => text!("query-everything"),
        Saying::EverythingBut(what) => text!("query-everything-but", what = what),
        Saying::All(list) => text!("query-all", list = list),
        Saying::Any(list) => text!("query-any", list = list),
        Saying::Joined(joint, before, after) => {
            let joint = match joint {
                Joint::Comma => "list-comma",
                Joint::And => "list-and",
                Joint::Or => "list-or",
                Joint::Then => "query-then",
            };
            text!(joint, before = before, after = after)
        }
        Saying::Not(what) => text!("query-not", what = what),
        Saying::More(n) => text!("n-more", n = n),
        Saying::Near(before, Within::Words(n), after) => {
            text!("query-near", before = before, n = n, after = after)
        }
        Saying::Near(before, Within::Sentence, after) => text!("query-near-sentence", before = before, after = after),
        Saying::Near(before, Within::Paragraph, after) => text!("query-near-paragraph", before = before, after = after),
        Saying::Dated => text!("query-dated"),
        Saying::DatedIn(day) => text!("query-dated-in", day = day),
        Saying::DatedFromTo(from, to) => text!("query-dated-from-to", from = from, to = to),
        Saying::DatedSince(from) => text!("query-dated-since", from = from),
        Saying::DatedUntil(to) => text!("query-dated-until", to = to),
        Saying::Matching(pattern) => text!("query-matching", pattern = pattern),
        Saying::Tagged(word) => text!("query-tagged", word = word),
        Saying::Marked(word) => text!("query-marked", word = word),
        Saying::In(Field::Title, what) => text!("query-in-headline", what = what),
        Saying::In(Field::Text, what) => text!("query-in-text", what = what),
        Saying::In(Field::Role, what) => text!("query-in-role", what = what),
        Saying::In(Field::Says, what) => text!("query-in-quotations", what = what),
        Saying::In(Field::Source, what) => text!("query-in-outlet", what = what),
        Saying::In(Field::Anywhere | Field::Name(_), what) => what.to_owned(),
        Saying::Named(of, what) => text!("query-named", kind = kind(of), what = what),
        Saying::SpelledLike(word) => text!("query-spelled-like", word = word),
        Saying::SpelledSomewhatLike(word) => text!("query-spelled-somewhat-like", word = word),
        Saying::Pattern(word) => text!("query-pattern", word = word),
        Saying::Exactly(word) => text!("query-exactly", word = word),
        Saying::Phrase(words) => text!("quoted", words = words),
    }
}

/// What could not be read as it was written.
pub fn notice(notice: &Notice) -> String {
    match &notice.kind {
        NoticeKind::UnclosedQuote => text!("notice-unclosed-quote"),
        NoticeKind::UnclosedGroup => text!("notice-unclosed-group"),
        NoticeKind::UnopenedGroup => text!("notice-unopened-group"),
        NoticeKind::TooDeep => text!("notice-too-deep", n = Query::MAX_DEPTH),
        NoticeKind::UnknownField(field) => {
            let word = |(word, _): &(&str, FieldWord)| format!("{word}:");
            let fields = listed(Field::WORDS.iter().map(word), "list-comma");
            text!("notice-unknown-field", field = field, fields = fields)
        }
        NoticeKind::EmptyField(field) => text!("notice-empty-field", field = field),
        NoticeKind::UnclosedRegex => text!("notice-unclosed-regex"),
        NoticeKind::BadRegex(why) => text!("notice-bad-regex", why = why),
        NoticeKind::TooManyRegexes => text!("notice-too-many-regexes", n = Query::MAX_REGEXES),
        NoticeKind::NoDate => text!("notice-no-date"),
        NoticeKind::ReversedDates => text!("notice-reversed-dates"),
        NoticeKind::DanglingNear => text!("notice-dangling-near"),
        NoticeKind::NearNoPlace => text!("notice-near-no-place"),
        NoticeKind::BadDistance => text!("notice-bad-distance"),
        NoticeKind::DistanceOfOneWord => text!("notice-distance-of-one-word"),
        NoticeKind::OnlyWildcards => text!("notice-only-wildcards"),
        NoticeKind::NotFuzzy => text!("notice-not-fuzzy"),
        NoticeKind::TooFuzzy => text!("notice-too-fuzzy"),
        NoticeKind::TooLong => text!("notice-too-long", n = Query::MAX_WORDS),
    }
}

#[cfg(test)]
mod tests {
    use corpus::query::LastWord;

    use super::*;

    #[test]
    fn in_english_the_page_and_the_command_line_say_the_same() {
        let many = (0..30).map(|n| format!("w{n}")).collect::<Vec<_>>().join(" OR ");
        let long = "x".repeat(200);
        for typed in [
            "",
            "decree",
            "\"social media\"",
            "a b -c -(d OR e)",
            "a OR b c",
            "-crew",
            "NOT (a OR b)",
            "rad* =rad r~ rad~2",
            "person:Stalinsky NEAR/s org:ISIS",
            "a NEAR/1 b",
            "a NEAR/5 b NEAR/p \"c d\"",
            "(a NEAR b) -c",
            "date:2017..2018",
            "date:>=2022-09",
            "date:<=2022",
            "date:2022",
            "title:a text:b role:c says:d source:e",
            "/a.b/ title:/a\\/b/",
            "tag:x is:read",
            &many,
            &long,
            "title:\"a b\"",
            "place:a hashtag:b",
        ] {
            for last in [LastWord::Prefix, LastWord::Whole] {
                let read = Query::parse(typed, last).with_checked_regexes();
                assert_eq!(query(&read), read.to_string(), "{typed}");
            }
        }
    }

    #[test]
    fn in_english_the_page_and_the_command_line_give_the_same_notices() {
        let (deep, long) = ("(".repeat(80) + "a", "a ".repeat(600));
        let regexes = "/a/ ".repeat(7);
        let mut seen = std::collections::BTreeSet::new();
        for typed in [
            "\"a",
            "(a",
            "a)",
            &deep,
            "foo:a",
            "title:",
            "/a",
            "/(/",
            &regexes,
            "date:x",
            "date:2018..2017",
            "a NEAR",
            "a NEAR date:2017",
            "a NEAR/x b",
            "\"a\"~3",
            "*",
            "ab~",
            "radical~5",
            &long,
        ] {
            for own in Query::parse(typed, LastWord::Whole).with_checked_regexes().notices {
                seen.insert(format!("{:?}", own.kind).split('(').next().unwrap_or_default().to_owned());
                assert_eq!(notice(&own), own.to_string(), "{typed}");
            }
        }
        assert_eq!(seen.len(), 19, "{seen:?}");
    }
}
