//! `dossier query PATH QUERY [--json]`: one query, how it was read, and what it found.

use std::error::Error;
use std::io::Write;

use corpus::query::{LastWord, Query};
use corpus::search::{Answer, Facet, Filters, Hit, Place, Snippet, Sort, Unit, search};
use corpus::{ByteSpan, Corpus, DocumentView, codec};
use serde_json::{Value, json};

/// Room for a snippet.
const SNIPPET_BYTES: usize = 240;
/// Values of a facet that people are shown.
const N_VALUES: usize = 8;

use super::input::Input;

/// What `query` is given.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(flatten)]
    input: Input,
    /// The query, as it would be typed into the search box.
    query: String,
    /// Print one JSON object in place of text for people.
    #[arg(long)]
    json: bool,
}

/// Reads the documents, answers the query and prints the answer.
pub fn run(args: &Args) -> Result<(), Box<dyn Error>> {
    let (collection, report) = args.input.collect()?;
    report.problems.iter().for_each(|problem| eprintln!("{problem}"));
    let blob = codec::encode(&collection);
    let corpus = Corpus::open(&blob)?;
    let query = Query::parse(&args.query, LastWord::Whole).with_checked_regexes();
    let answer = search(&corpus, &query, &Filters::default(), Sort::Relevance);
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    if args.json {
        serde_json::to_writer(&mut out, &as_json(&corpus, &args.query, &query, &answer))?;
        writeln!(out)?;
    } else {
        print(&mut out, &corpus, &args.query, &query, &answer)?;
    }
    out.flush()?;
    Ok(())
}

fn as_json(corpus: &Corpus<'_>, typed: &str, query: &Query, answer: &Answer<'_>) -> Value {
    let notice = |notice: &corpus::query::Notice| {
        let (start, end) = (notice.span.start(), notice.span.end());
        json!({"start": start, "end": end, "message": notice.to_string(), "fix": notice.fix})
    };
    let hits = |hits: &[Hit]| hits.iter().filter_map(|hit| hit_as_json(corpus, answer, hit)).collect::<Vec<_>>();
    let facet = |counts: &corpus::search::FacetCounts| {
        let values = counts.values.iter();
        let values = values.map(|value| json!({"key": value.key, "label": value.label, "count": value.count}));
        json!({"facet": counts.facet.word(), "values": values.collect::<Vec<_>>()})
    };
    json!({
        "query": typed,
        "echo": query.to_string(),
        "notices": query.notices.iter().map(notice).collect::<Vec<_>>(),
        "unit": match answer.unit() { Unit::Document => "document", Unit::Passage => "passage" },
        "n_docs": answer.n_docs(),
        "n_places": answer.n_places(),
        "hits": hits(&answer.hits),
        "partial_hits": hits(&answer.partial_hits),
        "facets": Facet::ALL.iter().map(|&of| facet(&answer.facet(of, "", usize::MAX))).collect::<Vec<_>>(),
    })
}

fn hit_as_json(corpus: &Corpus<'_>, answer: &Answer<'_>, hit: &Hit) -> Option<Value> {
    let document = corpus.document(hit.doc)?;
    let places = answer.places_of_hit(hit);
    let snippet = answer.best_snippet(hit.doc, &places, SNIPPET_BYTES);
    let span = |span: ByteSpan| json!({"start": span.start(), "end": span.end()});
    let place = |place: &Place| json!({"start": place.span.start(), "end": place.span.end(), "in_text": place.in_text});
    let snippet_as_json = |snippet: &Snippet| {
        json!({
            "start": snippet.span.start(),
            "end": snippet.span.end(),
            "text": document.slice(snippet.span),
            "marks": snippet.places.iter().map(|&place| span(place)).collect::<Vec<_>>(),
        })
    };
    Some(json!({
        "id": document.id(),
        "path": document.path(),
        "slug": document.slug(),
        "title": document.title(),
        "block": hit.block_idx,
        "score": hit.score,
        "n_places": hit.n_places,
        "places": places.iter().map(place).collect::<Vec<_>>(),
        "snippet": snippet.as_ref().map(snippet_as_json),
        "sentence": snippet.as_ref().map(|snippet| document.sentence_id(snippet.sentence).map(|id| id.to_string())),
    }))
}

fn print(
    out: &mut impl Write,
    corpus: &Corpus<'_>,
    typed: &str,
    query: &Query,
    answer: &Answer<'_>,
) -> std::io::Result<()> {
    writeln!(out, "Read as: {query}")?;
    for notice in &query.notices {
        writeln!(out, "Notice:  {notice}: {}", one_line(notice.span.slice(typed).unwrap_or_default()))?;
        if let Some(fix) = &notice.fix {
            writeln!(out, "         Write: {}", one_line(fix))?;
        }
    }
    writeln!(out, "Found:   {} of {} documents, {} places", answer.n_docs(), corpus.n_docs(), answer.n_places())?;
    for hit in &answer.hits {
        print_hit(out, corpus, answer, hit)?;
    }
    if !answer.partial_hits.is_empty() {
        writeln!(out, "\nWith some of the words only:")?;
        for hit in &answer.partial_hits {
            print_hit(out, corpus, answer, hit)?;
        }
    }
    let facets = Facet::ALL.iter().map(|&facet| answer.facet(facet, "", N_VALUES));
    for counts in facets.filter(|counts| !counts.values.is_empty()) {
        let shown =
            counts.values.iter().take(N_VALUES).map(|value| format!("{} {}", one_line(&value.label), value.count));
        let more = counts.values.len().saturating_sub(N_VALUES);
        let more = if more == 0 { String::new() } else { format!(", and {more} more") };
        writeln!(out, "\n{}: {}{more}", counts.facet.word(), shown.collect::<Vec<_>>().join(", "))?;
    }
    Ok(())
}

fn print_hit(out: &mut impl Write, corpus: &Corpus<'_>, answer: &Answer<'_>, hit: &Hit) -> std::io::Result<()> {
    let Some(document) = corpus.document(hit.doc) else { return Ok(()) };
    let places = answer.places_of_hit(hit);
    writeln!(
        out,
        "\n{}  ({}, score {:.3}, places {})",
        one_line(document.title()),
        document.id(),
        hit.score,
        hit.n_places
    )?;
    if let Some(snippet) = answer.best_snippet(hit.doc, &places, SNIPPET_BYTES) {
        writeln!(out, "  {}", marked(&document, &snippet))?;
        let id = document.sentence_id(snippet.sentence).unwrap_or_default();
        writeln!(out, "  bytes {}..{}, sentence {id}", snippet.span.start(), snippet.span.end())?;
    }
    Ok(())
}

/// The snippet with its places in brackets, and with dots where the sentence was cut.
fn marked(document: &DocumentView<'_>, snippet: &Snippet) -> String {
    let (whole, shown) = (snippet.sentence.span(), snippet.span);
    let mut text = String::from(if whole.start() < shown.start() { "… " } else { "" });
    let layers: Vec<(ByteSpan, ())> = snippet.places.iter().map(|&place| (place, ())).collect();
    for run in corpus::runs::runs(shown, &layers) {
        let words = one_line(&document.slice(run.span));
        text += &if run.layers.is_empty() { words } else { format!("[{words}]") };
    }
    text + if shown.end() < whole.end() { " …" } else { "" }
}

/// On one line, and without signs that steer a terminal.
fn one_line(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}
