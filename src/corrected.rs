//! The collection as a reader has corrected it: a list of entries, the file made of them, and the corpus that comes of
//! applying them to the embedded one. What they do is decided in the crate that the build reads them with.

use std::cell::RefCell;

use corpus::codec::{decode, encode_again};
use corpus::model::EntityKind;
use corpus::{Corpus, DocumentView, EntityView};
use corrections::{Corrections, Entry, Report, written};

use crate::format;
use crate::library::Library;
use crate::text;

/// What the file is called, where it is saved and where the build looks for it.
pub const FILE: &str = "corrections.toml";

/// What the file says in front of its entries.
const COMMENT: &str = "Corrections made in the page of this collection.\n\
    Put this file into the folder of its documents, under the name corrections.toml, and build again.\n\
    If a file of that name is there already, put these entries behind its own.";

/// Characters of a passage or a quotation in the words about a correction.
const SHOWN_CHARS: usize = 60;

/// Mentions by which a name is followed to what it is called now.
const MAX_FOLLOWED: usize = 50;

/// A corrected collection, and for each entry why it fits nothing, if so.
#[derive(Clone, Debug, PartialEq)]
pub struct Made {
    /// The collection.
    pub library: Library,
    /// In the order of the entries.
    pub problems: Vec<Option<String>>,
}

thread_local! {
    /// The corrected collections that were made, with the files that they were made by. They stay as long as the page:
    /// every view holds on to what it shows of a collection. So none is made twice.
    static MADE: RefCell<Vec<(String, Made)>> = const { RefCell::new(Vec::new()) };
}

/// The file of these entries, as it is saved and kept.
pub fn file_of(entries: &[Entry]) -> String {
    written(COMMENT, entries).0
}

/// Reads a file.
///
/// # Errors
///
/// A sentence that says what is wrong with it; then nothing of it should be used.
pub fn read(text: &str) -> Result<Vec<Entry>, String> {
    let mut report = Report::default();
    let entries = Corrections::from_toml(FILE, text.as_bytes(), &mut report).entries();
    match report.problems.first() {
        None => Ok(entries),
        Some(first) => Err(text!("corrected-refused", problem = first.to_string())),
    }
}

/// Applies entries to the embedded collection.
pub fn made(embedded: Library, entries: &[Entry]) -> Made {
    if entries.is_empty() {
        return Made { library: embedded, problems: Vec::new() };
    }
    let (file, lines) = written(COMMENT, entries);
    let known = MADE.with_borrow(|all| all.iter().find(|(known, _)| *known == file).map(|(_, made)| made.clone()));
    known.unwrap_or_else(|| {
        let mut report = Report::default();
        let corrections = Corrections::from_toml(FILE, file.as_bytes(), &mut report);
        let mut collection = decode(embedded.corpus());
        report.problems.extend(corrections.apply(&mut collection, ascii).problems);
        let blob = encode_again(&collection, embedded.corpus());
        drop(collection);
        let problem_of = |at: usize| {
            let end = lines.get(at + 1).copied().unwrap_or(usize::MAX);
            let is_own = |line: Option<u32>| line.is_some_and(|line| (lines[at]..end).contains(&(line as usize)));
            report.problems.iter().find(|problem| is_own(problem.line)).map(|problem| problem.message.clone())
        };
        let problems = (0..entries.len()).map(problem_of).collect();
        let made = Made { library: Library::of_blob(blob).unwrap_or(embedded), problems };
        MADE.with_borrow_mut(|all| all.push((file, made.clone())));
        made
    })
}

/// Letters without their accents. Names in other scripts get addresses made from their hash until the build, which knows
/// their sounds, gives them better ones.
fn ascii(words: &str) -> String {
    let folded = words.split_whitespace().map(|word| corpus::analysis::fold(word).into_owned());
    folded.collect::<Vec<_>>().join(" ")
}

/// What an address that named something in the collection before it was corrected, or in another state of it, means now.
pub fn followed(corpus: &'static Corpus<'static>, kind: EntityKind, slug: &str) -> Option<EntityView<'static>> {
    if let Some(entity) = corpus.entity_by_slug(kind, slug) {
        return Some(entity);
    }
    let embedded = Library::embedded().ok();
    let others = MADE.with_borrow(|all| all.iter().rev().map(|(_, made)| made.library).collect::<Vec<_>>());
    others.into_iter().chain(embedded).find_map(|other| {
        let entity = other.corpus().entity_by_slug(kind, slug)?;
        entity.mentions().take(MAX_FOLLOWED).find_map(|was| {
            let mut now = corpus.document(was.doc())?.mentions();
            now.find(|mention| mention.span() == was.span()).and_then(|mention| corpus.entity(mention.entity()))
        })
    })
}

/// How entries name a document: the path if it is its own, or else the id.
pub fn name_of(document: &DocumentView<'_>) -> (&'static str, String) {
    let word = if document.id() == document.path() { "path" } else { "id" };
    (word, document.id().to_owned())
}

/// An entry in words.
pub fn in_words(entry: &Entry) -> String {
    let text = |field: &str| entry.text(field).unwrap_or_default();
    let short = |field: &str| format::shortened(text(field), SHOWN_CHARS);
    let mut said = match entry.table {
        "merge" => {
            let names = entry.list("names").iter().map(|name| format::quoted(&format::shortened(name, SHOWN_CHARS)));
            text!("correction-merge", names = format::listed(names, "list-and"), into = short("into"))
        }
        "split" => text!("correction-split", name = short("name"), into = short("into")),
        "rename" => text!("correction-rename", name = short("name"), into = short("into")),
        "retype" => text!("correction-retype", name = short("name"), kind = kind(text("to"))),
        "reject" => text!("correction-reject", name = short("name")),
        "quotation" if text("speaker").is_empty() => text!("correction-nobody", words = short("words")),
        "quotation" => text!("correction-speaker", words = short("words"), speaker = short("speaker")),
        _ => of_document(entry),
    };
    if let Some(of) = entry.text("kind") {
        said = text!("correction-of-kind", what = said, kind = kind(of));
    }
    if let Some(path) = entry.text("path").filter(|_| entry.table != "document") {
        said = text!("correction-in", what = said, path = path);
    }
    said
}

fn kind(word: &str) -> String {
    EntityKind::from_word(word).map_or_else(|| word.to_owned(), format::kind)
}

fn of_document(entry: &Entry) -> String {
    let mut parts: Vec<String> = Vec::new();
    for (field, set, unset) in [
        ("headline", "correction-headline", "correction-no-headline"),
        ("source", "correction-source", "correction-no-source"),
        ("byline", "correction-byline", "correction-no-byline"),
        ("published", "correction-published", "correction-no-published"),
        ("language", "correction-language", "correction-no-language"),
    ] {
        parts.extend(entry.text(field).map(|value| match value {
            "" => text!(unset),
            value => text!(set, value = value),
        }));
    }
    for (field, message) in
        [("keep", "correction-keep"), ("remove", "correction-remove"), ("not_a_copy_of", "correction-no-copy")]
    {
        let values = entry.list(field).iter();
        parts.extend(values.map(|value| text!(message, words = format::shortened(value, SHOWN_CHARS))));
    }
    let document = entry.text("path").or(entry.text("id")).unwrap_or_default();
    text!("correction-document", path = document, parts = parts.join("; "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_with_anything_that_cannot_be_read_is_refused_as_a_whole() {
        let entries = vec![Entry::new("reject").with("name", "Rain")];
        assert_eq!(read(&file_of(&entries)), Ok(entries));
        for wrong in ["[[reject]]\nname = \"A\"\n[[reject]]\nname = 3", "[[rejected]]\nname = \"A\"", "= 1"] {
            let said = read(wrong).expect_err("it is wrong");
            assert!(said.starts_with("corrections.toml:") && said.ends_with("Nothing was changed."), "{said}");
        }
    }

    #[test]
    fn entries_are_told_in_words() {
        let merge = Entry::new("merge").with_all("names", vec!["A".into(), "B".into()]).with("into", "B");
        assert_eq!(in_words(&merge.with("kind", "person")), "“A” and “B” are one: “B” (person)");
        let split = Entry::new("split").with("name", "A").with("into", "C").with("path", "a.txt");
        assert_eq!(in_words(&split), "“A” means something else: “C”, in a.txt");
        let date = Entry::new("document").with("path", "a.txt").with("published", "");
        assert_eq!(
            in_words(&date.with_all("keep", vec!["It rained.".into()])),
            "a.txt: no date of publication; “It rained.” belongs to the story"
        );
    }
}
