//! JSON Lines, one document a line, and JSON files that hold an object, several or a list of them. The text is kept
//! exactly, but for its line ends.

mod values;

use std::borrow::Cow;

use corpus::model::Format;
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

use super::columns::{Column, Mapping, how_to_map};
use super::text::stem;
use super::{Layout, Reader, Received};
use crate::decode::{decode, is_wide, normalize};
use crate::report::Report;

pub(super) use values::read_values;

/// Reads every line that can be read; the others are reported with their numbers.
pub(super) fn read_lines(reader: &mut Reader<'_>, path: &str, bytes: &[u8], report: &mut Report) -> Vec<Received> {
    // Lines are cut before anything is decoded, so that one damaged line cannot take others with it; where a line
    // ends, only the encodings with units of two and four bytes do not say.
    let bytes = match is_wide(bytes) {
        true => Cow::Owned(super::text::reported(path, decode(bytes), report).into_bytes()),
        false => Cow::Borrowed(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)),
    };
    let mut documents = Vec::new();
    for (line_number, line) in (1..).zip(bytes.split(|&byte| byte == b'\n')) {
        if line.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        let decoded = decode_line(path, line_number, line, report);
        let document = match serde_json::from_str(&decoded) {
            Ok(Value::Object(object)) => document_of(reader, path, line_number, line, object, report),
            Ok(_) => Err("not read: it is JSON but no object".to_owned()),
            Err(error) => Err(format!("not read: {error}")),
        };
        match document {
            Ok(document) => documents.extend(document),
            Err(message) => report.line(path, line_number, message),
        }
    }
    documents
}

/// The document that an object makes, unless it is refused and reported already; or why it makes none.
fn document_of(
    reader: &mut Reader<'_>,
    path: &str,
    line_number: usize,
    bytes: &[u8],
    object: Map<String, Value>,
    report: &mut Report,
) -> Result<Option<Received>, String> {
    let is_raw = object.get("raw").and_then(Value::as_bool).unwrap_or(false);
    let (names, values) = flatten(object);
    let mapping = Mapping::of(&names, reader.columns);
    let Some(text_idx) = mapping.idx(Column::Text) else {
        return Err(format!("not read: no key holds its text: {}", how_to_map(&names)));
    };
    let text = text_in(&values[text_idx]).ok_or_else(|| format!("not read: “{}” is no text", names[text_idx]))?;
    if text.contains('\r') {
        report.line(path, line_number, "carriage returns were taken out; offsets refer to the text without them");
    }
    if text.contains('\0') {
        report.line(path, line_number, "NUL characters were replaced by \u{fffd}");
    }
    let mut fields = Vec::with_capacity(values.len());
    for (idx, value) in values.iter().enumerate() {
        let is_wanted = idx != text_idx && mapping.holds(idx);
        let words = if is_wanted { words(value, ", ") } else { Some(String::new()) };
        if words.is_none() {
            report.line(path, line_number, format!("“{}” is left out: it is neither words nor a number", names[idx]));
        }
        fields.push(words.unwrap_or_default());
    }
    let id = mapping.idx(Column::Id).map(|idx| fields[idx].clone()).filter(|id| !id.is_empty());
    let id = id.unwrap_or_else(|| format!("{path}:{line_number}"));
    let mut document = Received {
        slug_hint: format!("{}-{id}", stem(path)),
        id,
        path: path.to_owned(),
        sha256: Sha256::digest(bytes).into(),
        format: Format::Jsonl,
        text: normalize(&text),
        layout: if is_raw { Layout::Lines } else { Layout::Clean },
        fields: mapping.fields(&names, &fields),
        page_starts: Vec::new(),
    };
    Ok(reader.accept(&mut document, Some(line_number), report).then_some(document))
}

/// The keys and values of an object; those of objects in it as `outer.inner`.
fn flatten(object: Map<String, Value>) -> (Vec<String>, Vec<Value>) {
    let (mut names, mut values) = (Vec::new(), Vec::new());
    for (name, value) in object {
        if let Value::Object(inner) = value {
            for (inner_name, value) in inner {
                names.push(format!("{name}.{inner_name}"));
                values.push(value);
            }
        } else {
            names.push(name);
            values.push(value);
        }
    }
    (names, values)
}

/// A string; a list of them, as paragraphs.
fn text_in(value: &Value) -> Option<String> {
    let is_text = match value {
        Value::String(_) => true,
        Value::Array(values) => values.iter().all(Value::is_string),
        _ => false,
    };
    if is_text { words(value, "\n\n") } else { None }
}

/// A string or a number, as words; `null` as nothing; a list of them, joined.
fn words(value: &Value, between: &str) -> Option<String> {
    match value {
        Value::Null => Some(String::new()),
        Value::String(words) => Some(words.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Array(values) => {
            let of_one = |value: &Value| if value.is_array() { None } else { words(value, between) };
            Some(values.iter().map(of_one).collect::<Option<Vec<_>>>()?.join(between))
        }
        Value::Bool(_) | Value::Object(_) => None,
    }
}

/// The line as text. JSON is UTF-8, so broken sequences are no sign of another encoding: they are replaced and reported.
fn decode_line<'b>(path: &str, line_number: usize, bytes: &'b [u8], report: &mut Report) -> Cow<'b, str> {
    let text = String::from_utf8_lossy(bytes);
    if let Cow::Owned(_) = text {
        report.line(path, line_number, "bytes that are not UTF-8 were replaced by \u{fffd}");
    }
    text
}

#[cfg(test)]
mod tests;
