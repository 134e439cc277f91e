//! The only place that names `web_sys`: elements, focus, scrolling, the address, storage.
//!
//! What the browser refuses (a full history, a forbidden storage) is let go; the page keeps its own state.

pub mod address;
pub mod focus;
pub mod keyboard;
pub mod storage;

use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// The element of an id.
pub fn element_by_id(id: &str) -> Option<web_sys::Element> {
    web_sys::window()?.document()?.get_element_by_id(id)
}

/// Sets the title of the window.
pub fn set_title(title: &str) {
    if let Some(document) = web_sys::window().and_then(|window| window.document()) {
        document.set_title(title);
    }
}

/// Calls `then` in a task of its own after the next paint; at once where nothing is painted.
pub fn after_paint(then: impl FnOnce() + 'static) {
    let later = move || {
        Timeout::new(0, then).forget();
    };
    match web_sys::window() {
        Some(window) if window.document().is_some_and(|document| !document.hidden()) => {
            let _ = window.request_animation_frame(&Closure::once_into_js(later).unchecked_into());
        }
        _ => later(),
    }
}

/// The text in the field that an event comes from.
pub fn value_of(event: &web_sys::InputEvent) -> String {
    let field = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok());
    field.map(|field| field.value()).unwrap_or_default()
}

/// Opens or closes a dialog element as a modal one.
pub fn set_dialog_open(id: &str, open: bool) {
    let Some(dialog) = element_by_id(id).and_then(|element| element.dyn_into::<web_sys::HtmlDialogElement>().ok())
    else {
        return;
    };
    if open && !dialog.open() {
        let _ = dialog.show_modal();
    } else if !open && dialog.open() {
        dialog.close();
    }
}
