//! Articles as the programs that keep references read them.

use std::fmt::Write;

use corpus::day::Day;
use serde::Serialize;

use crate::text;

/// What is cited of an article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Citation {
    /// A name for it, unique in the collection.
    pub key: String,
    /// Its headline.
    pub title: String,
    /// Where it was published; empty if unknown, as with all that follows.
    pub outlet: String,
    /// Who wrote it, as the byline has it.
    pub author: String,
    /// The day, month or year, and what that says about the article where it is not the day of publication.
    pub day: Option<Day>,
    /// What the day says about the article; empty for the day of publication.
    pub day_kind: String,
    /// BCP 47 tag of the language.
    pub language: String,
    /// Its address on the web.
    pub url: String,
    /// Where it is read in the collection.
    pub read_at: String,
}

impl Citation {
    /// What no field is for.
    fn note(&self) -> String {
        let kind = (!self.day_kind.is_empty()).then(|| text!("citation-date", kind = &self.day_kind));
        let place = (!self.read_at.is_empty()).then(|| format!("{} {}", text!("citation-read-at"), self.read_at));
        kind.into_iter().chain(place).collect::<Vec<_>>().join(" ")
    }

    /// Year, month and day, as far as they are known.
    fn date_parts(&self) -> Vec<u32> {
        let parts = self.day.map_or([0; 3], |day| [day.year(), day.month(), day.day()]);
        parts.into_iter().take_while(|&part| part > 0).collect()
    }
}

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// Entries of BibTeX.
pub fn bibtex(citations: &[Citation]) -> String {
    let mut out = String::new();
    for citation in citations {
        let key: String = citation.key.chars().filter(|c| c.is_ascii_alphanumeric() || "-_:".contains(*c)).collect();
        let _ = writeln!(out, "@article{{{key},");
        // Braces within braces keep letters and the order of names as they are.
        let mut field = |name: &str, value: &str| {
            if !value.is_empty() {
                let _ = writeln!(out, "  {name} = {{{{{}}}}},", in_tex(value));
            }
        };
        field("title", &citation.title);
        field("author", &citation.author);
        field("journal", &citation.outlet);
        field("langid", &citation.language);
        field("note", &citation.note());
        let parts = citation.date_parts();
        if let Some(year) = parts.first() {
            let _ = writeln!(out, "  year = {{{year}}},");
        }
        if let Some(month) = parts.get(1).and_then(|month| MONTHS.get(*month as usize - 1)) {
            let _ = writeln!(out, "  month = {month},");
        }
        if let Some(day) = parts.get(2) {
            let _ = writeln!(out, "  day = {{{day}}},");
        }
        if !citation.url.is_empty() {
            // An address is taken as it stands; what would end the field is written as addresses write it.
            let url = citation.url.replace('{', "%7B").replace('}', "%7D").replace('\\', "%5C");
            let _ = writeln!(out, "  url = {{{}}},", one_line(&url));
        }
        out.push_str("}\n\n");
    }
    out
}

/// Text with the signs that TeX would take for commands written as it reads them.
fn in_tex(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in one_line(text).chars() {
        match letter {
            '\\' => out.push_str("\\textbackslash{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '{' | '}' | '$' | '&' | '#' | '%' | '_' => {
                out.push('\\');
                out.push(letter);
            }
            _ => out.push(letter),
        }
    }
    out
}

fn one_line(text: &str) -> String {
    text.split(|c: char| c.is_whitespace() || c.is_control())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// Entries of RIS, the format of reference managers.
pub fn ris(citations: &[Citation]) -> String {
    let mut out = String::new();
    for citation in citations {
        let mut field = |tag: &str, value: &str| {
            if !value.is_empty() {
                let _ = write!(out, "{tag}  - {}\r\n", one_line(value));
            }
        };
        field("TY", "NEWS");
        field("ID", &citation.key);
        field("TI", &citation.title);
        field("AU", &citation.author.replace(',', " "));
        field("T2", &citation.outlet);
        let parts = citation.date_parts();
        field("PY", &parts.first().map_or_else(String::new, ToString::to_string));
        if !parts.is_empty() {
            let part = |at: usize| parts.get(at).map_or_else(String::new, |part| format!("{part:02}"));
            field("DA", &format!("{}/{}/{}", part(0), part(1), part(2)));
        }
        field("LA", &citation.language);
        field("UR", &citation.url);
        field("N1", &citation.note());
        out.push_str("ER  - \r\n\r\n");
    }
    out
}

#[derive(Serialize)]
struct Csl<'c> {
    id: &'c str,
    r#type: &'static str,
    title: &'c str,
    #[serde(rename = "container-title", skip_serializing_if = "str::is_empty")]
    outlet: &'c str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    author: Vec<CslName<'c>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    issued: Option<CslDate>,
    #[serde(skip_serializing_if = "str::is_empty")]
    language: &'c str,
    #[serde(rename = "URL", skip_serializing_if = "str::is_empty")]
    url: &'c str,
    #[serde(skip_serializing_if = "String::is_empty")]
    note: String,
}

#[derive(Serialize)]
struct CslName<'c> {
    literal: &'c str,
}

#[derive(Serialize)]
struct CslDate {
    #[serde(rename = "date-parts")]
    parts: [Vec<u32>; 1],
}

/// CSL-JSON, the format of citeproc and Zotero.
pub fn csl_json(citations: &[Citation]) -> String {
    let item = |citation: &'_ Citation| -> serde_json::Result<String> {
        let parts = citation.date_parts();
        serde_json::to_string(&Csl {
            id: &citation.key,
            r#type: "article-newspaper",
            title: &citation.title,
            outlet: &citation.outlet,
            author: Some(citation.author.as_str())
                .filter(|author| !author.is_empty())
                .map(|literal| CslName { literal })
                .into_iter()
                .collect(),
            issued: (!parts.is_empty()).then_some(CslDate { parts: [parts] }),
            language: &citation.language,
            url: &citation.url,
            note: citation.note(),
        })
    };
    let items: Vec<String> = citations.iter().filter_map(|citation| item(citation).ok()).collect();
    format!("[\n{}\n]\n", items.join(",\n"))
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;

    fn hostile() -> Citation {
        Citation {
            key: "a-1".to_owned(),
            title: "50% of {all} \\input{x} & $1 #_~^\n\"two\" lines".to_owned(),
            outlet: "Küsten, Zeitung".to_owned(),
            author: "Ann, von Rain and others".to_owned(),
            day: Day::new(2021, 3, 0),
            day_kind: "printed on the page".to_owned(),
            language: "de".to_owned(),
            url: "https://a.example/x?y={1}&z=%20".to_owned(),
            read_at: "file:///page.html#/a/a-1".to_owned(),
        }
    }

    #[test]
    fn bibtex_is_read_by_a_reader_of_bibtex() {
        let text = bibtex(&[hostile(), Citation { key: "b".to_owned(), title: "B".to_owned(), ..Citation::default() }]);
        let read = biblatex::Bibliography::parse(&text).expect("BibTeX");
        assert_eq!(read.len(), 2);
        let entry = read.get("a-1").expect("the entry");
        let field = |name: &str| biblatex::ChunksExt::format_verbatim(entry.get(name).expect(name));
        assert_eq!(field("title"), "50% of {all} \\input{x} & $1 #_~^ \"two\" lines");
        assert_eq!(entry.author().expect("an author").len(), 1);
        assert_eq!(field("year"), "2021");
        assert_eq!(field("url"), "https://a.example/x?y=%7B1%7D&z=%20");
        assert!(field("note").contains("printed on the page"));
    }

    #[test]
    fn ris_has_one_field_a_line() {
        let text = ris(&[hostile()]);
        let lines: Vec<&str> = text.split("\r\n").collect();
        assert_eq!(lines[0], "TY  - NEWS");
        assert!(lines.contains(&"TI  - 50% of {all} \\input{x} & $1 #_~^ \"two\" lines"));
        assert!(lines.contains(&"DA  - 2021/03/"));
        assert!(lines.contains(&"ER  - "));
        assert!(lines.iter().all(|line| line.is_empty() || line.get(2..6) == Some("  - ")), "{text}");
    }

    #[test]
    fn csl_json_has_dates_as_far_as_they_are_known() {
        let read: serde_json::Value = serde_json::from_str(&csl_json(&[hostile(), Citation::default()])).expect("JSON");
        assert_eq!(read[0]["issued"]["date-parts"], serde_json::json!([[2021, 3]]));
        assert_eq!(read[0]["title"], hostile().title);
        assert_eq!(read[0]["author"][0]["literal"], hostile().author);
        assert!(read[1].get("issued").is_none() && read[1].get("URL").is_none());
    }
}
