//! Work on many things at once, where there are threads; the results come in the order of the things, so that nobody
//! can tell how many threads there were.

use std::ops::Range;

/// How many things one worker takes at a time where it has something to set up.
const CHUNK_LEN: usize = 256;

/// What `of` makes of each thing.
#[cfg(not(target_arch = "wasm32"))]
pub fn map<T: Send, R: Send>(things: Vec<T>, of: impl Fn(T) -> R + Sync + Send) -> Vec<R> {
    use rayon::prelude::*;
    things.into_par_iter().map(of).collect()
}

/// What `of` makes of each thing.
#[cfg(target_arch = "wasm32")]
pub fn map<T, R>(things: Vec<T>, of: impl Fn(T) -> R) -> Vec<R> {
    things.into_iter().map(of).collect()
}

/// What both make.
#[cfg(not(target_arch = "wasm32"))]
pub fn join<A: Send, B: Send>(one: impl FnOnce() -> A + Send, other: impl FnOnce() -> B + Send) -> (A, B) {
    rayon::join(one, other)
}

/// What both make.
#[cfg(target_arch = "wasm32")]
pub fn join<A, B>(one: impl FnOnce() -> A, other: impl FnOnce() -> B) -> (A, B) {
    (one(), other())
}

/// What `of` makes of each run of the numbers up to `len`, one after the other.
pub fn flat_map_runs<R: Send>(len: usize, of: impl Fn(Range<usize>) -> Vec<R> + Sync + Send) -> Vec<R> {
    let runs = (0..len).step_by(CHUNK_LEN).map(|start| start..len.min(start + CHUNK_LEN)).collect();
    let made = map(runs, of);
    let mut all = Vec::with_capacity(made.iter().map(Vec::len).sum());
    made.into_iter().for_each(|run| all.extend(run));
    all
}

/// Sorts things of which equal ones are the same.
#[cfg(not(target_arch = "wasm32"))]
pub fn sort<T: Ord + Send>(things: &mut [T]) {
    use rayon::prelude::*;
    things.par_sort_unstable();
}

/// Sorts things of which equal ones are the same.
#[cfg(target_arch = "wasm32")]
pub fn sort<T: Ord>(things: &mut [T]) {
    things.sort_unstable();
}
