//! Word documents of a few elements, made here, and what becomes of them.

use super::super::package::tests::package;
use super::super::soundness::read_in_short;
use super::*;

const NAMES: &str = "xmlns:w='urn:w' xmlns:mc='urn:mc'";

fn document(body: &str) -> String {
    format!("<?xml version='1.0'?><w:document {NAMES}><w:body>{body}</w:body></w:document>")
}

const STYLES: &str = "<w:styles xmlns:w='urn:w'>\
    <w:style w:styleId='Titel'><w:name w:val='Title'/></w:style>\
    <w:style w:styleId='berschrift1'><w:name w:val='heading 1'/></w:style>\
    <w:style w:styleId='Own'><w:name w:val='My own'/><w:basedOn w:val='berschrift1'/></w:style>\
    <w:style w:styleId='Round'><w:name w:val='Round'/><w:basedOn w:val='Round'/></w:style>\
    <w:style w:styleId='Caption'><w:name w:val='caption'/></w:style>\
    <w:style w:styleId='Toc'><w:name w:val='toc 1'/></w:style>\
    <w:style w:styleId='Bullet'><w:name w:val='B'/><w:pPr><w:numPr><w:numId w:val='2'/></w:numPr></w:pPr></w:style>\
    </w:styles>";

fn file(body: &str, more: &[(&str, &str)]) -> Vec<u8> {
    let document = document(body);
    let mut members = vec![("word/document.xml", document.as_bytes()), ("word/styles.xml", STYLES.as_bytes())];
    members.extend(more.iter().map(|(name, text)| (*name, text.as_bytes())));
    package(&members)
}

pub(in crate::read) fn sample() -> Vec<u8> {
    let table = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
    file(&format!("{}{table}", p("Titel", "Rain")), &[])
}

/// A paragraph in a style.
fn p(style: &str, words: &str) -> String {
    format!("<w:p><w:pPr><w:pStyle w:val='{style}'/></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>")
}

fn shows(body: &str, more: &[(&str, &str)], expected: &str) {
    assert_eq!(read_in_short("a.docx", &file(body, more)), expected, "{body}");
}

#[test]
fn styles_say_what_a_paragraph_is() {
    for (style, kind) in [
        ("Titel", "headline"),
        ("berschrift1", "heading"),
        ("Own", "heading"),
        ("Round", "paragraph"),
        ("Caption", "caption"),
        ("Bullet", "list item"),
        ("Unknown", "paragraph"),
        ("Toc", "furniture (table of contents)"),
    ] {
        shows(&p(style, "Räin 😀 e\u{301}"), &[], &format!("{kind}: Räin 😀 e\u{301}"));
    }
    let own = |properties: &str| format!("<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>Rain</w:t></w:r></w:p>");
    shows(&own("<w:numPr><w:numId w:val='1'/></w:numPr>"), &[], "list item: Rain");
    shows(&own("<w:pStyle w:val='Bullet'/><w:numPr><w:numId w:val='0'/></w:numPr>"), &[], "paragraph: Rain");
    shows(&own("<w:outlineLvl w:val='0'/>"), &[], "heading: Rain");
    shows(&own("<w:outlineLvl w:val='9'/>"), &[], "paragraph: Rain");
    shows(
        &own("<w:tabs><w:tab w:val='left'/></w:tabs><w:pPrChange><w:pPr><w:pStyle w:val='Own'/></w:pPr></w:pPrChange>"),
        &[],
        "paragraph: Rain",
    );
}

#[test]
fn runs_are_put_together_as_they_are_shown() {
    let run = |inner: &str| format!("<w:p><w:r>{inner}</w:r></w:p>");
    shows(
        &run("<w:t>It</w:t><w:t xml:space='preserve'> rained </w:t><w:t>&amp; rained.</w:t>"),
        &[],
        "paragraph: It rained & rained.",
    );
    shows(
        &run("<w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t>"),
        &[],
        "paragraph: a\tb|c\u{2011}d",
    );
    shows(&run("<w:instrText>PAGE</w:instrText><w:t>1</w:t>"), &[], "paragraph: 1");
    shows(
        "<w:p><w:hyperlink><w:r><w:t>rain</w:t></w:r></w:hyperlink><w:ins><w:r><w:t>fall</w:t></w:r></w:ins></w:p>",
        &[],
        "paragraph: rainfall",
    );
    let text = |words: &str| format!("<w:txbxContent><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:txbxContent>");
    let both = format!(
        "<mc:AlternateContent><mc:Choice>{0}</mc:Choice><mc:Fallback>{0}</mc:Fallback></mc:AlternateContent>",
        text("box")
    );
    shows(&format!("<w:p><w:r><w:t>a</w:t>{both}<w:t>b</w:t></w:r></w:p>"), &[], "paragraph: box\nparagraph: ab");
    shows(
        "<w:p><w:pPr><w:framePr w:dropCap='drop'/></w:pPr><w:r><w:t>R</w:t></w:r></w:p><w:p><w:r><w:t>ain</w:t></w:r></w:p>",
        &[],
        "paragraph: Rain",
    );
    shows("<w:p/><w:p><w:r><w:t> </w:t></w:r></w:p>", &[], "! is empty; it is kept as a document without text");
}

#[test]
fn tables_are_rows_of_cells() {
    let cell = |inner: &str| format!("<w:tc>{inner}</w:tc>");
    let row = |cells: &[&str]| format!("<w:tr>{}</w:tr>", cells.iter().map(|inner| cell(inner)).collect::<String>());
    let words = |words: &str| p("", words);
    let inner = format!("<w:tbl>{}</w:tbl>", row(&[&words("x"), &words("y")]));
    let body = format!(
        "<w:tbl>{}{}</w:tbl>",
        row(&[&words("Rain"), &(words("a\tb") + &words("c"))]),
        row(&[&inner, "<w:p/>"])
    );
    shows(&body, &[], "table: Rain\ta b c|x y");
}

#[test]
fn notes_come_under_their_numbers_and_what_is_not_the_story_keeps_its_place() {
    let notes = "<w:footnotes xmlns:w='urn:w'><w:footnote w:id='0'><w:p/></w:footnote>\
        <w:footnote w:id='7'><w:p><w:r><w:t xml:space='preserve'> Second.</w:t></w:r></w:p></w:footnote>\
        <w:footnote w:id='9'><w:p><w:r><w:t>First.</w:t></w:r></w:p></w:footnote>\
        <w:footnote w:id='8'><w:p><w:r><w:t>Lost.</w:t></w:r></w:p></w:footnote></w:footnotes>";
    let comments = "<w:comments xmlns:w='urn:w'><w:comment w:id='1' w:author='Ann'><w:p><w:r><w:t>Why?</w:t></w:r></w:p></w:comment>\
        <w:comment w:id='2'><w:p><w:r><w:t>How?</w:t></w:r></w:p></w:comment></w:comments>";
    let foot = "<w:ftr xmlns:w='urn:w'><w:p><w:r><w:t>The Daily</w:t></w:r></w:p></w:ftr>";
    shows(
        "<w:p><w:r><w:t>It rained</w:t><w:footnoteReference w:id='9'/></w:r><w:del><w:r><w:delText>hard</w:delText></w:r></w:del>\
         <w:r><w:t>.</w:t><w:footnoteReference w:id='7'/></w:r></w:p><w:p><w:moveFrom><w:r><w:t>moved</w:t></w:r></w:moveFrom></w:p>",
        &[("word/footnotes.xml", notes), ("word/comments.xml", comments), ("word/footer1.xml", foot)],
        "paragraph: It rained[1].[2]\n\
         furniture (text that was deleted with tracked changes): hard\n\
         furniture (text that was deleted with tracked changes): moved\n\
         paragraph: [2] Second.\n\
         paragraph: [1] First.\n\
         furniture (a note that nothing in the text calls): Lost.\n\
         furniture (a comment by Ann): Why?\n\
         furniture (a comment): How?\n\
         furniture (foot of the document's pages): The Daily",
    );
}

#[test]
fn properties_are_fields_and_the_title_of_the_text_comes_first() {
    let core = "<cp:coreProperties xmlns:dc='urn:dc'><dc:title>Rain &amp; snow</dc:title><dc:creator>Ann</dc:creator>\
        <dcterms:created>2015-05-03T10:00:00Z</dcterms:created><dc:language>de-CH</dc:language></cp:coreProperties>";
    let read_one =
        |body: &str| read("a.docx", &file(body, &[("docProps/core.xml", core)]), &mut Report::default()).remove(0);
    let fields = read_one(&p("", "It rained.")).fields;
    assert_eq!(fields.title, Field::new("Rain & snow", "the document's own properties: title"));
    assert_eq!(fields.author, Field::new("Ann", "the document's own properties: creator"));
    assert_eq!(fields.file_date, Field::new("2015-05-03T10:00:00Z", "the document's own properties: created"));
    assert_eq!(fields.language, Field::new("de-CH", "the document's own properties: language"));
    assert_eq!(fields.published, None);
    let fields = read_one(&p("Titel", "Snow")).fields;
    assert_eq!(fields.title, Field::new("Snow", "the paragraph in the style Title"));
}

#[test]
fn a_part_that_is_damaged_missing_or_deep_is_no_end() {
    let deep = "<w:tbl><w:tr><w:tc><w:p>".repeat(50_000);
    assert_eq!(read_in_short("a.docx", &file(&format!("{}{deep}", p("", "It rained.")), &[])), "paragraph: It rained.");
    let cut = package(&[("word/document.xml", b"<w:body><w:p><w:r><w:t>It rained.</w:t></w:r></w:p><w:p")]);
    let short = read_in_short("a.docx", &cut);
    assert!(short.starts_with("paragraph: It rained.\n! word/document.xml is damaged"), "{short}");
    let numbered = package(&[
        ("_rels/.rels", b"<R><R Type='x/officeDocument' Target='/word/document2.xml'/></R>"),
        ("word/document2.xml", document(&p("", "It rained.")).as_bytes()),
    ]);
    assert_eq!(read_in_short("a.docx", &numbered), "paragraph: It rained.");
    let utf16: Vec<u8> =
        [0xff, 0xfe].into_iter().chain(document(&p("", "Räin")).encode_utf16().flat_map(u16::to_le_bytes)).collect();
    assert_eq!(read_in_short("a.docx", &package(&[("word/document.xml", &utf16)])), "paragraph: Räin");
    assert_eq!(
        read_in_short("a.docx", &package(&[("word/document.xml", b"\xff no XML \0")])),
        "! is empty; it is kept as a document without text"
    );
}
