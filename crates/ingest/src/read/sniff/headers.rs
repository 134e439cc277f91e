//! Texts that begin with the headers of a message: messages, mailboxes, web pages saved as messages.

use super::Kind;

/// Headers that people too write over a memo or a report.
const OF_PEOPLE: &[&str] = &["from", "to", "cc", "subject", "date", "sender", "reply-to"];

/// Headers that only programs write.
const OF_PROGRAMS: &[&str] = &[
    "message-id",
    "received",
    "mime-version",
    "content-type",
    "content-transfer-encoding",
    "return-path",
    "delivered-to",
    "dkim-signature",
    "arc-seal",
    "authentication-results",
    "x-mailer",
    "x-originating-ip",
    "x-from",
    "x-gm-thrid",
    "x-mozilla-status",
    "snapshot-content-location",
];

/// The names of the headers that a text begins with, in lower case.
struct Headers<'t> {
    names: Vec<String>,
    block: &'t str,
    /// Whether nothing but headers stands before the first blank line.
    is_clean: bool,
}

pub(super) fn kind(head: &str, ending: &str) -> Option<Kind> {
    // Many programs save one message with the line before it that parts a mailbox.
    if is_mailbox(head, ending) {
        return Some(if matches!(ending, "eml" | "emlx") { Kind::Email } else { Kind::Mbox });
    }
    let headers = headers(head);
    let n_of = |known: &[&str]| headers.names.iter().filter(|name| known.contains(&name.as_str())).count();
    let (n_people, n_programs) = (n_of(OF_PEOPLE), n_of(OF_PROGRAMS));
    let is_named_page = matches!(ending, "mht" | "mhtml");
    let is_saved_page = headers.names.iter().any(|name| name == "snapshot-content-location")
        || headers.block.contains("<Saved by ")
        || headers.block.to_ascii_lowercase().contains("multipart/related") && is_named_page;
    match ending {
        _ if n_programs > 0 && (is_saved_page || is_named_page) => Some(Kind::Mhtml),
        "eml" | "emlx" if n_people + n_programs > 0 => Some(Kind::Email),
        _ if headers.is_clean && n_people >= 2 && n_programs > 0 => Some(Kind::Email),
        _ => None,
    }
}

/// Whether headers of a message begin here, be it a whole one or one that was cut.
pub(in crate::read) fn looks_like_a_message(head: &str) -> bool {
    headers(head).names.iter().any(|name| OF_PEOPLE.contains(&name.as_str()) || OF_PROGRAMS.contains(&name.as_str()))
}

/// A mailbox begins with a line `From somebody, some day`, and headers follow it.
fn is_mailbox(head: &str, ending: &str) -> bool {
    let head = head.trim_start_matches(['\n', '\u{feff}']);
    let Some((first, rest)) = head.split_once('\n') else { return false };
    let has_date = first.contains(':') && first.bytes().filter(u8::is_ascii_digit).count() >= 6;
    first.starts_with("From ") && (has_date || matches!(ending, "mbox" | "mbx")) && looks_like_a_message(rest)
}

fn headers(head: &str) -> Headers<'_> {
    // The mail program of macOS writes the length of the message over it.
    let start = match head.split_once('\n') {
        Some((count, rest)) if !count.is_empty() && count.trim().bytes().all(|byte| byte.is_ascii_digit()) => rest,
        Some((line, rest)) if line.starts_with("From ") => rest,
        _ => head.trim_start_matches(['\n', '\u{feff}']),
    };
    let mut names = Vec::new();
    let mut end = 0;
    for line in start.split_inclusive('\n') {
        if line == "\n" {
            return Headers { names, block: &start[..end], is_clean: true };
        }
        let goes_on = line.starts_with([' ', '\t']) && !names.is_empty();
        if !goes_on {
            match line.split_once(':') {
                Some((name, _)) if is_name(name) => names.push(name.trim_end().to_ascii_lowercase()),
                _ => return Headers { names, block: &start[..end], is_clean: false },
            }
        }
        end += line.len();
    }
    Headers { names, block: &start[..end], is_clean: true }
}

fn is_name(name: &str) -> bool {
    let name = name.trim_end();
    !name.is_empty() && name.len() <= 76 && name.bytes().all(|byte| byte.is_ascii_graphic() && byte != b':')
}
