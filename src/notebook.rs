//! The notebook: what a reader keeps of a collection. It is a file of the reader's own, kept by the browser as well;
//! nothing here knows the page.
//!
//! A passage is anchored by its words and some letters around them, so that it lives through a rebuild. What cannot be
//! found any more keeps its words.

use std::collections::BTreeSet;

use corpus::ByteSpan;
use serde::{Deserialize, Serialize};

use crate::text;

/// What the first field of a file says.
pub const FORMAT: &str = "Dossier notebook 1";

/// Letters before and behind a passage that are kept with it.
const CONTEXT_CHARS: usize = 32;

/// Articles, passages and searches in the reader's order, and which articles were read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Notebook {
    /// [`FORMAT`].
    pub format: String,
    /// The title of the collection.
    pub collection: String,
    /// What is kept.
    #[serde(default)]
    pub entries: Vec<Entry>,
    /// The slugs of the articles that were opened.
    #[serde(default)]
    pub read: Vec<String>,
}

/// One thing that is kept.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Entry {
    /// The slug of the article; empty for a search.
    pub article: String,
    /// Its headline, or how a search was read.
    pub title: String,
    /// Its outlet and date, in words.
    pub source: String,
    /// The words of a passage; empty for an article as a whole.
    pub words: String,
    /// What stands before them.
    pub before: String,
    /// What stands behind them.
    pub after: String,
    /// The address of a search in the page, from `#` on.
    pub search: String,
    /// What the reader wrote.
    pub note: String,
    /// The file that it came from; empty if it was made in this browser.
    pub from: String,
}

/// What became of a file that was loaded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Merged {
    /// Entries that were not there.
    pub n_added: usize,
    /// Entries that were.
    pub n_known: usize,
}

impl Entry {
    /// Whether both keep the same thing, whatever was written to it.
    pub fn is_same_thing(&self, other: &Entry) -> bool {
        (&self.article, &self.words, &self.before, &self.search)
            == (&other.article, &other.words, &other.before, &other.search)
    }

    /// A passage of an article: words, and what stands around them at `span` of its text.
    pub fn of_passage(article: &str, text: &str, span: ByteSpan) -> Self {
        let before = text.get(..span.start() as usize).unwrap_or_default();
        let after = text.get(span.end() as usize..).unwrap_or_default();
        let start = before.char_indices().rev().nth(CONTEXT_CHARS - 1).map_or(0, |(at, _)| at);
        let end = after.char_indices().nth(CONTEXT_CHARS).map_or(after.len(), |(at, _)| at);
        Self {
            article: article.to_owned(),
            words: span.slice(text).unwrap_or_default().to_owned(),
            before: before[start..].to_owned(),
            after: after[..end].to_owned(),
            ..Self::default()
        }
    }

    /// Where a passage stands in a text; of several places the one with the most of what stood around it.
    pub fn find(&self, text: &str) -> Option<ByteSpan> {
        let fits = |span: &ByteSpan| {
            let (before, after) = (&text[..span.start() as usize], &text[span.end() as usize..]);
            let same = |a: &mut dyn Iterator<Item = char>, b: &mut dyn Iterator<Item = char>| {
                a.zip(b).take_while(|(a, b)| a == b).count()
            };
            same(&mut before.chars().rev(), &mut self.before.chars().rev())
                + same(&mut after.chars(), &mut self.after.chars())
        };
        // Of equals the first.
        places(text, &self.words).into_iter().rev().max_by_key(fits)
    }
}

/// Where words stand in a text, whatever white space is between them.
pub fn places(text: &str, words: &str) -> Vec<ByteSpan> {
    let words: Vec<&str> = words.split_whitespace().collect();
    let Some((first, others)) = words.split_first() else { return Vec::new() };
    let end_at = |start: usize| {
        let mut end = start + first.len();
        for word in others {
            let rest = text[end..].trim_start();
            if rest.len() == text.len() - end || !rest.starts_with(word) {
                return None;
            }
            end = text.len() - rest.len() + word.len();
        }
        ByteSpan::from_range(start..end)
    };
    text.match_indices(first).filter_map(|(start, _)| end_at(start)).collect()
}

impl Notebook {
    /// An empty one for a collection.
    pub fn new(collection: &str) -> Self {
        Self { format: FORMAT.to_owned(), collection: collection.to_owned(), entries: Vec::new(), read: Vec::new() }
    }

    /// Reads a file.
    ///
    /// # Errors
    ///
    /// A sentence that says what is wrong with it.
    pub fn from_json(text: &str) -> Result<Self, String> {
        let book: Self = serde_json::from_str(text.trim_start_matches('\u{feff}'))
            .map_err(|error| text!("notebook-damaged", error = error.to_string()))?;
        if book.format != FORMAT {
            return Err(text!("notebook-other-kind", kind = book.format));
        }
        Ok(book)
    }

    /// The file.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// The entry of the same thing.
    pub fn position(&self, entry: &Entry) -> Option<usize> {
        self.entries.iter().position(|known| known.is_same_thing(entry))
    }

    /// Adds what another notebook has. An entry that is there already with other words of the reader is added beside it:
    /// nothing is lost. What is added says which file it came from.
    pub fn merge(&mut self, other: Notebook, file: &str) -> Merged {
        let mut merged = Merged::default();
        let thing = |entry: &Entry| {
            let Entry { article, words, before, search, note, .. } = entry;
            [article, words, before, search, note].map(String::clone)
        };
        let mut known: BTreeSet<[String; 5]> = self.entries.iter().map(thing).collect();
        for entry in other.entries {
            if known.insert(thing(&entry)) {
                merged.n_added += 1;
                self.entries.push(Entry { from: file.to_owned(), ..entry });
            } else {
                merged.n_known += 1;
            }
        }
        other.read.into_iter().for_each(|slug| self.mark_read(&slug));
        merged
    }

    /// Remembers that an article was opened.
    pub fn mark_read(&mut self, slug: &str) {
        if !self.read.iter().any(|known| known == slug) {
            self.read.push(slug.to_owned());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Rain fell. The captain\n\nsaid nothing. É the captain said nothing more.";

    #[test]
    fn passages_are_found_again_where_they_stood() {
        let spans = places(TEXT, "captain said  nothing");
        assert_eq!(
            spans.iter().map(|span| span.slice(TEXT).expect("a span")).collect::<Vec<_>>(),
            ["captain\n\nsaid nothing", "captain said nothing"]
        );
        for span in spans {
            let entry = Entry::of_passage("a", TEXT, span);
            assert_eq!(entry.find(TEXT), Some(span));
            let moved = format!("Something new.\n\n{TEXT}");
            assert_eq!(entry.find(&moved).map(|found| found.start()), Some(span.start() + 16));
        }
        let gone = Entry { words: "no such words".to_owned(), ..Entry::default() };
        assert_eq!(gone.find(TEXT), None);
        assert_eq!(places(TEXT, " "), []);
        assert_eq!(places("captainsaid nothing", "captain said"), []);
    }

    #[test]
    fn nothing_is_lost_when_notebooks_are_joined() {
        let entry =
            |words: &str, note: &str| Entry { words: words.to_owned(), note: note.to_owned(), ..Entry::default() };
        let mut book = Notebook::new("C");
        book.entries = vec![entry("a", "mine"), entry("b", "")];
        let mut other = Notebook::new("C");
        other.entries = vec![entry("a", "yours"), entry("b", ""), entry("c", "")];
        other.read = vec!["x".to_owned()];
        assert_eq!(book.merge(other.clone(), "theirs.json"), Merged { n_added: 2, n_known: 1 });
        assert_eq!(book.merge(other, "theirs.json"), Merged { n_added: 0, n_known: 3 });
        let kept: Vec<_> =
            book.entries.iter().map(|own| (own.words.as_str(), own.note.as_str(), own.from.as_str())).collect();
        assert_eq!(kept, [("a", "mine", ""), ("b", "", ""), ("a", "yours", "theirs.json"), ("c", "", "theirs.json")]);
        assert_eq!(Notebook::from_json(&book.to_json()), Ok(book));
    }

    #[test]
    fn what_is_no_notebook_is_refused_with_a_sentence() {
        for text in ["", "{", "[]", "{\"format\":\"x\"}", "{\"format\":\"Dossier notebook 2\",\"collection\":\"\"}"] {
            let said = Notebook::from_json(text).expect_err("it is none");
            assert!(said.ends_with("Nothing was changed."), "{said}");
        }
        let short = "{\"format\":\"Dossier notebook 1\",\"collection\":\"C\",\"entries\":[{\"note\":\"n\"}]}";
        assert_eq!(Notebook::from_json(short).expect("a notebook").entries[0].note, "n");
    }
}
