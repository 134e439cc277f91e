//! Entries of the file by themselves: as values, and written as TOML. Whether one fits anything is not its business.

use std::fmt::Write;

use crate::Corrections;
use crate::file::{Action, DocumentEntry, Lined, NameEntry, QuotationEntry};

/// One entry of the file: `[[table]]` with its fields in the order in which they are written.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    /// `document`, `merge`, `split`, `rename`, `retype`, `reject` or `quotation`.
    pub table: &'static str,
    /// Names and values.
    pub fields: Vec<(&'static str, Value)>,
}

/// What a field says.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Value {
    /// A string, or a date in the words of one.
    Text(String),
    /// Several strings.
    List(Vec<String>),
}

impl Entry {
    /// An entry without fields.
    pub fn new(table: &'static str) -> Self {
        Self { table, fields: Vec::new() }
    }

    /// The same with one field more.
    pub fn with(mut self, field: &'static str, text: impl Into<String>) -> Self {
        self.fields.push((field, Value::Text(text.into())));
        self
    }

    /// The same with a field more that has several values; without one if there are none.
    pub fn with_all(mut self, field: &'static str, texts: Vec<String>) -> Self {
        if !texts.is_empty() {
            self.fields.push((field, Value::List(texts)));
        }
        self
    }

    /// The same with one field more, if there is something to say.
    pub fn with_some(self, field: &'static str, text: Option<impl Into<String>>) -> Self {
        match text {
            Some(text) => self.with(field, text),
            None => self,
        }
    }

    /// The text of a field.
    pub fn text(&self, field: &str) -> Option<&str> {
        self.fields.iter().find_map(|(name, value)| match value {
            Value::Text(text) if *name == field => Some(text.as_str()),
            _ => None,
        })
    }

    /// The texts of a field with several.
    pub fn list(&self, field: &str) -> &[String] {
        let list = self.fields.iter().find_map(|(name, value)| match value {
            Value::List(texts) if *name == field => Some(texts.as_slice()),
            _ => None,
        });
        list.unwrap_or_default()
    }

    /// The entry as TOML, with a line end behind it.
    pub fn to_toml(&self) -> String {
        let mut toml = format!("[[{}]]\n", self.table);
        for (name, value) in &self.fields {
            toml.push_str(name);
            toml.push_str(" = ");
            match value {
                Value::Text(text) => quote(text, &mut toml),
                Value::List(texts) => {
                    toml.push('[');
                    for (at, text) in texts.iter().enumerate() {
                        toml.push_str(if at > 0 { ", " } else { "" });
                        quote(text, &mut toml);
                    }
                    toml.push(']');
                }
            }
            toml.push('\n');
        }
        toml
    }
}

/// A file of these entries behind a comment, and the line of each. Every line of the comment begins with `#`.
pub fn written(comment: &str, entries: &[Entry]) -> (String, Vec<usize>) {
    let mut file = String::new();
    for line in comment.lines() {
        file.push_str(&format!("# {line}\n"));
    }
    let mut lines = Vec::with_capacity(entries.len());
    let mut line = comment.lines().count() + 1;
    for entry in entries {
        let toml = entry.to_toml();
        lines.push(line + 1);
        line += toml.lines().count() + 1;
        file.push('\n');
        file.push_str(&toml);
    }
    (file, lines)
}

/// A basic string of TOML.
fn quote(text: &str, toml: &mut String) {
    toml.push('"');
    for c in text.chars() {
        match c {
            '"' => toml.push_str("\\\""),
            '\\' => toml.push_str("\\\\"),
            '\n' => toml.push_str("\\n"),
            '\t' => toml.push_str("\\t"),
            // A writer into memory never fails.
            c if c.is_control() => drop(write!(toml, "\\u{:04X}", u32::from(c))),
            c => toml.push(c),
        }
    }
    toml.push('"');
}

impl Corrections {
    /// The entries that could be read, in the order of the file.
    pub fn entries(&self) -> Vec<Entry> {
        let documents = self.documents.iter().map(|entry| (entry.line, of_document(entry)));
        let names = self.names.iter().map(|entry| (entry.line, of_name(entry)));
        let quotations = self.quotations.iter().map(|entry| (entry.line, of_quotation(entry)));
        let mut entries: Vec<(usize, Entry)> = documents.chain(names).chain(quotations).collect();
        entries.sort_by_key(|(line, _)| *line);
        entries.into_iter().map(|(_, entry)| entry).collect()
    }
}

fn values(lined: &[Lined<String>]) -> Vec<String> {
    lined.iter().map(|lined| lined.value.clone()).collect()
}

fn of_document(entry: &DocumentEntry) -> Entry {
    let value = |lined: &Option<Lined<String>>| lined.as_ref().map(|lined| lined.value.clone());
    Entry::new("document")
        .with_some("path", entry.path.clone())
        .with_some("id", entry.id.clone())
        .with_some("headline", value(&entry.headline))
        .with_some("source", value(&entry.source))
        .with_some("byline", value(&entry.byline))
        .with_some("published", value(&entry.published))
        .with_some("language", value(&entry.language))
        .with_all("keep", values(&entry.keep))
        .with_all("remove", values(&entry.remove))
        .with_all("not_a_copy_of", values(&entry.not_a_copy_of))
}

fn of_name(entry: &NameEntry) -> Entry {
    let first = entry.names.first().map(|name| name.value.clone()).unwrap_or_default();
    let (table, into, to) = match &entry.action {
        Action::Merge { into } => ("merge", Some(into.clone()), None),
        Action::Split { into } => ("split", Some(into.clone()), None),
        Action::Rename { into } => ("rename", Some(into.clone()), None),
        Action::Retype { to } => ("retype", None, Some(to.word())),
        Action::Reject => ("reject", None, None),
    };
    let entry_of = Entry::new(table);
    let named = match table {
        "merge" => entry_of.with_all("names", values(&entry.names)),
        _ => entry_of.with("name", first),
    };
    named
        .with_some("into", into)
        .with_some("to", to)
        .with_some("kind", entry.kind.map(|kind| kind.word()))
        .with_some("path", entry.path.clone())
}

fn of_quotation(entry: &QuotationEntry) -> Entry {
    Entry::new("quotation")
        .with("words", entry.words.clone())
        .with("speaker", entry.speaker.clone())
        .with_some("kind", entry.kind.map(|kind| kind.word()))
        .with_some("path", entry.path.clone())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::Report;

    fn read(toml: &str) -> (Vec<Entry>, Report) {
        let mut report = Report::default();
        (Corrections::from_toml("c.toml", toml.as_bytes(), &mut report).entries(), report)
    }

    fn words() -> impl Strategy<Value = String> {
        prop_oneof![
            "[a-z\"\\\\#é漢😀\u{7f}\u{0}\u{85}\r\n\t ']{0,8}x",
            any::<String>().prop_map(|any| format!("x{any}"))
        ]
    }

    fn kind() -> impl Strategy<Value = Option<String>> {
        proptest::option::of(prop_oneof![Just("person".to_owned()), Just("place".to_owned())])
    }

    fn entry() -> impl Strategy<Value = Entry> {
        let path = || proptest::option::of(words());
        prop_oneof![
            (words(), path(), words(), proptest::collection::vec(words(), 0..3)).prop_map(|(path, id, words, keep)| {
                let entry = Entry::new("document").with("path", path).with_some("id", id).with("source", words);
                entry.with("published", "2015-03").with_all("keep", keep)
            }),
            (words(), words(), words(), kind(), path()).prop_map(|(one, other, into, kind, path)| {
                let entry = Entry::new("merge").with_all("names", vec![one, other]).with("into", into);
                entry.with_some("kind", kind).with_some("path", path)
            }),
            (words(), words(), kind(), path()).prop_map(|(name, into, kind, path)| {
                Entry::new("split")
                    .with("name", name)
                    .with("into", into)
                    .with_some("kind", kind)
                    .with_some("path", path)
            }),
            (words(), kind()).prop_map(|(name, kind)| {
                Entry::new("retype").with("name", name).with("to", "event").with_some("kind", kind)
            }),
            (words(), path()).prop_map(|(name, path)| Entry::new("reject").with("name", name).with_some("path", path)),
            (words(), path()).prop_map(|(words, path)| {
                Entry::new("quotation").with("words", words).with("speaker", "").with_some("path", path)
            }),
        ]
    }

    proptest! {
        #[test]
        fn what_was_written_is_read_back(entries in proptest::collection::vec(entry(), 0..6)) {
            let (toml, lines) = written("One line.\nAnother.", &entries);
            let (found, report) = read(&toml);
            prop_assert_eq!(&report.problems, &[]);
            prop_assert_eq!(found, entries.clone());
            for (line, entry) in lines.iter().zip(&entries) {
                prop_assert_eq!(toml.lines().nth(line - 1), Some(&*format!("[[{}]]", entry.table)));
            }
        }
    }

    #[test]
    fn what_a_person_wrote_in_another_way_means_the_same() {
        let (found, report) = read(
            "merge = [{ names = ['A', \"B\"] }] # one\n[[document]]\nid = '7'\npublished = 2015-03-04\n[[split]]\nname = 'C'",
        );
        assert_eq!(report.problems, []);
        let merge = Entry::new("merge").with_all("names", vec!["A".into(), "B".into()]).with("into", "A");
        let document = Entry::new("document").with("id", "7").with("published", "2015-03-04");
        assert_eq!(found, [merge, document, Entry::new("split").with("name", "C").with("into", "C")]);
    }
}
