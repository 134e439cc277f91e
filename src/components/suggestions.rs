//! What the search box offers while one types: names, past searches, fields. It finds them and draws them; the keys are
//! those of [`super::search_box`].

use corpus::Corpus;
use corpus::model::EntityKind;
use corpus::query::{Field, FieldWord, Query, Typing};
use corpus::search::Started;
use yew::{Callback, Html, html};

use super::element::{all, element, isolated, words};
use crate::text;
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

/// The fields, and the messages that say what they are for.
const FIELDS: &[(&str, &str)] = &[
    ("person:", "field-person"),
    ("org:", "field-org"),
    ("place:", "field-place"),
    ("group:", "field-group"),
    ("product:", "field-product"),
    ("event:", "field-event"),
    ("role:", "field-role"),
    ("says:", "field-says"),
    ("source:", "field-source"),
    ("date:", "field-date"),
    ("title:", "field-title"),
    ("text:", "field-text"),
    ("is:unread", "field-is"),
    ("tag:", "field-tag"),
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
    /// Its message.
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
            let text = text!("suggestions-forget");
            offers.push(Offer { text, note: String::new(), kind: None, taken: Taken::Forget });
        }
        return listed([("suggestions-past", offers)]);
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
    listed([("suggestions-names", names), ("suggestions-past", past), ("suggestions-fields", fields)])
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
        (1, _) => text!("n-mentions", n = entity.n_mentions()),
        _ => format::articles(started.n_docs as usize),
    };
    let form = started.form.map(|form| text!("suggestion-form", form = form)).unwrap_or_default();
    let quoted = if field == Field::Says { text!("suggestion-quoted") } else { String::new() };
    let parts = [form, format::kind(entity.kind()), quoted, n].into_iter().filter(|part| !part.is_empty());
    let note = format::listed(parts, "list-comma");
    let taken = Taken::Search(typing.replaced(text, &field.asked_for(entity.name())));
    Offer { text: entity.name().to_owned(), note, kind: Some(entity.kind()), taken }
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
        note: text!(what),
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
        let id = sort.heading;
        html! {
            <ul class="suggestions__sort" role="group" aria-labelledby={id}>
                <li class="suggestions__heading" role="presentation" {id}>{ text!(sort.heading) }</li>{ all(options) }
            </ul>
        }
    };
    let sorts: Vec<Html> = sorts.iter().map(&mut sort).collect();
    // The box keeps the focus whatever is pressed here.
    let onmousedown = |event: yew::MouseEvent| event.prevent_default();
    html! {
        <div class="suggestions" id={SUGGESTIONS_ID} role="listbox" aria-label={text!("suggestions")} {onmousedown}>{ all(sorts) }</div>
    }
}
