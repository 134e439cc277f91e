//! One document among the results.

use corpus::model::DocId;
use corpus::search::Place;
use yew::{Html, html};

use super::after_article::outlet_and_date;
use super::element::{all, element, words};
use super::hit_line::snippet_html;
use crate::format;
use crate::hooks::Found;
use crate::view_state::ViewState;

/// About how many bytes of the best sentence a card shows.
const SNIPPET_BYTES: usize = 320;

/// Headline, outlet, date with its kind, the best sentence with its marks, and how many hits there are.
pub fn hit_card(found: &Found, state: &ViewState, doc: DocId, id: String) -> Html {
    let Some(document) = found.answer.corpus().document(doc) else { return html! {} };
    let places: Vec<Place> = found.answer.places(doc);
    let snippet = found.answer.best_snippet(doc, &places, SNIPPET_BYTES);
    let shown = snippet.as_ref().map_or(0, |snippet| snippet.places.len());
    let first_sentence = document.sentences().find(|s| Some(s.span()) != document.headline().and_then(|h| h.span));
    let href = state.article_at(&document, &places, 0).href();
    let mut facts = Vec::new();
    if !places.is_empty() {
        facts.push(format::count(places.len(), "hit", "hits"));
    }
    if let Some(page) = snippet.as_ref().and_then(|snippet| format::page(&document, snippet.span)) {
        facts.push(page);
    }
    let n_copies = document.copies().count();
    if n_copies > 0 {
        facts.push(format!("same story in {}", format::count(n_copies, "more document", "more documents")));
    }
    let facts = facts.join(" · ");
    let mut text = Vec::new();
    if let Some(snippet) = &snippet {
        text.push(snippet_html(&document, snippet));
        if places.len() > shown {
            text.push(element("span", "hit__more", words(&format!(" + {} more", places.len() - shown))));
        }
    } else if let Some(sentence) = first_sentence {
        text.push(words(&format::shortened(document.slice(sentence.span()), SNIPPET_BYTES)));
    }
    let meta = outlet_and_date(&document, (!facts.is_empty()).then_some(&facts));
    let after = all(vec![meta, element("p", "hit__snippet", all(text))]);
    card("h2", id, href, words(document.title()), after)
}

/// An entry whose whole surface is one link, with a heading of a level and what stands under it.
#[inline(never)]
pub fn card(heading: &'static str, id: String, href: String, headline: Html, after: Html) -> Html {
    let link = html! { <a class="hit__link" {id} {href}>{ headline }</a> };
    html! { <article class="hit hit--card">{ element(heading, "hit__heading", link) }{ after }</article> }
}
