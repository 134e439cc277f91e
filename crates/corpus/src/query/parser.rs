//! Puts lexemes together to clauses with an explicit stack: no recursion, linear time, never an error.

use std::ops::Range;

use super::lexer::{Lexeme, lexemes};
use super::{Clause, Field, LastWord, Notice, NoticeKind, Query, TermClause};
use crate::analysis::tokens;
use crate::span::ByteSpan;

pub(super) fn parse(text: &str, last_word: LastWord) -> Query {
    let mut parser = Parser::new(text, last_word);
    let lexemes = lexemes(text);
    let n = lexemes.len();
    for (number, (range, lexeme)) in lexemes.into_iter().enumerate() {
        parser.take(range, lexeme, number + 1 == n);
    }
    parser.finish()
}

/// A group that is not closed yet; the bottom one is the query itself.
#[derive(Default)]
struct Frame {
    /// Alternatives, each a list of clauses that all must hold.
    alternatives: Vec<Vec<Clause>>,
    /// The field that holds inside of the group.
    field: Field,
    /// A field written before the next operand.
    next_field: Option<(Field, String, Range<usize>)>,
    /// Whether the next operand is negated.
    next_negated: bool,
    /// Whether the group itself is.
    negated: bool,
    opened_at: usize,
}

struct Parser<'t> {
    text: &'t str,
    last_word: LastWord,
    frames: Vec<Frame>,
    /// Open brackets that were left out because they are nested too deep.
    n_skipped: usize,
    notices: Vec<Notice>,
}

impl<'t> Parser<'t> {
    fn new(text: &'t str, last_word: LastWord) -> Self {
        Self { text, last_word, frames: vec![Frame::default()], n_skipped: 0, notices: Vec::new() }
    }

    fn top(&mut self) -> &mut Frame {
        self.frames.last_mut().expect("the frame of the query itself is never popped before the end")
    }

    fn notice(&mut self, range: Range<usize>, kind: NoticeKind, fix: Option<String>) {
        let span = ByteSpan::from_range(range).unwrap_or_default();
        self.notices.push(Notice { span, kind, fix });
    }

    fn take(&mut self, range: Range<usize>, lexeme: Lexeme, is_last: bool) {
        match lexeme {
            Lexeme::Open => self.open(range),
            Lexeme::Close => self.close(range),
            Lexeme::Or => self.top().alternatives.push(Vec::new()),
            Lexeme::And => {}
            Lexeme::Not => {
                let top = self.top();
                top.next_negated = !top.next_negated;
            }
            Lexeme::Field(field, word) => self.field(range, field, word),
            Lexeme::Phrase { text, closed } => {
                if !closed {
                    let fix = format!("{}\"", &self.text[range.clone()]);
                    self.notice(range.clone(), NoticeKind::UnclosedQuote, Some(fix));
                }
                self.term(range, &text, true, false);
            }
            Lexeme::Word { text, escaped } => self.word(range, text, escaped, is_last),
        }
    }

    fn open(&mut self, range: Range<usize>) {
        if self.frames.len() > Query::MAX_DEPTH {
            if self.n_skipped == 0 {
                self.notice(range, NoticeKind::TooDeep, None);
            }
            self.n_skipped += 1;
            return;
        }
        let top = self.top();
        let field = top.next_field.take().map_or(top.field, |(field, ..)| field);
        let negated = std::mem::take(&mut top.next_negated);
        self.frames.push(Frame { field, negated, opened_at: range.start, ..Frame::default() });
    }

    fn close(&mut self, range: Range<usize>) {
        if self.n_skipped > 0 {
            self.n_skipped -= 1;
        } else if self.frames.len() == 1 {
            // One notice for a run of stray brackets, so that notices stay few on any input.
            let repeats = self.notices.last().is_some_and(|notice| {
                notice.kind == NoticeKind::UnopenedGroup && notice.span.end() as usize == range.start
            });
            if repeats {
                let start = self.notices.pop().map_or(range.start, |notice| notice.span.start() as usize);
                self.notice(start..range.end, NoticeKind::UnopenedGroup, Some(String::new()));
            } else {
                self.notice(range, NoticeKind::UnopenedGroup, Some(String::new()));
            }
        } else if let Some(frame) = self.frames.pop() {
            self.reduce(frame);
        }
    }

    /// Puts a closed group into the one around it.
    fn reduce(&mut self, frame: Frame) {
        self.dangling_field(&frame);
        let negated = frame.negated;
        if let Some(clause) = combine(frame.alternatives) {
            self.push(if negated { negate(clause) } else { clause });
        }
    }

    fn dangling_field(&mut self, frame: &Frame) {
        if let Some((_, word, range)) = &frame.next_field {
            self.notice(range.clone(), NoticeKind::EmptyField(word.clone()), Some(String::new()));
        }
    }

    fn push(&mut self, clause: Clause) {
        let top = self.top();
        let clause = if std::mem::take(&mut top.next_negated) { negate(clause) } else { clause };
        match top.alternatives.last_mut() {
            Some(all) => all.push(clause),
            None => top.alternatives.push(vec![clause]),
        }
    }

    fn field(&mut self, range: Range<usize>, field: Option<Field>, word: String) {
        match field {
            Some(field) => self.top().next_field = Some((field, word, range)),
            None => {
                let fix = Some(format!("{word} "));
                self.notice(range.clone(), NoticeKind::UnknownField(word.clone()), fix);
                self.term(range.start..range.end - 1, &word, false, false);
            }
        }
    }

    fn word(&mut self, range: Range<usize>, mut text: String, escaped: bool, is_last: bool) {
        let mut prefix = false;
        if !escaped {
            if let Some((word, distance)) = text.rsplit_once('~')
                && !word.is_empty()
                && distance.bytes().all(|byte| byte.is_ascii_digit())
            {
                let fix = Some(word.to_owned());
                self.notice(range.clone(), NoticeKind::Unsupported("a near spelling"), fix);
                text.truncate(word.len());
            } else if text.starts_with("NEAR/") {
                self.notice(range.clone(), NoticeKind::Unsupported("NEAR"), None);
            }
            if let Some(word) = text.strip_suffix('*').filter(|word| !word.is_empty()) {
                text.truncate(word.len());
                prefix = true;
            }
        }
        let typing = self.last_word == LastWord::Prefix && is_last && range.end == self.text.len();
        prefix |= typing && !self.top().next_negated && text.ends_with(char::is_alphanumeric) && is_long_enough(&text);
        self.term(range, &text, false, prefix);
    }

    fn term(&mut self, range: Range<usize>, typed: &str, quoted: bool, prefix: bool) {
        let words: Vec<String> = tokens(typed).map(|token| token.term.into_owned()).collect();
        let top = self.top();
        let field = top.next_field.take().map_or(top.field, |(field, ..)| field);
        if words.is_empty() {
            top.next_negated = false;
            return;
        }
        let span = ByteSpan::from_range(range).unwrap_or_default();
        let term = TermClause { field, words, typed: typed.trim().to_owned(), quoted, prefix, span };
        self.push(Clause::Term(term));
    }

    fn finish(mut self) -> Query {
        while self.frames.len() > 1 {
            let frame = self.frames.pop().expect("more than one frame is there");
            let range = frame.opened_at..self.text.len();
            if self.frames.len() == 1 {
                let n_open = self.text[range.clone()].matches('(').count();
                let n_closed = self.text[range.clone()].matches(')').count();
                let fix =
                    format!("{}{}", &self.text[range.clone()], ")".repeat(n_open.saturating_sub(n_closed).max(1)));
                self.notice(range, NoticeKind::UnclosedGroup, Some(fix));
            }
            self.reduce(frame);
        }
        let frame = self.frames.pop().unwrap_or_default();
        self.dangling_field(&frame);
        let root = combine(frame.alternatives);
        self.notices.sort_by_key(|notice| notice.span);
        Query { root, notices: self.notices }
    }
}

/// One letter of an alphabet begins too many words; one sign of Chinese or Japanese says something.
fn is_long_enough(word: &str) -> bool {
    !word.is_ascii() || word.len() > 1
}

fn negate(clause: Clause) -> Clause {
    match clause {
        Clause::Not(inner) => *inner,
        clause => Clause::Not(Box::new(clause)),
    }
}

/// The clause of a group; `None` if the group is empty. Lists inside lists of their kind are flattened.
fn combine(alternatives: Vec<Vec<Clause>>) -> Option<Clause> {
    let mut any = Vec::new();
    for clauses in alternatives {
        let mut all = Vec::with_capacity(clauses.len());
        for clause in clauses {
            match clause {
                Clause::All(inner) => all.extend(inner),
                clause => all.push(clause),
            }
        }
        match (all.len(), all.pop()) {
            (0, _) | (_, None) => {}
            (1, Some(Clause::Any(inner))) => any.extend(inner),
            (1, Some(clause)) => any.push(clause),
            (_, Some(last)) => {
                all.push(last);
                any.push(Clause::All(all));
            }
        }
    }
    if any.len() > 1 { Some(Clause::Any(any)) } else { any.pop() }
}
