//! The results: documents, or the hits of the only document, with those that have only some of the words after them.

use corpus::search::{Hit, Unit};
use yew::{Callback, Html, Properties, component, html, use_state_eq};

use super::hit_card::hit_card;
use super::hit_line::hit_line;
use crate::format;
use crate::hooks::Found;
use crate::view_state::ViewState;

#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ResultListProps {
    /// What was found.
    pub found: Found,
    /// What was asked.
    pub state: ViewState,
}

/// Entries shown before "show more", and the number that it adds.
const PAGE: usize = 50;

#[component]
pub fn ResultList(props: &ResultListProps) -> Html {
    let n_shown = use_state_eq(|| PAGE);
    let ResultListProps { found, state } = props;
    let answer = &found.answer;
    let n_all = match answer.unit() {
        Unit::Document => answer.hits.len() + answer.partial_hits.len(),
        Unit::Passage => answer.n_places() as usize,
    };
    let show_more = {
        let n_shown = n_shown.clone();
        Callback::from(move |_| n_shown.set(*n_shown + PAGE))
    };
    let entries = entries(found, state, &answer.hits, *n_shown, "hit");
    let partial = entries_of_partial(found, state, n_shown.saturating_sub(answer.hits.len()));
    html! {
        <div id="results">
            if !answer.hits.is_empty() {
                <ol role="list" aria-label="Results">{ entries }</ol>
            }
            if !answer.partial_hits.is_empty() {
                <h2 class="results__partial-heading">
                    { format!("With some of the words only: {}", partial_count(found)) }
                </h2>
                <ol role="list" aria-label="Results with some of the words">{ partial }</ol>
            }
            if n_all > *n_shown {
                <button class="results__more" type="button" onclick={show_more}>
                    { format!("Show {} more of {}", PAGE.min(n_all - *n_shown), format::number(n_all)) }
                </button>
            }
        </div>
    }
}

fn partial_count(found: &Found) -> String {
    let (one, many) = format::unit(found.answer.unit());
    format::count(found.answer.partial_hits.len(), one, many)
}

fn entries_of_partial(found: &Found, state: &ViewState, n_shown: usize) -> Html {
    entries(found, state, &found.answer.partial_hits, n_shown, "partial")
}

/// At most `n_shown` entries: one per document, or one per hit of the only document.
fn entries(found: &Found, state: &ViewState, hits: &[Hit], n_shown: usize, prefix: &str) -> Html {
    match found.answer.unit() {
        Unit::Document => hits.iter().take(n_shown).map(|hit| card(found, state, hit, prefix)).collect(),
        Unit::Passage => lines(found, state, hits, n_shown, prefix),
    }
}

fn card(found: &Found, state: &ViewState, hit: &Hit, prefix: &str) -> Html {
    let id = format!("{prefix}-{}", hit.doc.0);
    html! {
        <li key={id.clone()} class="results__entry">
            { hit_card(found, state, hit.doc, id) }
        </li>
    }
}

/// One line per hit of the only document.
fn lines(found: &Found, state: &ViewState, hits: &[Hit], n_shown: usize, prefix: &str) -> Html {
    let Some(document) = found.answer.corpus().documents().next() else { return html! {} };
    let places: Vec<_> = hits.iter().flat_map(|hit| found.answer.places_of_hit(hit)).collect();
    let line = |place_idx: usize| {
        let id = format!("{prefix}-{place_idx}");
        let href = state.article_at(&document, &places, place_idx).href();
        html! {
            <li key={id.clone()} class="results__entry">
                { hit_line(found, &document, &places[place_idx], href, id) }
            </li>
        }
    };
    (0..places.len().min(n_shown)).map(line).collect()
}
