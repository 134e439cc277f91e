//! The list of what a book is made of: its chapters in order, and what is said about it. Nothing here reads a chapter.

use std::collections::BTreeMap;

use super::super::properties::{author, title};
use super::super::xml::{Step, Steps};
use super::super::{Field, Fields};

/// A chapter by its name in the package.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Chapter {
    pub(super) name: String,
    /// Whether it lists the others.
    pub(super) is_contents: bool,
}

/// What the list says.
#[derive(Debug, Default)]
pub(super) struct Contents {
    /// In the order in which they are read, each once.
    pub(super) chapters: Vec<Chapter>,
    pub(super) fields: Fields,
    /// What stopped the reading of the list.
    pub(super) damage: Option<String>,
}

/// An entry of the manifest.
#[derive(Debug)]
struct Item {
    chapter: Chapter,
    is_text: bool,
    is_read: bool,
}

impl Contents {
    /// Reads the list that has this name in the package.
    pub(super) fn of(name: &str, list: &str) -> Self {
        let mut items: Vec<Item> = Vec::new();
        let mut item_of_id: BTreeMap<String, usize> = BTreeMap::new();
        let mut order: Vec<String> = Vec::new();
        let mut values: BTreeMap<String, Vec<String>> = BTreeMap::new();
        let mut open: Option<String> = None;
        let mut steps = Steps::of(list);
        for step in &mut steps {
            match step {
                Step::Open(element) => {
                    let attribute = |name: &str| element.attribute(name).unwrap_or_default();
                    match element.name.as_str() {
                        "item" => {
                            let is_contents = attribute("properties").split_whitespace().any(|word| word == "nav");
                            let kind = attribute("media-type");
                            let chapter = Chapter { name: resolved(name, &attribute("href")), is_contents };
                            item_of_id.insert(attribute("id"), items.len());
                            let is_text = kind.contains("xhtml") || kind.contains("text/html");
                            items.push(Item { chapter, is_text, is_read: false });
                        }
                        "itemref" => order.push(attribute("idref")),
                        _ => {}
                    }
                    open = (element.prefix() == "dc").then(|| {
                        // Books of the older form have several dates, told apart by an attribute.
                        match element.attribute("event") {
                            Some(event) => format!("{} {event}", element.name),
                            None => element.name.clone(),
                        }
                    });
                    if let Some(open) = &open {
                        values.entry(open.clone()).or_default().push(String::new());
                    }
                }
                Step::Words(words) => {
                    let value =
                        open.as_ref().and_then(|open| values.get_mut(open)).and_then(|values| values.last_mut());
                    if let Some(value) = value {
                        value.push_str(&words);
                    }
                }
                Step::Close(_) => open = None,
            }
        }
        let mut chapters = Vec::new();
        let listed: Vec<usize> = order.iter().filter_map(|id| item_of_id.get(id).copied()).collect();
        // A book without an order is read as its parts are listed.
        let all = if listed.is_empty() { (0..items.len()).collect() } else { listed };
        for item_idx in all {
            let item = &mut items[item_idx];
            if item.is_text && !item.is_read {
                item.is_read = true;
                chapters.push(item.chapter.clone());
            }
        }
        Self { chapters, fields: fields(&values), damage: steps.damage }
    }
}

fn fields(values: &BTreeMap<String, Vec<String>>) -> Fields {
    let all = |name: &str| values.get(name).map(Vec::as_slice).unwrap_or_default();
    let first =
        |name: &str| all(name).iter().map(|value| value.trim()).find(|value| !value.is_empty()).unwrap_or_default();
    let by = |name: &str| format!("the book's own properties: {name}");
    let authors: Vec<&str> =
        all("creator").iter().map(|author| author.trim()).filter(|name| !name.is_empty()).collect();
    // A year before printing, or none at all, is what programs write that know none.
    let date = ["date publication", "date original-publication", "date"].into_iter().map(first);
    let date = date.into_iter().find(|date| !date.is_empty() && !date.starts_with("0")).unwrap_or_default();
    Fields {
        title: title(first("title"), &by("title")),
        author: author(&authors.join(", "), &by("creator")),
        source: Field::new(first("publisher"), &by("publisher")),
        language: Field::new(first("language"), &by("language")),
        published: Field::new(date, &by("date")),
        ..Fields::default()
    }
}

/// The name in the package of what a part refers to: relative to the part's folder, with `%20` and the like resolved.
pub(super) fn resolved(part: &str, reference: &str) -> String {
    let reference = reference.split(['#', '?']).next().unwrap_or_default();
    let reference = unescaped(reference);
    let folder = part.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut steps: Vec<&str> = Vec::new();
    let is_absolute = reference.starts_with('/');
    let base = if is_absolute { "" } else { folder };
    for step in base.split('/').chain(reference.split('/')) {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop();
            }
            step => steps.push(step),
        }
    }
    steps.join("/")
}

/// The text with `%20` and the like resolved; what is no such sign stays.
fn unescaped(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        let digits = after.get(..2).filter(|_| *first == b'%').and_then(|digits| std::str::from_utf8(digits).ok());
        match digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = &after[2..];
            }
            None => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_names_in_the_package() {
        for (part, reference, expected) in [
            ("OEBPS/content.opf", "text/ch%201.xhtml#a", "OEBPS/text/ch 1.xhtml"),
            ("content.opf", "../ch.xhtml", "ch.xhtml"),
            ("a/b/content.opf", "../ch.xhtml", "a/ch.xhtml"),
            ("a/content.opf", "/ch.xhtml", "ch.xhtml"),
            ("", "%C3%A9%zz%", "é%zz%"),
            ("", "%ff", "\u{fffd}"),
            ("", "", ""),
        ] {
            assert_eq!(resolved(part, reference), expected, "{part} {reference}");
        }
    }
}
