//! Stable names for addresses: lower-case ASCII letters, digits and `-`.

use std::collections::BTreeSet;

use xxhash_rust::xxh3::xxh3_64;

/// Longest slug, in bytes: long enough to be read, short enough for an address.
const MAX_LEN: usize = 80;

/// The words in lower-case ASCII joined by `-`. What has no ASCII form at all gets a name made from its hash.
pub fn kebab(words: &str) -> String {
    let ascii = deunicode::deunicode_with_tofu(words, "");
    let mut slug = String::with_capacity(ascii.len());
    for c in ascii.chars() {
        match c {
            c if c.is_ascii_alphanumeric() => slug.push(c.to_ascii_lowercase()),
            '\'' | '.' => {}
            _ if slug.is_empty() || slug.ends_with('-') => {}
            _ => slug.push('-'),
        }
        if slug.len() >= MAX_LEN {
            break;
        }
    }
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() { format!("x{:08x}", xxh3_64(words.as_bytes()) & 0xffff_ffff) } else { slug.to_owned() }
}

/// Hands out slugs, each once.
#[derive(Debug, Default)]
pub struct Slugs {
    taken: BTreeSet<String>,
    next: std::collections::BTreeMap<String, u32>,
}

impl Slugs {
    /// The slug of the words, with `-2`, `-3` … where it is taken.
    pub fn claim(&mut self, words: &str) -> String {
        let base = kebab(words);
        if self.taken.insert(base.clone()) {
            return base;
        }
        let next = self.next.entry(base.clone()).or_insert(2);
        loop {
            let slug = format!("{base}-{next}");
            *next += 1;
            if self.taken.insert(slug.clone()) {
                return slug;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_are_ascii_words_joined_by_hyphens() {
        for (words, expected) in [
            ("Steve Stalinsky", "steve-stalinsky"),
            ("000_ac758b9c96a4f1ae", "000-ac758b9c96a4f1ae"),
            ("U.S.", "us"),
            ("Zürich  —  Łódź", "zurich-lodz"),
            ("L’Équipe", "lequipe"),
            ("дом", "dom"),
        ] {
            assert_eq!(kebab(words), expected);
        }
        assert!(kebab("").starts_with('x') && kebab("—").len() == 9);
        assert_eq!(kebab(&"a".repeat(500)).len(), MAX_LEN);
    }

    #[test]
    fn the_same_words_twice_get_two_slugs() {
        let mut slugs = Slugs::default();
        let claimed: Vec<_> = ["a", "A", "a-2", "a"].iter().map(|words| slugs.claim(words)).collect();
        assert_eq!(claimed, ["a", "a-2", "a-2-2", "a-3"]);
    }
}
