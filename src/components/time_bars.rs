//! How many of something fall into each year, month or day: bars, and a table that says the same.

use corpus::day::Day;
use yew::{Html, html};

use super::element::{all, element, isolated, list, words};
use crate::format;
use crate::text;

/// Months from which on years are shown, and days from which on months are.
const MANY_MONTHS: u32 = 48;
const MANY_DAYS: u32 = 62;
/// Height of the bars and width of each, in the units of the drawing.
const HEIGHT: usize = 40;
const WIDTH: usize = 10;

/// Bars for the days given; those without a day are counted beside them. `what` says what is counted, one and many.
pub fn time_bars(days: &[Option<Day>]) -> Html {
    let bins = bins(days);
    let n_undated = days.iter().filter(|day| day.is_none()).count();
    let undated = (n_undated > 0).then(|| text!("bars-undated", articles = format::articles(n_undated)));
    let (Some(first), Some(last)) = (bins.first(), bins.last()) else {
        return element("p", "view__none", words(&undated.unwrap_or_default()));
    };
    if bins.len() == 1 {
        let all = text!("bars-of", when = format::date(&first.0), n = format::articles(first.1));
        return element("p", "", words(&[Some(all), undated].into_iter().flatten().collect::<Vec<_>>().join("; ")));
    }
    let name = text!("bars-articles", from = format::date(&first.0), to = format::date(&last.0));
    let said =
        |(when, n): &(String, usize)| words(&text!("bars-of", when = format::date(when), n = format::articles(*n)));
    let mut rows: Vec<Html> = bins.iter().filter(|(_, n)| *n > 0).map(said).collect();
    rows.extend(undated.as_deref().map(words));
    let table = all(vec![element("summary", "facet__more", words(&text!("bars-in-words"))), list("bars__rows", rows)]);
    let ends = [&first.0, &last.0].map(|when| isolated(&format::date(when)));
    html! {
        <div class="bars">
            <div role="img" aria-label={name}>{ drawing(&bins, &|_| true) }</div>
            { element("p", "bars__ends", all(ends.into())) }
            { element("details", "", table) }
        </div>
    }
}

/// Years from which on decades are shown, and then centuries.
const MANY_YEARS: usize = 150;

/// Bars for the days given, each a way to the days that it stands for; and a list that says the same. `href` makes the
/// address of a range of dates as the query language writes it.
pub fn time_chart(
    title: String,
    days: &[Option<Day>],
    count: &dyn Fn(usize) -> String,
    href: &dyn Fn(&str) -> String,
) -> Html {
    let bins = wide(wide(bins(days), 10), 100);
    let (Some(first), Some(last)) = (bins.first(), bins.last()) else { return html! {} };
    let most = bins.iter().map(|(_, n)| *n).max().unwrap_or_default().max(1);
    let said = |(when, n): &(String, usize)| text!("bars-of", when = format::dates(when), n = count(*n));
    let bar = |(at, bin): (usize, &(String, usize))| {
        let height = (bin.1 * HEIGHT).div_ceil(most);
        // The list has the same links for keyboards; all of the column can be pressed.
        html! {
            <a href={href(&bin.0)} tabindex="-1">
                <title>{ said(bin) }</title>
                <rect class="bar__column" x={(at * WIDTH).to_string()} y="0" width={WIDTH.to_string()} height={HEIGHT.to_string()} />
                <rect x={(at * WIDTH + 1).to_string()} y={(HEIGHT - height).to_string()} width={(WIDTH - 2).to_string()}
                    height={height.to_string()} />
            </a>
        }
    };
    let rows = bins.iter().filter(|(_, n)| *n > 0).map(|bin| super::element::link(href(&bin.0), words(&said(bin))));
    let rows = element(
        "details",
        "",
        all(vec![
            element("summary", "facet__more", words(&text!("bars-in-words"))),
            list("bars__rows", rows.collect()),
        ]),
    );
    let ends = [&first.0, &last.0].map(|when| isolated(&format::dates(when)));
    html! {
        <div class="bars bars--wide" role="group" aria-label={title}>
            <svg class="bars__drawing" viewBox={format!("0 0 {} {HEIGHT}", bins.len() * WIDTH)} preserveAspectRatio="none" aria-hidden="true">
                { for bins.iter().enumerate().map(bar) }
            </svg>
            { element("p", "bars__ends", all(ends.into())) }
            { rows }
        </div>
    }
}

/// Bins of many years put together, into those of so many years each.
fn wide(bins: Vec<(String, usize)>, width: u32) -> Vec<(String, usize)> {
    let first_year = |when: &str| when.split("..").next().and_then(|year| year.parse::<u32>().ok());
    let is_of_years = bins.first().is_some_and(|(when, _)| first_year(when).is_some());
    if bins.len() < MANY_YEARS || !is_of_years {
        return bins;
    }
    let mut wide: Vec<(u32, usize)> = Vec::new();
    for (when, n) in bins {
        let start = first_year(&when).unwrap_or_default() / width * width;
        match wide.last_mut().filter(|last| last.0 == start) {
            Some(last) => last.1 += n,
            None => wide.push((start, n)),
        }
    }
    let range = |(start, n): (u32, usize)| (format!("{}..{}", start.max(1), start + width - 1), n);
    wide.into_iter().map(range).collect()
}

/// A bar for each bin; those that are not chosen are paler.
pub fn drawing(bins: &[(String, usize)], is_chosen: &dyn Fn(usize) -> bool) -> Html {
    let most = bins.iter().map(|(_, n)| *n).max().unwrap_or_default().max(1);
    let bar = |(at, (_, n)): (usize, &(String, usize))| {
        // What is there at all can be seen.
        let height = (n * HEIGHT).div_ceil(most);
        let class = if is_chosen(at) { "bar" } else { "bar bar--pale" };
        html! {
            <rect {class} x={(at * WIDTH + 1).to_string()} y={(HEIGHT - height).to_string()}
                width={(WIDTH - 2).to_string()} height={height.to_string()} />
        }
    };
    html! {
        <svg class="bars__drawing" viewBox={format!("0 0 {} {HEIGHT}", bins.len() * WIDTH)} preserveAspectRatio="none">
            { for bins.iter().enumerate().map(bar) }
        </svg>
    }
}

/// The years, months or days from the first to the last, with how many fall into each. The finest that all are precise
/// enough for and that are not too many.
pub fn bins(days: &[Option<Day>]) -> Vec<(String, usize)> {
    let mut dated: Vec<Day> = days.iter().flatten().copied().collect();
    corpus::sort::by_key(&mut dated, |day| day.number());
    let (Some(first), Some(last)) = (dated.first(), dated.last()) else { return Vec::new() };
    let n_months = (last.year() * 12 + last.last().month()) - (first.year() * 12 + first.first().month());
    let is_few_days = n_months * 31 + last.last().day() < MANY_DAYS + first.first().day();
    let precision = if n_months >= MANY_MONTHS || dated.iter().any(|day| day.month() == 0) {
        Precision::Year
    } else if !is_few_days || dated.iter().any(|day| day.day() == 0) {
        Precision::Month
    } else {
        Precision::Day
    };
    let mut found: Vec<(String, usize)> = Vec::new();
    let mut at = precision.cut(*first);
    let mut rest = dated.into_iter().filter_map(|day| precision.cut(day)).peekable();
    while let Some(bin) = at.filter(|_| rest.peek().is_some()) {
        let mut n = 0;
        while rest.next_if(|&day| day.number() <= bin.number()).is_some() {
            n += 1;
        }
        found.push((bin.to_string(), n));
        at = bin.following();
    }
    found
}

#[derive(Clone, Copy)]
enum Precision {
    Year,
    Month,
    Day,
}

impl Precision {
    fn cut(self, day: Day) -> Option<Day> {
        match self {
            Precision::Year => Day::new(day.year(), 0, 0),
            Precision::Month => Day::new(day.year(), day.month(), 0),
            Precision::Day => Some(day),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bins_are_as_fine_as_the_dates_allow_and_have_no_gaps() {
        let check = |days: &[(u32, u32, u32)], expected: &[(&str, usize)]| {
            let days: Vec<_> = days.iter().map(|&(y, m, d)| Some(Day::new(y, m, d).expect("a day"))).collect();
            let found = bins(&[days, vec![None]].concat());
            let found: Vec<_> = found.iter().map(|(when, n)| (when.as_str(), *n)).collect();
            assert_eq!(found, expected);
        };
        check(&[], &[]);
        check(
            &[(2020, 2, 28), (2020, 3, 1), (2020, 2, 28)],
            &[("2020-02-28", 2), ("2020-02-29", 0), ("2020-03-01", 1)],
        );
        check(&[(2019, 12, 31), (2020, 1, 1)], &[("2019-12-31", 1), ("2020-01-01", 1)]);
        check(&[(2020, 2, 0), (2019, 12, 3)], &[("2019-12", 1), ("2020-01", 0), ("2020-02", 1)]);
        check(&[(2020, 5, 1), (2020, 8, 1)], &[("2020-05", 1), ("2020-06", 0), ("2020-07", 0), ("2020-08", 1)]);
        check(&[(2019, 0, 0), (2020, 2, 1)], &[("2019", 1), ("2020", 1)]);
        let many: Vec<_> = [1066, 1999, 2001, 2024].map(|year| Day::new(year, 0, 0)).into();
        let decades = wide(bins(&many), 10);
        assert_eq!(decades.first(), Some(&("1060..1069".to_owned(), 1)));
        assert_eq!(decades.iter().map(|(_, n)| n).sum::<usize>(), 4);
        assert_eq!(wide(bins(&many[2..]), 10).len(), 24);
        let centuries = wide(wide(bins(&[Day::new(3, 0, 0), Day::new(1999, 0, 0)]), 10), 100);
        assert_eq!((centuries.len(), centuries[0].0.as_str(), centuries[19].0.as_str()), (20, "1..99", "1900..1999"));
        check(&[(2012, 1, 1), (2016, 1, 1)], &[("2012", 1), ("2013", 0), ("2014", 0), ("2015", 0), ("2016", 1)]);
    }
}
