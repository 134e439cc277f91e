//! One facet: its values with counts, to include and to exclude.

use corpus::search::{Facet, FacetValue, Unit};
use corpus::sort;
use yew::{
    Callback, FocusEvent, Html, InputEvent, Properties, classes, component, html, use_callback, use_mut_ref,
    use_node_ref, use_state, use_state_eq,
};

use super::DateBrush;
use super::later::MayWait;
use super::result_list::PAGE;
use crate::dom;
use crate::format;
use crate::hooks::Found;
use crate::text;
use crate::view_state::{Choice, ViewState};

/// Values shown before "show more", and the number above which a field to find one appears.
pub const FEW: usize = 10;
/// Values that "show more" adds.
const MORE: usize = 50;

#[derive(Clone, Debug, PartialEq, Properties)]
pub struct FacetGroupProps {
    /// The facet.
    pub facet: Facet,
    /// The hits that it counts.
    pub hits: Found,
    /// What is chosen now.
    pub state: ViewState,
    /// A value was included, or taken back.
    pub on_toggle: Callback<(Facet, String)>,
    /// Dates were chosen, as the query language writes them.
    pub on_dates: Callback<String>,
    /// Whether it may be seen without scrolling.
    #[prop_or(true)]
    pub is_seen: bool,
}

impl MayWait for FacetGroupProps {
    /// Few hits are drawn fast.
    fn may_wait(&self) -> bool {
        !self.is_seen && self.hits.answer.hits.len() > PAGE
    }
}

/// A disclosure with one checkbox and one way to exclude per value. While the pointer or the focus is inside, the
/// order stays as it is, so that nothing moves away from under a finger.
#[component]
pub fn FacetGroup(props: &FacetGroupProps) -> Html {
    let FacetGroupProps { facet, hits, state, on_toggle, on_dates, is_seen: _ } = props;
    let facet = *facet;
    let is_open = use_state_eq(|| true);
    let is_pointed = use_state_eq(|| false);
    let is_focused = use_state_eq(|| false);
    let group = use_node_ref();
    let n_shown = use_state_eq(|| FEW);
    let wanted = use_state(String::new);
    let order = use_mut_ref(Vec::<(String, usize)>::new);

    // How many values fit what is typed is known only of those that are asked for.
    let counts = hits.facet(facet, &wanted, *n_shown + if wanted.is_empty() { 1 } else { MORE });
    let matching = in_order(&counts.values, &mut order.borrow_mut(), *is_pointed || *is_focused);
    let n_active = state.filters.selection(facet).map_or(0, |chosen| chosen.include.len() + chosen.exclude.len());
    let (title, word) = (format::facet(facet), facet.word());
    let list_id = format!("facet-{word}");

    let point = |inside: bool| {
        let is_pointed = is_pointed.clone();
        move |_| is_pointed.set(inside)
    };
    let focus = {
        let is_focused = is_focused.clone();
        move |_| is_focused.set(true)
    };
    let blur = {
        let group = group.clone();
        // From one value to another, the focus does not leave.
        move |event: FocusEvent| is_focused.set(dom::focus::goes_within(&event, &group))
    };
    let toggle_open = {
        let is_open = is_open.clone();
        Callback::from(move |_| is_open.set(!*is_open))
    };
    let show_more = {
        let n_shown = n_shown.clone();
        Callback::from(move |_| n_shown.set(*n_shown + MORE))
    };
    let find = use_callback(wanted.setter(), |event: InputEvent, wanted| wanted.set(dom::value_of(&event)));
    let unit = hits.answer.unit();
    let n_fitting = if wanted.is_empty() { counts.n_values.max(matching.len()) } else { matching.len() };
    let row = |&(slot, value): &(usize, &FacetValue)| facet_value(slot, value, facet, state, unit, on_toggle);
    html! {
        <div class="facet" role="group" aria-label={title.clone()} ref={group}
            onmouseenter={point(true)} onmouseleave={point(false)} onfocusin={focus} onfocusout={blur}>
            <h3>
                <button class="facet__disclosure" type="button" aria-expanded={is_open.to_string()}
                    aria-controls={list_id.clone()} onclick={toggle_open}>
                    { title.clone() }
                    <span class="facet__total">
                        if n_active > 0 && !*is_open { { text!("facet-chosen", n = n_active) } } else { { format::number(counts.n_values) } }
                    </span>
                </button>
            </h3>
            <div id={list_id} hidden={!*is_open}>
                if facet == Facet::Date {
                    <DateBrush hits={hits.clone()} state={state.clone()} {on_dates} />
                }
                if counts.n_values > FEW {
                    <input class="facet__find" type="search" aria-label={text!("facet-find-in", facet = title)}
                        placeholder={text!("facet-find")} value={(*wanted).clone()} oninput={find} />
                }
                <ul role="list">{ for matching.iter().take(*n_shown).map(row) }</ul>
                if matching.len() > *n_shown {
                    <button class="facet__more" type="button" onclick={show_more}>
                        { text!("facet-more", n = MORE.min(n_fitting - *n_shown)) }
                    </button>
                }
                if matching.is_empty() { <p class="facet__none">{ text!("facet-none") }</p> }
            </div>
        </div>
    }
}

/// The values in the order of the corpus, or while the group is held in the order in which they were last; each with the
/// number of its element. Elements are used again for other values, as that is much faster than to make them, but for
/// those of a group that is held: there, focus and finger are on a value.
fn in_order<'v>(
    values: &'v [FacetValue],
    order: &mut Vec<(String, usize)>,
    is_held: bool,
) -> Vec<(usize, &'v FacetValue)> {
    let mut sorted: Vec<&FacetValue> = values.iter().collect();
    let known = |value: &FacetValue| order.iter().position(|(key, _)| *key == value.key);
    let numbered: Vec<(usize, &FacetValue)> = if is_held {
        sort::by_key(&mut sorted, |value| known(value).unwrap_or(usize::MAX));
        let mut next = order.iter().map(|&(_, slot)| slot + 1).max().unwrap_or(0)..;
        let mut slot = |value| known(value).map(|at| order[at].1).or_else(|| next.next()).unwrap_or_default();
        sorted.into_iter().map(|value| (slot(value), value)).collect()
    } else {
        sorted.into_iter().enumerate().collect()
    };
    *order = numbered.iter().map(|&(slot, value)| (value.key.clone(), slot)).collect();
    numbered
}

fn facet_value(
    slot: usize,
    value: &FacetValue,
    facet: Facet,
    state: &ViewState,
    unit: Unit,
    on_toggle: &Callback<(Facet, String)>,
) -> Html {
    let choice = state.choice(facet, &value.key);
    // In a list of ids, a space would part it.
    let key: String = form_urlencoded::byte_serialize(value.key.as_bytes()).collect();
    let id = format!("{}-{key}", facet.word());
    let onchange = {
        let key = value.key.clone();
        on_toggle.reform(move |_| (facet, key.clone()))
    };
    let is_excluded = choice == Some(Choice::Exclude);
    // The number is seen; what it counts is only heard.
    let number = format::number(value.count as usize);
    let counted = format::units(unit, value.count as usize).replacen(&number, "", 1);
    html! {
        <li key={slot} class={classes!("facet-value", (value.count == 0).then_some("facet-value--empty"))}
            data-choice={choice.map(|choice| if choice == Choice::Exclude { "exclude" } else { "include" })}>
            <input class="facet-value__box" type="checkbox" id={id.clone()} checked={choice == Some(Choice::Include)}
                aria-describedby={format!("{id}-count")} {onchange} />
            <label class="facet-value__label" for={id.clone()} dir="auto">{ &value.label }</label>
            <span class="facet-value__count" id={format!("{id}-count")}>
                { number }
                <span class="visually-hidden">{ counted }</span>
            </span>
            { exclude_link(state.toggled(facet, &value.key, Choice::Exclude).href(), is_excluded, &value.label) }
        </li>
    }
}

/// A link that excludes a value of a filter, or no longer does.
pub fn exclude_link(href: String, is_excluded: bool, label: &str) -> Html {
    html! {
        <a class="facet-value__not" {href} title={text!(if is_excluded { "facet-stop-excluding" } else { "facet-exclude" })}>
            { text!(if is_excluded { "facet-excluded" } else { "facet-not" }) }<span class="visually-hidden">{ " " }{ label }</span>
        </a>
    }
}
