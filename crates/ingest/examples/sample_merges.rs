//! Samples merges to be read by eye: mentions whose words are not the name of their entity.
//!
//! `cargo run --profile fast -p dossier-ingest --example sample_merges -- FILE.jsonl N [--all]`
//!
//! A line of the file is `{"id", "text", "mentions": [[start, end, kind]]}` with offsets in bytes; without `mentions`,
//! the documents are read as the collection they are. It prints each N-th merge as
//! `form -> entity | reason | document | sentence`; with `--all` the entities with their forms and offers follow.
#![allow(clippy::unwrap_used, reason = "a measuring program may stop at the first fault")]

use corpus::model::{Document, EntityKind};
use corpus::span::ByteSpan;
use ingest::read::Received;
use ingest::recognize::{Found, Recognizer, Tagger};
use ingest::resolve::resolve;
use ingest::structure::structure;
use serde::Deserialize;

#[derive(Deserialize)]
struct Line {
    id: String,
    text: String,
    mentions: Option<Vec<(u32, u32, String)>>,
}

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let nth: usize = args[1].parse().unwrap();
    let text = std::fs::read_to_string(&args[0]).unwrap();
    let (mut documents, mut all_found) = (Vec::new(), Vec::new());
    for line in text.lines() {
        let line: Line = serde_json::from_str(line).unwrap();
        let document: Document = structure(Received { id: line.id, text: line.text, ..Received::default() });
        let given = line.mentions.map(|mentions| mentions.iter().filter_map(found).collect());
        all_found.push(given.unwrap_or_else(|| Tagger.mentions(&document)));
        documents.push(document);
    }
    let entities = resolve(&mut documents, all_found);
    let mut n = 0;
    for document in &documents {
        for mention in &document.mentions {
            let entity = &entities[mention.entity.0 as usize];
            let form = mention.span.slice(&document.text).unwrap().split_whitespace().collect::<Vec<_>>().join(" ");
            if form == entity.name {
                continue;
            }
            n += 1;
            if n % nth == 0 {
                let sentence = document.sentences.iter().find(|sentence| sentence.span.contains(mention.span));
                let sentence = sentence.and_then(|sentence| sentence.span.slice(&document.text)).unwrap_or("?");
                let alias = entity.aliases.iter().find(|alias| alias.text == form).unwrap();
                let sentence = sentence.replace('\n', " ");
                println!("{form} -> {} | {} | {} | {sentence}", entity.name, alias.reason, document.id);
            }
        }
    }
    println!("{n} merges");
    if args.iter().any(|arg| arg == "--all") {
        for entity in &entities {
            let forms: Vec<_> = entity.aliases.iter().map(|alias| format!("{} {}", alias.text, alias.count)).collect();
            println!("{} {}: {}", entity.kind.word(), entity.name, forms.join(", "));
            for possible in &entity.possible_same {
                let other = &entities[possible.other.0 as usize].name;
                println!("    perhaps {other}: {} ({} %)", possible.reason, possible.confidence);
            }
        }
    }
}

fn found((start, end, kind): &(u32, u32, String)) -> Option<Found> {
    let (span, kind) = (ByteSpan::new(*start, *end)?, EntityKind::from_word(kind)?);
    Some(Found { span, kind, by: String::new(), confidence: 90 })
}
