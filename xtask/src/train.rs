//! `cargo xtask train DATA`: learns the models for which there are data in the folder: those that tell stories from the
//! pages around them, the one that finds names, and those that tell who said what. What is learned from, and how, is in the examples themselves.

use std::path::Path;

use anyhow::{Result, bail};

use crate::command::{cargo, run as run_command};

/// Learns from the folder `data`, or only says how good models learned from it are on what they have not seen.
pub fn run(data: &str, is_writing: bool) -> Result<()> {
    let data = Path::new(data);
    let mut is_known = false;
    for (example, folder, sign) in [
        ("train_cleaning", "cleaning", "zyte"),
        ("train_names", "entities", "train"),
        ("train_quotations", "quotes/polnear-train", "attributions.jsonl"),
    ] {
        let own = [data.to_owned(), data.join(folder)].into_iter().find(|folder| folder.join(sign).exists());
        let Some(own) = own else { continue };
        is_known = true;
        let mut train = cargo();
        train.args(["run", "--profile", "fast", "-p", "dossier-ingest", "--example", example, "--"]).arg(own);
        run_command(if is_writing { train.arg("--write") } else { &mut train })?;
    }
    if !is_known {
        bail!(
            "{} holds neither pages (zyte/, cleaning/zyte/) nor marked names (train/, entities/train/) nor quotations \
             (attributions.jsonl, quotes/polnear-train/attributions.jsonl)",
            data.display()
        );
    }
    Ok(())
}
