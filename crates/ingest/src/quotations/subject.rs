//! The words that name who speaks: the subject of a verb of saying, before or after it.

use corpus::span::ByteSpan;

use super::context::Context;
use crate::lists;
use crate::words::Word;

/// Most words of a description: `a senior official in the ministry`.
const MAX_WORDS: usize = 8;

/// The subject before the verb at `verb`.
pub(super) fn before(context: &Context<'_>, words: &[Word<'_>], verb: usize) -> Option<ByteSpan> {
    let mut end = verb;
    while end > 0 && is_beside_verb(&words[end - 1]) {
        end -= 1;
    }
    if end == 0 {
        return None;
    }
    let has_comma = words.get(end).is_some_and(|verb| verb.gap.starts_with(','));
    let comma = (1..end).rev().find(|&idx| parts(&words[idx])).filter(|_| has_comma);
    let Some(start) = comma else {
        return in_stretch(context, words, clause_start(words, end), end);
    };
    // `The memo, a copy of which …, stated`: what stands between commas says more about the subject before it, unless
    // it is the name itself.
    let inner =
        named(context, words, start, end).filter(|name| Some(name.start()) == words.get(start).map(|w| w.span.start()));
    inner.or_else(|| in_stretch(context, words, clause_start(words, start), start))
}

/// The subject after the verb at `verb`: up to a comma, with a name right after the comma taken before a description.
pub(super) fn after(context: &Context<'_>, words: &[Word<'_>], verb: usize) -> Option<ByteSpan> {
    let start = verb + 1;
    let rest = words.get(start..)?;
    let len = rest.iter().enumerate().take_while(|(idx, word)| *idx == 0 || !parts(word)).count();
    let end = start + len;
    let first_is_comma = rest.first().is_some_and(|word| word.gap.starts_with(','));
    if len == 0 || first_is_comma {
        return None;
    }
    if let Some(name) = first_person(context, words, start, end) {
        return Some(name);
    }
    // `said the mayor, Bob Rain`.
    let next_end = words[end..].iter().enumerate().take_while(|(idx, word)| *idx == 0 || !parts(word)).count();
    let apposed = first_person(context, words, end, end + next_end);
    if let Some(name) = apposed.filter(|name| words.get(end).is_some_and(|word| word.span.start() == name.start())) {
        return Some(name);
    }
    let first = words[start].span;
    if is_pronoun(&words[start].key) {
        return Some(first);
    }
    let stretch = ByteSpan::new(first.start(), words[end - 1].span.end())?;
    let name = context.mentions(stretch).first().filter(|mention| mention.span.start() == first.start());
    let head = (start..end).find(|&idx| idx > start && is_preposition(&words[idx].key)).unwrap_or(end);
    let names_all = |span: ByteSpan| span.end() == words[head - 1].span.end();
    match name {
        Some(name) if names_all(name.span) => Some(name.span),
        _ => described(words, start, head),
    }
}

/// The first word of the clause that ends before `end`.
fn clause_start(words: &[Word<'_>], end: usize) -> usize {
    (0..end)
        .rev()
        .find(|&idx| parts(&words[idx]) || (idx + 1 < end && opens_clause(&words[idx])))
        .map_or(0, |idx| if opens_clause(&words[idx]) { idx + 1 } else { idx })
}

/// Whether a comma or another stop stands before the word.
fn parts(word: &Word<'_>) -> bool {
    word.gap.contains([',', ';', ':', '—', '–', '(', ')', '“', '”', '"'])
}

fn opens_clause(word: &Word<'_>) -> bool {
    !word.is_capital
        && matches!(
            word.key.as_str(),
            "that"
                | "but"
                | "as"
                | "when"
                | "while"
                | "because"
                | "if"
                | "whether"
                | "although"
                | "where"
                | "what"
                | "which"
        )
}

/// Words between a subject and its verb.
fn is_beside_verb(word: &Word<'_>) -> bool {
    let key = word.key.as_str();
    !word.is_capital
        && (key.ends_with("ly") && key.len() > 4
            || matches!(
                key,
                "has"
                    | "have"
                    | "had"
                    | "also"
                    | "later"
                    | "then"
                    | "once"
                    | "again"
                    | "was"
                    | "is"
                    | "were"
                    | "who"
                    | "been"
                    | "quoted"
                    | "as"
                    | "himself"
                    | "herself"
                    | "even"
                    | "just"
                    | "now"
                    | "further"
            ))
}

fn is_pronoun(key: &str) -> bool {
    matches!(key, "he" | "she" | "they" | "i" | "we" | "it" | "you")
}

fn is_preposition(key: &str) -> bool {
    matches!(
        key,
        "in" | "at"
            | "from"
            | "with"
            | "on"
            | "of"
            | "for"
            | "during"
            | "after"
            | "before"
            | "by"
            | "to"
            | "about"
            | "who"
            | "when"
            | "as"
    )
}

/// The subject in a stretch that ends with it.
fn in_stretch(context: &Context<'_>, words: &[Word<'_>], start: usize, end: usize) -> Option<ByteSpan> {
    let last = words.get(end.checked_sub(1)?)?;
    if is_pronoun(&last.key) {
        return Some(last.span);
    }
    if lists::is_people_plural(&last.key) {
        return some_of(words, start, end).or_else(|| plural(words, end - 1));
    }
    named(context, words, start, end).or_else(|| described(words, start, end))
}

/// The last person named, or the name of another thing that the stretch ends with.
fn named(context: &Context<'_>, words: &[Word<'_>], start: usize, end: usize) -> Option<ByteSpan> {
    let stretch = ByteSpan::new(words.get(start)?.span.start(), words.get(end.checked_sub(1)?)?.span.end())?;
    let mentions = context.mentions(stretch);
    let ends = |span: ByteSpan| span.end() == stretch.end();
    // `Smith in an interview said`, but not `a friend of Smith said` nor `Smith’s lawyer said`.
    let person = mentions.iter().rev().find(|mention| context.is_person(mention)).filter(|mention| {
        let after = words[start..end].iter().find(|word| word.span.start() >= mention.span.end());
        after.is_none_or(|word| is_preposition(&word.key) && !word.gap.contains(['’', '\'']))
    });
    let other = mentions.last().filter(|mention| ends(mention.span));
    person.or(other).map(|mention| mention.span)
}

fn first_person(context: &Context<'_>, words: &[Word<'_>], start: usize, end: usize) -> Option<ByteSpan> {
    let stretch = ByteSpan::new(words.get(start)?.span.start(), words.get(end.checked_sub(1)?)?.span.end())?;
    context.mentions(stretch).iter().find(|mention| context.is_person(mention)).map(|mention| mention.span)
}

/// A description that begins with an article, or a plural of people.
fn described(words: &[Word<'_>], start: usize, end: usize) -> Option<ByteSpan> {
    let stretch = words.get(start..end)?;
    let is_article = |word: &Word<'_>| {
        matches!(word.key.as_str(), "the" | "a" | "an" | "this" | "one" | "another" | "his" | "her" | "their" | "its")
    };
    let first = stretch.iter().position(is_article);
    match first {
        Some(first) if stretch.len() - first >= 2 && stretch.len() - first <= MAX_WORDS => {
            ByteSpan::new(stretch[first].span.start(), stretch.last()?.span.end())
        }
        _ => (start..end).find_map(|idx| plural(words, idx)),
    }
}

/// `some of these officials`.
fn some_of(words: &[Word<'_>], start: usize, end: usize) -> Option<ByteSpan> {
    let first =
        (start..end).rev().find(|&idx| matches!(words[idx].key.as_str(), "some" | "many" | "several" | "most"))?;
    let is_of = words.get(first + 1).is_some_and(|word| word.key == "of");
    (is_of && end - first <= MAX_WORDS).then(|| ByteSpan::new(words[first].span.start(), words[end - 1].span.end()))?
}

/// The plural of people at `head`, with the words before it that describe them: `US counterterrorism officials`.
pub(super) fn plural(words: &[Word<'_>], head: usize) -> Option<ByteSpan> {
    let word = words.get(head)?;
    if !lists::is_people_plural(&word.key) {
        return None;
    }
    let describes = |word: &Word<'_>| {
        !lists::starts_sentences(&word.key) && !lists::is_reporting_verb(&word.key) && !is_preposition(&word.key)
    };
    let mut start = head;
    while start > 0
        && head - start < 4
        && words[start].joins
        && (describes(&words[start - 1]) || words[start - 1].is_all_capitals())
    {
        start -= 1;
    }
    ByteSpan::new(words[start].span.start(), word.span.end())
}
