//! A date given beside the text, in metadata: whatever programs write there, up to the day.

use super::absolute::full;
use super::{Conventions, FoundDate, find_by};

/// The longest value that is looked at, in bytes.
const MAX_LEN: usize = 200;

/// The date of a field, in bytes of the field. A time with a zone gives the day it names, not that of another zone.
pub fn field(value: &str, conventions: &Conventions<'_>) -> Option<FoundDate> {
    let start = value.len() - value.trim_start().len();
    let value = &value[..value.floor_char_boundary(MAX_LEN)];
    let rest = value.get(start..)?;
    // The way PDF writes dates: `D:20191120133900+05'30'`.
    let bare = rest.strip_prefix("D:").unwrap_or(rest);
    let start = start + (rest.len() - bare.len());
    if let Some((iso, len)) = compact(bare).or_else(|| hyphenated(bare)) {
        return Some(FoundDate { start, end: start + len, value: iso, is_ambiguous: false, is_counted: false });
    }
    find_by(value, &conventions.for_field()).into_iter().next()
}

fn digits(text: &str, from: usize, n: usize) -> Option<u32> {
    let part = text.get(from..from + n)?;
    part.bytes().all(|byte| byte.is_ascii_digit()).then(|| part.parse().ok())?
}

fn year(text: &str) -> Option<i16> {
    digits(text, 0, 4).filter(|year| (1500..2200).contains(year)).and_then(|year| i16::try_from(year).ok())
}

/// `20191120`, and the same with a time after it.
fn compact(text: &str) -> Option<(String, usize)> {
    let n_digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let is_known_len = matches!(n_digits, 8 | 12 | 14);
    is_known_len.then(|| Some((full(year(text)?, digits(text, 4, 2)?, digits(text, 6, 2)?)?, 8)))?
}

/// `2019-11-20T13:39:00+05:30`, `2019:11:20 13:39:00`, `2019/11/20`, `2019-11`, `2019`.
fn hyphenated(text: &str) -> Option<(String, usize)> {
    let year = year(text)?;
    let mark = text.as_bytes().get(4).copied();
    if text.trim_end().len() == 4 {
        return Some((format!("{year:04}"), 4));
    }
    let mark = mark.filter(|mark| matches!(mark, b'-' | b'/' | b':'))?;
    let month = digits(text, 5, 2).filter(|month| (1..=12).contains(month))?;
    if text.trim_end().len() == 7 {
        return Some((format!("{year:04}-{month:02}"), 7));
    }
    let is_day = text.as_bytes().get(7) == Some(&mark) && !text.as_bytes().get(10).is_some_and(u8::is_ascii_digit);
    is_day.then(|| Some((full(year, month, digits(text, 8, 2)?)?, 10)))?
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(value: &str, expected: &str, is_ambiguous: bool) {
        let found = field(value, &Conventions::default());
        let read = found.map_or((String::new(), false), |date| (date.value, date.is_ambiguous));
        assert_eq!(read, (expected.to_owned(), is_ambiguous), "{value}");
    }

    #[test]
    fn metadata_gives_the_day_that_it_names_in_its_own_zone() {
        check("2019-11-20T13:39:00+05:30", "2019-11-20", false);
        check("2019-11-20T23:59:59-11:00", "2019-11-20", false);
        check("2019-11-20 01:39:00.000Z", "2019-11-20", false);
        check("Wed, 20 Nov 2019 13:39:00 +0530", "2019-11-20", false);
        check("Wed, 20 Nov 19 13:39:00 GMT", "2019-11-20", false);
        check("Wed Nov 20 13:39:00 EST 2019", "2019-11-20", false);
        check("Nov 20, 2019, 1:39am", "2019-11-20", false);
        check("D:20191120133900+05'30'", "2019-11-20", false);
        check("20191120", "2019-11-20", false);
        check("201911201339", "2019-11-20", false);
        check("2019:11:20 13:39:00", "2019-11-20", false);
        check(" 2014/01/20 ", "2014-01-20", false);
        check("20.11.2019", "2019-11-20", false);
        check("30-MAR-95", "1995-03-30", false);
    }

    #[test]
    fn a_field_may_be_less_precise_than_a_day_or_ambiguous() {
        check("2019-11", "2019-11", false);
        check("2019", "2019", false);
        check("May 2015", "2015-05", false);
        check("03/04/2015", "2015", true);
        check("03/04/15", "2015", true);
        check("03/25/15", "2015-03-25", false);
    }

    #[test]
    fn what_is_no_date_gives_none() {
        for value in ["", "yesterday", "20191399", "2019-02-30", "20191", "1574251200", "03-04-15", "é", "2019-1é"] {
            check(value, "", false);
        }
    }
}
