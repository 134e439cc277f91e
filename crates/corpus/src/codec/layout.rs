//! The numbers that encoder and views must agree on.

/// Columns of `Section::Columns`, a row for each document.
pub(crate) mod column {
    /// Codes of the lengths of headline and body, a byte each; see `index::lens`.
    pub(crate) const LENS: usize = 0;
    /// The day of publication, 0 where it is unknown.
    pub(crate) const PUBLISHED: usize = 1;
    /// The outlet's string.
    pub(crate) const SOURCE: usize = 2;
    /// The language's string.
    pub(crate) const LANGUAGE: usize = 3;
    /// The string of what it was read as.
    pub(crate) const FORMAT: usize = 4;
    pub(crate) const WIDTH: usize = 5;
}

/// How the sentences of a block are written, beside its kind.
pub(crate) const N_SHAPES: u32 = 3;
pub(crate) const NO_SENTENCE: u32 = 0;
/// One sentence as long as the block.
pub(crate) const ONE_SENTENCE: u32 = 1;
/// How many there are, then their spans.
pub(crate) const SENTENCES: u32 = 2;

/// What is known of a quotation's speaker, beside the quotation's kind.
pub(crate) const N_SPEAKER_KINDS: u32 = 4;
pub(crate) const UNRESOLVED: u32 = 0;
pub(crate) const NAMED: u32 = 1;
pub(crate) const DESCRIBED: u32 = 2;
pub(crate) const UNNAMED: u32 = 3;
