//! The page around its views: header, filters, main, aside and footer; the address, the keys and the focus.

mod corrected;
mod explorer;
mod keys;

use yew::{ContextProvider, Html, component, html, use_effect_with, use_state};

use crate::dom::after_paint;
use crate::hooks::{LanguageHandle, use_own_language};
use crate::library::Library;
use crate::pages::load_error;
use corrected::Corrected;

/// The page of the embedded collection.
#[component]
pub fn App() -> Html {
    let language = use_own_language();
    // To look at every byte takes longer than to open the collection: readers see the page first.
    let damage = use_state(|| None);
    use_effect_with((), {
        let damage = damage.setter();
        move |()| after_paint(move || damage.set(Library::check_embedded().err()))
    });
    match damage.as_ref().map_or_else(Library::embedded, |error| Err(error.clone())) {
        Ok(embedded) => html! {
            <ContextProvider<LanguageHandle> context={language.clone()}>
                <Corrected {embedded} />
            </ContextProvider<LanguageHandle>>
        },
        Err(error) => load_error(&error),
    }
}
