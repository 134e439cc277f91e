//! General word lists, each a file with a sentence on its source. No list knows a collection, and nothing here decides:
//! the rules that read them do.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

pub use corpus::analysis::key;
use corpus::model::EntityKind;
use serde::{Deserialize, Serialize};

/// The entries of a list: lines that are not empty and no comments, cut at commas.
pub(crate) fn entries(file: &'static str) -> impl Iterator<Item = &'static str> {
    let lines = file.lines().filter(|line| !line.starts_with('#'));
    lines.flat_map(|line| line.split(',')).map(str::trim).filter(|entry| !entry.is_empty())
}

/// A set of words in lower case, read once.
macro_rules! word_set {
    ($(#[$meta:meta])* $name:ident, $file:literal) => {
        $(#[$meta])*
        pub fn $name(lower: &str) -> bool {
            static WORDS: LazyLock<BTreeSet<&'static str>> =
                LazyLock::new(|| entries(include_str!(concat!("lists/", $file))).collect());
            WORDS.contains(lower)
        }
    };
}

word_set! {
    /// Whether the word is an abbreviation before a name: `mr`, `gen`. No sentence ends after it.
    is_title_abbreviation, "title_abbreviations.txt"
}
word_set! {
    /// Whether the word is an abbreviation that may also end a sentence: `inc`, `p.m`.
    is_abbreviation, "abbreviations.txt"
}
word_set! {
    /// Whether the word is one that names rarely are and sentences often begin with: `the`, `however`.
    starts_sentences, "sentence_starts.txt"
}
word_set! {
    /// Whether the word is a verb of saying or writing, in the forms that attribute words: `said`, `says`, `saying`.
    is_reporting_verb, "reporting_verbs.txt"
}
word_set! {
    /// Whether the word is a given name of people.
    is_given_name, "given_names.txt"
}
word_set! {
    /// Whether the word is a title or an office that stands before a name: `president`, `mr`, `colonel`.
    is_title, "titles.txt"
}
word_set! {
    /// Whether the word belongs to the wording of a role: `director`, `senior`, `executive`.
    is_role_word, "role_words.txt"
}
word_set! {
    /// Whether the word is the head of a role: `director`, `spokesman`, `veteran`.
    is_role_head, "role_heads.txt"
}
word_set! {
    /// Whether names of organizations end with this word: `institute`, `committee`.
    is_organization_word, "organization_words.txt"
}
word_set! {
    /// Whether names of places end with this word: `river`, `county`.
    is_place_word, "place_words.txt"
}
word_set! {
    /// Whether the word is written with a capital for other reasons than being a name: weekdays, months, `god`.
    is_capitalised_anyway, "capitalised_words.txt"
}
word_set! {
    /// Whether capitals are this word's usual spelling though it names nobody: `ceo`, `dna`.
    is_common_acronym, "common_acronyms.txt"
}
word_set! {
    /// Whether the plural names people: `officials`, `witnesses`.
    is_people_plural, "people_plurals.txt"
}
word_set! {
    /// Whether the word says at the end of a company's name what it is in law: `inc`, `gmbh`.
    is_legal_form, "legal_forms.txt"
}
word_set! {
    /// Whether the word is a kind of ship, as it stands before the name of one: `ferry`, `frigate`.
    is_vessel, "vessels.txt"
}
word_set! {
    /// Whether the word says nothing about what a text is about: `because`, `become`, `several`.
    is_plain_word, "plain_words.txt"
}

/// The words of a file of lines `label: word,word`, each with its label.
fn labelled(file: &'static str) -> BTreeMap<&'static str, &'static str> {
    let lines = file.lines().filter(|line| !line.starts_with('#'));
    let pairs = lines.filter_map(|line| line.split_once(':'));
    pairs.flat_map(|(label, words)| words.split(',').map(move |word| (word.trim(), label.trim()))).collect()
}

/// Whose name a given name almost always is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Gender {
    /// A woman's.
    Female,
    /// A man's.
    Male,
}

/// The gender that a folded given name tells, if it tells one.
pub fn gender_of_given_name(name: &str) -> Option<Gender> {
    static NAMES: LazyLock<BTreeMap<&'static str, &'static str>> =
        LazyLock::new(|| labelled(include_str!("lists/gendered_names.txt")));
    match *NAMES.get(name)? {
        "female" => Some(Gender::Female),
        "male" => Some(Gender::Male),
        _ => None,
    }
}

/// The field of life that a word for an office or a trade belongs to: `sport`, `politics`.
pub fn field_of_occupation(word: &str) -> Option<&'static str> {
    static FIELDS: LazyLock<BTreeMap<&'static str, &'static str>> =
        LazyLock::new(|| labelled(include_str!("lists/occupations.txt")));
    FIELDS.get(word).copied()
}

/// The given name that a folded short form or spelling stands for, itself if it stands for no other.
pub fn plain_given_name(name: &str) -> &str {
    static NAMES: LazyLock<BTreeMap<&'static str, &'static str>> = LazyLock::new(|| {
        let mut names = BTreeMap::new();
        for entry in entries(include_str!("lists/nicknames.txt")) {
            let mut forms = entry.split('=').map(str::trim);
            let Some(plain) = forms.next() else { continue };
            for form in std::iter::once(plain).chain(forms) {
                names.entry(form).or_insert(plain);
            }
        }
        names
    });
    NAMES.get(name).copied().unwrap_or(name)
}

/// What the label of a piece of furniture stands for: `advertisement`, `links` or `sharing`.
pub fn furniture_label(label: &str) -> Option<&'static str> {
    static LABELS: LazyLock<BTreeMap<&'static str, &'static str>> =
        LazyLock::new(|| labelled(include_str!("lists/furniture_labels.txt")));
    LABELS.get(label).copied()
}

/// What words do beside a quotation: classes, each with a word of it. A word may be in several.
pub fn quotation_words() -> impl Iterator<Item = (&'static str, &'static str)> {
    let lines = include_str!("lists/quotation_words.txt").lines().filter(|line| !line.starts_with('#'));
    let classes = lines.filter_map(|line| line.split_once(':'));
    classes.flat_map(|(class, words)| words.split(',').map(move |word| (class.trim(), word.trim())))
}

/// A name known beforehand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// What it names.
    pub kind: EntityKind,
    /// The name that all its forms share.
    pub canonical: &'static str,
    /// Whether only this exact spelling counts: `US` names a country, `us` does not.
    pub exact: Option<&'static str>,
}

/// All known names by their folded words.
pub fn known_names() -> &'static BTreeMap<String, Known> {
    static NAMES: LazyLock<BTreeMap<String, Known>> = LazyLock::new(|| {
        let files = [
            (EntityKind::Place, include_str!("lists/places.txt")),
            (EntityKind::Place, include_str!("lists/cities.txt")),
            (EntityKind::Group, include_str!("lists/groups.txt")),
            (EntityKind::Organization, include_str!("lists/organizations.txt")),
            (EntityKind::Product, include_str!("lists/products.txt")),
        ];
        let mut names = BTreeMap::new();
        for (kind, file) in files {
            for entry in entries(file) {
                insert(&mut names, kind, entry);
            }
        }
        names
    });
    &NAMES
}

/// An entry is a name and, after `=`, its other forms. A form of up to three capitals counts in this spelling alone.
fn insert(names: &mut BTreeMap<String, Known>, kind: EntityKind, entry: &'static str) {
    let mut forms = entry.split('=').map(str::trim);
    let Some(canonical) = forms.next() else { return };
    for form in std::iter::once(canonical).chain(forms) {
        let is_short = form.len() <= 4 && form.chars().all(|c| c.is_uppercase() || c == '.');
        let exact = is_short.then_some(form);
        names.entry(key(form)).or_insert(Known { kind, canonical, exact });
    }
}

/// The folded forms of several words that a known name has.
pub fn long_forms(canonical: &str) -> &'static [String] {
    static LONG: LazyLock<BTreeMap<&'static str, Vec<String>>> = LazyLock::new(|| {
        let mut long: BTreeMap<&'static str, Vec<String>> = BTreeMap::new();
        for (form, known) in known_names().iter().filter(|(form, _)| form.contains(' ')) {
            long.entry(known.canonical).or_default().push(form.clone());
        }
        long
    });
    LONG.get(canonical).map_or(&[], Vec::as_slice)
}

/// Whether the line is nothing but a known place, or two of them with a comma: `Washington D.C.`, `Paris, France`.
pub fn is_place_line(line: &str) -> bool {
    let is_place = |part: &str| known_names().get(&key(part)).is_some_and(|known| known.kind == EntityKind::Place);
    line.len() < 60
        && line.split(',').count() <= 3
        && line.split(',').all(|part| part.trim().starts_with(char::is_uppercase))
        && (is_place(line) || line.split(',').all(is_place))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_by_their_folded_words() {
        for (name, expected) in [
            ("U.S.", Some(("United States", EntityKind::Place))),
            ("Daesh", Some(("Islamic State", EntityKind::Organization))),
            ("ISIL", Some(("Islamic State", EntityKind::Organization))),
            ("american", Some(("American", EntityKind::Group))),
            ("Telegram", Some(("Telegram", EntityKind::Product))),
            ("Nobody", None),
        ] {
            let found = known_names().get(&key(name)).map(|known| (known.canonical, known.kind));
            assert_eq!(found, expected, "{name}");
        }
    }

    #[test]
    fn a_place_line_holds_nothing_else() {
        for (line, expected) in [
            ("Washington D.C.", true),
            ("Paris, France", true),
            ("Paris is large", false),
            ("paris", false),
            ("", false),
        ] {
            assert_eq!(is_place_line(line), expected, "{line}");
        }
    }
}
