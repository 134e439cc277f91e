//! From files to documents as received: which format the bytes are, and one [`Received`] for each document in them.
//!
//! A reader decodes and takes fields apart. It does not clean, and it knows no language.

mod blocks;
mod docx;
mod epub;
mod jsonl;
mod odt;
mod office;
mod package;
mod pdf;
mod properties;
#[cfg(test)]
mod soundness;
mod text;
mod xml;

use corpus::model::{Block, Format};

use crate::report::Report;

/// A document as received, before anything is known about its text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Received {
    /// The `id` of a JSONL line, or the path.
    pub id: String,
    /// Path of its file; of a member of an archive or a message, the path of that file and its own inside of it.
    pub path: String,
    /// What its slug is made from.
    pub slug_hint: String,
    /// The bytes' SHA-256.
    pub sha256: [u8; 32],
    /// What the bytes were read as.
    pub format: Format,
    /// The text, decoded and with its line ends as `\n`; all spans refer to it.
    pub text: String,
    /// What the reader knows about the parts of the text.
    pub layout: Layout,
    /// What stands beside the text.
    pub fields: Fields,
    /// For paged formats: the byte at which each page begins, from page 1 on.
    pub page_starts: Vec<u32>,
}

/// What a reader knows about the parts of a text.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Layout {
    /// Lines and nothing else; they may hold furniture.
    #[default]
    Lines,
    /// Lines of a text that was given as clean: nothing in it is furniture.
    Clean,
    /// The format states its blocks; furniture among them has its reason. They are in text order, do not overlap, and
    /// only white space lies outside of them.
    Blocks(Vec<Block>),
}

/// Properties of a document that its format states beside the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fields {
    /// Its title.
    pub title: Option<Field>,
    /// When it was published.
    pub published: Option<Field>,
    /// When it was last changed.
    pub updated: Option<Field>,
    /// The date of the file: when it was made or packed.
    pub file_date: Option<Field>,
    /// Where it was published.
    pub url: Option<Field>,
    /// Its outlet.
    pub source: Option<Field>,
    /// Who wrote it.
    pub author: Option<Field>,
    /// Its language as a BCP 47 tag.
    pub language: Option<Field>,
}

/// A value as worded, and where it was read: "the title given beside the text", "JSON-LD of the page: datePublished".
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Field {
    /// The value, never blank.
    pub value: String,
    /// Where it was read, in words.
    pub by: String,
}

impl Field {
    /// The field, or `None` where the value is blank.
    pub fn new(value: &str, by: &str) -> Option<Self> {
        let value = value.trim();
        (!value.is_empty()).then(|| Self { value: value.to_owned(), by: by.to_owned() })
    }
}

/// Reads one file. What cannot be read is reported and gives no document.
pub fn read(path: &str, bytes: &[u8], report: &mut Report) -> Vec<Received> {
    if pdf::is_pdf(bytes) {
        return pdf::read(path, bytes, report);
    }
    match package::kind(bytes) {
        Some(package::Kind::Docx) => return docx::read(path, bytes, report),
        Some(package::Kind::Odt) => return odt::read(path, bytes, report),
        Some(package::Kind::Epub) => return epub::read(path, bytes, report),
        None => {}
    }
    match unreadable(path, bytes) {
        Some(message) => {
            report.file(path, message);
            Vec::new()
        }
        None if extension(path) == "jsonl" => jsonl::read(path, bytes, report),
        None => text::read(path, bytes, report),
    }
}

/// The extension of a path in lower case; empty if there is none.
fn extension(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or_else(String::new, |(_, extension)| extension.to_ascii_lowercase())
}

/// Why a file cannot be read yet, or `None` if it can.
fn unreadable(path: &str, bytes: &[u8]) -> Option<String> {
    const MAGIC: &[(&[u8], &str)] = &[
        (b"PK\x03\x04", "a ZIP archive (or an office document)"),
        (b"PK\x05\x06", "an empty ZIP archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"),
        (b"{\\rtf", "rich text"),
        (b"\x1f\x8b", "gzip"),
        (b"BZh", "bzip2"),
        (b"7z\xbc\xaf\x27\x1c", "7-Zip"),
        (b"\x89PNG", "a picture"),
        (b"\xff\xd8\xff", "a picture"),
        (b"GIF8", "a picture"),
        (b"SQLite format 3", "a database"),
        (b"\x7fELF", "a program"),
    ];
    if matches!(extension(path).as_str(), "html" | "htm" | "xhtml") {
        return Some("not read: HTML is not read yet".to_owned());
    }
    if let Some((_, what)) = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Some(format!("not read: it is {what}, and only plain text and JSON Lines are read yet"));
    }
    if u32::try_from(bytes.len()).is_err() {
        return Some("not read: it is larger than 4 GiB".to_owned());
    }
    let has_utf16_mark = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]);
    let n_nul = bytes.iter().filter(|&&byte| byte == 0).count();
    // A stray NUL is damage in a text; one byte in ten is a program, a picture or a database.
    if !has_utf16_mark && n_nul > 1 && n_nul * 10 >= bytes.len() {
        return Some("not read: it is full of NUL bytes, so it is not text".to_owned());
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(path: &str, bytes: &[u8], n_documents: usize, problem: &str) {
        let mut report = Report::default();
        assert_eq!(read(path, bytes, &mut report).len(), n_documents, "{path}");
        match report.problems.as_slice() {
            [] => assert!(problem.is_empty(), "{path}: no problem where {problem:?} was wanted"),
            [first, ..] => assert!(!problem.is_empty() && first.message.contains(problem), "{first}"),
        }
    }

    #[test]
    fn text_is_read_and_other_formats_are_reported() {
        check("a.txt", b"A story.", 1, "");
        check("notes", b"A story.", 1, "");
        check("a.MD", b"A story.", 1, "");
        check("a.weird", b"A story.", 1, "");
        check("a.pdf", b"%PDF-1.7 \n", 0, "damaged");
        check("a.txt", b"PK\x03\x04 \n", 0, "ZIP");
        check("a.html", b"<p>A story.", 0, "HTML is not read yet");
        check("a.bin", &[1, 0, 0, 0, 2, 0, 0], 0, "NUL");
        check("a.txt", b"A\0 story that has one stray byte in it.", 1, "NUL");
        check("a.jsonl", b"{\"text\":\"A story.\"}\n{\"text\":\"Another.\"}\n", 2, "");
    }
}
