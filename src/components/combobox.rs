//! The list of a combobox: what keys do to it. They are those of the ARIA Authoring Practices for an editable combobox
//! with list autocomplete and manual selection.

/// Whether the list is asked for, and where in it the keys are.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct ListState {
    /// Whether it is asked for.
    pub is_open: bool,
    /// The option that the keys are on.
    pub active: Option<usize>,
    /// Whether the caret stood at the end of what was typed.
    pub is_at_end: bool,
    /// How often past searches were forgotten.
    pub n_forgotten: u32,
}

/// What a key does to the list.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Step {
    /// The list stays as it is, and so does what the key means elsewhere.
    Leave,
    /// The key has done its work.
    To(ListState),
    /// The key means what it does in the text.
    ToText,
    /// The option is taken.
    Take(usize),
}

impl ListState {
    const CLOSED: Self = Self { is_open: false, active: None, is_at_end: true, n_forgotten: 0 };

    /// The same list, closed.
    pub fn closed(self) -> Self {
        Self { n_forgotten: self.n_forgotten, ..Self::CLOSED }
    }

    /// The same list, open with the keys on an option.
    pub fn opened(self, active: Option<usize>) -> Self {
        Self { is_open: true, active, ..self.closed() }
    }

    /// What a key does while a list of `n` options is shown, or none.
    pub fn step(self, key: &str, with_alt: bool, n: usize) -> Step {
        let on = |active: usize| Step::To(Self { active: Some(active), ..self });
        match (key, self.active) {
            _ if n == 0 => Step::Leave,
            ("ArrowDown", None) if with_alt => Step::To(self),
            ("ArrowUp", _) if with_alt => Step::To(self.closed()),
            ("ArrowDown", active) => on(active.map_or(0, |active| (active + 1) % n)),
            ("ArrowUp", active) => on((active.unwrap_or(0) + n - 1) % n),
            ("Enter", Some(active)) => Step::Take(active),
            ("Escape", _) => Step::To(self.closed()),
            ("Home" | "End" | "ArrowLeft" | "ArrowRight", Some(_)) => Step::ToText,
            _ => Step::Leave,
        }
    }
}
