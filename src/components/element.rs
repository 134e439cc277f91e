//! The elements that views are made of most, each compiled once: `html!` writes some two hundred bytes of wasm for every
//! element in it, a call of these some twenty.

use yew::{Callback, Html, html};

use crate::text;

/// An element with a class, or without one if that is empty.
#[inline(never)]
pub fn element(tag: &'static str, class: &'static str, inside: Html) -> Html {
    html! { <@{tag} class={(!class.is_empty()).then_some(class)}>{ inside }</@> }
}

/// Text.
#[inline(never)]
pub fn words(text: &str) -> Html {
    html! { { text.to_owned() } }
}

/// Words of a document, which may run from right to left.
pub fn isolated(text: &str) -> Html {
    element("bdi", "", words(text))
}

/// A link to a place of the page.
#[inline(never)]
pub fn link(href: String, inside: Html) -> Html {
    html! { <a {href}>{ inside }</a> }
}

/// A list whose items are said to be so, whatever it looks like.
#[inline(never)]
pub fn list(class: &'static str, items: Vec<Html>) -> Html {
    let items = items.into_iter().map(|item| element("li", "", item));
    html! { <ul class={(!class.is_empty()).then_some(class)} role="list">{ for items }</ul> }
}

/// A list of which the first `few` are shown, and the others when they are asked for.
pub fn short_list(class: &'static str, mut items: Vec<Html>, few: usize) -> Html {
    if items.len() <= few {
        return list(class, items);
    }
    let others = items.split_off(few);
    let summary = element("summary", "facet__more", words(&text!("n-more", n = others.len())));
    let folded = element("details", "", all(vec![summary, list(class, others)]));
    all(vec![list(class, items), folded])
}

/// Things one after the other.
#[inline(never)]
pub fn all(parts: Vec<Html>) -> Html {
    parts.into_iter().collect()
}

/// A button that does what `onclick` does and looks like a name in a list.
#[inline(never)]
pub fn name_button(kind: &'static str, name: &str, onclick: Callback<yew::MouseEvent>) -> Html {
    html! {
        <button class="name name--listed" type="button" data-kind={kind} dir="auto" {onclick}>{ name.to_owned() }</button>
    }
}
