//! Where names and the links between them stand in a drawing, and the drawing as a file of its own.
//!
//! Names stand where an algorithm puts them that knows nothing of chance. Of chains: in columns by how many links they
//! are away from the first name, in each column from top to bottom in the order in which the chains name them, which is
//! that of their strength. Of many: on a ring, by kind and strength, evenly from top to bottom so that no name covers
//! another. Of one name: that one in the middle of the ring of the others.

use std::fmt::Write;

use corpus::links::{Chain, Link};
use corpus::model::{EntityId, EntityKind};
use corpus::{Corpus, EntityView};

use crate::export::escaped;
use crate::format;

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
/// Links that are drawn on a ring.
const MAX_ON_RING: usize = 60;

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
    curve: Curve,
}

/// The way of a link's line.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Curve {
    Straight,
    /// Bent down, out of the way of what stands between, by so much.
    Aside(i32),
    /// Bent to the middle of a ring.
    Inward,
}

/// A link's line, as it is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The names at its ends.
    pub ends: [EntityId; 2],
    /// In how many sentences they stand together.
    pub n_sentences: u32,
    /// What `d` of an SVG path is.
    pub path: String,
    /// How wide it is.
    pub width: String,
    /// Where the number of sentences stands, if there is room for one.
    pub number: Option<(i32, i32)>,
}

/// A mark with its label, as it is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Whose colour it has.
    pub kind: EntityKind,
    /// What `d` of an SVG path is.
    pub outline: String,
    /// Where the label stands.
    pub label_at: (i32, i32),
    /// Which point of the label stands there: `text-anchor` of SVG.
    pub anchor: &'static str,
    /// The label.
    pub label: String,
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
            let is_direct = at == 0 && n_direct > 0 && n_columns > 2;
            let curve = if is_direct { Curve::Aside(bend) } else { Curve::Straight };
            diagram.add(one, other, n_sentences, curve);
        }
        diagram
    }

    /// A name with others around it, and the strongest links among these.
    pub fn of_one(corpus: &Corpus<'_>, middle: EntityId, around: &[Link]) -> Self {
        let around = &around[..around.len().min(MAX_NODES - 1)];
        let mut diagram = Self::on_ring(corpus, around.iter().map(|link| link.entity).collect());
        let (x, y) = (diagram.width / 2, diagram.height / 2);
        diagram.nodes.push(Node { entity: middle, x, y, side: Side::Under });
        around.iter().for_each(|link| diagram.add(middle, link.entity, link.n_sentences, Curve::Straight));
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
            diagram.add(one, link.entity, link.n_sentences, Curve::Inward);
        }
        diagram
    }

    /// The names of the first of some links, which are the strongest, and the links among them.
    pub fn of_many(corpus: &Corpus<'_>, links: &[(EntityId, EntityId, u32)]) -> Self {
        let mut names: Vec<EntityId> = Vec::new();
        let mut drawn: Vec<(EntityId, EntityId, u32)> = Vec::new();
        for &(one, other, n_sentences) in links {
            let new = [one, other].into_iter().filter(|name| !names.contains(name)).collect::<Vec<_>>();
            if drawn.len() < MAX_ON_RING && names.len() + new.len() <= MAX_NODES {
                names.extend(new);
                drawn.push((one, other, n_sentences));
            }
        }
        let mut diagram = Self::on_ring(corpus, names);
        drawn.into_iter().for_each(|(one, other, n_sentences)| diagram.add(one, other, n_sentences, Curve::Inward));
        diagram
    }

    /// Names on a ring, by kind, the strongest of each first.
    fn on_ring(corpus: &Corpus<'_>, mut names: Vec<EntityId>) -> Self {
        corpus::sort::by_key(&mut names, |&name| corpus.entity(name).map(|entity| entity.kind()));
        // Down the right side, and up the left one.
        let n_right = names.len().div_ceil(2);
        let height = n_right as i32 * SIDE_ROW;
        let (reach, room) = (MARGIN + height * 2 / 5, 2 * MARGIN);
        let node = |(at, &entity): (usize, &EntityId)| {
            let is_right = at < n_right;
            let (row, n) = if is_right { (at, n_right) } else { (names.len() - 1 - at, names.len() - n_right) };
            // From -1 at the top to 1 at the bottom.
            let down = f64::from(2 * row as i32 + 1) / f64::from(n as i32) - 1.0;
            let out = (f64::from(reach) * (1.0 - down * down).sqrt()).round() as i32;
            let (x, side) = if is_right { (out, Side::Behind) } else { (-out, Side::Before) };
            let y = (f64::from(height) * (down + 1.0) / 2.0).round() as i32;
            Node { entity, x: room + reach + x, y, side }
        };
        let nodes = names.iter().enumerate().map(node).collect();
        Self { nodes, edges: Vec::new(), width: 2 * (room + reach), height }
    }

    fn add(&mut self, one: EntityId, other: EntityId, n_sentences: u32, curve: Curve) {
        let at = |entity| self.nodes.iter().position(|node| node.entity == entity);
        if let (Some(from), Some(to)) = (at(one), at(other)) {
            self.edges.push(Edge { from, to, n_sentences, curve });
        }
    }

    /// Width and height, the legend included.
    pub fn size(&self) -> (i32, i32) {
        (self.width, self.height + ROW)
    }

    /// The links.
    pub fn lines(&self) -> impl Iterator<Item = Line> + '_ {
        self.edges.iter().map(|edge| self.line(edge))
    }

    fn line(&self, edge: &Edge) -> Line {
        let (from, to) = (&self.nodes[edge.from], &self.nodes[edge.to]);
        let (x, y) = ((from.x + to.x) / 2, (from.y + to.y) / 2);
        let (x, y) = match edge.curve {
            Curve::Straight => (x, y),
            Curve::Aside(by) => (x, y + by),
            Curve::Inward => {
                // Half of the way to the middle; between neighbours, who are near one another, less.
                let (to_x, to_y) = (self.width / 2 - x, self.height / 2 - y);
                let length = (from.x - to.x).abs() + (from.y - to.y).abs();
                let way = (to_x.abs() + to_y.abs()).max(1);
                let bent = (way / 2).min(length);
                (x + to_x * bent / way, y + to_y * bent / way)
            }
        };
        // The numbers of many lines on a ring would stand one upon another.
        let has_number = edge.curve != Curve::Inward;
        let middle = |a: i32, control: i32, b: i32| (a + 2 * control + b) / 4;
        // Wider with more sentences, but never as wide as a name.
        let tenths = 10 + 6 * edge.n_sentences.checked_ilog2().map_or(0, |log| log + 1);
        Line {
            ends: [from.entity, to.entity],
            n_sentences: edge.n_sentences,
            path: format!("M{} {}Q{x} {y} {} {}", from.x, from.y, to.x, to.y),
            width: format!("{}.{}", tenths / 10, tenths % 10),
            number: has_number.then(|| (middle(from.x, x, to.x), middle(from.y, y, to.y) - 4)),
        }
    }

    /// The names.
    pub fn names<'c>(&self, corpus: &'c Corpus<'c>) -> impl Iterator<Item = (EntityView<'c>, Mark)> {
        self.nodes.iter().filter_map(|&Node { entity, x, y, side }| {
            let entity = corpus.entity(entity)?;
            let (label_at, anchor) = match side {
                Side::Under => ((x, y + RADIUS + 15), "middle"),
                Side::Before => ((x - RADIUS - 5, y + 4), "end"),
                Side::Behind => ((x + RADIUS + 5, y + 4), "start"),
            };
            let label = format::shortened(entity.name(), NAME_CHARS);
            let kind = entity.kind();
            Some((entity, Mark { kind, outline: outline(kind, x, y), label_at, anchor, label }))
        })
    }

    /// What stands under the drawing: the mark of each kind with the word for it. Nothing if there is only one kind.
    pub fn legend(&self, corpus: &Corpus<'_>) -> Vec<Mark> {
        let mut kinds: Vec<EntityKind> = self.names(corpus).map(|(entity, _)| entity.kind()).collect();
        corpus::sort::by_key(&mut kinds, |&kind| kind);
        kinds.dedup();
        if kinds.len() < 2 {
            return Vec::new();
        }
        let column = self.width / kinds.len() as i32;
        let mark = |(at, kind): (usize, EntityKind)| {
            let (x, y) = (at as i32 * column + column / 3, self.height + ROW / 2);
            let label_at = (x + RADIUS + 5, y + 4);
            Mark { kind, outline: outline(kind, x, y), label_at, anchor: "start", label: format::kind(kind) }
        };
        kinds.into_iter().enumerate().map(mark).collect()
    }

    /// The drawing as a file of its own.
    pub fn to_svg(&self, corpus: &Corpus<'_>, title: &str) -> String {
        let (width, height) = self.size();
        let mut svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" \
             height=\"{height}\" font-family=\"sans-serif\" font-size=\"13\">\n<title>{}</title>\n\
             <rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n",
            escaped(title)
        );
        for Line { path, width, number, n_sentences, .. } in self.lines() {
            let _ = writeln!(svg, "<path d=\"{path}\" fill=\"none\" stroke=\"#888\" stroke-width=\"{width}\"/>");
            if let Some((x, y)) = number {
                let _ = writeln!(svg, "<text x=\"{x}\" y=\"{y}\" fill=\"#555\" font-size=\"11\">{n_sentences}</text>");
            }
        }
        for mark in self.names(corpus).map(|(_, mark)| mark).chain(self.legend(corpus)) {
            let Mark { outline, label_at: (x, y), anchor, label, .. } = mark;
            let _ = writeln!(
                svg,
                "<path d=\"{outline}\" fill=\"#333\"/>\n<text x=\"{x}\" y=\"{y}\" text-anchor=\"{anchor}\">{}</text>",
                escaped(&label)
            );
        }
        svg.push_str("</svg>\n");
        svg
    }
}

/// The outline of a kind's mark around a point: kinds are told apart without colours too.
fn outline(kind: EntityKind, x: i32, y: i32) -> String {
    let (r, half) = (RADIUS, RADIUS - 1);
    match kind {
        EntityKind::Person => format!("M{} {y}a{r} {r} 0 1 0 {} 0a{r} {r} 0 1 0 {} 0Z", x - r, 2 * r, -2 * r),
        EntityKind::Organization => format!("M{} {}h{}v{}h{}Z", x - half, y - half, 2 * half, 2 * half, -2 * half),
        EntityKind::Place => format!("M{} {}h{}L{x} {}Z", x - r, y - half, 2 * r, y + r),
        EntityKind::Group => format!("M{} {y}L{x} {}L{} {y}L{x} {}Z", x - r, y - r, x + r, y + r),
        _ => format!("M{x} {}L{} {}H{}Z", y - r, x + r, y + half, x - r),
    }
}
