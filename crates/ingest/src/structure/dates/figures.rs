//! Dates in figures: `2014/01/20`, `20.11.2019`, `3/4/2015`, and which of two readings of the last holds.

use super::absolute::{Hit, calendar_date, full, short_year};
use super::conventions::{Conventions, Order, Separator};
use super::names;
use super::scan::Scan;

/// Three numbers with the same mark between them.
pub(super) struct Triple {
    parts: [(u32, usize); 3],
    pub(super) separator: Separator,
    is_spaced: bool,
}

/// The three numbers that begin at a token, if nothing around them shows that they belong to something longer.
pub(super) fn triple_at(scan: &Scan<'_>, idx: usize) -> Option<Triple> {
    let gap = scan.gap(idx);
    if gap.len() > 3 || gap != scan.gap(idx + 1) {
        return None;
    }
    let separator = Separator::of(gap.trim())?;
    let is_spaced = gap.len() > 1;
    let parts = [scan.number(idx)?, scan.number(idx + 1)?, scan.number(idx + 2)?];
    let joins =
        |c: char| c.is_alphanumeric() || matches!(c, '/' | '-' | '.' | '$' | '€' | '£' | '#' | ':' | '_' | '=' | '+');
    if scan.char_before(idx).is_some_and(joins) {
        return None;
    }
    let after = scan.gap(idx + 2);
    let has_more = idx + 3 < scan.tokens.len();
    let is_glued = has_more && (after.is_empty() || after.len() == 1 && matches!(after, "/" | "-" | "." | "_" | ":"));
    let is_time = after.is_empty() && scan.is_word(idx + 3, &["t"]) || is_cjk_after(scan, idx + 3);
    (!is_glued || is_time || after == "." && !scan.tokens[idx + 3].is_number).then_some(Triple {
        parts,
        separator,
        is_spaced,
    })
}

fn is_cjk_after(scan: &Scan<'_>, idx: usize) -> bool {
    scan.word(idx).starts_with(|c: char| c >= '\u{3040}')
}

/// The date in figures that begins at a token.
pub(super) fn at(scan: &Scan<'_>, idx: usize, conventions: &Conventions<'_>) -> Option<Hit> {
    let triple = triple_at(scan, idx)?;
    let (value, is_ambiguous) = read(scan, idx, &triple, conventions)?;
    Some(Hit { value, is_ambiguous, n_tokens: 3, end: scan.tokens.get(idx + 2)?.end })
}

fn read(scan: &Scan<'_>, idx: usize, triple: &Triple, conventions: &Conventions<'_>) -> Option<(String, bool)> {
    let [(first, first_digits), (second, second_digits), (_, third_digits)] = triple.parts;
    if first_digits == 4 {
        return Some((year_first(scan, idx, triple, conventions)?, false));
    }
    if first_digits > 2 || second_digits > 2 || triple.is_spaced && triple.separator != Separator::Dot {
        return None;
    }
    let year = match third_digits {
        4 => scan.year(idx + 2)?,
        // With hyphens the short year may as well stand first.
        2 if triple.separator != Separator::Hyphen => short_year(scan, idx + 2, conventions)?,
        _ => return None,
    };
    match (calendar_date(year, second, first), calendar_date(year, first, second)) {
        (Some(only), None) | (None, Some(only)) => Some((only.to_string(), false)),
        (Some(day_first), Some(month_first)) if day_first == month_first => Some((day_first.to_string(), false)),
        (Some(day_first), Some(month_first)) => {
            let weekday = weekday_before(scan, idx, conventions);
            let fits = |date: jiff::civil::Date| weekday == Some(date.weekday().to_monday_zero_offset());
            let chosen = match (fits(day_first), fits(month_first)) {
                (true, false) => Some(day_first),
                (false, true) => Some(month_first),
                _ => match conventions.order(triple.separator) {
                    Order::DayFirst => Some(day_first),
                    Order::MonthFirst => Some(month_first),
                    Order::Unknown => None,
                },
            };
            Some(chosen.map_or_else(|| (format!("{year:04}"), true), |date| (date.to_string(), false)))
        }
        (None, None) => None,
    }
}

/// `2014/01/20`. With full stops it looks like a version, unless day and month have two digits.
fn year_first(scan: &Scan<'_>, idx: usize, triple: &Triple, conventions: &Conventions<'_>) -> Option<String> {
    let [_, (month, month_digits), (day, day_digits)] = triple.parts;
    let is_padded = month_digits == 2 && day_digits == 2;
    let writes_so = matches!(names::primary(conventions.language), "ko" | "zh" | "ja" | "hu" | "lt");
    let is_clear = match triple.separator {
        Separator::Dot => is_padded && !triple.is_spaced || writes_so,
        Separator::Slash | Separator::Hyphen => !triple.is_spaced,
    };
    (is_clear && month_digits <= 2 && day_digits <= 2).then(|| full(scan.year(idx)?, month, day))?
}

/// The weekday beside a date, where its name stands before it.
fn weekday_before(scan: &Scan<'_>, idx: usize, conventions: &Conventions<'_>) -> Option<i8> {
    let before = idx.checked_sub(1)?;
    let gap = scan.gap(before).trim();
    matches!(gap, "" | "," | "." | ".," | "(").then(|| names::weekday(scan.word(before), conventions.language))?
}

/// Which order a triple shows by itself: one of its parts can be no month.
pub(super) fn shown_order(scan: &Scan<'_>, idx: usize, triple: &Triple) -> Option<Order> {
    let [(first, first_digits), (second, second_digits), (_, third_digits)] = triple.parts;
    if first_digits > 2 || second_digits > 2 || third_digits != 4 {
        return None;
    }
    let year = scan.year(idx + 2)?;
    match (calendar_date(year, second, first), calendar_date(year, first, second)) {
        (Some(_), None) => Some(Order::DayFirst),
        (None, Some(_)) => Some(Order::MonthFirst),
        _ => None,
    }
}
