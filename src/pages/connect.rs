//! How two names are connected, by which sentences; and of one name, or of what was found, the strongest links.

use std::rc::Rc;

use corpus::links::{Asked, Chain, Link, Together};
use corpus::model::EntityId;
use corpus::search::Unit;
use corpus::{Corpus, EntityView, sort};
use yew::{Callback, Html, Properties, component, html, use_memo, use_state_eq};

use crate::components::element::{all, element, isolated, link, list, words};
use crate::components::{
    ChainList, Diagram, MAX_NODES, NamePicker, NodeDiagram, Offer, chips, documents, evidence, take_away,
};
use crate::format;
use crate::hooks::{Entry, Found, use_library};
use crate::tables;
use crate::view_state::ViewState;

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
            <h1 class="view__title" id="page-heading" tabindex="-1">{ "Connect" }</h1>
            { element("p", "view__about", words(&about(state, found))) }
            { chips(state, found) }
            <div class="connect__names" role="group" aria-label="Which names">
                <NamePicker id="connect-a" label="From" chosen={a} on_choose={set("a")} />
                if a.is_some() || b.is_some() {
                    <a class="connect__swap choice" href={swapped.href()} aria-label="Swap the two names">{ "⇄" }</a>
                }
                <NamePicker id="connect-b" label="To" chosen={b} on_choose={set("b")} />
            </div>
            if a.is_some() && b.is_some() {
                <details class="connect__more" open={through.is_some() || !state.setting("without").is_empty()}>
                    <summary class="facet__more">{ "By way of certain names only" }</summary>
                    <div class="connect__names">
                        <NamePicker id="connect-through" label="Through" chosen={through} on_choose={set("through")} />
                        <NamePicker id="connect-without" label="Not through" chosen={None::<EntityId>} on_choose={on_without} />
                    </div>
                    { excluded(corpus, state) }
                </details>
            }
            if has_unknown { { element("p", "view__none", words("A name in the address is not in this collection; it was left out.")) } }
            { shown }
        </section>
    }
}

fn about(state: &ViewState, found: &Found) -> String {
    let how = "Which sentences name two together, and by which others they are connected. Standing together is no \
               relation: read the sentences.";
    match (state.is_blank(), found.answer.unit()) {
        (false, Unit::Document) => {
            format!("{how} Only the {} found count.", format::count(found.answer.n_docs(), "article", "articles"))
        }
        _ => how.to_owned(),
    }
}

/// The names that chains may not lead through, each with a way to allow it again.
fn excluded(corpus: &Corpus<'_>, state: &ViewState) -> Html {
    let all_of_them = state.entities_set(corpus, "without");
    let chip = |own: &EntityView<'_>| {
        let rest: Vec<EntityView<'_>> = all_of_them.iter().filter(|other| other.id() != own.id()).copied().collect();
        let label = format!("Allow {} again", own.name());
        html! { <a class="choice" href={state.with_entities("without", &rest).href()} aria-label={label}>{ "not " }{ isolated(own.name()) }{ " ×" }</a> }
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
    let title = format!("How {} and {} are connected", one.name(), other.name());
    let diagram = Diagram::of_chains(a, b, n_direct, &chains[..chains.len().min(MAX_DRAWN)]);
    let mut files = Offer::of_table("What both share", {
        let (together, links) = (together.clone(), links.clone());
        move || tables::evidence(corpus, &together, &links)
    });
    if !chains.is_empty() {
        let (chains, links) = (chains.clone(), links.clone());
        files.extend(Offer::of_table("Chains", move || tables::chains(corpus, &chains, &links)));
    }
    let apart = together.docs.iter().map(|own| own.doc);
    let apart =
        apart.filter(|doc| ![&together.sentences, &together.apart].iter().any(|all| all.iter().any(|s| s.doc == *doc)));
    html! {
        <>
            <div role="status">{ answer(&one, &other, &together, props.within.is_some()) }</div>
            if n_direct > 0 {
                { section(&format!("In one sentence ({})", format::number(together.sentences.len())), few(&together.sentences)) }
            }
            if !together.apart.is_empty() {
                { section(&format!("In one paragraph, in different sentences ({})", format::number(together.apart.len())), few(&together.apart)) }
            }
            if n_direct == 0 && together.apart.is_empty() && corpus.n_docs() > 1 && !together.docs.is_empty() {
                { section("In one article, further apart", documents(corpus, apart.take(FEW), &links)) }
            }
            if chains.is_empty() {
                { section("By way of others", no_chain(corpus, props)) }
            } else {
                { section(&format!("By way of others ({})", n_chains(chains.len())), all(vec![
                    element("p", "part__why", words("Each link is sentences that name both, more than chance would bring. \
                        The chain comes first of which the weakest link is strongest. Open one to read its sentences.")),
                    html! { <ChainList chains={(*chains).clone()} {within} state={links.clone()} /> },
                ])) }
            }
            if n_direct > 0 || !chains.is_empty() { <NodeDiagram {diagram} title={title.clone()} state={links.clone()} /> }
            { take_away(&title, files) }
        </>
    }
}

fn n_chains(n: usize) -> String {
    if n == MAX_CHAINS { format!("the {n} strongest") } else { format::count(n, "chain", "chains") }
}

fn section(title: &str, inside: Html) -> Html {
    element("section", "part", all(vec![element("h2", "part__title", words(title)), inside]))
}

/// The answer in words.
fn answer(one: &EntityView<'_>, other: &EntityView<'_>, together: &Together, is_narrowed: bool) -> Html {
    let names = || {
        vec![element("strong", "", isolated(one.name())), words(" and "), element("strong", "", isolated(other.name()))]
    };
    let is_only = one.corpus().n_docs() == 1;
    let n = together.sentences.len();
    let mut docs: Vec<_> = together.sentences.iter().map(|shared| shared.doc).collect();
    docs.dedup();
    let in_articles = |n: usize| match is_only {
        true => String::new(),
        false => format!(" in {}", format::count(n, "article", "articles")),
    };
    let first = match (n, together.n_paragraphs, together.docs.len()) {
        (0, 0, 0) => " are in no article together.".to_owned(),
        (0, 0, n) => format!(
            " are in no paragraph together{}.",
            if is_only { String::new() } else { format!(", but in {}", format::count(n, "article", "articles")) }
        ),
        (0, n, docs) => format!(
            " are never in the same sentence, but in the same paragraph {}{}.",
            times(n as usize),
            in_articles(docs)
        ),
        (n, paragraphs, all) => {
            let more = match is_only {
                true => String::new(),
                false => format!(", in the same article in {}", format::number(all)),
            };
            format!(
                " are in the same sentence {}{}; in the same paragraph {}{more}.",
                times(n),
                in_articles(docs.len()),
                times(paragraphs as usize)
            )
        }
    };
    let mut said = names();
    said.push(words(&first));
    let mut parts = vec![element("p", "connect__said", all(said))];
    let mut notes = Vec::new();
    if n > 0 && !is_narrowed {
        let association = one.association(other, n as u32);
        let than = match (association.is_rare(), association.strength > 0.0) {
            (true, _) => "That is clearly more than chance would bring",
            (false, true) => "That is little more than chance would bring",
            (false, false) => "That is no more than chance would bring",
        };
        notes.push(format!("{than} ({} of them).", format::decimal(association.expected)));
    }
    let n_retold: usize = together.docs.iter().map(|own| own.retold.len()).sum();
    if n_retold > 0 {
        notes.push(format!(
            "{} again what another told; that counts once.",
            format::count(n_retold, "article tells", "articles tell")
        ));
    }
    if together.n_unread > 0 {
        notes.push(format!("Counted in the first {} articles that name both.", format::number(MAX_DOCS)));
    }
    parts.push(element("p", "part__why", words(&notes.join(" "))));
    all(parts)
}

fn times(n: usize) -> String {
    match n {
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        n => format!("{} times", format::number(n)),
    }
}

/// That there is no chain, and what comes nearest.
fn no_chain(corpus: &'static Corpus<'static>, props: &PairProps) -> Html {
    let within = props.within.as_deref();
    let mut said = vec![element(
        "p",
        "",
        words("No chain of up to four links connects them, of links that are more than chance."),
    )];
    let around = |entity: EntityId| -> Vec<EntityId> {
        let strongest = strongest(corpus, entity, within).into_iter().take(MAX_NODES).map(|link| link.entity);
        std::iter::once(entity).chain(strongest).collect()
    };
    let (of_one, of_other) = (around(props.a), around(props.b));
    for (entity, around) in [(props.a, &of_one), (props.b, &of_other)] {
        if let (Some(entity), [_]) = (corpus.entity(entity), around.as_slice()) {
            said.push(element(
                "p",
                "",
                all(vec![
                    isolated(entity.name()),
                    words(" stands in no sentence with another name more often than by chance."),
                ]),
            ));
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
            all(vec![isolated(x.name()), words(" and "), isolated(y.name())]),
        );
        Some(all(vec![pair, words(&format!(": in {}", format::count(n, "article", "articles")))]))
    };
    let near: Vec<Html> = near.iter().take(3).filter_map(entry).collect();
    if !near.is_empty() && corpus.n_docs() > 1 {
        said.push(element(
            "p",
            "",
            words("What comes nearest: names that stand beside one and the other, in one article."),
        ));
        said.push(list("profile__list", near));
    }
    all(said)
}

/// The links of a name that are more than chance, the strongest first.
fn strongest(corpus: &Corpus<'_>, of: EntityId, within: Option<&[bool]>) -> Vec<Link> {
    let Some(entity) = corpus.entity(of) else { return Vec::new() };
    let strength = |link: &Link| {
        corpus.entity(link.entity).map_or(0.0, |other| entity.association(&other, link.n_sentences).strength)
    };
    let links = entity.links(within).into_iter().map(|link| (strength(&link), link));
    let mut links: Vec<(f64, Link)> = links.filter(|(strength, _)| *strength > 0.0).collect();
    sort::stable(&mut links, |a, b| b.0.total_cmp(&a.0));
    links.into_iter().map(|(_, link)| link).collect()
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
    let title = format!("The strongest links of {}", entity.name());
    let rows: Rc<[Row]> =
        links.iter().map(|link| Row { one: middle, other: link.entity, n_sentences: link.n_sentences }).collect();
    let diagram = Diagram::of_one(corpus, middle, &links);
    html! {
        <>
            if links.is_empty() {
                { element("p", "view__none", all(vec![isolated(entity.name()), words(" stands in no sentence with another name more often than by chance.")])) }
            } else {
                { element("p", "connect__said", words("Choose a second name, in the field or in the table, to see how the two are connected.")) }
                { section(&title, html! { <LinkTable {rows} state={state.clone()} /> }) }
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
        let mut named = found.answer.named(None, "");
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
        sort::stable(&mut rows, |a, b| b.0.total_cmp(&a.0));
        rows.into_iter().map(|(_, row)| row).collect::<Rc<[Row]>>()
    });
    html! {
        if rows.is_empty() {
            { element("p", "view__none", words("No two names stand in one sentence more often than by chance.")) }
        } else {
            { element("p", "connect__said", words("Choose one name to see its strongest links, or two to see how they are connected.")) }
            { section("The strongest links", html! { <LinkTable rows={(*rows).clone()} state={props.state.clone()} /> }) }
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
        let names = all(vec![name(&one), words(" and "), name(&other)]);
        let id = format!("link-{}-{}", row.one.0, row.other.0);
        html! {
            <tr key={id.clone()}>
                <th scope="row"><a class="names__name connect__pair" {id} href={props.state.connect(&one, Some(&other)).href()}>{ names }</a></th>
                { element("td", "names__count", words(&format::number(row.n_sentences as usize))) }
                { element("td", "names__count", words(&format::decimal(expected))) }
            </tr>
        }
    };
    let files = Offer::of_table("Links", {
        let (rows, state) = (props.rows.clone(), props.state.clone());
        move || {
            let links: Vec<_> = rows.iter().map(|row| (row.one, row.other, row.n_sentences)).collect();
            tables::links(corpus, &links, &state)
        }
    });
    let n_left = props.rows.len().saturating_sub(*n_shown);
    let show_more = {
        let n_shown = n_shown.clone();
        move |_| n_shown.set(*n_shown + PAGE)
    };
    html! {
        <>
            <table class="names names--narrow">
                <caption class="visually-hidden">{ "Pairs of names, the strongest link first" }</caption>
                <thead><tr>
                    <th scope="col">{ "Names" }</th>
                    <th scope="col" class="names__count">{ "Same sentence" }</th>
                    <th scope="col" class="names__count">{ "By chance" }</th>
                </tr></thead>
                <tbody>{ for props.rows.iter().take(*n_shown).map(row) }</tbody>
            </table>
            if n_left > 0 {
                <button class="results__more" type="button" onclick={show_more}>
                    { format!("Show {} more of {}", n_left.min(PAGE), format::number(props.rows.len())) }
                </button>
            }
            { take_away("links", files) }
        </>
    }
}
