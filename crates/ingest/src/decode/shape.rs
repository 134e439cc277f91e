//! What bytes of text are: which encoding, and whether all of it. It only looks; `decode` makes the text.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::Encoding;

/// How much of a file is looked at to tell encodings of two and four bytes.
const SAMPLE_LEN: usize = 8 << 10;

/// What bytes are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Shape {
    /// Nothing but UTF-8, after a byte order mark of this length.
    Utf8 { mark_len: usize },
    /// UTF-8 for the most part; `others` is what the lines that are not look like.
    Utf8Damaged { mark_len: usize, others: &'static Encoding },
    /// UTF-16 or UTF-32.
    Wide(Wide),
    /// An encoding that is no Unicode.
    Other(&'static Encoding),
}

/// An encoding whose units have two or four bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Wide {
    unit_len: usize,
    is_big_endian: bool,
    has_mark: bool,
    /// Whether a mark or the format says that it is so.
    pub(super) is_stated: bool,
}

impl Wide {
    pub(super) fn name(self) -> &'static str {
        match (self.unit_len, self.is_big_endian) {
            (2, false) => "UTF-16LE",
            (2, true) => "UTF-16BE",
            (_, false) => "UTF-32LE",
            (_, true) => "UTF-32BE",
        }
    }

    /// The same, said to be so by a format.
    pub(super) fn stated(self) -> Self {
        Self { is_stated: true, ..self }
    }

    /// The text without its mark, and how many units were no characters.
    pub(super) fn decode(self, bytes: &[u8]) -> (String, usize) {
        let bytes = &bytes[if self.has_mark { self.unit_len } else { 0 }..];
        let (units, rest) = bytes.split_at(bytes.len() - bytes.len() % self.unit_len);
        let mut n_broken = usize::from(!rest.is_empty());
        let mut text = String::with_capacity(units.len());
        let mut push = |decoded: Option<char>| {
            n_broken += usize::from(decoded.is_none());
            text.push(decoded.unwrap_or('\u{fffd}'));
        };
        let numbers = units.chunks_exact(self.unit_len).map(|unit| self.number(unit));
        match self.unit_len {
            2 => char::decode_utf16(numbers.map(|number| number as u16)).for_each(|unit| push(unit.ok())),
            _ => numbers.for_each(|number| push(char::from_u32(number))),
        }
        if !rest.is_empty() {
            text.push('\u{fffd}');
        }
        (text, n_broken)
    }

    fn number(self, unit: &[u8]) -> u32 {
        let join = |number, byte: &u8| number << 8 | u32::from(*byte);
        if self.is_big_endian { unit.iter().fold(0, join) } else { unit.iter().rev().fold(0, join) }
    }
}

/// Whether the bytes are UTF-16 or UTF-32, whose zeros are no sign of a program or a picture.
pub(crate) fn is_wide(bytes: &[u8]) -> bool {
    wide(bytes).is_some()
}

pub(super) fn shape(bytes: &[u8]) -> Shape {
    if let Some(wide) = wide(bytes) {
        return Shape::Wide(wide);
    }
    let mark_len = if bytes.starts_with(b"\xef\xbb\xbf") { 3 } else { 0 };
    let body = &bytes[mark_len..];
    match std::str::from_utf8(body) {
        // Escape sequences that switch to two-byte Japanese make sense in nothing else.
        Ok(text) if mark_len == 0 && text.contains("\x1b$") => {
            let encoding = detect([bytes], Iso2022JpDetection::Allow);
            if encoding.is_ascii_compatible() { Shape::Utf8 { mark_len } } else { Shape::Other(encoding) }
        }
        Ok(_) => Shape::Utf8 { mark_len },
        Err(_) => legacy_or_damaged(body, mark_len),
    }
}

/// Tells a file of another encoding from UTF-8 that is damaged, or that another program has added lines to.
fn legacy_or_damaged(bytes: &[u8], mark_len: usize) -> Shape {
    let (mut n_broken, mut n_multi_byte) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        n_broken += usize::from(!chunk.invalid().is_empty());
        n_multi_byte += chunk.valid().bytes().filter(|&byte| byte >= 0xc0).count();
    }
    let lines = || bytes.split(|&byte| matches!(byte, b'\n' | b'\r')).filter(|line| !line.is_ascii());
    let is_utf8 = |line: &&[u8]| std::str::from_utf8(line).is_ok();
    let others = detect(lines().filter(|line| !is_utf8(line)), Iso2022JpDetection::Deny);
    // Accents of one byte each hardly ever look like UTF-8, and if they do, they make no sense in their own encoding.
    // The pairs of East Asian encodings look like UTF-8 often enough to need a majority.
    let senseless = || lines().filter(is_utf8).filter(|line| other_reading(line, others).is_none()).count();
    let is_damaged = mark_len > 0 || n_multi_byte > n_broken || others.is_single_byte() && senseless() > 0;
    if is_damaged { Shape::Utf8Damaged { mark_len, others } } else { Shape::Other(others) }
}

/// The line as text of the other encoding, or `None` if it would make no sense there.
pub(super) fn other_reading(line: &[u8], encoding: &'static Encoding) -> Option<String> {
    let text = encoding.decode_without_bom_handling_and_without_replacement(line)?;
    let (mut before, mut chars) = (' ', text.chars().peekable());
    while let Some(c) = chars.next() {
        let after = chars.peek().copied().unwrap_or(' ');
        let is_sense = match c {
            _ if c.is_ascii() => true,
            _ if c.is_alphabetic() => {
                let is_inside = before.is_alphabetic() || after.is_alphabetic();
                is_inside && !(c.is_uppercase() && before.is_lowercase())
            }
            _ => is_mark_of_text(c),
        };
        if !is_sense {
            return None;
        }
        before = c;
    }
    Some(text.into_owned())
}

/// Punctuation and signs that texts in encodings of one byte hold.
fn is_mark_of_text(c: char) -> bool {
    matches!(c, '\u{2010}'..='\u{203a}' | '\u{3000}'..='\u{303f}' | '\u{ff00}'..='\u{ff65}')
        || "\u{a0}«»¡¿·…•€£¥¢§©®°ºª¹²³½¼¾×±µ¶†‡‰™№´".contains(c)
}

/// The encoding, none of Unicode's, that the pieces look most like.
fn detect<'b>(pieces: impl IntoIterator<Item = &'b [u8]>, japanese: Iso2022JpDetection) -> &'static Encoding {
    let mut detector = EncodingDetector::new(japanese);
    for piece in pieces {
        detector.feed(piece, false);
        // Pieces are lines of their own: the end of one and the start of the next are not neighbours.
        detector.feed(b"\n", false);
    }
    detector.feed(b"", true);
    detector.guess(None, Utf8Detection::Deny)
}

fn wide(bytes: &[u8]) -> Option<Wide> {
    let marked = |unit_len, is_big_endian| Some(Wide { unit_len, is_big_endian, has_mark: true, is_stated: true });
    match bytes {
        [0xff, 0xfe, 0, 0, ..] if bytes.len().is_multiple_of(4) => marked(4, false),
        [0, 0, 0xfe, 0xff, ..] => marked(4, true),
        [0xff, 0xfe, ..] => marked(2, false),
        [0xfe, 0xff, ..] => marked(2, true),
        _ => wide_without_mark(&bytes[..bytes.len().min(SAMPLE_LEN)]),
    }
}

/// Tells UTF-16 and UTF-32 without a mark by where the zeros lie, and by whether they make sense so.
fn wide_without_mark(sample: &[u8]) -> Option<Wide> {
    if sample.len() < 4 || !sample.contains(&0) {
        return None;
    }
    let mut zeros = [0usize; 4];
    for (idx, _) in sample.iter().enumerate().filter(|(_, byte)| **byte == 0) {
        zeros[idx % 4] += 1;
    }
    let n_zeros: usize = zeros.iter().sum();
    let quarter = sample.len() / 4;
    let unmarked = |unit_len, is_big_endian| Wide { unit_len, is_big_endian, has_mark: false, is_stated: false };
    let (even, odd) = (zeros[0] + zeros[2], zeros[1] + zeros[3]);
    let candidate = if zeros[3] >= quarter && zeros[2] * 10 >= quarter * 9 && zeros[0] * 10 <= quarter {
        unmarked(4, false)
    } else if zeros[0] >= quarter && zeros[1] * 10 >= quarter * 9 && zeros[3] * 10 <= quarter {
        unmarked(4, true)
    } else if even * 20 <= odd {
        unmarked(2, false)
    } else if odd * 20 <= even {
        unmarked(2, true)
    } else {
        return None;
    };
    // A text of one byte per letter that a few NULs were strewn over would read as rare Chinese.
    let n_ascii = sample.iter().filter(|byte| matches!(byte, b'\t' | b'\n' | b'\r' | b' '..=b'~')).count();
    let is_strewn = n_zeros * 3 < sample.len() && n_ascii * 10 > (sample.len() - n_zeros) * 9;
    let (text, n_broken) = candidate.decode(&sample[..sample.len() - sample.len() % 4]);
    let n_chars = text.chars().count();
    let n_text = text.chars().filter(|&c| is_of_text(c)).count();
    (!is_strewn && n_broken <= 1 && n_text * 20 >= n_chars * 19).then_some(candidate)
}

fn is_of_text(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='~') || c.is_alphanumeric() || is_mark_of_text(c)
}
