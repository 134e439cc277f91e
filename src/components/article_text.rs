//! The text of one document: headline, source line, paragraphs, and what was left out in its place.

use corpus::model::{BlockKind, DateKind, DocId, EntityId, QuotationKind, SentenceId, Speaker};
use corpus::search::Place;
use corpus::{BlockView, ByteSpan, DocumentView, EntityView, QuotationView};
use yew::{Callback, Html, KeyboardEvent, Properties, component, html};

use super::about_article::date_line;
use super::correct_document::CorrectPassage;
use super::element::{all, element, isolated, words};
use super::rich_text::{Layer, rich_text};
use crate::hooks::use_library;
use crate::{format, text};

#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ArticleTextProps {
    /// The document.
    pub doc: DocId,
    /// What is marked in it.
    pub places: Vec<Place>,
    /// Which of these is the current one.
    pub current: Option<usize>,
    /// Whether names are marked.
    pub names_shown: bool,
    /// Whether left-out passages are unfolded.
    pub furniture_shown: bool,
    /// The entity whose card is open.
    pub open_entity: Option<EntityId>,
    /// A name was clicked: its entity and the index of the mention.
    pub on_name: Callback<(EntityId, u32)>,
    /// The left-out passages are to be folded or unfolded.
    pub on_toggle_furniture: Callback<()>,
    /// What the reader keeps of it.
    #[prop_or_default]
    pub kept: Vec<ByteSpan>,
    /// The sentence that a link led to.
    #[prop_or_default]
    pub landed: Option<SentenceId>,
}

/// Id of the headline, for focus.
pub const HEADLINE_ID: &str = "headline";
/// Id of the current hit, for scrolling.
pub const CURRENT_ID: &str = "current-hit";

/// Id of a mention in the article.
pub fn mention_id(mention_idx: u32) -> String {
    format!("name-{mention_idx}")
}

/// An article element whose first heading is the headline. All of it is text; nothing in a document becomes markup.
#[component]
pub fn ArticleText(props: &ArticleTextProps) -> Html {
    let Some(document) = use_library().corpus().document(props.doc) else { return html! {} };
    let language = Some(document.language()).filter(|tag| !tag.is_empty()).map(str::to_owned);
    let layers = Layers::of(&document, props);
    let mut parts = Vec::new();
    let mut left_out: Vec<BlockView<'_>> = Vec::new();
    let headline = document.headline().and_then(|headline| headline.span);
    for block in document.blocks() {
        if block.kind() == BlockKind::Furniture {
            left_out.push(block);
            continue;
        }
        flush(&document, props, &mut left_out, &mut parts);
        if headline.is_some_and(|headline| block.span().contains(headline)) {
            parts.push(
                html! { <>{ heading(props, layers.render(&document, block.span())) }{ source_line(&document) }</> },
            );
        } else {
            parts.push(paragraph(&document, &layers, &block));
        }
    }
    flush(&document, props, &mut left_out, &mut parts);
    html! {
        <article class="article" lang={language} dir={format::direction(document.language())}>
            if headline.is_none() {
                { heading(props, outside_headline(&document, props)) }
                { source_line(&document) }
            }
            { for parts }
        </article>
    }
}

fn heading(props: &ArticleTextProps, inside: Html) -> Html {
    html! { <h1 class="article__headline" key={format!("headline-{}", props.doc.0)} id={HEADLINE_ID} tabindex="-1" dir="auto">{ inside }</h1> }
}

/// A headline that stands outside of the text, with its marks.
fn outside_headline(document: &DocumentView<'_>, props: &ArticleTextProps) -> Html {
    let title = document.title();
    let marks: Vec<(ByteSpan, usize)> = (0..)
        .zip(&props.places)
        .filter(|(_, place)| !place.in_text)
        .map(|(number, place)| (place.span, number))
        .collect();
    let Some(whole) = ByteSpan::from_range(0..title.len()) else { return html! {} };
    let pieces = corpus::runs::runs(whole, &marks).into_iter().map(|run| {
        let text = run.span.slice(title).unwrap_or_default().to_owned();
        run.layers
            .first()
            .map_or_else(|| html! { { text.clone() } }, |&number| mark(number, props, html! { { text.clone() } }))
    });
    pieces.collect()
}

/// Outlet, author and dates, each with what is known of it.
fn source_line(document: &DocumentView<'_>) -> Html {
    let mut parts = Vec::new();
    parts.extend(document.source().map(|source| element("bdi", "article__outlet", words(source.text))));
    parts.extend(document.byline().map(|byline| isolated(byline.text)));
    let dates = document.dates().filter(|date| date.kind() != DateKind::Mentioned);
    parts.extend(dates.map(|date| date_line(document, &date, None)));
    if document.dates().all(|date| date.kind() != DateKind::Published) {
        parts.push(element("span", "article__no-date", words(&text!("article-no-date"))));
    }
    element("p", "article__source", all(parts))
}

/// The layers of a document, in the order in which they nest when they begin and end together.
struct Layers<'p> {
    text: String,
    layers: Vec<(ByteSpan, Layer)>,
    entities: Vec<(EntityId, bool)>,
    props: &'p ArticleTextProps,
}

impl<'p> Layers<'p> {
    fn of(document: &DocumentView<'_>, props: &'p ArticleTextProps) -> Self {
        let mut layers: Vec<(ByteSpan, Layer)> =
            document.named_sentences().into_iter().map(|named| (named.span, Layer::Sentence(named.id))).collect();
        layers.extend(pages(document));
        layers.extend((0..).zip(document.quotations()).map(|(number, quote)| (quote.span(), Layer::Quotation(number))));
        if props.names_shown {
            layers.extend((0..).zip(document.mentions()).map(|(number, name)| (name.span(), Layer::Name(number))));
        }
        layers.extend(props.kept.iter().map(|&span| (span, Layer::Kept)));
        let marks = (0..).zip(&props.places).filter(|(_, place)| place.in_text);
        layers.extend(marks.map(|(number, place)| (place.span, Layer::Mark(number))));
        corpus::sort::by_key(&mut layers, |(span, _)| span.start());
        let entities = document.mentions().map(|name| (name.entity(), name.confidence() >= CERTAIN)).collect();
        Self { text: document.text(), layers, entities, props }
    }

    fn render(&self, document: &DocumentView<'_>, whole: ByteSpan) -> Html {
        // Layers are sorted by their start; those of other blocks are not even looked at twice.
        let end = self.layers.partition_point(|(span, _)| span.start() < whole.end());
        let inside: Vec<_> = self.layers[..end].iter().copied().filter(|(span, _)| span.overlaps(whole)).collect();
        rich_text(&self.text, whole, &inside, &|layer, span, inside| self.wrap(document, layer, span, inside))
    }

    fn wrap(&self, document: &DocumentView<'_>, layer: Layer, span: ByteSpan, inside: Html) -> Html {
        match layer {
            Layer::Kept => element("span", "kept", inside),
            Layer::Sentence(id) => {
                let current = (self.props.landed == Some(id)).then_some("location");
                html! { <span class="sentence" id={format!("s-{id}")} aria-current={current}>{ inside }</span> }
            }
            Layer::Page(number) => {
                all(vec![element("bdi", "article__page", words(&text!("page", number = number.to_string()))), inside])
            }
            Layer::Quotation(number) => {
                let kind =
                    document.quotations().nth(number as usize).map(|quotation| quotation.kind()).unwrap_or_default();
                html! { <span class="quote" data-kind={kind.word()}>{ inside }</span> }
            }
            Layer::Name(number) => self.name(document, number, span, inside),
            Layer::Mark(number) => mark(number, self.props, inside),
        }
    }

    fn name(&self, document: &DocumentView<'_>, number: u32, span: ByteSpan, inside: Html) -> Html {
        let Some(&(entity, certain)) = self.entities.get(number as usize) else { return inside };
        let kind = kind_of(document, entity);
        let is_first = document.mentions().nth(number as usize).is_some_and(|name| name.span().start() == span.start());
        let on_name = self.props.on_name.clone();
        let onclick = self.props.on_name.reform(move |_| (entity, number));
        let onkeydown = Callback::from(move |event: KeyboardEvent| {
            if matches!(event.key().as_str(), "Enter" | " ") {
                event.prevent_default();
                on_name.emit((entity, number));
            }
        });
        // Not a button element: those do not break across lines, and names stand inside of text.
        html! {
            <span class="name" role="button" tabindex="0" data-kind={kind} data-certain={certain.to_string()}
                id={is_first.then(|| mention_id(number))} {onclick} {onkeydown}
                aria-pressed={(self.props.open_entity == Some(entity)).to_string()}>{ inside }</span>
        }
    }
}

/// Where pages begin, from the second on: the first character of each that is shown.
fn pages(document: &DocumentView<'_>) -> Vec<(ByteSpan, Layer)> {
    let pages = (1..).zip(document.structure().page_starts).skip(1).filter_map(|(number, start)| {
        // What is left out may stand at the head of a page.
        let is_after = |block: &BlockView<'_>| block.span().end() > start && block.kind() != BlockKind::Furniture;
        let block = document.blocks().find(is_after)?.span();
        let start = start.max(block.start());
        let rest = document.slice(ByteSpan::new(start, block.end())?);
        let end = start + rest.chars().next()?.len_utf8() as u32;
        Some((ByteSpan::new(start, end)?, Layer::Page(number)))
    });
    pages.collect()
}

/// A name or a speaker less sure than this, in percent, is shown as uncertain.
pub const CERTAIN: u8 = 60;

/// Mentions of an entity that are looked at to tell whether it is certain.
const FIRST_MENTIONS: usize = 20;

/// Whether some of the first mentions of an entity are surely ones.
pub fn is_certain(entity: &EntityView<'_>) -> bool {
    entity.mentions().take(FIRST_MENTIONS).any(|mention| mention.confidence() >= CERTAIN)
}

fn kind_of(document: &DocumentView<'_>, entity: EntityId) -> &'static str {
    document.corpus().entity(entity).map(|entity| entity.kind()).unwrap_or_default().word()
}

fn mark(number: usize, props: &ArticleTextProps, inside: Html) -> Html {
    let is_current = props.current == Some(number);
    html! {
        <mark id={is_current.then_some(CURRENT_ID)} aria-current={is_current.then_some("true")}>{ inside }</mark>
    }
}

fn paragraph(document: &DocumentView<'_>, layers: &Layers<'_>, block: &BlockView<'_>) -> Html {
    let text = layers.render(document, block.span());
    let quotations: Vec<QuotationView<'_>> =
        document.quotations().filter(|quotation| block.span().contains(quotation.span())).collect();
    let said_by = speakers(document, &quotations);
    let body = match block.kind() {
        BlockKind::Headline | BlockKind::Heading => html! { <h2 class="article__heading" dir="auto">{ text }</h2> },
        BlockKind::ListItem => html! { <p class="article__text article__text--item" dir="auto">{ text }</p> },
        BlockKind::Table => {
            html! { <pre class="article__text article__text--table" dir="auto" tabindex="0">{ text }</pre> }
        }
        BlockKind::BlockQuotation => {
            html! { <blockquote class="article__text article__text--quotation" dir="auto">{ text }</blockquote> }
        }
        BlockKind::Caption => html! { <p class="article__text article__text--caption" dir="auto">{ text }</p> },
        BlockKind::Paragraph | BlockKind::Furniture => html! { <p class="article__text" dir="auto">{ text }</p> },
    };
    html! {
        <div class="article__block" key={block.span().start()}>
            if !said_by.is_empty() {
                <ul class="article__speakers" role="list" aria-label={text!("article-quoted")}>
                    { for said_by.into_iter().map(|(kind, words)| html! {
                        <li class="speaker" data-kind={kind}><bdi>{ words }</bdi></li>
                    }) }
                </ul>
            }
            { body }
        </div>
    }
}

/// Who is quoted, each once, with the kind of speech and how sure that is.
fn speakers(document: &DocumentView<'_>, quotations: &[QuotationView<'_>]) -> Vec<(&'static str, String)> {
    let mut found: Vec<(&'static str, String)> = Vec::new();
    for quotation in quotations {
        let who = speaker_words(document, quotation);
        let entry = match quotation.kind() {
            QuotationKind::Direct => ("direct", who),
            QuotationKind::Indirect => ("indirect", text!("reported-by", speaker = who)),
        };
        if !found.contains(&entry) {
            found.push(entry);
        }
    }
    found
}

/// The speaker of a quotation in words, which say so where that is not sure.
pub fn speaker_words(document: &DocumentView<'_>, quotation: &QuotationView<'_>) -> String {
    let who = match quotation.speaker() {
        Speaker::Entity(entity, span) => {
            document.corpus().entity(entity).map_or_else(|| document.slice(span), |entity| entity.name().to_owned())
        }
        Speaker::Described(span) => document.slice(span),
        Speaker::Unnamed(span) => text!("speaker-unnamed", words = document.slice(span)),
        Speaker::Unresolved => return text!("speaker-not-found"),
    };
    if quotation.confidence() < CERTAIN { text!("probably-name", name = who) } else { who }
}

/// Puts what was left out so far into one disclosure.
fn flush(
    document: &DocumentView<'_>,
    props: &ArticleTextProps,
    left_out: &mut Vec<BlockView<'_>>,
    parts: &mut Vec<Html>,
) {
    if left_out.is_empty() {
        return;
    }
    let summary = text!("article-left-out", n = left_out.len());
    let start = left_out[0].span().start();
    let passages = left_out.drain(..).map(|block| {
        html! {
            <div class="furniture__passage">
                <p class="furniture__reason">{ block.reason().map_or_else(|| text!("article-not-story"), str::to_owned) }</p>
                <p class="furniture__text" dir="auto">{ document.slice(block.span()) }</p>
                <CorrectPassage doc={document.doc()} span={block.span()} is_kept=true />
            </div>
        }
    });
    let passages: Vec<Html> = passages.collect();
    let ontoggle = props.on_toggle_furniture.reform(|event: yew::MouseEvent| event.prevent_default());
    parts.push(html! {
        <details class="furniture" key={format!("furniture-{start}")} open={props.furniture_shown}>
            <summary class="furniture__summary" onclick={ontoggle}>{ summary }</summary>
            { passages }
        </details>
    });
}
