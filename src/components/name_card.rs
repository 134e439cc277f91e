//! The card of a name: what it is called, what it is said to be, how it was found, and where it leads.

use corpus::Corpus;
use corpus::model::{DocId, EntityId};
use corpus::search::Facet;
use yew::{Callback, Html, html};

use super::correct_name::CorrectName;
use super::element::{element, isolated, link, words};
use crate::format;
use crate::view_state::{Choice, ViewState};
use crate::{rich, text};

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
    let (kind, mentions) = (format::kind(entity.kind()), text!("n-mentions", n = n_here));
    let kind = match corpus.n_docs() {
        1 => text!("card-here", kind = kind, mentions = mentions),
        _ => {
            let articles = format::articles(entity.n_docs() as usize);
            text!("card-here-in", kind = kind, mentions = mentions, articles = articles)
        }
    };
    let mut reasons = entity.alias_reasons();
    let form = |(form, n): (&str, u32)| match reasons.next().filter(|_| form != entity.name()) {
        Some((reason, confidence)) => {
            rich!("card-form-why", form = isolated(form), n = n, why = format::why(reason, confidence))
        }
        None => rich!("card-form", form = isolated(form), n = n),
    };
    let forms: Vec<Html> = entity.aliases().map(form).collect();
    let mut forms = rich!("card-written", forms = format::enumerated(forms, "list-comma"));
    for (other, reason, confidence) in entity.possible_same() {
        let Some(other) = corpus.entity(other) else { continue };
        let name = link(props.state.entity(&other).href(), isolated(other.name()));
        forms = rich!("card-same", before = forms, name = name, why = format::why(reason, confidence));
    }
    let step = |by: isize| props.on_step.reform(move |_| by);
    html! {
        <section class="name-card" aria-labelledby={NAME_CARD_ID} data-kind={entity.kind().word()}>
            <div class="name-card__head">
                <h2 class="name-card__name" id={NAME_CARD_ID} tabindex="-1" dir="auto">{ entity.name().to_owned() }</h2>
                <button class="name-card__close" type="button" aria-label={text!("card-close")} onclick={props.on_close.reform(|_| ())}>{ "×" }</button>
            </div>
            { element("p", "name-card__note", words(&kind)) }
            if !roles.is_empty() {
                <ul class="name-card__roles" aria-label={text!("card-roles")}>
                    { for roles.into_iter().map(|role| element("li", "", isolated(role))) }
                </ul>
            }
            { element("p", "name-card__note", forms) }
            if let Some(mention) = from {
                { element("p", "name-card__note", words(&text!("found-by", why = format::why(mention.by(), mention.confidence())))) }
            }
            <p class="name-card__actions">
                { link(props.state.entity(&entity).href(), words(&text!("card-all"))) }
                if entity.kind().is_name() { { link(props.state.connect(&entity, None).href(), words(&text!("connect-with"))) } }
                { link(only.href(), words(&text!("card-only"))) }
                { link(exclude.href(), words(&text!("card-exclude"))) }
                if n_here > 1 {
                    <button type="button" onclick={step(-1)}>{ text!("card-previous") }</button>
                    <button type="button" onclick={step(1)}>{ text!("card-next") }</button>
                }
            </p>
            <CorrectName key={props.entity.0} entity={props.entity} doc={props.doc} />
        </section>
    }
}
