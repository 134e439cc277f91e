//! `cargo xtask fuzz`: builds the targets of `fuzz/`, writes what they start from, runs them and prints a line for each.
//! What a target asserts is its own affair; this file knows their names, their seeds and how they are run.

mod scripts;
mod seeds;
mod target;
mod words;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::thread;

use anyhow::{Context as _, Result, bail};

use crate::command::{cargo, command, output, root, run as run_command};
use crate::plan::Plan;
use crate::tools;
use target::{TARGETS, Target};

/// How many targets run at once: each takes one core.
const N_AT_ONCE: usize = 2;

const MEGABYTES: u32 = 2048;
const SECONDS_PER_INPUT: u32 = 10;

/// What `cargo xtask fuzz` was asked for.
#[derive(Debug, PartialEq, Eq)]
pub struct Options {
    /// How long each target runs.
    pub seconds: u32,
    /// The targets by name; all if there is none.
    pub targets: Vec<String>,
    /// Whether the inputs are few and the same every time, as a test's must be: it may not fail by chance.
    pub is_repeatable: bool,
}

/// How many inputs a target gets in a repeatable run.
const N_REPEATABLE_RUNS: u32 = 300;

impl Options {
    /// Reads `[--seconds N] [TARGET ...]`.
    pub fn read(words: &[&str]) -> Result<Self> {
        let mut options = Self { seconds: 300, targets: Vec::new(), is_repeatable: false };
        let mut words = words.iter();
        while let Some(&word) = words.next() {
            match word {
                "--seconds" => match words.next().and_then(|seconds| seconds.parse().ok()).filter(|&n| n > 0) {
                    Some(seconds) => options.seconds = seconds,
                    None => bail!("--seconds takes a number, 1 or more"),
                },
                name if TARGETS.iter().any(|target| target.name == name) => options.targets.push(name.to_owned()),
                name => {
                    let names: Vec<_> = TARGETS.iter().map(|target| target.name).collect();
                    bail!("{name:?} is no target; there are {}", names.join(", "));
                }
            }
        }
        Ok(options)
    }

    fn chosen(&self) -> Vec<&'static Target> {
        let is_chosen =
            |target: &&Target| self.targets.is_empty() || self.targets.iter().any(|name| name == target.name);
        TARGETS.iter().filter(is_chosen).collect()
    }
}

pub fn run(options: &Options) -> Result<()> {
    tools::for_fuzzing(Plan::default())
        .step("the targets", build)
        .step("the targets' runs", || run_targets(options))
        .run()
}

/// Builds all targets. Sanitizers need a compiler that is not released; without `unsafe` there is little for them to see.
pub fn build() -> Result<()> {
    let mut build = cargo();
    build.args(["fuzz", "build", "--sanitizer", "none", "--target-dir"]).arg(folder().join("build"));
    run_command(&mut build)
}

/// Runs the chosen targets and fails if one has found something.
pub fn run_targets(options: &Options) -> Result<()> {
    let binaries = folder().join("build").join(host()?).join("release");
    let (waiting, findings) = (Mutex::new(options.chosen().into_iter()), Mutex::new(Vec::new()));
    let next = || waiting.lock().ok()?.next();
    let work = || -> Result<()> {
        while let Some(target) = next() {
            let outcome = run_target(target, &binaries, options)?;
            println!("{:10} {}", target.name, outcome.words());
            if let (Some(finding), Ok(mut findings)) = (outcome.finding, findings.lock()) {
                findings.push(format!("{}: {finding}", target.name));
            }
        }
        Ok(())
    };
    thread::scope(|scope| {
        let workers: Vec<_> = (0..N_AT_ONCE).map(|_| scope.spawn(work)).collect();
        workers.into_iter().try_for_each(|worker| worker.join().unwrap_or_else(|_| bail!("a run was broken off")))
    })?;
    let findings = findings.into_inner().unwrap_or_default();
    if !findings.is_empty() {
        bail!("there are findings:\n  {}", findings.join("\n  "));
    }
    Ok(())
}

/// Where everything of the runs lies. The corpus stays from run to run: what was reached once is not looked for again.
fn folder() -> PathBuf {
    root().join("target/fuzz")
}

fn host() -> Result<String> {
    let told = String::from_utf8_lossy(&output(command("rustc").arg("-vV"))?).into_owned();
    let host = told.lines().find_map(|line| line.strip_prefix("host: "));
    Ok(host.context("rustc does not say what machine it runs on")?.to_owned())
}

/// What became of the run of a target.
#[derive(Debug, Default, PartialEq, Eq)]
struct Outcome {
    n_runs: u64,
    runs_per_second: u64,
    finding: Option<String>,
}

impl Outcome {
    /// Reads what libFuzzer has printed.
    fn read(log: &str, is_success: bool) -> Self {
        let number = |name: &str| {
            let line = log.lines().rev().find_map(|line| line.strip_prefix("stat::")?.strip_prefix(name));
            line.and_then(|line| line.trim_start_matches(':').trim().parse().ok()).unwrap_or(0)
        };
        // The panic is what says most; a run that is too long or too heavy has none.
        let says = |begin: &'static str| log.lines().find(|line| line.contains(begin));
        let found = ["panicked at", "ERROR: libFuzzer", "SUMMARY"].into_iter().find_map(says);
        let input = log.lines().find_map(|line| line.split_once("Test unit written to ").map(|(_, path)| path.trim()));
        let finding = (!is_success).then(|| {
            let found = found.unwrap_or("the run ended early").trim_start_matches(['=', ' ']);
            let message = log.lines().skip_while(|line| !line.contains("panicked at")).nth(1).unwrap_or_default();
            format!("{found} {message} ({})", input.unwrap_or("the input was not kept"))
        });
        Self { n_runs: number("number_of_executed_units"), runs_per_second: number("average_exec_per_sec"), finding }
    }

    fn words(&self) -> String {
        let finding = self.finding.as_deref().map_or_else(|| "no finding".to_owned(), |found| format!("FOUND {found}"));
        format!("{:>9} runs {:>6} per second  {finding}", self.n_runs, self.runs_per_second)
    }
}

fn run_target(target: &Target, binaries: &Path, options: &Options) -> Result<Outcome> {
    let [corpus, seeds, found] = ["corpus", "seeds", "found"].map(|part| folder().join(part).join(target.name));
    for folder in [&corpus, &found] {
        fs::create_dir_all(folder)?;
    }
    let words = target.write(&seeds)?;
    let mut run = command(&binaries.join(target.name).to_string_lossy());
    run.args([&corpus, &seeds]);
    run.arg(format!("-artifact_prefix={}/", found.display()));
    run.arg(format!("-dict={}", words.display()));
    run.arg(format!("-max_len={}", target.max_len));
    run.arg(format!("-max_total_time={}", options.seconds));
    if options.is_repeatable {
        run.args(["-seed=1".to_owned(), format!("-runs={N_REPEATABLE_RUNS}")]);
    }
    run.arg(format!("-rss_limit_mb={MEGABYTES}"));
    run.arg(format!("-timeout={SECONDS_PER_INPUT}"));
    // The way in which inputs are chosen otherwise costs more than the runs themselves.
    run.args(["-entropic=0", "-print_final_stats=1"]);
    // One thread of work: what is seen of a run must not hang on which thread was first.
    let output = run.env("RAYON_NUM_THREADS", "1").output();
    let output = output.with_context(|| format!("the target {} could not be started", target.name))?;
    let log = String::from_utf8_lossy(&output.stderr).into_owned();
    fs::write(folder().join(format!("{}.log", target.name)), &log)?;
    Ok(Outcome::read(&log, output.status.success()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_is_told_by_what_libfuzzer_prints() {
        let quiet = "#2 INITED\nstat::number_of_executed_units: 1234\nstat::average_exec_per_sec:     56\n";
        let outcome = Outcome::read(quiet, true);
        assert_eq!(outcome, Outcome { n_runs: 1234, runs_per_second: 56, finding: None });
        let loud = "thread '<unnamed>' panicked at a.rs:1:2:\nno stretch\n==7== ERROR: libFuzzer: deadly signal\n\
                    artifact_prefix='f/'; Test unit written to f/crash-1\nstat::number_of_executed_units: 9\n";
        let finding = Outcome::read(loud, false).finding.expect("it has found something");
        assert!(
            finding.contains("a.rs:1:2") && finding.contains("no stretch") && finding.contains("f/crash-1"),
            "{finding}"
        );
        let slow = "==7== ERROR: libFuzzer: timeout after 10 seconds\n";
        assert!(Outcome::read(slow, false).finding.is_some_and(|finding| finding.contains("timeout after 10")));
    }

    #[test]
    fn options_are_read_and_wrong_ones_refused() {
        let targets = vec!["mail".to_owned(), "text".to_owned()];
        assert_eq!(
            Options::read(&["mail", "--seconds", "5", "text"]).ok(),
            Some(Options { seconds: 5, targets, is_repeatable: false })
        );
        assert_eq!(Options::read(&[]).ok().map(|options| options.chosen().len()), Some(TARGETS.len()));
        for wrong in [&["--seconds"][..], &["--seconds", "0"], &["nothing"]] {
            assert!(Options::read(wrong).is_err(), "{wrong:?}");
        }
    }

    #[test]
    fn every_target_has_seeds_and_every_file_is_a_target() {
        let entries = fs::read_dir(root().join("fuzz/fuzz_targets")).expect("the folder of the targets");
        let name = |path: PathBuf| path.file_stem().map(|stem| stem.to_string_lossy().into_owned());
        let mut files: Vec<String> = entries.filter_map(|entry| name(entry.expect("an entry").path())).collect();
        files.sort();
        let mut names: Vec<_> = TARGETS.iter().map(|target| target.name.to_owned()).collect();
        names.sort();
        assert_eq!(names, files);
        for target in TARGETS {
            let seeds = (target.seeds)();
            assert!(!seeds.is_empty() && seeds.iter().all(|seed| seed.len() <= target.max_len), "{}", target.name);
        }
    }
}
