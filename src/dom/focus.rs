//! Focus and scrolling.

use wasm_bindgen::JsCast;
use web_sys::{
    FocusEvent, FocusOptions, HtmlElement, Node, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition,
    ScrollToOptions,
};
use yew::NodeRef;

fn html_element(id: &str) -> Option<HtmlElement> {
    super::element_by_id(id)?.dyn_into().ok()
}

/// Focuses an element and scrolls to it as the browser does.
pub fn focus(id: &str) {
    if let Some(element) = html_element(id) {
        let _ = element.focus();
    }
}

/// Focuses an element without scrolling.
pub fn focus_in_place(id: &str) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    if let Some(element) = html_element(id) {
        let _ = element.focus_with_options(&options);
    }
}

/// Whether what a focus event takes the focus from gives it to something inside of an element.
pub fn goes_within(event: &FocusEvent, element: &NodeRef) -> bool {
    let to = event.related_target().and_then(|to| to.dyn_into::<Node>().ok());
    element.cast::<Node>().zip(to).is_some_and(|(element, to)| element.contains(Some(&to)))
}

/// Focuses the search box and selects what stands in it.
pub fn focus_and_select(id: &str) {
    focus(id);
    if let Some(field) =
        super::element_by_id(id).and_then(|element| element.dyn_into::<web_sys::HtmlInputElement>().ok())
    {
        field.select();
    }
}

/// Scrolls an element to the middle of the window.
pub fn scroll_to_middle(id: &str) {
    scroll_into_view(id, ScrollLogicalPosition::Center);
}

/// Scrolls no further than it takes to show an element.
pub fn scroll_to_nearest(id: &str) {
    scroll_into_view(id, ScrollLogicalPosition::Nearest);
}

fn scroll_into_view(id: &str, position: ScrollLogicalPosition) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(position);
    if let Some(element) = super::element_by_id(id) {
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// How far the window is scrolled, in CSS pixels.
pub fn scroll_top() -> f64 {
    web_sys::window().and_then(|window| window.scroll_y().ok()).unwrap_or(0.0)
}

/// Scrolls the window, at once: whoever comes back to a place was there before.
pub fn scroll_to(top: f64) {
    let options = ScrollToOptions::new();
    options.set_top(top);
    options.set_behavior(ScrollBehavior::Instant);
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_scroll_to_options(&options);
    }
}

/// The id of the focused element.
pub fn focused_id() -> Option<String> {
    let id = web_sys::window()?.document()?.active_element()?.id();
    (!id.is_empty()).then_some(id)
}

/// Focuses the element after or before the focused one among those of a CSS selector; the first if none has focus.
pub fn focus_neighbour(selector: &str, step: isize) {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    let Ok(found) = document.query_selector_all(selector) else { return };
    let active = document.active_element();
    let is_active = |at: &u32| found.item(*at).and_then(|node| node.dyn_into().ok()) == active;
    let next = (0..found.length()).find(is_active).map_or(Some(0), |at| at.checked_add_signed(step as i32));
    if let Some(element) = next.and_then(|at| found.item(at)).and_then(|node| node.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// Clicks the focused element if it fits a CSS selector; says whether it did.
pub fn click_focused(selector: &str) -> bool {
    let active = web_sys::window().and_then(|window| window.document()).and_then(|document| document.active_element());
    let Some(element) = active.and_then(|element| element.dyn_into::<HtmlElement>().ok()) else { return false };
    let fits = element.matches(selector).unwrap_or(false);
    if fits {
        element.click();
    }
    fits
}
