//! "On March 3", "3 March", "in September", "last September": a month without its year, which the day of writing gives.

use jiff::civil::Date;

use super::absolute::{calendar_date, month_after_day};
use super::relative::{Counted, Meaning, counted};
use super::scan::Scan;
use super::tense::{Tense, tense};
use super::{calendar, names};

/// A date without a year is taken for one of the past up to this many days or months back, else for one to come.
const MAX_DAYS_BACK: i32 = 304;
const MAX_MONTHS_BACK: i64 = 10;

/// Words before a month and a day; without one, the number may count what follows it.
const DAY_LEADS: &[&str] =
    &["on", "since", "until", "till", "before", "after", "dated", "through", "between", "late", "early"];
const WEAK_DAY_LEADS: &[&str] = &["by", "from", "of", "to", "and", "for"];

/// Words before a month alone.
const MONTH_LEADS: &[&str] = &["in", "since", "until", "during", "early", "late", "mid"];

/// `March 3`, `Nov. 3`, `March 3rd`.
pub(super) fn month_first(scan: &Scan<'_>, idx: usize, written: Option<Date>) -> Option<Counted> {
    let word = scan.word(idx);
    let day = scan.day(idx + 1)?;
    if !word.starts_with(|c: char| c.is_ascii_uppercase()) || !matches!(scan.gap(idx), " " | ". " | "\n" | "\u{a0}") {
        return None;
    }
    let month = names::month(word, "en")?;
    let is_ordinal = is_ordinal_after(scan, idx + 1);
    let last = idx + 1 + usize::from(is_ordinal);
    let is_count = follows_count(scan, last);
    let lead = idx.checked_sub(1);
    let has = |words: &[&str]| lead.is_some_and(|lead| scan.is_spaced(lead) && scan.is_word(lead, words));
    let has_weekday = weekday_before(scan, idx).is_some();
    let is_led = is_ordinal || has_weekday || has(DAY_LEADS) || has(WEAK_DAY_LEADS) && !is_count;
    if !is_led || has(&["the"]) || !is_end(scan, last) {
        return None;
    }
    resolve(scan, idx, written, month, day, last + 1 - idx)
}

/// `3 March`, `3rd of March`.
pub(super) fn day_first(scan: &Scan<'_>, idx: usize, written: Option<Date>) -> Option<Counted> {
    let day = scan.day(idx)?;
    let month_idx = month_after_day(scan, idx)?;
    let month = names::whole_english_month(scan.word(month_idx))?;
    let is_named = scan.word(month_idx).starts_with(|c: char| c.is_ascii_uppercase());
    let joins = |c: char| !c.is_whitespace() && !matches!(c, '(' | '“' | '"' | '—');
    let gap = scan.gap(month_idx - 1);
    if !is_named
        || !matches!(gap, " " | "\n" | "\u{a0}")
        || scan.char_before(idx).is_some_and(joins)
        || !is_end(scan, month_idx)
    {
        return None;
    }
    resolve(scan, idx, written, month, day, month_idx + 1 - idx)
}

fn resolve(
    scan: &Scan<'_>,
    idx: usize,
    written: Option<Date>,
    month: u32,
    day: u32,
    n_tokens: usize,
) -> Option<Counted> {
    // 2000 was a leap year: the 29th of February passes. The 11th of September names an event.
    calendar_date(2000, month, day).filter(|_| (month, day) != (9, 11))?;
    let weekday = weekday_before(scan, idx);
    counted(written, n_tokens, |written| {
        let in_year = |step: i16| calendar_date(written.year().checked_add(step)?, month, day);
        let fits = |date: &Date| weekday.is_none_or(|weekday| date.weekday().to_monday_zero_offset() == weekday);
        let candidates = || [-1, 0, 1].into_iter().filter_map(in_year).filter(fits);
        let past = candidates().rfind(|date| *date <= written);
        let future = candidates().find(|date| *date > written);
        let days_back = |past: Date| written.since(past).map_or(i32::MAX, |span| span.get_days());
        let is_near = past.is_some_and(|past| days_back(past) <= MAX_DAYS_BACK);
        let prefers_future = tense(scan, idx) == Tense::Future
            && future.is_some_and(|future| future.since(written).is_ok_and(|span| span.get_days() <= MAX_DAYS_BACK));
        let chosen = match (past, future) {
            (Some(past), Some(future)) => {
                if prefers_future || !is_near {
                    future
                } else {
                    past
                }
            }
            (only, other) => only.or(other)?,
        };
        Some(Meaning::Clear(chosen.to_string()))
    })
}

/// `in September`, `early March`.
pub(super) fn month_alone(scan: &Scan<'_>, idx: usize, written: Option<Date>) -> Option<Counted> {
    let word = scan.word(idx);
    let lead = idx.checked_sub(1)?;
    let is_led = scan.is_word(lead, MONTH_LEADS) && (scan.is_spaced(lead) || scan.gap(lead) == "-");
    if !is_led || !word.starts_with(|c: char| c.is_ascii_uppercase()) {
        return None;
    }
    let month = names::whole_english_month(word)?;
    let next = scan.tokens.get(idx + 1);
    let is_beside = scan.gap(idx).trim_matches(['.', ',', ' ', '\'', '’', '\u{a0}']).is_empty();
    let has_number = is_beside && next.is_some_and(|next| next.is_number);
    let is_name = scan.gap(idx) == " " && next.is_some_and(|next| next.text.starts_with(char::is_uppercase));
    if has_number || is_name || scan.gap(idx).starts_with(['-', '/', '’', '\'']) || scan.is_word(idx + 1, &["of"]) {
        return None;
    }
    counted(written, 1, |written| {
        let back = i64::from(written.month()) - i64::from(month);
        let back = back.rem_euclid(12);
        let is_ahead = back > MAX_MONTHS_BACK || back > 0 && tense(scan, idx) == Tense::Future;
        calendar::month(written, if is_ahead { 12 - back } else { -back }).map(Meaning::Clear)
    })
}

/// `last September`, `this March`, `next May`. In the year of writing, the last and the next one may be meant otherwise.
pub(super) fn stepped_month(written: Date, month: u32, step: i64) -> Option<Meaning> {
    let ahead = i64::from(month) - i64::from(written.month());
    let in_year = |n_years: i64| calendar::month(written, ahead + 12 * n_years);
    match (step, ahead.signum()) {
        (0, _) => in_year(0).map(Meaning::Clear),
        (-1, 0 | 1) | (1, -1 | 0) => in_year(step).map(Meaning::Clear),
        _ => None,
    }
}

/// The weekday that stands before a date.
fn weekday_before(scan: &Scan<'_>, idx: usize) -> Option<i8> {
    let before = idx.checked_sub(1)?;
    let skipped = usize::from(scan.is_word(before, &["the"]));
    let before = before.checked_sub(skipped)?;
    matches!(scan.gap(before).trim(), "" | "," | ".").then(|| names::weekday(scan.word(before), "en"))?
}

fn is_ordinal_after(scan: &Scan<'_>, idx: usize) -> bool {
    scan.gap(idx).is_empty() && scan.is_word(idx + 1, &["st", "nd", "rd", "th"])
}

/// Whether what follows a number may be counted by it: `12 people`.
fn follows_count(scan: &Scan<'_>, idx: usize) -> bool {
    const NO_COUNT: &[&str] =
        &["and", "at", "in", "to", "the", "he", "she", "it", "they", "when", "after", "for", "that", "as", "was", "is"];
    scan.is_spaced(idx) && scan.word(idx + 1).starts_with(char::is_lowercase) && !scan.is_word(idx + 1, NO_COUNT)
}

/// Whether a date ends here: no year, no time, no longer number comes.
fn is_end(scan: &Scan<'_>, idx: usize) -> bool {
    let Some(next) = scan.tokens.get(idx + 1) else { return true };
    let gap = scan.gap(idx);
    let is_joined =
        gap.is_empty() || gap.len() == 1 && matches!(gap, ":" | "-" | "/" | "–" | "%" | "'" | "’") || gap.trim() == "–";
    let has_year = next.is_number && gap.trim_matches([',', '.', ' ', '\n', '\'', '’', '\u{a0}']).is_empty();
    !is_joined && !has_year
}
