//! What bytes become, and what is said about it.

use super::*;

fn check(bytes: &[u8], text: &str, notice: Option<(usize, &str)>) {
    let decoded = decode(bytes);
    assert_eq!(decoded.text, text);
    let found = decoded.notices.first().map(|(line, words)| (*line, words.as_str()));
    match (found, notice) {
        (None, None) => {}
        (Some((line, words)), Some((wanted, part))) => {
            assert!(line == wanted && words.contains(part), "{line}: {words}");
        }
        _ => panic!("{found:?} where {notice:?} was wanted"),
    }
}

fn wide_bytes(text: &str, unit_len: usize, is_big_endian: bool) -> Vec<u8> {
    let numbers: Vec<u32> = match unit_len {
        2 => text.encode_utf16().map(u32::from).collect(),
        _ => text.chars().map(u32::from).collect(),
    };
    let unit = |number: &u32| match is_big_endian {
        true => number.to_be_bytes()[4 - unit_len..].to_vec(),
        false => number.to_le_bytes()[..unit_len].to_vec(),
    };
    numbers.iter().flat_map(unit).collect()
}

fn bytes_in(label: &str, text: &str) -> Vec<u8> {
    let encoding = Encoding::for_label(label.as_bytes()).expect("a known label");
    let (bytes, _, had_errors) = encoding.encode(text);
    assert!(!had_errors, "{label} cannot hold {text}");
    bytes.into_owned()
}

#[test]
fn marks_and_utf8_are_told_from_other_encodings() {
    check("Zürich".as_bytes(), "Zürich", None);
    check(b"\xef\xbb\xbfRain", "Rain", None);
    check(b"\xff\xfeR\x00n\x00", "Rn", None);
    check(b"\xfe\xff\x00R\x00n", "Rn", None);
    check(b"", "", None);
    check(b"\xef\xbb\xbf", "", None);
    check(b"\xff\xfe", "", None);
    check(b"In Z\xfcrich it rained.", "In Zürich it rained.", Some((1, "windows-1252")));
}

#[test]
fn utf16_and_utf32_are_told_without_a_mark() {
    for text in [
        "It rained in Zürich.\nThen it stopped.",
        "В Москве шёл дождь.\nПотом перестал.",
        "昨日は雨でした。\n今日は晴れ 3 度です。",
    ] {
        for (unit_len, is_big_endian, name) in
            [(2, false, "UTF-16LE"), (2, true, "UTF-16BE"), (4, false, "UTF-32LE"), (4, true, "UTF-32BE")]
        {
            let bytes = wide_bytes(text, unit_len, is_big_endian);
            check(&bytes, text, Some((1, name)));
            let mark = wide_bytes("\u{feff}", unit_len, is_big_endian);
            check(&[mark, bytes].concat(), text, None);
        }
    }
    check(b"\xff\xfeA\0 \0\n\0\x00\xd8", "A \n\u{fffd}", Some((2, "1 unit that is not UTF-16LE was replaced")));
    check(b"\xff\xfeA\0B", "A\u{fffd}", Some((1, "1 unit")));
}

#[test]
fn encodings_of_one_country_are_told_by_what_they_spell() {
    for (label, text) in [
        ("windows-1252", "Der Zürcher Bürgermeister kündigte größere Maßnahmen für die Müllabfuhr an."),
        ("windows-1251", "В понедельник президент подписал указ о новых правилах торговли."),
        ("koi8-r", "В понедельник президент подписал указ о новых правилах торговли."),
        ("iso-8859-2", "Příliš žluťoučký kůň úpěl ďábelské ódy, řekl ministr v pondělí."),
        ("windows-1256", "قال الوزير يوم الاثنين إن الحكومة سوف تعلن عن قواعد جديدة للتجارة."),
        ("shift_jis", "大臣は月曜日に新しい規則を発表すると述べた。"),
        ("gbk", "部长星期一说政府将宣布新的贸易规则。"),
        ("iso-2022-jp", "大臣は月曜日に新しい規則を発表すると述べた。"),
    ] {
        check(&bytes_in(label, text), text, Some((1, "not UTF-8; read as")));
    }
}

#[test]
fn only_line_ends_and_what_no_text_can_hold_are_changed() {
    check(b"a\r\nb\rc\nd\r", "a\nb\nc\nd\n", None);
    check(b"\r\r\n\n", "\n\n\n", None);
    check(b"a \t b\x0c\x1b", "a \t b\u{c}\u{1b}", None);
    check(b"a\r\nb\0", "a\nb\u{fffd}", Some((2, "1 NUL character was")));
    check(b"An A\0 story that a stray NUL is in.", "An A\u{fffd} story that a stray NUL is in.", Some((1, "1 NUL")));
    check("\u{fffd} was there".as_bytes(), "\u{fffd} was there", None);
}

#[test]
fn broken_utf8_is_replaced_and_its_lines_are_named() {
    let story = "Zürich é ö\n".as_bytes();
    check(&[story, b"\xff"].concat(), "Zürich é ö\n\u{fffd}", Some((2, "1 byte that is not UTF-8 was replaced")));
    check(&[story, b"caf\xc3 noir"].concat(), "Zürich é ö\ncaf\u{fffd} noir", Some((2, "line 2")));
    let damaged = [story, &b"x \xff\xff \xff\r\n".repeat(12)].concat();
    let words = "36 bytes that are not UTF-8 were replaced by \u{fffd}: lines 2, 3, 4 and 9 more";
    check(&damaged, &format!("Zürich é ö\n{}", "x \u{fffd}\u{fffd} \u{fffd}\n".repeat(12)), Some((2, words)));
}

#[test]
fn lines_of_another_encoding_are_read_as_such_and_said_to_be() {
    let mixed = [
        "Die Straße in Zürich war naß.\n".as_bytes(),
        b"The caf\xe9 stayed \x93open\x94.\r\n",
        "Später schien die Sonne über Köln.\n".as_bytes(),
    ];
    let text = "Die Straße in Zürich war naß.\nThe café stayed “open”.\nSpäter schien die Sonne über Köln.\n";
    check(&mixed.concat(), text, Some((2, "UTF-8 but for 1 of its lines, which were read as windows-1252: line 2")));
    // Few lines of UTF-8 among many of the other are told all the same.
    let few = [&b"Le caf\xe9 \xe9tait ferm\xe9.\n".repeat(9), "Il était à Genève.\n".as_bytes()].concat();
    check(&few, &format!("{}Il était à Genève.\n", "Le café était fermé.\n".repeat(9)), Some((1, "9 of its lines")));
}

#[test]
fn labels_are_believed_where_the_bytes_allow_it() {
    for (bytes, label, text) in [
        (&b"\xe9t\xe9"[..], Some("iso-8859-1"), "été"),
        (b"\xe4\xee\xec", Some("windows-1251"), "дом"),
        ("été".as_bytes(), Some("iso-8859-1"), "été"),
        (b"\xe9t\xe9 \xe0 la mer", Some("us-ascii"), "été à la mer"),
        (b"\xe9t\xe9 \xe0 la mer", Some("utf-8"), "été à la mer"),
        (b"\xe9t\xe9 \xe0 la mer", Some("no such thing"), "été à la mer"),
        (b"\x1b$B1+\x1b(B", Some("iso-2022-jp"), "雨"),
        (b"\x00r\x00a\x00i\x00n", Some("utf-16be"), "rain"),
        (b"plain", None, "plain"),
    ] {
        assert_eq!(decode_labelled(bytes, label).text, text, "{label:?}");
    }
    // What the format says is no news.
    for (bytes, label) in [(&b"\x00r\x00a\x00i\x00n"[..], "utf-16be"), (b"\xe9t\xe9", "iso-8859-1")] {
        assert_eq!(decode_labelled(bytes, Some(label)).notices, []);
    }
}

#[test]
fn lines_are_named_up_to_three() {
    for (lines, words) in [
        (&[3][..], "line 3"),
        (&[3, 3], "line 3"),
        (&[3, 8], "lines 3 and 8"),
        (&[3, 8, 14], "lines 3, 8 and 14"),
        (&[3, 8, 8, 14, 15, 16], "lines 3, 8, 14 and 2 more"),
    ] {
        assert_eq!(lines_in_words(lines), words);
    }
}

#[test]
fn programs_and_pictures_are_not_wide_text() {
    let numbers: Vec<u8> = (0..4000u32).flat_map(|n| (n.wrapping_mul(2_654_435_761) >> 20).to_le_bytes()).collect();
    for bytes in
        [&[1, 0, 0, 0, 2, 0, 0][..], &[0; 64], &numbers, b"A\0 story that has one stray byte in it.", b"rain\0storms"]
    {
        assert!(!is_wide(bytes));
    }
}
