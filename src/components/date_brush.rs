//! When articles were published, as bars over which a stretch of time is chosen: by drawing over them, by two sliders, or
//! by writing the dates.

use corpus::day::Day;
use corpus::query::DateRange;
use corpus::search::Facet;
use yew::{Callback, Html, InputEvent, PointerEvent, Properties, SubmitEvent, component, html, use_memo, use_state_eq};

use super::element::{all, element, isolated, words};
use super::time_bars::{bins, drawing};
use crate::dom;
use crate::format;
use crate::hooks::Found;
use crate::text;
use crate::view_state::ViewState;

#[derive(Clone, Debug, PartialEq, Properties)]
pub struct DateBrushProps {
    /// What was found.
    pub hits: Found,
    /// What is chosen now.
    pub state: ViewState,
    /// Dates were chosen, as the query language writes them.
    pub on_dates: Callback<String>,
}

/// The element that is drawn over.
const BARS: &str = ".brush__bars";

/// The bars with what chooses among them; nothing where all is of one time.
#[component]
pub fn DateBrush(props: &DateBrushProps) -> Html {
    let DateBrushProps { hits, state, on_dates } = props;
    let bins = use_memo(hits.clone(), |hits| bins(&hits.answer.days()));
    // While the hand is on it: the bars from the first to the last that it went over.
    let drawn = use_state_eq(|| None::<(usize, usize)>);
    let written = use_state_eq(|| None::<String>);
    let n = bins.len();
    if n < 2 {
        return html! {};
    }
    let keys: &[String] = state.filters.selection(Facet::Date).map_or(&[], |chosen| &chosen.include);
    let ranges: Vec<DateRange> = keys.iter().filter_map(|key| DateRange::parse(key)).collect();
    let is_chosen = |at: usize| match *drawn {
        Some((from, to)) => (from.min(to)..=from.max(to)).contains(&at),
        None if keys.is_empty() => true,
        None => bins[at].0.parse::<Day>().is_ok_and(|day| ranges.iter().any(|range| range.may_hold(day))),
    };
    let first = (0..n).find(|&at| is_chosen(at)).unwrap_or(0);
    let last = (0..n).rev().find(|&at| is_chosen(at)).unwrap_or(n - 1);
    let choose = {
        let (bins, on_dates, drawn, written) = (bins.clone(), on_dates.clone(), drawn.clone(), written.clone());
        move |from: usize, to: usize| {
            let ends = [from.min(to), from.max(to)].map(|at| bins[at].0.as_str());
            drawn.set(None);
            written.set(None);
            let is_all = from.min(to) == 0 && from.max(to) == bins.len() - 1;
            on_dates.emit(if is_all { String::new() } else { range_key(ends) });
        }
    };
    let at_pointer = move |event: &PointerEvent| (dom::fraction_across(event, BARS) * n as f64) as usize;
    let onpointerdown = {
        let drawn = drawn.clone();
        Callback::from(move |event: PointerEvent| {
            dom::capture_pointer(&event, BARS);
            let at = at_pointer(&event).min(n - 1);
            drawn.set(Some((at, at)));
        })
    };
    let onpointermove = {
        let drawn = drawn.clone();
        Callback::from(move |event: PointerEvent| {
            if let Some((from, _)) = *drawn {
                drawn.set(Some((from, at_pointer(&event).min(n - 1))));
            }
        })
    };
    let onpointerup = {
        let (drawn, choose) = (drawn.clone(), choose.clone());
        Callback::from(move |_: PointerEvent| {
            if let Some((from, to)) = *drawn {
                choose(from, to);
            }
        })
    };
    let onpointercancel = {
        let drawn = drawn.clone();
        Callback::from(move |_: PointerEvent| drawn.set(None))
    };
    let slider = |name: String, value: usize, of: fn(usize, usize, usize) -> (usize, usize)| {
        let to_ends = move |event: &yew::Event| dom::number_of(event).map(|at| of(at.min(n - 1), first, last));
        let choose = choose.clone();
        let onchange = Callback::from(move |event: yew::Event| {
            if let Some((from, to)) = to_ends(&event) {
                choose(from, to);
            }
        });
        html! {
            <input class="brush__slider" type="range" min="0" max={(n - 1).to_string()} value={value.to_string()}
                aria-label={name} aria-valuetext={format::date(&bins[value].0)} {onchange} />
        }
    };
    let oninput = {
        let written = written.clone();
        Callback::from(move |event: InputEvent| written.set(Some(dom::value_of(&event))))
    };
    let shown = match &*written {
        Some(written) => written.clone(),
        None => keys.first().filter(|key| DateRange::parse(key).is_some()).cloned().unwrap_or_default(),
    };
    let is_wrong = written.as_ref().is_some_and(|text| !text.trim().is_empty() && DateRange::parse(text).is_none());
    let onsubmit = {
        let (on_dates, written, text) = (on_dates.clone(), written.clone(), shown.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if !is_wrong {
                written.set(None);
                on_dates.emit(text.trim().to_owned());
            }
        })
    };
    let ends = [first, last].map(|at| isolated(&format::date(&bins[at].0)));
    html! {
        <div class="brush">
            <div class="brush__bars" aria-hidden="true" {onpointerdown} {onpointermove} {onpointerup} {onpointercancel}>
                { drawing(&bins, &is_chosen) }
            </div>
            { slider(text!("brush-from"), first, |at, _, last| (at, last.max(at))) }
            { slider(text!("brush-to"), last, |at, first, _| (first.min(at), at)) }
            { element("p", "bars__ends", all(ends.into())) }
            <form {onsubmit}>
                <input class="facet__find" type="text" aria-label={text!("brush-field")} value={shown} {oninput}
                    placeholder="2017-03..2018" autocomplete="off" aria-invalid={is_wrong.to_string()} />
            </form>
            if is_wrong {
                { element("p", "facet__none", words(&text!("brush-wrong"))) }
            }
        </div>
    }
}

/// What the query language calls the time from one bin to another.
fn range_key([from, to]: [&str; 2]) -> String {
    if from == to { from.to_owned() } else { [from, to].join("..") }
}
