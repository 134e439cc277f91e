//! Chains of links: by which names two others are connected, the ones first of which the weakest link is strongest.
//!
//! A chain has at most four links, so that it is found from both ends: one link from either end, and what lies between.
//! The neighbours of an end are taken by the strength of their link. A chain is no stronger than that, so that the search
//! is over once enough chains are known that are stronger.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use foldhash::fast::FixedState;

use super::Within;
use crate::corpus::Corpus;
use crate::model::EntityId;
use crate::sort;

/// Links in the longest chain that is looked for.
const MAX_HOPS: usize = 4;

/// What chains are looked for.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// The name at one end.
    pub from: EntityId,
    /// The name at the other.
    pub to: EntityId,
    /// A name that is to be between them.
    pub through: Option<EntityId>,
    /// Names that are not.
    pub not_through: &'a [EntityId],
    /// The documents that count.
    pub within: Within<'a>,
    /// How many chains are wanted.
    pub max: usize,
}

/// One link of a chain.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hop {
    /// The name that it leads to.
    pub to: EntityId,
    /// How many sentences name both.
    pub n_sentences: u32,
    /// How much more that is than by chance; see [`Association`](super::Association).
    pub strength: f64,
}

/// Names that are linked one to the next.
#[derive(Clone, Debug, PartialEq)]
pub struct Chain {
    /// The name it begins with.
    pub from: EntityId,
    /// Its links.
    pub hops: Vec<Hop>,
}

impl Chain {
    /// Index of the weakest link, the first of equals.
    pub fn weakest(&self) -> usize {
        let strengths = self.hops.iter().enumerate();
        strengths.fold(0, |weakest, (at, hop)| if hop.strength < self.hops[weakest].strength { at } else { weakest })
    }

    fn strength(&self) -> f64 {
        self.hops.get(self.weakest()).map_or(0.0, |hop| hop.strength)
    }

    /// The names in it, both ends included.
    pub fn names(&self) -> impl Iterator<Item = EntityId> {
        std::iter::once(self.from).chain(self.hops.iter().map(|hop| hop.to))
    }
}

impl Corpus<'_> {
    /// The chains of two to four links between two names, the one first of which the weakest link is strongest; of equal
    /// ones, the shorter one. A link counts that is more than chance. A chain is left out if a shorter way between
    /// some of its names is as strong.
    pub fn chains(&self, asked: &Asked<'_>) -> Vec<Chain> {
        let graph = Graph { corpus: self, asked: *asked, known: RefCell::default() };
        let mut best = Best::new(asked.max);
        for n_hops in 2..=MAX_HOPS {
            match asked.through {
                None => graph.find(asked.from, asked.to, n_hops, &mut |chain| best.add(&graph, chain)),
                Some(through) => graph.find_through(through, n_hops, &mut |chain| best.add(&graph, chain)),
            }
        }
        best.chains
    }
}

/// The best chains found so far.
struct Best {
    chains: Vec<Chain>,
    max: usize,
}

impl Best {
    fn new(max: usize) -> Self {
        Self { chains: Vec::new(), max }
    }

    /// Takes a chain if it is among the best; returns the strength that the next ones must exceed.
    fn add(&mut self, graph: &Graph<'_, '_>, chain: Option<Chain>) -> f64 {
        if let Some(chain) = chain.filter(|chain| chain.strength() > self.bar() && !graph.has_shortcut(chain)) {
            let at = self.chains.partition_point(|known| known.strength() >= chain.strength());
            self.chains.insert(at, chain);
            self.chains.truncate(self.max);
        }
        self.bar()
    }

    fn bar(&self) -> f64 {
        self.chains.get(self.max.saturating_sub(1)).map_or(0.0, Chain::strength)
    }
}

/// Offers a chain, if there is one; what comes back is the strength that others must exceed to be worth a look.
type Offer<'o> = dyn FnMut(Option<Chain>) -> f64 + 'o;

/// The links of a name, in the order of the other names' numbers.
type Hops = Rc<[Hop]>;

struct Graph<'g, 'c> {
    corpus: &'g Corpus<'c>,
    asked: Asked<'g>,
    known: RefCell<HashMap<u32, Hops, FixedState>>,
}

impl Graph<'_, '_> {
    /// The links of a name that are more than chance.
    fn hops(&self, from: EntityId) -> Hops {
        if let Some(known) = self.known.borrow().get(&from.0) {
            return known.clone();
        }
        let hop = |entity: crate::corpus::EntityView<'_>| {
            let hops = entity.links(self.asked.within).into_iter().filter_map(|link| {
                if self.asked.not_through.contains(&link.entity) {
                    return None;
                }
                let other = self.corpus.entity(link.entity)?;
                let strength = entity.association(&other, link.n_sentences).strength;
                (strength > 0.0).then_some(Hop { to: link.entity, n_sentences: link.n_sentences, strength })
            });
            hops.collect()
        };
        let hops: Hops = self.corpus.entity(from).map_or_else(|| Rc::from([]), hop);
        self.known.borrow_mut().insert(from.0, hops.clone());
        hops
    }

    fn hop(&self, from: EntityId, to: EntityId) -> Option<Hop> {
        let hops = self.hops(from);
        hops.binary_search_by_key(&to, |hop| hop.to).ok().map(|at| hops[at])
    }

    /// The links of a name, the strongest first.
    fn strongest(&self, from: EntityId) -> Vec<Hop> {
        let mut hops = self.hops(from).to_vec();
        sort::stable(&mut hops, |a, b| b.strength.total_cmp(&a.strength));
        hops
    }

    /// Offers all chains of so many links that may be good enough.
    fn find(&self, from: EntityId, to: EntityId, n_hops: usize, offer: &mut Offer<'_>) {
        let between = |hop: &Hop| hop.to != from && hop.to != to;
        match n_hops {
            1 => drop(offer(self.hop(from, to).map(|hop| Chain { from, hops: vec![hop] }))),
            2 => {
                for one in self.strongest(from).into_iter().filter(between) {
                    let chain = self.hop(to, one.to).map(|last| Chain { from, hops: vec![one, turned(last, to)] });
                    if offer(chain) >= one.strength {
                        return;
                    }
                }
            }
            3 => {
                for one in self.strongest(from).into_iter().filter(between) {
                    if offer(None) >= one.strength {
                        return;
                    }
                    for &two in self.hops(one.to).iter().filter(|two| between(two)) {
                        let last = self.hop(to, two.to);
                        let hops = last.map(|last| vec![one, two, turned(last, to)]);
                        offer(hops.map(|hops| Chain { from, hops }));
                    }
                }
            }
            _ => self.find_four(from, to, offer),
        }
    }

    /// Offers all chains of so many links through a name that may be good enough: each way of the shorter side with
    /// what is on the longer one.
    fn find_through(&self, through: EntityId, n_hops: usize, offer: &mut Offer<'_>) {
        for n_before in 1..n_hops {
            let sides = [(self.asked.from, through, n_before), (through, self.asked.to, n_hops - n_before)];
            let is_first_longer = n_before > n_hops - n_before;
            let [shorter, longer] = if is_first_longer { [sides[1], sides[0]] } else { sides };
            for way in self.ways(shorter) {
                if offer(None) >= way.strength() {
                    break;
                }
                self.find(longer.0, longer.1, longer.2, &mut |other| {
                    offer(other.and_then(|other| {
                        let (one, other) = if is_first_longer { (&other, &way) } else { (&way, &other) };
                        let is_new = |name| one.names().all(|known| known != name);
                        let hops = || [&one.hops[..], &other.hops[..]].concat();
                        other.names().skip(1).all(is_new).then(|| Chain { from: one.from, hops: hops() })
                    }))
                });
            }
        }
    }

    /// The ways of one link or two, the strongest first, but for those that are no stronger than the link between their
    /// ends, which is a shortcut in any chain.
    fn ways(&self, (from, to, n_hops): (EntityId, EntityId, usize)) -> Vec<Chain> {
        let direct = self.hop(from, to).filter(|_| n_hops > 1).map_or(0.0, |hop| hop.strength);
        let mut ways = Vec::new();
        self.find(from, to, n_hops, &mut |chain| {
            ways.extend(chain.filter(|chain| chain.strength() > direct));
            direct
        });
        sort::stable(&mut ways, |a, b| b.strength().total_cmp(&a.strength()));
        ways
    }

    /// Chains of four links: what is two links away from both.
    fn find_four(&self, from: EntityId, to: EntityId, offer: &mut Offer<'_>) {
        let bar = offer(None);
        let mut by_middle: HashMap<u32, Vec<(Hop, Hop)>, FixedState> = HashMap::default();
        let between = |hop: &Hop| hop.to != from && hop.to != to && hop.strength > bar;
        for one in self.strongest(from).into_iter().filter(between) {
            for &two in self.hops(one.to).iter().filter(|two| between(two)) {
                by_middle.entry(two.to.0).or_default().push((one, two));
            }
        }
        for last in self.strongest(to).into_iter().filter(between) {
            if offer(None) >= last.strength {
                return;
            }
            for &three in self.hops(last.to).iter().filter(|three| between(three)) {
                let Some(begun) = by_middle.get(&three.to.0) else { continue };
                for &(one, two) in begun {
                    if one.to != last.to && offer(None) < one.strength.min(two.strength).min(three.strength) {
                        let hops = vec![one, two, turned(three, last.to), turned(last, to)];
                        offer(Some(Chain { from, hops }));
                    }
                }
            }
        }
    }

    /// Whether some names in a chain, not both of its ends, are linked past others and as strongly as the whole.
    fn has_shortcut(&self, chain: &Chain) -> bool {
        let names: Vec<EntityId> = chain.names().collect();
        let strength = chain.strength();
        let last = names.len() - 1;
        let is_short = |from: usize, to: usize| {
            (from, to) != (0, last) && self.hop(names[from], names[to]).is_some_and(|hop| hop.strength >= strength)
        };
        (0..=last).any(|from| (from + 2..=last).any(|to| is_short(from, to)))
    }
}

/// The same link, seen from its other end.
fn turned(hop: Hop, to: EntityId) -> Hop {
    Hop { to, ..hop }
}
