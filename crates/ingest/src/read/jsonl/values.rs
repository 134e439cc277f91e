//! JSON that is not written line by line: values one after another, and lists of them. It finds the objects; what an
//! object makes is decided beside it.

use std::fmt;

use serde::de::{DeserializeSeed, SeqAccess, Visitor};
use serde_json::value::RawValue;
use serde_json::{Deserializer, Map, Value};

use super::document_of;
use crate::decode::decode;
use crate::read::text::reported;
use crate::read::{Reader, Received};
use crate::report::Report;

/// Reads the objects of a JSON file: each that stands alone, and each of a list. An object without a text whose values
/// hold a list of objects, as interfaces of news services answer, is read as that list.
pub(in crate::read) fn read_values(
    reader: &mut Reader<'_>,
    path: &str,
    bytes: &[u8],
    report: &mut Report,
) -> Vec<Received> {
    let text = reported(path, decode(bytes), report);
    let mut file = File { reader, path, report, lines: Lines::new(&text), documents: Vec::new() };
    let start = text.trim_start();
    if start.starts_with('[') {
        file.list(start);
        return file.documents;
    }
    for value in Deserializer::from_str(&text).into_iter::<&RawValue>() {
        match value {
            Ok(value) => file.object(value, true),
            Err(error) => {
                file.report.line(path, error.line(), format!("not read from here on: {error}"));
                break;
            }
        }
    }
    if text.trim().is_empty() {
        file.report.file(path, "is empty");
    }
    file.documents
}

/// A file that is being read.
struct File<'f, 'c, 't> {
    reader: &'f mut Reader<'c>,
    path: &'f str,
    report: &'f mut Report,
    lines: Lines<'t>,
    documents: Vec<Received>,
}

impl<'t> File<'_, '_, 't> {
    /// Reads the elements of a list; those before an error are kept.
    fn list(&mut self, list: &'t str) {
        let first_line = self.lines.number(list);
        let mut elements = Vec::new();
        let mut deserializer = Deserializer::from_str(list);
        let result = Elements(&mut elements).deserialize(&mut deserializer).and_then(|()| deserializer.end());
        for element in elements {
            self.object(element, true);
        }
        if let Err(error) = result {
            let line = first_line + error.line().saturating_sub(1);
            self.report.line(self.path, line, format!("not read from here on: {error}"));
        }
    }

    /// Makes a document of an object, or documents of the lists in it.
    fn object(&mut self, value: &'t RawValue, may_hold_lists: bool) {
        let line = self.lines.number(value.get());
        let parsed = match serde_json::from_str::<Map<String, Value>>(value.get()) {
            Ok(object) => document_of(self.reader, self.path, line, value.get().as_bytes(), object, self.report),
            Err(error) if error.is_data() => Err("not read: it is no object".to_owned()),
            Err(error) => Err(format!("not read: {error}")),
        };
        match parsed {
            Ok(document) => self.documents.extend(document),
            Err(message) => {
                let lists = if may_hold_lists { lists_in(value) } else { Vec::new() };
                if lists.is_empty() {
                    self.report.line(self.path, line, message);
                }
                for element in lists.into_iter().flatten() {
                    self.object(element, false);
                }
            }
        }
    }
}

/// The lists of objects among the values of an object.
fn lists_in(object: &RawValue) -> Vec<Vec<&RawValue>> {
    let values: std::collections::BTreeMap<String, &RawValue> = serde_json::from_str(object.get()).unwrap_or_default();
    let mut lists: Vec<Vec<&RawValue>> = Vec::new();
    for value in values.into_values().filter(|value| value.get().starts_with('[')) {
        let mut elements = Vec::new();
        let result = Elements(&mut elements).deserialize(&mut Deserializer::from_str(value.get()));
        let are_objects = !elements.is_empty() && elements.iter().all(|element| element.get().starts_with('{'));
        if result.is_ok() && are_objects {
            lists.push(elements);
        }
    }
    lists
}

/// Takes the elements of a list apart and keeps those before an error.
struct Elements<'e, 't>(&'e mut Vec<&'t RawValue>);

impl<'t> DeserializeSeed<'t> for Elements<'_, 't> {
    type Value = ();

    fn deserialize<D: serde::Deserializer<'t>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'t> Visitor<'t> for Elements<'_, 't> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'t>>(self, mut list: A) -> Result<(), A::Error> {
        while let Some(element) = list.next_element()? {
            self.0.push(element);
        }
        Ok(())
    }
}

/// Numbers of lines, for slices of one text that come in its order.
struct Lines<'t> {
    text: &'t str,
    counted_to: usize,
    line: usize,
}

impl<'t> Lines<'t> {
    fn new(text: &'t str) -> Self {
        Self { text, counted_to: 0, line: 1 }
    }

    /// The line, counted from 1, on which a slice of the text begins.
    fn number(&mut self, slice: &str) -> usize {
        let start = (slice.as_ptr() as usize).wrapping_sub(self.text.as_ptr() as usize);
        // A slice that comes before the last one keeps the last number: a little wrong is better than slow.
        if let Some(between) = self.text.as_bytes().get(self.counted_to..start) {
            self.line += between.iter().filter(|&&byte| byte == b'\n').count();
            self.counted_to = start;
        }
        self.line
    }
}
