//! Web pages: HTML and XHTML, as saved or scraped. The reader gives the text of the page in blocks, each with what the
//! page's elements say about it, and the page's own description of itself; it does not tell story from furniture.

mod blocks;
mod dom;
mod evidence;
mod metadata;

use corpus::model::{BlockKind, Format};
use sha2::{Digest, Sha256};

use super::text::stem;
use super::{Field, Fields, Layout, Received};
use crate::decode::decode_labelled;
use crate::report::Report;

pub(crate) use blocks::{PageBlock, PageText, page_text};
pub(crate) use dom::Dom;
pub(crate) use evidence::{ELEMENTS, Evidence, FAR, TOPICS, Topic, evidence};

/// How many bytes at the beginning of a page are searched for the name of its encoding.
const ENCODING_REACH: usize = 4_096;

/// The blocks of a page with the evidence for each.
#[derive(Clone, Debug, Default)]
pub struct Page {
    pub(crate) blocks: Vec<PageBlock>,
    pub(crate) evidence: Vec<Evidence>,
}

/// Reads a page from its bytes, in the encoding that they name or look like.
pub(super) fn read(path: &str, bytes: &[u8], report: &mut Report) -> Vec<Received> {
    let decoded = decode_labelled(bytes, declared_encoding(bytes).as_deref());
    for (line, notice) in decoded.notices {
        report.line(path, line, notice);
    }
    let mut received = read_text(path, &decoded.text, report);
    received.iter_mut().for_each(|received| received.sha256 = Sha256::digest(bytes).into());
    received
}

/// Reads a page from its markup.
pub(super) fn read_text(path: &str, html: &str, report: &mut Report) -> Vec<Received> {
    let received = Received {
        id: path.to_owned(),
        path: path.to_owned(),
        slug_hint: stem(path).to_owned(),
        sha256: Sha256::digest(html).into(),
        format: Format::Html,
        ..Received::default()
    };
    let Ok(dom) = Dom::parse(html) else {
        report.file(path, "its elements nest too deeply; it is kept as plain text, with its markup");
        return vec![Received { text: html.to_owned(), ..received }];
    };
    let fields = metadata::metadata(&dom);
    let mut page = page_text(&dom);
    if page.blocks.is_empty() {
        report.file(path, "holds no text; it is kept as a document without text");
    }
    let fields = take_headline(&mut page, &dom, fields);
    let evidence = evidence(&dom, &page);
    let PageText { text, blocks } = page;
    vec![Received { text, layout: Layout::Page(Box::new(Page { blocks, evidence })), fields, ..received }]
}

/// The first-level heading that says what the headline says is the headline: it is taken out of the text, where it
/// would stand a second time. A page that gives no title has it from that heading.
fn take_headline(page: &mut PageText, dom: &Dom, mut fields: Fields) -> Fields {
    let is_first_level =
        |block: &PageBlock| dom.name(block.element) == "h1" && !block.is_hidden && block.kind == BlockKind::Heading;
    let words = |text: &str| -> Vec<String> {
        let lower = text.to_lowercase();
        lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
    };
    let headings: Vec<usize> = (0..page.blocks.len()).filter(|&at| is_first_level(&page.blocks[at])).collect();
    if fields.title.is_none()
        && let [only] = headings[..]
    {
        fields.title = Field::new(&page.text[page.blocks[only].span.range()], "the page's first-level heading");
    }
    let Some(title) = fields.title.as_ref().map(|title| words(&title.value)) else { return fields };
    let repeats = headings.into_iter().find(|&at| {
        let heading = words(&page.text[page.blocks[at].span.range()]);
        !heading.is_empty() && heading.iter().all(|word| title.contains(word))
    });
    if let Some(at) = repeats {
        page.remove(at);
    }
    fields
}

/// The encoding that a page names: `<meta charset=…>`, `<meta … content="text/html; charset=…">`, `<?xml encoding=…?>`.
fn declared_encoding(bytes: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(ENCODING_REACH)]).to_ascii_lowercase();
    let after = ["charset=", "encoding="].iter().find_map(|sign| head.split_once(sign))?.1;
    let label = after.trim_start_matches(['"', '\'', ' ']);
    Some(label.chars().take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':')).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(html: &[u8], title: &str, text: &str) {
        let mut report = Report::default();
        let found = read("a.html", html, &mut report);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].fields.title.as_ref().map_or("", |title| &title.value), title);
        assert_eq!(found[0].text, text, "{}", String::from_utf8_lossy(html));
        if let Layout::Page(page) = &found[0].layout {
            assert_eq!(page.blocks.len(), page.evidence.len());
        }
    }

    #[test]
    fn text_is_read_in_blocks_as_people_see_it() {
        check(b"<p>One\n two<p>Three<br>four<br><br>five", "", "One two\n\nThree\nfour\n\nfive");
        check(b"<ul><li><a>Home</a><a>News</a><li>A<b>B</b></ul>", "", "Home News\n\nAB");
        check(b"<p>A<script>x</script>&amp;&lt;b&gt;<style>y</style>", "", "A&<b>");
        check(b"<table><tr><th>A<th>B<tr><td>1<td><p>2</table>", "", "A\tB\n1\t2");
        check(b"<pre>a\n  b</pre>", "", "a\n  b");
        check(b"<div>a<div>b</div>c</div>", "", "a\n\nb\n\nc");
        check(b"", "", "");
        check("<p>مرحبا 😀 e\u{301}".as_bytes(), "", "مرحبا 😀 e\u{301}");
    }

    #[test]
    fn the_headline_does_not_stand_twice() {
        check(b"<title>Rain Falls - Star</title><h1>Rain  Falls</h1><p>It rained.", "Rain Falls - Star", "It rained.");
        check(
            b"<meta property=og:title content='Rain Falls'><h1>Snow Falls</h1><p>It rained.",
            "Rain Falls",
            "Snow Falls\n\nIt rained.",
        );
        check(b"<h1>Rain Falls</h1><p>It rained.", "Rain Falls", "It rained.");
    }

    #[test]
    fn the_declared_encoding_is_used_unless_the_bytes_are_utf8() {
        check(b"<meta charset=windows-1251><p>\xcf\xf0\xe8\xe2\xe5\xf2", "", "Привет");
        check("<meta charset=windows-1251><p>Привет".as_bytes(), "", "Привет");
        check(b"<meta http-equiv=x content='text/html; charset=iso-8859-1'><p>Z\xfcrich", "", "Zürich");
    }
}
