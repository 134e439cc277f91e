//! Chains of names: each as a line, and its links with their sentences when it is opened.

use std::rc::Rc;

use corpus::Corpus;
use corpus::links::{Chain, Within};
use corpus::model::EntityId;
use yew::{Html, Properties, component, html, use_state_eq};

use super::element::{all, element, isolated, link, words};
use super::evidence::evidence;
use crate::hooks::{use_library, use_unfolded};
use crate::view_state::ViewState;
use crate::{rich, text};

#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ChainListProps {
    /// The chains, the best first.
    pub chains: Rc<[Chain]>,
    /// The documents that count.
    pub within: Option<Rc<[bool]>>,
    /// What links start from.
    pub state: ViewState,
}

/// Chains before "show more", and the number that it adds.
const PAGE: usize = 10;
/// Sentences of a link.
const FEW: usize = 3;
/// Documents that are read for the sentences of a link.
const MAX_DOCS: usize = 200;

/// The list.
#[component]
pub fn ChainList(props: &ChainListProps) -> Html {
    let n_shown = use_state_eq(|| PAGE);
    let chain = |chain: &Chain| {
        let key = chain.names().map(|name| name.0.to_string()).collect::<Vec<_>>().join("-");
        let (chain, within, state) = (chain.clone(), props.within.clone(), props.state.clone());
        html! { <li {key}><ChainEntry {chain} {within} {state} /></li> }
    };
    let n_left = props.chains.len().saturating_sub(*n_shown);
    let show_more = {
        let n_shown = n_shown.clone();
        move |_| n_shown.set(*n_shown + PAGE)
    };
    html! {
        <>
            <ol class="chains" role="list" aria-label={text!("chains")}>{ for props.chains.iter().take(*n_shown).map(chain) }</ol>
            if n_left > 0 {
                <button class="results__more" type="button" onclick={show_more}>
                    { text!("show-more", n = n_left.min(PAGE), all = props.chains.len()) }
                </button>
            }
        </>
    }
}

#[derive(Clone, Debug, PartialEq, Properties)]
struct ChainEntryProps {
    chain: Chain,
    within: Option<Rc<[bool]>>,
    state: ViewState,
}

/// One chain. Its sentences are read when it is opened.
#[component]
fn ChainEntry(props: &ChainEntryProps) -> Html {
    let corpus = use_library().corpus();
    let (is_open, ontoggle) = use_unfolded();
    let chain = &props.chain;
    let weakest = chain.weakest();
    let mut line = vec![name(corpus, chain.from)];
    for (at, hop) in chain.hops.iter().enumerate() {
        let n = text!("n-sentences", n = hop.n_sentences);
        let n = if at == weakest { text!("chain-weakest", sentences = n) } else { n };
        line.push(html! { <span class="chain__hop" data-weakest={(at == weakest).to_string()}>{ n }</span> });
        line.push(name(corpus, hop.to));
    }
    html! {
        <details class="chain" {ontoggle}>
            <summary class="chain__names">{ all(line) }</summary>
            if is_open { { hops(corpus, chain, props.within.as_deref(), &props.state) } }
        </details>
    }
}

fn name(corpus: &Corpus<'_>, entity: EntityId) -> Html {
    let Some(entity) = corpus.entity(entity) else { return html! {} };
    html! { <bdi class="name" data-kind={entity.kind().word()}>{ entity.name().to_owned() }</bdi> }
}

/// Each link of a chain with its first sentences.
fn hops(corpus: &Corpus<'_>, chain: &Chain, within: Within<'_>, state: &ViewState) -> Html {
    let names: Vec<EntityId> = chain.names().collect();
    let weakest = chain.weakest();
    let hop = |(at, pair): (usize, &[EntityId])| {
        let (one, other) = (corpus.entity(pair[0])?, corpus.entity(pair[1])?);
        let together = corpus.together(pair[0], pair[1], within, MAX_DOCS);
        let title = rich!("connect-both", one = isolated(one.name()), other = isolated(other.name()));
        let mut heading = link(state.connect(&one, Some(&other)).href(), title);
        if at == weakest {
            let note = element("span", "about__why", words(&text!("chain-weakest-note")));
            heading = rich!("chain-weakest-pair", pair = heading, note = note);
        }
        let sentences = evidence(corpus, &together, &together.sentences, [pair[0], pair[1]], state, FEW);
        Some(all(vec![element("h3", "chain__pair", heading), sentences]))
    };
    all(names.windows(2).enumerate().filter_map(hop).collect())
}
