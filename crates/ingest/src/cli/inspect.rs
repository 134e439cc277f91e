//! `dossier inspect PATH [--json]`: what each document became.

use std::error::Error;
use std::io::Write;

use corpus::model::{Block, BlockKind, Collection, DateKind, Document, Reason, Speaker};
use ingest::Report;

use super::input::Input;

/// What `inspect` is given.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(flatten)]
    input: Input,
    /// Print one JSON object in place of a report for people.
    #[arg(long)]
    json: bool,
    /// Show in full only the document of this path; without it, all documents are, if they are few.
    #[arg(long, value_name = "PATH", conflicts_with = "json")]
    document: Option<String>,
}

/// Reads the documents and prints what became of them.
pub fn run(args: &Args) -> Result<(), Box<dyn Error>> {
    let (collection, report) = args.input.collect()?;
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    if args.json {
        serde_json::to_writer(&mut out, &ingest::inspect::inspect(&collection, &report))?;
        writeln!(out)?;
    } else {
        print(&mut out, &collection, &report, args.document.as_deref())?;
    }
    out.flush()?;
    Ok(())
}

/// Up to so many documents are shown in full.
const MAX_SHOWN: usize = 50;

/// How much room the table has for a path and for a headline, in characters.
const PATH_WIDTH: usize = 36;
const HEADLINE_WIDTH: usize = 52;

fn print(
    out: &mut impl Write,
    collection: &Collection,
    report: &Report,
    document: Option<&str>,
) -> std::io::Result<()> {
    let documents = &collection.documents;
    writeln!(
        out,
        "{} documents, {} names, {} problems\n",
        documents.len(),
        collection.entities.len(),
        report.problems.len()
    )?;
    for problem in &report.problems {
        writeln!(out, "! {problem}")?;
    }
    print_table(out, documents)?;
    let shown: Vec<&Document> = match document {
        Some(path) => documents.iter().filter(|document| document.path == path || document.id == path).collect(),
        None if documents.len() <= MAX_SHOWN => documents.iter().collect(),
        None => Vec::new(),
    };
    for document in &shown {
        print_document(out, document, collection)?;
    }
    match (document, shown.is_empty()) {
        (Some(path), true) => return writeln!(out, "\nThere is no document {path}."),
        (None, true) => return writeln!(out, "\nOne of them in full: --document PATH. All of them as data: --json."),
        _ => {}
    }
    writeln!(out, "\n== Names")?;
    for entity in &collection.entities {
        let forms: Vec<_> = entity.aliases.iter().map(|alias| format!("{} ×{}", alias.text, alias.count)).collect();
        writeln!(out, "{:<13} {}  [{}]", entity.kind.word(), entity.name, forms.join(", "))?;
        for role in &entity.roles {
            writeln!(out, "{:<13}   role: {}", "", role.text)?;
        }
        for alias in entity.aliases.iter().filter(|alias| alias.confidence < 100) {
            writeln!(out, "{:<13}   {}: {} ({} %)", "", alias.text, alias.reason, alias.confidence)?;
        }
        for possible in &entity.possible_same {
            let other = collection.entities.get(possible.other.0 as usize).map_or("?", |other| &other.name);
            writeln!(out, "{:<13}   perhaps {other}: {} ({} %)", "", possible.reason, possible.confidence)?;
        }
    }
    Ok(())
}

/// One line for each document: what it was read as, what was found, how much was left out.
fn print_table(out: &mut impl Write, documents: &[Document]) -> std::io::Result<()> {
    let row = |cells: [&str; 9]| {
        let [path, format, language, published, kept, left_out, names, quoted, headline] = cells;
        let path = fitting(path, PATH_WIDTH);
        let pad = PATH_WIDTH - path.chars().count();
        format!(
            "{path}{:pad$}  {format:8} {language:4} {published:10} {kept:>7} {left_out:>8} {names:>5} {quoted:>6}  {}",
            "",
            fitting(headline, HEADLINE_WIDTH)
        )
    };
    writeln!(out)?;
    let titles = ["document", "format", "lang", "published", "words", "left out", "names", "quotes", "headline"];
    writeln!(out, "{}", row(titles))?;
    for document in documents {
        let n_words = |is_furniture: bool| {
            let blocks = document.blocks.iter().filter(|block| (block.kind == BlockKind::Furniture) == is_furniture);
            let words = |block: &Block| block.span.slice(&document.text).unwrap_or_default().split_whitespace().count();
            blocks.map(words).sum::<usize>().to_string()
        };
        let published = document.dates.iter().find(|date| date.kind == DateKind::Published);
        let published = published
            .map_or("-".to_owned(), |date| format!("{}{}", date.value, if date.is_ambiguous { "?" } else { "" }));
        let language = if document.language.is_empty() { "-" } else { &document.language };
        let (names, quoted) = (document.mentions.len().to_string(), document.quotations.len().to_string());
        let headline = document.headline.as_ref().map_or("-", |headline| &headline.text);
        let format = document.format.word();
        let cells =
            [&document.path, format, language, &published, &n_words(false), &n_words(true), &names, &quoted, headline];
        writeln!(out, "{}", row(cells))?;
    }
    Ok(())
}

/// The end of a long path, the beginning of other long words, on one line.
fn fitting(words: &str, width: usize) -> String {
    let chars: Vec<char> = words.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    match chars.len() {
        len if len <= width => chars.into_iter().collect(),
        len if width == PATH_WIDTH => std::iter::once('…').chain(chars[len + 1 - width..].iter().copied()).collect(),
        _ => chars[..width - 1].iter().copied().chain(['…']).collect(),
    }
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
        let words = date.span.and_then(|span| span.slice(&document.text)).map(short).unwrap_or_default();
        let value = match (date.value.as_str(), date.is_ambiguous) {
            ("", _) => "not resolved",
            (value, false) => value,
            (value, true) => &format!("{value}, ambiguous"),
        };
        writeln!(out, "{:<10} {value}   {words} ({})", date.kind.word(), date.by)?;
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
    let path_of = |doc: corpus::model::DocId| collection.documents.get(doc.0 as usize).map_or("?", |other| &other.path);
    for copy in &document.copies {
        let how = if copy.is_exact { "the same words".to_owned() } else { format!("{} % shared", copy.shared_percent) };
        let (other, n_own) = (path_of(copy.doc), copy.own_sentences.len());
        writeln!(out, "same story {other}   ({how}, {n_own} sentences only here)")?;
    }
    for related in &document.related {
        let reasons = related.reasons.iter().map(|reason| match reason {
            Reason::Entity(id) => collection.entities.get(id.0 as usize).map_or("?", |entity| &entity.name),
            Reason::Word(word) => word,
        });
        writeln!(out, "related    {}   (both: {})", path_of(related.doc), reasons.collect::<Vec<_>>().join(", "))?;
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
