//! Ranges of days, as they are written after `date:`.

use crate::day::{Day, number};

/// Longer than any range of dates in any way of writing it.
pub(super) const MAX_BYTES: usize = 64;

/// Days from one to another, both inclusive and as precise as written. One of them may be open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateRange {
    /// Not before the first day of this.
    pub from: Option<Day>,
    /// Not after the last day of this.
    pub to: Option<Day>,
}

impl DateRange {
    /// The range that the query language reads in what stands after `date:`; `None` if it is none.
    pub fn parse(text: &str) -> Option<Self> {
        range(text).map(|(from, to)| Self { from, to })
    }

    /// Whether a day is in it; one that is not known exactly is if it may be.
    pub fn may_hold(&self, day: Day) -> bool {
        self.from.is_none_or(|from| day.last() >= from.first()) && self.to.is_none_or(|to| day.first() <= to.last())
    }
}

/// The two ends of a range, both inclusive, as written: `2022`, `2017..2018`, `>=2022-09`, `[2017 TO 2018]`. `None` if
/// it is no date.
pub(super) fn range(text: &str) -> Option<(Option<Day>, Option<Day>)> {
    let text = text.trim();
    if text.len() > MAX_BYTES {
        return None;
    }
    let inside = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(text);
    if let Some((from, to)) = inside.split_once("..").or_else(|| inside.split_once(" TO ")) {
        let ends = (end(from)?, end(to)?);
        return (ends != (None, None)).then_some(ends);
    }
    let day = |rest: &str| rest.trim().parse::<Day>().ok();
    if let Some(rest) = text.strip_prefix(">=") {
        Some((Some(day(rest)?), None))
    } else if let Some(rest) = text.strip_prefix("<=") {
        Some((None, Some(day(rest)?)))
    } else if let Some(rest) = text.strip_prefix('>') {
        Some((Some(day(rest)?.following()?), None))
    } else if let Some(rest) = text.strip_prefix('<') {
        Some((None, Some(day(rest)?.preceding()?)))
    } else {
        let day = day(text.strip_prefix('=').unwrap_or(inside))?;
        Some((Some(day), Some(day)))
    }
}

/// One end of a range: open if nothing or `*` stands there.
fn end(text: &str) -> Option<Option<Day>> {
    match text.trim() {
        "" | "*" => Some(None),
        day => day.parse().ok().map(Some),
    }
}

/// The range that the beginning of `text` is, when `text` may not have been typed to its end.
pub(super) fn unfinished(text: &str) -> Option<(Option<Day>, Option<Day>)> {
    let text = text.strip_prefix('[').unwrap_or(text);
    let ends = [text.len()].into_iter().chain(text.char_indices().map(|(at, _)| at).rev());
    ends.skip_while(|&end| end > MAX_BYTES).find_map(|end| range(&text[..end]))
}

/// How to write what may be meant as a date: other orders of day, month and year where they can be told apart, no marks
/// between them, a hyphen between years.
pub(super) fn guess(text: &str) -> Option<String> {
    let text = text.trim_matches(|c: char| c.is_whitespace() || c.is_ascii_punctuation() && !matches!(c, '<' | '>'));
    if text.len() > MAX_BYTES {
        return None;
    }
    // A range whose bracket is not closed.
    let text = &text.replace(" TO ", "..");
    let parts: Vec<&str> = text.split(['-', '–', '—', '/', '.', ' ']).filter(|part| !part.is_empty()).collect();
    let digits = |text: &str, n: usize| text.len() == n && number(text).is_some();
    let guessed = match parts.as_slice() {
        _ if text.contains("..") => text.clone(),
        [all] if digits(all, 6) => format!("{}-{}", &all[..4], &all[4..]),
        [all] if digits(all, 8) => format!("{}-{}-{}", &all[..4], &all[4..6], &all[6..]),
        [from, to] if digits(from, 4) && digits(to, 4) => format!("{from}..{to}"),
        [month, year] if digits(year, 4) => format!("{year}-{month:0>2}"),
        [first, second, year] if digits(year, 4) => {
            let (first, second) = (number(first)?, number(second)?);
            // 9/30 can only be read in one way; 30.9 is how it is written with full stops; 5/4 is anybody's guess.
            let (month, day) = if first > 12 || text.contains('.') {
                (second, first)
            } else if second > 12 {
                (first, second)
            } else {
                return None;
            };
            format!("{year}-{month:02}-{day:02}")
        }
        [year, month, day] if digits(year, 4) => format!("{year}-{month:0>2}-{day:0>2}"),
        _ => text.clone(),
    };
    range(&guessed).is_some().then_some(guessed)
}
