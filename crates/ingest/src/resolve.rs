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
mod local;
mod name;
mod naming;
mod people;
mod why;

use corpus::model::{Document, Entity};

use crate::parallel;
use crate::recognize::Found;
use across::Across;
use local::Local;

/// Gives every document its mentions and returns the entities they name, in the order of their first mention.
/// `found` holds what was recognised in each of the documents.
pub fn resolve(documents: &mut [Document], found: Vec<Vec<Found>>) -> Vec<Entity> {
    let pairs: Vec<_> = documents.iter().zip(&found).collect();
    let locals = parallel::map(pairs, |(document, found)| Local::of(document, found));
    let across = Across::of(&locals);
    entities::finish(documents, found, &locals, &across)
}

#[cfg(test)]
mod tests;
