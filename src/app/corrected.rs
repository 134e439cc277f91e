//! The collection as it is corrected, for everything inside; and what was corrected last, with the way back.

use yew::{Callback, ContextProvider, Html, MouseEvent, Properties, component, html};

use super::explorer::Explorer;
use crate::hooks::{CorrectionsHandle, Shown, UNDO_ID, use_language, use_own_corrections};
use crate::library::Library;
use crate::text;

#[derive(Clone, Debug, PartialEq, Properties)]
pub struct CorrectedProps {
    /// The collection as it was built.
    pub embedded: Library,
}

/// All views, of the corrected collection. They are made anew with every correction and every change of
/// the language, so that none of them remembers anything of what was before.
#[component]
pub fn Corrected(props: &CorrectedProps) -> Html {
    let shown = use_own_corrections(props.embedded);
    let language = use_language().language;
    let key = format!("{:x} {}", shown.library.corpus().hash(), language.tag());
    html! {
        <ContextProvider<CorrectionsHandle> context={shown.handle.clone()}>
            <ContextProvider<Library> context={shown.library}>
                <Explorer {key} />
            </ContextProvider<Library>>
            { bar(&shown) }
        </ContextProvider<CorrectionsHandle>>
    }
}

/// Outside of the views, so that it is heard while they are made anew.
fn bar(shown: &Shown) -> Html {
    let on = |callback: &Callback<()>| callback.reform(|_: MouseEvent| ());
    let told = &shown.told;
    html! {
        <div class="corrected" data-is-empty={told.words.is_empty().to_string()}>
            <p class="corrected__words" role="status"><bdi>{ told.words.clone() }</bdi></p>
            if told.before.is_some() {
                <button class="corrected__button" id={UNDO_ID} type="button" onclick={on(&shown.on_undo)}>{ text!("corrections-undo") }</button>
            }
            if !told.words.is_empty() {
                <button class="corrected__button" type="button" aria-label={text!("corrections-close")} onclick={on(&shown.on_close)}>{ "×" }</button>
            }
        </div>
    }
}
