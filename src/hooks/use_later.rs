//! What a reader does not see at once waits while somebody types or chooses filters, so that each letter and each choice
//! costs no more than what is seen.

use gloo::timers::callback::Timeout;
use yew::{UseReducerHandle, hook, use_context, use_effect_with, use_force_update, use_mut_ref};

use crate::ui_state::UiState;

/// How long a value waits for another letter. Who types fast has one each tenth of a second.
const WAIT_MILLISECONDS: u32 = 120;

/// The value; while somebody types or chooses and it may wait, the one before, if there was one, until nothing comes any more.
/// Who goes back gets all at once, as the page is scrolled to where it was.
#[hook]
pub fn use_later<T: Clone + PartialEq + 'static>(value: &T, may_wait: bool) -> Option<T> {
    let ui = use_context::<UseReducerHandle<UiState>>();
    let waits = may_wait && ui.is_some_and(|ui| ui.draft.is_some() || ui.is_choosing);
    let (shown, update) = (use_mut_ref(|| None::<T>), use_force_update());
    if !waits {
        shown.replace(Some(value.clone()));
    }
    let later = shown.clone();
    use_effect_with((value.clone(), waits), move |(value, waits)| {
        let value = value.clone();
        let show = move || {
            later.replace(Some(value));
            update.force_update();
        };
        let timeout = waits.then(|| Timeout::new(WAIT_MILLISECONDS, show));
        move || drop(timeout)
    });
    shown.borrow().clone()
}
