//! All about one entity: its forms and roles, when it is named, what it says and what is said of it, and who stands
//! beside it.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::rc::Rc;

use corpus::model::{DocId, EntityId, QuotationKind};
use corpus::search::{Facet, Filters};
use corpus::{ByteSpan, DocumentView, EntityView, QuotationView, RoleView, sort};
use yew::{Html, Properties, component, html, use_memo};

use crate::components::element::{all, element, isolated, link, list, short_list, words};
use crate::components::{
    Concordance, CorrectName, Line, Offer, is_certain, outlet_and_date, speaker_words, take_away, time_bars,
};
use crate::format;
use crate::hooks::use_library;
use crate::route::Route;
use crate::tables;
use crate::view_state::{Choice, ViewState};
use crate::{rich, text};

#[derive(Clone, Debug, PartialEq, Properties)]
pub struct EntityPageProps {
    /// The entity.
    pub entity: EntityId,
    /// What is asked and chosen, to be kept in links.
    pub state: ViewState,
}

/// Entries of each list that are shown before the others are asked for.
const FEW: usize = 8;
/// Quotations, and articles, that are listed at all; the views of all of them are one link away.
const SOME: usize = 40;
/// Documents in which it is counted who stands beside it and what is said of it; with more it would take too long.
const MAX_DOCS: usize = 2_000;
/// Characters of a sentence or a quotation that are shown.
const SENTENCE_CHARS: usize = 220;

/// Mentions that are listed as lines.
const MAX_LINES: usize = 5_000;

/// The profile.
#[component]
pub fn EntityPage(props: &EntityPageProps) -> Html {
    let library = use_library();
    let links = ViewState { settings: BTreeMap::new(), ..props.state.clone() };
    // What is told of a name that stands in thousands of articles is put together once.
    let told = use_memo((props.entity, links), |(entity, links)| {
        library.corpus().entity(*entity).map(|entity| profile(&entity, &Links(links.clone()))).unwrap_or_default()
    });
    let lines = use_memo(props.entity, |&entity| -> Rc<[Line]> {
        let entity = library.corpus().entity(entity);
        let mentions = entity.iter().flat_map(|entity| entity.mentions().take(MAX_LINES));
        mentions.map(|mention| Line::new(mention.doc(), mention.span())).collect()
    });
    let state = ViewState { query: String::new(), filters: Filters::default(), ..props.state.clone() };
    let entity = library.corpus().entity(props.entity);
    let n_all = entity.map_or(0, |entity| entity.n_mentions() as usize);
    html! {
        <article class="view" aria-labelledby="page-heading">
            { told.0.clone() }
            <CorrectName key={props.entity.0} entity={props.entity} />
            { told.1.clone() }
            <section class="part">
                { element("h2", "part__title", words(&text!("profile-mentions", n = n_all))) }
                <Concordance lines={(*lines).clone()} {state} label={text!("profile-in-context")} usual_order={text!("order-by-article")} />
                if n_all > MAX_LINES { { element("p", "profile__more", words(&text!("profile-first", n = MAX_LINES))) } }
            </section>
            if let Some(entity) = entity { { take_away(entity.name(), files(entity, &props.state)) } }
        </article>
    }
}

/// What is told of an entity, as tables.
fn files(entity: EntityView<'static>, state: &ViewState) -> Vec<Offer> {
    let corpus = entity.corpus();
    let state = state.with_query("").without_filters();
    let [for_mentions, for_quotations] = [state.clone(), state.clone()];
    [
        Offer::of_table(text!("files-mentions"), move || tables::mentions(&entity, &for_mentions)),
        Offer::of_table(text!("files-quotations"), move || {
            tables::quotations(corpus, &entity.quotations(), &for_quotations)
        }),
        Offer::of_table(text!("connect-files-links"), move || {
            let mut links = entity.links(None);
            sort::by_key(&mut links, |link| Reverse(link.n_sentences));
            let links: Vec<_> = links.iter().map(|link| (entity.id(), link.entity, link.n_sentences)).collect();
            tables::links(corpus, &links, &state)
        }),
    ]
    .concat()
}

/// The state that links start from.
struct Links(ViewState);

impl Links {
    /// What is found with this entity alone chosen in a facet.
    fn only(&self, facet: Facet, entity: &EntityView<'_>, route: Route) -> String {
        let blank = self.0.with_query("").without_filters().in_view(route);
        blank.toggled(facet, entity.slug(), Choice::Include).href()
    }

    /// The results that name the entity.
    fn articles(&self, entity: &EntityView<'_>) -> String {
        self.only(Facet::Entity(entity.kind()), entity, Route::Search)
    }

    fn quotes(&self, entity: &EntityView<'_>) -> String {
        self.only(Facet::Speaker, entity, Route::Quotes)
    }

    /// A sentence of a document, as a link with the name of the document after it.
    fn sentence(&self, document: &DocumentView<'_>, span: ByteSpan, said: Html) -> Html {
        let blank = self.0.with_query("").without_filters();
        let source = outlet_and_date(document, Some(document.title()).filter(|_| document.corpus().n_docs() > 1));
        all(vec![link(blank.sentence(document, span), said), source])
    }
}

/// The head, and the parts that stand under it.
fn profile(entity: &EntityView<'static>, links: &Links) -> (Html, Html) {
    let quotations = entity.quotations();
    let parts = vec![
        forms(entity, links),
        roles(entity, links),
        roles_of_others(entity, links),
        over_time(entity),
        said_by(entity, links, &quotations),
        said_about(entity, links),
        beside(entity, links),
        articles(entity, links),
    ];
    (head(entity, links, quotations.len()), element("div", "profile__parts", all(parts)))
}

fn part(title: String, inside: Vec<Html>) -> Html {
    let title = element("h2", "part__title", words(&title));
    element("section", "part", all([vec![title], inside].concat()))
}

fn head(entity: &EntityView<'_>, links: &Links, n_quotations: usize) -> Html {
    let kind = entity.kind();
    let certain = is_certain(entity);
    let mut facts = vec![format::kind(kind), text!("n-mentions", n = entity.n_mentions())];
    if entity.corpus().n_docs() > 1 {
        facts.push(text!("profile-in", articles = format::articles(entity.n_docs() as usize)));
    }
    let found = entity.mentions().next();
    let found = found.map(|first| text!("profile-found-by", why = format::why(first.by(), first.confidence())));
    let mut actions = vec![link(links.articles(entity), words(&text!("profile-search")))];
    if kind.is_name() {
        actions.push(link(links.0.connect(entity, None).href(), words(&text!("connect-with"))));
    }
    if n_quotations > 0 {
        actions.push(link(links.quotes(entity), words(&text!("n-quotations", n = n_quotations))));
    }
    html! {
        <header>
            <p class="profile__back">{ link(links.0.in_view(Route::Names).href(), words(&text!("profile-all-names"))) }</p>
            <h1 class="view__title" id="page-heading" tabindex="-1">
                <span class="name profile__name" data-kind={kind.word()} data-certain={certain.to_string()} dir="auto">{ entity.name().to_owned() }</span>
            </h1>
            { element("p", "view__about", words(&facts.join(" · "))) }
            if !certain {
                { element("p", "profile__unsure", words(&text!("profile-unsure"))) }
            }
            { element("p", "profile__found", words(&found.unwrap_or_default())) }
            { list("profile__actions", actions) }
        </header>
    }
}

/// How it is written, why each form belongs to it, and what may be the same.
fn forms(entity: &EntityView<'_>, links: &Links) -> Html {
    let mut reasons = entity.alias_reasons();
    let form = |(form, n): (&str, u32)| {
        let why = reasons.next().filter(|_| form != entity.name());
        let note = match why {
            Some((reason, confidence)) => text!("profile-form-why", n = n, why = format::why(reason, confidence)),
            None => format::number(n as usize),
        };
        rich!("profile-form", form = isolated(form), note = element("span", "about__why", words(&note)))
    };
    let forms: Vec<Html> = entity.aliases().map(form).collect();
    let same = entity.possible_same().filter_map(|(other, reason, confidence)| {
        let other = entity.corpus().entity(other)?;
        let href = links.0.entity(&other).href();
        let why = element("span", "about__why", words(&format::why(reason, confidence)));
        Some(rich!("profile-form", form = link(href, isolated(other.name())), note = why))
    });
    let same: Vec<Html> = same.collect();
    let mut inside = vec![short_list("profile__list", forms, FEW)];
    if !same.is_empty() {
        inside.push(element("h3", "about__kind", words(&text!("profile-same"))));
        inside.push(short_list("profile__list", same, FEW));
    }
    part(text!("profile-forms"), inside)
}

/// Roles as worded, each once, with the sentence that says so first.
fn roles(entity: &EntityView<'_>, links: &Links) -> Html {
    let own = entity.roles().map(|(text, doc, span)| RoleView { holder: *entity, text, doc, span }).collect();
    role_part(entity, text!("profile-roles"), own, links)
}

/// Roles of others whose words name it: who leads an organization, who works for it.
fn roles_of_others(entity: &EntityView<'_>, links: &Links) -> Html {
    role_part(entity, text!("profile-roles-of-others"), entity.roles_of_others(MAX_LINES), links)
}

fn role_part(entity: &EntityView<'_>, title: String, roles: Vec<RoleView<'_>>, links: &Links) -> Html {
    let mut known: Vec<(EntityId, String)> = Vec::new();
    let mut entries = Vec::new();
    for RoleView { holder, text, doc, span } in roles {
        let folded = (holder.id(), text.to_lowercase());
        let Some(document) = entity.corpus().document(doc).filter(|_| !known.contains(&folded)) else { continue };
        known.push(folded);
        let mut role = isolated(text);
        if holder.id() != entity.id() {
            let name = link(links.0.entity(&holder).href(), isolated(holder.name()));
            role = rich!("profile-form", form = name, note = element("span", "about__why", role));
        }
        let sentence = document.sentence_at(span.start()).map_or(span, |sentence| sentence.span());
        let said = format::shortened(&document.slice(sentence), SENTENCE_CHARS);
        let sentence = links.sentence(&document, span, isolated(&said));
        entries.push(all(vec![element("p", "profile__role", role), sentence]));
        if entries.len() == SOME {
            break;
        }
    }
    if entries.is_empty() {
        return html! {};
    }
    part(title, vec![short_list("profile__list", entries, FEW)])
}

/// When it is named, where there is more than one article.
fn over_time(entity: &EntityView<'_>) -> Html {
    let docs = entity.docs();
    if docs.len() < 2 {
        return html! {};
    }
    let day = |&doc: &DocId| entity.corpus().document(doc).and_then(|document| document.published());
    part(text!("profile-over-time"), vec![time_bars(&docs.iter().map(day).collect::<Vec<_>>())])
}

fn quoted(entity: &EntityView<'_>, links: &Links, quotation: &QuotationView<'_>, with_speaker: bool) -> Option<Html> {
    let document = entity.corpus().document(quotation.doc())?;
    let said = format::shortened(&document.slice(quotation.span()), SENTENCE_CHARS);
    let mut speaker = if with_speaker { speaker_words(&document, quotation) } else { String::new() };
    if quotation.kind() == QuotationKind::Indirect {
        speaker = if with_speaker { text!("reported-by", speaker = speaker) } else { text!("reported") };
    }
    let speaker = element("p", "about__speaker", isolated(&speaker));
    Some(all(vec![speaker, links.sentence(&document, quotation.span(), isolated(&said))]))
}

fn said_by(entity: &EntityView<'_>, links: &Links, quotations: &[QuotationView<'_>]) -> Html {
    if quotations.is_empty() {
        return html! {};
    }
    let entries = quotations.iter().take(SOME).filter_map(|said| quoted(entity, links, said, false)).collect();
    let mut inside = vec![short_list("profile__list", entries, FEW)];
    if quotations.len() > SOME {
        inside.push(element("p", "profile__more", link(links.quotes(entity), words(&text!("all-of-them")))));
    }
    part(text!("profile-said-by", n = quotations.len()), inside)
}

fn said_about(entity: &EntityView<'_>, links: &Links) -> Html {
    let quotations = entity.quotations_about(MAX_DOCS);
    if quotations.is_empty() {
        return html! {};
    }
    let entries = quotations.iter().take(SOME).filter_map(|said| quoted(entity, links, said, true)).collect();
    let mut inside = vec![short_list("profile__list", entries, FEW)];
    if quotations.len() > SOME {
        inside.push(element("p", "profile__more", words(&text!("profile-first", n = SOME))));
    }
    part(text!("profile-said-about", n = quotations.len()), inside)
}

/// Who is named together with it, and how closely.
fn beside(entity: &EntityView<'_>, links: &Links) -> Html {
    let corpus = entity.corpus();
    let beside = entity.beside(MAX_DOCS);
    let rows = beside.iter().filter_map(|beside| Some((corpus.entity(beside.entity)?, beside)));
    let rows = rows.filter(|(other, _)| other.kind().is_name()).take(SOME).map(|(other, beside)| {
        let number = |n: u32| element("td", "names__count", words(&format::number(n as usize)));
        html! {
            <tr>
                <th scope="row">
                    <a class="name names__name" href={links.0.entity(&other).href()} data-kind={other.kind().word()} dir="auto">
                        { other.name().to_owned() }
                    </a>
                </th>
                { number(beside.n_sentences) }
                { number(beside.n_paragraphs) }
                if corpus.n_docs() > 1 { { number(beside.n_docs) } }
            </tr>
        }
    });
    let rows: Vec<Html> = rows.collect();
    if rows.is_empty() {
        return html! {};
    }
    let column = |title: &str| html! { <th scope="col" class="names__count">{ text!(title) }</th> };
    let mut notes = vec![text!("profile-beside-about")];
    if corpus.n_docs() > 1 {
        notes.push(text!("profile-beside-retold"));
    }
    if entity.n_docs() as usize > MAX_DOCS {
        notes.push(text!("profile-beside-first", n = MAX_DOCS));
    }
    let table = html! {
        <table class="names names--narrow">
            <caption class="visually-hidden">{ text!("profile-beside-caption") }</caption>
            <thead><tr>
                <th scope="col">{ text!("column-name") }</th>
                { column("column-same-sentence") }
                { column("column-same-paragraph") }
                if corpus.n_docs() > 1 { { column("column-same-article") } }
            </tr></thead>
            <tbody>{ rows }</tbody>
        </table>
    };
    part(text!("profile-beside"), vec![element("p", "part__why", words(&notes.join(" "))), table])
}

/// The articles that name it, the newest first.
fn articles(entity: &EntityView<'_>, links: &Links) -> Html {
    let corpus = entity.corpus();
    let mut documents: Vec<DocumentView<'_>> =
        entity.docs().into_iter().filter_map(|doc| corpus.document(doc)).collect();
    if corpus.n_docs() < 2 {
        return html! {};
    }
    let n = documents.len();
    sort::by_key(&mut documents, |document| Reverse(document.published()));
    let only = links.0.with_query("").without_filters();
    let only = only.toggled(Facet::Entity(entity.kind()), entity.slug(), Choice::Include);
    let item = |document: &DocumentView<'_>| {
        let headline = link(only.article(document).href(), isolated(document.title()));
        all(vec![headline, outlet_and_date(document, None)])
    };
    let mut inside = vec![short_list("profile__list", documents.iter().take(SOME).map(item).collect(), FEW)];
    if n > SOME {
        inside.push(element("p", "profile__more", link(links.articles(entity), words(&text!("all-of-them")))));
    }
    part(text!("profile-articles", n = n), inside)
}
