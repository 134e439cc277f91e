//! The commands of `dossier`, one file each. A command prints to standard output; problems go to standard error.

mod build;
mod export;
mod input;
mod inspect;
mod query;
mod search;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Turns a folder of documents into something that can be searched, read and checked.
#[derive(Debug, Parser)]
#[command(name = "dossier", version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Writes the collection as the one blob that the page embeds.
    Build(build::Args),
    /// Shows what each document became: its parts, names, quotations and what was left out, with the reasons.
    Inspect(inspect::Args),
    /// Writes the collection as files that Elasticsearch, OpenSearch, Quickwit or DuckDB load.
    Export(export::Args),
    /// Answers one query: how it was read, what was found, and where.
    Query(query::Args),
    /// Answers many queries and writes the ranking as a TREC run.
    Search(search::Args),
}

/// Runs the command that the arguments name.
pub fn run() -> ExitCode {
    let result = match Cli::parse().command {
        Command::Build(args) => build::run(&args),
        Command::Inspect(args) => inspect::run(&args),
        Command::Export(args) => export::run(&args),
        Command::Query(args) => query::run(&args),
        Command::Search(args) => search::run(&args),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("dossier: {error}");
            ExitCode::FAILURE
        }
    }
}
