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

    /// A library of another blob, which stays in memory as long as the page: views and the state behind them hold on to
    /// what they show without counting who else does, and the compiler holds them to it.
    ///
    /// # Errors
    ///
    /// If the bytes are no corpus.
    pub fn of_blob(blob: Vec<u8>) -> Result<Self, OpenError> {
        Ok(Self(Box::leak(Box::new(Corpus::open(blob.leak())?))))
    }

    /// A library of another corpus.
    pub fn new(corpus: &'static Corpus<'static>) -> Self {
        Self(corpus)
    }

    /// How large its blob is.
    pub fn n_bytes(self) -> usize {
        self.0.n_bytes()
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
