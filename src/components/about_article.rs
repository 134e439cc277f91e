//! Beside an article: who else tells its story, the names in it, its quotations, its dates, and where it comes from.

use corpus::model::{BlockKind, DateKind, EntityId, EntityKind, QuotationKind};
use corpus::search::Facet;
use corpus::{DateView, DocumentView};
use yew::{Callback, Html, html};

use super::after_article::{likeness, outlet_and_date};
use super::article_text::speaker_words;
use super::correct_document::CorrectDate;
use super::correct_speaker::CorrectSpeaker;
use super::element::{all, element, isolated, link, list, name_button, short_list, words};
use super::take_away::{Offer, take_away};
use crate::format;
use crate::tables;
use crate::view_state::ViewState;
use crate::{rich, text};

/// Dates, and documents of the same story, that are listed before the others are asked for.
const FEW: usize = 10;

/// The side panel of a document. `state` is what is asked and chosen, to be kept in links.
pub fn about_article(document: &DocumentView<'static>, state: &ViewState, on_name: &Callback<EntityId>) -> Html {
    all(vec![
        same_story(document, state),
        names(document, on_name),
        quotations(document, state),
        dates(document, state),
        origin(document),
        cite(*document, state),
    ])
}

/// The article as a reference.
fn cite(document: DocumentView<'static>, state: &ViewState) -> Html {
    let own = state.clone();
    take_away(document.title(), Offer::of_citations(move || vec![tables::citation(&document, &own)]))
}

fn section(title: String, inside: Html) -> Html {
    element("section", "about__section", all(vec![element("h2", "about__title", words(&title)), inside]))
}

fn none(said: String) -> Html {
    element("p", "about__none", words(&said))
}

/// The other documents that tell the story; what differs stands after the article.
fn same_story(document: &DocumentView<'_>, state: &ViewState) -> Html {
    let copies = document.copies().filter_map(|copy| {
        let other = document.corpus().document(copy.doc())?;
        let headline = link(state.article(&other).href(), isolated(other.title()));
        Some(all(vec![headline, outlet_and_date(&other, Some(&likeness(&copy)))]))
    });
    let copies: Vec<Html> = copies.collect();
    if copies.is_empty() {
        return html! {};
    }
    section(text!("about-same", n = copies.len()), short_list("about__copies", copies, FEW))
}

fn names(document: &DocumentView<'_>, on_name: &Callback<EntityId>) -> Html {
    let mut counts = vec![0usize; document.corpus().n_entities() as usize];
    for mention in document.mentions() {
        if let Some(count) = counts.get_mut(mention.entity().0 as usize) {
            *count += 1;
        }
    }
    let mut parts = Vec::new();
    for &kind in EntityKind::ALL {
        let named = (0..).zip(&counts).filter(|&(_, &n)| n > 0);
        let entities = named.filter_map(|(id, &n)| Some((document.corpus().entity(EntityId(id))?, n)));
        let mut entities: Vec<_> = entities.filter(|(entity, _)| entity.kind() == kind).collect();
        corpus::sort::by_key(&mut entities, |(entity, n)| (std::cmp::Reverse(*n), entity.name()));
        if entities.is_empty() {
            continue;
        }
        let item = |(entity, n): (corpus::EntityView<'_>, usize)| {
            let id = entity.id();
            let name = name_button(kind.word(), entity.name(), on_name.reform(move |_| id));
            all(vec![name, element("span", "about__count", words(&format::number(n)))])
        };
        parts.push(element("h3", "about__kind", words(&format::facet(Facet::Entity(kind)))));
        parts.push(list("about__names", entities.into_iter().map(item).collect()));
    }
    if parts.is_empty() {
        parts.push(none(text!("about-no-names")));
    }
    section(text!("about-names"), all(parts))
}

fn quotations(document: &DocumentView<'_>, state: &ViewState) -> Html {
    let item = |quotation: corpus::QuotationView<'_>| {
        let said = format::shortened(&document.slice(quotation.span()), 110);
        let mut speaker = isolated(&speaker_words(document, &quotation));
        if quotation.kind() == QuotationKind::Indirect {
            speaker = rich!("reported-by", speaker = speaker);
        }
        if quotation.confidence() > 0 {
            speaker = with_why(speaker, &format::why(quotation.by(), quotation.confidence()));
        }
        let quoted = link(state.sentence(document, quotation.span()), isolated(&said));
        let correct = html! { <CorrectSpeaker doc={document.doc()} span={quotation.span()} /> };
        all(vec![element("p", "about__speaker", speaker), quoted, correct])
    };
    let quotations: Vec<Html> = document.quotations().map(item).collect();
    if quotations.is_empty() {
        return html! {};
    }
    section(text!("about-quotations", n = quotations.len()), list("about__quotations", quotations))
}

/// The dates of the document, and those that its text mentions, each of these with a link to its sentence.
fn dates(document: &DocumentView<'_>, state: &ViewState) -> Html {
    let (mut own, mut mentioned) = (Vec::new(), Vec::new());
    for date in document.dates() {
        if date.kind() == DateKind::Mentioned {
            let href = date.span().map(|span| state.sentence(document, span));
            mentioned.push(date_line(document, &date, href));
        } else {
            own.push(date_line(document, &date, None));
        }
    }
    let mut parts = Vec::new();
    if own.is_empty() {
        parts.push(none(text!("about-no-date")));
    } else {
        parts.push(list("about__entries", own));
    }
    if !mentioned.is_empty() {
        parts.push(element("h3", "about__kind", words(&text!("about-mentioned", n = mentioned.len()))));
        parts.push(short_list("about__entries", mentioned, FEW));
    }
    parts.insert(1, html! { <CorrectDate doc={document.doc()} /> });
    section(text!("about-dates"), all(parts))
}

/// A date with its kind and how it was found. What can be read in two ways or not at all is shown in the words of the
/// text; `href` leads to these. The kind of mentioned dates is left to what stands around them.
pub fn date_line(document: &DocumentView<'_>, date: &DateView<'_>, href: Option<String>) -> Html {
    let value = date.value();
    let time = |day: &str| {
        let time = html! { <time datetime={(!value.is_empty()).then(|| value.to_owned())}><bdi>{ day.to_owned() }</bdi></time> };
        match &href {
            Some(href) => link(href.clone(), time),
            None => time,
        }
    };
    let mut said = match date.span().filter(|_| date.is_ambiguous() || value.is_empty()) {
        Some(span) if value.is_empty() => {
            rich!("date-not-resolved", words = time(&format::quoted(&document.slice(span))))
        }
        Some(span) => {
            rich!("date-read-as", words = time(&format::quoted(&document.slice(span))), date = format::date(value))
        }
        None => time(&format::date(value)),
    };
    if date.is_ambiguous() {
        said = rich!("date-ambiguous", date = said);
    }
    if date.kind() != DateKind::Mentioned {
        said = rich!("date-is", date = said, kind = format::date_kind(date.kind()));
    }
    element("span", "", with_why(said, date.by()))
}

/// Something, and behind it how it was found.
fn with_why(what: Html, by: &str) -> Html {
    all(vec![what, words(" "), element("span", "about__why", rich!("in-brackets", what = isolated(by)))])
}

fn origin(document: &DocumentView<'_>) -> Html {
    let sha256: String = document.sha256().iter().map(|byte| format!("{byte:02x}")).collect();
    let n_left_out = document.blocks().filter(|block| block.kind() == BlockKind::Furniture).count();
    let n_pages = document.structure().page_starts.len();
    let source = document.source().map_or("", |source| source.text);
    let rows = [
        ("about-outlet", source.to_owned()),
        ("about-address", document.url().to_owned()),
        ("about-language", format::language(document.language())),
        ("about-read-as", format::file_format(document.format())),
        ("about-pages", if n_pages > 0 { format::number(n_pages) } else { String::new() }),
        ("about-left-out", text!("n-passages", n = n_left_out)),
        ("about-file", document.path().to_owned()),
        ("about-sha256", sha256),
    ];
    let row = |(name, value): (&str, String)| {
        let value = element("dd", "", isolated(&value));
        element("div", "", all(vec![element("dt", "", words(&text!(name))), value]))
    };
    let rows = rows.into_iter().filter(|(_, value)| !value.is_empty()).map(row);
    section(text!("about-origin"), element("dl", "about__origin", all(rows.collect())))
}
