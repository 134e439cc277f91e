//! What quotations are narrowed by, ordered by and grouped by: choices that are links, and two fields that no link can be.

use corpus::Corpus;
use corpus::model::EntityId;
use corpus::search::{Facet, SaidGroup, Sharing, Unit, speaker_key};
use yew::{Callback, Html, InputEvent, html};

use super::element::{all, element, isolated, list, words};
use crate::dom;
use crate::format;
use crate::hooks::{Entry, Found};
use crate::text;
use crate::view_state::{Choice, ViewState};

/// Speakers that are offered to be set beside each other; narrowing offers others.
const MAX_OFFERED: usize = 300;

/// Speakers that are offered for the words in the field.
const MAX_CALLED: usize = 8;

/// Ids of the fields for two speakers.
const SIDE_IDS: [&str; 2] = ["said-first", "said-second"];

/// What the controls show and report.
#[derive(Debug)]
pub struct SaidControls<'p> {
    /// What is asked, chosen and set.
    pub state: &'p ViewState,
    /// What was found.
    pub found: &'p Found,
    /// What stands in the field.
    pub find: &'p str,
    /// How many quotations there are of all of [`KINDS`], and of each.
    pub counts: [usize; 5],
    /// Who can be set beside another: the quotations by speaker.
    pub speakers: &'p [SaidGroup<'static>],
    /// Who is called by the words in the field, with how many quotations.
    pub called: &'p [(EntityId, usize)],
    /// The two speakers beside each other, where they are chosen.
    pub beside: [Option<EntityId>; 2],
    /// The text in the field was changed.
    pub on_find: Callback<String>,
    /// Goes to another state.
    pub go: &'p Callback<(ViewState, Entry)>,
}

/// The kinds in addresses, and their messages, in the order of their counts.
pub const KINDS: [(&str, &str); 5] = [
    ("", "said-kind-all"),
    ("direct", "said-kind-direct"),
    ("reported", "said-kind-reported"),
    ("unnamed", "said-kind-unnamed"),
    ("not-found", "said-kind-not-found"),
];

const ORDERS: [(&str, &str); 4] = [
    ("", "said-order-newest"),
    ("oldest", "said-order-oldest"),
    ("speaker", "said-order-speaker"),
    ("article", "said-order-article"),
];
/// Those of a single document.
const ORDERS_IN_TEXT: [(&str, &str); 2] = [("", "said-order-text"), ("speaker", "said-order-speaker")];

const GROUPS: [(&str, &str); 3] =
    [("", "said-group-nothing"), ("speaker", "said-group-speaker"), ("topic", "said-group-topic")];

/// The controls, as a group.
pub fn said_controls(props: &SaidControls<'_>) -> Html {
    let state = props.state;
    let oninput = props.on_find.reform(|event: InputEvent| dom::value_of(&event));
    let orders = match props.found.answer.unit() {
        Unit::Document => &ORDERS[..],
        Unit::Passage => &ORDERS_IN_TEXT[..],
    };
    let is_beside = !state.setting("beside").is_empty();
    html! {
        <div class="said-controls" role="group" aria-label={text!("said-controls")}>
            <label class="view__label" for="said-find">{ text!("said-find") }</label>
            <input class="view__field" id="said-find" type="search" value={props.find.to_owned()} {oninput}
                autocomplete="off" spellcheck="false" />
            if !props.called.is_empty() { { called(props) } }
            { choices(state, "said-kind", "kind", &KINDS, Some(&props.counts)) }
            { choices(state, "said-order", "by", orders, None) }
            if !is_beside { { choices(state, "said-group", "group", &GROUPS, None) } }
            if props.speakers.iter().filter(|group| matches!(group.of, Sharing::Entity(_))).count() > 1 || is_beside {
                { beside(props) }
            }
        </div>
    }
}

/// Shows in the fields who is chosen: after a reader chose by hand, the markup no longer says so.
pub fn show_beside(corpus: &Corpus<'_>, beside: [Option<EntityId>; 2]) {
    for (id, entity) in SIDE_IDS.iter().zip(beside) {
        let entity = entity.and_then(|entity| corpus.entity(entity));
        dom::choose(id, &entity.map(|entity| speaker_key(&entity)).unwrap_or_default());
    }
}

/// A labelled row of links, of which one is current.
fn choices(
    state: &ViewState,
    label: &'static str,
    setting: &'static str,
    offered: &[(&str, &str)],
    counts: Option<&[usize; 5]>,
) -> Html {
    let (label, current) = (text!(label), state.setting(setting));
    let is_known = offered.iter().any(|(word, _)| *word == current);
    let item = |(at, (word, name)): (usize, &(&str, &str))| {
        let is_current = *word == current || word.is_empty() && !is_known;
        let mut inside = vec![words(&text!(*name))];
        if let Some(n) = counts.and_then(|counts| counts.get(at)) {
            inside.extend([words(" "), element("span", "choice__count", words(&format::number(*n)))]);
        }
        let href = state.with_setting(setting, word).href();
        html! { <li key={at}><a class="choice" {href} aria-current={is_current.then_some("true")}>{ all(inside) }</a></li> }
    };
    // What there is none of is no choice, unless it was made.
    let is_there = |(at, (word, _)): &(usize, &(&str, &str))| {
        *word == current || word.is_empty() || counts.and_then(|counts| counts.get(*at)).is_none_or(|&n| n > 0)
    };
    let items: Vec<Html> = offered.iter().enumerate().filter(is_there).map(item).collect();
    html! {
        <>
            { element("span", "view__label", words(&label)) }
            <ul class="choices" role="list" aria-label={label.clone()}>{ items }</ul>
        </>
    }
}

/// Links to all that is said by those who are called by the words in the field, and to what all of them say.
fn called(props: &SaidControls<'_>) -> Html {
    let corpus = props.found.answer.corpus();
    let mut bare = props.state.with_setting("find", "").with_setting("beside", "");
    bare.filters.0.remove(&Facet::Speaker);
    let mut of_all = bare.clone();
    let choice = |name: &str, n: usize, href: String| {
        let count = element("span", "choice__count", words(&format::number(n)));
        html! { <a class="choice" {href}>{ isolated(name) }{ " " }{ count }</a> }
    };
    let (mut items, mut n_all) = (Vec::new(), 0);
    for &(entity, n) in props.called.iter().take(MAX_CALLED) {
        let Some(entity) = corpus.entity(entity) else { continue };
        let key = speaker_key(&entity);
        items.push(choice(entity.name(), n, bare.toggled(Facet::Speaker, &key, Choice::Include).href()));
        of_all = of_all.toggled(Facet::Speaker, &key, Choice::Include);
        n_all += n;
    }
    if items.len() > 1 {
        let all = text!("said-by-all", n = items.len());
        items.push(choice(&all, n_all, of_all.href()));
    }
    all(vec![element("span", "view__label", words(&text!("said-by"))), list("choices", items)])
}

/// Two fields to choose speakers in, and a way back.
fn beside(props: &SaidControls<'_>) -> Html {
    let corpus = props.found.answer.corpus();
    // With keys, so that what comes and goes behind the fields does not take the focus from one to the other.
    let mut parts = vec![chooser(props, corpus, 0), chooser(props, corpus, 1)];
    if props.beside.iter().any(Option::is_some) {
        let href = props.state.with_setting("beside", "").href();
        parts.push(html! { <a key="back" class="choice" {href}>{ text!("said-back") }</a> });
    }
    let label = element("span", "view__label", words(&text!("said-beside")));
    all(vec![label, element("div", "said-controls__beside", all(parts))])
}

fn chooser(props: &SaidControls<'_>, corpus: &'static Corpus<'static>, side: usize) -> Html {
    let chosen = props.beside[side];
    let mut offered: Vec<(EntityId, usize)> = Vec::new();
    for group in props.speakers {
        if let Sharing::Entity(entity) = group.of
            && (offered.len() < MAX_OFFERED || props.beside.contains(&Some(entity)))
        {
            offered.push((entity, group.quotations.len()));
        }
    }
    if let Some(chosen) = chosen.filter(|chosen| offered.iter().all(|(known, _)| known != chosen)) {
        offered.push((chosen, 0));
    }
    let option = |&(id, n): &(EntityId, usize)| {
        let entity = corpus.entity(id)?;
        let text = text!("said-speaker-n", name = entity.name(), n = n);
        Some(html! { <option value={speaker_key(&entity)} key={id.0}>{ text }</option> })
    };
    let options: Vec<Html> = offered.iter().filter_map(option).collect();
    let (state, go, both) = (props.state.clone(), props.go.clone(), props.beside);
    let onchange = Callback::from(move |event: yew::Event| {
        let key = |entity: EntityId| corpus.entity(entity).map(|entity| speaker_key(&entity));
        let mut keys = both.map(|entity| entity.and_then(key).unwrap_or_default());
        keys[side] = dom::chosen_in(&event);
        // A choice among the speakers at the left would hide one of the two.
        let mut next = state.clone();
        next.filters.0.remove(&Facet::Speaker);
        go.emit((next.with_setting("beside", keys.join(" ").trim_end()), Entry::Push));
    });
    let (label, none) = match side {
        0 => ("said-first", "said-choose-first"),
        _ => ("said-second", "said-choose-second"),
    };
    html! {
        <select key={SIDE_IDS[side]} class="view__field" id={SIDE_IDS[side]} aria-label={text!(label)} {onchange}>
            <option value="">{ text!(none) }</option>
            { options }
        </select>
    }
}
