//! From bytes to text. The text is fixed here: UTF-8, line ends as `\n`, NUL shown as U+FFFD, nothing else changed.
//!
//! What the bytes are is told by `shape`; this module makes text of them and says what had to be mended, and where.
//! It knows no format: a label that a format states comes in as a word.

mod shape;

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8};

pub(crate) use shape::is_wide;
use shape::{Shape, shape};

/// How many lines a notice names before it only counts them.
const MAX_LINES_NAMED: usize = 3;

/// Text and what had to be mended to get it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decoded {
    /// The text.
    pub text: String,
    /// What was done: the line it was first done on, and a sentence about it.
    pub notices: Vec<(usize, String)>,
}

/// Decodes by byte order mark, as UTF-8, or by the encoding that the bytes look most like.
pub fn decode(bytes: &[u8]) -> Decoded {
    decode_shape(bytes, shape(bytes))
}

fn decode_shape(bytes: &[u8], shape: Shape) -> Decoded {
    match shape {
        Shape::Utf8 { mark_len } => finish(Cow::Borrowed(as_utf8(&bytes[mark_len..])), Vec::new()),
        Shape::Utf8Damaged { mark_len, others } => decode_lines(&bytes[mark_len..], others),
        Shape::Wide(wide) => {
            let (text, n_broken) = wide.decode(bytes);
            let mut notices = Vec::new();
            if n_broken > 0 {
                notices.push(replaced(n_broken, "units", wide.name(), &lines_holding(&text, '\u{fffd}')));
            }
            if !wide.is_stated {
                notices.push((1, format!("no byte order mark; read as {}, which it looks like", wide.name())));
            }
            finish(Cow::Owned(text), notices)
        }
        Shape::Other(encoding) => {
            let notice = format!("not UTF-8; read as {}, which it looks most like", encoding.name());
            decode_as(bytes, encoding, Some(notice))
        }
    }
}

/// Decodes bytes whose format names their encoding. A label that is unknown or does not fit the bytes is not believed.
pub fn decode_labelled(bytes: &[u8], label: Option<&str>) -> Decoded {
    let labelled = label.and_then(|label| Encoding::for_label(label.trim().as_bytes()));
    match labelled {
        // Mail programs wrote "us-ascii" and "iso-8859-1" over everything; UTF-8 does not happen by accident.
        Some(encoding) if std::str::from_utf8(bytes).is_err() && !is_wide(bytes) && encoding != UTF_8 => {
            match label.is_some_and(|label| label.trim().eq_ignore_ascii_case("us-ascii")) {
                true => decode(bytes),
                false => decode_as(bytes, encoding, None),
            }
        }
        Some(encoding) if !encoding.is_ascii_compatible() && !is_wide(bytes) => decode_as(bytes, encoding, None),
        Some(encoding) => match shape(bytes) {
            Shape::Wide(wide) if !encoding.is_ascii_compatible() => decode_shape(bytes, Shape::Wide(wide.stated())),
            shape => decode_shape(bytes, shape),
        },
        None => decode(bytes),
    }
}

/// The text with `\r\n` and `\r` as `\n`, and NUL as U+FFFD.
pub fn normalize(text: &str) -> String {
    if is_normal(text) {
        return text.to_owned();
    }
    let mut normal = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['\r', '\0']) {
        normal.push_str(&rest[..at]);
        let is_return = rest.as_bytes()[at] == b'\r';
        normal.push(if is_return { '\n' } else { '\u{fffd}' });
        let after = &rest[at + 1..];
        rest = if is_return { after.strip_prefix('\n').unwrap_or(after) } else { after };
    }
    normal.push_str(rest);
    normal
}

/// Two searches for one letter each are faster than one for both: the library looks at many bytes at once for one.
fn is_normal(text: &str) -> bool {
    !text.contains('\r') && !text.contains('\0')
}

/// "lines 3, 8, 14 and 9 more", of lines in order; a line that comes twice is named once.
pub fn lines_in_words(lines: &[usize]) -> String {
    let mut distinct = lines.to_vec();
    distinct.dedup();
    let named: Vec<String> = distinct.iter().take(MAX_LINES_NAMED).map(usize::to_string).collect();
    let n_more = distinct.len() - named.len();
    match (named.as_slice(), n_more) {
        ([line], 0) => format!("line {line}"),
        ([first @ .., last], 0) => format!("lines {} and {last}", first.join(", ")),
        _ => format!("lines {} and {n_more} more", named.join(", ")),
    }
}

fn as_utf8(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap_or_default()
}

fn decode_as(bytes: &[u8], encoding: &'static Encoding, notice: Option<String>) -> Decoded {
    let (text, had_errors) = encoding.decode_with_bom_removal(bytes);
    let mut notices = Vec::new();
    if had_errors {
        let lines = lines_holding(&text, '\u{fffd}');
        notices.push(replaced(lines.len(), "sequences", encoding.name(), &lines));
    }
    notices.extend(notice.map(|notice| (1, notice)));
    finish(text, notices)
}

/// UTF-8 with some lines that are not: a line that makes sense in the other encoding is read so, and in the rest what
/// is broken is replaced.
fn decode_lines(bytes: &[u8], others: &'static Encoding) -> Decoded {
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 16);
    let (mut other_lines, mut broken_lines, mut n_broken) = (Vec::new(), Vec::new(), 0);
    let mut line_number = 1;
    for line in bytes.split_inclusive(|&byte| matches!(byte, b'\n' | b'\r')) {
        match std::str::from_utf8(line) {
            Ok(line) => text.push_str(line),
            Err(_) => match shape::other_reading(line, others) {
                Some(reading) => {
                    other_lines.push(line_number);
                    text.push_str(&reading);
                }
                None => {
                    for chunk in line.utf8_chunks() {
                        text.push_str(chunk.valid());
                        if !chunk.invalid().is_empty() {
                            n_broken += chunk.invalid().len();
                            broken_lines.push(line_number);
                            text.push('\u{fffd}');
                        }
                    }
                }
            },
        }
        // A line that ends in `\r\n` comes in two pieces, of which the second is empty but for its end.
        line_number += usize::from(line.ends_with(b"\n") || line.ends_with(b"\r"));
        line_number -= usize::from(line == b"\n" && text.ends_with("\r\n"));
    }
    let mut notices = Vec::new();
    if let Some(&first) = other_lines.first() {
        let (n, name) = (other_lines.len(), others.name());
        let what = lines_in_words(&other_lines);
        notices.push((first, format!("UTF-8 but for {n} of its lines, which were read as {name}: {what}")));
    }
    if n_broken > 0 {
        notices.push(replaced(n_broken, "bytes", "UTF-8", &broken_lines));
    }
    finish(Cow::Owned(text), notices)
}

fn replaced(n: usize, units: &str, encoding: &str, lines: &[usize]) -> (usize, String) {
    let first = lines.first().copied().unwrap_or(1);
    let (unit, are, were) = match n {
        1 => (units.trim_end_matches('s'), "is", "was"),
        _ => (units, "are", "were"),
    };
    (first, format!("{n} {unit} that {are} not {encoding} {were} replaced by \u{fffd}: {}", lines_in_words(lines)))
}

fn finish(text: Cow<'_, str>, mut notices: Vec<(usize, String)>) -> Decoded {
    let nul_lines = lines_holding(&text, '\0');
    if let Some(&first) = nul_lines.first() {
        let (n, lines) = (nul_lines.len(), lines_in_words(&nul_lines));
        let what = if n == 1 { "NUL character was" } else { "NUL characters were" };
        notices.push((first, format!("{n} {what} replaced by \u{fffd}: {lines}")));
    }
    let text = match text {
        // Most texts are as they should be; a second copy of a large one costs as much as reading it.
        Cow::Owned(text) if is_normal(&text) => text,
        text => normalize(&text),
    };
    Decoded { text, notices }
}

/// The line, counted from 1, of each `wanted` in the text. Lines end as [`normalize`] ends them.
fn lines_holding(text: &str, wanted: char) -> Vec<usize> {
    let mut found = Vec::new();
    if !text.contains(wanted) {
        return found;
    }
    let (mut line, mut last) = (1, ' ');
    for c in text.chars() {
        if c == wanted {
            found.push(line);
        }
        line += usize::from(c == '\r' || c == '\n' && last != '\r');
        last = c;
    }
    found
}

#[cfg(test)]
mod tests;
