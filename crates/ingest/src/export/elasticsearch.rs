//! For Elasticsearch and OpenSearch: bodies of `_bulk` requests, and the mapping of each index.
//!
//! A body has two lines for each row, what is to be done and the row, and ends with a line end:
//! <https://www.elastic.co/docs/api/doc/elasticsearch/operation/operation-bulk>,
//! <https://docs.opensearch.org/latest/api-reference/document-apis/bulk/>.

use std::io::{self, Write};

use serde_json::{Map, Value, json};

use super::tables::TABLES;
use super::{Cell, Folder, Out, Source, Table, Type, write_object};

/// A body is closed once it has so many bytes: the manuals advise 5 to 15 megabytes, and by default refuse 100.
const MAX_BODY_BYTES: u64 = 10_000_000;

/// A term of more bytes than 32,766 makes Lucene refuse the row; so many letters never have more.
const MAX_KEY_CHARS: u32 = 8191;

pub(super) fn write(source: &Source<'_>, folder: &mut Folder) -> io::Result<Vec<(&'static str, u64)>> {
    for table in TABLES {
        let mut out = folder.create(&format!("mappings/{}.json", index(table)))?;
        serde_json::to_writer_pretty(&mut out, &mapping(table))?;
        out.write_all(b"\n")?;
        out.flush()?;
    }
    let mut bodies = Bodies { folder, n_bodies: 0, n_bytes: 0, out: None };
    let mut counts = Vec::new();
    for table in TABLES {
        let mut n_rows = 0;
        table.rows(source, &mut |cells| {
            n_rows += 1;
            bodies.add(table, n_rows, cells)
        })?;
        counts.push((table.name, n_rows));
    }
    bodies.close()?;
    Ok(counts)
}

fn index(table: &Table) -> String {
    // An index has no capital letters; `_` only inside.
    format!("dossier-{}", table.name)
}

fn mapping(table: &Table) -> Value {
    let field = |kind: Type| match kind {
        Type::Key | Type::Keys => json!({ "type": "keyword", "ignore_above": MAX_KEY_CHARS }),
        // Words in any form too, by the same stemmer for English that the page uses.
        Type::Text => json!({ "type": "text", "fields": { "english": { "type": "text", "analyzer": "english" } } }),
        Type::Number => json!({ "type": "long" }),
        Type::Decimal => json!({ "type": "double" }),
        Type::Flag => json!({ "type": "boolean" }),
        Type::Day => json!({ "type": "date", "format": "strict_date" }),
    };
    let fields: Map<String, Value> = table.columns.iter().map(|&(name, kind)| (name.to_owned(), field(kind))).collect();
    json!({ "mappings": { "dynamic": "strict", "properties": fields } })
}

/// The bodies, one after the other.
struct Bodies<'f> {
    folder: &'f mut Folder,
    n_bodies: u32,
    n_bytes: u64,
    out: Option<Out>,
}

impl Bodies<'_> {
    fn add(&mut self, table: &Table, number: u64, cells: &[Cell<'_>]) -> io::Result<()> {
        // Loaded again, a row takes its own place.
        let id = match (table.columns.first(), cells.first()) {
            (Some(("id", _)), Some(Cell::Text(id))) => (*id).to_owned(),
            _ => number.to_string(),
        };
        let mut lines = serde_json::to_vec(&json!({ "index": { "_index": index(table), "_id": id } }))?;
        lines.push(b'\n');
        write_object(&mut lines, table, cells)?;
        let n_bytes = lines.len() as u64;
        if self.n_bytes > 0 && self.n_bytes + n_bytes > MAX_BODY_BYTES {
            self.close()?;
        }
        self.n_bytes += n_bytes;
        let out = match &mut self.out {
            Some(out) => out,
            None => {
                self.n_bodies += 1;
                self.out.insert(self.folder.create(&format!("bulk/{:05}.ndjson", self.n_bodies))?)
            }
        };
        out.write_all(&lines)
    }

    fn close(&mut self) -> io::Result<()> {
        self.n_bytes = 0;
        self.out.take().map_or(Ok(()), |mut out| out.flush())
    }
}
