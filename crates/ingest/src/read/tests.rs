//! That every format meets its reader, and what is said of those that have none.

use super::*;

fn check(path: &str, bytes: &[u8], formats: &[Format], problem: &str) {
    let mut report = Report::default();
    let documents = read(path, bytes, &mut report);
    let found: Vec<_> = documents.iter().map(|document| document.format).collect();
    assert_eq!(found, formats, "{path}");
    match report.problems.as_slice() {
        [] => assert!(problem.is_empty(), "{path}: no problem where {problem:?} was wanted"),
        [first, ..] => assert!(!problem.is_empty() && first.message.contains(problem), "{first}"),
    }
}

#[test]
fn every_format_is_read_by_its_reader() {
    check("a.txt", b"A story.", &[Format::Text], "");
    check("notes", b"A story.", &[Format::Text], "");
    check("a.MD", b"A *story*.", &[Format::Markdown], "");
    check("a.weird", b"A story.", &[Format::Text], "");
    check("a.txt", b"A\0 story that has one stray byte in it.", &[Format::Text], "NUL");
    check("a.txt", b"", &[Format::Text], "is empty");
    check("a.jsonl", b"{\"text\":\"A story.\"}\n{\"text\":\"Another.\"}\n", &[Format::Jsonl, Format::Jsonl], "");
    check("a.json", b"[{\"text\":\"A story.\"}]", &[Format::Jsonl], "");
    check("a.csv", b"id,text\n1,A story.\n", &[Format::Csv], "");
    check("a.eml", b"From: a@b.c\nSubject: A story\n\nIt rained.", &[Format::Email], "");
    let mailbox = b"From a@b.c Fri Sep 30 10:00:00 2022\nFrom: a@b.c\nDate: x\n\nIt rained.\n";
    check("a.mbox", mailbox, &[Format::Email], "");
}

#[test]
fn what_cannot_be_read_is_said_to_be_what_it_is() {
    check("a.bin", &[1, 0, 0, 0, 2, 0, 0], &[], "full of NUL bytes");
    check("a.jpg", b"\xff\xd8\xff\xe0", &[], "not read: it is a picture");
    check("a.rtf", b"{\\rtf1 A story.}", &[], "rich text");
}

#[test]
fn the_same_id_is_given_once_in_a_run() {
    let columns = Columns::default();
    let mut reader = Reader::new(&columns);
    let mut report = Report::default();
    let line = b"{\"id\":\"b.txt\",\"text\":\"A story.\"}";
    let ids: Vec<String> = [("a.jsonl", &line[..]), ("b.txt", b"Rain."), ("c.jsonl", line)]
        .iter()
        .flat_map(|(path, bytes)| reader.read(path, bytes, &mut report))
        .map(|document| document.id)
        .collect();
    assert_eq!(ids, ["b.txt", "b.txt-2", "b.txt-3"]);
    let places: Vec<_> = report.problems.iter().map(|problem| (problem.path.as_str(), problem.line)).collect();
    assert_eq!(places, [("b.txt", None), ("c.jsonl", Some(1))]);
}

#[test]
fn a_file_without_a_document_is_named() {
    let hidden = b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0";
    check("a.zip", hidden, &[], "no file in it is read");
    check("a.csv", b"id,title,text\n", &[], "no rows but that of the names");
    check("a.jsonl", b" \n\n", &[], "there is no document in it");
}

#[test]
fn a_text_that_is_too_large_is_refused() {
    let columns = Columns::default();
    let mut reader = Reader::new(&columns);
    for (len, is_accepted) in [(MAX_TEXT_LEN, true), (MAX_TEXT_LEN + 1, false)] {
        let mut report = Report::default();
        let mut document = Received { text: "x".repeat(len), ..Received::default() };
        assert_eq!(reader.accept(&mut document, None, &mut report), is_accepted);
        assert_eq!(report.problems.iter().any(|problem| problem.message.contains("larger than 32 MiB")), !is_accepted);
    }
}
