//! Calendar days that may lack their day or their month.

use std::fmt::{Display, Formatter};
use std::str::FromStr;

/// A calendar day that may lack its day, or its month and day. Ordered by its first day, the less precise first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(u32);

/// What was to be a [`Day`] is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a day is written 2022, 2022-09 or 2022-09-30")]
pub struct NoDay;

impl Day {
    /// The day if there is one: years from 1 to 9999, a month or 0, a day of that month or 0.
    pub fn new(year: u32, month: u32, day: u32) -> Option<Day> {
        let is_day = day == 0 || month != 0 && day <= days_of_month(year, month);
        ((1..=9999).contains(&year) && month <= 12 && is_day).then_some(Day(year << 9 | month << 5 | day))
    }

    /// The day of this number, as [`number`](Day::number) gives it.
    pub fn from_number(number: u32) -> Option<Day> {
        Day::new(number >> 9, number >> 5 & 15, number & 31)
    }

    /// `year << 9 | month << 5 | day`: numbers are in the order of the days.
    pub fn number(self) -> u32 {
        self.0
    }

    /// From 1 to 9999.
    pub fn year(self) -> u32 {
        self.0 >> 9
    }

    /// From 1 to 12, 0 if it is not known.
    pub fn month(self) -> u32 {
        self.0 >> 5 & 15
    }

    /// From 1 to 31, 0 if it is not known.
    pub fn day(self) -> u32 {
        self.0 & 31
    }

    /// The first day of what it covers: of a year the first of January.
    pub fn first(self) -> Day {
        Day(self.year() << 9 | self.month().max(1) << 5 | self.day().max(1))
    }

    /// The last day of what it covers: of a year the last of December.
    pub fn last(self) -> Day {
        let month = if self.month() == 0 { 12 } else { self.month() };
        let day = if self.day() == 0 { days_of_month(self.year(), month) } else { self.day() };
        Day(self.year() << 9 | month << 5 | day)
    }

    /// The day, month or year after this one.
    pub fn following(self) -> Option<Day> {
        let (year, month, day) = (self.year(), self.month(), self.day());
        match (month, day) {
            (0, _) => Day::new(year + 1, 0, 0),
            (12, 0) => Day::new(year + 1, 1, 0),
            (_, 0) => Day::new(year, month + 1, 0),
            (12, 31) => Day::new(year + 1, 1, 1),
            _ => Day::new(year, month, day + 1).or(Day::new(year, month + 1, 1)),
        }
    }

    /// The day, month or year before this one.
    pub(crate) fn preceding(self) -> Option<Day> {
        let (year, month, day) = (self.year(), self.month(), self.day());
        match (month, day) {
            (0, _) => Day::new(year - 1, 0, 0),
            (1, 0) => Day::new(year - 1, 12, 0),
            (_, 0) => Day::new(year, month - 1, 0),
            (1, 1) => Day::new(year - 1, 12, 31),
            (_, 1) => Day::new(year, month - 1, days_of_month(year, month - 1)),
            _ => Day::new(year, month, day - 1),
        }
    }
}

fn days_of_month(year: u32, month: u32) -> u32 {
    let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 => 28 + u32::from(is_leap),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl Display for Day {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}", self.year())?;
        for part in [self.month(), self.day()].into_iter().take_while(|&part| part > 0) {
            write!(f, "-{part:02}")?;
        }
        Ok(())
    }
}

impl FromStr for Day {
    type Err = NoDay;

    fn from_str(text: &str) -> Result<Day, NoDay> {
        let mut parts = text.split(if text.contains('/') { '/' } else { '-' });
        let year = parts.next().filter(|year| year.len() == 4).and_then(number);
        let mut part = || match parts.next() {
            None => Some(0),
            Some(part) => number(part).filter(|&number| part.len() <= 2 && number > 0),
        };
        let (month, day) = (part(), part());
        match (year, month, day, parts.next()) {
            (Some(year), Some(month), Some(day), None) => Day::new(year, month, day).ok_or(NoDay),
            _ => Err(NoDay),
        }
    }
}

/// The number that digits, and nothing but digits, stand for.
pub(crate) fn number(digits: &str) -> Option<u32> {
    digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_as_precisely_as_they_are_written() {
        for text in ["2022-09-30", "2022-09", "2022", "2024-02-29", "0001"] {
            assert_eq!(text.parse::<Day>().map(|day| day.to_string()).as_deref(), Ok(text));
        }
        assert_eq!("2022-9-3".parse::<Day>().map(|day| day.to_string()).as_deref(), Ok("2022-09-03"));
        for text in ["", "2022-13", "2023-02-29", "2022-00", "22", "2022-09-30-1", "2022-", "0000", "x"] {
            assert_eq!(text.parse::<Day>(), Err(NoDay), "{text}");
        }
    }

    #[test]
    fn a_year_covers_its_days() {
        let day = |text: &str| text.parse::<Day>().expect("a day");
        let year = day("2022");
        for inside in ["2022-01-01", "2022-12-31"] {
            assert!((year.first()..=year.last()).contains(&day(inside)), "{inside}");
        }
        assert_eq!((year.first(), day("2024-02").last()), (day("2022-01-01"), day("2024-02-29")));
        assert_eq!(Day::from_number(day("2022-09").number()), Some(day("2022-09")));
        assert_eq!(Day::from_number(0), None);
    }
}
