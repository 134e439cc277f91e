//! The command line `dossier`.

fn main() {}
