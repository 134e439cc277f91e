//! Which sets of shingles hold at least half of each other, found without comparing all with all.
//!
//! The smaller set of a pair looks for the larger. If half of its shingles are in the other, then of its rarest three
//! quarters at least those are that make up the half without the last quarter. So only the rare shingles' lists are
//! walked, and hardly a pair is compared that is not alike.

/// How many stories on each side of its own place a story looks at in the list of one shingle. A shingle with longer
/// lists is boilerplate, or a story that hundreds have printed: its neighbours in the list stand for all of them, so
/// that the work stays linear.
const MAX_REACH: usize = 64;

/// Two sets of which the larger holds half of the smaller or more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Alike {
    /// Indices of the sets, the lower one first.
    pub(super) pair: (usize, usize),
    /// How much of the smaller set the larger one holds, in percent, rounded down.
    pub(super) shared_percent: u8,
}

/// All pairs of sets that are alike. A set is a list of shingles in any order, with repetitions; an empty one is like no
/// other.
pub(super) fn alike(sets: &[&[u64]]) -> Vec<Alike> {
    let lists = Lists::of(sets);
    let mut n_hits = vec![0usize; sets.len()];
    let mut pairs = Vec::new();
    for (idx, own) in lists.of_set.iter().enumerate() {
        let mut rarest_first = own.clone();
        rarest_first.sort_unstable_by_key(|&list| (lists.list(list).len(), list));
        let n_rare = own.len() - own.len() / 4;
        let n_needed = own.len().div_ceil(2) - own.len() / 4;
        let mut met = Vec::new();
        for &list in &rarest_first[..n_rare] {
            for &other in around(lists.list(list), idx) {
                let is_larger = (lists.of_set[other].len(), other) > (own.len(), idx);
                if is_larger {
                    if n_hits[other] == 0 {
                        met.push(other);
                    }
                    n_hits[other] += 1;
                }
            }
        }
        for other in met {
            let n_hits = std::mem::take(&mut n_hits[other]);
            if n_hits >= n_needed {
                pairs.extend(compare(&lists, idx, other));
            }
        }
    }
    pairs
}

/// Compares the smaller set with the larger one.
fn compare(lists: &Lists, smaller: usize, larger: usize) -> Option<Alike> {
    let (own, other) = (&lists.of_set[smaller], &lists.of_set[larger]);
    let n_shared = own.iter().filter(|list| other.binary_search(list).is_ok()).count();
    let shared_percent = u8::try_from(n_shared * 100 / own.len().max(1)).unwrap_or(100);
    let pair = (smaller.min(larger), smaller.max(larger));
    (n_shared * 2 >= own.len()).then_some(Alike { pair, shared_percent })
}

/// The part of a shingle's list that is near the set's own place.
fn around(list: &[usize], own: usize) -> &[usize] {
    let at = list.partition_point(|&set| set < own);
    &list[at.saturating_sub(MAX_REACH)..list.len().min(at + MAX_REACH + 1)]
}

/// For every shingle the sets that have it, and for every set its shingles, as numbers of their lists.
struct Lists {
    sets: Vec<usize>,
    starts: Vec<usize>,
    of_set: Vec<Vec<usize>>,
}

impl Lists {
    fn of(sets: &[&[u64]]) -> Self {
        let mut all: Vec<(u64, u32)> = Vec::with_capacity(sets.iter().map(|set| set.len()).sum());
        for (idx, set) in (0u32..).zip(sets) {
            all.extend(set.iter().map(|&shingle| (shingle, idx)));
        }
        all.sort_unstable();
        all.dedup();
        let mut lists =
            Self { sets: Vec::with_capacity(all.len()), starts: Vec::new(), of_set: vec![Vec::new(); sets.len()] };
        for same in all.chunk_by(|(a, _), (b, _)| a == b) {
            for &(_, set) in same {
                lists.of_set[set as usize].push(lists.starts.len());
            }
            lists.starts.push(lists.sets.len());
            lists.sets.extend(same.iter().map(|&(_, set)| set as usize));
        }
        lists.starts.push(lists.sets.len());
        lists
    }

    fn list(&self, list: usize) -> &[usize] {
        &self.sets[self.starts[list]..self.starts[list + 1]]
    }
}
