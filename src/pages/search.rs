//! The results of a search, or the start page where nothing is asked.

use corpus::search::{Sort, Unit};
use yew::{Html, html};

use crate::components::element::{all, element, isolated, link, list, words};
use crate::components::{ResultList, Start, chips};
use crate::format;
use crate::hooks::Found;
use crate::view_state::ViewState;

/// What was found for the query of `state`, with how it was read.
pub fn search_page(state: &ViewState, found: &Found) -> Html {
    if state.is_blank() {
        return html! { <Start state={state.clone()} /> };
    }
    let answer = &found.answer;
    html! {
        <section class="search-page" aria-labelledby="page-heading">
            <h1 class="visually-hidden" id="page-heading" tabindex="-1">{ "Results" }</h1>
            { echo(found, state) }
            { notices(found, state) }
            { chips(state, &answer.facets) }
            if answer.hits.is_empty() {
                { nothing_found(found, state) }
            } else {
                <div class="search-page__head">
                    <p class="search-page__count" aria-hidden="true">{ format::found(answer.n_docs(), answer.n_places()) }</p>
                    if answer.unit() == Unit::Document { { sorts(state) } }
                </div>
            }
            <ResultList found={found.clone()} state={state.clone()} />
        </section>
    }
}

/// How the query was read.
fn echo(found: &Found, state: &ViewState) -> Html {
    if found.query.is_empty() && !state.query.trim().is_empty() {
        return element("p", "echo", words("Nothing to search for was typed: letters or digits are needed."));
    }
    if found.query.is_empty() {
        return html! {};
    }
    let query = element("bdi", "echo__words", words(&found.query.to_string()));
    element("p", "echo", all(vec![words("Read as "), query]))
}

/// What could not be read as written, each with a link that mends it.
fn notices(found: &Found, state: &ViewState) -> Html {
    let item = |notice: &corpus::query::Notice| {
        let typed = notice.span.slice(&state.query).unwrap_or_default();
        let mended = notice.fix.as_ref().and_then(|fix| {
            let (start, end) = (notice.span.start() as usize, notice.span.end() as usize);
            Some(format!("{}{fix}{}", state.query.get(..start)?, state.query.get(end..)?))
        });
        let typed = typed.chars().take(60).collect::<String>();
        let mend = mended.map(|mended| link(state.with_query(mended.trim()).href(), words("Mend it")));
        let said = words(&format!(" {notice}. "));
        element(
            "div",
            "notice",
            all(vec![element("bdi", "notice__part", words(&typed)), said, mend.unwrap_or_default()]),
        )
    };
    if found.query.notices.is_empty() {
        return html! {};
    }
    list("notices", found.query.notices.iter().map(item).collect())
}

fn sorts(state: &ViewState) -> Html {
    const SORTS: [Sort; 5] = [Sort::Relevance, Sort::Newest, Sort::Oldest, Sort::MostHits, Sort::Title];
    let item = |&sort: &Sort| {
        let current = (sort == state.sort).then_some("true");
        html! { <li><a href={state.with_sort(sort).href()} aria-current={current}>{ format::sort(sort) }</a></li> }
    };
    html! { <ul class="sorts" role="list" aria-label="Order of results">{ for SORTS.iter().map(item) }</ul> }
}

/// Says what was understood, how often each part of it stands in the collection, and what would help.
fn nothing_found(found: &Found, state: &ViewState) -> Html {
    let (one, many) = format::unit(found.answer.unit());
    let counts = found.answer.counts_by_term();
    let count = |(term, n): (String, usize)| {
        let places = if n == 0 { "nowhere in this collection".to_owned() } else { format::count(n, one, many) };
        all(vec![isolated(&term), words(": "), words(&places)])
    };
    html! {
        <div class="nothing">
            <h2 class="nothing__title">{ if found.answer.partial_hits.is_empty() { "Nothing was found" } else { "Nothing has all of it" } }</h2>
            if !counts.is_empty() {
                { list("nothing__counts", counts.into_iter().map(count).collect()) }
            }
            if !state.filters.is_empty() {
                { element("p", "", link(state.without_filters().href(), words("Search without the filters"))) }
            }
        </div>
    }
}
