//! How words are usually written: a table from folded words to small letters, capitals or both. It is learned from the
//! same texts as the model, and part of its file.

use std::collections::HashMap;

/// How a word is usually written inside of sentences.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Usual {
    /// The table does not have the word.
    #[default]
    Unknown,
    /// Nearly always in small letters.
    Lower,
    /// Mostly in small letters.
    MostlyLower,
    /// Both.
    Both,
    /// Nearly always with a capital.
    Capital,
    /// Nearly always in capitals only.
    Capitals,
}

impl Usual {
    /// All answers of a table, in the order of their numbers.
    pub(super) const KNOWN: [Self; 5] = [Self::Lower, Self::MostlyLower, Self::Both, Self::Capital, Self::Capitals];

    /// What counts of the three ways of writing a word say; nothing if there are too few.
    pub fn of_counts(n_lower: u32, n_capital: u32, n_capitals: u32) -> Option<Self> {
        let n = n_lower + n_capital + n_capitals;
        let percent = |part: u32| part * 100 / n.max(1);
        (n >= 4).then(|| match (percent(n_lower), percent(n_capitals)) {
            (95.., _) => Self::Lower,
            (60.., _) => Self::MostlyLower,
            (6.., _) => Self::Both,
            (_, 60..) => Self::Capitals,
            _ => Self::Capital,
        })
    }
}

/// The table: numbers of folded words and how they are usually written.
#[derive(Clone, Debug, Default)]
pub struct CasingTable {
    usual: HashMap<u32, Usual>,
}

impl CasingTable {
    /// A table of these words, given by [`word_number`].
    pub fn new(words: impl IntoIterator<Item = (u32, Usual)>) -> Self {
        Self { usual: words.into_iter().collect() }
    }

    /// How many words it has.
    pub fn len(&self) -> usize {
        self.usual.len()
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.usual.is_empty()
    }

    pub(super) fn usual(&self, key: u64) -> Usual {
        self.usual.get(&number(key)).copied().unwrap_or_default()
    }

    /// The words, the smallest number first.
    pub(super) fn sorted(&self) -> Vec<(u32, Usual)> {
        let mut words: Vec<_> = self.usual.iter().map(|(&word, &usual)| (word, usual)).collect();
        words.sort_by_key(|&(word, _)| word);
        words
    }
}

fn number(key: u64) -> u32 {
    (key >> 36) as u32
}

/// The number under which the table has a folded word.
pub fn word_number(key: &str) -> u32 {
    number(super::hashing::hash(key))
}
