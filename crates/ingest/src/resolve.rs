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
mod tests {
    use super::*;
    use crate::read::Received;
    use crate::recognize::{Recognizer, Tagger};
    use crate::structure::structure;

    /// Entities as `name: forms`.
    fn check(texts: &[&str], expected: &[&str]) {
        let received = |text: &&str| Received { text: (*text).to_owned(), ..Received::default() };
        let mut documents: Vec<_> = texts.iter().map(|text| structure(received(text))).collect();
        let found = documents.iter().map(|document| Tagger.mentions(document)).collect();
        let entities = resolve(&mut documents, found);
        let lines = entities.iter().map(|entity| {
            let forms: Vec<_> = entity.aliases.iter().map(|alias| format!("{} {}", alias.text, alias.count)).collect();
            format!("{}: {}", entity.name, forms.join(", "))
        });
        assert_eq!(lines.collect::<Vec<_>>(), expected, "{texts:?}");
    }

    #[test]
    fn surnames_and_acronyms_belong_to_their_full_forms() {
        check(&["He met Maria Gonzalez. Gonzalez left."], &["Maria Gonzalez: Gonzalez 1, Maria Gonzalez 1"]);
        check(
            &["The Rain Research Institute (RRI) is old. RRI grew.", "In it the RRI and its RRI men came."],
            &["Rain Research Institute: RRI 4, Rain Research Institute 1"],
        );
        check(&["He left ISIS. The Islamic State fell, and so did ISIS."], &["ISIS: ISIS 2, Islamic State 1"]);
        check(
            &["He met Maria Gonzalez. He saw Maria T. Gonzalez."],
            &["Maria T. Gonzalez: Maria Gonzalez 1, Maria T. Gonzalez 1"],
        );
    }

    #[test]
    fn what_could_mean_two_things_stays_by_itself() {
        check(
            &["He met Maria Gonzalez.", "He met Ana Gonzalez."],
            &["Maria Gonzalez: Maria Gonzalez 1", "Ana Gonzalez: Ana Gonzalez 1"],
        );
        check(
            &["He met Ana Cruz. Cruz left. He met Maria Cruz. Cruz stayed."],
            &["Ana Cruz: Ana Cruz 1, Cruz 1", "Maria Cruz: Cruz 1, Maria Cruz 1"],
        );
    }
}
