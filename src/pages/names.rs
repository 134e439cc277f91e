//! Who and what is named in what was found.

use std::rc::Rc;

use corpus::model::EntityKind;
use corpus::search::{Called, Facet, Unit};
use corpus::{EntityView, sort};
use yew::{Callback, Html, InputEvent, Properties, component, html, use_memo, use_state_eq};

use crate::components::element::{all, element, isolated, link, list, words};
use crate::components::{NameCheck, Offer, chips, is_certain, take_away};
use crate::dom;
use crate::format;
use crate::hooks::{Entry, Found};
use crate::tables;
use crate::text;
use crate::view_state::ViewState;

#[derive(Clone, Debug, PartialEq, Properties)]
pub struct NamesPageProps {
    /// What is asked, chosen and set.
    pub state: ViewState,
    /// What was found.
    pub found: Found,
    /// Goes to another state, for fields that no link can be.
    pub go: Callback<(ViewState, Entry)>,
}

/// Rows shown before "show more", and the number that it adds.
const PAGE: usize = 100;

/// The word for telephone numbers and the like in the address: what is found by its shape and is no name.
const PATTERNS: &str = "other";

/// A table of all names in what was found, by kind, in an order, and with some words typed.
#[component]
pub fn NamesPage(props: &NamesPageProps) -> Html {
    let NamesPageProps { state, found, go } = props;
    let n_shown = use_state_eq(|| PAGE);
    let asked = (found.clone(), state.setting("find").to_owned());
    let called = use_memo(asked, |(found, typed)| Called::of(found.answer.corpus(), typed));
    let named = use_memo((found.clone(), called.clone()), |(found, called)| found.answer.named(None, called));
    let shown = (found.clone(), ["find", "kind", "by"].map(|word| state.setting(word).to_owned()));
    let rows = use_memo(shown, |(_, [_, kind, by])| {
        let mut rows: Vec<_> = named.iter().filter(|(entity, _)| is_of(kind, entity.kind())).copied().collect();
        sort_rows(&mut rows, by);
        rows
    });
    let show_more = {
        let n_shown = n_shown.clone();
        Callback::from(move |_| n_shown.set(*n_shown + PAGE))
    };
    let find = {
        let (state, go) = (state.clone(), go.clone());
        Callback::from(move |event: InputEvent| {
            go.emit((state.with_setting("find", &dom::value_of(&event)), Entry::Replace));
        })
    };
    html! {
        <section class="view" aria-labelledby="page-heading">
            <h1 class="view__title" id="page-heading" tabindex="-1">{ text!("names-title") }</h1>
            <p class="view__about" role="status">{ about(state, found, rows.len()) }</p>
            { chips(state, found) }
            <div class="view__controls">
                { kinds(state, &named) }
                <label class="view__find">
                    <span class="view__label">{ text!("names-find") }</span>
                    <input class="view__field" type="search" value={state.setting("find").to_owned()} oninput={find}
                        autocomplete="off" spellcheck="false" />
                </label>
            </div>
            if rows.is_empty() {
                { nothing(state, named.len()) }
            } else {
                { table(state, found, &rows[..rows.len().min(*n_shown)], &called) }
                { files(state, rows.clone()) }
            }
            <NameCheck state={state.with_query("").without_filters()} />
            if rows.len() > *n_shown {
                <button class="results__more" type="button" onclick={show_more}>
                    { text!("show-more", n = PAGE.min(rows.len() - *n_shown), all = rows.len()) }
                </button>
            }
        </section>
    }
}

/// The names, to be taken away.
fn files(state: &ViewState, rows: Rc<Vec<Row>>) -> Html {
    let own = state.clone();
    take_away(&tables::title(state, "names"), Offer::of_table(text!("files-names"), move || tables::names(&rows, &own)))
}

type Row = (EntityView<'static>, u32);

/// Whether a kind belongs to what is chosen: a kind, the patterns, or all names.
fn is_of(chosen: &str, kind: EntityKind) -> bool {
    match chosen {
        "" => kind.is_name(),
        PATTERNS => !kind.is_name(),
        word => kind.word() == word,
    }
}

/// Most often named first, unless another order is chosen; equal ones by name.
fn sort_rows(rows: &mut Vec<Row>, by: &str) {
    let name = |(entity, _): &Row| entity.name().to_lowercase();
    match by {
        "name" => sort::by_key(rows, name),
        "mentions" => sort::by_key(rows, |row| (!row.0.n_mentions(), !row.1, name(row))),
        "kind" => sort::by_key(rows, |row| (row.0.kind(), !row.1, name(row))),
        _ => sort::by_key(rows, |row| (!row.1, !row.0.n_mentions(), name(row))),
    }
}

/// How many names, in what.
fn about(state: &ViewState, found: &Found, n: usize) -> String {
    let names = text!("n-names", n = n);
    let articles = format::units(found.answer.unit(), found.answer.hits.len());
    match (state.is_blank(), found.answer.unit()) {
        (true, Unit::Passage) => text!("names-in-article", names = names),
        (true, Unit::Document) => text!("names-in", names = names, articles = articles),
        (false, _) => text!("names-in-found", names = names, articles = articles),
    }
}

/// A link for each kind that there is, with the number of its names.
fn kinds(state: &ViewState, named: &[Row]) -> Html {
    let n_of = |word: &str| named.iter().filter(|(entity, _)| is_of(word, entity.kind())).count();
    let mut choices = vec![("", text!("names-all"))];
    choices.extend(
        EntityKind::ALL.iter().filter(|kind| kind.is_name()).map(|&k| (k.word(), format::facet(Facet::Entity(k)))),
    );
    choices.push((PATTERNS, text!("names-patterns")));
    let chosen = state.setting("kind");
    let items = choices.into_iter().filter_map(|(word, title)| {
        let n = n_of(word);
        (n > 0 || word == chosen).then(|| {
            let href = state.with_setting("kind", word).href();
            html! {
                <a class="choice" {href} aria-current={(word == chosen).then_some("true")}>
                    { title }{ " " }{ element("span", "choice__count", words(&format::number(n))) }
                </a>
            }
        })
    });
    html! { <nav aria-label={text!("names-kinds")}>{ list("choices", items.collect()) }</nav> }
}

/// Why the table is empty, and what would fill it.
fn nothing(state: &ViewState, n_typed: usize) -> Html {
    let said = if state.setting("find").is_empty() && state.setting("kind").is_empty() {
        "names-nothing"
    } else if n_typed > 0 {
        "names-nothing-of-kind"
    } else {
        "names-nothing-typed"
    };
    let mut parts = vec![words(&text!(said))];
    if !state.settings.is_empty() {
        let all_names = state.with_setting("kind", "").with_setting("find", "");
        parts.push(words(" "));
        parts.push(link(all_names.href(), words(&text!("names-all"))));
    }
    element("p", "view__none", all(parts))
}

fn table(state: &ViewState, found: &Found, rows: &[Row], called: &Called) -> Html {
    let unit = match found.answer.unit() {
        Unit::Document => "column-articles",
        Unit::Passage => "column-paragraphs",
    };
    let by = state.setting("by");
    let column = |word: &'static str, title: &'static str, class: &'static str| {
        let sorted = (word == by).then_some(if matches!(word, "name" | "kind") { "ascending" } else { "descending" });
        let href = state.with_setting("by", word).href();
        html! { <th scope="col" {class} aria-sort={sorted}>{ link(href, words(&text!(title))) }</th> }
    };
    html! {
        <table class="names">
            <caption class="visually-hidden">{ text!("names-caption") }</caption>
            <thead>
                <tr>
                    { column("name", "column-name", "") }
                    { column("kind", "column-kind", "names__kind") }
                    { column("", unit, "names__count") }
                    { column("mentions", "column-mentions", "names__count") }
                    <th scope="col" class="names__role">{ text!("column-said-to-be") }</th>
                </tr>
            </thead>
            <tbody>{ for rows.iter().map(|row| table_row(state, row, called)) }</tbody>
        </table>
    }
}

fn table_row(state: &ViewState, (entity, n): &Row, called: &Called) -> Html {
    let word = entity.kind().word();
    let role = called.role(entity).map(isolated);
    let certain = is_certain(entity);
    let id = format!("name-of-{}", entity.id().0);
    let number = |n: u32| element("td", "names__count", words(&format::number(n as usize)));
    html! {
        <tr key={entity.id().0}>
            <th scope="row">
                <a class="name names__name" {id} href={state.entity(entity).href()} data-kind={word}
                    data-certain={certain.to_string()} dir="auto">{ entity.name().to_owned() }</a>
                if !certain { { " " }{ element("span", "names__unsure", words(&text!("probably"))) } }
            </th>
            { element("td", "names__kind", words(&format::kind(entity.kind()))) }
            { number(*n) }
            { number(entity.n_mentions()) }
            { element("td", "names__role", role.unwrap_or_default()) }
        </tr>
    }
}
