//! The header that some collections put before each story: `SOURCE: …`, `TITLE: …`, `PUBLISHED: …`. Its lines become
//! furniture; what they say becomes the document's properties, with the place it was read from.

use corpus::model::{Attribute, Block, BlockKind, DateKind, Document, DocumentDate};
use corpus::span::ByteSpan;

use super::lines::Line;
use super::{dates, shifted};

/// What a label says about the words after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Label {
    Headline,
    Source,
    Byline,
    Published,
    Updated,
    Other,
}

/// A line `LABEL: value`; both spans are in bytes of the document's text.
struct HeaderLine {
    label: Label,
    words: String,
    label_span: ByteSpan,
    value: ByteSpan,
}

/// Reads the header and returns how many of the lines it takes; 0 if there is none.
pub(super) fn read(document: &mut Document, lines: &[Line]) -> usize {
    let headers: Vec<_> = lines.iter().map_while(|line| parse(&document.text, line)).collect();
    // One line with a colon may be a story's; two labels in a row are a header.
    if headers.len() < 2 && !continues(&document.text, lines, &headers) {
        return 0;
    }
    let mut n_read = 0;
    while let Some(header) = lines.get(n_read).and_then(|line| parse(&document.text, line)) {
        let waits_for_date = header.label == Label::Published && dates_in(&document.text, header.value).is_empty();
        apply(document, &header);
        n_read += 1;
        // `PUBLISHED: By X`, and the date on a line of its own.
        if let Some(line) = lines.get(n_read).filter(|_| waits_for_date)
            && line.span.slice(&document.text).is_some_and(dates::is_date_alone)
        {
            let value = line.span;
            date(document, value, DateKind::Published, &header.words);
            furniture(document, value, &header.words);
            n_read += 1;
        }
    }
    n_read
}

/// Whether a date follows the only header line there is.
fn continues(text: &str, lines: &[Line], headers: &[HeaderLine]) -> bool {
    matches!(headers, [only] if only.label == Label::Published)
        && lines.get(1).and_then(|line| line.span.slice(text)).is_some_and(dates::is_date_alone)
}

fn parse(text: &str, line: &Line) -> Option<HeaderLine> {
    let words = line.span.slice(text)?;
    let (label_words, value) = words.split_once(':')?;
    if label_words.len() > 20 || !label_words.starts_with(|c: char| c.is_ascii_uppercase()) {
        return None;
    }
    let label = match label_words.trim().to_ascii_lowercase().as_str() {
        "title" | "headline" | "subject" => Label::Headline,
        "source" | "publication" | "newspaper" | "outlet" | "publisher" => Label::Source,
        "by" | "author" | "byline" | "from" | "writer" => Label::Byline,
        "published" | "date" | "publication date" | "pubdate" | "posted" | "sent" => Label::Published,
        "updated" | "modified" | "last updated" => Label::Updated,
        "location" | "place" | "dateline" | "to" | "cc" | "section" | "url" | "link" | "language" | "keywords"
        | "page" | "id" | "edition" | "category" => Label::Other,
        _ => return None,
    };
    let start = label_words.len() + 1 + (value.len() - value.trim_start().len());
    Some(HeaderLine {
        label,
        words: label_words.trim().to_owned(),
        label_span: shifted(0, label_words.len() + 1, line.span.start())?,
        value: shifted(start.min(words.len()), words.len(), line.span.start())?,
    })
}

fn apply(document: &mut Document, header: &HeaderLine) {
    let HeaderLine { label, words, label_span, value } = header;
    let text = value.slice(&document.text).unwrap_or_default().to_owned();
    let by = format!("header line: {words}");
    let whole = ByteSpan::new(label_span.start(), value.end().max(label_span.end())).unwrap_or(*label_span);
    let attribute = || Some(Attribute { text: text.clone(), span: Some(*value), by: by.clone() });
    match label {
        // The value is the headline and stays in the story; only its label goes.
        Label::Headline if !text.is_empty() && document.headline.is_none() => {
            document.headline = attribute();
            furniture(document, *label_span, words);
            document.blocks.push(Block { span: *value, kind: BlockKind::Headline, reason: None });
            return;
        }
        Label::Source if !text.is_empty() && document.source.is_none() => document.source = attribute(),
        Label::Byline if !text.is_empty() && document.byline.is_none() => document.byline = attribute(),
        Label::Published => {
            date(document, *value, DateKind::Published, words);
            byline_in_date(document, *value, &by);
        }
        Label::Updated => date(document, *value, DateKind::Updated, words),
        _ => {}
    }
    furniture(document, whole, words);
}

fn furniture(document: &mut Document, span: ByteSpan, words: &str) {
    let reason = Some(format!("header line: {words}"));
    document.blocks.push(Block { span, kind: BlockKind::Furniture, reason });
}

fn dates_in(text: &str, span: ByteSpan) -> Vec<dates::FoundDate> {
    span.slice(text).map(|words| dates::stated(words, &dates::Conventions::default())).unwrap_or_default()
}

fn date(document: &mut Document, within: ByteSpan, kind: DateKind, words: &str) {
    if let Some(found) = dates_in(&document.text, within).into_iter().next() {
        let span = shifted(found.start, found.end, within.start());
        document.dates.push(DocumentDate {
            kind,
            value: found.value,
            is_ambiguous: found.is_ambiguous,
            span,
            by: format!("header line: {words}"),
        });
    }
}

/// `PUBLISHED: By X` names the writer.
fn byline_in_date(document: &mut Document, value: ByteSpan, by: &str) {
    let words = value.slice(&document.text).unwrap_or_default();
    let Some(name) = words.strip_prefix("By ").or_else(|| words.strip_prefix("by ")) else { return };
    let start = words.len() - name.trim_start().len();
    if document.byline.is_none() && dates::find(name).is_empty() && !name.trim().is_empty() {
        let span = shifted(start, words.len(), value.start());
        document.byline = Some(Attribute { text: name.trim().to_owned(), span, by: by.to_owned() });
    }
}

#[cfg(test)]
mod tests {
    use super::super::lines::lines;
    use super::*;

    fn check(text: &str, n_lines: usize, headline: &str, source: &str, byline: &str, date: &str) {
        let mut document = Document { text: text.to_owned(), ..Document::default() };
        assert_eq!(read(&mut document, &lines(text)), n_lines, "{text}");
        let words = |attribute: &Option<Attribute>| attribute.as_ref().map_or(String::new(), |a| a.text.clone());
        assert_eq!(words(&document.headline), headline);
        assert_eq!(words(&document.source), source);
        assert_eq!(words(&document.byline), byline);
        assert_eq!(document.dates.first().map_or("", |date| date.value.as_str()), date);
        for attribute in [&document.headline, &document.source, &document.byline].into_iter().flatten() {
            assert_eq!(attribute.span.and_then(|span| span.slice(text)), Some(attribute.text.as_str()));
        }
    }

    #[test]
    fn a_header_gives_the_properties_and_becomes_furniture() {
        let text =
            "SOURCE: The Daily\n\nTITLE: Rain Falls \n\nPUBLISHED: 30 March 1995\n\nLOCATION: Town\n\nIt rained.";
        check(text, 4, "Rain Falls", "The Daily", "", "1995-03-30");
        check(
            "TITLE: Rain\nPUBLISHED: By Ann Writer\n2014/01/20\n\nIt rained.",
            3,
            "Rain",
            "",
            "Ann Writer",
            "2014-01-20",
        );
        check("Title:\nSource: The Daily\nIt rained.", 2, "", "The Daily", "", "");
    }

    #[test]
    fn a_story_with_a_colon_has_no_header() {
        check("Title: a word with many meanings.\n\nIt is old.", 0, "", "", "", "");
        check("He said: come.", 0, "", "", "", "");
    }
}
