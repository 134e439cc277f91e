//! `cargo xtask test`: everything that has to hold, in the order in which it fails fastest. Each step is a command
//! that one can run by hand; what it checks is said in the tests themselves.

use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::time::Instant;

use anyhow::{Context as _, Result};

use crate::command::{cargo, command, root, run as run_command};
use crate::plan::{Plan, words};
use crate::sizes::measure;
use crate::{collection, dist, fuzz, hostile, tools};

const WASM: &str = "wasm32-unknown-unknown";

pub fn run() -> Result<()> {
    let started = Instant::now();
    let page = |name: &str| root().join("target/e2e").join(name);
    let plan = Plan::default()
        .step("format", || run_command(cargo().args(["fmt", "--all", "--check"])))
        .step("lints", || run_command(cargo().args(["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"])))
        .step("documentation", || {
            run_command(cargo().args(["doc", "--workspace", "--no-deps"]).env("RUSTDOCFLAGS", "-D warnings"))
        })
        // The same cases of every property each time: a run tells what a change has changed. By hand, they differ.
        .step("native tests", || run_command(cargo().args(["test", "--workspace"]).env("PROPTEST_RNG_SEED", "20")));
    // Long enough to see that every target still runs and that none fails on what it starts from.
    let options = fuzz::Options { seconds: 5, targets: Vec::new(), is_repeatable: true };
    let plan = tools::for_fuzzing(plan)
        .step("the fuzz targets", fuzz::build)
        .step("5 seconds of each fuzz target", || fuzz::run_targets(&options));
    let plan = tools::for_browsing(tools::for_building(plan))
        .step("lints of the page as it runs in the browser", || {
            run_command(cargo().args(["clippy", "--target", WASM, "--all-targets", "--", "-D", "warnings"]))
        })
        .step("component tests in Chromium", || component_tests("CHROMEDRIVER", tools::driver()))
        .step("component tests in Firefox", || match tools::firefox_driver() {
            Some(driver) => component_tests("GECKODRIVER", Some(driver)),
            None => {
                println!("left out: Firefox with geckodriver is not installed");
                Ok(())
            }
        })
        .step("a page from hostile documents", || {
            hostile::write(&page("hostile-seeds"))?;
            dist::build(&page("hostile"), &page("hostile-seeds"))
        })
        .step("a page from several documents", || {
            collection::write(&page("collection-seeds"))?;
            dist::build(&page("collection"), &page("collection-seeds"))
        })
        .step("the page from seeds/, and its size", || {
            dist::build(&page("seed"), &root().join("seeds"))?;
            let sizes = measure(&page("seed"))?;
            sizes.print();
            sizes.within_budget()
        })
        .step("all three pages in a browser, from end to end", || {
            let mut node = command("node");
            node.arg("--test").args(end_to_end_tests()?);
            node.env("DOSSIER_CHROMIUM", tools::browser().unwrap_or_default());
            run_command(node.env("DOSSIER_FIREFOX", tools::firefox().unwrap_or_default()))
        });
    plan.run()?;
    println!("\nEverything holds. It took {}.", words(started.elapsed()));
    Ok(())
}

fn component_tests(variable: &str, driver: Option<PathBuf>) -> Result<()> {
    let driver = driver.context("the browser's driver was not found")?;
    let mut test: Command = cargo();
    test.args(["test", "--target", WASM, "--test", "browser"]);
    test.env_remove("CHROMEDRIVER").env_remove("GECKODRIVER").env(variable, driver);
    run_command(test.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner"))
}

fn end_to_end_tests() -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(root().join("tests/e2e")).context("tests/e2e cannot be read")?;
    let paths = entries.filter_map(|entry| entry.ok().map(|entry| entry.path()));
    let mut tests: Vec<PathBuf> = paths.filter(|path| path.to_string_lossy().ends_with(".test.mjs")).collect();
    tests.sort();
    Ok(tests)
}
