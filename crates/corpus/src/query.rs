//! The query language: what a reader typed becomes a tree of clauses and a list of notices.
//!
//! Parsing never fails and takes linear time: what cannot be read is read as words, and a [`Notice`] says so.
//! Precedence is NOT, then NEAR, then AND, then OR; words side by side are joined by AND.
//!
//! Where the language leaves a choice:
//!
//! - `?` is a wildcard if a letter or digit follows, so that a question may end in it; in an address it is none.
//! - Wildcards work in phrases as well, within their words. With no letter beside it, a wildcard is left out.
//! - A backslash before the first letter of a word, which needs none, takes the word literally: `\fighters` finds no
//!   "fighter".
//! - A near spelling differs by one letter, from six letters on by two; `~1` and `~2` say which.
//! - A slash begins a regular expression where a word begins and ends it where a word ends; `/usr/bin` and `and/or` have
//!   none.
//! - A word with a colon and a space behind it is no unknown field, but a word.
//! - `-5` is everything without 5; the number is `"-5"`.

mod day;
mod echo;
mod lexer;
mod notice;
mod parser;
mod regexes;
mod typing;
mod words;

pub use day::DateRange;
pub use echo::{Joint, Say, Saying};
pub use notice::{Notice, NoticeKind};
pub use typing::Typing;

use crate::day::Day;
use crate::model::{DocId, EntityKind};
use crate::sort;
use crate::span::ByteSpan;

/// A query as it was understood.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Query {
    /// What to look for; `None` if nothing was asked.
    pub root: Option<Clause>,
    /// What could not be read as written, in the order of the text.
    pub notices: Vec<Notice>,
}

/// Whether the last word may be the beginning of a longer one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LastWord {
    /// A reader is typing: `radicali` finds "radicalized", and what is not finished at the end gives only notices that
    /// are [`passing`](Notice::passing).
    Prefix,
    /// The query is complete as it stands.
    Whole,
}

/// A part of a query.
#[derive(Clone, Debug, PartialEq)]
pub enum Clause {
    /// A word, a phrase or a name.
    Term(TermClause),
    /// Things that stand near each other.
    Near(NearClause),
    /// Documents of some time.
    Date(DateClause),
    /// What a regular expression matches.
    Regex(RegexClause),
    /// Documents that readers marked.
    Marked(MarkedClause),
    /// All of these.
    All(Vec<Clause>),
    /// At least one of these.
    Any(Vec<Clause>),
    /// Everything but this.
    Not(Box<Clause>),
}

/// A word, a phrase or a name, in a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TermClause {
    /// Where to look.
    pub field: Field,
    /// The words, at least one. More than one stand next to each other.
    pub words: Vec<QueryWord>,
    /// As typed, without field, operators and marks.
    pub typed: String,
    /// Whether it stood in quotation marks.
    pub quoted: bool,
    /// Where it stands in the query text.
    pub span: ByteSpan,
}

/// One word of a term.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct QueryWord {
    /// The word in lower case; of [`Matching::Wildcard`] the folded pattern with `*` and `?`.
    pub form: String,
    /// Which words of a text match it.
    pub how: Matching,
}

/// Which words of a text match a word of a query.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Matching {
    /// The word and its other forms: other accents, the same stem.
    Forms,
    /// Its forms, and words that begin with it.
    Prefix,
    /// Words of the pattern: `*` is any letters or none, `?` one letter.
    Wildcard,
    /// Words that differ by this many letters at most, 1 or 2; two letters that changed places count one.
    Fuzzy(u8),
    /// This form only.
    Exact,
}

/// Things that stand near each other.
#[derive(Clone, Debug, PartialEq)]
pub struct NearClause {
    /// At least two, in any order: terms, any of several terms, or things that are near each other themselves.
    pub operands: Vec<Clause>,
    /// How near.
    pub within: Within,
    /// Where it stands in the query text.
    pub span: ByteSpan,
}

/// How near things stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Within {
    /// As many words apart at most; neighbours are one apart.
    Words(u32),
    /// In one sentence.
    Sentence,
    /// In one paragraph.
    Paragraph,
}

impl Within {
    /// How near NEAR is if it does not say. As AltaVista had it.
    pub const DEFAULT: Within = Within::Words(10);

    fn as_typed(self) -> String {
        match self {
            Within::Words(n) => n.to_string(),
            Within::Sentence => "s".to_owned(),
            Within::Paragraph => "p".to_owned(),
        }
    }
}

/// Documents dated in a range; both ends belong to it and are as precise as typed. One of them may be open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateClause {
    /// Not before the first day of this.
    pub from: Option<Day>,
    /// Not after the last day of this.
    pub to: Option<Day>,
    /// As typed, without field and marks.
    pub typed: String,
    /// Where it stands in the query text.
    pub span: ByteSpan,
}

/// What a regular expression matches. The parser saw its slashes only: see [`Query::check_regexes`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegexClause {
    /// Where to look.
    pub field: Field,
    /// Without its slashes, and with no backslash before a slash inside.
    pub pattern: String,
    /// Where it stands in the query text.
    pub span: ByteSpan,
}

/// What readers say of documents; only the page knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MarkedClause {
    /// Which of their marks.
    pub kind: Mark,
    /// The tag or state as typed.
    pub word: String,
    /// The documents that have it, ascending; see [`Query::with_marks`].
    pub docs: Vec<DocId>,
    /// Where it stands in the query text.
    pub span: ByteSpan,
}

/// A kind of mark that readers put on documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mark {
    /// A word of the reader's own.
    Tag,
    /// A state, such as read.
    Is,
}

/// Where a term is looked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// Headline and text.
    #[default]
    Anywhere,
    /// The headline only.
    Title,
    /// The text without the headline.
    Text,
    /// The mentions of entities of this kind.
    Name(EntityKind),
    /// The roles of persons, as worded in the text.
    Role,
    /// The quotations of a speaker.
    Says,
    /// The outlet.
    Source,
}

/// What a word before a colon says of what follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldWord {
    /// It is looked for there.
    In(Field),
    /// It is a date.
    Date,
    /// It is a tag.
    Tag,
    /// It is a state.
    Is,
}

impl Default for FieldWord {
    fn default() -> Self {
        Self::In(Field::Anywhere)
    }
}

impl Field {
    /// The fields that can be written before a colon, with the word for each.
    pub const WORDS: &'static [(&'static str, FieldWord)] = &[
        ("title", FieldWord::In(Field::Title)),
        ("text", FieldWord::In(Field::Text)),
        ("person", FieldWord::In(Field::Name(EntityKind::Person))),
        ("org", FieldWord::In(Field::Name(EntityKind::Organization))),
        ("place", FieldWord::In(Field::Name(EntityKind::Place))),
        ("group", FieldWord::In(Field::Name(EntityKind::Group))),
        ("product", FieldWord::In(Field::Name(EntityKind::Product))),
        ("event", FieldWord::In(Field::Name(EntityKind::Event))),
        ("url", FieldWord::In(Field::Name(EntityKind::Url))),
        ("email", FieldWord::In(Field::Name(EntityKind::Email))),
        ("phone", FieldWord::In(Field::Name(EntityKind::Phone))),
        ("money", FieldWord::In(Field::Name(EntityKind::Money))),
        ("handle", FieldWord::In(Field::Name(EntityKind::Handle))),
        ("hashtag", FieldWord::In(Field::Name(EntityKind::Hashtag))),
        ("role", FieldWord::In(Field::Role)),
        ("says", FieldWord::In(Field::Says)),
        ("source", FieldWord::In(Field::Source)),
        ("date", FieldWord::Date),
        ("tag", FieldWord::Tag),
        ("is", FieldWord::Is),
    ];
}

impl FieldWord {
    fn from_word(word: &str) -> Option<FieldWord> {
        Field::WORDS.iter().find(|(known, _)| known.eq_ignore_ascii_case(word)).map(|&(_, field)| field)
    }
}

impl Query {
    /// Brackets and NEAR nested deeper than this are left out, so that no query needs a deep stack.
    pub const MAX_DEPTH: usize = 64;

    /// Words, dates, regular expressions and marks after this many are left out, so that answering takes bounded time
    /// and memory.
    pub const MAX_WORDS: usize = 500;

    /// Regular expressions after this many are read as words: each of them reads every document.
    pub const MAX_REGEXES: usize = 5;

    /// After this many, nothing more is said about what could not be read.
    pub const MAX_NOTICES: usize = 100;

    /// Reads what a reader typed.
    ///
    /// ```
    /// use corpus::query::{LastWord, Query};
    /// let query = Query::parse("decree \"social media", LastWord::Whole);
    /// assert_eq!(query.to_string(), "all of: decree, “social media”");
    /// assert_eq!(query.notices.len(), 1);
    /// ```
    pub fn parse(text: &str, last_word: LastWord) -> Query {
        parser::parse(text, last_word)
    }

    /// Says which documents have the tags and states that are asked for: only the page knows.
    #[must_use]
    pub fn with_marks(mut self, docs_of: impl Fn(Mark, &str) -> Vec<DocId>) -> Self {
        fn set(clause: &mut Clause, docs_of: &dyn Fn(Mark, &str) -> Vec<DocId>) {
            match clause {
                Clause::Marked(marked) => {
                    marked.docs = docs_of(marked.kind, &marked.word);
                    sort::by_key(&mut marked.docs, |&doc| doc);
                }
                Clause::All(clauses) | Clause::Any(clauses) => {
                    clauses.iter_mut().for_each(|clause| set(clause, docs_of))
                }
                Clause::Not(inner) => set(inner, docs_of),
                Clause::Term(_) | Clause::Near(_) | Clause::Date(_) | Clause::Regex(_) => {}
            }
        }
        self.root.iter_mut().for_each(|root| set(root, &docs_of));
        self
    }

    /// Whether nothing is asked: no word, no name.
    pub fn is_empty(&self) -> bool {
        self.root.is_none()
    }

    /// Whether its last word may be the beginning of a longer one.
    pub(crate) fn goes_on(&self) -> bool {
        self.positive_terms().iter().any(|term| term.words.iter().any(|word| word.how == Matching::Prefix))
    }

    /// All terms, those that are negated included, in the order of the text.
    pub fn terms(&self) -> Vec<&TermClause> {
        self.collect_terms(true)
    }

    /// The terms that a hit may come from: those that are not negated.
    pub fn positive_terms(&self) -> Vec<&TermClause> {
        self.collect_terms(false)
    }

    fn collect_terms(&self, with_negated: bool) -> Vec<&TermClause> {
        fn collect<'q>(clause: &'q Clause, with_negated: bool, found: &mut Vec<&'q TermClause>) {
            match clause {
                Clause::Term(term) => found.push(term),
                Clause::All(clauses) | Clause::Any(clauses) => {
                    clauses.iter().for_each(|clause| collect(clause, with_negated, found));
                }
                Clause::Near(near) => {
                    near.operands.iter().for_each(|clause| collect(clause, with_negated, found));
                }
                Clause::Not(inner) if with_negated => collect(inner, with_negated, found),
                Clause::Not(_) | Clause::Date(_) | Clause::Regex(_) | Clause::Marked(_) => {}
            }
        }
        let mut found = Vec::new();
        self.root.iter().for_each(|root| collect(root, with_negated, &mut found));
        found
    }
}
