//! How much of a long list is shown, kept for when its reader comes back to it.

use std::cell::RefCell;

use yew::{Callback, hook, use_force_update};

/// Lists that are remembered.
const MAX_LISTS: usize = 50;

thread_local! {
    /// By address: how many entries of the list there were shown when it was left.
    static SHOWN: RefCell<Vec<(String, usize)>> = const { RefCell::new(Vec::new()) };
}

/// How many entries of the list at an address are shown, at first a page of them, and what shows a page more.
#[hook]
pub fn use_n_shown(address: String, page: usize) -> (usize, Callback<()>) {
    let update = use_force_update();
    let known = SHOWN.with_borrow(|shown| shown.iter().find(|(known, _)| *known == address).map(|&(_, n)| n));
    let n = known.unwrap_or(page);
    let show_more = Callback::from(move |()| {
        SHOWN.with_borrow_mut(|shown| {
            shown.retain(|(known, _)| *known != address);
            if shown.len() == MAX_LISTS {
                shown.remove(0);
            }
            shown.push((address.clone(), n + page));
        });
        update.force_update();
    });
    (n, show_more)
}
