//! How much a PDF may ask for: what its streams unpack to, how many codes its fonts give a width to. The crates that
//! parse it know no such bounds, so they are checked here, before they are asked. Nothing here reads text.

use std::io::Read;

use flate2::read::ZlibDecoder;
use hayro_syntax::Filter;
use hayro_syntax::object::dict::keys;
use hayro_syntax::object::{Array, Dict, Number, Object, Stream};

/// Most bytes that one stream may unpack to.
const MAX_UNPACKED: u64 = 256 << 20;

/// Most bytes that all streams which are not pictures may unpack to, of which a file is made before it is read.
const MAX_UNPACKED_IN_ALL: u64 = 2 << 30;

/// How many bytes one byte can unpack to: at most 258 of two bits with deflate; with LZW a code of 12 bits that stands
/// for all that a table of 4,096 codes can grow to.
const DEFLATE_RATIO: u64 = 1032;
const LZW_RATIO: u64 = 2731;

/// Codes of a font are numbers of at most 16 bits in practice; a table of more of them is no font's.
const MAX_CODES: i64 = 1 << 16;

/// Whether the parts of the file that must be unpacked to find its objects stay within bounds: every stream that does
/// not say it is a picture, as it stands in the file.
pub(super) fn file_is_bounded(bytes: &[u8]) -> bool {
    let mut total = 0;
    let mut rest = bytes;
    while let Some(at) = find(rest, b"stream") {
        let (before, after) = (&rest[..at], &rest[at + b"stream".len()..]);
        if before.ends_with(b"end") {
            rest = after;
            continue;
        }
        let dict = &before[before.len().saturating_sub(4096)..];
        let dict = &dict[find_last(dict, b" obj").unwrap_or(0)..];
        let len = find(after, b"endstream").unwrap_or(after.len());
        let (data, next) = after.split_at(len);
        rest = next;
        if find(dict, b"/Image").is_some() {
            continue;
        }
        let data = data.trim_ascii_start();
        let n_packings = count(dict, b"/Fl") + count(dict, b"/LZW");
        let unpacked = match n_packings {
            0 => data.len() as u64,
            // Also of an encrypted stream, whose length is that of what it hides.
            1 if total + data.len() as u64 * LZW_RATIO <= MAX_UNPACKED_IN_ALL / 8 => data.len() as u64 * LZW_RATIO,
            1 => unpacked_len(data).unwrap_or(data.len() as u64 * 16),
            _ => return false,
        };
        total += unpacked;
        if unpacked > MAX_UNPACKED || total > MAX_UNPACKED_IN_ALL {
            return false;
        }
    }
    true
}

/// Whether a stream unpacks to no more than is allowed.
pub(super) fn stream_is_bounded(stream: &Stream<'_>) -> bool {
    let filters = stream.filters();
    let n_packings = filters.iter().filter(|filter| matches!(filter, Filter::FlateDecode | Filter::LzwDecode)).count();
    let data = stream.raw_data();
    let len = data.len() as u64;
    match (n_packings, filters.contains(&Filter::LzwDecode)) {
        (0, _) => len <= MAX_UNPACKED,
        (1, true) => len * LZW_RATIO <= MAX_UNPACKED,
        // Only what is large is unpacked to see how large it becomes.
        (1, false) => len * DEFLATE_RATIO <= MAX_UNPACKED || unpacked_len(&data).is_some_and(|len| len <= MAX_UNPACKED),
        _ => false,
    }
}

/// How many bytes deflated data becomes, counted up to what is allowed; `None` if it is not whole.
fn unpacked_len(data: &[u8]) -> Option<u64> {
    let mut unpacked = ZlibDecoder::new(data).take(MAX_UNPACKED + 1);
    std::io::copy(&mut unpacked, &mut std::io::sink()).ok()
}

/// Whether all that a font is made of stays within bounds: the streams it is read from, and its tables of widths, which
/// can name four thousand million codes in a few bytes.
pub(super) fn font_is_bounded(font: &Dict<'_>) -> bool {
    let descendant = font.get::<Array<'_>>(keys::DESCENDANT_FONTS).and_then(|fonts| fonts.iter::<Dict<'_>>().next());
    [Some(font), descendant.as_ref()].into_iter().flatten().all(|dict| {
        let descriptor = dict.get::<Dict<'_>>(keys::FONT_DESC).unwrap_or_default();
        let streams = [keys::TO_UNICODE, keys::ENCODING, keys::CID_TO_GID_MAP]
            .into_iter()
            .filter_map(|key| dict.get::<Stream<'_>>(key))
            .chain(
                [keys::FONT_FILE, keys::FONT_FILE2, keys::FONT_FILE3]
                    .into_iter()
                    .filter_map(|key| descriptor.get::<Stream<'_>>(key)),
            )
            .collect::<Vec<_>>();
        streams.iter().all(stream_is_bounded)
            && dict.get::<i64>(keys::FIRST_CHAR).is_none_or(|first| (0..MAX_CODES).contains(&first))
            && widths_are_bounded(dict, keys::W, 1)
            && widths_are_bounded(dict, keys::W2, 3)
    })
}

/// Whether the ranges `first last width…` of a table of widths name no more codes than a font has. Entries of the other
/// form, `first [width …]`, are as long as what stands in the file.
fn widths_are_bounded(dict: &Dict<'_>, key: &[u8], n_values: usize) -> bool {
    let Some(table) = dict.get::<Array<'_>>(key) else { return true };
    let mut numbers: Vec<Number> = Vec::new();
    let mut n_codes = 0;
    for object in table.iter::<Object<'_>>() {
        match object {
            Object::Number(number) => numbers.push(number),
            _ => numbers.clear(),
        }
        if numbers.len() == 2 + n_values {
            n_codes += numbers[1].as_i64().saturating_sub(numbers[0].as_i64()).max(0);
            numbers.clear();
        }
        if n_codes > MAX_CODES {
            return false;
        }
    }
    true
}

fn find(haystack: &[u8], needle: &[u8]) -> Option<usize> {
    let first = *needle.first()?;
    let mut from = 0;
    while let Some(step) = haystack.get(from..)?.iter().position(|&byte| byte == first) {
        let at = from + step;
        if haystack[at..].starts_with(needle) {
            return Some(at);
        }
        from = at + 1;
    }
    None
}

fn find_last(haystack: &[u8], needle: &[u8]) -> Option<usize> {
    haystack.windows(needle.len()).rposition(|window| window == needle)
}

fn count(haystack: &[u8], needle: &[u8]) -> usize {
    haystack.windows(needle.len()).filter(|window| *window == needle).count()
}
