//! Facets: names of controls, counts, and an order that holds still under the pointer.

use std::cell::RefCell;
use std::rc::Rc;

use corpus::model::EntityKind;
use corpus::query::Query;
use corpus::search::{Facet, Filters, Sort, search};
use dossier::components::FacetGroup;
use dossier::hooks::Found;
use dossier::view_state::ViewState;
use wasm_bindgen::JsCast as _;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{HtmlInputElement, InputEvent};
use yew::{Callback, Html, html};

use crate::support::{Mounted, library_of_names, mount};

const FACET: Facet = Facet::Entity(EntityKind::Organization);

/// A group of names, each with its count.
async fn group(names: &[(&str, usize)], on_toggle: Callback<(Facet, String)>) -> Mounted {
    let library = library_of_names(names);
    let query = Query::default();
    let answer = search(library.corpus(), &query, &Filters::default(), Sort::Relevance);
    let hits = Found { query: Rc::new(query), answer: Rc::new(answer) };
    let inside: Html = html! {
        <FacetGroup facet={FACET} {hits} state={ViewState::default()} {on_toggle}
            on_dates={Callback::noop()} />
    };
    mount(library, inside).await
}

#[wasm_bindgen_test]
async fn a_group_has_a_checkbox_per_value_named_by_it() {
    let toggled = Rc::new(RefCell::new(Vec::new()));
    let on_toggle = {
        let toggled = toggled.clone();
        Callback::from(move |(_, key): (Facet, String)| toggled.borrow_mut().push(key))
    };
    let page = group(&[("Ada", 3), ("Bert", 1)], on_toggle).await;
    assert_eq!(page.one("[role=group]").get_attribute("aria-label").as_deref(), Some("Organizations"));
    assert_eq!(page.texts("label"), ["Ada", "Bert"]);
    assert_eq!(page.texts(".facet-value__count"), ["3 paragraphs", "1 paragraph"]);
    page.one("input[id='organization-bert']").click();
    yew::scheduler::flush().await;
    assert_eq!(*toggled.borrow(), ["bert"]);
    let exclude = page.all("a.facet-value__not").remove(0);
    assert_eq!(exclude.get_attribute("href").as_deref(), Some("#/search?not-organization=ada"));
    assert_eq!(exclude.text_content().as_deref(), Some("not Ada"));
}

#[wasm_bindgen_test]
async fn a_long_group_shows_ten_and_offers_the_rest() {
    let names: Vec<String> = (10..40).map(|number| format!("Name {number}")).collect();
    let values: Vec<(&str, usize)> = names.iter().map(|name| (name.as_str(), 1)).collect();
    let page = group(&values, Callback::noop()).await;
    assert_eq!(page.all("label").len(), 10);
    let more = || page.one(".facet__more").text_content();
    assert_eq!(more().as_deref(), Some("Show 20 more"));
    let field: HtmlInputElement = page.one(".facet__find").unchecked_into();
    field.set_value("2");
    field.dispatch_event(&InputEvent::new("input").expect("an event")).expect("is sent");
    yew::scheduler::flush().await;
    assert_eq!((page.all("label").len(), more().as_deref()), (10, Some("Show 2 more")));
    page.one(".facet__more").click();
    yew::scheduler::flush().await;
    assert_eq!(page.all("label").len(), 12);
}

#[wasm_bindgen_test]
async fn a_closed_group_hides_its_values() {
    let page = group(&[("Ada", 1)], Callback::noop()).await;
    let disclosure = page.one("button[aria-expanded]");
    assert_eq!(disclosure.get_attribute("aria-expanded").as_deref(), Some("true"));
    disclosure.click();
    yew::scheduler::flush().await;
    assert_eq!(disclosure.get_attribute("aria-expanded").as_deref(), Some("false"));
    assert!(page.one("#facet-organization").hidden());
}
