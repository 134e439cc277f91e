//! Key presses.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement, KeyboardEvent};

/// A key press as the page's shortcuts need it.
#[derive(Clone, Debug, PartialEq)]
pub struct Key {
    /// What the key writes or is called, as `KeyboardEvent.key` says.
    pub key: String,
    /// Whether Ctrl or Cmd is held.
    pub with_control: bool,
    /// Whether Alt is held.
    pub with_alt: bool,
    /// Whether the focus is where letters are typed.
    pub is_typing: bool,
    /// Whether a modal dialog has the keys.
    pub in_dialog: bool,
}

/// Calls `on_key` for every key press; if it returns true, the browser does not act on the key itself.
pub fn listen(on_key: impl Fn(Key) -> bool + 'static) -> Option<EventListener> {
    let window = web_sys::window()?;
    let options = EventListenerOptions::enable_prevent_default();
    Some(EventListener::new_with_options(&window, "keydown", options, move |event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
        let target = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
        let key = Key {
            key: event.key(),
            with_control: event.ctrl_key() || event.meta_key(),
            with_alt: event.alt_key(),
            is_typing: event.is_composing() || target.as_ref().is_some_and(takes_text),
            in_dialog: target.is_some_and(|target| target.closest("dialog").ok().flatten().is_some()),
        };
        if on_key(key) {
            event.prevent_default();
        }
    }))
}

fn takes_text(element: &HtmlElement) -> bool {
    match element.dyn_ref::<HtmlInputElement>() {
        Some(field) => !matches!(field.type_().as_str(), "checkbox" | "radio" | "button"),
        None => element.is_content_editable() || matches!(element.tag_name().as_str(), "TEXTAREA" | "SELECT"),
    }
}
