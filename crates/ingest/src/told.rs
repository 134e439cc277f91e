//! What a document tells of those it names: who they are, and what they said. It follows from the document and its own
//! names alone, whatever else is in the collection.

use std::collections::BTreeMap;

use corpus::model::{Document, Entity, EntityId, Mention, Quotation, Speaker};
use corpus::span::ByteSpan;
use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::xxh3_128;

use crate::{quotations, roles};

/// What one document tells, with the entities that it names numbered in the order in which they first come.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct Told {
    /// Roles with those who have them.
    pub(crate) roles: Vec<(EntityId, ByteSpan)>,
    /// Quotations with their speakers.
    pub(crate) quotations: Vec<Quotation>,
}

/// A document while its entities have numbers of its own.
pub(crate) struct Named<'d> {
    document: &'d mut Document,
    /// Kind and name of each entity, and nothing else of it: that would depend on other documents.
    entities: Vec<Entity>,
    /// The number of each in the collection.
    ids: Vec<EntityId>,
}

impl<'d> Named<'d> {
    /// Numbers the document's entities by themselves, until [`Self::finish`].
    pub(crate) fn new(document: &'d mut Document, all: &[Entity]) -> Self {
        let (mut entities, mut ids): (Vec<Entity>, Vec<EntityId>) = Default::default();
        let mut numbers: BTreeMap<EntityId, EntityId> = BTreeMap::new();
        for mention in &mut document.mentions {
            let id = mention.entity;
            mention.entity = *numbers.entry(id).or_insert_with(|| {
                let known = all.get(id.0 as usize).map(|known| (known.kind, known.name.clone()));
                let (kind, name) = known.unwrap_or_default();
                entities.push(Entity { kind, name, ..Entity::default() });
                ids.push(id);
                EntityId(ids.len() as u32 - 1)
            });
        }
        Self { document, entities, ids }
    }

    /// A hash of all that the result depends on, beside the document without its mentions.
    pub(crate) fn fingerprint(&self) -> u128 {
        let mut all: Vec<u8> = Vec::new();
        let text = |all: &mut Vec<u8>, text: &str| {
            all.extend((text.len() as u64).to_le_bytes());
            all.extend(text.as_bytes());
        };
        for Mention { span, entity, by, confidence } in &self.document.mentions {
            [span.start(), span.end(), entity.0].into_iter().for_each(|number| all.extend(number.to_le_bytes()));
            all.push(*confidence);
            text(&mut all, by);
        }
        for Entity { kind, name, .. } in &self.entities {
            all.extend(kind.number().to_le_bytes());
            text(&mut all, name);
        }
        xxh3_128(&all)
    }

    /// Reads what the document tells.
    pub(crate) fn told(&self) -> Told {
        Told {
            roles: roles::of(self.document, &self.entities),
            quotations: quotations::of(self.document, &self.entities),
        }
    }

    /// Gives the entities the numbers of the collection again, and the document its quotations; returns the roles.
    pub(crate) fn finish(self, told: Told) -> Vec<(EntityId, ByteSpan)> {
        let Self { document, entities: _, ids } = self;
        let known = |own: EntityId| ids.get(own.0 as usize).copied();
        document.mentions.iter_mut().for_each(|mention| mention.entity = known(mention.entity).unwrap_or_default());
        document.quotations = told.quotations;
        for quotation in &mut document.quotations {
            if let Speaker::Entity(own, span) = quotation.speaker {
                quotation.speaker = known(own).map_or(Speaker::Described(span), |id| Speaker::Entity(id, span));
            }
        }
        told.roles.into_iter().filter_map(|(own, span)| Some((known(own)?, span))).collect()
    }
}
