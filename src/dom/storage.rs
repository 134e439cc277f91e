//! Small settings that outlive the page. A browser that keeps nothing is no error: what it refuses is remembered until
//! the page is closed.

use std::cell::RefCell;

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

/// Stores a value; an empty one takes away what was stored.
pub fn write(key: &str, value: &str) {
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
}
