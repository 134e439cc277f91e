//! The embedded corpus, opened once and handed to all components as a context.

use std::sync::LazyLock;

use corpus::Corpus;
use corpus::codec::OpenError;

static EMBEDDED: LazyLock<Result<Corpus<'static>, OpenError>> =
    LazyLock::new(|| Corpus::open(include_bytes!(concat!(env!("OUT_DIR"), "/corpus.bin"))));

/// A corpus that lives as long as the page. Two are the same if they are the same object.
#[derive(Clone, Copy, Debug)]
pub struct Library(&'static Corpus<'static>);

impl Library {
    /// The corpus that was embedded when the page was built.
    ///
    /// # Errors
    ///
    /// If the bytes are damaged.
    pub fn embedded() -> Result<Self, OpenError> {
        EMBEDDED.as_ref().map(Self).map_err(Clone::clone)
    }

    /// Checks the embedded corpus byte by byte.
    ///
    /// # Errors
    ///
    /// If the bytes are damaged.
    pub fn check_embedded() -> Result<(), OpenError> {
        Self::embedded()?.corpus().check()
    }

    /// A library of another corpus.
    pub fn new(corpus: &'static Corpus<'static>) -> Self {
        Self(corpus)
    }

    /// The corpus itself.
    pub fn corpus(self) -> &'static Corpus<'static> {
        self.0
    }
}

impl PartialEq for Library {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.0, other.0)
    }
}
