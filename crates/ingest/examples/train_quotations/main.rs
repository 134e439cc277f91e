//! Learns to tell who said what: writes `speech.model` (what in quotation marks is speech), `speaker.model` (who said
//! it) and `report.model` (which clauses are reported speech).
//!
//! `cargo run --profile fast -p dossier-ingest --example train_quotations -- DATA [--write | --folds FILE]`, where DATA
//! holds `docs.jsonl` and `attributions.jsonl` (documents, and who said which words of them, in characters of the text;
//! each document with a `split`). It learns from the documents of the split `train` and says how well the models do on
//! those of the split `dev`. Without `--write` the models are not kept. With `--folds` it says instead how well models do
//! on each fifth of `train` that are learned from the other four, and writes what they found in the form of
//! `dossier inspect --json`, for whoever makes rules and may not look at `dev`.

#[path = "../train_cleaning/boost.rs"]
mod boost;
mod gold;

use std::path::{Path, PathBuf};

use boost::{Examples, learn};
use corpus::model::{Collection, Document, Quotation};
use corpus::span::ByteSpan;
use gold::{Gold, Pupil};
use ingest::Config;
use ingest::clean::Forest;
use ingest::quotations::{Judge, Models, Voice, judged_by, speech_row};

const HEADER: &str = "# Learned by crates/ingest/examples/train_quotations; do not edit. Read by clean/forest.rs.\n";

/// How many trees the models have: more made them no better on documents they had not seen.
const N_TREES: usize = 100;
const N_SPEAKER_TREES: usize = 300;
/// How many of the features each tree may choose from: fewer than all were better on documents not seen.
const PERCENT_OF_FEATURES: u64 = 30;
/// Into how many parts the documents are cut to be judged by models that have not seen them.
const N_FOLDS: usize = 5;

/// A document with what is known about it.
struct Lesson<'c> {
    document: &'c Document,
    gold: &'c Gold,
}

fn main() {
    let mut args = std::env::args().skip(1);
    let data = PathBuf::from(args.next().expect("the folder with the data"));
    let option = args.next();
    let gold = gold::read(&data);
    let bytes = std::fs::read(data.join("docs.jsonl")).expect("docs.jsonl");
    let (collection, _) = ingest::ingest([("docs.jsonl".to_owned(), bytes)], &Config::default());
    let lessons =
        collection.documents.iter().filter_map(|document| gold.get(&document.id).map(|gold| Lesson { document, gold }));
    let (dev, train): (Vec<Lesson<'_>>, Vec<Lesson<'_>>) = lessons.partition(|lesson| lesson.gold.is_dev);
    let school = School { collection: &collection, train };
    let rounds = school.rounds();
    if option.as_deref() == Some("--folds") {
        let mut found = Vec::new();
        let mut figures = Figures::default();
        for fold in 0..N_FOLDS {
            let models = Learned::from(&rounds, |other| other != fold);
            let unseen = school.fold(fold);
            found.extend(school.judge(&models.models, unseen, &mut figures));
        }
        figures.print("train, each fifth by what was learned from the others");
        let file = args.next().expect("where to write what was found");
        std::fs::write(file, inspection(&found)).expect("a file that can be written");
        return;
    }
    let learned = Learned::from(&rounds, |_| true);
    for (name, lessons) in [("train", &school.train), ("dev", &dev)] {
        let mut figures = Figures::default();
        school.judge(&learned.models, lessons.iter(), &mut figures);
        figures.print(name);
    }
    if option.as_deref() == Some("--write") {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/quotations");
        for (name, model) in [("speech", learned.speech), ("speaker", learned.speaker), ("report", learned.report)] {
            let path = folder.join(format!("{name}.model"));
            std::fs::write(path, format!("{HEADER}{model}")).expect("the model can be written");
        }
    }
}

/// Models, and the words they are written in.
struct Learned {
    models: Models,
    speech: String,
    speaker: String,
    report: String,
}

impl Learned {
    /// Learns from the examples of the folds that are in.
    fn from(folds: &[[Examples; 3]], is_in: impl Fn(usize) -> bool + Sync) -> Self {
        let examples = |kind: usize| {
            let mut all = Examples::default();
            for (_, fold) in folds.iter().enumerate().filter(|(fold, _)| is_in(*fold)) {
                all.rows.extend_from_slice(&fold[kind].rows);
                all.labels.extend_from_slice(&fold[kind].labels);
                all.weights.extend_from_slice(&fold[kind].weights);
                all.choices.extend_from_slice(&fold[kind].choices);
            }
            all
        };
        let learned = |kind: usize, n_trees: usize| learn(&examples(kind), n_trees, PERCENT_OF_FEATURES);
        let ((speech, report), speaker) =
            rayon::join(|| (learned(0, N_TREES), learned(2, N_TREES)), || learned(1, N_SPEAKER_TREES));
        let read = |model: &str| Forest::parse(model).expect("a model of our own");
        let models = Models { speech: read(&speech), speaker: read(&speaker), report: read(&report) };
        Self { models, speech, speaker, report }
    }
}

struct School<'c> {
    collection: &'c Collection,
    train: Vec<Lesson<'c>>,
}

impl<'c> School<'c> {
    fn fold(&self, fold: usize) -> impl Iterator<Item = &Lesson<'c>> {
        self.train.iter().enumerate().filter(move |(idx, _)| idx % N_FOLDS == fold).map(|(_, lesson)| lesson)
    }

    /// The examples of each fold. What is decided about a passage depends on what was decided about those before it:
    /// in the first round on the truth, in the second on what models say that have not seen the document. The second
    /// is what they are used on (S. Ross, G. Gordon and D. Bagnell, "A Reduction of Imitation Learning and Structured
    /// Prediction to No-Regret Online Learning", 2011).
    fn rounds(&self) -> Vec<[Examples; 3]> {
        let by_truth: Vec<_> = (0..N_FOLDS).map(|fold| self.examples(fold, None)).collect();
        let by_models = (0..N_FOLDS).map(|fold| {
            let learned = Learned::from(&by_truth, |other| other != fold);
            self.examples(fold, Some(&learned.models))
        });
        by_models.collect()
    }

    fn examples(&self, fold: usize, models: Option<&Models>) -> [Examples; 3] {
        let mut examples = <[Examples; 3]>::default();
        for lesson in self.fold(fold) {
            let text = &lesson.document.text;
            let mut pupil = Pupil { gold: lesson.gold, text, models, examples: &mut examples };
            judged_by(&mut pupil, lesson.document, &self.collection.entities);
        }
        examples
    }

    fn judge<'l>(
        &self,
        models: &Models,
        lessons: impl Iterator<Item = &'l Lesson<'c>>,
        figures: &mut Figures,
    ) -> Vec<(&'c Document, Vec<Quotation>)>
    where
        'c: 'l,
    {
        let judged = lessons.map(|lesson| {
            let mut judge = Trial { models, gold: lesson.gold, text: &lesson.document.text, figures };
            (lesson.document, judged_by(&mut judge, lesson.document, &self.collection.entities))
        });
        judged.collect()
    }
}

/// What was found, as `dossier inspect --json` tells it.
fn inspection(found: &[(&Document, Vec<Quotation>)]) -> String {
    let documents = found.iter().map(|(document, quotations)| {
        let quotes = quotations.iter().map(|quotation| {
            let speaker = quotation.speaker.span();
            serde_json::json!({
                "start": quotation.span.start(),
                "end": quotation.span.end(),
                "kind": quotation.kind.word(),
                "speaker_start": speaker.map(ByteSpan::start),
                "speaker_end": speaker.map(ByteSpan::end),
                "by": quotation.by,
                "confidence": f32::from(quotation.confidence) / 100.0,
            })
        });
        let quotes: Vec<_> = quotes.collect();
        serde_json::json!({ "id": document.id, "text": document.text, "quotes": quotes })
    });
    serde_json::json!({ "documents": documents.collect::<Vec<_>>() }).to_string()
}

/// How well models do: scores with whether the answer is yes, of speech and reports; of speakers the score of the
/// likeliest voice with whether it was right.
#[derive(Default)]
struct Figures {
    speech: Vec<(f32, bool)>,
    speaker: Vec<(f32, bool)>,
    report: Vec<(f32, bool)>,
    n_reachable: usize,
}

impl Figures {
    fn print(&self, name: &str) {
        println!("{name}:");
        for (what, scores) in [("speech", &self.speech), ("reports", &self.report)] {
            let count = |is: &dyn Fn(f32, bool) -> bool| {
                scores.iter().filter(|&&(score, is_wanted)| is(score, is_wanted)).count() as f64
            };
            let wanted = count(&|_, is_wanted| is_wanted);
            for least in [-0.3, 0.0, 0.2, 0.4, 0.6, 0.9, 1.2] {
                let right = count(&|score, is_wanted| score > least && is_wanted);
                let found = count(&|score, _| score > least);
                let (precision, recall) = (right / found, right / wanted);
                let f1 = 2.0 * precision * recall / (precision + recall);
                println!("  {what} above {least:+.1}: P {precision:.4} R {recall:.4} F1 {f1:.4} of {wanted}");
            }
        }
        let n = self.speaker.len() as f64;
        println!("  speakers of {n} passages; the right one is among the voices of {:.4}", self.n_reachable as f64 / n);
        let right = |from: f32, to: f32| {
            let kept = self.speaker.iter().filter(|(score, _)| (from..to).contains(score));
            let (n_right, n_kept) = kept.fold((0, 0), |(n, all), (_, is_right)| (n + u32::from(*is_right), all + 1));
            (f64::from(n_right), f64::from(n_kept))
        };
        let mut sorted = self.speaker.clone();
        sorted.sort_by(|a, b| b.0.total_cmp(&a.0));
        for wanted in [0.93, 0.94, 0.95, 0.96] {
            let (mut best, mut n_right) = (0.0, 0.0);
            for (n_kept, (_, is_right)) in (1_u32..).zip(&sorted) {
                n_right += f64::from(u8::from(*is_right));
                if n_right / f64::from(n_kept) >= wanted {
                    best = n_right;
                }
            }
            println!("  right {:.4} of all where {wanted} of resolved are right", best / n);
        }
        for least in [f32::MIN, -1.0, -0.5, -0.2, 0.0, 0.1, 0.3, 0.5, 0.8] {
            let (right, kept) = right(least, f32::MAX);
            println!("  above {least:+.1}: right {:.4} of all, {:.4} of resolved", right / n, right / kept);
        }
        for (from, to) in [(-1.0, -0.4), (-0.4, 0.0), (0.0, 0.5), (0.5, 1.0), (1.0, 2.0), (2.0, 3.0), (3.0, 9.0)] {
            let (right, kept) = right(from, to);
            println!("  score {from}..{to}: {kept} passages, right {:.3}", right / kept);
        }
    }
}

/// Judges by the models, as they will be used, and keeps how well that went where the answer is known.
struct Trial<'a> {
    models: &'a Models,
    gold: &'a Gold,
    text: &'a str,
    figures: &'a mut Figures,
}

impl Judge for Trial<'_> {
    fn passage(&mut self, passage: ByteSpan, row: &[f32], voices: &[Voice]) -> Option<Option<(usize, f32)>> {
        let sources = self.gold.sources_of(self.text, passage);
        let best = self.models.ahead(voices);
        self.figures.speech.push((self.models.speech.score(&speech_row(row, best)), sources.is_some()));
        if let Some(sources) = sources {
            let is_right = |voice: &Voice| gold::overlaps(voice.span, sources);
            self.figures.speaker.extend(best.map(|(best, lead)| (lead, is_right(&voices[best]))));
            self.figures.n_reachable += usize::from(voices.iter().any(is_right));
        }
        let mut models = self.models;
        models.passage(passage, row, voices)
    }

    fn report(&mut self, clause: ByteSpan, speaker: ByteSpan, row: &[f32]) -> f32 {
        let is_reported = self.gold.is_reported(self.text, clause, speaker);
        self.figures.report.push((self.models.report.score(row), is_reported));
        let mut models = self.models;
        models.report(clause, speaker, row)
    }
}
