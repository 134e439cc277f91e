//! The order of learning: the first pass, the second, and how sure the model may be.

use corpus::model::Document;
use ingest::recognize::training::{self, N_TAGS, Sentence, names_of, tags_of};
use ingest::recognize::{CasingTable, Model};

use crate::learn::{self, Example, Settings, quantise};
use crate::texts::{Labels, Marked};

/// In how many parts the data are cut, so that the second pass learns from texts that the first has not seen.
const N_PARTS: usize = 3;

/// A text as it is learned from.
pub struct Text {
    /// The part of the data that it is in, which other forms of the same text must be in too.
    part: usize,
    marked: Marked,
    document: Document,
    pub sentences: Vec<Sentence>,
    gold: Vec<Vec<u8>>,
}

impl Text {
    pub fn new(number: usize, marked: Marked, table: &CasingTable) -> Self {
        let document = marked.document();
        let sentences = training::sentences(&document, table);
        let gold = sentences.iter().map(|sentence| gold(&marked, sentence)).collect();
        Self { part: number % N_PARTS, marked, document, sentences, gold }
    }
}

/// The right tags of a sentence: names cover all tokens that they touch.
fn gold(marked: &Marked, sentence: &Sentence) -> Vec<u8> {
    let (Some(first), Some(last)) = (sentence.spans.first(), sentence.spans.last()) else { return Vec::new() };
    let from = marked.names.partition_point(|(range, _)| range.end <= first.start() as usize);
    let here = marked.names[from..].iter().take_while(|(range, _)| range.start < last.end() as usize);
    let names = here.filter_map(|(range, kind)| {
        let start = sentence.spans.partition_point(|span| span.end() as usize <= range.start);
        let end = sentence.spans.partition_point(|span| (span.start() as usize) < range.end);
        (start < end).then_some((start..end, *kind))
    });
    let mut names: Vec<_> = names.collect();
    // Two names that share a token, because it was not cut where they meet, cannot both be learned.
    names.dedup_by(|next, name| next.0.start < name.0.end);
    tags_of(&names, sentence.spans.len())
}

/// How features are first looked over, to choose those that tell most.
const SCOUT: Settings = Settings { n_epochs: 4, rate: 0.1, shrink: 1e-5, least: 5e-4, dropped: 50, n_averaged: 2 };

/// How the weights of the chosen features are learned.
const FIRST: Settings = Settings { n_epochs: 14, least: 2e-4, n_averaged: 10, ..SCOUT };

/// How the weights of the second pass are learned.
const SECOND: Settings = Settings { n_epochs: 6, rate: 0.05, least: 0.0, dropped: 0, n_averaged: 4, ..SCOUT };

/// Features that are seen in fewer places are left out, and so are all but so many of the others.
const MIN_COUNT: u32 = 2;
const N_KEPT: usize = 225_000;
const MIN_COUNT_SECOND: u32 = 20;

/// Weights that are smaller are left out.
const SMALLEST: i8 = 2;

/// Names that are less far ahead of the best reading without them are left out.
const LEAST_MARGIN: u16 = 6;

/// Names that are so far ahead are right where labels made by machine say otherwise.
const SURE: i32 = 36;

/// How many units of a stored weight one nat has.
const SCALE: f32 = 12.0;

fn learn_first(texts: &[&Text], table: &CasingTable) -> training::Learned {
    let examples: Vec<Example<'_>> =
        texts
            .iter()
            .flat_map(|text| {
                text.sentences.iter().zip(&text.gold).filter(|(_, gold)| !gold.is_empty()).map(|(sentence, gold)| {
                    Example { sentence, gold, weight: text.marked.weight as f32 / 4.0, base: &[] }
                })
            })
            .collect();
    let frequent = learn::frequent(&examples, MIN_COUNT);
    let scouted = learn::learn(&examples, &frequent, SCOUT, SCALE, None);
    let telling = learn::telling(&scouted, N_KEPT);
    drop(scouted);
    let learned = learn::learn(&examples, &telling, FIRST, SCALE, None);
    let mut weights = quantise(&learned.weights, SCALE);
    for (_, row) in &mut weights {
        row.iter_mut().filter(|weight| weight.abs() < SMALLEST).for_each(|weight| *weight = 0);
    }
    weights.retain(|(_, row)| row.iter().any(|&weight| weight != 0));
    training::Learned {
        casing: table.clone(),
        weights,
        transitions: learned.transitions.map(|row| row.map(|weight| (weight * SCALE).round() as i16)),
        confidence: vec![(0, 80)],
    }
}

/// Corrects labels made by machine by the names that a model learned from people's labels alone is sure of.
pub fn repair_machine_labels(texts: &mut [Text], table: &CasingTable) {
    let by_people: Vec<&Text> = texts.iter().filter(|text| text.marked.labels == Labels::ByPeople).collect();
    let model = Model::new(&learn_first(&by_people, table));
    for text in texts.iter_mut().filter(|text| text.marked.labels == Labels::ByMachine) {
        for (sentence, gold) in text.sentences.iter().zip(&mut text.gold) {
            let names = training::best_names(&sentence.emissions(&model), &model).into_iter();
            let mut names: Vec<_> = names.filter(|name| name.2 >= SURE).map(|(range, kind, _)| (range, kind)).collect();
            for (range, kind) in names_of(gold) {
                if names.iter().all(|(sure, _)| range.end <= sure.start || sure.end <= range.start) {
                    names.push((range, kind));
                }
            }
            names.sort_by_key(|(range, _)| range.start);
            *gold = tags_of(&names, gold.len());
        }
    }
}

/// Learns the first pass from all texts, and the second from texts that passes learned from other texts have read.
pub fn learn_all(texts: &[Text], table: &CasingTable) -> training::Learned {
    let part = |at: usize| -> (Vec<&Text>, Vec<&Text>) { texts.iter().partition(|text| text.part != at) };
    let parts: Vec<_> = (0..N_PARTS).map(part).collect();
    let everything: Vec<&Text> = texts.iter().collect();
    let mut firsts = std::thread::scope(|scope| {
        let one = scope
            .spawn(|| parts[..N_PARTS / 2 + 1].iter().map(|(seen, _)| learn_first(seen, table)).collect::<Vec<_>>());
        let two = scope.spawn(|| {
            let rest = parts[N_PARTS / 2 + 1..].iter().map(|(seen, _)| learn_first(seen, table));
            rest.chain([learn_first(&everything, table)]).collect::<Vec<_>>()
        });
        let mut firsts = one.join().expect("learning does not fail");
        firsts.extend(two.join().expect("learning does not fail"));
        firsts
    });
    let mut learned = firsts.pop().expect("the one that saw everything");
    let mut read = Vec::new();
    for ((_, others), first) in parts.iter().zip(&firsts) {
        let model = Model::new(first);
        read.extend(others.iter().map(|text| Read::new(text, &model, table)));
    }
    add_second(&read, &mut learned);
    let model = Model::new(&learned);
    learned.confidence = confidence(&read, &model);
    learned
}

/// A text with what a first pass that had not seen it made of it.
struct Read<'t> {
    text: &'t Text,
    emissions: Vec<Vec<[i16; 16]>>,
    answers: Vec<Sentence>,
}

impl<'t> Read<'t> {
    fn new(text: &'t Text, model: &Model, table: &CasingTable) -> Self {
        let emissions: Vec<_> = text.sentences.iter().map(|sentence| sentence.emissions(model)).collect();
        let tags: Vec<u8> = emissions.iter().flat_map(|emissions| training::best_tags(emissions, model)).collect();
        let answers = training::second_answers(&text.document, table, &tags);
        Self { text, emissions, answers }
    }
}

/// Adds the weights of the second pass.
fn add_second(read: &[Read<'_>], learned: &mut training::Learned) {
    let examples: Vec<Example<'_>> = read
        .iter()
        .flat_map(|read| {
            let sentences = read.answers.iter().zip(&read.text.gold).zip(&read.emissions);
            sentences.filter(|((_, gold), _)| !gold.is_empty()).map(|((sentence, gold), base)| Example {
                sentence,
                gold,
                weight: read.text.marked.weight as f32 / 4.0,
                base,
            })
        })
        .collect();
    let frequent = learn::frequent(&examples, MIN_COUNT_SECOND);
    let fixed = learned.transitions.map(|row| row.map(|weight| f32::from(weight) / SCALE));
    let second = learn::learn(&examples, &frequent, SECOND, SCALE, Some(fixed));
    let weights = quantise(&second.weights, SCALE);
    learned.weights.extend(weights);
}

/// How many of the names that are so far ahead are right, in steps: counted where the first pass had not seen the text.
fn confidence(read: &[Read<'_>], model: &Model) -> Vec<(u16, u8)> {
    let mut names: Vec<(i32, bool)> = Vec::new();
    for read in read.iter().filter(|read| read.text.marked.labels == Labels::ByPeople) {
        for ((sentence, gold), base) in read.answers.iter().zip(&read.text.gold).zip(&read.emissions) {
            let mut emissions = sentence.emissions(model);
            emissions
                .iter_mut()
                .zip(base)
                .for_each(|(sum, base)| sum.iter_mut().zip(base).for_each(|(sum, base)| *sum += base));
            for (range, kind, margin) in training::best_names(&emissions, model) {
                let own = tags_of(&[(0..range.len(), kind)], range.len());
                names.push((margin, gold[range.clone()] == own[..]));
            }
        }
    }
    names.sort_unstable();
    let n_steps = 16;
    let mut steps: Vec<(u16, u8)> = Vec::new();
    for step in names.chunks(names.len().div_ceil(n_steps).max(1)) {
        let percent = (100 * step.iter().filter(|(_, is_right)| *is_right).count() / step.len()) as u8;
        let from = step[0].0.clamp(0, 60_000) as u16;
        let least = steps.last().map_or(0, |&(_, percent)| percent);
        if steps.last().is_none_or(|&(last, _)| last < from) {
            steps.push((from, percent.max(least)));
        }
    }
    steps.iter_mut().for_each(|(_, percent)| *percent = (*percent).clamp(1, 99));
    if let Some(first) = steps.first_mut() {
        first.0 = LEAST_MARGIN;
    }
    steps
}

/// The number of tags fits the rows that the recogniser keeps.
const _: () = assert!(N_TAGS <= 16);
