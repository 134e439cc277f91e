//! Keyboard shortcuts of the whole page.

use std::cell::RefCell;
use std::rc::Rc;

use yew::{hook, use_effect_with, use_mut_ref};

use crate::dom::keyboard::{self, Key};

type Handler = Rc<dyn Fn(&Key) -> bool>;

/// Calls `on_key` for every key press, always the one of the latest rendering. It says whether it used the key.
#[hook]
pub fn use_shortcuts(on_key: impl Fn(&Key) -> bool + 'static) {
    let latest: Rc<RefCell<Handler>> = use_mut_ref(|| Rc::new(|_: &Key| false) as Handler);
    *latest.borrow_mut() = Rc::new(on_key);
    use_effect_with((), move |()| {
        let listener = keyboard::listen(move |key| {
            let handler = latest.borrow().clone();
            handler(&key)
        });
        move || drop(listener)
    });
}
