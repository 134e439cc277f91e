//! Corrections of who said something. The words quoted stay as they were found.

use std::collections::BTreeMap;

use corpus::model::{Document, Entity, EntityId, Quotation, Speaker};
use corpus::span::ByteSpan;

use crate::Corrections;
use crate::documents::is_called;
use crate::entities::name_key;
use crate::file::QuotationEntry;
use crate::passages::{Folded, fold};
use crate::report::Report;

impl Corrections {
    /// Gives quotations the speakers that the entries name. It comes after quotations were found.
    pub fn correct_speakers(&self, documents: &mut [Document], entities: &[Entity], report: &mut Report) {
        if self.quotations.is_empty() {
            return;
        }
        let by_name = ids_by_name(entities);
        for entry in &self.quotations {
            let words = fold(&entry.words);
            let (mut n_found, mut n_set) = (0, 0);
            for document in documents.iter_mut() {
                if entry.path.as_deref().is_some_and(|path| !is_called(document, path)) {
                    continue;
                }
                let mut quotations = std::mem::take(&mut document.quotations);
                for quotation in &mut quotations {
                    let quoted = quotation.span.slice(&document.text).unwrap_or_default();
                    if fold(quoted).contains(&words) {
                        n_found += 1;
                        let speaker = speaker(entry, document, quotation, entities, &by_name);
                        n_set += usize::from(speaker.is_some());
                        if let Some(speaker) = speaker {
                            quotation.speaker = speaker;
                            quotation.by = "a correction".to_owned();
                            quotation.confidence = 100;
                        }
                    }
                }
                document.quotations = quotations;
            }
            let message = match (n_found, n_set) {
                (0, _) => "no quotation has these words; not applied".to_owned(),
                (_, 0) => format!("{:?} is neither a name nor words of the document; not applied", entry.speaker),
                _ => continue,
            };
            report.line(&self.path, entry.line, message);
        }
    }
}

/// Entities by their own names, then by the other forms of their names.
fn ids_by_name(entities: &[Entity]) -> BTreeMap<String, Vec<EntityId>> {
    let mut by_name: BTreeMap<String, Vec<EntityId>> = BTreeMap::new();
    let names = (0u32..).zip(entities).map(|(id, entity)| (id, &entity.name));
    let forms = (0u32..).zip(entities).flat_map(|(id, entity)| entity.aliases.iter().map(move |form| (id, &form.text)));
    for (id, name) in names.chain(forms) {
        let ids = by_name.entry(name_key(name)).or_default();
        if ids.last() != Some(&EntityId(id)) {
            ids.push(EntityId(id));
        }
    }
    by_name
}

/// The speaker that the entry names; `None` if the document has neither such a name nor such words.
fn speaker(
    entry: &QuotationEntry,
    document: &Document,
    quotation: &Quotation,
    entities: &[Entity],
    by_name: &BTreeMap<String, Vec<EntityId>>,
) -> Option<Speaker> {
    if entry.speaker.is_empty() {
        return Some(Speaker::Unresolved);
    }
    let ids = by_name.get(&name_key(&entry.speaker)).into_iter().flatten().copied();
    let fits = |id: &EntityId| {
        let kind = entities.get(id.0 as usize).map(|entity| entity.kind);
        entry.kind.is_none() || kind == entry.kind
    };
    let ids: Vec<EntityId> = ids.filter(fits).collect();
    let is_named_here = |id: &&EntityId| document.mentions.iter().any(|mention| mention.entity == **id);
    if let Some(&id) = ids.iter().find(is_named_here).or(ids.first()) {
        return naming_words(document, quotation, id).map(|span| Speaker::Entity(id, span));
    }
    let words = Folded::of(&document.text).find(&entry.speaker);
    nearest(words.into_iter(), quotation.span).map(Speaker::Described)
}

/// The words that name the speaker for this quotation: its name in the attribution, the "he" or "the official" that
/// stands there, its name elsewhere in the document, or else whatever attributes the words.
fn naming_words(document: &Document, quotation: &Quotation, id: EntityId) -> Option<ByteSpan> {
    let names = || document.mentions.iter().filter(|mention| mention.entity == id).map(|mention| mention.span);
    let in_attribution = names().find(|name| quotation.attribution.is_some_and(|whole| whole.contains(*name)));
    let stands_for_name = match quotation.speaker {
        Speaker::Described(span) | Speaker::Unnamed(span) => Some(span),
        Speaker::Entity(..) | Speaker::Unresolved => None,
    };
    let anywhere = || nearest(names(), quotation.span);
    in_attribution.or(stands_for_name).or_else(anywhere).or(quotation.attribution).or(quotation.cue)
}

/// The stretch that is closest to the quotation; the earlier of two that are as close.
fn nearest(spans: impl Iterator<Item = ByteSpan>, quotation: ByteSpan) -> Option<ByteSpan> {
    spans.min_by_key(|span| {
        let before = quotation.start().saturating_sub(span.end());
        (before.max(span.start().saturating_sub(quotation.end())), span.start())
    })
}
