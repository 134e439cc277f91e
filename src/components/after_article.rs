//! What follows an article: the other documents that tell its story, with what differs, and those that have to do with it.

use corpus::model::{DateKind, EntityId};
use corpus::{Corpus, DocumentView, ReasonView, SameStoryView};
use yew::{Callback, Html, html};

use super::compare::Compare;
use super::element::{all, element, isolated, link, list, name_button, short_list, words};
use crate::format;
use crate::view_state::ViewState;
use crate::{rich, text};

/// Copies, and sentences of one, that are shown before the others are asked for.
const FEW: usize = 5;
/// About how many characters of a sentence tell it from others.
const FIRST_WORDS: usize = 70;

/// Both lists, each under its heading; nothing where there are none. `state` is what is asked, to be kept in links.
pub fn after_article(document: &DocumentView<'_>, state: &ViewState, on_name: &Callback<EntityId>) -> Html {
    let copies: Vec<Html> = document.copies().map(|copy| same_story(document, &copy, state)).collect();
    let related = document.related().filter_map(|related| {
        let other = document.corpus().document(related.doc())?;
        let reasons = reasons(document.corpus(), related.reasons(), on_name);
        Some(entry(&other, state, None, reasons))
    });
    let related: Vec<Html> = related.collect();
    html! {
        <div class="reader" key={document.doc().0}>
            if !copies.is_empty() { { part(text!("same-story"), short_list("part__entries", copies, FEW)) } }
            if !related.is_empty() { { part(text!("related-articles"), list("part__entries", related)) } }
        </div>
    }
}

/// A titled part of a page.
#[inline(never)]
pub fn part(title: String, inside: Html) -> Html {
    let heading = element("h2", "part__title", words(&title));
    html! { <section class="part" aria-label={title}>{ heading }{ inside }</section> }
}

/// A document as an entry of a list: its headline, its outlet, its date, what else is to be said, and what follows.
fn entry(document: &DocumentView<'_>, state: &ViewState, said: Option<&str>, after: Html) -> Html {
    let headline = link(state.article(document).href(), isolated(document.title()));
    all(vec![element("h3", "hit__heading", headline), outlet_and_date(document, said), after])
}

/// Outlet and date of a document, and what else is to be said, on one line.
pub fn outlet_and_date(document: &DocumentView<'_>, said: Option<&str>) -> Html {
    source_line(document, said.map(isolated).into_iter().collect())
}

/// Outlet and date of a document and other facts, on one line.
pub fn source_line(document: &DocumentView<'_>, others: Vec<Html>) -> Html {
    let mut facts = Vec::new();
    facts.extend(document.source().map(|source| element("bdi", "hit__source", words(source.text))));
    facts.extend(date_words(document).map(|date| element("bdi", "hit__date", words(&date))));
    facts.extend(others);
    element("p", "hit__meta", all(facts))
}

/// The date of a document, with what it is.
pub fn date_words(document: &DocumentView<'_>) -> Option<String> {
    document
        .date()
        .map(|date| text!("date-with-kind", date = format::date(date.value()), kind = format::date_kind(date.kind())))
}

/// The same in few letters: that it is the day of publication needs no telling.
pub fn short_date_words(document: &DocumentView<'_>) -> Option<String> {
    document.date().map(|date| match date.kind() {
        DateKind::Published => format::short_date(date.value()),
        kind => {
            text!("date-with-kind", date = format::short_date(date.value()), kind = format::date_kind(kind))
        }
    })
}

/// How far a copy is the same, in words.
pub fn likeness(copy: &SameStoryView) -> String {
    if copy.is_exact() { text!("copy-exact") } else { text!("copy-shared", percent = copy.shared_percent()) }
}

fn same_story(document: &DocumentView<'_>, copy: &SameStoryView, state: &ViewState) -> Html {
    let Some(other) = document.corpus().document(copy.doc()) else { return html! {} };
    if copy.is_exact() {
        return entry(&other, state, Some(&likeness(copy)), html! {});
    }
    let sentences = document.structure().sentences;
    let own: Vec<Html> = copy
        .own_sentences()
        .iter()
        .filter_map(|&number| sentences.get(number as usize))
        .map(|sentence| {
            let first_words = format::shortened(&document.slice(sentence.span()), FIRST_WORDS);
            link(state.sentence(document, sentence.span()), words(&first_words))
        })
        .collect();
    let own = match own.is_empty() {
        true => element("p", "part__why", words(&text!("copy-all-there"))),
        false => all(vec![element("p", "part__why", words(&text!("copy-own"))), short_list("part__own", own, FEW)]),
    };
    let compare = html! { <Compare doc={document.doc()} other={copy.doc()} /> };
    entry(&other, state, Some(&likeness(copy)), all(vec![own, compare]))
}

/// Why two documents are related: `Both name A and B; both use the words “c” and “d”.`
fn reasons(corpus: &Corpus<'_>, reasons: &[ReasonView<'_>], on_name: &Callback<EntityId>) -> Html {
    let (mut names, mut used) = (Vec::new(), Vec::new());
    for reason in reasons {
        match *reason {
            ReasonView::Entity(id) => names.extend(
                corpus
                    .entity(id)
                    .map(|entity| name_button(entity.kind().word(), entity.name(), on_name.reform(move |_| id))),
            ),
            ReasonView::Word(word) => used.push(isolated(&format::quoted(word))),
        }
    }
    let (n_names, n) = (names.len(), used.len());
    let (names, used) = (format::enumerated(names, "list-and"), format::enumerated(used, "list-and"));
    element(
        "p",
        "part__why",
        match (n_names, n) {
            (_, 0) => rich!("related-names", names = names),
            (0, _) => rich!("related-words", n = n, words = used),
            _ => rich!("related-names-words", names = names, n = n, words = used),
        },
    )
}
