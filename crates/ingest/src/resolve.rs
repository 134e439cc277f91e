//! Which mentions name the same thing, within a document and across them.
//!
//! Forms belong together by evidence alone: the same words, a surname after the full name, an acronym that the text
//! explains, or the forms that a word list gives. A surname or an acronym that could mean two things stays by itself.

use std::collections::{BTreeMap, BTreeSet};

use corpus::model::{Alias, Document, Entity, EntityId, EntityKind, Mention};

use crate::lists::{self, key};
use crate::recognize::Found;
use crate::slug::Slugs;

/// What mentions of one thing share.
type Identity = (EntityKind, String);

/// Gives every document its mentions and returns the entities they name, in the order of their first mention.
/// `found` holds what was recognised in each of the documents.
pub fn resolve(documents: &mut [Document], found: Vec<Vec<Found>>) -> Vec<Entity> {
    let forms: Vec<Vec<Form>> = documents.iter().zip(&found).map(|(document, found)| forms(document, found)).collect();
    let evidence = Evidence::of(&forms);
    let mut entities = Entities::default();
    for ((document, found), forms) in documents.iter_mut().zip(found).zip(&forms) {
        let mut people = People::of(forms);
        for (found, form) in found.into_iter().zip(forms) {
            let identity = match form.kind {
                EntityKind::Person => (form.kind, people.identity(form, &evidence)),
                _ => (form.kind, evidence.identity(form)),
            };
            let entity = entities.add(identity, found.span.slice(&document.text).unwrap_or_default());
            document.mentions.push(Mention { span: found.span, entity, by: found.by, confidence: found.confidence });
        }
    }
    entities.finish(&evidence)
}

/// A mention as its words alone.
struct Form {
    kind: EntityKind,
    key: String,
    /// The key of the long form that stands before this acronym in brackets.
    long_form: Option<String>,
}

fn forms(document: &Document, found: &[Found]) -> Vec<Form> {
    let mut forms: Vec<Form> = Vec::with_capacity(found.len());
    for (idx, mention) in found.iter().enumerate() {
        let text = mention.span.slice(&document.text).unwrap_or_default();
        let before = idx.checked_sub(1).map(|before| &found[before]).filter(|before| before.kind == mention.kind);
        let is_defined = before.is_some_and(|before| {
            let between = document.text.get(before.span.end() as usize..mention.span.start() as usize);
            between == Some(" (") && !text.contains(' ') && document.text[mention.span.range().end..].starts_with(')')
        });
        let long_form = forms.last().filter(|_| is_defined).map(|before| before.key.clone());
        forms.push(Form { kind: mention.kind, key: bare_key(text), long_form });
    }
    forms
}

/// The folded words without an article before them or a company's legal form after them.
fn bare_key(name: &str) -> String {
    let key = key(name);
    let bare = key.strip_prefix("the ").unwrap_or(&key);
    let endings = [" inc", " corp", " ltd", " llc", " plc", " co"];
    endings.iter().find_map(|ending| bare.strip_suffix(ending)).unwrap_or(bare).to_owned()
}

/// What the whole collection says about its names.
struct Evidence {
    /// The long forms of each acronym.
    long_forms: BTreeMap<String, BTreeSet<String>>,
    /// The full names of people that have the same first and last word.
    full_names: BTreeMap<(String, String), BTreeSet<String>>,
}

impl Evidence {
    fn of(forms: &[Vec<Form>]) -> Self {
        let mut evidence = Self { long_forms: BTreeMap::new(), full_names: BTreeMap::new() };
        for form in forms.iter().flatten() {
            if let Some(long_form) = &form.long_form {
                evidence.long_forms.entry(form.key.clone()).or_default().insert(long_form.clone());
            }
            if form.kind == EntityKind::Person
                && let Some(ends) = ends(&form.key)
            {
                evidence.full_names.entry(ends).or_default().insert(form.key.clone());
            }
        }
        evidence
    }

    /// The words that all forms of a name that is no person's share.
    fn identity(&self, form: &Form) -> String {
        let long_form = self.only_long_form(&form.key);
        let known =
            [Some(form.key.as_str()), long_form].into_iter().flatten().find_map(|key| lists::known_names().get(key));
        match (known.filter(|known| known.kind == form.kind), long_form) {
            (Some(known), _) => key(known.canonical),
            (None, Some(long_form)) => long_form.to_owned(),
            (None, None) => self.known_acronym(&form.key).unwrap_or_else(|| form.key.clone()),
        }
    }

    fn only_long_form(&self, key: &str) -> Option<&str> {
        let forms = self.long_forms.get(key)?;
        forms.first().filter(|_| forms.len() == 1).map(String::as_str)
    }

    /// The identity of the known name whose acronym stands after this long form.
    fn known_acronym(&self, long_form: &str) -> Option<String> {
        let mut acronyms = self.long_forms.iter().filter(|(_, forms)| forms.contains(long_form));
        let (acronym, _) = acronyms.next()?;
        lists::known_names().get(acronym).map(|known| key(known.canonical))
    }

    /// The full name that a name of two words is short for, if there is only one.
    fn full_name(&self, name: &str) -> String {
        let fuller = ends(name).and_then(|ends| self.full_names.get(&ends));
        let others = || fuller.into_iter().flatten().filter(|other| other.as_str() != name);
        let is_short = name.split(' ').count() == 2;
        match others().next() {
            Some(only) if is_short && others().count() == 1 => only.clone(),
            _ => name.to_owned(),
        }
    }
}

fn ends(name: &str) -> Option<(String, String)> {
    let (first, _) = name.split_once(' ')?;
    let (_, last) = name.rsplit_once(' ')?;
    Some((first.to_owned(), last.to_owned()))
}

/// The people of one document by their surnames.
struct People {
    by_surname: BTreeMap<String, BTreeSet<String>>,
    last_named: BTreeMap<String, String>,
}

impl People {
    fn of(forms: &[Form]) -> Self {
        let mut by_surname: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for form in forms.iter().filter(|form| form.kind == EntityKind::Person) {
            if let Some((_, surname)) = form.key.rsplit_once(' ') {
                by_surname.entry(surname.to_owned()).or_default().insert(form.key.clone());
            }
        }
        Self { by_surname, last_named: BTreeMap::new() }
    }

    /// A surname means the person of that name who was named in full last, or the only one there is.
    fn identity(&mut self, form: &Form, evidence: &Evidence) -> String {
        if let Some((_, surname)) = form.key.rsplit_once(' ') {
            self.last_named.insert(surname.to_owned(), form.key.clone());
            return evidence.full_name(&form.key);
        }
        let only = self.by_surname.get(&form.key).and_then(|names| names.first());
        match self.last_named.get(&form.key).or(only) {
            Some(name) => evidence.full_name(name),
            None => form.key.clone(),
        }
    }
}

/// Entities while they are counted.
#[derive(Default)]
struct Entities {
    ids: BTreeMap<Identity, EntityId>,
    forms: Vec<(Identity, BTreeMap<String, u32>)>,
}

impl Entities {
    fn add(&mut self, identity: Identity, form: &str) -> EntityId {
        let next = EntityId(u32::try_from(self.forms.len()).unwrap_or(u32::MAX));
        let id = *self.ids.entry(identity.clone()).or_insert(next);
        if id == next {
            self.forms.push((identity, BTreeMap::new()));
        }
        // Line ends inside a name are where a page was narrow, and no other form of it.
        let form = form.split_whitespace().collect::<Vec<_>>().join(" ");
        *self.forms[id.0 as usize].1.entry(form).or_default() += 1;
        id
    }

    fn finish(self, evidence: &Evidence) -> Vec<Entity> {
        let mut slugs: BTreeMap<EntityKind, Slugs> = BTreeMap::new();
        let entities = self.forms.into_iter().map(|((kind, identity), forms)| {
            let mut aliases: Vec<Alias> = forms.into_iter().map(|(text, count)| Alias { text, count }).collect();
            aliases.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.text.cmp(&b.text)));
            let wants_longest =
                kind == EntityKind::Person || evidence.long_forms.values().any(|forms| forms.contains(&identity));
            let name = canonical(&aliases, wants_longest);
            let slug = slugs.entry(kind).or_default().claim(&name);
            Entity { slug, kind, name, aliases, roles: Vec::new() }
        });
        entities.collect()
    }
}

/// The name that readers see: the fullest form, or else the one most used, the longer of two that are used as often.
fn canonical(aliases: &[Alias], wants_longest: bool) -> String {
    let n_words = |alias: &Alias| alias.text.split_whitespace().count();
    let is_shouted = |alias: &Alias| alias.text.contains(' ') && !alias.text.contains(char::is_lowercase);
    let best = match wants_longest {
        true => aliases.iter().max_by_key(|alias| (!is_shouted(alias), n_words(alias), alias.count)),
        false => aliases.iter().max_by_key(|alias| (!is_shouted(alias), alias.count, alias.text.len())),
    };
    best.map(|alias| alias.text.clone()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::Received;
    use crate::recognize::{Recognizer, Tagger};
    use crate::structure::structure;

    /// Entities as `name: forms`.
    fn check(texts: &[&str], expected: &[&str]) {
        let received = |text: &&str| Received { text: (*text).to_owned(), ..Received::default() };
        let mut documents: Vec<_> = texts.iter().map(|text| structure(received(text))).collect();
        let found = documents.iter().map(|document| Tagger.mentions(document)).collect();
        let entities = resolve(&mut documents, found);
        let lines = entities.iter().map(|entity| {
            let forms: Vec<_> = entity.aliases.iter().map(|alias| format!("{} {}", alias.text, alias.count)).collect();
            format!("{}: {}", entity.name, forms.join(", "))
        });
        assert_eq!(lines.collect::<Vec<_>>(), expected, "{texts:?}");
    }

    #[test]
    fn surnames_and_acronyms_belong_to_their_full_forms() {
        check(&["He met Maria Gonzalez. Gonzalez left."], &["Maria Gonzalez: Gonzalez 1, Maria Gonzalez 1"]);
        check(
            &["The Rain Research Institute (RRI) is old. RRI grew.", "In it the RRI and its RRI men came."],
            &["Rain Research Institute: RRI 4, Rain Research Institute 1"],
        );
        check(&["He left ISIS. The Islamic State fell, and so did ISIS."], &["ISIS: ISIS 2, Islamic State 1"]);
        check(
            &["He met Maria Gonzalez. He saw Maria T. Gonzalez."],
            &["Maria T. Gonzalez: Maria Gonzalez 1, Maria T. Gonzalez 1"],
        );
    }

    #[test]
    fn what_could_mean_two_things_stays_by_itself() {
        check(
            &["He met Maria Gonzalez.", "He met Ana Gonzalez."],
            &["Maria Gonzalez: Maria Gonzalez 1", "Ana Gonzalez: Ana Gonzalez 1"],
        );
        check(
            &["He met Ana Cruz. Cruz left. He met Maria Cruz. Cruz stayed."],
            &["Ana Cruz: Ana Cruz 1, Cruz 1", "Maria Cruz: Cruz 1, Maria Cruz 1"],
        );
    }
}
