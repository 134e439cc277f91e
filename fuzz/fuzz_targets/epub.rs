//! Electronic books: their parts, not how they are packed.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| dossier_fuzz::packed("a.epub", MEMBERS, bytes));

/// The first part is the media type, by which the file is known.
const MEMBERS: &[&str] =
    &["mimetype", "META-INF/container.xml", "book.opf", "1.xhtml", "2.xhtml", "nav.xhtml", "toc.ncx"];
