//! What the styles of a document say about its paragraphs: which are titles, headings, items of lists, captions. Their
//! names are the built-in ones, which programs of all languages write in English; how they look is not read.

use std::collections::BTreeMap;

use corpus::model::BlockKind;

use super::super::xml::{Step, Steps};
use super::Look;

/// How long a chain of styles may be.
const MAX_CHAIN: usize = 16;

/// Looks by the id of a style.
#[derive(Debug, Default)]
pub(super) struct Styles(BTreeMap<String, Style>);

#[derive(Debug, Default)]
struct Style {
    look: Option<Look>,
    is_item: bool,
    based_on: Option<String>,
}

impl Styles {
    pub(super) fn of(text: &str) -> Self {
        let mut styles = BTreeMap::new();
        let mut open: Option<(String, Style)> = None;
        for step in Steps::of(text) {
            match (step, &mut open) {
                (Step::Open(element), _) if element.name == "style" => {
                    open = element.attribute("styleId").map(|id| (id, Style::default()));
                }
                (Step::Open(element), Some((_, style))) => {
                    let value = element.attribute("val").unwrap_or_default();
                    match element.name.as_str() {
                        "name" => style.look = look(&value).or(style.look),
                        "basedOn" => style.based_on = Some(value),
                        // The body of a text has the level 9.
                        "outlineLvl" if value != "9" => {
                            style.look = style.look.or(Some(Look::Kind(BlockKind::Heading)))
                        }
                        "numId" => style.is_item = value != "0",
                        _ => {}
                    }
                }
                (Step::Close(name), _) if name == "style" => styles.extend(open.take()),
                _ => {}
            }
        }
        Self(styles)
    }

    /// What a style, or one that it is based on, says.
    pub(super) fn look(&self, id: &str) -> Option<Look> {
        let mut chain = self.chain(id);
        chain.find_map(|style| style.look.or(style.is_item.then_some(Look::Kind(BlockKind::ListItem))))
    }

    fn chain<'s>(&'s self, id: &str) -> impl Iterator<Item = &'s Style> {
        let first = self.0.get(id);
        std::iter::successors(first, |style| style.based_on.as_ref().and_then(|id| self.0.get(id))).take(MAX_CHAIN)
    }
}

/// What a built-in name says.
pub(super) fn look(name: &str) -> Option<Look> {
    let name = name.to_lowercase();
    let kind = match name.as_str() {
        "title" => BlockKind::Headline,
        "subtitle" => BlockKind::Heading,
        "caption" => BlockKind::Caption,
        name if name.starts_with("heading ") => BlockKind::Heading,
        name if name.starts_with("list ") && name != "list paragraph" => BlockKind::ListItem,
        name if name.starts_with("toc ") => return Some(Look::Contents),
        _ => return None,
    };
    Some(Look::Kind(kind))
}
