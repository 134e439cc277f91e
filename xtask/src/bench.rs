//! `cargo xtask bench`: figures of the built page, printed and compared with nothing. Times differ from machine to
//! machine, so no test asserts them.

pub mod search;

use std::path::PathBuf;

use anyhow::Result;

use crate::command::{cargo, command, root, run as run_command, seeds};
use crate::plan::Plan;
use crate::sizes::measure;
use crate::{dist, tools};

/// Measures the page, and how fast `documents` are built if there are any.
pub fn run(documents: Option<&str>) -> Result<()> {
    let folder = root().join("dist");
    let measured = |script: &str| {
        let mut node = command("node");
        node.arg(root().join("tests/e2e").join(script)).arg(root().join("dist"));
        run_command(node.env("DOSSIER_CHROMIUM", tools::browser().unwrap_or_default()))
    };
    let speed = |file: &str| {
        let mut speed = cargo();
        speed.args(["run", "--profile", "fast", "-p", "dossier-ingest", "--example", "speed", "--", file]);
        run_command(&mut speed)
    };
    if let Some(file) = documents {
        return Plan::default().step("reading and building documents, beside a plain read", || speed(file)).run();
    }
    tools::for_browsing(tools::for_building(Plan::default()))
        .step("the page, optimised for size (some minutes the first time)", || dist::build(&folder, &seeds()))
        .step("sizes", || measure(&folder).map(|sizes| sizes.print()))
        .step("starting times", || measured("start.mjs"))
        .step("keystrokes, filters, articles", || measured("speed.mjs"))
        .step("Lighthouse, as a phone sees the page", || measured("lighthouse.mjs"))
        .run()
}

/// Compares the names that are found in gold files with those that npm's compromise finds.
pub fn names(files: &[&str]) -> Result<()> {
    let files: Vec<_> = files.iter().map(std::path::absolute).collect::<Result<_, _>>()?;
    node_packages()?;
    build_dossier()?;
    run_command(command("node").arg(root().join("tests/bench/names.mjs")).arg(dossier()).args(files))
}

/// Scores the rankings of others on a set of judged queries: a folder with documents, queries and judgements.
pub fn relevance(set: &str) -> Result<()> {
    let set = std::path::absolute(set)?;
    node_packages()?;
    run_command(command("node").arg(root().join("tests/bench/relevance.mjs")).arg(set))
}

/// What is measured beside ours, from npm in pinned versions.
fn node_packages() -> Result<()> {
    run_command(command("npm").args(["ci", "--no-audit", "--no-fund"]).current_dir(root().join("tests/bench")))
}

fn build_dossier() -> Result<()> {
    run_command(cargo().args(["build", "--profile", "fast", "-p", "dossier-ingest", "--bin", "dossier"]))
}

/// The command line that `build_dossier` builds.
fn dossier() -> PathBuf {
    root().join("target/fast/dossier")
}
