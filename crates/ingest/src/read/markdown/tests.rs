//! Which blocks a Markdown text has.

use super::*;

/// Checks the words of all blocks, each with the first letters of its kind.
fn check(text: &str, expected: &[(&str, &str)]) {
    let received = read("a.md", text.as_bytes(), &mut Report::default()).remove(0);
    assert_eq!(received.text, text);
    let Layout::Blocks(blocks) = &received.layout else { panic!("blocks") };
    let words = |block: &Block| block.span.slice(text).expect("a span of the text").to_owned();
    let found: Vec<(String, String)> = blocks
        .iter()
        .map(|block| (block.reason.clone().unwrap_or_else(|| block.kind.word().to_owned()), words(block)))
        .collect();
    let found: Vec<(&str, &str)> = found.iter().map(|(kind, words)| (kind.as_str(), words.as_str())).collect();
    assert_eq!(found, expected, "{text}");
}

const HEADING_MARK: &str = "mark of a heading";
const CODE_MARK: &str = "mark of a code block";
const UNSHOWN: &str = "marks and addresses that Markdown does not show";

#[test]
fn headings_paragraphs_and_lists_are_blocks_of_the_file_as_it_is() {
    check(
        "# Rain *in* Zürich #\n\nIt **rained**,\nand [rained](http://a.b).\n\n## Later ##\n\nUnder\n-----\n\n# Again\n",
        &[
            (HEADING_MARK, "#"),
            ("headline", "Rain *in* Zürich"),
            (HEADING_MARK, "#"),
            ("paragraph", "It **rained**,\nand [rained](http://a.b)."),
            (HEADING_MARK, "##"),
            ("heading", "Later"),
            (HEADING_MARK, "##"),
            ("heading", "Under"),
            (HEADING_MARK, "-----"),
            (HEADING_MARK, "#"),
            ("heading", "Again"),
        ],
    );
    check(
        "- one *two*\n  three\n  - inner\n- [ ] task\n\n  more\n1. first\n",
        &[
            ("list item", "- one *two*\n  three"),
            ("list item", "- inner"),
            ("list item", "- [ ] task"),
            ("paragraph", "more"),
            ("list item", "1. first"),
        ],
    );
    check("No marks at all.", &[("paragraph", "No marks at all.")]);
    check("", &[]);
}

#[test]
fn quotations_tables_code_and_html_keep_their_text() {
    check(
        "> One.\n>\n> Two.\n\nThree.",
        &[("paragraph", "> One."), (UNSHOWN, ">"), ("paragraph", "> Two."), ("paragraph", "Three.")],
    );
    check("| a | b |\n|---|---|\n| 1 | 2 |\n", &[("table", "| a | b |\n|---|---|\n| 1 | 2 |")]);
    check(
        "```rust\nlet x;\n\n# no heading\n```\n\n    indented\n",
        &[
            (CODE_MARK, "```rust"),
            ("paragraph", "let x;\n\n# no heading"),
            (CODE_MARK, "```"),
            ("paragraph", "indented"),
        ],
    );
    check(
        "<!-- hidden -->\n\n<div onclick=\"x()\">\nIt rained.\n</div>\n\nA<br>b\n\n***\n",
        &[
            ("a comment that Markdown does not show", "<!-- hidden -->"),
            ("paragraph", "<div onclick=\"x()\">\nIt rained.\n</div>"),
            ("paragraph", "A<br>b"),
            ("a line across the page", "***"),
        ],
    );
    check(
        "See [it][1] and[^n].\n\n[1]: http://a.b\n\n[^n]: A note.\n",
        &[("paragraph", "See [it][1] and[^n]."), (UNSHOWN, "[1]: http://a.b"), ("paragraph", "[^n]: A note.")],
    );
}

#[test]
fn front_matter_is_furniture_and_gives_fields() {
    let text = "---\ntitle: Rain\n---\n\n# It rained\n\nAll day.\n";
    check(
        text,
        &[
            ("front matter", "---\ntitle: Rain\n---"),
            (HEADING_MARK, "#"),
            ("headline", "It rained"),
            ("paragraph", "All day."),
        ],
    );
    let title = |text: &str| read("a.md", text.as_bytes(), &mut Report::default()).remove(0).fields.title;
    assert_eq!(title(text), Field::new("Rain", "front matter: title"));
    assert_eq!(title("Rain\n====\n\nIt did."), Field::new("Rain", "the first heading of the Markdown"));
    assert_eq!(title("It rained.\n\n---\n\ntitle: x\n\n---\n"), None);
}

#[test]
fn all_that_is_no_white_space_lies_in_blocks() {
    for text in [
        "> > - a\n> >   > b\n>\n> c\n1) x\n\n   ```\n   y",
        "* * *\n- - -\n+ \n\n-\n- a\n-\n",
        "[a]: b\n[c]: d 'e'\n\n[a]\n\n\\# é\u{a0}漢😀\n===\n",
        "| a |\n|-|\n> | b |\n",
        "```\n",
        "~~~ x\n~~~\n~~~",
        "> ```\n> a\n> ```\n>> b\n#\n#\tx\t#\n",
        "<x\n\n<!--\n\n-->\n<?a\n?>b",
        "1. a\n\n       b\n\n   # c\n   d\n   ===\n",
        "---\na: b\n",
        "[^a]: - x\n    > y\n\n[^a]: z",
    ] {
        for end in (0..=text.len()).filter(|&end| text.is_char_boundary(end)) {
            let text = &text[..end];
            let mut rest = 0;
            for block in blocks(text, &parts(text)) {
                let range = block.span.range();
                assert!(range.start >= rest && text[rest..range.start].trim().is_empty(), "{text:?}");
                assert_eq!(block.kind == BlockKind::Furniture, block.reason.is_some());
                rest = range.end;
            }
            assert!(text[rest..].trim().is_empty(), "{text:?}");
        }
    }
}

#[test]
fn marks_without_end_take_no_longer_than_words() {
    for unit in [">", "- ", "#", "*", "[", "`", "<", "| ", "[a]: b\n", "> - ", "\n---\n", "![", "<!--", "1. "] {
        let text = unit.repeat(100_000 / unit.len());
        assert_eq!(read("a.md", text.as_bytes(), &mut Report::default())[0].text, text);
    }
}
