//! The language of a document, where its words make it clear.

use corpus::model::{BlockKind, Document};
use whatlang::Lang;

/// How much of the story is looked at, in bytes. More does not change the answer.
const SAMPLE_LEN: usize = 4000;

/// BCP 47 tag of the story's language; empty where it is not clear.
pub fn of(document: &Document) -> String {
    let mut sample = String::new();
    for block in document.blocks.iter().filter(|block| block.kind != BlockKind::Furniture) {
        let words = block.span.slice(&document.text).unwrap_or_default();
        sample.push_str(&words[..words.floor_char_boundary(SAMPLE_LEN - sample.len().min(SAMPLE_LEN))]);
        sample.push('\n');
        if sample.len() >= SAMPLE_LEN {
            break;
        }
    }
    let info = whatlang::detect(&sample).filter(|info| info.is_reliable());
    info.map(|info| tag(info.lang()).to_owned()).unwrap_or_default()
}

/// The language that a format states, where the words do not make it clear: `en_US.UTF-8` and `EN-us` are `en`.
pub fn stated(tag: &str) -> Option<String> {
    let primary = tag.split(['-', '_', '.', ' ', ',']).next()?.to_ascii_lowercase();
    ((2..=3).contains(&primary.len()) && primary.bytes().all(|byte| byte.is_ascii_lowercase())).then_some(primary)
}

/// The shortest tag of a language: two letters where ISO 639-1 has them.
fn tag(lang: Lang) -> &'static str {
    match lang {
        Lang::Eng => "en",
        Lang::Rus => "ru",
        Lang::Cmn => "zh",
        Lang::Spa => "es",
        Lang::Por => "pt",
        Lang::Ita => "it",
        Lang::Ben => "bn",
        Lang::Fra => "fr",
        Lang::Deu => "de",
        Lang::Ukr => "uk",
        Lang::Kat => "ka",
        Lang::Ara => "ar",
        Lang::Hin => "hi",
        Lang::Jpn => "ja",
        Lang::Heb => "he",
        Lang::Yid => "yi",
        Lang::Pol => "pl",
        Lang::Amh => "am",
        Lang::Jav => "jv",
        Lang::Kor => "ko",
        Lang::Nob => "nb",
        Lang::Dan => "da",
        Lang::Swe => "sv",
        Lang::Fin => "fi",
        Lang::Tur => "tr",
        Lang::Nld => "nl",
        Lang::Hun => "hu",
        Lang::Ces => "cs",
        Lang::Ell => "el",
        Lang::Bul => "bg",
        Lang::Bel => "be",
        Lang::Mar => "mr",
        Lang::Kan => "kn",
        Lang::Ron => "ro",
        Lang::Slv => "sl",
        Lang::Hrv => "hr",
        Lang::Srp => "sr",
        Lang::Mkd => "mk",
        Lang::Lit => "lt",
        Lang::Lav => "lv",
        Lang::Est => "et",
        Lang::Tam => "ta",
        Lang::Vie => "vi",
        Lang::Urd => "ur",
        Lang::Tha => "th",
        Lang::Guj => "gu",
        Lang::Uzb => "uz",
        Lang::Pan => "pa",
        Lang::Aze => "az",
        Lang::Ind => "id",
        Lang::Tel => "te",
        Lang::Pes => "fa",
        Lang::Mal => "ml",
        Lang::Slk => "sk",
        Lang::Lat => "la",
        other => other.code(),
    }
}
