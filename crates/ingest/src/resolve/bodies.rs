//! Which forms of one document name one organization, place, group, product or event.

use std::collections::{BTreeMap, BTreeSet};

use corpus::model::EntityKind;

use super::forms::{Explained, Forms};
use super::why::Why;
use crate::lists;

/// How many longer names a part of a name may have before it could mean too many things.
const MAX_LONGER: usize = 8;

/// The forms that a key stands for; more than [`MAX_LONGER`] count as too many.
#[derive(Default)]
struct Longer(BTreeMap<(EntityKind, String), Vec<usize>>);

impl Longer {
    fn add(&mut self, kind: EntityKind, key: String, form: usize) {
        let forms = self.0.entry((kind, key)).or_default();
        if forms.len() <= MAX_LONGER {
            forms.push(form);
        }
    }

    /// The only thing that the key stands for besides the form itself.
    fn only(&self, forms: &mut Forms, form: usize) -> Option<usize> {
        let own = (forms.all[form].kind, forms.all[form].name.key.clone());
        let longer = self.0.get(&own).filter(|longer| longer.len() <= MAX_LONGER)?;
        let own_root = forms.root(form);
        let roots: BTreeSet<usize> = longer.iter().map(|&other| forms.root(other)).collect();
        let mut others = roots.into_iter().filter(|&root| root != own_root);
        others.next().filter(|_| others.next().is_none())
    }
}

/// Joins the forms that name one thing.
pub(super) fn join(forms: &mut Forms) {
    join_known(forms);
    for Explained { long, acronym, .. } in forms.explained.clone() {
        forms.join(acronym, long, Why::Explained);
    }
    join_letters(forms);
    join_parts(forms);
}

/// Forms that a word list gives for one thing. The first of them is the main one.
fn join_known(forms: &mut Forms) {
    let mut first: BTreeMap<(EntityKind, String), usize> = BTreeMap::new();
    for number in 0..forms.all.len() {
        let form = &forms.all[number];
        if let Some(known) = &form.name.known {
            let main = *first.entry((form.kind, known.clone())).or_insert(number);
            forms.join(number, main, Why::Known);
        }
    }
}

/// Acronyms whose letters begin the words of one long form.
fn join_letters(forms: &mut Forms) {
    let mut by_letters = Longer::default();
    for (number, form) in forms.all.iter().enumerate() {
        if form.kind != EntityKind::Person && form.name.words.len() > 1 {
            form.name.letters.iter().for_each(|letters| by_letters.add(form.kind, letters.clone(), number));
        }
    }
    for number in 0..forms.all.len() {
        let form = &forms.all[number];
        if form.name.is_acronym
            && !form.name.has_legal_form
            && form.name.known.as_ref().is_none_or(|known| *known == form.name.key)
            && form.kind != EntityKind::Person
            && let Some(long) = by_letters.only(forms, number)
        {
            forms.join(number, long, Why::Letters);
        }
    }
}

/// Names that are the beginning or the end of one longer name: `Rain` for `Rain Holdings`, `Supreme Court` for `U.S.
/// Supreme Court`. Longer ones come first, so that a name with two longer ones that are one thing finds it.
fn join_parts(forms: &mut Forms) {
    let mut longer = Longer::default();
    for (number, form) in forms.all.iter().enumerate().filter(|(_, form)| !form.name.has_and) {
        let words = &form.name.words;
        for cut in 1..words.len() {
            let (start, end) = words.split_at(cut);
            if begins_name(form.kind, start, end) {
                longer.add(form.kind, start.concat(), number);
            }
            if ends_name(form.kind, start, end) {
                longer.add(form.kind, end.concat(), number);
            }
            if form.kind == EntityKind::Organization && end.len() > 2 && is_place_or_group(&start.join(" ")) {
                longer.add(form.kind, end[..2].concat(), number);
            }
        }
    }
    let mut order: Vec<usize> = (0..forms.all.len()).collect();
    order.sort_by_key(|&number| std::cmp::Reverse(forms.all[number].name.words.len()));
    for number in order {
        // What is an acronym of another name already is no part of a third.
        let is_own = forms.root(number) == number;
        let form = &forms.all[number];
        if is_own
            && form.kind != EntityKind::Person
            && form.name.known.is_none()
            && !form.name.has_legal_form
            && let Some(long) = longer.only(forms, number)
        {
            forms.join(number, long, Why::Short);
        }
    }
}

/// Adjectives that say of what sort a body is.
const GENERAL_ADJECTIVES: [&str; 12] = [
    "central",
    "national",
    "federal",
    "international",
    "general",
    "supreme",
    "high",
    "first",
    "local",
    "public",
    "united",
    "world",
];

/// Whether the words say what something is and not which one: `police department`.
pub(super) fn is_general(words: &[String]) -> bool {
    words.iter().all(|word| {
        lists::is_organization_word(word)
            || lists::is_place_word(word)
            || lists::is_role_word(word)
            || lists::known_names().get(word.as_str()).is_some()
            || GENERAL_ADJECTIVES.contains(&word.as_str())
    })
}

fn is_place_or_group(word: &str) -> bool {
    let known = lists::known_names().get(word);
    known.is_some_and(|known| matches!(known.kind, EntityKind::Place | EntityKind::Group))
}

/// Whether the first words alone can stand for the whole name.
fn begins_name(kind: EntityKind, start: &[String], end: &[String]) -> bool {
    match kind {
        EntityKind::Organization | EntityKind::Product | EntityKind::Event => !is_general(start),
        // `Rain D.C.` is Rain, `Rain Island` is not.
        EntityKind::Place => matches!(end, [only] if only == "dc" || only == "city" && !is_general(start)),
        _ => false,
    }
}

/// Whether the last words alone can stand for the whole name.
fn ends_name(kind: EntityKind, start: &[String], end: &[String]) -> bool {
    match kind {
        EntityKind::Organization => {
            let is_located = is_place_or_group(&start.join(" "));
            let is_church = matches!(start, [only] if lists::is_organization_word(only));
            is_located && end.len() > 1 || is_church && !is_general(end)
        }
        _ => false,
    }
}
