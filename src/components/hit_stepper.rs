//! The bar above an opened article: back to the results, and from hit to hit.

use yew::{Callback, Html, html};

use crate::text;
use crate::ui_state::LARGEST_TEXT;

/// What the bar shows and reports.
#[derive(Clone, Debug)]
pub struct HitStepper {
    /// The address of the results; `None` if nothing is asked.
    pub results_href: Option<String>,
    /// The hit that is shown, from 0, and how many there are in the article.
    pub at: Option<(usize, usize)>,
    /// The article's number among the results, from 0, and how many results there are.
    pub article: Option<(usize, usize)>,
    /// Whether names are marked.
    pub names_shown: bool,
    /// To the next hit (+1) or the one before (-1).
    pub on_step: Callback<isize>,
    /// Names were turned on or off.
    pub on_toggle_names: Callback<()>,
    /// Whether the article is in the notebook.
    pub is_kept: bool,
    /// It is to be kept, or let go.
    pub on_keep: Callback<()>,
    /// How large the text is.
    pub text_size: u8,
    /// The text is to be of another size.
    pub on_text_size: Callback<u8>,
}

/// The bar, as a toolbar.
pub fn hit_stepper(props: &HitStepper) -> Html {
    let step = |by: isize| props.on_step.reform(move |_| by);
    let no_hits = props.at.is_none();
    let size = props.text_size;
    let text_size = |name: String, sign: &'static str, to: Option<u8>| {
        let onclick = props.on_text_size.reform(move |_| to.unwrap_or(size));
        html! {
            <button class="stepper__button" type="button" aria-label={name.clone()} title={name} disabled={to.is_none()} {onclick}>
                { sign }
            </button>
        }
    };
    html! {
        <div class="stepper" role="toolbar" aria-label={text!("tools")}>
            <a class="stepper__back" href={props.results_href.clone().unwrap_or_else(|| "#/".to_owned())}>
                <span aria-hidden="true">{ "← " }</span>
                { text!(if props.results_href.is_some() { "tools-results" } else { "tools-start" }) }
            </a>
            if let Some((at, n)) = props.article.filter(|&(_, n)| n > 1) {
                <span class="stepper__article">{ text!("tools-article", at = at + 1, all = n) }</span>
            }
            <span class="stepper__spring"></span>
            <span class="stepper__hits" data-any={(!no_hits).to_string()}>
                if let Some((at, n)) = props.at {
                    <span class="stepper__count" aria-live="polite">{ text!("tools-hit", at = at + 1, all = n) }</span>
                }
                <button class="stepper__button" type="button" aria-label={text!("tools-previous")} title={text!("tools-previous-key")}
                    disabled={no_hits} onclick={step(-1)}>{ "↑" }</button>
                <button class="stepper__button" type="button" aria-label={text!("tools-next")} title={text!("tools-next-key")}
                    disabled={no_hits} onclick={step(1)}>{ "↓" }</button>
            </span>
            <button class="stepper__toggle" type="button" aria-pressed={props.names_shown.to_string()}
                onclick={props.on_toggle_names.reform(|_| ())}>{ text!("tools-names") }</button>
            <button class="stepper__toggle" type="button" aria-pressed={props.is_kept.to_string()} title={text!("tools-keep-key")}
                onclick={props.on_keep.reform(|_| ())}>{ text!(if props.is_kept { "tools-kept" } else { "tools-keep" }) }</button>
            { text_size(text!("tools-smaller"), "−", size.checked_sub(1)) }
            { text_size(text!("tools-larger"), "+", Some(size + 1).filter(|&size| size <= LARGEST_TEXT)) }
        </div>
    }
}
