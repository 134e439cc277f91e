//! Names by a learned model: it weighs each word by itself, by its neighbours and by the rest of the document, chooses
//! the best reading of each sentence, and reads the document again with what it found the first time.

use std::ops::Range;
use std::sync::LazyLock;

use corpus::model::Document;

use super::decode;
use super::elsewhere::Elsewhere;
use super::features::Context;
use super::model::{Learned, Model, ROW_LEN, Row};
use super::second_pass::Tagged;
use super::tokens::Tokens;
use super::{Found, Recognizer, after};

/// Recognises names by the model that is part of this program; `MODEL.md` says what it was learned from.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tagger;

impl Recognizer for Tagger {
    fn mentions(&self, document: &Document) -> Vec<Found> {
        static MODEL: LazyLock<Model> = LazyLock::new(|| {
            let learned = Learned::from_bytes(include_bytes!("names.model"));
            Model::new(&learned.expect("the file beside this one was written for it"))
        });
        mentions(document, &MODEL)
    }
}

/// A name as tokens of the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Name {
    pub(super) tokens: Range<usize>,
    /// The place of its kind among [`super::tags::KINDS`].
    pub(super) kind_idx: u8,
    /// How far it is ahead of the best reading without it.
    pub(super) margin: i32,
}

/// The names that a model finds in a document.
pub fn mentions(document: &Document, model: &Model) -> Vec<Found> {
    let tokens = Tokens::of(document, &model.casing);
    let elsewhere = Elsewhere::of(&tokens);
    let names = names(&tokens, &elsewhere, model);
    after::found(document, &tokens, &elsewhere, names, model)
}

fn names(tokens: &Tokens, elsewhere: &Elsewhere, model: &Model) -> Vec<Name> {
    let (mut emissions, mut tags) = (Vec::with_capacity(tokens.tokens.len()), Vec::with_capacity(tokens.tokens.len()));
    let mut answers = Vec::new();
    for sentence in &tokens.sentences {
        let context = Context::new(tokens, elsewhere, sentence);
        for idx in sentence.tokens.clone() {
            answers.clear();
            context.answers(idx, &mut answers);
            emissions.push(sum(model, &answers));
        }
        tags.extend(decode::tags(&emissions[sentence.tokens.clone()], &model.allowed));
    }
    let tagged = Tagged::of(tokens, &tags);
    let mut names = Vec::new();
    for sentence in &tokens.sentences {
        for idx in sentence.tokens.clone() {
            answers.clear();
            tagged.answers(tokens, idx, tags[idx], &mut answers);
            answers.iter().for_each(|&answer| model.add(answer, &mut emissions[idx]));
        }
        let start = sentence.tokens.start;
        let found = decode::names(&emissions[sentence.tokens.clone()], &model.allowed);
        names.extend(found.into_iter().map(|(range, kind_idx, margin)| Name {
            tokens: start + range.start..start + range.end,
            kind_idx,
            margin,
        }));
    }
    names
}

/// The weights of all answers about a word together.
pub(super) fn sum(model: &Model, answers: &[u32]) -> Row {
    let mut sum = [0; ROW_LEN];
    answers.iter().for_each(|&answer| model.add(answer, &mut sum));
    sum
}

#[cfg(test)]
mod tests {
    use corpus::model::Format;

    use super::*;
    use crate::read::Received;
    use crate::structure::structure;

    fn check(text: &str, expected: &[(&str, &str)]) {
        let received = Received { format: Format::Text, text: text.to_owned(), ..Received::default() };
        let document = structure(received);
        let found = Tagger.mentions(&document);
        let found: Vec<_> =
            found.iter().map(|f| (f.span.slice(&document.text).expect("in the text"), f.kind.word())).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn people_are_known_by_given_names_titles_and_verbs() {
        check("He met Maria Gonzalez in March.", &[("Maria Gonzalez", "person")]);
        check("He met Dr. Wubbo Ocker.", &[("Wubbo Ocker", "person")]);
        check("It rained, said Wubbo Ocker.", &[("Wubbo Ocker", "person")]);
        check("Former Executive Director John Q. Public spoke.", &[("John Q. Public", "person")]);
        check(
            "Ali bin Omar al-Tikriti spoke. Tikriti left.",
            &[("Ali bin Omar al-Tikriti", "person"), ("Tikriti", "person")],
        );
        check("President Zorbak’s men came. Then Zorbak came.", &[("Zorbak", "person"), ("Zorbak", "person")]);
    }

    #[test]
    fn organizations_are_known_by_their_words_and_acronyms() {
        check(
            "It is the Rain Research Institute (RRI) of old. RRI said so.",
            &[("Rain Research Institute", "organization"), ("RRI", "organization"), ("RRI", "organization")],
        );
        check(
            "The Ministry of Rain and the Rain Today Senior Editor Bob Rain came.",
            &[("Ministry of Rain", "organization"), ("Rain Today", "organization"), ("Bob Rain", "person")],
        );
    }

    #[test]
    fn groups_and_products_are_those_of_the_lists() {
        check(
            "He told us that the US and U.S. troops left Iraq's north.",
            &[("US", "place"), ("U.S.", "place"), ("Iraq", "place")],
        );
        check(
            "He wrote on pro-ISIS Telegram channels about American policy.",
            &[("ISIS", "organization"), ("Telegram", "product"), ("American", "group")],
        );
    }

    #[test]
    fn capitals_alone_name_nothing() {
        check("Among them was The Memo of God.", &[]);
        check("Western Executive Directors came on Monday.", &[]);
        check("How To Use Social Media\n\nIt is easy to use.", &[]);
    }
}
