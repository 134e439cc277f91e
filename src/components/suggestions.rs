//! What the search box offers while one types: names, past searches, fields. It finds them and draws them; the keys are
//! those of [`super::search_box`].

use corpus::Corpus;
use corpus::model::EntityKind;
use corpus::query::{Field, FieldWord, Query, Typing};
use corpus::search::Started;
use yew::{Callback, Html, html};

use super::element::{all, element, isolated, words};
use crate::{dom, format, past};

/// Id of the list.
pub const SUGGESTIONS_ID: &str = "suggestions";

/// Offers at a time, on a phone and on a larger screen.
const MAX_OFFERS: (usize, usize) = (8, 12);
/// Past searches among others.
const MAX_PAST: usize = 5;
/// Past searches where nothing is typed.
const MAX_LATEST: usize = 8;
/// Fields that have their place even where there is no end of names.
const MIN_FIELDS: usize = 2;
/// Of a field, as much is to be typed as of a name, or it is offered at every other word.
const MIN_FIELD_LETTERS: usize = 2;

/// The fields with what they are for, as the help dialog has it.
const FIELDS: &[(&str, &str)] = &[
    ("person:", "a name under all its forms"),
    ("org:", "an organization, under all its names"),
    ("place:", "a place, under all its names"),
    ("group:", "a group of people"),
    ("product:", "a product"),
    ("event:", "an event"),
    ("role:", "what somebody is"),
    ("says:", "what somebody is quoted with"),
    ("source:", "the outlet"),
    ("date:", "published then: 2022-09, 2017..2018, >=2022"),
    ("title:", "in the headline only"),
    ("text:", "not in the headline"),
    ("is:unread", "not opened yet; also is:read, is:kept, is:new"),
    ("tag:", "a #word of your notes"),
];

/// What becomes of the box when an offer is taken.
#[derive(Clone, Debug, PartialEq)]
pub enum Taken {
    /// It has this text, and this is searched.
    Search(String),
    /// It has this text, to be gone on with.
    Text(String),
    /// Past searches are forgotten.
    Forget,
}

/// One line of the list.
#[derive(Clone, Debug, PartialEq)]
pub struct Offer {
    /// What is offered.
    text: String,
    /// What it is.
    note: String,
    /// Of a name: its kind.
    kind: Option<EntityKind>,
    /// What it does.
    pub taken: Taken,
}

/// Offers of one sort, under their heading.
#[derive(Clone, Debug, PartialEq)]
pub struct Offers {
    heading: &'static str,
    /// At least one.
    pub offers: Vec<Offer>,
}

/// What can be offered for a text. Where the caret is not at its end, nothing is being typed there.
pub fn suggestions(corpus: &Corpus<'_>, text: &str, is_at_end: bool) -> Vec<Offers> {
    let max = if dom::is_narrow() { MAX_OFFERS.0 } else { MAX_OFFERS.1 };
    if text.trim().is_empty() {
        let mut offers: Vec<Offer> =
            past::searches(corpus).into_iter().take(MAX_LATEST.min(max - 1)).map(again).collect();
        if !offers.is_empty() {
            let text = "Forget past searches".to_owned();
            offers.push(Offer { text, note: String::new(), kind: None, taken: Taken::Forget });
        }
        return listed([("Past searches", offers)]);
    }
    let typing = if is_at_end { Query::typing(text) } else { Vec::new() };
    let mut names = names(corpus, text, &typing, max);
    let mut fields = fields(text, &typing);
    let typed = text.trim().to_lowercase();
    let is_like = |query: &String| query.to_lowercase().contains(&typed) && query.trim() != text.trim();
    let mut past: Vec<Offer> = past::searches(corpus).into_iter().filter(is_like).take(MAX_PAST).map(again).collect();
    // Each sort has its place; names have what the others leave.
    fields.truncate(MIN_FIELDS.max(max.saturating_sub(names.len() + past.len())));
    past.truncate((max - fields.len()) - names.len().min(max / 2));
    names.truncate(max - fields.len() - past.len());
    listed([("Names", names), ("Past searches", past), ("Fields", fields)])
}

fn listed<const N: usize>(sorts: [(&'static str, Vec<Offer>); N]) -> Vec<Offers> {
    let sorts = sorts.into_iter().map(|(heading, offers)| Offers { heading, offers });
    sorts.filter(|sort| !sort.offers.is_empty()).collect()
}

fn again(query: String) -> Offer {
    Offer { text: query.clone(), note: String::new(), kind: None, taken: Taken::Search(query) }
}

/// Names that the last words begin; those that more of the words belong to come first.
fn names(corpus: &Corpus<'_>, text: &str, typing: &[Typing<'_>], max: usize) -> Vec<Offer> {
    let mut known = Vec::new();
    let mut offers = Vec::new();
    for typing in typing {
        for started in corpus.names_starting(typing.words, typing.field, max) {
            let id = started.entity.id();
            if offers.len() < max && !known.contains(&id) {
                known.push(id);
                offers.push(name(corpus, text, typing, &started));
            }
        }
    }
    offers
}

fn name(corpus: &Corpus<'_>, text: &str, typing: &Typing<'_>, started: &Started<'_>) -> Offer {
    let entity = &started.entity;
    let field = match typing.field {
        FieldWord::In(Field::Says) => Field::Says,
        _ => Field::Name(entity.kind()),
    };
    // In a collection of one document every name is in one.
    let n = match (corpus.n_docs(), field) {
        (1, Field::Says) => String::new(),
        (1, _) => format::count(entity.n_mentions() as usize, "mention", "mentions"),
        _ => format::count(started.n_docs as usize, "article", "articles"),
    };
    let form = started.form.map(|form| ["also “", form, "”"].concat()).unwrap_or_default();
    let quoted = if field == Field::Says { "quoted" } else { "" };
    let parts = [&form, entity.kind().word(), quoted, &n];
    let said: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let taken = Taken::Search(typing.replaced(text, &field.asked_for(entity.name())));
    Offer { text: entity.name().to_owned(), note: said.join(", "), kind: Some(entity.kind()), taken }
}

/// Fields whose word the last word begins.
fn fields(text: &str, typing: &[Typing<'_>]) -> Vec<Offer> {
    let Some(last) = typing.last().filter(|last| last.field == FieldWord::default()) else { return Vec::new() };
    let word = last.words.to_ascii_lowercase();
    // What stands behind a quotation mark is no field.
    if word.len() < MIN_FIELD_LETTERS || last.start + word.len() != text.len() {
        return Vec::new();
    }
    let offer = |&(field, what): &(&str, &str)| Offer {
        text: field.to_owned(),
        note: what.to_owned(),
        kind: None,
        taken: Taken::Text(last.replaced(text, field)),
    };
    FIELDS.iter().filter(|(field, _)| field.starts_with(&word)).map(offer).collect()
}

/// Id of an option by its number in the list.
pub fn option_id(number: usize) -> String {
    format!("suggestion-{number}")
}

/// The list under the box; `active` is the option that the keys are on.
pub fn suggestion_list(sorts: &[Offers], active: Option<usize>, on_take: &Callback<Taken>) -> Html {
    let mut number = 0;
    let mut option = |offer: &Offer| {
        let text = match offer.kind {
            Some(kind) => html! { <bdi class="name" data-kind={kind.word()}>{ offer.text.clone() }</bdi> },
            None => isolated(&offer.text),
        };
        let note = if offer.note.is_empty() {
            Html::default()
        } else {
            element("bdi", "suggestion__note", words(&offer.note))
        };
        let taken = offer.taken.clone();
        let onclick = on_take.reform(move |_| taken.clone());
        let (id, selected) = (option_id(number), (active == Some(number)).to_string());
        number += 1;
        html! { <li class="suggestion" role="option" {id} aria-selected={selected} {onclick}>{ text }{ " " }{ note }</li> }
    };
    let mut sort = |sort: &Offers| {
        let options: Vec<Html> = sort.offers.iter().map(&mut option).collect();
        let id = ["suggestions-", sort.heading].concat().replace(' ', "-");
        html! {
            <ul class="suggestions__sort" role="group" aria-labelledby={id.clone()}>
                <li class="suggestions__heading" role="presentation" {id}>{ sort.heading }</li>{ all(options) }
            </ul>
        }
    };
    let sorts: Vec<Html> = sorts.iter().map(&mut sort).collect();
    // The box keeps the focus whatever is pressed here.
    let onmousedown = |event: yew::MouseEvent| event.prevent_default();
    html! {
        <div class="suggestions" id={SUGGESTIONS_ID} role="listbox" aria-label="Suggestions" {onmousedown}>{ all(sorts) }</div>
    }
}
