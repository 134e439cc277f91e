//! A list of names that a reader brings, looked up in the collection. Nothing of it leaves the page, or stays in it.

use std::rc::Rc;

use corpus::analysis::tokens;
use corpus::model::EntityId;
use corpus::query::{FieldWord, LastWord, Query};
use corpus::search::{Filters, Sort, search};
use corpus::{Corpus, EntityView};
use yew::{Callback, Event, Html, InputEvent, Properties, component, html, use_state_eq};

use super::element::{all, element, isolated, link, words};
use super::take_away::{Offer, take_away};
use crate::dom::{self, address, upload};
use crate::export::{Cell, Table};
use crate::format;
use crate::hooks::use_library;
use crate::view_state::ViewState;
use crate::{rich, text};

#[derive(Clone, Debug, PartialEq, Properties)]
pub struct NameCheckProps {
    /// What links start from.
    pub state: ViewState,
}

/// Names that are looked up at once.
const MAX_NAMES: usize = 2_000;
/// Names of the collection that are looked through for one.
const MAX_LOOKED_THROUGH: usize = 50;
/// Matches, and near spellings, that are shown of one.
const FEW: usize = 3;

/// What is known of one name of the list.
#[derive(Clone, Debug, PartialEq)]
struct Checked {
    given: String,
    /// Who or what has a form with just these words, and that form.
    same: Vec<(EntityId, String)>,
    /// Who or what has a form with these words among others.
    longer: Vec<EntityId>,
    /// Articles with these words next to each other, whoever is meant.
    n_articles: usize,
    /// Searches with other spellings of words that are not in the collection.
    spellings: Vec<String>,
}

/// The field for the list, and what was found.
#[component]
pub fn NameCheck(props: &NameCheckProps) -> Html {
    let corpus = use_library().corpus();
    let given = use_state_eq(String::new);
    let checked = use_state_eq(|| None::<Rc<[Checked]>>);
    let told = use_state_eq(String::new);
    let oninput = {
        let given = given.clone();
        Callback::from(move |event: InputEvent| given.set(dom::text_of(&event)))
    };
    let onchange = {
        let (given, told) = (given.setter(), told.setter());
        Callback::from(move |event: Event| {
            let (given, told) = (given.clone(), told.clone());
            upload::read_text(&event, move |name, text| match text {
                Some(text) => given.set(text),
                None => told.set(text!("check-unreadable", file = name)),
            });
        })
    };
    let onclick = {
        let (given, checked, told) = (given.clone(), checked.clone(), told.clone());
        move |_| {
            let names = names_of(&given);
            let rows: Rc<[Checked]> = names.iter().take(MAX_NAMES).map(|name| check(corpus, name)).collect();
            let n_found = rows.iter().filter(|row| !row.same.is_empty()).count();
            let n_names = text!("n-names", n = rows.len());
            told.set(match names.len() > MAX_NAMES {
                true => text!("check-found-first", n = n_found, names = n_names, max = MAX_NAMES),
                false => text!("check-found", n = n_found, names = n_names),
            });
            checked.set(Some(rows));
        }
    };
    html! {
        <details class="name-check">
            <summary class="facet__more">{ text!("check-title") }</summary>
            <p class="part__why">{ text!("check-about") }</p>
            <textarea class="notebook__note" rows="5" aria-label={text!("check-field")} value={(*given).clone()} {oninput} />
            <p class="notebook__files">
                <button class="take-away__file" type="button" {onclick}>{ text!("check-go") }</button>
                <label class="notebook__load take-away__file">
                    { text!("check-load") }
                    <input class="visually-hidden" type="file" accept=".txt,.csv,text/plain,text/csv" {onchange} />
                </label>
            </p>
            <p class="notebook__told" role="status">{ (*told).clone() }</p>
            if let Some(rows) = checked.as_ref().filter(|rows| !rows.is_empty()) { { table(corpus, &props.state, rows) } }
        </details>
    }
}

/// The names in a list: of each line what stands before the first comma, semicolon or tab, without quotation marks.
fn names_of(text: &str) -> Vec<String> {
    let name = |line: &str| {
        let line = line.trim().trim_start_matches('\u{feff}');
        let field = match line.strip_prefix('"').and_then(|rest| rest.split_once('"')) {
            Some((quoted, _)) => quoted,
            None => line.split([',', ';', '\t']).next().unwrap_or_default(),
        };
        field.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let mut names: Vec<String> = Vec::new();
    for name in text.lines().map(name).filter(|name| tokens(name).next().is_some()) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

fn check(corpus: &'static Corpus<'static>, given: &str) -> Checked {
    let terms = |text: &str| tokens(text).map(|token| token.term.to_string()).collect::<Vec<_>>();
    let own = terms(given);
    let (mut same, mut longer) = (Vec::new(), Vec::new());
    for started in corpus.names_starting(given, FieldWord::default(), MAX_LOOKED_THROUGH) {
        let entity = &started.entity;
        let form = entity.aliases().map(|(form, _)| form).find(|form| terms(form) == own);
        match form {
            Some(form) => same.push((entity.id(), form.to_owned())),
            // The last word may have been only the beginning of another.
            None if entity.aliases().any(|(form, _)| terms(form).windows(own.len()).any(|window| window == own)) => {
                longer.push(entity.id());
            }
            None => {}
        }
    }
    let found = |typed: &str| {
        let query = Query::parse(typed, LastWord::Whole);
        search(corpus, &query, &Filters::default(), Sort::Relevance)
    };
    let plain = given.replace('"', " ");
    let n_articles = found(&format!("\"{plain}\"")).n_docs();
    let mut spellings = Vec::new();
    if same.is_empty() && n_articles == 0 {
        for slip in found(&plain).suggestions(&plain) {
            spellings.extend(slip.spellings.iter().map(|spelling| slip.mended(&plain, spelling)));
        }
    }
    Checked { given: given.to_owned(), same, longer, n_articles, spellings }
}

/// The sentence that names it first: in the article that was published first, or else in the first one.
fn first_mention(entity: &EntityView<'static>, state: &ViewState) -> Option<(String, String)> {
    let documents = entity.docs().into_iter().filter_map(|doc| entity.corpus().document(doc));
    let first =
        documents.min_by_key(|document| (document.published().is_none(), document.published(), document.doc()))?;
    let mention = first.mentions().find(|mention| mention.entity() == entity.id())?;
    let when = first.published().map_or_else(|| first.title().to_owned(), |day| format::date(&day.to_string()));
    Some((when, state.sentence(&first, mention.span())))
}

fn table(corpus: &'static Corpus<'static>, state: &ViewState, rows: &Rc<[Checked]>) -> Html {
    let number = |n: usize| element("td", "names__count", words(&format::number(n)));
    let row = |checked: &Checked| {
        let entity = checked.same.first().and_then(|(id, _)| corpus.entity(*id));
        let mut known: Vec<Html> = Vec::new();
        for (id, form) in checked.same.iter().take(FEW) {
            let Some(entity) = corpus.entity(*id) else { continue };
            let (name, kind) =
                (link(state.entity(&entity).href(), isolated(entity.name())), format::kind(entity.kind()));
            let said = match form == entity.name() {
                true => rich!("check-known", name = name, kind = kind),
                false => rich!("check-known-as", name = name, kind = kind, form = form),
            };
            known.push(element("p", "", said));
        }
        for entity in checked.longer.iter().take(FEW).filter_map(|id| corpus.entity(*id)) {
            let name = link(state.entity(&entity).href(), isolated(entity.name()));
            known.push(element("p", "", rich!("check-perhaps", name = name)));
        }
        for spelling in checked.spellings.iter().take(FEW) {
            let again = link(state.with_query(spelling).href(), isolated(spelling));
            known.push(element("p", "", rich!("check-spelled", spelling = again)));
        }
        if known.is_empty() {
            known.push(words(&text!("check-none")));
        }
        let first = entity.as_ref().and_then(|entity| first_mention(entity, state));
        let in_text = link(
            state.with_query(&format!("\"{}\"", checked.given.replace('"', " "))).href(),
            words(&format::number(checked.n_articles)),
        );
        html! {
            <tr>
                <th scope="row">{ isolated(&checked.given) }</th>
                { element("td", "name-check__known", all(known)) }
                { number(entity.as_ref().map_or(0, |entity| entity.n_mentions() as usize)) }
                { element("td", "names__count", in_text) }
                <td class="name-check__first">{ first.map(|(when, href)| link(href, words(&when))) }</td>
            </tr>
        }
    };
    let files = Offer::of_table(text!("files-checked"), {
        let (rows, state) = (rows.clone(), state.clone());
        move || as_table(corpus, &rows, &state)
    });
    html! {
        <>
                <table class="names name-check__table">
                    <caption class="visually-hidden">{ text!("check-caption") }</caption>
                    <thead><tr>
                        <th scope="col">{ text!("check-given") }</th>
                        <th scope="col">{ text!("check-in-collection") }</th>
                        <th scope="col" class="names__count">{ text!("column-mentions") }</th>
                        <th scope="col" class="names__count">{ text!("check-articles") }</th>
                        <th scope="col" class="name-check__first">{ text!("check-first") }</th>
                    </tr></thead>
                    <tbody>{ for rows.iter().map(row) }</tbody>
                </table>
            { take_away("checked names", files) }
        </>
    }
}

/// A row for each name and each of its matches.
fn as_table(corpus: &'static Corpus<'static>, rows: &[Checked], state: &ViewState) -> Table {
    let mut cells: Vec<Vec<Cell>> = Vec::new();
    for checked in rows {
        let mut known: Vec<Option<(EntityView<'static>, &str)>> =
            checked.same.iter().map(|(id, form)| corpus.entity(*id).map(|entity| (entity, form.as_str()))).collect();
        if known.is_empty() {
            known.push(None);
        }
        for known in known {
            let first = known.and_then(|(entity, _)| first_mention(&entity, state));
            let (when, href) = first.unwrap_or_default();
            cells.push(vec![
                checked.given.as_str().into(),
                known.map_or("", |(entity, _)| entity.name()).into(),
                known.map_or("", |(entity, _)| entity.kind().word()).into(),
                known.map_or("", |(_, form)| form).into(),
                known.map_or(0, |(entity, _)| entity.n_mentions()).into(),
                checked.n_articles.into(),
                when.into(),
                if href.is_empty() { String::new() } else { address::absolute(&href) }.into(),
            ]);
        }
    }
    let columns =
        vec!["given", "name", "kind", "matched_form", "mentions", "articles_with_the_words", "first_mention", "link"];
    Table { columns, rows: cells }
}

#[cfg(test)]
mod tests {
    #[test]
    fn lists_have_a_name_a_line_or_in_their_first_column() {
        let names = super::names_of("\u{feff}Ann  Lee\n\"Rain, Bob\",7\nCleo;x\n\n - \nAnn Lee\r\nÉlan\tx");
        assert_eq!(names, ["Ann Lee", "Rain, Bob", "Cleo", "Élan"]);
    }
}
