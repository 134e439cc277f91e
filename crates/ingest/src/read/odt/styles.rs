//! What the styles of a document say about its paragraphs. Each leads to a built-in one, whose name all programs write
//! in English; how they look is not read.

use std::collections::BTreeMap;

use corpus::model::BlockKind;

use super::super::xml::{Step, Steps};
use super::Look;

/// How long a chain of styles may be.
const MAX_CHAIN: usize = 16;

/// The style that each style is based on.
#[derive(Debug, Default)]
pub(super) struct Styles(BTreeMap<String, String>);

impl Styles {
    pub(super) fn of(parts: &[&str]) -> Self {
        let mut parents = BTreeMap::new();
        for part in parts {
            for step in Steps::of(part) {
                if let Step::Open(element) = step
                    && element.name == "style"
                    && let (Some(name), Some(parent)) =
                        (element.attribute("name"), element.attribute("parent-style-name"))
                {
                    parents.insert(name, parent);
                }
            }
        }
        Self(parents)
    }

    /// What a style, or one that it is based on, says.
    pub(super) fn look(&self, name: &str) -> Option<Look> {
        let chain = std::iter::successors(Some(name), |name| self.0.get(*name).map(String::as_str));
        chain.take(MAX_CHAIN).find_map(look)
    }
}

/// What a built-in name says; spaces in it are written `_20_`.
fn look(name: &str) -> Option<Look> {
    match name {
        "Title" => Some(Look(BlockKind::Headline)),
        "Subtitle" | "Heading" => Some(Look(BlockKind::Heading)),
        "Caption" => Some(Look(BlockKind::Caption)),
        name if name.starts_with("Heading_20_") => Some(Look(BlockKind::Heading)),
        _ => None,
    }
}
