//! Which column of which table holds what. The encoder writes by these names, the views read by them.
//!
//! A column that names children (dates, blocks, ...) holds the first child's row; the next parent's row says where
//! they end, so every parent table closes with one row more than it has parents.

/// The one row of `Section::Collection`.
pub(crate) mod collection {
    pub(crate) const TITLE: usize = 0;
    pub(crate) const DESCRIPTION: usize = 1;
    pub(crate) const LANGUAGE: usize = 2;
    pub(crate) const LICENCE: usize = 3;
    /// Tokens in all headlines together.
    pub(crate) const HEADLINE_LEN: usize = 4;
    /// Tokens in all bodies together.
    pub(crate) const BODY_LEN: usize = 5;
    pub(crate) const WIDTH: usize = 6;
}

/// Rows of `Section::Documents`.
pub(crate) mod document {
    pub(crate) const ID: usize = 0;
    pub(crate) const PATH: usize = 1;
    pub(crate) const SLUG: usize = 2;
    pub(crate) const FORMAT: usize = 3;
    pub(crate) const LANGUAGE: usize = 4;
    /// Text, start, end and rule, as for the two that follow.
    pub(crate) const HEADLINE: usize = 5;
    pub(crate) const SOURCE: usize = 9;
    pub(crate) const BYLINE: usize = 13;
    pub(crate) const TEXT_START: usize = 17;
    pub(crate) const TEXT_LEN: usize = 18;
    pub(crate) const DATES: usize = 19;
    pub(crate) const BLOCKS: usize = 20;
    pub(crate) const SENTENCES: usize = 21;
    pub(crate) const MENTIONS: usize = 22;
    pub(crate) const QUOTATIONS: usize = 23;
    /// Position of the headline's first token.
    pub(crate) const HEADLINE_POSITION: usize = 24;
    pub(crate) const HEADLINE_LEN: usize = 25;
    pub(crate) const BODY_LEN: usize = 26;
    /// Eight columns.
    pub(crate) const SHA256: usize = 27;
    pub(crate) const URL: usize = 35;
    pub(crate) const PAGES: usize = 36;
    pub(crate) const COPIES: usize = 37;
    pub(crate) const RELATED: usize = 38;
    pub(crate) const WIDTH: usize = 39;
}

/// Rows of `Section::Dates`.
pub(crate) mod date {
    pub(crate) const KIND: usize = 0;
    pub(crate) const VALUE: usize = 1;
    pub(crate) const SPAN: usize = 2;
    pub(crate) const BY: usize = 4;
    pub(crate) const AMBIGUOUS: usize = 5;
    pub(crate) const WIDTH: usize = 6;
}

/// Rows of `Section::Copies`.
pub(crate) mod copy {
    pub(crate) const DOC: usize = 0;
    pub(crate) const EXACT: usize = 1;
    pub(crate) const SHARED: usize = 2;
    pub(crate) const SENTENCES: usize = 3;
    pub(crate) const WIDTH: usize = 4;
}

/// Rows of `Section::Related`.
pub(crate) mod related {
    pub(crate) const DOC: usize = 0;
    pub(crate) const REASONS: usize = 1;
    pub(crate) const WIDTH: usize = 2;
}

/// Rows of `Section::RelatedReasons`: an entity or `NONE`, and a word or `NONE`.
pub(crate) mod reason {
    pub(crate) const ENTITY: usize = 0;
    pub(crate) const WORD: usize = 1;
    pub(crate) const WIDTH: usize = 2;
}

/// Rows of `Section::Blocks`.
pub(crate) mod block {
    pub(crate) const SPAN: usize = 0;
    pub(crate) const KIND: usize = 2;
    pub(crate) const REASON: usize = 3;
    pub(crate) const POSITION: usize = 4;
    pub(crate) const LEN: usize = 5;
    pub(crate) const WIDTH: usize = 6;
}

/// Rows of `Section::Sentences`.
pub(crate) mod sentence {
    pub(crate) const SPAN: usize = 0;
    pub(crate) const BLOCK: usize = 2;
    pub(crate) const POSITION: usize = 3;
    pub(crate) const ID: usize = 4;
    pub(crate) const WIDTH: usize = 6;
}

/// Rows of `Section::Mentions`.
pub(crate) mod mention {
    pub(crate) const SPAN: usize = 0;
    pub(crate) const ENTITY: usize = 2;
    pub(crate) const BY: usize = 3;
    pub(crate) const CONFIDENCE: usize = 4;
    pub(crate) const POSITION: usize = 5;
    pub(crate) const DOC: usize = 6;
    pub(crate) const WIDTH: usize = 7;
}

/// Rows of `Section::Quotations`.
pub(crate) mod quotation {
    pub(crate) const SPAN: usize = 0;
    pub(crate) const KIND: usize = 2;
    pub(crate) const SPEAKER_KIND: usize = 3;
    pub(crate) const ENTITY: usize = 4;
    pub(crate) const SPEAKER: usize = 5;
    pub(crate) const CUE: usize = 7;
    pub(crate) const ATTRIBUTION: usize = 9;
    pub(crate) const POSITION: usize = 11;
    pub(crate) const ADDRESSEE: usize = 12;
    pub(crate) const BY: usize = 14;
    pub(crate) const CONFIDENCE: usize = 15;
    pub(crate) const WIDTH: usize = 16;

    /// Values of `SPEAKER_KIND`.
    pub(crate) const UNRESOLVED: u32 = 0;
    pub(crate) const NAMED: u32 = 1;
    pub(crate) const DESCRIBED: u32 = 2;
    pub(crate) const UNNAMED: u32 = 3;
}

/// Rows of `Section::Entities`.
pub(crate) mod entity {
    pub(crate) const KIND: usize = 0;
    pub(crate) const NAME: usize = 1;
    pub(crate) const SLUG: usize = 2;
    pub(crate) const ALIASES: usize = 3;
    pub(crate) const ROLES: usize = 4;
    pub(crate) const MENTIONS: usize = 5;
    pub(crate) const N_DOCS: usize = 6;
    pub(crate) const WIDTH: usize = 7;
}

/// Rows of `Section::Aliases`.
pub(crate) mod alias {
    pub(crate) const TEXT: usize = 0;
    pub(crate) const COUNT: usize = 1;
    pub(crate) const WIDTH: usize = 2;
}

/// Rows of `Section::Roles`.
pub(crate) mod role {
    pub(crate) const TEXT: usize = 0;
    pub(crate) const DOC: usize = 1;
    pub(crate) const SPAN: usize = 2;
    pub(crate) const WIDTH: usize = 4;
}
