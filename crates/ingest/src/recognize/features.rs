//! The questions that are asked about each word, and their answers as numbers. What an answer is worth is for the model
//! to say.
//!
//! Small letters get fewer questions than capitals: they are many, and few of them are in names.

use std::ops::Range;

use corpus::model::EntityKind;

use super::elsewhere::Elsewhere;
use super::hashing::{feature, hash, pair};
use super::listed;
use super::tokens::{Letters, Sentence, Tokens, WordType};

/// Where the questions of each group begin.
const OWN: u64 = 0;
const AROUND: u64 = 32;
const RUN: u64 = 96;
const ELSEWHERE: u64 = 128;

/// Beyond the edges of a sentence.
const EDGE: u64 = 1;

/// One sentence of a document and what is known about it as a whole.
pub(super) struct Context<'a> {
    tokens: &'a Tokens,
    elsewhere: &'a Elsewhere,
    sentence: Sentence,
    /// For each token the run of capitals that it is in.
    runs: Vec<Run>,
    /// For each token whether it is in a listed name, of which kind, and where in it.
    listed: Vec<u8>,
}

/// A run of capitals with the small words inside of it: `Ministry of the Interior`.
#[derive(Clone, Copy, Debug, Default)]
struct Run {
    start: u32,
    end: u32,
    /// The last capital before the first small word: the word that says what it is.
    head: u32,
}

impl<'a> Context<'a> {
    pub(super) fn new(tokens: &'a Tokens, elsewhere: &'a Elsewhere, sentence: &Sentence) -> Self {
        let sentence = sentence.clone();
        let mut context =
            Self { tokens, elsewhere, listed: vec![0; sentence.tokens.len()], runs: Vec::new(), sentence };
        context.runs = context.find_runs();
        context.find_listed();
        context
    }

    fn word(&self, idx: usize) -> &WordType {
        self.tokens.word(idx)
    }

    /// The token so many places away, if the sentence has it.
    fn at(&self, idx: usize, offset: isize) -> Option<usize> {
        idx.checked_add_signed(offset).filter(|idx| self.sentence.tokens.contains(idx))
    }

    fn key(&self, idx: usize, offset: isize) -> u64 {
        self.at(idx, offset).map_or(EDGE, |idx| self.word(idx).key)
    }

    fn find_runs(&self) -> Vec<Run> {
        let Range { start, end } = self.sentence.tokens.clone();
        let mut runs = vec![Run::default(); end - start];
        let mut at = start;
        while at < end {
            if !self.word(at).is_capital() {
                at += 1;
                continue;
            }
            let (mut last, mut next, mut head) = (at, at + 1, None);
            while next < end && next < at + MAX_RUN {
                if self.word(next).is_capital() {
                    last = next;
                } else if self.is_link(next) {
                    head = head.or(Some(last).filter(|_| self.word(next).letters == Letters::Lower));
                } else {
                    break;
                }
                next += 1;
            }
            let run = Run { start: at as u32, end: last as u32 + 1, head: head.unwrap_or(last) as u32 };
            runs[at - start..=last - start].fill(run);
            at = last + 1;
        }
        runs
    }

    /// Whether a small word or a mark can stand inside of a name.
    fn is_link(&self, idx: usize) -> bool {
        let links = links();
        let word = self.word(idx);
        match word.letters {
            Letters::Lower => {
                links.words.contains(&word.key)
                    || word.key == links.article && idx > self.sentence.tokens.start && {
                        links.before_article.contains(&self.word(idx - 1).key)
                    }
            }
            _ => {
                links.marks.contains(&word.key)
                    || word.key == links.hyphen && self.tokens.tokens[idx].is_glued
                    || word.key == links.stop && self.at(idx, 1).is_some_and(|next| self.tokens.tokens[next].joins)
            }
        }
    }

    fn find_listed(&mut self) {
        let Range { start, end } = self.sentence.tokens.clone();
        let mut at = start;
        while at < end {
            let Some((range, kind)) = listed::at(self.tokens, at..end) else {
                at += 1;
                continue;
            };
            let last = range.end - 1;
            for idx in at..=last {
                let part = if at == last {
                    3
                } else if idx == at {
                    0
                } else if idx == last {
                    2
                } else {
                    1
                };
                self.listed[idx - start] = 1 + 4 * kind_number(kind) + part;
            }
            at = last + 1;
        }
    }

    /// Adds the answers for the token at `idx` to `out`.
    pub(super) fn answers(&self, idx: usize, out: &mut Vec<u32>) {
        self.own(idx, out);
        self.around(idx, out);
        let is_candidate = self.word(idx).is_capital();
        if is_candidate || self.runs[idx - self.sentence.tokens.start].end > 0 {
            self.run(idx, out);
        }
        if is_candidate {
            self.document(idx, out);
        }
    }

    /// The outline of a word; where all words or all long words have capitals, it is another outline.
    fn shape(&self, idx: usize, offset: isize) -> u64 {
        self.at(idx, offset).map_or(EDGE, |idx| {
            let first = u64::from(self.tokens.tokens[idx].is_first);
            pair(self.word(idx).shape, self.sentence.casing as u64 * 2 + first)
        })
    }

    fn listed(&self, idx: usize, offset: isize) -> u64 {
        self.at(idx, offset).map_or(0, |idx| u64::from(self.listed[idx - self.sentence.tokens.start]))
    }

    fn lists(&self, idx: usize, offset: isize) -> u64 {
        self.at(idx, offset).map_or(1 << 40, |idx| u64::from(self.word(idx).lists))
    }

    fn own(&self, idx: usize, out: &mut Vec<u32>) {
        let word = self.word(idx);
        let casing = self.sentence.casing as u64;
        let shape = self.shape(idx, 0);
        let mut question = OWN;
        let mut add = |answer: u64| {
            out.push(feature(question, answer));
            question += 1;
        };
        add(0);
        add(word.key);
        add(pair(word.text, casing));
        add(shape);
        word.suffixes.iter().for_each(|&suffix| add(suffix));
        word.prefixes.iter().for_each(|&prefix| add(prefix));
        add(pair(word.usual as u64, shape));
        add(pair(u64::from(word.lists), shape));
        add(pair(self.listed(idx, 0), casing));
        add(pair(self.listed(idx, 0), shape));
        add(pair(word.suffixes[1], shape));
        // Where sentences begin in small letters, names of the lists do too.
        let careless = 2 * self.elsewhere.carelessness + u64::from(word.is_capital());
        add(pair(self.listed(idx, 0), careless));
        add(pair(u64::from(word.lists), careless));
        if word.lists != 0 {
            for bit in (0..32).filter(|bit| word.lists & 1 << bit != 0) {
                out.push(feature(OWN + 30, bit));
            }
        }
    }

    fn around(&self, idx: usize, out: &mut Vec<u32>) {
        let [before2, before, own, after, after2] = [-2, -1, 0, 1, 2].map(|offset| self.key(idx, offset));
        let [shape_before, shape, shape_after] = [-1, 0, 1].map(|offset| self.shape(idx, offset));
        let [lists_before, lists, lists_after] = [-1, 0, 1].map(|offset| self.lists(idx, offset));
        let glue = |offset| self.at(idx, offset).is_some_and(|idx| self.tokens.tokens[idx].is_glued);
        let glued = u64::from(glue(0)) + 2 * u64::from(glue(1));
        let usual = |offset| self.at(idx, offset).map_or(9, |idx| self.word(idx).usual as u64);
        let ending = |offset| self.at(idx, offset).map_or(EDGE, |idx| self.word(idx).suffixes[1]);
        let mut question = AROUND;
        let mut add = |answer: u64| {
            out.push(feature(question, answer));
            question += 1;
        };
        add(before);
        add(after);
        add(before2);
        add(after2);
        add(pair(before, own));
        add(pair(own, after));
        add(pair(before, shape));
        add(pair(after, shape));
        add(pair(before, after));
        add(pair(before2, before));
        add(pair(after, after2));
        add(pair(shape_before, shape));
        add(pair(shape, shape_after));
        add(pair(pair(shape_before, shape), shape_after));
        add(pair(glued, shape));
        add(pair(lists_before, lists));
        add(pair(lists, lists_after));
        add(pair(lists_before, shape));
        add(pair(lists_after, shape));
        add(pair(usual(-1) * 16 + usual(1), shape));
        add(pair(pair(self.listed(idx, -1), self.listed(idx, 1)), self.listed(idx, 0)));
        add(ending(-1));
        add(ending(1));
        add(pair(self.key(idx, 3), shape));
        add(pair(self.key(idx, -3), shape));
    }

    fn run(&self, idx: usize, out: &mut Vec<u32>) {
        let run = self.runs[idx - self.sentence.tokens.start];
        let (start, end, head) = (run.start as usize, run.end as usize, run.head as usize);
        let place = match (idx == start, idx + 1 == end) {
            (true, true) => 0,
            (true, false) => 1,
            (false, true) => 2,
            (false, false) => 3,
        };
        let len = (end - start).min(6) as u64;
        let after_head = u64::from(idx > head);
        let here = place + 4 * after_head;
        let key = |idx: Option<usize>| {
            idx.filter(|idx| self.sentence.tokens.contains(idx)).map_or(EDGE, |idx| self.word(idx).key)
        };
        let before = start.checked_sub(1);
        let lists = (start..end).fold(0, |lists, idx| lists | self.word(idx).lists);
        let mut question = RUN;
        let mut add = |answer: u64| {
            out.push(feature(question, answer));
            question += 1;
        };
        add(pair(here, len));
        add(pair(here, key(Some(head))));
        add(pair(here, key(Some(end - 1))));
        add(pair(here, key(Some(start))));
        add(pair(here, key(before)));
        add(pair(here, key(Some(end))));
        add(pair(pair(here, len), key(before)));
        add(pair(pair(here, len), key(Some(end))));
        add(pair(key(before), key(Some(end))));
        add(pair(here, u64::from(lists & (listed::ORGANIZATION | listed::PLACE | listed::GIVEN_NAME | listed::TITLE))));
        add(pair(pair(here, u64::from(self.word(start).lists)), u64::from(self.word(end - 1).lists)));
        add(pair(here, pair(key(Some(end)), key(Some(end + 1)))));
        add(pair(here, pair(key(before), key(start.checked_sub(2)))));
        let whole = (start..end).fold(EDGE, |whole, idx| pair(whole, self.word(idx).key));
        add(pair(here, whole));
    }

    fn document(&self, idx: usize, out: &mut Vec<u32>) {
        let summary = self.elsewhere.summary(self.tokens, idx, self.sentence.casing);
        let shape = self.shape(idx, 0);
        let carelessness = pair(self.elsewhere.carelessness, shape);
        out.push(feature(ELSEWHERE + 4, carelessness));
        out.push(feature(ELSEWHERE + 5, pair(carelessness, self.word(idx).usual as u64)));
        out.push(feature(ELSEWHERE, pair(summary, shape)));
        out.push(feature(ELSEWHERE + 1, pair(pair(summary, shape), self.word(idx).usual as u64)));
        for place in self.elsewhere.places(self.tokens, idx) {
            let near = |offset: isize| place.checked_add_signed(offset).filter(|&near| near < self.tokens.tokens.len());
            let before = near(-1).map_or(EDGE, |near| self.word(near).key);
            let after = near(1).map_or(EDGE, |near| self.word(near).key);
            out.push(feature(ELSEWHERE + 2, before));
            out.push(feature(ELSEWHERE + 3, after));
        }
    }
}

/// The longest run of capitals that is looked at as a whole, in tokens.
const MAX_RUN: usize = 14;

/// Words and marks that can stand inside of names.
struct Links {
    words: Vec<u64>,
    before_article: Vec<u64>,
    article: u64,
    marks: Vec<u64>,
    hyphen: u64,
    stop: u64,
}

fn links() -> &'static Links {
    static LINKS: std::sync::LazyLock<Links> = std::sync::LazyLock::new(|| {
        let words =
            ["of", "for", "de", "la", "del", "da", "do", "al", "el", "bin", "ibn", "van", "von", "der", "e", "ul"];
        Links {
            words: words.map(hash).to_vec(),
            before_article: ["of", "for"].map(hash).to_vec(),
            article: hash("the"),
            marks: ["&"].map(hash).to_vec(),
            hyphen: hash("-"),
            stop: hash("."),
        }
    });
    &LINKS
}

fn kind_number(kind: EntityKind) -> u8 {
    match kind {
        EntityKind::Person => 0,
        EntityKind::Organization => 1,
        EntityKind::Place => 2,
        EntityKind::Group => 3,
        EntityKind::Product => 4,
        _ => 5,
    }
}
