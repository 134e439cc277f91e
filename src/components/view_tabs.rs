//! The ways from one view of what was found to another.

use yew::{Html, html};

use crate::route::Route;
use crate::text;
use crate::view_state::ViewState;

/// A link to each view; the query and the filters go along. `n_kept` is how much there is in the notebook.
pub fn view_tabs(state: &ViewState, n_kept: usize) -> Html {
    let tab = |name: String, route: Route| {
        let current = match (&state.route, &route) {
            (Route::Start | Route::Search | Route::Article { .. }, Route::Search) => true,
            (Route::Names | Route::Entity { .. }, Route::Names) => true,
            (here, there) => here == there,
        };
        let href = state.in_view(route).href();
        html! { <li><a class="tabs__link" {href} aria-current={current.then_some("page")}>{ name }</a></li> }
    };
    let notebook = if n_kept == 0 { text!("view-notebook") } else { text!("view-notebook-n", n = n_kept) };
    html! {
        <nav class="tabs" aria-label={text!("views")}>
            <ul class="tabs__list" role="list">
                { tab(text!("view-articles"), Route::Search) }
                { tab(text!("view-names"), Route::Names) }
                { tab(text!("view-quotes"), Route::Quotes) }
                { tab(text!("view-connect"), Route::Connect) }
                { tab(text!("view-timeline"), Route::Timeline) }
                { tab(notebook, Route::Notebook) }
            </ul>
        </nav>
    }
}
