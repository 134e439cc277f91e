//! The results of a search, or the start page where nothing is asked.

use corpus::search::{Sort, Unit};
use yew::{Html, Properties, component, html};

use crate::components::{ResultList, Start, chips};
use crate::format;
use crate::hooks::Found;
use crate::view_state::ViewState;

#[derive(Clone, Debug, PartialEq, Properties)]
pub struct SearchPageProps {
    /// What is asked and chosen.
    pub state: ViewState,
    /// What was found.
    pub found: Found,
}

#[component]
pub fn SearchPage(props: &SearchPageProps) -> Html {
    let SearchPageProps { state, found } = props;
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
        return html! { <p class="echo">{ "Nothing to search for was typed: letters or digits are needed." }</p> };
    }
    if found.query.is_empty() {
        return html! {};
    }
    html! { <p class="echo">{ "Read as " }<bdi class="echo__words">{ found.query.to_string() }</bdi></p> }
}

/// What could not be read as written, each with a link that mends it.
fn notices(found: &Found, state: &ViewState) -> Html {
    let item = |notice: &corpus::query::Notice| {
        let typed = notice.span.slice(&state.query).unwrap_or_default();
        let mended = notice.fix.as_ref().and_then(|fix| {
            let (start, end) = (notice.span.start() as usize, notice.span.end() as usize);
            Some(format!("{}{fix}{}", state.query.get(..start)?, state.query.get(end..)?))
        });
        html! {
            <li class="notice">
                <bdi class="notice__part">{ typed.chars().take(60).collect::<String>() }</bdi>
                { format!(" {notice}. ") }
                if let Some(mended) = mended { <a href={state.with_query(mended.trim()).href()}>{ "Mend it" }</a> }
            </li>
        }
    };
    if found.query.notices.is_empty() {
        return html! {};
    }
    html! { <ul class="notices" role="list">{ for found.query.notices.iter().map(item) }</ul> }
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
    html! {
        <div class="nothing">
            <h2 class="nothing__title">{ if found.answer.partial_hits.is_empty() { "Nothing was found" } else { "Nothing has all of it" } }</h2>
            if !counts.is_empty() {
                <ul class="nothing__counts" role="list">
                    { for counts.into_iter().map(|(term, n)| html! {
                        <li><bdi>{ term }</bdi>{ ": " }{ if n == 0 { "nowhere in this collection".to_owned() } else { format::count(n, one, many) } }</li>
                    }) }
                </ul>
            }
            if !state.filters.is_empty() {
                <p><a href={state.without_filters().href()}>{ "Search without the filters" }</a></p>
            }
        </div>
    }
}
