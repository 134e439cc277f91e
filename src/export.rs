//! What readers take away: tables as CSV and JSON, and articles as BibTeX, RIS and CSL-JSON. Nothing here knows the page.

mod citation;
mod table;

pub use citation::{Citation, bibtex, csl_json, ris};
pub use table::{Cell, Table};
