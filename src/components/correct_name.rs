//! What a reader can set right about a name: what it is called, what else it is, of what kind, what a form of it means,
//! and that it is no name.

use corpus::EntityView;
use corpus::model::{DocId, EntityId, EntityKind};
use corrections::Entry;
use yew::{Callback, Event, Html, InputEvent, MouseEvent, Properties, SubmitEvent, component, html, use_state_eq};

use super::element::{all, element, words};
use super::name_picker::NamePicker;
use crate::corrected;
use crate::dom;
use crate::hooks::{Correction, use_corrections, use_library, use_unfolded};
use crate::{format, text};

#[derive(Clone, Debug, PartialEq, Properties)]
pub struct CorrectNameProps {
    /// The name.
    pub entity: EntityId,
    /// The article that is open, to which a correction can be confined.
    #[prop_or_default]
    pub doc: Option<DocId>,
}

/// A disclosure; nothing where names cannot be corrected, or for what is none.
#[component]
pub fn CorrectName(props: &CorrectNameProps) -> Html {
    let corpus = use_library().corpus();
    let corrections = use_corrections();
    let (is_open, ontoggle) = use_unfolded();
    // What is typed, chosen and marked so far.
    let new_name = use_state_eq(|| None::<String>);
    let other = use_state_eq(|| None::<EntityId>);
    let kind = use_state_eq(|| None::<EntityKind>);
    let form = use_state_eq(|| None::<String>);
    let meant = use_state_eq(String::new);
    let is_here = use_state_eq(|| false);
    let entity = corpus.entity(props.entity).filter(|entity| entity.kind().is_name());
    let (Some(corrections), Some(entity)) = (corrections, entity) else { return html! {} };
    let document = props.doc.filter(|_| corpus.n_docs() > 1).and_then(|doc| corpus.document(doc));
    let path = document.filter(|_| *is_here).map(|document| document.id().to_owned());
    let add = {
        let (change, path) = (corrections.change.clone(), path.clone());
        move |entry: Entry| {
            let (change, entry) = (change.clone(), entry.with_some("path", path.clone()));
            Callback::from(move |()| change.emit(Correction::Add(entry.clone())))
        }
    };
    let own_kind = entity.kind().word();
    let about = |table: &'static str| Entry::new(table).with("name", entity.name());
    let typed = new_name.as_deref().unwrap_or(entity.name());
    let is_renamed = !typed.trim().is_empty() && typed.trim() != entity.name();
    let rename = add(about("rename").with("into", typed.trim()).with("kind", own_kind));
    let joined = other.and_then(|other| corpus.entity(other)).filter(|other| other.id() != entity.id());
    let join = joined.as_ref().map(|joined| add(merge(&entity, joined)));
    let to = kind.unwrap_or(entity.kind());
    let retype = add(about("retype").with("to", to.word()).with("kind", own_kind));
    let forms: Vec<&str> = entity.aliases().map(|(form, _)| form).collect();
    let chosen = form.as_deref().or(forms.first().copied()).unwrap_or_default().to_owned();
    let meaning = meant.trim();
    let split = add(Entry::new("split").with("name", &*chosen).with("into", meaning).with("kind", own_kind));
    let reject = add(about("reject").with("kind", own_kind));
    let on_other = {
        let other = other.setter();
        Callback::from(move |chosen| other.set(chosen))
    };
    let on_kind = {
        let kind = kind.setter();
        move |event: Event| kind.set(EntityKind::from_word(&dom::chosen_in(&event)))
    };
    let on_form = {
        let form = form.setter();
        move |event: Event| form.set(Some(dom::chosen_in(&event)))
    };
    let on_place = {
        let is_here = is_here.setter();
        move |event: Event| is_here.set(dom::chosen_in(&event) == "here")
    };
    let on_new_name = {
        let new_name = new_name.setter();
        move |event: InputEvent| new_name.set(Some(dom::value_of(&event)))
    };
    let on_meant = {
        let meant = meant.setter();
        move |event: InputEvent| meant.set(dom::value_of(&event))
    };
    let kinds = EntityKind::ALL.iter().filter(|kind| kind.is_name());
    let kinds =
        kinds.map(|kind| html! { <option value={kind.word()} selected={*kind == to}>{ format::kind(*kind) }</option> });
    let form_options = forms
        .iter()
        .map(|form| html! { <option value={form.to_string()} selected={*form == chosen}>{ *form }</option> });
    html! {
        <details class="correct" {ontoggle}>
            { element("summary", "facet__more", words(&text!("correct-name"))) }
            if is_open {
                if document.is_some() {
                    <label class="correct__field">
                        { text!("correct-applies") }
                        <select class="view__field" onchange={on_place}>
                            <option value="everywhere" selected={!*is_here}>{ text!("correct-everywhere") }</option>
                            <option value="here" selected={*is_here}>{ text!("correct-here") }</option>
                        </select>
                    </label>
                }
                { row("correct-rename", is_renamed, rename, html! {
                    <label class="correct__field">{ text!("correct-is-called") }
                        <input class="view__field" type="text" value={typed.to_owned()} oninput={on_new_name} autocomplete="off" spellcheck="false" dir="auto" />
                    </label>
                }) }
                { row("correct-join", join.is_some(), join.unwrap_or_default(), html! {
                    <NamePicker id="correct-same" label={text!("correct-same-as")} chosen={*other} on_choose={on_other} />
                }) }
                { row("correct-change-kind", to != entity.kind(), retype, html! {
                    <label class="correct__field">{ text!("correct-other-kind") }
                        <select class="view__field" onchange={on_kind}>{ for kinds }</select>
                    </label>
                }) }
                { row("correct-split", !meaning.is_empty(), split, all(vec![
                    html! {
                        <label class="correct__field">{ text!("correct-form") }
                            <select class="view__field" onchange={on_form} dir="auto">{ for form_options }</select>
                        </label>
                    },
                    html! {
                        <label class="correct__field">{ text!("correct-namely") }
                            <input class="view__field" type="text" value={(*meant).clone()} oninput={on_meant} autocomplete="off" spellcheck="false" dir="auto" />
                        </label>
                    },
                ])) }
                <p class="correct__row">
                    <button class="take-away__file" type="button" onclick={reject.reform(|_: MouseEvent| ())}>{ text!("correct-no-name") }</button>
                </p>
                { element("p", "correct__note", words(&text!("correct-note"))) }
            }
        </details>
    }
}

/// Both names as one, which is called and is what the second is.
fn merge(entity: &EntityView<'_>, into: &EntityView<'_>) -> Entry {
    let names = vec![entity.name().to_owned(), into.name().to_owned()];
    Entry::new("merge").with_all("names", names).with("into", into.name()).with("kind", into.kind().word())
}

/// Fields, and the button that does what they say; `label` is its message.
pub fn row(label: &'static str, is_ready: bool, on_do: Callback<()>, fields: Html) -> Html {
    let onsubmit = Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        if is_ready {
            on_do.emit(());
        }
    });
    html! {
        <form class="correct__row" {onsubmit}>
            { fields }
            <button class="take-away__file" type="submit" disabled={!is_ready}>{ text!(label) }</button>
        </form>
    }
}

/// The document entry for an article, without anything said in it.
pub fn about_document(document: &corpus::DocumentView<'_>) -> Entry {
    let (word, name) = corrected::name_of(document);
    Entry::new("document").with(word, name)
}
