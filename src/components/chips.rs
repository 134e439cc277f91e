//! The chosen facet values, each with a way to take it back.

use corpus::search::Facet;
use yew::{Html, html};

use crate::format;
use crate::hooks::Found;
use crate::text;
use crate::view_state::{Choice, ViewState};

/// What readers call a chosen value.
pub fn label(found: &Found, facet: Facet, key: &str) -> String {
    let chosen = found.facet(facet, "", 0).values;
    chosen.into_iter().find(|value| value.key == key).map_or_else(|| key.to_owned(), |value| value.label)
}

/// One chip per chosen value: those of one facet are joined by "or", facets by "and". `found` names the values.
pub fn chips(state: &ViewState, found: &Found) -> Html {
    if state.filters.is_empty() {
        return html! {};
    }
    let chip = |facet: Facet, key: &String, choice: Choice| {
        let name = label(found, facet, key);
        let words = match choice {
            Choice::Include => text!("chip", facet = format::facet_of_value(facet), value = name),
            Choice::Exclude => text!("chip-not", facet = format::facet_of_value(facet), value = name),
        };
        html! {
            <li class="chip" data-choice={if choice == Choice::Exclude { "exclude" } else { "include" }}>
                <a class="chip__link" href={state.toggled(facet, key, choice).href()}>
                    <span class="visually-hidden">{ text!("chip-remove") }{ " " }</span>
                    <bdi>{ words }</bdi>
                    <span class="chip__cross" aria-hidden="true">{ "×" }</span>
                </a>
            </li>
        }
    };
    let groups = state.filters.0.iter().map(|(&facet, selection)| {
        let included = selection.include.iter().map(|key| chip(facet, key, Choice::Include)).collect::<Vec<_>>();
        let excluded = selection.exclude.iter().map(|key| chip(facet, key, Choice::Exclude));
        let mut items = Vec::new();
        for (number, item) in included.into_iter().enumerate() {
            if number > 0 {
                items.push(html! { <li class="chips__or">{ text!("chip-or") }</li> });
            }
            items.push(item);
        }
        items.extend(excluded);
        items.into_iter().collect::<Html>()
    });
    html! {
        <ul class="chips" role="list" aria-label={text!("chips")}>
            { for groups }
            <li class="chips__clear"><a href={state.without_filters().href()}>{ text!("chips-clear") }</a></li>
        </ul>
    }
}
