//! `dossier build PATH --out FILE`: the collection as the one blob that the page embeds.

use std::error::Error;
use std::path::PathBuf;

use super::input::Input;

/// What `build` is given.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(flatten)]
    input: Input,
    /// Where to write the blob.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

/// Reads the documents and writes the blob.
pub fn run(args: &Args) -> Result<(), Box<dyn Error>> {
    let (blob, report) = args.input.build()?;
    report.problems.iter().for_each(|problem| eprintln!("{problem}"));
    std::fs::write(&args.out, blob).map_err(|error| format!("cannot write {}: {error}", args.out.display()))?;
    Ok(())
}
