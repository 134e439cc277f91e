//! From joined things to the entities that readers see: their forms with counts and reasons, their name, their slug.

use std::borrow::Cow;
use std::collections::BTreeMap;

use corpus::model::{Alias, Document, Entity, EntityId, EntityKind, Mention, PossibleSame};

use super::across::{Across, Map};
use super::local::Local;
use super::name::Name;
use super::why::Why;
use crate::recognize::Found;
use crate::slug::Slugs;

/// How many entities one is offered to be the same as.
const MAX_OFFERED: usize = 8;

/// An entity while it is counted.
struct Counted<'t> {
    kind: EntityKind,
    /// Forms with their counts and the best reason for each, but for having the words of the entity.
    forms: Vec<(Cow<'t, str>, u32, Option<Why>)>,
    /// Whether the longest form is the best name: people, and what has an acronym.
    wants_longest: bool,
}

/// Gives every document its mentions and returns the entities, in the order of their first mention.
pub(super) fn finish(
    documents: &mut [Document],
    found: Vec<Vec<Found>>,
    locals: &[Local],
    across: &Across,
) -> Vec<Entity> {
    const NONE: u32 = u32::MAX;
    let mut ids = vec![NONE; across.n as usize];
    let mut counted: Vec<Counted<'_>> = Vec::new();
    let mut form_numbers: Map<(u32, Cow<'_, str>), usize> = Map::default();
    let texts: Vec<&str> = documents.iter().map(|document| document.text.as_str()).collect();
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
            entity.wants_longest |= matches!(why, Why::Explained | Why::Letters);
            let why = across.whys.get(&(doc, thing_idx)).copied().unwrap_or_default().max(why);
            let why = Some(why).filter(|why| *why != Why::SameWords);
            let form = one_line(found.span.slice(texts[doc]).unwrap_or_default());
            let next = entity.forms.len();
            let number = *form_numbers.entry((*id, form.clone())).or_insert(next);
            match entity.forms.get_mut(number) {
                Some((_, count, best)) => (*count, *best) = (*count + 1, best.iter().copied().chain(why).min()),
                None => entity.forms.push((form, 1, why)),
            }
            own.push(EntityId(*id));
        }
        all_ids.push(own);
    }
    drop(form_numbers);
    let mut entities = entities(counted);
    for ((document, found), ids) in documents.iter_mut().zip(found).zip(all_ids) {
        let mention = |(found, entity): (Found, EntityId)| {
            let Found { span, by, confidence, .. } = found;
            Mention { span, entity, by, confidence }
        };
        document.mentions.extend(found.into_iter().zip(ids).map(mention));
    }
    for offer in &across.offers {
        let (one, other) = (ids[offer.one as usize], ids[offer.other as usize]);
        for (one, other) in [(one, other), (other, one)] {
            if let (Some(entity), true) = (entities.get_mut(one as usize), other != NONE && one != other) {
                let other = EntityId(other);
                let is_new = entity.possible_same.iter().all(|known| known.other != other);
                if is_new && entity.possible_same.len() < MAX_OFFERED {
                    let (reason, confidence) = (offer.reason.to_owned(), offer.confidence);
                    entity.possible_same.push(PossibleSame { other, reason, confidence });
                }
            }
        }
    }
    entities
}

/// The form without line ends: they are where a page was narrow, and no other form of a name.
fn one_line(form: &str) -> Cow<'_, str> {
    let is_plain = !form.contains(|c: char| c.is_whitespace() && c != ' ') && !form.contains("  ");
    if is_plain { Cow::Borrowed(form) } else { Cow::Owned(form.split_whitespace().collect::<Vec<_>>().join(" ")) }
}

fn entities(counted: Vec<Counted<'_>>) -> Vec<Entity> {
    let mut slugs: BTreeMap<EntityKind, Slugs> = BTreeMap::new();
    let entities = counted.into_iter().map(|Counted { kind, forms, wants_longest }| {
        let whys: Map<&str, Option<Why>> = forms.iter().map(|(text, _, why)| (text.as_ref(), *why)).collect();
        let alias = |text: &Cow<'_, str>, count| Alias { text: text.to_string(), count, ..Alias::default() };
        let mut aliases: Vec<Alias> = forms.iter().map(|(text, count, _)| alias(text, *count)).collect();
        aliases.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.text.cmp(&b.text)));
        let name = canonical(&aliases, wants_longest);
        let why_of = |text: &str| whys.get(text).copied().flatten();
        let bare = |text: &str| Name::of(text, kind).key;
        let name_key = bare(&name);
        for alias in &mut aliases {
            // A form that is the main one in its documents has the reason for which the name belongs to it there.
            let is_same = alias.text == name || bare(&alias.text) == name_key;
            let why = if is_same { None } else { why_of(&alias.text).or_else(|| why_of(&name)) };
            (alias.reason, alias.confidence) =
                (why.unwrap_or_default().reason().to_owned(), why.unwrap_or_default().confidence());
        }
        let slug = slugs.entry(kind).or_default().claim(&name);
        Entity { slug, kind, name, aliases, ..Entity::default() }
    });
    entities.collect()
}

/// How many times less often than the most frequent long form the fullest one may stand in the text.
const MAX_RARER: u32 = 8;

/// The name that readers see: the fullest common form, or else the one most used, the longer of two that are used as
/// often.
fn canonical(aliases: &[Alias], wants_longest: bool) -> String {
    let n_words = |alias: &Alias| alias.text.split_whitespace().count();
    let is_shouted = |alias: &Alias| alias.text.contains(' ') && !alias.text.contains(char::is_lowercase);
    let usual = aliases.iter().filter(|alias| n_words(alias) > 1 && !is_shouted(alias)).map(|alias| alias.count).max();
    let is_common = |alias: &&Alias| alias.count * MAX_RARER >= usual.unwrap_or_default();
    let best = match wants_longest {
        true => aliases.iter().filter(is_common).max_by_key(|alias| (!is_shouted(alias), n_words(alias), alias.count)),
        false => aliases.iter().max_by_key(|alias| (!is_shouted(alias), alias.count, alias.text.len())),
    };
    best.map(|alias| alias.text.clone()).unwrap_or_default()
}
