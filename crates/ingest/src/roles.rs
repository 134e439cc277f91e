//! What people are, in the words of the text: a title or office before the name, a description before or after it
//! between commas, or the organization that they are of. Nothing is worded anew.

use corpus::model::{DocId, Document, Entity, EntityId, EntityKind, Role};
use corpus::span::ByteSpan;

use crate::lists;
use crate::words::{Word, sentences};

/// Longest role, in words.
const MAX_WORDS: usize = 16;

/// The roles that a document gives the people it names, in text order.
pub fn of(document: &Document, entities: &[Entity]) -> Vec<(EntityId, ByteSpan)> {
    let mut roles = Vec::new();
    let mut mentions = document.mentions.iter().peekable();
    for (sentence, words) in document.sentences.iter().zip(sentences(document)) {
        let mut here = Vec::new();
        while let Some(mention) = mentions.next_if(|mention| mention.span.start() < sentence.span.end()) {
            here.push((mention.span, mention.entity));
        }
        for &(name, id) in &here {
            if entities.get(id.0 as usize).is_none_or(|entity| entity.kind != EntityKind::Person) {
                continue;
            }
            let finder = Finder { words: &words.words, names: &here, entities };
            let found = [finder.before(name), finder.apposed_to(name), finder.after(name), finder.affiliation(name)];
            let found = found.into_iter().flatten();
            roles.extend(found.map(|span| (id, span)));
        }
    }
    roles
}

/// Adds the roles that a document gives to the entities that have them, each wording once.
pub fn add(doc: DocId, document: &Document, roles: Vec<(EntityId, ByteSpan)>, entities: &mut [Entity]) {
    for (id, span) in roles {
        let Some(entity) = entities.get_mut(id.0 as usize) else { continue };
        let text = span.slice(&document.text).unwrap_or_default();
        if entity.roles.iter().all(|role| role.text != text) {
            entity.roles.push(Role { text: text.to_owned(), doc, span });
        }
    }
}

struct Finder<'s, 't> {
    words: &'s [Word<'t>],
    names: &'s [(ByteSpan, EntityId)],
    entities: &'s [Entity],
}

impl Finder<'_, '_> {
    fn index_at(&self, start: u32) -> Option<usize> {
        self.words.binary_search_by_key(&start, |word| word.span.start()).ok()
    }

    /// `Rain Institute (RI) Executive Director` before the name.
    fn before(&self, name: ByteSpan) -> Option<ByteSpan> {
        let at = self.index_at(name.start())?;
        let head = at.checked_sub(1).filter(|&head| lists::is_role_head(&self.words[head].key))?;
        if !self.words[at].joins {
            return None;
        }
        let mut start = self.role_start(head);
        while let Some(longer) = self.name_before(start) {
            start = longer;
        }
        start = self.whole_subject(start).unwrap_or(start);
        // A title alone says little, but it is what the text says.
        let is_short = at - start <= MAX_WORDS;
        is_short.then(|| ByteSpan::new(self.words[start].span.start(), self.words[head].span.end()))?
    }

    /// The first word of the role whose head is the word at `head`: `Executive Director`.
    fn role_start(&self, head: usize) -> usize {
        let is_role = |idx: usize| {
            let key = &self.words[idx].key;
            (lists::is_role_word(key) && key != "and" && key != "of") || lists::is_role_head(key)
        };
        let mut start = head;
        while start > 0 && self.words[start].joins && is_role(start - 1) && !self.is_in_name(start - 1) {
            start -= 1;
        }
        start
    }

    /// `the Rain Institute’s director` or `the director of the Rain Institute` before a comma and the name, where the
    /// name stands by itself: no list goes on after it.
    fn apposed_to(&self, name: ByteSpan) -> Option<ByteSpan> {
        let at = self.index_at(name.start()).filter(|&at| self.words[at].gap == ", ")?;
        let next = self.words.get(self.words.partition_point(|word| word.span.start() < name.end()));
        let is_alone = next.is_none_or(|next| {
            let is_list = matches!(next.key.as_str(), "and" | "or") || self.name_around(next.span).is_some();
            lists::is_reporting_verb(&next.key) || next.gap.starts_with([',', ';', '—']) && !is_list
        });
        let last = at.checked_sub(1).filter(|_| is_alone)?;
        let owner = self.name_around(self.words[last].span);
        let head = match owner {
            Some(owner) => self.of(self.index_at(owner.start())?)?.checked_sub(1)?,
            None => last,
        };
        if !lists::is_role_head(&self.words[head].key) || self.is_in_name(head) {
            return None;
        }
        let mut start = self.role_start(head);
        if owner.is_some() {
            start = start.checked_sub(1).filter(|&before| self.words[before].key == "the")?;
        } else {
            let is_owned = matches!(self.words[start].gap, "’s " | "'s " | "’ " | "' ");
            start = self.name_before(start).filter(|_| is_owned)?;
        }
        if start > 0 && self.words[start].joins && self.words[start - 1].key == "the" {
            start -= 1;
        }
        ByteSpan::new(self.words[start].span.start(), self.words[last].span.end())
    }

    /// The `of` before the name that begins with the word at `name`; an article may stand between.
    fn of(&self, name: usize) -> Option<usize> {
        let is = |idx: &usize, key: &str| self.words[*idx].key == key && self.words[idx + 1].joins;
        let before = name.checked_sub(1)?;
        let of = if is(&before, "the") { before.checked_sub(1)? } else { before };
        Some(of).filter(|of| is(of, "of"))
    }

    /// `of the Rain Institute` right after the name. Places are left out: `Rain of Texas` can be anything.
    fn affiliation(&self, name: ByteSpan) -> Option<ByteSpan> {
        let first = self.words.partition_point(|word| word.span.start() < name.end());
        let of = self.words.get(first).filter(|of| of.key == "of" && matches!(of.gap, " " | ", "))?;
        let is_the = self.words.get(first + 1).is_some_and(|word| word.key == "the");
        let whose = self.words.get(first + 1 + usize::from(is_the)).filter(|word| word.joins)?;
        let (owner, id) = self.names.iter().find(|(span, _)| span.start() == whose.span.start())?;
        let entity = self.entities.get(id.0 as usize)?;
        let is_organization = entity.kind == EntityKind::Organization && !lists::is_place_line(&entity.name);
        let next = self.words.get(self.words.partition_point(|word| word.span.start() < owner.end()));
        let is_whole =
            next.is_none_or(|next| !next.gap.starts_with(['’', '\'', '-']) && !lists::is_role_head(&next.key));
        (is_organization && is_whole).then(|| ByteSpan::new(of.span.start(), owner.end()))?
    }

    fn is_in_name(&self, idx: usize) -> bool {
        self.name_around(self.words[idx].span).is_some()
    }

    fn name_around(&self, word: ByteSpan) -> Option<ByteSpan> {
        let (name, _) = self.names.get(self.names.partition_point(|(name, _)| name.end() < word.end()))?;
        name.contains(word).then_some(*name)
    }

    /// The first word of the name that ends right before the word at `start`; brackets may stand between.
    fn name_before(&self, start: usize) -> Option<usize> {
        let before = self.words[start.checked_sub(1)?].span;
        let gap = self.words[start].gap;
        if !matches!(gap, " " | ") " | " (" | "’s " | "'s " | "’ ") {
            return None;
        }
        self.index_at(self.name_around(before)?.start())
    }

    /// The start of the sentence, if all that stands before the role is more of it: `Former veteran and …`.
    fn whole_subject(&self, start: usize) -> Option<usize> {
        const NOT_IN_ROLES: [&str; 22] = [
            "on",
            "in",
            "at",
            "by",
            "with",
            "is",
            "was",
            "has",
            "had",
            "that",
            "who",
            "which",
            "when",
            "as",
            "after",
            "from",
            "to",
            "but",
            "while",
            "if",
            "then",
            "according",
        ];
        let before = self.words.get(..start).filter(|before| before.len() <= MAX_WORDS)?;
        let is_linked = before.last().is_some_and(|word| word.key == "and");
        let has_head = before.iter().any(|word| lists::is_role_head(&word.key));
        let fits = before.iter().enumerate().all(|(idx, word)| {
            (idx == 0 || word.joins)
                && !NOT_IN_ROLES.contains(&word.key.as_str())
                && !lists::is_reporting_verb(&word.key)
        });
        (is_linked && has_head && fits).then_some(0)
    }

    /// `, the director of the Rain Institute,` after the name.
    fn after(&self, name: ByteSpan) -> Option<ByteSpan> {
        const STOPS: [&str; 12] =
            ["who", "which", "is", "was", "has", "had", "were", "are", "whose", "and", "when", "where"];
        let first = self.words.partition_point(|word| word.span.start() < name.end());
        if self.words.get(first)?.gap != ", " {
            return None;
        }
        let phrase = self.words[first..].iter().enumerate();
        let len = phrase
            .take(MAX_WORDS + 1)
            .take_while(|(idx, word)| *idx == 0 || word.joins || matches!(word.gap, "’s " | "'s " | " (" | ") "))
            .count();
        let words = self.words.get(first..first + len)?;
        let opens = matches!(words[0].key.as_str(), "a" | "an" | "the")
            || lists::is_role_word(&words[0].key)
            || lists::is_role_head(&words[0].key)
            || self.is_in_name(first);
        let is_role = words.iter().take(6).any(|word| lists::is_role_head(&word.key));
        let is_plain =
            words.iter().all(|word| !STOPS.contains(&word.key.as_str()) && !lists::is_reporting_verb(&word.key));
        let ends = self.words.get(first + len).is_none_or(|next| next.gap.starts_with([',', ';', '.', '—', '”']));
        (opens && is_role && is_plain && ends && len <= MAX_WORDS)
            .then(|| ByteSpan::new(words[0].span.start(), words[len - 1].span.end()))?
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::Received;
    use crate::recognize::{Recognizer, Tagger};
    use crate::resolve::resolve;
    use crate::structure::structure;

    fn check(text: &str, expected: &[&str]) {
        let mut documents = vec![structure(Received { text: text.to_owned(), ..Received::default() })];
        let found = documents.iter().map(|document| Tagger.mentions(document)).collect();
        let mut entities = resolve(&mut documents, found);
        let roles = of(&documents[0], &entities);
        add(DocId(0), &documents[0], roles, &mut entities);
        let roles: Vec<_> = entities.iter().flat_map(|entity| &entity.roles).map(|role| role.text.as_str()).collect();
        assert_eq!(roles, expected, "{text}");
    }

    #[test]
    fn roles_are_taken_as_worded() {
        check(
            "Rain Research Institute (RRI) Executive Director Bob Rain spoke.",
            &["Rain Research Institute (RRI) Executive Director"],
        );
        check(
            "Former veteran and Rain Today Senior Editor Bob Rain spoke.",
            &["Former veteran and Rain Today Senior Editor"],
        );
        check("Bob Rain, the director of the Rain Institute, spoke.", &["the director of the Rain Institute"]);
        check("Bob Rain, director of the Rain Institute, spoke.", &["director of the Rain Institute"]);
        check("Bob Rain, who is a director, spoke.", &[]);
        check("Bob Rain spoke.", &[]);
    }

    #[test]
    fn what_stands_before_a_comma_is_the_role_of_who_follows() {
        let director = "The Rain Institute’s executive director";
        check("The Rain Institute’s executive director, Bob Snow, spoke.", &[director]);
        check("They met the director of the Rain Institute, Bob Snow.", &["the director of the Rain Institute"]);
        check("They met the Rain Institute’s director, Bob Snow and Ann Frost.", &[]);
        check("They met the Rain Institute’s director, Bob Snow, and Ann Frost.", &[]);
        check("They met a director, Bob Snow.", &[]);
    }

    #[test]
    fn whose_people_somebody_is_of_is_kept_as_worded() {
        check("Bob Snow of the Rain Institute spoke.", &["of the Rain Institute"]);
        check("They told Bob Snow of the Rain Institute’s roof.", &[]);
        check("Bob Snow of Texas spoke.", &[]);
    }
}
