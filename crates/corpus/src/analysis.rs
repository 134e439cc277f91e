//! The analyzer: from text to tokens and from tokens to terms. There is only this one; the index, the query
//! and the sentence ids all use it.
//!
//! A *token* is an occurrence: a byte span and a position counted in tokens. Its *form* is the word in lower case,
//! its *term* the normalised key in the dictionary. Folding changes forms and terms only, never spans.

mod fold;
mod stem;

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;

pub use self::fold::fold;
pub use self::stem::{Language, english_stem, stem};
use crate::span::ByteSpan;

/// One occurrence of a word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token<'t> {
    /// Where the word stands, in bytes of the analysed text.
    pub span: ByteSpan,
    /// The word in lower case and one Unicode form, with its accents. It tells `résumé` from `resume`.
    pub form: Cow<'t, str>,
    /// The folded word: the key in the term dictionary, and what [`fold`] makes of the form.
    pub term: Cow<'t, str>,
}

/// The tokens of `text` in order. A word is what UAX #29 calls one if it holds a letter or a digit, with two exceptions:
///
/// - An underscore, which joins words there, parts them here, so that `_emphasis_` and `file_name` can be found.
/// - Each character of Katakana and each syllable of Hangul is a token, as each Han character and each cluster of Thai
///   is there: words of these scripts have no spaces around them, or have endings of others glued to them. A phrase of
///   the tokens finds a word inside of what is written in one piece.
///
/// ```
/// let terms: Vec<_> = corpus::analysis::tokens("ISIS’s U.S. Zürich").map(|token| token.term).collect();
/// assert_eq!(terms, ["isis", "us", "zurich"]);
/// ```
pub fn tokens(text: &str) -> impl Iterator<Item = Token<'_>> {
    let mut words = text.unicode_word_indices();
    let mut unread = Words { start: 0, rest: "" };
    std::iter::from_fn(move || {
        loop {
            if let Some((start, word)) = unread.next() {
                if let Some(token) = token(start, word) {
                    return Some(token);
                }
                continue;
            }
            let (start, word) = words.next()?;
            // Nearly all words, without the questions that are asked about others.
            if let Some(form) = fold::plain_form(word) {
                let span = ByteSpan::from_range(start..start + word.len())?;
                return Some(Token { span, term: form.clone(), form });
            }
            unread = Words { start, rest: word };
        }
    })
}

fn token(start: usize, word: &str) -> Option<Token<'_>> {
    let span = ByteSpan::from_range(start..start + word.len())?;
    let form = fold::form(word);
    let term = fold::bare(&form);
    term.contains(char::is_alphanumeric).then_some(Token { span, form, term })
}

/// The words in what UAX #29 calls one, with their offsets.
struct Words<'t> {
    start: usize,
    rest: &'t str,
}

impl<'t> Words<'t> {
    fn next(&mut self) -> Option<(usize, &'t str)> {
        let (skipped, len) = self.first();
        let at = self.start + skipped;
        let (word, rest) = self.rest.get(skipped..)?.split_at_checked(len)?;
        (self.start, self.rest) = (at + len, rest);
        // A full stop or an apostrophe joins letters; where a syllable follows, it belongs to neither side.
        let is_of_word = |c: char| c.is_alphanumeric() || fold::is_unseen(c) || fold::is_mark(c);
        let word = if rest.is_empty() { word } else { word.trim_end_matches(|c| !is_of_word(c)) };
        (!word.is_empty()).then_some((at, word))
    }

    /// The bytes before the first word and those of it.
    fn first(&self) -> (usize, usize) {
        let skipped = self.rest.find(char::is_alphanumeric).unwrap_or(self.rest.len());
        let word = &self.rest[skipped..];
        let Some(first) = word.chars().next() else { return (skipped, 0) };
        let after = &word[first.len_utf8()..];
        let end = if is_syllable(first) {
            after.find(|c| !belongs_to_syllable(c))
        } else {
            after.find(|c| c == '_' || is_syllable(c))
        };
        (skipped, end.map_or(word.len(), |end| first.len_utf8() + end))
    }
}

/// Characters that are a syllable or begin one: Katakana, and Hangul with its leading consonants.
fn is_syllable(c: char) -> bool {
    matches!(c,
        '\u{30a1}'..='\u{30fa}' | '\u{30fc}'..='\u{30ff}' | '\u{31f0}'..='\u{31ff}' | '\u{ff66}'..='\u{ff9d}'
        | '\u{1100}'..='\u{115f}' | '\u{3131}'..='\u{318e}' | '\u{a960}'..='\u{a97c}' | '\u{ac00}'..='\u{d7a3}'
        | '\u{ffa0}'..='\u{ffdc}')
}

/// Characters that go on with a syllable: vowels and final consonants of Hangul, voiced sound marks, marks at large.
fn belongs_to_syllable(c: char) -> bool {
    matches!(c, '\u{1160}'..='\u{11ff}' | '\u{d7b0}'..='\u{d7fb}' | '\u{ff9e}' | '\u{ff9f}')
        || fold::is_unseen(c)
        || fold::is_mark(c)
}

/// The folded words of a name, as names are looked up.
pub fn key(name: &str) -> String {
    let mut key = String::with_capacity(name.len());
    for token in tokens(name) {
        if !key.is_empty() {
            key.push(' ');
        }
        key.push_str(&token.term);
    }
    key
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(text: &str, expected: &[(&str, &str)]) {
        let found: Vec<_> =
            tokens(text).map(|token| (token.span.slice(text).expect("tokens stay in the text"), token.term)).collect();
        let found: Vec<_> = found.iter().map(|(word, term)| (*word, term.as_ref())).collect();
        assert_eq!(found, expected, "{text}");
    }

    fn check_words(cases: &[(&str, &str)]) {
        for &(text, expected) in cases {
            let words: Vec<_> = tokens(text).map(|token| token.span.slice(text).expect("in the text")).collect();
            assert_eq!(words.join("|"), expected, "{text}");
        }
    }

    #[test]
    fn words_are_folded_and_keep_their_spans() {
        check("Decree, ISSUED!", &[("Decree", "decree"), ("ISSUED", "issued")]);
        check("Zu\u{308}rich ＡＢＣ", &[("Zu\u{308}rich", "zurich"), ("ＡＢＣ", "abc")]);
        check("the U.S. and jihadists’", &[("the", "the"), ("U.S", "us"), ("and", "and"), ("jihadists", "jihadists")]);
        check("in 1,000 of", &[("in", "in"), ("1,000", "1000"), ("of", "of")]);
        check("\u{202e}abc\u{202c}", &[("abc\u{202c}", "abc")]);
        check("é\u{301} so\u{ad}ft", &[("é\u{301}", "e"), ("so\u{ad}ft", "soft")]);
        check("\u{fffd} \0 — … “” ـــ", &[]);
        check("", &[]);
    }

    #[test]
    fn a_form_keeps_its_accents() {
        let forms: Vec<_> = tokens("RÉSUMÉ re\u{301}sume\u{301} Resume’s").map(|token| token.form).collect();
        assert_eq!(forms, ["résumé", "résumé", "resume"]);
    }

    #[test]
    fn words_are_parted_where_readers_expect_it() {
        check_words(&[
            ("_very_ file_name __", "very|file|name"),
            ("é_漢_", "é|漢"),
            ("well-known e-mail", "well|known|e|mail"),
            ("#ISIS @Rain_man", "ISIS|Rain|man"),
            ("rain.man@example.org", "rain.man|example.org"),
            ("https://www.example.org/a-b?c=1", "https|www.example.org|a|b|c|1"),
            ("O’Brien O'Brien’s", "O’Brien|O'Brien’s"),
            ("U.S.-led 1.5m $3,000.50", "U.S|led|1.5m|3,000.50"),
            ("x² H₂O", "x|²|H|₂|O"),
        ]);
    }

    #[test]
    fn scripts_without_spaces_are_parted_into_their_smallest_words() {
        check_words(&[
            ("漢字かな", "漢|字|か|な"),
            ("アメリカ軍 ｶﾞ", "ア|メ|リ|カ|軍|ｶﾞ"),
            ("カ\u{3099}ー", "カ\u{3099}|ー"),
            ("서울에서", "서|울|에|서"),
            ("\u{1109}\u{1165}\u{110b}\u{116e}\u{11af}", "\u{1109}\u{1165}|\u{110b}\u{116e}\u{11af}"),
            ("LG전자 2023년 전.LG.전", "LG|전|자|2023|년|전|LG|전"),
            ("ประเทศไทย", "ป|ร|ะ|เ|ท|ศ|ไ|ท|ย"),
            ("ที่", "ที่"),
            ("ເມືອງ", "ເ|ມື|ອ|ງ"),
            ("កម្ពុជា", "ក|ម្|ពុ|ជា"),
        ]);
    }

    #[test]
    fn other_scripts_are_words() {
        check("Привет Ёлка", &[("Привет", "привет"), ("Ёлка", "елка")]);
        check("دَاعِش", &[("دَاعِش", "داعش")]);
        check("がこ", &[("が", "か\u{3099}"), ("こ", "こ")]);
        check("שָׁלוֹם", &[("שָׁלוֹם", "שלום")]);
        check("नमस्ते", &[("नमस्ते", "नमस्ते")]);
    }

    #[test]
    fn emoji_are_no_words() {
        check_words(&[("x😀y 👩‍👩‍👧 🇫🇷 ❤️ 👍🏽", "x|y")]);
    }

    /// A word is found inside of what is written in one piece: its terms are next to each other there.
    #[test]
    fn a_word_is_found_inside_of_a_longer_run() {
        let terms = |text: &'static str| tokens(text).map(|token| token.term.into_owned()).collect::<Vec<_>>();
        for (run, word) in [
            ("ラテンアメリカ諸国", "アメリカ"),
            ("서울에서", "서울"),
            ("กรุงเทพมหานคร", "มหานคร"),
            ("ນະຄອນຫຼວງວຽງຈັນ", "ວຽງຈັນ"),
            ("រាជធានីភ្នំពេញ", "ភ្នំពេញ"),
            ("中华人民共和国", "人民"),
        ] {
            let (run, word) = (terms(run), terms(word));
            assert!(run.len() > word.len() && run.windows(word.len()).any(|part| part == word), "{word:?} in {run:?}");
        }
    }

    #[test]
    fn a_text_of_a_megabyte_has_tokens() {
        for word in [
            "a",
            "é",
            "e\u{301}",
            "漢",
            "1.",
            "a'",
            "a\u{200d}",
            "\u{301}",
            "a_",
            "カ",
            "1,000,",
            "'s",
            "aб",
            "가a",
            "a\u{327}\u{301}",
            "ـ",
            "a.",
            "\u{3099}\u{94d}",
            "A漢カ한ไ1",
        ] {
            let text = word.repeat((1 << 20) / word.len());
            for text in [format!("a{text}"), text] {
                let found: Vec<_> = tokens(&text).collect();
                assert!(found.iter().all(|token| token.span.slice(&text).is_some()), "{word}");
            }
        }
    }

    proptest! {
        #[test]
        fn tokens_stand_in_order_and_have_terms(text in "[\\PC\u{301}\u{3099}\u{1161}\u{200d}_'.,a1가カ]{0,40}") {
            let mut end = 0;
            for token in tokens(&text) {
                let word = token.span.slice(&text).expect("on boundaries");
                prop_assert!(token.span.start() >= end && !word.is_empty() && !token.term.is_empty());
                prop_assert_eq!(fold(&token.form), &*token.term);
                prop_assert_eq!(fold(word), &*token.term);
                end = token.span.end();
            }
        }
    }
}
