//! What can be done with the text that is selected in an article: copied with its source, or searched for.

use std::cell::RefCell;

use corpus::model::{DocId, SentenceId};
use corpus::{ByteSpan, DocumentView};
use yew::{Callback, Html, Properties, component, html, use_effect_with, use_state_eq};

use super::correct_document::CorrectPassage;
use super::element::{link, words};
use crate::dom::selection::{self, Selected};
use crate::dom::{address, clipboard};
use crate::format;
use crate::hooks::{Edit, use_library, use_notebook, use_ui};
use crate::text;
use crate::ui_state::UiAction;
use crate::view_state::ViewState;
use crate::{notebook, tables};

#[derive(Clone, Debug, PartialEq, Properties)]
pub struct SelectionBarProps {
    /// The document that is shown.
    pub doc: DocId,
    /// What is asked and chosen.
    pub state: ViewState,
}

/// Sentences have ids of this beginning in the page.
const SENTENCE: &str = "s-";
/// Words of a selection that are searched for.
const MAX_SEARCHED: usize = 12;

/// A toolbar while something is selected, and what was copied where the clipboard was refused.
#[component]
pub fn SelectionBar(props: &SelectionBarProps) -> Html {
    let SelectionBarProps { doc, state } = props;
    let document = use_library().corpus().document(*doc);
    let (notebook, ui) = (use_notebook(), use_ui());
    let selected = use_state_eq(|| None::<Selected>);
    // What was copied, and whether it could be.
    let copied = use_state_eq(|| None::<(String, bool)>);
    use_effect_with((), {
        let (selected, copied) = (selected.setter(), copied.setter());
        move |()| {
            let before = RefCell::new(None);
            let listener = selection::listen(move || {
                let now = selection::selected_in(".sentence");
                // Browsers tell of the same selection again when a button is pressed.
                if now.is_some() && before.replace(now.clone()) != now {
                    copied.set(None);
                }
                selected.set(now);
            });
            move || drop(listener)
        }
    });
    let refused = copied.as_ref().filter(|(_, is_done)| !is_done).map(|(text, _)| text.clone());
    let (Some(document), true) = (document, selected.is_some() || refused.is_some()) else { return html! {} };
    let on_copy = selected.as_ref().map(|selected| {
        let sentence = selected.id.strip_prefix(SENTENCE).and_then(|id| id.parse().ok());
        let (copied, text) = (copied.setter(), citation(&document, state, sentence, &selected.text));
        Callback::from(move |_| {
            let (copied, cited) = (copied.clone(), text.clone());
            clipboard::copy(&text, move |is_done| copied.set(Some((cited.clone(), is_done))));
        })
    });
    let on_keep = selected.as_ref().and_then(|selected| {
        let entry = passage(&document, selected)?;
        let (edit, ui) = (notebook.edit.clone(), ui.dispatcher());
        Some(Callback::from(move |_| {
            edit.emit(Edit::Keep(entry.clone()));
            ui.dispatch(UiAction::Tell(text!("selected-kept")));
        }))
    });
    let searched = selected.as_ref().map(|selected| state.with_query(&phrase(&selected.text)).href());
    html! {
        <div class="selection" role="toolbar" aria-label={text!("selected")}>
            if let Some(on_copy) = on_copy {
                <button class="stepper__toggle" type="button" onclick={on_copy}>{ text!("selected-copy") }</button>
            }
            if let Some(on_keep) = on_keep {
                <button class="stepper__toggle" type="button" onclick={on_keep}>{ text!("selected-keep") }</button>
            }
            if let Some(span) = selected.as_ref().and_then(|selected| place(&document, selected)) {
                <CorrectPassage doc={*doc} {span} is_kept=false />
            }
            if let Some(href) = searched { { link(href, words(&text!("selected-search"))) } }
            <span role="status">{ if matches!(&*copied, Some((_, true))) { text!("selected-copied") } else { String::new() } }</span>
            if let Some(text) = refused {
                <label class="selection__refused">
                    { text!("selected-refused") }
                    <textarea class="selection__text" readonly=true rows="4" value={text} />
                </label>
                <button class="stepper__toggle" type="button" onclick={move |_| copied.set(None)}>{ text!("selected-close") }</button>
            }
        </div>
    }
}

/// Where the selected words stand; `None` if they are not one stretch of the text.
fn place(document: &DocumentView<'_>, selected: &Selected) -> Option<ByteSpan> {
    let sentence =
        selected.id.strip_prefix(SENTENCE).and_then(|id| id.parse().ok()).and_then(|id| document.sentence(id));
    let begins = sentence.map_or(0, |sentence| sentence.span.start());
    notebook::places(&document.text(), &selected.text).into_iter().find(|span| span.start() >= begins)
}

/// The selected words as an entry of the notebook.
fn passage(document: &DocumentView<'_>, selected: &Selected) -> Option<notebook::Entry> {
    let (text, span) = (document.text(), place(document, selected)?);
    let passage = notebook::Entry::of_passage(document.slug(), &text, span);
    let notebook::Entry { title, source, .. } = tables::kept_article(document);
    Some(notebook::Entry { title, source, ..passage })
}

/// `“words” (Headline, Outlet, date with its kind) address`.
pub fn citation(document: &DocumentView<'_>, state: &ViewState, sentence: Option<SentenceId>, said: &str) -> String {
    let mut source = vec![document.title().to_owned()];
    source.extend(document.source().map(|outlet| outlet.text.to_owned()));
    source.push(match document.date() {
        Some(date) => text!("date-is", date = format::date(date.value()), kind = format::date_kind(date.kind())),
        None => text!("citation-no-date"),
    });
    let blank = state.with_query("").without_filters();
    let href = ViewState { sentence, ..blank.article(document) }.href();
    // The address stands outside of the message, which may put marks of direction around what is set into it.
    format!("{} {}", text!("citation", words = said, source = source.join(", ")), address::absolute(&href))
}

/// The selection as a phrase of the query language.
fn phrase(text: &str) -> String {
    let words: Vec<String> = text.split_whitespace().take(MAX_SEARCHED).map(|word| word.replace('"', "")).collect();
    format!("\"{}\"", words.join(" "))
}
