//! What messages become: their blocks, their fields, what is attached to them.

use corpus::model::Block;

use super::super::{Layout, read as read_usual};
use super::*;

fn read_message(message: &str) -> (Vec<Received>, Vec<String>) {
    let mut report = Report::default();
    let documents = read_usual("a.eml", message.as_bytes(), &mut report);
    (documents, report.problems.iter().map(ToString::to_string).collect())
}

/// The words of all blocks, each with its kind or the reason why it is furniture.
fn blocks(document: &Received) -> Vec<(String, String)> {
    let Layout::Blocks(blocks) = &document.layout else { panic!("blocks") };
    let words = |block: &Block| block.span.slice(&document.text).expect("a span of the text").to_owned();
    let kind = |block: &Block| block.reason.clone().unwrap_or_else(|| block.kind.word().to_owned());
    let mut rest = 0;
    for block in blocks {
        assert!(document.text[rest..block.span.start() as usize].trim().is_empty());
        rest = block.span.end() as usize;
    }
    assert!(document.text[rest..].trim().is_empty());
    blocks.iter().map(|block| (kind(block), words(block))).collect()
}

/// Checks the blocks that a body in plain text becomes.
fn check_body(subject: &str, body: &str, expected: &[(&str, &str)]) {
    let (documents, _) = read_message(&format!("From: a@b.c\nSubject: {subject}\n\n{body}"));
    assert!(documents[0].text.ends_with(body));
    let found = blocks(&documents[0]);
    let found: Vec<_> = found[3..].iter().map(|(kind, words)| (kind.as_str(), words.as_str())).collect();
    assert_eq!(found, expected, "{body}");
}

const QUOTED: &str = "quoted from an earlier message";

#[test]
fn a_message_has_a_header_a_headline_and_a_body() {
    let (documents, problems) = read_message(
        "Received: from x\n\tby y; Fri, 30 Sep 2022\nFrom: =?utf-8?q?Ann_M=C3=BCller?= <ann@example.org>\r\n\
         To: Bob <bob@example.org>\nSubject: =?iso-8859-1?Q?Regen_in_Z=FCrich?=\nDate: Fri, 30 Sep 2022 10:00:00 +0200\n\
         Message-ID: <1@example.org>\nContent-Type: text/plain; charset=iso-8859-1\n\
         Content-Transfer-Encoding: quoted-printable\n\nEs regnet in Z=FCrich, und =\nes h=F6rt nicht auf.\n",
    );
    assert_eq!(problems, Vec::<String>::new());
    let document = &documents[0];
    let found = blocks(document);
    let found: Vec<_> = found.iter().map(|(kind, words)| (kind.as_str(), words.as_str())).collect();
    assert_eq!(
        found[..5],
        [
            ("header of the message: Received", "Received: from x by y; Fri, 30 Sep 2022"),
            ("header of the message: From", "From: Ann Müller <ann@example.org>"),
            ("header of the message: To", "To: Bob <bob@example.org>"),
            ("header of the message: Subject", "Subject:"),
            ("headline", "Regen in Zürich"),
        ]
    );
    assert_eq!(found.last(), Some(&("paragraph", "Es regnet in Zürich, und es hört nicht auf.")));
    assert_eq!(document.format, Format::Email);
    assert_eq!(document.fields.title, Field::new("Regen in Zürich", "header of the message: Subject"));
    assert_eq!(document.fields.author, Field::new("Ann Müller", "header of the message: From"));
    assert_eq!(document.fields.published, Field::new("2022-09-30T10:00:00+02:00", "header of the message: Date"));
}

#[test]
fn quoted_passages_and_signatures_are_furniture() {
    check_body("x", "It rained.\n\nAll day.\n", &[("paragraph", "It rained."), ("paragraph", "All day.")]);
    check_body(
        "Re: x",
        "Yes.\n\nOn Fri, 30 Sep 2022 at 10:00,\nBob <b@c.d> wrote:\n\n> Rain?\n>\n>> Snow?\n\nNo.\n-- \nAnn\n+1 2\n",
        &[
            ("paragraph", "Yes."),
            (QUOTED, "On Fri, 30 Sep 2022 at 10:00,\nBob <b@c.d> wrote:\n\n> Rain?\n>\n>> Snow?"),
            ("paragraph", "No."),
            ("signature", "-- \nAnn\n+1 2"),
        ],
    );
    check_body(
        "AW: x",
        "Ja.\n\nAm 30.09.22 um 10:00 schrieb Bob Regen:\n> Regen?\n",
        &[("paragraph", "Ja."), (QUOTED, "Am 30.09.22 um 10:00 schrieb Bob Regen:\n> Regen?")],
    );
    check_body(
        "Re: x",
        "Yes.\n\n-----Original Message-----\nFrom: Bob\n\nRain?\n",
        &[("paragraph", "Yes."), (QUOTED, "-----Original Message-----\nFrom: Bob\n\nRain?")],
    );
    check_body(
        "Re: x",
        "Yes.\n\nFrom: Bob\nSent: Friday\nTo: Ann\nSubject: x\n\nRain?\n",
        &[("paragraph", "Yes."), (QUOTED, "From: Bob\nSent: Friday\nTo: Ann\nSubject: x\n\nRain?")],
    );
}

#[test]
fn what_is_passed_on_or_all_there_is_stays_the_story() {
    check_body(
        "Fwd: x",
        "See.\n\n-----Original Message-----\n\nRain.\n",
        &[("paragraph", "See."), ("paragraph", "-----Original Message-----"), ("paragraph", "Rain.")],
    );
    check_body("x", "> Rain.\n", &[("paragraph", "> Rain.")]);
    check_body("x", "He wrote:\n\nRain.\n", &[("paragraph", "He wrote:"), ("paragraph", "Rain.")]);
    let long = format!("One.\n\n--\n{}", "line\n\n".repeat(30));
    let (documents, _) = read_message(&format!("From: a\nSubject: x\n\n{long}"));
    assert!(blocks(&documents[0]).iter().all(|(kind, _)| kind != "signature"));
}

#[test]
fn quoted_passages_without_end_take_no_longer_than_words() {
    for unit in ["Ann wrote:\n> a\n", "> a\n\n", "--\n", "-- \n\n", "From: a\n", "On\n\n", "____\n", ">\n"] {
        let body = unit.repeat(400_000 / unit.len());
        let (documents, _) = read_message(&format!("From: a@b.c\nSubject: x\n\n{body}"));
        assert!(documents[0].text.ends_with(&body));
    }
}

/// A message of parts, each a header and a body.
fn of_parts(kind: &str, parts: &[(&str, &str)]) -> String {
    let mut message =
        format!("From: a@b.c\nMIME-Version: 1.0\nContent-Type: multipart/{kind}; boundary=\"=_x\"\n\npreamble\n");
    for (header, body) in parts {
        message.push_str(&format!("--=_x\n{header}\n\n{body}\n"));
    }
    message + "--=_x--\nepilogue\n"
}

/// Checks path and last words of each document, and a part of each problem.
fn check_parts(message: &str, expected: &[(&str, &str)], problems: &[&str]) {
    let (documents, reported) = read_message(message);
    let found: Vec<_> = documents.iter().map(|document| (document.path.as_str(), document.text.trim())).collect();
    assert_eq!(found.len(), expected.len(), "{found:?}");
    for ((path, text), (wanted, end)) in found.iter().zip(expected) {
        assert!(path == wanted && text.ends_with(end), "{path}: {text}");
    }
    assert_eq!(reported.len(), problems.len(), "{reported:?}");
    for (line, part) in reported.iter().zip(problems) {
        assert!(line.contains(part), "{line} where {part} was wanted");
    }
}

#[test]
fn the_plain_one_of_alternatives_is_the_body() {
    let plain = ("Content-Type: text/plain; charset=utf-8", "Rain, plainly.");
    let html = ("Content-Type: text/html", "<p>Rain, as a page.");
    check_parts(&of_parts("alternative", &[plain, html]), &[("a.eml", "\n\nRain, plainly.")], &[]);
    check_parts(&of_parts("alternative", &[html, plain]), &[("a.eml", "\n\nRain, plainly.")], &[]);
    check_parts(&of_parts("mixed", &[plain, plain]), &[("a.eml", "Rain, plainly.\n\nRain, plainly.")], &[]);
}

#[test]
fn attachments_are_documents_of_their_own() {
    let body = ("Content-Type: text/plain", "See there.");
    let note = (
        "Content-Type: text/plain; name=\"n.txt\"\nContent-Disposition: attachment; filename*=utf-8''no%C3%AFte.txt\n\
         Content-Transfer-Encoding: base64",
        "SXQgcmFp\nbmVkLg==\n",
    );
    let message = ("Content-Type: message/rfc822", "From: b@c.d\nSubject: Inner\n\nIt snowed.");
    let rows = ("Content-Type: text/csv\nContent-Disposition: attachment; filename=../r.csv", "id,text\n7,It hailed.");
    let labelled = (
        "Content-Type: text/plain; charset=windows-1251; name=l.txt\nContent-Transfer-Encoding: base64",
        "xO7m5PwuIM/u8uXs7Q==",
    );
    let picture = ("Content-Type: image/png; name=p.png\nContent-Transfer-Encoding: base64", "iVBORw0KGgo=");
    check_parts(
        &of_parts("mixed", &[body, note, message, rows, labelled, picture]),
        &[
            ("a.eml", "See there."),
            ("a.eml/noïte.txt", "It rained."),
            ("a.eml/attachment-2.eml", "It snowed."),
            ("a.eml/r.csv", "It hailed."),
            ("a.eml/l.txt", "Дождь. Потемн"),
        ],
        &["a.eml: pictures attached to it were not read: p.png"],
    );
}

#[test]
fn what_is_encrypted_or_broken_is_said_or_read_as_it_is() {
    let locked = ("Content-Type: application/pgp-encrypted", "Version: 1");
    check_parts(&of_parts("encrypted", &[locked]), &[("a.eml", "\"=_x\"")], &["its body is encrypted"]);
    let cut = of_parts("mixed", &[("Content-Type: text/plain", "Rain.")]).replace("--=_x--\nepilogue\n", "");
    check_parts(&cut, &[("a.eml", "Rain.")], &[]);
    let lost = "From: a@b.c\nContent-Type: multipart/mixed; boundary=y\n\nRain without a boundary.\n";
    check_parts(lost, &[("a.eml", "Rain without a boundary.")], &[]);
    let footer = ("Content-Transfer-Encoding: base64", "SXQgcmFpbmVkLg==\n____ list\n");
    check_parts(&of_parts("mixed", &[footer]), &[("a.eml", "It rained.")], &[]);
    check_parts("From: a@b.c\nTo: b", &[("a.eml", "To: b")], &[]);
    check_parts("From: a@b.c\n>stray line\nTo: b", &[("a.eml", "From: a@b.c\n>stray line\nTo: b")], &[]);
    check_parts("\n\nFrom: a@b.c\n\nRain.", &[("a.eml", "Rain.")], &[]);
}

#[test]
fn headers_in_no_stated_encoding_are_decoded() {
    let message =
        [&b"From: Ann M\xfcller <a@b.c>\nSubject: Gr\xf6\xdfe und H\xf6he\n\nZ\xfcrich liegt in der Schweiz.\n"[..]]
            .concat();
    let documents = read_usual("a.eml", &message, &mut Report::default());
    assert_eq!(documents[0].fields.title.as_ref().map(|title| title.value.as_str()), Some("Größe und Höhe"));
    assert_eq!(documents[0].fields.author.as_ref().map(|author| author.value.as_str()), Some("Ann Müller"));
    assert!(documents[0].text.ends_with("Zürich liegt in der Schweiz.\n"));
    let raw_in_word = b"From: Ann M\xfcller <a@b.c>\r\nSubject: =?iso-8859-1?Q?Gr\xf6\xdfe?=\r\n\r\nRain.";
    let documents = read_usual("a.eml", raw_in_word, &mut Report::default());
    assert_eq!(documents[0].text, "From: Ann Müller <a@b.c>\nSubject: Größe\n\nRain.");
}

#[test]
fn what_programs_write_around_a_message_is_no_part_of_it() {
    check_parts("18\nFrom: a@b.c\n\nRain.<plist/>\n", &[("a.eml", "\n\nRain.")], &[]);
    check_parts("From a@b.c 2022\nFrom: a@b.c\n\nRain.", &[("a.eml", "From: a@b.c\n\nRain.")], &[]);
    check_parts("Subject: Rain\n \n\tin Zurich\n\nRain.", &[("a.eml", "Subject: Rain in Zurich\n\nRain.")], &[]);
    check_parts("Fr : x\nSubject: Rain\n\nRain.", &[("a.eml", "Fr: x\nSubject: Rain\n\nRain.")], &[]);
}

#[test]
fn utf7_is_read_where_it_is_said_to_be() {
    let message = "From: a@b.c\nContent-Type: text/plain; charset=utf-7\n\nZ+APw-rich";
    check_parts(message, &[("a.eml", "\n\nZürich")], &[]);
    check_parts("From: a@b.c\n\nZ+APw-rich", &[("a.eml", "\n\nZ+APw-rich")], &[]);
}

#[test]
fn messages_in_messages_end_somewhere() {
    let inner = "Content-Type: message/rfc822\n\n".repeat(100_000);
    let (documents, problems) = read_message(&format!("From: a@b.c\n{inner}"));
    assert_eq!(documents.len(), 5);
    assert!(problems[0].contains("more than 4 files"), "{problems:?}");
    let parts: String =
        (0..5_000).map(|n| format!("Content-Type: multipart/mixed; boundary=b{n}x\n\n--b{n}x\n")).collect();
    assert_eq!(read_message(&format!("From: a@b.c\n{parts}")).0.len(), 1);
    let wide = of_parts("mixed", &vec![("X: y", "z"); 20_000]);
    assert_eq!(read_message(&wide).0.len(), 1);
    let fields = format!("From: a@b.c\nContent-Type: text/plain{}\n\nRain.\n", "; a*1=b".repeat(200_000));
    assert!(read_message(&fields).0[0].text.ends_with("Rain.\n"));
}
