//! Corrections of a collection that is made already: what the build does step by step, done at once, with what hangs on
//! names and passages carried over.
//!
//! Nothing is recognized here, and no other headline looked for where one is left out. What the build may find otherwise
//! once it has the corrections: names, quotations and sentences inside of a passage that is kept again, the speakers of
//! quotations around a name that changed, and which documents are related.

use std::collections::BTreeMap;

use corpus::ByteSpan;
use corpus::model::{
    Block, BlockKind, Collection, DateKind, DocId, Document, Entity, EntityId, Reason, Role, Sentence, Speaker,
};
use corpus::sentence_names::SentenceNames;

use crate::Corrections;
use crate::report::Report;
use crate::slugs::AsciiName;

impl Corrections {
    /// Corrects a collection, and tells what of the corrections fits nothing. `ascii` makes addresses of new names.
    pub fn apply(&self, collection: &mut Collection, ascii: AsciiName) -> Report {
        let mut report = Report::default();
        let Collection { documents, entities, .. } = collection;
        self.check_documents(documents, &mut report);
        for (own, other) in self.kept_apart(documents) {
            for (own, other) in [(own, other), (other, own)] {
                documents[own.0 as usize].copies.retain(|copy| copy.doc != other);
            }
        }
        let mut is_cut = false;
        for (doc, document) in (0u32..).map(DocId).zip(documents.iter_mut()) {
            let before = document.blocks.clone();
            self.correct_blocks(document);
            if document.blocks != before {
                is_cut = true;
                fit(document, doc, entities);
            }
            self.correct_properties(document);
        }
        if is_cut || !self.names.is_empty() {
            let carried = Carried::take(documents, entities);
            *entities = self.rename_all(documents, std::mem::take(entities), ascii, &mut report);
            carried.give(documents, entities);
        }
        self.correct_speakers(documents, entities, &mut report);
        report
    }
}

/// Lets everything in a document fit to blocks that have changed.
fn fit(document: &mut Document, doc: DocId, entities: &mut [Entity]) {
    let furniture: Vec<ByteSpan> =
        document.blocks.iter().filter(|block| block.kind == BlockKind::Furniture).map(|block| block.span).collect();
    let is_out = |span: ByteSpan| furniture.iter().any(|block| block.overlaps(span));
    let is_in = |span: &Option<ByteSpan>| span.is_none_or(|span| !is_out(span));
    let numbers = split_again(document);
    for copy in &mut document.copies {
        let own = std::mem::take(&mut copy.own_sentences);
        copy.own_sentences = own.into_iter().filter_map(|idx| *numbers.get(idx as usize)?).collect();
    }
    document.mentions.retain(|mention| !is_out(mention.span));
    document.dates.retain(|date| date.kind != DateKind::Mentioned || is_in(&date.span));
    document.quotations.retain(|quotation| !is_out(quotation.span));
    for quotation in &mut document.quotations {
        for part in [&mut quotation.cue, &mut quotation.attribution, &mut quotation.addressee] {
            *part = part.take_if(|span| !is_out(*span));
        }
        if !is_in(&quotation.speaker.span()) {
            quotation.speaker = Speaker::Unresolved;
            (quotation.by, quotation.confidence) = ("the words that named the speaker are left out".to_owned(), 0);
        }
    }
    for entity in entities {
        entity.roles.retain(|role| role.doc != doc || !is_out(role.span));
    }
}

/// Cuts the sentences at the edges of the blocks; a passage that is kept again is one. Returns the new number of each.
fn split_again(document: &mut Document) -> Vec<Option<u32>> {
    let before = std::mem::take(&mut document.sentences);
    let mut numbers = vec![None; before.len()];
    let mut names = SentenceNames::default();
    let (text, sentences) = (&document.text, &mut document.sentences);
    let mut push = |span: ByteSpan, block_idx: u32| {
        let id = names.name(span.slice(text).unwrap_or_default());
        sentences.push(Sentence { span, block_idx, id });
        sentences.len() as u32 - 1
    };
    let story = |block: &Block| block.kind != BlockKind::Furniture;
    for (block_idx, block) in (0u32..).zip(&document.blocks).filter(|(_, block)| story(block)) {
        let first = before.partition_point(|sentence| sentence.span.end() <= block.span.start());
        let mut own = before.iter().enumerate().skip(first).take_while(|(_, s)| s.span.start() < block.span.end());
        let mut own = own.by_ref().peekable();
        if own.peek().is_none() {
            push(block.span, block_idx);
        }
        for (number, sentence) in own {
            let start = sentence.span.start().max(block.span.start()) as usize;
            let end = sentence.span.end().min(block.span.end()) as usize;
            let words = text.get(start..end).unwrap_or_default();
            let lead = words.len() - words.trim_start().len();
            let span = ByteSpan::from_range(start + lead..start + lead + words.trim().len());
            if let Some(span) = span.filter(|span| span.start() < span.end()) {
                let new = push(span, block_idx);
                numbers[number].get_or_insert(new);
            }
        }
    }
    numbers
}

/// What hangs on names while they are corrected.
struct Carried {
    /// Per document: where which entity was named, in text order.
    seen: Vec<Vec<(ByteSpan, EntityId)>>,
    /// The roles of each entity.
    roles: Vec<Vec<Role>>,
}

impl Carried {
    fn take(documents: &[Document], entities: &mut [Entity]) -> Self {
        let seen = documents
            .iter()
            .map(|document| document.mentions.iter().map(|mention| (mention.span, mention.entity)).collect());
        let roles = entities.iter_mut().map(|entity| std::mem::take(&mut entity.roles));
        Self { seen: seen.collect(), roles: roles.collect() }
    }

    /// What the entity is called now that a document named nearest to a place; `None` if it is no name any more.
    fn now(&self, documents: &[Document], doc: usize, entity: EntityId, place: ByteSpan) -> Option<EntityId> {
        let own = self.seen.get(doc)?.iter().filter(|(_, id)| *id == entity);
        let distance = |span: ByteSpan| {
            let before = place.start().saturating_sub(span.end());
            before.max(span.start().saturating_sub(place.end()))
        };
        let (nearest, _) = own.min_by_key(|(span, _)| (distance(*span), span.start()))?;
        let mentions = &documents[doc].mentions;
        let at = mentions.binary_search_by_key(&nearest.start(), |mention| mention.span.start()).ok()?;
        Some(mentions[at].entity)
    }

    /// Where most mentions of each entity have gone.
    fn heirs(&self, documents: &[Document]) -> BTreeMap<EntityId, EntityId> {
        let mut counts: BTreeMap<(EntityId, EntityId), u32> = BTreeMap::new();
        for (seen, document) in self.seen.iter().zip(documents) {
            let mut now = document.mentions.iter().peekable();
            for &(span, was) in seen {
                if let Some(mention) = now.next_if(|mention| mention.span == span) {
                    *counts.entry((was, mention.entity)).or_default() += 1;
                }
            }
        }
        let mut heirs: BTreeMap<EntityId, (u32, EntityId)> = BTreeMap::new();
        for ((was, is), n) in counts {
            let best = heirs.entry(was).or_insert((n, is));
            if n > best.0 {
                *best = (n, is);
            }
        }
        heirs.into_iter().map(|(was, (_, is))| (was, is)).collect()
    }

    /// Gives roles, speakers and reasons to what the names mean now.
    fn give(mut self, documents: &mut [Document], entities: &mut [Entity]) {
        let heirs = self.heirs(documents);
        for (was, roles) in (0u32..).map(EntityId).zip(std::mem::take(&mut self.roles)) {
            for role in roles {
                let now = self.now(documents, role.doc.0 as usize, was, role.span);
                if let Some(entity) = now.and_then(|id| entities.get_mut(id.0 as usize)) {
                    entity.roles.push(role);
                }
            }
        }
        for entity in entities {
            entity.roles.sort_by_key(|role| (role.doc, role.span.start()));
            // Each wording once, as the build has it.
            let mut known: Vec<String> = Vec::new();
            entity.roles.retain(|role| {
                let is_new = !known.contains(&role.text);
                known.extend(is_new.then(|| role.text.clone()));
                is_new
            });
        }
        for doc in 0..documents.len() {
            let mut quotations = std::mem::take(&mut documents[doc].quotations);
            for quotation in &mut quotations {
                if let Speaker::Entity(was, span) = quotation.speaker {
                    let now = self.now(documents, doc, was, span);
                    quotation.speaker = now.map_or(Speaker::Described(span), |now| Speaker::Entity(now, span));
                }
            }
            let document = &mut documents[doc];
            document.quotations = quotations;
            for related in &mut document.related {
                let mut reasons: Vec<Reason> = Vec::new();
                for reason in std::mem::take(&mut related.reasons) {
                    let now = match reason {
                        Reason::Entity(was) => heirs.get(&was).map(|now| Reason::Entity(*now)),
                        word => Some(word),
                    };
                    reasons.extend(now.filter(|now| !reasons.contains(now)));
                }
                related.reasons = reasons;
            }
        }
    }
}
