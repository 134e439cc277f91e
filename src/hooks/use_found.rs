//! The answer to what is asked, computed once per question.

use std::rc::Rc;

use corpus::query::{LastWord, Query};
use corpus::search::{Answer, Facet, FacetCounts, Filters, Sort, search};
use yew::{hook, use_memo};

use crate::format;
use crate::library::Library;
use crate::reading::Reading;
use crate::view_state::ViewState;

/// A query with its answer. Two are the same if they are the same object.
#[derive(Clone, Debug)]
pub struct Found {
    /// How the query was read.
    pub query: Rc<Query>,
    /// What it found.
    pub answer: Rc<Answer<'static>>,
}

impl PartialEq for Found {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.answer, &other.answer)
    }
}

impl Found {
    /// How much there is: `1 article, 11 hits`; where nothing was asked that could be a hit, `845 articles`.
    pub fn said(&self) -> String {
        let (n_docs, n_places) = (self.answer.n_docs(), self.answer.n_places());
        if self.query.is_empty() && n_places == 0 {
            return format::articles(n_docs);
        }
        format::found(n_docs, n_places)
    }

    /// The values of a facet, as [`Answer::facet`] gives them.
    pub fn facet(&self, facet: Facet, typed: &str, max_values: usize) -> FacetCounts {
        let mut counts = self.answer.facet(facet, typed, max_values);
        // The corpus knows tags, words of formats, and dates as they are written; everything that shows a facet shows names.
        let name = match facet {
            Facet::Language => format::language,
            Facet::Format => format::file_format_of,
            Facet::Date => format::dates,
            _ => return counts,
        };
        counts.values.iter_mut().for_each(|value| value.label = name(&value.key));
        counts
    }
}

/// Searches the library for what the state asks. What was opened is as it was when it was asked, so that a list of what
/// was not does not shrink while it is read.
#[hook]
pub fn use_found(library: Library, state: &ViewState, reading: &Rc<Reading>) -> Found {
    // Only a field asks what a reader has done.
    let kept = state.query.contains([':', '：']).then(|| reading.without_opened());
    let asked: (Library, String, Filters, Sort, Option<Reading>) =
        (library, state.query.clone(), state.filters.clone(), state.order(), kept);
    let found = use_memo(asked, |(library, text, filters, sort, _)| found_for(*library, text, filters, *sort, reading));
    (*found).clone()
}

/// Searches the library for words, with what a reader has done.
pub fn found_for(library: Library, text: &str, filters: &Filters, sort: Sort, reading: &Reading) -> Found {
    let marks = |mark, word: &str| reading.docs(mark, word);
    let query = Query::parse(text, LastWord::Prefix).with_checked_regexes().with_marks(marks);
    let answer = search(library.corpus(), &query, filters, sort);
    Found { query: Rc::new(query), answer: Rc::new(answer) }
}
