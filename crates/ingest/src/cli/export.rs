//! `dossier export PATH --for ENGINE --to FOLDER`: the collection as files that larger engines load.

use std::error::Error;
use std::path::PathBuf;

use clap::ValueEnum;
use ingest::export::{Engine, write};

use super::input::Input;

/// What `export` is given.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(flatten)]
    input: Input,
    /// The engine that is to load the files.
    #[arg(long = "for", value_name = "ENGINE", value_enum)]
    engine: Loader,
    /// The folder to write them into; it must be empty or not there yet.
    #[arg(long, value_name = "FOLDER")]
    to: PathBuf,
}

/// An engine by the name that its users know.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Loader {
    /// Bodies for _bulk, and the mappings of the indices.
    #[value(alias = "opensearch")]
    Elasticsearch,
    /// Newline JSON, and the configurations of the indices.
    Quickwit,
    /// CSV, and the statements that load it.
    Duckdb,
}

/// Reads the documents and writes the files.
pub fn run(args: &Args) -> Result<(), Box<dyn Error>> {
    let (collection, report) = args.input.collect()?;
    report.problems.iter().for_each(|problem| eprintln!("{problem}"));
    let engine = match args.engine {
        Loader::Elasticsearch => Engine::Elasticsearch,
        Loader::Quickwit => Engine::Quickwit,
        Loader::Duckdb => Engine::Duckdb,
    };
    for (table, n_rows) in write(&collection, engine, &args.to)? {
        println!("{n_rows:>10} {table}");
    }
    Ok(())
}
