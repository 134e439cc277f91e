//! How fast a collection is built, as ratios measured side by side in one run.
//!
//! `cargo run --release -p dossier-ingest --example speed -- DOCUMENTS.jsonl`: reads the bytes plainly, reads and
//! structures the documents without recognition, builds all of them from a folder with one file each, and builds them
//! again after one file was changed. Each build is a process of its own, as it is for those who build.

use std::path::Path;
use std::process::Command;
use std::sync::Mutex;
use std::time::Instant;

use ingest::{Options, Report};
use rayon::prelude::*;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match args.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [documents] => measure(Path::new(documents)),
        ["--build", folder, cache] => build(Path::new(folder), Path::new(cache)),
        _ => panic!("a JSON Lines file"),
    }
}

fn measure(path: &Path) {
    let start = Instant::now();
    let bytes = std::fs::read(path).expect("the file can be read");
    let n_lines = bytes.split(|&byte| byte == b'\n').filter(|line| !line.is_empty()).count();
    let plain = start.elapsed().as_secs_f64();
    println!("plain read of {n_lines} lines: {:.1} ms", plain * 1e3);

    let start = Instant::now();
    let bytes = std::fs::read(path).expect("the file can be read");
    let received = ingest::read::read("documents.jsonl", &bytes, &mut Report::default());
    let n_sentences: usize =
        received.into_par_iter().map(|received| ingest::structure::structure(received).sentences.len()).sum();
    let structured = start.elapsed().as_secs_f64();
    println!(
        "read and structured, without recognition: {structured:.2} s, {:.0} documents a second, {:.0} plain reads \
         ({n_sentences} sentences)",
        n_lines as f64 / structured,
        structured / plain
    );

    let folder = std::env::temp_dir().join(format!("dossier-speed-{}", std::process::id()));
    write_files(&folder, &bytes);
    let cache = folder.with_extension("cache");
    let build = |what: &str| {
        println!("{what}:");
        let program = std::env::current_exe().expect("this program");
        let start = Instant::now();
        let status = Command::new(program).arg("--build").args([&folder, &cache]).status().expect("it runs");
        assert!(status.success(), "{status}");
        start.elapsed().as_secs_f64()
    };
    let full = build("full build");
    std::fs::write(folder.join("7.txt"), "Rain fell on the city.\n\nNobody came, said Ann Writer.").expect("writable");
    let again = build("build after one file changed");
    println!("again / full: {again:.2} s / {full:.2} s = {:.3}", again / full);
    std::fs::remove_dir_all(&folder).expect("the folder can be removed");
    std::fs::remove_file(&cache).expect("the cache can be removed");
}

#[derive(serde::Deserialize)]
struct Line {
    #[serde(default)]
    title: String,
    text: String,
}

fn write_files(folder: &Path, bytes: &[u8]) {
    std::fs::create_dir_all(folder).expect("a temporary folder");
    let lines = bytes.split(|&byte| byte == b'\n').filter(|line| !line.is_empty());
    for (number, line) in lines.enumerate() {
        let Line { title, text } = serde_json::from_slice(line).expect("a document");
        std::fs::write(folder.join(format!("{number}.txt")), format!("{title}\n\n{text}")).expect("writable");
    }
}

/// Builds the folder and prints how long each step took, and the memory it took.
fn build(folder: &Path, cache: &Path) {
    let start = Instant::now();
    let steps = Mutex::new(Vec::<(String, f64)>::new());
    let on_progress = |step: &str, _: usize, _: usize| {
        let mut steps = steps.lock().expect("no panic before");
        if steps.last().is_none_or(|(last, _)| last != step) {
            steps.push((step.to_owned(), start.elapsed().as_secs_f64()));
        }
    };
    let options = Options { cache: Some(cache.to_owned()), on_progress: Some(&on_progress), ..Options::default() };
    let (blob, _) = ingest::build(folder, &options).expect("documents");
    let all = start.elapsed().as_secs_f64();
    for (step, at) in steps.into_inner().expect("no panic before") {
        println!("  {at:6.2} s {step}");
    }
    println!("  {all:6.2} s {} bytes, memory at most {}", blob.len(), peak_memory());
}

/// The most memory that this process has had, as Linux tells it.
fn peak_memory() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.map_or_else(|| "unknown".to_owned(), |line| line.trim().to_owned())
}
