//! The address as state: read at the start and on every move in the history, written by [`Navigator`].

use std::rc::Rc;

use yew::{Callback, hook, use_callback, use_effect_with, use_state_eq};

use crate::dom::address;
use crate::view_state::ViewState;

/// What becomes of the current history entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// It stays, a new one follows.
    Push,
    /// It is changed.
    Replace,
}

/// The view state of the address, and the way to another.
#[derive(Clone, Debug, PartialEq)]
pub struct Navigator {
    /// What the address says.
    pub state: Rc<ViewState>,
    /// Goes to another state.
    pub go: Callback<(ViewState, Entry)>,
}

/// Follows the address. `on_move` is called after every move that this page did not make by [`Navigator::go`].
#[hook]
pub fn use_address(on_move: Callback<()>) -> Navigator {
    let state = use_state_eq(|| Rc::new(ViewState::parse(&address::fragment())));
    {
        let state = state.setter();
        use_effect_with((), move |()| {
            let arrived = state.clone();
            let listener = address::listen(move || {
                state.set(Rc::new(ViewState::parse(&address::fragment())));
                on_move.emit(());
            });
            // Whoever went elsewhere while the page was drawn for the first time was not heard.
            arrived.set(Rc::new(ViewState::parse(&address::fragment())));
            move || drop(listener)
        });
    }
    let go = use_callback(state.setter(), |(next, entry): (ViewState, Entry), state| {
        match entry {
            Entry::Push => address::push(&next.href()),
            Entry::Replace => address::replace(&next.href()),
        }
        state.set(Rc::new(next));
    });
    Navigator { state: (*state).clone(), go }
}
