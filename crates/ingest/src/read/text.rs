//! Plain text: one file, one document.

use corpus::model::Format;
use sha2::{Digest, Sha256};

use super::{Layout, Received};
use crate::decode::decode;
use crate::report::Report;

/// Decodes the file; what had to be mended is reported.
pub(super) fn read(path: &str, bytes: &[u8], report: &mut Report) -> Vec<Received> {
    let decoded = decode(bytes);
    for (line, notice) in decoded.notices {
        report.line(path, line, notice);
    }
    if decoded.text.trim().is_empty() {
        report.file(path, "is empty; it is kept as a document without text");
    }
    if u32::try_from(decoded.text.len()).is_err() {
        report.file(path, "not read: its text is larger than 4 GiB");
        return Vec::new();
    }
    vec![Received {
        id: path.to_owned(),
        path: path.to_owned(),
        slug_hint: stem(path).to_owned(),
        sha256: Sha256::digest(bytes).into(),
        format: Format::Text,
        text: decoded.text,
        layout: Layout::Lines,
        ..Received::default()
    }]
}

/// The path without its extension.
pub(super) fn stem(path: &str) -> &str {
    let name_start = path.rfind('/').map_or(0, |slash| slash + 1);
    match path[name_start..].rfind('.') {
        Some(dot) if dot > 0 => &path[..name_start + dot],
        _ => path,
    }
}
