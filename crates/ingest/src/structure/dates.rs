//! Explicit dates in words or figures, checked against the calendar. Ambiguous figures (03/04/2015) are left alone, and
//! so are dates without a year.

use jiff::civil::Date;

/// A date and where it stands, in bytes of the text that was searched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundDate {
    /// Index of its first byte.
    pub start: usize,
    /// Index one past its last byte.
    pub end: usize,
    /// ISO 8601, as precise as the words are.
    pub value: String,
}

/// The names of the months; three letters of them, or four for September, are enough.
const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// A run of letters and digits.
#[derive(Clone, Copy)]
struct Word<'t> {
    start: usize,
    end: usize,
    text: &'t str,
}

/// All dates of the text, in order, not overlapping.
pub fn find(text: &str) -> Vec<FoundDate> {
    let words = words(text);
    let mut found = Vec::new();
    let mut idx = 0;
    while idx < words.len() {
        match date_at(text, &words[idx..]) {
            Some((value, n_words)) => {
                let first = if is_weekday_before(text, &words, idx) { idx - 1 } else { idx };
                found.push(FoundDate { start: words[first].start, end: words[idx + n_words - 1].end, value });
                idx += n_words;
            }
            None => idx += 1,
        }
    }
    found
}

/// Whether the text is one date and nothing else but a weekday before it or a time after it.
pub fn is_date_alone(text: &str) -> bool {
    let text = text.trim();
    match find(text).as_slice() {
        [only] => only.start == 0 && is_time(&text[only.end..]),
        _ => false,
    }
}

/// Whether what follows a date is nothing but a time of day: ` 10:30 am EST`, ` at 5 p.m.`.
fn is_time(text: &str) -> bool {
    words(text).iter().all(|word| {
        let lower = word.text.to_ascii_lowercase();
        word.text.bytes().all(|byte| byte.is_ascii_digit())
            || ["at", "am", "pm", "a", "p", "m", "est", "edt", "et", "gmt", "utc", "pst", "pdt", "bst", "cet", "t", "z"]
                .contains(&lower.as_str())
    }) && text.len() < 30
}

fn words(text: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match (start, c.is_alphanumeric()) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                words.push(Word { start: from, end: at, text: &text[from..at] });
                start = None;
            }
            _ => {}
        }
    }
    words
}

/// The date that begins with the first of the words, and how many words it takes.
fn date_at(text: &str, words: &[Word<'_>]) -> Option<(String, usize)> {
    let [first, second, rest @ ..] = words else { return None };
    let gap = &text[first.end..second.start];
    let gap_after = rest.first().map_or("", |third| &text[second.end..third.start]);
    let third = rest.first().map(|word| word.text);
    let is_space = |gap: &str| gap.trim().is_empty();
    let is_comma = |gap: &str| gap.trim().is_empty() || gap.trim() == "," || gap.trim() == ".,";
    let is_month_gap = |gap: &str| is_space(gap) || gap.trim() == ".";

    if let Some(month) = month(first.text) {
        if let (Some(day), Some(year), true) = (day(second.text), third.and_then(year), is_comma(gap_after))
            && is_month_gap(gap)
        {
            return Some((full(year, month, day)?, 3));
        }
        let year = year(second.text).filter(|_| is_month_gap(gap) || gap.trim() == ",")?;
        return Some((format!("{year:04}-{month:02}"), 2));
    }
    if let (Some(day), Some(month), true) = (day(first.text), month(second.text), is_space(gap)) {
        let year = third.and_then(year).filter(|_| is_comma(gap_after) || gap_after.trim() == ".")?;
        return Some((full(year, month, day)?, 3));
    }
    if gap == gap_after && matches!(gap, "-" | "/" | ".") {
        return figures([first.text, second.text, third?], gap);
    }
    None
}

/// `2014-05-01`, `2014/05/01`, and `25/03/2014` where only one of the parts can be the month.
fn figures(parts: [&str; 3], gap: &str) -> Option<(String, usize)> {
    let [first, second, third] = parts.map(|part| number(part.split_once('T').map_or(part, |(day, _)| day)));
    let (first, second, third) = (first?, second?, third?);
    if parts[0].len() == 4 && gap != "." {
        return Some((full(year(parts[0])?, second, third)?, 3));
    }
    let year = year(parts[2])?;
    match (first > 12, second > 12) {
        (true, false) => Some((full(year, second, first)?, 3)),
        (false, true) => Some((full(year, first, second)?, 3)),
        _ => None,
    }
}

fn full(year: i16, month: u32, day: u32) -> Option<String> {
    let date = Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
    Some(date.to_string())
}

/// A month by its name, as names are written: with a capital.
fn month(word: &str) -> Option<u32> {
    if !word.starts_with(|c: char| c.is_ascii_uppercase()) || word.len() < 3 {
        return None;
    }
    let lower = word.to_ascii_lowercase();
    let is_short =
        |name: &str| lower.len() <= 4 && name.starts_with(&lower) && (lower.len() == 3 || name.starts_with("sept"));
    let idx = MONTHS.iter().position(|name| *name == lower || is_short(name))?;
    u32::try_from(idx + 1).ok()
}

fn number(word: &str) -> Option<u32> {
    (word.len() <= 4 && word.bytes().all(|byte| byte.is_ascii_digit())).then(|| word.parse().ok())?
}

fn day(word: &str) -> Option<u32> {
    let digits = ["st", "nd", "rd", "th"].iter().find_map(|ending| word.strip_suffix(ending)).unwrap_or(word);
    number(digits).filter(|day| (1..=31).contains(day))
}

fn year(word: &str) -> Option<i16> {
    let year = number(word).filter(|year| word.len() == 4 && (1500..2200).contains(year))?;
    i16::try_from(year).ok()
}

fn is_weekday_before(text: &str, words: &[Word<'_>], idx: usize) -> bool {
    let Some(before) = idx.checked_sub(1).map(|before| words[before]) else { return false };
    let lower = before.text.to_ascii_lowercase();
    let is_weekday = WEEKDAYS.iter().any(|day| *day == lower || (lower.len() == 3 && day.starts_with(&lower)));
    let gap = text[before.end..words[idx].start].trim();
    is_weekday && matches!(gap, "" | "," | "." | ".,")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[(&str, &str)]) {
        let found = find(text);
        let found: Vec<_> = found.iter().map(|date| (&text[date.start..date.end], date.value.as_str())).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn dates_in_words_are_found_with_their_weekday() {
        check("Friday, September 30, 2022", &[("Friday, September 30, 2022", "2022-09-30")]);
        check("on 30 March 1995 and Sept. 2016.", &[("30 March 1995", "1995-03-30"), ("Sept. 2016", "2016-09")]);
        check("the 1st of May", &[]);
        check("Jan 3rd, 2001", &[("Jan 3rd, 2001", "2001-01-03")]);
        check("In May 40 people came; march 2015 was cold", &[]);
    }

    #[test]
    fn figures_are_read_only_where_they_are_clear() {
        check("2014/01/20 2014-1-2", &[("2014/01/20", "2014-01-20"), ("2014-1-2", "2014-01-02")]);
        check("2015-12-02T10:00:00Z", &[("2015-12-02T10", "2015-12-02")]);
        check("03/04/2015", &[]);
        check("25/03/2015 and 03/25/2015", &[("25/03/2015", "2015-03-25"), ("03/25/2015", "2015-03-25")]);
    }

    #[test]
    fn days_that_are_not_in_the_calendar_are_no_dates() {
        check("February 30, 2022", &[]);
        check("2014-13-01", &[]);
        check("29 February 2023", &[("February 2023", "2023-02")]);
    }

    #[test]
    fn a_line_that_is_a_date_is_told_from_a_line_that_holds_one() {
        for (line, expected) in [
            ("Friday, September 30, 2022", true),
            ("November 20, 2019 1:39 am EST", true),
            ("He came on 3 May 2015", false),
            ("3 May 2015 was a day", false),
            ("", false),
        ] {
            assert_eq!(is_date_alone(line), expected, "{line}");
        }
    }
}
