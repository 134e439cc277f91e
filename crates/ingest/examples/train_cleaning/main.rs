//! Learns to tell stories from the pages around them: writes `page.model` and `lines.model`.
//!
//! `cargo run --release -p dossier-ingest --example train_cleaning -- DATA [--write]`, where DATA holds the folders
//! `zyte` and `readability`, each with `index.jsonl`, `html/`, `text/` and `gold/`. Without `--write` it only says how
//! well models do on pages of the first set that they have not seen (five-fold cross-validation).

mod boost;
mod gold;

use std::path::{Path, PathBuf};

use boost::{Examples, learn};
use gold::Page;
use ingest::clean::{Forest, line_examples, page_examples};

/// How many trees a model has.
const N_TREES: usize = 150;
/// How many parts the first set is cut into for cross-validation.
const N_FOLDS: usize = 5;

fn main() {
    let mut args = std::env::args().skip(1);
    let data = PathBuf::from(args.next().expect("the folder with the data"));
    let is_writing = args.next().as_deref() == Some("--write");
    let models = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/clean");
    for (name, folder, ending, features) in [
        ("page.model", "html", "html", page_examples as fn(&str) -> Vec<(String, Vec<f32>)>),
        ("lines.model", "text", "txt", line_examples),
    ] {
        let own = gold::pages(&data.join("zyte"), folder, ending, features);
        let mut more = gold::pages(&data.join("readability"), folder, ending, features);
        if folder == "text" {
            // Clean texts, all of them story, so that a text that never was a page stays whole.
            for set in ["zyte", "readability"] {
                let mut clean = gold::pages(&data.join(set), "gold", "txt", features);
                clean.iter_mut().for_each(|page| page.labels.fill(true));
                more.extend(clean.into_iter().filter(|page| page.gold.len() > 50).step_by(2));
            }
        }
        println!("{name}: {} pages, {} more", own.len(), more.len());
        match is_writing {
            true => {
                let all: Vec<&Page> = own.iter().chain(&more).collect();
                let model = format!("{}{}", HEADER, learn(&examples(&all), N_TREES, 100));
                std::fs::write(models.join(name), model).expect("the model can be written");
            }
            false => cross_validate(&own, &more),
        }
    }
}

const HEADER: &str = "# Learned by crates/ingest/examples/train_cleaning; do not edit. Read by clean/forest.rs.\n";

fn examples(pages: &[&Page]) -> Examples {
    let mut examples = Examples::default();
    for page in pages {
        let language = if page.is_scored { 1.0 } else { 0.5 };
        for ((text, row), label) in page.texts.iter().zip(&page.rows).zip(&page.labels) {
            let n_words = gold::words(text).len().min(60) as f64;
            examples.rows.push(row.clone());
            examples.labels.push(*label);
            examples.weights.push((n_words + 1.0) / (page.gold.len() as f64).sqrt() * language);
        }
    }
    examples
}

fn cross_validate(own: &[Page], more: &[Page]) {
    let mut scores: Vec<(usize, Vec<f32>)> = Vec::new();
    for fold in 0..N_FOLDS {
        let seen: Vec<&Page> =
            own.iter().enumerate().filter(|(at, _)| at % N_FOLDS != fold).map(|(_, page)| page).chain(more).collect();
        let forest = Forest::parse(&learn(&examples(&seen), N_TREES, 100)).expect("a model");
        for (at, page) in own.iter().enumerate().filter(|(at, _)| at % N_FOLDS == fold) {
            scores.push((at, page.rows.iter().map(|row| forest.score(row)).collect()));
        }
    }
    scores.sort_by_key(|(at, _)| *at);
    let pages: Vec<&Page> = own.iter().collect();
    for threshold in [-0.8, -0.4, -0.2, 0.0, 0.2] {
        let kept: Vec<Vec<bool>> =
            scores.iter().map(|(_, scores)| scores.iter().map(|&score| score >= threshold).collect()).collect();
        let figures = gold::score(&pages, &kept).map(|figure| format!("{figure:.4}"));
        println!(
            "  kept above {threshold:+.1}: words P R F1 {}, shingles {}",
            figures[..3].join(" "),
            figures[3..].join(" ")
        );
    }
    if std::env::var_os("WORST").is_some() {
        let kept: Vec<Vec<bool>> =
            scores.iter().map(|(_, scores)| scores.iter().map(|&score| score >= 0.0).collect()).collect();
        let mut worst: Vec<_> = pages
            .iter()
            .zip(&kept)
            .filter(|(page, _)| page.is_scored)
            .map(|(page, kept)| (gold::score(&[page], std::slice::from_ref(kept)), &page.id))
            .collect();
        worst.sort_by(|a, b| a.0[2].total_cmp(&b.0[2]));
        for (figures, id) in worst.iter().take(25) {
            println!("  {id} words P {:.3} R {:.3} F1 {:.3}", figures[0], figures[1], figures[2]);
        }
    }
}
