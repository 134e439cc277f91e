//! What would be found without one of the things that were asked.

use std::cmp::Reverse;

use super::Answer;
use super::facets::Facet;
use super::units::UnitSet;
use crate::query::{Clause, LastWord, Matching, NearClause, Query};
use crate::sort;

/// The parts of a query that are tried: the first ones.
const MAX_LOOKED_AT: usize = 12;
/// The parts of a query that are offered: those without which most is found.
const MAX_CLAUSES: usize = 5;

/// What may be left out.
#[derive(Clone, Debug, PartialEq)]
pub enum LeftOut {
    /// What was chosen in a facet.
    Facet(Facet),
    /// What was chosen in all facets.
    Filters,
    /// A part of the query.
    Clause {
        /// The part.
        clause: Clause,
        /// The typed text without it.
        rest: String,
    },
}

/// How much would be found without something.
#[derive(Clone, Debug, PartialEq)]
pub struct Without {
    /// What is left out.
    pub left_out: LeftOut,
    /// How many units have all the rest; never 0.
    pub n_units: u32,
}

impl Answer<'_> {
    /// For the choice in each facet, and for each thing that was asked in the text that the query was read from: what
    /// would be found without it, if anything would. All choices together are there if no single one helps.
    pub fn without(&self, typed: &str) -> Vec<Without> {
        let everything = self.evaluator.units().all();
        let count = |root: Option<&Clause>, allowed: Option<UnitSet>| {
            let mut within = everything.clone();
            allowed.iter().for_each(|allowed| within.intersect(allowed));
            root.map_or(within.len(), |root| self.evaluator.clause(root, &within).len())
        };
        let root = self.query.root.as_ref();
        let chosen: Vec<Facet> =
            Facet::ALL.iter().copied().filter(|&facet| self.filters.selection(facet).is_some()).collect();
        let without = |left_out, n_units| (n_units > 0).then_some(Without { left_out, n_units });
        let of_facet = |&facet: &Facet| without(LeftOut::Facet(facet), count(root, self.fitting.allowed(Some(facet))));
        let mut found: Vec<Without> = chosen.iter().filter_map(of_facet).collect();
        if found.is_empty() && chosen.len() > 1 {
            found.extend(without(LeftOut::Filters, count(root, None)));
        }
        let of_clause = |(clause, rest): (Clause, String)| {
            let n_units = self.n_found(&rest);
            without(LeftOut::Clause { clause, rest }, n_units)
        };
        let mut of_clauses: Vec<Without> = self.rests(typed).into_iter().filter_map(of_clause).collect();
        sort::by_key(&mut of_clauses, |without| Reverse(without.n_units));
        of_clauses.truncate(MAX_CLAUSES);
        found.extend(of_clauses);
        found
    }

    /// Each of several things that were asked, and the text without it, if that is read so and asks for something.
    fn rests(&self, typed: &str) -> Vec<(Clause, String)> {
        let Some(Clause::All(clauses)) = &self.query.root else { return Vec::new() };
        let rest = |at: usize| {
            let mut others = clauses.clone();
            let clause = finished(others.remove(at));
            if others.iter().all(|clause| matches!(clause, Clause::Not(_))) {
                return None;
            }
            let others = if others.len() == 1 { others.pop()? } else { Clause::All(others) };
            let rest = text_without(typed, &clauses[at])?;
            let is_read_so = Query::parse(&rest, LastWord::Whole).root?.to_string() == finished(others).to_string();
            is_read_so.then_some((clause, rest))
        };
        (0..clauses.len().min(MAX_LOOKED_AT)).filter_map(rest).collect()
    }
}

/// A clause whose last word does not go on.
fn finished(mut clause: Clause) -> Clause {
    fn finish(clause: &mut Clause) {
        match clause {
            Clause::Term(term) => {
                let prefixes = term.words.iter_mut().filter(|word| word.how == Matching::Prefix);
                prefixes.for_each(|word| word.how = Matching::Forms);
            }
            Clause::Near(NearClause { operands: inner, .. }) | Clause::All(inner) | Clause::Any(inner) => {
                inner.iter_mut().for_each(finish);
            }
            Clause::Not(inner) => finish(inner),
            Clause::Date(_) | Clause::Regex(_) | Clause::Marked(_) => {}
        }
    }
    finish(&mut clause);
    clause
}

/// The text without a clause and what stands right before it: the word of its field, and the sign that excludes it.
fn text_without(typed: &str, clause: &Clause) -> Option<String> {
    let span = match clause {
        Clause::Term(term) => term.span,
        Clause::Near(near) => near.span,
        Clause::Date(date) => date.span,
        Clause::Regex(regex) => regex.span,
        Clause::Marked(marked) => marked.span,
        Clause::Not(inner) => return text_without(typed, inner),
        Clause::All(_) | Clause::Any(_) => return None,
    };
    let before = typed.get(..span.start() as usize)?;
    let before = match before.trim_end().strip_suffix(':') {
        Some(field) => field.trim_end_matches(char::is_alphanumeric),
        None => before,
    };
    let before = before.trim_end_matches(['-', '+']).trim_end();
    let before = before.strip_suffix("NOT").unwrap_or(before).trim_end();
    let after = typed.get(span.end() as usize..)?.trim();
    Some([before, after].join(" ").trim().to_owned())
}
