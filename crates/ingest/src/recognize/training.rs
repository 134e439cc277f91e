//! The recogniser as its trainer sees it: the same tokens and the same answers that it reads itself, so that what is
//! learned is what is used. Nothing here learns.

use corpus::model::Document;
use corpus::span::ByteSpan;

use super::casing::CasingTable;
use super::decode;
use super::elsewhere::Elsewhere;
use super::features::Context;
use super::model::{Model, Row};
use super::second_pass::Tagged;
use super::tagger::sum;
use super::tokens::Tokens;
use crate::words::{self, Casing};

pub use super::casing::{Usual, word_number};
pub use super::model::{BadModel, Learned, Weights};
pub use super::tagger::mentions;
pub use super::tags::{KINDS, N_TAGS, OUTSIDE, Ranges, kind_idx, may_follow, names_of, tags_of};

/// One sentence with the answers about its tokens.
#[derive(Clone, Debug, Default)]
pub struct Sentence {
    /// Where the tokens stand.
    pub spans: Vec<ByteSpan>,
    /// The answers about all tokens, one token after the other.
    pub answers: Vec<u32>,
    /// Where the answers about each token end.
    pub ends: Vec<u32>,
}

impl Sentence {
    /// The answers about one token.
    pub fn answers(&self, idx: usize) -> &[u32] {
        let start = idx.checked_sub(1).map_or(0, |before| self.ends[before] as usize);
        &self.answers[start..self.ends[idx] as usize]
    }

    /// What a model makes of each token.
    pub fn emissions(&self, model: &Model) -> Vec<Row> {
        (0..self.ends.len()).map(|idx| sum(model, self.answers(idx))).collect()
    }
}

/// The sentences of a document as the first pass reads them.
pub fn sentences(document: &Document, casing: &CasingTable) -> Vec<Sentence> {
    let tokens = Tokens::of(document, casing);
    let elsewhere = Elsewhere::of(&tokens);
    let read = tokens.sentences.iter().map(|sentence| {
        let context = Context::new(&tokens, &elsewhere, sentence);
        collect(&tokens, sentence.tokens.clone(), |idx, answers| context.answers(idx, answers))
    });
    read.collect()
}

/// The further answers of the second pass, after these tags of the first.
pub fn second_answers(document: &Document, casing: &CasingTable, tags: &[u8]) -> Vec<Sentence> {
    let tokens = Tokens::of(document, casing);
    let tagged = Tagged::of(&tokens, tags);
    let read = tokens.sentences.iter().map(|sentence| {
        collect(&tokens, sentence.tokens.clone(), |idx, answers| tagged.answers(&tokens, idx, tags[idx], answers))
    });
    read.collect()
}

fn collect(tokens: &Tokens, range: std::ops::Range<usize>, mut answers: impl FnMut(usize, &mut Vec<u32>)) -> Sentence {
    let mut sentence = Sentence::default();
    for idx in range {
        answers(idx, &mut sentence.answers);
        sentence.spans.push(tokens.tokens[idx].span);
        sentence.ends.push(sentence.answers.len() as u32);
    }
    sentence
}

/// The best tags of a sentence.
pub fn best_tags(emissions: &[Row], model: &Model) -> Vec<u8> {
    decode::tags(emissions, &model.allowed)
}

/// The best names of a sentence with how far each is ahead.
pub fn best_names(emissions: &[Row], model: &Model) -> Vec<(std::ops::Range<usize>, u8, i32)> {
    decode::names(emissions, &model.allowed)
}

/// Calls `see` with each folded word of the document that stands where its capital would be telling, and with how it is
/// written: 0 in small letters, 1 with a capital, 2 in capitals.
pub fn each_written(document: &Document, mut see: impl FnMut(&str, usize)) {
    for sentence in words::sentences(document).iter().filter(|sentence| sentence.casing == Casing::Normal) {
        for word in sentence.words.iter().filter(|word| !word.is_first) {
            let how = if word.is_all_capitals() { 2 } else { usize::from(word.is_capital) };
            see(&word.key, how);
        }
    }
}
