//! Puts the views together and hands them the address, the answer and the rest of the state.

use std::cell::RefCell;
use std::rc::Rc;

use corpus::model::{DocId, EntityId};
use corpus::search::{Facet, Unit};
use gloo::timers::callback::Timeout;
use yew::{
    Callback, ContextProvider, Html, UseReducerHandle, component, html, use_callback, use_effect_with, use_mut_ref,
    use_reducer_eq, use_state_eq,
};

use super::keys::Keys;
use crate::components::{
    FilterPanel, HelpDialog, NameCard, SearchBox, about_article, after_article, filter_panel, mention_id, name_card,
    search_box,
};
use crate::dom::{self, focus, storage};
use crate::format;
use crate::hooks::{Entry, Found, Navigator, use_address, use_found, use_library, use_shortcuts};
use crate::pages::{ArticlePage, not_found, search_page};
use crate::route::Route;
use crate::ui_state::{UiAction, UiState};
use crate::view_state::{Choice, ViewState};

/// Typing rests when no letter came for so long; then the address follows and the count is announced.
const REST_MILLISECONDS: u32 = 350;

/// Where `localStorage` keeps whether single keys are shortcuts.
const SINGLE_KEYS: &str = "dossier.single-keys";

/// What pages looked like when they were left: their address, how far they were scrolled, and what had the focus.
type Left = Rc<RefCell<Vec<(String, f64, Option<String>)>>>;

#[component]
pub fn Explorer() -> Html {
    let library = use_library();
    let corpus = library.corpus();
    let ui = use_reducer_eq(|| UiState {
        single_keys: storage::read(SINGLE_KEYS).as_deref() != Some("off"),
        ..UiState::default()
    });
    let left: Left = use_mut_ref(Vec::new);
    let on_move = {
        let ui = ui.dispatcher();
        use_callback((), move |(), ()| ui.dispatch(UiAction::Navigate))
    };
    let navigator = use_address(on_move);
    // What is shown: the address, or what is being typed over it.
    let shown = match &ui.draft {
        Some(draft) => Rc::new(navigator.state.with_query(draft)),
        None => navigator.state.clone(),
    };
    let found = use_found(library, &shown);
    let doc = shown.document(corpus);

    use_settling(&ui, &navigator, &shown);
    let status = use_announcement(&ui, &found, &shown, doc);
    use_arrival(&navigator.state, &left);
    use_title(corpus, &shown, doc);

    let go = {
        let (ui, go) = (ui.dispatcher(), navigator.go.clone());
        Callback::from(move |(state, entry): (ViewState, Entry)| {
            ui.dispatch(UiAction::Navigate);
            go.emit((state, entry));
        })
    };
    let keys = Keys { ui: ui.clone(), go: go.clone(), shown: shown.clone(), found: found.clone(), doc, library };
    let on_step = {
        let keys = keys.clone();
        Callback::from(move |by: isize| keys.step_hit(by))
    };
    use_shortcuts(move |key| keys.press(key));

    let on_type = dispatch(&ui, UiAction::Type);
    let on_commit = {
        let (go, shown, ui) = (go.clone(), shown.clone(), ui.clone());
        Callback::from(move |()| {
            let entry = if ui.is_typing_entry { Entry::Replace } else { Entry::Push };
            go.emit((shown.results(), entry));
        })
    };
    let on_toggle = {
        let (go, shown) = (go.clone(), shown.clone());
        Callback::from(move |(facet, key): (Facet, String)| {
            go.emit((shown.toggled(facet, &key, Choice::Include), Entry::Push));
        })
    };
    let on_name = dispatch(&ui, |(entity, mention): (EntityId, u32)| UiAction::OpenEntity(entity, Some(mention)));
    let on_listed_name = dispatch(&ui, |entity: EntityId| UiAction::OpenEntity(entity, None));
    let remember = {
        let (left, navigator) = (left.clone(), navigator.clone());
        Callback::from(move |_| {
            let href = navigator.state.href();
            let mut left = left.borrow_mut();
            left.retain(|(known, ..)| *known != href);
            left.push((href, focus::scroll_top(), focus::focused_id()));
        })
    };
    let on_help = dispatch(&ui, |()| UiAction::SetHelpOpen(true));
    let on_single_keys = {
        let ui = ui.dispatcher();
        Callback::from(move |on: bool| {
            storage::write(SINGLE_KEYS, if on { "on" } else { "off" });
            ui.dispatch(UiAction::SetSingleKeys(on));
        })
    };
    let n_chosen: usize = shown.filters.0.values().map(|chosen| chosen.include.len() + chosen.exclude.len()).sum();
    let panel = FilterPanel {
        facets: found.answer.facets.clone(),
        state: (*shown).clone(),
        unit: format::unit(found.answer.unit()),
        is_open: ui.filters_open,
        found: found_in_unit(&found),
        on_toggle,
        on_close: dispatch(&ui, |()| UiAction::SetFiltersOpen(false)),
    };
    let document = doc.and_then(|doc| corpus.document(doc));
    html! {
        <ContextProvider<UseReducerHandle<UiState>> context={ui.clone()}>
            <div class="skip-links">
                <button type="button" onclick={|_| focus::focus("main")}>{ "Skip to the text" }</button>
                <button type="button" onclick={|_| focus::focus("filters")}>{ "Skip to the filters" }</button>
            </div>
            <header class="header">
                <a class="header__title" href={ViewState::default().href()}><bdi>{ corpus.title().to_owned() }</bdi></a>
                { search_box(&SearchBox { text: shown.query.clone(), on_type, on_commit, on_help }) }
                <button class="header__filters" type="button" aria-expanded={ui.filters_open.to_string()} aria-controls="filters"
                    onclick={dispatch(&ui, |_| UiAction::SetFiltersOpen(true))}>
                    { if n_chosen > 0 { format!("Filters ({n_chosen})") } else { "Filters".to_owned() } }
                </button>
            </header>
            <p class="visually-hidden" role="status">{ (*status).clone() }</p>
            <div class="layout" data-view={if doc.is_some() { "article" } else { "search" }}>
                { filter_panel(&panel) }
                <main class="main" id="main" tabindex="-1" onclick={remember}>
                    { page(&shown, &found, doc, on_step, on_name) }
                    if let Some(document) = &document { { after_article(document, &shown, &on_listed_name) } }
                </main>
                if let Some(document) = &document {
                    <aside class="about" key={document.doc().0} aria-label="About this article">
                        { open_card(&ui, &shown, library, document.doc()) }
                        { about_article(document, &shown, &on_listed_name) }
                    </aside>
                }
            </div>
            <footer class="footer">
                <p>{ "Nothing you type or read leaves this page." }</p>
                <p>{ "Collection " }<code>{ format!("{:016x}", corpus.hash()) }</code>
                    if !corpus.licence().is_empty() { { ". " }<bdi>{ corpus.licence().to_owned() }</bdi> }
                </p>
            </footer>
            <HelpDialog is_open={ui.help_open} single_keys={ui.single_keys} {on_single_keys}
                on_close={dispatch(&ui, |()| UiAction::SetHelpOpen(false))} />
        </ContextProvider<UseReducerHandle<UiState>>>
    }
}

/// A callback that makes an action of its argument.
fn dispatch<T: 'static>(ui: &UseReducerHandle<UiState>, action: impl Fn(T) -> UiAction + 'static) -> Callback<T> {
    let ui = ui.dispatcher();
    Callback::from(move |argument| ui.dispatch(action(argument)))
}

fn page(
    shown: &Rc<ViewState>,
    found: &Found,
    doc: Option<DocId>,
    on_step: Callback<isize>,
    on_name: Callback<(EntityId, u32)>,
) -> Html {
    match (&shown.route, doc) {
        (Route::Start | Route::Search, _) => search_page(shown, found),
        (Route::Article { .. }, Some(doc)) => {
            let state = (**shown).clone();
            html! { <ArticlePage {doc} {state} found={found.clone()} {on_step} {on_name} /> }
        }
        (Route::Article { .. } | Route::NotFound, _) => not_found(shown),
    }
}

fn open_card(ui: &UseReducerHandle<UiState>, shown: &ViewState, library: crate::library::Library, doc: DocId) -> Html {
    let Some((entity, mention)) = ui.open_entity else { return html! {} };
    let on_close = {
        let ui = ui.dispatcher();
        Callback::from(move |()| {
            ui.dispatch(UiAction::CloseEntity);
            if let Some(mention) = mention {
                focus::focus_in_place(&mention_id(mention));
            }
        })
    };
    let on_step = {
        let ui = ui.dispatcher();
        Callback::from(move |by: isize| {
            let Some(document) = library.corpus().document(doc) else { return };
            let here: Vec<u32> = (0..)
                .zip(document.mentions())
                .filter(|(_, m)| m.entity() == entity)
                .map(|(number, _)| number)
                .collect();
            let at = mention.and_then(|mention| here.iter().position(|&number| number == mention));
            let next = match at {
                Some(at) => (at as isize + by).rem_euclid(here.len() as isize) as usize,
                None => 0,
            };
            if let Some(&number) = here.get(next) {
                ui.dispatch(UiAction::OpenEntity(entity, Some(number)));
                focus::scroll_to_middle(&mention_id(number));
            }
        })
    };
    let card = NameCard { entity, doc, mention, state: shown.clone(), on_close, on_step };
    name_card(library.corpus(), &card)
}

fn found_in_unit(found: &Found) -> String {
    let (one, many) = format::unit(found.answer.unit());
    match found.answer.unit() {
        Unit::Document => format::count(found.answer.n_docs(), one, many),
        Unit::Passage => format::count(found.answer.hits.len(), one, many),
    }
}

/// Lets the address follow what was typed when typing rests.
#[yew::hook]
fn use_settling(ui: &UseReducerHandle<UiState>, navigator: &Navigator, shown: &Rc<ViewState>) {
    let (dispatcher, is_typing_entry) = (ui.dispatcher(), ui.is_typing_entry);
    let (navigator, shown) = (navigator.clone(), shown.clone());
    use_effect_with(ui.draft.clone(), move |draft| {
        let timeout = draft.is_some().then(|| {
            Timeout::new(REST_MILLISECONDS, move || {
                if *shown != *navigator.state {
                    let entry = if is_typing_entry { Entry::Replace } else { Entry::Push };
                    navigator.go.emit(((*shown).clone(), entry));
                }
                dispatcher.dispatch(UiAction::Settle);
            })
        });
        move || drop(timeout)
    });
}

/// What the status says: how much was found, once typing rests.
#[yew::hook]
fn use_announcement(
    ui: &UseReducerHandle<UiState>,
    found: &Found,
    shown: &Rc<ViewState>,
    doc: Option<DocId>,
) -> yew::UseStateHandle<String> {
    let status = use_state_eq(String::new);
    let words = match (shown.is_blank(), doc) {
        (true, _) => String::new(),
        (false, None) => format::found(found.answer.n_docs(), found.answer.n_places()),
        (false, Some(doc)) => {
            format::count(found.answer.places(doc).len(), "hit in this article", "hits in this article")
        }
    };
    let setter = status.setter();
    use_effect_with((ui.draft.is_none(), words), move |(rests, words)| {
        if *rests {
            setter.set(words.clone());
        }
    });
    status
}

/// After a move to another address: results are shown as they were left, or from their top.
#[yew::hook]
fn use_arrival(state: &Rc<ViewState>, left: &Left) {
    let left = left.clone();
    let is_first = use_mut_ref(|| true);
    use_effect_with(state.clone(), move |state| {
        let is_first = is_first.replace(false);
        if matches!(state.route, Route::Article { .. }) {
            return;
        }
        let href = state.href();
        match left.borrow().iter().find(|(known, ..)| *known == href) {
            Some((_, top, focused)) => {
                if let Some(id) = focused {
                    focus::focus_in_place(id);
                }
                focus::scroll_to(*top);
            }
            None if is_first => focus::focus(crate::components::SEARCH_BOX_ID),
            None => {}
        }
    });
}

/// The title of the window says where one is.
#[yew::hook]
fn use_title(corpus: &'static corpus::Corpus<'static>, shown: &ViewState, doc: Option<DocId>) {
    let place = match (doc.and_then(|doc| corpus.document(doc)), shown.query.trim()) {
        (Some(document), _) => Some(document.title().to_owned()),
        (None, "") => None,
        (None, query) => Some(query.to_owned()),
    };
    let title = place.map_or_else(|| corpus.title().to_owned(), |place| format!("{place} - {}", corpus.title()));
    use_effect_with(title, |title| dom::set_title(title));
}
