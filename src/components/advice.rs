//! What helps where little or nothing was found: spellings that the collection has, and what stands in the way.

use corpus::search::{LeftOut, Selection, Suggestion, Without};
use yew::{Html, html};

use super::chips::label;
use super::element::{all, element, isolated, link, list, words};
use crate::format;
use crate::hooks::Found;
use crate::view_state::ViewState;

/// The words that may be slips, each with spellings that one click puts in its place. Which words are missing was said
/// before if `is_said`.
pub fn did_you_mean(state: &ViewState, slips: &[Suggestion], is_said: bool) -> Html {
    let item = |slip: &Suggestion| {
        let typed = quoted(slip.span.slice(&state.query).unwrap_or_default());
        let mut parts = match (slip.is_known, is_said, slips.len()) {
            (true, ..) => vec![isolated(&typed), words(" is rare here. Did you mean ")],
            (false, false, _) => vec![isolated(&typed), words(" is not in this collection. Did you mean ")],
            (false, true, 1) => vec![words("Did you mean ")],
            (false, true, _) => vec![words("For "), isolated(&typed), words(", did you mean ")],
        };
        let spellings = slip
            .spellings
            .iter()
            .map(|spelling| link(state.with_query(&slip.mended(&state.query, spelling)).href(), isolated(spelling)));
        parts.push(enumerated(spellings.collect(), " or "));
        parts.push(words("?"));
        element("p", "slip", all(parts))
    };
    let offered: Vec<Html> = slips.iter().filter(|slip| !slip.spellings.is_empty()).map(item).collect();
    if offered.is_empty() {
        html! {}
    } else {
        list("slips", offered)
    }
}

fn quoted(text: &str) -> String {
    ["“", text, "”"].concat()
}

/// Things one after the other, with commas, and with a word before the last.
fn enumerated(things: Vec<Html>, before_last: &str) -> Html {
    let n = things.len();
    let joint = |at: usize| {
        if at == 0 {
            ""
        } else if at + 1 == n {
            before_last
        } else {
            ", "
        }
    };
    things.into_iter().enumerate().map(|(at, thing)| all(vec![words(joint(at)), thing])).collect()
}

/// Says in one sentence why nothing has all that was asked, then what would help.
pub fn nothing_found(found: &Found, state: &ViewState, slips: &[Suggestion]) -> Html {
    let answer = &found.answer;
    let (one, many) = format::unit(answer.unit());
    let counts = answer.counts_by_term();
    let missing: Vec<Html> = slips
        .iter()
        .filter(|slip| !slip.is_known)
        .map(|slip| isolated(&quoted(slip.span.slice(&state.query).unwrap_or_default())))
        .collect();
    let title = match (missing.len(), answer.partial_hits.is_empty()) {
        (0, true) => words(&format!("No {one} has what was asked")),
        (0, false) => words(&format!("No {one} has all of it")),
        (1, _) => all(vec![enumerated(missing, ""), words(" is not in this collection")]),
        _ => all(vec![enumerated(missing, " and "), words(" are not in this collection")]),
    };
    let count = |(term, n): &(String, usize)| {
        let places = if *n == 0 { "none".to_owned() } else { format::count(*n, one, many) };
        all(vec![isolated(term), words(": "), words(&places)])
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
    let known = [
        ("is:", "is: knows unread, read, kept (in your notebook) and new (since your last visit)."),
        ("tag:", "tag: finds words behind # in the notes of your notebook."),
    ];
    known.iter().filter(|(field, _)| asks(field)).map(|(_, what)| element("p", "nothing__marks", words(what))).collect()
}

/// A link to what is found without something.
fn offer(found: &Found, state: &ViewState, without: &Without) -> Html {
    let (one, many) = format::unit(found.answer.unit());
    let (name, state) = match &without.left_out {
        LeftOut::Clause { words, rest } => (words.clone(), state.with_query(rest)),
        LeftOut::Filters => ("the filters".to_owned(), state.without_filters()),
        &LeftOut::Facet(facet) => {
            let chosen = state.filters.selection(facet).cloned().unwrap_or_default();
            let Selection { include, exclude } = &chosen;
            let named = |keys: &[String], joint: &str| {
                keys.iter().map(|key| label(found, facet, key)).collect::<Vec<_>>().join(joint)
            };
            let mut name = format!("{}: {}", format::facet_of_value(facet), named(include, " or "));
            if !exclude.is_empty() {
                name.push_str(if include.is_empty() { "not " } else { ", not " });
                name.push_str(&named(exclude, ", not "));
            }
            (name, state.without_facet(facet))
        }
    };
    let n = format::count(without.n_units as usize, one, many);
    let inside =
        all(vec![words("Without "), isolated(&quoted(&name)), words(": "), element("span", "offer__count", words(&n))]);
    // In one piece: on phones the link is a flex container, whose parts lose the spaces between them.
    html! { <a class="offer" href={state.href()}><span>{ inside }</span></a> }
}
