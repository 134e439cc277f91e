//! Which forms of one document name one person.
//!
//! Full names are compared by their last and first word and by what is between; a single word is the surname, or else
//! the given name, of the person named in full last.

use std::collections::{BTreeMap, BTreeSet};

use corpus::model::EntityKind;

use super::forms::{Forms, Seen};
use super::name::{Generation, Name, title_gender};
use super::why::Why;
use crate::lists::{self, Gender};

/// How many people one key is compared with; where there are more, it could mean too many.
pub(super) const MAX_COMPARED: usize = 12;

/// Whether what stands after the names allows them to be one person's: `Jr.` and `Sr.` are two people.
pub(super) fn fits_generation(a: &Name, b: &Name) -> bool {
    a.generation.is_none() || b.generation.is_none() || a.generation == b.generation
}

/// Whether two full names with the same first and last word can be one person's: names between them fit, one may have
/// none, and an initial fits the name that begins with it.
pub(super) fn fits(a: &Name, b: &Name) -> bool {
    let middle = |name: &Name| name.words.get(1..name.words.len().saturating_sub(1)).unwrap_or_default().to_vec();
    let (a_middle, b_middle) = (middle(a), middle(b));
    fits_generation(a, b)
        && a_middle.iter().zip(&b_middle).all(|(a, b)| a == b || is_initial_of(a, b) || is_initial_of(b, a))
}

fn is_initial_of(initial: &str, word: &str) -> bool {
    initial.chars().nth(1).is_none() && word.starts_with(initial)
}

/// Whether the name is one person's in full.
pub(super) fn is_full(name: &Name) -> bool {
    name.words.len() > 1 && !name.has_and
}

/// How much a full name says: names in full before initials, and which of a family it is.
pub(super) fn fullness(name: &Name) -> (usize, usize, bool) {
    let n_in_full = name.words.iter().filter(|word| word.chars().nth(1).is_some()).count();
    (n_in_full, name.words.len(), name.generation.is_some())
}

/// Joins the full names of one document.
pub(super) fn join_full(forms: &mut Forms) {
    let mut full: Vec<usize> = forms.of_kind(EntityKind::Person).filter(|&f| is_full(&forms.all[f].name)).collect();
    full.sort_by_key(|&form| std::cmp::Reverse(fullness(&forms.all[form].name)));
    // The people found so far, by surname with the whole first word, its plain form, and its letter.
    let mut people: BTreeMap<(String, String), Vec<usize>> = BTreeMap::new();
    for form in full {
        let name = forms.all[form].name.clone();
        let (Some(first), Some(last)) = (name.words.first(), name.words.last()) else { continue };
        let keys = [
            (Why::Fuller, first.clone()),
            (Why::Nickname, format!("~{}", lists::plain_given_name(first))),
            (Why::Initials, format!("{}.", first.chars().take(1).collect::<String>())),
        ];
        let is_initial = first.chars().nth(1).is_none();
        for (why, first_key) in &keys {
            if *why == Why::Initials && !is_initial {
                continue;
            }
            let candidates = people.get(&(last.clone(), first_key.clone())).cloned().unwrap_or_default();
            let fitting: Vec<usize> =
                candidates.iter().copied().filter(|&other| fits(&forms.all[other].name, &name)).collect();
            if let ([only], true) = (fitting.as_slice(), candidates.len() <= MAX_COMPARED) {
                forms.join(form, *only, *why);
                break;
            }
        }
        if forms.root(form) == form {
            for (_, first_key) in keys {
                let candidates = people.entry((last.clone(), first_key)).or_default();
                if candidates.len() <= MAX_COMPARED {
                    candidates.push(form);
                }
            }
        }
    }
    join_parts(forms);
    part_sons(forms);
}

/// `Bob Jr.` is the son of the one `Bob Rain` who is named without that, and has his name.
fn part_sons(forms: &mut Forms) {
    let people = || forms.of_kind(EntityKind::Person);
    let given_name = |form: usize| forms.all[form].name.words.first().cloned();
    let is_junior = |form: usize| forms.all[form].name.generation == Some(Generation::Junior);
    let sons: Vec<usize> = people().filter(|&form| is_junior(form) && forms.all[form].name.words.len() == 1).collect();
    if sons.is_empty() {
        return;
    }
    let mut namesakes: BTreeMap<Option<String>, Vec<usize>> = BTreeMap::new();
    for form in people().filter(|&form| is_full(&forms.all[form].name)) {
        namesakes.entry(given_name(form)).or_default().push(form);
    }
    let unnamed = |&son: &usize| {
        let namesakes =
            namesakes.get(&given_name(son)).filter(|namesakes| !namesakes.iter().any(|&form| is_junior(form)));
        Some((son, namesakes?.clone()))
    };
    for (son, namesakes) in sons.iter().filter_map(unnamed).collect::<Vec<_>>() {
        let roots: BTreeSet<usize> = namesakes.into_iter().map(|form| forms.root(form)).collect();
        let (Some(&father), 1) = (roots.first(), roots.len()) else { continue };
        forms.all[father].name.generation = Some(Generation::Senior);
        let name = &forms.all[father].name;
        let (words, key) = (name.words.clone(), name.key.clone());
        let form = &mut forms.all[son];
        (form.name.words, form.name.key, form.why) = (words, key, Why::Junior);
    }
}

/// `Lopez Obrador` and `Andres Lopez` are `Andres Lopez Obrador` if nobody else is.
fn join_parts(forms: &mut Forms) {
    let mut longer: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for form in forms.of_kind(EntityKind::Person) {
        let words = if is_full(&forms.all[form].name) { &forms.all[form].name.words[..] } else { &[] };
        for cut in 1..words.len().saturating_sub(1) {
            for key in [words[cut..].concat(), words[..words.len() - cut].concat()] {
                let forms = longer.entry(key).or_default();
                if forms.len() <= MAX_COMPARED {
                    forms.push(form);
                }
            }
        }
    }
    for form in 0..forms.all.len() {
        let name = &forms.all[form].name;
        if forms.all[form].kind != EntityKind::Person || name.words.len() < 2 || lists::is_given_name(&name.words[1]) {
            continue;
        }
        let Some(others) = longer.get(&name.key).cloned() else { continue };
        let mut roots: Vec<usize> = others.into_iter().map(|other| forms.root(other)).collect();
        roots.sort_unstable();
        roots.dedup();
        if let [only] = roots[..] {
            let is_surname = forms.all[only].name.words.ends_with(&forms.all[form].name.words);
            forms.join(form, only, if is_surname { Why::Surname } else { Why::Fuller });
        }
    }
}

/// The people of one document by the words that can stand for them.
#[derive(Default)]
pub(super) struct People {
    by_surname: BTreeMap<String, Vec<usize>>,
    by_given_name: BTreeMap<String, Vec<usize>>,
    by_initials: BTreeMap<String, Vec<usize>>,
    last_by_word: BTreeMap<String, usize>,
    last_by_office: BTreeMap<String, usize>,
    genders: BTreeMap<usize, Gender>,
    generations: BTreeMap<usize, Generation>,
    /// The offices before full names.
    offices: BTreeMap<usize, BTreeSet<String>>,
    /// Who is named as the relative of somebody of the same surname, and that person.
    relatives: BTreeMap<usize, usize>,
}

/// Offices that one person of a family holds: whoever is called by one, and named in full with another office, is two.
const HIGH_OFFICES: [&str; 8] = ["president", "king", "queen", "pope", "governor", "mayor", "premier", "chancellor"];

impl People {
    pub(super) fn of(forms: &mut Forms) -> Self {
        let mut people = Self::default();
        let full: Vec<usize> = forms.of_kind(EntityKind::Person).collect();
        for form in full {
            let root = forms.root(form);
            let words = forms.all[form].name.words.clone();
            let ([first, .., last], true) = (words.as_slice(), is_full(&forms.all[form].name)) else { continue };
            let add = |people: &mut BTreeMap<String, Vec<usize>>, key: String| {
                let roots = people.entry(key).or_default();
                if roots.len() <= MAX_COMPARED && !roots.contains(&root) {
                    roots.push(root);
                }
            };
            add(&mut people.by_surname, last.clone());
            add(&mut people.by_given_name, first.clone());
            add(&mut people.by_given_name, lists::plain_given_name(first).to_owned());
            for middle in &words[1..words.len() - 1] {
                add(&mut people.by_given_name, middle.clone());
            }
            if words.len() > 2 {
                add(&mut people.by_initials, words.iter().filter_map(|word| word.chars().next()).collect());
            }
            if let Some(generation) = forms.all[form].name.generation {
                people.generations.insert(root, generation);
            }
            let offices = forms.all[form].titles.iter().filter(|title| lists::is_title(title));
            let offices = offices.filter(|title| title_gender(title).is_none()).cloned();
            people.offices.entry(root).or_default().extend(offices);
            let titled = forms.all[form].titles.iter().find_map(|title| title_gender(title));
            if let Some(gender) = forms.all[form].name.gender().or(titled) {
                people.genders.entry(root).or_insert(gender);
            }
        }
        people.relatives = relatives(forms);
        people
    }

    /// The main form of who a mention names, and why; `None` if it belongs to its own form.
    pub(super) fn of_mention(&mut self, forms: &mut Forms, seen: &Seen) -> Option<(usize, Why)> {
        let name = forms.all[seen.form].name.clone();
        let found = match name.words.as_slice() {
            [] => {
                seen.titles.last().and_then(|office| self.last_by_office.get(office)).map(|&root| (root, Why::Office))
            }
            [only] => self.of_word(only, &name, &seen.titles),
            _ => None,
        };
        let root = found.map_or_else(|| forms.root(seen.form), |(root, _)| root);
        for office in &seen.titles {
            if title_gender(office).is_none() {
                self.last_by_office.insert(office.clone(), root);
            }
        }
        if let ([only], Some(generation), Some((root, _))) = (name.words.as_slice(), name.generation, found)
            && self.by_surname.contains_key(only)
        {
            // `Rain Sr.` is the Rain named in full, so `Rain Jr.` is not.
            self.generations.entry(root).or_insert(generation);
        }
        if name.words.len() > 1 {
            // Of `Bob Jr.` the surname is not written.
            let n_written = if forms.all[seen.form].why == Why::Junior { 1 } else { name.words.len() };
            let words = name.words.iter().take(n_written);
            self.last_by_word.extend(words.map(|word| (word.clone(), root)));
        }
        found
    }

    fn of_word(&self, word: &str, name: &Name, titles: &[String]) -> Option<(usize, Why)> {
        let gender = titles.iter().find_map(|title| title_gender(title)).or_else(|| name.gender());
        let office = titles.iter().find(|title| HIGH_OFFICES.contains(&title.as_str()));
        let fits = |root: &usize| {
            let generation = self.generations.get(root).copied();
            (gender.is_none() || self.genders.get(root).is_none_or(|&own| Some(own) == gender))
                && office.is_none_or(|office| {
                    self.offices.get(root).is_none_or(|own| own.is_empty() || own.contains(office))
                })
                && (name.generation.is_none() || generation.is_none_or(|_| generation == name.generation))
        };
        // `Rain` is no son of Rain, but `Mrs. Rain` may be his wife.
        let is_relative = |root: &usize| {
            let is_told_apart = |first: &usize| gender.is_some() && self.genders.get(first).copied() != gender;
            self.relatives.get(root).is_some_and(|first| !is_told_apart(first))
        };
        let by = |people: &BTreeMap<String, Vec<usize>>, key: &str, fits: &dyn Fn(&usize) -> bool| -> Option<usize> {
            let roots = people.get(key).filter(|roots| roots.len() <= MAX_COMPARED)?;
            let same =
                |root: &usize| name.generation.is_some() && self.generations.get(root).copied() == name.generation;
            if let Some(same) = roots.iter().copied().find(same) {
                return Some(same);
            }
            let mut fitting = roots.iter().copied().filter(|root| fits(root));
            let first = fitting.next()?;
            match self.last_by_word.get(key).filter(|last| fits(last) && roots.contains(last)) {
                Some(&last) => Some(last),
                None => fitting.next().is_none().then_some(first),
            }
        };
        let plain = lists::plain_given_name(word);
        let surname =
            by(&self.by_surname, word, &|root| fits(root) && !is_relative(root)).map(|root| (root, Why::Surname));
        let given = || by(&self.by_given_name, word, &fits).map(|root| (root, Why::GivenName));
        let nickname = || by(&self.by_given_name, plain, &fits).map(|root| (root, Why::GivenName));
        let initials = || {
            let root = by(&self.by_initials, &name.key, &fits).filter(|_| name.is_acronym)?;
            Some((root, Why::Initials))
        };
        if self.by_surname.contains_key(word) { surname } else { given().or_else(nickname).or_else(initials) }
    }
}

/// Who is named as a relative of somebody else of that surname who is named before, or whose surname alone is: `his son
/// Bob Rain`, `Bob Rain, a son of Rain`. By the main form, with that other one's.
fn relatives(forms: &mut Forms) -> BTreeMap<usize, usize> {
    let mentions = std::mem::take(&mut forms.mentions);
    let mut first_by_surname: BTreeMap<String, usize> = BTreeMap::new();
    let mut last_by_surname: BTreeMap<String, usize> = BTreeMap::new();
    let mut relatives = BTreeMap::new();
    for seen in &mentions {
        let (root, form) = (forms.root(seen.form), &forms.all[seen.form]);
        let name = Some(&form.name).filter(|_| form.kind == EntityKind::Person);
        let Some((name, surname)) = name.and_then(|name| Some((name, name.words.last()?))) else { continue };
        let first = *first_by_surname.entry(surname.clone()).or_insert(root);
        if is_full(name) {
            if seen.is_relative && first != root {
                relatives.insert(root, first);
            }
            last_by_surname.insert(surname.clone(), root);
        } else if let (true, Some(&last)) = (seen.has_relative, last_by_surname.get(surname)) {
            relatives.insert(last, root);
        }
    }
    forms.mentions = mentions;
    relatives
}
