//! From letters as they are seen, left to right, to letters as they are read, for lines of Hebrew and Arabic script.
//! PDFs place letters; they do not say in which order they are read.

use std::borrow::Cow;

/// The letters of a line in the order in which they are read, with single spaces between words.
pub(super) fn logical(seen: &[Cow<'_, str>]) -> String {
    let ways: Vec<Way> = seen.iter().map(|letters| way(letters)).collect();
    let n_left = ways.iter().filter(|&&way| way == Way::ToLeft).count();
    if n_left == 0 {
        return concat(seen.iter());
    }
    let n_right = ways.iter().filter(|&&way| way == Way::ToRight).count();
    let mut order: Vec<usize> = (0..seen.len()).collect();
    match n_left >= n_right {
        // The line runs to the left; numbers and foreign words in it run to the right.
        true => {
            order.reverse();
            reverse_runs(&mut order, &ways, |way| matches!(way, Way::ToRight | Way::Number));
        }
        false => reverse_runs(&mut order, &ways, |way| way == Way::ToLeft),
    }
    concat(order.iter().map(|&letter_idx| &seen[letter_idx]))
}

/// Whether a character stands on the letter before it.
pub(super) fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5bd}' | '\u{5bf}'..='\u{5c7}' | '\u{610}'..='\u{61a}'
        | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6dc}')
}

#[derive(Clone, Copy, PartialEq)]
enum Way {
    ToRight,
    ToLeft,
    Number,
    /// Spaces and marks, which follow what is around them.
    Either,
}

fn way(letters: &str) -> Way {
    let Some(c) = letters.chars().next() else { return Way::Either };
    match c {
        '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' => {
            if c.is_numeric() {
                Way::Number
            } else {
                Way::ToLeft
            }
        }
        c if c.is_numeric() => Way::Number,
        c if c.is_alphabetic() => Way::ToRight,
        _ => Way::Either,
    }
}

/// Reverses each stretch that begins and ends with a letter that `belongs` and holds nothing else but what follows its
/// surroundings.
fn reverse_runs(order: &mut [usize], ways: &[Way], belongs: impl Fn(Way) -> bool) {
    let mut at = 0;
    while at < order.len() {
        if !belongs(ways[order[at]]) {
            at += 1;
            continue;
        }
        let mut end = at + 1;
        let mut next = end;
        while next < order.len() && (belongs(ways[order[next]]) || ways[order[next]] == Way::Either) {
            next += 1;
            if belongs(ways[order[next - 1]]) {
                end = next;
            }
        }
        order[at..end].reverse();
        at = next;
    }
}

fn concat<'s>(letters: impl Iterator<Item = &'s Cow<'s, str>>) -> String {
    let mut text = String::new();
    for letters in letters.filter(|letters| !letters.is_empty()) {
        let is_space = letters.chars().all(char::is_whitespace);
        match (is_space, text.ends_with(' ')) {
            (true, true) => {}
            (true, false) => text.push(' '),
            (false, _) => text.push_str(letters),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(seen: &str, read: &str) {
        let letters: Vec<Cow<'_, str>> = seen.chars().map(|c| c.to_string().into()).collect();
        assert_eq!(logical(&letters), read, "{seen}");
    }

    #[test]
    fn lines_that_run_to_the_left_are_read_from_the_right() {
        check("rain", "rain");
        check("םולש", "שלום");
        check("2015 םולש", "שלום 2015");
        check("3.5 םולש abc", "abc שלום 3.5");
        check("3.5 םולש abc def", "3.5 שלום abc def");
        check("He said םולש to me.", "He said שלום to me.");
        check("He said םלוע םולש twice", "He said שלום עולם twice");
        check("", "");
        check("漢字 é", "漢字 é");
    }
}
