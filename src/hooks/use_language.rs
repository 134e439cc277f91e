//! The language of the page: the one that the reader chose, or the first of the browser's that there is a table for.

use yew::{Callback, hook, use_context, use_state_eq};

use crate::dom::{self, storage};
use crate::i18n::{self, Language};

/// Where `localStorage` keeps what was chosen.
const LANGUAGE: &str = "dossier.language";

/// The language and the way to choose another one.
#[derive(Clone, Debug, PartialEq)]
pub struct LanguageHandle {
    /// What the page is in.
    pub language: Language,
    /// Chooses.
    pub choose: Callback<Language>,
}

/// The language of the page. Whoever has it draws everything anew when it changes: words come from tables and are no
/// properties of what is drawn.
#[hook]
pub fn use_own_language() -> LanguageHandle {
    let language = use_state_eq(|| {
        let chosen = storage::read(LANGUAGE).and_then(|tag| Language::from_tag(&tag));
        speak(chosen.unwrap_or_else(|| Language::preferred(dom::languages())))
    });
    let setter = language.setter();
    let choose = Callback::from(move |language: Language| {
        storage::write(LANGUAGE, language.tag());
        setter.set(speak(language));
    });
    LanguageHandle { language: *language, choose }
}

fn speak(language: Language) -> Language {
    i18n::set_language(language);
    dom::set_language(language.tag(), language.dir());
    language
}

/// The language of the page, for what offers another.
#[hook]
pub fn use_language() -> LanguageHandle {
    use_context::<LanguageHandle>().expect("every view stands inside of the language's context")
}
