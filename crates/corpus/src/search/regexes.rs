//! Regular expressions, on the texts of documents that may match.

use regex_lite::{Regex, RegexBuilder};

use super::places::Place;
use crate::corpus::DocumentView;
use crate::model::BlockKind;
use crate::query::{Field, Query};
use crate::span::ByteSpan;

/// Most memory that one expression may take once it is compiled, in bytes: each character of each text may cost a walk
/// over all of it.
const MAX_SIZE: usize = 1 << 16;

/// Compiles an expression. Case does not count, as in all of the language, but for letters beyond ASCII; the engine takes
/// linear time. It is `regex-lite`, as `regex` and its tables of Unicode would make the page half as large again.
pub(super) fn compile(pattern: &str) -> Result<Regex, regex_lite::Error> {
    RegexBuilder::new(pattern).case_insensitive(true).size_limit(MAX_SIZE).build()
}

impl Query {
    /// Puts in words what was to be a regular expression and is none, with a notice; see [`Query::check_regexes`].
    #[must_use]
    pub fn with_checked_regexes(mut self) -> Self {
        self.check_regexes(|pattern| compile(pattern).map(drop).map_err(|error| error.to_string()));
        self
    }
}

/// Where an expression matches in a document, blocks one by one; furniture is left out. Matches without a character
/// are none.
pub(super) fn places(document: &DocumentView<'_>, regex: &Regex, field: Field) -> Vec<Place> {
    let mut found = Vec::new();
    let mut add = |text: &str, offset: u32, in_text: bool| {
        let spans = regex.find_iter(text).filter(|found| !found.is_empty()).filter_map(|found| {
            let start = offset.checked_add(u32::try_from(found.start()).ok()?)?;
            ByteSpan::new(start, offset.checked_add(u32::try_from(found.end()).ok()?)?)
        });
        found.extend(spans.map(|span| Place { in_text, span }));
    };
    let outside = document.headline().filter(|headline| headline.span.is_none() && field != Field::Text);
    outside.into_iter().for_each(|headline| add(headline.text, 0, false));
    let text = document.text();
    for block in document.blocks() {
        let is_in_field = match block.kind() {
            BlockKind::Furniture => false,
            BlockKind::Headline => field != Field::Text,
            _ => field != Field::Title,
        };
        if let (true, Some(own)) = (is_in_field, block.span().slice(&text)) {
            add(own, block.span().start(), true);
        }
    }
    found
}
