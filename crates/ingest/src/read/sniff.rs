//! What a file is: by its first bytes, then by how its text begins, and by the ending of its name only where these do
//! not say. It looks at beginnings (of a ZIP, at its list of members) and reads no document.

mod headers;
mod magic;

use std::io::Cursor;

use encoding_rs::UTF_8;
use zip::ZipArchive;

use crate::decode::{decode, is_wide};
pub(super) use headers::looks_like_a_message;
pub(super) use magic::is_tar;

/// How much of a text is looked at.
const HEAD_LEN: usize = 16 << 10;

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A PDF.
    Pdf,
    /// An Office Open XML text.
    Docx,
    /// An OpenDocument text.
    Odt,
    /// An electronic book.
    Epub,
    /// A ZIP archive of files.
    Zip,
    /// One file packed with gzip.
    Gzip,
    /// A tar archive.
    Tar,
    /// One message.
    Email,
    /// Messages one after another.
    Mbox,
    /// A web page saved as one message.
    Mhtml,
    /// A web page.
    Html,
    /// One JSON object a line.
    JsonLines,
    /// JSON: an object, several, or a list of them.
    Json,
    /// Values parted by commas, semicolons, tabs or bars.
    Table,
    /// Markdown.
    Markdown,
    /// Text and nothing known about it.
    Text,
    /// Something that holds no text that can be read: what it is, in words.
    Unreadable(&'static str),
}

/// Tells what a file is.
pub(crate) fn sniff(path: &str, bytes: &[u8]) -> Kind {
    let ending = ending(path);
    if let Some(kind) = magic::kind(bytes, &ending) {
        return match kind {
            Kind::Zip => zip_kind(bytes, &ending),
            kind => kind,
        };
    }
    if !is_wide(bytes) {
        if has_too_many_nuls(bytes) {
            return Kind::Unreadable("full of NUL bytes, so it is not text");
        }
        if has_too_many_controls(&bytes[..bytes.len().min(HEAD_LEN)]) {
            return Kind::Unreadable("full of control characters, so it is not text");
        }
    }
    let head = decode(&bytes[..bytes.len().min(HEAD_LEN)]).text;
    text_kind(&head, bytes, &ending)
}

/// The ending of a name in lower case; empty if there is none.
fn ending(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or_else(String::new, |(_, ending)| ending.to_lowercase())
}

/// A stray NUL is damage in a text; one byte in ten is a program, a picture or a database.
fn has_too_many_nuls(bytes: &[u8]) -> bool {
    let n_nul = bytes.iter().filter(|&&byte| byte == 0).count();
    n_nul > 1 && n_nul >= bytes.len() / 10
}

/// Of packed or encrypted bytes a tenth are control characters; texts hold hardly any, but for those that lay it out
/// and those that coloured a terminal.
fn has_too_many_controls(head: &[u8]) -> bool {
    // Without branches, so that many bytes are looked at in one step.
    let is_control = |&byte: &u8| {
        let is_known =
            (byte == b'\t') | (byte == b'\n') | (byte == b'\r') | (byte == 0x0c) | (byte == 0x1b) | (byte == 0);
        usize::from((byte < b' ') & !is_known | (byte == 0x7f))
    };
    let n_controls: usize = head.iter().map(is_control).sum();
    n_controls > 4 && n_controls * 20 > head.len()
}

/// Office documents and books are ZIP archives; their members say which.
fn zip_kind(bytes: &[u8], ending: &str) -> Kind {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else {
        // The list of members is at the end, and it is damaged or missing: the name has to do.
        return match ending {
            "docx" | "docm" => Kind::Docx,
            "odt" => Kind::Odt,
            "epub" => Kind::Epub,
            _ => Kind::Zip,
        };
    };
    for (member, kind) in [
        ("word/document.xml", Kind::Docx),
        ("xl/workbook.xml", Kind::Unreadable("a spreadsheet; save its sheets as CSV")),
        ("xl/workbook.bin", Kind::Unreadable("a spreadsheet; save its sheets as CSV")),
        ("ppt/presentation.xml", Kind::Unreadable("slides; save them as PDF")),
    ] {
        if archive.index_for_name(member).is_some() {
            return kind;
        }
    }
    // Some programs number the main part of a text.
    let is_main_part = |name: &str| name.starts_with("word/document") && name.ends_with(".xml");
    if archive.file_names().flatten().any(|name| is_main_part(&name)) {
        return Kind::Docx;
    }
    let mut media_type = Vec::new();
    if let Ok(member) = archive.by_name("mimetype") {
        // A media type is a word; what is longer is none, and what cannot be read says nothing.
        let _ = std::io::Read::read_to_end(&mut std::io::Read::take(member, 200), &mut media_type);
    }
    let (media_type, _) = UTF_8.decode_without_bom_handling(&media_type);
    match media_type.trim().trim_start_matches("application/") {
        "epub+zip" => Kind::Epub,
        "vnd.oasis.opendocument.text" | "vnd.oasis.opendocument.text-template" => Kind::Odt,
        "vnd.oasis.opendocument.spreadsheet" => Kind::Unreadable("a spreadsheet; save its sheets as CSV"),
        "vnd.oasis.opendocument.presentation" => Kind::Unreadable("slides; save them as PDF"),
        "vnd.oasis.opendocument.graphics" => Kind::Unreadable("a drawing"),
        _ if archive.index_for_name("META-INF/container.xml").is_some() => Kind::Epub,
        _ => Kind::Zip,
    }
}

/// What a text is, told by how it begins.
fn text_kind(head: &str, bytes: &[u8], ending: &str) -> Kind {
    if let Some(kind) = headers::kind(head, ending) {
        return kind;
    }
    match ending {
        "jsonl" | "ndjson" => return Kind::JsonLines,
        "md" | "markdown" | "mdown" | "mkd" if !is_page(head, ending) => return Kind::Markdown,
        _ => {}
    }
    if is_page(head, ending) {
        return Kind::Html;
    }
    if is_drawing(head) {
        return Kind::Unreadable("a picture");
    }
    if let Some(kind) = json_kind(head, bytes, ending) {
        return kind;
    }
    if super::table::is_table(head, ending) { Kind::Table } else { Kind::Text }
}

/// Whether a text is a web page. The first tag says so; tags that people also write into plain texts need a name that
/// does not say otherwise.
fn is_page(head: &str, ending: &str) -> bool {
    let is_named = matches!(ending, "html" | "htm" | "xhtml" | "xht" | "shtml");
    if is_named {
        return true;
    }
    let start = after_prologue(head);
    let begins_with = |tag: &str| {
        let is_tag = start.get(..tag.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(tag));
        is_tag && start[tag.len()..].starts_with(|c: char| c.is_ascii_whitespace() || matches!(c, '>' | '/'))
    };
    if begins_with("<!doctype html") || begins_with("<html") {
        return true;
    }
    let may_be_page = matches!(ending, "" | "php" | "asp" | "aspx" | "jsp" | "cfm" | "cgi");
    may_be_page
        && ["<head", "<body", "<title", "<meta", "<div", "<table", "<p", "<h1", "<script", "<style"]
            .into_iter()
            .any(begins_with)
}

fn is_drawing(head: &str) -> bool {
    let start = after_prologue(head);
    start.starts_with("<svg") || start.starts_with("<!DOCTYPE svg")
}

/// The text after white space, an XML declaration and comments.
fn after_prologue(head: &str) -> &str {
    let mut rest = head.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    loop {
        let end = match rest {
            _ if rest.starts_with("<?xml") => "?>",
            _ if rest.starts_with("<!--") => "-->",
            _ => return rest,
        };
        let Some(at) = rest.find(end) else { return rest };
        rest = rest[at + end.len()..].trim_start();
    }
}

/// JSON by its first value: a whole object on the first line is JSON Lines.
fn json_kind(head: &str, bytes: &[u8], ending: &str) -> Option<Kind> {
    let start = head.trim_start();
    let is_named = matches!(ending, "json" | "geojson");
    if start.starts_with('{') {
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
        let mut lines = bytes.split(|&byte| byte == b'\n');
        let first = lines.next().unwrap_or_default();
        let is_object = |line: &[u8]| serde_json::from_slice::<serde::de::IgnoredAny>(line).is_ok();
        // One line alone may be a whole JSON file that is not written for people.
        if is_object(first) && !(is_named && lines.all(|line| line.trim_ascii().is_empty())) {
            return Some(Kind::JsonLines);
        }
    }
    (is_named || ending.is_empty() && start.starts_with('[') && start[1..].trim_start().starts_with('{'))
        .then_some(Kind::Json)
}

#[cfg(test)]
mod tests;
