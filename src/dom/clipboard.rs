//! The clipboard. Browsers refuse it to pages that are not served safely, and readers may refuse it too.

use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use web_sys::js_sys::Reflect;

/// Copies a text; `on_done` hears whether it could be.
pub fn copy(text: &str, on_done: impl Fn(bool) + 'static) {
    let navigator = web_sys::window().map(|window| window.navigator());
    let has_clipboard = |navigator: &web_sys::Navigator| {
        Reflect::get(navigator, &JsValue::from_str("clipboard")).is_ok_and(|clipboard| clipboard.is_object())
    };
    let Some(navigator) = navigator.filter(has_clipboard) else { return on_done(false) };
    let done = std::rc::Rc::new(on_done);
    let refused = done.clone();
    let done = Closure::once(move |_: JsValue| done(true));
    let refused = Closure::once(move |_: JsValue| refused(false));
    let _ = navigator.clipboard().write_text(text).then2(&done, &refused);
    // One of them is called, some time later; a few bytes of the other stay.
    done.forget();
    refused.forget();
}
