//! What readers take away: tables as CSV and JSON, articles as BibTeX, RIS and CSL-JSON, the notebook as HTML and
//! Markdown. Nothing here knows the page.

mod brief;
mod citation;
mod table;

pub use brief::{Brief, escaped};
pub use citation::{Citation, bibtex, csl_json, ris};
pub use table::{Cell, Table};
