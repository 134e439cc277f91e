//! What readers see at an address that names nothing.

use yew::{Html, html};

use crate::view_state::ViewState;

/// Says so, and leads back to the query of `state`.
pub fn not_found(state: &ViewState) -> Html {
    let results = state.results();
    html! {
        <section class="notice-page">
            <h1 id="page-heading" tabindex="-1">{ "Nothing stands at this address" }</h1>
            <p>{ "The article may have been renamed or taken out of the collection since the link was made." }</p>
            <p><a href={results.href()}>
                { if results.is_blank() { "To the start" } else { "To the results of the same search" } }
            </a></p>
        </section>
    }
}
