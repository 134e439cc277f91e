//! A small drawing of names and the links between them: a companion of the lists that say the same in words.
//!
//! Names stand where an algorithm puts them that knows nothing of chance. Of chains: in columns by how many links they
//! are away from the first name, in each column from top to bottom in the order in which the chains name them, which is
//! that of their strength. Of one name: that one in the middle, the others on either side of it, by kind and strength.

use std::fmt::Write;

use corpus::Corpus;
use corpus::links::{Chain, Link};
use corpus::model::EntityId;
use yew::{Html, Properties, component, html};

use crate::dom::download;
use crate::export::escaped;
use crate::hooks::use_library;
use crate::text;
use crate::view_state::ViewState;

/// Most names in a drawing.
pub const MAX_NODES: usize = 30;

/// Lengths in the units of the drawing.
const COLUMN: i32 = 190;
const ROW: i32 = 52;
const SIDE_ROW: i32 = 30;
const MARGIN: i32 = 90;
const RADIUS: i32 = 7;
/// Places between the two ends of chains: chains of one to four links divide this evenly.
const WHOLE: i32 = 12;
/// Links among those around a name that are drawn.
const MAX_ASIDE: usize = 12;
/// Letters of a name that are drawn.
const NAME_CHARS: usize = 24;

#[derive(Clone, Debug, PartialEq)]
struct Node {
    entity: EntityId,
    x: i32,
    y: i32,
    /// Where its name stands: under it, before it, or behind it.
    side: Side,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Side {
    Under,
    Before,
    Behind,
}

#[derive(Clone, Debug, PartialEq)]
struct Edge {
    from: usize,
    to: usize,
    n_sentences: u32,
    /// How far the line bends to the middle, from 0.
    bend: i32,
}

/// Names with their places, and the links between them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Diagram {
    nodes: Vec<Node>,
    edges: Vec<Edge>,
    width: i32,
    height: i32,
}

impl Diagram {
    /// Two names, what they share directly if they do, and as many of the chains as there is room for.
    pub fn of_chains(from: EntityId, to: EntityId, n_direct: u32, chains: &[Chain]) -> Self {
        let mut columns: Vec<(EntityId, i32)> = vec![(from, 0), (to, WHOLE)];
        let mut links: Vec<(EntityId, EntityId, u32)> = Vec::new();
        if n_direct > 0 {
            links.push((from, to, n_direct));
        }
        let mut n_columns = 2;
        for chain in chains {
            let names: Vec<EntityId> = chain.names().collect();
            let is_known = |name: &EntityId| columns.iter().any(|(known, _)| known == name);
            if columns.len() + names.iter().filter(|name| !is_known(name)).count() > MAX_NODES {
                break;
            }
            n_columns = n_columns.max(names.len());
            for (at, &name) in names.iter().enumerate() {
                if !columns.iter().any(|(known, _)| *known == name) {
                    columns.push((name, WHOLE * at as i32 / (names.len() - 1) as i32));
                }
            }
            for (pair, hop) in names.windows(2).zip(&chain.hops) {
                let is_drawn = |&(a, b, _): &(EntityId, EntityId, u32)| [(a, b), (b, a)].contains(&(pair[0], pair[1]));
                if !links.iter().any(is_drawn) {
                    links.push((pair[0], pair[1], hop.n_sentences));
                }
            }
        }
        let width = (n_columns - 1) as i32 * COLUMN;
        // How many stand at each distance already.
        let mut rows: Vec<(i32, usize)> = Vec::new();
        let mut placed: Vec<(EntityId, i32, usize)> = Vec::new();
        for (entity, at) in columns {
            let row = match rows.iter_mut().find(|(known, _)| *known == at) {
                Some((_, n)) => {
                    *n += 1;
                    *n - 1
                }
                None => {
                    rows.push((at, 1));
                    0
                }
            };
            placed.push((entity, at, row));
        }
        let most = rows.iter().map(|(_, n)| *n).max().unwrap_or(1);
        let height = most as i32 * ROW;
        let node = |(entity, at, row): (EntityId, i32, usize)| {
            let n = rows.iter().find(|(known, _)| *known == at).map_or(1, |(_, n)| *n);
            let y = height * (2 * row as i32 + 1) / (2 * n as i32);
            Node { entity, x: MARGIN + at * width / WHOLE, y, side: Side::Under }
        };
        let nodes = placed.into_iter().map(node).collect();
        let bend = if most > 1 { height / 4 } else { ROW };
        let mut diagram = Self { nodes, edges: Vec::new(), width: width + 2 * MARGIN, height: height + ROW };
        for (at, (one, other, n_sentences)) in links.into_iter().enumerate() {
            // The direct line would run through what stands between.
            diagram.add(one, other, n_sentences, if at == 0 && n_direct > 0 && n_columns > 2 { bend } else { 0 });
        }
        diagram
    }

    /// A name with others around it, and the strongest links among these.
    pub fn of_one(corpus: &Corpus<'_>, middle: EntityId, around: &[Link]) -> Self {
        let mut around: Vec<Link> = around.iter().take(MAX_NODES - 1).copied().collect();
        corpus::sort::by_key(&mut around, |link| corpus.entity(link.entity).map(|entity| entity.kind()));
        let n_before = around.len().div_ceil(2);
        let height = n_before as i32 * SIDE_ROW;
        let (width, side) = (4 * MARGIN + COLUMN, 2 * MARGIN);
        let mut nodes = vec![Node { entity: middle, x: width / 2, y: height / 2, side: Side::Under }];
        for (at, link) in around.iter().enumerate() {
            let is_before = at < n_before;
            let (row, n) = if is_before { (at, n_before) } else { (at - n_before, around.len() - n_before) };
            let y = height * (2 * row as i32 + 1) / (2 * n as i32);
            let (x, side) = if is_before { (side, Side::Before) } else { (width - side, Side::Behind) };
            nodes.push(Node { entity: link.entity, x, y, side });
        }
        let mut diagram = Self { nodes, edges: Vec::new(), width, height: height + ROW / 2 };
        around.iter().for_each(|link| diagram.add(middle, link.entity, link.n_sentences, 0));
        let mut others = Vec::new();
        for (at, own) in around.iter().enumerate() {
            let Some(entity) = corpus.entity(own.entity) else { continue };
            for link in entity.links(None) {
                let other =
                    corpus.entity(link.entity).filter(|_| around.iter().skip(at + 1).any(|a| a.entity == link.entity));
                let strength = other.map(|other| entity.association(&other, link.n_sentences));
                others.extend(
                    strength.filter(|strength| strength.is_rare()).map(|own| (own.strength, entity.id(), link)),
                );
            }
        }
        corpus::sort::stable(&mut others, |a, b| b.0.total_cmp(&a.0));
        for (_, one, link) in others.into_iter().take(MAX_ASIDE) {
            diagram.add(one, link.entity, link.n_sentences, MARGIN / 2);
        }
        diagram
    }

    fn add(&mut self, one: EntityId, other: EntityId, n_sentences: u32, bend: i32) {
        let at = |entity| self.nodes.iter().position(|node| node.entity == entity);
        if let (Some(from), Some(to)) = (at(one), at(other)) {
            self.edges.push(Edge { from, to, n_sentences, bend });
        }
    }

    /// The path of a link's line, and the middle of it.
    fn line(&self, edge: &Edge) -> (String, i32, i32) {
        let (from, to) = (&self.nodes[edge.from], &self.nodes[edge.to]);
        let (x, y) = ((from.x + to.x) / 2, (from.y + to.y) / 2);
        // Within one column to the middle of the drawing, otherwise up or down.
        let (x, y) = match (edge.bend > 0, from.x == to.x) {
            (false, _) => (x, y),
            (true, true) => (x + edge.bend * (self.width / 2 - x).signum(), y),
            (true, false) => (x, y + edge.bend),
        };
        let middle = |a: i32, control: i32, b: i32| (a + 2 * control + b) / 4;
        let path = format!("M{} {}Q{x} {y} {} {}", from.x, from.y, to.x, to.y);
        (path, middle(from.x, x, to.x), middle(from.y, y, to.y))
    }

    /// The drawing as a file of its own.
    pub fn to_svg(&self, corpus: &Corpus<'_>, title: &str) -> String {
        let (width, height) = (self.width, self.height);
        let mut svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" \
             height=\"{height}\" font-family=\"sans-serif\" font-size=\"13\">\n<title>{}</title>\n\
             <rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n",
            escaped(title)
        );
        for edge in &self.edges {
            let (path, x, y) = self.line(edge);
            let stroke = stroke(edge.n_sentences);
            let _ = writeln!(svg, "<path d=\"{path}\" fill=\"none\" stroke=\"#888\" stroke-width=\"{stroke}\"/>");
            if edge.bend == 0 || edge.n_sentences > 1 {
                let n = edge.n_sentences;
                let _ = writeln!(svg, "<text x=\"{x}\" y=\"{y}\" fill=\"#555\" font-size=\"11\">{n}</text>");
            }
        }
        for node in &self.nodes {
            let name = corpus.entity(node.entity).map_or("", |entity| entity.name());
            let (x, y, anchor) = label_place(node);
            let _ = writeln!(
                svg,
                "<circle cx=\"{}\" cy=\"{}\" r=\"{RADIUS}\" fill=\"#333\"/>\n\
                 <text x=\"{x}\" y=\"{y}\" text-anchor=\"{anchor}\">{}</text>",
                node.x,
                node.y,
                escaped(name)
            );
        }
        svg.push_str("</svg>\n");
        svg
    }
}

/// Wider with more sentences, but never as wide as a name.
fn stroke(n_sentences: u32) -> String {
    let tenths = 10 + 6 * n_sentences.checked_ilog2().map_or(0, |log| log + 1);
    format!("{}.{}", tenths / 10, tenths % 10)
}

fn label_place(node: &Node) -> (i32, i32, &'static str) {
    match node.side {
        Side::Under => (node.x, node.y + RADIUS + 15, "middle"),
        Side::Before => (node.x - RADIUS - 5, node.y + 4, "end"),
        Side::Behind => (node.x + RADIUS + 5, node.y + 4, "start"),
    }
}

#[derive(Clone, Debug, PartialEq, Properties)]
pub struct NodeDiagramProps {
    /// What is drawn.
    pub diagram: Diagram,
    /// What it shows, in words.
    pub title: String,
    /// What links start from.
    pub state: ViewState,
}

/// The drawing; each name in it leads to its profile.
#[component]
pub fn NodeDiagram(props: &NodeDiagramProps) -> Html {
    let corpus = use_library().corpus();
    let NodeDiagramProps { diagram, title, state } = props;
    let edge = |edge: &Edge| {
        let (path, x, y) = diagram.line(edge);
        let class = if edge.bend > 0 { "diagram__edge diagram__edge--aside" } else { "diagram__edge" };
        html! {
            <>
                <path {class} d={path} stroke-width={stroke(edge.n_sentences)} />
                if edge.bend == 0 {
                    <text class="diagram__n" x={x.to_string()} y={(y - 4).to_string()}>{ edge.n_sentences.to_string() }</text>
                }
            </>
        }
    };
    let node = |node: &Node| {
        let Some(entity) = corpus.entity(node.entity) else { return html! {} };
        let (x, y, anchor) = label_place(node);
        let name = entity.name();
        let short: String = name.chars().take(NAME_CHARS).collect();
        let short = if short.len() < name.len() { format!("{short}…") } else { short };
        html! {
            <a href={state.entity(&entity).href()} aria-label={name.to_owned()}>
                <title>{ name.to_owned() }</title>
                <circle class="diagram__node" data-kind={entity.kind().word()} cx={node.x.to_string()} cy={node.y.to_string()}
                    r={RADIUS.to_string()} />
                <text class="diagram__label" x={x.to_string()} y={y.to_string()} text-anchor={anchor}>{ short }</text>
            </a>
        }
    };
    let on_save = {
        let (diagram, title) = (diagram.clone(), title.clone());
        move |_| {
            download::save(
                &format!("{}.svg", download::file_name(&title)),
                "image/svg+xml",
                &diagram.to_svg(corpus, &title),
            )
        }
    };
    html! {
        <figure class="diagram">
            <figcaption class="diagram__title">{ title.clone() }</figcaption>
            <div class="diagram__frame">
                <svg class="diagram__drawing" role="group" aria-label={title.clone()}
                    viewBox={format!("0 0 {} {}", diagram.width, diagram.height)}>
                    { for diagram.edges.iter().map(edge) }
                    { for diagram.nodes.iter().map(node) }
                </svg>
            </div>
            <button class="results__more" type="button" onclick={on_save}>{ text!("diagram-save") }</button>
        </figure>
    }
}
