//! The search box: its name, and what it reports. What it offers is tested in the built page.

use std::cell::RefCell;
use std::rc::Rc;

use corpus::ByteSpan;
use dossier::components::SearchBox;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Event, EventInit, HtmlInputElement};
use yew::{Callback, html};

use crate::support::{library_of, mount};

#[wasm_bindgen_test]
async fn typing_and_enter_are_reported() {
    let typed = Rc::new(RefCell::new(Vec::<String>::new()));
    let (on_type, on_commit) = {
        let (all, done) = (typed.clone(), typed.clone());
        (
            Callback::from(move |text: String| all.borrow_mut().push(text)),
            Callback::from(move |()| done.borrow_mut().push("Enter".to_owned())),
        )
    };
    let (unread, nothing) = (Vec::<ByteSpan>::new(), Callback::noop());
    let inside = html! {
        <SearchBox text="" {unread} {on_type} {on_commit} on_search={nothing} on_help={Callback::noop()} />
    };
    let page = mount(library_of("text", &[], &[]), inside).await;
    assert_eq!(page.texts("label[for=search-box]"), ["Search the documents"]);

    let field: HtmlInputElement = page.one("input").dyn_into().expect("the field is an input");
    field.set_value("decree");
    let bubbling = EventInit::new();
    bubbling.set_bubbles(true);
    bubbling.set_cancelable(true);
    let event = |name: &str| Event::new_with_event_init_dict(name, &bubbling).expect("events can be made");
    field.dispatch_event(&event("input")).expect("the field takes events");
    page.one("form").dispatch_event(&event("submit")).expect("the form takes events");
    yew::scheduler::flush().await;
    assert_eq!(*typed.borrow(), ["decree", "Enter"]);
}

#[wasm_bindgen_test]
async fn what_could_not_be_read_has_a_line_under_it() {
    let span = |start, end| ByteSpan::new(start, end).expect("ordered ends");
    let unread = vec![span(0, 2), span(1, 4), span(4, 4), span(7, 9), span(90, 99)];
    let inside = html! {
        <SearchBox text="é<b> c é" {unread} on_type={Callback::noop()} on_commit={Callback::noop()}
            on_search={Callback::noop()} on_help={Callback::noop()} />
    };
    let page = mount(library_of("text", &[], &[]), inside).await;
    assert_eq!(page.texts(".search-box__unread"), ["é", "<b"]);
    assert_eq!(page.texts("[aria-hidden=true]"), ["é<b> c é"]);
}
