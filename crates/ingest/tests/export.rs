//! Files for larger engines, held against the formats that their manuals describe. DuckDB itself loads its tables in
//! `tests/e2e/export.test.mjs`.
#![allow(clippy::unwrap_used, reason = "a test that panics has failed, which is what it is for")]

#[path = "support/folder.rs"]
mod folder;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use corpus::model::Collection;
use folder::Folder;
use ingest::export::{Engine, ExportError, write};
use serde_json::Value;

/// Two tellings of a story with all that needs care in a file, and a page with more on it than its story.
fn documents(name: &str) -> Folder {
    let story = "Ferry Aground\n\n3 May 2021\n\nAna Cruz met Bob Rain in Paris. “It \"rained\", all day,” Executive Director Bob Rain said.\n\n\
                 Cruz left\tParis; né à Zürich 😀";
    let page = "12 C\n\n3 May 2021\n\nTown Flooded\n\nBy Staff Writers\n\nIt snowed \u{1}all day in the whole of the town.\n\n\
                Related Articles\n\nSnow Falls\n";
    let papers = [
        serde_json::json!({ "id": "1", "title": "=1+1", "text": story, "date": "2021-05-03", "source": "Post, The" }),
        serde_json::json!({ "id": "2", "text": story, "url": "https://post.example/2" }),
    ];
    let lines: String = papers.iter().map(|paper| format!("{paper}\n")).collect();
    Folder::new(name).with("papers.jsonl", lines).with("page.txt", page)
}

/// The collection, the folder that it was written to, and how many rows each table has.
fn exported(documents: &Folder, engine: Engine) -> (Collection, Folder, BTreeMap<&'static str, u64>) {
    let (collection, _) = documents.collect();
    let name = documents.0.file_name().unwrap().to_string_lossy();
    let out = Folder::new(&format!("{name}-{engine:?}"));
    let counts = write(&collection, engine, &out.0).unwrap();
    (collection, out, counts.into_iter().collect())
}

fn lines(path: &Path) -> Vec<Value> {
    let text = fs::read_to_string(path).unwrap();
    assert!(text.is_empty() || text.ends_with('\n'), "the manuals want a line end at the end");
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// Whether a value may stand in a field of this type of Elasticsearch.
fn fits(value: &Value, kind: &str) -> bool {
    match kind {
        "keyword" => value.is_string() || value.as_array().is_some_and(|all| all.iter().all(Value::is_string)),
        "text" => value.is_string(),
        "long" | "u64" => value.is_u64(),
        "double" | "f64" => value.is_f64(),
        "boolean" | "bool" => value.is_boolean(),
        "date" | "datetime" => value.as_str().is_some_and(|day| day.parse::<jiff::civil::Date>().is_ok()),
        "array<text>" => value.as_array().is_some_and(|all| all.iter().all(Value::is_string)),
        _ => false,
    }
}

#[test]
fn bodies_for_bulk_loading_fit_their_mappings() {
    let (collection, Folder(ref out), counts) = exported(&documents("bulk"), Engine::Elasticsearch);
    let mut ids = BTreeSet::new();
    let mut n_rows: BTreeMap<String, u64> = BTreeMap::new();
    let mut documents = Vec::new();
    for pair in lines(&out.join("bulk/00001.ndjson")).chunks(2) {
        let [action, row] = pair else { panic!("an action without a row") };
        let (index, id) = (action["index"]["_index"].as_str().unwrap(), action["index"]["_id"].as_str().unwrap());
        assert!(ids.insert((index.to_owned(), id.to_owned())), "{index} has {id} twice");
        assert!(id.len() <= 512 && index == index.to_lowercase());
        let mapping: Value =
            serde_json::from_slice(&fs::read(out.join(format!("mappings/{index}.json"))).unwrap()).unwrap();
        for (name, value) in row.as_object().unwrap() {
            let kind = mapping["mappings"]["properties"][name]["type"].as_str().unwrap_or_default();
            assert!(fits(value, kind), "{name} of {index} is a {kind}, not {value}");
        }
        *n_rows.entry(index.trim_start_matches("dossier-").to_owned()).or_default() += 1;
        if index == "dossier-documents" {
            documents.push(row.clone());
        }
    }
    for (table, n) in &counts {
        assert_eq!(n_rows.get(*table).copied().unwrap_or_default(), *n, "{table}");
        // In so few documents no word is rare.
        assert!(*n > 0 || *table == "related", "{table} has nothing to check");
    }
    let texts: Vec<&str> = collection.documents.iter().map(|document| document.text.as_str()).collect();
    assert_eq!(documents.iter().map(|row| row["text"].as_str().unwrap()).collect::<Vec<_>>(), texts);
    let one = documents.iter().find(|row| row["own_id"] == "1").unwrap();
    assert_eq!((&one["headline"], &one["outlet"]), (&"=1+1".into(), &"Post, The".into()));
    assert_eq!((&one["published_from"], &one["published_to"]), (&"2021-05-03".into(), &"2021-05-03".into()));
    assert_eq!(one["people"], serde_json::json!(["Ana Cruz", "Bob Rain"]));
    let page = documents.iter().find(|row| row["path"] == "page.txt").unwrap();
    assert!(page["text"].as_str().unwrap().contains("Related Articles"));
    assert!(!page["story"].as_str().unwrap().contains("Related Articles"), "furniture is not the story");
}

#[test]
fn a_large_collection_is_cut_into_bodies_that_are_taken() {
    let text = "The rain fell on the town all day and all night. ".repeat(40_000);
    let folder = (0..8).fold(Folder::new("bodies"), |folder, number| {
        folder.with(&format!("{number}.txt"), format!("Number {number}.\n\n{text}"))
    });
    let (_, Folder(ref out), counts) = exported(&folder, Engine::Elasticsearch);
    let mut bodies: Vec<PathBuf> = fs::read_dir(out.join("bulk")).unwrap().map(|entry| entry.unwrap().path()).collect();
    bodies.sort();
    assert!(bodies.len() > 2 && bodies[0].ends_with("00001.ndjson"), "{bodies:?}");
    let sizes = bodies.iter().map(|body| fs::metadata(body).unwrap().len());
    assert!(sizes.clone().all(|size| size < 20_000_000), "{:?}", sizes.collect::<Vec<_>>());
    let n_lines: usize = bodies.iter().map(|body| lines(body).len()).sum();
    assert_eq!(n_lines as u64, 2 * counts.values().sum::<u64>());
}

#[test]
fn rows_for_quickwit_have_the_fields_of_their_index() {
    let (_, Folder(ref out), counts) = exported(&documents("quickwit"), Engine::Quickwit);
    for (table, n) in counts {
        let index: Value = serde_json::from_slice(&fs::read(out.join(format!("{table}.index.json"))).unwrap()).unwrap();
        let id = index["index_id"].as_str().unwrap();
        assert!(id.chars().all(|c| c.is_ascii_lowercase() || c == '-'), "{id}");
        let fields = index["doc_mapping"]["field_mappings"].as_array().unwrap();
        let kinds: BTreeMap<&str, &str> =
            fields.iter().map(|field| (field["name"].as_str().unwrap(), field["type"].as_str().unwrap())).collect();
        for field in index["search_settings"]["default_search_fields"].as_array().unwrap() {
            assert_eq!(kinds.get(field.as_str().unwrap()), Some(&"text"));
        }
        let rows = lines(&out.join(format!("{table}.ndjson")));
        assert_eq!(rows.len() as u64, n);
        for (name, value) in rows.iter().flat_map(|row| row.as_object().unwrap()) {
            assert!(kinds.get(name.as_str()).is_some_and(|kind| fits(value, kind)), "{name} of {table}: {value}");
        }
    }
}

#[test]
fn a_folder_with_something_in_it_is_left_alone() {
    let full = Folder::new("full").with("mine.txt", "kept");
    let (collection, _) = full.collect();
    let error = write(&collection, Engine::Duckdb, &full.0).unwrap_err();
    assert!(matches!(error, ExportError::NotEmpty(_)), "{error}");
    assert_eq!(fs::read_dir(&full.0).unwrap().count(), 1);
    // A file where a folder should be is said with its path.
    let error = write(&collection, Engine::Duckdb, &full.0.join("mine.txt")).unwrap_err();
    assert!(error.to_string().contains("mine.txt"), "{error}");
}

#[test]
fn the_same_documents_give_the_same_files() {
    let (one, other) = (documents("same-one"), documents("same-other"));
    for engine in [Engine::Duckdb, Engine::Quickwit] {
        let [one, other] = [&one, &other].map(|documents| {
            let (_, out, _) = exported(documents, engine);
            let files = fs::read_dir(&out.0).unwrap().map(|entry| entry.unwrap().path());
            files
                .map(|path| (path.file_name().unwrap().to_owned(), fs::read(path).unwrap()))
                .collect::<BTreeMap<_, _>>()
        });
        assert_eq!(one, other);
    }
}

#[test]
fn every_table_and_column_is_described() {
    let description = include_str!("../../../docs/export.md");
    let (_, Folder(ref out), counts) = exported(&documents("described"), Engine::Duckdb);
    for table in counts.keys() {
        let header = fs::read_to_string(out.join(format!("{table}.csv"))).unwrap();
        let part = description.split("\n### ").find(|part| part.starts_with(&format!("`{table}`")));
        let part = part.unwrap_or_else(|| panic!("{table} is not described"));
        for column in header.lines().next().unwrap().split(',') {
            assert!(part.contains(&format!("`{column}`")), "{column} of {table} is not described");
        }
    }
}
