//! The ways from one view of what was found to another.

use yew::{Html, html};

use crate::format;
use crate::route::Route;
use crate::view_state::ViewState;

/// A link to each view; the query and the filters go along. `n_kept` is how much there is in the notebook.
pub fn view_tabs(state: &ViewState, n_kept: usize) -> Html {
    let tab = |name: &str, route: Route| {
        let current = match (&state.route, &route) {
            (Route::Start | Route::Search | Route::Article { .. }, Route::Search) => true,
            (Route::Names | Route::Entity { .. }, Route::Names) => true,
            (here, there) => here == there,
        };
        let href = state.in_view(route).href();
        html! { <li><a class="tabs__link" {href} aria-current={current.then_some("page")}>{ name.to_owned() }</a></li> }
    };
    let notebook = if n_kept == 0 { "Notebook".to_owned() } else { format!("Notebook ({})", format::number(n_kept)) };
    html! {
        <nav class="tabs" aria-label="Views">
            <ul class="tabs__list" role="list">
                { tab("Articles", Route::Search) }
                { tab("Names", Route::Names) }
                { tab("Quotes", Route::Quotes) }
                { tab("Connect", Route::Connect) }
                { tab("Timeline", Route::Timeline) }
                { tab(&notebook, Route::Notebook) }
            </ul>
        </nav>
    }
}
