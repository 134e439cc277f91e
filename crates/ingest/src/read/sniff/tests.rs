//! What files are told to be.

use std::io::Write;

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::*;

#[track_caller]
fn check(path: &str, bytes: impl AsRef<[u8]>, expected: Kind) {
    let bytes = bytes.as_ref();
    assert_eq!(sniff(path, bytes), expected, "{path}: {}", String::from_utf8_lossy(&bytes[..bytes.len().min(80)]));
}

#[track_caller]
fn check_unreadable(path: &str, bytes: impl AsRef<[u8]>, part: &str) {
    match sniff(path, bytes.as_ref()) {
        Kind::Unreadable(what) => assert!(what.contains(part), "{path}: {what}"),
        kind => panic!("{path}: {kind:?}"),
    }
}

fn zip_of(members: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in members {
        zip.start_file(*name, SimpleFileOptions::default()).expect("a new member");
        zip.write_all(content.as_bytes()).expect("room in memory");
    }
    zip.finish().expect("room in memory").into_inner()
}

#[test]
fn first_bytes_count_more_than_names() {
    check("a.txt", b"%PDF-1.7\n", Kind::Pdf);
    check("a.pdf", b"junk\r\n%PDF-1.4\n", Kind::Pdf);
    check("a.txt", b"On files that begin with %PDF-1.4 and more", Kind::Text);
    check("a.txt", b"\x1f\x8b\x08\0", Kind::Gzip);
    check("a.txt", zip_of(&[("b.txt", "x")]), Kind::Zip);
    check_unreadable("a.txt", b"\x89PNG\r\n\x1a\n\0", "a picture");
    check_unreadable("a", b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0\xb8\0\0\0\0\0\0\0@\0\0\0", "a program");
    check_unreadable("a.mov", b"\0\0\0\x20ftypqt  ", "a film");
    check_unreadable("a", b"\0\0\0\x18ftypheic", "a picture");
    check_unreadable("a.sqlite", b"SQLite format 3\0", "a database");
    check_unreadable("a.pst", b"!BDN\x01\x02\x03\x04SM\x17\0", "PST");
}

#[test]
fn words_that_look_like_magic_are_text() {
    for text in [
        "MZ is a code.",
        "BM is a code, too.",
        "BZh was here.",
        "The ftyp box",
        "!BDN is a mark",
        "ID3 tags",
        "Rar!",
        "GIF",
        "II*",
    ] {
        check("a.txt", text, Kind::Text);
    }
}

#[test]
fn office_documents_are_told_by_their_members() {
    check("a.zip", zip_of(&[("[Content_Types].xml", ""), ("word/document.xml", "")]), Kind::Docx);
    check("a", zip_of(&[("mimetype", "application/vnd.oasis.opendocument.text")]), Kind::Odt);
    check("a", zip_of(&[("mimetype", "application/epub+zip\n")]), Kind::Epub);
    check("a", zip_of(&[("META-INF/container.xml", "")]), Kind::Epub);
    check_unreadable("a", zip_of(&[("xl/workbook.xml", "")]), "spreadsheet");
    check_unreadable("a", zip_of(&[("mimetype", "application/vnd.oasis.opendocument.presentation")]), "slides");
    check("a.docx", b"PK\x03\x04 and nothing else", Kind::Docx);
    check("a", b"PK\x03\x04 and nothing else", Kind::Zip);
}

#[test]
fn old_office_files_are_told_by_their_streams() {
    let with = |name: &str| {
        let mut bytes = vec![0; 1024];
        bytes[..8].copy_from_slice(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1");
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes[640..640 + name.len()].copy_from_slice(&name);
        bytes
    };
    check_unreadable("a", with("WordDocument"), "Word");
    check_unreadable("a", with("Workbook"), "spreadsheet");
    check_unreadable("a", with("__properties_version1.0"), "MSG");
    check_unreadable("a", with(""), "old office");
}

#[test]
fn tar_is_told_by_its_checksum() {
    let mut header = tar::Header::new_old();
    header.set_path("a.txt").expect("a short path");
    header.set_size(0);
    header.set_cksum();
    check("a", header.as_bytes(), Kind::Tar);
    header.set_mode(0o777);
    check_unreadable("a.tar", header.as_bytes(), "NUL");
}

#[test]
fn messages_are_told_by_headers_that_programs_write() {
    let message = "Received: x\n y\nFrom: a@b.c\nTo: d\nSubject: x\n\nRain.";
    check("a.txt", message, Kind::Email);
    check("a.txt", message.replace('\n', "\r\n"), Kind::Email);
    check("a.eml", "Subject: x\n\nRain.", Kind::Email);
    check("a.emlx", "123\nSubject: x\n\nRain.", Kind::Email);
    check("a.eml", "From a@b.c\nSubject: x\n\nRain.", Kind::Email);
    check("a.eml", "It rained.", Kind::Text);
    // A memo, and a story that begins with lines of a header.
    check("a.txt", "From: Ann\nTo: Bob\nDate: Friday\nSubject: Rain\n\nIt rained.", Kind::Text);
    check("a.txt", "From: Ann\nTo: Bob\nReceived: Friday\nIt rained.\n\nMore.", Kind::Text);
    let first = "From a@b.c Fri Sep 30 10:00:00 2022\n";
    check("a", format!("{first}From: a@b.c\n\nRain."), Kind::Mbox);
    check("a.eml", format!("{first}From: a@b.c\n\nRain."), Kind::Email);
    check("a.txt", "From here on, 10:30 on 30 September 2022, it rained.\n\nMore.", Kind::Text);
    let saved = "From: <Saved by Blink>\nSnapshot-Content-Location: https://a.b\nMIME-Version: 1.0\n\
        Content-Type: multipart/related; boundary=x\n\n";
    check("a", saved, Kind::Mhtml);
    check("a.mht", "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n", Kind::Mhtml);
}

#[test]
fn pages_are_told_by_their_first_tag() {
    for page in ["<!DOCTYPE html>\n<p>", "<HTML lang=en>", "<?xml version=\"1.0\"?>\n<!-- a -->\n<html xmlns=\"x\">"] {
        check("a.txt", page, Kind::Html);
        check(
            "a.txt",
            [b"\xff\xfe".to_vec(), page.encode_utf16().flat_map(u16::to_le_bytes).collect()].concat(),
            Kind::Html,
        );
    }
    check("a", "<div class=x>", Kind::Html);
    check("a.html", "Rain.", Kind::Html);
    check("a.txt", "<div class=x>", Kind::Text);
    check("a.md", "<div class=x>", Kind::Markdown);
    check("a.txt", "<htmlx>", Kind::Text);
    check("a.xml", "<?xml version=\"1.0\"?><tei/>", Kind::Text);
    check_unreadable("a.svg", "<?xml version=\"1.0\"?>\n<svg>", "a picture");
}

#[test]
fn json_is_told_by_its_first_value() {
    check("a.txt", "{\"text\":\"a\"}\n{\"text\":\"b\"}", Kind::JsonLines);
    check("a.json", "{\"text\":\"a\"}\n{\"text\":\"b\"}", Kind::JsonLines);
    check("a.json", "{\"text\":\"a\"}\n", Kind::Json);
    check("a.json", "{\n\"text\":\"a\"}\n", Kind::Json);
    check("a.json", "[1]", Kind::Json);
    check("a", " [ {\"text\":\"a\"}]", Kind::Json);
    check("a.jsonl", "oops", Kind::JsonLines);
    check("a.txt", "{not json} at all", Kind::Text);
    check("a.txt", "[1] A note.", Kind::Text);
}

#[test]
fn noise_is_no_text() {
    let mut state = 1u32;
    let noise: Vec<u8> = std::iter::repeat_with(|| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 24) as u8
    })
    .filter(|&byte| byte != 0)
    .take(2000)
    .collect();
    check_unreadable("a.txt", &noise, "control characters");
    check("a.txt", "\x1b[1mRain\x1b[0m\r\n\x0c\tSnow", Kind::Text);
    check(
        "a.txt",
        [&b"A story with a few \x01\x02 of them, as old word processors strew them about. "[..]; 20].concat(),
        Kind::Text,
    );
}

#[test]
fn markdown_and_tables_need_their_names() {
    check("a.md", "Rain.", Kind::Markdown);
    check("a.txt", "# Rain\n\n- a\n- b\n", Kind::Text);
    check("a.csv", "id,text\n1,Rain.", Kind::Table);
    check("a.txt", "a\tb\nc\td\n", Kind::Text);
}

#[test]
fn nothing_and_little_are_text() {
    for bytes in [&b""[..], b"\n", b"\0", b"{", b"[", b"<", b"From ", b"PK", b"\xff", b"\xef\xbb\xbf", b"sep="] {
        for path in ["a", "a.txt"] {
            check(path, bytes, Kind::Text);
        }
    }
}
