//! Facets: names of controls, counts, and an order that holds still under the pointer.

use std::cell::RefCell;
use std::rc::Rc;

use corpus::model::EntityKind;
use corpus::search::{Facet, FacetCounts, FacetValue};
use dossier::components::FacetGroup;
use dossier::view_state::ViewState;
use wasm_bindgen_test::wasm_bindgen_test;
use yew::{Callback, html};

use crate::support::{library_of, mount};

fn people(values: &[(&str, u32)]) -> FacetCounts {
    let value = |&(name, count): &(&str, u32)| FacetValue { key: name.to_lowercase(), label: name.to_owned(), count };
    FacetCounts { facet: Facet::Entity(EntityKind::Person), values: values.iter().map(value).collect() }
}

#[wasm_bindgen_test]
async fn a_group_has_a_checkbox_per_value_named_by_it() {
    let toggled = Rc::new(RefCell::new(Vec::new()));
    let on_toggle = {
        let toggled = toggled.clone();
        Callback::from(move |(_, key): (Facet, String)| toggled.borrow_mut().push(key))
    };
    let counts = people(&[("Ada", 3), ("Bert", 1)]);
    let inside = html! {
        <FacetGroup {counts} state={ViewState::default()} unit={("article", "articles")} {on_toggle} />
    };
    let page = mount(library_of("text", &[], &[]), inside).await;
    assert_eq!(page.one("[role=group]").get_attribute("aria-label").as_deref(), Some("People"));
    assert_eq!(page.texts("label"), ["Ada", "Bert"]);
    assert_eq!(page.texts(".facet-value__count"), ["3 articles", "1 article"]);
    page.one("input[id='person-bert']").click();
    yew::scheduler::flush().await;
    assert_eq!(*toggled.borrow(), ["bert"]);
    let exclude = page.all("a.facet-value__not").remove(0);
    assert_eq!(exclude.get_attribute("href").as_deref(), Some("#/search?not-person=ada"));
    assert_eq!(exclude.text_content().as_deref(), Some("not Ada"));
}

#[wasm_bindgen_test]
async fn a_long_group_shows_ten_and_offers_the_rest() {
    let names: Vec<String> = (10..40).map(|number| format!("Name {number}")).collect();
    let values: Vec<(&str, u32)> = names.iter().map(|name| (name.as_str(), 1)).collect();
    let inside = html! {
        <FacetGroup counts={people(&values)} state={ViewState::default()} unit={("article", "articles")}
            on_toggle={Callback::noop()} />
    };
    let page = mount(library_of("text", &[], &[]), inside).await;
    assert_eq!(page.all("label").len(), 10);
    page.one(".facet__more").click();
    yew::scheduler::flush().await;
    assert_eq!(page.all("label").len(), 30);
}

#[wasm_bindgen_test]
async fn a_closed_group_hides_its_values() {
    let inside = html! {
        <FacetGroup counts={people(&[("Ada", 1)])} state={ViewState::default()} unit={("article", "articles")}
            on_toggle={Callback::noop()} />
    };
    let page = mount(library_of("text", &[], &[]), inside).await;
    let disclosure = page.one("button[aria-expanded]");
    assert_eq!(disclosure.get_attribute("aria-expanded").as_deref(), Some("true"));
    disclosure.click();
    yew::scheduler::flush().await;
    assert_eq!(disclosure.get_attribute("aria-expanded").as_deref(), Some("false"));
    assert!(page.one("#facet-person").hidden());
}
