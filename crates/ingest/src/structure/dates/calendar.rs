//! Steps in the calendar. Whatever leaves it is `None`.

use jiff::Span;
use jiff::civil::Date;

/// The day that many days later.
pub(super) fn days_from(day: Date, n_days: i64) -> Option<Date> {
    day.checked_add(Span::new().try_days(n_days).ok()?).ok()
}

/// The last such weekday (0 to 6, Monday first) before a day.
pub(super) fn weekday_before(day: Date, weekday: i8) -> Option<Date> {
    let back = (day.weekday().to_monday_zero_offset() - weekday).rem_euclid(7);
    days_from(day, -i64::from(if back == 0 { 7 } else { back }))
}

/// The first such weekday after a day.
pub(super) fn weekday_after(day: Date, weekday: i8) -> Option<Date> {
    let on = (weekday - day.weekday().to_monday_zero_offset()).rem_euclid(7);
    days_from(day, i64::from(if on == 0 { 7 } else { on }))
}

/// The year that many years after that of a day.
pub(super) fn year(day: Date, n_years: i64) -> Option<String> {
    let year = i64::from(day.year()) + n_years;
    (1..=9999).contains(&year).then(|| format!("{year:04}"))
}

/// The month that many months after that of a day.
pub(super) fn month(day: Date, n_months: i64) -> Option<String> {
    let months = i64::from(day.year()) * 12 + i64::from(day.month()) - 1 + n_months;
    let year = months.div_euclid(12);
    (1..=9999).contains(&year).then(|| format!("{year:04}-{:02}", months.rem_euclid(12) + 1))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn steps_go_over_the_ends_of_months_and_years_and_stop_at_the_calendars() {
        let day = date(2014, 1, 20);
        assert_eq!(weekday_before(day, 0), Some(date(2014, 1, 13)));
        assert_eq!(weekday_before(day, 6), Some(date(2014, 1, 19)));
        assert_eq!(weekday_after(day, 0), Some(date(2014, 1, 27)));
        assert_eq!(month(day, -1).as_deref(), Some("2013-12"));
        assert_eq!(month(day, 12).as_deref(), Some("2015-01"));
        assert_eq!(year(day, -2014), None);
        assert_eq!(days_from(Date::MAX, 1), None);
    }
}
