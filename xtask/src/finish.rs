//! `cargo xtask finish`, the last step of every build: Trunk's page gets its title, counts, list of documents and
//! content policy, and beside it stands what keeps it for when there is no network. What the documents are is asked of `dossier inspect`; nothing is analysed here.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use serde::Deserialize;
use sha2::{Digest as _, Sha256};

use crate::command::{cargo, output, root, seeds};
use crate::page::{Delivery, escape, fill, set_policy};

/// Up to this many documents stand in the page with their text, for readers without JavaScript; of more, headlines.
const DOCUMENTS_WITH_TEXT: usize = 50;

#[derive(Deserialize)]
struct Inspection {
    #[serde(default)]
    collection: Collection,
    documents: Vec<Document>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Collection {
    title: String,
    description: String,
    language: String,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Document {
    title: Option<String>,
    path: Option<String>,
    source: Option<String>,
    dates: Vec<Date>,
    text: String,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Date {
    kind: String,
    value: String,
}

pub fn run() -> Result<()> {
    let folder = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from);
    let folder = folder.context("`finish` is called by Trunk; use `cargo xtask dist` or `cargo xtask serve`")?;
    let page = folder.join("index.html");
    let html = fs::read_to_string(&page).context("Trunk left no index.html")?;
    let wasm = fs::metadata(find_file(&folder, ".wasm")?)?;
    let html = finished(&html, &inspect()?, wasm.len())?;
    fs::write(&page, html).with_context(|| format!("{} cannot be written", page.display()))?;
    let offline = offline(&folder, &fs::read_to_string(root().join("assets/offline.mjs"))?)?;
    fs::write(folder.join("offline.mjs"), offline).context("offline.mjs cannot be written")
}

/// The script that keeps the page for when there is no network, told which files are in `folder`.
fn offline(folder: &Path, script: &str) -> Result<String> {
    let mut hash = Sha256::new();
    let mut names = vec!["./".to_owned()];
    for ending in [".css", ".js", ".wasm"] {
        let file = find_file(folder, ending)?;
        hash.update(fs::read(&file)?);
        names.push(file.file_name().unwrap_or_default().to_string_lossy().into_owned());
    }
    hash.update(fs::read(folder.join("index.html"))?);
    let version: String = hash.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    fill(&fill(script, "files", &serde_json::to_string(&names)?)?, "version", &version)
}

/// The one file of a built page whose name ends so.
pub fn find_file(folder: &Path, ending: &str) -> Result<PathBuf> {
    let entries = fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))?;
    entries
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .find(|path| path.to_string_lossy().ends_with(ending))
        .with_context(|| format!("the built page has no {ending} file"))
}

fn inspect() -> Result<Inspection> {
    let mut inspect = cargo();
    inspect.args(["run", "--quiet", "--package", "dossier-ingest", "--bin", "dossier", "--", "inspect"]);
    let json = output(inspect.arg(seeds()).arg("--json"))?;
    serde_json::from_slice(&json).context("`dossier inspect --json` printed something else than its contract says")
}

fn finished(html: &str, inspection: &Inspection, wasm_bytes: u64) -> Result<String> {
    let Inspection { collection, documents } = inspection;
    let or = |value: &str, otherwise: &str| escape(if value.is_empty() { otherwise } else { value });
    let count = match documents.len() {
        1 => "1 document".to_owned(),
        n => format!("{n} documents"),
    };
    let summary = format!("{count} to search, read and connect. Nothing you type or read leaves this machine.");
    let html = fill(html, "language", &or(&collection.language, "en"))?;
    let html = fill(&html, "title", &or(&collection.title, "Dossier"))?;
    let html = fill(&html, "description", &or(&collection.description, &summary))?;
    let html = fill(&html, "summary", &summary)?;
    let html = fill(&html, "bytes", &wasm_bytes.to_string())?;
    // The documents come last: whatever they say, no place in them is filled.
    let html = fill(&html, "documents", &list(documents))?;
    set_policy(&html, Delivery::Hosted)
}

fn list(documents: &[Document]) -> String {
    let with_text = documents.len() <= DOCUMENTS_WITH_TEXT;
    let mut html = String::from("<ul role=\"list\">\n");
    for document in documents {
        let title = document.title.as_deref().filter(|title| !title.trim().is_empty());
        let title = escape(title.or(document.path.as_deref()).unwrap_or("Untitled"));
        let source = document.source.iter().filter(|source| !source.is_empty()).cloned();
        let facts: Vec<String> = source.chain(document.dates.iter().filter_map(date)).collect();
        let facts: String = facts.iter().map(|fact| format!(" · <bdi>{}</bdi>", escape(fact))).collect();
        let heading = format!("<bdi>{title}</bdi>{facts}");
        html += &match with_text {
            true => format!(
                "<li><details><summary>{heading}</summary>\n<p class=\"article__text\" dir=\"auto\">{}</p></details></li>\n",
                escape(&document.text)
            ),
            false => format!("<li>{heading}</li>\n"),
        };
    }
    html + "</ul>"
}

/// A date with its kind in words, where it belongs to the whole document.
fn date(date: &Date) -> Option<String> {
    match date.kind.as_str() {
        "published" => Some(date.value.clone()),
        "printed" => Some(format!("printed on the page: {}", date.value)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inspection(json: &str) -> Inspection {
        serde_json::from_str(json).expect("an inspection")
    }

    #[test]
    fn documents_are_listed_as_text_only() {
        let documents = inspection(
            r#"{"documents": [{"title": "<b>", "source": "A&B", "text": "</pre><script>alert(1)</script>{{title}}",
                "dates": [{"kind": "printed", "value": "2022-09-30"}, {"kind": "mentioned", "value": "2014"}]}]}"#,
        );
        let html = list(&documents.documents);
        assert!(
            html.contains("<bdi>&lt;b&gt;</bdi> · <bdi>A&amp;B</bdi> · <bdi>printed on the page: 2022-09-30</bdi>")
        );
        assert!(html.contains("&lt;/pre&gt;&lt;script&gt;") && !html.contains("<script"), "{html}");
        assert!(!html.contains("2014"), "{html}");
    }

    #[test]
    fn a_large_collection_is_listed_by_headlines() {
        let documents: Vec<String> = (0..51).map(|n| format!(r#"{{"title": "T{n}", "text": "body"}}"#)).collect();
        let html = list(&inspection(&format!(r#"{{"documents": [{}]}}"#, documents.join(","))).documents);
        assert!(html.contains("<li><bdi>T50</bdi></li>") && !html.contains("body"), "{html}");
    }

    #[test]
    fn the_script_that_keeps_the_page_names_its_files_and_changes_with_them() -> Result<()> {
        let folder = env::temp_dir().join(format!("dossier-offline-{}", std::process::id()));
        fs::create_dir_all(&folder)?;
        for name in ["index.html", "a-1.css", "a-2.js", "a-3.wasm"] {
            fs::write(folder.join(name), name)?;
        }
        let script = fs::read_to_string(root().join("assets/offline.mjs"))?;
        let one = offline(&folder, &script)?;
        assert!(one.contains(r#"const FILES = ["./","a-1.css","a-2.js","a-3.wasm"];"#), "{one}");
        assert!(!one.contains("{{"), "{one}");
        fs::write(folder.join("index.html"), "another page")?;
        assert_ne!(one, offline(&folder, &script)?);
        fs::remove_dir_all(&folder)?;
        Ok(())
    }

    #[test]
    fn every_place_of_the_real_page_is_filled() {
        let page = fs::read_to_string(root().join("index.html")).expect("index.html");
        let html =
            finished(&page, &inspection(r#"{"documents": [{"title": "One", "text": "{{x}}"}]}"#), 7).expect("a page");
        assert_eq!(
            html.matches("{{").count() - html[..html.find("-->").unwrap_or(0)].matches("{{").count(),
            1,
            "{html}"
        );
        assert!(html.contains("<p>1 document to search"), "{html}");
    }
}
