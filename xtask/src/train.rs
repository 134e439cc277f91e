//! `cargo xtask train DATA`: learns the models that tell stories from the pages around them, or those that tell who said
//! what. What is learned from, and how, is in the examples themselves.

use std::path::Path;

use anyhow::Result;

use crate::command::{cargo, run as run_command};

/// Learns from the folder `data`, or only says how good models learned from it are on what they have not seen. What the
/// folder holds says which models: attributions of quotations, or pages with their stories.
pub fn run(data: &str, is_writing: bool) -> Result<()> {
    let holds_quotations = Path::new(data).join("attributions.jsonl").exists();
    let example = if holds_quotations { "train_quotations" } else { "train_cleaning" };
    let mut train = cargo();
    train.args(["run", "--profile", "fast", "-p", "dossier-ingest", "--example", example, "--", data]);
    run_command(if is_writing { train.arg("--write") } else { &mut train })
}
