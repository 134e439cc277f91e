//! The tables of the page's words: each language has all messages, with the same names in them and its own plurals, and
//! the page asks for no other. How well they read is for people to say.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use dossier::i18n::{self, Arg, Language};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};
use fluent_syntax::parser;

/// What a message consists of.
#[derive(Debug, Default)]
struct Message {
    /// The names of what is set into it.
    names: BTreeSet<String>,
    /// The keys of its variants, under the name that chooses.
    variants: BTreeMap<String, BTreeSet<String>>,
    /// Whether all of its text is written out.
    words: String,
}

impl Message {
    fn read(&mut self, pattern: &Pattern<String>) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => self.words.push_str(value),
                PatternElement::Placeable { expression: Expression::Inline(inline) } => self.name(inline, None),
                PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
                    let keys = variants.iter().map(|variant| match &variant.key {
                        VariantKey::Identifier { name } => name.clone(),
                        VariantKey::NumberLiteral { value } => value.clone(),
                    });
                    self.name(selector, Some(keys.collect()));
                    variants.iter().for_each(|variant| self.read(&variant.value));
                }
            }
        }
    }

    fn name(&mut self, expression: &InlineExpression<String>, keys: Option<BTreeSet<String>>) {
        match expression {
            InlineExpression::VariableReference { id } => {
                self.names.insert(id.name.clone());
                keys.into_iter().for_each(|keys| self.variants.entry(id.name.clone()).or_default().extend(keys));
            }
            InlineExpression::StringLiteral { value } => self.words.push_str(value),
            other => panic!("tables have names and texts alone, not {other:?}"),
        }
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn table(language: Language) -> BTreeMap<String, Message> {
    let path = root().join(format!("src/i18n/{}.ftl", language.tag()));
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let resource = parser::parse(text).unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", path.display()));
    let mut messages = BTreeMap::new();
    for entry in resource.body {
        let Entry::Message(message) = entry else { continue };
        let mut own = Message::default();
        own.read(message.value.as_ref().unwrap_or_else(|| panic!("{}: no text", message.id.name)));
        assert!(message.attributes.is_empty(), "{}: attributes are not used", message.id.name);
        let id = message.id.name;
        assert!(messages.insert(id.clone(), own).is_none(), "{}: {id} stands there twice", path.display());
    }
    messages
}

/// The categories of plurals after CLDR that whole numbers have in a language.
fn plurals(language: Language) -> &'static [&'static str] {
    match language {
        Language::English | Language::German => &["one", "other"],
        // Many: millions.
        Language::French | Language::Spanish => &["many", "one", "other"],
        Language::Arabic => &["few", "many", "one", "other", "two", "zero"],
    }
}

#[test]
fn every_language_has_the_same_messages_with_the_same_names_in_them() {
    let english = table(Language::English);
    for language in Language::ALL {
        let own = table(language);
        let ids = |table: &BTreeMap<String, Message>| table.keys().cloned().collect::<BTreeSet<String>>();
        let differing: Vec<String> = ids(&english).symmetric_difference(&ids(&own)).cloned().collect();
        assert!(differing.is_empty(), "{}: only in one of the tables: {differing:?}", language.tag());
        for (id, message) in &own {
            assert_eq!(message.names, english[id].names, "{}: {id}", language.tag());
        }
    }
}

#[test]
fn every_language_has_its_own_plurals() {
    let english = table(Language::English);
    for language in Language::ALL {
        for (id, message) in table(language) {
            for (name, keys) in &message.variants {
                let expected = english[&id].variants.get(name);
                let is_number = |key: &String| key.parse::<u32>().is_ok();
                let is_plural = expected.into_iter().flatten().chain(keys).any(|key| key == "one" || is_number(key));
                if !is_plural {
                    assert_eq!(Some(keys), expected, "{}: {id} chooses by {name}", language.tag());
                    continue;
                }
                let unknown: Vec<&String> =
                    keys.iter().filter(|key| !is_number(key) && !plurals(language).contains(&key.as_str())).collect();
                assert!(unknown.is_empty(), "{}: {id} has {unknown:?}", language.tag());
                if language == Language::Arabic && keys.contains("one") {
                    let needed = ["two", "few", "many"];
                    let missing: Vec<&str> = needed.into_iter().filter(|&key| !keys.contains(key)).collect();
                    assert!(missing.is_empty(), "ar: {id} has no {missing:?}");
                }
            }
        }
    }
}

#[test]
fn every_table_is_in_its_own_language() {
    let english = table(Language::English);
    for language in Language::ALL.into_iter().filter(|&language| language != Language::English) {
        let own = table(language);
        let has_words = |id: &str| english[id].words.split(|c: char| !c.is_alphabetic()).any(|word| word.len() > 3);
        let same: Vec<&String> = own
            .iter()
            .filter(|(id, message)| has_words(id) && message.words == english[*id].words)
            .map(|(id, _)| id)
            .collect();
        // Some words are the same: format-pdf, “Name”, “Connection”.
        assert!(same.len() * 20 < own.len(), "{}: not translated: {same:?}", language.tag());
    }
    for (id, message) in table(Language::Arabic) {
        let is_arabic = |c: char| ('\u{600}'..='\u{6ff}').contains(&c);
        let latin = message.words.chars().filter(char::is_ascii_alphabetic).count();
        assert!(latin < 12 || message.words.contains(is_arabic), "ar: {id}: {}", message.words);
    }
}

/// What is set into a message for a try.
fn args(message: &Message, n: usize) -> Vec<(&'static str, Arg)> {
    let arg = |name: &String| {
        let is_number = |key: &String| key == "one" || key.parse::<u32>().is_ok();
        let counts = message.variants.get(name).is_some_and(|keys| keys.iter().any(is_number)) || name == "n";
        (&*name.clone().leak(), if counts { Arg::Number(n) } else { Arg::Text(format!("<{name}>")) })
    };
    message.names.iter().map(arg).collect()
}

#[test]
fn every_message_can_be_said_of_every_number() {
    for language in Language::ALL {
        i18n::set_language(language);
        for (id, message) in table(language) {
            for n in [0, 1, 2, 3, 5, 11, 21, 100, 1_000_000] {
                let said = i18n::text(&id, args(&message, n));
                assert!(!said.is_empty(), "{}: {id}", language.tag());
                assert!(!said.contains('{'), "{}: {id}: {said}", language.tag());
            }
        }
    }
    i18n::set_language(Language::English);
}

#[test]
fn a_message_chooses_by_a_word_in_every_language() {
    for language in Language::ALL {
        i18n::set_language(language);
        for (id, message) in table(language) {
            for (name, keys) in &message.variants {
                if keys.iter().any(|key| key == "one" || key.parse::<u32>().is_ok()) {
                    continue;
                }
                let said = keys.iter().map(|key| {
                    let chosen = |(of, arg)| (of, if of == name { Arg::Text(key.clone()) } else { arg });
                    i18n::text(&id, args(&message, 1).into_iter().map(chosen).collect())
                });
                let different: BTreeSet<String> = said.collect();
                assert!(different.len() > 1, "{}: {id} says of every {name}: {different:?}", language.tag());
            }
        }
    }
    i18n::set_language(Language::English);
}

/// All Rust files of the page, as text.
fn sources() -> Vec<(String, String)> {
    let (mut folders, mut found) = (vec![root().join("src")], Vec::new());
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                found.push((path.display().to_string(), fs::read_to_string(&path).expect("a text")));
            }
        }
    }
    found
}

/// The first argument of a call that begins at `at`.
fn first_argument(text: &str, at: usize) -> &str {
    let (mut depth, mut in_string) = (0, false);
    for (index, byte) in text[at..].bytes().enumerate() {
        match byte {
            b'"' => in_string = !in_string,
            _ if in_string => {}
            b'(' | b'{' | b'[' => depth += 1,
            b')' | b'}' | b']' if depth == 0 => return &text[at..at + index],
            b')' | b'}' | b']' => depth -= 1,
            b',' if depth == 0 => return &text[at..at + index],
            _ => {}
        }
    }
    &text[at..]
}

#[test]
fn the_page_asks_for_every_message_and_for_no_other() {
    let english = table(Language::English);
    let sources = sources();
    let mut wrong = Vec::new();
    for id in english.keys() {
        if !sources.iter().any(|(_, text)| text.contains(&format!("\"{id}\""))) {
            wrong.push(format!("nothing asks for {id}"));
        }
    }
    let mut n_calls = 0;
    for (path, text) in &sources {
        for call in ["text!(", "rich!("] {
            for (at, _) in text.match_indices(call) {
                let argument = first_argument(text, at + call.len());
                // What stands before an arrow chooses among messages and names none.
                let literals = argument.split('"').skip(1).step_by(2).zip(argument.split('"').skip(2).step_by(2));
                for (id, _) in literals.filter(|(_, after)| !after.trim_start().starts_with("=>")) {
                    n_calls += 1;
                    if !english.contains_key(id) && !path.ends_with("i18n.rs") {
                        wrong.push(format!("{path}: there is no message {id}"));
                    }
                }
            }
        }
    }
    assert!(n_calls > 100, "calls of messages were looked for in vain");
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn numbers_are_written_as_in_the_language() {
    let said = |language: Language| [language.number(999), language.number(1234), language.number(1_234_567)];
    assert_eq!(said(Language::English), ["999", "1,234", "1,234,567"]);
    assert_eq!(said(Language::German), ["999", "1.234", "1.234.567"]);
    assert_eq!(said(Language::French), ["999", "1\u{202f}234", "1\u{202f}234\u{202f}567"]);
    assert_eq!(said(Language::Spanish), ["999", "1234", "1.234.567"]);
    assert_eq!(said(Language::Arabic), ["999", "1,234", "1,234,567"]);
    let fixed = |number| Language::English.fixed(number, 1);
    assert_eq!([fixed(0.04), fixed(-1.0), fixed(f64::NAN), fixed(1234.56)], ["0.0", "0.0", "0.0", "1,234.6"]);
    assert_eq!(Language::German.fixed(1.005, 2), "1,00");
    assert_eq!(Language::English.fixed(2.5, 0), "3");
}

#[test]
fn what_is_written_the_other_way_is_kept_apart() {
    let said = |words: &str| i18n::text("chip", vec![("facet", Arg::from(words)), ("value", Arg::from("1"))]);
    assert_eq!(said("Rain"), "Rain: 1");
    assert_eq!(said("مطر 2"), "\u{2068}مطر 2\u{2069}: 1");
    i18n::set_language(Language::Arabic);
    assert_eq!(said("مطر 2"), "مطر 2: 1");
    assert_eq!(said("Rain"), "\u{2068}Rain\u{2069}: 1");
    i18n::set_language(Language::English);
}

#[test]
fn the_first_language_of_a_reader_that_the_page_speaks_is_taken() {
    let preferred = |tags: &[&str]| Language::preferred(tags.iter().map(|&tag| tag.to_owned()));
    assert_eq!(preferred(&["nl-NL", "de-AT", "en"]), Language::German);
    assert_eq!(preferred(&["AR-eg"]), Language::Arabic);
    assert_eq!(preferred(&["fr_CA"]), Language::French);
    assert_eq!(preferred(&["", "x", "deu"]), Language::English);
    assert_eq!(preferred(&[]), Language::English);
}
