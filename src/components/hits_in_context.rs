//! What was found, as hits in context.

use std::rc::Rc;

use corpus::search::{Hit, Unit};
use corpus::{Corpus, Structure};
use yew::{Html, Properties, component, html, use_memo};

use super::concordance::{Concordance, Line, MAX_ORDERED, ORDER, PAGE, side_of_order, sort_documents};
use crate::format;
use crate::hooks::{Found, use_n_shown};
use crate::text;
use crate::view_state::ViewState;

#[derive(Clone, Debug, PartialEq, Properties)]
pub struct HitsInContextProps {
    /// What was found.
    pub found: Found,
    /// What was asked.
    pub state: ViewState,
}

/// A concordance of all hits. Only those that are shown are looked for in their documents, or as many as can be put in
/// order.
#[component]
pub fn HitsInContext(props: &HitsInContextProps) -> Html {
    let HitsInContextProps { found, state } = props;
    let (n_shown, on_more) = use_n_shown(state.href(), PAGE);
    let order = state.setting(ORDER).to_owned();
    let n_wanted = if side_of_order(&order).is_some() { MAX_ORDERED } else { n_shown };
    let lines = use_memo((found.clone(), order, n_wanted), |(found, order, n)| lines(found, order, *n));
    let n_all = if lines.len() < n_wanted { lines.len() } else { found.answer.n_places() as usize };
    let usual_order = match found.answer.unit() {
        Unit::Document => format::sort(state.order()),
        Unit::Passage => text!("concordance-as-in-text"),
    };
    html! { <Concordance lines={(*lines).clone()} state={state.clone()} {n_all} {on_more} {usual_order} /> }
}

/// The first `n` places, and those after them in the same document, of the articles in an order.
fn lines(found: &Found, order: &str, n: usize) -> Rc<[Line]> {
    let answer = &found.answer;
    let corpus = answer.corpus();
    let mut hits: Vec<Hit> = match answer.unit() {
        Unit::Document => answer.hits.clone(),
        // They are all in one document.
        Unit::Passage => answer.hits.first().copied().into_iter().collect(),
    };
    sort_documents(corpus, &mut hits, order, |hit| hit.doc);
    let mut lines = Vec::new();
    for hit in hits {
        if lines.len() >= n {
            break;
        }
        add(found, corpus, &hit, &mut lines);
    }
    lines.truncate(n);
    lines.into()
}

fn add(found: &Found, corpus: &Corpus<'_>, hit: &Hit, lines: &mut Vec<Line>) {
    let Some(document) = corpus.document(hit.doc) else { return };
    let structure: Structure<'_> = document.structure();
    let (mut last, mut nth_hit) = (None, 0);
    for place in found.answer.places(hit.doc) {
        let sentence = if place.in_text { structure.sentence_at(place.span.start()) } else { None };
        nth_hit = if last == Some(sentence) { nth_hit + 1 } else { 1 };
        last = Some(sentence);
        lines.push(Line { doc: hit.doc, in_text: place.in_text, span: place.span, nth_hit });
    }
}
