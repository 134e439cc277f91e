//! The list of results in a collection of one document: where a hit stands, and how many there are.

use std::rc::Rc;

use corpus::query::{LastWord, Query};
use corpus::search::{Filters, Sort, search};
use dossier::components::ResultList;
use dossier::hooks::Found;
use dossier::library::Library;
use dossier::ui_state::{UiAction, UiState};
use dossier::view_state::ViewState;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;
use yew::{ContextProvider, Html, Properties, UseReducerHandle, component, html, use_reducer_eq};

use crate::support::{Mounted, library_of_lines, mount};

fn found(library: Library, query: &str) -> Found {
    let query = Query::parse(query, LastWord::Whole);
    let answer = search(library.corpus(), &query, &Filters::default(), Sort::Relevance);
    Found { query: Rc::new(query), answer: Rc::new(answer) }
}

async fn results(library: Library, query: &str) -> Mounted {
    let found = found(library, query);
    mount(library, html! { <ResultList {found} state={ViewState::default()} /> }).await
}

#[derive(PartialEq, Properties)]
struct TypedProps {
    found: Found,
}

/// Results while somebody types; a button lets typing rest.
#[component]
fn Typed(props: &TypedProps) -> Html {
    let ui = use_reducer_eq(|| UiState { draft: Some("boat".to_owned()), ..UiState::default() });
    let onclick = {
        let ui = ui.dispatcher();
        move |_| ui.dispatch(UiAction::Settle)
    };
    html! {
        <ContextProvider<UseReducerHandle<UiState>> context={ui}>
            <button {onclick}>{ "rest" }</button>
            <ResultList found={props.found.clone()} state={ViewState::default()} />
        </ContextProvider<UseReducerHandle<UiState>>>
    }
}

#[wasm_bindgen_test]
async fn while_somebody_types_only_what_is_seen_is_drawn() {
    let library = library_of_lines("The boat.\n".repeat(60).trim_end(), &[]);
    let page = mount(library, html! { <Typed found={found(library, "boat")} /> }).await;
    let n_seen = page.all(".hit").len();
    let height = dossier::dom::window_height();
    assert!(n_seen < 50 && n_seen as f64 * 90.0 > height, "{n_seen} entries in {height} pixels");
    page.all("button")[0].clone().unchecked_into::<HtmlElement>().click();
    yew::scheduler::flush().await;
    assert_eq!(page.all(".hit").len(), 50);
}

#[wasm_bindgen_test]
async fn a_hit_says_its_page_and_its_paragraph() {
    let library = library_of_lines("The boat.\nThe crew.\nBoat again.", &["The boat", "Boat again"]);
    let page = results(library, "boat").await;
    assert_eq!(page.texts(".hit__meta"), ["page 1, paragraph 1", "page 2, paragraph 3"]);
    let page = results(library_of_lines("The boat.", &[]), "boat").await;
    assert_eq!(page.texts(".hit__meta"), ["paragraph 1"]);
}

#[wasm_bindgen_test]
async fn hits_with_some_of_the_words_can_all_be_shown() {
    let text = ["The boat and the crew.\n".repeat(2), "The crew.\n".repeat(60)].concat();
    let page = results(library_of_lines(text.trim_end(), &[]), "boat crew").await;
    assert_eq!(page.all(".hit").len(), 50);
    let more = page.one(".results__more");
    assert_eq!(more.text_content().as_deref(), Some("Show 14 more of 64"));
    more.click();
    yew::scheduler::flush().await;
    assert_eq!(page.all(".hit").len(), 64);
    assert!(page.all(".results__more").is_empty());
}
