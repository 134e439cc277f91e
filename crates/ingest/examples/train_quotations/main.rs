//! Learns to tell who said what: writes `speech.model` (what in quotation marks is speech), `speaker.model` (who said
//! it) and `report.model` (which clauses are reported speech).
//!
//! `cargo run --profile fast -p dossier-ingest --example train_quotations -- DATA [--write]`, where DATA holds
//! `docs.jsonl` and `attributions.jsonl` (documents, and who said which words of them, in characters of the text; each
//! document with a `split`). It learns from the documents of the split `train` and says how well the models do on those
//! of the split `dev`. Without `--write` the models are not kept.

#[path = "../train_cleaning/boost.rs"]
mod boost;
mod gold;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use boost::{Examples, learn};
use corpus::span::ByteSpan;
use gold::{Gold, Teacher};
use ingest::Config;
use ingest::clean::Forest;
use ingest::quotations::{Judge, Voice, judged_by};

const HEADER: &str = "# Learned by crates/ingest/examples/train_quotations; do not edit. Read by clean/forest.rs.\n";

/// How many trees the models have: more made them no better on documents they had not seen.
const N_TREES: usize = 80;
const N_SPEAKER_TREES: usize = 200;

fn main() {
    let mut args = std::env::args().skip(1);
    let data = PathBuf::from(args.next().expect("the folder with the data"));
    let is_writing = args.next().as_deref() == Some("--write");
    let gold = gold::read(&data);
    let bytes = std::fs::read(data.join("docs.jsonl")).expect("docs.jsonl");
    let (collection, _) = ingest::ingest([("docs.jsonl".to_owned(), bytes)], &Config::default());

    let mut teachers: BTreeMap<bool, [Examples; 3]> = BTreeMap::new();
    for document in &collection.documents {
        let Some(gold) = gold.get(&document.id) else { continue };
        let [speech, speaker, report] = teachers.entry(gold.is_dev).or_default();
        let mut teacher = Teacher { gold, text: &document.text, speech, speaker, report };
        judged_by(&mut teacher, document, &collection.entities);
    }
    let [speech, speaker, reported] = &teachers[&false];
    let models = [
        ("speech.model", learn(speech, N_TREES)),
        ("speaker.model", learn(speaker, N_SPEAKER_TREES)),
        ("report.model", learn(reported, N_TREES)),
    ];
    let forests = models.each_ref().map(|(_, model)| Forest::parse(model).expect("a model of our own"));
    for (name, is_dev) in [("train", false), ("dev", true)] {
        report(&format!("{name} speech"), &forests[0], &teachers[&is_dev][0]);
        report(&format!("{name} reports"), &forests[2], &teachers[&is_dev][2]);
        let mut figures = Figures::default();
        for document in &collection.documents {
            let Some(gold) = gold.get(&document.id).filter(|gold| gold.is_dev == is_dev) else { continue };
            let mut judge = Trial { forests: &forests, gold, text: &document.text, figures: &mut figures };
            judged_by(&mut judge, document, &collection.entities);
        }
        figures.print();
    }
    if is_writing {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/quotations");
        for (name, model) in models {
            std::fs::write(folder.join(name), format!("{HEADER}{model}")).expect("the model can be written");
        }
    }
}

/// How well a model says yes or no, at several thresholds.
fn report(name: &str, forest: &Forest, examples: &Examples) {
    let scores: Vec<f32> = examples.rows.iter().map(|row| forest.score(row)).collect();
    for threshold in [-0.3, 0.0, 0.2, 0.4, 0.6, 0.9, 1.2] {
        let count = |is: &dyn Fn(bool, bool) -> bool| {
            scores.iter().zip(&examples.labels).filter(|&(&score, &label)| is(score > threshold, label)).count() as f64
        };
        let right = count(&|found, wanted| found && wanted);
        let (found, wanted) = (count(&|found, _| found), count(&|_, wanted| wanted));
        println!("{name} above {threshold:+.1}: P {:.4} R {:.4} of {wanted}", right / found, right / wanted);
    }
}

/// Scores of the likeliest voice with whether it was right.
#[derive(Default)]
struct Figures {
    choices: Vec<(f32, f32, bool)>,
    n_reachable: usize,
}

impl Figures {
    fn print(&self) {
        let n = self.choices.len() as f64;
        println!("  speakers of {n} passages; the right one is among the voices of {:.4}", self.n_reachable as f64 / n);
        for threshold in [-9.0, -1.0, -0.6, -0.4, -0.2, 0.0, 0.3, 0.6] {
            let kept: Vec<_> = self.choices.iter().filter(|(score, _, _)| *score >= threshold).collect();
            let right = kept.iter().filter(|(_, _, is_right)| *is_right).count() as f64;
            println!(
                "  above {threshold:+.1}: right {:.4} of all, {:.4} of resolved",
                right / n,
                right / kept.len() as f64
            );
        }
        for (low, high) in [(-1.0, -0.4), (-0.4, 0.0), (0.0, 0.5), (0.5, 1.0), (1.0, 2.0), (2.0, 3.0), (3.0, 9.0)] {
            let kept: Vec<_> = self.choices.iter().filter(|(score, _, _)| (low..high).contains(score)).collect();
            let right = kept.iter().filter(|(_, _, is_right)| *is_right).count() as f64;
            println!("    score {low}..{high}: {} passages, right {:.3}", kept.len(), right / kept.len() as f64);
        }
    }
}

/// Judges by the models, as they will be used, and keeps how well that went where the answer is known.
struct Trial<'a> {
    forests: &'a [Forest; 3],
    gold: &'a Gold,
    text: &'a str,
    figures: &'a mut Figures,
}

impl Judge for Trial<'_> {
    fn speech(&mut self, _: ByteSpan, row: &[f32]) -> f32 {
        self.forests[0].score(row)
    }

    fn speaker(&mut self, passage: ByteSpan, voices: &[Voice]) -> Option<(usize, f32)> {
        let scores: Vec<f32> = voices.iter().map(|voice| self.forests[1].score(&voice.row)).collect();
        let best = (0..voices.len()).max_by(|&a, &b| scores[a].total_cmp(&scores[b]).then(b.cmp(&a)))?;
        let mut others: Vec<f32> = scores.clone();
        others.swap_remove(best);
        let second = others.into_iter().fold(f32::MIN, f32::max);
        if let Some(sources) = self.gold.sources_of(self.text, passage) {
            self.figures.choices.push((
                scores[best],
                scores[best] - second,
                gold::overlaps(voices[best].span, sources),
            ));
            self.figures.n_reachable += usize::from(voices.iter().any(|voice| gold::overlaps(voice.span, sources)));
        }
        Some((best, scores[best]))
    }

    fn report(&mut self, _: ByteSpan, _: ByteSpan, _: &[f32]) -> f32 {
        -1.0
    }
}
