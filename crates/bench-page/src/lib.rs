//! Search and connections alone, as JavaScript calls them to measure them. It asks of the engine what the page asks, shows
//! nothing and decides nothing.

use std::sync::OnceLock;

use corpus::links::Asked;
use corpus::model::EntityId;
use corpus::query::{LastWord, Query};
use corpus::search::{Answer, Facet, Filters, Sort, rank as rank_documents, search};
use corpus::{ByteSpan, Corpus};
use wasm_bindgen::prelude::*;

/// Room for a snippet: what a card of the page gives it.
const SNIPPET_BYTES: usize = 320;

/// Values of each facet that are listed at first: as many as the page lists. All of them are counted.
const N_VALUES: usize = 11;

/// In how many documents sentences with two names are looked for, and how many chains between them: as in the page.
const MAX_DOCS: usize = 2_000;
const MAX_CHAINS: usize = 40;

static BLOB: OnceLock<Vec<u8>> = OnceLock::new();
static CORPUS: OnceLock<Corpus<'static>> = OnceLock::new();

/// Takes a blob for good, so that opening it can be timed without the copy into WebAssembly's memory.
#[wasm_bindgen]
pub fn hold(blob: Vec<u8>) -> Result<(), JsError> {
    BLOB.set(blob).map_err(|_| JsError::new("a blob is held already"))
}

/// Opens the blob, as the page opens the one that is embedded in it.
#[wasm_bindgen]
pub fn open() -> Result<(), JsError> {
    let blob = BLOB.get().ok_or_else(|| JsError::new("no blob is held"))?;
    CORPUS.set(Corpus::open(blob)?).map_err(|_| JsError::new("a collection is open already"))
}

/// How many documents are open.
#[wasm_bindgen]
pub fn n_docs() -> u32 {
    CORPUS.get().map_or(0, Corpus::n_docs)
}

/// Ranks alone: how many of the `k` best documents there are.
#[wasm_bindgen]
pub fn rank(typed: &str, k: usize) -> usize {
    let query = Query::parse(typed, LastWord::Prefix).with_checked_regexes();
    CORPUS.get().map_or(0, |corpus| rank_documents(corpus, &query, k).len())
}

/// The ids of the `k` best documents, to check that they are right.
#[wasm_bindgen]
pub fn ids(typed: &str, k: usize) -> Vec<String> {
    let Some(answer) = found(typed) else { return Vec::new() };
    let hits = answer.hits.iter().chain(&answer.partial_hits).take(k);
    hits.filter_map(|hit| Some(answer.corpus().document(hit.doc)?.id().to_owned())).collect()
}

/// Everything that the page shows of an answer: how many documents match, exactly, and a checksum of all facet counts and
/// of the snippets of the `k` best with their marks, which none of them can be left out of.
#[wasm_bindgen]
pub fn answer(typed: &str, k: usize) -> Vec<u32> {
    let Some(answer) = found(typed) else { return vec![0, 0] };
    let facets = Facet::ALL.iter().map(|&facet| answer.facet(facet, "", N_VALUES));
    let of_facets = facets.flat_map(|counts| counts.values).fold(0, |sum, value| mixed(sum, value.count));
    let hits = answer.hits.iter().chain(&answer.partial_hits).take(k);
    let checksum = hits.fold(of_facets, |sum, hit| {
        let places = answer.places(hit.doc);
        let Some(snippet) = answer.best_snippet(hit.doc, &places, SNIPPET_BYTES) else { return sum };
        let spans = std::iter::once(snippet.span).chain(snippet.places.iter().copied());
        let length = answer.corpus().document(hit.doc).map_or(0, |document| document.slice(snippet.span).len() as u32);
        spans.fold(mixed(sum, length), |sum, span: ByteSpan| mixed(mixed(sum, span.start()), span.end()))
    });
    vec![answer.n_docs() as u32, checksum]
}

/// The names that stand in sentences, those in most of them first.
#[wasm_bindgen]
pub fn names() -> Vec<u32> {
    let entities = CORPUS.get().into_iter().flat_map(Corpus::entities);
    let named = entities.filter(|entity| entity.kind().is_name()).map(|entity| (entity.n_sentences(), entity.id().0));
    let mut named: Vec<(u32, u32)> = named.filter(|&(n_sentences, _)| n_sentences > 0).collect();
    named.sort_unstable_by(|a, b| b.cmp(a));
    named.into_iter().map(|(_, id)| id).collect()
}

/// In how many sentences two names stand together; all of them are found.
#[wasm_bindgen]
pub fn together(one: u32, other: u32) -> usize {
    let together =
        |corpus: &Corpus<'_>| corpus.together(EntityId(one), EntityId(other), None, MAX_DOCS).sentences.len();
    CORPUS.get().map_or(0, together)
}

/// How many chains of names lead from one to the other, of those that the page lists; all of them are found.
#[wasm_bindgen]
pub fn chains(from: u32, to: u32) -> usize {
    let (from, to) = (EntityId(from), EntityId(to));
    let asked = Asked { from, to, through: None, not_through: &[], within: None, max: MAX_CHAINS };
    CORPUS.get().map_or(0, |corpus| corpus.chains(&asked).len())
}

/// Reads what was typed as the search box does, and searches.
fn found(typed: &str) -> Option<Answer<'static>> {
    let query = Query::parse(typed, LastWord::Prefix).with_checked_regexes();
    CORPUS.get().map(|corpus| search(corpus, &query, &Filters::default(), Sort::Relevance))
}

/// One step of FNV-1a, on a word in place of a byte.
fn mixed(sum: u32, value: u32) -> u32 {
    (sum ^ value).wrapping_mul(0x0100_0193)
}
