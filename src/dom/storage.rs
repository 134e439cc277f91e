//! Small settings that outlive the page. A browser that keeps nothing is no error: what it refuses is remembered until
//! the page is closed.

use std::cell::RefCell;

use gloo::events::EventListener;
use wasm_bindgen::JsCast;

thread_local! {
    /// Values that the browser did not take.
    static REFUSED: RefCell<Vec<(String, String)>> = const { RefCell::new(Vec::new()) };
}

fn storage() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok()?
}

/// The stored value of a key.
pub fn read(key: &str) -> Option<String> {
    let refused =
        REFUSED.with_borrow(|refused| refused.iter().find(|(known, _)| known == key).map(|(_, value)| value.clone()));
    refused.or_else(|| storage()?.get_item(key).ok()?)
}

/// Stores a value; an empty one takes away what was stored. False if the browser refuses, and only the page keeps it.
pub fn write(key: &str, value: &str) -> bool {
    let stored = storage().and_then(|storage| match value.is_empty() {
        true => storage.remove_item(key).ok(),
        false => storage.set_item(key, value).ok(),
    });
    REFUSED.with_borrow_mut(|refused| {
        refused.retain(|(known, _)| known != key);
        if stored.is_none() {
            refused.push((key.to_owned(), value.to_owned()));
        }
    });
    stored.is_some()
}

/// Calls `on_change` with the key of every value that another tab has changed.
pub fn listen(on_change: impl Fn(String) + 'static) -> Option<EventListener> {
    let window = web_sys::window()?;
    Some(EventListener::new(&window, "storage", move |event| {
        let key = event.dyn_ref::<web_sys::StorageEvent>().and_then(web_sys::StorageEvent::key);
        key.into_iter().for_each(&on_change);
    }))
}
