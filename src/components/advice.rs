//! What helps where little or nothing was found: spellings that the collection has, and what stands in the way.

use corpus::query::TermClause;
use corpus::search::{LeftOut, Selection, Suggestion, Without};
use yew::{Html, html};

use super::chips::label;
use super::element::{all, element, isolated, link, list, words};
use crate::format;
use crate::hooks::Found;
use crate::view_state::ViewState;
use crate::{rich, text};

/// The words that may be slips, each with spellings that one click puts in its place. Which words are missing was said
/// before if `is_said`.
pub fn did_you_mean(state: &ViewState, slips: &[Suggestion], is_said: bool) -> Html {
    let item = |slip: &Suggestion| {
        let typed = format::quoted(slip.span.slice(&state.query).unwrap_or_default());
        let spellings = slip
            .spellings
            .iter()
            .map(|spelling| link(state.with_query(&slip.mended(&state.query, spelling)).href(), isolated(spelling)));
        let spellings = format::enumerated(spellings.collect(), "list-or");
        element(
            "p",
            "slip",
            match (slip.is_known, is_said, slips.len()) {
                (true, ..) => rich!("slip-rare", word = isolated(&typed), spellings = spellings),
                (false, false, _) => rich!("slip-missing", word = isolated(&typed), spellings = spellings),
                (false, true, 1) => rich!("slip-only", spellings = spellings),
                (false, true, _) => rich!("slip-for", word = isolated(&typed), spellings = spellings),
            },
        )
    };
    let offered: Vec<Html> = slips.iter().filter(|slip| !slip.spellings.is_empty()).map(item).collect();
    if offered.is_empty() {
        html! {}
    } else {
        list("slips", offered)
    }
}

/// Says in one sentence why nothing has all that was asked, then what would help.
pub fn nothing_found(found: &Found, state: &ViewState, slips: &[Suggestion]) -> Html {
    let answer = &found.answer;
    let unit = format::unit(answer.unit());
    let counts = answer.counts_by_term();
    let missing: Vec<Html> = slips
        .iter()
        .filter(|slip| !slip.is_known)
        .map(|slip| isolated(&format::quoted(slip.span.slice(&state.query).unwrap_or_default())))
        .collect();
    let title = match (missing.len(), answer.partial_hits.is_empty()) {
        (0, true) => words(&text!("nothing-asked", unit = unit)),
        (0, false) => words(&text!("nothing-all", unit = unit)),
        (n, _) => rich!("nothing-missing", n = n, words = format::enumerated(missing, "list-and")),
    };
    let count = |(term, n): &(&TermClause, usize)| {
        let n = if *n == 0 { text!("nothing-none") } else { format::units(answer.unit(), *n) };
        rich!("nothing-count", word = isolated(&format::term(term)), n = n)
    };
    // One word alone was counted by the sentence.
    let counted = if counts.len() > 1 {
        list("nothing__counts", counts.iter().map(count).collect())
    } else {
        html! {}
    };
    let offers: Vec<Html> = answer.without(&state.query).iter().map(|without| offer(found, state, without)).collect();
    let offers = if offers.is_empty() {
        html! {}
    } else {
        list("offers", offers)
    };
    let title = element("h2", "nothing__title", title);
    element("div", "nothing", all(vec![title, did_you_mean(state, slips, true), marks(state), counted, offers]))
}

/// What fields of marks know, where one was asked.
fn marks(state: &ViewState) -> Html {
    let asks = |field: &str| state.query.to_lowercase().split_whitespace().any(|part| part.contains(field));
    let known = [("is:", "nothing-is"), ("tag:", "nothing-tag")];
    known
        .iter()
        .filter(|(field, _)| asks(field))
        .map(|(_, what)| element("p", "nothing__marks", words(&text!(*what))))
        .collect()
}

/// A link to what is found without something.
fn offer(found: &Found, state: &ViewState, without: &Without) -> Html {
    let (name, state) = match &without.left_out {
        LeftOut::Clause { clause, rest } => (format::clause(clause), state.with_query(rest)),
        LeftOut::Filters => (text!("nothing-filters"), state.without_filters()),
        &LeftOut::Facet(facet) => {
            let chosen = state.filters.selection(facet).cloned().unwrap_or_default();
            let Selection { include, exclude } = &chosen;
            let named = |key: &String| label(found, facet, key);
            let included = (!include.is_empty()).then(|| format::listed(include.iter().map(named), "list-or"));
            let excluded = exclude.iter().map(|key| text!("query-not", what = named(key)));
            let value = format::listed(included.into_iter().chain(excluded), "list-comma");
            let name = text!("chip", facet = format::facet_of_value(facet), value = value);
            (name, state.without_facet(facet))
        }
    };
    let n = element("span", "offer__count", words(&format::units(found.answer.unit(), without.n_units as usize)));
    let inside = rich!("nothing-without", what = isolated(&format::quoted(&name)), n = n);
    // In one piece: on phones the link is a flex container, whose parts lose the spaces between them.
    html! { <a class="offer" href={state.href()}><span>{ inside }</span></a> }
}
