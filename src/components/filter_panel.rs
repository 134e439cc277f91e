//! All facets, beside the results; on phones a tray over them.

use std::rc::Rc;

use corpus::search::Facet;
use yew::{Callback, Html, html};

use super::later::Later;
use super::{FacetGroup, ReadingFilter};
use crate::hooks::Found;
use crate::reading::Reading;
use crate::text;
use crate::view_state::ViewState;

/// How many groups are seen without scrolling, if all of them are shown.
const N_SEEN: usize = 3;

/// Id of the panel, for focus.
pub const FILTERS_ID: &str = "filters";

/// What the panel shows and reports.
#[derive(Clone, Debug)]
pub struct FilterPanel {
    /// The hits that the facets count.
    pub hits: Found,
    /// What is chosen now.
    pub state: ViewState,
    /// Whether the tray is open on phones.
    pub is_open: bool,
    /// What the reader has done with the articles.
    pub reading: Rc<Reading>,
    /// What was found, in words, for the tray's button.
    pub found: String,
    /// A value was included, or taken back.
    pub on_toggle: Callback<(Facet, String)>,
    /// Dates were chosen, as the query language writes them.
    pub on_dates: Callback<String>,
    /// The tray was closed.
    pub on_close: Callback<()>,
}

/// The panel. A facet that cannot tell hits apart is not shown, unless something is chosen in it.
pub fn filter_panel(props: &FilterPanel) -> Html {
    let FilterPanel { hits, state, is_open, reading, found, on_toggle, on_dates, on_close } = props;
    let says_something = |facet: &Facet| {
        let few = match facet {
            Facet::Outlet | Facet::Language | Facet::Format | Facet::Date => 1,
            Facet::Entity(_) | Facet::Speaker => 0,
        };
        state.filters.selection(*facet).is_some() || hits.answer.facet(*facet, "", 0).n_values > few
    };
    // Each facet has its place, whether it is shown or not: so none is made anew, and loses focus and order, where others go.
    let shown: Vec<bool> = Facet::ALL.iter().map(says_something).collect();
    let group = |(at, (&facet, &is_shown)): (usize, (&Facet, &bool))| {
        let (hits, state) = (hits.clone(), state.clone());
        match (is_shown, at < N_SEEN) {
            (false, _) => html! {},
            (true, true) => html! { <FacetGroup {facet} {hits} {state} {on_toggle} {on_dates} /> },
            (true, false) => html! { <Later<FacetGroup> {facet} {hits} {state} {on_toggle} {on_dates} /> },
        }
    };
    html! {
        <nav class="filters" id={FILTERS_ID} aria-label={text!("filters")} tabindex="-1" data-open={is_open.to_string()}>
            <div class="filters__head">
                <h2 class="filters__title">{ text!("filters") }</h2>
                if !state.filters.is_empty() {
                    <a class="filters__clear" href={state.without_filters().href()}>{ text!("filters-clear") }</a>
                }
            </div>
            if !shown.contains(&true) {
                <p class="filters__none">
                    { text!(if state.is_blank() { "filters-no-names" } else { "filters-none" }) }
                </p>
            }
            <ReadingFilter found={hits.clone()} state={state.clone()} reading={reading.clone()} />
            { for Facet::ALL.iter().zip(&shown).enumerate().map(group) }
            <div class="filters__foot">
                <button class="filters__show" type="button" onclick={on_close.reform(|_| ())}>{ text!("filters-show", found = found) }</button>
            </div>
        </nav>
    }
}
