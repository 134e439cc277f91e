//! OpenDocument texts of a few elements, made here, and what becomes of them.

use super::super::package::tests::package;
use super::super::soundness::read_in_short;
use super::*;

const STYLES: &str = "<office:styles><style:style style:name='Title'/>\
    <style:style style:name='Illustration' style:parent-style-name='Caption'/></office:styles>\
    <office:master-styles><style:master-page><style:header><text:p>The Daily</text:p></style:header>\
    <style:footer><text:p>Page <text:page-number>1</text:page-number></text:p></style:footer></style:master-page>\
    </office:master-styles>";

const MIME: (&str, &[u8]) = ("mimetype", b"application/vnd.oasis.opendocument.text");

fn content(body: &str) -> String {
    format!(
        "<office:document-content><office:automatic-styles>\
         <style:style style:name='P1' style:parent-style-name='Title'/>\
         <style:style style:name='P2' style:parent-style-name='P2'/></office:automatic-styles>\
         <office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
}

fn file(body: &str, styles: &str) -> Vec<u8> {
    package(&[MIME, ("content.xml", content(body).as_bytes()), ("styles.xml", styles.as_bytes())])
}

pub(in crate::read) fn sample() -> Vec<u8> {
    file("<text:h>Rain</text:h><text:p>It <text:s text:c='3'/>rained.</text:p>", STYLES)
}

fn shows(body: &str, expected: &str) {
    let styles = STYLES.split("<office:master").next().expect("there is a first part");
    assert_eq!(read_in_short("a.odt", &file(body, styles)), expected, "{body}");
}

#[test]
fn elements_and_styles_say_what_a_paragraph_is() {
    shows("<text:h text:outline-level='1'>Rain</text:h>", "heading: Rain");
    shows("<text:p text:style-name='P1'>Räin 😀</text:p>", "headline: Räin 😀");
    shows("<text:p text:style-name='P2'>Rain</text:p>", "paragraph: Rain");
    shows("<text:p text:style-name='Heading_20_2'>Rain</text:p>", "heading: Rain");
    shows("<text:p text:style-name='Illustration'>Rain</text:p>", "caption: Rain");
    shows(
        "<text:list><text:list-item><text:p>a</text:p><text:list><text:list-item><text:p>b</text:p></text:list-item></text:list></text:list-item></text:list>",
        "list item: a\nlist item: b",
    );
    shows(
        "<text:table-of-content><text:p>Rain 3</text:p></text:table-of-content>",
        "furniture (table of contents): Rain 3",
    );
    shows("", "! is empty; it is kept as a document without text");
}

#[test]
fn white_space_is_what_the_format_says() {
    shows("<text:p>\n  It\n  <text:span>rained</text:span> .\n</text:p>", "paragraph: It rained .");
    shows("<text:p>a<text:s text:c='2'/>b<text:tab/>c<text:line-break/>d</text:p>", "paragraph: a  b\tc|d");
    shows(
        "<text:p>a<text:s text:c='99999999999999999999999'/>b<text:s text:c='4294967295'/>c</text:p>",
        &format!("paragraph: a b{}c", " ".repeat(1000)),
    );
    shows(
        "<text:p><draw:frame><svg:title>no</svg:title><svg:desc>no <b>no</b></svg:desc></draw:frame>Rain</text:p>",
        "paragraph: Rain",
    );
}

#[test]
fn tables_are_rows_of_cells() {
    let cell = |words: &str| format!("<table:table-cell><text:p>{words}</text:p></table:table-cell>");
    let rows = format!(
        "<table:table-row>{}{}</table:table-row><table:table-row>{}<table:covered-table-cell/></table:table-row>\
         <table:table-row><table:table-cell table:number-columns-repeated='16384'/></table:table-row>",
        cell("Rain"),
        cell("1</text:p><text:p>2"),
        cell("Snow")
    );
    shows(
        &format!("<table:table>{rows}</table:table><text:p>It rained.</text:p>"),
        "table: Rain\t1 2|Snow\nparagraph: It rained.",
    );
}

#[test]
fn notes_come_last_and_what_is_not_the_story_keeps_its_place() {
    shows(
        "<text:tracked-changes><text:changed-region xml:id='c1'><text:deletion><office:change-info><dc:creator>Bob</dc:creator>\
         <dc:date>2015</dc:date></office:change-info><text:p>hard</text:p></text:deletion></text:changed-region>\
         <text:changed-region xml:id='c2'><text:deletion><text:p>lost</text:p></text:deletion></text:changed-region></text:tracked-changes>\
         <text:p>It rained<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>A note.</text:p></text:note-body></text:note>\
         <text:change text:change-id='c1'/>.<office:annotation><dc:creator>Ann</dc:creator><dc:date>2015-05-03</dc:date><text:p>Why?</text:p>\
         </office:annotation></text:p><text:p>Then it stopped.</text:p>",
        "paragraph: It rained[1].\n\
         furniture (text that was deleted with tracked changes): hard\n\
         furniture (a comment by Ann): Why?\n\
         paragraph: Then it stopped.\n\
         paragraph: [1] A note.\n\
         furniture (text that was deleted with tracked changes): lost",
    );
    assert_eq!(
        read_in_short("a.odt", &file("<text:p>It rained.</text:p>", STYLES)),
        "paragraph: It rained.\n\
         furniture (head of the document's pages): The Daily\n\
         furniture (foot of the document's pages): Page 1"
    );
}

#[test]
fn properties_are_fields() {
    let meta = b"<office:meta><dc:title>Rain</dc:title><meta:initial-creator>Ann</meta:initial-creator><dc:creator>Bob</dc:creator>\
        <meta:creation-date>2015-05-03T10:00:00</meta:creation-date><dc:date>2016-01-01</dc:date></office:meta>";
    let bytes =
        package(&[MIME, ("content.xml", content("<text:p>It rained.</text:p>").as_bytes()), ("meta.xml", meta)]);
    let fields = read("a.odt", &bytes, &mut Report::default()).remove(0).fields;
    assert_eq!(fields.title, Field::new("Rain", "the document's own properties: title"));
    assert_eq!(fields.author, Field::new("Ann", "the document's own properties: initial-creator"));
    assert_eq!(fields.file_date, Field::new("2015-05-03T10:00:00", "the document's own properties: creation-date"));
}

#[test]
fn a_document_that_is_locked_damaged_or_deep_is_no_end() {
    let lock = b"<manifest:manifest><manifest:encryption-data/></manifest:manifest>";
    let bytes = package(&[MIME, ("META-INF/manifest.xml", lock), ("content.xml", b"\x01\x02")]);
    assert_eq!(read_in_short("a.odt", &bytes), "! not read: the document is encrypted and opens only with a password");
    assert_eq!(read_in_short("a.odt", &package(&[MIME])), "! not read: the document has no text part");
    let deep = format!("<text:p>It rained.</text:p>{}", "<text:p><text:note><text:note-body>".repeat(50_000));
    let short = read_in_short("a.odt", &file(&deep, ""));
    assert!(short.starts_with("paragraph: It rained."), "{}", &short[..60]);
}
