//! Mailboxes: messages one after another, each after a line `From somebody, some day`. Each becomes what a message
//! of its own would.

use super::sniff::looks_like_a_message;
use super::{Reader, Received, mail};
use crate::report::Report;

/// How much behind a `From ` line is looked at to tell whether a message begins there.
const HEAD_LEN: usize = 1 << 10;

/// Reads all messages. A message is named by its number.
pub(super) fn read(reader: &mut Reader<'_>, path: &str, bytes: &[u8], report: &mut Report) -> Vec<Received> {
    let mut documents = Vec::new();
    for (number, message) in (1u32..).zip(messages(bytes)) {
        let message_path = format!("{path}/{number:06}");
        documents.extend(mail::read(reader, &message_path, &unescaped(message), report));
    }
    documents
}

/// The messages of a mailbox, without the lines that part them.
fn messages(bytes: &[u8]) -> Vec<&[u8]> {
    let mut messages = Vec::new();
    let mut message_start = None;
    let (mut line_start, mut is_after_blank) = (0, true);
    for line in bytes.split_inclusive(|&byte| byte == b'\n') {
        let next = line_start + line.len();
        // In a story too a line may begin with "From": messages begin with headers, and after a blank line.
        if line.starts_with(b"From ") && is_after_blank && begins_message(&bytes[next..]) {
            messages.extend(message_start.map(|start| &bytes[start..line_start]));
            message_start = Some(next);
        }
        is_after_blank = line.trim_ascii_end().is_empty();
        line_start = next;
    }
    messages.extend(message_start.map(|start| &bytes[start..]));
    messages
}

fn begins_message(bytes: &[u8]) -> bool {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD_LEN)]);
    looks_like_a_message(&head.replace("\r\n", "\n"))
}

/// The message with `From ` in place of `>From `, and `>From ` in place of `>>From `, at starts of lines.
fn unescaped(message: &[u8]) -> Vec<u8> {
    let mut plain = Vec::with_capacity(message.len());
    for line in message.split_inclusive(|&byte| byte == b'\n') {
        let n_marks = line.iter().take_while(|&&byte| byte == b'>').count();
        let is_escaped = n_marks > 0 && line[n_marks..].starts_with(b"From ");
        plain.extend_from_slice(&line[usize::from(is_escaped)..]);
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::read as read_usual;

    #[test]
    fn every_message_is_a_document_of_its_own() {
        let mailbox = "From ann@example.org Fri Sep 30 10:00:00 2022\nFrom: Ann <ann@example.org>\nSubject: One\n\n\
            It rained.\n\nFrom here we went on.\n>From there too.\n>>From nowhere.\n\n\
            From bob@example.org Sat Oct  1 10:00:00 2022\r\nFrom: Bob <bob@example.org>\r\nSubject: Two\r\n\r\nIt snowed.\r\n";
        let documents = read_usual("a.mbox", mailbox.as_bytes(), &mut Report::default());
        let found: Vec<_> = documents.iter().map(|document| (document.path.as_str(), document.text.as_str())).collect();
        let first = "From: Ann <ann@example.org>\nSubject: One\n\n\
            It rained.\n\nFrom here we went on.\nFrom there too.\n>From nowhere.\n\n";
        let second = "From: Bob <bob@example.org>\nSubject: Two\n\nIt snowed.\n";
        assert_eq!(found, [("a.mbox/000001", first), ("a.mbox/000002", second)]);
    }

    #[test]
    fn a_mailbox_takes_time_by_its_length() {
        let lines = "From a 10:00 2022\n\n".repeat(50_000);
        assert_eq!(messages(lines.as_bytes()), Vec::<&[u8]>::new());
        let many = "From a 10:00 2022\nTo: b\n\n".repeat(20_000);
        assert_eq!(messages(many.as_bytes()).len(), 20_000);
    }
}
