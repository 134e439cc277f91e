//! What could not be read as it was written, said in words.

use super::{Field, Query};
use crate::span::ByteSpan;

/// A part of the query that was not read as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// The part, in bytes of the query text.
    pub span: ByteSpan,
    /// What was wrong with it.
    pub kind: NoticeKind,
    /// What to write in its place, if that is known.
    pub fix: Option<String>,
    /// Whether typing on may settle it: the query was read with [`LastWord::Prefix`](super::LastWord::Prefix), and what
    /// is missing is missing at its end. A page that shows such a notice at once nags its readers.
    pub passing: bool,
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
    /// Brackets or NEAR nested deeper than [`Query::MAX_DEPTH`]; read as if they were not there.
    TooDeep,
    /// A word before a colon that is no field; both are read as words.
    UnknownField(String),
    /// A field with nothing after its colon; left out.
    EmptyField(String),
    /// A regular expression without its second slash; read as words.
    UnclosedRegex,
    /// A regular expression that [`Query::check_regexes`] found to be none, and why; read as words.
    BadRegex(String),
    /// A regular expression after [`Query::MAX_REGEXES`] others; read as words.
    TooManyRegexes,
    /// What follows `date:` is no date; read as words, or left out while it is typed.
    NoDate,
    /// A range of dates from the later to the earlier; turned round.
    ReversedDates,
    /// NEAR with nothing on one of its sides; left out.
    DanglingNear,
    /// NEAR beside what has no place in a text; read as AND.
    NearNoPlace,
    /// A distance that is none; read as the one in the fix.
    BadDistance,
    /// A distance after a phrase of one word; left out.
    DistanceOfOneWord,
    /// Wildcards with no letter beside them; left out.
    OnlyWildcards,
    /// A near spelling of a word that is too short for one or has wildcards; read as the word itself.
    NotFuzzy,
    /// A near spelling with more than two letters changed; read as two.
    TooFuzzy,
    /// More than [`Query::MAX_WORDS`] words; the rest is left out.
    TooLong,
}

impl NoticeKind {
    /// Whether it is about something that a reader may just not have finished.
    pub(super) fn is_unfinished(&self) -> bool {
        matches!(
            self,
            Self::UnclosedQuote
                | Self::UnclosedGroup
                | Self::EmptyField(_)
                | Self::UnclosedRegex
                | Self::NoDate
                | Self::ReversedDates
                | Self::DanglingNear
                | Self::BadDistance
                | Self::OnlyWildcards
                | Self::NotFuzzy
        )
    }
}

impl std::fmt::Display for Notice {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match &self.kind {
            NoticeKind::UnclosedQuote => "the quotation mark is not closed; the phrase runs to the end",
            NoticeKind::UnclosedGroup => "the bracket is not closed; it was closed at the end",
            NoticeKind::UnopenedGroup => "this bracket closes nothing; it was left out",
            NoticeKind::TooDeep => {
                return write!(f, "brackets and NEAR inside more than {} others were left out", Query::MAX_DEPTH);
            }
            NoticeKind::UnknownField(field) => {
                write!(f, "“{field}:” is not a field; it was read as a word. Fields are ")?;
                for (number, (word, _)) in Field::WORDS.iter().enumerate() {
                    write!(f, "{}{word}:", if number == 0 { "" } else { ", " })?;
                }
                return Ok(());
            }
            NoticeKind::EmptyField(field) => return write!(f, "nothing follows “{field}:”; it was left out"),
            NoticeKind::UnclosedRegex => {
                "a regular expression stands between two slashes; without the second it was read as words"
            }
            NoticeKind::BadRegex(why) => return write!(f, "no regular expression ({why}); it was read as words"),
            NoticeKind::TooManyRegexes => {
                return write!(
                    f,
                    "a query can have {} regular expressions; this was read as words",
                    Query::MAX_REGEXES
                );
            }
            NoticeKind::NoDate => "not a date; dates are written 2022, 2022-09, 2022-09-30, 2017..2018 or >=2022-09",
            NoticeKind::ReversedDates => "the range ends before it begins; it was turned round",
            NoticeKind::DanglingNear => "NEAR stands between two things; it was left out",
            NoticeKind::NearNoPlace => "NEAR stands between words, phrases and names; it was read as AND",
            NoticeKind::BadDistance => {
                "a distance is a number of words, s for the same sentence or p for the same paragraph"
            }
            NoticeKind::DistanceOfOneWord => "a distance needs two words in the phrase; it was left out",
            NoticeKind::OnlyWildcards => "wildcards need letters beside them; they were left out",
            NoticeKind::NotFuzzy => {
                "near spellings are of words of three letters or more without wildcards; read as it stands"
            }
            NoticeKind::TooFuzzy => "near spellings have at most two letters changed; read as two",
            NoticeKind::TooLong => {
                return write!(f, "a query can have {} words; the rest was left out", Query::MAX_WORDS);
            }
        })
    }
}
