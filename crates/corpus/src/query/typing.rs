//! What is being typed at the end of a query, and how a suggestion takes its place. It knows no collection.

use super::lexer::{Lexeme, is_quote, lexemes};
use super::{Field, FieldWord, Query};

/// Names of more words than these are found by their last words.
const MAX_WORDS: usize = 4;

/// Words at the end of a query that may be the beginning of something longer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Typing<'t> {
    /// What is said to be looked for.
    pub field: FieldWord,
    /// The words, without field and quotation mark.
    pub words: &'t str,
    /// Where what a suggestion takes the place of begins: field and quotation mark included, a minus not.
    pub start: usize,
}

impl Typing<'_> {
    /// The typed text with a suggestion in place of the words.
    pub fn replaced(&self, typed: &str, suggestion: &str) -> String {
        [typed.get(..self.start).unwrap_or_default(), suggestion].concat()
    }
}

impl Query {
    /// What may go on at the end of a text, in one to four words, the most words first. Nothing goes on after a space, a
    /// closed phrase or a sign.
    ///
    /// ```
    /// use corpus::query::Query;
    /// let typing = Query::typing("memo -person:stal");
    /// assert_eq!((typing[0].words, typing[0].start), ("stal", 6));
    /// ```
    pub fn typing(text: &str) -> Vec<Typing<'_>> {
        let lexemes = lexemes(text);
        let mut before = lexemes.iter().rev().peekable();
        let mut found = Vec::new();
        let mut end = text.len();
        while let Some((range, lexeme)) = before.next() {
            if found.is_empty() && range.end != end {
                break;
            }
            let inside = text.get(range.clone()).unwrap_or_default();
            let start = match lexeme {
                Lexeme::Word(word)
                    if word.text == inside && word.near_spelling.is_none() && !word.is_unclosed_regex =>
                {
                    range.start
                }
                Lexeme::Phrase(phrase) if found.is_empty() && !phrase.closed => {
                    end = range.end;
                    range.start + inside.chars().next().map_or(0, char::len_utf8)
                }
                _ => break,
            };
            let words = text.get(start..end).unwrap_or_default();
            let is_phrase = start != range.start;
            match before.peek() {
                Some((field, Lexeme::Field(word, _))) => {
                    found.push(Typing { field: *word, words, start: field.start });
                    break;
                }
                _ => found.push(Typing { field: FieldWord::default(), words, start: range.start }),
            }
            let is_negated = matches!(before.peek(), Some((_, Lexeme::Not)));
            if is_phrase || is_negated || found.len() == MAX_WORDS {
                break;
            }
        }
        found.reverse();
        found
    }
}

impl Field {
    /// How the field is asked for a name: its word, a colon, and the name in quotation marks, by which it is taken as it
    /// stands and not as the beginning of another. Of [`Field::Anywhere`] the name alone.
    pub fn asked_for(self, name: &str) -> String {
        let word = Self::WORDS.iter().find(|(_, field)| *field == FieldWord::In(self)).map(|(word, _)| *word);
        // What means something between quotation marks is no part of a word.
        let is_plain = |c: char| !is_quote(c) && !matches!(c, '\\' | '*' | '?' | '＊' | '？');
        let name: String = name.chars().map(|c| if is_plain(c) { c } else { ' ' }).collect();
        let (word, colon) = word.map_or(("", ""), |word| (word, ":"));
        [word, colon, "\"", name.trim(), "\""].concat()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::EntityKind;

    /// All that may go on, as `start words`, with the word of the field where there is one.
    fn typing(text: &str) -> Vec<String> {
        let word =
            |field: FieldWord| Field::WORDS.iter().find(|(_, known)| *known == field).map_or("", |(word, _)| word);
        let said = |typing: &Typing<'_>| format!("{} {}|{}", typing.start, word(typing.field), typing.words);
        Query::typing(text).iter().map(said).collect()
    }

    #[test]
    fn what_goes_on_is_the_last_word_and_the_words_before_it() {
        let check = |text: &str, expected: &[&str]| assert_eq!(typing(text), expected, "{text}");
        check("", &[]);
        check("stal", &["0 |stal"]);
        check("stal ", &[]);
        check("memo steve stal", &["0 |memo steve stal", "5 |steve stal", "11 |stal"]);
        check("a b c d e f", &["4 |c d e f", "6 |d e f", "8 |e f", "10 |f"]);
        check("memo OR steve stal", &["8 |steve stal", "14 |stal"]);
        check("-stal", &["1 |stal"]);
        check("memo -stal", &["6 |stal"]);
        check("-steve stal", &["1 |steve stal", "7 |stal"]);
        check("(stal", &["1 |stal"]);
        check("(stal)", &[]);
        check("person:stal", &["0 person|stal"]);
        check("memo -person:stal", &["6 person|stal"]);
        check("person:steve stal", &["0 person|steve stal", "13 |stal"]);
        check("person:", &[]);
        check("person: stal", &["0 person|stal"]);
        check("person:\"steve st", &["0 person|steve st"]);
        check("says:„steve st", &["0 says|steve st"]);
        check("memo \"social me", &["5 |social me"]);
        check("person:\"Steve Stalinsky\"", &[]);
        check("person:\"Steve Stalinsky\" dec", &["25 |dec"]);
        check("stal*", &[]);
        check("stal~", &[]);
        check("/stal", &[]);
        check("st\\al", &[]);
        check("foo:stal", &["4 |stal"]);
        check("memo NEAR/5 stal", &["12 |stal"]);
        check("漢字", &["0 |漢字"]);
    }

    #[test]
    fn names_are_asked_for_as_they_stand() {
        let check = |field: Field, name: &str, expected: &str| assert_eq!(field.asked_for(name), expected);
        check(Field::Name(EntityKind::Person), "Steve Stalinsky", "person:\"Steve Stalinsky\"");
        check(Field::Name(EntityKind::Organization), "MEMRI", "org:\"MEMRI\"");
        check(Field::Says, "Godfrey \"God\" Garner\\", "says:\"Godfrey  God  Garner\"");
        check(Field::Anywhere, "What?", "\"What\"");
    }

    proptest! {
        #[test]
        fn what_goes_on_ends_the_text(text in "[a-c \"\\\\:()~*/-]{0,12}|(person:|-|\"|é|漢| |OR |ab ){0,8}") {
            for typing in Query::typing(&text) {
                prop_assert!(text.ends_with(typing.words));
                prop_assert!(text.is_char_boundary(typing.start) && typing.start + typing.words.len() <= text.len());
                let whole = typing.replaced(&text, &text[typing.start..]);
                prop_assert_eq!(&whole, &text);
            }
        }
    }
}
