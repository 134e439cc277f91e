//! corpus
pub mod span;
pub mod model;
pub mod analysis;
