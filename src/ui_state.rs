//! What the page remembers beside the address: typing that is not in the address yet, what is open, what is on.

use std::rc::Rc;

use corpus::model::EntityId;
use yew::Reducible;

/// The state that no bookmark keeps.
#[derive(Clone, Debug, PartialEq)]
pub struct UiState {
    /// What stands in the search box while it differs from the address.
    pub draft: Option<String>,
    /// Whether the current history entry was made by typing; then more typing replaces it.
    pub is_typing_entry: bool,
    /// Whether a filter was chosen just now.
    pub is_choosing: bool,
    /// On phones: whether the filters lie over the results.
    pub filters_open: bool,
    /// The entity whose card is open.
    pub open_entity: Option<(EntityId, OpenMention)>,
    /// Whether names are marked in articles.
    pub names_shown: bool,
    /// Whether left-out passages are unfolded.
    pub furniture_shown: bool,
    /// How large the text of articles is, from 0 to [`LARGEST_TEXT`].
    pub text_size: u8,
    /// Whether the list of shortcuts is open.
    pub help_open: bool,
    /// Whether single keys act as shortcuts.
    pub single_keys: bool,
    /// What the page has to tell of what a key did; empty if nothing.
    pub told: String,
}

/// The largest size of the text of articles.
pub const LARGEST_TEXT: u8 = 4;

/// Where `localStorage` keeps the size of the text of articles.
pub const TEXT_SIZE: &str = "dossier.text-size";

/// Where a card was opened from: index of the mention in its document, if it was one.
pub type OpenMention = Option<u32>;

impl Default for UiState {
    fn default() -> Self {
        Self {
            draft: None,
            is_typing_entry: false,
            is_choosing: false,
            filters_open: false,
            open_entity: None,
            names_shown: true,
            furniture_shown: false,
            text_size: 1,
            help_open: false,
            single_keys: true,
            told: String::new(),
        }
    }
}

/// What happens to that state.
#[derive(Clone, Debug, PartialEq)]
pub enum UiAction {
    /// The reader changed the text in the search box.
    Type(String),
    /// The typed text reached the address.
    Settle,
    /// The view changed for another reason than typing.
    Navigate,
    /// The reader chose a filter, or rests from it.
    SetChoosing(bool),
    /// Shows or hides the filters on phones.
    SetFiltersOpen(bool),
    /// Opens the card of an entity.
    OpenEntity(EntityId, OpenMention),
    /// Closes it.
    CloseEntity,
    /// Turns the marks of names on or off.
    ToggleNames,
    /// Folds or unfolds all left-out passages.
    ToggleFurniture,
    /// Sets how large the text of articles is.
    SetTextSize(u8),
    /// Opens or closes the list of shortcuts.
    SetHelpOpen(bool),
    /// Turns single-key shortcuts on or off.
    SetSingleKeys(bool),
    /// Tells the reader what a key did.
    Tell(String),
}

impl Reducible for UiState {
    type Action = UiAction;

    fn reduce(self: Rc<Self>, action: UiAction) -> Rc<Self> {
        let mut state = (*self).clone();
        match action {
            UiAction::Type(text) => {
                state.draft = Some(text);
                state.open_entity = None;
            }
            UiAction::Settle => {
                state.draft = None;
                state.is_typing_entry = true;
            }
            UiAction::Navigate => {
                state.draft = None;
                (state.is_typing_entry, state.is_choosing) = (false, false);
                state.open_entity = None;
                state.told.clear();
            }
            UiAction::SetChoosing(is_choosing) => state.is_choosing = is_choosing,
            UiAction::SetFiltersOpen(open) => state.filters_open = open,
            UiAction::OpenEntity(entity, mention) => state.open_entity = Some((entity, mention)),
            UiAction::CloseEntity => state.open_entity = None,
            UiAction::ToggleNames => state.names_shown = !state.names_shown,
            UiAction::ToggleFurniture => state.furniture_shown = !state.furniture_shown,
            UiAction::SetTextSize(size) => state.text_size = size.min(LARGEST_TEXT),
            UiAction::SetHelpOpen(open) => state.help_open = open,
            UiAction::SetSingleKeys(on) => state.single_keys = on,
            UiAction::Tell(words) => state.told = words,
        }
        Rc::new(state)
    }
}
