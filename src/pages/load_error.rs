//! What readers see when the embedded collection cannot be opened.

use corpus::codec::OpenError;
use yew::{Html, html};

use crate::text;

/// Says what is wrong with the collection and what to do.
pub fn load_error(error: &OpenError) -> Html {
    html! {
        <main class="loading">
            <h1 class="loading__title">{ text!("load-error-title") }</h1>
            <p class="failure" role="alert">{ error.to_string() }</p>
        </main>
    }
}
