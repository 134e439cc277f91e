//! How the lines of a paragraph become one text. Lines are joined by a space; a word that was cut at the end of a line
//! is made whole again. Nothing here knows pages.

use std::collections::BTreeSet;

/// The words of a document that stand whole on a line; they tell cut words from words with a hyphen of their own.
#[derive(Clone, Debug, Default)]
pub(super) struct Words<'t>(BTreeSet<&'t str>);

impl<'t> Words<'t> {
    /// The words of all lines but those that a line end may have cut.
    pub(super) fn of(lines: impl Iterator<Item = &'t str>) -> Self {
        let mut words = BTreeSet::new();
        for line in lines {
            let mut parts = line.split_whitespace().peekable();
            while let Some(part) = parts.next() {
                let word = part.trim_matches(|c: char| !c.is_alphanumeric());
                let is_cut = parts.peek().is_none() && ends_with_hyphen(part);
                if !word.is_empty() && !is_cut {
                    words.insert(word);
                }
            }
        }
        Self(words)
    }

    /// Appends a line to a text; gives the byte at which it begins.
    ///
    /// A hyphen at the line's end goes away where both its sides are small letters, unless the document itself writes
    /// the word with a hyphen, or writes each part as a word of its own and never the whole: "long-" and "term" stay
    /// "long-term" where both "long" and "term" occur and "longterm" does not. Soft hyphens always go away.
    pub(super) fn append(&self, text: &mut String, line: &str) -> usize {
        let starts_small = line.starts_with(char::is_lowercase);
        if text.is_empty() {
            // Nothing to join.
        } else if text.ends_with('\u{ad}') {
            text.pop();
        } else if starts_small && self.is_cut(text, line) {
            while text.ends_with(['-', '\u{2010}']) {
                text.pop();
            }
        } else if !(is_unspaced(text, line) || ends_with_hyphen(text) && line.starts_with(char::is_alphanumeric)) {
            text.push(' ');
        }
        text.push_str(line);
        text.len() - line.len()
    }

    fn is_cut(&self, text: &str, line: &str) -> bool {
        let Some(stem) = text.strip_suffix(['-', '\u{2010}']) else { return false };
        if !stem.ends_with(char::is_lowercase) {
            return false;
        }
        let not_word = |c: char| !c.is_alphanumeric();
        let before = stem.rsplit(|c: char| c.is_whitespace()).next().unwrap_or_default().trim_start_matches(not_word);
        let after = line.split_whitespace().next().unwrap_or_default().trim_end_matches(not_word);
        let has = |word: &str| self.0.contains(word);
        if has(&format!("{before}{after}")) {
            return true;
        }
        !(has(&format!("{before}-{after}")) || has(before) && has(after))
    }
}

fn ends_with_hyphen(text: &str) -> bool {
    let mut chars = text.chars().rev();
    matches!(chars.next(), Some('-' | '\u{2010}' | '\u{ad}')) && chars.next().is_some_and(char::is_alphanumeric)
}

/// Whether two lines meet in a script that has no spaces between words.
fn is_unspaced(text: &str, line: &str) -> bool {
    let unspaced = |c: char| matches!(c, '\u{3000}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}');
    text.chars().next_back().is_some_and(unspaced) && line.chars().next().is_some_and(unspaced)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(known: &str, lines: [&str; 2], expected: &str) {
        let words = Words::of([known].into_iter().chain(lines));
        let mut text = String::new();
        for line in lines {
            let start = words.append(&mut text, line);
            assert_eq!(&text[start..], line);
        }
        assert_eq!(text, expected, "{lines:?}");
    }

    #[test]
    fn words_that_a_line_end_cut_are_whole_again() {
        check("", ["He came", "and left."], "He came and left.");
        check("", ["some infor-", "mation came"], "some information came");
        check("a well-known man", ["the well-", "known man"], "the well-known man");
        check("a long way in term time", ["a long-", "term plan"], "a long-term plan");
        check("longterm, a long term", ["a long-", "term plan"], "a longterm plan");
        check("", ["Anglo-", "American"], "Anglo-American");
        check("", ["in 2015-", "2016"], "in 2015-2016");
        check("", ["rain -", "or snow"], "rain - or snow");
        check("", ["Fähr\u{ad}", "Mann"], "FährMann");
        check("", ["Straßen-", "übergang"], "Straßenübergang");
        check("", ["漢字", "漢字"], "漢字漢字");
        check("", ["漢字", "abc"], "漢字 abc");
        check("", ["a", ""], "a ");
    }
}
