//! Learns to find names: writes `src/recognize/names.model`.
//!
//! `cargo run --profile fast -p dossier-ingest --example train_names -- DATA [--write]`, where DATA holds the folders
//! `train` and `dev`, and `load` is beside it; our own text is in `crates/ingest/training`. Without `--write` it keeps
//! every sixth article of our own text aside and says how well names are found there and in `dev`.

mod casing;
mod columns;
mod inline;
mod learn;
mod measure;
mod passes;
mod texts;

use std::path::{Path, PathBuf};

use ingest::recognize::{Model, training};
use passes::Text;
use texts::{Labels, Marked, Rewriting};

/// The files of columns: how much their sentences count in training, and how many texts are joined to a document.
const FILES: [(&str, i32, Labels, usize); 8] = [
    ("uner-ewt_train", 9, Labels::ByPeople, 1),
    ("wikigold-train", 2, Labels::ByPeople, 1),
    ("crossner-politics_train", 3, Labels::ByPeople, 1),
    ("wnut17-train", 3, Labels::ByPeople, 1),
    ("btc-f", 1, Labels::ByPeople, 20),
    ("btc-h", 1, Labels::ByPeople, 20),
    ("btc-b", 1, Labels::ByPeople, 20),
    // Its labels were made by a machine; it is as large as all others together.
    ("gmb-train_fix", 1, Labels::ByMachine, 1),
];

/// How much the sentences of our own text count.
const OWN_WEIGHT: i32 = 5;

/// Of so many texts that people marked, one is learned from without capitals too, and another one all in capitals.
const REWRITTEN_STEP: usize = 4;
const REWRITTEN_WEIGHT: i32 = 1;

fn main() {
    let mut args = std::env::args().skip(1);
    let data = PathBuf::from(args.next().expect("the folder with the data"));
    let is_writing = args.next().as_deref() == Some("--write");
    let (all, kept) = marked(&data, is_writing);
    let mut counts = casing::Counts::default();
    all.iter().for_each(|marked| counts.add(&marked.document()));
    counts.add_packed(&data.join("../load/reuters21578.jsonl.gz"), 2);
    let table = counts.table();
    let rewritten = all.iter().enumerate().filter(|(_, marked)| marked.labels == Labels::ByPeople).filter_map(
        |(number, marked)| {
            let how = match number % REWRITTEN_STEP {
                0 => Rewriting::Capitals,
                1 => Rewriting::Lower,
                _ => return None,
            };
            Some(Text::new(number, marked.rewritten(how, REWRITTEN_WEIGHT), &table))
        },
    );
    let mut texts: Vec<Text> = rewritten.collect();
    texts.extend(all.into_iter().enumerate().map(|(number, marked)| Text::new(number, marked, &table)));
    passes::repair_machine_labels(&mut texts, &table);
    println!("{} texts, {} sentences", texts.len(), texts.iter().map(|text| text.sentences.len()).sum::<usize>());
    let learned = passes::learn_all(&texts, &table);
    let bytes = learned.to_bytes();
    println!("{} bytes, {} features, {} words", bytes.len(), learned.weights.len(), learned.casing.len());
    if is_writing {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/recognize/names.model");
        std::fs::write(path, &bytes).expect("the model can be written");
    }
    let mut sets: Vec<(&str, Vec<measure::Gold>)> = Vec::new();
    for set in ["ewt-dev", "politics-dev", "wnut17-dev"] {
        sets.push((set, measure::read(&data.join(format!("dev/{set}.jsonl")))));
    }
    if !is_writing {
        let rewritten = |how| kept.iter().map(|marked| marked.rewritten(how, 1)).collect::<Vec<_>>();
        sets.push(("our own", measure::of_marked(&kept)));
        sets.push(("no capitals", measure::of_marked(&rewritten(Rewriting::Lower))));
        sets.push(("all capitals", measure::of_marked(&rewritten(Rewriting::Capitals))));
    }
    let model = Model::new(&learned);
    for (set, gold) in &sets {
        println!("{set:<14} {}", measure::score(gold, |document| training::mentions(document, &model)));
    }
}

/// All texts with their names, and those of our own that are kept aside.
fn marked(data: &Path, is_writing: bool) -> (Vec<Marked>, Vec<Marked>) {
    let mut all = Vec::new();
    for (file, weight, labels, n_joined) in FILES {
        all.extend(columns::read(&data.join(format!("train/{file}.conll")), weight, labels, n_joined));
    }
    let own = inline::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("training"), OWN_WEIGHT);
    let (mut kept, mut seen) = (Vec::new(), Vec::new());
    for (number, article) in own.into_iter().enumerate() {
        if number % 6 == 5 && !is_writing { kept.push(article) } else { seen.push(article) }
    }
    all.extend(seen);
    (all, kept)
}
