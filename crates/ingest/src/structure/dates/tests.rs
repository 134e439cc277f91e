//! What is a date, what it says, and what is none.

use jiff::civil::date;

use super::*;

fn read<'t>(text: &'t str, found: &[FoundDate]) -> Vec<(&'t str, String)> {
    let mark = |date: &FoundDate| if date.is_ambiguous { format!("{}?", date.value) } else { date.value.clone() };
    found.iter().map(|date| (&text[date.start..date.end], mark(date))).collect()
}

/// The dates of a text in a language; a question mark shows an ambiguous one.
fn check_in(language: &str, text: &str, expected: &[(&str, &str)]) {
    let found = find_by(text, &Conventions::of(text, language));
    let found = read(text, &found);
    let found: Vec<_> = found.iter().map(|(words, value)| (*words, value.as_str())).collect();
    assert_eq!(found, expected, "{text}");
}

fn check(text: &str, expected: &[(&str, &str)]) {
    check_in("", text, expected);
}

/// A text that is one date and nothing else.
fn check_whole(language: &str, text: &str, value: &str) {
    check_in(language, text, &[(text, value)]);
}

/// The dates of an English story written on Monday, 20 January 2014.
fn check_counted(text: &str, expected: &[(&str, &str)]) {
    let found = mentioned(text, &Conventions::of(text, "en"), Some(date(2014, 1, 20)));
    let found = read(text, &found);
    let found: Vec<_> = found.iter().map(|(words, value)| (*words, value.as_str())).collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn dates_in_words_are_found_with_their_weekday() {
    for (text, value) in [
        ("Friday, September 30, 2022", "2022-09-30"),
        ("30 March 1995", "1995-03-30"),
        ("30th of March, 1995", "1995-03-30"),
        ("30 Sept. 2022", "2022-09-30"),
        ("Jan 3rd, 2001", "2001-01-03"),
        ("JAN. 3, 2001", "2001-01-03"),
        ("18 NOV 2019", "2019-11-18"),
        ("29may 2014", "2014-05-29"),
        ("30-Mar-1995", "1995-03-30"),
        ("2019 Nov 20", "2019-11-20"),
        ("Monday November 18, 2019", "2019-11-18"),
        ("Sept. 2016", "2016-09"),
        ("May 2015", "2015-05"),
        ("May, 2015", "2015-05"),
        ("March 3-5, 2015", "2015-03"),
        ("20–22 November 2019", "2019-11"),
    ] {
        check_whole("", text, value);
    }
    check("on 30 March 1995 and Sept. 2016.", &[("30 March 1995", "1995-03-30"), ("Sept. 2016", "2016-09")]);
    check("Nov 20, 2019, 1:39am", &[("Nov 20, 2019", "2019-11-20")]);
    check("In May 40 people came; march 2015 was cold; the 1st of May", &[]);
}

#[test]
fn months_are_known_in_other_languages() {
    for (language, text, value) in [
        ("de", "30. März 1995", "1995-03-30"),
        ("de", "Freitag, 30. Sept. 2022", "2022-09-30"),
        ("fr", "le 1er mars 2015", "2015-03-01"),
        ("es", "30 de marzo de 1995", "1995-03-30"),
        ("es", "3 ago. 2015", "2015-08-03"),
        ("it", "30 marzo 1995", "1995-03-30"),
        ("pt", "22 de outubro de 2010", "2010-10-22"),
        ("pt", "1º de março de 2015", "2015-03-01"),
        ("nl", "30 maart 1995", "1995-03-30"),
        ("pl", "20 stycznia 2019", "2019-01-20"),
        ("ru", "24 сентября 2018", "2018-09-24"),
        ("cs", "30. března 1995", "1995-03-30"),
        ("hu", "2015. március 30", "2015-03-30"),
        ("fr", "mars 2015", "2015-03"),
        ("es", "marzo de 2015", "2015-03"),
        ("zh", "1995年3月30日", "1995-03-30"),
        ("ja", "2015年3月", "2015-03"),
        ("ko", "2018년 8월 25일", "2018-08-25"),
        ("ko", "2018. 8. 25", "2018-08-25"),
    ] {
        let text_of_date = text.strip_prefix("le ").unwrap_or(text);
        check_in(language, text, &[(text_of_date, value)]);
    }
    check("30 de marzo de 1995", &[("30 de marzo de 1995", "1995-03-30")]);
    check_in("en", "the Mars 2020 mission, 3 ago 2015", &[]);
}

#[test]
fn figures_with_one_reading_are_dates() {
    check("2014/01/20 2014-1-2", &[("2014/01/20", "2014-01-20"), ("2014-1-2", "2014-01-02")]);
    check("2015-12-02T10:00:00Z", &[("2015-12-02", "2015-12-02")]);
    check("25/03/2015 and 03/25/2015", &[("25/03/2015", "2015-03-25"), ("03/25/2015", "2015-03-25")]);
    check("[ 2018-08-25 15:24 ]", &[("2018-08-25", "2018-08-25")]);
    check("11.14.2019 09:00 AM", &[("11.14.2019", "2019-11-14")]);
    check("2018.04.05 ~ OPEN", &[("2018.04.05", "2018-04-05")]);
    check("3/3/2015", &[("3/3/2015", "2015-03-03")]);
}

#[test]
fn figures_with_two_readings_are_decided_by_the_document_or_ambiguous() {
    check("03/04/2015", &[("03/04/2015", "2015?")]);
    check("03/04/2015, 25/03/2015", &[("03/04/2015", "2015-04-03"), ("25/03/2015", "2015-03-25")]);
    check("03/04/2015, 03/25/2015", &[("03/04/2015", "2015-03-04"), ("03/25/2015", "2015-03-25")]);
    check("03/04/2015, 25.03.2015", &[("03/04/2015", "2015?"), ("25.03.2015", "2015-03-25")]);
    check(
        "03/04/2015, 25/03/2015, 03/25/2015",
        &[("03/04/2015", "2015?"), ("25/03/2015", "2015-03-25"), ("03/25/2015", "2015-03-25")],
    );
    check("Friday 03/04/2015", &[("Friday 03/04/2015", "2015-04-03")]);
    for (language, value) in
        [("de", "2015-04-03"), ("en", "2015?"), ("en-GB", "2015-04-03"), ("en-US", "2015-03-04"), ("en-CA", "2015?")]
    {
        check_whole(language, "3.4.2015", value);
    }
}

#[test]
fn what_only_looks_like_a_date_is_none() {
    for text in [
        "February 30, 2022",
        "2014-13-01",
        "03/04/15",
        "03-04-15",
        "10.11.2019.1",
        "v1.2.2015",
        "/2018/10/12/story",
        "555-12-2014",
        "20191120",
        "2019.3.1",
        "in 2015-16",
        "the 2010s",
        "in 2000 cases",
        "by 1500 men",
        "in $2015",
        "in 2,015",
        "in 2015%",
        "© 2019",
    ] {
        check(text, &[]);
    }
    check("29 February 2023", &[("February 2023", "2023-02")]);
}

#[test]
fn a_year_alone_is_a_date_after_a_word_that_leads_to_it() {
    check("In 2015, he left.", &[("2015", "2015")]);
    check("Since 2010 he has stayed until mid-2015.", &[("2010", "2010"), ("2015", "2015")]);
    check("im Jahr 2015", &[("2015", "2015")]);
    check("the summer of 2014", &[("2014", "2014")]);
}

#[test]
fn offsets_hold_in_any_script() {
    check("漢字😀 é\u{301} 30 March 1995", &[("30 March 1995", "1995-03-30")]);
    check("今天是1995年3月30日です", &[("1995年3月30日", "1995-03-30")]);
    check("قال 20.11.2019", &[("20.11.2019", "2019-11-20")]);
}

#[test]
fn a_line_that_is_a_date_is_told_from_a_line_that_holds_one() {
    for (line, expected) in [
        ("Friday, September 30, 2022", true),
        ("November 20, 2019 1:39 am EST", true),
        ("12:03 GMT, Nov 20, 2019", true),
        ("He came on 3 May 2015", false),
        ("3 May 2015 was a day", false),
        ("3 May 2015 - 4 May 2015", false),
        ("", false),
    ] {
        assert_eq!(is_date_alone(line), expected, "{line}");
    }
}

#[test]
fn days_count_from_the_day_of_writing() {
    check_counted("He came yesterday.", &[("yesterday", "2014-01-19")]);
    check_counted("He leaves tomorrow.", &[("tomorrow", "2014-01-21")]);
    check_counted("He said today it rained.", &[("today", "2014-01-20")]);
    check_counted("It fell the day before yesterday.", &[("day before yesterday", "2014-01-18")]);
    check_counted("He left two days ago.", &[("two days ago", "2014-01-18")]);
    check_counted("Last Friday it rained.", &[("Last Friday", "2014-01-17")]);
    check_counted("It rained this past Friday.", &[("this past Friday", "2014-01-17")]);
    check_counted("He died on Friday.", &[("Friday", "2014-01-17")]);
    check_counted(
        "Police said Saturday that he died Thursday.",
        &[("Saturday", "2014-01-18"), ("Thursday", "2014-01-16")],
    );
    check_counted("They will meet on Friday.", &[("Friday", "2014-01-24")]);
    check_counted(
        "He said on Friday that they would meet on Thursday.",
        &[("Friday", "2014-01-17"), ("Thursday", "2014-01-23")],
    );
    check_counted("On Friday, he is expected to speak.", &[("Friday", "2014-01-24")]);
    check_counted("It rained this Wednesday.", &[("this Wednesday", "2014-01-22")]);
    check_counted("He died on Monday, Nov. 13, 2017.", &[("Monday, Nov. 13, 2017", "2017-11-13")]);
    check_counted("It rained on Monday.", &[("Monday", "2014-01-20")]);
}

#[test]
fn months_and_years_count_from_the_day_of_writing() {
    check_counted("It rained last month.", &[("last month", "2013-12")]);
    check_counted("It rained last year and this year.", &[("last year", "2013"), ("this year", "2014")]);
    check_counted("He left three years ago.", &[("three years ago", "2011")]);
    check_counted("He left 3 months ago.", &[("3 months ago", "2013-10")]);
    check_counted("It began in September.", &[("September", "2013-09")]);
    check_counted("It will begin in September.", &[("September", "2014-09")]);
    check_counted("It began last March.", &[("last March", "2013-03")]);
    check_counted("It rained in February.", &[("February", "2014-02")]);
}

#[test]
fn days_without_a_year_take_the_nearest_one() {
    check_counted("He died on December 3.", &[("December 3", "2013-12-03")]);
    check_counted("He died on Nov. 3rd, she said.", &[("Nov. 3rd", "2013-11-03")]);
    check_counted("He died on 3 December at home.", &[("3 December", "2013-12-03")]);
    check_counted("The vote is due on March 3.", &[("March 3", "2014-03-03")]);
    check_counted("He died on February 3.", &[("February 3", "2014-02-03")]);
    check_counted("He died on Tuesday, December 3.", &[("December 3", "2013-12-03")]);
    check_counted("He died on Tuesday, 3 December.", &[("3 December", "2013-12-03")]);
    check_counted("He died on Monday, March 4.", &[("March 4", "2013-03-04")]);
}

#[test]
fn words_that_people_mean_differently_are_ambiguous() {
    check_counted("They meet next Friday.", &[("next Friday", "2014-01?")]);
    check_counted(
        "They meet next Wednesday, not next Thursday.",
        &[("next Wednesday", "2014-01?"), ("next Thursday", "2014-01?")],
    );
    check_counted("It rained last Sunday.", &[("last Sunday", "2014-01?")]);
}

#[test]
fn idioms_and_stretches_of_time_are_no_dates() {
    for text in [
        "He may march on.",
        "The world today is small.",
        "USA Today said so.",
        "tomorrow's leaders",
        "He came last week.",
        "in the last year",
        "a few days ago",
        "about two years ago",
        "two weeks ago",
        "20 years ago",
        "On Good Friday they rest.",
        "every Friday",
        "The Sunday Times",
        "after Friday prayers",
        "on Fridays",
        "a second to go",
        "where tomorrow is made",
        "He could not say so of the world of today.",
        "the September 11 attacks",
        "on September 11",
        "by May 12 people had come",
        "in April Smith's house",
        "May 3 people came",
    ] {
        check_counted(text, &[]);
    }
}

#[test]
fn without_a_day_to_count_from_words_stay_unresolved_or_out() {
    let check = |text: &str, expected: &[&str]| {
        let found = mentioned(text, &Conventions::of(text, "en"), None);
        assert!(found.iter().all(|date| date.value.is_empty() && date.is_counted), "{text}");
        let found: Vec<_> = found.iter().map(|date| &text[date.start..date.end]).collect();
        assert_eq!(found, expected, "{text}");
    };
    check("He came on Friday and left yesterday.", &["Friday", "yesterday"]);
    check("He came two years ago in September, on March 3.", &["two years ago", "September", "March 3"]);
    check("ISIS would not be so today, this year.", &[]);
}

#[test]
fn words_of_other_languages_are_not_counted_as_english() {
    let text = "on Friday, yesterday";
    assert_eq!(mentioned(text, &Conventions::of(text, "de"), Some(date(2014, 1, 20))), []);
}

proptest::proptest! {
    #[test]
    fn any_mix_of_parts_gives_dates_in_order_and_inside_of_the_text(parts in proptest::collection::vec(
        proptest::sample::select(vec![
            "30", "3", "1995", "15", "99999", " ", ", ", ". ", ".", "-", "/", ":", "’", "\n", "March", "mars", "may", "Sept",
            "of", "de", "th", "st", "年", "月", "日", "년", "on", "in", "last", "next", "this", "past", "Friday", "day", "before",
            "yesterday", "ago", "two", "years", "will", "é", "😀", "T", "D:", "9999", "0000", "31", "2", "the",
        ]), 0..24)) {
        let text = parts.concat();
        for written in [None, Some(date(2014, 1, 20)), Some(Date::MAX), Some(Date::MIN)] {
            let conventions = Conventions::of(&text, "");
            let found = mentioned(&text, &conventions, written);
            let mut end = 0;
            for date in found.iter().chain(&stated(&text, &conventions)).chain(&field(&text, &conventions)) {
                proptest::prop_assert!(text.get(date.start..date.end).is_some_and(|words| !words.is_empty()));
            }
            for date in &found {
                proptest::prop_assert!(date.start >= end, "{:?}", found);
                end = date.end;
            }
        }
    }
}

#[test]
fn a_weekday_belongs_to_one_date_only() {
    check_counted("He left last Friday May 2015.", &[("last Friday", "2014-01-17"), ("May 2015", "2015-05")]);
}
