//! Why a document stands where it does among the results.

use corpus::search::{Explanation, Hit, Share};
use yew::{Callback, Html, Properties, component, html, use_state_eq};

use super::element::{all, element, isolated, list, words};
use crate::format;
use crate::hooks::Found;

#[derive(Clone, Debug, PartialEq, Properties)]
pub struct WhyHereProps {
    /// What was found.
    pub found: Found,
    /// The hit that is explained.
    pub hit: Hit,
}

/// A button that unfolds what the place of a hit comes from. Nothing is computed before.
#[component]
pub fn WhyHere(props: &WhyHereProps) -> Html {
    let is_open = use_state_eq(|| false);
    let onclick = {
        let is_open = is_open.clone();
        Callback::from(move |_| is_open.set(!*is_open))
    };
    html! {
        <div class="why">
            <button class="why__button" type="button" aria-expanded={is_open.to_string()} {onclick}>{ "Why here?" }</button>
            if *is_open { { reasons(&props.found.answer.explain(&props.hit)) } }
        </div>
    }
}

fn reasons(explanation: &Explanation) -> Html {
    let total: f32 = explanation.shares.iter().map(|share| share.score).sum();
    // Whole numbers: what writes fractions would make the program larger.
    let percent = |score: f32| format!("{} %", (score / total.max(f32::MIN_POSITIVE) * 100.0).round() as u32);
    let reason = |what: Html, score: f32| {
        all(vec![element("span", "why__reason", what), element("span", "why__share", words(&percent(score)))])
    };
    let (added, asked): (Vec<&Share>, Vec<&Share>) = explanation.shares.iter().partition(|share| share.is_added);
    let mut reasons: Vec<Html> =
        asked.into_iter().map(|share| reason(said(share, explanation.n_units), share.score)).collect();
    if !added.is_empty() {
        let named: Vec<&str> = added.iter().map(|share| share.what.as_str()).collect();
        let score = added.iter().map(|share| share.score).sum();
        let lead = words("Words that the best articles share: ");
        reasons.push(reason(all(vec![lead, isolated(&named.join(", "))]), score));
    }
    let (len, mean) = (explanation.body_len as usize, explanation.mean_body_len as usize);
    let of_len =
        if len <= mean { "so that each word counts a little more." } else { "so that each word counts a little less." };
    let length =
        format!("About {} long, {} on average, {of_len}", format::count(len, "word", "words"), format::number(mean));
    all(vec![list("why__reasons", reasons), element("p", "why__length", words(&length))])
}

/// How often something stands in the document, as what, and in how many others.
fn said(share: &Share, n_units: u32) -> Html {
    let mut parts = Vec::new();
    for (n, place) in [(share.n_headline, "in the headline"), (share.n_body, "in the text")] {
        if n > 0 {
            parts.push(format!("{} {place}", times(n)));
        }
    }
    if share.score == 0.0 {
        parts.push("not here".to_owned());
    }
    let forms: Vec<&str> = share.forms.iter().map(|form| form.text.as_str()).collect();
    if share.forms.iter().any(|form| !form.is_exact) {
        parts.push(format!("as {}", forms.join(", ")));
    }
    parts.push(format!(
        "in {} of {}",
        format::number(share.n_units as usize),
        format::count(n_units as usize, "article", "articles")
    ));
    all(vec![isolated(&share.what), words(": "), words(&parts.join(", "))])
}

fn times(n: u32) -> String {
    match n {
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        n => format!("{} times", format::number(n as usize)),
    }
}
