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
use crate::{rich, text};

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
            <h1 class="view__title" id={HEADING_ID} tabindex="-1">{ text!("quotes-title") }</h1>
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
    take_away(&tables::title(state, "quotations"), Offer::of_table(text!("files-quotations"), table))
}

/// `123 quotations by 45 named speakers in 67 articles`.
fn count((n, n_speakers, n_docs): (usize, usize, usize)) -> String {
    let quotations = text!("n-quotations", n = n);
    let (speakers, articles) = (text!("n-named-speakers", n = n_speakers), format::articles(n_docs));
    match (n_speakers > 0, n_docs > 0) {
        (true, true) => text!("quotes-by-in", quotations = quotations, speakers = speakers, articles = articles),
        (true, false) => text!("quotes-by", quotations = quotations, speakers = speakers),
        (false, true) => text!("quotes-in", quotations = quotations, articles = articles),
        (false, false) => quotations,
    }
}

/// The same with another query.
fn without_query(state: &ViewState) -> ViewState {
    ViewState { query: String::new(), ..state.clone() }
}

fn units(found: &Found) -> String {
    format::units(found.answer.unit(), found.answer.hits.len())
}

/// That these are the quotations in what was found for a query.
fn asked(state: &ViewState, found: &Found) -> Html {
    if found.query.is_empty() {
        return html! {};
    }
    let by_speaker = found.query.positive_terms().iter().any(|term| term.field == Field::Says);
    let query = element("bdi", "echo__words", words(&format::quoted(state.query.trim())));
    let all = link(without_query(state).href(), words(&text!("quotes-all")));
    let message = if by_speaker { "quotes-asked-of-speaker" } else { "quotes-asked" };
    element("p", "echo", rich!(message, articles = units(found), query = query, all = all))
}

/// Why there are no quotations before anything is chosen among them.
fn nothing_said(state: &ViewState, found: &Found) -> Html {
    if found.answer.corpus().documents().all(|document| document.quotations().next().is_none()) {
        let title = element("h2", "nothing__title", words(&text!("quotes-none")));
        return element("div", "nothing", all(vec![title, element("p", "", words(&text!("quotes-none-why")))]));
    }
    let mut offers = Vec::new();
    if !state.filters.is_empty() {
        offers.push(offer(state.without_filters(), &text!("without-filters"), None));
    }
    if !found.query.is_empty() {
        offers.push(offer(without_query(state), &text!("without-query"), None));
    }
    nothing(&text!("quotes-none-in", articles = units(found)), offers)
}

/// Which choice leaves none of the quotations, and how many there are without it.
fn nothing_left(state: &ViewState, quotations: &[corpus::QuotationView<'static>], said: &Said) -> Html {
    let mut chosen = Vec::new();
    let find = state.setting("find").trim();
    if !find.is_empty() {
        let n = said.n_with_any_words(quotations, state);
        chosen.push((state.with_setting("find", ""), text!("without-words", words = find), n));
    }
    if let Some((_, name)) = KINDS[1..].iter().find(|(word, _)| *word == state.setting("kind")) {
        chosen.push((state.with_setting("kind", ""), text!("without-kind", kind = text!(name)), said.counts[0]));
    }
    if said.beside != [None, None] {
        let n = said.speakers.iter().map(|group| group.quotations.len()).sum();
        chosen.push((state.with_setting("beside", ""), text!("without-speakers"), n));
    }
    if chosen.len() > 1 {
        let mut bare = state.clone();
        ["find", "kind", "beside"].iter().for_each(|word| drop(bare.settings.remove(word)));
        chosen.push((bare, text!("without-all"), quotations.len()));
    }
    let offers = chosen.into_iter().filter(|&(.., n)| n > 0);
    let mut offers: Vec<Html> = offers.map(|(state, name, n)| offer(state, &name, Some(n))).collect();
    if !state.filters.is_empty() {
        offers.push(offer(state.without_filters(), &text!("without-filters"), None));
    }
    nothing(&text!("quotes-none-has-all"), offers)
}

fn nothing(title: &str, offers: Vec<Html>) -> Html {
    let title = element("h2", "nothing__title", words(title));
    element("div", "nothing", all(vec![title, list("offers", offers)]))
}

/// A link to what there is without something.
fn offer(state: ViewState, name: &str, n: Option<usize>) -> Html {
    let mut inside = isolated(name);
    if let Some(n) = n {
        let n = element("span", "offer__count", words(&text!("n-quotations", n = n)));
        inside = rich!("offer-n", offer = inside, n = n);
    }
    // In one piece: on phones the link is a flex container, whose parts lose the spaces between them.
    let inside = element("span", "", inside);
    html! { <a class="offer" href={state.href()}>{ inside }</a> }
}
