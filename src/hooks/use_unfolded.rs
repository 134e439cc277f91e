//! Whether a disclosure is open, for what is made only once it is.

use yew::{Callback, Event, hook, use_state_eq};

use crate::dom;

/// Whether it is open, and what hears of it as `ontoggle`.
#[hook]
pub fn use_unfolded() -> (bool, Callback<Event>) {
    let is_open = use_state_eq(|| false);
    let setter = is_open.setter();
    (*is_open, Callback::from(move |event: Event| setter.set(dom::is_open(&event))))
}
