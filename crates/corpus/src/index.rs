//! The inverted index: from terms to the documents where they stand. Where in a document is what its text says: a text
//! is stored as the numbers of its words, see `codec::texts`.

mod build;
pub(crate) mod lens;
pub(crate) mod postings;

pub use build::TextIndex;
pub(crate) use build::{SECTIONS, ascending, names};
pub(crate) use postings::Postings;

use crate::analysis::english_stem;
use crate::codec::bytes::Reader;
use crate::codec::records::Records;
use crate::codec::{Blob, OpenError, Section};
use crate::sort;
use fst::automaton::Str;
use fst::{Automaton, IntoStreamer, Streamer};

/// Number of a term in the dictionary; terms are numbered in the order of their bytes.
pub(crate) type TermNumber = u32;

/// A dictionary that gives each key a list of numbers, which ascend.
#[derive(Clone, Debug)]
struct Lists<'a> {
    keys: fst::Map<&'a [u8]>,
    lists: Records<'a>,
}

impl<'a> Lists<'a> {
    fn open(keys: &'a [u8], lists: &'a [u8], section: &'static str) -> Result<Self, OpenError> {
        let keys = fst::Map::new(keys).map_err(|_| OpenError::Dictionary { section })?;
        Ok(Self { keys, lists: Records::new(lists) })
    }

    fn get(&self, key: &str) -> Vec<u32> {
        self.keys.get(key).map_or_else(Vec::new, |list| self.list(list))
    }

    fn list(&self, number: u64) -> Vec<u32> {
        let (mut reader, mut last) = (Reader(self.lists.get(number as u32)), 0u32);
        let mut list = Vec::new();
        while !reader.is_at_end() {
            last = last.wrapping_add(reader.number());
            list.push(last);
        }
        list
    }
}

/// The index of an opened corpus.
#[derive(Clone, Debug)]
pub(crate) struct Index<'a> {
    pub(crate) terms: fst::Map<&'a [u8]>,
    stems: Lists<'a>,
    folds: Lists<'a>,
    relatives: Lists<'a>,
    names: Lists<'a>,
    postings: Records<'a>,
    entity_postings: Records<'a>,
    speaker_postings: Records<'a>,
}

impl<'a> Index<'a> {
    pub(crate) fn open(blob: &Blob<'a>) -> Result<Self, OpenError> {
        let lists = |keys, lists, name| Lists::open(blob.section(keys), blob.section(lists), name);
        Ok(Self {
            terms: fst::Map::new(blob.section(Section::Terms))
                .map_err(|_| OpenError::Dictionary { section: "terms" })?,
            stems: lists(Section::Stems, Section::StemTerms, "stems")?,
            folds: lists(Section::Folds, Section::FoldTerms, "folded terms")?,
            relatives: lists(Section::Relatives, Section::RelativeTerms, "relatives")?,
            names: lists(Section::NameWords, Section::NameEntities, "names")?,
            postings: Records::new(blob.section(Section::Postings)),
            entity_postings: Records::new(blob.section(Section::EntityPostings)),
            speaker_postings: Records::new(blob.section(Section::SpeakerPostings)),
        })
    }

    /// The term itself, if the collection has it.
    pub(crate) fn term(&self, term: &str) -> Option<TermNumber> {
        self.terms.get(term).map(|number| number as u32)
    }

    /// The word that a term is.
    pub(crate) fn spelling(&self, term: TermNumber) -> Option<String> {
        let mut word = Vec::new();
        // Terms are numbered in their order, which is what this asks for.
        self.terms.as_fst().get_key_into(u64::from(term), &mut word).then(|| String::from_utf8(word).ok())?
    }

    /// The term that is its own folded form, and those with accents that are folded to it.
    pub(crate) fn terms_folded_to(&self, folded: &str) -> Vec<TermNumber> {
        self.term(folded).into_iter().chain(self.folds.get(folded)).collect()
    }

    /// Terms that are other forms of a word, in English and in the other languages of the collection.
    pub(crate) fn forms(&self, form: &str) -> Vec<TermNumber> {
        let stem = english_stem(form);
        let mut found = self.stems.get(&stem);
        // A stem that is its own only form is not listed twice. Some words have another stem than themselves and look
        // like a stem all the same; those are none of its forms.
        if found.is_empty() && english_stem(&stem) == stem {
            found.extend(self.term(&stem));
        }
        found.extend(self.relatives(form));
        found
    }

    /// Terms that share a stem with a term in a language other than English.
    pub(crate) fn relatives(&self, term: &str) -> Vec<TermNumber> {
        self.relatives.get(term)
    }

    /// Terms of which the folded form begins so.
    pub(crate) fn terms_with_prefix(&self, folded: &str) -> Vec<TermNumber> {
        let mut found = Vec::new();
        let mut stream = self.terms.search(Str::new(folded).starts_with()).into_stream();
        while let Some((_, number)) = stream.next() {
            found.push(number as u32);
        }
        let mut stream = self.folds.keys.search(Str::new(folded).starts_with()).into_stream();
        while let Some((_, list)) = stream.next() {
            found.extend(self.folds.list(list));
        }
        found
    }

    /// Calls `each` with every term of which the folded form is accepted by an automaton, and the state it ends in.
    pub(crate) fn for_each_term<A>(&self, automaton: &A, mut each: impl FnMut(TermNumber, &A::State))
    where
        A: Automaton<State: Clone>,
    {
        let mut stream = self.terms.search_with_state(automaton).into_stream();
        while let Some((_, number, state)) = stream.next() {
            each(number as u32, &state);
        }
        let mut stream = self.folds.keys.search_with_state(automaton).into_stream();
        while let Some((_, list, state)) = stream.next() {
            self.folds.list(list).into_iter().for_each(|term| each(term, &state));
        }
    }

    /// Entities of which some form has a word that an automaton accepts, ascending.
    pub(crate) fn entities_named(&self, automaton: &impl Automaton) -> Vec<u32> {
        let mut found = Vec::new();
        let mut stream = self.names.keys.search(automaton).into_stream();
        while let Some((_, list)) = stream.next() {
            found.extend(self.names.list(list));
        }
        sort::by_key(&mut found, |&item| item);
        found.dedup();
        found
    }

    /// The documents where a term stands.
    pub(crate) fn postings(&self, term: TermNumber) -> Postings<'a> {
        Postings::new(self.postings.get(term))
    }

    /// The documents that mention an entity.
    pub(crate) fn entity_postings(&self, entity: u32) -> Postings<'a> {
        Postings::new(self.entity_postings.get(entity))
    }

    /// The documents that quote an entity.
    pub(crate) fn speaker_postings(&self, entity: u32) -> Postings<'a> {
        Postings::new(self.speaker_postings.get(entity))
    }
}
