//! The results of a search, all articles where nothing is asked, or the start page.

use corpus::search::{Sort, Unit};
use yew::{Callback, Html, html};

use crate::components::element::{all, element, link, list, words};
use crate::components::{
    DATE, HitsInContext, ORDER, Offer, ResultList, ResultTable, Start, chips, did_you_mean, nothing_found, order_link,
    take_away,
};
use crate::dom::address;
use crate::export::Table;
use crate::format;
use crate::hooks::{Edit, Entry, Found, NotebookHandle};
use crate::route::Route;
use crate::tables;
use crate::view_state::{LIST, ViewState};
use crate::{rich, text};

/// A way to show the results.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum View {
    List,
    Hits,
    Table,
}

/// The ways, with their words in addresses and the messages of their names.
const VIEWS: [(View, &str, &str); 3] =
    [(View::List, "", "view-list"), (View::Hits, "hits", "view-hits"), (View::Table, "table", "view-table")];
/// The setting for the way.
const VIEW: &str = "view";

impl View {
    fn of(state: &ViewState, found: &Found) -> Self {
        let named =
            VIEWS.iter().find(|(_, word, _)| *word == state.setting(VIEW)).map_or(View::List, |&(view, ..)| view);
        // In the only document, each hit is a line of the list.
        if found.answer.hits.is_empty() || named == View::Table && found.answer.unit() == Unit::Passage {
            return View::List;
        }
        named
    }
}

/// What was found for the query of `state`, with how it was read.
pub fn search_page(
    state: &ViewState,
    found: &Found,
    go: &Callback<(ViewState, Entry)>,
    notebook: &NotebookHandle,
) -> Html {
    let answer = &found.answer;
    if state.is_blank() && (state.route == Route::Start || answer.unit() == Unit::Passage) {
        return html! { <Start state={state.clone()} /> };
    }
    let slips = answer.suggestions(&state.query);
    let view = View::of(state, found);
    html! {
        <section class="search-page" aria-labelledby="page-heading" data-view={VIEWS[view as usize].1}>
            { heading(state) }
            { echo(found, state) }
            { notices(found, state) }
            { chips(state, found) }
            if answer.hits.is_empty() {
                { nothing_found(found, state, &slips) }
            } else {
                { did_you_mean(state, &slips, false) }
                <div class="search-page__head">
                    { count(found) }
                    { views(state, found, view) }
                    if answer.unit() == Unit::Document && view != View::Hits { { sorts(state, found) } }
                    { keep(state, found, notebook) }
                    { files(state, found) }
                </div>
                { undated(state, found, view) }
            }
            { body(state, found, view, go) }
            // Seen on paper only: the addresses of entries are to be read behind the page's own.
            { element("p", "print-address", words(&address::whole())) }
        </section>
    }
}

fn heading(state: &ViewState) -> Html {
    let (class, heading) =
        if state.is_blank() { ("view__title", "articles-heading") } else { ("visually-hidden", "results-heading") };
    html! { <h1 {class} id="page-heading" tabindex="-1">{ text!(heading) }</h1> }
}

/// A button that keeps the search in the notebook.
fn keep(state: &ViewState, found: &Found, notebook: &NotebookHandle) -> Html {
    if state.is_blank() {
        return html! {};
    }
    let chosen = state.filters.0.len();
    let mut title = if found.query.is_empty() { text!("articles-heading") } else { state.query.trim().to_owned() };
    if chosen > 0 {
        title = text!("search-title", query = title, filters = text!("n-filters", n = chosen));
    }
    let entry = crate::notebook::Entry { title, search: state.href(), source: found.said(), ..Default::default() };
    let is_kept = notebook.book.position(&entry).is_some();
    let onclick = notebook.edit.reform(move |_| Edit::Toggle(entry.clone()));
    html! {
        <button class="facet__more" type="button" aria-pressed={is_kept.to_string()} {onclick}>
            { text!(if is_kept { "search-is-kept" } else { "keep-search" }) }
        </button>
    }
}

/// What was found, to be taken away.
fn files(state: &ViewState, found: &Found) -> Html {
    let of = |make: fn(&Found, &ViewState) -> Table| {
        let (found, state) = (found.clone(), state.clone());
        move || make(&found, &state)
    };
    let mut offers = Offer::of_table(text!("files-articles"), of(tables::results));
    offers.extend(Offer::of_citations({
        let (found, state) = (found.clone(), state.clone());
        move || tables::citations(&found, &state)
    }));
    take_away(&tables::title(state, "articles"), offers)
}

/// The status says the same.
fn count(found: &Found) -> Html {
    html! { <p class="search-page__count" aria-hidden="true">{ found.said() }</p> }
}

/// The links from one way to show the results to another.
fn views(state: &ViewState, found: &Found, current: View) -> Html {
    let has_hits = found.answer.n_places() > 0;
    let is_offered = |view: View| match view {
        View::List => true,
        View::Hits => has_hits || current == View::Hits,
        View::Table => found.answer.unit() == Unit::Document,
    };
    let item = |&(view, word, name): &(View, &'static str, &'static str)| {
        let href = state.in_view(Route::Search).with_setting(VIEW, word).href();
        let current = (view == current).then_some("true");
        html! { <li><a class="views__link" {href} aria-current={current}>{ text!(name) }</a></li> }
    };
    let offered: Vec<Html> = VIEWS.iter().filter(|(view, ..)| is_offered(*view)).map(item).collect();
    if offered.len() < 2 {
        return html! {};
    }
    html! { <nav class="views" aria-label={text!("show-as")}><ul class="views__list" role="list">{ offered }</ul></nav> }
}

fn body(state: &ViewState, found: &Found, view: View, go: &Callback<(ViewState, Entry)>) -> Html {
    // Links to articles say that they come from the list of all: without that, the way back would lead to the start page.
    let state = match state.is_blank() && state.setting(VIEW).is_empty() {
        true => state.with_setting(VIEW, LIST),
        false => state.clone(),
    };
    let found = found.clone();
    let partial = match view {
        View::List => return html! { <ResultList {found} {state} /> },
        View::Hits | View::Table => only_partial(&found, &state),
    };
    let shown = if view == View::Table {
        let go = go.clone();
        html! { <ResultTable {found} {state} {go} /> }
    } else if found.answer.n_places() == 0 {
        element("p", "view__none", words(&text!("hits-none")))
    } else {
        html! { <HitsInContext {found} {state} /> }
    };
    all(vec![shown, partial])
}

/// That the list has more than this view: what has some of the words only.
fn only_partial(found: &Found, state: &ViewState) -> Html {
    let n = found.answer.partial_hits.len();
    if n == 0 {
        return html! {};
    }
    let list = link(state.with_setting(VIEW, "").href(), words(&text!("partial-list")));
    element("p", "search-page__note", rich!("partial-note", n = format::units(found.answer.unit(), n), list = list))
}

/// How many articles come last because nothing says when they were published, where they are in the order of dates.
fn undated(state: &ViewState, found: &Found, view: View) -> Html {
    let is_by_date = match view {
        View::Hits => state.setting(ORDER) == DATE,
        View::List | View::Table => matches!(state.order(), Sort::Newest | Sort::Oldest),
    };
    if !is_by_date || found.answer.unit() == Unit::Passage {
        return html! {};
    }
    let corpus = found.answer.corpus();
    let is_undated = |doc| corpus.document(doc).is_some_and(|document| document.published().is_none());
    let n = found.answer.hits.iter().filter(|hit| is_undated(hit.doc)).count();
    if n == 0 {
        return html! {};
    }
    element("p", "search-page__note", words(&text!("undated-note", n = n)))
}

/// How the query was read.
fn echo(found: &Found, state: &ViewState) -> Html {
    if found.query.is_empty() && !state.query.trim().is_empty() {
        return element("p", "echo", words(&text!("echo-nothing")));
    }
    if found.query.is_empty() {
        return html! {};
    }
    let query = element("bdi", "echo__words", words(&format::query(&found.query)));
    element("p", "echo", rich!("echo", query = query))
}

/// What could not be read as written, each with a link that mends it.
fn notices(found: &Found, state: &ViewState) -> Html {
    let item = |notice: &corpus::query::Notice| {
        let typed = notice.span.slice(&state.query).unwrap_or_default();
        let mended = notice.fix.as_ref().and_then(|fix| notice.span.replaced(&state.query, fix));
        let typed = typed.chars().take(60).collect::<String>();
        let mend = mended.map(|mended| link(state.with_query(mended.trim()).href(), words(&text!("notice-mend"))));
        let (part, mend) = (element("bdi", "notice__part", words(&typed)), mend.unwrap_or_default());
        element("div", "notice", rich!("notice-line", part = part, notice = format::notice(notice), mend = mend))
    };
    // What typing on may settle is not worth a word yet.
    let settled: Vec<Html> = found.query.notices.iter().filter(|notice| !notice.passing).map(item).collect();
    if settled.is_empty() {
        return html! {};
    }
    list("notices", settled)
}

fn sorts(state: &ViewState, found: &Found) -> Html {
    const SORTS: [Sort; 5] = [Sort::Relevance, Sort::Newest, Sort::Oldest, Sort::MostHits, Sort::Title];
    let is_offered = |sort: &&Sort| match sort {
        Sort::Relevance => !state.query.trim().is_empty(),
        Sort::MostHits => found.answer.n_places() > 0,
        _ => true,
    };
    let item = |&sort: &Sort| order_link(state.with_sort(sort).href(), &format::sort(sort), sort == state.order());
    let items = SORTS.iter().filter(is_offered).map(item);
    html! { <ul class="sorts" role="list" aria-label={text!("order-of-results")}>{ for items }</ul> }
}
