//! The search box: a combobox whose list is offered and never taken unasked. What is offered is found by
//! [`super::suggestions`].

use corpus::{ByteSpan, Corpus};
use yew::{
    Callback, Html, InputEvent, KeyboardEvent, Properties, SubmitEvent, UseStateHandle, component, html,
    use_effect_with, use_memo, use_state_eq,
};

use super::combobox::{ListState, Step};
use super::element::{all, element, words};
use super::suggestions::{SUGGESTIONS_ID, Taken, option_id, suggestion_list, suggestions};
use crate::dom::{self, focus};
use crate::hooks::use_library;
use crate::past;
use crate::text;

/// Id of the field, for focus.
pub const SEARCH_BOX_ID: &str = "search-box";

/// Id of what lies behind the field.
const UNDER_ID: &str = "search-box-under";

#[derive(Clone, Debug, PartialEq, Properties)]
pub struct SearchBoxProps {
    /// The text.
    pub text: String,
    /// The parts of it that could not be read as written.
    pub unread: Vec<ByteSpan>,
    /// The text was changed.
    pub on_type: Callback<String>,
    /// Enter was pressed.
    pub on_commit: Callback<()>,
    /// Another text is to be searched.
    pub on_search: Callback<String>,
    /// Help was asked for.
    pub on_help: Callback<()>,
}

/// A search field with what it offers, its buttons, and a way to the query language.
#[component]
pub fn SearchBox(props: &SearchBoxProps) -> Html {
    let corpus = use_library().corpus();
    let list = use_state_eq(ListState::default);
    let offered = use_memo((props.text.clone(), *list), |(text, list)| match list.is_open {
        true => suggestions(corpus, text, list.is_at_end),
        false => Vec::new(),
    });
    let n: usize = offered.iter().map(|sort| sort.offers.len()).sum();
    let active = list.active.filter(|&active| active < n);
    use_effect_with(active, |active| {
        if let Some(active) = active {
            focus::scroll_to_nearest(&option_id(*active));
        }
    });
    // What lies behind the field has been drawn anew.
    use_effect_with((props.text.clone(), props.unread.clone()), |_| dom::scroll_alike(SEARCH_BOX_ID, UNDER_ID));

    let on_take = on_take(corpus, props, &list);
    let oninput = {
        let (list, on_type) = (list.clone(), props.on_type.clone());
        Callback::from(move |event: InputEvent| {
            list.set(ListState { is_at_end: dom::is_caret_at_end(SEARCH_BOX_ID), ..list.opened(None) });
            on_type.emit(dom::value_of(&event));
        })
    };
    let onkeydown = {
        let (list, on_take, offered, is_empty) =
            (list.clone(), on_take.clone(), offered.clone(), props.text.is_empty());
        Callback::from(move |event: KeyboardEvent| {
            if event.is_composing() || event.ctrl_key() || event.meta_key() {
                return;
            }
            let key = event.key();
            let step = match list.step(&key, event.alt_key(), n) {
                // Where nothing is typed, the key brings the past searches; otherwise only if Alt says so.
                Step::Leave if n == 0 && key == "ArrowDown" && (is_empty || event.alt_key()) => {
                    let opened = list.opened((!event.alt_key()).then_some(0));
                    match is_empty && past::searches(corpus).is_empty() {
                        true => Step::Leave,
                        false => Step::To(opened),
                    }
                }
                step => step,
            };
            match step {
                Step::Leave => return,
                Step::ToText => {
                    list.set(ListState { active: None, ..*list });
                    return;
                }
                Step::To(next) => list.set(next),
                Step::Take(number) => {
                    let offer = offered.iter().flat_map(|sort| &sort.offers).nth(number);
                    offer.into_iter().for_each(|offer| on_take.emit(offer.taken.clone()));
                }
            }
            event.prevent_default();
            // The page would do something else with it.
            event.stop_propagation();
        })
    };
    let onclick = {
        let (list, is_empty) = (list.clone(), props.text.is_empty());
        move |_| {
            if is_empty && n == 0 {
                list.set(list.opened(None));
            }
        }
    };
    let onblur = {
        let list = list.clone();
        move |_| list.set(list.closed())
    };
    let onsubmit = {
        let (list, on_commit) = (list.clone(), props.on_commit.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            list.set(list.closed());
            on_commit.emit(());
        })
    };
    let on_clear = {
        let on_type = props.on_type.clone();
        move |_| {
            on_type.emit(String::new());
            focus::focus(SEARCH_BOX_ID);
        }
    };
    let on_help = props.on_help.reform(|_| ());
    // What is typed may be of the other direction than the page; the words that stand there before are the page's.
    let dir = (!props.text.is_empty()).then_some("auto");
    html! {
        <form class="search-box" role="search" aria-label={text!("search")} {onsubmit}>
            <label class="visually-hidden" for={SEARCH_BOX_ID}>{ text!("search-label") }</label>
            <div class="search-box__text">
                { under(&props.text, &props.unread) }
                <input class="search-box__field" id={SEARCH_BOX_ID} type="text" value={props.text.clone()} {dir} {oninput} {onkeydown}
                    {onclick} {onblur} onscroll={|_| dom::scroll_alike(SEARCH_BOX_ID, UNDER_ID)}
                    role="combobox" aria-autocomplete="list" aria-expanded={(n > 0).to_string()} aria-controls={SUGGESTIONS_ID}
                    aria-activedescendant={active.map(option_id)}
                    placeholder={text!("search-placeholder")} autocomplete="off" autocapitalize="off"
                    autocorrect="off" spellcheck="false" inputmode="search" enterkeyhint="search" />
                if !props.text.is_empty() {
                    <button class="search-box__clear" type="button" aria-label={text!("search-clear")} onclick={on_clear}>{ "×" }</button>
                }
                if n > 0 { { suggestion_list(&offered, active, &on_take) } }
            </div>
            <button class="search-box__button" type="submit">{ text!("search-button") }</button>
            <button class="search-box__help" type="button" aria-label={text!("search-help")} onclick={on_help}>
                { "?" }
            </button>
        </form>
    }
}

fn on_take(
    corpus: &'static Corpus<'static>,
    props: &SearchBoxProps,
    list: &UseStateHandle<ListState>,
) -> Callback<Taken> {
    let (list, on_type, on_search) = (list.clone(), props.on_type.clone(), props.on_search.clone());
    Callback::from(move |taken| match taken {
        Taken::Search(text) => {
            list.set(list.closed());
            on_search.emit(text);
        }
        Taken::Text(text) => {
            list.set(list.opened(None));
            on_type.emit(text);
        }
        Taken::Forget => {
            past::forget(corpus);
            list.set(ListState { n_forgotten: list.n_forgotten + 1, ..list.closed() });
        }
    })
}

/// The text once more behind the field, of which nothing is seen but a line under what could not be read.
fn under(text: &str, unread: &[ByteSpan]) -> Html {
    if unread.is_empty() {
        return html! {};
    }
    let (mut parts, mut at) = (Vec::new(), 0);
    for &span in unread.iter().filter(|span| !span.is_empty()) {
        let start = span.start().max(at);
        let slice = |from: u32, to: u32| ByteSpan::new(from, to).and_then(|span| span.slice(text));
        if let (Some(before), Some(part)) = (slice(at, start), slice(start, span.end())) {
            parts.push(words(before));
            parts.push(element("span", "search-box__unread", words(part)));
            at = span.end();
        }
    }
    parts.push(words(text.get(at as usize..).unwrap_or_default()));
    html! { <div class="search-box__under" id={UNDER_ID} dir="auto" aria-hidden="true"><span>{ all(parts) }</span></div> }
}
