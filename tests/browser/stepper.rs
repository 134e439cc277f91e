//! The bar above an article: where one is, and that its buttons step.

use std::cell::RefCell;
use std::rc::Rc;

use dossier::components::{HitStepper, hit_stepper};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;
use yew::Callback;

use crate::support::{library_of, mount};

#[wasm_bindgen_test]
async fn the_buttons_step_and_the_bar_says_where() {
    let steps = Rc::new(RefCell::new(Vec::new()));
    let on_step = {
        let steps = steps.clone();
        Callback::from(move |by: isize| steps.borrow_mut().push(by))
    };
    let inside = hit_stepper(&HitStepper {
        results_href: Some("#/search?q=x".to_owned()),
        at: Some((2, 11)),
        article: None,
        names_shown: true,
        on_step,
        on_toggle_names: Callback::noop(),
        is_kept: false,
        on_keep: Callback::noop(),
        text_size: 1,
        on_text_size: Callback::noop(),
    });
    let page = mount(library_of("text", &[], &[]), inside).await;
    assert!(page.text().contains("hit 3 of 11"), "{}", page.text());
    page.one("[aria-label='Next hit']").click();
    page.one("[aria-label='Previous hit']").click();
    assert_eq!(*steps.borrow(), [1, -1]);
    assert_eq!(page.one("a").get_attribute("href").as_deref(), Some("#/search?q=x"));
}

#[wasm_bindgen_test]
async fn without_hits_there_is_nothing_to_step_to() {
    let inside = hit_stepper(&HitStepper {
        results_href: None,
        at: None,
        article: None,
        names_shown: true,
        on_step: Callback::noop(),
        on_toggle_names: Callback::noop(),
        is_kept: false,
        on_keep: Callback::noop(),
        text_size: 1,
        on_text_size: Callback::noop(),
    });
    let page = mount(library_of("text", &[], &[]), inside).await;
    let next: HtmlElement = page.one("[aria-label='Next hit']");
    assert!(next.has_attribute("disabled"));
    assert!(!page.text().contains("hit "));
}
