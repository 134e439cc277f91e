//! Stable names for addresses, in ASCII letters that sound like those of any script.

use corrections::slugs::Slugs;

/// The words in ASCII; what has no such form is left out.
pub fn ascii(words: &str) -> String {
    deunicode::deunicode_with_tofu(words, "")
}

/// Slugs of which none is taken yet.
pub fn slugs() -> Slugs {
    Slugs::new(ascii)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kebab(words: &str) -> String {
        corrections::slugs::kebab(words, ascii)
    }

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
        assert_eq!(kebab(&"a".repeat(500)).len(), 80);
    }

    #[test]
    fn the_same_words_twice_get_two_slugs() {
        let mut slugs = slugs();
        let claimed: Vec<_> = ["a", "A", "a-2", "a"].iter().map(|words| slugs.claim(words)).collect();
        assert_eq!(claimed, ["a", "a-2", "a-2-2", "a-3"]);
    }
}
