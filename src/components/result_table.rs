//! The results as a table: a row for each article, with the columns that the reader chose.

use std::cmp::Reverse;

use corpus::model::{EntityId, EntityKind};
use corpus::search::{Hit, Sort};
use corpus::{DocumentView, sort};
use yew::{Callback, Html, Properties, component, html};

use super::after_article::date_words;
use super::element::{all, element, isolated, words};
use super::result_list::show_more;
use crate::format;
use crate::hooks::{Entry, Found, use_n_shown};
use crate::text;
use crate::view_state::ViewState;

#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ResultTableProps {
    /// What was found.
    pub found: Found,
    /// What was asked.
    pub state: ViewState,
    /// Goes to another state.
    pub go: Callback<(ViewState, Entry)>,
}

/// Rows that are shown before more are asked for, and the number that is added then.
const PAGE: usize = 100;
/// Names in a cell.
const FEW: usize = 5;

/// What a column shows of an article, beside its headline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Outlet,
    Date,
    Hits,
    Quoted,
    People,
    Organizations,
    Places,
    Language,
    Length,
    SameStory,
}

/// The columns in their order, with their words in addresses and the messages of their headings.
const COLUMNS: [(Column, &str, &str); 10] = [
    (Column::Outlet, "outlet", "column-outlet"),
    (Column::Date, "date", "column-date"),
    (Column::Hits, "hits", "column-hits"),
    (Column::Quoted, "quoted", "column-quoted"),
    (Column::People, "people", "column-people"),
    (Column::Organizations, "organizations", "column-organizations"),
    (Column::Places, "places", "column-places"),
    (Column::Language, "language", "column-language"),
    (Column::Length, "length", "column-length"),
    (Column::SameStory, "story", "column-story"),
];
/// The setting for columns, what it is where nothing was chosen, and the column that is always there.
const SETTING: &str = "columns";
const USUAL: &str = "outlet,date,hits,quoted";
const HEADLINE: &str = "headline";

fn chosen(state: &ViewState) -> Vec<&'static (Column, &'static str, &'static str)> {
    let setting = state.setting(SETTING);
    let setting = if setting.is_empty() { USUAL } else { setting };
    COLUMNS.iter().filter(|(_, word, _)| setting.split(',').any(|chosen| chosen == *word)).collect()
}

#[component]
pub fn ResultTable(props: &ResultTableProps) -> Html {
    let ResultTableProps { found, state, go } = props;
    let (n_shown, more) = use_n_shown(state.href(), PAGE);
    let hits = &found.answer.hits;
    let columns = chosen(state);
    let rows = hits.iter().take(n_shown).map(|hit| row(found, state, &columns, hit));
    let n_first = hits.len().min(n_shown);
    let is_by_date = matches!(state.order(), Sort::Newest | Sort::Oldest);
    let (articles, order) = (format::articles(hits.len()), format::sort(state.order()));
    let caption = match (n_first < hits.len(), is_by_date) {
        (false, false) => text!("table-caption", articles = articles, order = order),
        (false, true) => text!("table-caption-by-date", articles = articles, order = order),
        (true, false) => text!("table-caption-part", n = n_first, articles = articles, order = order),
        (true, true) => text!("table-caption-part-by-date", n = n_first, articles = articles, order = order),
    };
    html! {
        <>
            { column_choice(state, &columns, go) }
            <div class="rows__scroll" role="region" aria-label={text!("table-label")} tabindex="0">
                <table class="rows">
                    { element("caption", "rows__caption", words(&caption)) }
                    <thead><tr>{ heads(state, &columns) }</tr></thead>
                    <tbody>{ for rows }</tbody>
                </table>
            </div>
            { show_more(n_shown, hits.len(), PAGE, more) }
        </>
    }
}

/// The headings; those of columns that results can be sorted by are links.
fn heads(state: &ViewState, columns: &[&(Column, &'static str, &'static str)]) -> Html {
    let order = state.order();
    let head = |name: &str, to: Option<Sort>, direction: Option<&'static str>, is_number: bool| {
        let inside = match to {
            Some(to) => super::element::link(state.with_sort(to).href(), words(&text!(name))),
            None => words(&text!(name)),
        };
        html! { <th scope="col" class={is_number.then_some("rows__number")} aria-sort={direction}>{ inside }</th> }
    };
    let mut heads =
        vec![head("column-headline", Some(Sort::Title), (order == Sort::Title).then_some("ascending"), false)];
    heads.extend(columns.iter().map(|&&(column, _, name)| match column {
        Column::Date if order == Sort::Newest => head(name, Some(Sort::Oldest), Some("descending"), false),
        Column::Date => head(name, Some(Sort::Newest), (order == Sort::Oldest).then_some("ascending"), false),
        Column::Hits => head(name, Some(Sort::MostHits), (order == Sort::MostHits).then_some("descending"), true),
        Column::Length => head(name, None, None, true),
        _ => head(name, None, None, false),
    }));
    all(heads)
}

fn row(found: &Found, state: &ViewState, columns: &[&(Column, &'static str, &'static str)], hit: &Hit) -> Html {
    let Some(document) = found.answer.corpus().document(hit.doc) else { return html! {} };
    let places = found.answer.places(hit.doc);
    let href = state.article_at(&document, &places, 0).href();
    let id = format!("row-{}", hit.doc.0);
    let cells: Vec<Html> = columns.iter().map(|(column, ..)| cell(&document, hit, *column)).collect();
    html! {
        <tr key={id.clone()}>
            <th scope="row" class="rows__headline"><a class="hit__link" {id} {href} dir="auto">{ document.title().to_owned() }</a></th>
            { cells }
        </tr>
    }
}

fn cell(document: &DocumentView<'_>, hit: &Hit, column: Column) -> Html {
    let number = |n: usize| element("td", "rows__number", words(&format::number(n)));
    let names = |names: Vec<&str>| element("td", "rows__names", some_names(&names, FEW));
    match column {
        Column::Outlet => element("td", "", document.source().map(|source| isolated(source.text)).unwrap_or_default()),
        Column::Date => element("td", "rows__date", words(&date_words(document).unwrap_or_default())),
        Column::Hits => number(hit.n_places as usize),
        Column::Quoted => names(quoted(document)),
        Column::People => names(named(document, EntityKind::Person)),
        Column::Organizations => names(named(document, EntityKind::Organization)),
        Column::Places => names(named(document, EntityKind::Place)),
        Column::Language => element("td", "", words(&format::language(document.language()))),
        Column::Length => number(document.n_words()),
        Column::SameStory => {
            let n = document.copies().count();
            element("td", "", words(&if n == 0 { String::new() } else { text!("table-story", n = n) }))
        }
    }
}

/// The first of some names, each in the direction of its own letters, and how many more there are.
pub fn some_names(names: &[&str], few: usize) -> Html {
    let some = format::enumerated(names.iter().take(few).map(|name| isolated(name)).collect(), "list-comma");
    match names.len().checked_sub(few).filter(|&n| n > 0) {
        Some(n) => all(vec![some, words(" "), words(&text!("plus-more", n = n))]),
        None => some,
    }
}

/// Whom a document quotes by name, the most quoted first.
pub fn quoted<'c>(document: &DocumentView<'c>) -> Vec<&'c str> {
    let speaker = |quotation: corpus::QuotationView<'_>| match quotation.speaker() {
        corpus::model::Speaker::Entity(entity, _) => Some(entity),
        _ => None,
    };
    most_often(document, document.quotations().filter_map(speaker), |_| true)
}

/// The entities of a kind that a document names, the most mentioned first.
fn named<'c>(document: &DocumentView<'c>, kind: EntityKind) -> Vec<&'c str> {
    most_often(document, document.mentions().map(|mention| mention.entity()), |of| of == kind)
}

fn most_often<'c>(
    document: &DocumentView<'c>,
    entities: impl Iterator<Item = EntityId>,
    is_asked: impl Fn(EntityKind) -> bool,
) -> Vec<&'c str> {
    let mut counts: Vec<(EntityId, u32)> = Vec::new();
    for entity in entities {
        match counts.iter_mut().find(|(known, _)| *known == entity) {
            Some((_, n)) => *n += 1,
            None => counts.push((entity, 1)),
        }
    }
    sort::by_key(&mut counts, |&(_, n)| Reverse(n));
    let corpus = document.corpus();
    let known = counts.into_iter().filter_map(|(entity, _)| corpus.entity(entity));
    known.filter(|entity| is_asked(entity.kind())).map(|entity| entity.name()).collect()
}

/// The columns to choose from, folded away.
fn column_choice(
    state: &ViewState,
    columns: &[&(Column, &'static str, &'static str)],
    go: &Callback<(ViewState, Entry)>,
) -> Html {
    let choice = |&(column, word, name): &(Column, &'static str, &'static str)| {
        let is_chosen = columns.iter().any(|(chosen, ..)| *chosen == column);
        let wanted = COLUMNS.iter().filter(|(other, ..)| match *other == column {
            true => !is_chosen,
            false => columns.iter().any(|(chosen, ..)| chosen == other),
        });
        let mut setting = wanted.map(|&(_, word, _)| word).collect::<Vec<_>>().join(",");
        if setting.is_empty() {
            setting = HEADLINE.to_owned();
        }
        let next = state.with_setting(SETTING, if setting == USUAL { "" } else { &setting });
        let onchange = go.reform(move |_| (next.clone(), Entry::Replace));
        html! {
            <label class="columns__choice">
                <input class="facet-value__box" id={format!("column-{word}")} type="checkbox" checked={is_chosen} {onchange} />
                { words(&text!(name)) }
            </label>
        }
    };
    html! {
        <details class="columns">
            <summary class="columns__summary">{ text!("table-columns") }</summary>
            <div class="columns__choices" role="group" aria-label={text!("table-columns-label")}>{ for COLUMNS.iter().map(choice) }</div>
        </details>
    }
}
