//! From joined things to the entities that readers see: their forms with counts and reasons, their name, their slug.

use std::borrow::Cow;
use std::collections::BTreeMap;

use corpus::model::{Document, Entity, EntityId, EntityKind, Mention, PossibleSame};

use super::across::{Across, Map};
use super::local::Local;
use super::naming::{self, Form};
use super::why::Why;
use crate::recognize::Found;
use crate::slug::slugs;

/// How many entities one is offered to be the same as.
const MAX_OFFERED: usize = 8;

/// An entity while it is counted.
struct Counted<'t> {
    kind: EntityKind,
    forms: Vec<Form<'t>>,
    /// Whether the longest form is the best name: people, and what has an acronym.
    wants_longest: bool,
}

/// The entities, in the order of their first mention, and the mentions of each document.
pub(super) fn finish(
    documents: &[Document],
    found: Vec<Vec<Found>>,
    locals: &[Local],
    across: &Across,
) -> (Vec<Entity>, Vec<Vec<Mention>>) {
    const NONE: u32 = u32::MAX;
    let mut ids = vec![NONE; across.n as usize];
    let mut counted: Vec<Counted<'_>> = Vec::new();
    let mut form_numbers: Map<(u32, Cow<'_, str>), usize> = Map::default();
    let mut all_ids: Vec<Vec<EntityId>> = Vec::with_capacity(documents.len());
    for (doc, (local, found)) in locals.iter().zip(&found).enumerate() {
        let mut own = Vec::with_capacity(found.len());
        for (&(thing_idx, why), found) in local.mentions.iter().zip(found) {
            let (thing, id) = (&local.things[thing_idx], &mut ids[across.entities[doc][thing_idx] as usize]);
            if *id == NONE {
                *id = counted.len() as u32;
                counted.push(Counted {
                    kind: thing.kind,
                    forms: Vec::new(),
                    wants_longest: thing.kind == EntityKind::Person,
                });
            }
            let entity = &mut counted[*id as usize];
            entity.wants_longest |= matches!(why, Why::Explained | Why::Letters | Why::Short);
            let why = across.whys.get(&(doc, thing_idx)).copied().unwrap_or_default().max(why);
            let why = Some(why).filter(|why| *why != Why::SameWords);
            let form = one_line(found.span.slice(&documents[doc].text).unwrap_or_default());
            let next = entity.forms.len();
            let number = *form_numbers.entry((*id, form.clone())).or_insert(next);
            match entity.forms.get_mut(number) {
                Some(known) => {
                    known.count += 1;
                    known.why = known.why.iter().copied().chain(why).min();
                }
                None => entity.forms.push(Form { text: form, count: 1, why }),
            }
            own.push(EntityId(*id));
        }
        all_ids.push(own);
    }
    drop(form_numbers);
    let mut taken = BTreeMap::new();
    let entity = |Counted { kind, forms, wants_longest }: Counted<'_>| {
        let (name, aliases) = naming::named(kind, forms, wants_longest);
        let slug = taken.entry(kind).or_insert_with(slugs).claim(&name);
        Entity { slug, kind, name, aliases, ..Entity::default() }
    };
    let mut entities: Vec<Entity> = counted.into_iter().map(entity).collect();
    let mention = |(found, entity): (Found, EntityId)| {
        let Found { span, by, confidence, .. } = found;
        Mention { span, entity, by, confidence }
    };
    let mentions =
        found.into_iter().zip(all_ids).map(|(found, ids)| found.into_iter().zip(ids).map(mention).collect()).collect();
    offer(&mut entities, across, &ids);
    (entities, mentions)
}

/// Tells the entities what each may be the same as. `ids` are theirs by the numbers of `across`.
fn offer(entities: &mut [Entity], across: &Across, ids: &[u32]) {
    for offer in &across.offers {
        let (one, other) = (ids[offer.one as usize], ids[offer.other as usize]);
        for (one, other) in [(one, other), (other, one)] {
            if let (Some(entity), true) = (entities.get_mut(one as usize), other != u32::MAX && one != other) {
                let other = EntityId(other);
                let is_new = entity.possible_same.iter().all(|known| known.other != other);
                if is_new && entity.possible_same.len() < MAX_OFFERED {
                    let (reason, confidence) = (offer.reason.to_owned(), offer.confidence);
                    entity.possible_same.push(PossibleSame { other, reason, confidence });
                }
            }
        }
    }
}

/// The form without line ends: they are where a page was narrow, and no other form of a name.
fn one_line(form: &str) -> Cow<'_, str> {
    let is_ascii = form.bytes().all(|byte| matches!(byte, b' '..=b'~'));
    let is_plain = is_ascii || !form.contains(|c: char| c.is_whitespace() && c != ' ');
    if is_plain && !form.contains("  ") {
        Cow::Borrowed(form)
    } else {
        Cow::Owned(form.split_whitespace().collect::<Vec<_>>().join(" "))
    }
}
