//! Turns the seeds into the corpus that the page embeds. All work is done by `ingest`; this file only calls it.

use std::path::PathBuf;
use std::process::ExitCode;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    println!("cargo::rerun-if-env-changed=DOSSIER_SEEDS");
    let seeds = std::env::var_os("DOSSIER_SEEDS").map_or_else(|| PathBuf::from("seeds"), PathBuf::from);
    println!("cargo::rerun-if-changed={}", seeds.display());
    let target = PathBuf::from(std::env::var_os("OUT_DIR").unwrap_or_default());
    let out = target.join("corpus.bin");
    let options = ingest::Options { cache: Some(target.join("analyses.cache")), ..ingest::Options::default() };
    let built = ingest::build(&seeds, &options).map_err(|error| error.to_string()).and_then(|(blob, report)| {
        // The other documents are there all the same; whoever builds should know what is missing.
        report.problems.iter().for_each(|problem| println!("cargo::warning={problem}"));
        std::fs::write(&out, blob).map_err(|error| format!("{}: {error}", out.display()))
    });
    match built {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            for line in problem.lines() {
                println!("cargo::error={line}");
            }
            ExitCode::FAILURE
        }
    }
}
