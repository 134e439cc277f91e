//! `cargo xtask bench --search`: builds collections of several sizes, our engine and our page for each, and has
//! `tests/bench/search.mjs` measure them in a browser beside the engines of others. `--links` does so for one collection
//! and measures connections.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};

use crate::command::{cargo, command, root, run as run_command};
use crate::plan::Plan;
use crate::{dist, tools};

const WASM: &str = "wasm32-unknown-unknown";
/// How many documents the collections have, if the file holds so many; one of all of them is made besides.
const SIZES: [usize; 3] = [100, 1_000, 10_000];

/// What `cargo xtask bench --search` was asked for.
#[derive(Debug, PartialEq, Eq)]
pub struct Options {
    /// JSON Lines, one document a line.
    file: PathBuf,
    /// How many documents are taken; as many as there are, where there are fewer.
    sizes: Vec<usize>,
    /// Whether the whole page is built and measured besides the engine.
    with_page: bool,
}

impl Options {
    /// Reads `FILE.jsonl [--sizes N,N] [--no-page]`.
    pub fn read(words: &[&str]) -> Result<Self> {
        let [file, rest @ ..] = words else { bail!("--search takes a file of documents, one a line") };
        let sizes = SIZES.into_iter().chain([usize::MAX]).collect();
        let mut options = Self { file: std::path::absolute(file)?, sizes, with_page: true };
        let mut words = rest.iter();
        while let Some(&word) = words.next() {
            match word {
                "--sizes" => {
                    let sizes = words.next().map(|list| list.split(',').map(size).collect::<Option<Vec<_>>>());
                    options.sizes = sizes.flatten().context("--sizes takes numbers and the word all, with commas")?;
                }
                "--no-page" => options.with_page = false,
                _ => bail!("{word:?} is not known: there are --sizes N,N and --no-page"),
            }
        }
        Ok(options)
    }
}

fn size(word: &str) -> Option<usize> {
    if word == "all" { Some(usize::MAX) } else { word.parse().ok().filter(|&size| size > 0) }
}

/// Builds everything, then measures.
pub fn run(options: &Options) -> Result<()> {
    let documents = fs::read_to_string(&options.file).with_context(|| format!("{}", options.file.display()))?;
    let lines: Vec<&str> = documents.lines().filter(|line| !line.trim().is_empty()).collect();
    let mut sizes: Vec<usize> = options.sizes.iter().map(|&size| size.min(lines.len())).collect();
    sizes.sort_unstable();
    sizes.dedup();
    let mut plan = tools::for_browsing(tools::for_building(Plan::default()))
        .step("npm packages: the engines of others", super::node_packages)
        .step("the command line", super::build_dossier)
        .step("our engine alone, built as the page is", build_engine);
    for &size in &sizes {
        let (folder, lines) = (folder().join(size.to_string()), &lines[..size]);
        plan = plan.step(format!("{size} documents in one blob"), move || build_blob(&folder, lines));
    }
    for &size in sizes.iter().filter(|_| options.with_page) {
        let folder = folder().join(size.to_string());
        plan = plan.step(format!("the page of {size} documents (some minutes)"), move || {
            dist::build(&folder.join("page"), &folder.join("documents"))
        });
    }
    plan.step("search in a browser, side by side", || measure(&sizes)).run()
}

/// Builds a collection of all documents of a file, then measures how long connections between its names take.
pub fn links(file: &str) -> Result<()> {
    let documents = fs::read_to_string(file).with_context(|| file.to_owned())?;
    let lines: Vec<&str> = documents.lines().filter(|line| !line.trim().is_empty()).collect();
    let folder = folder().join(lines.len().to_string());
    tools::for_browsing(tools::for_building(Plan::default()))
        .step("npm packages", super::node_packages)
        .step("the command line", super::build_dossier)
        .step("our engine alone, built as the page is", build_engine)
        .step("all documents in one blob", || build_blob(&folder, &lines))
        .step("connections in a browser", || in_browser("links.mjs", &folder, &[]))
        .run()
}

/// Where everything is built and the results are written.
fn folder() -> PathBuf {
    root().join("target/bench/search")
}

/// Writes the documents where a page is built from, and their blob beside them.
fn build_blob(folder: &Path, lines: &[&str]) -> Result<()> {
    let documents = folder.join("documents");
    fs::create_dir_all(&documents)?;
    fs::write(documents.join("documents.jsonl"), lines.join("\n"))?;
    // Of another build than this one, it would be measured as if it were of this one.
    if folder.join("page").exists() {
        fs::remove_dir_all(folder.join("page"))?;
    }
    let mut build = command(&super::dossier().to_string_lossy());
    run_command(build.arg("build").arg(&documents).arg("--out").arg(folder.join("collection.blob")))
}

/// The engine as WebAssembly, optimised by what `index.html` says of the page.
fn build_engine() -> Result<()> {
    let out = folder().join("engine");
    run_command(cargo().args(["build", "--release", "--package", "dossier-bench", "--target", WASM]))?;
    let built = root().join("target").join(WASM).join("release/dossier_bench.wasm");
    let mut bindgen = command("wasm-bindgen");
    run_command(bindgen.args(["--target", "web", "--no-typescript", "--out-dir"]).arg(&out).arg(built))?;
    let page = fs::read_to_string(root().join("index.html"))?;
    let [level, more] = ["data-wasm-opt=\"", "data-wasm-opt-params=\""].map(|name| attribute(&page, name));
    let module = out.join("dossier_bench_bg.wasm");
    let mut optimise = command("wasm-opt");
    optimise.arg(format!("-O{}", level.context("index.html does not say how wasm is optimised")?));
    optimise.args(more.unwrap_or_default().split_whitespace()).arg("-o").arg(&module);
    run_command(optimise.arg(&module))
}

/// What stands between `begin` and the next quotation mark.
fn attribute<'a>(html: &'a str, begin: &str) -> Option<&'a str> {
    html.split_once(begin)?.1.split('"').next()
}

fn measure(sizes: &[usize]) -> Result<()> {
    let sizes: Vec<String> = sizes.iter().map(usize::to_string).collect();
    in_browser("search.mjs", &folder(), &["--sizes", &sizes.join(",")])
}

fn in_browser(script: &str, folder: &Path, args: &[&str]) -> Result<()> {
    let mut node = command("node");
    node.arg(root().join("tests/bench").join(script)).arg(folder).args(args);
    run_command(node.env("DOSSIER_CHROMIUM", tools::browser().unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_read_and_what_is_not_known_is_refused() {
        let read = |words: &[&str]| Options::read(words).map(|options| (options.sizes, options.with_page));
        assert_eq!(read(&["a.jsonl"]).expect("a file alone"), (vec![100, 1_000, 10_000, usize::MAX], true));
        assert_eq!(read(&["a", "--sizes", "5,all", "--no-page"]).expect("options"), (vec![5, usize::MAX], false));
        for wrong in [&[][..], &["a", "--sizes"], &["a", "--sizes", "0"], &["a", "--sizes", "5,x"], &["a", "b"]] {
            assert!(read(wrong).is_err(), "{wrong:?}");
        }
    }

    #[test]
    fn the_page_says_how_wasm_is_optimised() {
        let page = fs::read_to_string(root().join("index.html")).expect("index.html");
        assert!(attribute(&page, "data-wasm-opt=\"").is_some_and(|level| !level.is_empty()));
        assert!(attribute(&page, "data-wasm-opt-params=\"").is_some());
    }
}
