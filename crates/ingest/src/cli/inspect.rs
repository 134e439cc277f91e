//! `dossier inspect PATH [--json]`: what each document became.

use std::error::Error;
use std::io::Write;
use std::path::PathBuf;

use corpus::model::{BlockKind, Collection, Document, Speaker};
use ingest::Report;

/// What `inspect` is given.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// A folder, a text or .jsonl file, or - for JSON Lines on standard input.
    path: PathBuf,
    /// Print one JSON object in place of a report for people.
    #[arg(long)]
    json: bool,
}

/// Reads the documents and prints what became of them.
pub fn run(args: &Args) -> Result<(), Box<dyn Error>> {
    let (collection, report) = ingest::collect(&args.path)?;
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    if args.json {
        serde_json::to_writer(&mut out, &ingest::inspect::inspect(&collection, &report))?;
        writeln!(out)?;
    } else {
        print(&mut out, &collection, &report)?;
    }
    out.flush()?;
    Ok(())
}

fn print(out: &mut impl Write, collection: &Collection, report: &Report) -> std::io::Result<()> {
    let n_problems = report.problems.len();
    writeln!(
        out,
        "{} documents, {} entities, {n_problems} problems\n",
        collection.documents.len(),
        collection.entities.len()
    )?;
    for problem in &report.problems {
        writeln!(out, "! {problem}")?;
    }
    for document in &collection.documents {
        print_document(out, document, collection)?;
    }
    writeln!(out, "\n== Names")?;
    for entity in &collection.entities {
        let forms: Vec<_> = entity.aliases.iter().map(|alias| format!("{} ×{}", alias.text, alias.count)).collect();
        writeln!(out, "{:<13} {}  [{}]", entity.kind.word(), entity.name, forms.join(", "))?;
        for role in &entity.roles {
            writeln!(out, "{:<13}   role: {}", "", role.text)?;
        }
    }
    Ok(())
}

fn print_document(out: &mut impl Write, document: &Document, collection: &Collection) -> std::io::Result<()> {
    writeln!(out, "\n== {}  ({}, {} bytes)", document.path, document.slug, document.text.len())?;
    for (name, attribute) in
        [("headline", &document.headline), ("source", &document.source), ("byline", &document.byline)]
    {
        if let Some(attribute) = attribute {
            writeln!(out, "{name:<10} {}   ({})", attribute.text, attribute.by)?;
        }
    }
    for date in &document.dates {
        writeln!(out, "{:<10} {}   ({})", date.kind.word(), date.value, date.by)?;
    }
    writeln!(
        out,
        "{:<10} {} blocks, {} sentences, {} mentions, {} quotations",
        "holds",
        document.blocks.len(),
        document.sentences.len(),
        document.mentions.len(),
        document.quotations.len()
    )?;
    for block in document.blocks.iter().filter(|block| block.kind == BlockKind::Furniture) {
        let reason = block.reason.as_deref().unwrap_or_default();
        writeln!(out, "left out   {}   ({reason})", short(block.span.slice(&document.text).unwrap_or_default()))?;
    }
    for quotation in &document.quotations {
        let words = quotation.speaker.span().and_then(|span| span.slice(&document.text)).unwrap_or("?");
        let speaker = match quotation.speaker {
            Speaker::Entity(id, _) => collection.entities.get(id.0 as usize).map_or(words, |entity| &entity.name),
            _ => words,
        };
        let quoted = short(quotation.span.slice(&document.text).unwrap_or_default());
        writeln!(out, "{:<10} {speaker}: {quoted}", quotation.kind.word())?;
    }
    Ok(())
}

/// The beginning of a passage on one line.
fn short(text: &str) -> String {
    let line: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).take(100).collect();
    if line.len() < text.len() { format!("{line}…") } else { line }
}
