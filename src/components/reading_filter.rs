//! The filter for what the reader has done with the articles: marks to include and to exclude, written into the search box
//! as `is:` and `-is:`.

use std::rc::Rc;

use corpus::query::Mark;
use corpus::search::Unit;
use yew::{Html, Properties, component, html, use_memo};

use super::element::{element, isolated, words};
use super::facet_group::exclude_link;
use crate::format;
use crate::hooks::{Found, found_for, use_library};
use crate::reading::{Asked, MARKS, Reading};
use crate::text;
use crate::view_state::{Choice, ViewState};

#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ReadingFilterProps {
    /// What was found.
    pub found: Found,
    /// What is asked.
    pub state: ViewState,
    /// What the reader has done.
    pub reading: Rc<Reading>,
}

/// Two links for each mark that some of the articles found have, to include and to exclude it; nothing while no article
/// was opened, kept or added. As in every facet, its own choice does not narrow what it counts.
#[component]
pub fn ReadingFilter(props: &ReadingFilterProps) -> Html {
    let ReadingFilterProps { found, state, reading } = props;
    let library = use_library();
    let asked = Asked::of(&state.query);
    let counted = use_memo((found.clone(), reading.clone()), |(found, reading)| match asked.is_empty() {
        true => found.clone(),
        false => found_for(library, asked.rest(), &state.filters, state.order(), reading),
    });
    if found.answer.unit() != Unit::Document || reading.is_empty() && asked.is_empty() {
        return html! {};
    }
    let mark = |&(word, name): &(&'static str, &'static str)| {
        let docs = reading.docs(Mark::Is, word);
        let n = counted.answer.hits.iter().filter(|hit| docs.binary_search(&hit.doc).is_ok()).count();
        let choice = asked.choice(word);
        if n == 0 && choice.is_none() {
            return None;
        }
        let href = |choice| state.with_query(&asked.toggled(word, choice)).href();
        let (is_included, is_excluded) = (choice == Some(Choice::Include), choice == Some(Choice::Exclude));
        let data = choice.map(|choice| if choice == Choice::Exclude { "exclude" } else { "include" });
        Some(html! {
            <li key={word} class="facet-value reading-mark" data-choice={data}>
                <a class="facet-value__label" href={href(Choice::Include)} aria-current={is_included.then_some("true")}>{ isolated(&text!(name)) }</a>
                <span class="facet-value__count">{ format::number(n) }</span>
                { exclude_link(href(Choice::Exclude), is_excluded, &text!(name)) }
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
