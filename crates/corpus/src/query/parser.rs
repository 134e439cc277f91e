//! Puts lexemes together to clauses with an explicit stack: no recursion, linear time, never an error.

use std::ops::Range;

use super::lexer::{Distance, Lexeme, NearSpelling, Phrase, Word, is_quote, lexemes};
use super::words::{as_typed, is_only_wildcards, pieces};
use super::{
    Clause, DateClause, Day, Field, FieldWord, LastWord, Mark, MarkedClause, Matching, NearClause, Notice, NoticeKind,
    Query, QueryWord, RegexClause, TermClause, Within, day,
};
use crate::sort;
use crate::span::ByteSpan;

pub(super) fn parse(text: &str, last_word: LastWord) -> Query {
    let mut parser = Parser::new(text, last_word);
    for (range, lexeme) in lexemes(text) {
        parser.take(range, lexeme);
    }
    parser.finish()
}

/// Shorter words are near to too many others.
const MIN_FUZZY_LETTERS: usize = 3;
/// From this many letters on, a near spelling may differ by two letters if nothing else is asked.
const MIN_LETTERS_FOR_TWO: usize = 6;
/// No more letters than these may differ: the automata for more are large, and what they find is another word.
const MAX_LETTERS_CHANGED: u8 = 2;

/// A group that is not closed yet; the bottom one is the query itself.
#[derive(Default)]
struct Frame {
    /// Alternatives, each a list of clauses that all must hold.
    alternatives: Vec<Vec<Clause>>,
    /// The field that holds inside of the group.
    field: FieldWord,
    /// A field written before the next operand.
    next_field: Option<(FieldWord, String, Range<usize>)>,
    /// NEAR written before the next operand, with one before it.
    next_near: Option<(Within, Range<usize>)>,
    /// Whether NEAR made the last clause here, so that another of the same distance adds to it.
    is_chain: bool,
    /// Whether the next operand is negated.
    next_negated: bool,
    /// Whether the group itself is.
    negated: bool,
    opened_at: usize,
}

/// How the words of a term are meant.
#[derive(Default)]
struct Manner {
    quoted: bool,
    is_exact: bool,
    near_spelling: Option<NearSpelling>,
    /// Whether the last word may go on.
    is_prefix: bool,
    /// How near the words stand, if they need not stand next to each other.
    within: Option<Within>,
}

struct Parser<'t> {
    text: &'t str,
    last_word: LastWord,
    frames: Vec<Frame>,
    /// Open brackets that were left out because they are nested too deep.
    n_skipped: usize,
    /// Words, dates, regular expressions and marks so far.
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
            let is_at_end = || self.text[range.end..].chars().all(char::is_whitespace);
            let passing = self.last_word == LastWord::Prefix && kind.is_unfinished() && is_at_end();
            self.notices.push(Notice { span: span(range), kind, fix, passing });
        }
    }

    fn take(&mut self, range: Range<usize>, lexeme: Lexeme) {
        match lexeme {
            Lexeme::Open => self.open(range),
            Lexeme::Close => self.close(range),
            Lexeme::Or => {
                self.end_of_operands();
                self.top().alternatives.push(Vec::new());
            }
            Lexeme::And => {}
            Lexeme::Not => {
                let top = self.top();
                top.next_negated = !top.next_negated;
            }
            Lexeme::Near(distance) => self.near(range, distance),
            Lexeme::Field(field, word) => {
                self.dangling_field();
                self.top().next_field = Some((field, word, range));
            }
            Lexeme::UnknownField(word) => {
                let fix = Some(format!("{word} "));
                self.notice(range.clone(), NoticeKind::UnknownField(word.clone()), fix);
                self.term(range.start..range.end - 1, &word, Manner::default());
            }
            Lexeme::Phrase(phrase) => self.phrase(range, phrase),
            Lexeme::Regex(pattern) => self.regex(range, pattern),
            Lexeme::Word(word) => self.word(range, word),
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
        self.end_of_operands();
        if let Some(frame) = self.frames.pop()
            && let Some(clause) = combine(frame.alternatives)
        {
            self.push(if frame.negated { negate(clause) } else { clause });
        }
    }

    /// Leaves out what waits for an operand that does not come.
    fn end_of_operands(&mut self) {
        self.dangling_field();
        self.dangling_near();
    }

    /// Leaves out a field that nothing follows.
    fn dangling_field(&mut self) {
        if let Some((_, word, range)) = self.top().next_field.take() {
            self.notice(range, NoticeKind::EmptyField(word), Some(String::new()));
        }
    }

    /// Leaves out a NEAR that nothing follows.
    fn dangling_near(&mut self) {
        if let Some((_, range)) = self.top().next_near.take() {
            self.notice(range, NoticeKind::DanglingNear, Some(String::new()));
        }
    }

    fn near(&mut self, range: Range<usize>, distance: Distance) {
        self.end_of_operands();
        if !distance.is_understood {
            let fix = format!("NEAR/{}", distance.within.as_typed());
            self.notice(range.clone(), NoticeKind::BadDistance, Some(fix));
        }
        let top = self.top();
        let is_after_operand = top.alternatives.last().is_some_and(|all| !all.is_empty());
        top.next_near = Some((distance.within, range));
        if !is_after_operand {
            self.dangling_near();
        }
    }

    fn push(&mut self, clause: Clause) {
        let top = self.top();
        let clause = if std::mem::take(&mut top.next_negated) { negate(clause) } else { clause };
        let is_chain = std::mem::take(&mut top.is_chain);
        let near = top.next_near.take();
        if top.alternatives.is_empty() {
            top.alternatives.push(Vec::new());
        }
        let Some(all) = top.alternatives.last_mut() else { return };
        let Some(((within, range), left)) = near.and_then(|near| Some((near, all.pop()?))) else {
            all.push(clause);
            return;
        };
        if let Some(kind) = obstacle(&left, &clause) {
            all.extend([left, clause]);
            let fix = (kind == NoticeKind::NearNoPlace).then(|| "AND".to_owned());
            self.notice(range, kind, fix);
        } else {
            all.push(join(left, clause, within, is_chain));
            top.is_chain = true;
        }
    }

    /// The field of the next operand.
    fn field(&mut self) -> FieldWord {
        let top = self.top();
        top.next_field.as_ref().map_or(top.field, |&(field, ..)| field)
    }

    /// Where the words of the next operand are looked for: anywhere if its field is none of the text's.
    fn take_field(&mut self) -> Field {
        let field = self.field();
        self.top().next_field = None;
        if let FieldWord::In(field) = field { field } else { Field::Anywhere }
    }

    /// Leaves out the next operand, with what was written before it.
    fn skip(&mut self) {
        self.dangling_field();
        self.top().next_negated = false;
    }

    /// Counts a word; `None` if there were as many as there may be.
    fn count(&mut self, start: usize) -> Option<()> {
        if self.n_words == Query::MAX_WORDS {
            self.too_long(start);
            return None;
        }
        self.n_words += 1;
        Some(())
    }

    /// Says once that the query goes on after its last word that was read.
    fn too_long(&mut self, start: usize) {
        if self.notices.iter().all(|notice| notice.kind != NoticeKind::TooLong) {
            self.notice(start..self.text.len(), NoticeKind::TooLong, None);
        }
    }

    /// Whether a reader who types may go on at `end`.
    fn is_typing(&self, end: usize) -> bool {
        self.last_word == LastWord::Prefix && end == self.text.len()
    }

    /// Whether what ends at `end` may be the beginning of a longer word.
    fn is_prefix(&mut self, end: usize, text: &str) -> bool {
        self.is_typing(end) && !self.top().next_negated && text.ends_with(char::is_alphanumeric) && is_long_enough(text)
    }

    fn word(&mut self, range: Range<usize>, word: Word) {
        let near_spelling = word.near_spelling;
        if word.is_unclosed_regex {
            let fix = closed_with(&self.text[range.clone()], "/");
            self.notice(range.clone(), NoticeKind::UnclosedRegex, Some(fix));
        }
        let suffix = &self.text[range.end - near_spelling.map_or(0, |near| near.len)..range.end];
        if self.value(&range, &(as_typed(&word.text) + suffix)) {
            return;
        }
        let is_exact = word.is_exact && near_spelling.is_none();
        let is_prefix = !is_exact && near_spelling.is_none() && self.is_prefix(range.end, &word.text);
        self.term(range, &word.text, Manner { is_exact, near_spelling, is_prefix, ..Manner::default() });
    }

    fn phrase(&mut self, range: Range<usize>, phrase: Phrase) {
        let Phrase { text, closed, distance } = phrase;
        if !closed {
            self.in_phrase = true;
            let fix = self.to_the_end(range.start);
            self.notice(range.clone(), NoticeKind::UnclosedQuote, Some(fix));
        }
        if self.value(&range, &as_typed(&text)) {
            return;
        }
        let mut within = None;
        if let Some((range, distance)) = distance {
            match pieces(&text).filter(|piece| !is_only_wildcards(piece)).take(2).count() {
                0 => {}
                1 => self.notice(range, NoticeKind::DistanceOfOneWord, Some(String::new())),
                _ => {
                    within = Some(distance.within);
                    if !distance.is_understood {
                        let fix = format!("~{}", distance.within.as_typed());
                        self.notice(range, NoticeKind::BadDistance, Some(fix));
                    }
                }
            }
        }
        let is_prefix = !closed && self.is_prefix(range.end, &text);
        self.term(range, &text, Manner { quoted: true, is_prefix, within, ..Manner::default() });
    }

    fn regex(&mut self, range: Range<usize>, pattern: String) {
        let typed = self.text[range.clone()].to_owned();
        if self.value(&range, &typed) {
            return;
        }
        if !matches!(self.field(), FieldWord::In(_)) {
            return self.term(range, &typed, Manner::default());
        }
        let field = self.take_field();
        if self.count(range.start).is_some() {
            self.push(Clause::Regex(RegexClause { field, pattern, span: span(range) }));
        }
    }

    /// Reads the operand as the value of a field that is none of the text's; whether it was taken as one.
    fn value(&mut self, range: &Range<usize>, typed: &str) -> bool {
        let kind = match self.field() {
            FieldWord::In(_) => return false,
            FieldWord::Date => return self.date(range, typed),
            FieldWord::Tag => Mark::Tag,
            FieldWord::Is => Mark::Is,
        };
        let word = typed.trim();
        if word.is_empty() {
            self.skip();
        } else {
            self.top().next_field = None;
            if self.count(range.start).is_some() {
                self.push(Clause::Marked(MarkedClause {
                    kind,
                    word: word.to_owned(),
                    docs: Vec::new(),
                    span: span(range.clone()),
                }));
            }
        }
        true
    }

    fn date(&mut self, range: &Range<usize>, typed: &str) -> bool {
        let typed = typed.trim();
        if typed.is_empty() {
            return false;
        }
        let found = day::range(typed);
        let is_typing = self.is_typing(range.end);
        if found.is_none() {
            let fix = day::guess(typed).map(|date| self.in_its_marks(range, date));
            self.notice(range.clone(), NoticeKind::NoDate, fix);
        }
        match found.or_else(|| if is_typing { day::unfinished(typed) } else { None }) {
            Some(ends) => {
                self.top().next_field = None;
                if self.count(range.start).is_some() {
                    self.push_date(range.clone(), typed, ends);
                }
            }
            // `date:20` is on its way to be a date: nothing is asked of it until it is one.
            None if is_typing => {
                self.top().next_field = None;
                self.skip();
            }
            None => return false,
        }
        true
    }

    fn push_date(&mut self, range: Range<usize>, typed: &str, (mut from, mut to): (Option<Day>, Option<Day>)) {
        if let (Some(first), Some(last)) = (from, to)
            && first.first() > last.last()
        {
            (from, to) = (to, from);
            let fix = self.in_its_marks(&range, format!("{last}..{first}"));
            self.notice(range.clone(), NoticeKind::ReversedDates, Some(fix));
        }
        self.push(Clause::Date(DateClause { from, to, typed: typed.to_owned(), span: span(range) }));
    }

    /// A date in quotation marks if one stood in them.
    fn in_its_marks(&self, range: &Range<usize>, date: String) -> String {
        if self.text[range.clone()].starts_with(is_quote) { format!("\"{date}\"") } else { date }
    }

    fn term(&mut self, range: Range<usize>, text: &str, manner: Manner) {
        let mut typed = text;
        let (mut words, mut parts) = (Vec::new(), Vec::new());
        let mut n_only_wildcards = 0;
        let mut n_not_fuzzy = 0;
        for piece in pieces(text) {
            if is_only_wildcards(&piece) {
                n_only_wildcards += 1;
                continue;
            }
            if self.count(range.start).is_none() {
                typed = &typed[..piece.range.start];
                break;
            }
            let n_letters = piece.form.chars().filter(|c| c.is_alphanumeric()).count();
            let how = match manner.near_spelling {
                _ if piece.is_pattern => Matching::Wildcard,
                Some(near) if n_letters >= MIN_FUZZY_LETTERS => fuzzy(near, n_letters),
                _ if manner.is_exact => Matching::Exact,
                _ => Matching::Forms,
            };
            n_not_fuzzy += usize::from(!matches!(how, Matching::Fuzzy(_)));
            words.push(QueryWord { form: piece.form, how });
            parts.push(piece.range);
        }
        if n_only_wildcards > 0 {
            let fix = words.is_empty().then(String::new);
            self.notice(range.clone(), NoticeKind::OnlyWildcards, fix);
            if words.is_empty() {
                self.top().next_field = None;
            }
        }
        let Some(last) = words.last_mut() else { return self.skip() };
        if manner.is_prefix && last.how == Matching::Forms {
            last.how = Matching::Prefix;
        }
        if let Some(near) = manner.near_spelling {
            let plain = &self.text[range.start..range.end - near.len];
            if n_not_fuzzy == words.len() && near.n_letters != Some(0) {
                self.notice(range.clone(), NoticeKind::NotFuzzy, Some(plain.to_owned()));
            } else if near.n_letters.is_some_and(|n| n > MAX_LETTERS_CHANGED) {
                let fix = format!("{plain}~{MAX_LETTERS_CHANGED}");
                self.notice(range.clone(), NoticeKind::TooFuzzy, Some(fix));
            }
        }
        let field = self.take_field();
        let span = span(range);
        let term = |words, typed: &str, quoted| {
            Clause::Term(TermClause { field, words, typed: as_typed(typed.trim()), quoted, span })
        };
        let clause = match manner.within {
            Some(within) if words.len() > 1 => {
                let operands = words.into_iter().zip(parts).map(|(word, part)| term(vec![word], &text[part], false));
                Clause::Near(NearClause { operands: operands.collect(), within, span })
            }
            _ => term(words, typed, manner.quoted),
        };
        self.push(clause);
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
        self.end_of_operands();
        let root = self.frames.pop().and_then(|frame| combine(frame.alternatives));
        sort::by_key(&mut self.notices, |notice| notice.span);
        Query { root, notices: self.notices }
    }

    /// The text from `start` on, ready for something to follow: a phrase is closed, and a backslash at the end does not
    /// take the next character as its own.
    fn to_the_end(&self, start: usize) -> String {
        closed_with(&self.text[start..], if self.in_phrase { "\"" } else { "" })
    }
}

/// The text with `mark` behind it, which a backslash at its end does not take as its own.
fn closed_with(text: &str, mark: &str) -> String {
    let n_backslashes = text.bytes().rev().take_while(|&byte| byte == b'\\').count();
    [text, if n_backslashes % 2 == 0 { "" } else { "\\" }, mark].concat()
}

fn span(range: Range<usize>) -> ByteSpan {
    ByteSpan::from_range(range).unwrap_or_default()
}

/// One letter of an alphabet begins too many words; one sign of Chinese or Japanese says something.
fn is_long_enough(word: &str) -> bool {
    let mut chars = word.chars();
    chars.next().is_some_and(|first| first >= '\u{2e80}') || chars.next().is_some()
}

fn fuzzy(near: NearSpelling, n_letters: usize) -> Matching {
    let by_length = if n_letters < MIN_LETTERS_FOR_TWO { 1 } else { MAX_LETTERS_CHANGED };
    match near.n_letters.unwrap_or(by_length) {
        0 => Matching::Forms,
        n => Matching::Fuzzy(n.min(MAX_LETTERS_CHANGED)),
    }
}

fn negate(clause: Clause) -> Clause {
    match clause {
        Clause::Not(inner) => *inner,
        clause => Clause::Not(Box::new(clause)),
    }
}

/// What keeps NEAR from standing between two clauses.
fn obstacle(left: &Clause, right: &Clause) -> Option<NoticeKind> {
    if !can_be_near(left) || !can_be_near(right) {
        Some(NoticeKind::NearNoPlace)
    } else {
        (depth(left).max(depth(right)) >= Query::MAX_DEPTH).then_some(NoticeKind::TooDeep)
    }
}

/// Two clauses near each other. A chain of the same distance grows.
fn join(left: Clause, right: Clause, within: Within, is_chain: bool) -> Clause {
    let span = ByteSpan::new(first_byte(&left), last_byte(&right)).unwrap_or_default();
    Clause::Near(match left {
        Clause::Near(mut near) if is_chain && near.within == within => {
            near.operands.push(right);
            NearClause { span, ..near }
        }
        left => NearClause { operands: vec![left, right], within, span },
    })
}

fn has_place(clause: &Clause) -> bool {
    matches!(clause, Clause::Term(term) if term.field != Field::Source)
}

/// Whether NEAR may stand beside the clause.
fn can_be_near(clause: &Clause) -> bool {
    match clause {
        Clause::Near(_) => true,
        Clause::Any(clauses) => clauses.iter().all(has_place),
        clause => has_place(clause),
    }
}

/// How many clauses that stand near each other are inside of one another.
fn depth(clause: &Clause) -> usize {
    match clause {
        Clause::Near(near) => 1 + near.operands.iter().map(depth).max().unwrap_or_default(),
        _ => 0,
    }
}

/// Where a clause that can be near another begins.
fn first_byte(clause: &Clause) -> u32 {
    match clause {
        Clause::Term(term) => term.span.start(),
        Clause::Near(near) => near.span.start(),
        Clause::Any(clauses) => clauses.first().map_or(0, first_byte),
        _ => 0,
    }
}

/// Where a clause that can be near another ends.
fn last_byte(clause: &Clause) -> u32 {
    match clause {
        Clause::Term(term) => term.span.end(),
        Clause::Near(near) => near.span.end(),
        Clause::Any(clauses) => clauses.last().map_or(0, last_byte),
        _ => 0,
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
