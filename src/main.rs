//! Starts the page. Everything else is in the library.

fn main() {
    // Until the page is drawn, the reader has something to read.
    dossier::dom::after_paint(dossier::mount);
}
