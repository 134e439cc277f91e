//! Plain text: one file, one document.

use corpus::model::Format;
use sha2::{Digest, Sha256};

use super::{Layout, Received};
use crate::decode::{Decoded, decode};
use crate::report::Report;

/// Decodes the file; what had to be mended is reported.
pub(super) fn read(path: &str, bytes: &[u8], report: &mut Report) -> Vec<Received> {
    let text = reported(path, decode(bytes), report);
    if text.trim().is_empty() {
        report.file(path, "is empty; it is kept as a document without text");
    }
    vec![Received {
        id: path.to_owned(),
        path: path.to_owned(),
        slug_hint: stem(path).to_owned(),
        sha256: Sha256::digest(bytes).into(),
        format: Format::Text,
        text,
        layout: Layout::Lines,
        ..Received::default()
    }]
}

/// The text of a file; what decoding has to say about it goes into the report.
pub(super) fn reported(path: &str, decoded: Decoded, report: &mut Report) -> String {
    for (line, notice) in decoded.notices {
        report.line(path, line, notice);
    }
    decoded.text
}

/// The path without its extension.
pub(super) fn stem(path: &str) -> &str {
    let name_start = path.rfind('/').map_or(0, |slash| slash + 1);
    match path[name_start..].rfind('.') {
        Some(dot) if dot > 0 => &path[..name_start + dot],
        _ => path,
    }
}
