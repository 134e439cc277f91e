//! The distinct forms of names in one document, and which of them are one thing so far.

use std::collections::{BTreeMap, BTreeSet};

use corpus::model::{Document, EntityKind};

use super::name::{Generation, Name};
use super::why::Why;
use crate::recognize::Found;

/// How far back an office before a name is looked for, in bytes and in words.
const OFFICE_BYTES: usize = 64;
const OFFICE_WORDS: usize = 4;

/// One form of a name: all mentions of one kind with the same words.
#[derive(Debug)]
pub(super) struct Form {
    pub(super) kind: EntityKind,
    pub(super) name: Name,
    /// The form it belongs to; itself if it is the main one.
    parent: usize,
    /// Why it belongs to it.
    pub(super) why: Why,
    /// Offices before its mentions.
    pub(super) titles: BTreeSet<String>,
}

/// One mention as a form, with the offices before it.
#[derive(Debug)]
pub(super) struct Seen {
    pub(super) form: usize,
    pub(super) titles: Vec<String>,
    /// Whether nothing but a comma stands between it and the mention before it.
    pub(super) is_apposed: bool,
    /// Whether it is said to be somebody's relative: `his son Bob Rain`.
    pub(super) is_relative: bool,
    /// Whether it is who somebody is a relative of: `a son of President Rain`.
    pub(super) has_relative: bool,
}

/// All forms of one document.
#[derive(Debug, Default)]
pub(super) struct Forms {
    pub(super) all: Vec<Form>,
    pub(super) mentions: Vec<Seen>,
    /// What stands beside each other, one of it in brackets.
    pub(super) explained: Vec<Explained>,
}

/// A long form and an acronym, one of them in brackets behind the other.
#[derive(Clone, Copy, Debug)]
pub(super) struct Explained {
    pub(super) long: usize,
    pub(super) acronym: usize,
    /// Whether it is what an exchange has for a company, and not the letters of its name: `Hail Gas Inc <HGAS>`. Another one
    /// may be called so elsewhere.
    pub(super) is_ticker: bool,
}

impl Forms {
    /// The forms of a document's mentions.
    pub(super) fn of(document: &Document, found: &[Found]) -> Self {
        let text = document.text.as_str();
        let words = |found: &Found| found.span.slice(text).unwrap_or_default();
        let kinds = kinds(text, found);
        let mut forms = Self::default();
        let mut by_text: BTreeMap<(EntityKind, &str), (usize, Vec<String>)> = BTreeMap::new();
        let mut end = 0;
        let mut by_name: BTreeMap<(EntityKind, String, Option<Generation>), usize> = BTreeMap::new();
        for (found, &kind) in found.iter().zip(&kinds) {
            let (form, own_titles) = by_text.entry((kind, words(found))).or_insert_with(|| {
                let name = Name::of(words(found), kind);
                // An office alone is no name: each wording of it is a form.
                let key = if name.key.is_empty() { format!("the {}", name.titles.join(" ")) } else { name.key.clone() };
                let titles = name.titles.clone();
                let next = forms.all.len();
                let form = *by_name.entry((kind, key, name.generation)).or_insert(next);
                match forms.all.get_mut(form) {
                    Some(known) => {
                        known.name.is_acronym |= name.is_acronym;
                        known.name.has_legal_form |= name.has_legal_form;
                        known.name.known = known.name.known.take().or(name.known);
                        if name.words.len() > known.name.words.len() {
                            known.name.words = name.words;
                        }
                    }
                    None => {
                        forms.all.push(Form { kind, name, parent: form, why: Why::SameWords, titles: BTreeSet::new() })
                    }
                }
                (form, titles)
            });
            let mut titles = match kind {
                EntityKind::Person => titles_before(text, found.span.start() as usize),
                _ => Vec::new(),
            };
            let n_before = titles.len();
            titles.extend(own_titles.iter().cloned());
            forms.all[*form].titles.extend(titles.iter().cloned());
            let start = found.span.start() as usize;
            let between = text.get(end..start).map(str::trim_end);
            end = found.span.end() as usize;
            forms.mentions.push(Seen {
                form: *form,
                titles,
                is_apposed: matches!(between, Some("," | ", the" | ", an" | ", a")),
                is_relative: kind == EntityKind::Person && is_after_kin(&text[..start]),
                has_relative: kind == EntityKind::Person && is_after_kin_of(&text[..start], n_before),
            });
        }
        forms.explained = forms.explanations(text, found);
        forms
    }

    /// Long forms with their acronyms: `Rain Institute (RI)` and `RI (Rain Institute)`.
    fn explanations(&self, text: &str, found: &[Found]) -> Vec<Explained> {
        let pairs = found.windows(2).zip(self.mentions.windows(2));
        let explained = pairs.filter_map(|(found, seen)| {
            let (first, second) = (seen[0].form, seen[1].form);
            if self.all[first].kind != self.all[second].kind || !is_in_brackets(text, &found[0], &found[1]) {
                return None;
            }
            let (long, acronym) = match (self.all[first].name.is_acronym, self.all[second].name.is_acronym) {
                (false, true) => (first, second),
                (true, false) => (second, first),
                _ => return None,
            };
            let (long_name, acronym_name) = (&self.all[long].name, &self.all[acronym].name);
            let is_angled = text.get(..found[1].span.range().start).is_some_and(|before| before.ends_with('<'));
            let is_ticker = is_angled && !long_name.letters.contains(&acronym_name.key);
            is_spelled(long_name, acronym_name).then_some(Explained { long, acronym, is_ticker })
        });
        explained.collect()
    }

    /// The main form of a form. The way to it is shortened, so that ways stay short.
    pub(super) fn root(&mut self, form: usize) -> usize {
        let mut root = form;
        while self.all[root].parent != root {
            root = self.all[root].parent;
        }
        let mut at = form;
        while at != root {
            at = std::mem::replace(&mut self.all[at].parent, root);
        }
        root
    }

    /// Lets a form and all that belong to it belong to another one.
    pub(super) fn join(&mut self, form: usize, main: usize, why: Why) {
        let (from, to) = (self.root(form), self.root(main));
        if from != to && self.all[from].kind == self.all[to].kind {
            self.all[from].parent = to;
            self.all[from].why = why;
        }
    }

    /// The forms of a kind, by number.
    pub(super) fn of_kind(&self, kind: EntityKind) -> impl Iterator<Item = usize> + use<'_> {
        self.all.iter().enumerate().filter(move |(_, form)| form.kind == kind).map(|(number, _)| number)
    }
}

/// The kind of each mention: the same words are the same thing in all the document where one kind prevails and the
/// other is not surer, and an acronym in brackets is what its long form is.
fn kinds(text: &str, found: &[Found]) -> Vec<EntityKind> {
    let words = |found: &Found| found.span.slice(text).unwrap_or_default();
    let mut by_words: BTreeMap<&str, BTreeMap<EntityKind, (u32, u8)>> = BTreeMap::new();
    for found in found {
        let (count, confidence) = by_words.entry(words(found)).or_default().entry(found.kind).or_default();
        (*count, *confidence) = (*count + 1, found.confidence.max(*confidence));
    }
    let prevailing = |found: &Found| {
        let kinds = by_words.get(words(found)).filter(|kinds| kinds.len() > 1)?;
        let (&kind, &(count, confidence)) = kinds.iter().max_by_key(|(_, counts)| **counts)?;
        let (own_count, own_confidence) = kinds.get(&found.kind).copied()?;
        (own_count * 2 <= count && own_confidence <= confidence && own_confidence < 95).then_some(kind)
    };
    let mut kinds: Vec<EntityKind> = found.iter().map(|found| prevailing(found).unwrap_or(found.kind)).collect();
    for idx in 1..found.len() {
        let (long, short) = (&found[idx - 1], &found[idx]);
        if kinds[idx] != kinds[idx - 1] && is_in_brackets(text, long, short) {
            let (long_name, short_name) = (Name::of(words(long), kinds[idx - 1]), Name::of(words(short), kinds[idx]));
            if short_name.is_acronym && short.confidence < 95 && is_spelled(&long_name, &short_name) {
                kinds[idx] = kinds[idx - 1];
            }
        }
    }
    kinds
}

/// Whether the second mention stands in brackets right behind the first: `Rain Institute (RI)`, `Rain Corp <RC>`.
fn is_in_brackets(text: &str, first: &Found, second: &Found) -> bool {
    let between = text.get(first.span.range().end..second.span.range().start).unwrap_or_default();
    let after = text.get(second.span.range().end..).unwrap_or_default().trim_start_matches([' ', '.', '"', '”']);
    let closing = match between.trim() {
        "(" | "(the" | "(or" => ')',
        "<" => '>',
        _ => return false,
    };
    between.len() < 8 && after.starts_with(closing)
}

/// Whether at least half of the acronym's letters begin words of the long form, the first of them included.
fn is_spelled(long: &Name, acronym: &Name) -> bool {
    let starts: BTreeSet<char> = long.words.iter().filter_map(|word| word.chars().next()).collect();
    let begins = |c: &char| starts.contains(c);
    let (n_letters, n_begin) = (acronym.key.chars().count(), acronym.key.chars().filter(begins).count());
    long.letters.contains(&acronym.key)
        || long.words.len() > 1 && acronym.key.chars().next().as_ref().is_some_and(begins) && n_begin * 2 >= n_letters
}

/// Words for relatives, as English has them.
const KIN: [&str; 24] = [
    "aunt",
    "brother",
    "brother-in-law",
    "cousin",
    "daughter",
    "daughter-in-law",
    "father",
    "father-in-law",
    "granddaughter",
    "grandfather",
    "grandmother",
    "grandson",
    "husband",
    "mother",
    "mother-in-law",
    "nephew",
    "niece",
    "sister",
    "sister-in-law",
    "son",
    "son-in-law",
    "uncle",
    "widow",
    "wife",
];

/// Whether a word for a relative stands at the end, and a space or a comma after it: `his son `, `his son, `.
fn is_after_kin(before: &str) -> bool {
    let bare = before.trim_end_matches([' ', ',']);
    bare.len() < before.len() && ends_with_kin(bare)
}

/// Whether a word for a relative and `of` stand at the end, before so many words: `a son of President `.
fn is_after_kin_of(before: &str, n_words: usize) -> bool {
    let mut bare = before.trim_end();
    for _ in 0..n_words {
        bare = bare.rsplit_once(' ').map_or("", |(bare, _)| bare.trim_end());
    }
    let bare = bare.strip_suffix(" the").unwrap_or(bare);
    bare.strip_suffix(" of").is_some_and(|bare| ends_with_kin(bare.trim_end_matches([' ', ','])))
}

fn ends_with_kin(text: &str) -> bool {
    KIN.contains(&text.rsplit(|c: char| !c.is_alphabetic() && c != '-').next().unwrap_or_default())
}

/// The offices right before a name, in their order: `President` in `U.S. President Rain`, none in `President of Rain`.
fn titles_before(text: &str, start: usize) -> Vec<String> {
    let mut from = start.saturating_sub(OFFICE_BYTES);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let before = text.get(from..start).unwrap_or_default();
    let mut titles = Vec::new();
    let Some(before) = before.strip_suffix(' ').filter(|before| !before.ends_with(" of")) else { return titles };
    for word in before.rsplit(' ').take(OFFICE_WORDS) {
        let bare = word.trim_end_matches('.');
        let term = corpus::analysis::fold(bare);
        if bare.is_empty()
            || term == "of"
            || bare.ends_with(|c: char| !c.is_alphanumeric())
            || !super::name::is_office(&term)
        {
            break;
        }
        titles.push(term.into_owned());
    }
    titles.reverse();
    titles
}
