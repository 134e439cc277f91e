//! The text that a reader has selected.

use gloo::events::EventListener;
use wasm_bindgen::JsCast;

/// What is selected: its words, and the id of the nearest element around its beginning that fits a CSS selector.
#[derive(Clone, Debug, PartialEq)]
pub struct Selected {
    /// The words, as they are shown.
    pub text: String,
    /// The id of the element.
    pub id: String,
}

/// The selected text, if it begins in an element that fits `selector`.
pub fn selected_in(selector: &str) -> Option<Selected> {
    let selection = web_sys::window()?.get_selection().ok()??;
    let text = String::from(selection.to_string());
    let begins = selection.get_range_at(0).ok()?.start_container().ok()?;
    let element = begins.dyn_into::<web_sys::Element>().or_else(|node| node.parent_element().ok_or(())).ok()?;
    let id = element.closest(selector).ok()??.id();
    (!text.trim().is_empty() && !id.is_empty()).then(|| Selected { text: text.trim().to_owned(), id })
}

/// Calls `on_change` whenever the selection changes.
pub fn listen(on_change: impl Fn() + 'static) -> Option<EventListener> {
    let document = web_sys::window()?.document()?;
    Some(EventListener::new(&document, "selectionchange", move |_| on_change()))
}
