//! The command line `dossier`: reads its arguments and calls the library. It holds no analysis.

#[cfg(not(target_arch = "wasm32"))]
mod cli;

#[cfg(not(target_arch = "wasm32"))]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    cli::run()
}

/// A browser has no command line.
#[cfg(target_arch = "wasm32")]
fn main() {}
