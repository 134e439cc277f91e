//! The order of the steps. Each step is a module; none of them calls another.
//!
//! What concerns one document alone is an [`Analysis`]: it is made on all cores, and it can be remembered from one run
//! to the next. What concerns all of them follows.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};

use corpus::model::{Collection, DocId, Document};
use corpus::tokens::{DocumentTokens, Tokens};
use corrections::Corrections;
use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::xxh3_128;

use crate::clean::Repeated;
use crate::config::Config;
use crate::read::{Ids, Reader, Received};
use crate::recognize::{self, Found, Tagger};
use crate::related::related;
use crate::report::Report;
use crate::resolve::{self, Local};
use crate::roles;
use crate::same_story::copies;
use crate::slug::{ascii, slugs};
use crate::structure::structure_with;
use crate::told::{Named, Told};
use corpus::parallel;

/// What can be said about a document without knowing the others.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Analysis {
    /// The document with its structure.
    document: Document,
    /// Its tokens.
    tokens: DocumentTokens,
    /// The names in it.
    found: Vec<Found>,
    /// What it says about them.
    local: Local,
}

/// What comes of all files.
#[derive(Debug, Default)]
pub(crate) struct Outcome<B> {
    /// The documents with what was found in them.
    pub(crate) collection: Collection,
    /// What could not be read.
    pub(crate) report: Report,
    /// What was made of the documents' texts.
    pub(crate) beside: B,
}

/// Gives the value for a key: an earlier one, or what it is given to make one.
pub(crate) type Recall<'r, T> = dyn Fn(u128, &dyn Fn() -> T) -> T + Sync + 'r;

/// What the surroundings of a run may do for it.
pub(crate) struct Hooks<'h> {
    /// Recalls the analysis of a document.
    pub(crate) recall: &'h Recall<'h, Analysis>,
    /// The same for what a document tells of those it names.
    pub(crate) recall_told: &'h Recall<'h, Told>,
    /// Hears what is being done, and how many of how many are done.
    pub(crate) on_progress: &'h (dyn Fn(&str, usize, usize) + Sync),
}

impl Hooks<'_> {
    /// Remembers nothing, tells nobody.
    const NONE: Hooks<'static> =
        Hooks { recall: &|_, make| make(), recall_told: &|_, make| make(), on_progress: &|_, _, _| {} };
}

/// Makes a collection of files, each a path and its bytes. Files are sorted by path first, so the order in which they
/// come does not matter.
pub fn ingest(files: impl IntoIterator<Item = (String, Vec<u8>)>, config: &Config) -> (Collection, Report) {
    ingest_with(files, config, &Corrections::default())
}

/// Makes a collection as [`ingest`] does, with the corrections of a person, which win over what was found.
pub fn ingest_with(
    files: impl IntoIterator<Item = (String, Vec<u8>)>,
    config: &Config,
    corrections: &Corrections,
) -> (Collection, Report) {
    let Outcome { collection, report, beside: () } =
        run(files.into_iter().collect(), config, corrections, &Hooks::NONE, |_, _| ());
    (collection, report)
}

/// Makes a collection, with what its surroundings may do for it. `beside` is called while names are joined, with
/// documents that have no mentions yet.
pub(crate) fn run<B: Send>(
    files: Vec<(String, Vec<u8>)>,
    config: &Config,
    corrections: &Corrections,
    hooks: &Hooks<'_>,
    beside: impl FnOnce(&[Document], &Tokens<'_>) -> B + Send,
) -> Outcome<B> {
    let mut report = Report::default();
    let all = read_all(files, config, hooks, &mut report);
    let Analysed { mut documents, found, locals, tokens, keys } = analyse_all(all, corrections, hooks);
    corrections.check_documents(&documents, &mut report);
    let n_documents = documents.len();
    (hooks.on_progress)("joining names", 0, n_documents);
    let kept_apart = corrections.kept_apart(&documents);
    let worded = || {
        let tokens = Tokens::join(&tokens);
        let (copies, beside) =
            parallel::join(|| copies(&documents, &tokens, &kept_apart), || beside(&documents, &tokens));
        (tokens, copies, beside)
    };
    let ((tokens, copies, beside), (entities, mentions)) =
        parallel::join(worded, || resolve::join(&documents, found, locals));
    resolve::mention(&mut documents, mentions);
    let mut entities = corrections.correct_entities(&mut documents, entities, ascii, &mut report);
    let all_roles = parallel::map(documents.iter_mut().zip(keys).collect(), |(document, key)| {
        let named = Named::new(document, &entities);
        let key = key ^ named.fingerprint();
        let told = (hooks.recall_told)(key, &|| named.told());
        named.finish(told)
    });
    for ((doc, document), roles) in (0u32..).map(DocId).zip(&documents).zip(all_roles) {
        roles::add(doc, document, roles, &mut entities);
    }
    corrections.correct_speakers(&mut documents, &entities, &mut report);
    (hooks.on_progress)("relating documents", 0, n_documents);
    let related = related(&documents, &tokens, &copies, &entities);
    for ((document, copies), related) in documents.iter_mut().zip(copies).zip(related) {
        (document.copies, document.related) = (copies, related);
    }
    let collection = Collection {
        title: config.title.clone(),
        description: config.description.clone(),
        language: config.language.clone(),
        licence: config.licence.clone(),
        documents,
        entities,
    };
    Outcome { collection, report, beside }
}

/// Reads all files, in the order of their paths.
fn read_all(
    mut files: Vec<(String, Vec<u8>)>,
    config: &Config,
    hooks: &Hooks<'_>,
    report: &mut Report,
) -> Vec<Received> {
    files.sort();
    let n_files = files.len();
    let n_done = AtomicUsize::new(0);
    let read = parallel::map(files, |(path, bytes)| {
        let mut own = Report::default();
        let received = Reader::new(&config.columns).read(&path, &bytes, &mut own);
        (hooks.on_progress)("reading files", n_done.fetch_add(1, Ordering::Relaxed) + 1, n_files);
        (received, own)
    });
    let (mut all, mut ids) = (Vec::with_capacity(n_files), Ids::default());
    for (received, own) in read {
        report.problems.extend(own.problems);
        for mut document in received {
            if let Some(notice) = ids.claim(&mut document) {
                report.file(&document.path, notice);
            }
            all.push(document);
        }
    }
    leave_out_too_much(&mut all, MAX_TEXTS_LEN, report);
    all
}

/// The texts of all documents together, in bytes: a page that holds more opens in no browser.
const MAX_TEXTS_LEN: usize = 512 << 20;

/// Leaves out the documents for which there is no room, and says how many of which file they are.
fn leave_out_too_much(all: &mut Vec<Received>, mut room: usize, report: &mut Report) {
    let mut n_left_out: BTreeMap<String, usize> = BTreeMap::new();
    all.retain(|document| match room.checked_sub(document.text.len()) {
        Some(rest) => {
            room = rest;
            true
        }
        None => {
            *n_left_out.entry(document.path.clone()).or_default() += 1;
            false
        }
    });
    for (path, n) in n_left_out {
        let what = if n == 1 { "1 document was".to_owned() } else { format!("{n} documents were") };
        let why = format!("with more, the texts of the collection would be larger than {} MiB", MAX_TEXTS_LEN >> 20);
        report.file(&path, format!("{what} left out: {why}"));
    }
}

/// The analyses of all documents, in their order.
struct Analysed {
    documents: Vec<Document>,
    found: Vec<Vec<Found>>,
    locals: Vec<Local>,
    tokens: Vec<DocumentTokens>,
    /// A hash of all that each analysis depends on.
    keys: Vec<u128>,
}

impl Analysed {
    fn with_room(n: usize) -> Self {
        Self {
            documents: Vec::with_capacity(n),
            found: Vec::with_capacity(n),
            locals: Vec::with_capacity(n),
            tokens: Vec::with_capacity(n),
            keys: Vec::with_capacity(n),
        }
    }
}

fn analyse_all(all: Vec<Received>, corrections: &Corrections, hooks: &Hooks<'_>) -> Analysed {
    let repeated = Repeated::of(&all);
    let hints: Vec<String> = all.iter().map(|received| received.slug_hint.clone()).collect();
    let n_documents = all.len();
    let n_done = AtomicUsize::new(0);
    let analyses = parallel::map(all, |received| {
        let analysis = analyse(received, &repeated, corrections, hooks);
        (hooks.on_progress)("analysing documents", n_done.fetch_add(1, Ordering::Relaxed) + 1, n_documents);
        analysis
    });
    let mut slugs = slugs();
    let mut analysed = Analysed::with_room(n_documents);
    for ((mut analysis, key), hint) in analyses.into_iter().zip(hints) {
        analysis.document.slug = slugs.claim(&hint);
        analysed.documents.push(analysis.document);
        analysed.found.push(analysis.found);
        analysed.locals.push(analysis.local);
        analysed.tokens.push(analysis.tokens);
        analysed.keys.push(key);
    }
    analysed
}

/// Analyses a document, or recalls what came of it before; returns the key too.
fn analyse(
    mut received: Received,
    repeated: &Repeated,
    corrections: &Corrections,
    hooks: &Hooks<'_>,
) -> (Box<Analysis>, u128) {
    let repeated = repeated.in_document(&received);
    let corrected = corrections.fingerprint(&received.path, &received.id);
    let key = {
        let Received { id, path, slug_hint: _, sha256, format, text, layout: _, fields, page_starts: _ } = &received;
        // The layout follows from the bytes; the fields may come from the settings too.
        let mut rest = format!("{id}\0{path}\0{format:?}{fields:?}{repeated:?}{corrected}").into_bytes();
        rest.extend(sha256);
        xxh3_128(&rest) ^ xxh3_128(text.as_bytes()).rotate_left(1)
    };
    let text = std::mem::take(&mut received.text);
    let make = || {
        let received = Received { text: text.clone(), ..received.clone() };
        let mut document = structure_with(received, &repeated, |document| corrections.correct_blocks(document));
        corrections.correct_properties(&mut document);
        let (found, tokens) = (recognize::mentions(&document, &Tagger), DocumentTokens::of(&document));
        let local = Local::of(&document, &found);
        document.text.clear();
        Analysis { document, tokens, found, local }
    };
    let mut analysis = Box::new((hooks.recall)(key, &make));
    analysis.document.text = text;
    (analysis, key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_without_room_are_left_out_and_counted() {
        let received =
            |(path, text): (&str, &str)| Received { path: path.into(), text: text.into(), ..Received::default() };
        let documents = [("a", "Rain."), ("b", "Much more rain."), ("b", "Even more rain."), ("c", "Snow.")];
        let mut all: Vec<_> = documents.map(received).into();
        let mut report = Report::default();
        leave_out_too_much(&mut all, 10, &mut report);
        assert_eq!(all.iter().map(|document| document.path.as_str()).collect::<Vec<_>>(), ["a", "c"]);
        let problems: Vec<String> = report.problems.iter().map(ToString::to_string).collect();
        assert!(
            matches!(problems.as_slice(), [only] if only.starts_with("b: 2 documents were left out")),
            "{problems:?}"
        );
    }
}
