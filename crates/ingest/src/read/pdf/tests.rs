//! PDFs of a few objects, made here, and what becomes of them.

use super::super::soundness::{check, read_in_short};
use super::*;

/// A file of these objects, the first of which has the number 1 and is the root; more of the trailer may be given.
fn file(objects: &[Vec<u8>], trailer: &str) -> Vec<u8> {
    let mut bytes = b"%PDF-1.7\n".to_vec();
    let mut places = Vec::new();
    for (object_idx, object) in objects.iter().enumerate() {
        places.push(bytes.len());
        bytes.extend(format!("{} 0 obj\n", object_idx + 1).bytes());
        bytes.extend(object);
        bytes.extend(b"\nendobj\n");
    }
    let table = bytes.len();
    bytes.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).bytes());
    places.iter().for_each(|place| bytes.extend(format!("{place:010} 00000 n \n").bytes()));
    let end = format!("trailer\n<</Size {}/Root 1 0 R{trailer}>>\nstartxref\n{table}\n%%EOF\n", objects.len() + 1);
    bytes.extend(end.bytes());
    bytes
}

fn stream(dict: &str, data: &[u8]) -> Vec<u8> {
    let mut object = format!("<<{dict}/Length {}>>stream\n", data.len()).into_bytes();
    object.extend(data);
    object.extend(b"\nendstream");
    object
}

/// A file with these pages, each its operators, and more of its resources. Object 3 is the font /F, 4 the bold font /B;
/// `more` objects come next, then the pages.
fn pages(contents: &[&str], resources: &str, more: &[Vec<u8>]) -> Vec<u8> {
    let contents: Vec<Vec<u8>> = contents.iter().map(|content| stream("", content.as_bytes())).collect();
    pages_of(&contents, resources, more, "")
}

fn pages_of(contents: &[Vec<u8>], resources: &str, more: &[Vec<u8>], trailer: &str) -> Vec<u8> {
    let first = 5 + more.len();
    let kids: Vec<String> = (0..contents.len()).map(|page_idx| format!("{} 0 R", first + 2 * page_idx)).collect();
    let font =
        |name: &str| format!("<</Type/Font/Subtype/Type1/BaseFont/{name}/Encoding/WinAnsiEncoding>>").into_bytes();
    let mut objects = vec![
        b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
        format!(
            "<</Type/Pages/Count {}/Kids[{}]/MediaBox[0 0 600 800]/Resources<</Font<</F 3 0 R/B 4 0 R>>{resources}>>>>",
            contents.len(),
            kids.join(" ")
        )
        .into_bytes(),
        font("Helvetica"),
        font("Helvetica-Bold"),
    ];
    objects.extend(more.iter().cloned());
    for (page_idx, content) in contents.iter().enumerate() {
        objects.push(format!("<</Type/Page/Parent 2 0 R/Contents {} 0 R>>", first + 2 * page_idx + 1).into_bytes());
        objects.push(content.clone());
    }
    file(&objects, trailer)
}

/// Operators that show lines from a place downwards, 12 points apart.
fn lines(x: u32, y: u32, lines: &[&str]) -> String {
    let shown: Vec<String> = lines.iter().map(|line| format!("({line})Tj T*")).collect();
    format!("BT /F 10 Tf 12 TL {x} {y} Td {} ET\n", shown.join(" "))
}

fn line_in(font: &str, size: u32, x: u32, y: u32, line: &str) -> String {
    format!("BT /{font} {size} Tf {x} {y} Td ({line})Tj ET\n")
}

pub(in crate::read) fn sample() -> Vec<u8> {
    let first = line_in("B", 18, 60, 700, "Rain in the north")
        + &lines(60, 660, &["It rained all of the", "first day and then"]);
    pages(&[&first, &lines(60, 700, &["it stopped.", "12"])], "", &[])
}

fn shows(operators: &str, expected: &str) {
    assert_eq!(read_in_short("a.pdf", &pages(&[operators], "", &[])), expected, "{operators}");
}

#[test]
fn lines_become_paragraphs_by_distance_indent_and_room() {
    let five = [
        "The rain that fell on the hills that day was",
        "heavier than any that had been seen there, and",
        "it went on.",
    ];
    shows(&lines(60, 700, &five), &format!("paragraph: {}", five.join(" ")));
    shows(
        &(lines(60, 700, &five) + &lines(60, 630, &five)),
        &format!("paragraph: {0}\nparagraph: {0}", five.join(" ")),
    );
    // A first line that is indented, and a last line that leaves room.
    let (first, second) = (lines(60, 700, &five), lines(72, 664, &five[..1]) + &lines(60, 652, &five[1..]));
    shows(&(first.clone() + &second), &format!("paragraph: {0}\nparagraph: {0}", five.join(" ")));
    shows(&(first + &lines(60, 664, &five)), &format!("paragraph: {0}\nparagraph: {0}", five.join(" ")));
    shows(&lines(60, 700, &["some infor-", "mation came"]), "paragraph: some information came");
}

#[test]
fn headings_are_larger_or_bold_and_the_largest_is_the_headline() {
    let body = lines(60, 600, &["The rain that fell on the hills was heavier than", "any that had been seen there."]);
    let text = "paragraph: The rain that fell on the hills was heavier than any that had been seen there.";
    shows(&(line_in("F", 18, 60, 700, "Rain falls") + &body), &format!("headline: Rain falls\n{text}"));
    shows(&(line_in("B", 10, 60, 640, "Rain falls") + &body), &format!("heading: Rain falls\n{text}"));
    shows(&(line_in("F", 10, 60, 640, "Rain falls") + &body), &format!("paragraph: Rain falls\n{text}"));
    let two = line_in("F", 14, 60, 720, "Rain falls") + &line_in("F", 14, 60, 660, "Snow falls");
    shows(&(two + &body), &format!("heading: Rain falls\nheading: Snow falls\n{text}"));
    let title = pages_of(&[stream("", (line_in("F", 18, 60, 700, "Rain falls") + &body).as_bytes())], "", &[], "");
    let received = read("a.pdf", &title, &mut Report::default());
    assert_eq!(received[0].fields.title.as_ref().map(|title| title.value.as_str()), Some("Rain falls"));
}

#[test]
fn lists_captions_and_tables_are_told_from_paragraphs() {
    shows(
        &lines(60, 700, &["\\225 rain", "\\225 snow", "1. hail"]),
        "list item: • rain\nlist item: • snow\nlist item: 1. hail",
    );
    shows(&lines(60, 700, &["Figure 3. Rain."]), "caption: Figure 3. Rain.");
    shows(&lines(60, 700, &["Figure 3 shows rain."]), "paragraph: Figure 3 shows rain.");
    let table = lines(60, 700, &["Rain", "Snow", "Hail"])
        + &lines(200, 700, &["1", "2", "3"])
        + &lines(260, 700, &["4", "5", "6"]);
    shows(&table, "table: Rain\t1\t4|Snow\t2\t5|Hail\t3\t6");
}

#[test]
fn columns_are_read_one_after_the_other() {
    let left = [
        "The rain that fell on the hills that day",
        "was heavier than any that had been seen",
        "there, and it went on for weeks and then",
    ];
    let right = [
        "turned into snow. Nobody had foreseen it,",
        "and nobody was ready when the streams",
        "left their beds and took the bridges.",
    ];
    let all = format!("paragraph: {} {}", left.join(" "), right.join(" "));
    shows(&(lines(60, 700, &left) + &lines(300, 700, &right)), &all);
    // The order in which they are drawn and small differences of height do not matter.
    shows(&(lines(300, 705, &right) + &lines(60, 700, &left)), &all);
    let title = line_in("F", 20, 150, 760, "Rain and snow in the north");
    shows(
        &(lines(60, 700, &left) + &lines(300, 700, &right) + &title),
        &format!("headline: Rain and snow in the north\n{all}"),
    );
}

#[test]
fn running_heads_and_page_numbers_are_furniture_and_a_paragraph_goes_on_over_the_page() {
    let page = |number: u32, words: &str| {
        line_in("F", 10, 60, 780, "The Daily Rain")
            + &lines(60, 700, &[words])
            + &line_in("F", 10, 300, 30, &number.to_string())
    };
    let second = page(2, "day of the week.") + &lines(60, 640, &["On the second day the rain"]);
    let contents = [page(1, "It rained on the first"), second, page(3, "stopped.")];
    let bytes = pages(&contents.each_ref().map(String::as_str), "", &[]);
    let head = "furniture (running head: stands on 3 pages): The Daily Rain";
    let expected = [
        head,
        "furniture (page number): 1",
        "paragraph: It rained on the first day of the week.",
        head,
        "furniture (page number): 2",
        "paragraph: On the second day the rain stopped.",
        head,
        "furniture (page number): 3",
    ];
    assert_eq!(read_in_short("a.pdf", &bytes), expected.join("\n"));
    let received = &read("a.pdf", &bytes, &mut Report::default())[0];
    let starts: Vec<&str> = received.page_starts.iter().map(|&start| &received.text[start as usize..][..8]).collect();
    assert_eq!(starts, ["The Dail", "day of t", "stopped."]);

    // A paragraph that fills a page with a head of its own ends there: the head would have no place.
    let whole = [page(1, "It rained on the first"), page(2, "day and the second"), page(3, "and then it stopped.")];
    let short = read_in_short("a.pdf", &pages(&whole.each_ref().map(String::as_str), "", &[]));
    assert!(short.contains("paragraph: It rained on the first day and the second\n"), "{short}");
}

#[test]
fn words_are_parted_by_places_and_turned_letters_are_set_apart() {
    shows("BT /F 10 Tf 60 700 Td [(It)-300(ra)20(ined)-300(all)-300(day)] TJ ET", "paragraph: It rained all day");
    shows("BT /F 10 Tf 60 700 Td (It) Tj 12 0 Td (rained) Tj ET", "paragraph: It rained");
    shows("BT /F 10 Tf 5 Tc 60 700 Td (R A I N) Tj ET", "paragraph: R A I N");
    // The same words twice, a shadow.
    shows("BT /F 10 Tf 60 700 Td (Rain) Tj 0.5 0.3 Td (Rain) Tj ET", "paragraph: Rain");
    let story = lines(60, 700, &["It rained all day on the hills."]);
    let up = "BT /F 10 Tf 0 1 -1 0 20 300 Tm (arXiv) Tj ET ";
    shows(
        &(up.to_owned() + &story),
        "paragraph: It rained all day on the hills.\nfurniture (runs along the side of the page): arXiv",
    );
    let slanted = "BT /F 40 Tf .7 .7 -.7 .7 100 300 Tm (DRAFT) Tj ET ";
    shows(
        &(slanted.to_owned() + &story),
        "paragraph: It rained all day on the hills.\nfurniture (runs across the page at an angle, as stamps do): DRAFT",
    );
    shows(
        &(line_in("F", 10, 700, 700, "crop") + &story),
        "paragraph: It rained all day on the hills.\nfurniture (stands outside of the visible page): crop",
    );
}

#[test]
fn letters_mean_what_the_file_says_they_mean() {
    let map = "1 begincodespacerange<00><ff>endcodespacerange 4 beginbfchar<41><D83DDE00><42><FB01><43><00650301><44><6F22> endbfchar";
    let font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>".to_vec();
    let of = |operators: &str| {
        let bytes = pages_of(
            &[stream("", operators.as_bytes())],
            "/Properties<</P<</ActualText(rain)>>>>/XObject<</X 7 0 R/I 8 0 R>>",
            &[
                b"<</Font<</U 6 0 R>>>>".to_vec(),
                stream("", map.as_bytes()),
                stream(
                    "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Matrix[1 0 0 1 60 700]",
                    b"BT /F 10 Tf (form) Tj ET /X Do",
                ),
                stream("/Type/XObject/Subtype/Image/Width 1/Height 1", b"\0"),
                font.clone(),
            ],
            "",
        );
        // The page takes its font from its own resources.
        let bytes = String::from_utf8_lossy(&bytes).replace("/B 4 0 R", "/B 9 0 R");
        read_in_short("a.pdf", bytes.as_bytes())
    };
    assert_eq!(of("BT /B 10 Tf 60 700 Td (ABCDE) Tj ET"), "paragraph: 😀fie\u{301}漢E");
    assert_eq!(
        of("BT /F 10 Tf 60 700 Td /Span<</ActualText(\\376\\377\\000R\\000a)>>BDC (xyz) Tj EMC (in) Tj ET"),
        "paragraph: Rain"
    );
    assert_eq!(of("BT /F 10 Tf 60 700 Td /Span/P BDC (x) Tj EMC ET"), "paragraph: rain");
    // A form that holds itself is drawn once.
    assert_eq!(of("/X Do"), "paragraph: form");
    assert_eq!(of("/I Do"), "! is a scan without a text layer: 1 page, nothing to search");
    assert_eq!(of("0 0 m"), "! has no text: 1 page, nothing to search");
    assert_eq!(of("/I Do BT /F 10 Tf 3 Tr 60 700 Td (read) Tj ET"), "paragraph: read");
}

#[test]
fn what_cannot_be_read_is_said_and_the_rest_is_kept() {
    let story = stream("", lines(60, 700, &["It rained."]).as_bytes());
    let damaged = stream("/Filter/ASCIIHexDecode", b"not hexadecimal~");
    let thrice = stream("/Filter[/FlateDecode/FlateDecode/FlateDecode]", b"x");
    for (second, notice) in [
        (damaged, "! page 2: a part of it is damaged, so it was not read"),
        (thrice, "! page 2: a part of it unpacks to more than is allowed, so it was not read"),
    ] {
        let bytes = pages_of(&[story.clone(), second], "", &[], "");
        assert_eq!(read_in_short("a.pdf", &bytes), format!("paragraph: It rained.\n{notice}"));
    }
    let locked =
        format!("/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/Length 40/P -4/O<{0}>/U<{0}>>>", "00".repeat(32));
    let bytes = pages_of(std::slice::from_ref(&story), "", &[], &locked);
    assert_eq!(read_in_short("a.pdf", &bytes), "! not read: the PDF is encrypted and opens only with a password");
    assert_eq!(
        read_in_short("a.pdf", b"%PDF-1.7\nIt rained."),
        "! not read: the PDF is damaged and could not be mended"
    );
    let many = pages_of(&vec![story; 3], "", &[], "");
    let cut = &many[..many.len() - 200];
    assert!(read_in_short("a.pdf", cut).contains("It rained."), "a table of objects that is missing is made again");
}

#[test]
fn a_font_with_a_table_of_thousands_of_millions_of_widths_is_passed_over() {
    let font = b"<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[6 0 R]>>".to_vec();
    let descendant = b"<</Type/Font/Subtype/CIDFontType2/BaseFont/X/W[0 4294967295 500]>>".to_vec();
    let bytes = pages(&["BT /F 10 Tf 60 700 Td (Rain) Tj /W 10 Tf (x) Tj ET"], "", &[font, descendant]);
    let bytes = String::from_utf8_lossy(&bytes).replace("/B 4 0 R", "/W 5 0 R");
    assert_eq!(
        read_in_short("a.pdf", bytes.as_bytes()),
        "paragraph: Rain\n! page 1: a font could not be read, so what is written in it is missing"
    );
}

#[test]
fn properties_are_fields_and_those_that_nobody_gave_are_not() {
    let info = |title: &str| {
        let trailer = format!("/Info<</Title({title})/Author(Ann Writer)/CreationDate(D:20150503120000Z)>>");
        let bytes = pages_of(&[stream("", lines(60, 700, &["It rained."]).as_bytes())], "", &[], &trailer);
        let received = read("x/a.pdf", &bytes, &mut Report::default()).remove(0);
        check(&received);
        assert_eq!((received.slug_hint.as_str(), received.format), ("x/a", Format::Pdf));
        received.fields
    };
    let fields = info("Rain \\251");
    assert_eq!(fields.title, Field::new("Rain ©", "the PDF's own properties: Title"));
    assert_eq!(fields.author, Field::new("Ann Writer", "the PDF's own properties: Author"));
    assert_eq!(fields.file_date, Field::new("2015-05-03", "the PDF's own properties: CreationDate"));
    assert_eq!(fields.published, None);
    assert_eq!(info("Microsoft Word - x.doc").title, None);
}

#[test]
fn forms_that_hold_forms_over_and_over_are_not_all_drawn() {
    // Each of six forms draws the next one four times: 1,365 forms of no more than 5,460 operators.
    let form = |number: usize| {
        let resources = format!("/Subtype/Form/Resources<</Font<</F 3 0 R>>/XObject<</X {} 0 R>>>>", 5 + number + 1);
        let operators = if number < 5 { "/X Do ".repeat(4) } else { "BT /F 9 Tf (a) Tj ET".to_owned() };
        stream(&resources, operators.as_bytes())
    };
    let forms: Vec<_> = (0..6).map(form).collect();
    let bytes = pages(&["/X Do"], "/XObject<</X 5 0 R>>", &forms);
    let pdf = Pdf::new(bytes).expect("a whole file");
    for (n_operators, is_all) in [(1_000_000, true), (100_000, false)] {
        let drawn = page::Drawing::within(n_operators).page(&pdf.pages()[0]);
        assert_eq!((drawn.glyphs.len() == 1024, drawn.notices.is_empty()), (is_all, is_all), "{n_operators}");
    }
}
