//! XML as a run of openings, words and endings. References are resolved; entities that a file defines for itself are
//! not, so none can grow. Elements are told apart by their local names. Nothing here knows a format.

use std::borrow::Cow;

use quick_xml::escape::{resolve_html5_entity, unescape_with};
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::QName;

use crate::decode::decode;

/// One step through a file.
#[derive(Debug)]
pub(super) enum Step<'x> {
    Open(Element<'x>),
    Words(Cow<'x, str>),
    Close(String),
}

/// An opening tag.
#[derive(Debug)]
pub(super) struct Element<'x> {
    /// Its name without prefix.
    pub(super) name: String,
    start: BytesStart<'x>,
}

impl Element<'_> {
    /// The prefix of its name; empty if it has none.
    pub(super) fn prefix(&self) -> String {
        self.start.name().prefix().map(|prefix| prefix.into_inner().to_owned()).unwrap_or_default()
    }

    /// The value of an attribute, by its name without prefix.
    pub(super) fn attribute(&self, name: &str) -> Option<String> {
        let mut attributes = self.start.attributes();
        // Whether a name stands there twice does not matter, and looking for it takes long.
        let attributes = attributes.with_checks(false).flatten();
        let mut found = attributes.filter(|attribute| attribute.key.local_name().into_inner() == name);
        let value = found.next()?.value;
        Some(match unescape_with(&value, resolve_html5_entity) {
            Ok(unescaped) => unescaped.into_owned(),
            Err(_) => value.into_owned(),
        })
    }
}

/// A file that is being stepped through.
#[derive(Debug)]
pub(super) struct Steps<'x> {
    reader: quick_xml::Reader<&'x [u8]>,
    /// What stopped it before the end.
    pub(super) damage: Option<String>,
}

/// The text of an XML file, in whichever encoding it is.
pub(super) fn text_of(bytes: &[u8]) -> String {
    decode(bytes).text
}

impl<'x> Steps<'x> {
    pub(super) fn of(text: &'x str) -> Self {
        let mut reader = quick_xml::Reader::from_str(text);
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        // Files that other programs open are read, also where an end is missing.
        config.check_end_names = false;
        config.allow_unmatched_ends = true;
        config.allow_dangling_amp = true;
        Self { reader, damage: None }
    }
}

impl<'x> Iterator for Steps<'x> {
    type Item = Step<'x>;

    fn next(&mut self) -> Option<Step<'x>> {
        loop {
            match self.reader.read_event() {
                Ok(Event::Start(start)) => return Some(Step::Open(Element { name: local(start.name()), start })),
                Ok(Event::Empty(start)) => return Some(Step::Open(Element { name: local(start.name()), start })),
                Ok(Event::End(end)) => return Some(Step::Close(local(end.name()))),
                Ok(Event::Text(words)) => return Some(Step::Words(words.into_inner())),
                Ok(Event::CData(words)) => return Some(Step::Words(words.into_inner())),
                Ok(Event::GeneralRef(reference)) => return Some(Step::Words(resolved(&reference))),
                Ok(Event::Eof) => return None,
                Ok(_) => {}
                Err(error) => {
                    let at = self.reader.error_position();
                    self.damage = Some(format!("byte {at}: {error}"));
                    return None;
                }
            }
        }
    }
}

fn local(name: QName<'_>) -> String {
    name.local_name().into_inner().to_owned()
}

/// What a reference stands for; one that nobody knows stays as it is written.
fn resolved<'x>(reference: &quick_xml::events::BytesRef<'x>) -> Cow<'x, str> {
    if let Ok(Some(character)) = reference.resolve_char_ref() {
        return character.to_string().into();
    }
    let name = reference.borrow().into_inner();
    match resolve_html5_entity(&name) {
        Some(words) => words.into(),
        None => format!("&{name};").into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(xml: &str, expected: &str) {
        let mut seen = String::new();
        let mut steps = Steps::of(xml);
        for step in &mut steps {
            match step {
                Step::Open(element) => {
                    let id = element.attribute("id").map(|id| format!(" {id}")).unwrap_or_default();
                    seen.push_str(&format!("<{}{id}>", element.name));
                }
                Step::Words(words) => seen.push_str(&words),
                Step::Close(name) => seen.push_str(&format!("</{name}>")),
            }
        }
        seen.push_str(if steps.damage.is_some() { "!" } else { "" });
        assert_eq!(seen, expected, "{xml}");
    }

    #[test]
    fn steps_are_openings_words_and_endings() {
        check("<w:p w:id='1'>é &amp; <w:t/>漢</w:p>", "<p 1>é & <t></t>漢</p>");
        check("<a id='x &lt; y'>&#x1f600;&nbsp;&mdash;</a>", "<a x < y>😀\u{a0}—</a>");
        check("<a><![CDATA[<b>]]></a>", "<a><b></a>");
        check("<?xml version='1.0'?><!-- no --><a>b", "<a>b");
        check("<a></b></a></a>", "<a></b></a></a>");
        check("a & b", "a & b");
        check("", "");
        check("<a>b<c", "<a>b!");
        check("<a id='1' id='2' x>", "<a 1>");
    }

    #[test]
    fn entities_of_the_file_itself_are_not_followed() {
        check("<!DOCTYPE a [<!ENTITY b 'bb'><!ENTITY c '&b;&b;'>]><a>&c;</a>", "<a>&c;</a>");
    }
}
