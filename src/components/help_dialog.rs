//! Help: the query language, the keys, and a switch that turns single keys off.

use yew::{Callback, Html, Properties, component, html, use_effect_with};

use super::element::{all, element, words};
use crate::dom;

#[derive(Clone, Debug, PartialEq, Properties)]
pub struct HelpDialogProps {
    /// Whether it is open.
    pub is_open: bool,
    /// Whether single keys act as shortcuts.
    pub single_keys: bool,
    /// It was closed.
    pub on_close: Callback<()>,
    /// Single keys were turned on or off.
    pub on_single_keys: Callback<bool>,
}

const DIALOG_ID: &str = "help";

const QUERY_LINES: &[(&str, &str)] = &[
    ("decree telegram", "both words, in any form: decrees, decreed"),
    ("\"social media\"", "these words next to each other"),
    ("decree OR memo", "one or the other, in capitals"),
    ("telegram -twitter", "without a word; NOT twitter says the same"),
    ("(memo OR decree) ISIS", "brackets"),
    ("radical*, *stan, r?d", "any letters, or one; the last word you type is a beginning by itself"),
    ("decree~", "words spelled nearly so"),
    ("ban NEAR/5 telegram", "within five words of each other; \"ban telegram\"~5 says the same"),
    ("person:Stalinsky NEAR/s ISIS", "in one sentence; NEAR/p in one paragraph"),
    ("date:2017..2018", "published then; also date:2022-09 and date:>=2022"),
    ("/jihad(ist|i)s?/", "a regular expression"),
    ("title:forbids", "in the headline only; text: leaves it out"),
    ("person:Stalinsky", "a name under all its forms; also org: place: group: product: event: role:"),
    ("says:Stalinsky", "what somebody is quoted with"),
    ("source:Today", "the outlet"),
    ("is:unread", "articles that you did not open; also is:read, is:kept, is:new"),
    ("tag:check", "articles with #check in your notes"),
    ("\\-minus", "the sign itself, not what it means"),
];

const KEY_LINES: &[(&str, &str)] = &[
    ("/ or Ctrl K", "to the search box"),
    ("Down, Up", "in the box: through what is offered; Enter takes it, Esc closes the list"),
    ("Enter", "keeps the search in the history"),
    ("j, k", "next, previous result, name or article"),
    ("o", "opens the result"),
    ("n, N", "next, previous hit"),
    ("f", "filters"),
    ("e, q", "names, quotations in this article"),
    ("c", "how names are connected: of an open card or profile, those of that name"),
    ("s", "keeps the article in the notebook"),
    ("y, Y", "copies a link to the sentence; the sentence with its source"),
    ("x", "shows or folds what was left out"),
    ("Esc", "closes, clears, goes back to the results"),
    ("?", "this list"),
];

#[component]
pub fn HelpDialog(props: &HelpDialogProps) -> Html {
    use_effect_with(props.is_open, |&is_open| dom::set_dialog_open(DIALOG_ID, is_open));
    let list = |lines: &[(&str, &str)]| -> Html {
        let line = |&(key, what): &(&str, &str)| {
            let key = element("dt", "", element("code", "", words(key)));
            element("div", "", all(vec![key, element("dd", "", words(what))]))
        };
        element("dl", "help__list", all(lines.iter().map(line).collect()))
    };
    let single_keys = props.single_keys;
    html! {
        <dialog class="help" id={DIALOG_ID} aria-labelledby="help-title" onclose={props.on_close.reform(|_| ())}>
            <div class="help__head">
                <h2 class="help__title" id="help-title">{ "Help" }</h2>
                <button class="help__close" type="button" aria-label="Close help" onclick={props.on_close.reform(|_| ())}>{ "×" }</button>
            </div>
            <h3>{ "What can be typed" }</h3>
            { list(QUERY_LINES) }
            <h3>{ "Keys" }</h3>
            { list(KEY_LINES) }
            <label class="help__switch">
                <input type="checkbox" checked={single_keys} onchange={props.on_single_keys.reform(move |_| !single_keys)} />
                { " Single keys are shortcuts" }
            </label>
        </dialog>
    }
}
