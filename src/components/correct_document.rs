//! What a reader can set right about an article: when it was published, and which passages are its story.

use corpus::model::DocId;
use corpus::{ByteSpan, DocumentView};
use corrections::is_date;
use yew::{Callback, Html, InputEvent, MouseEvent, Properties, component, html, use_state_eq};

use super::correct_name::{about_document, row};
use super::element::{element, words};
use crate::dom;
use crate::hooks::{Correction, use_corrections, use_library, use_unfolded};
use crate::text;

#[derive(Clone, Debug, PartialEq, Properties)]
pub struct CorrectDateProps {
    /// The document.
    pub doc: DocId,
}

/// A disclosure with a field for the date of publication.
#[component]
pub fn CorrectDate(props: &CorrectDateProps) -> Html {
    let corpus = use_library().corpus();
    let corrections = use_corrections();
    let (is_open, ontoggle) = use_unfolded();
    let typed = use_state_eq(|| None::<String>);
    let (Some(corrections), Some(document)) = (corrections, corpus.document(props.doc)) else { return html! {} };
    let now = document.published().map(|day| day.to_string()).unwrap_or_default();
    let value = typed.as_deref().unwrap_or(&now).trim().to_owned();
    let is_fit = is_date(&value) || value.is_empty();
    let set = {
        let entry = about_document(&document).with("published", value.clone());
        Callback::from(move |()| corrections.change.emit(Correction::Add(entry.clone())))
    };
    let oninput = {
        let typed = typed.setter();
        move |event: InputEvent| typed.set(Some(dom::value_of(&event)))
    };
    html! {
        <details class="correct" {ontoggle}>
            { element("summary", "facet__more", words(&text!("correct-date"))) }
            if is_open {
                { row("correct-set-date", is_fit && value != now, set, html! {
                    <label class="correct__field">{ text!("correct-published") }
                        <input class="view__field" type="text" inputmode="numeric" {value} {oninput} autocomplete="off"
                            aria-describedby="correct-date-note" aria-invalid={(!is_fit).to_string()} />
                    </label>
                }) }
                <p class="correct__note" id="correct-date-note">{ text!("correct-date-note") }</p>
            }
        </details>
    }
}

#[derive(Clone, Debug, PartialEq, Properties)]
pub struct CorrectPassageProps {
    /// The document.
    pub doc: DocId,
    /// The passage.
    pub span: ByteSpan,
    /// Whether it is to belong to the story, or to be left out.
    pub is_kept: bool,
}

/// A button that keeps a passage or leaves it out.
#[component]
pub fn CorrectPassage(props: &CorrectPassageProps) -> Html {
    let corpus = use_library().corpus();
    let corrections = use_corrections();
    let document = corpus.document(props.doc);
    let passage = document.and_then(|document| Some((document, passage(&document, props.span)?)));
    let (Some(corrections), Some((document, passage))) = (corrections, passage) else { return html! {} };
    let (field, label) = match props.is_kept {
        true => ("keep", "correct-keep"),
        false => ("remove", "correct-remove"),
    };
    let entry = about_document(&document).with_all(field, vec![passage]);
    let onclick = move |_: MouseEvent| corrections.change.emit(Correction::Add(entry.clone()));
    html! { <button class="stepper__toggle" type="button" {onclick}>{ text!(label) }</button> }
}

/// The words of a passage with single spaces, if there are any.
fn passage(document: &DocumentView<'_>, span: ByteSpan) -> Option<String> {
    let text = document.slice(span);
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    (!words.is_empty()).then_some(words)
}
