//! `dossier search PATH --queries FILE --run FILE`: the order in which the page would list documents, for many queries,
//! as a TREC run that evaluation tools read.

use std::collections::HashSet;
use std::error::Error;
use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter, Write};
use std::path::PathBuf;

use corpus::query::{LastWord, Query};
use corpus::search::{Filters, Sort, search_at_least};
use corpus::{Corpus, codec};

use super::input::Input;

/// What `search` is given.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(flatten)]
    input: Input,
    /// JSON Lines, one query a line: {"id", "text"}.
    #[arg(long)]
    queries: PathBuf,
    /// Where to write the run: a line "query Q0 document rank score tag" for each document listed.
    #[arg(long)]
    run: PathBuf,
    /// List at most so many documents for a query.
    #[arg(long, default_value_t = 1000)]
    top: usize,
}

#[derive(serde::Deserialize)]
struct Line {
    id: serde_json::Value,
    text: String,
}

/// Reads the documents, answers the queries in their order and writes the run.
pub fn run(args: &Args) -> Result<(), Box<dyn Error>> {
    let queries = queries(args)?;
    let (collection, report) = args.input.collect()?;
    report.problems.iter().for_each(|problem| eprintln!("{problem}"));
    let blob = codec::encode(&collection);
    let corpus = Corpus::open(&blob)?;
    let unwritable = |error| format!("cannot write {}: {error}", args.run.display());
    let mut out = BufWriter::new(File::create(&args.run).map_err(unwritable)?);
    for (id, text) in queries {
        for (rank, (doc, score)) in (1..).zip(ranking(&corpus, &text, args.top)) {
            writeln!(out, "{} Q0 {} {rank} {score} dossier", in_one_column(&id), in_one_column(doc))?;
        }
    }
    out.flush().map_err(unwritable)?;
    Ok(())
}

fn queries(args: &Args) -> Result<Vec<(String, String)>, Box<dyn Error>> {
    let path = args.queries.display();
    let file = File::open(&args.queries).map_err(|error| format!("cannot read {path}: {error}"))?;
    let mut queries = Vec::new();
    for (line_number, line) in (1..).zip(BufReader::new(file).lines()) {
        let line = line.map_err(|error| format!("{path}:{line_number}: {error}"))?;
        if line.trim().is_empty() {
            continue;
        }
        let Line { id, text } =
            serde_json::from_str(&line).map_err(|error| format!("{path}:{line_number}: {error}"))?;
        queries.push((id.as_str().map_or_else(|| id.to_string(), str::to_owned), text));
    }
    Ok(queries)
}

/// Documents with all that was asked, then those with some of it, each once, with scores that fall.
fn ranking<'c>(corpus: &'c Corpus<'c>, text: &str, top: usize) -> Vec<(&'c str, f32)> {
    let query = Query::parse(text, LastWord::Whole).with_checked_regexes();
    let answer = search_at_least(corpus, &query, &Filters::default(), Sort::Relevance, top);
    // Tools sort by score: that of documents with all words is raised above the others'.
    let best_partial = answer.partial_hits.first().map_or(0.0, |hit| hit.score);
    let all = answer.hits.iter().map(|hit| (hit.doc, hit.score + best_partial));
    let partial = answer.partial_hits.iter().map(|hit| (hit.doc, hit.score));
    // Passages of one document are listed as that document, once.
    let mut seen = HashSet::new();
    let ranked = all.chain(partial).filter(|(doc, _)| seen.insert(*doc)).take(top);
    ranked.filter_map(|(doc, score)| Some((corpus.document(doc)?.id(), score))).collect()
}

/// Columns are parted by white space: that inside of an id is written as in addresses.
fn in_one_column(id: &str) -> String {
    id.chars().map(|c| if c.is_whitespace() { "%20".to_owned() } else { c.to_string() }).collect()
}
