//! Who could be speaking: the names, pronouns and descriptions that stand outside of quotation marks.

use std::collections::BTreeMap;

use corpus::model::{EntityId, EntityKind, Mention};
use corpus::span::ByteSpan;

use super::context::Context;
use super::tags::{NONE, Tag, Tags};
use super::vocabulary::{
    ADVERB, ARTICLE, AUXILIARY, BEING, BOUND, CUE, HE, NOUN, OWN, PAPER, PAST, PEOPLE, PERSON, PRONOUN, THEY, WE, WHO,
};

/// Most words that stand before the noun of a description and belong to it.
const MAX_BEFORE_NOUN: u32 = 7;

/// What a candidate is written as, from pronouns to names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Form {
    /// `who`, `which`: the candidate right before it.
    Who,
    /// `her` in `her remark that`
    Owner,
    He,
    They,
    We,
    It,
    /// `the memo`
    Paper,
    /// `officials`
    People,
    /// `a spokesman`
    Person,
    /// Another noun that a verb of saying follows: `one theory said`.
    Other,
    /// Capitals that no name was found in.
    Capitals,
    Place,
    Product,
    Organization,
    PersonName,
}

/// Words that can name a speaker: `first..=last` of the tags.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    pub(super) first: u32,
    pub(super) last: u32,
    pub(super) form: Form,
    /// The same number for the same thing: an entity, or words in lower case.
    pub(super) identity: Option<u32>,
    /// How often the document named it before.
    pub(super) n_before: u32,
    /// The same without title or description before the name.
    pub(super) name: ByteSpan,
    pub(super) span: ByteSpan,
}

/// All candidates of a document in text order; none overlaps another.
pub(super) fn candidates(context: &Context<'_>, tags: &Tags) -> Vec<Candidate> {
    let mut finder = Finder { context, tags, found: Vec::new(), n_mentions: BTreeMap::new(), next_mention: 0 };
    let mut at = 0;
    while at < tags.len() {
        at = finder.step(at);
    }
    finder.found
}

struct Finder<'c, 'd> {
    context: &'c Context<'d>,
    tags: &'c Tags,
    found: Vec<Candidate>,
    /// How often each entity was named up to here.
    n_mentions: BTreeMap<EntityId, u32>,
    next_mention: usize,
}

impl Finder<'_, '_> {
    /// Takes the candidate that begins at `at`, if one does, and returns where to go on.
    fn step(&mut self, at: u32) -> u32 {
        let Some(&tag) = self.tags.tag(at) else { return at + 1 };
        if tag.piece != NONE {
            return at + 1;
        }
        if let Some(last) = self.mention(at, &tag) {
            return last + 1;
        }
        if tag.flags & PRONOUN != 0 && !(tag.is_capital && !tag.is_first && tag.flags & (HE | THEY) != 0) {
            let form = match tag.flags & PRONOUN {
                HE => Form::He,
                THEY => Form::They,
                WE => Form::We,
                _ => Form::It,
            };
            self.push(at, at, form, None, None);
            return at + 1;
        }
        if tag.flags & WHO != 0 && self.has_verb(at) {
            self.push(at, at, Form::Who, None, None);
            return at + 1;
        }
        if tag.flags & OWN != 0 && self.owns_words(at) {
            self.push(at, at, Form::Owner, None, None);
            return at + 1;
        }
        if tag.is_capital_anyway {
            return at + 1;
        }
        if tag.is_capital && !(tag.is_first && (tag.is_plain || tag.flags & BOUND != 0)) && tag.flags & ARTICLE == 0 {
            return self.capitals(at) + 1;
        }
        if let Some(form) = self.noun(at, &tag) {
            self.push(self.phrase_start(at, true), at, form, None, None);
        }
        at + 1
    }

    /// The mention that begins at the word; returns its last word.
    fn mention(&mut self, at: u32, tag: &Tag) -> Option<u32> {
        let mentions = self.context.all_mentions();
        while mentions.get(self.next_mention).is_some_and(|mention| mention.span.start() < tag.span.start()) {
            self.count(self.next_mention);
            self.next_mention += 1;
        }
        let mention = mentions.get(self.next_mention).filter(|mention| mention.span.start() == tag.span.start())?;
        let form = match self.context.kind(mention)? {
            EntityKind::Person => Form::PersonName,
            EntityKind::Organization | EntityKind::Group => Form::Organization,
            EntityKind::Place => Form::Place,
            EntityKind::Product => Form::Product,
            _ => return None,
        };
        let mut last = at;
        while self.tags.tag(last + 1).is_some_and(|next| next.span.end() <= mention.span.end()) {
            last += 1;
        }
        // A description right before a name belongs to it.
        let mut first = at;
        if tag.joins
            && form >= Form::Organization
            && let Some(before) = self.found.last().filter(|before| before.last + 1 == at)
            && matches!(before.form, Form::Person | Form::Capitals | Form::Paper | Form::People | Form::Organization)
            && !self.tags.tag(before.last).is_some_and(|tag| tag.is_possessive)
        {
            first = before.first;
            self.found.pop();
        }
        self.push(first, last, form, Some(mention), Some(mention.span));
        Some(last)
    }

    fn count(&mut self, mention_idx: usize) {
        let Some(mention) = self.context.all_mentions().get(mention_idx) else { return };
        *self.n_mentions.entry(mention.entity).or_default() += 1;
    }

    /// A run of capitalised words that is no known name; returns its last word.
    fn capitals(&mut self, at: u32) -> u32 {
        let mut last = at;
        while let Some(next) = self.tags.tag(last + 1)
            && next.is_capital
            && next.joins
            && !next.is_first
            && next.piece == NONE
            && !self.is_mention_start(next)
            && !self.tags.tag(last).is_some_and(|tag| tag.is_possessive)
        {
            last += 1;
        }
        let first = self.phrase_start(at, false);
        self.push(first, last, Form::Capitals, None, None);
        last
    }

    fn is_mention_start(&self, tag: &Tag) -> bool {
        let rest = self.context.all_mentions().get(self.next_mention..).unwrap_or_default();
        rest.iter().take(2).any(|mention| mention.span.start() == tag.span.start())
    }

    /// Whether a verb of saying follows soon and without a stop: `who later said`.
    fn has_verb(&self, at: u32) -> bool {
        self.tags.next_cue(at + 1).is_some_and(|cue| cue - at <= 4 && self.tags.stops_between(at, cue) == 0)
    }

    /// Whether what it owns is words: `his own statement`.
    fn owns_words(&self, at: u32) -> bool {
        let near = (at + 1..at + 4).map_while(|idx| self.tags.tag(idx)).take_while(|tag| tag.joins && !tag.is_first);
        near.take_while(|tag| tag.flags & BOUND == 0 || tag.flags & NOUN != 0).any(|tag| tag.flags & NOUN != 0)
    }

    /// Whether the word is the noun of a description.
    fn noun(&self, at: u32, tag: &Tag) -> Option<Form> {
        if tag.flags & (CUE | AUXILIARY | BEING | ADVERB) != 0 && tag.flags & (PERSON | PEOPLE | PAPER) == 0 {
            return None;
        }
        let next = self.tags.tag(at + 1).filter(|next| next.joins && !next.is_first && next.piece == NONE);
        // `campaign manager`: the last noun is the one.
        let is_followed = next.is_some_and(|next| next.flags & (PERSON | PEOPLE | PAPER) != 0 && next.flags & CUE == 0);
        if is_followed && !tag.is_possessive {
            return None;
        }
        if tag.flags & CUE != 0 {
            return None;
        }
        if tag.flags & PERSON != 0 {
            Some(Form::Person)
        } else if tag.flags & PEOPLE != 0 {
            Some(Form::People)
        } else if tag.flags & PAPER != 0 {
            Some(Form::Paper)
        } else if tag.flags & (BOUND | ARTICLE | NOUN | PAST | ADVERB) == 0 {
            let mut verb = at + 1;
            while self.tags.tag(verb).is_some_and(|tag| tag.flags & (ADVERB | AUXILIARY | BEING) != 0) && verb < at + 4
            {
                verb += 1;
            }
            let cue = self.tags.tag(verb).filter(|tag| tag.piece == NONE && !tag.is_first)?;
            (self.tags.rank(Some(verb)) >= 6 && !cue.has_stop).then_some(Form::Other)
        } else {
            None
        }
    }

    /// The first word of the description whose noun is at `noun`.
    ///
    /// With `takes_names`, a name right before it belongs to it: `US weather officials`, `the Rain campaign`.
    fn phrase_start(&self, noun: u32, takes_names: bool) -> u32 {
        let mut start = noun;
        while start > 0
            && noun - start < MAX_BEFORE_NOUN
            && let (Some(tag), Some(before)) = (self.tags.tag(start), self.tags.tag(start - 1))
            && !tag.is_first
            && before.piece == NONE
            && (tag.joins || before.is_possessive && !tag.has_stop)
            && before.flags & (BOUND & !CUE) == 0
            && (before.flags & CUE == 0 || before.flags & (NOUN | PAPER | PERSON) != 0)
            && self.found.last().is_none_or(|last| last.last < start - 1 || before.is_possessive || takes_names)
        {
            // The whole name of an owner.
            start = match self.found.last() {
                Some(owner) if owner.last == start - 1 => owner.first,
                _ => start - 1,
            };
            if before.flags & ARTICLE != 0 {
                break;
            }
        }
        start
    }

    fn push(&mut self, first: u32, last: u32, form: Form, mention: Option<&Mention>, name: Option<ByteSpan>) {
        let (Some(start), Some(end)) = (self.tags.tag(first), self.tags.tag(last)) else { return };
        let Some(span) = ByteSpan::new(start.span.start(), end.span.end()) else { return };
        let n_before = mention.and_then(|mention| self.n_mentions.get(&mention.entity)).copied().unwrap_or_default();
        // A description that begins with its owner's name stands for more than the owner.
        while self.found.last().is_some_and(|owner| owner.last >= first && owner.first >= first) {
            self.found.pop();
        }
        let identity = mention.map(|mention| mention.entity.0);
        self.found.push(Candidate { first, last, form, identity, n_before, name: name.unwrap_or(span), span });
    }
}
