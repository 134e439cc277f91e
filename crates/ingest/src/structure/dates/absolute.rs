//! Dates that say their year: in words, in figures by [`super::figures`], a month with its year, a year alone.
//! Nothing is counted from another date here.

use jiff::civil::Date;

use super::conventions::Conventions;
use super::figures;
use super::names;
use super::scan::{Scan, is_space};

/// A date that begins at a token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Hit {
    /// ISO 8601, as precise as the words are.
    pub(super) value: String,
    /// Whether the words can be read as another date too.
    pub(super) is_ambiguous: bool,
    /// How many tokens it takes.
    pub(super) n_tokens: usize,
    /// One past its last byte.
    pub(super) end: usize,
}

impl Hit {
    fn new(scan: &Scan<'_>, from: usize, last: usize, value: String) -> Option<Self> {
        let end = scan.tokens.get(last)?.end;
        Some(Self { value, is_ambiguous: false, n_tokens: last + 1 - from, end })
    }
}

/// The date that begins with a token.
pub(super) fn at(scan: &Scan<'_>, idx: usize, conventions: &Conventions<'_>) -> Option<Hit> {
    let token = scan.tokens.get(idx)?;
    if token.is_number {
        return figures::at(scan, idx, conventions)
            .or_else(|| in_ideographs(scan, idx))
            .or_else(|| day_first(scan, idx, conventions))
            .or_else(|| year_first(scan, idx, conventions))
            .or_else(|| year_alone(scan, idx));
    }
    // A month in words leads to a number; other words are not looked up.
    if !scan.tokens.get(idx + 1).is_some_and(|next| next.is_number) && !scan.is_word(idx + 1, YEAR_LINKS) {
        return None;
    }
    month_first(scan, idx, conventions)
}

/// The date of a year, a month and a day, where the calendar has it.
pub(super) fn full(year: i16, month: u32, day: u32) -> Option<String> {
    Some(calendar_date(year, month, day)?.to_string())
}

pub(super) fn calendar_date(year: i16, month: u32, day: u32) -> Option<Date> {
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// Words between the parts of a date: `30 de marzo de 1995`, `30th of March`.
const MONTH_LINKS: &[&str] = &["of", "de", "di", "d", "da", "del", "den"];
const YEAR_LINKS: &[&str] = &["of", "de", "del", "do", "di", "da"];

/// Endings of a day's number.
const ORDINALS: &[&str] = &["st", "nd", "rd", "th", "er", "e", "º", "ª", "o", "a", "η", "й", "го"];

fn is_part_gap(gap: &str) -> bool {
    is_space(gap) || matches!(gap.trim(), "." | "," | ".," | "-" | "/" | "‑") && gap.len() <= 4
}

/// `30 March 1995`, `30th of March, 1995`, `30. März 1995`, `30-Mar-1995`, `20-22 November 2019` (the month).
fn day_first(scan: &Scan<'_>, idx: usize, conventions: &Conventions<'_>) -> Option<Hit> {
    let day = scan.day(idx)?;
    let last_day = day_range_end(scan, idx);
    let month_idx = month_after_day(scan, idx + usize::from(last_day.is_some()))?;
    let month = names::month_of_any_language(scan.word(month_idx), conventions.language)?;
    let (year, year_idx) = year_after(scan, month_idx, conventions)?;
    let value = match last_day {
        Some(last) if last > day => stretch(year, month, day, last)?,
        Some(_) => return None,
        None => full(year, month, day)?,
    };
    Hit::new(scan, idx, year_idx, value)
}

/// Where the month would stand after a day's number: past its ending and a word like `of`.
pub(super) fn month_after_day(scan: &Scan<'_>, day_idx: usize) -> Option<usize> {
    let mut at = day_idx;
    let is_glued = |at: usize| scan.gap(at).is_empty();
    if is_glued(at) && scan.is_word(at + 1, ORDINALS) {
        at += 1;
    }
    let is_linked = |at: usize| is_part_gap(scan.gap(at)) || scan.gap(at).is_empty() && at == day_idx;
    if !is_linked(at) || scan.gap(at).contains(',') {
        return None;
    }
    if scan.is_word(at + 1, MONTH_LINKS) && (scan.is_spaced(at + 1) || matches!(scan.gap(at + 1), "'" | "’")) {
        at += 1;
    }
    (!scan.word(at + 1).is_empty()).then_some(at + 1)
}

/// The year after a month, and where it stands.
fn year_after(scan: &Scan<'_>, month_idx: usize, conventions: &Conventions<'_>) -> Option<(i16, usize)> {
    let gap = scan.gap(month_idx);
    if !(is_part_gap(gap) || gap.is_empty() || is_short_year_gap(gap)) {
        return None;
    }
    let mut at = month_idx + 1;
    if scan.is_word(at, YEAR_LINKS) && scan.is_spaced(at) {
        at += 1;
    }
    if let Some(year) = scan.year(at) {
        return is_year_end(scan, at).then_some((year, at));
    }
    short_year(scan, at, conventions).filter(|_| is_year_end(scan, at)).map(|year| (year, at))
}

fn is_short_year_gap(gap: &str) -> bool {
    matches!(gap, " '" | " ’" | ", '" | ", ’")
}

/// A year of two digits, where a date and nothing else is expected: 1970 to 2069.
pub(super) fn short_year(scan: &Scan<'_>, idx: usize, conventions: &Conventions<'_>) -> Option<i16> {
    if !conventions.is_field {
        return None;
    }
    let (year, _) = scan.number(idx).filter(|&(_, n_digits)| n_digits == 2)?;
    let year = i16::try_from(year).ok()?;
    Some(if year < 70 { 2000 + year } else { 1900 + year })
}

/// Whether a year really ends here: `2015` of `2015th`, `2,015,000` or `2015%` does not.
fn is_year_end(scan: &Scan<'_>, idx: usize) -> bool {
    let gap = scan.gap(idx);
    let has_more = idx + 1 < scan.tokens.len();
    match gap.chars().next() {
        None => {
            !has_more
                || scan.is_word(idx + 1, &["г", "год", "года", "році", "t", "m", "r"])
                || is_cjk(scan.word(idx + 1))
        }
        Some('%' | '°' | '$' | '€' | '£' | ':') => false,
        Some(',' | '.' | '\'' | '’') => !(gap.len() == 1 && has_more && scan.tokens[idx + 1].is_number),
        Some(_) => true,
    }
}

fn is_cjk(word: &str) -> bool {
    word.starts_with(|c: char| matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}'))
}

/// The last day of a stretch of days, `3-5`, where one stands after the first.
fn day_range_end(scan: &Scan<'_>, first_idx: usize) -> Option<u32> {
    let gap = scan.gap(first_idx);
    let is_dash = matches!(gap.trim(), "-" | "–" | "—") && gap.len() <= 5;
    is_dash.then(|| scan.day(first_idx + 1))?
}

/// Two days of one month: the month is what both agree on.
fn stretch(year: i16, month: u32, first: u32, last: u32) -> Option<String> {
    full(year, month, first)?;
    full(year, month, last)?;
    Some(format!("{year:04}-{month:02}"))
}

/// `March 30, 1995`, `Sept. 30th, 2022`, `March 3-5, 2015`, `May 2015`, `marzo de 2015`.
fn month_first(scan: &Scan<'_>, idx: usize, conventions: &Conventions<'_>) -> Option<Hit> {
    let word = scan.word(idx);
    let month = names::month(word, conventions.language)?;
    let gap = scan.gap(idx);
    if !(is_part_gap(gap) || is_short_year_gap(gap) || gap.is_empty()) {
        return None;
    }
    let is_glued_before = scan.char_before(idx).is_some_and(char::is_alphanumeric);
    if let Some(day) = scan.day(idx + 1).filter(|_| !gap.contains(',') && !is_short_year_gap(gap)) {
        return day_and_year(scan, idx, month, day, conventions);
    }
    let is_written_as_name = word.starts_with(char::is_uppercase) || names::whole_english_month(word).is_none();
    if !is_written_as_name || is_glued_before || gap.is_empty() {
        return None;
    }
    let (year, year_idx) = year_after(scan, idx, conventions)?;
    Hit::new(scan, idx, year_idx, format!("{year:04}-{month:02}"))
}

/// The rest of a date after its month: `30, 1995`, `3-5, 2015`, `20 13:39:00 EST 2019`.
fn day_and_year(scan: &Scan<'_>, idx: usize, month: u32, day: u32, conventions: &Conventions<'_>) -> Option<Hit> {
    let mut at = idx + 1;
    let last = day_range_end(scan, at).filter(|&last| last > day);
    if last.is_some() || scan.gap(at).is_empty() && scan.is_word(at + 1, ORDINALS) {
        at += 1;
    }
    let gap = scan.gap(at);
    if is_part_gap(gap) || is_short_year_gap(gap) {
        let year = scan.year(at + 1).or_else(|| short_year(scan, at + 1, conventions));
        if let Some(year) = year.filter(|_| is_year_end(scan, at + 1)) {
            let value = match last {
                Some(last) => stretch(year, month, day, last)?,
                None => full(year, month, day)?,
            };
            return Hit::new(scan, idx, at + 1, value);
        }
    }
    let year_idx = after_time(scan, at).filter(|_| last.is_none() && conventions.is_field)?;
    Hit::new(scan, idx, year_idx, full(scan.year(year_idx)?, month, day)?)
}

/// Where the year stands after a time of day: `13:39:00 EST 2019`.
fn after_time(scan: &Scan<'_>, day_idx: usize) -> Option<usize> {
    let mut at = day_idx + 1;
    while scan.day(at).is_some() || scan.number(at).is_some_and(|(number, n_digits)| n_digits <= 2 && number < 60) {
        if at > day_idx + 3 || !(scan.gap(at) == ":" || scan.is_spaced(at)) {
            return None;
        }
        at += 1;
    }
    let at = if scan.word(at).is_empty() { at } else { at + 1 };
    (at > day_idx + 1 && scan.year(at).is_some()).then_some(at)
}

/// `2019 Nov 20`, `2019-Nov-20`, `2015. március 30.`
fn year_first(scan: &Scan<'_>, idx: usize, conventions: &Conventions<'_>) -> Option<Hit> {
    let year = scan.year(idx)?;
    let month = names::month_of_any_language(scan.word(idx + 1), conventions.language)?;
    let (gap, gap_after) = (scan.gap(idx), scan.gap(idx + 1));
    let is_alike = gap == gap_after || conventions.language == "hu" && gap.trim() == "." && is_space(gap_after);
    let is_gap = is_part_gap(gap) && !gap.contains(',');
    let day = scan.day(idx + 2).filter(|_| is_alike && is_gap && scan.year(idx + 3).is_none())?;
    Hit::new(scan, idx, idx + 2, full(year, month, day)?)
}

/// `1995年3月30日`, `2018년 8월 25일`, `2015年3月`, `2015年`.
fn in_ideographs(scan: &Scan<'_>, idx: usize) -> Option<Hit> {
    const YEARS: &[char] = &['年', '년'];
    const MONTHS: &[char] = &['月', '월'];
    const DAYS: &[char] = &['日', '일', '号', '號'];
    let year = scan.year(idx)?;
    let is_mark = |at: usize, marks: &[char]| scan.gap(at).trim().is_empty() && scan.word(at + 1).starts_with(marks);
    // The mark is one character of what may be a longer run of letters.
    let mark_end = |at: usize| {
        let word = scan.tokens.get(at + 1)?;
        Some(word.start + word.text.chars().next()?.len_utf8())
    };
    let is_bare = |at: usize| scan.word(at + 1).chars().count() == 1 && scan.gap(at + 1).trim().is_empty();
    if !is_mark(idx, YEARS) {
        return None;
    }
    let hit =
        |value: String, at: usize| Some(Hit { value, is_ambiguous: false, n_tokens: at + 2 - idx, end: mark_end(at)? });
    let month = scan.day(idx + 2).filter(|&month| month <= 12 && is_bare(idx) && is_mark(idx + 2, MONTHS));
    let Some(month) = month else { return hit(format!("{year:04}"), idx) };
    let day = scan.day(idx + 4).filter(|_| is_bare(idx + 2) && is_mark(idx + 4, DAYS));
    match day {
        Some(day) => hit(full(year, month, day)?, idx + 4),
        None => hit(format!("{year:04}-{month:02}"), idx + 2),
    }
}

/// Words after which a number of four digits is a year, where nothing is counted after it.
const YEAR_LEADS: &[&str] = &[
    "in", "since", "during", "until", "till", "before", "after", "by", "from", "early", "late", "mid", "year",
    "summer", "autumn", "winter", "spring", "en", "em", "im", "seit", "jahr", "jahre", "depuis", "desde", "dal", "nel",
    "année", "año", "ano", "anno", "sinds", "в", "с",
];

/// Words that can follow a year, but not a count.
const AFTER_YEAR: &[&str] = &[
    "a",
    "after",
    "against",
    "an",
    "and",
    "as",
    "at",
    "because",
    "before",
    "but",
    "by",
    "following",
    "for",
    "from",
    "had",
    "has",
    "he",
    "her",
    "his",
    "i",
    "if",
    "in",
    "is",
    "it",
    "its",
    "on",
    "or",
    "our",
    "over",
    "she",
    "showed",
    "some",
    "that",
    "the",
    "their",
    "there",
    "these",
    "they",
    "this",
    "those",
    "to",
    "under",
    "until",
    "was",
    "we",
    "were",
    "when",
    "where",
    "which",
    "while",
    "who",
    "whose",
    "will",
    "with",
    "would",
];

/// `in 2015`, `early 2015`: a year alone needs a word before it, and no word after it that could be counted.
fn year_alone(scan: &Scan<'_>, idx: usize) -> Option<Hit> {
    let year = scan.year(idx).filter(|year| (1700..2100).contains(year))?;
    let before = idx.checked_sub(1)?;
    let is_mid = scan.gap(before) == "-" && scan.is_word(before, &["mid"]);
    let is_summer_of = scan.is_word(before, &["of"]) && before > 0 && scan.is_word(before - 1, SEASONS);
    let leads = scan.is_spaced(before) && (scan.is_word(before, YEAR_LEADS) || is_summer_of);
    if !(is_mid || leads) || !is_year_end(scan, idx) {
        return None;
    }
    let (gap, next) = (scan.gap(idx), scan.word(idx + 1));
    let is_range = matches!(gap, "-" | "–" | "/" | ":" | "-'" | "’" | "'") && idx + 1 < scan.tokens.len();
    let is_count = is_space(gap)
        && (next.is_empty() && idx + 1 < scan.tokens.len()
            || next.starts_with(char::is_lowercase) && !scan.is_word(idx + 1, AFTER_YEAR));
    (!is_range && !is_count && !gap.starts_with('s')).then(|| Hit::new(scan, idx, idx, format!("{year:04}")))?
}

const SEASONS: &[&str] =
    &["spring", "summer", "autumn", "fall", "winter", "end", "beginning", "start", "middle", "half"];
