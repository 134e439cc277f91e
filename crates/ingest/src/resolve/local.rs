//! What one document alone says about its names: which mentions are one thing, under which words other documents may
//! have it, and what speaks for or against it being the same there.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use corpus::model::{Document, EntityKind};
use serde::{Deserialize, Serialize};

use super::forms::{Form, Forms, Seen};
use super::name::{Name, title_gender};
use super::people::{self, People};
use super::why::Why;
use super::{bodies, descriptions};
use crate::lists::{self, Gender};
use crate::recognize::Found;

/// The names of one document.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct Local {
    /// The things it names, in the order of their first mention.
    pub(super) things: Vec<Thing>,
    /// Per mention: the thing, and why the mention belongs to it.
    pub(super) mentions: Vec<(usize, Why)>,
}

/// One thing that a document names.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Thing {
    pub(super) kind: EntityKind,
    /// Its fullest name.
    pub(super) name: Name,
    /// What it is looked for by in other documents.
    pub(super) identity: String,
    /// Other identities that the document explains to be this one: acronyms, long forms.
    pub(super) explained: Vec<String>,
    /// Acronyms and parts of its name that the document has for it.
    pub(super) parts: Vec<(String, Why)>,
    /// Offices before its name, but for forms of address.
    pub(super) offices: BTreeSet<String>,
    /// What people do, by fields of life, and the offices they hold with their places.
    pub(super) fields: BTreeSet<Cow<'static, str>>,
    pub(super) posts: BTreeMap<String, String>,
    /// A person's gender, where an office or the given name tells it.
    pub(super) gender: Option<Gender>,
}

impl Local {
    /// Reads the names of one document.
    pub(crate) fn of(document: &Document, found: &[Found]) -> Self {
        let mut forms = Forms::of(document, found);
        bodies::join(&mut forms);
        people::join_full(&mut forms);
        let targets = targets(&mut forms);
        let mut local = Self::default();
        let mut numbers: BTreeMap<Target, usize> = BTreeMap::new();
        let mut by_root: BTreeMap<usize, usize> = BTreeMap::new();
        let mut explained: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        let telling = forms.explained.iter().filter(|explained| !explained.is_ticker);
        let in_brackets: BTreeSet<usize> = telling.flat_map(|explained| [explained.long, explained.acronym]).collect();
        for form in in_brackets {
            explained.entry(forms.root(form)).or_default().push(form);
        }
        for ((seen, found), (target, why)) in forms.mentions.iter().zip(found).zip(targets) {
            let next = local.things.len();
            let number = *numbers.entry(target).or_insert(next);
            if number == next {
                let form = &forms.all[target.root];
                local.things.push(Thing {
                    kind: form.kind,
                    name: form.name.clone(),
                    gender: target.gender,
                    ..Thing::default()
                });
            }
            let thing = &mut local.things[number];
            thing.name.generation = thing.name.generation.or(forms.all[seen.form].name.generation);
            if thing.kind == EntityKind::Person {
                thing.add_person(document, found, &seen.titles);
            }
            local.mentions.push((number, why));
        }
        for (target, number) in numbers {
            local.things[number].identify(&forms, explained.get(&target.root).map_or(&[], Vec::as_slice));
            if let (kind, None) = (forms.all[target.root].kind, target.gender)
                && kind != EntityKind::Person
            {
                by_root.insert(target.root, number);
            }
        }
        for form in 0..forms.all.len() {
            let (root, why) = (forms.root(form), forms.all[form].why);
            if let (Some(&number), true) = (by_root.get(&root), matches!(why, Why::Letters | Why::Short)) {
                local.things[number].parts.push((forms.all[form].name.key.clone(), why));
            }
        }
        local
    }
}

impl Thing {
    fn add_person(&mut self, document: &Document, found: &Found, titles: &[String]) {
        for title in titles {
            match title_gender(title) {
                Some(gender) => self.gender = self.gender.or(Some(gender)),
                None => drop(self.offices.insert(title.clone())),
            }
            self.fields.extend(lists::field_of_occupation(title).map(Cow::Borrowed));
        }
        descriptions::add(document, found.span, &mut self.fields, &mut self.posts);
    }

    /// Finds what the thing is looked for by.
    fn identify(&mut self, forms: &Forms, explained: &[usize]) {
        self.identity = self.name.known.clone().unwrap_or_else(|| self.name.key.clone());
        if self.kind == EntityKind::Person {
            self.gender = self.gender.or_else(|| self.name.gender());
            return;
        }
        for &form in explained {
            let name = &forms.all[form].name;
            let is_listed = if name.is_acronym { self.name.is_listed_for(name, self.kind) } else { Some(true) };
            match (&name.known, is_listed) {
                (Some(known), Some(true)) => self.identity.clone_from(known),
                // `Economic Rain Agency (ERA)` is not the ERA that everybody knows.
                (Some(_), Some(false)) => continue,
                _ => {}
            }
            self.explained.push(name.key.clone());
        }
    }
}

/// What a mention names: a main form, and the gender where one surname alone is a man's and a woman's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Target {
    root: usize,
    gender: Option<Gender>,
}

fn targets(forms: &mut Forms) -> Vec<(Target, Why)> {
    let mut people = People::of(forms);
    let mentions = std::mem::take(&mut forms.mentions);
    let genders = genders_of_alone(&mentions);
    let mut last_gender: BTreeMap<usize, Gender> = BTreeMap::new();
    let mut last_by_word: BTreeMap<String, usize> = BTreeMap::new();
    let mut targets = Vec::with_capacity(mentions.len());
    for seen in &mentions {
        let is_person = forms.all[seen.form].kind == EntityKind::Person;
        let person = if is_person { people.of_mention(forms, seen) } else { None };
        let before = targets.last().copied().filter(|_| seen.is_apposed && is_person);
        let person = match (before, forms.all[seen.form].name.words.is_empty()) {
            // `Bob Rain, the mayor`
            (Some((before, _)), true) if is_named(forms, before) => Some((before.root, Why::Office)),
            _ => person,
        };
        let person = person.or_else(|| general_word(forms, &mut last_by_word, seen.form));
        let target = match person {
            Some((root, why)) => (Target { root, gender: None }, why),
            None => {
                let root = forms.root(seen.form);
                let is_parted = is_person && genders.get(&seen.form).is_some_and(|genders| genders.len() > 1);
                let gender = seen.titles.iter().find_map(|title| title_gender(title)).filter(|_| is_parted);
                let gender = gender.or_else(|| last_gender.get(&seen.form).copied());
                last_gender.extend(gender.map(|gender| (seen.form, gender)));
                (Target { root, gender }, forms.all[seen.form].why)
            }
        };
        // `The mayor, Bob Rain`
        if let (Some((before, _)), true) = (before, is_named(forms, target.0))
            && is_office_alone(forms, before)
            && let Some(last) = targets.last_mut()
        {
            *last = (target.0, Why::Office);
        }
        targets.push(target);
    }
    forms.mentions = mentions;
    targets
}

/// The body named last whose name has this general word, where a mention is nothing else: `the Church`.
fn general_word(forms: &mut Forms, last_by_word: &mut BTreeMap<String, usize>, form: usize) -> Option<(usize, Why)> {
    let root = forms.root(form);
    let Form { kind: EntityKind::Organization, name, .. } = &forms.all[form] else { return None };
    if let ([only], true) = (name.words.as_slice(), root == form && name.known.is_none())
        && lists::is_organization_word(only)
    {
        return last_by_word.get(only).map(|&root| (root, Why::Short));
    }
    let general = name.words.iter().filter(|word| lists::is_organization_word(word));
    last_by_word.extend(general.map(|word| (word.clone(), root)));
    None
}

fn is_named(forms: &Forms, target: Target) -> bool {
    let form = &forms.all[target.root];
    form.kind == EntityKind::Person && !form.name.words.is_empty()
}

fn is_office_alone(forms: &Forms, target: Target) -> bool {
    let form = &forms.all[target.root];
    form.kind == EntityKind::Person && form.name.words.is_empty()
}

/// The genders that single words are addressed with.
fn genders_of_alone(mentions: &[Seen]) -> BTreeMap<usize, BTreeSet<Gender>> {
    let mut genders: BTreeMap<usize, BTreeSet<Gender>> = BTreeMap::new();
    for seen in mentions {
        genders.entry(seen.form).or_default().extend(seen.titles.iter().filter_map(|title| title_gender(title)));
    }
    genders
}
