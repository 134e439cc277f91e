//! The results: documents, or the hits of the only document, with those that have only some of the words after them.

use std::rc::Rc;

use corpus::search::{Hit, Place, Unit};
use yew::{Callback, Html, Properties, component, html};

use super::hit_card::hit_card;
use super::hit_line::hit_line;
use super::later::{Later, MayWait};
use crate::dom;
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
pub const PAGE: usize = 50;
/// In CSS pixels, rather too low than too high: where the list begins, and how high a document and a hit are.
const LIST_TOP: f64 = 150.0;
const DOCUMENT_HEIGHT: f64 = 110.0;
const HIT_HEIGHT: f64 = 65.0;

#[component]
pub fn ResultList(props: &ResultListProps) -> Html {
    let ResultListProps { found, state } = props;
    let notebook = use_notebook();
    let (n_shown, more) = use_n_shown(state.href(), PAGE);
    let answer = &found.answer;
    let entries = |is_partial: bool, n_shown: usize| {
        let hits = if is_partial { &answer.partial_hits } else { &answer.hits };
        let places: Vec<Place> = match answer.unit() {
            Unit::Document => Vec::new(),
            Unit::Passage => hits.iter().flat_map(|hit| answer.places_of_hit(hit)).collect(),
        };
        EntriesProps {
            found: found.clone(),
            state: state.clone(),
            reading: notebook.reading.clone(),
            is_partial,
            places: Rc::new(places),
            from: 0,
            to: n_shown,
        }
    };
    let full = entries(false, n_shown);
    let partial = entries(true, n_shown.saturating_sub(full.n_all()));
    let n_all = full.n_all() + partial.n_all();
    html! {
        <div id="results">
            if !answer.hits.is_empty() {
                <ol role="list" aria-label={text!("results")}>{ full.drawn() }</ol>
            }
            if !answer.partial_hits.is_empty() {
                <h2 class="results__partial-heading">
                    { text!("results-partial-heading", n = format::units(answer.unit(), answer.partial_hits.len())) }
                </h2>
                <ol role="list" aria-label={text!("results-partial")}>{ partial.drawn() }</ol>
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

/// Some of the entries: one per document, or one per hit of the only document.
#[derive(Clone, Debug, PartialEq, Properties)]
struct EntriesProps {
    found: Found,
    state: ViewState,
    reading: Rc<Reading>,
    /// Whether they have some of the words only.
    is_partial: bool,
    /// The hits of the only document.
    places: Rc<Vec<Place>>,
    from: usize,
    to: usize,
}

impl MayWait for EntriesProps {
    fn may_wait(&self) -> bool {
        true
    }
}

/// List items for some of the entries. Those of other entries are used again, as that is much faster than to make them.
#[component]
fn Entries(props: &EntriesProps) -> Html {
    match props.found.answer.unit() {
        Unit::Document => props
            .hits()
            .iter()
            .enumerate()
            .take(props.to)
            .skip(props.from)
            .map(|(at, hit)| props.card(at, hit))
            .collect(),
        Unit::Passage => props.lines(),
    }
}

impl EntriesProps {
    fn hits(&self) -> &[Hit] {
        if self.is_partial { &self.found.answer.partial_hits } else { &self.found.answer.hits }
    }

    /// How many entries there are.
    fn n_all(&self) -> usize {
        match self.found.answer.unit() {
            Unit::Document => self.hits().len(),
            Unit::Passage => self.places.len(),
        }
    }

    /// The entries: those that may be seen without scrolling, and the others.
    fn drawn(self) -> Html {
        let height = match self.found.answer.unit() {
            Unit::Document => DOCUMENT_HEIGHT,
            Unit::Passage => HIT_HEIGHT,
        };
        let n_seen = ((dom::window_height() - LIST_TOP).max(0.0) / height) as usize + 1;
        let seen = Self { to: self.to.min(n_seen), ..self.clone() };
        let has_more = self.n_all().min(self.to) > n_seen;
        html! {
            <>
                <Entries ..seen />
                if has_more { <Later<Entries> ..Self { from: n_seen, ..self } /> }
            </>
        }
    }

    fn id(&self, number: usize) -> String {
        format!("{}-{number}", if self.is_partial { "partial" } else { "hit" })
    }

    fn card(&self, at: usize, hit: &Hit) -> Html {
        let id = self.id(hit.doc.0 as usize);
        html! {
            <li key={at} class="results__entry">
                { hit_card(&self.found, &self.state, hit, id, &self.reading) }
            </li>
        }
    }

    /// One line per hit of the only document.
    fn lines(&self) -> Html {
        let Some(document) = self.found.answer.corpus().documents().next() else { return html! {} };
        let places = &self.places;
        let line = |place_idx: usize| {
            let id = self.id(place_idx);
            let href = self.state.article_at(&document, places, place_idx).href();
            html! {
                <li key={place_idx} class="results__entry">
                    { hit_line(&self.found, &document, &places[place_idx], href, id) }
                </li>
            }
        };
        (self.from..places.len().min(self.to)).map(line).collect()
    }
}
