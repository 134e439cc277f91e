//! How two names are connected, by which sentences; and of one name, or of what was found, the strongest links.

use std::cmp::Ordering;
use std::rc::Rc;

use corpus::links::{Asked, Chain, Link, Together};
use corpus::model::{DocId, EntityId};
use corpus::search::{Called, Facet, Unit};
use corpus::{Corpus, EntityView, sort};
use yew::{Callback, Html, Properties, component, html, use_memo, use_state_eq};

use crate::components::element::{all, element, isolated, link, list, words};
use crate::components::{
    ChainList, Diagram, MAX_NODES, NamePicker, NodeDiagram, Offer, chips, documents, evidence, take_away,
};
use crate::format;
use crate::hooks::{Entry, Found, use_library};
use crate::route::Route;
use crate::tables;
use crate::view_state::{Choice, ViewState};
use crate::{rich, text};

#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ConnectPageProps {
    /// What is asked, chosen and set.
    pub state: ViewState,
    /// What was found: the documents that count.
    pub found: Found,
    /// Goes to another state.
    pub go: Callback<(ViewState, Entry)>,
}

/// Sentences shown before the others are asked for.
const FEW: usize = 6;
/// Documents that are read for what two names share; with more it would take too long.
const MAX_DOCS: usize = 2_000;
/// Chains that are looked for.
const MAX_CHAINS: usize = 40;
/// Chains that are drawn.
const MAX_DRAWN: usize = 12;
/// Names of which the links are compared, where none is chosen.
const MAX_COMPARED: usize = 300;
/// Rows shown before "show more", and the number that it adds.
const PAGE: usize = 30;

/// Which documents count, by number; none if all do.
type Docs = Option<Rc<[bool]>>;

/// The view.
#[component]
pub fn ConnectPage(props: &ConnectPageProps) -> Html {
    let corpus = use_library().corpus();
    let ConnectPageProps { state, found, go } = props;
    let [a, b, through] =
        ["a", "b", "through"].map(|word| state.entities_set(corpus, word).first().map(EntityView::id));
    let without: Vec<EntityId> = state.entities_set(corpus, "without").iter().map(EntityView::id).collect();
    let (is_all, is_whole) = (state.is_blank(), found.answer.unit() == Unit::Passage);
    let within = use_memo((found.clone(), is_all), |(found, is_all)| -> Docs {
        (!is_all && !is_whole).then(|| {
            let mut docs = vec![false; corpus.n_docs() as usize];
            found.answer.hits.iter().for_each(|hit| docs[hit.doc.0 as usize] = true);
            Rc::from(docs)
        })
    });
    let set = |word: &'static str| {
        let (state, go) = (state.clone(), go.clone());
        Callback::from(move |entity: Option<EntityId>| {
            let entity: Vec<EntityView<'_>> = entity.and_then(|entity| corpus.entity(entity)).into_iter().collect();
            go.emit((state.with_entities(word, &entity), Entry::Push));
        })
    };
    let swapped = {
        let (one, other) = (state.setting("a").to_owned(), state.setting("b").to_owned());
        state.with_setting("a", &other).with_setting("b", &one)
    };
    let on_without = {
        let (state, go) = (state.clone(), go.clone());
        Callback::from(move |entity: Option<EntityId>| {
            let mut all = state.entities_set(corpus, "without");
            all.extend(entity.and_then(|entity| corpus.entity(entity)));
            go.emit((state.with_entities("without", &all), Entry::Push));
        })
    };
    let is_wrong = |word: &str| !state.setting(word).is_empty() && state.entities_set(corpus, word).is_empty();
    let has_unknown = ["a", "b", "through", "without"].into_iter().any(is_wrong);
    let shown = match (a, b) {
        (Some(a), Some(b)) if a != b => html! {
            <Pair {a} {b} {through} {without} within={(*within).clone()} state={state.clone()} />
        },
        (Some(only), _) | (None, Some(only)) => {
            html! { <Around middle={only} within={(*within).clone()} state={state.clone()} /> }
        }
        (None, None) => html! { <Strongest found={found.clone()} within={(*within).clone()} state={state.clone()} /> },
    };
    html! {
        <section class="view" aria-labelledby="page-heading">
            <h1 class="view__title" id="page-heading" tabindex="-1">{ text!("connect-title") }</h1>
            { element("p", "view__about", words(&about(state, found))) }
            { chips(state, found) }
            <div class="connect__names" role="group" aria-label={text!("connect-names")}>
                <NamePicker id="connect-a" label={text!("connect-from")} chosen={a} on_choose={set("a")} />
                if a.is_some() || b.is_some() {
                    <a class="connect__swap choice" href={swapped.href()} aria-label={text!("connect-swap")}>{ "⇄" }</a>
                }
                <NamePicker id="connect-b" label={text!("connect-to")} chosen={b} on_choose={set("b")} />
            </div>
            if a.is_some() && b.is_some() {
                <details class="connect__more" open={through.is_some() || !state.setting("without").is_empty()}>
                    <summary class="facet__more">{ text!("connect-by-way") }</summary>
                    <div class="connect__names">
                        <NamePicker id="connect-through" label={text!("connect-through")} chosen={through} on_choose={set("through")} />
                        <NamePicker id="connect-without" label={text!("connect-not-through")} chosen={None::<EntityId>} on_choose={on_without} />
                    </div>
                    { excluded(corpus, state) }
                </details>
            }
            if has_unknown { { element("p", "view__none", words(&text!("connect-unknown"))) } }
            { shown }
        </section>
    }
}

fn about(state: &ViewState, found: &Found) -> String {
    match (state.is_blank(), found.answer.unit()) {
        (false, Unit::Document) => text!("connect-about-found", articles = format::articles(found.answer.n_docs())),
        _ => text!("connect-about"),
    }
}

/// The names that chains may not lead through, each with a way to allow it again.
fn excluded(corpus: &Corpus<'_>, state: &ViewState) -> Html {
    let all_of_them = state.entities_set(corpus, "without");
    let chip = |own: &EntityView<'_>| {
        let rest: Vec<EntityView<'_>> = all_of_them.iter().filter(|other| other.id() != own.id()).copied().collect();
        let label = text!("connect-allow", name = own.name());
        html! { <a class="choice" href={state.with_entities("without", &rest).href()} aria-label={label}>{ rich!("connect-excluded", name = isolated(own.name())) }</a> }
    };
    element("p", "connect__excluded", all(all_of_them.iter().map(chip).collect()))
}

#[derive(Clone, Debug, PartialEq, Properties)]
struct PairProps {
    a: EntityId,
    b: EntityId,
    through: Option<EntityId>,
    without: Vec<EntityId>,
    within: Docs,
    state: ViewState,
}

/// What two names share, and the chains between them.
#[component]
fn Pair(props: &PairProps) -> Html {
    let corpus = use_library().corpus();
    let PairProps { a, b, within, .. } = props.clone();
    let together =
        use_memo((a, b, within.clone()), |(a, b, within)| corpus.together(*a, *b, within.as_deref(), MAX_DOCS));
    let asked = (a, b, props.through, props.without.clone(), within.clone());
    let chains = use_memo(asked, |(from, to, through, without, within)| -> Rc<[Chain]> {
        let (through, not_through, within) = (*through, without.as_slice(), within.as_deref());
        corpus.chains(&Asked { from: *from, to: *to, through, not_through, within, max: MAX_CHAINS }).into()
    });
    let (Some(one), Some(other)) = (corpus.entity(a), corpus.entity(b)) else { return html! {} };
    let links = props.state.with_query("").without_filters();
    let few = |shared: &[_]| evidence(corpus, &together, shared, [a, b], &links, FEW);
    let n_direct = together.sentences.len() as u32;
    let title = text!("connect-how", one = one.name(), other = other.name());
    let diagram = Diagram::of_chains(a, b, n_direct, &chains[..chains.len().min(MAX_DRAWN)]);
    let mut files = Offer::of_table(text!("connect-files-shared"), {
        let (together, links) = (together.clone(), links.clone());
        move || tables::evidence(corpus, &together, &links)
    });
    if !chains.is_empty() {
        let (chains, links) = (chains.clone(), links.clone());
        files.extend(Offer::of_table(text!("connect-files-chains"), move || tables::chains(corpus, &chains, &links)));
    }
    let apart = together.docs.iter().map(|own| own.doc);
    let apart =
        apart.filter(|doc| ![&together.sentences, &together.apart].iter().any(|all| all.iter().any(|s| s.doc == *doc)));
    html! {
        <>
            <div role="status">{ answer(&one, &other, &together, props.within.is_some()) }</div>
            if !together.docs.is_empty() && corpus.n_docs() > 1 {
                { list("part__why", vec![alone(&one, &other, together.n_docs(), props), alone(&other, &one, together.n_docs(), props)]) }
            }
            if n_direct > 0 {
                { section(text!("connect-in-sentence", n = together.sentences.len()), few(&together.sentences)) }
            }
            if !together.apart.is_empty() {
                { section(text!("connect-in-paragraph", n = together.apart.len()), few(&together.apart)) }
            }
            if n_direct == 0 && together.apart.is_empty() && corpus.n_docs() > 1 && !together.docs.is_empty() {
                { section(text!("connect-in-article"), documents(corpus, apart.take(FEW), &links)) }
            }
            if chains.is_empty() {
                { section(text!("connect-by-others"), no_chain(corpus, props)) }
            } else {
                { section(text!("connect-by-others-n", chains = n_chains(chains.len())), all(vec![
                    element("p", "part__why", words(&text!("connect-chains-about"))),
                    html! { <ChainList chains={(*chains).clone()} {within} state={links.clone()} /> },
                ])) }
            }
            if n_direct > 0 || !chains.is_empty() { <NodeDiagram {diagram} title={title.clone()} state={links.clone()} /> }
            { take_away(&title, files) }
        </>
    }
}

fn n_chains(n: usize) -> String {
    text!(if n == MAX_CHAINS { "connect-strongest-chains" } else { "connect-n-chains" }, n = n)
}

fn section(title: String, inside: Html) -> Html {
    element("section", "part", all(vec![element("h2", "part__title", words(&title)), inside]))
}

/// The answer in words.
fn answer(one: &EntityView<'_>, other: &EntityView<'_>, together: &Together, is_narrowed: bool) -> Html {
    let is_only = one.corpus().n_docs() == 1;
    let n = together.sentences.len();
    let mut docs: Vec<_> = together.sentences.iter().map(|shared| shared.doc).collect();
    docs.dedup();
    let (in_sentences, in_articles) = (format::articles(docs.len()), format::articles(together.docs.len()));
    let (times, paragraphs) = (text!("times", n = n), text!("times", n = together.n_paragraphs));
    let strong = |entity: &EntityView<'_>| element("strong", "", isolated(entity.name()));
    let (one_name, other_name) = (strong(one), strong(other));
    let said = match (n, together.n_paragraphs, together.docs.len(), is_only) {
        (0, 0, 0, _) => rich!("connect-never", one = one_name, other = other_name),
        (0, 0, _, true) => rich!("connect-no-paragraph-only", one = one_name, other = other_name),
        (0, 0, _, false) => rich!("connect-no-paragraph", one = one_name, other = other_name, articles = in_articles),
        (0, _, _, true) => rich!("connect-paragraph-only", one = one_name, other = other_name, times = paragraphs),
        (0, _, _, false) => {
            rich!("connect-paragraph", one = one_name, other = other_name, times = paragraphs, articles = in_articles)
        }
        (_, _, _, true) => {
            rich!("connect-sentence-only", one = one_name, other = other_name, times = times, paragraphs = paragraphs)
        }
        (_, _, n_docs, false) => rich!(
            "connect-sentence",
            one = one_name,
            other = other_name,
            times = times,
            articles = in_sentences,
            paragraphs = paragraphs,
            n = n_docs
        ),
    };
    let mut notes = Vec::new();
    if n > 0 && !is_narrowed {
        let association = one.association(other, n as u32);
        let message = match (association.is_rare(), association.strength > 0.0) {
            (true, _) => "connect-rare",
            (false, true) => "connect-little",
            (false, false) => "connect-chance",
        };
        notes.push(text!(message, expected = format::decimal(association.expected)));
    }
    let n_retold: usize = together.docs.iter().map(|own| own.retold.len()).sum();
    if n_retold > 0 {
        notes.push(text!("connect-retold", n = n_retold));
    }
    if together.n_unread > 0 {
        notes.push(text!("connect-first", n = MAX_DOCS));
    }
    all(vec![element("p", "connect__said", said), element("p", "part__why", words(&notes.join(" ")))])
}

/// How many articles name one of both without the other, as a way to them; `n_shared` name both.
fn alone(named: &EntityView<'_>, unnamed: &EntityView<'_>, n_shared: usize, props: &PairProps) -> Html {
    let counts = |doc: &DocId| props.within.as_ref().is_none_or(|within| within.get(doc.0 as usize) == Some(&true));
    let n = named.docs().iter().filter(|doc| counts(doc)).count().saturating_sub(n_shared);
    let (one, other) = (isolated(named.name()), isolated(unnamed.name()));
    if n == 0 {
        return rich!("connect-never-without", one = one, other = other);
    }
    let chosen = [(named, Choice::Include), (unnamed, Choice::Exclude)];
    let state = chosen.into_iter().fold(props.state.in_view(Route::Search), |state, (entity, choice)| {
        let (facet, key) = (Facet::Entity(entity.kind()), entity.slug());
        if state.choice(facet, key) == Some(choice) { state } else { state.toggled(facet, key, choice) }
    });
    rich!("connect-without", one = one, other = other, articles = link(state.href(), words(&format::articles(n))))
}

/// That there is no chain, and what comes nearest.
fn no_chain(corpus: &'static Corpus<'static>, props: &PairProps) -> Html {
    let within = props.within.as_deref();
    let mut said = vec![element("p", "", words(&text!("connect-no-chain")))];
    let around = |entity: EntityId| -> Vec<EntityId> {
        let strongest = strongest(corpus, entity, within).into_iter().take(MAX_NODES).map(|link| link.entity);
        std::iter::once(entity).chain(strongest).collect()
    };
    let (of_one, of_other) = (around(props.a), around(props.b));
    for (entity, around) in [(props.a, &of_one), (props.b, &of_other)] {
        if let (Some(entity), [_]) = (corpus.entity(entity), around.as_slice()) {
            said.push(element("p", "", rich!("connect-alone", name = isolated(entity.name()))));
        }
    }
    // What stands in one article, though never in one sentence.
    let mut near: Vec<(EntityId, EntityId, usize)> = Vec::new();
    for &x in &of_one {
        for &y in of_other.iter().filter(|&&y| y != x && (x, y) != (props.a, props.b)) {
            let n = corpus.shared_docs(x, y, within).len();
            if n > 0 {
                near.push((x, y, n));
            }
        }
    }
    sort::by_key(&mut near, |&(.., n)| std::cmp::Reverse(n));
    let entry = |&(x, y, n): &(EntityId, EntityId, usize)| {
        let (x, y) = (corpus.entity(x)?, corpus.entity(y)?);
        let pair = link(
            props.state.connect(&x, Some(&y)).href(),
            rich!("connect-both", one = isolated(x.name()), other = isolated(y.name())),
        );
        Some(rich!("connect-near", pair = pair, articles = format::articles(n)))
    };
    let near: Vec<Html> = near.iter().take(3).filter_map(entry).collect();
    if !near.is_empty() && corpus.n_docs() > 1 {
        said.push(element("p", "", words(&text!("connect-nearest"))));
        said.push(list("profile__list", near));
    }
    all(said)
}

/// The links of a name that are more than chance, the strongest first, as [`first_of`] says.
fn strongest(corpus: &Corpus<'_>, of: EntityId, within: Option<&[bool]>) -> Vec<Link> {
    let Some(entity) = corpus.entity(of) else { return Vec::new() };
    let strength = |link: &Link| {
        corpus.entity(link.entity).map_or(0.0, |other| entity.association(&other, link.n_sentences).strength)
    };
    let links = entity.links(within).into_iter().map(|link| (strength(&link), link));
    let mut links: Vec<(f64, Link)> = links.filter(|(strength, _)| *strength > 0.0).collect();
    sort::stable(&mut links, |a, b| first_of((a.1.n_sentences, a.0), (b.1.n_sentences, b.0)));
    links.into_iter().map(|(_, link)| link).collect()
}

/// Which of two links, each with its sentences and its strength, comes first: the stronger one; but one sentence shows
/// little, however rare the names in it are, and comes after several.
fn first_of(a: (u32, f64), b: (u32, f64)) -> Ordering {
    (b.0 > 1).cmp(&(a.0 > 1)).then(b.1.total_cmp(&a.1))
}

#[derive(Clone, Debug, PartialEq, Properties)]
struct AroundProps {
    middle: EntityId,
    within: Docs,
    state: ViewState,
}

/// The strongest links of one name.
#[component]
fn Around(props: &AroundProps) -> Html {
    let corpus = use_library().corpus();
    let AroundProps { middle, within, state } = props.clone();
    let links = use_memo((middle, within), |(middle, within)| strongest(corpus, *middle, within.as_deref()));
    let Some(entity) = corpus.entity(middle) else { return html! {} };
    let title = text!("connect-links-of", name = entity.name());
    let rows: Rc<[Row]> =
        links.iter().map(|link| Row { one: middle, other: link.entity, n_sentences: link.n_sentences }).collect();
    let diagram = Diagram::of_one(corpus, middle, &links);
    html! {
        <>
            if links.is_empty() {
                { element("p", "view__none", rich!("connect-alone", name = isolated(entity.name()))) }
            } else {
                { element("p", "connect__said", words(&text!("connect-choose-second"))) }
                { section(title.clone(), html! { <LinkTable {rows} state={state.clone()} /> }) }
                <NodeDiagram {diagram} {title} {state} />
            }
        </>
    }
}

#[derive(Clone, Debug, PartialEq, Properties)]
struct StrongestProps {
    found: Found,
    within: Docs,
    state: ViewState,
}

/// The strongest links among the names in what was found.
#[component]
fn Strongest(props: &StrongestProps) -> Html {
    let corpus = use_library().corpus();
    let rows = use_memo((props.found.clone(), props.within.clone()), |(found, within)| {
        let mut named = found.answer.named(None, &Called::default());
        named.retain(|(entity, _)| entity.kind().is_name());
        sort::by_key(&mut named, |&(_, n)| std::cmp::Reverse(n));
        named.truncate(MAX_COMPARED);
        let mut rows: Vec<(f64, Row)> = Vec::new();
        for (entity, _) in &named {
            for link in entity.links(within.as_deref()) {
                let Some(other) = corpus.entity(link.entity).filter(|other| other.id() > entity.id()) else { continue };
                if named.iter().any(|(named, _)| named.id() == other.id()) {
                    let strength = entity.association(&other, link.n_sentences).strength;
                    let row = Row { one: entity.id(), other: other.id(), n_sentences: link.n_sentences };
                    rows.extend((strength > 0.0).then_some((strength, row)));
                }
            }
        }
        sort::stable(&mut rows, |a, b| first_of((a.1.n_sentences, a.0), (b.1.n_sentences, b.0)));
        rows.into_iter().map(|(_, row)| row).collect::<Rc<[Row]>>()
    });
    let diagram = use_memo(rows.clone(), |rows| Diagram::of_many(corpus, &links_of(rows)));
    html! {
        if rows.is_empty() {
            { element("p", "view__none", words(&text!("connect-no-links"))) }
        } else {
            { element("p", "connect__said", words(&text!("connect-choose"))) }
            { section(text!("connect-links"), html! {
                <>
                    <NodeDiagram diagram={(*diagram).clone()} title={text!("connect-network")} state={props.state.clone()} />
                    <LinkTable rows={(*rows).clone()} state={props.state.clone()} />
                </>
            }) }
        }
    }
}

/// A link as a row of a table.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Row {
    one: EntityId,
    other: EntityId,
    n_sentences: u32,
}

/// The two names of each row, and in how many sentences they stand together.
fn links_of(rows: &[Row]) -> Vec<(EntityId, EntityId, u32)> {
    rows.iter().map(|row| (row.one, row.other, row.n_sentences)).collect()
}

#[derive(Clone, Debug, PartialEq, Properties)]
struct LinkTableProps {
    rows: Rc<[Row]>,
    state: ViewState,
}

/// Links, each with a way to its sentences.
#[component]
fn LinkTable(props: &LinkTableProps) -> Html {
    let corpus = use_library().corpus();
    let n_shown = use_state_eq(|| PAGE);
    let row = |row: &Row| {
        let (Some(one), Some(other)) = (corpus.entity(row.one), corpus.entity(row.other)) else { return html! {} };
        let expected = one.association(&other, row.n_sentences).expected;
        let name = |entity: &EntityView<'_>| html! { <bdi class="name" data-kind={entity.kind().word()}>{ entity.name().to_owned() }</bdi> };
        let names = rich!("connect-both", one = name(&one), other = name(&other));
        let id = format!("link-{}-{}", row.one.0, row.other.0);
        html! {
            <tr key={id.clone()}>
                <th scope="row"><a class="names__name connect__pair" {id} href={props.state.connect(&one, Some(&other)).href()}>{ names }</a></th>
                { element("td", "names__count", words(&format::number(row.n_sentences as usize))) }
                { element("td", "names__count", words(&format::decimal(expected))) }
            </tr>
        }
    };
    let files = Offer::of_table(text!("connect-files-links"), {
        let (rows, state) = (props.rows.clone(), props.state.clone());
        move || tables::links(corpus, &links_of(&rows), &state)
    });
    let n_left = props.rows.len().saturating_sub(*n_shown);
    let show_more = {
        let n_shown = n_shown.clone();
        move |_| n_shown.set(*n_shown + PAGE)
    };
    html! {
        <>
            <table class="names names--narrow">
                <caption class="visually-hidden">{ text!("connect-pairs") }</caption>
                <thead><tr>
                    <th scope="col">{ text!("column-names") }</th>
                    <th scope="col" class="names__count">{ text!("column-same-sentence") }</th>
                    <th scope="col" class="names__count">{ text!("column-by-chance") }</th>
                </tr></thead>
                <tbody>{ for props.rows.iter().take(*n_shown).map(row) }</tbody>
            </table>
            if n_left > 0 {
                <button class="results__more" type="button" onclick={show_more}>
                    { text!("show-more", n = n_left.min(PAGE), all = props.rows.len()) }
                </button>
            }
            { take_away("links", files) }
        </>
    }
}
