//! Messages. The text is the header, line by line, and the body; attachments become documents of their own. It takes
//! a message apart as MIME says, and leaves it to the others what is in the parts.

pub(super) mod mime;
mod quoted;

use std::borrow::Cow;

use corpus::model::{BlockKind, Format};
use sha2::{Digest, Sha256};

use super::archive::safe_name;
use super::assembly::Assembly;
use super::limits::TooMuch;
use super::sniff::{Kind, sniff};
use super::text::stem;
use super::{Field, Fields, Reader, Received, html};
use crate::report::Report;
use mime::{Part, parse};

/// How deep parts may lie in parts before what is left is taken as text.
const MAX_PART_DEPTH: u32 = 16;

/// How many names of pictures a report gives.
const MAX_PICTURES_NAMED: usize = 3;

/// Reads a message and what is attached to it.
pub(super) fn read(reader: &mut Reader<'_>, path: &str, bytes: &[u8], report: &mut Report) -> Vec<Received> {
    let message = parse(bytes);
    let mut assembly = Assembly::default();
    push_header(&mut assembly, &message);
    let subject = message.header_text("Subject").unwrap_or_default();
    let fields = Fields {
        title: Field::new(&subject, "header of the message: Subject"),
        author: Field::new(&message.sender(), "header of the message: From"),
        published: Field::new(&message.date().unwrap_or_default(), "header of the message: Date"),
        ..Fields::default()
    };
    let mut content = Content::default();
    content.collect(message, MAX_PART_DEPTH, true);
    for body in &content.bodies {
        assembly.blank_line();
        push_body(&mut assembly, body, is_forward(&subject), path, report);
    }
    if content.is_encrypted {
        report.file(path, "its body is encrypted; only its header was read");
    }
    let (text, layout) = assembly.finish();
    let mut document = Received {
        id: path.to_owned(),
        path: path.to_owned(),
        slug_hint: stem(path).to_owned(),
        sha256: Sha256::digest(bytes).into(),
        format: Format::Email,
        text,
        layout,
        fields,
        page_starts: Vec::new(),
    };
    let mut documents = Vec::new();
    if reader.accept(&mut document, None, report) {
        documents.push(document);
    }
    documents.extend(read_attachments(reader, path, &content.attachments, report));
    documents
}

/// Each line of the header as furniture, and the subject as the headline.
fn push_header(assembly: &mut Assembly, message: &Part<'_>) {
    for (name, value) in message.header_lines() {
        if name.is_empty() {
            assembly.push(BlockKind::Furniture, Some("header of the message"), &value);
            assembly.space("\n");
            continue;
        }
        let reason = format!("header of the message: {name}");
        if name.eq_ignore_ascii_case("subject") {
            assembly.push(BlockKind::Furniture, Some(&reason), &format!("{name}:"));
            assembly.space(" ");
            assembly.push(BlockKind::Headline, None, &value);
        } else {
            assembly.push(BlockKind::Furniture, Some(&reason), &format!("{name}: {value}"));
        }
        assembly.space("\n");
    }
}

fn push_body(assembly: &mut Assembly, body: &Part<'_>, is_forward: bool, path: &str, report: &mut Report) {
    let decoded = body.text();
    if body.media_type() != "text/html" {
        // Lines of a body are not lines of the file: what was mended is said, but not where.
        for (_, notice) in &decoded.notices {
            report.file(path, format!("its body: {notice}"));
        }
        quoted::push_body(assembly, &decoded.text, is_forward);
        return;
    }
    for page in html::read_text(path, &decoded.text, report) {
        assembly.push_received(page);
    }
}

/// Whether a subject says that the message passes another one on: what follows is then its story.
fn is_forward(subject: &str) -> bool {
    // As mail programs write it in English, German, French, Spanish, Italian, Dutch and Portuguese.
    const MARKS: [&str; 10] = ["fw", "fwd", "wg", "tr", "rv", "i", "fs", "doorst", "enc", "vs"];
    let mark = subject.trim_start().split(':').next().unwrap_or_default();
    subject.contains(':') && MARKS.iter().any(|known| mark.trim().eq_ignore_ascii_case(known))
}

/// The parts of a message by what they are for.
#[derive(Debug, Default)]
struct Content<'m> {
    bodies: Vec<Part<'m>>,
    attachments: Vec<Part<'m>>,
    is_encrypted: bool,
}

impl<'m> Content<'m> {
    /// Sorts a part and the parts in it. Of alternatives one is the body; the others say the same again, and only what
    /// is attached to them counts.
    fn collect(&mut self, part: Part<'m>, depth: u32, is_wanted: bool) {
        let media_type = part.media_type();
        let parts = if part.is_multipart() && depth > 0 { part.parts() } else { Vec::new() };
        match media_type.as_str() {
            "multipart/encrypted" | "application/pgp-encrypted" => self.is_encrypted = true,
            "application/pkcs7-mime" | "application/x-pkcs7-mime" => self.is_encrypted = true,
            // They prove who wrote; they say nothing.
            "application/pgp-signature" | "application/pkcs7-signature" | "application/x-pkcs7-signature" => {}
            "multipart/alternative" if !parts.is_empty() => {
                let best = (0..parts.len()).rev().max_by_key(|&idx| rank(&parts[idx]));
                for (idx, part) in parts.into_iter().enumerate() {
                    self.collect(part, depth - 1, is_wanted && Some(idx) == best);
                }
            }
            _ if !parts.is_empty() => {
                for part in parts {
                    self.collect(part, depth - 1, is_wanted);
                }
            }
            _ if is_body(&part, &media_type) => self.bodies.extend(is_wanted.then_some(part)),
            _ => self.attachments.push(part),
        }
    }
}

/// How well an alternative serves as the body: plain words first, then a page.
fn rank(part: &Part<'_>) -> u32 {
    match part.media_type().as_str() {
        "text/plain" if !part.content().trim_ascii().is_empty() => 3,
        "text/html" => 2,
        _ if part.is_multipart() => 2,
        "text/plain" => 1,
        _ => 0,
    }
}

fn is_body(part: &Part<'_>, media_type: &str) -> bool {
    let is_text = matches!(
        media_type,
        "text/plain" | "text/html" | "text/enriched" | "text/rfc822-headers" | "message/delivery-status"
    );
    // What is said to be made of parts but is not may hold words all the same.
    (is_text || media_type.starts_with("multipart/")) && !part.is_attachment() && part.file_name().is_none()
}

fn read_attachments(
    reader: &mut Reader<'_>,
    path: &str,
    attachments: &[Part<'_>],
    report: &mut Report,
) -> Vec<Received> {
    let mut documents = Vec::new();
    let mut pictures = Vec::new();
    for (number, part) in (1..).zip(attachments) {
        if reader.limits.is_reached() {
            break;
        }
        let media_type = part.media_type();
        let name = part.file_name().unwrap_or_else(|| format!("attachment-{number}.{}", usual_ending(&media_type)));
        let name = safe_name(name.as_bytes()).path;
        let member_path = format!("{path}/{name}");
        if let Err(TooMuch(message)) = reader.limits.count_member() {
            report.file(path, message);
            break;
        }
        let content = attached_content(part, &media_type);
        let kind = match media_type.as_str() {
            "message/rfc822" | "message/global" => Kind::Email,
            _ => sniff(&member_path, &content),
        };
        // Mails carry logos and faces by the dozen: one sentence tells of all.
        if media_type.starts_with("image/") && matches!(kind, Kind::Unreadable(_) | Kind::Text) {
            pictures.push(name);
            continue;
        }
        documents.extend(reader.read_member_as(kind, &member_path, &content, report));
    }
    if !pictures.is_empty() {
        let named = pictures.iter().take(MAX_PICTURES_NAMED).map(String::as_str).collect::<Vec<_>>().join(", ");
        let more = match pictures.len().saturating_sub(MAX_PICTURES_NAMED) {
            0 => String::new(),
            n => format!(" and {n} more"),
        };
        report.file(path, format!("pictures attached to it were not read: {named}{more}"));
    }
    documents
}

/// What is attached. A text in an encoding that only the message names is handed on in UTF-8.
fn attached_content<'m>(part: &Part<'m>, media_type: &str) -> Cow<'m, [u8]> {
    let content = part.content();
    let is_labelled = part.charset().is_some_and(|charset| !charset.to_ascii_lowercase().ends_with("utf-8"));
    match media_type.starts_with("text/") && is_labelled {
        true => Cow::Owned(part.text().text.into_bytes()),
        false => content,
    }
}

/// The ending of a name for a part that has none.
fn usual_ending(media_type: &str) -> &'static str {
    match media_type {
        "message/rfc822" | "message/global" => "eml",
        "text/plain" => "txt",
        "text/html" => "html",
        "text/csv" => "csv",
        "text/calendar" => "ics",
        "application/pdf" => "pdf",
        _ if media_type.starts_with("image/") => "picture",
        _ => "part",
    }
}

#[cfg(test)]
mod tests;
