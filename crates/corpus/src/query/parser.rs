//! Puts lexemes together to clauses with an explicit stack: no recursion, linear time, never an error.

use std::ops::Range;

use super::lexer::{Lexeme, lexemes};
use super::{Clause, Field, LastWord, Notice, NoticeKind, Query, TermClause};
use crate::analysis::tokens;
use crate::sort;
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
    n_words: usize,
    /// Whether the text ends inside of a phrase.
    in_phrase: bool,
    notices: Vec<Notice>,
}

impl<'t> Parser<'t> {
    fn new(text: &'t str, last_word: LastWord) -> Self {
        Self {
            text,
            last_word,
            frames: vec![Frame::default()],
            n_skipped: 0,
            n_words: 0,
            in_phrase: false,
            notices: Vec::new(),
        }
    }

    fn top(&mut self) -> &mut Frame {
        self.frames.last_mut().expect("the frame of the query itself is never popped before the end")
    }

    fn notice(&mut self, range: Range<usize>, kind: NoticeKind, fix: Option<String>) {
        if self.notices.len() < Query::MAX_NOTICES {
            let span = ByteSpan::from_range(range).unwrap_or_default();
            self.notices.push(Notice { span, kind, fix });
        }
    }

    fn take(&mut self, range: Range<usize>, lexeme: Lexeme, is_last: bool) {
        match lexeme {
            Lexeme::Open => self.open(range),
            Lexeme::Close => self.close(range),
            Lexeme::Or => {
                self.dangling_field();
                self.top().alternatives.push(Vec::new());
            }
            Lexeme::And => {}
            Lexeme::Not => {
                let top = self.top();
                top.next_negated = !top.next_negated;
            }
            Lexeme::Field(field, word) => self.field(range, field, word),
            Lexeme::Phrase { text, closed } => {
                if !closed {
                    self.in_phrase = true;
                    let fix = self.to_the_end(range.start);
                    self.notice(range.clone(), NoticeKind::UnclosedQuote, Some(fix));
                }
                self.term(range, &text, true, false);
            }
            Lexeme::Distance => {
                self.notice(
                    range,
                    NoticeKind::LeftOut("a distance between the words of a phrase"),
                    Some(String::new()),
                );
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
            // One notice for a run of stray brackets, so that notices stay few.
            let run = self
                .notices
                .pop_if(|notice| notice.kind == NoticeKind::UnopenedGroup && notice.span.end() as usize == range.start);
            let start = run.map_or(range.start, |notice| notice.span.start() as usize);
            // Without the bracket, what stands on its two sides must not become one word.
            let (before, after) = (self.text[..start].chars().next_back(), self.text[range.end..].chars().next());
            let is_between = [before, after].iter().all(|c| c.is_some_and(|c| !c.is_whitespace()));
            let fix = if is_between { " " } else { "" };
            self.notice(start..range.end, NoticeKind::UnopenedGroup, Some(fix.to_owned()));
        } else {
            self.reduce();
        }
    }

    /// Puts the innermost group into the one around it.
    fn reduce(&mut self) {
        self.dangling_field();
        if let Some(frame) = self.frames.pop()
            && let Some(clause) = combine(frame.alternatives)
        {
            self.push(if frame.negated { negate(clause) } else { clause });
        }
    }

    /// Leaves out a field that nothing follows.
    fn dangling_field(&mut self) {
        if let Some((_, word, range)) = self.top().next_field.take() {
            self.notice(range, NoticeKind::EmptyField(word), Some(String::new()));
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
            Some(field) => {
                self.dangling_field();
                self.top().next_field = Some((field, word, range));
            }
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
            if text.starts_with("NEAR/") {
                self.notice(range, NoticeKind::LeftOut("NEAR"), Some(String::new()));
                return;
            }
            let len = len_without_distance(&text);
            if len < text.len() {
                text.truncate(len);
                self.notice(range.clone(), NoticeKind::Unsupported("a near spelling"), Some(text.clone()));
            }
            let word = text.trim_end_matches('*').len();
            prefix = 0 < word && word < text.len();
            if prefix {
                text.truncate(word);
            }
            if let Some(fix) = without_wildcards(&text) {
                let fix = if prefix { format!("{fix}*") } else { fix };
                self.notice(range.clone(), NoticeKind::Unsupported("a wildcard inside of a word"), Some(fix));
            }
        }
        let typing = self.last_word == LastWord::Prefix && is_last && range.end == self.text.len();
        prefix |= typing && !self.top().next_negated && text.ends_with(char::is_alphanumeric) && is_long_enough(&text);
        self.term(range, &text, false, prefix);
    }

    fn term(&mut self, range: Range<usize>, typed: &str, quoted: bool, prefix: bool) {
        let mut typed = typed;
        let mut words = Vec::new();
        for token in tokens(typed) {
            if self.n_words == Query::MAX_WORDS {
                self.too_long(range.start);
                typed = &typed[..token.span.range().start];
                break;
            }
            self.n_words += 1;
            words.push(token.term.into_owned());
        }
        if words.is_empty() {
            self.dangling_field();
            self.top().next_negated = false;
            return;
        }
        let top = self.top();
        let field = top.next_field.take().map_or(top.field, |(field, ..)| field);
        let span = ByteSpan::from_range(range).unwrap_or_default();
        let term = TermClause { field, words, typed: typed.trim().to_owned(), quoted, prefix, span };
        self.push(Clause::Term(term));
    }

    /// Says once that the query goes on after its last word that was read.
    fn too_long(&mut self, start: usize) {
        if self.notices.iter().all(|notice| notice.kind != NoticeKind::TooLong) {
            self.notice(start..self.text.len(), NoticeKind::TooLong, None);
        }
    }

    fn finish(mut self) -> Query {
        let n_open = self.frames.len() - 1;
        if let Some(first_open) = self.frames.get(1).map(|frame| frame.opened_at) {
            let fix = self.to_the_end(first_open) + &")".repeat(n_open + self.n_skipped);
            self.notice(first_open..self.text.len(), NoticeKind::UnclosedGroup, Some(fix));
        }
        for _ in 0..n_open {
            self.reduce();
        }
        self.dangling_field();
        let root = self.frames.pop().and_then(|frame| combine(frame.alternatives));
        sort::by_key(&mut self.notices, |notice| notice.span);
        Query { root, notices: self.notices }
    }

    /// The text from `start` on, ready for something to follow: a phrase is closed, and a backslash at the end does not
    /// take the next character as its own.
    fn to_the_end(&self, start: usize) -> String {
        let rest = &self.text[start..];
        let n_backslashes = rest.bytes().rev().take_while(|&byte| byte == b'\\').count();
        let end = match (self.in_phrase, n_backslashes % 2) {
            (true, 0) => "\"",
            (true, _) => "\\\"",
            (false, 0) => "",
            (false, _) => "\\",
        };
        [rest, end].concat()
    }
}

/// How long the word is without `~`, `~1` at its end; as long as it is if it would be nothing without.
fn len_without_distance(word: &str) -> usize {
    let mut len = word.len();
    while let Some(before) = word[..len].trim_end_matches(|c: char| c.is_ascii_digit()).strip_suffix('~') {
        if before.is_empty() {
            break;
        }
        len = before.len();
    }
    len
}

/// The word without `*`, and without `?` before a letter or digit; `None` if it has none.
fn without_wildcards(word: &str) -> Option<String> {
    let mut rest = word.chars().peekable();
    let (mut found, mut plain) = (false, String::new());
    while let Some(c) = rest.next() {
        let is_wildcard = c == '*' || c == '?' && rest.peek().is_some_and(|next| next.is_alphanumeric());
        found |= is_wildcard;
        plain.push(if is_wildcard { ' ' } else { c });
    }
    (found && plain.contains(char::is_alphanumeric)).then(|| plain.trim().to_owned())
}

/// One letter of an alphabet begins too many words; one sign of Chinese or Japanese says something.
fn is_long_enough(word: &str) -> bool {
    let mut chars = word.chars();
    chars.next().is_some_and(|first| first >= '\u{2e80}') || chars.next().is_some()
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
