//! Hands a collection over to engines that hold more than one page does: a folder of files that Elasticsearch or
//! OpenSearch, Quickwit or DuckDB load, with what they have to know of the fields beside it.
//!
//! The tables are the same for all of them (`tables`); a file here for each engine says how it wants rows and fields
//! written. `docs/export.md` tells readers what is in them and how to load them.

mod duckdb;
mod elasticsearch;
mod quickwit;
mod tables;

use std::fs::{self, File};
use std::io::{self, BufWriter};
use std::path::{Path, PathBuf};

use corpus::{Corpus, codec};
use serde::Serializer;

use crate::Collection;
use tables::{Cell, Source, Table, Type};

/// The engine that files are written for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Elasticsearch, and OpenSearch, which loads the same: `bulk/*.ndjson` and `mappings/*.json`.
    Elasticsearch,
    /// Quickwit: `*.ndjson`, and `*.index.json` that makes the index.
    Quickwit,
    /// DuckDB: `*.csv`, and `load.sql` that makes the tables.
    Duckdb,
}

/// Why nothing, or not everything, was written.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The folder has something in it.
    #[error("{} is not empty: nothing was written, so that nothing in it is lost; name a folder that is not there yet", .0.display())]
    NotEmpty(PathBuf),
    /// A file could not be written.
    #[error("cannot write {}: {source}", path.display())]
    Unwritable {
        /// The file or folder.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// The collection could not be opened; that is a mistake of this program.
    #[error("the collection cannot be read back: {0}")]
    Unreadable(String),
}

/// Writes the whole collection for an engine into a folder that is empty or not there yet; returns the names of the
/// tables with the numbers of their rows.
pub fn write(collection: &Collection, engine: Engine, to: &Path) -> Result<Vec<(&'static str, u64)>, ExportError> {
    if fs::read_dir(to).is_ok_and(|mut entries| entries.next().is_some()) {
        return Err(ExportError::NotEmpty(to.to_owned()));
    }
    let blob = codec::encode(collection);
    let corpus = Corpus::open(&blob).map_err(|error| ExportError::Unreadable(error.to_string()))?;
    let source = Source::new(collection, corpus);
    let mut folder = Folder { root: to.to_owned(), now: to.to_owned() };
    let written = match engine {
        Engine::Elasticsearch => elasticsearch::write(&source, &mut folder),
        Engine::Quickwit => quickwit::write(&source, &mut folder),
        Engine::Duckdb => duckdb::write(&source, &mut folder),
    };
    written.map_err(|source| ExportError::Unwritable { path: folder.now, source })
}

/// A file that is being written.
type Out = BufWriter<File>;

/// The folder that files are written into; it knows which one is being written, for errors.
struct Folder {
    root: PathBuf,
    now: PathBuf,
}

impl Folder {
    /// A new file, whose path has `/` between its parts; its folders are made too.
    fn create(&mut self, path: &str) -> io::Result<Out> {
        self.now = self.root.join(path);
        fs::create_dir_all(self.now.parent().unwrap_or(&self.root))?;
        File::create(&self.now).map(BufWriter::new)
    }
}

/// A row as an object on a line of its own; what is missing is left out.
fn write_object(out: &mut impl io::Write, table: &Table, cells: &[Cell<'_>]) -> io::Result<()> {
    let fields = table.columns.iter().map(|(name, _)| name).zip(cells);
    let known = fields.filter(|(_, cell)| !matches!(cell, Cell::Missing));
    serde_json::Serializer::new(&mut *out).collect_map(known)?;
    out.write_all(b"\n")
}
