//! From bytes to text. The text is fixed here: UTF-8, line ends as `\n`, NUL shown as U+FFFD, nothing else changed.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8};

/// Text and what had to be mended to get it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decoded {
    /// The text.
    pub text: String,
    /// What was replaced: the line it was first seen on, and a sentence about it.
    pub notices: Vec<(usize, String)>,
}

/// Decodes by byte order mark, as UTF-8, or by the encoding that the bytes look most like.
pub fn decode(bytes: &[u8]) -> Decoded {
    let encoding = match Encoding::for_bom(bytes) {
        Some((encoding, _)) => encoding,
        None if is_nearly_utf8(bytes) => UTF_8,
        None => detect(bytes),
    };
    // Replacement characters that are in the file already are not counted as ours.
    let (text, _, had_errors) = encoding.decode(bytes);
    let mut notices = Vec::new();
    if had_errors {
        let lines: Vec<usize> = lines_holding(&text, '\u{fffd}');
        let first = lines.first().copied().unwrap_or(1);
        notices
            .push((first, format!("{} bytes that are not {} were replaced by \u{fffd}", lines.len(), encoding.name())));
    } else if encoding != UTF_8 && Encoding::for_bom(bytes).is_none() {
        notices.push((1, format!("not UTF-8; read as {}, which it looks most like", encoding.name())));
    }
    let nul_lines = lines_holding(&text, '\0');
    if let Some(&first) = nul_lines.first() {
        notices.push((first, format!("{} NUL characters were replaced by \u{fffd}", nul_lines.len())));
    }
    Decoded { text: normalize(&text), notices }
}

/// The text with `\r\n` and `\r` as `\n`, and NUL as U+FFFD.
pub fn normalize(text: &str) -> String {
    let mut normal = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\r' => {
                chars.next_if_eq(&'\n');
                normal.push('\n');
            }
            '\0' => normal.push('\u{fffd}'),
            c => normal.push(c),
        }
    }
    normal
}

/// Whether the bytes are UTF-8 but for some damage: a few broken sequences do not make a file another encoding.
fn is_nearly_utf8(bytes: &[u8]) -> bool {
    let (mut broken, mut multi_byte) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        broken += usize::from(!chunk.invalid().is_empty());
        multi_byte += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
    }
    broken == 0 || multi_byte > broken
}

/// The legacy encoding that the bytes look most like.
fn detect(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Allow)
}

/// The line, counted from 1, of each `wanted` in the text.
fn lines_holding(text: &str, wanted: char) -> Vec<usize> {
    let mut line = 1;
    let mut found = Vec::new();
    for c in text.chars() {
        if c == wanted {
            found.push(line);
        }
        line += usize::from(c == '\n');
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], text: &str, notice: Option<(usize, &str)>) {
        let decoded = decode(bytes);
        assert_eq!(decoded.text, text);
        let found = decoded.notices.first().map(|(line, words)| (*line, words.as_str()));
        match (found, notice) {
            (None, None) => {}
            (Some((line, words)), Some((wanted, part))) => {
                assert!(line == wanted && words.contains(part), "{line}: {words}")
            }
            _ => panic!("{found:?} where {notice:?} was wanted"),
        }
    }

    #[test]
    fn marks_utf8_and_legacy_encodings_are_told_apart() {
        check("Zürich".as_bytes(), "Zürich", None);
        check(b"\xef\xbb\xbfRain", "Rain", None);
        check(b"\xff\xfeR\x00n\x00", "Rn", None);
        check(b"\xfe\xff\x00R\x00n", "Rn", None);
        check(b"In Z\xfcrich it rained.", "In Zürich it rained.", Some((1, "windows-1252")));
    }

    #[test]
    fn only_line_ends_and_what_no_text_can_hold_are_changed() {
        check(b"a\r\nb\rc\nd", "a\nb\nc\nd", None);
        check(b"a \t b\x0c", "a \t b\u{c}", None);
        check(b"a\nb\0", "a\nb\u{fffd}", Some((2, "1 NUL")));
        check(
            "Zürich é ö\n".as_bytes().iter().chain(b"\xff").copied().collect::<Vec<_>>().as_slice(),
            "Zürich é ö\n\u{fffd}",
            Some((2, "UTF-8")),
        );
    }
}
