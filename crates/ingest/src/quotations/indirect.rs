//! Reported speech, where it is clear: a subject, a verb of saying and a clause. What is not clear is left alone.

use corpus::model::{EntityKind, Quotation, QuotationKind, Speaker};
use corpus::span::ByteSpan;

use super::context::Context;
use super::{BlockPiece, subject};
use crate::words::{Casing, Word};

/// How far into a sentence the verb of saying can stand, in words.
const REACH: usize = 80;

/// Fewest words of a reported clause.
const MIN_CLAUSE_WORDS: usize = 4;

/// Verbs that report a clause and hardly ever anything else.
const VERBS: [&str; 17] = [
    "said",
    "says",
    "told",
    "stated",
    "claimed",
    "warned",
    "argued",
    "announced",
    "denied",
    "confirmed",
    "acknowledged",
    "insisted",
    "added",
    "explained",
    "noted",
    "alleged",
    "asserted",
];

/// The reported speech of one sentence that holds no quotation in marks.
pub(super) fn of(
    context: &Context<'_>,
    sentence_idx: usize,
    pieces: &[(u32, BlockPiece)],
    last: Option<&Quotation>,
) -> Option<Quotation> {
    let (sentence, words) = context.sentence(sentence_idx);
    let next = pieces.partition_point(|(_, piece)| piece.span.end() <= sentence.start());
    let is_quoted = pieces.get(next).is_some_and(|(_, piece)| piece.span.start() < sentence.end());
    if words.casing != Casing::Normal || is_quoted {
        return None;
    }
    let words = &words.words;
    let verb = words.iter().take(REACH).position(|word| !word.is_capital && VERBS.contains(&word.key.as_str()))?;
    let subject = subject::before(context, words, verb)?;
    let speaker = context.speaker(subject, last);
    if !is_clear(context, speaker) {
        return None;
    }
    let span = clause(context, sentence, words, verb, subject)?;
    let attribution = ByteSpan::new(subject.start(), words[verb].span.end().max(subject.end()));
    Some(Quotation {
        span,
        kind: QuotationKind::Indirect,
        speaker,
        cue: Some(words[verb].span),
        attribution,
        addressee: None,
        by: "subject of the verb of saying".to_owned(),
        confidence: 80,
    })
}

/// Whether it is somebody who can speak.
fn is_clear(context: &Context<'_>, speaker: Speaker) -> bool {
    match speaker {
        Speaker::Entity(_, span) => context.mentions(span).first().is_none_or(|mention| {
            matches!(context.kind(mention), Some(EntityKind::Person | EntityKind::Organization | EntityKind::Group))
        }),
        Speaker::Unnamed(_) => true,
        Speaker::Described(_) | Speaker::Unresolved => false,
    }
}

/// The words that are reported.
fn clause(
    context: &Context<'_>,
    sentence: ByteSpan,
    words: &[Word<'_>],
    verb: usize,
    subject: ByteSpan,
) -> Option<ByteSpan> {
    let rest = words.get(verb + 1..)?;
    if is_confided(rest) {
        return trimmed(context, sentence);
    }
    // `It will rain, officials said.`
    let subject_idx = words.partition_point(|word| word.span.start() < subject.start());
    if rest.len() < MIN_CLAUSE_WORDS && subject_idx >= MIN_CLAUSE_WORDS && words[subject_idx].gap.starts_with(',') {
        return ByteSpan::new(sentence.start(), words[subject_idx - 1].span.end());
    }
    let start = clause_start(context, words, verb)?;
    (words.len() - start >= MIN_CLAUSE_WORDS)
        .then(|| trimmed(context, ByteSpan::new(words[start].span.start(), sentence.end())?))?
}

/// `told the paper on background`, `said on condition of anonymity`: all of the sentence is what was confided.
fn is_confided(rest: &[Word<'_>]) -> bool {
    let near = &rest[..rest.len().min(10)];
    near.windows(2).any(|pair| pair[0].key == "on" && matches!(pair[1].key.as_str(), "background" | "condition"))
}

/// The first word of the reported clause after the verb.
fn clause_start(context: &Context<'_>, words: &[Word<'_>], verb: usize) -> Option<usize> {
    let is_that = |word: &Word<'_>| word.key == "that" && !word.gap.contains([';', '.']);
    if let Some(that) = words.iter().skip(verb + 1).take(10).position(is_that) {
        return Some(verb + 1 + that + 1);
    }
    let mut start = verb + 1;
    if words[verb].key == "told" {
        // Who was told: a name, `reporters`, `him`.
        let object = words.get(start)?.span;
        let name = context.mentions(ByteSpan::new(object.start(), words.last()?.span.end())?).first();
        start = match name.filter(|name| name.span.start() == object.start()) {
            Some(name) => words.partition_point(|word| word.span.start() < name.span.end()),
            None => start + 1,
        };
    }
    let first = words.get(start).filter(|word| word.gap == " ")?;
    let is_clause = !matches!(
        first.key.as_str(),
        "in" | "on" | "at" | "about" | "of" | "to" | "for" | "by" | "with" | "from" | "nothing" | "so" | "yes" | "no" | "and"
            | "or" | "but" | "after" | "during" | "when" | "as" | "he" | "she" if words[verb].key == "told" || is_adjunct(&first.key)
    );
    is_clause.then_some(start)
}

fn is_adjunct(key: &str) -> bool {
    !matches!(key, "he" | "she" | "no" | "after" | "when")
}

/// The span without the full stop at its end.
fn trimmed(context: &Context<'_>, span: ByteSpan) -> Option<ByteSpan> {
    let words = span.slice(context.text())?;
    let len = words.trim_end_matches(['.', ' ', '\n']).len();
    ByteSpan::new(span.start(), span.start() + u32::try_from(len).ok()?)
}
