//! What lines and values become, and what is said about those that become nothing.

use super::super::Field;
use super::*;
use crate::config::Columns;

fn read(path: &str, json: &str, columns: &Columns) -> (Vec<Received>, Vec<String>) {
    let mut report = Report::default();
    let documents = Reader::new(columns).read(path, json.as_bytes(), &mut report);
    (documents, report.problems.iter().map(ToString::to_string).collect())
}

/// Checks the ids and texts that come out, and a part of each problem.
fn check(path: &str, json: &str, found: &[(&str, &str)], problems: &[&str]) {
    let (documents, reported) = read(path, json, &Columns::default());
    let seen: Vec<_> = documents.iter().map(|document| (document.id.as_str(), document.text.as_str())).collect();
    assert_eq!(seen, found, "{json}");
    assert_eq!(reported.len(), problems.len(), "{reported:?}");
    for (line, part) in reported.iter().zip(problems) {
        assert!(line.contains(part), "{line} where {part} was wanted");
    }
}

#[test]
fn every_line_that_can_be_read_is_and_the_others_are_named() {
    check(
        "a.jsonl",
        "{\"text\":\"One.\"}\n\n{\"id\":7,\"text\":\"Two.\"}\r\n",
        &[("a.jsonl:1", "One."), ("7", "Two.")],
        &[],
    );
    let broken = "{\"text\":\"One.\"}\n{\"text\":\n[1]\n{\"title\":\"x\"}\n{\"text\":5}\n{\"text\":\"Six.\"}";
    let problems = [
        "a.jsonl:2: not read: EOF",
        "a.jsonl:3: not read: it is JSON but no object",
        "a.jsonl:4: not read: no key holds its text: there is “title”",
        "a.jsonl:5: not read: “text” is no text",
    ];
    check("a.jsonl", broken, &[("a.jsonl:1", "One."), ("a.jsonl:6", "Six.")], &problems);
    check("a.jsonl", "{\"text\":\"a\\r\\nb\\u0000\"}", &[("a.jsonl:1", "a\nb\u{fffd}")], &["carriage", "NUL"]);
    check("a.jsonl", "\u{feff}{\"text\":\"One.\"}", &[("a.jsonl:1", "One.")], &[]);
    check(
        "a.jsonl",
        "{\"text\":\"One.\",\"date\":{\"a\":1},\"author\":true}",
        &[("a.jsonl:1", "One.")],
        &["“author” is left out"],
    );
    check("a.jsonl", "", &[], &["there is no document in it"]);
}

#[test]
fn ids_that_are_taken_get_a_number() {
    let lines = "{\"id\":\"a\",\"text\":\"1\"}\n{\"id\":\"a-2\",\"text\":\"2\"}\n{\"id\":\"a\",\"text\":\"3\"}\n{\"id\":\"a\",\"text\":\"4\"}";
    let found = [("a", "1"), ("a-2", "2"), ("a-3", "3"), ("a-4", "4")];
    check(
        "x.jsonl",
        lines,
        &found,
        &["x.jsonl:3: the id “a” is taken by a document before it; this one is “a-3”", ":4: "],
    );
}

#[test]
fn json_files_are_read_as_objects_and_lists_of_them() {
    check("a.json", "[{\"text\":\"One.\"},\n {\"text\":\"Two.\"}]", &[("a.json:1", "One."), ("a.json:2", "Two.")], &[]);
    check("a.json", "{\n \"id\": \"x\",\n \"text\": [\"One.\", \"Two.\"]\n}\n", &[("x", "One.\n\nTwo.")], &[]);
    check("a.json", "{\"text\":\"One.\"}", &[("a.json:1", "One.")], &[]);
    check("a.json", "{\"text\":\"One.\"}\n{\"text\":\"Two.\"}", &[("a.json:1", "One."), ("a.json:2", "Two.")], &[]);
    let answer = "{\"status\":\"ok\",\n\"articles\":[{\"content\":\"One.\"},\n{\"content\":\"Two.\"}]}";
    check("a.json", answer, &[("a.json:2", "One."), ("a.json:3", "Two.")], &[]);
    check(
        "a.json",
        "[{\"text\":\"One.\"},\n 7, {\"text\":",
        &[("a.json:1", "One.")],
        &["a.json:2: not read: it is no object", "a.json:2: not read from here on"],
    );
    check("a.json", "[{\"text\":\"One.\"},\n 7]", &[("a.json:1", "One.")], &["a.json:2: not read: it is no object"]);
    check("a.json", "{\"type\":\"x\"}", &[], &["no key holds its text"]);
    check("a.json", "  ", &[], &["is empty"]);
}

#[test]
fn other_keys_are_found_by_usual_names_and_by_the_settings() {
    let columns = Columns { text: Some("doc.memo".into()), ..Columns::default() };
    let line = "{\"doc\":{\"memo\":\"It rained.\"},\"Headline\":\"Rain\",\"authors\":[\"Ann\",\"Bob\"],\"source\":{\"name\":\"The Post\"}}\n{}";
    let (documents, problems) = read("a.jsonl", line, &columns);
    assert_eq!(documents[0].text, "It rained.");
    let fields = &documents[0].fields;
    assert_eq!(fields.title, Field::new("Rain", "the title given beside the text, as “Headline”"));
    assert_eq!(fields.author, Field::new("Ann, Bob", "the author given beside the text, as “authors”"));
    assert_eq!(fields.source, Field::new("The Post", "the source given beside the text, as “source.name”"));
    assert_eq!(problems.len(), 1);
}

#[test]
fn nesting_without_end_is_refused_and_costs_nothing_else() {
    let deep = format!("{{\"text\":{}1{}}}\n{{\"text\":\"One.\"}}", "[".repeat(100_000), "]".repeat(100_000));
    check("a.jsonl", &deep, &[("a.jsonl:2", "One.")], &["a.jsonl:1: not read: recursion limit exceeded"]);
    let deep = format!("[{{\"text\":{}1{}}},\n{{\"text\":\"One.\"}}]", "[".repeat(100_000), "]".repeat(100_000));
    check("a.json", &deep, &[("a.json:2", "One.")], &["a.json:1: not read: recursion limit exceeded"]);
}
