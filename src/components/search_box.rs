//! The search box.

use yew::{Callback, Html, InputEvent, Properties, SubmitEvent, component, html, use_callback};

use crate::dom;

/// Id of the field, for focus.
pub const SEARCH_BOX_ID: &str = "search-box";

#[derive(Clone, Debug, PartialEq, Properties)]
pub struct SearchBoxProps {
    /// What stands in it.
    pub text: String,
    /// The text was changed.
    pub on_type: Callback<String>,
    /// Enter was pressed.
    pub on_commit: Callback<()>,
    /// Help was asked for.
    pub on_help: Callback<()>,
}

/// A search field with its button, and a way to the query language.
#[component]
pub fn SearchBox(props: &SearchBoxProps) -> Html {
    let oninput = use_callback(props.on_type.clone(), |event: InputEvent, on_type| on_type.emit(dom::value_of(&event)));
    let onsubmit = use_callback(props.on_commit.clone(), |event: SubmitEvent, on_commit| {
        event.prevent_default();
        on_commit.emit(());
    });
    let on_help = props.on_help.reform(|_| ());
    html! {
        <form class="search-box" role="search" aria-label="Search" {onsubmit}>
            <label class="visually-hidden" for={SEARCH_BOX_ID}>{ "Search the documents" }</label>
            <input class="search-box__field" id={SEARCH_BOX_ID} type="search" value={props.text.clone()} {oninput}
                placeholder="Words, \"a phrase\", person:name, -without" autocomplete="off" autocapitalize="off"
                spellcheck="false" enterkeyhint="search" />
            <button class="search-box__button" type="submit">{ "Search" }</button>
            <button class="search-box__help" type="button" aria-label="Help: query language and keys" onclick={on_help}>
                { "?" }
            </button>
        </form>
    }
}
