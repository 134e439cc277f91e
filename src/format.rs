//! Numbers, dates and kinds in words.

use corpus::model::{DateKind, EntityKind, Format};
use corpus::search::{Facet, Sort, UNDATED, Unit};
use corpus::{ByteSpan, DocumentView};

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

/// How something was found, and how sure that is, in percent; `lead` stands before it.
#[inline(never)]
pub fn why(lead: &str, by: &str, confidence: u8) -> String {
    format!("{lead}{by}, {confidence} % sure")
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

/// What was chosen of dates: one, one to another, or none.
pub fn dates(key: &str) -> String {
    match key.split_once("..") {
        Some((from, "")) => format!("since {}", date(from)),
        Some(("", to)) => format!("until {}", date(to)),
        Some((from, to)) => format!("{} to {}", date(from), date(to)),
        None if key == UNDATED => "no date".to_owned(),
        None => date(key),
    }
}

/// As [`date`], with three letters for the month: `30 Sep 2022`.
pub fn short_date(iso: &str) -> String {
    let mut short = date(iso);
    if let Some(month) = MONTHS.iter().find(|month| short.contains(**month)) {
        short = short.replace(month, month.get(..3).unwrap_or(month));
    }
    short
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

/// The page that a span begins on, of a document that has pages: `page 3`.
pub fn page(document: &DocumentView<'_>, span: ByteSpan) -> Option<String> {
    let number = document.structure().page_starts.into_iter().take_while(|&start| start <= span.start()).count();
    (number > 0).then(|| format!("page {number}"))
}

/// What a document was read as.
pub fn file_format(format: Format) -> &'static str {
    match format {
        Format::Text => "plain text",
        Format::Jsonl => "a line of JSON Lines",
        Format::Markdown => "Markdown",
        Format::Html => "web page (HTML)",
        Format::Pdf => "PDF",
        Format::Docx => "Word document (DOCX)",
        Format::Odt => "OpenDocument text (ODT)",
        Format::Epub => "electronic book (EPUB)",
        Format::Email => "e-mail",
        Format::Csv => "a row of a table (CSV)",
    }
}

/// Tags of languages and their names in English: those that are recognised, and some that documents name themselves.
const LANGUAGES: &str = "af Afrikaans,am Amharic,ar Arabic,az Azerbaijani,be Belarusian,bg Bulgarian,bn Bengali,bs Bosnian,\
    ca Catalan,cs Czech,cy Welsh,da Danish,de German,el Greek,en English,eo Esperanto,es Spanish,et Estonian,eu Basque,\
    fa Persian,fi Finnish,fr French,ga Irish,gu Gujarati,he Hebrew,hi Hindi,hr Croatian,hu Hungarian,hy Armenian,\
    id Indonesian,is Icelandic,it Italian,ja Japanese,jv Javanese,ka Georgian,kk Kazakh,km Khmer,kn Kannada,ko Korean,\
    ku Kurdish,la Latin,lt Lithuanian,lv Latvian,mk Macedonian,ml Malayalam,mr Marathi,ms Malay,my Burmese,nb Norwegian,\
    ne Nepali,nl Dutch,no Norwegian,or Odia,pa Punjabi,pl Polish,ps Pashto,pt Portuguese,ro Romanian,ru Russian,\
    si Sinhala,sk Slovak,sl Slovenian,sn Shona,so Somali,sq Albanian,sr Serbian,sv Swedish,sw Swahili,ta Tamil,te Telugu,\
    th Thai,tk Turkmen,tl Tagalog,tr Turkish,ug Uyghur,uk Ukrainian,ur Urdu,uz Uzbek,vi Vietnamese,yi Yiddish,zh Chinese,\
    zu Zulu";

/// The name of a BCP 47 tag's language, with the rest of the tag: `German`, `Portuguese (BR)`. What is not known stays
/// as it is.
pub fn language(tag: &str) -> String {
    let (language, rest) = tag.split_once('-').unwrap_or((tag, ""));
    let known = LANGUAGES.split(',').find_map(|line| line.strip_prefix(language)?.strip_prefix(' '));
    match known {
        Some(name) if rest.is_empty() => name.to_owned(),
        Some(name) => format!("{name} ({rest})"),
        None => tag.to_owned(),
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
        Facet::Entity(EntityKind::Url) => "Web addresses",
        Facet::Entity(EntityKind::Email) => "E-mail addresses",
        Facet::Entity(EntityKind::Phone) => "Telephone numbers",
        Facet::Entity(EntityKind::Money) => "Amounts of money",
        Facet::Entity(EntityKind::Handle) => "Handles",
        Facet::Entity(EntityKind::Hashtag) => "Hashtags",
        Facet::Speaker => "Speakers",
        Facet::Outlet => "Outlet",
        Facet::Language => "Language",
        Facet::Date => "Date",
    }
}

/// A facet before one of its values, in a chip.
pub fn facet_of_value(facet: Facet) -> &'static str {
    match facet {
        Facet::Speaker => "quoted",
        Facet::Date => "published",
        facet => facet.word(),
    }
}

/// A number with so many digits behind the point; numbers below 0 are 0. What the standard library has for it, exact for
/// any number, would cost the page sixteen kilobytes.
pub fn fixed(number: f64, n_digits: u32) -> String {
    let unit = 10u64.pow(n_digits);
    let scaled = (number * unit as f64).round() as u64;
    match n_digits {
        0 => scaled.to_string(),
        _ => format!("{}.{:0width$}", scaled / unit, scaled % unit, width = n_digits as usize),
    }
}

/// A number that need not be whole, as precise as it tells something: `0.03`, `1.4`, `12`.
pub fn decimal(number: f64) -> String {
    match number {
        ..0.01 => "<0.01".to_owned(),
        ..0.1 => fixed(number, 2),
        ..9.95 => fixed(number, 1),
        _ => self::number(number.round() as usize),
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
        assert_eq!(
            [fixed(1.005, 2), fixed(2.5, 0), fixed(0.04, 1), fixed(-1.0, 1), fixed(f64::NAN, 1)],
            ["1.00", "3", "0.0", "0.0", "0.0"]
        );
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
        for unknown in ["", "xx", "d", "-", "English", "de German", "e\u{301}n"] {
            assert_eq!(language(unknown), unknown);
        }
    }
}
