//! Names by rules and general word lists. Precision first: words that no rule vouches for stay unnamed.
//!
//! The first pass reads each sentence alone. The second looks for what the first found elsewhere in the document:
//! surnames alone, and names in headlines, where capitals mean nothing.

use std::collections::{BTreeMap, BTreeSet};

use corpus::model::{Document, EntityKind};
use corpus::span::ByteSpan;

use super::first_pass::FirstPass;
use super::second_pass::Names;
use super::{Found, Recognizer};
use crate::words::{Casing, SentenceWords, Word, lower_words, sentences};

/// The longest name, in words.
pub(super) const MAX_NAME_WORDS: usize = 9;

/// Recognises names by rules and word lists.
#[derive(Clone, Copy, Debug, Default)]
pub struct Rules;

impl Recognizer for Rules {
    fn mentions(&self, document: &Document) -> Vec<Found> {
        let sentences = sentences(document);
        let lower = lower_words(&sentences);
        let repeated = repeated_capitals(&sentences);
        let mut found = Vec::new();
        for sentence in &sentences {
            let mut pass = FirstPass {
                words: &sentence.words,
                casing: sentence.casing,
                lower: &lower,
                repeated: &repeated,
                names: Vec::new(),
            };
            pass.run();
            found.push(pass.names);
        }
        let names = Names::of(&sentences, &found);
        for (sentence, found) in sentences.iter().zip(&mut found) {
            names.complete(sentence, found);
        }
        let all = sentences.iter().zip(found).flat_map(|(sentence, names)| {
            names.into_iter().filter_map(|name| name.found(&sentence.words)).collect::<Vec<_>>()
        });
        all.collect()
    }
}

/// A name as a range of words of its sentence.
#[derive(Clone, Copy, Debug)]
pub(super) struct Name {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) kind: EntityKind,
    pub(super) by: &'static str,
    pub(super) confidence: u8,
}

impl Name {
    fn found(self, words: &[Word<'_>]) -> Option<Found> {
        let span = ByteSpan::new(words.get(self.start)?.span.start(), words.get(self.end.checked_sub(1)?)?.span.end())?;
        Some(Found { span, kind: self.kind, by: self.by.to_owned(), confidence: self.confidence })
    }
}

/// Words in capitals that stand in the document more than once.
fn repeated_capitals(sentences: &[SentenceWords<'_>]) -> BTreeSet<String> {
    let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
    for word in sentences.iter().filter(|s| s.casing != Casing::Capitals).flat_map(|s| &s.words) {
        if word.is_all_capitals() {
            *counts.entry(&word.key).or_default() += 1;
        }
    }
    counts.into_iter().filter(|&(_, count)| count > 1).map(|(key, _)| key.to_owned()).collect()
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
        let found = Rules.mentions(&document);
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
    fn organizations_are_known_by_their_last_words_and_acronyms() {
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
    fn listed_names_need_their_spelling() {
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
