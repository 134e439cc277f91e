//! Books of a few elements, made here, and what becomes of them.

use super::super::Field;
use super::super::package::tests::package;
use super::super::soundness::read_in_short;
use super::*;

const CONTAINER: &[u8] = b"<container><rootfiles><rootfile full-path='OEBPS/content.opf'/></rootfiles></container>";

const LIST: &str = "<package><metadata><dc:title>Rain</dc:title><dc:creator>Ann Writer</dc:creator><dc:creator>Bob</dc:creator>\
    <dc:language>en</dc:language><dc:publisher>The Press</dc:publisher><dc:date opf:event='modification'>2020</dc:date>\
    <dc:date opf:event='publication'>2015-05-03</dc:date></metadata><manifest>\
    <item id='b' href='b%201.xhtml' media-type='application/xhtml+xml'/><item id='a' href='a.xhtml' media-type='application/xhtml+xml'/>\
    <item id='n' href='nav.xhtml' media-type='application/xhtml+xml' properties='nav'/>\
    <item id='i' href='i.png' media-type='image/png'/></manifest>\
    <spine><itemref idref='a'/><itemref idref='i'/><itemref idref='n'/><itemref idref='b'/><itemref idref='a'/></spine></package>";

fn book(chapters: [&str; 2], more: &[(&str, &[u8])]) -> Vec<u8> {
    let mut members = vec![
        ("mimetype", &b"application/epub+zip"[..]),
        ("META-INF/container.xml", CONTAINER),
        ("OEBPS/content.opf", LIST.as_bytes()),
        ("OEBPS/a.xhtml", chapters[0].as_bytes()),
        ("OEBPS/b 1.xhtml", chapters[1].as_bytes()),
        ("OEBPS/nav.xhtml", b"<html><body><ol><li>One</li></ol></body></html>"),
    ];
    members.extend(more);
    package(&members)
}

pub(in crate::read) fn sample() -> Vec<u8> {
    book(["<html><body><h1>Rain</h1><p>It rained.</p></body></html>", "<p>Then<br/>it stopped.</p>"], &[])
}

fn shows(chapter: &str, expected: &str) {
    let mut blocks = Blocks::default();
    let damage = chapter::read(chapter, false, &mut blocks);
    let (text, layout) = blocks.finish();
    let super::super::Layout::Blocks(blocks) = layout else { panic!("blocks") };
    let lines: Vec<String> = blocks
        .iter()
        .map(|block| format!("{}: {}", block.kind.word(), block.span.slice(&text).expect("a span").replace('\n', "|")))
        .chain(damage.map(|_| "!".to_owned()))
        .collect();
    assert_eq!(lines.join("\n"), expected, "{chapter}");
}

#[test]
fn chapters_are_read_in_the_order_of_the_spine_each_once() {
    assert_eq!(
        read_in_short("a.epub", &sample()),
        "heading: Rain\nparagraph: It rained.\nfurniture (table of contents): One\nparagraph: Then|it stopped."
    );
    let received = read("a.epub", &sample(), &mut Report::default()).remove(0);
    let fields = received.fields;
    assert_eq!(fields.title, Field::new("Rain", "the book's own properties: title"));
    assert_eq!(fields.author, Field::new("Ann Writer, Bob", "the book's own properties: creator"));
    assert_eq!(fields.published, Field::new("2015-05-03", "the book's own properties: date"));
    assert_eq!(fields.source, Field::new("The Press", "the book's own properties: publisher"));
    assert_eq!(fields.language, Field::new("en", "the book's own properties: language"));
}

#[test]
fn elements_of_a_chapter_say_what_its_blocks_are() {
    shows("<h2>Rä<b>in</b> &amp;&nbsp;😀</h2>", "heading: Räin &\u{a0}😀");
    shows("<div>a<p> b \n c </p>d</div>", "paragraph: a\nparagraph: b c\nparagraph: d");
    shows("<ul><li>a</li><li><p>b</p><ul><li>c</li></ul></li></ul>", "list item: a\nlist item: b\nlist item: c");
    shows("<blockquote><p>a</p></blockquote><hr/><pre>b\n  c</pre>", "paragraph: a\nparagraph: b|  c");
    shows("<figure><img alt='x'/><figcaption>a</figcaption></figure>", "caption: a");
    shows(
        "<table><caption>t</caption><tr><th>a</th><td>b<br/>c</td></tr><tr><td><table><tr><td>d</td></tr></table></td><td/></tr></table>",
        "caption: t\ntable: a\tb c|d",
    );
    shows("<table><tr><td>a</td></tr><tr><td>b</td></tr></table>", "paragraph: a\nparagraph: b");
    shows("<head><title>no</title><style>no</style></head><body>a<script>no</script></body>", "paragraph: a");
    shows("<p>a<ruby>b<rp>(</rp><rt>c</rt><rp>)</rp></ruby></p>", "paragraph: abc");
    shows("", "");
}

#[test]
fn a_chapter_that_is_no_sound_xml_is_read_as_far_as_it_goes() {
    shows("<p>a<p>b<br>c</p></p></div>d", "paragraph: a\nparagraph: b|c\nparagraph: d");
    shows("<P>a</P><h1>b</b></h1>c", "paragraph: a\nheading: b\nparagraph: c");
    shows("<p>AT&T &unknown; &#xD800;</p>", "paragraph: AT&T &unknown; &#xD800;");
    shows("<p>a</p><p", "paragraph: a\n!");
    let deep = "<div><em>".repeat(100_000);
    shows(&format!("{deep}a"), "paragraph: a");
    shows(&format!("{deep}{}a", "</p></q></div>".repeat(100_000)), "paragraph: a");
}

#[test]
fn what_cannot_be_read_is_said_and_the_rest_is_kept() {
    let lock =
        b"<encryption><CipherReference URI='OEBPS/b%201.xhtml'/><CipherReference URI='OEBPS/f.ttf'/></encryption>";
    let bytes = book(["<p>It rained.</p>", "\u{1}"], &[("META-INF/encryption.xml", lock)]);
    assert_eq!(
        read_in_short("a.epub", &bytes),
        "paragraph: It rained.\nfurniture (table of contents): One\n! 1 of 3 chapters are encrypted and were not read"
    );
    let without_list = package(&[("mimetype", b"application/epub+zip")]);
    assert_eq!(read_in_short("a.epub", &without_list), "! not read: the book has no list of its chapters");
    let missing = package(&[("META-INF/container.xml", CONTAINER), ("OEBPS/content.opf", LIST.as_bytes())]);
    let short = read_in_short("a.epub", &missing);
    assert!(short.ends_with("! not read: no chapter of the book has text that can be read"), "{short}");
}
