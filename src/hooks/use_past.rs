//! Remembers what is opened.

use std::rc::Rc;

use yew::{hook, use_effect_with, use_mut_ref};

use crate::library::Library;
use crate::past;
use crate::route::Route;
use crate::view_state::ViewState;

/// Remembers the article that the address names, and the search that led to it.
#[hook]
pub fn use_past(library: Library, state: &Rc<ViewState>) {
    let before = use_mut_ref(|| None::<Route>);
    use_effect_with(state.clone(), move |state| {
        let before = before.replace(Some(state.route.clone()));
        let corpus = library.corpus();
        let Some(document) = state.document(corpus).and_then(|doc| corpus.document(doc)) else { return };
        past::set_article(corpus, document.slug());
        if matches!(before, Some(Route::Start | Route::Search)) {
            past::add_search(corpus, &state.query);
        }
    });
}
