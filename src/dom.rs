//! The only place that names `web_sys`: elements, focus, scrolling, the address, storage.
//!
//! What the browser refuses (a full history, a forbidden storage) is let go; the page keeps its own state.

pub mod address;
pub mod clipboard;
pub mod download;
pub mod focus;
pub mod keyboard;
pub mod selection;
pub mod storage;
pub mod upload;

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

/// Says which language the page is in, and from where to where it is written.
pub fn set_language(tag: &str, dir: &str) {
    let root = web_sys::window().and_then(|window| window.document()).and_then(|document| document.document_element());
    if let Some(root) = root {
        let _ = root.set_attribute("lang", tag);
        let _ = root.set_attribute("dir", dir);
    }
}

/// The languages that the reader has told the browser, the best first.
pub fn languages() -> Vec<String> {
    let navigator = web_sys::window().map(|window| window.navigator());
    navigator
        .map(|navigator| navigator.languages().iter().filter_map(|tag| tag.as_string()).collect())
        .unwrap_or_default()
}

/// How high the window is, in CSS pixels.
pub fn window_height() -> f64 {
    let height = web_sys::window().and_then(|window| window.inner_height().ok());
    height.and_then(|height| height.as_f64()).unwrap_or_default()
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

/// The text in the field of several lines that an event comes from.
pub fn text_of(event: &web_sys::InputEvent) -> String {
    let field = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlTextAreaElement>().ok());
    field.map(|field| field.value()).unwrap_or_default()
}

/// The value of the option that was chosen in the field that an event comes from.
pub fn chosen_in(event: &web_sys::Event) -> String {
    let field = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlSelectElement>().ok());
    field.map(|field| field.value()).unwrap_or_default()
}

/// The text that stands in a field.
pub fn text_in(id: &str) -> String {
    let field = element_by_id(id).and_then(|element| element.dyn_into::<web_sys::HtmlInputElement>().ok());
    field.map(|field| field.value()).unwrap_or_default()
}

/// Whether nothing stands behind the caret of a field.
pub fn is_caret_at_end(id: &str) -> bool {
    let field = element_by_id(id).and_then(|element| element.dyn_into::<web_sys::HtmlInputElement>().ok());
    field.is_some_and(|field| match field.selection_end() {
        Ok(Some(caret)) => caret as usize >= field.value().encode_utf16().count(),
        _ => true,
    })
}

/// Scrolls what lies behind a field as far as the field is.
pub fn scroll_alike(field: &str, behind: &str) {
    if let (Some(field), Some(behind)) = (element_by_id(field), element_by_id(behind)) {
        behind.set_scroll_left(field.scroll_left());
    }
}

/// Whether the window is as narrow as the style sheet says a phone is.
pub fn is_narrow() -> bool {
    let width = web_sys::window().and_then(|window| window.inner_width().ok()?.as_f64());
    width.is_some_and(|width| width <= 704.0)
}

/// Shows the option of a value as the chosen one of a field.
pub fn choose(id: &str, value: &str) {
    let field = element_by_id(id).and_then(|element| element.dyn_into::<web_sys::HtmlSelectElement>().ok());
    if let Some(field) = field.filter(|field| field.value() != value) {
        field.set_value(value);
    }
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

/// The number in the field that an event comes from.
pub fn number_of(event: &web_sys::Event) -> Option<usize> {
    event.target()?.dyn_into::<web_sys::HtmlInputElement>().ok()?.value().parse().ok()
}

/// Whether the disclosure that an event comes from is open.
pub fn is_open(event: &web_sys::Event) -> bool {
    let details = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlDetailsElement>().ok());
    details.is_some_and(|details| details.open())
}

/// How far from the left edge of the element of a CSS selector a pointer is, from 0 to 1.
pub fn fraction_across(event: &web_sys::PointerEvent, selector: &str) -> f64 {
    let Some(bounds) = pointed_at(event, selector).map(|element| element.get_bounding_client_rect()) else {
        return 0.0;
    };
    ((f64::from(event.client_x()) - bounds.left()) / bounds.width().max(1.0)).clamp(0.0, 1.0)
}

/// Sends what a pointer does to the element of a CSS selector that it is on, wherever it goes, until it is lifted.
pub fn capture_pointer(event: &web_sys::PointerEvent, selector: &str) {
    if let Some(element) = pointed_at(event, selector) {
        let _ = element.set_pointer_capture(event.pointer_id());
    }
}

/// The element that fits a CSS selector around what a pointer is on. Yew listens at the root, so that the event itself
/// does not tell.
fn pointed_at(event: &web_sys::PointerEvent, selector: &str) -> Option<web_sys::Element> {
    event.target()?.dyn_into::<web_sys::Element>().ok()?.closest(selector).ok()?
}
