//! The order of the steps. Each step is a module; none of them calls another.

use corpus::model::Collection;

use crate::config::Config;
use crate::quotations;
use crate::read::Reader;
use crate::recognize::{Recognizer, Rules};
use crate::report::Report;
use crate::resolve::resolve;
use crate::roles::add_roles;
use crate::slug::Slugs;
use crate::structure::structure;

/// Makes a collection of files, each a path and its bytes. Files are sorted by path first, so the order in which they
/// come does not matter.
pub fn ingest(files: impl IntoIterator<Item = (String, Vec<u8>)>, config: &Config) -> (Collection, Report) {
    let mut files: Vec<_> = files.into_iter().collect();
    files.sort();
    let mut report = Report::default();
    let mut slugs = Slugs::default();
    let mut reader = Reader::new(&config.columns);
    let mut documents = Vec::new();
    for (path, bytes) in files {
        for received in reader.read(&path, &bytes, &mut report) {
            let slug = slugs.claim(&received.slug_hint);
            let mut document = structure(received);
            document.slug = slug;
            documents.push(document);
        }
    }
    let found = documents.iter().map(|document| Rules.mentions(document)).collect();
    let mut entities = resolve(&mut documents, found);
    add_roles(&documents, &mut entities);
    for document in &mut documents {
        document.quotations = quotations::of(document, &entities);
    }
    let collection = Collection {
        title: config.title.clone(),
        description: config.description.clone(),
        language: config.language.clone(),
        licence: config.licence.clone(),
        documents,
        entities,
    };
    (collection, report)
}
