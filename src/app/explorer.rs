//! Puts the views together and hands them the address, the answer and the rest of the state.

use std::cell::RefCell;
use std::rc::Rc;

use corpus::model::{DocId, EntityId};
use corpus::search::{Facet, Unit};
use corpus::{ByteSpan, Corpus};
use gloo::timers::callback::Timeout;
use yew::{
    Callback, ContextProvider, Html, UseReducerHandle, component, html, use_callback, use_effect_with, use_mut_ref,
    use_reducer_eq, use_state_eq,
};

use super::keys::Keys;
use crate::components::element::{element, isolated, words};
use crate::components::{
    FilterPanel, HelpDialog, LanguageChoice, NameCard, SearchBox, about_article, after_article, filter_panel,
    mention_id, name_card, view_tabs,
};
use crate::corrected::followed;
use crate::dom::{self, focus, storage};
use crate::format;
use crate::hooks::{
    Edit, Entry, Found, Navigator, NotebookHandle, use_address, use_found, use_library, use_own_notebook, use_past,
    use_shortcuts,
};
use crate::pages::{
    ArticlePage, ConnectPage, EntityPage, NamesPage, NotebookPage, QuotesPage, TimelinePage, not_found, search_page,
};
use crate::past;
use crate::route::Route;
use crate::ui_state::{LARGEST_TEXT, TEXT_SIZE, UiAction, UiState};
use crate::view_state::{Choice, ViewState};
use crate::{rich, text};

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
        text_size: storage::read(TEXT_SIZE)
            .and_then(|size| size.parse().ok())
            .map_or(UiState::default().text_size, |size: u8| size.min(LARGEST_TEXT)),
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
    let notebook = use_own_notebook(library);
    let found = use_found(library, &shown, &notebook.reading);
    let doc = shown.document(corpus);

    use_settling(&ui, &navigator, &shown);
    let status = use_announcement(&ui, &found, &shown, doc);
    use_arrival(&navigator.state, &left);
    use_past(library, &navigator.state);
    use_read_marks(library, &navigator.state, &notebook);
    use_title(corpus, &navigator.state, doc);

    let go = {
        let (ui, go) = (ui.dispatcher(), navigator.go.clone());
        Callback::from(move |(state, entry): (ViewState, Entry)| {
            ui.dispatch(UiAction::Navigate);
            go.emit((state, entry));
        })
    };
    let keys = Keys {
        ui: ui.clone(),
        go: go.clone(),
        shown: shown.clone(),
        found: found.clone(),
        doc,
        library,
        notebook: notebook.clone(),
    };
    let on_step = {
        let keys = keys.clone();
        Callback::from(move |by: isize| keys.step_hit(by))
    };
    use_shortcuts(move |key| keys.press(key));

    let on_type = dispatch(&ui, UiAction::Type);
    let on_search = {
        let (go, shown, ui) = (go.clone(), shown.clone(), ui.clone());
        Callback::from(move |query: String| {
            past::add_search(corpus, &query);
            let entry = if ui.is_typing_entry { Entry::Replace } else { Entry::Push };
            go.emit((shown.with_query(&query), entry));
        })
    };
    let on_commit = {
        let (on_search, shown) = (on_search.clone(), shown.clone());
        Callback::from(move |()| on_search.emit(shown.query.clone()))
    };
    // What typing on may settle is not worth a line yet.
    let unread: Vec<ByteSpan> = found.query.notices.iter().filter(|n| !n.passing).map(|n| n.span).collect();
    let choose = {
        let (go, ui) = (go.clone(), ui.dispatcher());
        move |state: ViewState| {
            go.emit((state, Entry::Push));
            ui.dispatch(UiAction::SetChoosing(true));
        }
    };
    let on_toggle = {
        let (choose, shown) = (choose.clone(), shown.clone());
        Callback::from(move |(facet, key): (Facet, String)| choose(shown.toggled(facet, &key, Choice::Include)))
    };
    let on_dates = {
        let shown = shown.clone();
        Callback::from(move |dates: String| choose(shown.with_dates(&dates)))
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
        hits: found.clone(),
        state: (*shown).clone(),
        is_open: ui.filters_open,
        reading: notebook.reading.clone(),
        found: found_in_unit(&found),
        on_toggle,
        on_dates,
        on_close: dispatch(&ui, |()| UiAction::SetFiltersOpen(false)),
    };
    let document = doc.and_then(|doc| corpus.document(doc));
    html! {
        <ContextProvider<NotebookHandle> context={notebook.clone()}>
        <ContextProvider<UseReducerHandle<UiState>> context={ui.clone()}>
            <div class="skip-links">
                <button type="button" onclick={|_| focus::focus("main")}>{ text!("skip-to-text") }</button>
                <button type="button" onclick={|_| focus::focus("filters")}>{ text!("skip-to-filters") }</button>
            </div>
            <header class="header">
                <a class="header__title" href={ViewState::default().href()}><bdi>{ corpus.title().to_owned() }</bdi></a>
                <SearchBox text={shown.query.clone()} {unread} {on_type} {on_commit} {on_search} {on_help} />
                { view_tabs(&shown, notebook.book.entries.len()) }
                <button class="header__filters" type="button" aria-expanded={ui.filters_open.to_string()} aria-controls="filters"
                    onclick={dispatch(&ui, |_| UiAction::SetFiltersOpen(true))}>
                    { text!("open-filters", n = n_chosen) }
                </button>
            </header>
            <p class="visually-hidden" role="status">{ (*status).clone() }</p>
            <p class="told" role="status" data-is-empty={ui.told.is_empty().to_string()}>{ ui.told.clone() }</p>
            <div class="layout" data-view={view_word(&shown.route, doc)}>
                { filter_panel(&panel) }
                <main class="main" id="main" tabindex="-1" onclick={remember}>
                    { page(&shown, &found, doc, on_step, on_name, go, &notebook) }
                    if let Some(document) = &document { { after_article(document, &shown, &on_listed_name) } }
                </main>
                if let Some(document) = &document {
                    <aside class="about" key={document.doc().0} aria-label={text!("about-article")}>
                        { open_card(&ui, &shown, library, document.doc()) }
                        { about_article(document, &shown, &on_listed_name) }
                    </aside>
                }
            </div>
            <footer class="footer">
                <p>{ text!("nothing-leaves") }</p>
                <p>{ collection(corpus) }</p>
                <LanguageChoice />
            </footer>
            <HelpDialog is_open={ui.help_open} single_keys={ui.single_keys} {on_single_keys}
                on_close={dispatch(&ui, |()| UiAction::SetHelpOpen(false))} />
        </ContextProvider<UseReducerHandle<UiState>>>
        </ContextProvider<NotebookHandle>>
    }
}

/// The fingerprint of the collection, and its licence.
fn collection(corpus: &Corpus<'_>) -> Html {
    let hash = element("code", "", words(&format!("{:016x}", corpus.hash())));
    match corpus.licence() {
        "" => rich!("footer-collection", hash = hash),
        licence => rich!("footer-collection-licence", hash = hash, licence = isolated(licence)),
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
    go: Callback<(ViewState, Entry)>,
    notebook: &NotebookHandle,
) -> Html {
    match (&shown.route, doc) {
        (Route::Start | Route::Search, _) => search_page(shown, found, &go, notebook),
        (Route::Article { .. }, Some(doc)) => {
            let state = (**shown).clone();
            html! { <ArticlePage {doc} {state} found={found.clone()} {on_step} {on_name} /> }
        }
        (Route::Names, _) => html! { <NamesPage state={(**shown).clone()} found={found.clone()} {go} /> },
        (Route::Entity { kind, slug }, _) => match followed(found.answer.corpus(), *kind, slug) {
            Some(entity) => html! { <EntityPage entity={entity.id()} state={(**shown).clone()} /> },
            None => not_found(shown),
        },
        (Route::Quotes, _) => html! { <QuotesPage state={(**shown).clone()} found={found.clone()} {go} /> },
        (Route::Notebook, _) => html! { <NotebookPage state={(**shown).clone()} /> },
        (Route::Timeline, _) => html! { <TimelinePage state={(**shown).clone()} found={found.clone()} /> },
        (Route::Connect, _) => html! { <ConnectPage state={(**shown).clone()} found={found.clone()} {go} /> },
        (Route::Article { .. } | Route::NotFound, _) => not_found(shown),
    }
}

/// How the parts of the page are arranged.
fn view_word(route: &Route, doc: Option<DocId>) -> &'static str {
    match (route, doc) {
        (_, Some(_)) => "article",
        (Route::Entity { .. } | Route::Notebook, None) => "entity",
        (Route::Names | Route::Quotes | Route::Connect | Route::Timeline, None) => "table",
        _ => "search",
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
    let n = match found.answer.unit() {
        Unit::Document => found.answer.n_docs(),
        Unit::Passage => found.answer.hits.len(),
    };
    format::units(found.answer.unit(), n)
}

/// Lets the address follow what was typed when typing rests, and says when choosing does.
#[yew::hook]
fn use_settling(ui: &UseReducerHandle<UiState>, navigator: &Navigator, shown: &Rc<ViewState>) {
    let dispatcher = ui.dispatcher();
    use_effect_with(ui.is_choosing, move |is_choosing| {
        let rest = move || dispatcher.dispatch(UiAction::SetChoosing(false));
        let timeout = is_choosing.then(|| Timeout::new(REST_MILLISECONDS, rest));
        move || drop(timeout)
    });
    let (dispatcher, is_typing_entry) = (ui.dispatcher(), ui.is_typing_entry);
    let (navigator, shown) = (navigator.clone(), shown.clone());
    use_effect_with(ui.draft.clone(), move |draft| {
        let timeout = draft.clone().map(|draft| {
            Timeout::new(REST_MILLISECONDS, move || {
                // While the page is busy, letters may have come that it does not know yet; they have their own rest.
                if dom::text_in(crate::components::SEARCH_BOX_ID) != draft {
                    return;
                }
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
        (true, None) if shown.route == Route::Search => found.said(),
        (true, _) => String::new(),
        (false, None) => found.said(),
        (false, Some(doc)) => text!("hits-in-article", n = found.answer.places(doc).len()),
    };
    let setter = status.setter();
    use_effect_with((ui.draft.is_none(), words), move |(rests, words)| {
        if *rests {
            setter.set(words.clone());
        }
    });
    status
}

/// After a move to another address: results are shown as they were left, and other views from their top.
#[yew::hook]
fn use_arrival(state: &Rc<ViewState>, left: &Left) {
    let left = left.clone();
    let before = use_mut_ref(|| None::<Route>);
    // Where the page is slow, a reader may be back before the effects of the place between have run; moves are counted
    // so that this is a move too.
    let moves = use_mut_ref(|| (None::<Rc<ViewState>>, 0u32));
    let n_moves = {
        let mut moves = moves.borrow_mut();
        if moves.0.as_ref() != Some(state) {
            *moves = (Some(state.clone()), moves.1 + 1);
        }
        moves.1
    };
    use_effect_with((state.clone(), n_moves), move |(state, _)| {
        let before = before.replace(Some(state.route.clone()));
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
            None if matches!(state.route, Route::Start | Route::Search) && before.is_none() => {
                focus::focus(crate::components::SEARCH_BOX_ID);
            }
            None if matches!(state.route, Route::Start | Route::Search) => {}
            None if before.as_ref() != Some(&state.route) => {
                focus::focus_in_place(crate::pages::HEADING_ID);
                focus::scroll_to(0.0);
            }
            None => {}
        }
    });
}

/// An opened article is read.
#[yew::hook]
fn use_read_marks(library: crate::library::Library, state: &Rc<ViewState>, notebook: &NotebookHandle) {
    let edit = notebook.edit.clone();
    use_effect_with(state.document(library.corpus()), move |doc| {
        let document = doc.and_then(|doc| library.corpus().document(doc));
        document.into_iter().for_each(|document| edit.emit(Edit::Read(document.slug().to_owned())));
    });
}

/// The title of the window says where one is. It follows the address: for each letter, it would cost a millisecond.
#[yew::hook]
fn use_title(corpus: &'static Corpus<'static>, shown: &ViewState, doc: Option<DocId>) {
    let query = shown.query.trim().to_owned();
    let in_view = |view: &str| {
        let view = text!(view);
        if query.is_empty() { view } else { text!("title-in-view", view = view, query = &query) }
    };
    let place = match (doc.and_then(|doc| corpus.document(doc)), &shown.route) {
        (Some(document), _) => document.title().to_owned(),
        (None, Route::Names) => in_view("view-names"),
        (None, Route::Quotes) => in_view("view-quotes"),
        (None, Route::Connect) => in_view("view-connect"),
        (None, Route::Timeline) => in_view("view-timeline"),
        (None, Route::Notebook) => text!("view-notebook"),
        (None, Route::Entity { kind, slug }) => {
            followed(corpus, *kind, slug).map_or_else(|| slug.clone(), |entity| entity.name().to_owned())
        }
        (None, _) => query,
    };
    let title = match place.is_empty() {
        true => corpus.title().to_owned(),
        false => text!("title-in-collection", place = place, collection = corpus.title()),
    };
    use_effect_with(title, |title| dom::set_title(title));
}
