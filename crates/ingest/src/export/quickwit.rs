//! For Quickwit: rows as objects, and the configuration of each index.
//!
//! <https://quickwit.io/docs/configuration/index-config>

use std::io::{self, Write};

use serde_json::{Value, json};

use super::tables::TABLES;
use super::{Folder, Source, Table, Type, write_object};

pub(super) fn write(source: &Source<'_>, folder: &mut Folder) -> io::Result<Vec<(&'static str, u64)>> {
    let mut counts = Vec::new();
    for table in TABLES {
        let mut out = folder.create(&format!("{}.index.json", table.name))?;
        serde_json::to_writer_pretty(&mut out, &configuration(table))?;
        out.write_all(b"\n")?;
        out.flush()?;
        let mut out = folder.create(&format!("{}.ndjson", table.name))?;
        let mut n_rows = 0;
        table.rows(source, &mut |cells| {
            n_rows += 1;
            write_object(&mut out, table, cells)
        })?;
        out.flush()?;
        counts.push((table.name, n_rows));
    }
    Ok(counts)
}

fn configuration(table: &Table) -> Value {
    let field = |&(name, kind): &(&str, Type)| match kind {
        Type::Key => json!({ "name": name, "type": "text", "tokenizer": "raw", "fast": true }),
        Type::Keys => json!({ "name": name, "type": "array<text>", "tokenizer": "raw", "fast": true }),
        Type::Text => json!({ "name": name, "type": "text", "tokenizer": "en_stem", "record": "position" }),
        Type::Number => json!({ "name": name, "type": "u64", "fast": true }),
        Type::Decimal => json!({ "name": name, "type": "f64", "fast": true }),
        Type::Flag => json!({ "name": name, "type": "bool", "fast": true }),
        Type::Day => json!({
            "name": name, "type": "datetime", "input_formats": ["%Y-%m-%d"], "output_format": "%Y-%m-%d", "fast": true
        }),
    };
    let searched: Vec<&str> =
        table.columns.iter().filter(|(_, kind)| *kind == Type::Text).map(|(name, _)| *name).collect();
    // A story that holds all of a text would find each word twice.
    let searched: Vec<&str> =
        searched.iter().filter(|name| **name != "text" || !searched.contains(&"story")).copied().collect();
    json!({
        "version": "0.8",
        "index_id": format!("dossier-{}", table.name.replace('_', "-")),
        "doc_mapping": { "mode": "strict", "field_mappings": table.columns.iter().map(field).collect::<Vec<_>>() },
        "search_settings": { "default_search_fields": searched },
    })
}
