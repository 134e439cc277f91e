//! Component tests in a real browser: each mounts what it needs on a node of its own and reads roles and text.
#![cfg(target_arch = "wasm32")]

mod advice;
mod article;
mod facets;
mod results;
mod search_box;
mod stepper;
mod support;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
