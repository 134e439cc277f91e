//! The corrections of the page: one list for all views, kept by the browser, and the same in every tab.

use std::rc::Rc;

use corpus::Corpus;
use corrections::Entry;
use yew::{Callback, hook, use_context, use_effect_with, use_state_eq};

use crate::corrected;
use crate::dom::{after_paint, focus, storage};
use crate::library::Library;
use crate::past;
use crate::text;

/// Id of the button that takes the last correction back, for focus.
pub const UNDO_ID: &str = "undo-correction";

/// Blobs of so many bytes are corrected before anything is shown of them: it takes no time that anybody sees.
const AT_ONCE_BYTES: usize = 1 << 20;

/// The corrections and the way to change them.
#[derive(Clone, Debug, PartialEq)]
pub struct CorrectionsHandle {
    /// In the order in which they are applied.
    pub entries: Rc<Vec<Entry>>,
    /// For each of them why it fits nothing, if so.
    pub problems: Rc<Vec<Option<String>>>,
    /// Whether the browser keeps them.
    pub is_kept: bool,
    /// Changes them.
    pub change: Callback<Correction>,
}

/// A change of the list.
#[derive(Clone, Debug, PartialEq)]
pub enum Correction {
    /// One more.
    Add(Entry),
    /// The one at a place is taken back.
    TakeBack(usize),
    /// All are taken back.
    TakeAllBack,
    /// Those of a file, as far as they are not there.
    Join(Vec<Entry>),
}

/// What was done last, in words, and the list before it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Told {
    /// The words; empty if nothing was done.
    pub words: String,
    /// What undoes it, if that makes sense.
    pub before: Option<Rc<Vec<Entry>>>,
    /// Whether it added one entry at the end.
    pub is_addition: bool,
}

/// What the page shows, and what of its corrections.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    /// The collection as it is corrected.
    pub library: Library,
    /// For all views.
    pub handle: CorrectionsHandle,
    /// What was done last.
    pub told: Told,
    /// Takes it back.
    pub on_undo: Callback<()>,
    /// It was read.
    pub on_close: Callback<()>,
}

/// Where the browser keeps them.
fn key(corpus: &Corpus<'_>) -> String {
    past::key(corpus, "corrections")
}

fn stored(corpus: &Corpus<'_>) -> Vec<Entry> {
    storage::read(&key(corpus)).and_then(|text| corrected::read(&text).ok()).unwrap_or_default()
}

/// The list behind a change, and what is said of it.
fn changed(entries: &[Entry], correction: Correction) -> (Vec<Entry>, String) {
    let mut next = entries.to_vec();
    match correction {
        Correction::Add(entry) => {
            let words = corrected::in_words(&entry);
            next.push(entry);
            (next, words)
        }
        Correction::TakeBack(at) if at < next.len() => {
            let entry = next.remove(at);
            (next, text!("corrected-taken-back", what = corrected::in_words(&entry)))
        }
        Correction::TakeBack(_) => (next, String::new()),
        Correction::TakeAllBack => (Vec::new(), text!("corrected-all-taken-back")),
        Correction::Join(others) => {
            let n_before = next.len();
            for entry in others {
                if !next.contains(&entry) {
                    next.push(entry);
                }
            }
            let n = next.len() - n_before;
            (next, text!("corrected-added", n = n))
        }
    }
}

/// The embedded collection with the corrections that the browser keeps for it, in all its tabs.
#[hook]
pub fn use_own_corrections(embedded: Library) -> Shown {
    let corpus = embedded.corpus();
    let entries = use_state_eq(|| Rc::new(stored(corpus)));
    let made = use_state_eq(|| {
        let at_once: &[Entry] = if embedded.n_bytes() < AT_ONCE_BYTES { &entries } else { &[] };
        corrected::made(embedded, at_once)
    });
    let told = use_state_eq(Told::default);
    let is_kept = use_state_eq(|| true);

    // Shows what comes of a list, with `next` told once it is there.
    let show = {
        let (made, told) = (made.setter(), told.setter());
        Callback::from(move |(entries, next): (Rc<Vec<Entry>>, Told)| {
            let (made, told) = (made.clone(), told.clone());
            told.set(Told { words: text!("corrected-working"), ..Told::default() });
            after_paint(move || {
                let top = focus::scroll_top();
                let result = corrected::made(embedded, &entries);
                let problem = result.problems.last().cloned().flatten().filter(|_| next.is_addition);
                let is_told = !next.words.is_empty();
                let words = match problem {
                    Some(problem) => text!("corrected-but", what = &next.words, problem = problem),
                    None => next.words.clone(),
                };
                told.set(Told { words, ..next });
                made.set(result);
                after_paint(move || {
                    // The views were made anew.
                    focus::scroll_to(top);
                    if is_told {
                        focus::focus_in_place(UNDO_ID);
                    }
                });
            });
        })
    };
    let put = {
        let (entries, is_kept, show) = (entries.setter(), is_kept.setter(), show.clone());
        Callback::from(move |(next, told): (Rc<Vec<Entry>>, Told)| {
            let text = if next.is_empty() { String::new() } else { corrected::file_of(&next) };
            is_kept.set(storage::write(&key(corpus), &text));
            entries.set(next.clone());
            show.emit((next, told));
        })
    };
    {
        // Those that were kept, if they were not shown at once; and those that another tab has made.
        let (entries, show, now) = (entries.setter(), show.clone(), (*entries).clone());
        let is_shown = made.problems.len() == now.len();
        use_effect_with((), move |()| {
            if !is_shown {
                show.emit((now, Told::default()));
            }
            let listener = storage::listen(move |changed| {
                if changed == key(corpus) {
                    let next = Rc::new(stored(corpus));
                    entries.set(next.clone());
                    show.emit((next, Told::default()));
                }
            });
            move || drop(listener)
        });
    }
    let change = {
        let (entries, put) = ((*entries).clone(), put.clone());
        Callback::from(move |correction: Correction| {
            let is_addition = matches!(correction, Correction::Add(_));
            let (next, words) = changed(&entries, correction);
            if next != *entries {
                let told =
                    Told { words: text!("corrected-done", what = words), before: Some(entries.clone()), is_addition };
                put.emit((Rc::new(next), told));
            }
        })
    };
    let on_undo = {
        let (told, put) = ((*told).clone(), put.clone());
        Callback::from(move |()| {
            if let Some(before) = told.before.clone() {
                put.emit((before, Told { words: text!("corrected-undone"), ..Told::default() }));
            }
        })
    };
    let on_close = {
        let told = told.setter();
        Callback::from(move |()| told.set(Told::default()))
    };
    let handle = CorrectionsHandle {
        entries: (*entries).clone(),
        problems: Rc::new(made.problems.clone()),
        is_kept: *is_kept,
        change,
    };
    Shown { library: made.library, handle, told: (*told).clone(), on_undo, on_close }
}

/// The corrections of the page; `None` where nothing can be corrected.
#[hook]
pub fn use_corrections() -> Option<CorrectionsHandle> {
    use_context::<CorrectionsHandle>()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_changed_is_told_and_what_is_there_is_not_added_again() {
        let entry = |name: &str| Entry::new("reject").with("name", name);
        let (one, said) = changed(&[], Correction::Add(entry("A")));
        assert_eq!((one.len(), said.as_str()), (1, "“A” is no name"));
        let (two, said) = changed(&one, Correction::Join(vec![entry("A"), entry("B"), entry("B")]));
        assert_eq!((two.clone(), said.as_str()), (vec![entry("A"), entry("B")], "1 correction is added"));
        assert_eq!(changed(&two, Correction::TakeBack(0)), (vec![entry("B")], "Taken back: “A” is no name".to_owned()));
        assert_eq!(changed(&two, Correction::TakeBack(2)).0, two);
        assert_eq!(changed(&two, Correction::TakeAllBack).0, []);
    }
}
