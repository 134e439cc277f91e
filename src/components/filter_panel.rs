//! All facets, beside the results; on phones a tray over them.

use std::rc::Rc;

use corpus::search::Facet;
use yew::{Callback, Html, html};

use super::facet_group::FEW;
use super::later::Later;
use super::{FacetGroup, ReadingFilter};
use crate::dom;
use crate::hooks::Found;
use crate::reading::Reading;
use crate::text;
use crate::view_state::ViewState;

/// In CSS pixels, rather too low than too high: where the first group stands, how high it is without values, with each
/// value, and with what finds and shows more of them.
const GROUPS_TOP: f64 = 130.0;
const GROUP_HEIGHT: f64 = 45.0;
const VALUE_HEIGHT: f64 = 25.0;
const MORE_HEIGHT: f64 = 50.0;

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
    let bottom = dom::window_height();
    let mut top = GROUPS_TOP;
    // Each facet has its place, whether it is shown or not: so none is made anew, and loses focus and order, where others go.
    let mut group = |&facet: &Facet| {
        let few = match facet {
            Facet::Outlet | Facet::Language | Facet::Format | Facet::Date => 1,
            Facet::Entity(_) | Facet::Speaker => 0,
        };
        let n_values = hits.answer.n_facet_values(facet, FEW + 1);
        if n_values <= few && state.filters.selection(facet).is_none() {
            return html! {};
        }
        let is_seen = top < bottom;
        top += GROUP_HEIGHT + n_values.min(FEW) as f64 * VALUE_HEIGHT + if n_values > FEW { MORE_HEIGHT } else { 0.0 };
        let (hits, state) = (hits.clone(), state.clone());
        html! { <Later<FacetGroup> {facet} {hits} {state} {on_toggle} {on_dates} {is_seen} /> }
    };
    let groups: Vec<Html> = Facet::ALL.iter().map(&mut group).collect();
    let is_empty = top == GROUPS_TOP;
    html! {
        <nav class="filters" id={FILTERS_ID} aria-label={text!("filters")} tabindex="-1" data-open={is_open.to_string()}>
            <div class="filters__head">
                <h2 class="filters__title">{ text!("filters") }</h2>
                if !state.filters.is_empty() {
                    <a class="filters__clear" href={state.without_filters().href()}>{ text!("filters-clear") }</a>
                }
            </div>
            if is_empty {
                <p class="filters__none">
                    { text!(if state.is_blank() { "filters-no-names" } else { "filters-none" }) }
                </p>
            }
            <ReadingFilter found={hits.clone()} state={state.clone()} reading={reading.clone()} />
            { groups }
            <div class="filters__foot">
                <button class="filters__show" type="button" onclick={on_close.reform(|_| ())}>{ text!("filters-show", found = found) }</button>
            </div>
        </nav>
    }
}
