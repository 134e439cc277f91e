//! What a reader can set right about a quotation: who said it.

use corpus::ByteSpan;
use corpus::model::{DocId, EntityKind, Speaker};
use corrections::Entry;
use yew::{Callback, InputEvent, MouseEvent, Properties, component, html, use_state_eq};

use super::correct_name::row;
use super::element::{element, words};
use crate::dom;
use crate::hooks::{Correction, use_corrections, use_library, use_unfolded};
use crate::text;

#[derive(Clone, Debug, PartialEq, Properties)]
pub struct CorrectSpeakerProps {
    /// The document.
    pub doc: DocId,
    /// The words that are quoted in it.
    pub span: ByteSpan,
}

/// A disclosure with a field for a name, or for other words of the article.
#[component]
pub fn CorrectSpeaker(props: &CorrectSpeakerProps) -> yew::Html {
    let corpus = use_library().corpus();
    let corrections = use_corrections();
    let (is_open, ontoggle) = use_unfolded();
    let typed = use_state_eq(|| None::<String>);
    let (Some(corrections), Some(document)) = (corrections, corpus.document(props.doc)) else { return html! {} };
    let summary = element("summary", "why__button", words(&text!("correct-speaker")));
    if !is_open {
        return html! { <details class="correct" {ontoggle}>{ summary }</details> };
    }
    let quotation = document.quotations().find(|quotation| quotation.span() == props.span);
    let speaker = quotation.map_or(Speaker::Unresolved, |quotation| quotation.speaker());
    let now = match speaker {
        Speaker::Entity(entity, _) => corpus.entity(entity).map(|entity| entity.name().to_owned()).unwrap_or_default(),
        other => other.span().map(|span| document.slice(span)).unwrap_or_default(),
    };
    let set = |speaker: &str| {
        let entry = Entry::new("quotation").with("words", document.slice(props.span).trim()).with("speaker", speaker);
        let entry = entry.with("path", document.id());
        let change = corrections.change.clone();
        Callback::from(move |()| change.emit(Correction::Add(entry.clone())))
    };
    let value = typed.as_deref().unwrap_or(&now).to_owned();
    let is_other = !value.trim().is_empty() && value.trim() != now;
    let oninput = {
        let typed = typed.setter();
        move |event: InputEvent| typed.set(Some(dom::value_of(&event)))
    };
    // Those who can speak, and are named here.
    let mut names: Vec<&str> = document
        .entities()
        .0
        .into_iter()
        .filter_map(|id| corpus.entity(id))
        .filter(|entity| matches!(entity.kind(), EntityKind::Person | EntityKind::Organization | EntityKind::Group))
        .map(|entity| entity.name())
        .collect();
    corpus::sort::by_key(&mut names, |name| *name);
    names.dedup();
    let list = format!("speakers-{}-{}", props.doc.0, props.span.start());
    let options = names.into_iter().map(|name| html! { <option value={name.to_owned()} /> });
    html! {
        <details class="correct" {ontoggle}>
            { summary }
            { row("correct-set-speaker", is_other, set(value.trim()), html! {
                <label class="correct__field">{ text!("correct-speaker-is") }
                    <input class="view__field" type="text" {value} {oninput} list={list.clone()} autocomplete="off" spellcheck="false" dir="auto" />
                </label>
            }) }
            <datalist id={list}>{ for options }</datalist>
            if speaker != Speaker::Unresolved {
                <p class="correct__row">
                    <button class="take-away__file" type="button" onclick={set("").reform(|_: MouseEvent| ())}>{ text!("correct-nobody") }</button>
                </p>
            }
        </details>
    }
}
