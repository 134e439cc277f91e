//! What a reader does not see at once waits while somebody types, so that each letter costs no more than what is seen.

use gloo::timers::callback::Timeout;
use yew::{UseReducerHandle, hook, use_context, use_effect_with, use_state_eq};

use crate::ui_state::UiState;

/// How long a value waits for another letter. Who types fast has one each tenth of a second.
const WAIT_MILLISECONDS: u32 = 120;

/// The value; while somebody types and it may wait, the one before, if there was one, until no letter comes any more.
#[hook]
pub fn use_later<T: Clone + PartialEq + 'static>(value: &T, may_wait: bool) -> Option<T> {
    let is_typing = use_context::<UseReducerHandle<UiState>>().is_some_and(|ui| ui.draft.is_some());
    let waits = may_wait && is_typing;
    let before = use_state_eq(|| None::<T>);
    let setter = before.setter();
    use_effect_with((value.clone(), waits), move |(value, waits)| {
        let value = value.clone();
        let timeout = if *waits {
            Some(Timeout::new(WAIT_MILLISECONDS, move || setter.set(Some(value))))
        } else {
            setter.set(Some(value));
            None
        };
        move || drop(timeout)
    });
    if waits { (*before).clone() } else { Some(value.clone()) }
}
