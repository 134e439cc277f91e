//! Evidence: sentences and paragraphs of the documents with the names in them marked, each a way to where it stands.

use corpus::links::{SharedSpan, Together};
use corpus::model::EntityId;
use corpus::{ByteSpan, Corpus, DocumentView, sort};
use yew::{Html, html};

use super::after_article::{date_words, source_line};
use super::element::{all, element, isolated, link, list, short_list, words};
use super::rich_text::{Layer, rich_text};
use crate::text;
use crate::view_state::ViewState;

/// The spans in a stretch of a document that name one of some.
fn mentions(document: &DocumentView<'_>, span: ByteSpan, names: &[EntityId]) -> Vec<ByteSpan> {
    let mentions = document.mentions().filter(|mention| span.contains(mention.span()));
    mentions.filter(|mention| names.contains(&mention.entity())).map(|mention| mention.span()).collect()
}

/// A stretch of a document with some spans in it marked.
pub fn marked(document: &DocumentView<'_>, span: ByteSpan, marks: &[ByteSpan]) -> Html {
    let text = document.slice(span);
    let of_stretch = |inner: ByteSpan| ByteSpan::new(inner.start() - span.start(), inner.end() - span.start());
    let marks = marks.iter().filter(|mark| span.contains(**mark)).enumerate();
    let layers: Vec<_> = marks.filter_map(|(number, &mark)| Some((of_stretch(mark)?, Layer::Mark(number)))).collect();
    let Some(whole) = of_stretch(span) else { return html! {} };
    let inside = rich_text(&text, whole, &layers, &|_, _, inside| element("mark", "", inside));
    let language = Some(document.language()).filter(|tag| !tag.is_empty()).map(str::to_owned);
    html! { <bdi lang={language}>{ inside }</bdi> }
}

/// The newest first; what has no date last.
fn newest_first(corpus: &Corpus<'_>, shared: &[SharedSpan]) -> Vec<SharedSpan> {
    let mut ordered = shared.to_vec();
    let day = |shared: &SharedSpan| corpus.document(shared.doc).and_then(|document| document.published());
    sort::by_key(&mut ordered, |shared| std::cmp::Reverse(day(shared).map_or(0, |day| day.number())));
    ordered
}

/// Sentences or paragraphs that name two, `few` of them at first. `state` is what links start from.
pub fn evidence(
    corpus: &Corpus<'_>,
    together: &Together,
    shared: &[SharedSpan],
    names: [EntityId; 2],
    state: &ViewState,
    few: usize,
) -> Html {
    let card = |shared: SharedSpan| {
        let document = corpus.document(shared.doc)?;
        let words_of_it = link(
            state.sentence(&document, shared.span),
            marked(&document, shared.span, &mentions(&document, shared.span, &names)),
        );
        let retold = together.docs.iter().find(|own| own.doc == shared.doc).map_or(&[][..], |own| &own.retold);
        Some(all(vec![element("p", "evidence__words", words_of_it), source(&document, retold.len(), state)]))
    };
    short_list("evidence", newest_first(corpus, shared).into_iter().filter_map(card).collect(), few)
}

/// Where it stands, and how many others tell it again; a single document needs no telling.
fn source(document: &DocumentView<'_>, n_retold: usize, state: &ViewState) -> Html {
    if document.corpus().n_docs() == 1 {
        return html! {};
    }
    let mut facts = vec![link(state.article(document).href(), isolated(document.title()))];
    if n_retold > 0 {
        facts.push(element("span", "", words(&text!("evidence-retold", n = n_retold))));
    }
    source_line(document, facts)
}

/// Documents as a list of links.
pub fn documents(corpus: &Corpus<'_>, docs: impl Iterator<Item = corpus::model::DocId>, state: &ViewState) -> Html {
    let item = |document: DocumentView<'_>| {
        let date = date_words(&document).map(|date| words(&format!(" · {date}")));
        all(vec![link(state.article(&document).href(), isolated(document.title())), date.unwrap_or_default()])
    };
    list("profile__list", docs.filter_map(|doc| corpus.document(doc)).map(item).collect())
}
