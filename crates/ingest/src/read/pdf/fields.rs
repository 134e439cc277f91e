//! What a PDF states about itself beside its pages: title, author, dates. Nothing here reads pages.

use hayro_syntax::Pdf;
use hayro_syntax::object::{DateTime, Dict, String as PdfString};

use crate::read::properties::{author, title};
use crate::read::{Field, Fields};

/// The fields of a file. The dates of a PDF are those of the file: nobody says when it was published.
pub(super) fn of(pdf: &Pdf) -> Fields {
    let metadata = pdf.metadata();
    let text = |bytes: &Option<Box<[u8]>>| bytes.as_deref().map(text_of).unwrap_or_default();
    let created = date(metadata.creation_date, "CreationDate");
    let changed = date(metadata.modification_date, "ModDate");
    let root: Option<Dict<'_>> = pdf.xref().get(pdf.xref().root_id());
    let language = root.and_then(|root| root.get::<PdfString<'_>>("Lang")).map(|tag| text_of(tag.as_bytes()));
    Fields {
        title: title(&text(&metadata.title), "the PDF's own properties: Title"),
        author: author(&text(&metadata.author), "the PDF's own properties: Author"),
        file_date: created.or(changed),
        language: language.and_then(|tag| Field::new(&tag, "the PDF's own properties: Lang")),
        ..Fields::default()
    }
}

fn date(date: Option<DateTime>, name: &str) -> Option<Field> {
    let DateTime { year, month, day, .. } = date?;
    // Some writers leave the date at zero.
    let is_date = (1980..=9999).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    is_date
        .then(|| Field::new(&format!("{year:04}-{month:02}-{day:02}"), &format!("the PDF's own properties: {name}")))?
}

/// A text string of a PDF: UTF-16 or UTF-8 with a mark, or PDFDocEncoding, which is read as Latin-1 with its few other
/// letters.
pub(super) fn text_of(bytes: &[u8]) -> String {
    let units = |from: fn([u8; 2]) -> u16| bytes[2..].chunks_exact(2).map(move |pair| from([pair[0], pair[1]]));
    let utf16 = |units: &mut dyn Iterator<Item = u16>| -> String {
        char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
    };
    let text = match bytes {
        [0xfe, 0xff, ..] => utf16(&mut units(u16::from_be_bytes)),
        [0xff, 0xfe, ..] => utf16(&mut units(u16::from_le_bytes)),
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => bytes.iter().map(|&byte| pdf_doc(byte)).collect(),
    };
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// A character of PDFDocEncoding (ISO 32000-1, annex D.2).
fn pdf_doc(byte: u8) -> char {
    const FROM_0X18: &[char] = &['˘', 'ˇ', 'ˆ', '˙', '˝', '˛', '˚', '˜'];
    const FROM_0X80: &[char] = &[
        '•', '†', '‡', '…', '—', '–', 'ƒ', '⁄', '‹', '›', '−', '‰', '„', '“', '”', '‘', '’', '‚', '™', 'ﬁ', 'ﬂ', 'Ł',
        'Œ', 'Š', 'Ÿ', 'Ž', 'ı', 'ł', 'œ', 'š', 'ž', '\u{fffd}', '€',
    ];
    match byte {
        0x18..=0x1f => FROM_0X18[usize::from(byte - 0x18)],
        0x80..=0xa0 => FROM_0X80[usize::from(byte - 0x80)],
        byte => char::from(byte),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_strings_are_read_in_each_of_their_encodings() {
        for (bytes, expected) in [
            (&b"Rain"[..], "Rain"),
            (b"\xfe\xff\x00R\xd8\x3d\xde\x00", "R😀"),
            (b"\xff\xfeR\x00\x22\x6f", "R漢"),
            (b"\xfe\xff\xd8\x3d\x00", "\u{fffd}"),
            (b"\xef\xbb\xbf\xc3\xa9", "é"),
            (b"Z\xfcrich \x84 \xa0 \x1f", "Zürich — € ˜"),
            (b"a\nb\0", "a b "),
            (b"\xfe\xff", ""),
            (b"", ""),
        ] {
            assert_eq!(text_of(bytes), expected, "{bytes:?}");
        }
    }
}
