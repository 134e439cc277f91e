//! The order of the steps. Each step is a module; none of them calls another.

use corpus::model::Collection;

use crate::config::Config;
use crate::corrections::Corrections;
use crate::quotations;
use crate::read::read;
use crate::recognize::{Recognizer, Rules};
use crate::related::add_related;
use crate::report::Report;
use crate::resolve::resolve;
use crate::roles::add_roles;
use crate::same_story::add_copies;
use crate::slug::Slugs;
use crate::structure::structure_with;

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
    let mut files: Vec<_> = files.into_iter().collect();
    files.sort();
    let mut report = Report::default();
    let mut slugs = Slugs::default();
    let mut documents = Vec::new();
    for (path, bytes) in files {
        for received in read(&path, &bytes, &mut report) {
            let slug = slugs.claim(&received.slug_hint);
            let mut document = structure_with(received, |document| corrections.correct_blocks(document));
            corrections.correct_properties(&mut document);
            document.slug = slug;
            documents.push(document);
        }
    }
    corrections.check_documents(&documents, &mut report);
    let found = documents.iter().map(|document| Rules.mentions(document)).collect();
    let entities = resolve(&mut documents, found);
    let mut entities = corrections.correct_entities(&mut documents, entities, &mut report);
    add_roles(&documents, &mut entities);
    for document in &mut documents {
        document.quotations = quotations::of(document, &entities);
    }
    corrections.correct_speakers(&mut documents, &entities, &mut report);
    let kept_apart = corrections.kept_apart(&documents);
    add_copies(&mut documents, &kept_apart);
    add_related(&mut documents, &entities);
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
