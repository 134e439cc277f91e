//! The wording of `corrections.toml`: which entries there are, what each may say, and on which line it stands. It checks
//! values by themselves; whether they fit any document is not its business.

use std::ops::Range;

use corpus::day::Day;
use corpus::model::EntityKind;
use serde::Deserialize;
use serde::de::IntoDeserializer;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::Corrections;
use crate::report::Report;

/// A value with its line, counted from 1.
#[derive(Clone, Debug)]
pub(super) struct Lined<T> {
    pub(super) value: T,
    pub(super) line: usize,
}

/// `[[document]]`.
#[derive(Clone, Debug, Default)]
pub(super) struct DocumentEntry {
    pub(super) line: usize,
    pub(super) path: Option<String>,
    pub(super) id: Option<String>,
    pub(super) headline: Option<Lined<String>>,
    pub(super) source: Option<Lined<String>>,
    pub(super) byline: Option<Lined<String>>,
    /// ISO 8601, to the day, month or year; empty if there is none.
    pub(super) published: Option<Lined<String>>,
    pub(super) language: Option<Lined<String>>,
    pub(super) keep: Vec<Lined<String>>,
    pub(super) remove: Vec<Lined<String>>,
    pub(super) not_a_copy_of: Vec<Lined<String>>,
}

/// An entry about names.
#[derive(Clone, Debug)]
pub(super) struct NameEntry {
    pub(super) line: usize,
    pub(super) names: Vec<Lined<String>>,
    pub(super) kind: Option<EntityKind>,
    pub(super) path: Option<String>,
    pub(super) action: Action,
}

/// What becomes of the names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Action {
    Merge { into: String },
    Split { into: String },
    Rename { into: String },
    Retype { to: EntityKind },
    Reject,
}

/// `[[quotation]]`.
#[derive(Clone, Debug)]
pub(super) struct QuotationEntry {
    pub(super) line: usize,
    pub(super) words: String,
    pub(super) speaker: String,
    pub(super) kind: Option<EntityKind>,
    pub(super) path: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawDocument {
    path: Option<String>,
    id: Option<String>,
    headline: Option<Spanned<String>>,
    source: Option<Spanned<String>>,
    byline: Option<Spanned<String>>,
    published: Option<Spanned<toml::Value>>,
    language: Option<Spanned<String>>,
    #[serde(default)]
    keep: Vec<Spanned<String>>,
    #[serde(default)]
    remove: Vec<Spanned<String>>,
    #[serde(default)]
    not_a_copy_of: Vec<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawMerge {
    names: Vec<Spanned<String>>,
    into: Option<String>,
    kind: Option<Spanned<String>>,
    path: Option<String>,
}

/// An entry with a new name: `[[split]]` can do without.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawInto {
    name: Spanned<String>,
    into: Option<String>,
    kind: Option<Spanned<String>>,
    path: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawRetype {
    name: Spanned<String>,
    to: Spanned<String>,
    kind: Option<Spanned<String>>,
    path: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawReject {
    name: Spanned<String>,
    kind: Option<Spanned<String>>,
    path: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawQuotation {
    words: Spanned<String>,
    speaker: String,
    kind: Option<Spanned<String>>,
    path: Option<String>,
}

/// Why an entry cannot be used, and where in the file that shows.
struct Refusal {
    at: Option<Range<usize>>,
    message: String,
}

impl From<toml::de::Error> for Refusal {
    fn from(error: toml::de::Error) -> Self {
        Self { at: error.span(), message: error.message().trim_end().to_owned() }
    }
}

fn refuse<T>(at: Range<usize>, message: impl Into<String>) -> Result<T, Refusal> {
    Err(Refusal { at: Some(at), message: message.into() })
}

/// Reads all entries that can be read.
pub(super) fn read(path: &str, bytes: &[u8], report: &mut Report) -> Corrections {
    let mut corrections = Corrections { path: path.to_owned(), ..Corrections::default() };
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let Ok(text) = std::str::from_utf8(bytes) else {
        report.file(path, "is not UTF-8; no correction was applied");
        return corrections;
    };
    let lines = Lines::of(text);
    match DeTable::parse(text) {
        Ok(root) => {
            for (key, value) in root.into_inner() {
                let mut section = Section { path, name: key.get_ref(), lines: &lines, report };
                section.read(key.span(), value, &mut corrections);
            }
        }
        Err(error) => {
            let line = lines.at(error.span().map_or(0, |span| span.start));
            report.line(path, line, format!("{}; no correction was applied", error.message().trim_end()));
        }
    }
    corrections.names.sort_by_key(|entry| entry.line);
    corrections
}

/// Where the lines of the file begin.
struct Lines(Vec<usize>);

impl Lines {
    fn of(text: &str) -> Self {
        Self(std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect())
    }

    /// The line of a byte, counted from 1.
    fn at(&self, byte: usize) -> usize {
        self.0.partition_point(|&start| start <= byte)
    }

    fn lined<T>(&self, spanned: Spanned<T>) -> Lined<T> {
        Lined { line: self.at(spanned.span().start), value: spanned.into_inner() }
    }

    fn all<T>(&self, spanned: Vec<Spanned<T>>) -> Vec<Lined<T>> {
        spanned.into_iter().map(|value| self.lined(value)).collect()
    }
}

/// All entries of one name.
struct Section<'s> {
    path: &'s str,
    name: &'s str,
    lines: &'s Lines,
    report: &'s mut Report,
}

impl Section<'_> {
    fn read(&mut self, at: Range<usize>, value: Spanned<DeValue<'_>>, corrections: &mut Corrections) {
        const NAMES: [&str; 7] = ["document", "merge", "split", "rename", "retype", "reject", "quotation"];
        let line = self.lines.at(at.start);
        if !NAMES.contains(&self.name) {
            let message = format!("{} is no correction; there are {}; not applied", self.name, NAMES.join(", "));
            self.report.line(self.path, line, message);
            return;
        }
        let DeValue::Array(entries) = value.into_inner() else {
            let message = format!("a correction is written [[{}]], in double brackets; not applied", self.name);
            self.report.line(self.path, line, message);
            return;
        };
        for entry in entries {
            let span = entry.span();
            let line = self.lines.at(span.start);
            if let Err(refusal) = self.entry(line, entry, corrections) {
                let line = refusal.at.map_or(line, |at| self.lines.at(at.start));
                let message = format!("[[{}]]: {}; not applied", self.name, refusal.message);
                self.report.line(self.path, line, message);
            }
        }
    }

    fn entry(&self, line: usize, entry: Spanned<DeValue<'_>>, corrections: &mut Corrections) -> Result<(), Refusal> {
        match self.name {
            "document" => corrections.documents.push(self.document(line, entry)?),
            "quotation" => corrections.quotations.push(self.quotation(line, entry)?),
            _ => corrections.names.push(self.name_entry(line, entry)?),
        }
        Ok(())
    }

    fn document(&self, line: usize, entry: Spanned<DeValue<'_>>) -> Result<DocumentEntry, Refusal> {
        let span = entry.span();
        let raw = RawDocument::deserialize(entry.into_deserializer())?;
        if raw.path.is_none() && raw.id.is_none() {
            return refuse(span, "says neither path nor id");
        }
        let published = raw.published.map(|value| self.published(value)).transpose()?;
        if let Some(language) = raw.language.as_ref().filter(|language| !is_language_tag(language.get_ref())) {
            return refuse(language.span(), format!("{:?} is no language tag such as \"en\"", language.get_ref()));
        }
        for passage in raw.keep.iter().chain(&raw.remove) {
            not_blank(passage)?;
        }
        Ok(DocumentEntry {
            line,
            path: raw.path,
            id: raw.id,
            headline: raw.headline.map(|value| self.lines.lined(value)),
            source: raw.source.map(|value| self.lines.lined(value)),
            byline: raw.byline.map(|value| self.lines.lined(value)),
            published,
            language: raw.language.map(|value| self.lines.lined(value)),
            keep: self.lines.all(raw.keep),
            remove: self.lines.all(raw.remove),
            not_a_copy_of: self.lines.all(raw.not_a_copy_of),
        })
    }

    /// A date of TOML, or one in quotation marks that is as precise as is known.
    fn published(&self, value: Spanned<toml::Value>) -> Result<Lined<String>, Refusal> {
        let (line, span) = (self.lines.at(value.span().start), value.span());
        let words = match value.into_inner() {
            toml::Value::String(words) => words.trim().to_owned(),
            toml::Value::Datetime(toml::value::Datetime { date: Some(date), .. }) => date.to_string(),
            _ => return refuse(span, "published is no date; write 2015-03-04, \"2015-03\" or \"2015\""),
        };
        match is_date(&words) || words.is_empty() {
            true => Ok(Lined { value: words, line }),
            false => refuse(span, format!("{words:?} is no date; write 2015-03-04, \"2015-03\" or \"2015\"")),
        }
    }

    fn name_entry(&self, line: usize, entry: Spanned<DeValue<'_>>) -> Result<NameEntry, Refusal> {
        let span = entry.span();
        let entry = entry.into_deserializer();
        let (names, kind, path, action) = match self.name {
            "merge" => {
                let RawMerge { names, into, kind, path } = Deserialize::deserialize(entry)?;
                let n_names = names.len() + usize::from(into.is_some());
                let Some(first) = names.first().filter(|_| n_names >= 2) else {
                    return refuse(span, "has fewer than two names");
                };
                let into = into.unwrap_or_else(|| first.get_ref().clone());
                (names, kind, path, Action::Merge { into })
            }
            "split" => {
                let RawInto { name, into, kind, path } = Deserialize::deserialize(entry)?;
                let into = into.unwrap_or_else(|| name.get_ref().clone());
                (vec![name], kind, path, Action::Split { into })
            }
            "rename" => {
                let RawInto { name, into, kind, path } = Deserialize::deserialize(entry)?;
                let Some(into) = into else { return refuse(span, "does not say into what name") };
                (vec![name], kind, path, Action::Rename { into })
            }
            "retype" => {
                let RawRetype { name, to, kind, path } = Deserialize::deserialize(entry)?;
                (vec![name], kind, path, Action::Retype { to: entity_kind(&to)? })
            }
            _ => {
                let RawReject { name, kind, path } = Deserialize::deserialize(entry)?;
                (vec![name], kind, path, Action::Reject)
            }
        };
        for name in &names {
            not_blank(name)?;
        }
        if let Action::Merge { into } | Action::Split { into } | Action::Rename { into } = &action
            && into.trim().is_empty()
        {
            return refuse(span, "the new name is empty");
        }
        let kind = kind.as_ref().map(entity_kind).transpose()?;
        Ok(NameEntry { line, names: self.lines.all(names), kind, path, action })
    }

    fn quotation(&self, line: usize, entry: Spanned<DeValue<'_>>) -> Result<QuotationEntry, Refusal> {
        let RawQuotation { words, speaker, kind, path } = Deserialize::deserialize(entry.into_deserializer())?;
        not_blank(&words)?;
        let kind = kind.as_ref().map(entity_kind).transpose()?;
        Ok(QuotationEntry { line, words: words.into_inner(), speaker: speaker.trim().to_owned(), kind, path })
    }
}

fn not_blank(value: &Spanned<String>) -> Result<(), Refusal> {
    match value.get_ref().trim().is_empty() {
        true => refuse(value.span(), "an empty value fits nothing"),
        false => Ok(()),
    }
}

fn entity_kind(word: &Spanned<String>) -> Result<EntityKind, Refusal> {
    let Some(kind) = EntityKind::from_word(word.get_ref()) else {
        let kinds: Vec<_> = EntityKind::ALL.iter().map(|kind| kind.word()).collect();
        return refuse(word.span(), format!("{:?} is no kind of name; there are {}", word.get_ref(), kinds.join(", ")));
    };
    Ok(kind)
}

/// Subtags of letters and digits, the first of two or three letters; empty for an unknown language.
fn is_language_tag(tag: &str) -> bool {
    let is_subtag = |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let first = tag.split('-').next().unwrap_or_default();
    let is_first = (2..=3).contains(&first.len()) && first.bytes().all(|byte| byte.is_ascii_alphabetic());
    tag.is_empty() || is_first && tag.split('-').all(is_subtag)
}

/// `2015-03-04`, `2015-03` or `2015`, checked against the calendar.
pub fn is_date(words: &str) -> bool {
    let is_written_so = matches!(words.len(), 4 | 7 | 10) && words.bytes().all(|b| b.is_ascii_digit() || b == b'-');
    is_written_so && words.parse::<Day>().is_ok()
}
