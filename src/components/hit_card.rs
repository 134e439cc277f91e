//! One document among the results.

use corpus::search::{Hit, Place, Sort};
use yew::{Html, html};

use super::after_article::source_line;
use super::element::{all, element, isolated, words};
use super::hit_line::snippet_html;
use super::result_table::{quoted, some_names};
use super::why_here::WhyHere;
use crate::format;
use crate::hooks::Found;
use crate::reading::Reading;
use crate::view_state::ViewState;
use crate::{rich, text};

/// About how many bytes of the best sentence a card shows.
const SNIPPET_BYTES: usize = 320;
/// How many of those that are quoted a card names.
const FEW: usize = 3;

/// Headline, outlet, date with its kind, who is quoted, the best sentence with its marks, how many hits there are, and on
/// demand why it stands where it does.
pub fn hit_card(found: &Found, state: &ViewState, hit: &Hit, id: String, reading: &Reading) -> Html {
    let doc = hit.doc;
    let Some(document) = found.answer.corpus().document(doc) else { return html! {} };
    let places: Vec<Place> = found.answer.places(doc);
    let snippet = found.answer.best_snippet(doc, &places, SNIPPET_BYTES);
    let shown = snippet.as_ref().map_or(0, |snippet| snippet.places.len());
    let first_sentence = document.sentences().find(|s| Some(s.span()) != document.headline().and_then(|h| h.span));
    let href = state.article_at(&document, &places, 0).href();
    let mut facts = Vec::new();
    if !places.is_empty() {
        facts.push(text!("n-hits", n = places.len()));
    }
    if let Some(page) = snippet.as_ref().and_then(|snippet| format::page(&document, snippet.span)) {
        facts.push(page);
    }
    let n_copies = document.copies().count();
    if n_copies > 0 {
        facts.push(text!("hit-copies", n = n_copies));
    }
    if reading.is_read(doc) {
        facts.push(text!("hit-read"));
    } else if reading.is_new(doc) {
        facts.push(text!("hit-new"));
    }
    let facts = facts.join(" · ");
    let mut text = Vec::new();
    if let Some(snippet) = &snippet {
        text.push(snippet_html(&document, snippet));
        if places.len() > shown {
            let more = text!("plus-more", n = places.len() - shown);
            text.extend([words(" "), element("span", "hit__more", words(&more))]);
        }
    } else if let Some(sentence) = first_sentence {
        text.push(words(&format::shortened(&document.slice(sentence.span()), SNIPPET_BYTES)));
    }
    let quoted = quoted(&document);
    let mut others = Vec::new();
    if !quoted.is_empty() {
        others.push(element("bdi", "", rich!("hit-quotes", names = some_names(&quoted, FEW))));
    }
    if !facts.is_empty() {
        others.push(isolated(&facts));
    }
    let meta = source_line(&document, others);
    // Where the order is another one, or nothing was asked, the score says nothing.
    let why = match state.sort == Sort::Relevance && hit.score > 0.0 {
        true => html! { <WhyHere key={doc.0} found={found.clone()} hit={*hit} /> },
        false => html! {},
    };
    let after = all(vec![meta, element("p", "hit__snippet", all(text)), why]);
    card("h2", id, href, words(document.title()), after)
}

/// An entry whose whole surface is one link, with a heading of a level and what stands under it.
#[inline(never)]
pub fn card(heading: &'static str, id: String, href: String, headline: Html, after: Html) -> Html {
    let link = html! { <a class="hit__link" {id} {href}>{ headline }</a> };
    html! { <article class="hit hit--card" dir="auto">{ element(heading, "hit__heading", link) }{ after }</article> }
}
