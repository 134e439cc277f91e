//! Work on many things at once, where there are threads; the results come in the order of the things, so that nobody
//! can tell how many threads there were.

/// What `of` makes of each thing.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn map<T: Send, R: Send>(things: Vec<T>, of: impl Fn(T) -> R + Sync + Send) -> Vec<R> {
    use rayon::prelude::*;
    things.into_par_iter().map(of).collect()
}

/// What `of` makes of each thing.
#[cfg(target_arch = "wasm32")]
pub(crate) fn map<T, R>(things: Vec<T>, of: impl Fn(T) -> R) -> Vec<R> {
    things.into_iter().map(of).collect()
}
