//! Numbers, dates and kinds in words.

mod query;

pub use query::{clause, notice, query, term};

use corpus::model::{DateKind, EntityKind, Format};
use corpus::search::{Facet, Sort, UNDATED, Unit};
use corpus::{ByteSpan, DocumentView};
use yew::Html;

use crate::i18n;
use crate::{rich, text};

/// A whole number with its thousands told apart.
pub fn number(n: usize) -> String {
    i18n::language().number(n)
}

/// What was found, as the status line says it: `1 article, 11 hits`.
pub fn found(n_docs: usize, n_places: u32) -> String {
    text!("found", articles = articles(n_docs), hits = text!("n-hits", n = n_places))
}

/// `1 article`, `2 articles`, `1,234 articles`.
pub fn articles(n: usize) -> String {
    text!("n-articles", n = n)
}

/// The beginning of a text, at most so many characters, cut between words and closed by dots where it was cut.
pub fn shortened(text: &str, max_chars: usize) -> String {
    let Some((end, _)) = text.char_indices().nth(max_chars) else { return text.to_owned() };
    let cut = &text[..end];
    let cut = cut.rfind(char::is_whitespace).map_or(cut, |space| &cut[..space]);
    format!("{} …", cut.trim_end())
}

/// So many of the unit of facet counts: `2 articles`, `2 paragraphs`.
pub fn units(unit: Unit, n: usize) -> String {
    match unit {
        Unit::Document => articles(n),
        Unit::Passage => text!("n-paragraphs", n = n),
    }
}

/// The word of a unit, which messages choose by.
pub fn unit(unit: Unit) -> &'static str {
    match unit {
        Unit::Document => "article",
        Unit::Passage => "paragraph",
    }
}

/// How something was found, and how sure that is, in percent.
#[inline(never)]
pub fn why(by: &str, confidence: u8) -> String {
    text!("why", by = by, percent = confidence)
}

/// The year of an ISO 8601 date, and its month and its day if it says them. `None` if it is no date.
fn date_parts(iso: &str) -> Option<(&str, Option<u8>, Option<u8>)> {
    let mut parts = iso.split('-');
    let year = parts.next()?;
    let month = parts.next().and_then(|month| month.parse().ok()).filter(|month| (1..=12).contains(month));
    Some((year, month, parts.next().and_then(|day| day.parse().ok())))
}

/// An ISO 8601 date as words: `30 September 2022`, `September 2022`, `2022`. Anything else stays as it is.
pub fn date(iso: &str) -> String {
    date_with("month", iso)
}

/// As [`date`], with a few letters for the month: `30 Sep 2022`.
pub fn short_date(iso: &str) -> String {
    date_with("month-short", iso)
}

fn date_with(months: &str, iso: &str) -> String {
    match date_parts(iso) {
        Some((year, Some(month), day)) => {
            let month = text!(months, number = month);
            match day {
                Some(day) => text!("date-day", day = day, month = month, year = year),
                None => text!("date-month", month = month, year = year),
            }
        }
        _ => iso.to_owned(),
    }
}

/// What was chosen of dates: one, one to another, or none.
pub fn dates(key: &str) -> String {
    match key.split_once("..") {
        Some((from, "")) => text!("dates-since", from = date(from)),
        Some(("", to)) => text!("dates-until", to = date(to)),
        Some((from, to)) => text!("dates-from-to", from = date(from), to = date(to)),
        None if key == UNDATED => text!("dates-none"),
        None => date(key),
    }
}

/// What a date says about its document, in words that stand before or after it.
pub fn date_kind(kind: DateKind) -> String {
    text!(match kind {
        DateKind::Published => "date-published",
        DateKind::Updated => "date-updated",
        DateKind::Printed => "date-printed",
        DateKind::Mentioned => "date-mentioned",
        DateKind::File => "date-file",
    })
}

/// The page that a span begins on, of a document that has pages: `page 3`.
pub fn page(document: &DocumentView<'_>, span: ByteSpan) -> Option<String> {
    let number = document.structure().page_starts.into_iter().take_while(|&start| start <= span.start()).count();
    (number > 0).then(|| text!("page", number = number))
}

/// What a document was read as.
pub fn file_format(format: Format) -> String {
    text!(match format {
        Format::Text => "format-text",
        Format::Jsonl => "format-jsonl",
        Format::Markdown => "format-markdown",
        Format::Html => "format-html",
        Format::Pdf => "format-pdf",
        Format::Docx => "format-docx",
        Format::Odt => "format-odt",
        Format::Epub => "format-epub",
        Format::Email => "format-email",
        Format::Csv => "format-csv",
    })
}

/// The same for the word of a format. What is not known stays as it is.
pub fn file_format_of(word: &str) -> String {
    Format::from_word(word).map_or_else(|| word.to_owned(), file_format)
}

/// The name of a BCP 47 tag's language, with the rest of the tag: `German`, `Portuguese (BR)`. What is not known stays
/// as it is.
pub fn language(tag: &str) -> String {
    let (language, rest) = tag.split_once('-').unwrap_or((tag, ""));
    let name = text!("language", tag = language);
    match (name == language, rest) {
        (true, _) => tag.to_owned(),
        (false, "") => name,
        (false, rest) => format!("{name} ({rest})"),
    }
}

/// How a text in the language of a tag is written, as `dir` says it; where that is not known, its letters tell.
pub fn direction(tag: &str) -> &'static str {
    match tag.split('-').next().unwrap_or_default() {
        "ar" | "fa" | "he" | "ps" | "ug" | "ur" | "yi" => "rtl",
        // Kurdish is written in two scripts.
        "" | "ku" | "und" => "auto",
        _ => "ltr",
    }
}

/// A kind of names, as a word for one of them.
pub fn kind(kind: EntityKind) -> String {
    text!("kind", kind = kind.word())
}

/// The heading of a facet.
pub fn facet(facet: Facet) -> String {
    text!("facet", facet = facet.word())
}

/// A facet before one of its values, in a chip.
pub fn facet_of_value(facet: Facet) -> String {
    text!("facet-of-value", facet = facet.word())
}

/// A number that need not be whole, as precise as it tells something: `0.03`, `1.4`, `12`.
pub fn decimal(number: f64) -> String {
    let language = i18n::language();
    match number {
        ..0.01 => format!("<{}", language.fixed(0.01, 2)),
        ..0.1 => language.fixed(number, 2),
        ..9.95 => language.fixed(number, 1),
        _ => self::number(number.round() as usize),
    }
}

/// An order of results.
pub fn sort(sort: Sort) -> String {
    text!(match sort {
        Sort::Relevance => "sort-relevance",
        Sort::Newest => "sort-newest",
        Sort::Oldest => "sort-oldest",
        Sort::MostHits => "sort-hits",
        Sort::Title => "sort-title",
    })
}

/// Words in quotation marks.
pub fn quoted(words: &str) -> String {
    text!("quoted", words = words)
}

/// Texts one after the other, each put to those before it by the message `joint`.
pub fn listed(texts: impl IntoIterator<Item = String>, joint: &str) -> String {
    let listed = texts.into_iter().reduce(|before, after| text!(joint, before = before, after = after));
    listed.unwrap_or_default()
}

/// Things one after the other, the last behind the word that `last` names: `list-and`, `list-or`.
pub fn enumerated(things: Vec<Html>, last: &str) -> Html {
    let mut things = things.into_iter();
    let Some(mut all) = things.next() else { return Html::default() };
    let n = things.len();
    for (number, thing) in things.enumerate() {
        let joint = if number + 1 == n { last } else { "list-comma" };
        all = rich!(joint, before = all, after = thing);
    }
    all
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
        let decimals = [0.0, 0.034, 0.25, 9.94, 9.96, 1234.5].map(decimal);
        assert_eq!(decimals, ["<0.01", "0.03", "0.3", "9.9", "10", "1,235"]);
        assert_eq!(found(1, 11), "1 article, 11 hits");
        assert_eq!(found(0, 1), "0 articles, 1 hit");
        assert_eq!(date("2022-09-30"), "30 September 2022");
        assert_eq!(date("2022-09"), "September 2022");
        assert_eq!(date("2022"), "2022");
        assert_eq!(date("2022-13-01"), "2022-13-01");
        assert_eq!(date(""), "");
        assert_eq!(short_date("2022-09-30"), "30 Sep 2022");
        assert_eq!(short_date("2022-05"), "May 2022");
        assert_eq!(short_date("2022"), "2022");
        assert_eq!(dates("2017-03..2018"), "March 2017 to 2018");
        assert_eq!(dates("..2018"), "until 2018");
        assert_eq!(dates("2018-01-02.."), "since 2 January 2018");
        assert_eq!(dates(UNDATED), "no date");
    }

    #[test]
    fn languages_have_their_english_names() {
        for (tag, name) in
            [("de", "German"), ("zu", "Zulu"), ("pt-BR", "Portuguese (BR)"), ("en-Latn-GB", "English (Latn-GB)")]
        {
            assert_eq!(language(tag), name);
        }
        assert_eq!(["ar", "fa-IR", "en", "", "ku"].map(direction), ["rtl", "rtl", "ltr", "auto", "auto"]);
        for unknown in ["", "xx", "d", "-", "English", "de German", "e\u{301}n"] {
            assert_eq!(language(unknown), unknown);
        }
    }
}
