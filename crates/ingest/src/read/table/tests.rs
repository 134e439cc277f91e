//! What tables become: rows with their columns, or one document.

use corpus::model::Block;

use super::super::{Field, read as read_usual};
use super::*;

fn read_with(path: &str, text: &str, columns: &Columns) -> (Vec<Received>, Vec<String>) {
    let mut report = Report::default();
    let documents = Reader::new(columns).read(path, text.as_bytes(), &mut report);
    (documents, report.problems.iter().map(ToString::to_string).collect())
}

/// Checks the ids and texts of the rows, and a part of each problem.
fn check(path: &str, text: &str, found: &[(&str, &str)], problems: &[&str]) {
    let (documents, reported) = read_with(path, text, &Columns::default());
    let seen: Vec<_> = documents.iter().map(|document| (document.id.as_str(), document.text.as_str())).collect();
    assert_eq!(seen, found, "{text}");
    assert!(documents.iter().all(|document| document.format == Format::Csv));
    assert_eq!(reported.len(), problems.len(), "{reported:?}");
    for (line, part) in reported.iter().zip(problems) {
        assert!(line.contains(part), "{line} where {part} was wanted");
    }
}

#[test]
fn delimiters_are_told_by_content() {
    let rows = [("a.csv:2", "It rained."), ("a.csv:3", "It snowed, too; twice.")];
    check("a.csv", "title,text\nRain,It rained.\nSnow,\"It snowed, too; twice.\"\n", &rows, &[]);
    check("a.csv", "title;text\nRain;It rained.\nSnow;\"It snowed, too; twice.\"", &rows, &[]);
    check("a.csv", "title\ttext\nRain\tIt rained.\nSnow\tIt snowed, too; twice.", &rows, &[]);
    check("a.csv", "title|text\r\nRain|It rained.\r\nSnow|It snowed, too; twice.\r\n", &rows, &[]);
    check("a.csv", "sep=;\ntitle;text\nRain;It rained.", &[("a.csv:3", "It rained.")], &[]);
    check("a.csv", "text\nIt rained.\n\"It snowed, too; twice.\"", &rows, &[]);
    check(
        "a.txt",
        "id|date|text\n1|2022|It rained.\n2|2023|It snowed.",
        &[("1", "It rained."), ("2", "It snowed.")],
        &[],
    );
}

#[test]
fn rows_have_lines_ids_and_fields() {
    let text = "ID,Headline,Body,Published\n\nx,Rain,\"It\nrained.\",2022-09-30\n\n,Snow,It snowed.,\n";
    check("a.csv", text, &[("x", "It\nrained."), ("a.csv:6", "It snowed.")], &[]);
    let (documents, _) = read_with("a.csv", text, &Columns::default());
    assert_eq!(documents[0].fields.title, Field::new("Rain", "the title given beside the text, as “Headline”"));
    assert_eq!(
        documents[0].fields.published,
        Field::new("2022-09-30", "the date given beside the text, as “Published”")
    );
    assert_eq!(documents[1].fields.published, None);
    assert_ne!(documents[0].sha256, documents[1].sha256);
}

#[test]
fn rows_that_are_odd_or_empty_are_named_by_their_lines() {
    let text = "id,text\n1,One.\n2\n3,Three.,more\n4,\n1,Again.\n";
    let problems = [
        "a.csv:6: the id “1” is taken",
        "a.csv:3: 2 rows do not have as many fields as there are columns: lines 3 and 4",
        "a.csv:3: 2 rows were left out for having no text: lines 3 and 5",
    ];
    check("a.csv", text, &[("1", "One."), ("3", "Three."), ("1-2", "Again.")], &problems);
    check("a.csv", "id,text\n1,\"One.\n2,Two.\n", &[("1", "One.\n2,Two.\n")], &[]);
    check("a.csv", "id,text\n", &[], &["no rows but that of the names"]);
}

#[test]
fn columns_are_mapped_by_the_settings_and_by_number_where_there_are_no_names() {
    let columns = Columns { text: Some("Notiz".into()), title: Some("Betreff".into()), ..Columns::default() };
    let (documents, problems) = read_with("a.csv", "Nr,Betreff,Notiz\n1,Regen,Es regnet.", &columns);
    assert_eq!((documents.len(), problems.len()), (1, 0));
    assert_eq!(documents[0].text, "Es regnet.");
    assert_eq!(documents[0].fields.title.as_ref().map(|title| title.value.as_str()), Some("Regen"));
    let columns = Columns { text: Some("2".into()), ..Columns::default() };
    let (documents, _) = read_with("a.csv", "1.5,It rained.\n2.5,It snowed.", &columns);
    assert_eq!(
        documents.iter().map(|document| document.text.as_str()).collect::<Vec<_>>(),
        ["It rained.", "It snowed."]
    );
}

#[test]
fn a_table_without_texts_is_one_document() {
    let text = "name,amount\nAnn,\"1\n000\"\nBob,2\n";
    let whole = "name\tamount\nAnn\t1 000\nBob\t2\n";
    check(
        "b/a.csv",
        text,
        &[("b/a.csv", whole)],
        &["kept as one table: no column holds texts: there is “name”, “amount”; say in dossier.toml"],
    );
    let (documents, _) = read_with("a.csv", text, &Columns::default());
    let Layout::Blocks(blocks) = &documents[0].layout else { panic!("blocks") };
    let [Block { span, kind: BlockKind::Table, reason: None }] = blocks.as_slice() else { panic!("{blocks:?}") };
    assert_eq!(span.slice(whole), Some(whole.trim_end()));
}

#[test]
fn prose_with_commas_is_no_table() {
    for (path, text) in [
        ("a.txt", "It rained, snowed, and stopped.\nThen, at last, the sun came."),
        ("a.csv", "It rained.\nIt stopped."),
        ("a.txt", "title,text\nRain,It rained."),
        ("a.txt", "Title, date, text:\nso it says on the form, which nobody fills in.\nNobody, ever.\nOr hardly."),
        ("a.txt", "title,date,text\nIt rained.\nIt snowed, too."),
    ] {
        let mut report = Report::default();
        assert_eq!(read_usual(path, text.as_bytes(), &mut report)[0].format, Format::Text, "{text}");
    }
}
