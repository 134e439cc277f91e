//! Lines that documents of one outlet have in common: menus, notices, the outlet's words about itself. A story stands
//! in one document, or in a few copies; what every third document of an outlet says is the outlet's page.

use std::collections::{BTreeMap, BTreeSet};

use corpus::model::{Block, BlockKind};
use corpus::parallel;
use xxhash_rust::xxh3::xxh3_64;

use super::{is_story, remove};
use crate::read::{Layout, Received};

/// Fewest documents of an outlet that can say what is common to them.
const MIN_DOCUMENTS: usize = 6;

/// A line is the page's if one document in so many of its outlet has it, and at least [`MIN_HOLDERS`].
const SHARE: usize = 3;
const MIN_HOLDERS: usize = 4;

const REASON: &str = "a passage that many documents of the same outlet repeat";

/// The hashes of the lines that are repeated among the documents of an outlet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Repeated(BTreeMap<String, BTreeSet<u64>>);

impl Repeated {
    /// Counts the lines of all documents that may hold furniture.
    pub(crate) fn of(all: &[Received]) -> Self {
        let read = parallel::map(all.iter().collect(), |received| {
            let mut lines: Vec<u64> = lines(received)?.collect();
            lines.sort_unstable();
            lines.dedup();
            Some((outlet(received), lines))
        });
        let mut outlets: BTreeMap<String, (usize, Vec<u64>)> = BTreeMap::new();
        for (outlet, own) in read.into_iter().flatten() {
            let (n_documents, lines) = outlets.entry(outlet).or_default();
            *n_documents += 1;
            lines.extend(own);
        }
        let repeated = outlets.into_iter().filter(|(_, (n_documents, _))| *n_documents >= MIN_DOCUMENTS);
        let repeated = repeated.map(|(outlet, (n_documents, mut lines))| {
            let enough = (n_documents / SHARE).max(MIN_HOLDERS);
            parallel::sort(&mut lines);
            let same = lines.chunk_by(|a, b| a == b).filter(|same| same.len() >= enough);
            (outlet, same.filter_map(|same| same.first().copied()).collect())
        });
        Self(repeated.collect())
    }

    /// Those of a document's own lines that are repeated.
    pub(crate) fn in_document(&self, received: &Received) -> BTreeSet<u64> {
        let Some(repeated) = self.0.get(&outlet(received)).filter(|repeated| !repeated.is_empty()) else {
            return BTreeSet::new();
        };
        lines(received).into_iter().flatten().filter(|line| repeated.contains(line)).collect()
    }
}

/// Marks the blocks whose text is repeated, unless that would leave nothing.
pub(crate) fn mark(text: &str, blocks: &mut [Block], repeated: &BTreeSet<u64>) {
    let is_repeated = |block: &Block| {
        is_story(block)
            && block.kind != BlockKind::Headline
            && block.span.slice(text).is_some_and(|words| repeated.contains(&xxh3_64(words.as_bytes())))
    };
    if repeated.is_empty() || !blocks.iter().any(|block| is_story(block) && !is_repeated(block)) {
        return;
    }
    for block in blocks.iter_mut().filter(|block| is_repeated(block)) {
        remove(block, REASON);
    }
}

/// The hashes of the lines of a document that may hold furniture.
fn lines(received: &Received) -> Option<Box<dyn Iterator<Item = u64> + '_>> {
    let hash = |line: &str| xxh3_64(line.as_bytes());
    match &received.layout {
        Layout::Lines => {
            let lines = received.text.lines().map(str::trim).filter(|line| !line.is_empty());
            Some(Box::new(lines.map(hash)))
        }
        Layout::Page(page) => {
            Some(Box::new(page.blocks.iter().filter_map(move |block| block.span.slice(&received.text).map(hash))))
        }
        Layout::Clean | Layout::Blocks(_) => None,
    }
}

/// What stands for the outlet before anything is known: the site it says it is of, its address, or its folder.
fn outlet(received: &Received) -> String {
    if let Some(source) = &received.fields.source {
        return source.value.clone();
    }
    let host = received.fields.url.as_ref().and_then(|url| url.value.split('/').nth(2)).filter(|host| !host.is_empty());
    match host {
        Some(host) => host.to_owned(),
        None => received.path.rsplit_once('/').map_or_else(String::new, |(folder, _)| folder.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn received(path: &str, text: &str) -> Received {
        Received { path: path.to_owned(), text: text.to_owned(), ..Received::default() }
    }

    fn check(texts: &[&str], n_repeated: usize) {
        let all: Vec<_> = texts.iter().map(|text| received("star/a.txt", text)).collect();
        let repeated = Repeated::of(&all);
        assert_eq!(repeated.in_document(&all[0]).len(), n_repeated, "{texts:?}");
        assert_eq!(repeated.in_document(&received("other/a.txt", texts[0])).len(), 0);
    }

    #[test]
    fn what_an_outlets_documents_share_is_found() {
        check(&["Menu\nA", "Menu\nB", "Menu\nC", "Menu\nD", "E", "F"], 1);
        check(&["Menu\nA", "Menu\nB", "Menu\nC", "D", "E", "F"], 0);
        check(&["Menu\nA", "Menu\nB", "Menu\nC", "Menu\nD"], 0);
    }

    #[test]
    fn a_document_is_never_emptied() {
        let text = "Menu\nRain fell.";
        let block = |start, end| Block {
            span: corpus::span::ByteSpan::new(start, end).expect("in order"),
            kind: BlockKind::Paragraph,
            reason: None,
        };
        let hashes = |lines: &[&str]| lines.iter().map(|line| xxh3_64(line.as_bytes())).collect::<BTreeSet<_>>();
        for (repeated, n_left_out) in [(hashes(&["Menu"]), 1), (hashes(&["Menu", "Rain fell."]), 0)] {
            let mut blocks = [block(0, 4), block(5, 15)];
            mark(text, &mut blocks, &repeated);
            assert_eq!(blocks.iter().filter(|block| !is_story(block)).count(), n_left_out);
        }
    }
}
