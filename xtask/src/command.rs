//! Running other programs, with errors as sentences, and the places of the repository. No knowledge of any tool.

use std::env;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, bail};

/// The folder of the repository. Cargo says where it is; the place at compile time is for a binary run by hand.
pub fn root() -> PathBuf {
    let xtask = env::var("CARGO_MANIFEST_DIR").unwrap_or_else(|_| env!("CARGO_MANIFEST_DIR").into());
    Path::new(&xtask).parent().map_or_else(|| PathBuf::from("."), Path::to_path_buf)
}

/// The documents that the page is built from.
pub fn seeds() -> PathBuf {
    env::var_os("DOSSIER_SEEDS").map_or_else(|| root().join("seeds"), |seeds| root().join(seeds))
}

/// A command that runs in the repository and finds the pinned tools first.
pub fn command(program: &str) -> Command {
    let mut command = Command::new(program);
    command.current_dir(root()).env("PATH", crate::tools::path());
    command
}

pub fn cargo() -> Command {
    command(&env::var("CARGO").unwrap_or_else(|_| "cargo".into()))
}

/// A Trunk command. What it builds is published, so the places of this machine are kept out of it: where a panic
/// stands is told by the crate alone, and the page is the same wherever it is built.
pub fn trunk() -> Command {
    let mut trunk = command("trunk");
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| env::var_os("HOME").map(|home| Path::new(&home).join(".cargo"))).unwrap_or_default();
    let registries = home.join("registry/src").read_dir().into_iter().flatten().flatten().map(|entry| entry.path());
    let flags: Vec<String> = registries.map(|path| format!("--remap-path-prefix={}=crates", path.display())).collect();
    // Cargo splits this variable at spaces: better no flag than half a path.
    if !flags.iter().any(|flag| flag.contains(' ')) {
        trunk.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags.join(" "));
    }
    // Trunk reads this variable as a switch of its own and refuses the usual "1".
    trunk.env_remove("NO_COLOR");
    trunk
}

/// Runs a command to its end with its output visible.
pub fn run(command: &mut Command) -> Result<()> {
    let line = line(command);
    println!("$ {line}");
    let status = command.status().with_context(|| format!("`{line}` could not be started"))?;
    if !status.success() {
        bail!("`{line}` ended with {status}");
    }
    Ok(())
}

/// Runs a command and returns what it printed; its errors stay visible.
pub fn output(command: &mut Command) -> Result<Vec<u8>> {
    let line = line(command);
    let output = command.stderr(Stdio::inherit()).output().with_context(|| format!("`{line}` could not be started"))?;
    if !output.status.success() {
        bail!("`{line}` ended with {}", output.status);
    }
    Ok(output.stdout)
}

/// The command as one would type it, without the folders of this machine.
fn line(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    let root = format!("{}/", root().display());
    let words: Vec<String> = words.map(|word| word.to_string_lossy().replace(&root, "")).collect();
    let mut line = words.join(" ");
    if let Some((_, name)) = words[0].rsplit_once('/') {
        line.replace_range(..words[0].len(), name);
    }
    line
}

/// Where a program is, by the search path with the pinned tools in front.
pub fn find(program: &str) -> Option<PathBuf> {
    env::split_paths(&crate::tools::path()).map(|folder| folder.join(program)).find(|path| path.is_file())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_is_shown_as_one_would_type_it() {
        let mut cargo = Command::new("/somewhere/bin/cargo");
        cargo.arg("test").arg(root().join("dist"));
        assert_eq!(line(&cargo), "cargo test dist");
    }
}
