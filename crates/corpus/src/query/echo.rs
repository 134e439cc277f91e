//! Says in words how a query was understood. What is said is in [`Saying`], in English or, with the words of somebody
//! else, in another language.

use std::fmt::{Display, Formatter, Result};

use super::{
    Clause, DateClause, Field, Mark, MarkedClause, Matching, NearClause, Query, RegexClause, TermClause, Within,
};
use crate::model::EntityKind;

/// Of a longer list, the rest is counted: nobody reads on, and the query itself stands in the box.
const MAX_LISTED: usize = 20;
/// A longer word or phrase is cut.
const MAX_CHARS: usize = 100;

/// Something that is said of a query, of parts that are in words already. Its display is English.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Saying<'s> {
    /// Everything; what is not wanted follows.
    Everything,
    /// Everything but one thing.
    EverythingBut(&'s str),
    /// All of a list.
    All(&'s str),
    /// Any of a list.
    Any(&'s str),
    /// One thing put to another.
    Joined(Joint, &'s str, &'s str),
    /// Not a thing.
    Not(&'s str),
    /// So many more things in a list.
    More(usize),
    /// One thing near another.
    Near(&'s str, Within, &'s str),
    /// With any date.
    Dated,
    /// Of a day, month or year.
    DatedIn(&'s str),
    /// From one to another.
    DatedFromTo(&'s str, &'s str),
    /// Of one or later.
    DatedSince(&'s str),
    /// Of one or earlier.
    DatedUntil(&'s str),
    /// What matches a regular expression.
    Matching(&'s str),
    /// With a tag.
    Tagged(&'s str),
    /// With a state.
    Marked(&'s str),
    /// A thing in a field; never in [`Field::Anywhere`] or [`Field::Name`].
    In(Field, &'s str),
    /// A name of a kind.
    Named(EntityKind, &'s str),
    /// Words of a spelling with one letter changed.
    SpelledLike(&'s str),
    /// The same with two.
    SpelledSomewhatLike(&'s str),
    /// Words of a pattern.
    Pattern(&'s str),
    /// A word in this form alone.
    Exactly(&'s str),
    /// Words next to each other.
    Phrase(&'s str),
}

/// How one thing is put to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Joint {
    /// As the next one of a list.
    Comma,
    /// Both have to be there.
    And,
    /// One of them has to be there.
    Or,
    /// The second is not wanted.
    Then,
}

impl Display for Saying<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match *self {
            Self::Everything => write!(f, "everything"),
            Self::EverythingBut(what) => write!(f, "everything but {what}"),
            Self::All(list) => write!(f, "all of: {list}"),
            Self::Any(list) => write!(f, "any of: {list}"),
            Self::Joined(Joint::Comma, before, after) => write!(f, "{before}, {after}"),
            Self::Joined(Joint::And, before, after) => write!(f, "{before} and {after}"),
            Self::Joined(Joint::Or, before, after) => write!(f, "{before} or {after}"),
            Self::Joined(Joint::Then, before, after) => write!(f, "{before}; {after}"),
            Self::Not(what) => write!(f, "not {what}"),
            Self::More(n) => write!(f, "{n} more"),
            Self::Near(before, Within::Words(1), after) => write!(f, "{before} within 1 word of {after}"),
            Self::Near(before, Within::Words(n), after) => write!(f, "{before} within {n} words of {after}"),
            Self::Near(before, Within::Sentence, after) => write!(f, "{before} in the same sentence as {after}"),
            Self::Near(before, Within::Paragraph, after) => write!(f, "{before} in the same paragraph as {after}"),
            Self::Dated => write!(f, "dated"),
            Self::DatedIn(day) => write!(f, "dated {day}"),
            Self::DatedFromTo(from, to) => write!(f, "dated {from} to {to}"),
            Self::DatedSince(from) => write!(f, "dated {from} or later"),
            Self::DatedUntil(to) => write!(f, "dated {to} or earlier"),
            Self::Matching(pattern) => write!(f, "matching {pattern}"),
            Self::Tagged(word) => write!(f, "tagged {word}"),
            Self::Marked(word) => write!(f, "marked {word}"),
            Self::In(Field::Title, what) => write!(f, "in the headline: {what}"),
            Self::In(Field::Text, what) => write!(f, "in the text: {what}"),
            Self::In(Field::Role, what) => write!(f, "role has {what}"),
            Self::In(Field::Says, what) => write!(f, "quoted: {what}"),
            Self::In(Field::Source, what) => write!(f, "outlet is {what}"),
            Self::In(Field::Anywhere | Field::Name(_), what) => write!(f, "{what}"),
            Self::Named(kind, what) => write!(f, "{} is {what}", kind.word()),
            Self::SpelledLike(word) => write!(f, "spelled like {word}"),
            Self::SpelledSomewhatLike(word) => write!(f, "spelled somewhat like {word}"),
            Self::Pattern(word) => write!(f, "words like {word}"),
            Self::Exactly(word) => write!(f, "exactly {word}"),
            Self::Phrase(words) => write!(f, "“{words}”"),
        }
    }
}

/// Puts a saying into words.
pub type Say<'s> = dyn Fn(Saying<'_>) -> String + 's;

fn in_english(saying: Saying<'_>) -> String {
    saying.to_string()
}

impl Query {
    /// How it was understood, in the words of `say`.
    pub fn said(&self, say: &Say<'_>) -> String {
        match &self.root {
            None => String::new(),
            Some(Clause::Not(inner)) => say(Saying::EverythingBut(&inner.inside(say))),
            Some(clause) => clause.said(say),
        }
    }
}

impl Display for Query {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.write_str(&self.said(&in_english))
    }
}

impl Display for Clause {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.write_str(&self.said(&in_english))
    }
}

impl Display for TermClause {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.write_str(&self.said(&in_english))
    }
}

impl Clause {
    /// What it asks for, in the words of `say`.
    pub fn said(&self, say: &Say<'_>) -> String {
        match self {
            Clause::All(clauses) => all(clauses, say),
            Clause::Any(clauses) => say(Saying::Any(&list(clauses, say, Joint::Comma))),
            Clause::Not(inner) => say(Saying::Not(&inner.said(say))),
            Clause::Near(near) => near.said(say),
            clause => clause.inside(say),
        }
    }

    /// The same inside of another clause: in brackets if it has parts. The parser bounds how deep these go.
    fn inside(&self, say: &Say<'_>) -> String {
        match self {
            Clause::Term(term) => term.said(say),
            Clause::Near(near) => format!("({})", near.said(say)),
            Clause::Date(date) => date.said(say),
            Clause::Regex(regex) => regex.said(say),
            Clause::Marked(marked) => marked.said(say),
            Clause::Not(inner) => say(Saying::Not(&inner.inside(say))),
            Clause::All(clauses) => format!("({})", list(clauses, say, Joint::And)),
            Clause::Any(clauses) => format!("({})", list(clauses, say, Joint::Or)),
        }
    }
}

fn all(clauses: &[Clause], say: &Say<'_>) -> String {
    let (negative, positive): (Vec<&Clause>, Vec<&Clause>) =
        clauses.iter().partition(|clause| matches!(clause, Clause::Not(_)));
    let wanted = match positive.as_slice() {
        [] => say(Saying::Everything),
        [Clause::Near(near)] => near.said(say),
        [one] => one.inside(say),
        many => say(Saying::All(&list(many.iter().copied(), say, Joint::Comma))),
    };
    match negative.as_slice() {
        [] => wanted,
        unwanted => say(Saying::Joined(Joint::Then, &wanted, &list(unwanted.iter().copied(), say, Joint::Then))),
    }
}

/// Clauses one after the other, each put to those before it by `joint`.
fn list<'q>(
    clauses: impl IntoIterator<Item = &'q Clause, IntoIter: ExactSizeIterator>,
    say: &Say<'_>,
    joint: Joint,
) -> String {
    let clauses = clauses.into_iter();
    let n_more = clauses.len().saturating_sub(MAX_LISTED);
    let listed = clauses.take(MAX_LISTED).map(|clause| clause.inside(say));
    let more = (n_more > 0).then(|| say(Saying::More(n_more)));
    listed.chain(more).reduce(|before, after| say(Saying::Joined(joint, &before, &after))).unwrap_or_default()
}

impl NearClause {
    fn said(&self, say: &Say<'_>) -> String {
        let operands = self.operands.iter().take(MAX_LISTED).map(|operand| operand.inside(say));
        let more = self.operands.len().checked_sub(MAX_LISTED).filter(|&n| n > 0).map(|n| say(Saying::More(n)));
        let near = |before: String, after: String| say(Saying::Near(&before, self.within, &after));
        operands.chain(more).reduce(near).unwrap_or_default()
    }
}

impl DateClause {
    fn said(&self, say: &Say<'_>) -> String {
        let [from, to] = [self.from, self.to].map(|day| day.map(|day| day.to_string()));
        match (&from, &to) {
            (Some(from), Some(to)) if from == to => say(Saying::DatedIn(from)),
            (Some(from), Some(to)) => say(Saying::DatedFromTo(from, to)),
            (Some(from), None) => say(Saying::DatedSince(from)),
            (None, Some(to)) => say(Saying::DatedUntil(to)),
            (None, None) => say(Saying::Dated),
        }
    }
}

impl RegexClause {
    fn said(&self, say: &Say<'_>) -> String {
        let pattern = format!("/{}/", shown(&self.pattern.replace('/', "\\/")));
        in_field(self.field, say(Saying::Matching(&pattern)), say)
    }
}

impl MarkedClause {
    fn said(&self, say: &Say<'_>) -> String {
        let word = shown(&self.word);
        say(match self.kind {
            Mark::Tag => Saying::Tagged(&word),
            Mark::Is => Saying::Marked(&word),
        })
    }
}

impl TermClause {
    /// What it asks for, in the words of `say`.
    pub fn said(&self, say: &Say<'_>) -> String {
        let has = |how: &dyn Fn(Matching) -> bool| self.words.iter().any(|word| how(word.how));
        let mut said = shown(&self.typed);
        if self.quoted {
            said = say(Saying::Phrase(&said));
        }
        if has(&|how| how == Matching::Prefix) {
            said.push('…');
        }
        if has(&|how| how == Matching::Fuzzy(2)) {
            said = say(Saying::SpelledSomewhatLike(&said));
        } else if has(&|how| matches!(how, Matching::Fuzzy(_))) {
            said = say(Saying::SpelledLike(&said));
        } else if has(&|how| how == Matching::Wildcard) {
            said = say(Saying::Pattern(&said));
        } else if has(&|how| how == Matching::Exact) {
            said = say(Saying::Exactly(&said));
        }
        in_field(self.field, said, say)
    }
}

/// What is looked for, with the field that it is looked for in.
fn in_field(field: Field, what: String, say: &Say<'_>) -> String {
    match field {
        Field::Anywhere => what,
        Field::Name(kind) => say(Saying::Named(kind, &what)),
        field => say(Saying::In(field, &what)),
    }
}

/// What was typed, cut if it is long.
fn shown(typed: &str) -> String {
    match typed.char_indices().nth(MAX_CHARS) {
        Some((len, _)) => format!("{}[…]", &typed[..len]),
        None => typed.to_owned(),
    }
}
