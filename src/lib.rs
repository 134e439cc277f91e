//! The page: one document collection, embedded, to search and to read.
//!
//! What a reader may bookmark lives in the address ([`view_state`]); the rest of what the page remembers is in one
//! reducer ([`ui_state`]); everything else is computed from the corpus. Nothing here analyses text.

pub mod app;
pub mod corrected;
pub mod library;
pub mod notebook;
pub mod overview;
pub mod past;
pub mod reading;
pub mod route;
pub mod view_state;

pub mod ui_state;

pub mod export;
pub mod format;
pub mod i18n;
pub mod tables;

pub mod components;
pub mod dom;
pub mod hooks;
pub mod pages;

/// Puts the page where its HTML has room for it.
pub fn mount() {
    match dom::element_by_id("app") {
        Some(root) => yew::Renderer::<app::App>::with_root(root).render(),
        None => yew::Renderer::<app::App>::new().render(),
    };
}
