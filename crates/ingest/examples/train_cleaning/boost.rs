//! Learning boosted trees: gradient boosting of the logistic loss, leaf by leaf, over features cut into bins.
//! J. H. Friedman, "Greedy Function Approximation: A Gradient Boosting Machine", Annals of Statistics 29 (2001); the
//! gain of a split is that of T. Chen and C. Guestrin, "XGBoost" (2016), equation 7.

use std::fmt::Write;

/// How many leaves each tree has at most, how much of each tree's answer is taken.
const MAX_LEAVES: usize = 12;
const LEARNING_RATE: f64 = 0.08;
/// The fewest examples in a leaf, and how much a leaf's answer is drawn to 0.
const MIN_LEAF: usize = 20;
const SHRINKAGE: f64 = 1.0;
/// Most bins of a feature.
const MAX_BINS: usize = 64;

/// Rows of features with what they should be answered with and how much they count.
#[derive(Default)]
pub struct Examples {
    pub rows: Vec<Vec<f32>>,
    pub labels: Vec<bool>,
    pub weights: Vec<f64>,
    /// How many rows each choice has, if the rows are the answers to choose from: of the rows of a choice one at most
    /// is right, and none of them is one more answer, of score 0. If empty, each row is answered for itself.
    pub choices: Vec<usize>,
}

impl Examples {
    /// How likely each row is right by the scores: the logistic function, over all answers to the same choice.
    fn chances(&self, scores: &[f64]) -> Vec<f64> {
        if self.choices.is_empty() {
            return scores.iter().map(|score| 1.0 / (1.0 + (-score).exp())).collect();
        }
        let mut chances = Vec::with_capacity(scores.len());
        let mut rest = scores;
        for &n in &self.choices {
            let (own, others) = rest.split_at(n);
            let all: f64 = 1.0 + own.iter().map(|score| score.exp()).sum::<f64>();
            chances.extend(own.iter().map(|score| score.exp() / all));
            rest = others;
        }
        chances
    }
}

struct Binned {
    /// Per feature: the values at which bins end.
    cuts: Vec<Vec<f32>>,
    /// Per feature: the bin of each row.
    bins: Vec<Vec<u8>>,
}

fn binned(rows: &[Vec<f32>]) -> Binned {
    let n_features = rows[0].len();
    let (mut cuts, mut bins) = (Vec::new(), Vec::new());
    for feature in 0..n_features {
        let mut values: Vec<f32> = rows.iter().map(|row| row[feature]).collect();
        values.sort_by(f32::total_cmp);
        let mut own: Vec<f32> = Vec::new();
        let mut unique = values.clone();
        unique.dedup();
        let middle = |low: f32, high: f32| low + (high - low) / 2.0;
        if unique.len() <= MAX_BINS {
            own.extend(unique.windows(2).map(|pair| middle(pair[0], pair[1])));
        } else {
            for bin in 1..MAX_BINS {
                let at = bin * values.len() / MAX_BINS;
                let above = values[at..].iter().copied().find(|&value| value > values[at - 1]);
                own.extend(above.map(|above| middle(values[at - 1], above)));
            }
            own.dedup();
        }
        // Written with four digits, so they are used so.
        own.iter_mut().for_each(|cut| *cut = format!("{cut:.4}").parse().expect("a number"));
        own.dedup();
        bins.push(rows.iter().map(|row| own.partition_point(|&cut| cut <= row[feature]) as u8).collect());
        cuts.push(own);
    }
    Binned { cuts, bins }
}

#[derive(Clone, Copy, Default)]
struct Sum {
    gradient: f64,
    hessian: f64,
    n: u32,
}

impl Sum {
    fn add(&mut self, other: Sum) {
        self.gradient += other.gradient;
        self.hessian += other.hessian;
        self.n += other.n;
    }

    fn minus(self, other: Sum) -> Sum {
        Sum { gradient: self.gradient - other.gradient, hessian: self.hessian - other.hessian, n: self.n - other.n }
    }

    fn worth(self) -> f64 {
        self.gradient * self.gradient / (self.hessian + SHRINKAGE)
    }

    fn answer(self) -> f64 {
        -self.gradient / (self.hessian + SHRINKAGE) * LEARNING_RATE
    }
}

/// A tree while it grows.
enum Node {
    Leaf(f64),
    Choice { feature: usize, bin: usize, below: usize, other: usize },
}

struct Leaf {
    node: usize,
    rows: Vec<u32>,
    histogram: Vec<Sum>,
    total: Sum,
    best: Option<(f64, usize, usize)>,
}

/// Learns a model of `n_trees` trees and returns it as `Forest::parse` reads it. Each tree may choose among that many
/// percent of the features, drawn anew for each: less than all makes the trees differ, as in L. Breiman, "Random
/// Forests", Machine Learning 45 (2001).
pub fn learn(examples: &Examples, n_trees: usize, percent_of_features: u64) -> String {
    let data = binned(&examples.rows);
    let n = examples.rows.len();
    let share = |is: bool| -> f64 {
        examples.labels.iter().zip(&examples.weights).filter(|(label, _)| **label == is).map(|(_, weight)| weight).sum()
    };
    let bias = (share(true) / share(false)).ln();
    let mut scores = vec![bias; n];
    let mut model = String::new();
    writeln!(model, "bias {bias:.4}").expect("a string");
    let mut is_open = vec![true; data.bins.len()];
    for tree in 0..n_trees as u64 {
        for (feature, is_open) in (0..).zip(&mut is_open) {
            *is_open = drawn(tree, feature) % 100 < percent_of_features;
        }
        let chances = examples.chances(&scores);
        let sums: Vec<Sum> = (0..n)
            .map(|row| {
                let chance = chances[row];
                let weight = examples.weights[row];
                let label = f64::from(u8::from(examples.labels[row]));
                Sum { gradient: (chance - label) * weight, hessian: chance * (1.0 - chance) * weight, n: 1 }
            })
            .collect();
        let nodes = grow(&data, &sums, &is_open, &mut scores);
        let mut words = Vec::new();
        write_tree(&data, &nodes, 0, &mut words);
        writeln!(model, "{}", words.join(" ")).expect("a string");
    }
    model
}

/// A number for each feature of each tree, the same each time. The steps are those of G. Steele, D. Lea and C. Flood,
/// "Fast Splittable Pseudorandom Number Generators" (2014).
fn drawn(tree: u64, feature: u64) -> u64 {
    let mut number = (tree << 32 | feature).wrapping_add(1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    number = (number ^ (number >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    number = (number ^ (number >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    number ^ (number >> 31)
}

fn grow(data: &Binned, sums: &[Sum], is_open: &[bool], scores: &mut [f64]) -> Vec<Node> {
    let rows: Vec<u32> = (0..sums.len() as u32).collect();
    let mut nodes = vec![Node::Leaf(0.0)];
    let mut leaves = vec![leaf(data, sums, is_open, 0, rows, None)];
    while leaves.len() < MAX_LEAVES {
        let gain = |leaf: &Leaf| leaf.best.map_or(0.0, |(gain, _, _)| gain);
        let Some(at) = (0..leaves.len()).max_by(|&a, &b| gain(&leaves[a]).total_cmp(&gain(&leaves[b]))) else { break };
        let Some((_, feature, bin)) = leaves[at].best.filter(|best| best.0 > 1e-9) else { break };
        let parent = leaves.swap_remove(at);
        let (below, other): (Vec<u32>, Vec<u32>) =
            parent.rows.iter().partition(|&&row| usize::from(data.bins[feature][row as usize]) <= bin);
        let (low, high) = (nodes.len(), nodes.len() + 1);
        nodes.extend([Node::Leaf(0.0), Node::Leaf(0.0)]);
        nodes[parent.node] = Node::Choice { feature, bin, below: low, other: high };
        let (small, large, small_node, large_node) =
            if below.len() <= other.len() { (below, other, low, high) } else { (other, below, high, low) };
        let small = leaf(data, sums, is_open, small_node, small, None);
        let large = leaf(data, sums, is_open, large_node, large, Some((&parent.histogram, &small.histogram)));
        leaves.push(small);
        leaves.push(large);
    }
    for leaf in leaves {
        let answer: f64 = format!("{:.4}", leaf.total.answer()).parse().expect("a number");
        nodes[leaf.node] = Node::Leaf(answer);
        leaf.rows.iter().for_each(|&row| scores[row as usize] += answer);
    }
    nodes
}

fn leaf(
    data: &Binned,
    sums: &[Sum],
    is_open: &[bool],
    node: usize,
    rows: Vec<u32>,
    less: Option<(&Vec<Sum>, &Vec<Sum>)>,
) -> Leaf {
    let n_features = data.bins.len();
    let histogram: Vec<Sum> = match less {
        Some((parent, sibling)) => parent.iter().zip(sibling).map(|(parent, sibling)| parent.minus(*sibling)).collect(),
        None => {
            let mut histogram = vec![Sum::default(); n_features * MAX_BINS];
            for (feature, bins) in data.bins.iter().enumerate() {
                let own = &mut histogram[feature * MAX_BINS..][..MAX_BINS];
                rows.iter().for_each(|&row| own[usize::from(bins[row as usize])].add(sums[row as usize]));
            }
            histogram
        }
    };
    let mut total = Sum::default();
    histogram[..MAX_BINS].iter().for_each(|sum| total.add(*sum));
    let mut best: Option<(f64, usize, usize)> = None;
    for feature in (0..n_features).filter(|&feature| is_open[feature]) {
        let mut below = Sum::default();
        for bin in 0..data.cuts[feature].len() {
            below.add(histogram[feature * MAX_BINS + bin]);
            let other = total.minus(below);
            if (below.n as usize) < MIN_LEAF || (other.n as usize) < MIN_LEAF {
                continue;
            }
            let gain = below.worth() + other.worth() - total.worth();
            if best.is_none_or(|(most, _, _)| gain > most) {
                best = Some((gain, feature, bin));
            }
        }
    }
    Leaf { node, rows, histogram, total, best }
}

fn write_tree(data: &Binned, nodes: &[Node], at: usize, words: &mut Vec<String>) {
    match nodes[at] {
        Node::Leaf(answer) => words.push(format!("={answer}")),
        Node::Choice { feature, bin, below, other } => {
            words.push(format!("{feature}<{}", data.cuts[feature][bin]));
            write_tree(data, nodes, below, words);
            write_tree(data, nodes, other, words);
        }
    }
}
