//! From words to keys: the form, which is the word as anybody would write it in lower case, and the term, which is
//! the form without its accents. It knows nothing of texts and of languages.

use std::borrow::Cow;

use icu_normalizer::properties::CanonicalCombiningClassMapBorrowed;
use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};

/// The term of one word: its form without accents, with the letters and digits that readers type instead of others.
///
/// Marks of combining class 10 and above are dropped (accents, Hebrew points, Arabic harakat); those below are
/// letters' parts in Indic and Japanese writing and stay. Letters stay decomposed: a term is a key, never shown.
/// The term of a form is that of its word, and the term of a term is the term.
///
/// ```
/// use corpus::analysis::fold;
///
/// assert_eq!(fold("Zürich’s"), "zurich");
/// assert_eq!(fold("U.S."), "us");
/// assert_eq!(fold("1,000"), "1000");
/// ```
pub fn fold(word: &str) -> Cow<'_, str> {
    bare(&form(word))
}

/// The word in lower case, as Unicode composes it (NFKC), without possessive `'s`, full stops of initialisms and
/// characters that are not seen.
pub(super) fn form(word: &str) -> Cow<'_, str> {
    plain_form(word).unwrap_or_else(|| {
        without_stops_and_possessive(if word.is_ascii() {
            Cow::Owned(word.to_ascii_lowercase())
        } else {
            Cow::Owned(composed_lower_case(word))
        })
    })
}

/// The form of a word of nothing but ASCII letters and digits, which is its term too.
#[inline]
pub(super) fn plain_form(word: &str) -> Option<Cow<'_, str>> {
    let is_lower = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    let n_lower = word.bytes().take_while(|&byte| is_lower(byte)).count();
    match &word.as_bytes()[n_lower..] {
        [] => Some(Cow::Borrowed(word)),
        rest if rest.iter().all(u8::is_ascii_alphanumeric) => Some(Cow::Owned(word.to_ascii_lowercase())),
        _ => None,
    }
}

/// The term of a form.
pub(super) fn bare<'t>(form: &Cow<'t, str>) -> Cow<'t, str> {
    let term =
        if form.is_ascii() { form.clone() } else { without_stops_and_possessive(Cow::Owned(bare_letters(form))) };
    if is_grouped_number(&term) { Cow::Owned(without_groups(&term)) } else { term }
}

fn composed_lower_case(word: &str) -> String {
    let (decomposing, composing) = (DecomposingNormalizerBorrowed::new_nfkd(), ComposingNormalizerBorrowed::new_nfc());
    // Gershayim, which stand before the last letter of a Hebrew acronym, and quotation marks typed for them.
    let is_gershayim = |c| matches!(c, '\u{5f4}' | '"' | '\u{ff02}');
    let seen = word.chars().filter(|&c| !is_unseen(c) && !is_gershayim(c)).map(|c| match c {
        // Its lower case has a dot too many everywhere but in Turkish, whose only letter it is.
        'İ' => 'i',
        _ => c,
    });
    // Lower case comes after compatibility, which makes capitals of signs: ℌ is H.
    let lower = decomposing.normalize_iter(seen).flat_map(char::to_lowercase).map(|c| match c {
        // Apostrophes, modifier letter apostrophe, Hebrew geresh.
        '\u{2018}' | '\u{2019}' | '\u{2bc}' | '\u{5f3}' => '\'',
        'ς' => 'σ',
        _ => c,
    });
    composing.normalize_iter(lower).collect()
}

/// Characters that say how others join, break or run and are not seen themselves: soft hyphen, joiners, directional
/// marks, variation selectors, tags. The part of `Default_Ignorable_Code_Point` that is no letter.
pub(super) fn is_unseen(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0000}'..='\u{e0fff}')
}

/// Whether a character is a mark on the one before it.
pub(super) fn is_mark(c: char) -> bool {
    CanonicalCombiningClassMapBorrowed::new().get_u8(c) > 0
}

/// Drops accents, and writes letters and digits as readers do who have no key for them.
fn bare_letters(form: &str) -> String {
    let (decomposing, classes) = (DecomposingNormalizerBorrowed::new_nfkd(), CanonicalCombiningClassMapBorrowed::new());
    // Tatweel only stretches the letter before it. It goes first, because marks on both sides of it become neighbours.
    let letters = decomposing.normalize_iter(form.chars().filter(|&c| c != '\u{640}'));
    let mut term = String::with_capacity(form.len());
    for c in letters.filter(|&c| classes.get_u8(c) < 10) {
        match c {
            'ß' => term.push_str("ss"),
            'æ' => term.push_str("ae"),
            'œ' => term.push_str("oe"),
            'ø' => term.push('o'),
            'đ' | 'ð' => term.push('d'),
            'ł' => term.push('l'),
            'ı' => term.push('i'),
            'þ' => term.push_str("th"),
            // Arabic: alef wasla, alef maqsura and Persian yeh, Persian keheh, teh marbuta and the hehs of other
            // keyboards. Hamza and madda are marks and are gone.
            '\u{671}' => term.push('\u{627}'),
            '\u{649}' | '\u{6cc}' => term.push('\u{64a}'),
            '\u{6a9}' => term.push('\u{643}'),
            '\u{629}' | '\u{6c1}' | '\u{6d5}' => term.push('\u{647}'),
            // Arabic signs in numbers.
            '\u{66b}' => term.push('.'),
            '\u{66c}' => term.push(','),
            _ => term.push(ascii_digit(c).unwrap_or(c)),
        }
    }
    term
}

/// Zeros of the decimal digits (general category Nd) of the Basic Multilingual Plane without those that compatibility
/// folds, ascending; each is followed by the other nine.
const ZEROS: [u16; 35] = [
    0x0660, 0x06f0, 0x07c0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66, 0x0ce6, 0x0d66, 0x0de6, 0x0e50,
    0x0ed0, 0x0f20, 0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0x1c40, 0x1c50,
    0xa620, 0xa8d0, 0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0,
];

fn ascii_digit(c: char) -> Option<char> {
    let code = u16::try_from(u32::from(c)).ok()?;
    let zero = ZEROS[..ZEROS.partition_point(|&zero| zero <= code)].last()?;
    char::from_digit(u32::from(code - zero), 10)
}

/// Takes what ends in `'s` or `'` to what stands before it, and joins the letters of an initialism.
fn without_stops_and_possessive(word: Cow<'_, str>) -> Cow<'_, str> {
    let mut rest = &*word;
    while let Some(shorter) = rest.strip_suffix("'s").or_else(|| rest.strip_suffix('\'')) {
        rest = shorter;
    }
    if is_initialism(rest) {
        return Cow::Owned(rest.replace('.', ""));
    }
    let len = rest.len();
    match word {
        Cow::Borrowed(word) => Cow::Borrowed(&word[..len]),
        Cow::Owned(mut word) => {
            word.truncate(len);
            Cow::Owned(word)
        }
    }
}

/// Whether the word is single letters with full stops between them: `u.s`, `u.n.`. The letters are those of scripts
/// that have lower case: others write no initials so.
fn is_initialism(word: &str) -> bool {
    word.contains('.')
        && word.trim_end_matches('.').split('.').all(|part| {
            let mut chars = part.chars();
            chars.next().is_some_and(char::is_lowercase) && chars.next().is_none()
        })
}

/// Whether a word begins with a number in groups of three digits: `1,000`, `1'000'000.5`, `1,000th`.
fn is_grouped_number(word: &str) -> bool {
    let is_separator = |byte: &u8| matches!(byte, b',' | b'\'');
    let bytes = word.as_bytes();
    let n_head = bytes.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let Some(separator) = bytes.get(n_head).filter(|byte| (1..=3).contains(&n_head) && is_separator(byte)) else {
        return false;
    };
    let mut rest = &bytes[n_head..];
    while let [first, a, b, c, after @ ..] = rest {
        if first != separator || ![a, b, c].iter().all(|byte| byte.is_ascii_digit()) {
            break;
        }
        rest = after;
    }
    rest.len() < bytes.len() - n_head && !rest.first().is_some_and(|byte| byte.is_ascii_digit() || is_separator(byte))
}

/// A grouped number without what parts its groups.
fn without_groups(word: &str) -> String {
    let number_len = word.find(|c: char| !matches!(c, '0'..='9' | ',' | '\'')).unwrap_or(word.len());
    let (number, rest) = word.split_at(number_len);
    number.replace([',', '\''], "") + rest
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(cases: &[(&str, &str, &str)]) {
        for &(word, expected_form, expected_term) in cases {
            assert_eq!((&*form(word), &*fold(word)), (expected_form, expected_term), "{word}");
        }
    }

    #[test]
    fn case_accents_and_forms_are_folded() {
        check(&[
            ("ISSUED", "issued", "issued"),
            ("Zürich", "zürich", "zurich"),
            ("Zu\u{308}rich", "zürich", "zurich"),
            ("ＡＢＣ", "abc", "abc"),
            ("ﬁﬂℌ", "fiflh", "fiflh"),
            ("m²", "m2", "m2"),
            ("Łódź", "łódź", "lodz"),
            ("Straße", "straße", "strasse"),
            ("GROẞ", "groß", "gross"),
            ("İstanbul", "istanbul", "istanbul"),
            ("Diyarbakır", "diyarbakır", "diyarbakir"),
            ("ΟΔΌΣ", "οδόσ", "οδοσ"),
            ("οδός", "οδόσ", "οδοσ"),
            ("Ёлка", "ёлка", "елка"),
            ("Œuvre", "œuvre", "oeuvre"),
            ("ｶﾞ", "ガ", "カ\u{3099}"),
            ("각", "각", "\u{1100}\u{1161}\u{11a8}"),
            ("क़लम", "क\u{93c}लम", "क\u{93c}लम"),
        ]);
    }

    #[test]
    fn arabic_persian_and_hebrew_are_written_one_way() {
        check(&[
            ("أحمد", "أحمد", "احمد"),
            ("إسلام", "إسلام", "اسلام"),
            ("آل", "آل", "ال"),
            ("ٱلله", "ٱلله", "الله"),
            ("مصطفى", "مصطفى", "مصطفي"),
            ("الدولة", "الدولة", "الدوله"),
            ("محـــمد", "محـــمد", "محمد"),
            ("دَاعِش", "دَاعِش", "داعش"),
            ("کابل", "کابل", "كابل"),
            ("علی", "علی", "علي"),
            ("می\u{200c}روم", "میروم", "ميروم"),
            ("שָׁלוֹם", "שָׁלוֹם", "שלום"),
            ("צה״ל", "צהל", "צהל"),
            ("צה\"ל", "צהל", "צהל"),
        ]);
    }

    #[test]
    fn numbers_are_written_one_way() {
        check(&[
            ("1,000", "1,000", "1000"),
            ("12'345'678.50", "12'345'678.50", "12345678.50"),
            ("1,000th", "1,000th", "1000th"),
            ("1.5", "1.5", "1.5"),
            ("1.000", "1.000", "1.000"),
            ("12,34", "12,34", "12,34"),
            ("1,0000", "1,0000", "1,0000"),
            ("1,000,00", "1,000,00", "1,000,00"),
            ("1234,567", "1234,567", "1234,567"),
            ("1,000'000", "1,000'000", "1,000'000"),
            ("١٬٠٠٠٫٥", "١٬٠٠٠٫٥", "1000.5"),
            ("۱۲۳", "۱۲۳", "123"),
            ("२०२२", "२०२२", "2022"),
            ("๑๙", "๑๙", "19"),
            ("２０", "20", "20"),
        ]);
    }

    #[test]
    fn possessives_initialisms_and_apostrophes() {
        check(&[
            ("ISIS’s", "isis", "isis"),
            ("Stalinsky's", "stalinsky", "stalinsky"),
            ("jihadists'", "jihadists", "jihadists"),
            ("a's's", "a", "a"),
            ("s's", "s", "s"),
            ("don’t", "don't", "don't"),
            ("O’Brien", "o'brien", "o'brien"),
            ("об’єкт", "об'єкт", "об'єкт"),
            ("U.S.", "us", "us"),
            ("U.N", "un", "un"),
            ("С.Ш.А.", "сша", "сша"),
            ("memri.org", "memri.org", "memri.org"),
            ("u.k.'s", "uk", "uk"),
        ]);
    }

    #[test]
    fn what_is_not_seen_is_not_there() {
        check(&[
            ("so\u{ad}ft", "soft", "soft"),
            ("abc\u{202c}", "abc", "abc"),
            ("zero\u{200d}width", "zerowidth", "zerowidth"),
            ("漢\u{e0100}", "漢", "漢"),
            ("\u{200d}", "", ""),
        ]);
    }

    #[test]
    fn digits_come_in_tens() {
        for zero in ZEROS {
            let digits: String = (zero..zero + 10).filter_map(|code| char::from_u32(code.into())).collect();
            assert!(digits.chars().all(char::is_numeric), "{zero:x}");
            assert_eq!(fold(&digits), "0123456789", "{zero:x}");
        }
    }

    fn check_stable(word: &str) {
        let (form, term) = (form(word), fold(word));
        assert_eq!(super::form(&form), form, "form of {word:?}");
        assert_eq!(fold(&form), term, "term of the form of {word:?}");
        assert_eq!(fold(&term), term, "term of the term of {word:?}");
    }

    #[test]
    fn every_letter_has_one_form_and_one_term() {
        for c in (0..=0x0010_ffff).filter_map(char::from_u32) {
            check_stable(c.encode_utf8(&mut [0; 4]));
        }
    }

    /// Strings of what folding looks for.
    fn pieces() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            any::<char>().prop_map(String::from),
            prop::sample::select(vec![
                "'s", "’", "'", ".", ",", "000", "1", "a", "S", "ß", "É", "\u{301}", "\u{327}", "\u{3099}", "\u{94d}",
                "\u{640}", "\u{200d}", "ـ", "\"", "״", "각", "\u{1161}", "\u{11a8}", "が", "ة", "١", "٬", "İ", "Σ",
            ])
            .prop_map(str::to_owned),
        ];
        prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4096))]
        #[test]
        fn a_form_has_the_term_of_its_word_and_a_term_is_its_own(word in pieces()) {
            check_stable(&word);
        }
    }
}
