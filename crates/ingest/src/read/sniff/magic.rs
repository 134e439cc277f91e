//! Formats that their first bytes tell.

use super::Kind;

/// Bytes at a place of a file, and what a file that has them there is.
type Magic = (usize, &'static [u8], Kind);

const PICTURE: Kind = Kind::Unreadable("a picture");
const SOUND: Kind = Kind::Unreadable("a sound recording");
const FILM: Kind = Kind::Unreadable("a film");
const PROGRAM: Kind = Kind::Unreadable("a program");
const DATABASE: Kind = Kind::Unreadable("a database; export its tables as CSV");
const FONT: Kind = Kind::Unreadable("a font");
const OTHER_ARCHIVE: Kind = Kind::Unreadable("packed in a way that is not unpacked here; pack it as ZIP");

/// None of these begins a text that people write; where letters alone would, more is asked for below.
const MAGIC: &[Magic] = &[
    (0, b"PK\x03\x04", Kind::Zip),
    (0, b"PK\x05\x06", Kind::Zip),
    (0, b"\x1f\x8b\x08", Kind::Gzip),
    (0, b"{\\rtf", Kind::Unreadable("rich text (RTF); save it as DOCX or plain text")),
    (0, b"\x89PNG\r\n\x1a\n", PICTURE),
    (0, b"\xff\xd8\xff", PICTURE),
    (0, b"GIF87a", PICTURE),
    (0, b"GIF89a", PICTURE),
    (0, b"II*\0", PICTURE),
    (0, b"MM\0*", PICTURE),
    (0, b"\0\0\x01\0", PICTURE),
    (0, b"8BPS\0", PICTURE),
    (8, b"WEBPVP8", PICTURE),
    (8, b"WAVEfmt", SOUND),
    (8, b"AVI LIST", FILM),
    (0, b"OggS\0", SOUND),
    (0, b"fLaC\0", SOUND),
    (0, b"ID3\x02", SOUND),
    (0, b"ID3\x03", SOUND),
    (0, b"ID3\x04", SOUND),
    (0, b"\xff\xfb", SOUND),
    (0, b"\x1a\x45\xdf\xa3", FILM),
    (0, b"\0\0\x01\xba", FILM),
    (0, b"SQLite format 3\0", DATABASE),
    (4, b"Standard Jet DB\0", DATABASE),
    (4, b"Standard ACE DB\0", DATABASE),
    (0, b"PAR1\x15", DATABASE),
    (0, b"\x7fELF", PROGRAM),
    (0, b"\xca\xfe\xba\xbe", PROGRAM),
    (0, b"\xcf\xfa\xed\xfe", PROGRAM),
    (0, b"\xce\xfa\xed\xfe", PROGRAM),
    (0, b"\0asm", PROGRAM),
    (0, b"wOFF\0", FONT),
    (0, b"wOF2\0", FONT),
    (0, b"OTTO\0", FONT),
    (0, b"\0\x01\0\0\0", FONT),
    (0, b"7z\xbc\xaf\x27\x1c", OTHER_ARCHIVE),
    (0, b"Rar!\x1a\x07", OTHER_ARCHIVE),
    (0, b"\xfd7zXZ\0", OTHER_ARCHIVE),
    (0, b"\x28\xb5\x2f\xfd", OTHER_ARCHIVE),
    (0, b"MSCF\0\0\0\0", OTHER_ARCHIVE),
    (0, b"\x78\x9f\x3e\x22", Kind::Unreadable("Outlook's own form of an attachment (winmail.dat)")),
];

/// What the first bytes say, or `None` if they may be text.
pub(super) fn kind(bytes: &[u8], ending: &str) -> Option<Kind> {
    let has = |at: usize, magic: &[u8]| bytes.get(at..).is_some_and(|rest| rest.starts_with(magic));
    if is_pdf(bytes, ending) {
        return Some(Kind::Pdf);
    }
    if has(0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        return Some(Kind::Unreadable(old_office(bytes)));
    }
    if is_tar(bytes) {
        return Some(Kind::Tar);
    }
    let is_bzip2 = has(0, b"BZh") && has(4, b"1AY&SY");
    let is_windows_program = has(0, b"MZ") && bytes.iter().take(64).filter(|&&byte| byte == 0).count() > 8;
    let is_bitmap = has(0, b"BM") && has(6, &[0, 0, 0, 0]);
    let is_outlook_file = has(0, b"!BDN") && has(8, b"SM");
    let is_media = has(0, &[0]) && has(4, b"ftyp");
    match () {
        () if is_outlook_file => {
            Some(Kind::Unreadable("an Outlook data file (PST); export its messages as .eml or .mbox"))
        }
        () if is_media => Some(media(bytes)),
        () if is_bzip2 => Some(OTHER_ARCHIVE),
        () if is_windows_program => Some(PROGRAM),
        () if is_bitmap => Some(PICTURE),
        () => MAGIC.iter().find(|(at, magic, _)| has(*at, magic)).map(|(_, _, kind)| *kind),
    }
}

/// Pictures of telephones share their container with films.
fn media(bytes: &[u8]) -> Kind {
    match bytes.get(8..12) {
        Some(b"heic" | b"heix" | b"mif1" | b"msf1" | b"avif") => PICTURE,
        Some(b"M4A ") => SOUND,
        _ => FILM,
    }
}

/// Readers of PDF forgive what stands before the mark; in a text about PDF it may stand anywhere.
fn is_pdf(bytes: &[u8], ending: &str) -> bool {
    let start = &bytes[..bytes.len().min(1024)];
    start.trim_ascii_start().starts_with(b"%PDF-") || ending == "pdf" && start.windows(5).any(|five| five == b"%PDF-")
}

/// Old office files share one container; the names of its streams, in UTF-16, tell what they are.
fn old_office(bytes: &[u8]) -> &'static str {
    let holds = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        // Streams are listed in sectors of 512 bytes, each name at the start of a 128-byte entry.
        bytes.chunks_exact(128).any(|entry| entry.starts_with(&name))
    };
    match () {
        () if holds("WordDocument") => "an old Word document; save it as DOCX or PDF",
        () if holds("Workbook") || holds("Book") => "an old spreadsheet; save its sheets as CSV",
        () if holds("PowerPoint Document") => "old slides; save them as PDF",
        () if holds("__properties_version1.0") => "a message saved by Outlook (MSG); save it as .eml",
        () if holds("EncryptedPackage") => "an office document locked with a password; save it without one",
        () => "an old office document; save it as DOCX or PDF",
    }
}

/// Whether a tar archive begins here: its mark, or the checksum that archives had before there was a mark.
pub(in crate::read) fn is_tar(bytes: &[u8]) -> bool {
    let Some(header) = bytes.get(..512) else { return false };
    if header[0] == 0 {
        return false;
    }
    let digits = header[148..156].trim_ascii_start();
    let stated = digits.iter().take_while(|byte| (b'0'..=b'7').contains(byte));
    let stated = stated.fold(0u32, |sum, digit| (sum << 3) + u32::from(digit - b'0'));
    let sum = |bytes: &[u8]| bytes.iter().map(|&byte| u32::from(byte)).sum::<u32>();
    // The checksum's own field counts as blanks.
    stated == sum(&header[..148]) + 8 * u32::from(b' ') + sum(&header[156..])
}
