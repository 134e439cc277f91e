//! The choice of the page's language.

use yew::{Callback, Html, component, html};

use crate::dom::{self, focus};
use crate::hooks::use_language;
use crate::i18n::Language;
use crate::text;

const CHOICE_ID: &str = "language";

/// A list of the languages, each by its own name.
#[component]
pub fn LanguageChoice() -> Html {
    let handle = use_language();
    let onchange = {
        let choose = handle.choose.clone();
        Callback::from(move |event| {
            Language::from_tag(&dom::chosen_in(&event)).into_iter().for_each(|language| choose.emit(language));
            // All of the page is drawn anew.
            dom::after_paint(|| focus::focus_in_place(CHOICE_ID));
        })
    };
    let option = |language: Language| {
        let tag = language.tag();
        html! {
            <option value={tag} lang={tag} dir={language.dir()} selected={language == handle.language}>{ language.own_name() }</option>
        }
    };
    html! {
        <p class="footer__language">
            <label for={CHOICE_ID}>{ text!("footer-language") }</label>
            <select id={CHOICE_ID} {onchange}>{ for Language::ALL.into_iter().map(option) }</select>
        </p>
    }
}
