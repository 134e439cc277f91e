//! Which lines of pages are not the story: running heads and page numbers, which come again on other pages, and what
//! stands outside of the page or across it. Nothing here changes text.

use std::collections::BTreeMap;

use super::PageLines;
use super::order::Line;
use super::page::Turn;

/// How many of the outermost lines at the top and at the bottom can be running heads.
const REACH: usize = 3;

/// How much of the page's height, at the top and at the bottom, can hold them.
const MARGIN: f64 = 0.16;

/// Why each line of each page is not the story, or `None` if it is.
pub(super) fn reasons(pages: &[PageLines]) -> Vec<Vec<Option<String>>> {
    let mut seen: BTreeMap<(String, bool), usize> = BTreeMap::new();
    for page in pages {
        let mut keys: Vec<_> = outer(page).map(|(line, is_top)| (without_numbers(&line.text), is_top)).collect();
        keys.sort();
        keys.dedup();
        for key in keys {
            *seen.entry(key).or_default() += 1;
        }
    }
    pages.iter().map(|page| page_reasons(page, pages.len(), &seen)).collect()
}

fn page_reasons(page: &PageLines, n_pages: usize, seen: &BTreeMap<(String, bool), usize>) -> Vec<Option<String>> {
    let n_chars = |turn: Option<Turn>| -> usize {
        page.lines.iter().filter(|line| turn.is_none_or(|turn| line.turn == turn)).map(|line| line.text.len()).sum()
    };
    let is_upright = n_chars(Some(Turn::Right)) * 2 > n_chars(None);
    let mut reasons: Vec<Option<String>> = page.lines.iter().map(|line| place_reason(line, is_upright)).collect();
    for (line, is_top) in outer(page) {
        let key = (without_numbers(&line.text), is_top);
        let n_seen = seen.get(&key).copied().unwrap_or_default();
        let is_number = is_page_number(&line.text);
        let reason = match () {
            // A number alone needs no repetition: a page with one letterhead has one.
            () if is_number => "page number".to_owned(),
            () if n_seen >= 3.min(n_pages).max(2) => {
                format!("running {}: stands on {n_seen} pages", if is_top { "head" } else { "foot" })
            }
            () => continue,
        };
        if let Some(line_idx) = page.lines.iter().position(|other| std::ptr::eq(other, line)) {
            reasons[line_idx].get_or_insert(reason);
        }
    }
    reasons
}

/// Why a line is not the story because of where it stands.
fn place_reason(line: &Line, is_upright: bool) -> Option<String> {
    match line.turn {
        Turn::Right => None,
        Turn::Outside => Some("stands outside of the visible page".to_owned()),
        Turn::Slanted => Some("runs across the page at an angle, as stamps do".to_owned()),
        _ => is_upright.then(|| "runs along the side of the page".to_owned()),
    }
}

/// The outermost lines of a page, and whether each stands at the top.
fn outer(page: &PageLines) -> impl Iterator<Item = (&Line, bool)> {
    let mut upright: Vec<&Line> = page.lines.iter().filter(|line| line.turn == Turn::Right).collect();
    upright.sort_by(|a, b| a.baseline.total_cmp(&b.baseline));
    let n_lines = upright.len();
    let (top, bottom) = (MARGIN * page.height, (1.0 - MARGIN) * page.height);
    let heads: Vec<&Line> = upright.iter().copied().take(REACH).filter(|line| line.baseline < top).collect();
    let feet: Vec<&Line> =
        upright.into_iter().skip(n_lines.saturating_sub(REACH)).filter(|line| line.baseline > bottom).collect();
    heads.into_iter().map(|line| (line, true)).chain(feet.into_iter().map(|line| (line, false)))
}

/// The line with each number as `#`, so that "Page 3" and "Page 4" are one.
fn without_numbers(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    for c in text.chars().filter(|c| !c.is_whitespace()) {
        match c.is_numeric() {
            true if key.ends_with('#') => {}
            true => key.push('#'),
            false => key.extend(c.to_lowercase()),
        }
    }
    key
}

/// Whether a line is a page number and nothing else: `12`, `- 12 -`, `xii`, `Page 3 of 10`, `3/10`.
fn is_page_number(text: &str) -> bool {
    const WORDS: &[&str] =
        &["page", "p", "of", "seite", "von", "página", "pagina", "de", "di", "sur", "стр", "из", "hal"];
    let mut n_numbers = 0;
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    for (word_idx, word) in words.enumerate() {
        let lower = word.to_lowercase();
        let is_roman = lower.chars().all(|c| "ivxl".contains(c));
        match () {
            () if word.len() <= 5 && word.chars().all(char::is_numeric) => n_numbers += 1,
            () if is_roman && word.len() <= 7 && word_idx == 0 => n_numbers += 1,
            () if WORDS.contains(&lower.as_str()) => {}
            () => return false,
        }
    }
    (1..=2).contains(&n_numbers) && text.chars().count() <= 24
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_number_is_a_number_and_nothing_else() {
        for (text, expected) in [
            ("12", true),
            ("- 12 -", true),
            ("xii", true),
            ("Page 3 of 10", true),
            ("3/10", true),
            ("Seite 4", true),
            ("12 men", false),
            ("2015-05-03 12", false),
            ("of", false),
            ("", false),
            ("Civil war", false),
            ("123456", false),
        ] {
            assert_eq!(is_page_number(text), expected, "{text}");
        }
    }
}
