//! Says in words how a query was understood.

use std::fmt::{Display, Formatter, Result};

use super::{
    Clause, DateClause, Field, Mark, MarkedClause, Matching, NearClause, Query, RegexClause, TermClause, Within,
};

/// Of a longer list, the rest is counted: nobody reads on, and the query itself stands in the box.
const MAX_LISTED: usize = 20;
/// A longer word or phrase is cut.
const MAX_CHARS: usize = 100;

impl Display for Query {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match &self.root {
            None => Ok(()),
            Some(Clause::All(clauses)) => top_level_all(f, clauses),
            Some(Clause::Any(clauses)) => {
                write!(f, "any of: ")?;
                list(f, clauses, ", ")
            }
            Some(Clause::Not(inner)) => write!(f, "everything but {}", Inner(inner)),
            Some(Clause::Near(near)) => write!(f, "{near}"),
            Some(clause) => write!(f, "{}", Inner(clause)),
        }
    }
}

fn top_level_all(f: &mut Formatter<'_>, clauses: &[Clause]) -> Result {
    let (negative, positive): (Vec<&Clause>, Vec<&Clause>) =
        clauses.iter().partition(|clause| matches!(clause, Clause::Not(_)));
    match positive.as_slice() {
        [] => write!(f, "everything")?,
        [Clause::Near(near)] => write!(f, "{near}")?,
        [one] => write!(f, "{}", Inner(one))?,
        many => {
            write!(f, "all of: ")?;
            list(f, many.iter().copied(), ", ")?;
        }
    }
    if !negative.is_empty() {
        write!(f, "; ")?;
        list(f, negative, "; ")?;
    }
    Ok(())
}

fn list<'q, I>(f: &mut Formatter<'_>, clauses: I, joint: &str) -> Result
where
    I: IntoIterator<Item = &'q Clause, IntoIter: ExactSizeIterator>,
{
    let clauses = clauses.into_iter();
    let n_more = clauses.len().saturating_sub(MAX_LISTED);
    for (number, clause) in clauses.take(MAX_LISTED).enumerate() {
        write!(f, "{}{}", if number > 0 { joint } else { "" }, Inner(clause))?;
    }
    if n_more > 0 { write!(f, "{joint}{n_more} more") } else { Ok(()) }
}

/// A clause inside of another, in brackets if it has parts. The parser bounds how deep these go.
struct Inner<'q>(&'q Clause);

impl Display for Inner<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self.0 {
            Clause::Term(term) => write!(f, "{term}"),
            Clause::Near(near) => write!(f, "({near})"),
            Clause::Date(date) => write!(f, "{date}"),
            Clause::Regex(regex) => write!(f, "{regex}"),
            Clause::Marked(marked) => write!(f, "{marked}"),
            Clause::Not(inner) => write!(f, "not {}", Inner(inner)),
            Clause::All(clauses) | Clause::Any(clauses) => {
                write!(f, "(")?;
                list(f, clauses, if matches!(self.0, Clause::All(_)) { " and " } else { " or " })?;
                write!(f, ")")
            }
        }
    }
}

impl Display for NearClause {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        let joint = match self.within {
            Within::Words(1) => " within 1 word of ",
            Within::Words(n) => &format!(" within {n} words of "),
            Within::Sentence => " in the same sentence as ",
            Within::Paragraph => " in the same paragraph as ",
        };
        list(f, &self.operands, joint)
    }
}

impl Display for DateClause {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match (self.from, self.to) {
            (Some(from), Some(to)) if from == to => write!(f, "dated {from}"),
            (Some(from), Some(to)) => write!(f, "dated {from} to {to}"),
            (Some(from), None) => write!(f, "dated {from} or later"),
            (None, Some(to)) => write!(f, "dated {to} or earlier"),
            (None, None) => write!(f, "dated"),
        }
    }
}

impl Display for RegexClause {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        let pattern = self.pattern.replace('/', "\\/");
        write!(f, "{}matching /{}/", place(self.field), Shown(&pattern))
    }
}

impl Display for MarkedClause {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        let verb = match self.kind {
            Mark::Tag => "tagged",
            Mark::Is => "marked",
        };
        write!(f, "{verb} {}", Shown(&self.word))
    }
}

impl Display for TermClause {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        write!(f, "{}", place(self.field))?;
        if let Field::Name(kind) = self.field {
            write!(f, "{} is ", kind.word())?;
        }
        let has = |how: &dyn Fn(Matching) -> bool| self.words.iter().any(|word| how(word.how));
        f.write_str(if has(&|how| how == Matching::Fuzzy(2)) {
            "spelled somewhat like "
        } else if has(&|how| matches!(how, Matching::Fuzzy(_))) {
            "spelled like "
        } else if has(&|how| how == Matching::Wildcard) {
            "words like "
        } else if has(&|how| how == Matching::Exact) {
            "exactly "
        } else {
            ""
        })?;
        let (open, close) = if self.quoted { ("“", "”") } else { ("", "") };
        let goes_on = if has(&|how| how == Matching::Prefix) { "…" } else { "" };
        write!(f, "{open}{}{close}{goes_on}", Shown(&self.typed))
    }
}

/// What is said before something that is looked for in a field.
fn place(field: Field) -> &'static str {
    match field {
        Field::Anywhere | Field::Name(_) => "",
        Field::Title => "in the headline: ",
        Field::Text => "in the text: ",
        Field::Role => "role has ",
        Field::Says => "quoted: ",
        Field::Source => "outlet is ",
    }
}

/// What was typed, cut if it is long.
struct Shown<'q>(&'q str);

impl Display for Shown<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self.0.char_indices().nth(MAX_CHARS) {
            Some((len, _)) => write!(f, "{}[…]", &self.0[..len]),
            None => f.write_str(self.0),
        }
    }
}
