//! The list of results in a collection of one document: where a hit stands, and how many there are.

use std::rc::Rc;

use corpus::query::{LastWord, Query};
use corpus::search::{Filters, Sort, search};
use dossier::components::ResultList;
use dossier::hooks::Found;
use dossier::library::Library;
use dossier::view_state::ViewState;
use wasm_bindgen_test::wasm_bindgen_test;
use yew::html;

use crate::support::{Mounted, library_of_lines, mount};

async fn results(library: Library, query: &str) -> Mounted {
    let query = Query::parse(query, LastWord::Whole);
    let answer = search(library.corpus(), &query, &Filters::default(), Sort::Relevance);
    let found = Found { query: Rc::new(query), answer: Rc::new(answer) };
    mount(library, html! { <ResultList {found} state={ViewState::default()} /> }).await
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
