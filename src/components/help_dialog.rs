//! Help: the query language, the keys, and a switch that turns single keys off.

use yew::{Callback, Html, Properties, component, html, use_effect_with};

use super::element::{all, element, words};
use crate::dom;
use crate::text;

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

/// Queries, and the messages that say what they ask.
const QUERY_LINES: &[(&str, &str)] = &[
    ("decree telegram", "help-words"),
    ("\"social media\"", "help-phrase"),
    ("decree OR memo", "help-or"),
    ("telegram -twitter", "help-not"),
    ("(memo OR decree) ISIS", "help-brackets"),
    ("radical*, *stan, r?d", "help-wildcards"),
    ("decree~", "help-fuzzy"),
    ("ban NEAR/5 telegram", "help-near"),
    ("person:Stalinsky NEAR/s ISIS", "help-near-sentence"),
    ("date:2017..2018", "help-date"),
    ("/jihad(ist|i)s?/", "help-regex"),
    ("title:forbids", "help-in-title"),
    ("person:Stalinsky", "help-name"),
    ("says:Stalinsky", "help-says"),
    ("source:Today", "help-source"),
    ("is:unread", "help-is"),
    ("tag:check", "help-tag"),
    ("\\-minus", "help-escape"),
];

/// Keys, or the messages that name them, and those that say what they do.
const KEY_LINES: &[(&str, &str)] = &[
    ("key-search", "help-key-search"),
    ("key-arrows", "help-key-arrows"),
    ("key-enter", "help-key-enter"),
    ("j, k", "help-key-jk"),
    ("o", "help-key-o"),
    ("n, N", "help-key-n"),
    ("f", "help-key-f"),
    ("e, q", "help-key-eq"),
    ("c", "help-key-c"),
    ("s", "help-key-s"),
    ("y, Y", "help-key-y"),
    ("x", "help-key-x"),
    ("key-escape", "help-key-escape"),
    ("?", "help-key-help"),
];

#[component]
pub fn HelpDialog(props: &HelpDialogProps) -> Html {
    use_effect_with(props.is_open, |&is_open| dom::set_dialog_open(DIALOG_ID, is_open));
    let list = |lines: &[(&str, &str)]| -> Html {
        let line = |&(key, what): &(&str, &str)| {
            let key = if key.starts_with("key-") { text!(key) } else { key.to_owned() };
            let key = element("dt", "", element("code", "", words(&key)));
            element("div", "", all(vec![key, element("dd", "", words(&text!(what)))]))
        };
        element("dl", "help__list", all(lines.iter().map(line).collect()))
    };
    let single_keys = props.single_keys;
    html! {
        <dialog class="help" id={DIALOG_ID} aria-labelledby="help-title" onclose={props.on_close.reform(|_| ())}>
            <div class="help__head">
                <h2 class="help__title" id="help-title">{ text!("help-title") }</h2>
                <button class="help__close" type="button" aria-label={text!("help-close")} onclick={props.on_close.reform(|_| ())}>{ "×" }</button>
            </div>
            <h3>{ text!("help-typed") }</h3>
            { list(QUERY_LINES) }
            <h3>{ text!("help-keys") }</h3>
            { list(KEY_LINES) }
            <label class="help__switch">
                <input type="checkbox" checked={single_keys} onchange={props.on_single_keys.reform(move |_| !single_keys)} />
                { " " }{ text!("help-single-keys") }
            </label>
        </dialog>
    }
}
