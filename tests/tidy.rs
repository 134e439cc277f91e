//! Truths about the repository that no compiler holds: documents name what exists, layers are kept, style sheet and
//! page agree. It reads files and builds nothing; what the page does is tested elsewhere.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

/// Paths that documents may name although a clone does not have them: they are made, or a reader may add them.
const MADE_OR_OPTIONAL: [&str; 6] =
    ["dist", "target", "seeds/dossier.toml", "seeds/corrections.toml", "tests/e2e/node_modules", "node_modules"];
const LONGEST_FILE_LINES: usize = 600;
const LONGEST_BUILD_SCRIPT_LINES: usize = 40;
const SEED: (&str, &str) =
    ("seeds/000_ac758b9c96a4f1ae.txt", "43376081d08dfa5ce517b040d45eaf5a97d1b5555285ac773aaf37d542457380");

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Every file of the repository under `folder` that one of `endings` fits, as a path from the root.
fn files(folder: &str, endings: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        let Ok(entries) = fs::read_dir(&folder) else { continue };
        for path in entries.map(|entry| entry.expect("an entry").path()) {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if path.is_dir() {
                if !["target", "dist", "node_modules", ".git"].contains(&name.as_str()) {
                    folders.push(path);
                }
            } else if endings.iter().any(|ending| name.ends_with(ending)) {
                found.push(from_root(&path));
            }
        }
    }
    found.sort();
    found
}

fn from_root(path: &Path) -> String {
    path.strip_prefix(root()).expect("a path of the repository").to_string_lossy().replace('\\', "/")
}

fn rust_files() -> Vec<String> {
    let mut found: Vec<String> =
        ["src", "crates", "fuzz", "xtask", "tests"].iter().flat_map(|folder| files(folder, &[".rs"])).collect();
    found.push("build.rs".into());
    found
}

/// Fails once with everything that is wrong.
fn assert_none(what: &str, wrong: &[String]) {
    assert!(wrong.is_empty(), "{what}:\n  {}\n", wrong.join("\n  "));
}

#[test]
fn documents_name_only_paths_that_exist() {
    let all: Vec<String> = files("", &[""]);
    let exists = |path: &str| {
        let path = path.trim_start_matches("./").trim_end_matches('/');
        let inner = format!("/{path}");
        let (folder, deep_folder) = (format!("{path}/"), format!("/{path}/"));
        all.iter().any(|file| {
            file == path || file.ends_with(&inner) || file.starts_with(&folder) || file.contains(&deep_folder)
        })
    };
    let mut wrong = Vec::new();
    for document in ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md"] {
        let text = read(document);
        for word in text.lines().flat_map(|line| line.split('`').skip(1).step_by(2)) {
            let is_made = MADE_OR_OPTIONAL
                .iter()
                .any(|made| word.trim_end_matches('/') == *made || word.starts_with(&format!("{made}/")));
            if looks_like_a_path(word) && !is_made && !exists(word) {
                wrong.push(format!("{document}: `{word}`"));
            }
        }
    }
    assert_none("paths that do not exist", &wrong);
}

fn looks_like_a_path(word: &str) -> bool {
    let plain = |character: char| character.is_ascii_alphanumeric() || "._-/".contains(character);
    let named = [".rs", ".toml", ".md", ".html", ".css", ".js", ".mjs", ".json", ".txt"];
    let outside = word.starts_with('/') || word.starts_with("..");
    !outside
        && word.chars().all(plain)
        && (word.contains('/') || named.iter().any(|ending| word.ends_with(ending) && word.len() > ending.len()))
}

#[test]
fn layers_are_kept() {
    // Where each of these may be named; everywhere else in the folder it is a wall that was crossed.
    let walls: [(&str, &[&str], &[&str]); 5] = [
        ("crates/corpus/src", &["web_sys", "js_sys", "std::fs", "std::time", "std::env", "std::thread"], &[]),
        ("crates/corrections/src", &["web_sys", "js_sys", "std::fs", "std::time", "std::env", "std::thread"], &[]),
        ("crates/ingest/src", &["web_sys", "js_sys", "std::time", "std::thread"], &["cli/"]),
        (
            "crates/ingest/src",
            &["std::fs", "std::env", "walkdir"],
            &["folder.rs", "cache.rs", "export.rs", "main.rs", "cli.rs", "cli/", "lib.rs"],
        ),
        ("src", &["web_sys"], &["dom.rs", "dom/"]),
    ];
    let mut wrong = Vec::new();
    for (folder, names, allowed) in walls {
        for file in files(folder, &[".rs"]) {
            let inner = &file[folder.len() + 1..];
            let is_allowed =
                allowed.iter().any(|place| inner == *place || place.ends_with('/') && inner.starts_with(place));
            let text = read(&file);
            for (number, line) in (1..).zip(text.lines()).filter(|_| !is_allowed) {
                let code = line.split("//").next().unwrap_or_default();
                wrong.extend(
                    names
                        .iter()
                        .filter(|name| code.contains(**name))
                        .map(|name| format!("{file}:{number} names {name}")),
                );
            }
        }
    }
    assert_none("walls that were crossed", &wrong);
}

#[test]
fn the_page_is_built_by_ingest_and_does_not_contain_it() {
    let manifest = read("Cargo.toml");
    let section = |name: &str| {
        let (_, after) =
            manifest.split_once(&format!("\n[{name}]\n")).unwrap_or_else(|| panic!("Cargo.toml has no [{name}]"));
        after.split("\n[").next().unwrap_or_default().to_owned()
    };
    assert!(!section("dependencies").lines().any(|line| line.starts_with("ingest")), "the page depends on ingest");
    assert!(
        section("build-dependencies").lines().any(|line| line.starts_with("ingest")),
        "build.rs does not use ingest"
    );
    let xtask = read("xtask/Cargo.toml");
    assert!(!xtask.contains("corpus") && !xtask.contains("ingest"), "xtask depends on another crate of the workspace");
    let lines = read("build.rs").lines().count();
    assert!(lines < LONGEST_BUILD_SCRIPT_LINES, "build.rs has {lines} lines: its logic belongs in ingest");
}

#[test]
fn every_file_says_what_it_holds_and_none_is_too_long() {
    let mut wrong = Vec::new();
    let scripts = files("tests", &[".mjs"]).into_iter().chain(files("assets", &[".js"]));
    for (file, opening) in rust_files().into_iter().map(|file| (file, "//! ")).chain(scripts.map(|file| (file, "// ")))
    {
        let text = read(&file);
        if !text.starts_with(opening) {
            wrong.push(format!("{file} does not open with a sentence on what it holds ({opening}…)"));
        }
        let lines = text.lines().count();
        if lines > LONGEST_FILE_LINES {
            wrong.push(format!("{file} has {lines} lines, more than {LONGEST_FILE_LINES}"));
        }
    }
    assert_none("files", &wrong);
}

#[test]
fn every_css_class_is_used_and_every_used_one_is_defined() {
    let defined = classes_defined(&read("style.css"));
    let places = files("src", &[".rs"]).into_iter().chain(files("assets", &[".js"]));
    let places: Vec<String> = places.chain(["index.html".into(), "xtask/src/finish.rs".into()]).collect();
    let (mut words, mut used) = (BTreeSet::new(), BTreeSet::new());
    for place in &places {
        let text = read(place);
        words.extend(
            text.split(|character: char| !is_class_character(character) && character != '{').map(str::to_owned),
        );
        used.extend(classes_used(&text).into_iter().map(|class| (class, place.clone())));
    }
    // `name--{kind}` stands for every class that begins so.
    let begins: Vec<&str> = words
        .iter()
        .filter_map(|word| word.split_once('{').map(|(begin, _)| begin))
        .filter(|begin| begin.ends_with('-'))
        .collect();
    let is_used = |class: &&String| words.contains(*class) || begins.iter().any(|begin| class.starts_with(begin));
    let unused: Vec<String> = defined.iter().filter(|class| !is_used(class)).cloned().collect();
    assert_none("classes of style.css that nothing uses", &unused);
    let undefined = used.iter().filter(|(class, _)| match class.split_once('{') {
        Some((begin, _)) => !defined.iter().any(|defined| defined.starts_with(begin)),
        None => !defined.contains(class),
    });
    let undefined: Vec<String> = undefined.map(|(class, place)| format!("{class} ({place})")).collect();
    assert_none("classes that style.css does not define", &undefined);
}

fn is_class_character(character: char) -> bool {
    character.is_ascii_alphanumeric() || "-_".contains(character)
}

/// Every `.name` in the selectors of a style sheet.
fn classes_defined(css: &str) -> BTreeSet<String> {
    let mut plain = String::new();
    for part in css.split("/*") {
        plain += part.split_once("*/").map_or(part, |(_, after)| after);
    }
    let mut classes = BTreeSet::new();
    let (blocks, _) = plain.rsplit_once('{').unwrap_or_default();
    for selector in blocks.split('{').filter_map(|before| before.rsplit(['}', ';']).next()) {
        let names = selector.split('.').skip(1).filter(|_| !selector.trim_start().starts_with('@'));
        classes.extend(names.map(|name| name.chars().take_while(|&character| is_class_character(character)).collect()));
    }
    classes
}

/// The classes named by `class="…"`, `class={"…"}`, `element("tag", "…"`, `list("…"` and the strings in `classes!(…)`.
fn classes_used(text: &str) -> BTreeSet<String> {
    let mut strings: Vec<&str> = Vec::new();
    for begin in ["class=\"", "class=\\\"", "class={\""] {
        let quote = if begin.contains('\\') { "\\\"" } else { "\"" };
        strings.extend(text.split(begin).skip(1).filter_map(|after| after.split(quote).next()));
    }
    strings.extend(text.split("element(\"").skip(1).filter_map(|after| after.split('"').nth(2)));
    strings.extend(text.split("list(\"").skip(1).filter_map(|after| after.split('"').next()));
    for after in text.split("classes!(").skip(1) {
        let mut depth = 1;
        let end = after.find(|character| {
            depth += i32::from(character == '(') - i32::from(character == ')');
            depth == 0
        });
        strings.extend(after[..end.unwrap_or(0)].split('"').skip(1).step_by(2));
    }
    strings.iter().flat_map(|names| names.split_whitespace()).map(str::to_owned).collect()
}

#[test]
fn the_seed_is_kept_byte_for_byte() {
    let (path, expected) = SEED;
    let bytes = fs::read(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"));
    let digest: String = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(digest, expected, "{path} has changed");
}

#[test]
fn what_is_fetched_from_elsewhere_is_pinned() {
    let mut wrong = Vec::new();
    for file in files(".github", &[".yml"]) {
        for line in read(&file)
            .lines()
            .filter_map(|line| line.trim().trim_start_matches("- ").strip_prefix("uses: ").map(str::to_owned))
        {
            let hash = line.split(['@', ' ']).nth(1).unwrap_or_default();
            if hash.len() != 40 || !hash.chars().all(|digit| digit.is_ascii_hexdigit()) {
                wrong.push(format!("{file}: {line} is not pinned by a commit's hash"));
            }
        }
    }
    for folder in ["tests/e2e", "tests/bench"] {
        let package = read(&format!("{folder}/package.json"));
        let ranges = package.lines().filter(|line| line.contains("\": \"^") || line.contains("\": \"~"));
        wrong.extend(ranges.map(|line| format!("{folder}/package.json: {line} is a range")));
        if read(&format!("{folder}/package-lock.json")).contains("\"resolved\"") {
            wrong.push(format!("{folder}/package-lock.json names the registry it came from"));
        }
    }
    assert_none("not pinned", &wrong);
}

#[test]
fn the_checks_of_this_file_see_what_they_look_for() {
    let css = ".a, p.b__c:hover { inset: .5rem; background: url(x.png) } /* .gone */ @media (x.y) { .d--e.f {} }";
    assert_eq!(classes_defined(css).into_iter().collect::<Vec<_>>(), ["a", "b__c", "d--e", "f"]);
    let rust = r#"<p class="a b"> class={"c"} class={classes!("d", (x > 1).then_some("e"))} "f" format!("<ul class=\"g\">") element("p", "h", list("i", x))"#;
    assert_eq!(classes_used(rust).into_iter().collect::<Vec<_>>(), ["a", "b", "c", "d", "e", "g", "h", "i"]);
    assert!(looks_like_a_path("src/dom") && looks_like_a_path("build.rs") && !looks_like_a_path("#/a/x"));
    assert!(!looks_like_a_path("cargo xtask") && !looks_like_a_path("N / N") && !looks_like_a_path(".rs"));
    assert!(PathBuf::from(root()).join("Cargo.toml").is_file());
}
