//! OpenDocument: the parts of the document, not how they are packed.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| dossier_fuzz::packed("a.odt", MEMBERS, bytes));

/// The first part is the media type, by which the file is known.
const MEMBERS: &[&str] = &["mimetype", "content.xml", "styles.xml", "meta.xml"];
