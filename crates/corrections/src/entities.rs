//! Corrections of names: merged, split, renamed, of another kind, or none at all. It works on mentions that have their
//! entities already, and knows nothing of how they were found.

use std::collections::BTreeMap;

use corpus::analysis::key;
use corpus::model::{Alias, Document, Entity, EntityId, EntityKind, PossibleSame};

use crate::Corrections;
use crate::documents::is_called;
use crate::file::{Action, NameEntry};
use crate::passages::fold;
use crate::report::Report;
use crate::slugs::{AsciiName, Slugs};

impl Corrections {
    /// Applies the entries about names, from the top of the file to its end, and returns the entities as they are then,
    /// in the order of their first mention. It comes after resolution and before anything that uses entities.
    pub fn correct_entities(
        &self,
        documents: &mut [Document],
        entities: Vec<Entity>,
        ascii: AsciiName,
        report: &mut Report,
    ) -> Vec<Entity> {
        if self.names.is_empty() {
            return entities;
        }
        self.rename_all(documents, entities, ascii, report)
    }

    /// The same, with forms and their numbers counted anew whatever there is to correct.
    pub(crate) fn rename_all(
        &self,
        documents: &mut [Document],
        entities: Vec<Entity>,
        ascii: AsciiName,
        report: &mut Report,
    ) -> Vec<Entity> {
        let mut names = Names::of(documents, entities);
        for entry in &self.names {
            self.correct_name(entry, &mut names, documents, report);
        }
        names.finish(documents, ascii, |line| self.by(line))
    }

    fn correct_name(&self, entry: &NameEntry, names: &mut Names, documents: &[Document], report: &mut Report) {
        let is_in_path = |doc: usize| entry.path.as_deref().is_none_or(|path| is_called(&documents[doc], path));
        let is_split = matches!(entry.action, Action::Split { .. });
        let mut found = Vec::new();
        for name in &entry.names {
            let mut named = match is_split {
                true => names.worded(&name.value, entry.kind),
                // A merge may say the kind that the entity gets, and no name needs to have it yet.
                false => names.named(
                    &name.value,
                    entry.kind.filter(|&kind| {
                        !matches!(entry.action, Action::Merge { .. }) || names.has_kind(&name.value, kind)
                    }),
                ),
            };
            named.retain(|&mention| is_in_path(names.mentions[mention].doc));
            if named.is_empty() {
                let place = entry.path.as_ref().map_or_else(String::new, |path| format!(" in {path:?}"));
                let kind = entry.kind.map_or("name", EntityKind::word);
                report.line(&self.path, name.line, format!("no {kind} {:?} was found{place}; not applied", name.value));
            }
            found.extend(named);
        }
        let Some(&first) = found.first() else { return };
        let kind_of_first = names.kind_of(first);
        match &entry.action {
            Action::Merge { into } => {
                let slot = names.slot(entry.kind.or(kind_of_first).unwrap_or_default(), into);
                names.assign(&found, Some(slot), entry.line);
            }
            Action::Split { into } => {
                for (kind, mentions) in names.by_kind(&found) {
                    let slot = names.new_slot(kind, into);
                    names.assign(&mentions, Some(slot), entry.line);
                }
            }
            Action::Rename { into } => {
                for (kind, mentions) in names.by_kind(&found) {
                    let slot = names.slot(kind, into);
                    names.assign(&mentions, Some(slot), entry.line);
                }
            }
            Action::Retype { to } => {
                let mut by_name: BTreeMap<String, Vec<usize>> = BTreeMap::new();
                for &mention in &found {
                    by_name.entry(names.name_of(mention)).or_default().push(mention);
                }
                for (name, mentions) in by_name {
                    let slot = names.slot(*to, &name);
                    names.assign(&mentions, Some(slot), entry.line);
                }
            }
            Action::Reject => names.assign(&found, None, entry.line),
        }
    }
}

/// The folded words of a name without an article before them.
pub(super) fn name_key(name: &str) -> String {
    let key = key(name);
    key.strip_prefix("the ").map_or(key.clone(), str::to_owned)
}

/// An entity while it is corrected.
struct Slot {
    kind: EntityKind,
    name: String,
    /// Whether a correction has given it its name.
    is_named: bool,
    /// The entity that was found, if it is one.
    found: Option<Entity>,
    /// Mentions that it has or had.
    mentions: Vec<usize>,
}

/// A mention while it is corrected; `None` if it is rejected.
struct Seen {
    doc: usize,
    slot: Option<usize>,
    /// The correction that gave it its entity.
    line: Option<usize>,
}

/// All mentions and entities, found by name and by wording.
struct Names {
    slots: Vec<Slot>,
    mentions: Vec<Seen>,
    slots_by_name: BTreeMap<String, Vec<usize>>,
    mentions_by_wording: BTreeMap<String, Vec<usize>>,
}

impl Names {
    fn of(documents: &[Document], entities: Vec<Entity>) -> Self {
        let mut names = Self {
            slots: Vec::new(),
            mentions: Vec::new(),
            slots_by_name: BTreeMap::new(),
            mentions_by_wording: BTreeMap::new(),
        };
        for entity in entities {
            let slot = names.new_slot(entity.kind, &entity.name);
            (names.slots[slot].found, names.slots[slot].is_named) = (Some(entity), false);
        }
        for (doc, document) in documents.iter().enumerate() {
            for mention in &document.mentions {
                let number = names.mentions.len();
                let slot = mention.entity.0 as usize;
                let wording = name_key(mention.span.slice(&document.text).unwrap_or_default());
                names.mentions_by_wording.entry(wording).or_default().push(number);
                if let Some(slot) = names.slots.get_mut(slot) {
                    slot.mentions.push(number);
                }
                names.mentions.push(Seen { doc, slot: Some(slot), line: None });
            }
        }
        names
    }

    fn kind_of(&self, mention: usize) -> Option<EntityKind> {
        self.slots.get(self.mentions[mention].slot?).map(|slot| slot.kind)
    }

    fn name_of(&self, mention: usize) -> String {
        let slot = self.mentions[mention].slot.and_then(|slot| self.slots.get(slot));
        slot.map_or_else(String::new, |slot| slot.name.clone())
    }

    fn fits(&self, mention: usize, kind: Option<EntityKind>) -> bool {
        let own = self.kind_of(mention);
        own.is_some() && (kind.is_none() || own == kind)
    }

    /// The mentions of the entities with this name, or else those that are worded so.
    fn named(&self, name: &str, kind: Option<EntityKind>) -> Vec<usize> {
        let slots = self.slots_by_name.get(&name_key(name)).into_iter().flatten();
        let of_slot = |&slot: &usize| {
            let mentions = self.slots[slot].mentions.iter().copied();
            mentions.filter(move |&mention| self.mentions[mention].slot == Some(slot))
        };
        let mut mentions: Vec<usize> = slots.flat_map(of_slot).filter(|&mention| self.fits(mention, kind)).collect();
        mentions.sort_unstable();
        mentions.dedup();
        if mentions.is_empty() { self.worded(name, kind) } else { mentions }
    }

    /// The mentions that are worded so.
    fn worded(&self, wording: &str, kind: Option<EntityKind>) -> Vec<usize> {
        let mentions = self.mentions_by_wording.get(&name_key(wording)).into_iter().flatten().copied();
        mentions.filter(|&mention| self.fits(mention, kind)).collect()
    }

    fn has_kind(&self, name: &str, kind: EntityKind) -> bool {
        !self.named(name, Some(kind)).is_empty()
    }

    fn by_kind(&self, mentions: &[usize]) -> BTreeMap<EntityKind, Vec<usize>> {
        let mut by_kind: BTreeMap<EntityKind, Vec<usize>> = BTreeMap::new();
        for &mention in mentions {
            by_kind.entry(self.kind_of(mention).unwrap_or_default()).or_default().push(mention);
        }
        by_kind
    }

    /// The entity of this kind and name; its name is worded as here from now on.
    fn slot(&mut self, kind: EntityKind, name: &str) -> usize {
        let name = fold(name);
        let named = self.slots_by_name.get(&name_key(&name)).into_iter().flatten();
        let known = named.copied().find(|&slot| self.slots[slot].kind == kind);
        match known {
            Some(slot) => {
                (self.slots[slot].name, self.slots[slot].is_named) = (name, true);
                slot
            }
            None => self.new_slot(kind, &name),
        }
    }

    fn new_slot(&mut self, kind: EntityKind, name: &str) -> usize {
        let slot = self.slots.len();
        self.slots_by_name.entry(name_key(name)).or_default().push(slot);
        self.slots.push(Slot { kind, name: fold(name), is_named: true, found: None, mentions: Vec::new() });
        slot
    }

    fn assign(&mut self, mentions: &[usize], slot: Option<usize>, line: usize) {
        for &number in mentions {
            let mention = &mut self.mentions[number];
            if mention.slot != slot {
                (mention.slot, mention.line) = (slot, Some(line));
            }
        }
        if let Some(slot) = slot.and_then(|slot| self.slots.get_mut(slot)) {
            slot.mentions.extend(mentions);
        }
    }

    /// Gives the documents their mentions and returns the entities. An entity keeps its slug, so that its address lives.
    fn finish(self, documents: &mut [Document], ascii: AsciiName, by: impl Fn(usize) -> String) -> Vec<Entity> {
        let Self { slots, mentions, .. } = self;
        let mut ids: BTreeMap<usize, usize> = BTreeMap::new();
        let mut found: Vec<(usize, BTreeMap<String, u32>)> = Vec::new();
        let mut seen = mentions.into_iter();
        for document in documents {
            let text = &document.text;
            document.mentions.retain_mut(|mention| {
                let Some(Seen { slot: Some(slot), line, .. }) = seen.next() else { return false };
                let id = *ids.entry(slot).or_insert(found.len());
                if id == found.len() {
                    found.push((slot, BTreeMap::new()));
                }
                *found[id].1.entry(fold(mention.span.slice(text).unwrap_or_default())).or_default() += 1;
                mention.entity = EntityId(u32::try_from(id).unwrap_or(u32::MAX));
                if let Some(line) = line {
                    (mention.by, mention.confidence) = (by(line), 100);
                }
                true
            });
        }
        let mut slugs: BTreeMap<EntityKind, Slugs> = BTreeMap::new();
        let mut claim =
            |kind: EntityKind, words: &str| slugs.entry(kind).or_insert_with(|| Slugs::new(ascii)).claim(words);
        let kept: Vec<Option<String>> = found
            .iter()
            .map(|(slot, _)| slots[*slot].found.as_ref().map(|found| claim(slots[*slot].kind, &found.slug)))
            .collect();
        let entities = found.into_iter().zip(kept).map(|((slot, forms), kept)| {
            let Slot { kind, name, is_named, .. } = &slots[slot];
            let mut aliases: Vec<Alias> =
                forms.into_iter().map(|(text, count)| slots[slot].alias(text, count)).collect();
            aliases.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.text.cmp(&b.text)));
            // The form that gave the entity its name may mean something else now.
            let has_name = *is_named || aliases.iter().any(|alias| alias.text == *name);
            let name = aliases.first().filter(|_| !has_name).map_or(name, |alias| &alias.text);
            let slug = kept.unwrap_or_else(|| claim(*kind, name));
            let possible_same = slots[slot].possible_same(&ids);
            Entity { slug, kind: *kind, name: name.clone(), aliases, possible_same, ..Entity::default() }
        });
        entities.collect()
    }
}

impl Slot {
    /// A form with the reason for which it was found to belong here, or else because a correction says so.
    fn alias(&self, text: String, count: u32) -> Alias {
        let found = self.found.iter().flat_map(|found| &found.aliases).find(|alias| alias.text == text);
        match found {
            Some(alias) => Alias { text, count, ..alias.clone() },
            None => Alias { text, count, reason: "correction".to_owned(), confidence: 100 },
        }
    }

    /// What the entity was found to be possibly the same as, and still is another entity. `ids` are those of the slots.
    fn possible_same(&self, ids: &BTreeMap<usize, usize>) -> Vec<PossibleSame> {
        let found = self.found.iter().flat_map(|found| &found.possible_same);
        let kept = found.filter_map(|possible| {
            let other = u32::try_from(*ids.get(&(possible.other.0 as usize))?).ok()?;
            Some(PossibleSame { other: EntityId(other), ..possible.clone() })
        });
        kept.collect()
    }
}
