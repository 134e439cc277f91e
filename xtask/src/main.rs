//! `cargo xtask`: the project's commands. This file reads the arguments and nothing more; each command has its file.

mod bench;
mod collection;
mod command;
mod dist;
mod finish;
mod fuzz;
mod hostile;
mod page;
mod plan;
mod serve;
mod sizes;
mod test;
mod tools;
mod train;

use std::process::ExitCode;

use anyhow::{Result, bail};

const HELP: &str = "\
cargo xtask COMMAND

  serve [--port N]   build the page and serve it on this machine; rebuilds when a file changes
  test               everything that has to hold: format, lints, documentation, tests, browsers
  dist [--out DIR]   build the page for a web server (dist/) and as one file (dist/dossier.html)
  bench [--documents FILE.jsonl]
                     Lighthouse scores, sizes and starting times of the built page; with documents, how fast they
                     are read and built, and built again
  bench --names GOLD.jsonl ...
                     how well names are found in these files, beside npm's compromise
  bench --search FILE.jsonl [--sizes N,N] [--no-page]
                     search in a browser beside other engines, over the first 100, 1,000, 10,000 and all documents of
                     the file unless told otherwise; table and chart go to target/bench/search
  bench --links FILE.jsonl
                     how long connections between names take in a browser, over all documents of the file
  bench --relevance SET
                     how well other engines rank: SET has docs.jsonl, queries.jsonl and qrels.tsv
  train DATA [--check]
                     learns crates/ingest/src/clean/*.model from pages with marked stories, recognize/names.model from
                     marked names and quotations/*.model from marked quotations; --check only measures
  fuzz [--seconds N] [TARGET ...]
                     feeds made-up bytes to every reader, each for 300 seconds unless told otherwise

Tools that are missing are installed first, in pinned versions, under ~/.cache/dossier/tools
(DOSSIER_TOOLS names another folder). DOSSIER_SEEDS names another folder of documents than seeds/.
";

fn main() -> ExitCode {
    match run(std::env::args().skip(1).collect()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: Vec<String>) -> Result<()> {
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["serve"] => serve::run(None),
        ["serve", "--port", port] => match port.parse() {
            Ok(port) => serve::run(Some(port)),
            Err(_) => bail!("{port:?} is not a port: give a number from 1 to 65535"),
        },
        ["test"] => test::run(),
        ["dist"] => dist::run("dist"),
        ["dist", "--out", folder] => dist::run(folder),
        ["bench"] => bench::run(None),
        ["bench", "--names", files @ ..] => bench::names(files),
        ["bench", "--search", rest @ ..] => bench::search::run(&bench::search::Options::read(rest)?),
        ["bench", "--links", file] => bench::search::links(file),
        ["bench", "--relevance", set] => bench::relevance(set),
        ["bench", "--documents", file] => bench::run(Some(file)),
        ["train", data] => train::run(data, true),
        ["train", data, "--check"] => train::run(data, false),
        ["fuzz", rest @ ..] => fuzz::run(&fuzz::Options::read(rest)?),
        // Called by Trunk once it has built the page; see Trunk.toml.
        ["finish"] => finish::run(),
        [] | ["help" | "--help" | "-h", ..] => {
            print!("{HELP}");
            Ok(())
        }
        _ => bail!("`cargo xtask {}` is not a command of this project\n\n{HELP}", words.join(" ")),
    }
}
