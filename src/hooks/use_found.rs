//! The answer to what is asked, computed once per question.

use std::rc::Rc;

use corpus::query::{LastWord, Query};
use corpus::search::{Answer, Facet, Filters, Sort, search};
use yew::{hook, use_memo};

use crate::format;
use crate::library::Library;
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

/// Searches the library for what the state asks.
#[hook]
pub fn use_found(library: Library, state: &ViewState) -> Found {
    let asked: (Library, String, Filters, Sort) = (library, state.query.clone(), state.filters.clone(), state.sort);
    let found = use_memo(asked, |(library, text, filters, sort)| {
        let query = Query::parse(text, LastWord::Prefix);
        let mut answer = search(library.corpus(), &query, filters, *sort);
        // The corpus knows tags only; everything that shows a facet shows names.
        let languages = answer.facets.iter_mut().filter(|counts| counts.facet == Facet::Language);
        languages.flat_map(|counts| &mut counts.values).for_each(|value| value.label = format::language(&value.key));
        Found { query: Rc::new(query), answer: Rc::new(answer) }
    });
    (*found).clone()
}
