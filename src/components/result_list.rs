//! The results: documents, or the hits of the only document, with those that have only some of the words after them.

use corpus::search::{Hit, Unit};
use yew::{Callback, Html, Properties, component, html};

use super::hit_card::hit_card;
use super::hit_line::hit_line;
use crate::format;
use crate::hooks::{Found, use_n_shown, use_notebook};
use crate::reading::Reading;
use crate::text;
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
    let ResultListProps { found, state } = props;
    let notebook = use_notebook();
    let (n_shown, more) = use_n_shown(state.href(), PAGE);
    let answer = &found.answer;
    let (n_full, full) = entries(found, state, &answer.hits, n_shown, "hit", &notebook.reading);
    let (n_partial, partial) =
        entries(found, state, &answer.partial_hits, n_shown.saturating_sub(n_full), "partial", &notebook.reading);
    let n_all = n_full + n_partial;
    html! {
        <div id="results">
            if !answer.hits.is_empty() {
                <ol role="list" aria-label={text!("results")}>{ full }</ol>
            }
            if !answer.partial_hits.is_empty() {
                <h2 class="results__partial-heading">
                    { text!("results-partial-heading", n = format::units(answer.unit(), answer.partial_hits.len())) }
                </h2>
                <ol role="list" aria-label={text!("results-partial")}>{ partial }</ol>
            }
            { show_more(n_shown, n_all, PAGE, more) }
        </div>
    }
}

/// The button under a long list that shows more of it, if there is more.
pub fn show_more(n_shown: usize, n_all: usize, page: usize, on_more: Callback<()>) -> Html {
    if n_all <= n_shown {
        return html! {};
    }
    let said = text!("show-more", n = page.min(n_all - n_shown), all = n_all);
    html! { <button class="results__more" type="button" onclick={on_more.reform(|_| ())}>{ said }</button> }
}

/// How many entries there are, one per document or one per hit of the only document, and at most `n_shown` of them.
fn entries(
    found: &Found,
    state: &ViewState,
    hits: &[Hit],
    n_shown: usize,
    prefix: &str,
    reading: &Reading,
) -> (usize, Html) {
    match found.answer.unit() {
        Unit::Document => {
            (hits.len(), hits.iter().take(n_shown).map(|hit| card(found, state, hit, prefix, reading)).collect())
        }
        Unit::Passage => lines(found, state, hits, n_shown, prefix),
    }
}

fn card(found: &Found, state: &ViewState, hit: &Hit, prefix: &str, reading: &Reading) -> Html {
    let id = format!("{prefix}-{}", hit.doc.0);
    html! {
        <li key={id.clone()} class="results__entry">
            { hit_card(found, state, hit, id, reading) }
        </li>
    }
}

/// One line per hit of the only document.
fn lines(found: &Found, state: &ViewState, hits: &[Hit], n_shown: usize, prefix: &str) -> (usize, Html) {
    let Some(document) = found.answer.corpus().documents().next() else { return (0, html! {}) };
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
    (places.len(), (0..places.len().min(n_shown)).map(line).collect())
}
