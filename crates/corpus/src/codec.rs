//! The blob: its sections, how a collection is written into it, and how it is opened in place.
//!
//! Encoder and decoder stand side by side; nothing else knows the layout. All numbers are little-endian and of
//! fixed width, or LEB128 in posting lists. The reader allocates nothing per entry and trusts no byte:
//! a number that points outside of its section reads as empty.
//!
//! The three dictionaries are the limit of that: `fst` follows the addresses in its bytes unchecked. Damage on the way
//! is caught by the content hash before any of them is opened; only who forges a blob and its hash can make a lookup
//! panic. The checksum that `fst` offers would not help, as it can be forged just so, and costs another pass.
//!
//! ```text
//! magic "DOSSIER\0" | version u32 | n_sections u32 | content hash u64 (XXH3 of all that follows)
//! per section: offset u32, len u32 | the sections' bytes, one after the other
//! ```

mod encode;
pub(crate) mod layout;
pub(crate) mod table;
pub(crate) mod varint;

pub use encode::encode;

use table::read_u32;
use xxhash_rust::xxh3::xxh3_64;

/// First bytes of every blob.
pub const MAGIC: [u8; 8] = *b"DOSSIER\0";

/// Version of the layout. A blob of another version is refused, never guessed at.
pub const VERSION: u32 = 3;

const HASH_AT: usize = 16;
const SECTIONS_AT: usize = 24;

/// The parts of a blob, in the order in which they are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Section {
    /// Numbers and strings of the collection as a whole.
    Collection,
    /// Start of each string in `StringBytes`.
    StringOffsets,
    /// All strings, one after the other, each once.
    StringBytes,
    Documents,
    Dates,
    Blocks,
    Sentences,
    Mentions,
    Quotations,
    /// Where each page of each document begins.
    PageStarts,
    /// Per document: the others that tell the same story.
    Copies,
    /// Per copy: the sentences that only this document has.
    CopySentences,
    /// Per document: the others that have to do with it.
    Related,
    RelatedReasons,
    Entities,
    Aliases,
    Roles,
    /// Rows of `Mentions`, grouped by entity.
    EntityMentions,
    /// `fst` map from a word of a name to its row in `NameEntities`.
    NameWords,
    /// Per word of a name: how many entities, then their numbers.
    NameEntities,
    /// `fst` map from a term to its number.
    Terms,
    /// Start of each term's postings in `Postings`.
    PostingOffsets,
    Postings,
    /// `fst` map from a stem to its row in `StemTerms`.
    Stems,
    /// Per stem: how many terms, then their numbers.
    StemTerms,
    /// The texts of all documents, one after the other.
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
    /// A dictionary could not be read although the hash fits.
    #[error("the collection is damaged: its dictionary {section} cannot be read; build it again")]
    Dictionary {
        /// Which of the dictionaries.
        section: &'static str,
    },
}

/// The sections of a blob, checked: magic, version, hash, bounds.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Blob<'a> {
    bytes: &'a [u8],
    hash: u64,
}

impl<'a> Blob<'a> {
    /// Checks the header and the content hash. Reads every byte once, copies none.
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
        let content = xxh3_64(bytes.get(SECTIONS_AT..).ok_or(truncated.clone())?);
        if content != hash {
            return Err(OpenError::Damaged { expected: hash, got: content });
        }
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

    /// The content hash: the same for the same documents and the same version.
    pub(crate) fn hash(&self) -> u64 {
        self.hash
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
    let mut blob = Vec::new();
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
