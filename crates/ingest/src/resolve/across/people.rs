//! People of all documents: by their full names, then surnames alone.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use corpus::model::EntityKind;

use super::context::{Companies, Company, Context};
use super::{Across, MAX_OFFERS, Map, NONE, add, things};
use crate::lists::{self, Gender};
use crate::resolve::local::{Local, Thing};
use crate::resolve::name::{Generation, Name};
use crate::resolve::people::{MAX_COMPARED, fits, fits_generation, fullness, is_full};
use crate::resolve::why::Why;

/// How many people one name is told apart into; what speaks for more of them is left with the first.
const MAX_NAMESAKES: usize = 6;

/// What the names that two documents share must weigh for an uncertain name in them to be one person's.
const MIN_SHARED: usize = 2;

/// A person of several documents, while it is put together.
struct Person<'l> {
    name: &'l Name,
    things: Vec<(usize, usize)>,
    id: u32,
}

fn docs(things: &[(usize, usize)]) -> impl Iterator<Item = usize> + use<'_> {
    things.iter().map(|(doc, _)| *doc)
}

/// Gives all people their entities.
pub(super) fn join(across: &mut Across, locals: &[Local]) {
    let mut people = full_names(locals);
    let unsure = join_variants(&mut people);
    join_by_office(across, locals, &mut people, &unsure);
    for person in people.iter_mut().filter(|person| !person.things.is_empty()) {
        person.id = across.next();
        for &(doc, thing) in &person.things {
            across.entities[doc][thing] = person.id;
        }
    }
    for (name, fuller) in unsure.into_iter().filter(|(name, _)| !people[*name].things.is_empty()) {
        let ids: Vec<u32> = fuller.iter().map(|&number| people[number].id).collect();
        across.offer(people[name].id, &ids, "name of more than one person with a fuller name", 40);
    }
    let context = Context::of(across, locals);
    people.retain(|person| !person.things.is_empty());
    part_namesakes(across, locals, &context, &mut people);
    join_other_forms(across, &context, &mut people);
    join_alone(across, locals, &context, &people);
}

/// People by their full names as they are worded.
fn full_names(locals: &[Local]) -> Vec<Person<'_>> {
    let mut numbers: Map<(&str, Option<Generation>), usize> = Map::default();
    let mut people: Vec<Person<'_>> = Vec::new();
    let is_full = |thing: &Thing| thing.kind == EntityKind::Person && is_full(&thing.name);
    for (doc, idx, thing) in things(locals).filter(|(_, _, thing)| is_full(thing)) {
        let number = *numbers.entry((&thing.name.key, thing.name.generation)).or_insert(people.len());
        match people.get_mut(number) {
            Some(person) => person.things.push((doc, idx)),
            None => people.push(Person { name: &thing.name, things: vec![(doc, idx)], id: NONE }),
        }
    }
    people
}

/// Brings together full names that differ in what is between the first and the last word: a name without it is the
/// one fuller name that there is. Returns who could be several people, and whom.
fn join_variants(people: &mut [Person<'_>]) -> Vec<(usize, Vec<usize>)> {
    let mut order: Vec<usize> = (0..people.len()).collect();
    order.sort_by_key(|&number| std::cmp::Reverse(fullness(people[number].name)));
    let mut by_ends: Map<(&str, &str), Vec<usize>> = Map::default();
    let mut unsure = Vec::new();
    for number in order {
        let name = people[number].name;
        let (Some(first), Some(last)) = (name.words.first(), name.words.last()) else { continue };
        let known = by_ends.entry((first, last)).or_default();
        if known.len() > MAX_COMPARED {
            continue;
        }
        let fitting: Vec<usize> = known.iter().copied().filter(|&other| fits(people[other].name, name)).collect();
        if let [only] = fitting[..] {
            let things = std::mem::take(&mut people[number].things);
            people[only].things.extend(things);
            people[only].things.sort_unstable();
        } else {
            known.push(number);
            unsure.extend((!fitting.is_empty()).then_some((number, fitting)));
        }
    }
    unsure
}

/// Where a document calls somebody by an office and by a name that several people have, the only one of them who has the
/// office in other documents is meant.
fn join_by_office(across: &mut Across, locals: &[Local], people: &mut [Person<'_>], unsure: &[(usize, Vec<usize>)]) {
    let offices = |&(doc, thing): &(usize, usize)| &locals[doc].things[thing].offices;
    for (name, fuller) in unsure {
        let bearers = fuller.iter().map(|&number| people[number].things.iter().flat_map(offices).collect());
        let bearers: Vec<BTreeSet<&String>> = bearers.collect();
        for at in std::mem::take(&mut people[*name].things) {
            let has_office = |bearer: &BTreeSet<&String>| offices(&at).iter().any(|office| bearer.contains(office));
            let mut fitting = fuller.iter().zip(&bearers).filter(|(_, bearer)| has_office(bearer));
            let only = fitting.next().filter(|_| fitting.next().is_none());
            people[only.map_or(*name, |(number, _)| *number)].things.push(at);
            across.whys.extend(only.map(|_| (at, Why::SharedOffice)));
        }
        fuller.iter().for_each(|&number| people[number].things.sort_unstable());
    }
}

/// What documents say about one of several people of one name.
#[derive(Default)]
struct Profile {
    gender: Option<Gender>,
    fields: BTreeSet<Cow<'static, str>>,
    posts: BTreeMap<String, String>,
    things: Vec<(usize, usize)>,
}

impl Profile {
    /// Whether something speaks against the thing being this person.
    fn contradicts(&self, thing: &Thing) -> bool {
        let genders = self.gender.zip(thing.gender).is_some_and(|(own, other)| own != other);
        // Who was an actor, a lawyer or a general may be in politics now.
        let is_open = |field: &Cow<'_, str>| !matches!(field.as_ref(), "politics" | "law" | "force" | "arts");
        let is_telling = self.fields.iter().any(is_open) || thing.fields.iter().any(is_open);
        let fields =
            !self.fields.is_empty() && !thing.fields.is_empty() && is_telling && self.fields.is_disjoint(&thing.fields);
        let posts = thing.posts.iter().any(|(head, place)| self.posts.get(head).is_some_and(|own| own != place));
        genders || fields || posts
    }

    fn add(&mut self, thing: &Thing, at: (usize, usize)) {
        self.gender = self.gender.or(thing.gender);
        self.fields.extend(thing.fields.iter().cloned());
        self.posts.extend(thing.posts.iter().map(|(head, place)| (head.clone(), place.clone())));
        self.things.push(at);
    }
}

/// Whether the thing says anything that could tell it from a namesake.
fn tells(thing: &Thing) -> bool {
    !thing.fields.is_empty() || !thing.posts.is_empty() || thing.gender.is_some()
}

/// Parts people of one name whom documents describe as different people, and offers them to be one.
fn part_namesakes<'l>(across: &mut Across, locals: &'l [Local], context: &Context, people: &mut Vec<Person<'l>>) {
    let mut parted = Vec::new();
    for person in people.iter_mut() {
        let profiles = profiles(locals, context, person);
        if profiles.len() < 2 {
            continue;
        }
        let mut ids = Vec::new();
        for (number, profile) in profiles.into_iter().enumerate() {
            let id = if number == 0 { person.id } else { across.next() };
            for &(doc, thing) in &profile.things {
                across.entities[doc][thing] = id;
            }
            ids.push(id);
            match number {
                0 => person.things = profile.things,
                _ => parted.push(Person { name: person.name, things: profile.things, id }),
            }
        }
        let (first, others) = (ids[0], &ids[1..]);
        across.offer(first, others, "same name, but the documents describe different people", 30);
    }
    people.extend(parted);
}

/// The people that one name stands for. A document without a description belongs to the one whose documents share
/// names with it; if none does, to the first.
fn profiles(locals: &[Local], context: &Context, person: &Person<'_>) -> Vec<Profile> {
    let thing_at = |&(doc, thing): &(usize, usize)| &locals[doc].things[thing];
    let mut profiles: Vec<Profile> = Vec::new();
    let (telling, silent): (Vec<_>, Vec<_>) = person.things.iter().partition(|at| tells(thing_at(at)));
    for at in telling {
        let thing = thing_at(at);
        let shares = |profile: &Profile| {
            let is_same_doc = profile.things.last().is_some_and(|last| last.0 == at.0);
            is_same_doc || {
                let company = context.company(docs(&profile.things), &[person.id]);
                context.shared(std::iter::once(at.0), &company) >= MIN_SHARED
            }
        };
        let fitting = profiles.iter().position(|profile| !profile.contradicts(thing));
        let fitting = fitting.or_else(|| profiles.iter().position(shares));
        match fitting {
            Some(number) => profiles[number].add(thing, *at),
            None if profiles.len() < MAX_NAMESAKES => {
                let mut profile = Profile::default();
                profile.add(thing, *at);
                profiles.push(profile);
            }
            None => profiles[0].things.push(*at),
        }
    }
    if profiles.len() < 2 {
        return Vec::new();
    }
    let companies: Vec<Company> =
        profiles.iter().map(|profile| context.company(docs(&profile.things), &[person.id])).collect();
    for at in silent {
        let shared = companies.iter().map(|company| context.shared(std::iter::once(at.0), company));
        let best = shared.enumerate().max_by_key(|&(number, shared)| (shared, std::cmp::Reverse(number)));
        profiles[best.map_or(0, |(number, _)| number)].things.push(*at);
    }
    profiles.iter_mut().for_each(|profile| profile.things.sort_unstable());
    profiles
}

/// How a full name can be another form of a fuller one.
fn other_forms(name: &Name) -> impl Iterator<Item = (String, &'static str)> + use<'_> {
    let (first, last) = (name.words.first().map_or("", String::as_str), name.words.last().map_or("", String::as_str));
    let plain = lists::plain_given_name(first);
    let is_initial = first.chars().nth(1).is_none();
    let forms = [
        (is_initial, format!("{first}.{last}"), "same surname, and an initial that fits"),
        (!is_initial && plain != first, format!("{plain} {last}"), "same surname, and a form of the given name"),
        (true, format!("-{}", name.words.join(" ")), "surname of the person in other documents"),
    ];
    forms.into_iter().filter(|(is_form, ..)| *is_form).map(|(_, key, reason)| (key, reason))
}

/// People by the keys that [`other_forms`] has for other forms of their names.
fn by_other_forms(people: &[Person<'_>]) -> Map<String, Vec<usize>> {
    let mut by_form: Map<String, Vec<usize>> = Map::default();
    for (number, person) in people.iter().enumerate() {
        let words = &person.name.words;
        let [first, .., last] = words.as_slice() else { continue };
        add(&mut by_form, format!("{} {last}", lists::plain_given_name(first)), number);
        add(&mut by_form, format!("{}.{last}", first.chars().take(1).collect::<String>()), number);
        for cut in 1..words.len() - 1 {
            add(&mut by_form, format!("-{}", words[cut..].join(" ")), number);
        }
    }
    by_form
}

/// Brings together people whose names are forms of one name where their documents share other names; offers them
/// elsewhere.
fn join_other_forms(across: &mut Across, context: &Context, people: &mut [Person<'_>]) {
    let by_form = by_other_forms(people);
    for number in 0..people.len() {
        let name = people[number].name;
        for (key, reason) in other_forms(name) {
            let fits = |&&other: &&usize| {
                let words = &people[other].name.words;
                let is_part = words.len() > name.words.len() && words.ends_with(&name.words);
                let renamed = Name { words: [&words[..1], &name.words[1..]].concat(), ..name.clone() };
                people[other].id != people[number].id
                    && (is_part || words[0] != name.words[0] && fits(people[other].name, &renamed))
            };
            let known = by_form.get(&key).filter(|known| known.len() <= MAX_OFFERS);
            let others: Vec<usize> = known.into_iter().flatten().filter(fits).copied().collect();
            if let [only] = others[..] {
                let company = context.company(docs(&people[only].things), &[people[only].id, people[number].id]);
                if context.shared(docs(&people[number].things), &company) >= MIN_SHARED {
                    let id = people[only].id;
                    people[number].id = id;
                    for &(doc, thing) in &people[number].things {
                        across.entities[doc][thing] = id;
                        across.whys.insert((doc, thing), Why::SharedName);
                    }
                    break;
                }
            }
            let ids: Vec<u32> = others.iter().map(|&other| people[other].id).collect();
            across.offer(people[number].id, &ids, reason, 50);
        }
    }
}

/// What surnames alone are told apart by: their words, the document where they are nobody's name, and the gender and the
/// generation where there are several.
type Alone<'l> = (&'l str, Option<usize>, Option<Gender>, Option<Generation>);

/// Surnames alone: the one person of that surname where the document shares an office or other names with that
/// person's documents. Elsewhere they stay what they are, and are offered.
fn join_alone(across: &mut Across, locals: &[Local], context: &Context, people: &[Person<'_>]) {
    let mut by_surname: Map<&str, Vec<usize>> = Map::default();
    for (number, person) in people.iter().enumerate() {
        // Who was found to be another one is in the list as that.
        let is_own = person.things.first().is_some_and(|at| across.whys.get(at) != Some(&Why::SharedName));
        if let (Some(last), true) = (person.name.words.last(), is_own) {
            add(&mut by_surname, last.as_str(), number);
        }
    }
    let is_alone = |thing: &Thing| thing.kind == EntityKind::Person && !is_full(&thing.name);
    let alone: Vec<_> = things(locals).filter(|(_, _, thing)| is_alone(thing)).collect();
    let mut genders: Map<&str, BTreeSet<Gender>> = Map::default();
    alone.iter().for_each(|(_, _, thing)| genders.entry(&thing.identity).or_default().extend(thing.gender));
    let mut generations: Map<&str, BTreeSet<Generation>> = Map::default();
    alone
        .iter()
        .for_each(|(_, _, thing)| generations.entry(&thing.identity).or_default().extend(thing.name.generation));
    let mut companies = Companies::default();
    let mut numbers: Map<Alone<'_>, u32> = Map::default();
    for (doc, idx, thing) in alone {
        let key = match thing.name.words.as_slice() {
            [only] => only.as_str(),
            _ => "",
        };
        let others = by_surname.get(key).filter(|others| others.len() <= MAX_OFFERS).map_or(&[][..], Vec::as_slice);
        let fitting = |&&number: &&usize| {
            let name = people[number].name;
            thing.gender.zip(name.gender()).is_none_or(|(own, other)| own == other)
                && fits_generation(&thing.name, name)
        };
        let others: Vec<usize> = others.iter().filter(fitting).copied().collect();
        if let [only] = others[..] {
            let Person { id, things, .. } = &people[only];
            let mut offices =
                things.iter().take(MAX_COMPARED).flat_map(|&(doc, thing)| &locals[doc].things[thing].offices);
            if offices.any(|office| thing.offices.contains(office))
                || context.shared(std::iter::once(doc), companies.of(*id, docs(things), context)) >= MIN_SHARED
            {
                across.entities[doc][idx] = *id;
                across.whys.insert((doc, idx), Why::SharedSurname);
                continue;
            }
        }
        let is_parted = genders.get(thing.identity.as_str()).is_some_and(|genders| genders.len() > 1);
        let is_family = generations.get(thing.identity.as_str()).is_some_and(|generations| generations.len() > 1);
        let generation = thing.name.generation.filter(|_| is_family);
        // An office without a name is nobody's name: it is another one in each document.
        let only_here = thing.name.words.is_empty().then_some(across.n as usize);
        let own = (thing.identity.as_str(), only_here, thing.gender.filter(|_| is_parted), generation);
        let (id, is_new) = match numbers.get(&own) {
            Some(&id) => (id, false),
            None => (across.next(), true),
        };
        numbers.insert(own, id);
        across.entities[doc][idx] = id;
        if is_new {
            let ids: Vec<u32> = others.iter().map(|&other| people[other].id).collect();
            across.offer(id, &ids, "surname of the person in other documents", 40);
        }
    }
}
