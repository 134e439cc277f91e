//! Starts the page. Everything else is in the library.

fn main() {
    dossier::mount();
}
