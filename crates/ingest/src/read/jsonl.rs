//! JSON Lines: one document a line. The text is kept exactly, but for its line ends.

use std::borrow::Cow;

use corpus::model::Format;
use serde::{Deserialize, Deserializer};
use serde_json::Value;
use sha2::{Digest, Sha256};

use super::text::stem;
use super::{Field, Fields, Layout, Received};
use crate::decode::normalize;
use crate::report::Report;

/// One line. Only `text` is needed; fields that are not named here are other programs' business.
#[derive(Deserialize)]
struct Line {
    #[serde(default, deserialize_with = "words")]
    id: String,
    #[serde(default, deserialize_with = "words")]
    title: String,
    text: String,
    #[serde(default, deserialize_with = "words")]
    date: String,
    #[serde(default, deserialize_with = "words")]
    url: String,
    #[serde(default, deserialize_with = "words")]
    source: String,
    #[serde(default, deserialize_with = "words")]
    author: String,
    #[serde(default)]
    raw: bool,
}

/// A string or a number, as words; `null` as nothing.
fn words<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    match Value::deserialize(deserializer)? {
        Value::Null => Ok(String::new()),
        Value::String(words) => Ok(words),
        Value::Number(number) => Ok(number.to_string()),
        _ => Err(serde::de::Error::custom("expected a string or a number")),
    }
}

/// Reads every line that can be read; the others are reported with their numbers.
pub(super) fn read(path: &str, bytes: &[u8], report: &mut Report) -> Vec<Received> {
    // Lines are cut before anything is decoded, so that one damaged line cannot take others with it; other encodings
    // than UTF-8 are not JSON.
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut documents = Vec::new();
    for (line_idx, line) in bytes.split(|&byte| byte == b'\n').enumerate() {
        if !line.iter().all(u8::is_ascii_whitespace) {
            documents.extend(read_line(path, line_idx + 1, line, report));
        }
    }
    documents
}

fn read_line(path: &str, line_number: usize, bytes: &[u8], report: &mut Report) -> Option<Received> {
    let decoded = decode_line(path, line_number, bytes, report);
    let line: Line = match serde_json::from_str(&decoded) {
        Ok(line) => line,
        Err(error) => {
            report.line(path, line_number, format!("not read: {error}"));
            return None;
        }
    };
    if line.text.contains('\r') {
        report.line(path, line_number, "carriage returns were taken out; offsets refer to the text without them");
    }
    if line.text.contains('\0') {
        report.line(path, line_number, "NUL characters were replaced by \u{fffd}");
    }
    let id = if line.id.is_empty() { format!("{path}:{line_number}") } else { line.id };
    Some(Received {
        slug_hint: format!("{}-{id}", stem(path)),
        id,
        path: path.to_owned(),
        sha256: Sha256::digest(bytes).into(),
        format: Format::Jsonl,
        text: normalize(&line.text),
        layout: if line.raw { Layout::Lines } else { Layout::Clean },
        fields: Fields {
            title: Field::new(&line.title, "the title given beside the text"),
            published: Field::new(&line.date, "the date given beside the text"),
            url: Field::new(&line.url, "the address given beside the text"),
            source: Field::new(&line.source, "the source given beside the text"),
            author: Field::new(&line.author, "the author given beside the text"),
            ..Fields::default()
        },
        page_starts: Vec::new(),
    })
}

/// The line as text. JSON is UTF-8, so broken sequences are no sign of another encoding: they are replaced and reported.
fn decode_line<'b>(path: &str, line_number: usize, bytes: &'b [u8], report: &mut Report) -> Cow<'b, str> {
    let text = String::from_utf8_lossy(bytes);
    if let Cow::Owned(_) = text {
        report.line(path, line_number, "bytes that are not UTF-8 were replaced by \u{fffd}");
    }
    text
}
