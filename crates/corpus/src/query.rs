//! The query language: what a reader typed becomes a tree of clauses and a list of notices.
//!
//! Parsing never fails and takes linear time: what cannot be read is read as words, and a [`Notice`] says so.
//! Precedence is NOT, then AND, then OR; words side by side are joined by AND.

mod echo;
mod lexer;
mod parser;

use crate::model::EntityKind;
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
    /// A reader is typing: `radicali` finds "radicalized".
    Prefix,
    /// The query is complete as it stands.
    Whole,
}

/// A part of a query.
#[derive(Clone, Debug, PartialEq)]
pub enum Clause {
    /// A word, a phrase or a name.
    Term(TermClause),
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
    /// The folded words, at least one. More than one stand next to each other.
    pub words: Vec<String>,
    /// As typed, without field, operators and marks.
    pub typed: String,
    /// Whether it stood in quotation marks.
    pub quoted: bool,
    /// Whether the last word is the beginning of a word.
    pub prefix: bool,
    /// Where it stands in the query text.
    pub span: ByteSpan,
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
    /// The quotations of a speaker.
    Says,
    /// The outlet.
    Source,
}

impl Field {
    /// The fields that can be written before a colon, with the word for each.
    pub const WORDS: &'static [(&'static str, Field)] = &[
        ("title", Field::Title),
        ("text", Field::Text),
        ("person", Field::Name(EntityKind::Person)),
        ("org", Field::Name(EntityKind::Organization)),
        ("place", Field::Name(EntityKind::Place)),
        ("group", Field::Name(EntityKind::Group)),
        ("product", Field::Name(EntityKind::Product)),
        ("event", Field::Name(EntityKind::Event)),
        ("url", Field::Name(EntityKind::Url)),
        ("email", Field::Name(EntityKind::Email)),
        ("phone", Field::Name(EntityKind::Phone)),
        ("money", Field::Name(EntityKind::Money)),
        ("handle", Field::Name(EntityKind::Handle)),
        ("hashtag", Field::Name(EntityKind::Hashtag)),
        ("says", Field::Says),
        ("source", Field::Source),
    ];

    fn from_word(word: &str) -> Option<Field> {
        Self::WORDS.iter().find(|(known, _)| known.eq_ignore_ascii_case(word)).map(|&(_, field)| field)
    }
}

/// A part of the query that was not read as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// The part, in bytes of the query text.
    pub span: ByteSpan,
    /// What was wrong with it.
    pub kind: NoticeKind,
    /// What to write in its place, if that is known.
    pub fix: Option<String>,
}

/// What was wrong with a part of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoticeKind {
    /// A quotation mark that is not closed; the phrase runs to the end.
    UnclosedQuote,
    /// A bracket that is not closed; it is closed at the end.
    UnclosedGroup,
    /// A closing bracket that closes nothing; it is left out.
    UnopenedGroup,
    /// Brackets nested deeper than [`Query::MAX_DEPTH`]; read as if they were not there.
    TooDeep,
    /// A word before a colon that is no field; both are read as words.
    UnknownField(String),
    /// A field with nothing after its colon; left out.
    EmptyField(String),
    /// A way of writing that is not understood here; read as words.
    Unsupported(&'static str),
    /// A way of writing that is not understood here; left out.
    LeftOut(&'static str),
    /// More than [`Query::MAX_WORDS`] words; the rest is left out.
    TooLong,
}

impl std::fmt::Display for Notice {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match &self.kind {
            NoticeKind::UnclosedQuote => write!(f, "the quotation mark is not closed; the phrase runs to the end"),
            NoticeKind::UnclosedGroup => write!(f, "the bracket is not closed; it was closed at the end"),
            NoticeKind::UnopenedGroup => write!(f, "this bracket closes nothing; it was left out"),
            NoticeKind::TooDeep => {
                write!(f, "brackets inside more than {} others were left out", Query::MAX_DEPTH)
            }
            NoticeKind::UnknownField(field) => {
                write!(f, "“{field}:” is not a field; it was read as a word. Fields are ")?;
                for (number, (word, _)) in Field::WORDS.iter().enumerate() {
                    write!(f, "{}{word}:", if number == 0 { "" } else { ", " })?;
                }
                Ok(())
            }
            NoticeKind::EmptyField(field) => write!(f, "nothing follows “{field}:”; it was left out"),
            NoticeKind::Unsupported(what) => write!(f, "{what} cannot be searched; it was read as words"),
            NoticeKind::LeftOut(what) => write!(f, "{what} cannot be searched; it was left out"),
            NoticeKind::TooLong => {
                write!(f, "a query can have {} words; the rest was left out", Query::MAX_WORDS)
            }
        }
    }
}

impl Query {
    /// Brackets nested deeper than this are left out, so that no query needs a deep stack.
    pub const MAX_DEPTH: usize = 64;

    /// Words after this many are left out, so that answering takes bounded time and memory.
    pub const MAX_WORDS: usize = 500;

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

    /// Whether nothing is asked: no word, no name.
    pub fn is_empty(&self) -> bool {
        self.root.is_none()
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
                Clause::Not(inner) if with_negated => collect(inner, with_negated, found),
                Clause::Not(_) => {}
            }
        }
        let mut found = Vec::new();
        self.root.iter().for_each(|root| collect(root, with_negated, &mut found));
        found
    }
}
