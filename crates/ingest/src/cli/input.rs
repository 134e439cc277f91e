//! The documents that a command is given, and how they are read: shared by all commands.

use std::path::PathBuf;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};
use ingest::{BuildError, Collection, Options, Report};

/// Below so many steps, there is nothing to wait for.
const MIN_STEPS: usize = 200;

/// Which documents are read, and how.
#[derive(Debug, clap::Args)]
pub struct Input {
    /// A folder, one file, or - for JSON Lines on standard input.
    path: PathBuf,
    /// Stop if there is any problem, and print all of them.
    #[arg(long)]
    strict: bool,
    /// The file that remembers what was found out about each document [default: analyses.cache beside this program
    /// in Cargo's target folder].
    #[arg(long, value_name = "FILE")]
    cache: Option<PathBuf>,
    /// Remember nothing and analyse every document again.
    #[arg(long, conflicts_with = "cache")]
    no_cache: bool,
}

impl Input {
    /// Reads the documents.
    pub fn collect(&self) -> Result<(Collection, Report), BuildError> {
        self.watched(|options| ingest::collect(&self.path, options))
    }

    /// Reads the documents into one blob.
    pub fn build(&self) -> Result<(Vec<u8>, Report), BuildError> {
        self.watched(|options| ingest::build(&self.path, options))
    }

    /// Does work on the documents, with a bar that shows how far it is where somebody is watching.
    fn watched<T>(&self, work: impl FnOnce(&Options<'_>) -> T) -> T {
        let bar = ProgressBar::no_length();
        if let Ok(style) = ProgressStyle::with_template("{msg:20} {wide_bar} {pos}/{len}") {
            bar.set_style(style);
        }
        bar.enable_steady_tick(Duration::from_millis(200));
        let on_progress = |what: &str, n_done: usize, n_all: usize| {
            if n_all >= MIN_STEPS {
                if bar.message() != what {
                    bar.set_message(what.to_owned());
                    bar.set_length(n_all as u64);
                }
                bar.set_position(n_done as u64);
            }
        };
        let cache = if self.no_cache { None } else { self.cache.clone().or_else(default_cache) };
        let options = Options { cache, is_strict: self.strict, on_progress: Some(&on_progress) };
        let done = work(&options);
        bar.finish_and_clear();
        done
    }
}

/// Beside the program, if that lies in a folder that Cargo builds into: what lies there is safe to delete.
fn default_cache() -> Option<PathBuf> {
    let program = std::env::current_exe().ok()?;
    let folder = program.parent()?;
    let is_target = folder.ancestors().any(|folder| folder.join("CACHEDIR.TAG").is_file());
    is_target.then(|| folder.join("analyses.cache"))
}
