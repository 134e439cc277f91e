//! What the collection is, before anything is asked.

use corpus::day::Day;
use corpus::model::{BlockKind, DocId, EntityId};
use corpus::{Corpus, DocumentView};
use yew::{Callback, Html, Properties, component, html, use_state_eq};

use super::after_article::{outlet_and_date, part};
use super::element::{all, element, isolated, link, list, words};
use super::hit_card::card;
use crate::hooks::{use_library, use_notebook};
use crate::overview::{KINDS, Overview};
use crate::route::Route;
use crate::text;
use crate::view_state::ViewState;
use crate::{format, past};

#[derive(Clone, Debug, PartialEq, Properties)]
pub struct StartProps {
    /// The state that links start from.
    pub state: ViewState,
}

/// Past searches to go on with.
const MAX_PAST: usize = 5;

/// One paragraph about the collection, where its reader stopped, its latest articles, who is named and quoted, and
/// searches that it can answer.
#[component]
pub fn Start(props: &StartProps) -> Html {
    let library = use_library();
    let (corpus, state) = (library.corpus(), &props.state);
    let overview = Overview::of(library);
    let n_forgotten = use_state_eq(|| 0);
    let on_forget = Callback::from(move |()| {
        past::forget(corpus);
        n_forgotten.set(*n_forgotten + 1);
    });
    let n_new = use_notebook().reading.n_new();
    html! {
        <div class="start">
            <h1 class="start__title" id="page-heading" tabindex="-1">{ isolated(corpus.title()) }</h1>
            if !corpus.description().is_empty() { <p class="start__description">{ isolated(corpus.description()) }</p> }
            <p class="start__summary">{ summary(corpus, &overview) }</p>
            { added(state, n_new) }
            { ways(corpus, state) }
            { stopped(corpus, state, on_forget) }
            { examples(&overview, state) }
            { articles(corpus, &overview, state) }
            { names(corpus, &overview, state) }
            { voices(corpus, &overview, state) }
            if corpus.n_docs() == 1 {
                <p class="start__note">{ text!("start-only") }</p>
            }
        </div>
    }
}

fn summary(corpus: &Corpus<'_>, overview: &Overview) -> String {
    let day = |day: &Day| format::date(&day.to_string());
    let dated = match &overview.days {
        Some((first, last)) if first == last => text!("start-published-on", day = day(first)),
        Some((first, last)) => text!("start-published-from-to", from = day(first), to = day(last)),
        None => text!("start-undated"),
    };
    let articles = format::articles(corpus.n_docs() as usize);
    let articles = match overview.sources {
        (1, Some(one)) => text!("start-articles-from", articles = articles, source = one),
        (0, _) => articles,
        (many, _) => text!("start-articles-from", articles = articles, source = text!("n-outlets", n = many)),
    };
    let [people, organizations, places] = overview.n_names;
    text!(
        "start-summary",
        articles = articles,
        dated = dated,
        people = text!("n-people", n = people),
        organizations = text!("n-organizations", n = organizations),
        places = text!("n-places", n = places),
        quotations = text!("n-quotations", n = overview.n_quotations),
    )
}

/// To what an earlier build did not have.
fn added(state: &ViewState, n_new: usize) -> Html {
    if n_new == 0 {
        return html! {};
    }
    element("p", "start__new", link(state.with_query("is:new").href(), words(&text!("start-new", n = n_new))))
}

/// To all there is.
fn ways(corpus: &Corpus<'_>, state: &ViewState) -> Html {
    let way = |route: Route, what: String| link(state.in_view(route).href(), words(&what));
    let mut ways = Vec::new();
    if corpus.n_docs() > 1 {
        let articles = format::articles(corpus.n_docs() as usize);
        ways.push(way(Route::Search, text!("start-all-articles", articles = articles)));
    }
    ways.push(way(Route::Names, text!("start-all-names")));
    ways.push(way(Route::Quotes, text!("start-all-quotes")));
    list("start__ways", ways)
}

/// The article that was open last, and the last searches; nothing on a first visit.
fn stopped(corpus: &'static Corpus<'static>, state: &ViewState, on_forget: Callback<()>) -> Html {
    let article = past::article(corpus).and_then(|slug| corpus.document_by_slug(&slug)).filter(|_| corpus.n_docs() > 1);
    let searches = past::searches(corpus).into_iter().take(MAX_PAST);
    let searches: Vec<Html> = searches
        .map(|query| link(state.with_query(&query).href(), element("code", "start__example", isolated(&query))))
        .collect();
    if article.is_none() && searches.is_empty() {
        return html! {};
    }
    let article = article.map(|document| {
        let headline = link(state.article(&document).href(), isolated(document.title()));
        all(vec![element("h3", "hit__heading", headline), outlet_and_date(&document, Some(&text!("start-open-last")))])
    });
    let searches = if searches.is_empty() { Html::default() } else { list("start__past", searches) };
    let forget = html! {
        <button class="start__forget" type="button" onclick={on_forget.reform(|_| ())}>{ text!("start-forget") }</button>
    };
    let inside = element("div", "start__stopped", all(vec![article.unwrap_or_default(), searches, forget]));
    part(text!("start-continue"), inside)
}

/// Searches that this collection can answer.
fn examples(overview: &Overview, state: &ViewState) -> Html {
    let item = |(query, what): &(String, &str)| {
        let code = element("code", "start__example", isolated(query));
        all(vec![link(state.with_query(query).href(), code), element("span", "start__what", words(&text!(*what)))])
    };
    titled(text!("start-try"), "start__examples", overview.examples.iter().map(item).collect())
}

fn articles(corpus: &'static Corpus<'static>, overview: &Overview, state: &ViewState) -> Html {
    let first_paragraph = |document: &DocumentView<'_>| {
        let block = document.blocks().find(|block| block.kind() == BlockKind::Paragraph);
        block.map(|block| format::shortened(&document.slice(block.span()), 200))
    };
    let item = |&doc: &DocId| {
        let document = corpus.document(doc)?;
        let snippet = first_paragraph(&document).map(|text| element("p", "hit__snippet", words(&text)));
        let after = all(vec![outlet_and_date(&document, None), snippet.unwrap_or_default()]);
        Some(card("h3", format!("start-{}", doc.0), state.article(&document).href(), words(document.title()), after))
    };
    let heading = match (corpus.n_docs(), overview.days) {
        (1, _) => "start-the-article",
        (_, Some(_)) => "start-latest",
        (_, None) => "start-some",
    };
    titled(text!(heading), "", overview.latest.iter().filter_map(item).collect())
}

/// Who and what is named most, by kind, each with the number of documents, or of mentions in the only one.
fn names(corpus: &'static Corpus<'static>, overview: &Overview, state: &ViewState) -> Html {
    let item = |&entity: &EntityId| {
        let entity = corpus.entity(entity)?;
        let n = match corpus.n_docs() {
            1 => text!("n-mentions", n = entity.n_mentions()),
            _ => format::articles(entity.n_docs() as usize),
        };
        let kind = entity.kind().word();
        let name = html! {
            <a class="name" data-kind={kind} href={state.entity(&entity).href()}><bdi>{ entity.name().to_owned() }</bdi></a>
        };
        Some(all(vec![name, element("span", "start__count", words(&n))]))
    };
    let of_kind = |(title, named): (String, &Vec<EntityId>)| {
        let items: Vec<Html> = named.iter().filter_map(item).collect();
        (!items.is_empty()).then(|| {
            element("div", "", all(vec![element("h3", "start__kind", words(&title)), list("start__names", items)]))
        })
    };
    let titles = KINDS.map(|kind| format::facet(corpus::search::Facet::Entity(kind)));
    let kinds: Vec<Html> = titles.into_iter().zip(&overview.named).filter_map(of_kind).collect();
    if kinds.is_empty() {
        return html! {};
    }
    part(text!("start-most-mentioned"), element("div", "start__kinds", all(kinds)))
}

/// What is said in the latest articles, and by whom.
fn voices(corpus: &'static Corpus<'static>, overview: &Overview, state: &ViewState) -> Html {
    let item = |voice: &crate::overview::Voice| {
        let document = corpus.document(voice.doc)?;
        let said = isolated(&format::shortened(&voice.said, 140));
        let said = link(state.sentence(&document, voice.span), said);
        let when = document.published().map(|day| element("p", "voice__when", words(&format::date(&day.to_string()))));
        let who = element("p", "voice__who", isolated(&voice.who));
        Some(all(vec![who, element("p", "voice__words", said), when.unwrap_or_default()]))
    };
    let is_dated = overview.days.is_some() && corpus.n_docs() > 1;
    let heading = if is_dated { "start-newest-quotes" } else { "start-who-is-quoted" };
    titled(text!(heading), "start__voices", overview.voices.iter().filter_map(item).collect())
}

/// A list under its heading; nothing if it is empty.
fn titled(title: String, class: &'static str, items: Vec<Html>) -> Html {
    if items.is_empty() {
        return html! {};
    }
    part(title, list(class, items))
}
