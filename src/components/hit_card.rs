//! One document among the results.

use corpus::model::DocId;
use corpus::search::Place;
use yew::{Html, html};

use super::after_article::outlet_and_date;
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
    html! {
        <article class="hit hit--card">
            <h2 class="hit__heading" dir="auto">
                <a class="hit__link" {id} {href}>{ document.title().to_owned() }</a>
            </h2>
            { outlet_and_date(&document, (!facts.is_empty()).then_some(&facts)) }
            <p class="hit__snippet" dir="auto">
                if let Some(snippet) = &snippet {
                    { snippet_html(&document, snippet) }
                    if places.len() > shown { <span class="hit__more">{ format!(" + {} more", places.len() - shown) }</span> }
                } else if let Some(sentence) = first_sentence {
                    { format::shortened(document.slice(sentence.span()), SNIPPET_BYTES) }
                }
            </p>
        </article>
    }
}
