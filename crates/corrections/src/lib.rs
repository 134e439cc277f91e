//! What a person has set right: `corrections.toml` beside the documents. Corrections win over everything that was found.
//!
//! # The file
//!
//! Each entry is a table in double brackets; there can be any number of each, in any order. All of it is optional.
//!
//! ```toml
//! [[document]]
//! path = "daily/0412.txt"         # or id = "..." for a line of a .jsonl file; with both, both must fit
//! headline = "Rain Falls"         # an empty value takes away what was found
//! source = "The Daily"            # the outlet
//! byline = "Ann Writer"
//! published = 2015-03-04          # or "2015-03", "2015"
//! language = "en"
//! keep = ["A passage that was left out by mistake."]
//! remove = ["A passage that is not the story."]
//! not_a_copy_of = ["other/17.txt"] # paths or ids of documents that tell another story
//!
//! [[merge]]                       # several names of one thing
//! names = ["Ann Writer", "A. Writer"]
//! into = "Ann Writer"             # the name it gets; the first of the names unless given
//! kind = "person"                 # the kind it gets
//!
//! [[split]]                       # a form of a name that means something else gets an entity of its own
//! name = "Writer"
//! path = "daily/0412.txt"
//! into = "Bob Writer"             # its name; the form itself unless given
//!
//! [[rename]]
//! name = "A. Writer"
//! into = "Ann Writer"
//!
//! [[retype]]
//! name = "Jordan"
//! to = "place"
//!
//! [[reject]]                      # no name at all: it is no longer marked, counted or linked
//! name = "Breaking News"
//!
//! [[quotation]]                   # who said it
//! words = "It rained all day"     # some of the words quoted
//! speaker = "Ann Writer"          # an entity, or other words of the document; empty if nobody can tell
//! ```
//!
//! Every entry about names can have a `path`, which confines it to the documents of that file (or to the one with that
//! id), and a `kind`, which says which of several things with one name is meant: person, organization, place, group,
//! product or event. A name means the entities that have it; if there is none, the mentions that are worded so.
//! Capitals, accents and an article before a name do not matter. Entries about names are applied from the top of the
//! file to its end, each to what the entries before it have left.
//!
//! Passages and words are matched exactly, but for white space: a line end is as good as a space. All places where a
//! passage stands are meant.
//!
//! An entry that cannot be read or that fits nothing is a problem in the report, with its line; the others are applied.
//!
//! # In this crate
//!
//! [`Corrections::from_toml`] reads the file, [`written`] writes one of [`Entry`]s; nothing here opens it. There are two
//! that apply it, the build and the page, and both do it with the same code.
//!
//! The build does it while it makes a collection: [`Corrections::correct_blocks`] while a document gets its structure,
//! before its sentences; [`Corrections::correct_properties`] right after that; [`Corrections::check_documents`] once all
//! are there; [`Corrections::correct_entities`] after resolution; [`Corrections::correct_speakers`] after quotations.
//! [`Corrections::kept_apart`] is for the search for copies.
//!
//! The page has a collection that is made already, and no recognition: [`Corrections::apply`] does all of these and
//! carries over what hangs on them. What only the build can find anew is said there.
#![deny(missing_docs)]

mod apply;
mod documents;
mod entities;
mod entry;
mod file;
mod passages;
pub mod report;
pub mod slugs;
mod speakers;

use std::collections::{BTreeMap, BTreeSet};

use corpus::model::DocId;

pub use entry::{Entry, Value, written};
pub use file::is_date;
pub use report::{Problem, Report};

use file::{DocumentEntry, NameEntry, QuotationEntry};

/// Pairs of documents that somebody has said are no copies of each other, the lower number first.
pub type KeptApart = BTreeSet<(DocId, DocId)>;

/// All corrections of a collection.
#[derive(Clone, Debug, Default)]
pub struct Corrections {
    /// The file they come from, as the report names it.
    path: String,
    documents: Vec<DocumentEntry>,
    /// Indices of the entries for each path and for each id.
    by_path: BTreeMap<String, Vec<usize>>,
    by_id: BTreeMap<String, Vec<usize>>,
    /// In the order of the file.
    names: Vec<NameEntry>,
    quotations: Vec<QuotationEntry>,
}

impl Corrections {
    /// Reads the file at `path`. Entries that cannot be read are reported with their lines and left out; if the file is
    /// no TOML, all of it is.
    pub fn from_toml(path: &str, bytes: &[u8], report: &mut Report) -> Self {
        let mut corrections = file::read(path, bytes, report);
        for (idx, entry) in corrections.documents.iter().enumerate() {
            match (&entry.path, &entry.id) {
                (Some(path), _) => corrections.by_path.entry(path.clone()).or_default().push(idx),
                (None, Some(id)) => corrections.by_id.entry(id.clone()).or_default().push(idx),
                (None, None) => {}
            }
        }
        corrections
    }

    /// What a correction says about itself where it was applied: "corrections.toml, line 12".
    fn by(&self, line: usize) -> String {
        format!("{}, line {line}", self.path)
    }
}
