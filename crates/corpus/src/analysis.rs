//! The analyzer: from text to tokens and from tokens to terms. There is only this one; the index, the query
//! and the sentence ids all use it.
//!
//! A *token* is an occurrence: a byte span and a position counted in tokens. Its *term* is the normalised key
//! in the dictionary. Folding changes terms only, never spans.

use std::borrow::Cow;

use icu_normalizer::DecomposingNormalizerBorrowed;
use icu_normalizer::properties::CanonicalCombiningClassMapBorrowed;
use snowball_stemmers_rs::{Algorithm, Stemmer};
use unicode_segmentation::UnicodeSegmentation;

use crate::span::ByteSpan;

/// One occurrence of a word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token<'t> {
    /// Where the word stands, in bytes of the analysed text.
    pub span: ByteSpan,
    /// The folded word: the key in the term dictionary.
    pub term: Cow<'t, str>,
}

/// The tokens of `text` in order. A word is what UAX #29 calls one if it holds a letter or a digit; an underscore,
/// which joins words there, parts them here, so that `_emphasis_` and `file_name` can be found.
///
/// ```
/// let terms: Vec<_> = corpus::analysis::tokens("ISIS’s U.S. Zürich").map(|token| token.term).collect();
/// assert_eq!(terms, ["isis", "us", "zurich"]);
/// ```
pub fn tokens(text: &str) -> impl Iterator<Item = Token<'_>> {
    let parts = text.unicode_word_indices().flat_map(|(start, word)| {
        let mut from = start;
        word.split('_').map(move |part| {
            let at = from;
            from += part.len() + 1;
            (at, part)
        })
    });
    parts.filter_map(|(start, word)| {
        let span = ByteSpan::from_range(start..start + word.len())?;
        let term = fold(word);
        term.contains(char::is_alphanumeric).then_some(Token { span, term })
    })
}

/// The term of one word: compatibility forms, case, accents, the English possessive and the full stops of
/// initialisms are folded.
///
/// Marks of combining class 10 and above are dropped (accents, Hebrew points, Arabic harakat); those below are
/// letters' parts in Indic and Japanese writing and stay. Letters stay decomposed: a term is a key, never shown.
pub fn fold(word: &str) -> Cow<'_, str> {
    let folded: Cow<'_, str> = if word.is_ascii() {
        if word.bytes().any(|byte| byte.is_ascii_uppercase()) {
            Cow::Owned(word.to_ascii_lowercase())
        } else {
            Cow::Borrowed(word)
        }
    } else {
        let (nfkd, classes) = (DecomposingNormalizerBorrowed::new_nfkd(), CanonicalCombiningClassMapBorrowed::new());
        let bare = |c: &char| classes.get_u8(*c) < 10;
        let lower = nfkd.normalize_iter(word.chars()).filter(bare).flat_map(char::to_lowercase);
        // Lower case of some letters decomposes again (İ gives i and a dot above), hence the second filter.
        Cow::Owned(fold_letters(lower.filter(bare)))
    };
    let folded = strip_possessive(folded);
    if is_initialism(&folded) { Cow::Owned(folded.replace('.', "")) } else { folded }
}

/// Letters that have no decomposition but that readers type without their strokes and ligatures.
fn fold_letters(letters: impl Iterator<Item = char>) -> String {
    let mut folded = String::new();
    for c in letters {
        match c {
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            'ø' => folded.push('o'),
            'đ' | 'ð' => folded.push('d'),
            'ł' => folded.push('l'),
            'ı' => folded.push('i'),
            'þ' => folded.push_str("th"),
            '\u{2019}' | '\u{2018}' | '\u{ff07}' => folded.push('\''),
            _ => folded.push(c),
        }
    }
    folded
}

/// Takes a final `'s` or `'` off.
fn strip_possessive(word: Cow<'_, str>) -> Cow<'_, str> {
    let stripped = word.strip_suffix("'s").or_else(|| word.strip_suffix('\'')).map(str::len);
    match (stripped, word) {
        (None, word) => word,
        (Some(len), Cow::Borrowed(word)) => Cow::Borrowed(&word[..len]),
        (Some(len), Cow::Owned(mut word)) => {
            word.truncate(len);
            Cow::Owned(word)
        }
    }
}

/// Whether the word is single letters with full stops between them: `u.s`, `u.n.`.
fn is_initialism(word: &str) -> bool {
    word.contains('.')
        && word.trim_end_matches('.').split('.').all(|part| {
            let mut chars = part.chars();
            chars.next().is_some_and(char::is_alphabetic) && chars.next().is_none()
        })
}

/// The stem of a folded term by the Snowball English algorithm. The key that brings the forms of a word together.
pub fn stem(term: &str) -> Cow<'_, str> {
    if !term.is_ascii() || term.bytes().any(|byte| !byte.is_ascii_alphabetic() && byte != b'\'') {
        return Cow::Borrowed(term);
    }
    Stemmer::create(Algorithm::English).stem(term)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[(&str, &str)]) {
        let found: Vec<_> =
            tokens(text).map(|token| (token.span.slice(text).expect("tokens stay in the text"), token.term)).collect();
        let found: Vec<_> = found.iter().map(|(word, term)| (*word, term.as_ref())).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn words_are_folded_and_keep_their_spans() {
        check("Decree, ISSUED!", &[("Decree", "decree"), ("ISSUED", "issued")]);
        check("Zürich ＡＢＣ Łódź", &[("Zürich", "zurich"), ("ＡＢＣ", "abc"), ("Łódź", "lodz")]);
        check("Zu\u{308}rich", &[("Zu\u{308}rich", "zurich")]);
        check("Straße İstanbul", &[("Straße", "strasse"), ("İstanbul", "istanbul")]);
        check("", &[]);
        check("— … “”", &[]);
    }

    #[test]
    fn possessives_and_initialisms_meet_their_plain_forms() {
        check("ISIS’s", &[("ISIS’s", "isis")]);
        check("Stalinsky's U.S. U.N", &[("Stalinsky's", "stalinsky"), ("U.S", "us"), ("U.N", "un")]);
        check("jihadists’", &[("jihadists", "jihadists")]);
        check("don’t", &[("don’t", "don't")]);
        check("1.5", &[("1.5", "1.5")]);
        check("'s s's", &[("s", "s"), ("s's", "s")]);
    }

    #[test]
    fn an_underscore_parts_words() {
        check("_very_ file_name __", &[("very", "very"), ("file", "file"), ("name", "name")]);
        check("é_漢_", &[("é", "e"), ("漢", "漢")]);
    }

    #[test]
    fn other_scripts_are_words_too() {
        check("漢字", &[("漢", "漢"), ("字", "字")]);
        check("Привет Ёлка", &[("Привет", "привет"), ("Ёлка", "елка")]);
        check("دَاعِش", &[("دَاعِش", "داعش")]);
        check("がこ", &[("が", "か\u{3099}"), ("こ", "こ")]);
        check("x😀y 👩‍👩‍👧", &[("x", "x"), ("y", "y")]);
        check("שָׁלוֹם \u{202e}abc\u{202c}", &[("שָׁלוֹם", "שלום"), ("abc\u{202c}", "abc\u{202c}")]);
        check("é\u{301}", &[("é\u{301}", "e")]);
        check("\u{fffd} \0", &[]);
    }

    #[test]
    fn a_word_of_a_megabyte_is_one_token() {
        for word in ["a", "é", "e\u{301}", "漢", "1.", "a'", "a\u{200d}"] {
            let text = word.repeat((1 << 20) / word.len());
            let found: Vec<_> = tokens(&text).collect();
            assert!(!found.is_empty() && found.iter().all(|token| token.span.slice(&text).is_some()), "{word}");
        }
    }

    #[test]
    fn stems_bring_forms_together() {
        for (term, expected) in
            [("fighters", "fighter"), ("radicalized", "radic"), ("channels", "channel"), ("données", "données")]
        {
            assert_eq!(stem(term), expected);
        }
    }
}
