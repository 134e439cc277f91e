//! All corrections of a reader, in words: each can be taken back; together they are saved as a file and read from one.

use yew::{Callback, Event, Html, MouseEvent, component, html, use_state_eq};

use super::element::{all, element, isolated, words};
use crate::corrected::{self, FILE};
use crate::dom::{download, upload};
use crate::hooks::{Correction, CorrectionsHandle, use_corrections};
use crate::text;

/// The part of the notebook that holds them.
#[component]
pub fn CorrectionsList() -> Html {
    let corrections = use_corrections();
    // What came of a file.
    let told = use_state_eq(String::new);
    let Some(corrections) = corrections else { return html! {} };
    let entries = corrections.entries.clone();
    let on_save = {
        let entries = entries.clone();
        move |_: MouseEvent| download::save(FILE, "application/toml", &corrected::file_of(&entries))
    };
    let on_load = {
        let (change, told) = (corrections.change.clone(), told.setter());
        Callback::from(move |event: Event| {
            let (change, told) = (change.clone(), told.clone());
            upload::read_text(&event, move |name, text| match text.as_deref().map(corrected::read) {
                None => told.set(text!("notebook-unreadable", file = name)),
                Some(Err(said)) => told.set(text!("notebook-error", file = name, error = said)),
                Some(Ok(entries)) => {
                    told.set(text!("corrections-loaded", file = name, n = entries.len()));
                    change.emit(Correction::Join(entries));
                }
            });
        })
    };
    let on_none = corrections.change.reform(|_: MouseEvent| Correction::TakeAllBack);
    let title = text!("corrections-n", n = entries.len());
    html! {
        <section class="part corrections" aria-labelledby="corrections-heading">
            <h2 class="part__title" id="corrections-heading">{ title }</h2>
            { element("p", "part__why", words(&about(&corrections))) }
            if !entries.is_empty() {
                <ol class="corrections__list" role="list" aria-label={text!("corrections")}>
                    { for (0..entries.len()).map(|at| item(&corrections, at)) }
                </ol>
                { element("p", "correct__note", words(&text!("corrections-note"))) }
            }
            <p class="notebook__files">
                if !entries.is_empty() {
                    <button class="take-away__file" type="button" onclick={on_save}>{ text!("corrections-save", file = FILE) }</button>
                }
                <label class="notebook__load take-away__file">
                    { text!("corrections-load", file = FILE) }
                    <input class="visually-hidden" type="file" accept=".toml,application/toml" onchange={on_load} />
                </label>
                if !entries.is_empty() {
                    <button class="take-away__file" type="button" onclick={on_none}>{ text!("corrections-undo-all") }</button>
                }
            </p>
            <p class="notebook__told" role="status">{ (*told).clone() }</p>
        </section>
    }
}

fn about(corrections: &CorrectionsHandle) -> String {
    text!(match (corrections.entries.is_empty(), corrections.is_kept) {
        (true, _) => "corrections-none",
        (false, true) => "corrections-kept",
        (false, false) => "corrections-refused",
    })
}

fn item(corrections: &CorrectionsHandle, at: usize) -> Html {
    let said = corrections.entries.get(at).map(corrected::in_words).unwrap_or_default();
    let problem = corrections.problems.get(at).cloned().flatten();
    let problem =
        problem.map(|problem| element("p", "notebook__missing", words(&text!("corrections-unfit", problem = problem))));
    let onclick = corrections.change.reform(move |_: MouseEvent| Correction::TakeBack(at));
    let label = text!("corrections-undo-one", what = &said);
    html! {
        <li class="corrections__entry">
            { all(vec![element("p", "corrections__words", isolated(&said)), problem.unwrap_or_default()]) }
            <button class="facet__more" type="button" aria-label={label} {onclick}>{ text!("corrections-undo") }</button>
        </li>
    }
}
