//! Who said what in what was found.

use std::rc::Rc;

use corpus::Corpus;
use corpus::query::Field;
use gloo::timers::callback::Timeout;
use yew::{Callback, Html, Properties, component, html, use_effect, use_effect_with, use_memo, use_state_eq};

use super::HEADING_ID;
use crate::components::element::{all, element, isolated, link, list, words};
use crate::components::{KINDS, Offer, Said, SaidControls, SaidList, chips, said_controls, show_beside, take_away};
use crate::dom::address;
use crate::format;
use crate::hooks::{Entry, Found, use_library};
use crate::tables;
use crate::view_state::ViewState;

#[derive(Clone, Debug, PartialEq, Properties)]
pub struct QuotesPageProps {
    /// What is asked, chosen and set.
    pub state: ViewState,
    /// What was found.
    pub found: Found,
    /// Goes to another state, for fields that no link can be.
    pub go: Callback<(ViewState, Entry)>,
}

/// Typing rests when no letter came for so long; then the address follows.
const REST_MILLISECONDS: u32 = 350;

#[component]
pub fn QuotesPage(props: &QuotesPageProps) -> Html {
    let QuotesPageProps { state, found, go } = props;
    let corpus = use_library().corpus();
    let quotations = use_memo(found.clone(), |found| found.answer.quotations());
    // What is typed shows at once, and is in the address when typing rests. It belongs to the state it was typed over:
    // who follows a link before that has left it.
    let draft = use_state_eq(|| None::<(ViewState, String)>);
    let typed = draft.as_ref().filter(|(over, _)| over == state).map(|(_, typed)| typed.as_str());
    let shown = typed.map_or_else(|| state.clone(), |typed| state.with_setting("find", typed));
    {
        let (draft, go, was_found) = (draft.setter(), go.clone(), !state.setting("find").is_empty());
        let over = state.clone();
        use_effect_with((typed.is_some(), shown.clone()), move |(is_typed, shown)| {
            if !is_typed {
                draft.set(None);
            }
            let shown = shown.clone();
            let timeout = is_typed.then(|| {
                Timeout::new(REST_MILLISECONDS, move || {
                    // A slow page may not have heard yet of a link that was followed.
                    if shown == over || ViewState::parse(&address::fragment()) != over {
                        draft.set(None);
                    } else {
                        // The draft was typed over another state then: nothing that is shown changes under a finger.
                        go.emit((shown, if was_found { Entry::Replace } else { Entry::Push }));
                    }
                })
            });
            move || drop(timeout)
        });
    }
    let said = {
        let (quotations, shown) = (quotations.clone(), shown.clone());
        use_memo((found.clone(), shown.settings.clone()), move |_| Said::of(corpus, &quotations, &shown))
    };
    {
        let beside = said.beside;
        use_effect(move || show_beside(corpus, beside));
    }
    let controls = SaidControls {
        state: &shown,
        found,
        find: shown.setting("find"),
        counts: said.counts,
        speakers: &said.speakers,
        called: &said.called,
        beside: said.beside,
        on_find: {
            let (draft, state) = (draft.setter(), state.clone());
            Callback::from(move |typed: String| draft.set(Some((state.clone(), typed))))
        },
        go,
    };
    let body = match (quotations.is_empty(), said.n.0) {
        (true, _) => nothing_said(&shown, found),
        (false, 0) => all(vec![said_controls(&controls), nothing_left(&shown, &quotations, &said)]),
        // Another choice begins at its beginning.
        _ => html! {
            <>
                { said_controls(&controls) }
                <SaidList key={shown.href()} said={said.clone()} found={found.clone()} state={shown.clone()} />
                { files(corpus, &shown, said.clone()) }
            </>
        },
    };
    html! {
        <section class="view" aria-labelledby={HEADING_ID}>
            <h1 class="view__title" id={HEADING_ID} tabindex="-1">{ "Quotations" }</h1>
            <p class="view__about" role="status" aria-busy={typed.is_some().to_string()}>{ count(said.n) }</p>
            { asked(&shown, found) }
            { chips(&shown, found) }
            { body }
        </section>
    }
}

/// The quotations, to be taken away.
fn files(corpus: &'static Corpus<'static>, state: &ViewState, said: Rc<Said>) -> Html {
    let own = state.clone();
    let table = move || tables::quotations(corpus, &said.shown().collect::<Vec<_>>(), &own);
    take_away(&tables::title(state, "quotations"), Offer::of_table("Quotations", table))
}

/// `123 quotations by 45 named speakers in 67 articles`.
fn count((n, n_speakers, n_docs): (usize, usize, usize)) -> String {
    let mut said = format::count(n, "quotation", "quotations");
    if n_speakers > 0 {
        said = format!("{said} by {}", format::count(n_speakers, "named speaker", "named speakers"));
    }
    if n_docs > 0 {
        said = format!("{said} in {}", format::count(n_docs, "article", "articles"));
    }
    said
}

/// The same with another query.
fn without_query(state: &ViewState) -> ViewState {
    ViewState { query: String::new(), ..state.clone() }
}

fn units(found: &Found) -> String {
    let (one, many) = format::unit(found.answer.unit());
    format::count(found.answer.hits.len(), one, many)
}

/// That these are the quotations in what was found for a query.
fn asked(state: &ViewState, found: &Found) -> Html {
    if found.query.is_empty() {
        return html! {};
    }
    let by_speaker = found.query.positive_terms().iter().any(|term| term.field == Field::Says);
    let lead = if by_speaker { "Of the speaker asked for, in the " } else { "In the " };
    let parts = vec![
        words(&format!("{lead}{} found for ", units(found))),
        element("bdi", "echo__words", words(&format!("“{}”", state.query.trim()))),
        words(". "),
        link(without_query(state).href(), words("All quotations")),
    ];
    element("p", "echo", all(parts))
}

/// Why there are no quotations before anything is chosen among them.
fn nothing_said(state: &ViewState, found: &Found) -> Html {
    if found.answer.corpus().documents().all(|document| document.quotations().next().is_none()) {
        let why = "A quotation is found by its quotation marks, or by a verb of saying such as “said” or “told”.";
        let title = element("h2", "nothing__title", words("No quotations were found in these documents"));
        return element("div", "nothing", all(vec![title, element("p", "", words(why))]));
    }
    let mut offers = Vec::new();
    if !state.filters.is_empty() {
        offers.push(offer(state.without_filters(), "Without the filters", None));
    }
    if !found.query.is_empty() {
        offers.push(offer(without_query(state), "Without the words in the search box", None));
    }
    nothing(&format!("No quotation stands in the {} found", units(found)), offers)
}

/// Which choice leaves none of the quotations, and how many there are without it.
fn nothing_left(state: &ViewState, quotations: &[corpus::QuotationView<'static>], said: &Said) -> Html {
    let mut chosen = Vec::new();
    let find = state.setting("find").trim();
    if !find.is_empty() {
        let n = said.n_with_any_words(quotations, state);
        chosen.push((state.with_setting("find", ""), format!("Without “{find}”"), n));
    }
    if let Some((_, name)) = KINDS[1..].iter().find(|(word, _)| *word == state.setting("kind")) {
        chosen.push((state.with_setting("kind", ""), format!("Without the kind “{name}”"), said.counts[0]));
    }
    if said.beside != [None, None] {
        let n = said.speakers.iter().map(|group| group.quotations.len()).sum();
        chosen.push((state.with_setting("beside", ""), "Without the two speakers".to_owned(), n));
    }
    if chosen.len() > 1 {
        let mut bare = state.clone();
        ["find", "kind", "beside"].iter().for_each(|word| drop(bare.settings.remove(word)));
        chosen.push((bare, "Without all of these".to_owned(), quotations.len()));
    }
    let offers = chosen.into_iter().filter(|&(.., n)| n > 0);
    let mut offers: Vec<Html> = offers.map(|(state, name, n)| offer(state, &name, Some(n))).collect();
    if !state.filters.is_empty() {
        offers.push(offer(state.without_filters(), "Without the filters", None));
    }
    nothing("No quotation has all of this", offers)
}

fn nothing(title: &str, offers: Vec<Html>) -> Html {
    let title = element("h2", "nothing__title", words(title));
    element("div", "nothing", all(vec![title, list("offers", offers)]))
}

/// A link to what there is without something.
fn offer(state: ViewState, name: &str, n: Option<usize>) -> Html {
    let mut inside = vec![isolated(name)];
    if let Some(n) = n {
        inside.push(words(": "));
        inside.push(element("span", "offer__count", words(&format::count(n, "quotation", "quotations"))));
    }
    // In one piece: on phones the link is a flex container, whose parts lose the spaces between them.
    let inside = element("span", "", all(inside));
    html! { <a class="offer" href={state.href()}>{ inside }</a> }
}
