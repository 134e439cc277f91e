//! Web pages. Their reader is not here yet; this holds its two entrances.

use super::Received;
use crate::report::Report;

/// Reads a page from its bytes, decoded as it says itself.
pub(crate) fn read(path: &str, _bytes: &[u8], report: &mut Report) -> Vec<Received> {
    read_text(path, "", report)
}

/// Reads a page that is text already: the body of a message, the root of an MHTML file.
pub(crate) fn read_text(path: &str, _html: &str, report: &mut Report) -> Vec<Received> {
    report.file(path, "not read: HTML is not read yet");
    Vec::new()
}
