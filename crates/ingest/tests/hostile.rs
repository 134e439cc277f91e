//! Bytes that mean harm or are broken: nothing is lost, nothing panics, no span is wrong, nothing takes long.

use corpus::model::{BlockKind, Collection};
use ingest::{Config, Report, ingest};
use proptest::prelude::*;

#[path = "support/check.rs"]
mod check;
use check::check_collection;
#[path = "support/folder.rs"]
mod folder;
#[path = "hostile/folder.rs"]
mod hostile_folder;

fn ingest_one(path: &str, bytes: &[u8]) -> (Collection, Report) {
    ingest([(path.to_owned(), bytes.to_vec())], &Config::default())
}

/// Ingests one text file, checks it and returns its text.
fn check(bytes: &[u8]) -> String {
    let (collection, _) = ingest_one("a.txt", bytes);
    assert_eq!(collection.documents.len(), 1, "{}", String::from_utf8_lossy(bytes));
    check_collection(&collection);
    collection.documents[0].text.clone()
}

#[test]
fn markup_and_scripts_are_kept_as_text() {
    for text in [
        "<script>alert(1)</script>\n\nA story about <b onclick=\"x()\">Bob Rain</b>.",
        "[link](javascript:alert(1)) and <a href='javascript:void(0)'>this</a> said Bob Rain.",
        "\u{202e}gnp.exe\u{202c} and \u{2066}isolated\u{2069} and a lonely \u{202d} too",
        "مرحبا بالعالم. قال: «نعم».",
        "👩‍👩‍👧 said “😀 it rained”, e\u{301}.",
        "= = = \u{feff} \u{200b}",
    ] {
        assert_eq!(check(text.as_bytes()), text);
    }
}

#[test]
fn broken_bytes_are_replaced_and_reported_with_their_line() {
    let (collection, report) = ingest_one("a.txt", "Zürich é ü ö ß.\nIt \u{0} rained. Ünter".as_bytes());
    assert_eq!(collection.documents[0].text, "Zürich é ü ö ß.\nIt \u{fffd} rained. Ünter");
    assert_eq!(report.problems[0].line, Some(2));
    let (_, report) = ingest_one("a.txt", b"Z\xc3\xbcrich \xc3\xa9 \xc3\xbc \xc3\xb6 \xc3\x9f.\nIt \xff rained.");
    assert_eq!(report.problems[0].line, Some(2));
    check(b"\xff\xfeA\x00 \x00s\x00");
    check(b"\xfe\xff\x00A\x00 \xd8");
    check(b"It cost 5 \x80 in Z\xfcrich.");
    check(b"\xef\xbb\xbfIt rained.\r\nIt\rstopped.");
}

#[test]
fn nothing_and_white_space_are_documents_without_blocks() {
    for bytes in [&b""[..], b" \n\t\r\n ", "\u{a0}\u{2003}".as_bytes()] {
        let (collection, report) = ingest_one("a.txt", bytes);
        assert_eq!(collection.documents[0].blocks, []);
        assert_eq!(report.problems.len(), 1);
    }
}

#[test]
fn long_lines_take_no_longer_than_many_short_ones() {
    assert_eq!(check(&[b'x'; 1_000_000]).len(), 1_000_000);
    for unit in [
        "word ",
        "Word ",
        "A. ",
        "“a ",
        "\" ",
        "said ",
        ", ",
        "he said “x” ",
        "ISIS ",
        "漢",
        "of the ",
        "(AB) ",
        "1 ",
        "Ab\n",
    ] {
        let text = unit.repeat(200_000 / unit.len());
        let (collection, _) = ingest_one("a.txt", text.as_bytes());
        assert_eq!(collection.documents[0].text, text);
    }
}

#[test]
fn a_broken_line_of_json_takes_no_other_with_it() {
    let lines = b"{\"id\":1,\"text\":\"It rained.\"}\n{\"id\":2,\"te\n[]\n{\"text\":\"It \xff snowed.\"}\n{\"text\":5}\n\n{\"text\":\"a\\r\\nb\"}";
    let (collection, report) = ingest_one("a.jsonl", lines);
    let texts: Vec<_> = collection.documents.iter().map(|document| document.text.as_str()).collect();
    assert_eq!(texts, ["It rained.", "It \u{fffd} snowed.", "a\nb"]);
    let at: Vec<_> = report.problems.iter().filter_map(|problem| problem.line).collect();
    assert_eq!(at, [2, 3, 4, 5, 7]);
    assert_eq!(collection.documents[0].id, "1");
    assert_eq!(collection.documents[1].id, "a.jsonl:4");
}

#[test]
fn a_title_that_the_text_begins_with_is_its_headline() {
    let line =
        r#"{"id":"x","title":"Rain Falls","text":"Rain Falls\n\nIt rained.","date":"2020-05-01","source":"The Daily"}"#;
    let (collection, _) = ingest_one("a.jsonl", line.as_bytes());
    let document = &collection.documents[0];
    assert_eq!(document.blocks[0].kind, BlockKind::Headline);
    assert_eq!(document.headline.as_ref().and_then(|headline| headline.span), Some(document.blocks[0].span));
    assert_eq!(document.dates[0].value, "2020-05-01");
    assert_eq!(document.source.as_ref().map(|source| source.text.as_str()), Some("The Daily"));
}

#[test]
fn clean_text_has_no_furniture_and_raw_text_may_have() {
    let line = |raw: bool| format!(r#"{{"text":"53 F\n\nAdvertisement\n\nIt rained.","raw":{raw}}}"#);
    for (raw, n_furniture) in [(false, 0), (true, 2)] {
        let (collection, _) = ingest_one("a.jsonl", line(raw).as_bytes());
        let blocks = collection.documents[0].blocks.iter();
        assert_eq!(blocks.filter(|block| block.kind == BlockKind::Furniture).count(), n_furniture);
    }
}

#[test]
fn the_order_of_the_files_does_not_matter() {
    let files = [("b.txt", "Bob Rain came."), ("a.txt", "Ann Snow came."), ("a.md", "Bob Rain left.")];
    let files = files.map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()));
    let mut reversed = files.clone();
    reversed.reverse();
    assert_eq!(ingest(files, &Config::default()), ingest(reversed, &Config::default()));
}

/// How files of each format begin.
const BEGINNINGS: &[&[u8]] = &[
    b"PK\x03\x04\x14\0\0\0\x08\0",
    b"PK\x05\x06\0\0\0\0",
    b"\x1f\x8b\x08\0\0\0\0\0\0\x03",
    b"{\"text\":\"It rained.\"}\n{\"text\":",
    b"[{\"text\":\"It rained.\"},",
    b"id,text,date\n1,\"It rained.\",2022-09-30\n",
    b"From: Ann <a@b.c>\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x\n",
    b"From: a@b.c\nContent-Transfer-Encoding: quoted-printable\nMIME-Version: 1.0\n\n",
    b"From a@b.c Fri Sep 30 10:00:00 2022\nSubject: =?utf-8?b?",
    b"---\ntitle: It rained\n---\n# It rained\n\n- ",
    b"\xff\xfe",
    b"\xff\xfe\0\0",
    b"\xfe\xff\0",
    b"\0\0\xfe\xff",
    b"Z\xc3\xbcrich\nZ\xfcrich\n",
];

/// What the formats of text are made of.
const MARKS: &[&str] = &[
    "\n",
    "\n\n",
    "\r\n",
    " ",
    "\t",
    "# ",
    "## ",
    "- ",
    "> ",
    "1. ",
    "```\n",
    "---\n",
    "===\n",
    "| a | b |\n",
    "|-|-|\n",
    "[a]: b\n",
    "[a](b)",
    "<p>",
    "<!--",
    "-->",
    "**",
    "it rained",
    "Ann Rain",
    "é",
    "漢😀",
    ",",
    ";",
    "\"",
    "\"\"",
    "id,text\n",
    "text\n",
    "{\"text\":\"",
    "\"}\n",
    "[",
    "]",
    "{",
    "}",
    ":",
    "\\u00e9",
    "From a@b.c 10:00 2022\n",
    "From: Ann <a@b.c>\n",
    "Subject: =?utf-8?q?=C3=A9?= x\n",
    "Date: Fri, 30 Sep 2022 10:00:00 +0200\n",
    "MIME-Version: 1.0\n",
    "Content-Type: multipart/mixed; boundary=\"x\"\n",
    "Content-Type: multipart/alternative; boundary=x\n",
    "--x\n",
    "--x--\n",
    "Content-Type: message/rfc822\n",
    "Content-Type: text/plain; charset=utf-16\n",
    "Content-Transfer-Encoding: base64\n",
    "Content-Disposition: attachment; filename=a.txt\n",
    "SXQgcmFpbmVkLg==\n",
    "=C3=A9=\n",
    ">From ",
    "On Friday Ann wrote:\n",
    "-- \n",
    "-----Original Message-----\n",
    "\u{feff}",
    "\u{0}",
    "+++\n",
    "title: \"",
];

proptest! {
    #[test]
    fn any_bytes_become_a_sound_document_or_a_problem(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        for path in ["a.txt", "a.jsonl"] {
            let (collection, report) = ingest_one(path, &bytes);
            prop_assert!(!collection.documents.is_empty() || !report.problems.is_empty());
            check_collection(&collection);
        }
    }

    #[test]
    fn any_bytes_behind_the_beginning_of_a_format_become_sound_documents(
        start in prop::sample::select(BEGINNINGS),
        bytes in prop::collection::vec(any::<u8>(), 0..300),
    ) {
        for path in ["a", "a.md", "a.csv", "a.eml", "a.json", "a.mht"] {
            let (collection, _) = ingest_one(path, &[start, &bytes].concat());
            check_collection(&collection);
        }
    }

    #[test]
    fn any_mix_of_marks_of_formats_becomes_sound_documents(
        path in prop::sample::select(vec!["a.md", "a.csv", "a.eml", "a.mbox", "a.json", "a.jsonl", "a.txt"]),
        parts in prop::collection::vec(prop::sample::select(MARKS), 0..60),
    ) {
        let (collection, _) = ingest_one(path, parts.concat().as_bytes());
        check_collection(&collection);
    }

    #[test]
    fn any_text_becomes_a_sound_document(text in "\\PC{0,200}") {
        check(text.as_bytes());
    }

    #[test]
    fn any_mix_of_what_the_rules_look_for_becomes_a_sound_document(parts in prop::collection::vec(prop::sample::select(vec![
        "“", "”", "\"", "‘", "’", " said ", "Bob", " ", "Rain", ", ", ". ", "\n", "\n\n", "(", "MEMRI", ")", "U.S.", "the memo",
        "officials", "Institute", " of ", "they", "SOURCE: ", "TITLE:", "PUBLISHED: ", "3 May 2015", "53 F", "http://a.b",
        "By ", "ISIS’s", "told", "on background", "é", "漢", "😀", "  ", "Related Articles", "President", "and", "-",
    ]), 0..60)) {
        check(parts.concat().as_bytes());
    }
}
