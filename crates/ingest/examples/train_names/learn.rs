//! Learning weights: a conditional random field, by stochastic gradients whose steps shrink with what they have done
//! (AdaGrad). Single precision, a fixed order and its own exponential function: the same data give the same weights.

use std::collections::HashMap;

use ingest::recognize::training::{N_TAGS, Sentence, Weights, may_follow};

/// Room for the weights of one feature.
const ROW_LEN: usize = 16;

type Row = [f32; ROW_LEN];

/// How sentences are gone through.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    pub n_epochs: usize,
    /// The size of the first steps.
    pub rate: f32,
    /// How strongly weights are drawn to nought.
    pub shrink: f32,
    /// How much must speak for a weight at each step for it not to be nought.
    pub least: f32,
    /// How many percent of the features are passed over each time, so that none relies on another.
    pub dropped: u64,
    /// Over how many of the last epochs the weights are averaged.
    pub n_averaged: usize,
}

/// A sentence to learn from.
#[derive(Debug)]
pub struct Example<'e> {
    pub sentence: &'e Sentence,
    pub gold: &'e [u8],
    pub weight: f32,
    /// What is already known about each token; nothing if nothing is.
    pub base: &'e [[i16; ROW_LEN]],
}

/// Weights in nats.
#[derive(Debug, Default)]
pub struct Learned {
    pub weights: Vec<(u32, [f32; N_TAGS])>,
    pub transitions: [[f32; N_TAGS]; N_TAGS],
}

/// Weights and the squares of all their steps.
struct Table {
    weights: Vec<Row>,
    squares: Vec<Row>,
}

impl Table {
    fn new(len: usize) -> Self {
        Self { weights: vec![[0.0; ROW_LEN]; len], squares: vec![[0.0; ROW_LEN]; len] }
    }

    fn step(&mut self, row: usize, gradient: &Row, rate: f32, shrink: f32, least: f32) {
        let (weights, squares) = (&mut self.weights[row], &mut self.squares[row]);
        for lane in 0..ROW_LEN {
            let slope = gradient[lane] + shrink * weights[lane];
            squares[lane] += slope * slope;
            let step = rate / (squares[lane].sqrt() + 1e-4);
            let weight = weights[lane] - step * slope;
            // What is left of a weight that too little speaks for is nought.
            weights[lane] = weight - weight.clamp(-step * least, step * least);
        }
    }
}

/// Learns weights of these features, which are in rising order, from the examples. `scale` is how many units of `base` one nat has; transitions that are given are kept.
pub fn learn(
    examples: &[Example<'_>],
    features: &[u32],
    settings: Settings,
    scale: f32,
    fixed: Option<[[f32; N_TAGS]; N_TAGS]>,
) -> Learned {
    let numbers: HashMap<u32, u32, Plain> =
        features.iter().zip(0..).map(|(&feature, number)| (feature, number)).collect();
    let known = |example: &Example<'_>| {
        let (mut rows, mut ends) = (Vec::with_capacity(example.sentence.answers.len()), Vec::new());
        for idx in 0..example.gold.len() {
            rows.extend(example.sentence.answers(idx).iter().filter_map(|answer| numbers.get(answer).copied()));
            ends.push(rows.len());
        }
        (rows, ends)
    };
    let rows: Vec<(Vec<u32>, Vec<usize>)> = examples.iter().map(known).collect();
    let mut table = Table::new(features.len());
    let mut transitions = Table::new(N_TAGS);
    for (row, fixed) in transitions.weights.iter_mut().zip(fixed.iter().flatten()) {
        row[..N_TAGS].copy_from_slice(fixed);
    }
    let mut order: Vec<u32> = (0..examples.len() as u32).collect();
    let mut random = Random(0x2545_f491_4f6c_dd1d);
    let mut field = Field::default();
    let mut kept = Vec::new();
    let mut sums = vec![[0.0; ROW_LEN]; features.len() + N_TAGS];
    for epoch in 0..settings.n_epochs {
        random.shuffle(&mut order);
        let rate = settings.rate * if epoch + 2 >= settings.n_epochs { 0.5 } else { 1.0 };
        let share = 100.0 / (100 - settings.dropped) as f32;
        for &at in &order {
            let (example, (all, ends)) = (&examples[at as usize], &rows[at as usize]);
            kept.clear();
            let mut kept_ends = Vec::with_capacity(ends.len());
            let mut start = 0;
            for &end in ends {
                kept.extend(
                    all[start..end].iter().copied().filter(|_| settings.dropped == 0 || !random.hits(settings.dropped)),
                );
                kept_ends.push(kept.len());
                start = end;
            }
            field.emissions.clear();
            start = 0;
            for (idx, &end) in kept_ends.iter().enumerate() {
                let mut sum = [0.0; ROW_LEN];
                for &row in &kept[start..end] {
                    sum.iter_mut().zip(&table.weights[row as usize]).for_each(|(sum, weight)| *sum += weight);
                }
                sum.iter_mut().for_each(|sum| *sum *= share);
                if let Some(base) = example.base.get(idx) {
                    sum.iter_mut().zip(base).for_each(|(sum, &base)| *sum += f32::from(base) / scale);
                }
                field.emissions.push(sum);
                start = end;
            }
            field.expect(&transitions.weights, example.gold);
            start = 0;
            for (idx, &end) in kept_ends.iter().enumerate() {
                let gradient = field.gradients[idx].map(|slope| slope * example.weight);
                if gradient.iter().any(|slope| slope.abs() > 1e-3) {
                    for &row in &kept[start..end] {
                        table.step(row as usize, &gradient, rate, settings.shrink, settings.least);
                    }
                }
                start = end;
            }
            if fixed.is_none() {
                for (row, gradient) in field.pairs.iter().enumerate() {
                    transitions.step(
                        row,
                        &gradient.map(|slope| slope * example.weight),
                        rate,
                        settings.shrink,
                        settings.least,
                    );
                }
            }
        }
        if epoch + settings.n_averaged >= settings.n_epochs {
            let share = 1.0 / settings.n_averaged as f32;
            for (sums, weights) in sums.iter_mut().zip(table.weights.iter().chain(&transitions.weights)) {
                sums.iter_mut().zip(weights).for_each(|(sum, weight)| *sum += weight * share);
            }
        }
    }
    let (weights, transitions) = sums.split_at(features.len());
    let weights = features.iter().zip(weights).map(|(&feature, row)| (feature, first(row))).collect();
    let mut learned = Learned { weights, ..Learned::default() };
    for (row, weights) in learned.transitions.iter_mut().zip(transitions) {
        *row = first(weights);
    }
    learned
}

fn first(row: &Row) -> [f32; N_TAGS] {
    let mut tags = [0.0; N_TAGS];
    tags.copy_from_slice(&row[..N_TAGS]);
    tags
}

/// What a sentence is expected to be, and by how much it is something else.
#[derive(Default)]
struct Field {
    emissions: Vec<Row>,
    gradients: Vec<Row>,
    pairs: [Row; N_TAGS],
    ahead: Vec<Row>,
    behind: Vec<Row>,
}

impl Field {
    fn expect(&mut self, transitions: &[Row], gold: &[u8]) {
        let n = self.emissions.len();
        let mut weights = [[0.0; ROW_LEN]; N_TAGS];
        for &(tag, next) in pairs() {
            weights[usize::from(tag)][usize::from(next)] = exp(transitions[usize::from(tag)][usize::from(next)]);
        }
        for row in &mut self.emissions {
            let most = row[..N_TAGS].iter().fold(f32::MIN, |most, &weight| most.max(weight));
            row[..N_TAGS].iter_mut().for_each(|weight| *weight = exp(*weight - most));
            row[N_TAGS..].fill(0.0);
        }
        self.ahead.clear();
        self.behind.clear();
        self.behind.resize(n, [0.0; ROW_LEN]);
        for idx in 0..n {
            let mut row = [0.0; ROW_LEN];
            if idx == 0 {
                (0..N_TAGS).filter(|&tag| may_follow(0, tag as u8)).for_each(|tag| row[tag] = 1.0);
            } else {
                let last = self.ahead[idx - 1];
                for (tag, weights) in weights.iter().enumerate() {
                    row.iter_mut().zip(weights).for_each(|(sum, weight)| *sum += last[tag] * weight);
                }
            }
            row.iter_mut().zip(&self.emissions[idx]).for_each(|(sum, weight)| *sum *= weight);
            self.ahead.push(normal(row));
        }
        (0..N_TAGS).filter(|&tag| may_follow(tag as u8, 0)).for_each(|tag| self.behind[n - 1][tag] = 1.0);
        for idx in (1..n).rev() {
            let mut next = self.behind[idx];
            next.iter_mut().zip(&self.emissions[idx]).for_each(|(sum, weight)| *sum *= weight);
            let mut row = [0.0; ROW_LEN];
            for (tag, weights) in weights.iter().enumerate() {
                row[tag] = next.iter().zip(weights).map(|(next, weight)| next * weight).sum();
            }
            self.behind[idx - 1] = normal(row);
        }
        self.gradients.clear();
        self.pairs = [[0.0; ROW_LEN]; N_TAGS];
        for idx in 0..n {
            let mut row = self.ahead[idx];
            row.iter_mut().zip(&self.behind[idx]).for_each(|(sum, weight)| *sum *= weight);
            row = normal(row);
            row[usize::from(gold[idx])] -= 1.0;
            self.gradients.push(row);
            if idx > 0 && (row.iter().any(|slope| slope.abs() > 1e-3)) {
                self.add_pairs(idx, &weights, gold);
            }
        }
    }

    fn add_pairs(&mut self, idx: usize, weights: &[Row; N_TAGS], gold: &[u8]) {
        let mut expected = [[0.0; ROW_LEN]; N_TAGS];
        let mut total = 0.0;
        for &(tag, next) in pairs() {
            let (tag, next) = (usize::from(tag), usize::from(next));
            let sum =
                self.ahead[idx - 1][tag] * weights[tag][next] * self.emissions[idx][next] * self.behind[idx][next];
            expected[tag][next] = sum;
            total += sum;
        }
        if total > 0.0 {
            for (sums, expected) in self.pairs.iter_mut().zip(&expected) {
                sums.iter_mut().zip(expected).for_each(|(sum, expected)| *sum += expected / total);
            }
            self.pairs[usize::from(gold[idx - 1])][usize::from(gold[idx])] -= 1.0;
        }
    }
}

fn normal(mut row: Row) -> Row {
    let sum: f32 = row.iter().sum();
    let factor = 1.0 / sum.max(1e-30);
    row.iter_mut().for_each(|part| *part *= factor);
    row
}

/// The exponential function, with additions, multiplications and an exponent alone, so that it is the same everywhere.
/// Its error is below a hundred thousandth of its value.
fn exp(x: f32) -> f32 {
    let x = x.clamp(-80.0, 80.0) * std::f32::consts::LOG2_E;
    let whole = x.floor();
    let part = x - whole;
    let fraction = 1.0
        + part
            * (std::f32::consts::LN_2
                + part * (0.240_226_5 + part * (0.055_504_11 + part * (0.009_618_13 + part * 0.001_333_36))));
    f32::from_bits(((whole as i32 + 127) as u32) << 23) * fraction
}

/// A row of numbers that look as if they had no order, always the same.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        self.0 >> 33
    }

    fn hits(&mut self, percent: u64) -> bool {
        self.next() % 100 < percent
    }

    fn shuffle(&mut self, order: &mut [u32]) {
        for idx in (1..order.len()).rev() {
            let other = self.next() as usize % (idx + 1);
            order.swap(idx, other);
        }
    }
}

/// Features are hashes already.
#[derive(Clone, Copy, Default)]
struct Plain;

impl std::hash::BuildHasher for Plain {
    type Hasher = PlainHasher;

    fn build_hasher(&self) -> PlainHasher {
        PlainHasher(0)
    }
}

struct PlainHasher(u64);

impl std::hash::Hasher for PlainHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, _: &[u8]) {}

    fn write_u32(&mut self, number: u32) {
        self.0 = u64::from(number).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
}

/// The features with the largest weights, in rising order.
pub fn telling(learned: &Learned, n_kept: usize) -> Vec<u32> {
    let size = |row: &[f32; N_TAGS]| row.iter().fold(0.0f32, |most, weight| most.max(weight.abs()));
    let mut sizes: Vec<(u32, u32)> = learned
        .weights
        .iter()
        .map(|(feature, row)| ((size(row) * 1e4) as u32, *feature))
        .filter(|&(size, _)| size > 0)
        .collect();
    sizes.sort_unstable_by(|a, b| b.cmp(a));
    let mut kept: Vec<u32> = sizes.into_iter().take(n_kept).map(|(_, feature)| feature).collect();
    kept.sort_unstable();
    kept
}

/// The features that are seen often enough, in rising order.
pub fn frequent(examples: &[Example<'_>], min_count: u32) -> Vec<u32> {
    let mut all: Vec<u32> = Vec::new();
    for example in examples {
        all.extend(&example.sentence.answers);
    }
    all.sort_unstable();
    all.chunk_by(|a, b| a == b).filter(|same| same.len() >= min_count as usize).map(|same| same[0]).collect()
}

fn pairs() -> &'static [(u8, u8)] {
    static PAIRS: std::sync::LazyLock<Vec<(u8, u8)>> = std::sync::LazyLock::new(|| {
        let tags = 0..N_TAGS as u8;
        let all = tags.clone().flat_map(|tag| tags.clone().map(move |next| (tag, next)));
        all.filter(|&(tag, next)| may_follow(tag, next)).collect()
    });
    &PAIRS
}

/// Weights in whole numbers of eight bits, as they are stored.
pub fn quantise(weights: &[(u32, [f32; N_TAGS])], scale: f32) -> Weights {
    let small = |weight: &f32| (weight * scale).round().clamp(-127.0, 127.0) as i8;
    let all = weights.iter().map(|(feature, row)| {
        let mut quantised = [0; N_TAGS];
        quantised.iter_mut().zip(row).for_each(|(small_weight, weight)| *small_weight = small(weight));
        (*feature, quantised)
    });
    all.filter(|(_, row)| row.iter().any(|&weight| weight != 0)).collect()
}
