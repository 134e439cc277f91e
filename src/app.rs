//! The page around its views: header, filters, main, aside and footer; the address, the keys and the focus.

mod explorer;
mod keys;

use yew::{ContextProvider, Html, component, html};

use crate::library::Library;
use crate::pages::load_error;
use explorer::Explorer;

/// The page of the embedded collection.
#[component]
pub fn App() -> Html {
    match Library::embedded() {
        Ok(library) => html! {
            <ContextProvider<Library> context={library}>
                <Explorer />
            </ContextProvider<Library>>
        },
        Err(error) => load_error(&error),
    }
}
