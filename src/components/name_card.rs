//! The card of a name: what it is called, what it is said to be, how it was found, and where it leads.

use corpus::Corpus;
use corpus::model::{DocId, EntityId};
use corpus::search::Facet;
use yew::{Callback, Html, html};

use super::element::{all, element, isolated, link, words};
use crate::format;
use crate::view_state::{Choice, ViewState};

/// What the card of a name shows and reports.
#[derive(Clone, Debug)]
pub struct NameCard {
    /// The entity.
    pub entity: EntityId,
    /// The document that is open.
    pub doc: DocId,
    /// Index of the mention it was opened from.
    pub mention: Option<u32>,
    /// What is asked and chosen now.
    pub state: ViewState,
    /// The card was closed.
    pub on_close: Callback<()>,
    /// To the next mention (+1) or the one before (-1) in this document.
    pub on_step: Callback<isize>,
}

/// Id of the card's heading, for focus.
pub const NAME_CARD_ID: &str = "name-card";

/// The card, as a section named by the entity.
pub fn name_card(corpus: &Corpus<'_>, props: &NameCard) -> Html {
    let (Some(entity), Some(document)) = (corpus.entity(props.entity), corpus.document(props.doc)) else {
        return html! {};
    };
    let n_here = document.mentions().filter(|mention| mention.entity() == props.entity).count();
    let from = props.mention.and_then(|number| document.mentions().nth(number as usize));
    let facet = Facet::Entity(entity.kind());
    let state = props.state.with_query("").without_filters();
    let only = state.toggled(facet, entity.slug(), Choice::Include);
    let exclude = props.state.toggled(facet, entity.slug(), Choice::Exclude);
    let mut roles: Vec<&str> = entity.roles().map(|(role, ..)| role).collect();
    roles.dedup();
    let mut kind = format!("{} · {} here", entity.kind().word(), format::count(n_here, "mention", "mentions"));
    if corpus.n_docs() > 1 {
        kind = format!("{kind}, in {}", format::count(entity.n_docs() as usize, "article", "articles"));
    }
    let mut forms = vec![words("Written ")];
    let mut reasons = entity.alias_reasons();
    for (form, n) in entity.aliases() {
        let why = reasons.next().filter(|_| form != entity.name());
        let why = why.map_or_else(String::new, |(reason, confidence)| format::why("; ", reason, confidence));
        forms.push(words(if forms.len() > 1 { ", " } else { "" }));
        forms.push(isolated(&format!("“{form}”")));
        forms.push(words(&format!(" ({n}{why})")));
    }
    for (other, reason, confidence) in entity.possible_same() {
        let Some(other) = corpus.entity(other) else { continue };
        forms.push(words("; perhaps the same as "));
        forms.push(link(props.state.entity(&other).href(), isolated(other.name())));
        forms.push(words(&format::why(": ", reason, confidence)));
    }
    let step = |by: isize| props.on_step.reform(move |_| by);
    html! {
        <section class="name-card" aria-labelledby={NAME_CARD_ID} data-kind={entity.kind().word()}>
            <div class="name-card__head">
                <h2 class="name-card__name" id={NAME_CARD_ID} tabindex="-1" dir="auto">{ entity.name().to_owned() }</h2>
                <button class="name-card__close" type="button" aria-label="Close" onclick={props.on_close.reform(|_| ())}>{ "×" }</button>
            </div>
            { element("p", "name-card__note", words(&kind)) }
            if !roles.is_empty() {
                <ul class="name-card__roles" aria-label="Roles as worded">
                    { for roles.into_iter().map(|role| element("li", "", isolated(role))) }
                </ul>
            }
            { element("p", "name-card__note", all(forms)) }
            if let Some(mention) = from {
                { element("p", "name-card__note", words(&format::why("Found by: ", mention.by(), mention.confidence()))) }
            }
            <p class="name-card__actions">
                { link(props.state.entity(&entity).href(), words("All about it")) }
                if entity.kind().is_name() { { link(props.state.connect(&entity, None).href(), words("Connect with…")) } }
                { link(only.href(), words("Only this")) }
                { link(exclude.href(), words("Exclude")) }
                if n_here > 1 {
                    <button type="button" onclick={step(-1)}>{ "Previous mention" }</button>
                    <button type="button" onclick={step(1)}>{ "Next mention" }</button>
                }
            </p>
        </section>
    }
}
