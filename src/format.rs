//! Numbers, dates and kinds in words.

use corpus::model::{DateKind, EntityKind};
use corpus::search::{Facet, Sort, Unit};

/// `1 article`, `2 articles`, `1,234 articles`.
pub fn count(n: usize, one: &str, many: &str) -> String {
    format!("{} {}", number(n), if n == 1 { one } else { many })
}

/// A number with commas between its thousands.
pub fn number(n: usize) -> String {
    let digits = n.to_string();
    let mut grouped = String::new();
    for (at, digit) in digits.char_indices() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// What was found, as the status line says it: `1 article, 11 hits`.
pub fn found(n_docs: usize, n_places: u32) -> String {
    format!("{}, {}", count(n_docs, "article", "articles"), count(n_places as usize, "hit", "hits"))
}

/// The beginning of a text, at most so many characters, cut between words and closed by dots where it was cut.
pub fn shortened(text: &str, max_chars: usize) -> String {
    let Some((end, _)) = text.char_indices().nth(max_chars) else { return text.to_owned() };
    let cut = &text[..end];
    let cut = cut.rfind(char::is_whitespace).map_or(cut, |space| &cut[..space]);
    format!("{} …", cut.trim_end())
}

/// The unit of facet counts.
pub fn unit(unit: Unit) -> (&'static str, &'static str) {
    match unit {
        Unit::Document => ("article", "articles"),
        Unit::Passage => ("paragraph", "paragraphs"),
    }
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// An ISO 8601 date as words: `30 September 2022`, `September 2022`, `2022`. Anything else stays as it is.
pub fn date(iso: &str) -> String {
    let mut parts = iso.split('-');
    let year = parts.next().unwrap_or_default();
    let month =
        parts.next().and_then(|month| month.parse::<usize>().ok()).and_then(|month| MONTHS.get(month.wrapping_sub(1)));
    let day = parts.next().and_then(|day| day.parse::<u32>().ok());
    match (month, day) {
        (Some(month), Some(day)) => format!("{day} {month} {year}"),
        (Some(month), None) => format!("{month} {year}"),
        _ => iso.to_owned(),
    }
}

/// What a date says about its document, in words that stand before or after it.
pub fn date_kind(kind: DateKind) -> &'static str {
    match kind {
        DateKind::Published => "published",
        DateKind::Updated => "updated",
        DateKind::Printed => "date on the saved page",
        DateKind::Mentioned => "mentioned in the text",
        DateKind::File => "date of the file",
    }
}

/// The heading of a facet.
pub fn facet(facet: Facet) -> &'static str {
    match facet {
        Facet::Entity(EntityKind::Person) => "People",
        Facet::Entity(EntityKind::Organization) => "Organizations",
        Facet::Entity(EntityKind::Place) => "Places",
        Facet::Entity(EntityKind::Group) => "Groups",
        Facet::Entity(EntityKind::Product) => "Products",
        Facet::Entity(EntityKind::Event) => "Events",
        Facet::Speaker => "Speakers",
        Facet::Outlet => "Outlet",
        Facet::Language => "Language",
        Facet::Year => "Date",
    }
}

/// A facet before one of its values, in a chip.
pub fn facet_of_value(facet: Facet) -> &'static str {
    match facet {
        Facet::Speaker => "quoted",
        Facet::Year => "published",
        facet => facet.word(),
    }
}

/// An order of results.
pub fn sort(sort: Sort) -> &'static str {
    match sort {
        Sort::Relevance => "best first",
        Sort::Newest => "newest",
        Sort::Oldest => "oldest",
        Sort::MostHits => "most hits",
        Sort::Title => "title",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_dates_read_well() {
        assert_eq!(shortened("one two", 7), "one two");
        assert_eq!(shortened("é two three", 6), "é two …");
        assert_eq!(shortened("漢字漢字", 2), "漢字 …");
        assert_eq!(number(0), "0");
        assert_eq!(number(999), "999");
        assert_eq!(number(1234567), "1,234,567");
        assert_eq!(found(1, 11), "1 article, 11 hits");
        assert_eq!(found(0, 1), "0 articles, 1 hit");
        assert_eq!(date("2022-09-30"), "30 September 2022");
        assert_eq!(date("2022-09"), "September 2022");
        assert_eq!(date("2022"), "2022");
        assert_eq!(date("2022-13-01"), "2022-13-01");
        assert_eq!(date(""), "");
    }
}
