//! What stands beside the name of a person and tells two people of one name apart: a trade, an office and its place.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use corpus::analysis::tokens;
use corpus::model::Document;
use corpus::span::ByteSpan;

use crate::lists;

/// How far behind a name its description is read, in bytes and in words.
const DESCRIPTION_BYTES: usize = 96;
const DESCRIPTION_WORDS: usize = 9;

/// Adds what the words beside a mention say: `Bob Rain, the mayor of Snowtown,`.
pub(super) fn add(
    document: &Document,
    name: ByteSpan,
    fields: &mut BTreeSet<Cow<'static, str>>,
    posts: &mut BTreeMap<String, String>,
) {
    let text = document.text.as_str();
    let start = name.end() as usize;
    let mut end = (start + DESCRIPTION_BYTES).min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let after = text.get(start..end).unwrap_or_default();
    let Some(phrase) = after.strip_prefix(", ") else { return };
    let phrase = phrase.split([',', '.', ';', '\n', '(', '”', '"', ':']).next().unwrap_or_default();
    let words: Vec<_> = tokens(phrase).take(DESCRIPTION_WORDS).collect();
    let opens = words.first().is_some_and(|word| {
        matches!(word.term.as_ref(), "a" | "an" | "the") || lists::is_role_word(&word.term) || is_trade(&word.term)
    });
    let Some(head) = words.iter().take(5).rposition(|word| is_trade(&word.term)).filter(|_| opens) else { return };
    let is_plain =
        |word: &str| !lists::is_reporting_verb(word) && !matches!(word, "who" | "which" | "is" | "was" | "and");
    if !words[..=head].iter().all(|word| is_plain(&word.term)) {
        return;
    }
    let term = words[head].term.as_ref();
    fields.extend(lists::field_of_occupation(term).map(Cow::Borrowed));
    if let [of, place, ..] = &words[head + 1..]
        && of.term == "of"
        && phrase[place.span.range()].starts_with(char::is_uppercase)
    {
        posts.entry(term.to_owned()).or_insert_with(|| place.term.clone().into_owned());
    }
}

fn is_trade(term: &str) -> bool {
    lists::is_role_head(term) || lists::field_of_occupation(term).is_some()
}
