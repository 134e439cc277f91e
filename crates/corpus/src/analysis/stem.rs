//! Stems: what the forms of a word share, by the rules of its language.

use std::borrow::Cow;

use snowball_stemmers_rs::{Algorithm, Stemmer};

use super::fold::{bare, fold};

/// Longest word that is stemmed, in bytes. The algorithms copy the word at each change; what is longer is no word.
const MAX_LEN: usize = 128;

/// A language whose words are stemmed, or any other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Language(Option<Algorithm>);

impl Language {
    /// English.
    pub const ENGLISH: Self = Self(Some(Algorithm::English));

    /// The language of a BCP 47 tag, of which only the language counts: `en-GB` is English. The algorithms are those of
    /// [Snowball](https://snowballstem.org/algorithms/), one for each language that it has. The words of any other
    /// language are their own stems.
    pub fn of_tag(tag: &str) -> Self {
        let primary = tag.split(['-', '_']).next().unwrap_or_default();
        let known = ALGORITHMS.iter().find(|(known, _)| known.eq_ignore_ascii_case(primary));
        Self(known.map(|&(_, algorithm)| algorithm))
    }

    /// Whether the words of the language are stemmed.
    pub fn has_stems(self) -> bool {
        self.0.is_some()
    }
}

const ALGORITHMS: [(&str, Algorithm); 38] = [
    ("ar", Algorithm::Arabic),
    ("ca", Algorithm::Catalan),
    ("cs", Algorithm::Czech),
    ("da", Algorithm::Danish),
    ("de", Algorithm::German),
    ("el", Algorithm::Greek),
    ("en", Algorithm::English),
    ("eo", Algorithm::Esperanto),
    ("es", Algorithm::Spanish),
    ("et", Algorithm::Estonian),
    ("eu", Algorithm::Basque),
    ("fa", Algorithm::Persian),
    ("fi", Algorithm::Finnish),
    ("fr", Algorithm::French),
    ("ga", Algorithm::Irish),
    ("hi", Algorithm::Hindi),
    ("hu", Algorithm::Hungarian),
    ("hy", Algorithm::Armenian),
    ("id", Algorithm::Indonesian),
    ("it", Algorithm::Italian),
    ("lt", Algorithm::Lithuanian),
    ("nb", Algorithm::Norwegian),
    ("ne", Algorithm::Nepali),
    ("nl", Algorithm::Dutch),
    ("nn", Algorithm::Norwegian),
    ("no", Algorithm::Norwegian),
    ("pl", Algorithm::Polish),
    ("pt", Algorithm::Portuguese),
    ("ro", Algorithm::Romanian),
    ("ru", Algorithm::Russian),
    ("sh", Algorithm::Serbian),
    ("sr", Algorithm::Serbian),
    ("st", Algorithm::Sesotho),
    ("sv", Algorithm::Swedish),
    ("ta", Algorithm::Tamil),
    ("tr", Algorithm::Turkish),
    ("uk", Algorithm::Ukrainian),
    ("yi", Algorithm::Yiddish),
];

/// The key that brings the forms of a word together: the stem of a token's form in a language, folded like a term.
///
/// Most algorithms know endings by their accents, so that they ask for the form; English has none, and its accents are
/// folded first: its stem is the same for a form and for its term.
///
/// ```
/// use corpus::analysis::{Language, stem};
///
/// assert_eq!(stem("fighters", Language::ENGLISH), "fighter");
/// assert_eq!(stem("généralités", Language::of_tag("fr")), "general");
/// ```
pub fn stem<'t>(form: &'t str, language: Language) -> Cow<'t, str> {
    if language == Language::ENGLISH {
        return english_stem(form);
    }
    let Some(algorithm) = language.0.filter(|_| can_be_stemmed(form)) else { return fold(form) };
    let stem = bare(&Stemmer::create(algorithm).stem(form));
    if stem.is_empty() { fold(form) } else { stem }
}

/// What [`stem`] gives for English. It is apart so that a page which stems no other language holds no other algorithm:
/// all of them together are 110 kB gzipped.
pub fn english_stem(form: &str) -> Cow<'_, str> {
    let english = || Stemmer::create(Algorithm::English);
    if form.len() <= MAX_LEN && form.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return english().stem(form);
    }
    match fold(form) {
        term if !can_be_stemmed(form) || !term.is_ascii() => term,
        Cow::Borrowed(term) => english().stem(term),
        Cow::Owned(term) => match english().stem(&term) {
            stem if stem.is_empty() => Cow::Owned(term),
            stem => Cow::Owned(stem.into_owned()),
        },
    }
}

fn can_be_stemmed(form: &str) -> bool {
    let is_letter = |c: char| c == '\'' || c.is_ascii_alphabetic() || !c.is_ascii() && !c.is_numeric();
    form.len() <= MAX_LEN && form.chars().all(is_letter)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn english_stems_bring_forms_together() {
        for (form, expected) in [
            ("fighters", "fighter"),
            ("radicalized", "radic"),
            ("channels", "channel"),
            ("cafés", "cafe"),
            ("cafes", "cafe"),
            ("b2b", "b2b"),
            ("1,000", "1000"),
            ("годы", "годы"),
        ] {
            assert_eq!(stem(form, Language::ENGLISH), expected, "{form}");
        }
    }

    #[test]
    fn each_language_brings_its_forms_together() {
        let mut parted = Vec::new();
        for (tag, one, other) in [
            ("ar", "الكتاب", "كتاب"),
            ("ca", "gat", "gats"),
            ("cs", "ženy", "ženám"),
            ("da", "husene", "huset"),
            ("de", "häuser", "häusern"),
            ("el", "πόλεμοσ", "πολέμου"),
            ("en-GB", "ban", "banned"),
            ("eo", "hundo", "hundojn"),
            ("es_MX", "canción", "canciones"),
            ("et", "raamatud", "raamatut"),
            ("eu", "mendiak", "mendiko"),
            ("fa", "کتابها", "کتاب"),
            ("fi", "talossa", "talot"),
            ("fr", "écoles", "école"),
            ("ga", "fear", "fhear"),
            ("hi", "लड़के", "लड़का"),
            ("hu", "házban", "házak"),
            ("hy", "քաղաքի", "քաղաքին"),
            ("id", "makanan", "makan"),
            ("it", "guerra", "guerre"),
            ("lt", "namas", "namai"),
            ("nb", "husene", "huset"),
            ("ne", "घरमा", "घर"),
            ("nl", "boeken", "boek"),
            ("pl", "samochody", "samochodów"),
            ("pt", "livros", "livro"),
            ("ro", "copiilor", "copii"),
            ("ru", "войны", "войну"),
            ("sr", "ratova", "ратова"),
            ("st", "motho", "batho"),
            ("sv", "husen", "huset"),
            ("ta", "மரங்களை", "மரங்கள்"),
            ("tr", "evler", "evlerde"),
            ("uk", "війни", "війною"),
            ("yi", "מענטשן", "מענטש"),
        ] {
            let language = Language::of_tag(tag);
            assert!(language.has_stems(), "{tag}");
            let (one, other) = (stem(one, language), stem(other, language));
            if one != other {
                parted.push((tag, one, other));
            }
        }
        assert_eq!(parted, []);
    }

    #[test]
    fn words_of_other_languages_are_their_own_stems() {
        for tag in ["", "zh", "zh-Hans", "e", "english", "-en", "漢"] {
            assert_eq!(Language::of_tag(tag), Language::default(), "{tag}");
            assert_eq!(stem("généralités", Language::of_tag(tag)), "generalites", "{tag}");
        }
        assert_eq!(Language::of_tag("EN-us"), Language::ENGLISH);
    }

    /// Words of one script and its marks, as the algorithms know them, and words of anything.
    fn word() -> impl Strategy<Value = String> {
        prop_oneof![
            "[a-zß-ÿāăćčđęěğıłńňőœřśşșţțůűźžα-ώа-џ']{0,40}",
            "[\u{561}-\u{587}]{0,20}",
            "[\u{5d0}-\u{5ea}\u{5b0}-\u{5bf}]{0,20}",
            "[\u{621}-\u{652}\u{670}\u{67e}\u{686}\u{6a9}\u{6af}\u{6cc}]{0,20}",
            "[\u{901}-\u{963}]{0,20}",
            "[\u{b82}-\u{bcd}]{0,20}",
            "\\PC{0,20}",
        ]
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4096))]
        #[test]
        fn any_word_has_a_stem_in_any_language(word in word()) {
            let form = super::super::fold::form(&word);
            for (tag, algorithm) in ALGORITHMS {
                let stem = stem(&form, Language(Some(algorithm)));
                prop_assert!(!stem.is_empty() || fold(&form).is_empty(), "{tag}");
            }
            let term = fold(&form);
            prop_assert_eq!(stem(&form, Language::ENGLISH), stem(&term, Language::ENGLISH));
        }
    }
}
