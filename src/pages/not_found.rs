//! What readers see at an address that names nothing.

use yew::{Html, Properties, component, html};

use crate::view_state::ViewState;

#[derive(Clone, Debug, PartialEq, Properties)]
pub struct NotFoundPageProps {
    /// What the address said.
    pub state: ViewState,
}

/// Says so, and leads back to the same query.
#[component]
pub fn NotFoundPage(props: &NotFoundPageProps) -> Html {
    let results = props.state.results();
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
