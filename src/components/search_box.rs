//! The search box.

use yew::{Callback, Html, InputEvent, SubmitEvent, html};

use crate::dom;

/// Id of the field, for focus.
pub const SEARCH_BOX_ID: &str = "search-box";

/// What stands in the search box, and what it reports.
#[derive(Clone, Debug)]
pub struct SearchBox {
    /// The text.
    pub text: String,
    /// The text was changed.
    pub on_type: Callback<String>,
    /// Enter was pressed.
    pub on_commit: Callback<()>,
    /// Help was asked for.
    pub on_help: Callback<()>,
}

/// A search field with its button, and a way to the query language.
pub fn search_box(props: &SearchBox) -> Html {
    let oninput = props.on_type.reform(|event: InputEvent| dom::value_of(&event));
    let onsubmit = props.on_commit.reform(|event: SubmitEvent| event.prevent_default());
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
