//! One hit of a collection of one document: the words around it, on one line.

use corpus::DocumentView;
use corpus::model::Speaker;
use corpus::search::{Place, Snippet};
use yew::{Html, html};

use super::element::{element, words};
use crate::format;
use crate::hooks::Found;
use crate::text;

/// About how many bytes of text a line shows.
const LINE_BYTES: usize = 150;

/// The hit in its sentence, as the heading of an entry of the results; `href` is its address in the document.
pub fn hit_line(found: &Found, document: &DocumentView<'_>, place: &Place, href: String, id: String) -> Html {
    let snippet = found.answer.snippet_around(document.doc(), place, LINE_BYTES);
    let (line, whereabouts) = match &snippet {
        Some(snippet) => (snippet_html(document, snippet), paragraph_of(document, place)),
        None => (html! { <mark>{ document.title().to_owned() }</mark> }, text!("headline")),
    };
    html! {
        <article class="hit" dir="auto">
            <h2 class="hit__heading"><a class="hit__link" {id} {href}>{ line }</a></h2>
            { element("p", "hit__meta", words(&whereabouts)) }
        </article>
    }
}

/// The shown part of a snippet, with its marks, and dots where the sentence is cut.
pub fn snippet_html(document: &DocumentView<'_>, snippet: &Snippet) -> Html {
    let layers: Vec<_> = snippet.places.iter().map(|&place| (place, ())).collect();
    let pieces = corpus::runs::runs(snippet.span, &layers).into_iter().map(|run| {
        let text = document.slice(run.span);
        if run.layers.is_empty() {
            html! { { text } }
        } else {
            html! { <mark>{ text }</mark> }
        }
    });
    let sentence = snippet.sentence.span();
    html! {
        <>
            if snippet.span.start() > sentence.start() { { "… " } }
            { for pieces }
            if snippet.span.end() < sentence.end() { { " …" } }
        </>
    }
}

/// Where a place stands, in words: its page where there are pages, its paragraph, and who is quoted there.
fn paragraph_of(document: &DocumentView<'_>, place: &Place) -> String {
    let Some(block_idx) = place.block_idx(document) else { return text!("headline") };
    let kind = document.blocks().nth(block_idx as usize).map(|block| block.kind()).unwrap_or_default();
    if kind == corpus::model::BlockKind::Headline {
        return text!("headline");
    }
    let is_paragraph = |block: &corpus::BlockView<'_>| {
        !matches!(block.kind(), corpus::model::BlockKind::Furniture | corpus::model::BlockKind::Headline)
    };
    let number = document.blocks().take(block_idx as usize + 1).filter(is_paragraph).count();
    let quotation = document.quotations().find(|quotation| quotation.span().contains(place.span));
    let speaker = quotation.and_then(|quotation| match quotation.speaker() {
        Speaker::Entity(_, span) | Speaker::Described(span) | Speaker::Unnamed(span) => Some(document.slice(span)),
        Speaker::Unresolved => None,
    });
    match (format::page(document, place.span), speaker) {
        (Some(page), Some(speaker)) => {
            text!("paragraph-in-page-said-by", page = page, n = number, speaker = speaker)
        }
        (Some(page), None) => text!("paragraph-in-page", page = page, n = number),
        (None, Some(speaker)) => text!("paragraph-said-by", n = number, speaker = speaker),
        (None, None) => text!("paragraph-number", n = number),
    }
}
