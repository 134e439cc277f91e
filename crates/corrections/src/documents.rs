//! Corrections of documents as a whole: passages kept and left out, headline, outlet, writer, date and language, and
//! which documents are no copies. Names and quotations are corrected elsewhere.

use std::collections::BTreeMap;

use corpus::model::{Attribute, Block, BlockKind, DateKind, DocId, Document, DocumentDate};
use corpus::span::ByteSpan;

use crate::Corrections;
use crate::KeptApart;
use crate::file::{DocumentEntry, Lined};
use crate::passages::{Folded, cut, fold};
use crate::report::Report;

/// Whether the document has this path or this id.
pub(super) fn is_called(document: &Document, name: &str) -> bool {
    document.path == name || document.id == name
}

fn is_furniture(block: &Block) -> bool {
    block.kind == BlockKind::Furniture
}

impl Corrections {
    /// Marks passages that are to be kept or left out, and the headline, if it stands in the text. It comes when all
    /// furniture is marked, before the headline is looked for and before dates, language and sentences.
    pub fn correct_blocks(&self, document: &mut Document) {
        for entry in self.entries_of(&document.path, &document.id) {
            if !entry.keep.is_empty() || !entry.remove.is_empty() {
                let folded = Folded::of(&document.text);
                for passage in &entry.keep {
                    let kept = (BlockKind::Paragraph, None);
                    let spans = folded.find(&passage.value);
                    document.blocks = cut(&document.text, &document.blocks, &spans, is_furniture, kept);
                }
                for passage in &entry.remove {
                    self.remove(document, &folded.find(&passage.value), passage.line);
                }
            }
            if let Some(headline) = entry.headline.as_ref().filter(|headline| !headline.value.trim().is_empty()) {
                self.set_headline(document, headline);
            }
        }
    }

    fn remove(&self, document: &mut Document, passages: &[ByteSpan], line: usize) {
        let reason = format!("left out by {}", self.by(line));
        let is_story = |block: &Block| !is_furniture(block);
        let removed = (BlockKind::Furniture, Some(reason.as_str()));
        document.blocks = cut(&document.text, &document.blocks, passages, is_story, removed);
        for attribute in [&mut document.headline, &mut document.byline] {
            let span = attribute.as_ref().and_then(|attribute| attribute.span);
            if span.is_some_and(|span| passages.iter().any(|passage| passage.overlaps(span))) {
                *attribute = None;
            }
        }
    }

    /// The block with these words becomes the headline; if there is none, the headline comes from outside of the text,
    /// and a line that was taken for it stays where it is.
    fn set_headline(&self, document: &mut Document, headline: &Lined<String>) {
        let words = fold(&headline.value);
        let is_it = |block: &Block| block.span.slice(&document.text).is_some_and(|text| fold(text) == words);
        let found = document.blocks.iter().position(is_it);
        let mut attribute = Attribute { text: words, span: None, by: self.by(headline.line) };
        if let Some(found) = found {
            for block in document.blocks.iter_mut().filter(|block| block.kind == BlockKind::Headline) {
                block.kind = BlockKind::Paragraph;
            }
            let block = &mut document.blocks[found];
            (block.kind, block.reason, attribute.span) = (BlockKind::Headline, None, Some(block.span));
            attribute.text = block.span.slice(&document.text).unwrap_or_default().to_owned();
        }
        document.headline = Some(attribute);
    }

    /// Sets what is said about the document as a whole. It comes when the document has its structure.
    pub fn correct_properties(&self, document: &mut Document) {
        for entry in self.entries_of(&document.path, &document.id) {
            if entry.headline.as_ref().is_some_and(|headline| headline.value.trim().is_empty()) {
                document.headline = None;
                for block in document.blocks.iter_mut().filter(|block| block.kind == BlockKind::Headline) {
                    block.kind = BlockKind::Paragraph;
                }
            }
            for (attribute, corrected) in [(&mut document.source, &entry.source), (&mut document.byline, &entry.byline)]
            {
                if let Some(Lined { value, line }) = corrected {
                    let text = fold(value);
                    *attribute = (!text.is_empty()).then(|| Attribute { text, span: None, by: self.by(*line) });
                }
            }
            if let Some(published) = &entry.published {
                self.set_published(document, published);
            }
            if let Some(language) = &entry.language {
                document.language.clone_from(&language.value);
            }
        }
    }

    /// A date that was taken for the publication date stays as a date that is printed on the page, if it is.
    fn set_published(&self, document: &mut Document, published: &Lined<String>) {
        document.dates.retain(|date| date.kind != DateKind::Published || date.span.is_some());
        for date in document.dates.iter_mut().filter(|date| date.kind == DateKind::Published) {
            date.kind = DateKind::Printed;
        }
        if !published.value.is_empty() {
            let date = DocumentDate {
                kind: DateKind::Published,
                value: published.value.clone(),
                is_ambiguous: false,
                span: None,
                by: self.by(published.line),
            };
            document.dates.insert(0, date);
        }
    }

    /// All that is said about a document, as words that differ when it does.
    pub fn fingerprint(&self, path: &str, id: &str) -> String {
        format!("{:?}", self.entries_of(path, id))
    }

    /// The entries that mean this document, in the order of the file.
    fn entries_of(&self, path: &str, id: &str) -> Vec<&DocumentEntry> {
        let indices =
            |entries: &BTreeMap<String, Vec<usize>>, name: &str| entries.get(name).cloned().unwrap_or_default();
        let mut found = [indices(&self.by_path, path), indices(&self.by_id, id)].concat();
        found.sort_unstable();
        let found = found.into_iter().map(|idx| &self.documents[idx]);
        found.filter(|entry| entry.id.as_deref().is_none_or(|wanted| wanted == id)).collect()
    }

    /// Reports the entries that fit no document, and the passages that stand in none of the documents meant.
    pub fn check_documents(&self, documents: &[Document], report: &mut Report) {
        let places = Places::of(documents);
        for entry in &self.documents {
            let meant = places.of_entry(entry, documents);
            if meant.is_empty() {
                let wanted = entry.path.as_deref().or(entry.id.as_deref()).unwrap_or_default();
                report.line(&self.path, entry.line, format!("no document is called {wanted:?}; not applied"));
                continue;
            }
            let passages = || entry.keep.iter().chain(&entry.remove);
            if passages().next().is_some() {
                let texts: Vec<Folded> = meant.iter().map(|&idx| Folded::of(&documents[idx].text)).collect();
                for passage in
                    passages().filter(|passage| texts.iter().all(|text| text.find(&passage.value).is_empty()))
                {
                    let message =
                        format!("the passage {:?} does not stand there; not applied", start_of(&passage.value));
                    report.line(&self.path, passage.line, message);
                }
            }
            for other in entry.not_a_copy_of.iter().filter(|other| places.named(&other.value).is_empty()) {
                report.line(&self.path, other.line, format!("no document is called {:?}; not applied", other.value));
            }
        }
    }

    /// The pairs of documents that are said to be no copies of each other.
    pub fn kept_apart(&self, documents: &[Document]) -> KeptApart {
        if self.documents.iter().all(|entry| entry.not_a_copy_of.is_empty()) {
            return KeptApart::new();
        }
        let places = Places::of(documents);
        let mut apart = KeptApart::new();
        for entry in &self.documents {
            for own in places.of_entry(entry, documents) {
                let others = entry.not_a_copy_of.iter().flat_map(|other| places.named(&other.value));
                apart.extend(others.map(|&other| (doc_id(own.min(other)), doc_id(own.max(other)))));
            }
        }
        apart
    }
}

fn doc_id(idx: usize) -> DocId {
    DocId(u32::try_from(idx).unwrap_or(u32::MAX))
}

/// The first words of a passage, as a report shows them.
fn start_of(passage: &str) -> String {
    let words = fold(passage);
    let start = &words[..words.floor_char_boundary(60)];
    if start.len() < words.len() { format!("{start}…") } else { words }
}

/// The documents of each path and each id.
struct Places<'d>(BTreeMap<&'d str, Vec<usize>>);

impl<'d> Places<'d> {
    fn of(documents: &'d [Document]) -> Self {
        let mut places: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (idx, document) in documents.iter().enumerate() {
            places.entry(&document.path).or_default().push(idx);
            if document.id != document.path {
                places.entry(&document.id).or_default().push(idx);
            }
        }
        Self(places)
    }

    fn named(&self, name: &str) -> &[usize] {
        self.0.get(name).map_or(&[], Vec::as_slice)
    }

    fn of_entry(&self, entry: &DocumentEntry, documents: &[Document]) -> Vec<usize> {
        let name = entry.path.as_deref().or(entry.id.as_deref()).unwrap_or_default();
        let fits = |idx: &usize| {
            let document = &documents[*idx];
            entry.path.as_deref().is_none_or(|path| path == document.path)
                && entry.id.as_deref().is_none_or(|id| id == document.id)
        };
        self.named(name).iter().copied().filter(fits).collect()
    }
}
