//! Who and what is named in what was found.

use std::rc::Rc;

use corpus::model::EntityKind;
use corpus::search::{Facet, Unit};
use corpus::{EntityView, sort};
use yew::{Callback, Html, InputEvent, Properties, component, html, use_memo, use_state_eq};

use crate::components::element::{all, element, isolated, link, list, words};
use crate::components::{NameCheck, Offer, chips, is_certain, take_away};
use crate::dom;
use crate::format;
use crate::hooks::{Entry, Found};
use crate::tables;
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
    let named = use_memo(asked, |(found, typed)| found.answer.named(None, typed));
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
            <h1 class="view__title" id="page-heading" tabindex="-1">{ "Names" }</h1>
            <p class="view__about" role="status">{ about(state, found, rows.len()) }</p>
            { chips(state, found) }
            <div class="view__controls">
                { kinds(state, &named) }
                <label class="view__find">
                    <span class="view__label">{ "Find a name" }</span>
                    <input class="view__field" type="search" value={state.setting("find").to_owned()} oninput={find}
                        autocomplete="off" spellcheck="false" />
                </label>
            </div>
            if rows.is_empty() {
                { nothing(state, named.len()) }
            } else {
                { table(state, found, &rows[..rows.len().min(*n_shown)]) }
                { files(state, rows.clone()) }
            }
            <NameCheck state={state.with_query("").without_filters()} />
            if rows.len() > *n_shown {
                <button class="results__more" type="button" onclick={show_more}>
                    { format!("Show {} more of {}", PAGE.min(rows.len() - *n_shown), format::number(rows.len())) }
                </button>
            }
        </section>
    }
}

/// The names, to be taken away.
fn files(state: &ViewState, rows: Rc<Vec<Row>>) -> Html {
    let own = state.clone();
    take_away(&tables::title(state, "names"), Offer::of_table("Names", move || tables::names(&rows, &own)))
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
    let names = format::count(n, "name", "names");
    let (one, many) = format::unit(found.answer.unit());
    match (state.is_blank(), found.answer.unit()) {
        (true, Unit::Passage) => format!("{names} in the article"),
        (true, Unit::Document) => format!("{names} in {}", format::count(found.answer.hits.len(), one, many)),
        (false, _) => format!("{names} in the {} found", format::count(found.answer.hits.len(), one, many)),
    }
}

/// A link for each kind that there is, with the number of its names.
fn kinds(state: &ViewState, named: &[Row]) -> Html {
    let n_of = |word: &str| named.iter().filter(|(entity, _)| is_of(word, entity.kind())).count();
    let mut choices = vec![("", "All names")];
    choices.extend(
        EntityKind::ALL.iter().filter(|kind| kind.is_name()).map(|&k| (k.word(), format::facet(Facet::Entity(k)))),
    );
    choices.push((PATTERNS, "Addresses, numbers, tags"));
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
    html! { <nav aria-label="Kinds of names">{ list("choices", items.collect()) }</nav> }
}

/// Why the table is empty, and what would fill it.
fn nothing(state: &ViewState, n_typed: usize) -> Html {
    let said = if state.setting("find").is_empty() && state.setting("kind").is_empty() {
        "No names were found in these documents."
    } else if n_typed > 0 {
        "No names of this kind."
    } else {
        "No name begins like this, in any of its words or forms."
    };
    let mut parts = vec![words(said)];
    if !state.settings.is_empty() {
        let all_names = state.with_setting("kind", "").with_setting("find", "");
        parts.push(words(" "));
        parts.push(link(all_names.href(), words("All names")));
    }
    element("p", "view__none", all(parts))
}

fn table(state: &ViewState, found: &Found, rows: &[Row]) -> Html {
    let unit = match found.answer.unit() {
        Unit::Document => "Articles",
        Unit::Passage => "Paragraphs",
    };
    let by = state.setting("by");
    let column = |word: &'static str, title: &'static str, class: &'static str| {
        let sorted = (word == by).then_some(if matches!(word, "name" | "kind") { "ascending" } else { "descending" });
        let href = state.with_setting("by", word).href();
        html! { <th scope="col" {class} aria-sort={sorted}>{ link(href, words(title)) }</th> }
    };
    html! {
        <table class="names">
            <caption class="visually-hidden">{ "Names; the links in the first row change their order" }</caption>
            <thead>
                <tr>
                    { column("name", "Name", "") }
                    { column("kind", "Kind", "names__kind") }
                    { column("", unit, "names__count") }
                    { column("mentions", "Mentions", "names__count") }
                    <th scope="col" class="names__role">{ "Said to be" }</th>
                </tr>
            </thead>
            <tbody>{ for rows.iter().map(|row| table_row(state, row)) }</tbody>
        </table>
    }
}

fn table_row(state: &ViewState, (entity, n): &Row) -> Html {
    let word = entity.kind().word();
    let role = entity.roles().next().map(|(role, ..)| isolated(role));
    let certain = is_certain(entity);
    let id = format!("name-of-{}", entity.id().0);
    let number = |n: u32| element("td", "names__count", words(&format::number(n as usize)));
    html! {
        <tr key={entity.id().0}>
            <th scope="row">
                <a class="name names__name" {id} href={state.entity(entity).href()} data-kind={word}
                    data-certain={certain.to_string()} dir="auto">{ entity.name().to_owned() }</a>
                if !certain { { element("span", "names__unsure", words(" probably")) } }
            </th>
            { element("td", "names__kind", words(word)) }
            { number(*n) }
            { number(entity.n_mentions()) }
            { element("td", "names__role", role.unwrap_or_default()) }
        </tr>
    }
}
