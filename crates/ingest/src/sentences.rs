//! Sentences of a document's blocks, each with a name that lives through a rebuild.
//!
//! A sentence ends at a full stop, question or exclamation mark, or ellipsis; closing quotes and brackets after it belong
//! to it; the next one begins with a capital, a digit or an opening mark. Abbreviations, initials and decimals end none.
//! Where a stop ends a sentence is decided in `stops`; this module knows blocks and nothing of spelling.

mod stops;

use corpus::model::{BlockKind, Document, Sentence};
use corpus::sentence_names::SentenceNames;

use crate::structure::shifted;

/// The sentences of all blocks that are not furniture.
pub fn of(document: &Document) -> Vec<Sentence> {
    let mut names = SentenceNames::default();
    let mut sentences = Vec::new();
    for (block_idx, block) in document.blocks.iter().enumerate() {
        if block.kind == BlockKind::Furniture {
            continue;
        }
        let Ok(block_idx) = u32::try_from(block_idx) else { break };
        let words = block.span.slice(&document.text).unwrap_or_default();
        for (start, end) in stops::split(words, &document.language) {
            if let Some(span) = shifted(start, end, block.span.start()) {
                sentences.push(Sentence { span, block_idx, id: names.name(&words[start..end]) });
            }
        }
    }
    sentences
}

/// Where the sentences of one English block stand, in bytes of it, without the white space around them.
pub fn split(text: &str) -> Vec<(usize, usize)> {
    stops::split(text, "en")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(expected: &[&str]) {
        check_in("en", expected, " ");
    }

    fn check_in(language: &str, expected: &[&str], gap: &str) {
        let text = expected.join(gap);
        let found: Vec<_> = stops::split(&text, language).iter().map(|&(start, end)| &text[start..end]).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn stops_end_sentences_and_closing_marks_belong_to_them() {
        check(&["He came.", "She left!", "Why?", "“Because.”", "(It was late.)", "It was so."]);
        check(&["“To all soldiers …", "The enemies use tactics.", "Many were killed.”"]);
        check(&["It fell 3.5 percent to 1.2.", "Then it rose."]);
        check(&["He said: “Come.", "Go.”", "[Later] he left."]);
        check(&["It was late.[12][3]", "It rained."]);
        check(&["Wait . . . there is more . . . and more.", "No?!", "Yes..."]);
        check(&["It rained.", "...", "Now it is dry."]);
        check(&["He left.\"", "Police said nothing."]);
    }

    #[test]
    fn abbreviations_and_initials_end_none() {
        check(&["Mr. Smith and Dr. J. R. Jones of the U.S. Army met Acme Inc. lawyers."]);
        check(&["He lives in the U.S.", "The house is old."]);
        check(&["The U.S. President met J. K. Rowling in St. Louis."]);
        check(&["It is No. 5 of the list.", "No.", "Six is next."]);
        check(&["“Why?” Smith asked.", "Nobody knew."]);
        check(&["So what, e.g. London?"]);
        check(&["Yahoo! Inc. bought Amazon.com.", "The price was high."]);
        check(&["He needs vitamin C.", "The doctor said so."]);
        check(&["They live on Main St.", "The house is on Mt. Hope."]);
        check(&["The mfg. Group met (Acme Inc.) Lawyers."]);
        check(&["See vol. 2 and fig. 3 on Jan. 4."]);
    }

    #[test]
    fn the_number_of_an_item_belongs_to_its_sentence() {
        check(&["1. First do this.", "2. Then do that.", "10. Rest."]);
        check(&["A. One.", "B. Two."]);
        check(&["It was 5.", "Then it was 6."]);
    }

    #[test]
    fn a_space_that_is_missing_after_a_stop_ends_a_sentence_all_the_same() {
        check_in("en", &["It came to an end.", "Next came rain!", "Then the sun."], "");
        check_in("en", &["He said “so it ends.”", "Then he left."], "");
        for whole in [
            "Visit Example.Com today.",
            "He uses Node.Js here.",
            "See www.Example.org or a.B now.",
            "Call foo.Bar() first.",
        ] {
            check(&[whole]);
        }
    }

    #[test]
    fn other_scripts_have_their_own_stops() {
        check_in("ja", &["これは。", "「はい。」", "です！"], "");
        check_in("ja", &["「はい。」と言った。"], "");
        check_in("ar", &["هل جاء؟", "نعم جاء."], " ");
        check_in("hi", &["वह आया।", "वह गया।"], " ");
        check_in("el", &["Ποιος ήρθε;", "Κανείς."], " ");
        check_in("en", &["He came; She left."], " ");
        check_in("es", &["¿Qué dijo?", "¡Nada!", "La Sra. Pérez se fue."], " ");
    }

    #[test]
    fn abbreviations_of_other_languages_end_none_in_theirs() {
        check_in("de", &["Am 3. Oktober kam Hr. Maier z.B. Nach Köln.", "„Er kam spät.“", "Dann ging er."], " ");
        check_in("fr", &["M. Dupont a rencontré Mme. Martin.", "Il est parti."], " ");
        check_in("ru", &["В 2015 г. Москва и ул. Ленина.", "Он ушёл."], " ");
        check_in("en", &["He went to the bank with Dhr.", "Maier."], " ");
    }
}
