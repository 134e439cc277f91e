//! Which sets of shingles hold at least half of each other, found without comparing all with all.
//!
//! The smaller set of a pair looks for the larger. If half of its shingles are in the other, then of its rarest three
//! quarters at least those are that make up the half without the last quarter. So only the rare shingles' lists are
//! walked, and hardly a pair is compared that is not alike.

use corpus::parallel;

/// How many stories on each side of its own place a story looks at in the list of one shingle. A shingle with longer
/// lists is boilerplate, or a story that hundreds have printed: its neighbours in the list stand for all of them, so
/// that the work stays linear.
const MAX_REACH: usize = 32;

/// From how much on two sets are alike whatever they share, in percent.
const SURELY_ALIKE: u8 = 75;

/// In how many sets a shingle may stand that is no set phrase.
const MAX_RARE: usize = 8;

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
    parallel::flat_map_runs(sets.len(), |run| {
        let mut n_hits = vec![0usize; sets.len()];
        run.flat_map(|idx| larger(&lists, idx, &mut n_hits)).collect()
    })
}

/// The pairs of a set with those that are larger. `n_hits` is all zero before and after.
fn larger(lists: &Lists, idx: usize, n_hits: &mut [usize]) -> Vec<Alike> {
    let own_len = lists.lens[idx];
    let mut rare: Vec<(usize, u32)> = lists.of_set[idx].iter().map(|&list| (lists.list(list).len(), list)).collect();
    // The rarest of all are those of no other set, which have no list.
    let n_alone = own_len - rare.len();
    let n_rare = (own_len - own_len / 4).saturating_sub(n_alone);
    if n_rare < rare.len() {
        rare.select_nth_unstable(n_rare);
        rare.truncate(n_rare);
    }
    let n_needed = own_len.div_ceil(2) - own_len / 4;
    let mut met = Vec::new();
    for (_, list) in rare {
        for other in around(lists.list(list), idx as u32).iter().map(|&other| other as usize) {
            let is_larger = (lists.lens[other], other) > (own_len, idx);
            if is_larger {
                if n_hits[other] == 0 {
                    met.push(other);
                }
                n_hits[other] += 1;
            }
        }
    }
    let hits = met.into_iter().filter(|&other| std::mem::take(&mut n_hits[other]) >= n_needed);
    hits.filter_map(|other| compare(lists, idx, other)).collect()
}

/// Compares the smaller set with the larger one. Up to [`SURELY_ALIKE`] percent, what they share must be theirs: half of
/// it may stand in any number of stories, as the set phrases of a trade do ("entered the securities market to arrange"),
/// but not more.
fn compare(lists: &Lists, smaller: usize, larger: usize) -> Option<Alike> {
    let (own, other, own_len) = (&lists.of_set[smaller], &lists.of_set[larger], lists.lens[smaller]);
    let shared = || own.iter().filter(|list| other.binary_search(list).is_ok());
    let n_shared = shared().count();
    let n_rare = shared().filter(|&&list| lists.list(list).len() <= MAX_RARE).count();
    let shared_percent = u8::try_from(n_shared * 100 / own_len.max(1)).unwrap_or(100);
    let is_alike = n_shared * 2 >= own_len && (shared_percent >= SURELY_ALIKE || n_rare * 2 >= n_shared);
    is_alike.then_some(Alike { pair: (smaller.min(larger), smaller.max(larger)), shared_percent })
}

/// The part of a shingle's list that is near the set's own place.
fn around(list: &[u32], own: u32) -> &[u32] {
    let at = list.partition_point(|&set| set < own);
    &list[at.saturating_sub(MAX_REACH)..list.len().min(at + MAX_REACH + 1)]
}

/// For every shingle of several sets those sets, and for every set its shingles, as numbers of their lists.
struct Lists {
    sets: Vec<u32>,
    starts: Vec<usize>,
    of_set: Vec<Vec<u32>>,
    /// How many shingles each set has, those included that no other has.
    lens: Vec<usize>,
}

impl Lists {
    fn of(sets: &[&[u64]]) -> Self {
        let is_met = met_again(sets);
        let mut all = parallel::flat_map_runs(sets.len(), |run| {
            let met =
                |idx: usize| sets[idx].iter().filter(|&&shingle| is_met(shingle)).map(move |&own| (own, idx as u32));
            run.flat_map(met).collect()
        });
        // What is not met again is there once.
        let mut lens: Vec<usize> = sets.iter().map(|set| set.len()).collect();
        all.iter().for_each(|&(_, set)| lens[set as usize] -= 1);
        parallel::sort(&mut all);
        all.dedup();
        all.iter().for_each(|&(_, set)| lens[set as usize] += 1);
        let mut lists = Self {
            sets: Vec::with_capacity(all.len()),
            starts: Vec::new(),
            of_set: vec![Vec::new(); sets.len()],
            lens,
        };
        for same in all.chunk_by(|(a, _), (b, _)| a == b).filter(|same| same.len() > 1) {
            for &(_, set) in same {
                lists.of_set[set as usize].push(lists.starts.len() as u32);
            }
            lists.starts.push(lists.sets.len());
            lists.sets.extend(same.iter().map(|&(_, set)| set));
        }
        lists.starts.push(lists.sets.len());
        lists
    }

    fn list(&self, list: u32) -> &[u32] {
        &self.sets[self.starts[list as usize]..self.starts[list as usize + 1]]
    }
}

/// Tells of a shingle whether several sets may have it: always if they do, and seldom if they do not. Most shingles are
/// those of one set, and need not be sorted. (A Bloom filter with one hash, which the shingle is itself.)
fn met_again(sets: &[&[u64]]) -> impl Fn(u64) -> bool + Sync {
    let n_shingles: usize = sets.iter().map(|set| set.len()).sum();
    let mask = (n_shingles * 8).next_power_of_two() as u64 - 1;
    let mut met = vec![0u8; mask as usize / 4 + 1];
    // Two bits a place: met, and met again.
    let place = move |shingle: u64| ((shingle & mask) as usize / 4, (shingle & 3) * 2);
    for &shingle in sets.iter().copied().flatten() {
        let (byte, bit) = place(shingle);
        met[byte] |= ((met[byte] >> bit & 1) << 1 | 1) << bit;
    }
    move |shingle| {
        let (byte, bit) = place(shingle);
        met[byte] >> bit & 2 != 0
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    /// All pairs compared with all.
    fn naive(sets: &[&[u64]]) -> BTreeSet<((usize, usize), u8)> {
        let sets: Vec<BTreeSet<u64>> = sets.iter().map(|set| set.iter().copied().collect()).collect();
        let is_rare = |shingle: &&u64| sets.iter().filter(|set| set.contains(shingle)).count() <= MAX_RARE;
        let mut pairs = BTreeSet::new();
        for (b, second) in sets.iter().enumerate() {
            for (a, first) in sets[..b].iter().enumerate() {
                let smaller = first.len().min(second.len());
                let n_shared = first.intersection(second).count();
                let n_rare = first.intersection(second).filter(is_rare).count();
                let percent = n_shared * 100 / smaller.max(1);
                if smaller > 0 && n_shared * 2 >= smaller && (percent >= 75 || n_rare * 2 >= n_shared) {
                    pairs.insert(((a, b), percent as u8));
                }
            }
        }
        pairs
    }

    fn check(sets: &[&[u64]]) {
        let found = alike(sets);
        let pairs: BTreeSet<_> = found.iter().map(|alike| (alike.pair, alike.shared_percent)).collect();
        assert_eq!(pairs.len(), found.len(), "a pair twice");
        assert_eq!(pairs, naive(sets), "{sets:?}");
    }

    #[test]
    fn half_of_the_smaller_set_is_enough_and_less_is_not() {
        check(&[&[1, 2, 3, 4], &[3, 4, 5, 6, 7, 8]]);
        check(&[&[1, 2, 3, 4], &[4, 5, 6, 7, 8]]);
        check(&[&[1, 1, 2, 2], &[2, 2, 1], &[], &[]]);
        assert_eq!(alike(&[&[1, 2, 3], &[2, 3, 4]]), [Alike { pair: (0, 1), shared_percent: 66 }]);
        assert_eq!(alike(&[&[1, 2, 3], &[3, 4, 5]]), []);
    }

    #[test]
    fn set_phrases_of_many_make_no_pair_unless_nearly_all_is_shared() {
        let sets: Vec<Vec<u64>> = (0..20).map(|own| vec![1, 2, 3, 100 + own, 200 + own]).collect();
        let sets: Vec<&[u64]> = sets.iter().map(Vec::as_slice).collect();
        assert_eq!(alike(&sets), []);
        let sets: Vec<Vec<u64>> = (0..20).map(|own| vec![1, 2, 3, 100 + own]).collect();
        let sets: Vec<&[u64]> = sets.iter().map(Vec::as_slice).collect();
        assert_eq!(alike(&sets).len(), 190);
        check(&sets);
    }

    #[test]
    fn of_a_thousand_that_are_alike_each_finds_its_neighbours_only() {
        let sets: Vec<Vec<u64>> = (0..1000).map(|own| (0..40).chain([1000 + own]).collect()).collect();
        let sets: Vec<&[u64]> = sets.iter().map(Vec::as_slice).collect();
        let found = alike(&sets);
        assert!(found.len() <= 1000 * MAX_REACH, "{}", found.len());
        assert!((0..1000).all(|own| found.iter().any(|alike| alike.pair.0 == own || alike.pair.1 == own)));
    }

    proptest! {
        #[test]
        fn the_join_finds_what_comparing_all_with_all_finds(
            sets in prop::collection::vec(prop::collection::vec(0u64..24, 0..24), 0..12)
        ) {
            check(&sets.iter().map(Vec::as_slice).collect::<Vec<_>>());
        }
    }
}
