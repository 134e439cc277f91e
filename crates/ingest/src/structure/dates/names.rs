//! The names of months and weekdays in the languages of the lists, and which of them hold in a document's language.

use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Months (0 to 11) or weekdays (0 to 6, Monday first) by their names, for each language.
struct Names {
    of_language: BTreeMap<&'static str, BTreeMap<&'static str, u8>>,
    /// Whole names and those of at least four letters, by all languages; `None` where the languages do not agree.
    of_any: BTreeMap<&'static str, Option<u8>>,
}

/// Shorter abbreviations stand for too many other words where the language is not known.
const MIN_FOREIGN_CHARS: usize = 4;

impl Names {
    fn new(file: &'static str) -> Self {
        let mut names = Self { of_language: BTreeMap::new(), of_any: BTreeMap::new() };
        let lines = file.lines().filter(|line| !line.starts_with('#'));
        for (language, entries) in lines.filter_map(|line| line.split_once(':')) {
            let own = names.of_language.entry(language).or_default();
            for (number, forms) in (0u8..).zip(entries.split(',')) {
                for (idx, form) in forms.split('|').map(str::trim).filter(|form| !form.is_empty()).enumerate() {
                    own.entry(form).or_insert(number);
                    // The first form is the whole name, however short: `mai`.
                    if idx == 0 || form.chars().count() >= MIN_FOREIGN_CHARS {
                        let any = names.of_any.entry(form).or_insert(Some(number));
                        *any = any.filter(|&other| other == number);
                    }
                }
            }
        }
        names
    }

    fn near(&self, lower: &str, language: &str) -> Option<u8> {
        let of = |language: &str| self.of_language.get(language).and_then(|own| own.get(lower)).copied();
        of(primary(language)).or_else(|| of("en"))
    }

    fn any(&self, lower: &str, language: &str) -> Option<u8> {
        self.near(lower, language).or_else(|| self.of_any.get(lower).copied().flatten())
    }
}

static MONTHS: LazyLock<Names> = LazyLock::new(|| Names::new(include_str!("../../lists/months.txt")));
static WEEKDAYS: LazyLock<Names> = LazyLock::new(|| Names::new(include_str!("../../lists/weekdays.txt")));

/// The longest name in the lists is shorter, in bytes.
const MAX_NAME_LEN: usize = 32;

fn lower(word: &str) -> Option<String> {
    (2..=MAX_NAME_LEN).contains(&word.len()).then(|| word.to_lowercase())
}

/// The language of a tag without its region: `en` of `en-GB`.
pub(super) fn primary(language: &str) -> &str {
    language.split(['-', '_']).next().unwrap_or_default()
}

/// A month (1 to 12) by a name that English or the document's language has.
pub(super) fn month(word: &str, language: &str) -> Option<u32> {
    MONTHS.near(&lower(word)?, language).map(|month| u32::from(month) + 1)
}

/// A month by a name that any language has. Good enough between a day and a year.
pub(super) fn month_of_any_language(word: &str, language: &str) -> Option<u32> {
    MONTHS.any(&lower(word)?, language).map(|month| u32::from(month) + 1)
}

/// A month by its English name; the whole name, unless a full stop or a figure beside it shows an abbreviation.
pub(super) fn whole_english_month(word: &str) -> Option<u32> {
    let month = month(word, "en")?;
    (word.len() >= 4 || word == "May").then_some(month)
}

/// A weekday (0 to 6, Monday first) by a name that the document's language or English has, or a long one of any.
pub(super) fn weekday(word: &str, language: &str) -> Option<i8> {
    WEEKDAYS.any(&lower(word)?, language).and_then(|day| i8::try_from(day).ok())
}

/// A weekday by its whole English name, with a capital.
pub(super) fn whole_english_weekday(word: &str) -> Option<i8> {
    let is_name = word.len() >= 6 && word.starts_with(|c: char| c.is_ascii_uppercase()) && word.ends_with("day");
    is_name.then(|| weekday(word, "en")).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_known_in_their_language_and_by_long_names_in_any() {
        for (word, language, expected) in [
            ("March", "", Some(3)),
            ("SEPT", "en", Some(9)),
            ("März", "de", Some(3)),
            ("ago", "es", Some(8)),
            ("ago", "en", None),
            ("mars", "fr-CA", Some(3)),
            ("mars", "en", None),
            ("listopad", "pl", Some(11)),
            ("марта", "ru", Some(3)),
        ] {
            assert_eq!(month(word, language), expected, "{word} {language}");
        }
        assert_eq!(month_of_any_language("mars", "en"), Some(3));
        assert_eq!(month_of_any_language("mai", "en"), Some(5));
        assert_eq!(month_of_any_language("ago", "en"), None);
        assert_eq!(month_of_any_language("listopad", "en"), None, "October in Croatian, November in Polish");
    }

    #[test]
    fn weekdays_count_from_monday() {
        assert_eq!(weekday("Monday", ""), Some(0));
        assert_eq!(weekday("dimanche", "fr"), Some(6));
        assert_eq!(weekday("so", "en"), None);
        assert_eq!(whole_english_weekday("Fri"), None);
    }
}
