//! What comes out of archives, and what does not.

use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::*;
use crate::config::Columns;
use crate::read::limits::Limits;
use crate::read::read as read_usual;

fn zip_of(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in members {
        zip.start_file(*name, SimpleFileOptions::default()).expect("a new member");
        zip.write_all(content).expect("room in memory");
    }
    zip.finish().expect("room in memory").into_inner()
}

fn tar_of(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut tar = tar::Builder::new(Vec::new());
    for (name, content) in members {
        let mut header = tar::Header::new_gnu();
        header.set_size(content.len() as u64);
        // The library refuses names that lead out; others do not.
        header.as_old_mut().name[..name.len().min(100)].copy_from_slice(&name.as_bytes()[..name.len().min(100)]);
        header.set_cksum();
        tar.append(&header, *content).expect("room in memory");
    }
    tar.into_inner().expect("room in memory")
}

fn gzip_of(content: &[u8]) -> Vec<u8> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::default());
    gzip.write_all(content).expect("room in memory");
    gzip.finish().expect("room in memory")
}

/// Checks the paths and texts that come out, and a part of each problem.
#[track_caller]
fn check(path: &str, bytes: &[u8], expected: &[(&str, &str)], problems: &[&str]) {
    let mut report = Report::default();
    let documents = read_usual(path, bytes, &mut report);
    check_found(&documents, &report, expected, problems);
}

#[track_caller]
fn check_found(documents: &[Received], report: &Report, expected: &[(&str, &str)], problems: &[&str]) {
    let found: Vec<_> = documents.iter().map(|document| (document.path.as_str(), document.text.as_str())).collect();
    assert_eq!(found, expected);
    let reported: Vec<String> = report.problems.iter().map(ToString::to_string).collect();
    assert_eq!(reported.len(), problems.len(), "{reported:?}");
    for (line, part) in reported.iter().zip(problems) {
        assert!(line.contains(part), "{line} where {part} was wanted");
    }
}

const MEMBERS: &[(&str, &[u8])] = &[("b/c.txt", b"Rain."), ("d.md", b"Snow."), (".hidden", b"x"), ("__MACOSX/e", b"x")];

#[test]
fn members_are_read_as_if_they_lay_in_a_folder() {
    check("a.zip", &zip_of(MEMBERS), &[("a.zip/b/c.txt", "Rain."), ("a.zip/d.md", "Snow.")], &[]);
    check("a.tar", &tar_of(MEMBERS), &[("a.tar/b/c.txt", "Rain."), ("a.tar/d.md", "Snow.")], &[]);
    check("a.tgz", &gzip_of(&tar_of(MEMBERS)), &[("a.tgz/b/c.txt", "Rain."), ("a.tgz/d.md", "Snow.")], &[]);
    check("x/a.txt.gz", &gzip_of(b"Rain."), &[("x/a.txt.gz/a.txt", "Rain.")], &[]);
    check("a.zip", &zip_of(&[]), &[], &["no file in it is read"]);
    let two = [gzip_of(b"Rain. "), gzip_of(b"Snow.")].concat();
    check("a.gz", &two, &[("a.gz/a", "Rain. Snow.")], &[]);
}

#[test]
fn archives_in_archives_are_read_to_a_depth() {
    let mut nested = b"Rain.".to_vec();
    let mut path = String::from("a.txt");
    for _ in 0..4 {
        nested = zip_of(&[(path.rsplit('/').next().expect("a name"), &nested)]);
        path = format!("{path}/a.zip");
    }
    check("a.zip", &nested, &[("a.zip/a.zip/a.zip/a.zip/a.txt", "Rain.")], &[]);
    let deeper = gzip_of(&nested);
    check(
        "a.zip.gz",
        &deeper,
        &[],
        &["a.zip.gz/a.zip/a.zip/a.zip/a.zip/a.txt: not read: it lies in more than 4 files"],
    );
}

#[test]
fn names_that_lead_out_are_led_back_and_equal_ones_told_apart() {
    let members: &[(&str, &[u8])] = &[("../a.txt", b"Rain."), ("/b.txt", b"Snow."), ("a.txt", b"Hail.")];
    let found = [("a.tar/a.txt", "Rain."), ("a.tar/b.txt", "Snow."), ("a.tar/a.txt", "Hail.")];
    let problems = [
        "a.tar/a.txt: its name would lead out",
        "a.tar/b.txt: its name would lead out",
        "the id “a.tar/a.txt” is taken",
    ];
    check("a.tar", &tar_of(members), &found, &problems);
}

#[test]
fn links_and_special_files_are_not_followed() {
    let mut tar = tar::Builder::new(Vec::new());
    for kind in [tar::EntryType::Symlink, tar::EntryType::Link, tar::EntryType::Fifo, tar::EntryType::Char] {
        let mut header = tar::Header::new_gnu();
        header.set_entry_type(kind);
        header.set_size(0);
        tar.append_link(&mut header, "a", "/etc/passwd").expect("room in memory");
    }
    check("a.tar", &tar.into_inner().expect("room in memory"), &[], &["4 links and special files in it were not"]);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.add_symlink("a", "/etc/passwd", SimpleFileOptions::default()).expect("room in memory");
    let zip = zip.finish().expect("room in memory").into_inner();
    check("a.zip", &zip, &[], &["1 link or special file in it was not"]);
}

#[test]
fn what_is_damaged_loses_nothing_else() {
    let zip = zip_of(&[("a.txt", b"Rain in the north."), ("b.txt", b"Snow in the south.")]);
    let cut = &zip[..zip.len() - 30];
    let both = [("a.zip/a.txt", "Rain in the north."), ("a.zip/b.txt", "Snow in the south.")];
    check("a.zip", cut, &both, &["a.zip: the archive is damaged"]);
    let mut wrong = zip.clone();
    let at = wrong.windows(5).position(|five| five == b"a.txt").expect("its name") + 7;
    wrong[at] ^= 0xff;
    let mut report = Report::default();
    let documents = read_usual("a.zip", &wrong, &mut report);
    assert_eq!(documents.last().map(|document| document.text.as_str()), Some("Snow in the south."));
    assert!(report.problems[0].to_string().starts_with("a.zip/a.txt: is damaged in the archive"), "{report:?}");
    let tar = tar_of(&[("a.txt", b"Rain."), ("b.txt", b"Snow.")]);
    check("a.tar", &tar[..1030], &[("a.tar/a.txt", "Rain.")], &["a.tar: not read from here on"]);
    let gzip = gzip_of(b"Rain.");
    let problem = "a.gz/a: is damaged in the archive (unexpected end of file); what could be unpacked of it was read";
    check("a.gz", &gzip[..gzip.len() - 3], &[("a.gz/a", "Rain.")], &[problem]);
    check("a.gz", b"\x1f\x8b\x08 not gzip", &[], &["a.gz: not read: it begins like gzip"]);
    for len in 0..zip.len() {
        read_usual("a.zip", &zip[..len], &mut Report::default());
    }
}

#[test]
fn locked_and_strangely_packed_members_are_said_to_be() {
    let mut zip = zip_of(&[("a.txt", b"Rain.")]);
    // The flag of a password, in the member's own header and in the list.
    zip[6] |= 1;
    let list = zip.windows(4).position(|four| four == b"PK\x01\x02").expect("a list");
    zip[list + 8] |= 1;
    check("a.zip", &zip, &[], &["a.zip/a.txt: not read: it is locked with a password"]);
    let mut zip = zip_of(&[("a.txt", b"Rain.")]);
    zip[8] = 12;
    let list = zip.windows(4).position(|four| four == b"PK\x01\x02").expect("a list");
    zip[list + 10] = 12;
    check("a.zip", &zip, &[], &["a.zip/a.txt: not read: it is packed by"]);
}

#[test]
fn unpacking_stops_at_the_limit_and_keeps_what_came_before() {
    let large = "Rain. ".repeat(10_000);
    let members: &[(&str, &[u8])] = &[("a.txt", b"Snow."), ("b.txt", large.as_bytes()), ("c.txt", b"Hail.")];
    type Read = fn(&mut Reader<'_>, &str, &[u8], &mut Report) -> Vec<Received>;
    for (read, bytes) in [
        (read_zip as Read, zip_of(members)),
        (read_tar, tar_of(members)),
        (read_gzip, gzip_of(&tar_of(members))),
        (read_zip, zip_of(&[("a.txt", b"Snow."), ("b.txt.gz", &gzip_of(large.as_bytes())), ("c.txt", b"Hail.")])),
    ] {
        let columns = Columns::default();
        let mut reader = Reader::new(&columns);
        let mut report = Report::default();
        reader.limits = Limits::of_bytes(50_000);
        let documents = read(&mut reader, "a", &bytes, &mut report);
        check_found(&documents, &report, &[("a/a.txt", "Snow.")], &["unpacked only in part"]);
    }
}

#[test]
fn a_bomb_is_stopped_and_said_to_be_one() {
    // 70 MiB of nothing in less than the 335 KiB that would make the limit larger.
    let bomb = gzip_of(&vec![b' '; 1 << 20]).repeat(70);
    assert!(bomb.len() < (64 << 20) / 200, "{}", bomb.len());
    let problem = "a.gz: unpacked only in part: it would unpack to more than 64 MiB; what came before is kept";
    check("a.gz", &bomb, &[], &[problem]);
}

#[test]
fn archives_of_too_many_members_are_read_in_part() {
    let mut limits = Limits::of_file(0);
    let n_counted = (0..200_000).take_while(|_| limits.count_member().is_ok()).count();
    assert_eq!(n_counted, 100_000);
    assert!(limits.is_reached());
}
