//! What readers see when the embedded collection cannot be opened.

use corpus::codec::OpenError;
use yew::{Html, Properties, component, html};

#[derive(Clone, Debug, PartialEq, Properties)]
pub struct LoadErrorProps {
    pub error: OpenError,
}

/// Says what is wrong with the collection and what to do.
#[component]
pub fn LoadError(props: &LoadErrorProps) -> Html {
    html! {
        <main class="loading">
            <h1 class="loading__title">{ "This collection cannot be opened" }</h1>
            <p class="failure" role="alert">{ props.error.to_string() }</p>
        </main>
    }
}
