//! What is said where nothing was found, and the spellings that are offered.

use std::rc::Rc;

use corpus::query::{LastWord, Query};
use corpus::search::{Sort, search};
use dossier::hooks::Found;
use dossier::pages::search_page;
use dossier::view_state::ViewState;
use wasm_bindgen_test::wasm_bindgen_test;
use yew::Callback;

use crate::support::{Mounted, library_of_lines, mount, notebook};

async fn results(address: &str) -> Mounted {
    let library = library_of_lines("The boat.\nThe crew.\nThe crew and the boat.", &[]);
    let state = ViewState::parse(address);
    let query = Query::parse(&state.query, LastWord::Prefix);
    let answer = search(library.corpus(), &query, &state.filters, Sort::Relevance);
    let found = Found { query: Rc::new(query), answer: Rc::new(answer) };
    mount(library, search_page(&state, &found, &Callback::noop(), &notebook())).await
}

fn hrefs(page: &Mounted, selector: &str) -> Vec<String> {
    page.all(selector).iter().filter_map(|link| link.get_attribute("href")).collect()
}

#[wasm_bindgen_test]
async fn a_slip_links_to_the_mended_query() {
    let page = results("/search?q=boat+-tug+crwe").await;
    assert_eq!(page.texts(".nothing__title"), ["“crwe” is not in this collection"]);
    assert_eq!(page.texts(".slip"), ["Did you mean crew?"]);
    assert_eq!(hrefs(&page, ".slip a"), ["#/search?q=boat+-tug+crew"]);
}

#[wasm_bindgen_test]
async fn several_slips_say_which_word_they_mend() {
    let page = results("/search?q=bota+crwe").await;
    assert_eq!(page.texts(".nothing__title"), ["“bota” and “crwe” are not in this collection"]);
    assert_eq!(page.texts(".slip"), ["For “bota”, did you mean boat?", "For “crwe”, did you mean crew?"]);
}

#[wasm_bindgen_test]
async fn beside_other_hits_a_slip_says_that_it_is_none() {
    let page = results("/search?q=boat+OR+crwe").await;
    assert!(page.all(".nothing").is_empty());
    assert_eq!(page.texts(".slip"), ["“crwe” is not in this collection. Did you mean crew?"]);
}

#[wasm_bindgen_test]
async fn what_is_in_the_way_links_to_what_is_found_without_it() {
    let page = results("/search?q=boat+date:1999&outlet=Nobody").await;
    assert!(page.all(".offer").is_empty(), "{}", page.text());
    let page = results("/search?q=crew&outlet=Nobody&not-outlet=Somebody").await;
    assert_eq!(page.texts(".offer"), ["Without “outlet: Nobody, not Somebody”: 2 paragraphs"]);
    assert_eq!(hrefs(&page, ".offer"), ["#/search?q=crew"]);
    let page = results("/search?q=crew+date:1999&not-outlet=Nobody").await;
    assert_eq!(page.texts(".offer"), ["Without “dated 1999”: 2 paragraphs"]);
    assert_eq!(hrefs(&page, ".offer"), ["#/search?q=crew&not-outlet=Nobody"]);
}
