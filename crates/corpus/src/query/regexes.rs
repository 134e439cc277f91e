//! Regular expressions that are none become words, and so do those that are too many. What is one, only the engine knows
//! that will run it.

use std::cell::Cell;

use super::words::pieces;
use super::{Clause, Matching, Notice, NoticeKind, Query, QueryWord, RegexClause, TermClause};
use crate::sort;

impl Query {
    /// Puts every regular expression for which `check` has an error in words, with a notice that says it, and those after
    /// [`Query::MAX_REGEXES`]. Its words stand next to each other; an expression without any is left out.
    pub fn check_regexes(&mut self, check: impl Fn(&str) -> Result<(), String>) {
        let n_found = Cell::new(0);
        let check = |pattern: &str| {
            if n_found.get() == Query::MAX_REGEXES {
                return Err(NoticeKind::TooManyRegexes);
            }
            check(pattern).map_err(NoticeKind::BadRegex)?;
            n_found.set(n_found.get() + 1);
            Ok(())
        };
        self.root = self.root.take().and_then(|root| checked(root, &check, &mut self.notices));
        sort::by_key(&mut self.notices, |notice| notice.span);
    }
}

type Check<'c> = &'c dyn Fn(&str) -> Result<(), NoticeKind>;

/// The clause with words for what is no regular expression; `None` if nothing is left. Depth is bounded by the parser.
fn checked(clause: Clause, check: Check<'_>, notices: &mut Vec<Notice>) -> Option<Clause> {
    match clause {
        Clause::Regex(regex) => match check(&regex.pattern) {
            Ok(()) => Some(Clause::Regex(regex)),
            Err(kind) => {
                if notices.len() < Query::MAX_NOTICES {
                    notices.push(Notice { span: regex.span, kind, fix: None, passing: false });
                }
                words(regex)
            }
        },
        Clause::All(clauses) => gather(clauses, Clause::All, check, notices),
        Clause::Any(clauses) => gather(clauses, Clause::Any, check, notices),
        Clause::Not(inner) => checked(*inner, check, notices).map(|inner| Clause::Not(Box::new(inner))),
        // Regular expressions stand near nothing.
        clause @ (Clause::Term(_) | Clause::Near(_) | Clause::Date(_) | Clause::Marked(_)) => Some(clause),
    }
}

fn gather(
    clauses: Vec<Clause>,
    kind: fn(Vec<Clause>) -> Clause,
    check: Check<'_>,
    notices: &mut Vec<Notice>,
) -> Option<Clause> {
    let mut left: Vec<Clause> = clauses.into_iter().filter_map(|clause| checked(clause, check, notices)).collect();
    if left.len() > 1 { Some(kind(left)) } else { left.pop() }
}

/// The words of what was to be a regular expression.
fn words(regex: RegexClause) -> Option<Clause> {
    let RegexClause { field, pattern, span } = regex;
    let found =
        pieces(&pattern).take(Query::MAX_WORDS).map(|piece| QueryWord { form: piece.form, how: Matching::Forms });
    let words: Vec<QueryWord> = found.collect();
    (!words.is_empty()).then_some(Clause::Term(TermClause { field, words, typed: pattern, quoted: false, span }))
}
