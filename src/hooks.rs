//! Hooks: what components of several views need from the page around them.

mod use_address;
mod use_corrections;
mod use_found;
mod use_language;
mod use_later;
mod use_n_shown;
mod use_notebook;
mod use_past;
mod use_shortcuts;
mod use_unfolded;

pub use use_address::{Entry, Navigator, use_address};
pub use use_corrections::{Correction, CorrectionsHandle, Shown, Told, UNDO_ID, use_corrections, use_own_corrections};
pub use use_found::{Found, found_for, use_found};
pub use use_language::{LanguageHandle, use_language, use_own_language};
pub use use_later::use_later;
pub use use_n_shown::use_n_shown;
pub use use_notebook::{Edit, NotebookHandle, use_notebook, use_own_notebook};
pub use use_past::use_past;
pub use use_shortcuts::use_shortcuts;
pub use use_unfolded::use_unfolded;

use yew::{UseReducerHandle, hook, use_context};

use crate::library::Library;
use crate::ui_state::UiState;

/// The corpus of the page.
#[hook]
pub fn use_library() -> Library {
    use_context::<Library>().expect("every view stands inside of the library's context")
}

/// The state that is not in the address.
#[hook]
pub fn use_ui() -> UseReducerHandle<UiState> {
    use_context::<UseReducerHandle<UiState>>().expect("every view stands inside of the state's context")
}
