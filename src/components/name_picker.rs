//! A field in which one name of the collection is chosen: a combobox that offers the names that what is typed begins.

use corpus::EntityView;
use corpus::model::EntityId;
use corpus::query::FieldWord;
use corpus::search::Started;
use yew::{
    AttrValue, Callback, FocusEvent, Html, InputEvent, KeyboardEvent, MouseEvent, Properties, component, html,
    use_memo, use_state_eq,
};

use super::combobox::{ListState, Step};
use super::element::{all, element, words};
use crate::dom::{self, focus};
use crate::format;
use crate::hooks::use_library;
use crate::text;

#[derive(Clone, Debug, PartialEq, Properties)]
pub struct NamePickerProps {
    /// Id of the field.
    pub id: &'static str,
    /// What the name is for.
    pub label: AttrValue,
    /// The chosen name.
    pub chosen: Option<EntityId>,
    /// Another name was chosen, or none.
    pub on_choose: Callback<Option<EntityId>>,
}

/// Names that are offered.
const MAX_OFFERS: usize = 10;

/// The field with its list.
#[component]
pub fn NamePicker(props: &NamePickerProps) -> Html {
    let corpus = use_library().corpus();
    let NamePickerProps { id, label, chosen, on_choose } = props.clone();
    // What is typed over the chosen name.
    let typed = use_state_eq(|| None::<String>);
    let list = use_state_eq(ListState::default);
    let offered = use_memo((*typed).clone(), |typed| -> Vec<Started<'static>> {
        let typed = typed.as_deref().unwrap_or_default();
        let started = corpus.names_starting(typed, FieldWord::default(), MAX_OFFERS * 2);
        started.into_iter().filter(|started| started.entity.kind().is_name()).take(MAX_OFFERS).collect()
    });
    let n = if list.is_open { offered.len() } else { 0 };
    let active = list.active.filter(|&active| active < n);
    let name = chosen.and_then(|chosen| corpus.entity(chosen)).map_or("", |entity| entity.name());
    let value = typed.as_deref().unwrap_or(name).to_owned();

    let take = {
        let (typed, list, offered) = (typed.clone(), list.clone(), offered.clone());
        let on_choose = on_choose.clone();
        Callback::from(move |number: usize| {
            if let Some(started) = offered.get(number) {
                typed.set(None);
                list.set(list.closed());
                on_choose.emit(Some(started.entity.id()));
            }
        })
    };
    let oninput = {
        let (typed, list) = (typed.clone(), list.clone());
        Callback::from(move |event: InputEvent| {
            typed.set(Some(dom::value_of(&event)));
            list.set(list.opened(None));
        })
    };
    let onkeydown = {
        let (typed, list, take) = (typed.clone(), list.clone(), take.clone());
        Callback::from(move |event: KeyboardEvent| {
            if event.is_composing() || event.ctrl_key() || event.meta_key() {
                return;
            }
            match list.step(&event.key(), event.alt_key(), n) {
                Step::Leave if event.key() == "Enter" && n > 0 => take.emit(0),
                Step::Leave if event.key() == "Escape" && typed.is_some() => typed.set(None),
                Step::Leave => return,
                Step::ToText => return list.set(ListState { active: None, ..*list }),
                Step::To(next) => list.set(next),
                Step::Take(number) => take.emit(number),
            }
            event.prevent_default();
            // The page would do something else with it.
            event.stop_propagation();
        })
    };
    let onblur = {
        let (typed, list, on_choose) = (typed.clone(), list.clone(), on_choose.clone());
        Callback::from(move |_: FocusEvent| {
            // A field that was emptied names nobody any more; half a name is taken back.
            if chosen.is_some() && typed.as_deref().is_some_and(|text| text.trim().is_empty()) {
                on_choose.emit(None);
            }
            typed.set(None);
            list.set(list.closed());
        })
    };
    let on_clear = move |_: MouseEvent| {
        on_choose.emit(None);
        focus::focus(id);
    };
    let is_unknown = list.is_open && n == 0 && value.trim().chars().nth(1).is_some();
    let list_id = format!("{id}-names");
    let dir = (!value.is_empty()).then_some("auto");
    html! {
        <div class="picker">
            <label class="view__label" for={id}>{ label.clone() }</label>
            <div class="picker__text">
                <input class="view__field picker__field" {id} type="text" {value} {oninput} {onkeydown} {onblur} role="combobox"
                    aria-autocomplete="list" aria-expanded={(n > 0).to_string()} aria-controls={list_id.clone()}
                    aria-activedescendant={active.map(|active| option_id(id, active))}
                    placeholder={text!("picker-placeholder")} autocomplete="off" spellcheck="false" {dir} />
                if chosen.is_some() {
                    <button class="search-box__clear" type="button" aria-label={text!("picker-clear", label = label.as_str())} onclick={on_clear}>{ "×" }</button>
                }
                if n > 0 { { options(id, list_id, &label, &offered, active, &take) } }
            </div>
            if is_unknown { { element("p", "picker__none", words(&text!("picker-none"))) } }
        </div>
    }
}

fn option_id(id: &str, number: usize) -> String {
    format!("{id}-{number}")
}

fn options(
    id: &'static str,
    list_id: String,
    label: &str,
    offered: &[Started<'static>],
    active: Option<usize>,
    take: &Callback<usize>,
) -> Html {
    let option = |(number, started): (usize, &Started<'static>)| {
        let onclick = take.reform(move |_| number);
        let (option_id, selected) = (option_id(id, number), (active == Some(number)).to_string());
        html! {
            <li class="suggestion" role="option" id={option_id} aria-selected={selected} {onclick}>{ offer(started) }</li>
        }
    };
    let options: Vec<Html> = offered.iter().enumerate().map(option).collect();
    // The field keeps the focus whatever is pressed here.
    let onmousedown = |event: MouseEvent| event.prevent_default();
    html! {
        <ul class="suggestions suggestions--names" id={list_id} role="listbox" aria-label={text!("picker-names", label = label)} {onmousedown}>
            { all(options) }
        </ul>
    }
}

fn offer(started: &Started<'static>) -> Html {
    let entity: &EntityView<'static> = &started.entity;
    let n = match entity.corpus().n_docs() {
        1 => text!("n-mentions", n = entity.n_mentions()),
        _ => format::articles(started.n_docs as usize),
    };
    let kind = format::kind(entity.kind());
    let note = match started.form {
        Some(form) => text!("picker-note-form", form = form, kind = kind, n = n),
        None => text!("picker-note", kind = kind, n = n),
    };
    let name = html! { <bdi class="name" data-kind={entity.kind().word()}>{ entity.name().to_owned() }</bdi> };
    all(vec![name, words(" "), element("bdi", "suggestion__note", words(&note))])
}
