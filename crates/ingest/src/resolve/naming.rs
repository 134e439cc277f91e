//! The name of an entity among its forms, and why each of the others belongs to it.

use std::borrow::Cow;

use corpus::model::{Alias, EntityKind};

use super::name::Name;
use super::why::Why;
use crate::lists;

/// How many times less often than the most frequent long form the fullest one may stand in the text.
const MAX_RARER: u32 = 8;

/// One form of an entity's name.
#[derive(Clone, Debug)]
pub(super) struct Form<'t> {
    /// The form on one line.
    pub(super) text: Cow<'t, str>,
    /// How many mentions have it.
    pub(super) count: u32,
    /// The best reason for it, but for being the main form of a document.
    pub(super) why: Option<Why>,
}

/// The name of the entity and its forms, most frequent first.
pub(super) fn named(kind: EntityKind, mut forms: Vec<Form<'_>>, wants_longest: bool) -> (String, Vec<Alias>) {
    if let [only] = forms.as_slice() {
        let (name, why) = (only.text.to_string(), Why::SameWords);
        let (reason, confidence) = (why.reason().to_owned(), why.confidence());
        return (name.clone(), vec![Alias { text: name, count: only.count, reason, confidence }]);
    }
    forms.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.text.cmp(&b.text)));
    let names: Vec<Name> = forms.iter().map(|form| Name::of(&form.text, kind)).collect();
    let main = main(kind, &forms, &names, wants_longest);
    let alias = |(form, name): (&Form<'_>, &Name)| {
        // A form that is the main one in its documents has the reason for which the name belongs to it there.
        let why = if name.key == names[main].key { None } else { form.why.or(forms[main].why) }.unwrap_or_default();
        let (reason, confidence) = (why.reason().to_owned(), why.confidence());
        Alias { text: form.text.to_string(), count: form.count, reason, confidence }
    };
    let aliases = forms.iter().zip(&names).map(alias).collect();
    (forms[main].text.to_string(), aliases)
}

/// The form that readers see: the fullest common one, or else the one most used, the longer of two that are used as
/// often. It is not all in capitals and has no office before it if there is another.
fn main(kind: EntityKind, forms: &[Form<'_>], names: &[Name], wants_longest: bool) -> usize {
    let is_shouted = |form: &Form<'_>| form.text.contains(' ') && !form.text.contains(char::is_lowercase);
    let is_whole = |name: &Name| name.words.len() > 1 || kind != EntityKind::Person && !name.is_acronym;
    let usual = forms.iter().zip(names).filter(|(form, name)| is_whole(name) && !is_shouted(form));
    let usual = usual.map(|(form, _)| form.count).max().unwrap_or_default();
    let rank = |(number, (form, name)): &(usize, (&Form<'_>, &Name))| {
        let is_bare = !name.words.is_empty() && name.titles.is_empty() && form.why != Some(Why::Office);
        let is_full = wants_longest && form.count.saturating_mul(MAX_RARER) >= usual;
        // `Minister Bob Rain` is a name with something before it where `Bob Rain` is one.
        let starts_well = kind != EntityKind::Person || name.words.first().is_some_and(|first| starts_name(first));
        let n_words = match kind {
            _ if !is_full => 0,
            // What stands before the name of a person is no part of it.
            EntityKind::Person if name.words.len() == 1 && name.generation.is_none() => {
                usize::from(!form.text.contains(' '))
            }
            _ => form.text.split_whitespace().count(),
        };
        (
            is_bare,
            !is_shouted(form),
            name.words.len() > 1 && is_full && starts_well,
            n_words,
            form.count,
            form.text.len(),
            std::cmp::Reverse(*number),
        )
    };
    forms.iter().zip(names).enumerate().max_by_key(rank).map_or(0, |(number, _)| number)
}

/// Whether the names of people begin with the word: it is a given name or an initial.
fn starts_name(word: &str) -> bool {
    lists::is_given_name(word) || word.chars().nth(1).is_none()
}
