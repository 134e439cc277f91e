//! The filter for what the reader has done with the articles: one mark at a time, written into the search box as `is:`.

use corpus::query::Mark;
use corpus::search::Unit;
use yew::{Html, html};

use super::element::{element, isolated, words};
use crate::format;
use crate::hooks::Found;
use crate::reading::{MARKS, Reading, chosen, with_mark};
use crate::text;
use crate::view_state::ViewState;

/// A link for each mark that some of the articles found have; nothing while no article was opened, kept or added.
pub fn reading_filter(found: &Found, state: &ViewState, reading: &Reading) -> Html {
    let now = chosen(&state.query);
    if found.answer.unit() != Unit::Document || reading.is_empty() && now.is_none() {
        return html! {};
    }
    let mark = |&(word, name): &(&'static str, &'static str)| {
        let docs = reading.docs(Mark::Is, word);
        let n = found.answer.hits.iter().filter(|hit| docs.binary_search(&hit.doc).is_ok()).count();
        let is_chosen = now == Some(word);
        // Beside a chosen mark, how many have the others cannot be told.
        if n == 0 && now.is_none() {
            return None;
        }
        let n = match now {
            None => format::number(n),
            Some(_) if is_chosen => format::number(found.answer.n_docs()),
            Some(_) => String::new(),
        };
        let href = state.with_query(&with_mark(&state.query, (!is_chosen).then_some(word))).href();
        Some(html! {
            <li key={word} class="facet-value reading-mark" data-choice={is_chosen.then_some("include")}>
                <a class="facet-value__label" {href} aria-current={is_chosen.then_some("true")}>{ isolated(&text!(name)) }</a>
                <span class="facet-value__count">{ n }</span>
            </li>
        })
    };
    html! {
        <div class="facet" role="group" aria-label={text!("your-reading")}>
            { element("h3", "facet__title", words(&text!("your-reading"))) }
            <ul role="list">{ for MARKS.iter().filter_map(mark) }</ul>
        </div>
    }
}
