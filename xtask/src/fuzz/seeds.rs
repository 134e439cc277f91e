//! What each fuzz target starts from: small inputs that show what the format can do. Every text in them is made up.

use std::io::{Cursor, Write as _};

use flate2::Compression;
use flate2::write::{GzEncoder, ZlibEncoder};
use zip::CompressionMethod;
use zip::write::{SimpleFileOptions, ZipWriter};

const STORY: &str = "Rain Closes Roads\n\nBy Ann Snow\nPublished: 3 May 2015\n\nAdvertisement\n\nIt rained on Friday, said \
    Bob Rain, President of the Weather Institute (WI). “It rained a lot,” he told The Daily. According to the memo, roads \
    in St. Louis were closed for 2.5 hours.\n\n- Roads\n- Bridges\n\nRelated Articles\nSnow Opens Roads\n© 2015 The Daily\n";

/// What is looked at besides a story: other scripts, marks, lines of a header.
const OTHER: &[&str] = &[
    "TITLE: Regen\nSOURCE: Die Zeitung\nDATE: 3. Mai 2015\n\nEs regnete, sagte Herr Dr. Regen z.B. in Köln. „Sehr viel.“\n",
    "昨日雨が降った。「多い」と言った。\n\nمرحبا بالعالم. قال: «نعم».\n\n😀 e\u{301} \u{202e}x\u{202c}",
    "He said “a ‘b’ c. D (e) said ISIS’s U.S. officials and they told Mr. A. B. Rain, “yes”",
    "",
];

fn bytes(texts: &[&str]) -> Vec<Vec<u8>> {
    texts.iter().map(|text| text.as_bytes().to_vec()).collect()
}

pub fn texts() -> Vec<Vec<u8>> {
    bytes(&[&[STORY], OTHER].concat())
}

pub fn scripts() -> Vec<Vec<u8>> {
    bytes(&[
        "O’Brien’s U.S.-led 1,000 ﬁghters; Zu\u{308}rich_Straße, e-mail ann@example.org, #Rain @snow_rain so\u{ad}ft",
        "محـــمد كِتابٌ والدولة می\u{200c}روم ١٬٠٠٠ צה״ל שָׁלוֹם ΟΔΌΣ Ёлка об’єкт Diyarbakır",
        "アメリカ軍 ｶﾞか\u{3099} 서울에서 \u{1109}\u{1165} ประเทศไทย កម្ពុជា लड़के மரங்கள் २०२२ 👩‍👩‍👧",
    ])
}

pub fn names() -> Vec<Vec<u8>> {
    let capitals = STORY.to_uppercase();
    let own = "Dr. Ann M. Snow-Rain of the Weather Institute (WI) met Sheikh Omar bin Rain in St. Louis, Mo. Snow and WI \
        chief B. Rain Jr. wrote to ann@example.org and @rain about the U.S. Army, #snow and $5 million. Mr Rain left.";
    bytes(&[&[STORY, &capitals, own], OTHER].concat())
}

pub fn outlets() -> Vec<Vec<u8>> {
    let changed = STORY.replace("Friday", "Monday").replace("Bob", "Robert");
    bytes(&[&[STORY, &changed, OTHER[0]].join("\0"), &OTHER.join("\0")])
}

pub fn sentences() -> Vec<Vec<u8>> {
    let tagged = |(tag, text): (&str, &&str)| format!("{tag} {text}").into_bytes();
    ["de", "ja", "en"].into_iter().zip(OTHER).map(tagged).collect()
}

pub fn quotations() -> Vec<Vec<u8>> {
    bytes(&[
        "“It rained,” said Bob Rain, the mayor. “It was wet.”\n\n“Very wet,” he told The Daily, adding: \"It’s over.”",
        "Bob Rain said it was “a flood” and that «nobody» had seen it.\n\n“It went on.\n\n“It went on and on,” officials said.",
        "The memo, a copy of which is here, stated, “‘Rain’ is wet”. According to Ann Snow, who said “yes”, it snowed.",
        "RAIN: \"Why?\"\n\nSNOW: „Weil “es” regnet”\n\nShe called it \"wet",
    ])
}

pub fn dates() -> Vec<Vec<u8>> {
    bytes(&[
        "en May 3rd, 2015, Sept. 2015, 03/04/2015 and 3.4.15; last Friday, two weeks ago, 2015-05-03T10:00:00+02:00",
        "de Am Montag, den 3. Mai 2015, um 12:30 Uhr; 3.10.2015",
        "ja 2015年5月3日 ru 3 января 2015 года",
        "en-US Monday, Nov. 13, 2017 at 10:30 a.m. EST",
    ])
}

pub fn queries() -> Vec<Vec<u8>> {
    bytes(&[
        "decree \"social media\" OR (title:ban -org:\"Islamic State\")",
        "\"a b\"~5 person:Stalinsky NEAR/s org:ISIS NEAR/5 b",
        "haveproven~ radical* *stan r?d decree~1 \\fighters",
        "date:2017..2018 date:>=2022-09 date:[2017 TO 2018] -date:(2017 OR 2022-09-30)",
        "/jihad(i|ist)s?/ and/or /usr/bin tag:x is:read foo:bar http://site.org/?a=b",
        "（漢｜字） 他是谁？ カタ＊ «mot» “word",
    ])
}

pub fn encodings() -> Vec<Vec<u8>> {
    let utf16 = |mark: bool| {
        "utf-16 It rained: é 漢 😀\n".encode_utf16().flat_map(u16::to_le_bytes).skip(2 * usize::from(mark))
    };
    vec![
        "utf-8\nZürich é ü ö ß.\r\nIt\rrained. 漢😀".into(),
        b"windows-1252\nIt cost 5 \x80 in Z\xfcrich, \x93he\x94 said.".to_vec(),
        [b"\xff\xfe".to_vec(), utf16(false).collect()].concat(),
        utf16(true).collect(),
        b"\0\0\xfe\xff\0\0\0A\0\0\0b".to_vec(),
        "Zürich\nZ\u{fffd}rich é é é é\n".bytes().chain(*b"Z\xfcrich\n").collect(),
        b"iso-2022-jp\n\x1b$B$3$l\x1b(B.".to_vec(),
        b"shift_jis\n\x82\xb1\x82\xea\x82\xcd".to_vec(),
    ]
}

pub fn pages() -> Vec<Vec<u8>> {
    let page = "<!doctype html><html lang=en><head><title>Rain Closes Roads - The Daily</title>\
        <meta property=\"og:title\" content=\"Rain Closes Roads\"><meta name=author content=\"Ann Snow\">\
        <script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"datePublished\":\"2015-05-03T10:00:00Z\"}</script>\
        </head><body><nav><ul><li><a href=/>Home</a><li><a href=/rain>Rain</a></ul></nav><article><h1>Rain Closes Roads</h1>\
        <p>It <b>rained</b> on Friday, said Bob Rain. &ldquo;A&nbsp;lot&#33;&rdquo;<table><tr><td>1<td>2</table>\
        <figure><img src=a alt=Rain><figcaption>Rain</figcaption></figure><pre>a\n b</pre></article>\
        <aside>Advertisement</aside><footer>© 2015 The Daily</footer></body></html>";
    let broken = "<div><p><b><i>It rained<table><div>a<tr>b</b><svg><p>c</svg><select><option>d<template>e<!-- f";
    bytes(&[page, broken, &[page, page, broken].join("\0")])
}

pub fn markdown() -> Vec<Vec<u8>> {
    bytes(&[
        "---\ntitle: Rain\ndate: 2015-05-03\nauthor: Ann Snow\n---\n# Rain\n\nIt *rained* a **lot**[^1] on [Friday](a).\n\n\
         - a\n  - b\n1. c\n\n> d\n> > e\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```rust\nf\n```\n\n    g\n\n[^1]: Or not.\n",
        "+++\ntitle = \"Rain\"\n+++\nRain\n====\n\n<div>\n<p>a</p>\n\n</div>\n\n![b](c \"d\") &copy; \\* `e`\n\n* * *\n- [ ] f\n",
    ])
}

const MESSAGE: &str = "From: Ann Snow <ann@a.example>\nTo: Bob <bob@a.example>\nSubject: =?utf-8?q?Regen_in_K=C3=B6ln?=\n\
    Date: Fri, 30 Sep 2022 10:00:00 +0200\nMIME-Version: 1.0\n";

pub fn mail() -> Vec<Vec<u8>> {
    let plain = format!("{MESSAGE}\nIt rained.\n\nOn Friday Bob wrote:\n> It snowed.\n> > No.\n\n-- \nAnn\n");
    let parts = format!(
        "{MESSAGE}Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: multipart/alternative; boundary=y\n\n\
         --y\nContent-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\nEs regnete in \
         K=F6ln.=\n\n--y\nContent-Type: text/html\n\n<p>It rained.</p>\n--y--\n--x\nContent-Type: text/plain\n\
         Content-Disposition: attachment; filename=a.txt\nContent-Transfer-Encoding: base64\n\nSXQgcmFpbmVkLg==\n\
         --x\nContent-Type: message/rfc822\n\n{MESSAGE}\nInner.\n--x--\n"
    );
    bytes(&[&plain, &parts, &plain.replace('\n', "\r\n")])
}

pub fn mailboxes() -> Vec<Vec<u8>> {
    let message = format!("From ann@a.example Fri Sep 30 10:00:00 2022\n{MESSAGE}\nIt rained.\n>From here on.\n\n");
    bytes(&[&message.repeat(2)])
}

pub fn saved_pages() -> Vec<Vec<u8>> {
    bytes(&[
        "From: <Saved by a browser>\nSnapshot-Content-Location: https://a.example/rain\nSubject: Rain\nMIME-Version: 1.0\n\
        Content-Type: multipart/related; type=\"text/html\"; boundary=\"x\"\n\n--x\nContent-Type: text/html\n\
        Content-Transfer-Encoding: quoted-printable\nContent-Location: https://a.example/rain\n\n<html><title>Rain</title>\
        <p class=3D\"a\">It rained.\n--x\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw==\n--x--\n",
    ])
}

pub fn tables() -> Vec<Vec<u8>> {
    bytes(&[
        "id,title,text,date,url\n1,Rain,\"It rained,\n\"\"a lot\"\".\",2015-05-03,https://a.example\n2,Snow,It snowed.,,\n",
        "sep=;\nid;text\n1;It rained.\n2\n3;a;b\n",
        "title\tbody\nRain\tIt rained.\n",
    ])
}

pub fn json_lines() -> Vec<Vec<u8>> {
    bytes(&[
        "{\"id\":1,\"title\":\"Rain\",\"text\":\"Rain\\n\\nIt rained \\ud83d\\ude00.\",\"date\":\"2015-05-03\",\"raw\":true}\n\
        {\"text\":\"It snowed.\",\"source\":\"The Daily\",\"author\":[\"Ann Snow\"],\"url\":\"https://a.example\"}\n[]\n{\"te\n",
    ])
}

pub fn json() -> Vec<Vec<u8>> {
    bytes(&[
        "[{\"text\":\"It rained.\",\"id\":\"a\"},\n {\"text\":\"It snowed.\",\"id\":\"a\"}, 5]",
        "{\"articles\":[{\"title\":\"Rain\",\"content\":\"It rained.\"}],\"n\":1e3}",
        "{\"text\":\"It rained.\"} {\"text\":\"It snowed.\"}",
    ])
}

pub fn archives() -> Vec<Vec<u8>> {
    let inner = zip(&[("b/a.md", "# It rained")], CompressionMethod::Deflated);
    let mut outer = ZipWriter::new(Cursor::new(zip(&[], CompressionMethod::Stored)));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    outer.start_file("a.zip", options).expect("a plain name");
    outer.write_all(&inner).expect("memory takes it");
    let nested = outer.finish().expect("memory takes it").into_inner();
    let tarred = tar(&[("a/a.txt", "It rained."), ("../b.txt", "It snowed.")]);
    let two = zip(&[("a.txt", "It rained."), ("../é.csv", "text\nIt snowed.")], CompressionMethod::Stored);
    vec![gzip(b"It rained."), gzip(&tarred), tarred, two, inner, nested]
}

fn zip(members: &[(&str, &str)], method: CompressionMethod) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in members {
        archive.start_file(*name, SimpleFileOptions::default().compression_method(method)).expect("a plain name");
        archive.write_all(content.as_bytes()).expect("memory takes it");
    }
    archive.finish().expect("memory takes it").into_inner()
}

/// A tar archive as it was before there were marks and long names.
fn tar(members: &[(&str, &str)]) -> Vec<u8> {
    let mut archive = Vec::new();
    for (name, content) in members {
        let mut header = [0; 512];
        let mut put = |at: usize, field: &[u8]| header[at..at + field.len()].copy_from_slice(field);
        put(0, name.as_bytes());
        put(100, b"0000644\0");
        put(124, format!("{:011o}", content.len()).as_bytes());
        put(148, b"        ");
        put(156, b"0");
        put(257, b"ustar\x0000");
        let sum: u32 = header.iter().map(|&byte| u32::from(byte)).sum();
        header[148..156].copy_from_slice(format!("{sum:06o}\0 ").as_bytes());
        archive.extend(header);
        archive.extend(content.as_bytes());
        archive.resize(archive.len().next_multiple_of(512), 0);
    }
    archive.resize(archive.len() + 1024, 0);
    archive
}

fn gzip(content: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(content).expect("memory takes it");
    encoder.finish().expect("memory takes it")
}

pub fn pdf() -> Vec<Vec<u8>> {
    let words = "BT /F 12 Tf 72 720 Td (Rain Closes Roads) Tj 0 -20 Td [(It) -300 (rained)] TJ T* <0041> Tj ET";
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(words.as_bytes()).expect("memory takes it");
    let packed = encoder.finish().expect("memory takes it");
    let plain = [format!("<</Length {}>>\nstream\n{words}\nendstream", words.len()).into_bytes()];
    let begin = format!("<</Filter/FlateDecode/Length {}>>\nstream\n", packed.len());
    let flate = [[begin.as_bytes(), &packed, b"\nendstream"].concat()];
    [plain, flate].map(|[content]| pdf_of(&content)).into()
}

/// A PDF of one page with this stream.
fn pdf_of(content: &[u8]) -> Vec<u8> {
    let objects: [&[u8]; 5] = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        content,
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ];
    let (mut pdf, mut table) = (b"%PDF-1.4\n".to_vec(), "0000000000 65535 f \n".to_owned());
    for (number, object) in (1..).zip(objects) {
        table += &format!("{:010} 00000 n \n", pdf.len());
        pdf.extend([format!("{number} 0 obj\n").as_bytes(), object, b"\nendobj\n"].concat());
    }
    let start = pdf.len();
    let end = format!("xref\n0 6\n{table}trailer\n<</Size 6/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n");
    pdf.extend(end.as_bytes());
    pdf
}

pub fn docx() -> Vec<Vec<u8>> {
    let word = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    let paragraph = |inner: &str| format!("<w:p>{inner}</w:p>");
    let run = |text: &str| format!("<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>");
    let heading = paragraph(&format!("<w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr>{}", run("Rain Closes Roads")));
    let item = paragraph(&format!("<w:pPr><w:numPr><w:ilvl w:val=\"0\"/></w:numPr></w:pPr>{}", run("Roads")));
    let noted =
        paragraph(&format!("{}<w:r><w:tab/><w:br/><w:footnoteReference w:id=\"1\"/></w:r>", run("It rained. ")));
    let cell = paragraph(&run("1"));
    let table = format!("<w:tbl><w:tr><w:tc>{cell}</w:tc><w:tc>{cell}</w:tc></w:tr></w:tbl>");
    let changed = paragraph(&format!("<w:ins>{}</w:ins><w:del><w:r><w:delText>b</w:delText></w:r></w:del>", run("a")));
    let document = format!("<w:document {word}><w:body>{heading}{noted}{item}{table}{changed}</w:body></w:document>");
    let styles =
        format!("<w:styles {word}><w:style w:styleId=\"Heading1\"><w:name w:val=\"heading 1\"/></w:style></w:styles>");
    let notes =
        format!("<w:footnotes {word}><w:footnote w:id=\"1\">{}</w:footnote></w:footnotes>", paragraph(&run("A note.")));
    let header = format!("<w:hdr {word}>{}</w:hdr>", paragraph(&run("The Daily")));
    let core = "<cp:coreProperties xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>Rain</dc:title>\
        <dc:creator>Ann Snow</dc:creator></cp:coreProperties>";
    let parts = [&document, &styles, "", &notes, "", &header, "", core];
    bytes(&[&parts.join("\0"), &document])
}

pub fn odt() -> Vec<Vec<u8>> {
    let content = "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
        xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\">\
        <office:body><office:text><text:h text:outline-level=\"1\">Rain Closes Roads</text:h><text:p>It<text:s text:c=\"2\"/>rained.\
        <text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>A note.</text:p></text:note-body></text:note>\
        <text:line-break/><text:tab/>a</text:p><text:list><text:list-item><text:p>Roads</text:p></text:list-item></text:list>\
        <table:table><table:table-row><table:table-cell table:number-columns-repeated=\"2\"><text:p>1</text:p></table:table-cell>\
        </table:table-row></table:table></office:text></office:body></office:document-content>";
    let meta = "<office:document-meta xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
        xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><office:meta><dc:title>Rain</dc:title></office:meta></office:document-meta>";
    bytes(&[&["application/vnd.oasis.opendocument.text", content, "", meta].join("\0")])
}

pub fn epub() -> Vec<Vec<u8>> {
    let container = "<container xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\"><rootfiles>\
        <rootfile full-path=\"book.opf\" media-type=\"application/oebps-package+xml\"/></rootfiles></container>";
    let item =
        |id: &str, href: &str| format!("<item id=\"{id}\" href=\"{href}\" media-type=\"application/xhtml+xml\"/>");
    let items = [("a", "1.xhtml"), ("b", "2.xhtml"), ("n", "nav.xhtml")].map(|(id, href)| item(id, href)).concat();
    let package = format!(
        "<package xmlns=\"http://www.idpf.org/2007/opf\"><metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\
         <dc:title>Rain</dc:title><dc:creator>Ann Snow</dc:creator><dc:date>2015</dc:date></metadata><manifest>{items}\
         </manifest><spine><itemref idref=\"a\"/><itemref idref=\"b\"/></spine></package>"
    );
    let chapter = |title: &str| {
        format!("<html xmlns=\"http://www.w3.org/1999/xhtml\"><body><h1>{title}</h1><p>It rained.</p></body></html>")
    };
    let navigation = "<html><body><nav><ol><li><a href=\"1.xhtml\">Rain</a></li></ol></nav></body></html>";
    let parts = ["application/epub+zip", container, &package, &chapter("Rain"), &chapter("Snow"), navigation, ""];
    bytes(&[&parts.join("\0")])
}
