//! Dates in words or figures, checked against the calendar, each as precise as its words and never more: what can be read
//! in two ways says so. Which date is the publication date is decided in `structure::published`, not here.
//!
//! A text is looked at once, as runs of digits and letters; at each run a bounded number of its neighbours is looked at,
//! so the work grows with the text and nothing else. Names of months and weekdays are those of the lists, in many languages;
//! words that count from the day of writing ("last Friday") are English.

mod absolute;
mod calendar;
mod conventions;
mod field;
mod figures;
mod names;
mod relative;
mod scan;
mod tense;
mod yearless;

use jiff::civil::Date;

pub use conventions::Conventions;
pub use field::field;
use relative::Meaning;
use scan::Scan;

/// A date and where it stands, in bytes of the text that was searched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundDate {
    /// Index of its first byte.
    pub start: usize,
    /// Index one past its last byte.
    pub end: usize,
    /// ISO 8601, as precise as the words are; empty where there is no day to count from.
    pub value: String,
    /// Whether the words can be read as another date too; the value is then what all readings agree on.
    pub is_ambiguous: bool,
    /// Whether the words count from the day of writing.
    pub is_counted: bool,
}

/// All dates of the text that say their year, in order, not overlapping.
pub fn find(text: &str) -> Vec<FoundDate> {
    find_by(text, &Conventions::default())
}

/// The same, read as the document's other dates and its language say.
pub fn find_by(text: &str, conventions: &Conventions<'_>) -> Vec<FoundDate> {
    found(text, |scan, idx| absolute_at(scan, idx, conventions))
}

/// All dates of a story: those that say their year, and those counted from the day of writing where there is one.
pub fn mentioned(text: &str, conventions: &Conventions<'_>, written: Option<Date>) -> Vec<FoundDate> {
    let counts = matches!(names::primary(conventions.language), "" | "en");
    found(text, |scan, idx| {
        let counted = || counted_at(scan, idx, written).filter(|_| !leads_date(scan, idx, conventions));
        absolute_at(scan, idx, conventions).or_else(|| counts.then(counted)?)
    })
}

/// The dates of a field or a line in which a date is expected: a year may have two digits, and a time may stand before it.
pub fn stated(text: &str, conventions: &Conventions<'_>) -> Vec<FoundDate> {
    find_by(text, &conventions.for_field())
}

/// Whether the text is one date and nothing else but a weekday before it or a time of day beside it.
pub fn is_date_alone(text: &str) -> bool {
    let text = text.trim();
    text.len() <= MAX_LINE_LEN
        && match find(text).as_slice() {
            [only] => is_time(&text[..only.start]) && is_time(&text[only.end..]),
            _ => false,
        }
}

/// Whether a word is the name of a month in any of the languages that are known.
pub(crate) fn is_month_name(word: &str) -> bool {
    names::month_of_any_language(word, "").is_some()
}

/// The longest line that is a date alone, in bytes.
const MAX_LINE_LEN: usize = 80;

/// Whether what stands beside a date is nothing but a time of day: ` 10:30 am EST`, ` at 5 p.m.`, `12:03 GMT, `.
pub(super) fn is_time(text: &str) -> bool {
    const WORDS: &[&str] = &[
        "at", "am", "pm", "a", "p", "m", "est", "edt", "et", "gmt", "utc", "pst", "pdt", "pt", "cst", "cdt", "ct",
        "mst", "mdt", "mt", "bst", "cet", "cest", "ist", "hkt", "jst", "sgt", "msk", "hst", "aest", "aedt", "sast",
        "pkt", "t", "z", "h", "hrs", "uhr", "um", "às", "à", "alle", "la", "las", "г", "года", "o", "clock",
    ];
    let scan = Scan::new(text);
    text.len() < 40
        && (0..scan.tokens.len()).all(|idx| match scan.tokens[idx].is_number {
            true => scan.tokens[idx].text.len() <= 4,
            false => WORDS.contains(&scan.word(idx).to_lowercase().as_str()),
        })
}

/// A date that begins at a token, and how many tokens it takes.
struct Taken {
    date: FoundDate,
    n_tokens: usize,
}

fn found(text: &str, date_at: impl Fn(&Scan<'_>, usize) -> Option<Taken>) -> Vec<FoundDate> {
    let scan = Scan::new(text);
    let mut found = Vec::new();
    let mut idx = 0;
    while idx < scan.tokens.len() {
        match date_at(&scan, idx) {
            Some(Taken { mut date, n_tokens }) => {
                // A weekday that the date before has taken is not this one's too: "last Friday May 2015".
                if found.last().is_some_and(|before: &FoundDate| before.end > date.start) {
                    date.start = scan.tokens[idx].start;
                }
                found.push(date);
                idx += n_tokens;
            }
            None => idx += 1,
        }
    }
    found
}

fn absolute_at(scan: &Scan<'_>, idx: usize, conventions: &Conventions<'_>) -> Option<Taken> {
    let hit = absolute::at(scan, idx, conventions)?;
    let first = if is_weekday_before(scan, idx, conventions) { idx - 1 } else { idx };
    let start = scan.tokens.get(first)?.start;
    let date = FoundDate { start, end: hit.end, value: hit.value, is_ambiguous: hit.is_ambiguous, is_counted: false };
    Some(Taken { date, n_tokens: hit.n_tokens })
}

fn is_weekday_before(scan: &Scan<'_>, idx: usize, conventions: &Conventions<'_>) -> bool {
    let Some(before) = idx.checked_sub(1) else { return false };
    matches!(scan.gap(before).trim(), "" | "," | "." | ".,")
        && names::weekday(scan.word(before), conventions.language).is_some()
}

/// Whether a weekday belongs to the date after it: "on Monday, Nov. 13, 2017".
fn leads_date(scan: &Scan<'_>, idx: usize, conventions: &Conventions<'_>) -> bool {
    is_weekday_before(scan, idx + 1, conventions) && absolute::at(scan, idx + 1, conventions).is_some()
}

fn counted_at(scan: &Scan<'_>, idx: usize, written: Option<Date>) -> Option<Taken> {
    let counted = relative::at(scan, idx, written)?;
    let (value, is_ambiguous) = match counted.meaning {
        Meaning::Clear(value) => (value, false),
        Meaning::Ambiguous(value) => (value, true),
        Meaning::Unresolved => (String::new(), false),
    };
    let (start, end) = (scan.tokens.get(idx)?.start, scan.tokens.get(idx + counted.n_tokens - 1)?.end);
    let date = FoundDate { start, end, value, is_ambiguous, is_counted: true };
    Some(Taken { date, n_tokens: counted.n_tokens })
}

#[cfg(test)]
mod tests;
