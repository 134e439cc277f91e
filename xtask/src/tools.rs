//! The tools that the commands need, in pinned versions, and how each is installed where it is missing.
//! Nothing is installed outside the tools' folder but what rustup and Debian's packages keep for the whole machine.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context as _, Result, bail};
use sha2::{Digest as _, Sha256};

use crate::command::{cargo, command, find, root, run};
use crate::plan::Plan;

const CARGO_FUZZ: &str = "0.13.2";
const TRUNK: &str = "0.21.14";
const WASM: &str = "wasm32-unknown-unknown";

/// What builds the page: the target, wasm-bindgen, Trunk and, from npm, wasm-opt.
pub fn for_building(plan: Plan<'_>) -> Plan<'_> {
    plan.step("Rust's WebAssembly target", wasm_target)
        .step("wasm-bindgen, of the version in Cargo.lock (about 3 minutes where it has to be built)", || {
            // Its own lock file names releases that not every registry has.
            cargo_tool("wasm-bindgen-cli", &wasm_bindgen_version()?, "wasm-bindgen", &[])
        })
        .step("Trunk (about 8 minutes where it has to be built)", || cargo_tool("trunk", TRUNK, "trunk", &["--locked"]))
        .step("npm packages: wasm-opt, and what drives the browser", node_packages)
}

/// What runs the page in tests and measurements, besides.
pub fn for_browsing(plan: Plan<'_>) -> Plan<'_> {
    plan.step("Chromium and its driver, and Firefox where it can be had", || {
        if browser().is_none() || driver().is_none() {
            install(&["chromium", "chromium-driver", "fonts-dejavu-core"]).context(
                "Chromium and chromedriver are needed and were not found: install both so that they are on the PATH, or \
                 name them with DOSSIER_CHROMIUM and CHROMEDRIVER",
            )?;
        }
        // A second browser is welcome, not required.
        if firefox().is_none()
            && let Err(error) = install(&["firefox-esr"])
        {
            println!("without Firefox: {error:#}");
        }
        Ok(())
    })
}

/// What builds the fuzz targets. What runs them is compiled into them, and asks for a C++ compiler.
pub fn for_fuzzing(plan: Plan<'_>) -> Plan<'_> {
    plan.step("cargo-fuzz (about 1 minute where it has to be built)", || {
        cargo_tool("cargo-fuzz", CARGO_FUZZ, "cargo-fuzz", &["--locked"])
    })
}

/// The search path with the pinned tools in front. A tool that is not installed yet does no harm in it.
pub fn path() -> OsString {
    let bindgen = wasm_bindgen_version().unwrap_or_default();
    let mut folders = vec![
        tool_folder("wasm-bindgen-cli", &bindgen).join("bin"),
        tool_folder("trunk", TRUNK).join("bin"),
        tool_folder("cargo-fuzz", CARGO_FUZZ).join("bin"),
        root().join("tests/e2e/node_modules/.bin"),
    ];
    folders.extend(env::split_paths(&env::var_os("PATH").unwrap_or_default()));
    env::join_paths(folders).unwrap_or_default()
}

/// The browser of the tests; `DOSSIER_CHROMIUM` names another one.
pub fn browser() -> Option<PathBuf> {
    let named = env::var_os("DOSSIER_CHROMIUM").map(PathBuf::from);
    let known = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
    named.or_else(|| known.into_iter().find_map(find))
}

/// The program through which component tests steer the browser.
pub fn driver() -> Option<PathBuf> {
    let named = env::var_os("CHROMEDRIVER").map(PathBuf::from);
    // Hosted machines keep it in a folder of its own.
    let hosted = || env::var_os("CHROMEWEBDRIVER").map(|folder| PathBuf::from(folder).join("chromedriver"));
    named.or_else(|| find("chromedriver")).or_else(hosted)
}

/// The second browser of the tests; `DOSSIER_FIREFOX` names another one.
pub fn firefox() -> Option<PathBuf> {
    let named = env::var_os("DOSSIER_FIREFOX").map(PathBuf::from);
    named.or_else(|| find("firefox")).or_else(|| find("firefox-esr"))
}

/// The program through which component tests steer Firefox, where both are there.
pub fn firefox_driver() -> Option<PathBuf> {
    firefox().and_then(|_| find("geckodriver"))
}

fn wasm_target() -> Result<()> {
    let libraries = command("rustc").args(["--print", "target-libdir", "--target", WASM]).output();
    let folder = libraries.map(|output| PathBuf::from(String::from_utf8_lossy(&output.stdout).trim()));
    if folder.is_ok_and(|folder| folder.is_dir()) {
        return already_there();
    }
    run(command("rustup").args(["target", "add", WASM])).context("Rust's WebAssembly target comes with rustup")
}

fn cargo_tool(name: &str, version: &str, binary: &str, options: &[&str]) -> Result<()> {
    let folder = tool_folder(name, version);
    if folder.join("bin").join(binary).is_file() {
        return already_there();
    }
    println!("{name} {version} goes to {}", folder.display());
    if find("cargo-binstall").is_some() {
        let mut install = cargo();
        install.args(["binstall", "--no-confirm", "--root"]).arg(&folder).arg(format!("{name}@{version}"));
        return run(&mut install);
    }
    let mut install = cargo();
    install.args(["install", name, "--version", version, "--root"]).arg(&folder).args(options);
    run(&mut install)
}

fn tool_folder(name: &str, version: &str) -> PathBuf {
    let cache = || {
        let home = || PathBuf::from(env::var_os("HOME").unwrap_or_default()).join(".cache");
        env::var_os("XDG_CACHE_HOME").map_or_else(home, PathBuf::from).join("dossier/tools")
    };
    env::var_os("DOSSIER_TOOLS").map_or_else(cache, PathBuf::from).join(format!("{name}-{version}"))
}

/// The crate and the command line have to be of one version; the lock file is the one place that says which.
fn wasm_bindgen_version() -> Result<String> {
    let lock = fs::read_to_string(root().join("Cargo.lock")).context("Cargo.lock cannot be read")?;
    locked_version(&lock, "wasm-bindgen").context("Cargo.lock names no wasm-bindgen: the page does not use it yet")
}

fn locked_version(lock: &str, package: &str) -> Option<String> {
    let (_, entry) = lock.split_once(&format!("name = \"{package}\"\nversion = \""))?;
    entry.split_once('"').map(|(version, _)| version.to_owned())
}

/// `npm ci` once for each state of the lock file.
fn node_packages() -> Result<()> {
    let folder = root().join("tests/e2e");
    let lock = fs::read(folder.join("package-lock.json")).context("tests/e2e/package-lock.json cannot be read")?;
    let wanted: String = Sha256::digest(&lock).iter().map(|byte| format!("{byte:02x}")).collect();
    let note = folder.join("node_modules/.dossier-lock");
    if fs::read_to_string(&note).is_ok_and(|installed| installed == wanted) {
        return already_there();
    }
    if find("npm").is_none() {
        bail!("Node.js 20 or newer with npm is needed and was not found: install it and run this again");
    }
    run(command("npm").arg("ci").current_dir(&folder))?;
    fs::write(&note, wanted).with_context(|| format!("{} cannot be written", note.display()))
}

/// Installs packages of Debian or Ubuntu.
fn install(packages: &[&str]) -> Result<()> {
    let is_root = command("id").arg("-u").output().is_ok_and(|output| output.stdout.trim_ascii() == b"0");
    let sudo = || command("sudo").args(["-n", "true"]).output().is_ok_and(|output| output.status.success());
    if find("apt-get").is_none() || !(is_root || sudo()) {
        bail!("`sudo apt-get install {}` cannot be run here without a password", packages.join(" "));
    }
    let apt = || -> Command {
        let mut apt = command(if is_root { "env" } else { "sudo" });
        apt.args(if is_root { &[][..] } else { &["-n", "env"][..] });
        apt.args(["DEBIAN_FRONTEND=noninteractive", "apt-get"]);
        apt
    };
    run(apt().args(["update", "-q"]))?;
    run(apt().args(["install", "-q", "-y", "--no-install-recommends"]).args(packages))
}

fn already_there() -> Result<()> {
    println!("already there");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_read_from_the_lock_file() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"1.0.0\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(locked_version(lock, "trunk"), None);
    }
}
