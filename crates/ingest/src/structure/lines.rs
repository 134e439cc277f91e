//! Lines of a text, and the paragraphs they make up. Linear in the text, whatever it holds.

use corpus::span::ByteSpan;

/// A line that holds something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// The line without the white space around it.
    pub(super) span: ByteSpan,
    /// Whether a blank line, or the start of the text, stands before it.
    pub(super) is_after_blank: bool,
    /// How far it is indented, in bytes.
    pub(super) indent: u32,
}

/// The lines that hold something, in order.
pub(super) fn lines(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut start = 0;
    let mut is_after_blank = true;
    for line in text.split_inclusive('\n') {
        let words = line.trim();
        if words.is_empty() {
            is_after_blank = true;
        } else {
            let indent = line.len() - line.trim_start().len();
            if let (Some(span), Ok(indent)) =
                (ByteSpan::from_range(start + indent..start + indent + words.len()), u32::try_from(indent))
            {
                lines.push(Line { span, is_after_blank, indent });
            }
            is_after_blank = false;
        }
        start += line.len();
    }
    lines
}

/// The spans of paragraphs. Lines that were wrapped at a width belong together; other lines each stand alone.
pub(super) fn chunks(text: &str, lines: &[Line]) -> Vec<ByteSpan> {
    let mut chunks = Vec::new();
    let mut rest = lines;
    while let Some(len) = next_group(rest) {
        let (group, after) = rest.split_at(len);
        if is_hard_wrapped(text, group) {
            chunks.extend(ByteSpan::new(group[0].span.start(), group[len - 1].span.end()));
        } else {
            chunks.extend(group.iter().map(|line| line.span));
        }
        rest = after;
    }
    chunks
}

/// How many of the lines stand together: up to a blank line, or to an indented line after one that is not.
fn next_group(lines: &[Line]) -> Option<usize> {
    let first = lines.first()?;
    let mut body_indent = first.indent;
    for (idx, line) in lines.iter().enumerate().skip(1) {
        // The first line of a paragraph may be indented; the second shows how far the others are.
        body_indent = if idx == 1 { body_indent.min(line.indent) } else { body_indent };
        if line.is_after_blank || line.indent >= body_indent + 2 {
            return Some(idx);
        }
    }
    Some(lines.len())
}

/// Whether the line ends are only where a narrow page ended: lines of nearly one length that break inside sentences.
fn is_hard_wrapped(text: &str, lines: &[Line]) -> bool {
    let Some((_, full)) = lines.split_last() else { return false };
    let words = |line: &Line| line.span.slice(text).unwrap_or_default();
    if full.is_empty() || lines.iter().any(|line| is_list_item(words(line))) {
        return false;
    }
    let widths = || full.iter().map(|line| line.span.len() as usize + line.indent as usize);
    let (min, max) = (widths().min().unwrap_or(0), widths().max().unwrap_or(0));
    let n_inside = full.iter().filter(|line| !words(line).ends_with(['.', '!', '?', ':', '"', '”'])).count();
    let n_lower = lines.iter().skip(1).filter(|line| words(line).starts_with(|c: char| !c.is_uppercase())).count();
    (40..=100).contains(&max) && min * 2 >= max && n_inside * 2 >= full.len() && n_lower * 2 >= full.len()
}

/// Whether the line is an item of a list: `- `, `* `, `• `, `1. `, `1) `.
pub(super) fn is_list_item(line: &str) -> bool {
    if ["- ", "* ", "• ", "– "].iter().any(|mark| line.starts_with(mark)) {
        return true;
    }
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    (1..=2).contains(&digits) && (line[digits..].starts_with(". ") || line[digits..].starts_with(") "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<_> =
            chunks(text, &lines(text)).iter().map(|span| span.slice(text).expect("in the text")).collect();
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn blank_lines_part_paragraphs_and_white_space_belongs_to_none() {
        check("", &[]);
        check(" \n\t\n", &[]);
        check("One.\n\nTwo.", &["One.", "Two."]);
        check("  One.  \n \u{a0} \n\tTwo.", &["One.", "Two."]);
        check("53 F\nWashington\n", &["53 F", "Washington"]);
    }

    #[test]
    fn lines_wrapped_at_a_width_are_one_paragraph() {
        let wrapped = "The committee said on Tuesday that it would look at the\nreport again before the end of the month, but it \
                       did not say\nwhen it would publish it.";
        check(wrapped, &[wrapped]);
        let indented = format!("    {wrapped}\n    {wrapped}");
        check(&indented, &[wrapped, wrapped]);
        check("- one\n- two", &["- one", "- two"]);
    }

    #[test]
    fn list_items_are_told_by_their_marks() {
        for (line, expected) in [("- a", true), ("1. a", true), ("12) a", true), ("1.5 a", false), ("2014. a", false)] {
            assert_eq!(is_list_item(line), expected, "{line}");
        }
    }
}
