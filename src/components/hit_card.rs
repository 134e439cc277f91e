//! One document among the results.

use corpus::model::{DateKind, DocId};
use corpus::search::Place;
use yew::{Html, Properties, component, html};

use super::hit_line::snippet_html;
use crate::format;
use crate::hooks::{Found, use_library};
use crate::view_state::ViewState;

#[derive(Clone, Debug, PartialEq, Properties)]
pub struct HitCardProps {
    /// The document.
    pub doc: DocId,
    /// The answer it belongs to.
    pub found: Found,
    /// What was asked, to be kept in the link.
    pub state: ViewState,
    /// Id of the link.
    pub id: String,
}

/// About how many bytes of the best sentence a card shows.
const SNIPPET_BYTES: usize = 320;

/// Headline, outlet, date with its kind, the best sentence with its marks, and how many hits there are.
#[component]
pub fn HitCard(props: &HitCardProps) -> Html {
    let Some(document) = use_library().corpus().document(props.doc) else { return html! {} };
    let places: Vec<Place> = props.found.answer.places(props.doc);
    let snippet = props.found.answer.best_snippet(props.doc, &places, SNIPPET_BYTES);
    let shown = snippet.as_ref().map_or(0, |snippet| snippet.places.len());
    let first_sentence = document.sentences().find(|s| Some(s.span()) != document.headline().and_then(|h| h.span));
    let href = props.state.article_at(&document, &places, 0).href();
    let date = document.dates().find(|date| !matches!(date.kind(), DateKind::Mentioned));
    html! {
        <article class="hit hit--card">
            <h3 class="hit__heading" dir="auto">
                <a class="hit__link" id={props.id.clone()} {href}>{ document.title().to_owned() }</a>
            </h3>
            <p class="hit__meta">
                if let Some(source) = document.source() { <bdi class="hit__source">{ source.text.to_owned() }</bdi> }
                if let Some(date) = date {
                    <span class="hit__date">
                        { format!("{} ({})", format::date(date.value()), format::date_kind(date.kind())) }
                    </span>
                }
                if !places.is_empty() { <span class="hit__count">{ format::count(places.len(), "hit", "hits") }</span> }
            </p>
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
