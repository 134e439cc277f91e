//! What a reader did before in this collection: searches, and the article that was open last. It is kept by the browser
//! as lines of text, which anybody may have changed: whatever stands there gives a list.

use corpus::Corpus;

use crate::dom::{address, storage};

/// Searches that are remembered.
const MAX_SEARCHES: usize = 50;
/// Longer texts were pasted, and are not looked for by their words again.
const MAX_BYTES: usize = 500;

/// Several collections may lie on one host: each keeps its own, by the folder it lies in and its title.
pub fn key(corpus: &Corpus<'_>, what: &str) -> String {
    ["dossier.", what, " ", &address::folder(), " ", corpus.title()].concat()
}

/// Past searches, the last first.
pub fn searches(corpus: &Corpus<'_>) -> Vec<String> {
    lines(&storage::read(&key(corpus, "searches")).unwrap_or_default())
}

/// Puts a search in front of the others.
pub fn add_search(corpus: &Corpus<'_>, query: &str) {
    let query: String = query.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let before = storage::read(&key(corpus, "searches")).unwrap_or_default();
    storage::write(&key(corpus, "searches"), &lines(&[query.trim(), "\n", &before].concat()).join("\n"));
}

/// The slug of the article that was open last.
pub fn article(corpus: &Corpus<'_>) -> Option<String> {
    storage::read(&key(corpus, "article"))
}

/// Remembers an open article.
pub fn set_article(corpus: &Corpus<'_>, slug: &str) {
    storage::write(&key(corpus, "article"), slug);
}

/// Forgets all of it.
pub fn forget(corpus: &Corpus<'_>) {
    for what in ["searches", "article"] {
        storage::write(&key(corpus, what), "");
    }
}

/// The searches in a text, each once, the first ones of too many.
fn lines(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for line in text.lines().map(str::trim) {
        let is_search = !line.is_empty() && line.len() <= MAX_BYTES && !line.contains(char::is_control);
        if is_search && found.iter().all(|known| known != line) {
            found.push(line.to_owned());
        }
        if found.len() == MAX_SEARCHES {
            break;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_text_gives_past_searches() {
        assert_eq!(lines("b\na\r\n\n  b \n\"c d\""), ["b", "a", "\"c d\""]);
        assert_eq!(lines(&format!("a\u{0}b\n\u{1b}[0m\n{}\né", "x".repeat(501))), ["é"]);
        let many: String = (0..1000).map(|n| format!("{n}\n")).collect();
        assert_eq!(lines(&many).len(), 50);
        assert_eq!(lines(""), [""; 0]);
    }
}
