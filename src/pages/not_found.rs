//! What readers see at an address that names nothing.

use yew::{Html, html};

use crate::text;
use crate::view_state::ViewState;

/// Says so, and leads back to the query of `state`.
pub fn not_found(state: &ViewState) -> Html {
    let results = state.results();
    html! {
        <section class="notice-page">
            <h1 id="page-heading" tabindex="-1">{ text!("not-found-title") }</h1>
            <p>{ text!("not-found-why") }</p>
            <p><a href={results.href()}>
                { text!(if results.is_blank() { "not-found-to-start" } else { "not-found-to-results" }) }
            </a></p>
        </section>
    }
}
