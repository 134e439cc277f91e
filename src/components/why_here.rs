//! Why a document stands where it does among the results.

use corpus::query::TermClause;
use corpus::search::{Explanation, Hit, Share, What};
use yew::{Callback, Html, Properties, component, html, use_state_eq};

use super::element::{all, element, isolated, list, words};
use crate::format;
use crate::hooks::Found;
use crate::{rich, text};

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
            <button class="why__button" type="button" aria-expanded={is_open.to_string()} {onclick}>{ text!("why-here") }</button>
            if *is_open { { reasons(&props.found.answer.explain(&props.hit)) } }
        </div>
    }
}

fn reasons(explanation: &Explanation) -> Html {
    let total: f32 = explanation.shares.iter().map(|share| share.score).sum();
    // Whole numbers: what writes fractions would make the program larger.
    let percent = |score: f32| text!("percent", n = (score / total.max(f32::MIN_POSITIVE) * 100.0).round() as u32);
    let reason = |what: Html, score: f32| {
        all(vec![element("span", "why__reason", what), element("span", "why__share", words(&percent(score)))])
    };
    let (mut reasons, mut added, mut added_score) = (Vec::new(), Vec::new(), 0.0);
    for share in &explanation.shares {
        match &share.what {
            What::Asked(term) => reasons.push(reason(said(term, share, explanation.n_units), share.score)),
            What::Added(word) => {
                added.push(word.as_str());
                added_score += share.score;
            }
        }
    }
    if !added.is_empty() {
        reasons.push(reason(rich!("why-added", words = isolated(&added.join(", "))), added_score));
    }
    let (len, mean) = (explanation.body_len as usize, explanation.mean_body_len as usize);
    let message = if len <= mean { "why-length-more" } else { "why-length-less" };
    let length = text!(message, words = text!("n-words", n = len), mean = mean);
    all(vec![list("why__reasons", reasons), element("p", "why__length", words(&length))])
}

/// How often something stands in the document, as what, and in how many others.
fn said(term: &TermClause, share: &Share, n_units: u32) -> Html {
    let mut facts = Vec::new();
    for (n, message) in [(share.n_headline, "why-in-headline"), (share.n_body, "why-in-text")] {
        if n > 0 {
            facts.push(text!(message, times = text!("times", n = n)));
        }
    }
    if share.score == 0.0 {
        facts.push(text!("why-not-here"));
    }
    let forms: Vec<&str> = share.forms.iter().map(|form| form.text.as_str()).collect();
    if share.forms.iter().any(|form| !form.is_exact) {
        facts.push(text!("why-as", forms = forms.join(", ")));
    }
    facts.push(text!("why-in", n = share.n_units, articles = format::articles(n_units as usize)));
    rich!("why-share", what = isolated(&format::term(term)), facts = facts.join(", "))
}
