//! Web pages saved as one message (MHTML): the page itself, without its pictures and styles.

use corpus::model::Format;
use sha2::{Digest, Sha256};

use super::mail::mime::{Part, parse};
use super::text::stem;
use super::{Field, Received, html};
use crate::report::Report;

/// How deep the page may lie in the parts of its message.
const MAX_DEPTH: u32 = 8;

/// Reads the page that the message holds.
pub(super) fn read(path: &str, bytes: &[u8], report: &mut Report) -> Vec<Received> {
    let message = parse(bytes);
    let Some(page) = page_in(&message, MAX_DEPTH) else {
        report.file(path, "not read: it is a web page saved as MHTML, but there is no page in it");
        return Vec::new();
    };
    // Where no header says in which encoding the page is, the page itself may.
    let mut documents = match page.charset() {
        Some(_) => html::read_text(path, &page.text().text, report),
        None => html::read(path, &page.content(), report),
    };
    for document in &mut documents {
        path.clone_into(&mut document.id);
        path.clone_into(&mut document.path);
        stem(path).clone_into(&mut document.slug_hint);
        document.sha256 = Sha256::digest(bytes).into();
        document.format = Format::Html;
        let address = message.header_text("Snapshot-Content-Location").or_else(|| page.header_text("Content-Location"));
        let fields = &mut document.fields;
        let set = |field: &mut Option<Field>, value: Option<String>, by: &str| {
            *field = field.take().or_else(|| Field::new(&value.unwrap_or_default(), by));
        };
        set(&mut fields.url, address, "the address that the page was saved from");
        set(&mut fields.title, message.header_text("Subject"), "header of the saved page: Subject");
        set(&mut fields.file_date, message.date(), "header of the saved page: Date");
    }
    documents
}

/// The first part that is a page.
fn page_in<'m>(part: &Part<'m>, depth: u32) -> Option<Part<'m>> {
    if part.is_multipart() && depth > 0 {
        return part.parts().iter().find_map(|inner| page_in(inner, depth - 1));
    }
    let media_type = part.media_type();
    matches!(media_type.as_str(), "text/html" | "application/xhtml+xml").then(|| part.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_is_the_first_html_part() {
        let saved = "From: <Saved by Blink>\nSnapshot-Content-Location: https://a.b/c\nSubject: Rain\n\
            MIME-Version: 1.0\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"x\"\n\n\
            --x\nContent-Type: text/css\n\np {}\n--x\nContent-Type: multipart/alternative; boundary=\"y\"\n\n\
            --y\nContent-Type: text/html; charset=\"iso-8859-1\"\n\
            Content-Transfer-Encoding: quoted-printable\n\n<p>Caf=E9</p>\n--y--\n--x--\n";
        let message = parse(saved.as_bytes());
        let page = page_in(&message, MAX_DEPTH).expect("a page");
        assert_eq!(page.text().text.trim_end(), "<p>Café</p>");
        assert_eq!(message.header_text("Snapshot-Content-Location").as_deref(), Some("https://a.b/c"));
    }

    #[test]
    fn a_message_without_a_page_is_reported() {
        let mut report = Report::default();
        let text = "MIME-Version: 1.0\nContent-Type: text/plain\n\nRain.\n";
        assert!(read("a.mht", text.as_bytes(), &mut report).is_empty());
        assert!(report.problems[0].message.contains("no page"), "{}", report.problems[0]);
    }
}
