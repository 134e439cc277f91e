//! Who said what, as people marked it, and the judge that knows it.

use std::collections::BTreeMap;
use std::path::Path;

use corpus::span::ByteSpan;
use ingest::quotations::{Judge, Models, Voice, speech_row};
use serde::Deserialize;

use crate::boost::Examples;

/// The attributions of one document, in bytes.
pub struct Gold {
    pub is_dev: bool,
    said: Vec<Said>,
    /// What is reported, and by whom.
    reported: Vec<Said>,
}

/// Words that are said (of quotations those in marks), and the words that name who said them.
struct Said {
    words: Vec<(u32, u32)>,
    sources: Vec<(u32, u32)>,
}

#[derive(Deserialize)]
struct Line {
    id: String,
    text: String,
    split: String,
}

#[derive(Deserialize)]
struct Attribution {
    doc: String,
    kind: String,
    source_spans: Vec<(usize, usize)>,
    content_spans: Vec<(usize, usize)>,
}

/// Reads `DATA/docs.jsonl` and `DATA/attributions.jsonl`.
pub fn read(data: &Path) -> BTreeMap<String, Gold> {
    let lines = |name: &str| std::fs::read_to_string(data.join(name)).expect("a file of the data");
    let mut gold = BTreeMap::new();
    let mut texts = BTreeMap::new();
    for line in lines("docs.jsonl").lines() {
        let line: Line = serde_json::from_str(line).expect("a document");
        gold.insert(line.id.clone(), Gold { is_dev: line.split == "dev", said: Vec::new(), reported: Vec::new() });
        let mut offsets: Vec<u32> = line.text.char_indices().map(|(at, _)| at as u32).collect();
        offsets.push(line.text.len() as u32);
        texts.insert(line.id, (line.text, offsets));
    }
    for line in lines("attributions.jsonl").lines() {
        let attribution: Attribution = serde_json::from_str(line).expect("an attribution");
        let (Some(gold), Some((text, offsets))) = (gold.get_mut(&attribution.doc), texts.get(&attribution.doc)) else {
            continue;
        };
        let in_bytes = |&(start, end): &(usize, usize)| (offsets[start], offsets[end]);
        if matches!(attribution.kind.as_str(), "indirect" | "mixed") {
            let words = attribution.content_spans.iter().map(in_bytes).collect();
            gold.reported.push(Said { words, sources: attribution.source_spans.iter().map(in_bytes).collect() });
        }
        if matches!(attribution.kind.as_str(), "direct" | "mixed") {
            let n_chars = offsets.len() - 1;
            let wide =
                attribution.content_spans.iter().map(|&(start, end)| (start.saturating_sub(1), (end + 1).min(n_chars)));
            let words = quoted(text, &wide.map(|span| in_bytes(&span)).collect::<Vec<_>>());
            let sources = attribution.source_spans.iter().map(in_bytes).collect();
            gold.said.push(Said { words, sources });
        }
    }
    gold
}

/// The stretches inside quotation marks within the spans.
fn quoted(text: &str, spans: &[(u32, u32)]) -> Vec<(u32, u32)> {
    let mut stretches = Vec::new();
    let mut open: Option<u32> = None;
    for &(start, end) in spans {
        if let Some(open) = open.as_mut() {
            *open = start;
        }
        for (at, c) in text[start as usize..end as usize].char_indices() {
            let at = start + at as u32;
            let is_mark = matches!(c, '“' | '«' | '„' | '”' | '»' | '"');
            if !is_mark {
                continue;
            }
            let opens = matches!(c, '“' | '«' | '„') || c == '"' && open.is_none();
            if let Some(from) = open.take() {
                stretches.push((from, at));
            }
            open = opens.then_some(at + c.len_utf8() as u32);
        }
        if let Some(from) = open {
            stretches.push((from, end));
        }
    }
    stretches
}

impl Gold {
    /// Where the words stand that name who said the passage; `None` if nobody said it.
    pub fn sources_of(&self, text: &str, passage: ByteSpan) -> Option<&[(u32, u32)]> {
        let words = passage.slice(text).unwrap_or_default();
        let is_mark = |c: char| matches!(c, '“' | '«' | '„' | '”' | '»' | '"') || c.is_whitespace();
        let n_words = words.chars().filter(|&c| !is_mark(c)).count();
        let inside = |said: &&Said| {
            let chars = words.char_indices().filter(|&(_, c)| !is_mark(c));
            let is_in = |at: u32| said.words.iter().any(|&(start, end)| start <= at && at < end);
            chars.filter(|(at, _)| is_in(passage.start() + *at as u32)).count() * 10 >= n_words * 7 && n_words > 0
        };
        self.said.iter().find(inside).map(|said| said.sources.as_slice())
    }

    /// Whether more than half of the clause is reported as one thing that the speaker said.
    pub fn is_reported(&self, text: &str, clause: ByteSpan, speaker: ByteSpan) -> bool {
        let words = clause.slice(text).unwrap_or_default();
        let chars = || words.char_indices().filter(|(_, c)| !c.is_whitespace());
        let is_in = |stretches: &[(u32, u32)], at: usize| {
            let at = clause.start() + at as u32;
            stretches.iter().any(|&(start, end)| start <= at && at < end)
        };
        let mut by_speaker = self.reported.iter().filter(|said| overlaps(speaker, &said.sources));
        by_speaker.any(|said| chars().filter(|&(at, _)| is_in(&said.words, at)).count() * 2 > chars().count())
    }
}

/// Whether the words overlap one of the stretches.
pub fn overlaps(span: ByteSpan, stretches: &[(u32, u32)]) -> bool {
    stretches.iter().any(|&(start, end)| span.start() < end && start < span.end())
}

/// The judge that writes down what the models see, and what they should answer. It answers so itself, or as models do
/// that it was given.
pub struct Pupil<'a> {
    pub gold: &'a Gold,
    pub text: &'a str,
    pub models: Option<&'a Models>,
    /// Of speech, of speakers, of reports.
    pub examples: &'a mut [Examples; 3],
}

impl Pupil<'_> {
    fn note(&mut self, kind: usize, row: &[f32], label: bool) {
        let examples = &mut self.examples[kind];
        examples.rows.push(row.to_vec());
        examples.labels.push(label);
        examples.weights.push(1.0);
    }

    /// Notes which of the voices said a passage whose speaker the stretches name.
    fn note_voices(&mut self, voices: &[Voice], sources: &[(u32, u32)]) -> Option<usize> {
        let inside: Vec<usize> = (0..voices.len()).filter(|&idx| overlaps(voices[idx].span, sources)).collect();
        let chosen = self.chosen(voices, &inside);
        let answers: Vec<usize> =
            (0..voices.len()).filter(|idx| Some(*idx) == chosen || !inside.contains(idx)).collect();
        answers.iter().for_each(|&idx| self.note(1, &voices[idx].row, Some(idx) == chosen));
        self.examples[1].choices.push(answers.len());
        chosen
    }

    /// The voice that said the passage.
    fn chosen(&self, voices: &[Voice], inside: &[usize]) -> Option<usize> {
        // Of several voices in the words that name the speaker the first is meant that owns nothing: `Bob Rain, a friend
        // of Ann Snow`.
        let is_own = |&idx: &usize| {
            let after = self.text.get(voices[idx].span.end() as usize..).unwrap_or_default();
            !after.starts_with(['’', '\''])
        };
        inside.iter().copied().find(is_own).or(inside.first().copied())
    }
}

impl Judge for Pupil<'_> {
    fn passage(&mut self, passage: ByteSpan, row: &[f32], voices: &[Voice]) -> Option<Option<(usize, f32)>> {
        let sources = self.gold.sources_of(self.text, passage);
        let decision = self.models.map(|mut models| models.passage(passage, row, voices));
        let voice = self.models.and_then(|models| models.ahead(voices));
        self.note(0, &speech_row(row, voice), sources.is_some());
        let chosen = sources.and_then(|sources| self.note_voices(voices, sources));
        decision.unwrap_or_else(|| sources.map(|_| chosen.map(|chosen| (chosen, 1.0))))
    }

    fn report(&mut self, clause: ByteSpan, speaker: ByteSpan, row: &[f32]) -> f32 {
        let is_reported = self.gold.is_reported(self.text, clause, speaker);
        self.note(2, row, is_reported);
        match self.models {
            Some(mut models) => models.report(clause, speaker, row),
            None => {
                if is_reported {
                    1.0
                } else {
                    -1.0
                }
            }
        }
    }
}
