//! One folder with everything in it that breaks programs: the build ends, names every problem by its file, and the
//! documents that are in order are there. Times and memory are not asserted; that the test ends at all says enough.

use std::fs::{self, File};
use std::io::{Cursor, Write as _};

use flate2::Compression;
use flate2::write::GzEncoder;
use zip::write::{SimpleFileOptions, ZipWriter};

use super::check::check_collection;
use super::folder::Folder;

/// What has to come of a file.
enum Outcome {
    /// As many documents, and nothing to say.
    Documents(usize),
    /// As many documents, and a problem whose message has these words.
    Problem(usize, &'static str),
    /// A document that has these words; something may have been mended.
    Words(&'static str),
    /// Documents or a problem: which of the two depends on how much of the file is left.
    Either,
}
use Outcome::{Documents, Either, Problem, Words};

type Case = (&'static str, Vec<u8>, Outcome);

fn encodings() -> Vec<Case> {
    let utf16 = |order: fn(u16) -> [u8; 2]| "\u{feff}Zürich 漢😀.".encode_utf16().flat_map(order).collect();
    vec![
        ("text/utf-8-mark.txt", "\u{feff}Zürich.".into(), Words("Zürich.")),
        ("text/utf-16le.txt", utf16(u16::to_le_bytes), Words("Zürich 漢😀.")),
        ("text/utf-16be.txt", utf16(u16::to_be_bytes), Words("Zürich 漢😀.")),
        (
            "text/windows.txt",
            b"It cost 5 \x80 in Z\xfcrich, \x93he\x94 said.".to_vec(),
            Words("5 € in Zürich, “he” said."),
        ),
        ("text/cyrillic.txt", b"\xbf\xde\xd3\xde\xd4\xd0 \xd1\xeb\xdb\xd0 \xef\xe1\xdd\xd0\xef.".to_vec(), Either),
        (
            "text/shift-jis.txt",
            b"\x82\xb1\x82\xea\x82\xcd\x89\x4a\x82\xc5\x82\xb7\x81\x42".to_vec(),
            Words("これは雨です。"),
        ),
        ("text/invalid.txt", b"It \xff\xfe\xc0\x80 rained and rained \xed\xa0\x80.".to_vec(), Either),
        ("text/nul.txt", b"It\0 rained all day long.".to_vec(), Problem(1, "NUL")),
        ("text/ends.txt", b"One.\r\rTwo.\r\n\r\nThree.\n\nFour.".to_vec(), Words("One.\n\nTwo.\n\nThree.\n\nFour.")),
        ("text/empty.txt", Vec::new(), Problem(1, "empty")),
        ("text/blank.txt", b" \n\t\xc2\xa0".to_vec(), Problem(1, "")),
        ("text/bidi.txt", "\u{202e}gnp.exe\u{2066}\u{200b}".into(), Documents(1)),
    ]
}

fn damaged() -> Vec<Case> {
    let zip = zip(&[("a.txt", &b"It rained. ".repeat(99)), ("b.txt", b"It snowed.")]);
    let gzip = gzip(&b"It rained. ".repeat(99));
    let cut = |bytes: &[u8]| bytes[..bytes.len() / 3].to_vec();
    let message = b"From: a@b.example\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\
        Content-Transfer-Encoding: base64\n\nSXQgcmF";
    vec![
        ("damaged/zip.zip", zip[..zip.len() - 9].to_vec(), Problem(2, "damaged")),
        ("damaged/word.docx", cut(&zip), Either),
        ("damaged/open.odt", cut(&zip), Either),
        ("damaged/book.epub", cut(&zip), Either),
        ("damaged/not.docx", b"It rained.".to_vec(), Either),
        ("damaged/gzip.txt.gz", gzip[..gzip.len() - 9].to_vec(), Problem(1, "damaged")),
        (
            "damaged/tar.tar",
            [tar("a.txt", b"It rained."), tar("b.txt", &[b'x'; 600])].concat()[..1600].to_vec(),
            Either,
        ),
        (
            "damaged/pdf.pdf",
            b"%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 1 0 R>>\nendobj\ntrailer\n<</Root 1 0 R".to_vec(),
            Either,
        ),
        ("damaged/mail.eml", message.to_vec(), Either),
        ("damaged/page.mht", [b"Snapshot-Content-Location: a\n".as_slice(), message].concat(), Either),
        ("damaged/page.html", b"<html><title>Rain<p>It rained<a href=\"x".to_vec(), Either),
        ("damaged/lines.jsonl", b"{\"text\":\"It rained.\"}\n{\"text\":\"It sno".to_vec(), Problem(1, "EOF")),
        ("damaged/list.json", b"[{\"text\":\"It rained.\"},{\"te".to_vec(), Either),
        (
            "damaged/open.csv",
            [b"id,text\n1,\"It rained.\n".as_slice(), &b"2,It snowed.\n".repeat(5_000)].concat(),
            Either,
        ),
        ("damaged/picture.txt", b"\x89PNG\r\n\x1a\nIHDR".to_vec(), Problem(0, "a picture")),
        ("damaged/program.txt", b"\x7fELF\x02\x01\x01".to_vec(), Problem(0, "a program")),
    ]
}

/// Small files that claim, or hold, far more than there is room for.
fn bombs() -> Vec<Case> {
    // A file of gzip may be several, one after another: so the bomb need not be packed in one piece.
    let zeros = gzip(&vec![0; 1 << 20]).repeat(65);
    let mut nested = zip(&[("a.txt", b"It rained.")]);
    for _ in 0..12 {
        nested = zip(&[("a.zip", &nested), ("b.zip", &nested)]);
    }
    let message = |inner: &str| {
        format!(
            "From: a@b.example\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x{n}\n\n--x{n}\n\
                 Content-Type: message/rfc822\n\n{inner}\n--x{n}--\n",
            n = inner.len()
        )
    };
    let mut mail = "From: a@b.example\n\nIt rained.".to_owned();
    for _ in 0..40 {
        mail = message(&mail);
    }
    vec![
        ("bombs/flat.gz", zeros, Problem(0, "more than 64 MiB")),
        ("bombs/nested.zip", nested, Problem(0, "each lie in another")),
        ("bombs/mail.eml", mail.into_bytes(), Problem(5, "each lie in another")),
    ]
}

/// What takes many steps, or much room, for each byte of it where a program is careless.
fn heavy() -> Vec<Case> {
    let many = |unit: &str, n: usize| unit.repeat(n).into_bytes();
    let formatting: String = (0..2_000).map(|number| format!("<b id={number}><i><a href=x>It rained<p>")).collect();
    vec![
        ("heavy/divs.html", many("<div>", 100_000), Either),
        ("heavy/formatting.html", formatting.into_bytes(), Either),
        ("heavy/tables.html", many("<table><tr><td>", 10_000), Either),
        ("heavy/brackets.json", many("[", 1_000_000), Problem(0, "")),
        ("heavy/brackets.jsonl", many("{\"text\":", 100_000), Problem(0, "")),
        ("heavy/marks.md", many("*[a](`>", 10_000), Either),
        ("heavy/nested.md", many("> ", 20_000), Either),
        ("heavy/lines.txt", many("a\n", 30_000), Documents(1)),
        ("heavy/line.txt", many("It rained ", 20_000), Documents(1)),
        ("heavy/word.txt", many("x", 300_000), Documents(1)),
        ("heavy/quotes.txt", many("\"", 100_000), Documents(1)),
        ("heavy/dates.txt", many("3 May 2015 ", 8_000), Documents(1)),
        ("heavy/names.txt", many("Rain ", 20_000), Documents(1)),
        (
            "heavy/mailbox.mbox",
            many("From a@b.c Fri Sep 30 10:00:00 2022\nFrom: A <a@b.c>\n\nIt rained.\n\n", 500),
            Documents(500),
        ),
        (
            "heavy/quoted.eml",
            [b"From: a@b.c\nTo: b\n\n".to_vec(), many("On Friday Ann wrote:\n> a\n", 5_000)].concat(),
            Documents(1),
        ),
        ("heavy/headers.eml", [many("To: a@b.c\n", 5_000), b"From: a@b.c\n\nx".to_vec()].concat(), Documents(1)),
        ("heavy/columns.csv", [many("text,", 2_000), b"id\na\n".to_vec()].concat(), Either),
    ]
}

fn zip(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in members {
        zip.start_file(*name, SimpleFileOptions::default()).expect("a new member");
        zip.write_all(content).expect("room in memory");
    }
    zip.finish().expect("room in memory").into_inner()
}

fn gzip(content: &[u8]) -> Vec<u8> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::default());
    gzip.write_all(content).expect("room in memory");
    gzip.finish().expect("room in memory")
}

fn tar(name: &str, content: &[u8]) -> Vec<u8> {
    let mut header = tar::Header::new_gnu();
    header.set_size(content.len() as u64);
    header.set_path(name).expect("a short name");
    header.set_cksum();
    let mut bytes = header.as_bytes().to_vec();
    bytes.extend(content);
    bytes.resize(bytes.len().next_multiple_of(512), 0);
    bytes
}

/// What no bytes make hostile: files that are larger than any disk, links in circles, names that are no text.
fn add_what_only_disks_can(folder: &Folder) -> Vec<(String, &'static str)> {
    let sparse = File::create(folder.0.join("sparse.txt")).expect("a file");
    sparse.set_len(1 << 30).expect("a length");
    let mut expected = vec![("sparse.txt".to_owned(), "larger than")];
    #[cfg(unix)]
    {
        use std::ffi::OsStr;
        use std::os::unix::ffi::OsStrExt;
        use std::os::unix::fs::{PermissionsExt, symlink};
        symlink(".", folder.0.join("circle")).expect("a link");
        expected.push(("circle".to_owned(), "leads back"));
        symlink("nowhere", folder.0.join("dangling.txt")).expect("a link");
        expected.push(("dangling.txt".to_owned(), "a link to nothing"));
        let locked = folder.0.join("locked.txt");
        fs::write(&locked, "It rained.").expect("a file");
        fs::set_permissions(&locked, fs::Permissions::from_mode(0o000)).expect("own files");
        // Root may read everything.
        expected.extend(File::open(&locked).is_err().then(|| ("locked.txt".to_owned(), "not read")));
        // Some systems refuse such names.
        if fs::write(folder.0.join(OsStr::from_bytes(b"caf\xe9.txt")), "It rained.").is_ok() {
            expected.push(("caf\u{fffd}.txt".to_owned(), "not UTF-8"));
        }
    }
    expected
}

#[test]
fn a_folder_of_everything_hostile_gives_its_good_documents_and_names_every_problem() {
    let mut cases: Vec<Case> = [encodings(), damaged(), bombs(), heavy()].into_iter().flatten().collect();
    cases.push(("names/a\u{301}\u{202e} 😀\n.txt", b"It rained.".to_vec(), Documents(1)));
    cases.push(("names/-rf *.txt", b"It rained.".to_vec(), Documents(1)));
    let mut folder = Folder::new("hostile");
    for (path, bytes, _) in &cases {
        folder = folder.with(path, bytes);
    }
    let of_disk = add_what_only_disks_can(&folder);
    let (collection, report) = folder.collect();
    check_collection(&collection);

    let mut wrong = Vec::new();
    for (path, _, outcome) in &cases {
        let is_here =
            |other: &str| other.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        let documents: Vec<_> = collection.documents.iter().filter(|document| is_here(&document.path)).collect();
        let problems: Vec<_> = report.problems.iter().filter(|problem| is_here(&problem.path)).collect();
        let says = |words: &str| problems.iter().any(|problem| problem.message.contains(words));
        let n_found = documents.len();
        let is_right = match outcome {
            Documents(n) => n_found == *n && problems.is_empty(),
            Problem(n, words) => n_found == *n && says(words),
            Words(words) => documents.iter().any(|document| document.text.contains(words)),
            Either => n_found > 0 || !problems.is_empty(),
        };
        if !is_right {
            wrong.push(format!("{path}: {n_found} documents, {problems:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    for (path, words) in of_disk {
        let is_named = report.problems.iter().any(|problem| problem.path == path && problem.message.contains(words));
        assert!(is_named, "{path}: {words}");
    }
    let here = folder.0.to_string_lossy();
    assert!(report.problems.iter().all(|problem| !problem.message.contains(&*here)), "a path of this machine is told");
}
