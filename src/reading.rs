//! What a reader has done with the articles: opened them, kept them, written `#words` to them, or not seen them before.
//! The search box asks for it with `is:` and `tag:`.
//!
//! An article is new if the build of the collection that this browser saw before the present one did not have it. It stays
//! so until it is opened, or until there is a newer build.

use std::str::SplitWhitespace;

use corpus::Corpus;
use corpus::model::DocId;
use corpus::query::Mark;
use corpus::sort;

use crate::dom::storage;
use crate::notebook::Notebook;
use crate::past;
use crate::view_state::Choice;

/// The words behind `is:`, with the messages for their names.
pub const MARKS: [(&str, &str); 4] =
    [("unread", "reading-unread"), ("read", "reading-read"), ("kept", "reading-kept"), ("new", "reading-new")];

/// Articles by what was done with them, each list ascending.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    n_docs: u32,
    read: Vec<DocId>,
    kept: Vec<DocId>,
    new: Vec<DocId>,
    /// Words behind `#` in notes, in lower case, with the article of the note.
    tags: Vec<(String, DocId)>,
}

impl Reading {
    /// By a notebook, and by which articles were added since an earlier visit, as [`added`] tells.
    pub fn of(corpus: &Corpus<'_>, book: &Notebook, added: &[DocId]) -> Self {
        let doc = |slug: &str| corpus.document_by_slug(slug).map(|document| document.doc());
        let ascending = |docs: Vec<DocId>| {
            let mut docs = docs;
            sort::by_key(&mut docs, |&doc| doc);
            docs.dedup();
            docs
        };
        let read = ascending(book.read.iter().filter_map(|slug| doc(slug)).collect());
        let kept = ascending(book.entries.iter().filter_map(|entry| doc(&entry.article)).collect());
        let new = added.iter().copied().filter(|doc| read.binary_search(doc).is_err()).collect();
        let tags = book.entries.iter().filter_map(|entry| Some((doc(&entry.article)?, &entry.note)));
        let tags = tags.flat_map(|(doc, note)| tags_in(note).map(move |tag| (tag, doc))).collect();
        Self { n_docs: corpus.n_docs(), read, kept, new, tags }
    }

    /// The articles with a mark; none if there is no such mark.
    pub fn docs(&self, mark: Mark, word: &str) -> Vec<DocId> {
        let word = word.to_lowercase();
        match (mark, word.as_str()) {
            (Mark::Tag, tag) => {
                let tag = tag.trim_start_matches('#');
                self.tags.iter().filter(|(known, _)| known == tag).map(|(_, doc)| *doc).collect()
            }
            (Mark::Is, "read") => self.read.clone(),
            (Mark::Is, "unread") => (0..self.n_docs).map(DocId).filter(|&doc| !self.is_read(doc)).collect(),
            (Mark::Is, "kept") => self.kept.clone(),
            (Mark::Is, "new") => self.new.clone(),
            (Mark::Is, _) => Vec::new(),
        }
    }

    /// Whether nothing was done yet, and nothing is new.
    pub fn is_empty(&self) -> bool {
        self.read.is_empty() && self.kept.is_empty() && self.new.is_empty()
    }

    /// Whether it was opened.
    pub fn is_read(&self, doc: DocId) -> bool {
        self.read.binary_search(&doc).is_ok()
    }

    /// Whether it is new and was not opened.
    pub fn is_new(&self, doc: DocId) -> bool {
        self.new.binary_search(&doc).is_ok()
    }

    /// How many are.
    pub fn n_new(&self) -> usize {
        self.new.len()
    }

    /// The same but for what changes when an article is opened: what is asked stays while a list is read through.
    pub fn without_opened(&self) -> Self {
        Self { read: Vec::new(), new: Vec::new(), ..self.clone() }
    }
}

/// The words behind `#` in a note.
fn tags_in(note: &str) -> impl Iterator<Item = String> + '_ {
    note.split('#').skip(1).filter_map(|rest| {
        let end = rest.find(|c: char| !c.is_alphanumeric() && !matches!(c, '-' | '_')).unwrap_or(rest.len());
        (end > 0).then(|| rest[..end].to_lowercase())
    })
}

/// What a query asks of the marks, and the rest of it. Articles must have one of those that are included, and none of
/// those that are excluded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    rest: String,
    include: Vec<&'static str>,
    exclude: Vec<&'static str>,
}

impl Asked {
    /// Reads `is:read`, `(is:read OR is:kept)` and `-is:read`, where they stand by themselves. A second `is:`, of which
    /// articles must have both, stays in the rest.
    pub fn of(query: &str) -> Self {
        let mut asked = Self::default();
        let (mut parts, mut rest) = (query.split_whitespace(), Vec::new());
        let (mut n_quotes, mut depth) = (0, 0);
        while let Some(part) = parts.next() {
            let excluded = part.strip_prefix('-').and_then(mark_of).map(|mark| (vec![mark], parts.clone()));
            let included =
                mark_of(part).map(|mark| (vec![mark], parts.clone())).or_else(|| one_of(part, parts.clone()));
            let is_alone = |(_, behind): &(_, SplitWhitespace<'_>)| {
                let mut beside = rest.last().copied().into_iter().chain(behind.clone().next());
                n_quotes % 2 == 0 && depth == 0 && !beside.any(is_operator)
            };
            let included = included.filter(is_alone).filter(|_| asked.include.is_empty());
            match (excluded.filter(is_alone), included) {
                (Some((marks, _)), _) => asked.exclude.extend(marks),
                (None, Some(included)) => (asked.include, parts) = included,
                (None, None) => {
                    n_quotes += part.matches('"').count();
                    depth += part.matches('(').count() as i32 - part.matches(')').count() as i32;
                    rest.push(part);
                }
            }
        }
        asked.rest = rest.join(" ");
        asked
    }

    /// The query without the marks.
    pub fn rest(&self) -> &str {
        &self.rest
    }

    /// Whether none is asked for.
    pub fn is_empty(&self) -> bool {
        self.include.is_empty() && self.exclude.is_empty()
    }

    /// What is chosen of a mark.
    pub fn choice(&self, mark: &str) -> Option<Choice> {
        let has = |marks: &[&str]| marks.contains(&mark);
        has(&self.include).then_some(Choice::Include).or(has(&self.exclude).then_some(Choice::Exclude))
    }

    /// The query with another choice of a mark, or with none where it is the choice already.
    pub fn toggled(&self, mark: &'static str, choice: Choice) -> String {
        let mut asked = self.clone();
        [&mut asked.include, &mut asked.exclude].into_iter().for_each(|marks| marks.retain(|&own| own != mark));
        if self.choice(mark) != Some(choice) {
            if choice == Choice::Include { asked.include.push(mark) } else { asked.exclude.push(mark) }
        }
        asked.query()
    }

    fn query(&self) -> String {
        let mut parts = Vec::new();
        // What is marked is to be one of all, and not the last alone.
        let has_or = self.rest.contains(" OR ") || self.rest.contains('|');
        let is_alone = self.rest.is_empty() || self.is_empty();
        parts.extend((!self.rest.is_empty()).then(|| match has_or && !is_alone {
            true => format!("({})", self.rest),
            false => self.rest.clone(),
        }));
        let include: Vec<String> = self.include.iter().map(|mark| format!("is:{mark}")).collect();
        match include.as_slice() {
            [] => {}
            [only] => parts.push(only.clone()),
            some => parts.push(format!("({})", some.join(" OR "))),
        }
        parts.extend(self.exclude.iter().map(|mark| format!("-is:{mark}")));
        parts.join(" ")
    }
}

/// The marks of `(is:read OR is:kept)`, of which the first part is given, and the parts behind it.
fn one_of<'q>(first: &str, mut parts: SplitWhitespace<'q>) -> Option<(Vec<&'static str>, SplitWhitespace<'q>)> {
    let mut marks = vec![mark_of(first.strip_prefix('(')?)?];
    while let (Some("OR"), Some(part)) = (parts.next(), parts.next()) {
        marks.push(mark_of(part.strip_suffix(')').unwrap_or(part))?);
        if part.ends_with(')') {
            return Some((marks, parts));
        }
    }
    None
}

/// Whether it joins what stands before it to what stands behind it.
fn is_operator(part: &str) -> bool {
    matches!(part, "OR" | "AND" | "NOT" | "|") || part.starts_with("NEAR")
}

fn mark_of(part: &str) -> Option<&'static str> {
    let word = part.strip_prefix("is:")?;
    MARKS.iter().map(|(known, _)| *known).find(|known| *known == word)
}

/// The articles that the build did not have that this browser saw before this one; remembers this one.
pub fn added(corpus: &Corpus<'_>) -> Vec<DocId> {
    let key = past::key(corpus, "articles");
    let slugs = (0..corpus.n_docs()).filter_map(|doc| corpus.document(DocId(doc)));
    let names: Vec<u32> = slugs.map(|document| name(document.slug())).collect();
    let stored = storage::read(&key).unwrap_or_default();
    let (now, new) = compared(&stored, &names);
    if now != stored {
        storage::write(&key, &now);
    }
    new.into_iter().map(|at| DocId(at as u32)).collect()
}

/// A number for a slug, by FNV-1a with 32 bits: beside ten thousand articles, one of four hundred thousand new ones would
/// be taken for an old one.
fn name(slug: &str) -> u32 {
    slug.bytes().fold(0x811c_9dc5, |hash: u32, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// What is to be stored of the names of the present articles, and which of them are new. Stored are the names of all, and
/// behind a bar those that were new when they came, eight digits each; anybody may have changed them.
fn compared(stored: &str, names: &[u32]) -> (String, Vec<usize>) {
    let (all, new) = stored.split_once('|').unwrap_or((stored, ""));
    let (all, new) = (numbers(all), numbers(new));
    let is_in = |list: &[u32], name: &u32| list.binary_search(name).is_ok();
    let mut sorted = names.to_vec();
    sort::by_key(&mut sorted, |&name| name);
    let is_new: Vec<bool> = if all.is_empty() {
        vec![false; names.len()]
    } else if all == sorted {
        names.iter().map(|name| is_in(&new, name)).collect()
    } else {
        names.iter().map(|name| !is_in(&all, name)).collect()
    };
    let new: Vec<usize> = (0..names.len()).filter(|&at| is_new[at]).collect();
    let mut new_names: Vec<u32> = new.iter().map(|&at| names[at]).collect();
    sort::by_key(&mut new_names, |&name| name);
    let text = |names: &[u32]| names.iter().map(|name| format!("{name:08x}")).collect::<String>();
    ([text(&sorted), "|".to_owned(), text(&new_names)].concat(), new)
}

fn numbers(text: &str) -> Vec<u32> {
    let digits = text.as_bytes().chunks(8).filter_map(|digits| std::str::from_utf8(digits).ok());
    let mut numbers: Vec<u32> = digits.filter_map(|digits| u32::from_str_radix(digits, 16).ok()).collect();
    sort::by_key(&mut numbers, |&number| number);
    numbers
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_earlier_build_did_not_have_is_new_until_the_next_one() {
        let (first, new) = compared("", &[7, 3]);
        assert_eq!(new, [0usize; 0], "on a first visit, nothing is new");
        let (again, new) = compared(&first, &[3, 7]);
        assert_eq!((&again, new), (&first, vec![]));
        let (second, new) = compared(&first, &[9, 7, 5, 3]);
        assert_eq!(new, [0, 2]);
        // Opened once more, they still are.
        assert_eq!(compared(&second, &[9, 7, 5, 3]), (second.clone(), vec![0, 2]));
        let (third, new) = compared(&second, &[9, 7, 5, 4]);
        assert_eq!(new, [3]);
        assert_eq!(compared(&third, &[9, 7, 5, 4]), (third.clone(), vec![3]));
    }

    #[test]
    fn what_somebody_has_changed_gives_a_list() {
        for stored in ["|", "x", "0000000g|", "00000007|zzzzzzzz", "é€|€", "00000007000"] {
            let (now, _) = compared(stored, &[7, 3]);
            assert_eq!(compared(&now, &[7, 3]).0, now);
        }
    }

    #[test]
    fn marks_are_told_from_the_rest_of_a_query() {
        let of = |query: &str| Asked::of(query);
        let marks = |query: &str| (of(query).rest, of(query).include, of(query).exclude);
        assert_eq!(marks("a  is:new b"), ("a b".to_owned(), vec!["new"], vec![]));
        assert_eq!(marks("-is:read (is:new OR is:kept) a"), ("a".to_owned(), vec!["new", "kept"], vec!["read"]));
        for rest in [
            "is:newer",
            "is this:new",
            "\"so is:new here\"",
            "(is:new OR a)",
            "(is:new OR is:kept",
            "(is:new",
            "a OR is:new",
            "(a is:new )",
        ] {
            assert_eq!(marks(rest), (rest.to_owned(), vec![], vec![]));
        }
        assert_eq!(marks("is:new OR a"), ("is:new OR a".to_owned(), vec![], vec![]));
        // Articles must have both: that is not one choice in a facet.
        assert_eq!(marks("is:new is:kept"), ("is:kept".to_owned(), vec!["new"], vec![]));
    }

    #[test]
    fn marks_are_chosen_in_a_query_and_taken_back() {
        use Choice::{Exclude, Include};
        let toggled = |query: &str, mark, choice| Asked::of(query).toggled(mark, choice);
        assert_eq!(toggled("", "new", Include), "is:new");
        assert_eq!(toggled("ferry", "unread", Include), "ferry is:unread");
        assert_eq!(toggled("ferry is:unread", "unread", Include), "ferry");
        assert_eq!(toggled("is:read ferry  \"a b\"", "kept", Include), "ferry \"a b\" (is:read OR is:kept)");
        assert_eq!(toggled("ferry (is:read OR is:kept)", "read", Include), "ferry is:kept");
        assert_eq!(toggled("ferry is:read", "read", Exclude), "ferry -is:read");
        assert_eq!(toggled("ferry is:kept", "read", Exclude), "ferry is:kept -is:read");
        assert_eq!(toggled("a OR b", "new", Include), "(a OR b) is:new");
        assert_eq!(toggled("a OR b -is:new", "new", Exclude), "a OR b");
    }

    #[test]
    fn tags_are_words_behind_their_sign() {
        let tags = |note| tags_in(note).collect::<Vec<_>>();
        assert_eq!(tags("#Check this, #two-words and # nothing; a#b ##c"), ["check", "two-words", "b", "c"]);
    }
}
