//! The notebook of the page: one for all views, kept by the browser, and the same in every tab.

use std::rc::Rc;

use corpus::Corpus;
use yew::{
    Callback, Reducible, UseReducerHandle, hook, use_context, use_effect_with, use_memo, use_reducer_eq, use_state_eq,
};

use crate::dom::storage;
use crate::library::Library;
use crate::notebook::{Entry, Notebook};
use crate::past;
use crate::reading::{self, Reading};

/// The notebook and the way to change it.
#[derive(Clone, Debug, PartialEq)]
pub struct NotebookHandle {
    /// What is kept.
    pub book: Rc<Notebook>,
    /// What it and the browser say of the articles.
    pub reading: Rc<Reading>,
    /// Whether the browser keeps it.
    pub is_kept: bool,
    /// Changes it.
    pub edit: Callback<Edit>,
}

/// A change.
#[derive(Clone, Debug)]
pub enum Edit {
    /// Keeps a thing, or lets it go if it was kept.
    Toggle(Entry),
    /// Keeps a thing, if it is not kept yet.
    Keep(Entry),
    /// Keeps a thing at a place.
    Insert(usize, Entry),
    /// Lets the thing at a place go.
    Remove(usize),
    /// Writes something to the thing at a place.
    Note(usize, String),
    /// Moves the thing at a place one up.
    Up(usize),
    /// An article was opened.
    Read(String),
    /// Everything is as another notebook has it.
    Replace(Notebook),
}

#[derive(Clone, Debug, PartialEq)]
struct State(Rc<Notebook>);

impl Reducible for State {
    type Action = Edit;

    fn reduce(self: Rc<Self>, edit: Edit) -> Rc<Self> {
        let mut book = (*self.0).clone();
        let entries = &mut book.entries;
        match edit {
            Edit::Toggle(entry) => match book.position(&entry) {
                Some(at) => drop(book.entries.remove(at)),
                None => book.entries.push(entry),
            },
            Edit::Keep(entry) => {
                if book.position(&entry).is_none() {
                    book.entries.push(entry);
                }
            }
            Edit::Insert(at, entry) => entries.insert(at.min(entries.len()), entry),
            Edit::Remove(at) if at < entries.len() => drop(entries.remove(at)),
            Edit::Note(at, note) => entries.get_mut(at).into_iter().for_each(|entry| entry.note.clone_from(&note)),
            Edit::Up(at) if at > 0 && at < entries.len() => entries.swap(at, at - 1),
            Edit::Remove(_) | Edit::Up(_) => {}
            Edit::Read(slug) => book.mark_read(&slug),
            Edit::Replace(other) => book = other,
        }
        Rc::new(State(Rc::new(book)))
    }
}

/// Where the browser keeps it.
fn key(corpus: &Corpus<'_>) -> String {
    past::key(corpus, "notebook")
}

/// The notebook that the browser keeps for the collection, in all its tabs.
#[hook]
pub fn use_own_notebook(library: Library) -> NotebookHandle {
    let corpus = library.corpus();
    let state: UseReducerHandle<State> = use_reducer_eq(|| {
        let stored = storage::read(&key(corpus)).and_then(|text| Notebook::from_json(&text).ok());
        State(Rc::new(stored.unwrap_or_else(|| Notebook::new(corpus.title()))))
    });
    let is_kept = use_state_eq(|| true);
    {
        let is_kept = is_kept.setter();
        use_effect_with(state.0.clone(), move |book| {
            let text = if book.entries.is_empty() && book.read.is_empty() { String::new() } else { book.to_json() };
            // What another tab has written is not written once more.
            if storage::read(&key(corpus)).unwrap_or_default() != text {
                is_kept.set(storage::write(&key(corpus), &text));
            }
        });
    }
    {
        let dispatcher = state.dispatcher();
        use_effect_with((), move |()| {
            let listener = storage::listen(move |changed| {
                if changed == key(corpus) {
                    let text = storage::read(&changed).unwrap_or_default();
                    let book =
                        if text.is_empty() { Ok(Notebook::new(corpus.title())) } else { Notebook::from_json(&text) };
                    book.into_iter().for_each(|book| dispatcher.dispatch(Edit::Replace(book)));
                }
            });
            move || drop(listener)
        });
    }
    let added = use_memo((), |()| reading::added(corpus));
    let reading = use_memo(state.0.clone(), |book| Reading::of(corpus, book, &added));
    let dispatcher = state.dispatcher();
    NotebookHandle {
        book: state.0.clone(),
        reading,
        is_kept: *is_kept,
        edit: Callback::from(move |edit| dispatcher.dispatch(edit)),
    }
}

/// The notebook of the page.
#[hook]
pub fn use_notebook() -> NotebookHandle {
    use_context::<NotebookHandle>().expect("every view stands inside of the notebook's context")
}
