//! The part of the address after `#`, and the history.
//!
//! Any text can stand there, and the history can refuse a change; a router that panics on either would take the page
//! away from its reader. So this module reads and writes text, and [`crate::view_state::ViewState::parse`] makes sense
//! of it.

use gloo::events::EventListener;
use wasm_bindgen::JsValue;

/// The text after `#`; empty if there is none.
pub fn fragment() -> String {
    let hash = web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
    hash.strip_prefix('#').unwrap_or(&hash).to_owned()
}

/// All of the address.
pub fn whole() -> String {
    web_sys::window().and_then(|window| window.location().href().ok()).unwrap_or_default()
}

/// The whole address of a state of the page, whose own begins with `#`.
pub fn absolute(href: &str) -> String {
    let here = whole();
    [here.split('#').next().unwrap_or_default(), href].concat()
}

/// The folder that the page lies in.
pub fn folder() -> String {
    let path = web_sys::window().and_then(|window| window.location().pathname().ok()).unwrap_or_default();
    path.rsplit_once('/').map_or(String::new(), |(folder, _)| folder.to_owned())
}

/// Adds a history entry. `href` begins with `#`.
pub fn push(href: &str) {
    if let Some(history) = web_sys::window().and_then(|window| window.history().ok()) {
        // A browser that counts too many entries refuses; the page goes on with its own state.
        let _ = history.push_state_with_url(&JsValue::NULL, "", Some(href));
    }
}

/// Changes the current history entry. `href` begins with `#`.
pub fn replace(href: &str) {
    if let Some(history) = web_sys::window().and_then(|window| window.history().ok()) {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(href));
    }
}

/// Calls `on_change` after the reader went back or forward, followed a link or typed an address.
pub fn listen(on_change: impl Fn() + 'static) -> Option<EventListener> {
    let window = web_sys::window()?;
    if let Ok(history) = window.history() {
        // The page scrolls by itself, because its text is drawn after the browser would.
        let _ = history.set_scroll_restoration(web_sys::ScrollRestoration::Manual);
    }
    Some(EventListener::new(&window, "popstate", move |_| on_change()))
}
