//! `cargo xtask train DATA`: learns the models that tell stories from the pages around them. What is learned from, and
//! how, is in the example itself.

use anyhow::Result;

use crate::command::{cargo, run as run_command};

/// Learns from the folder `data`, or only says how good models learned from it are on pages they have not seen.
pub fn run(data: &str, is_writing: bool) -> Result<()> {
    let mut train = cargo();
    train.args(["run", "--profile", "fast", "-p", "dossier-ingest", "--example", "train_cleaning", "--", data]);
    run_command(if is_writing { train.arg("--write") } else { &mut train })
}
