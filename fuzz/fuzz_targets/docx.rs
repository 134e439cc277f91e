//! Office Open XML: the parts of the document, not how they are packed.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| dossier_fuzz::packed("a.docx", MEMBERS, bytes));

/// Whatever the bytes are, the archive has a document in it.
const MEMBERS: &[&str] = &[
    "word/document.xml",
    "word/styles.xml",
    "word/numbering.xml",
    "word/footnotes.xml",
    "word/comments.xml",
    "word/header1.xml",
    "word/_rels/document.xml.rels",
    "docProps/core.xml",
];
