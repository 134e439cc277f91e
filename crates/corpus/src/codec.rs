//! The blob: its sections, how a collection is written into it, and how it is opened in place.
//!
//! Encoder and decoder stand side by side; nothing else knows the layout. Numbers are little-endian and of fixed width
//! where they are looked up for every document, and LEB128 elsewhere; most sections are `records`. The reader allocates
//! nothing per entry and trusts no byte: a number that points outside of its section reads as empty.
//!
//! The dictionaries are the limit of that: `fst` follows the addresses in its bytes unchecked. Damage on the way
//! is caught by the content hash before any of them is opened; only who forges a blob and its hash can make a lookup
//! panic. The checksum that `fst` offers would not help, as it can be forged just so, and costs another pass.
//!
//! ```text
//! magic "DOSSIER\0" | version u32 | n_sections u32 | content hash u64 (XXH3 of all that follows)
//! per section: offset u32, len u32 | the sections' bytes, one after the other
//! ```

pub(crate) mod bytes;
mod decode;
mod encode;
pub(crate) mod layout;
pub(crate) mod records;
pub(crate) mod rows;
pub(crate) mod table;
pub(crate) mod texts;
pub(crate) mod varint;

pub use decode::decode;
pub use encode::{TextIndex, encode, encode_again, encode_with};

use table::read_u32;
use xxhash_rust::xxh3::xxh3_64;

/// First bytes of every blob.
pub const MAGIC: [u8; 8] = *b"DOSSIER\0";

/// Version of the layout. A blob of another version is refused, never guessed at.
pub const VERSION: u32 = 8;

const HASH_AT: usize = 16;
const SECTIONS_AT: usize = 24;

/// The parts of a blob, in the order in which they are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Section {
    // What a query needs comes first, so that a page could be sent these alone to begin with.
    /// Title, description, language and licence of the collection, and how long its texts are.
    Collection,
    /// Strings that stand in several places, each once.
    Strings,
    /// Numbers of every document; see `layout::column`.
    Columns,
    /// `fst` map from a term to its number.
    Terms,
    /// Per term: in which documents it stands, and how often.
    Postings,
    /// `fst` map from a stem to its list in `StemTerms`.
    Stems,
    /// Per stem: its terms, ascending.
    StemTerms,
    /// `fst` map from a folded term to its list in `FoldTerms`.
    Folds,
    /// Per folded term: the terms that have accents or are otherwise more than it, ascending.
    FoldTerms,
    /// `fst` map from a term to its list in `RelativeTerms`.
    Relatives,
    /// Per term: other forms of the word in languages other than English, ascending.
    RelativeTerms,
    /// Per entity: its kind, name, forms, roles, and who may be the same.
    Entities,
    /// Numbers of the entities in the order of kind and slug.
    EntitySlugs,
    /// `fst` map from a word of a name to its list in `NameEntities`.
    NameWords,
    /// Per word of a name: the entities, ascending.
    NameEntities,
    /// Per entity: the documents that mention it.
    EntityPostings,
    /// Per entity: the documents that quote it.
    SpeakerPostings,
    /// Per document: the entities that it mentions, and those that it quotes, ascending.
    DocumentEntities,
    /// Numbers of the documents in the order of their slugs.
    DocumentSlugs,
    // What is shown of a document follows.
    /// Per document: what it is called and where it is from.
    Heads,
    Dates,
    /// Per document: pages, blocks and sentences.
    Structure,
    Mentions,
    Quotations,
    /// Per document: others that tell the same story, and others that have to do with it.
    Neighbours,
    /// Per entity: the names it shares sentences with; see `links`.
    Links,
    /// The words of all texts, and what stands between words; see `texts`.
    Symbols,
    /// Per document: its text as numbers of symbols.
    Texts,
}

impl Section {
    pub(crate) const COUNT: usize = Section::Texts as usize + 1;
}

/// Why bytes are not a corpus.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OpenError {
    /// The first bytes are not those of a corpus.
    #[error("this is not a Dossier collection: its first bytes are wrong; build it again")]
    Magic,
    /// Written by another version of the encoder.
    #[error("the collection has format version {got}, this page reads version {expected}; build it again")]
    Version {
        /// The version that this reader knows.
        expected: u32,
        /// The version found.
        got: u32,
    },
    /// The content hash does not fit the content.
    #[error("the collection is damaged: its content hash is {got:016x} and should be {expected:016x}; load it again")]
    Damaged {
        /// The hash that the header names.
        expected: u64,
        /// The hash of the bytes.
        got: u64,
    },
    /// The bytes end before the sections do.
    #[error("the collection is damaged: it ends after {len} bytes, in the middle of a section; load it again")]
    Truncated {
        /// How many bytes there are.
        len: usize,
    },
    /// A dictionary could not be read.
    #[error("the collection is damaged: its dictionary {section} cannot be read; build it again")]
    Dictionary {
        /// Which of the dictionaries.
        section: &'static str,
    },
}

/// The sections of a blob, checked: magic, version, bounds.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Blob<'a> {
    bytes: &'a [u8],
    hash: u64,
}

impl<'a> Blob<'a> {
    /// Checks the header and the bounds of all sections, whatever they hold.
    pub(crate) fn open(bytes: &'a [u8]) -> Result<Self, OpenError> {
        if bytes.get(..MAGIC.len()) != Some(&MAGIC[..]) {
            return Err(OpenError::Magic);
        }
        let truncated = OpenError::Truncated { len: bytes.len() };
        let got = read_u32(bytes, 8).ok_or(truncated.clone())?;
        if got != VERSION {
            return Err(OpenError::Version { expected: VERSION, got });
        }
        let low = read_u32(bytes, HASH_AT).ok_or(truncated.clone())?;
        let high = read_u32(bytes, HASH_AT + 4).ok_or(truncated.clone())?;
        let hash = u64::from(high) << 32 | u64::from(low);
        let n_sections = read_u32(bytes, 12).ok_or(truncated.clone())?;
        if n_sections as usize != Section::COUNT {
            return Err(truncated);
        }
        let blob = Self { bytes, hash };
        for section in 0..Section::COUNT {
            blob.section_at(section).ok_or(truncated.clone())?;
        }
        Ok(blob)
    }

    /// The bytes of a section; empty if the blob has none such.
    pub(crate) fn section(&self, section: Section) -> &'a [u8] {
        self.section_at(section as usize).unwrap_or_default()
    }

    /// Checks the content hash, which takes a look at every byte.
    pub(crate) fn check(&self) -> Result<(), OpenError> {
        let got = xxh3_64(self.bytes.get(SECTIONS_AT..).unwrap_or_default());
        if got == self.hash { Ok(()) } else { Err(OpenError::Damaged { expected: self.hash, got }) }
    }

    /// The content hash: the same for the same documents and the same version.
    pub(crate) fn hash(&self) -> u64 {
        self.hash
    }

    pub(crate) fn len(&self) -> usize {
        self.bytes.len()
    }

    fn section_at(&self, section: usize) -> Option<&'a [u8]> {
        let entry = SECTIONS_AT + section * 8;
        let start = read_u32(self.bytes, entry)? as usize;
        let len = read_u32(self.bytes, entry + 4)? as usize;
        self.bytes.get(start..start.checked_add(len)?)
    }
}

/// Puts sections together to a blob.
pub(crate) fn assemble(sections: &[Vec<u8>; Section::COUNT]) -> Vec<u8> {
    let len: usize = sections.iter().map(Vec::len).sum();
    let mut blob = Vec::with_capacity(SECTIONS_AT + Section::COUNT * 8 + len);
    blob.extend_from_slice(&MAGIC);
    blob.extend_from_slice(&VERSION.to_le_bytes());
    blob.extend_from_slice(&(Section::COUNT as u32).to_le_bytes());
    blob.extend_from_slice(&[0; 8]);
    let mut offset = SECTIONS_AT + Section::COUNT * 8;
    for section in sections {
        blob.extend_from_slice(&(offset as u32).to_le_bytes());
        blob.extend_from_slice(&(section.len() as u32).to_le_bytes());
        offset += section.len();
    }
    assert!(u32::try_from(offset).is_ok(), "a collection's blob must stay under 4 GiB; it has {offset} bytes");
    for section in sections {
        blob.extend_from_slice(section);
    }
    let hash = xxh3_64(&blob[SECTIONS_AT..]);
    blob[HASH_AT..SECTIONS_AT].copy_from_slice(&hash.to_le_bytes());
    blob
}
