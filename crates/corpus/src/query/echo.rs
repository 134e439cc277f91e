//! Says in words how a query was understood.

use std::fmt::{Display, Formatter, Result};

use super::{Clause, Field, Query, TermClause};

impl Display for Query {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match &self.root {
            None => Ok(()),
            Some(Clause::All(clauses)) => top_level_all(f, clauses),
            Some(Clause::Any(clauses)) => {
                write!(f, "any of: ")?;
                list(f, clauses)
            }
            Some(Clause::Not(inner)) => write!(f, "everything but {}", Inner(inner)),
            Some(clause) => write!(f, "{}", Inner(clause)),
        }
    }
}

fn top_level_all(f: &mut Formatter<'_>, clauses: &[Clause]) -> Result {
    let (negative, positive): (Vec<&Clause>, Vec<&Clause>) =
        clauses.iter().partition(|clause| matches!(clause, Clause::Not(_)));
    match positive.as_slice() {
        [] => write!(f, "everything")?,
        [one] => write!(f, "{}", Inner(one))?,
        many => {
            write!(f, "all of: ")?;
            list(f, many.iter().copied())?;
        }
    }
    for clause in negative {
        write!(f, "; {}", Inner(clause))?;
    }
    Ok(())
}

fn list<'q>(f: &mut Formatter<'_>, clauses: impl IntoIterator<Item = &'q Clause>) -> Result {
    for (number, clause) in clauses.into_iter().enumerate() {
        if number > 0 {
            write!(f, ", ")?;
        }
        write!(f, "{}", Inner(clause))?;
    }
    Ok(())
}

/// A clause inside of another. The parser bounds how deep these go.
struct Inner<'q>(&'q Clause);

impl Display for Inner<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self.0 {
            Clause::Term(term) => write!(f, "{term}"),
            Clause::Not(inner) => write!(f, "not {}", Inner(inner)),
            Clause::All(clauses) | Clause::Any(clauses) => {
                let joint = if matches!(self.0, Clause::All(_)) { " and " } else { " or " };
                write!(f, "(")?;
                for (number, clause) in clauses.iter().enumerate() {
                    if number > 0 {
                        write!(f, "{joint}")?;
                    }
                    write!(f, "{}", Inner(clause))?;
                }
                write!(f, ")")
            }
        }
    }
}

impl Display for TermClause {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self.field {
            Field::Anywhere => {}
            Field::Title => write!(f, "in the headline: ")?,
            Field::Text => write!(f, "in the text: ")?,
            Field::Name(kind) => write!(f, "{} is ", kind.word())?,
            Field::Says => write!(f, "quoted: ")?,
            Field::Source => write!(f, "outlet is ")?,
        }
        if self.quoted {
            write!(f, "“{}”", self.typed)?
        } else {
            write!(f, "{}", self.typed)?
        }
        if self.prefix { write!(f, "…") } else { Ok(()) }
    }
}
