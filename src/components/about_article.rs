//! Beside an article: the names in it, its quotations, its dates, what was left out, and where it comes from.

use corpus::DocumentView;
use corpus::model::{BlockKind, EntityId, EntityKind, QuotationKind};
use corpus::search::Facet;
use yew::{Callback, Html, html};

use super::article_text::speaker_words;
use crate::format;
use crate::view_state::ViewState;

/// The side panel of a document. `state` is what is asked and chosen, to be kept in links.
pub fn about_article(document: &DocumentView<'_>, state: &ViewState, on_name: &Callback<EntityId>) -> Html {
    html! {
        <>
            { names(document, on_name) }
            { quotations(document, state) }
            { dates(document) }
            { origin(document) }
        </>
    }
}

fn section(title: &str, inside: Html) -> Html {
    html! { <section class="about__section"><h2 class="about__title">{ title.to_owned() }</h2>{ inside }</section> }
}

fn names(document: &DocumentView<'_>, on_name: &Callback<EntityId>) -> Html {
    let mut counts = vec![0usize; document.corpus().n_entities() as usize];
    for mention in document.mentions() {
        if let Some(count) = counts.get_mut(mention.entity().0 as usize) {
            *count += 1;
        }
    }
    if counts.iter().all(|&count| count == 0) {
        return section(
            "Names in this article",
            html! { <p class="about__none">{ "No names were found in its text." }</p> },
        );
    }
    let of_kind = |&kind: &EntityKind| {
        let named = (0..).zip(&counts).filter(|&(_, &n)| n > 0);
        let entities = named.filter_map(|(id, &n)| Some((document.corpus().entity(EntityId(id))?, n)));
        let mut entities: Vec<_> = entities.filter(|(entity, _)| entity.kind() == kind).collect();
        corpus::sort::by_key(&mut entities, |(entity, n)| (std::cmp::Reverse(*n), entity.name()));
        if entities.is_empty() {
            return html! {};
        }
        html! {
            <>
                <h3 class="about__kind">{ format::facet(Facet::Entity(kind)) }</h3>
                <ul class="about__names" role="list">
                    { for entities.into_iter().map(|(entity, n)| {
                        let id = entity.id();
                        html! {
                            <li>
                                <button class="name name--listed" type="button" data-kind={kind.word()} dir="auto"
                                    onclick={on_name.reform(move |_| id)}>{ entity.name().to_owned() }</button>
                                <span class="about__count">{ n }</span>
                            </li>
                        }
                    }) }
                </ul>
            </>
        }
    };
    section("Names in this article", EntityKind::ALL.iter().map(of_kind).collect())
}

fn quotations(document: &DocumentView<'_>, state: &ViewState) -> Html {
    let quotations: Vec<_> = document.quotations().collect();
    if quotations.is_empty() {
        return html! {};
    }
    let item = |quotation: &corpus::QuotationView<'_>| {
        let sentence = document.sentence_at(quotation.span().start()).map(|sentence| sentence.id());
        let href = ViewState { sentence, ..state.article(document) }.href();
        let words = format::shortened(document.slice(quotation.span()), 110);
        let kind = if quotation.kind() == QuotationKind::Indirect { ", reported" } else { "" };
        html! {
            <li class="about__quotation">
                <p class="about__speaker"><bdi>{ speaker_words(document, quotation) }</bdi>{ kind }</p>
                <a href={href} dir="auto">{ words }</a>
            </li>
        }
    };
    let title = format!("Quotations ({})", quotations.len());
    section(&title, html! { <ul role="list">{ for quotations.iter().map(item) }</ul> })
}

fn dates(document: &DocumentView<'_>) -> Html {
    let dates: Vec<_> = document.dates().collect();
    let item = |date: &corpus::DateView<'_>| {
        html! {
            <li>
                <time datetime={date.value().to_owned()}>{ format::date(date.value()) }</time>
                { format!(", {}", format::date_kind(date.kind())) }
                <span class="about__why">{ format!(" ({})", date.by()) }</span>
            </li>
        }
    };
    if dates.is_empty() {
        return section("Dates", html! { <p class="about__none">{ "No date was found." }</p> });
    }
    section("Dates", html! { <ul class="about__dates" role="list">{ for dates.iter().map(item) }</ul> })
}

fn origin(document: &DocumentView<'_>) -> Html {
    let sha256: String = document.sha256().iter().map(|byte| format!("{byte:02x}")).collect();
    let n_left_out = document.blocks().filter(|block| block.kind() == BlockKind::Furniture).count();
    let row = |name: &str, value: Html| html! { <div><dt>{ name.to_owned() }</dt><dd>{ value }</dd></div> };
    let text = |value: &str| html! { <bdi>{ value.to_owned() }</bdi> };
    let inside = html! {
        <dl class="about__origin">
            { row("File", text(document.path())) }
            { row("Read as", text(document.format().word())) }
            if !document.language().is_empty() { { row("Language", text(document.language())) } }
            { row("Left out", html! { { format::count(n_left_out, "passage", "passages") } }) }
            { row("SHA-256", html! { <code title={sha256.clone()}>{ format!("{}…", &sha256[..16]) }</code> }) }
        </dl>
    };
    section("Where it comes from", inside)
}
