//! A strip at the edge of an article that shows where its hits fall.

use corpus::search::Place;
use yew::{Callback, Html, html};

/// Height of the strip in the units of its drawing.
const HEIGHT: usize = 1_000;

/// A line for each hit, as far down as the hit is in the text; a click goes there. It says nothing that the stepper does
/// not say, so that only those who see it are told of it.
pub fn hit_strip(places: &[Place], current: Option<usize>, text_len: usize, on_step: &Callback<isize>) -> Html {
    let Some(current) = current.filter(|_| places.len() > 1 && text_len > 0) else { return html! {} };
    let line = |(number, place): (usize, &Place)| {
        let start = if place.in_text { place.span.start() as usize } else { 0 };
        let class = if number == current { "strip__hit strip__hit--now" } else { "strip__hit" };
        let onclick = on_step.reform(move |_: yew::MouseEvent| number as isize - current as isize);
        html! { <rect {class} x="0" y={(start.min(text_len) * (HEIGHT - 6) / text_len).to_string()} width="10" height="6" {onclick} /> }
    };
    html! {
        <svg class="strip" viewBox="0 0 10 1000" preserveAspectRatio="none" aria-hidden="true">
            { for places.iter().enumerate().map(line) }
        </svg>
    }
}
