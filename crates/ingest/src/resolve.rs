//! Which mentions name the same thing, within a document and across them.
//!
//! What one document says about its names is read for each alone, on all cores; one pass over that joins the documents.
//! Forms belong together by evidence alone: the same words, a surname after the full name, an acronym that the text
//! explains, or the forms that a word list gives. What could mean two things stays by itself, and is offered.

mod across;
mod bodies;
mod descriptions;
mod entities;
mod forms;
mod kinds;
mod local;
mod name;
mod naming;
mod people;
mod why;

use corpus::model::{Document, Entity, Mention};

use crate::recognize::Found;
use across::Across;
pub(crate) use local::Local;

/// Gives every document its mentions and returns the entities they name, in the order of their first mention.
/// `found` holds what was recognised in each of the documents.
pub fn resolve(documents: &mut [Document], found: Vec<Vec<Found>>) -> Vec<Entity> {
    let locals: Vec<Local> = documents.iter().zip(&found).map(|(document, found)| Local::of(document, found)).collect();
    let (entities, mentions) = join(documents, found, locals);
    mention(documents, mentions);
    entities
}

/// Gives every document its mentions.
pub(crate) fn mention(documents: &mut [Document], mentions: Vec<Vec<Mention>>) {
    documents.iter_mut().zip(mentions).for_each(|(document, mentions)| document.mentions.extend(mentions));
}

/// The entities and the mentions of each document, from what each document alone says about its names.
pub(crate) fn join(
    documents: &[Document],
    mut found: Vec<Vec<Found>>,
    mut locals: Vec<Local>,
) -> (Vec<Entity>, Vec<Vec<Mention>>) {
    kinds::settle(documents, &mut found, &mut locals);
    let across = Across::of(&locals);
    entities::finish(documents, found, &locals, &across)
}

#[cfg(test)]
mod tests;
