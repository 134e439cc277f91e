//! Which block is the headline, and which line names the writer.

use corpus::model::{Attribute, Block, BlockKind, Document};

use super::shifted;

/// Longest headline, in bytes, and how many words it can have.
const MAX_LEN: usize = 220;
const MAX_WORDS: usize = 30;

/// How many blocks after the headline can hold the line with the writer's name.
const BYLINE_REACH: usize = 4;

/// How many blocks above the story are looked at for its headline.
const HEADLINE_REACH: usize = 40;

/// Finds the headline. A clean text has one only if it begins with the title given beside it; of a text that was once
/// a page, `scores` says how much each block speaks for being story.
pub(super) fn mark(document: &mut Document, scores: Option<&[f32]>) {
    if let Some(block) = document.blocks.iter().find(|block| block.kind == BlockKind::Headline) {
        let words = block.span.slice(&document.text).unwrap_or_default();
        // A title given beside the text may be another one; then both stand.
        if document.headline.as_ref().is_none_or(|title| title.text == words) {
            let by = "what the format marks as the title".to_owned();
            let by = document.headline.take().map_or(by, |title| title.by);
            document.headline = Some(Attribute { text: words.to_owned(), span: Some(block.span), by });
        }
        return;
    }
    let text = &document.text;
    let words = |block: &Block| block.span.slice(text).unwrap_or_default();
    let story = || document.blocks.iter().enumerate().filter(|(_, block)| block.kind != BlockKind::Furniture);
    let Some((first_idx, first)) = story().next() else { return };
    let found = match (&document.headline, scores) {
        (Some(title), _) if title.text == words(first) => {
            Some((first_idx, "the title given beside the text, which the text begins with"))
        }
        (None, Some(scores)) => above_story(text, &document.blocks, scores)
            .map(|idx| (idx, "the line above the story that speaks of the same"))
            .or_else(|| {
                let is_headline = story().count() > 1 && is_headline_like(words(first));
                is_headline.then_some((first_idx, "the first line that is not the page's own header"))
            }),
        _ => None,
    };
    let Some((idx, by)) = found else { return };
    let span = document.blocks[idx].span;
    let words = words(&document.blocks[idx]).to_owned();
    document.blocks[idx].kind = BlockKind::Headline;
    document.headline = Some(Attribute { text: words, span: Some(span), by: by.to_owned() });
}

/// The line above the story most of whose longer words the story's beginning has too. Menus stand there as well.
fn above_story(text: &str, blocks: &[Block], scores: &[f32]) -> Option<usize> {
    let words = |block: &Block| block.span.slice(text).unwrap_or_default();
    let is_prose = |at: usize| {
        blocks[at].kind != BlockKind::Furniture && scores[at] >= 0.0 && !is_headline_like(words(&blocks[at]))
    };
    let start = (0..blocks.len()).find(|&at| is_prose(at))?;
    let own = |line: &str| -> Vec<String> {
        let lower = line.to_lowercase();
        lower.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 3).map(str::to_owned).collect()
    };
    let story: Vec<String> =
        (start..blocks.len()).filter(|&at| is_prose(at)).flat_map(|at| own(words(&blocks[at]))).take(600).collect();
    let shared = |at: usize| {
        let words = own(words(&blocks[at]));
        let n_shared = words.iter().filter(|word| story.contains(word)).count();
        (n_shared * 2 >= words.len().max(2)).then_some(n_shared)
    };
    let lines = (start.saturating_sub(HEADLINE_REACH)..start)
        .filter(|&at| blocks[at].kind != BlockKind::Furniture && is_headline_like(words(&blocks[at])));
    lines.filter_map(|at| Some((shared(at)?, at))).max().map(|(_, at)| at)
}

/// Short, on one line, and not a sentence.
fn is_headline_like(words: &str) -> bool {
    let n_words = words.split_whitespace().count();
    words.len() <= MAX_LEN
        && (2..=MAX_WORDS).contains(&n_words)
        && !words.contains('\n')
        && !words.ends_with(['.', ',', ';', ':'])
        && words.starts_with(|c: char| !c.is_lowercase())
}

/// A line `By Ann Writer` near the headline names the writer.
pub(super) fn byline(document: &mut Document) {
    if document.byline.is_some() {
        return;
    }
    let story = document.blocks.iter().filter(|block| block.kind != BlockKind::Furniture);
    let found = story.take(BYLINE_REACH).find_map(|block| {
        let (start, end) = byline_in(block.span.slice(&document.text)?)?;
        shifted(start, end, block.span.start())
    });
    document.byline = found.map(|span| Attribute {
        text: span.slice(&document.text).unwrap_or_default().to_owned(),
        span: Some(span),
        by: "a line that begins with By, near the headline".to_owned(),
    });
}

/// The name in a line that is nothing but `By` and a name.
fn byline_in(line: &str) -> Option<(usize, usize)> {
    let rest = ["By ", "BY ", "by "].iter().find_map(|by| line.strip_prefix(by))?;
    let name = rest.split([',', '|', '•', '·']).next()?.trim();
    let is_name =
        |word: &str| word.starts_with(char::is_uppercase) || matches!(word, "and" | "de" | "van" | "von" | "bin" | "&");
    let n_words = name.split_whitespace().count();
    let is_names = name.split_whitespace().all(is_name) && !name.ends_with('.');
    let start = line.len() - rest.trim_start().len();
    (line.len() < 120 && (2..=8).contains(&n_words) && is_names).then_some((start, start + name.len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::{Field, Fields, Layout, Received};
    use corpus::model::Block;
    use corpus::span::ByteSpan;

    #[test]
    fn a_headline_that_the_format_marks_has_its_place() {
        for (title, text, has_place, by) in [
            (None, "Rain", true, "what the format marks as the title"),
            (Field::new("Rain", "the subject"), "Rain", true, "the subject"),
            (Field::new("Snow", "the subject"), "Snow", false, "the subject"),
        ] {
            let span = ByteSpan::new(0, 4).expect("in order");
            let blocks = vec![Block { span, kind: BlockKind::Headline, reason: None }];
            let fields = Fields { title, ..Fields::default() };
            let layout = Layout::Blocks(blocks);
            let received = Received { text: "Rain\n".into(), layout, fields, ..Received::default() };
            let span = has_place.then_some(span);
            let expected = Attribute { text: text.to_owned(), span, by: by.to_owned() };
            assert_eq!(crate::structure::structure(received).headline, Some(expected));
        }
    }

    #[test]
    fn a_byline_is_a_line_with_a_name_and_nothing_else() {
        for (line, expected) in [
            ("By Ann Writer", Some("Ann Writer")),
            ("By Ann Writer and Bob de Vries, Staff", Some("Ann Writer and Bob de Vries")),
            ("By the time he came", None),
            ("By Tuesday it was clear that nobody would come.", None),
            ("By Sunday", None),
        ] {
            assert_eq!(byline_in(line).map(|(start, end)| &line[start..end]), expected, "{line}");
        }
    }

    #[test]
    fn a_headline_is_short_and_no_sentence() {
        for (line, expected) in [
            ("ISIS Forbids Its Fighters To Use Social Media", true),
            ("Who came?", true),
            ("He came.", false),
            ("Rain", false),
            ("and so on it went", false),
        ] {
            assert_eq!(is_headline_like(line), expected, "{line}");
        }
    }
}
