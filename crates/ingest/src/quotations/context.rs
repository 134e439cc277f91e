//! What the rules about quotations look things up in: the words around a place, the names in a stretch, who a pronoun
//! means. Every look-up is a search in sorted lists.

use corpus::model::{BlockKind, Document, Entity, EntityId, EntityKind, Mention, Quotation, Speaker};
use corpus::span::ByteSpan;

use super::vocabulary::{ARTICLE, BOUND, flags};
use crate::lists::{self, Gender};
use crate::words::{SentenceWords, Word, sentences};

/// How many blocks before its own a pronoun is looked up in.
const PRONOUN_REACH: usize = 3;

/// How many sentences before its own a description that points back is looked up in.
const SENTENCE_REACH: usize = 20;

/// How many of a block's last mentions a pronoun is looked up in.
const MENTION_REACH: usize = 100;

/// A document with its words.
pub(super) struct Context<'d> {
    document: &'d Document,
    entities: &'d [Entity],
    words: Vec<SentenceWords<'d>>,
}

impl<'d> Context<'d> {
    pub(super) fn new(document: &'d Document, entities: &'d [Entity]) -> Self {
        Self { document, entities, words: sentences(document) }
    }

    pub(super) fn text(&self) -> &'d str {
        &self.document.text
    }

    /// The sentences of all blocks that tell something, each with its block.
    pub(super) fn told_sentences(&self) -> impl Iterator<Item = (usize, u32)> {
        let sentences = self.document.sentences.iter().map(|sentence| sentence.block_idx).enumerate();
        let is_told = |block: u32| {
            self.document.blocks.get(block as usize).is_some_and(|block| block.kind != BlockKind::Furniture)
        };
        sentences.filter(move |&(_, block)| is_told(block))
    }

    pub(super) fn sentence(&self, sentence_idx: usize) -> (ByteSpan, &SentenceWords<'d>) {
        (self.document.sentences[sentence_idx].span, &self.words[sentence_idx])
    }

    /// The few bytes before `at`, without white space at their end.
    pub(super) fn gap_before(&self, at: u32) -> &'d str {
        let from = self.text().ceil_char_boundary((at as usize).saturating_sub(8));
        self.text().get(from..at as usize).unwrap_or_default().trim_end()
    }

    /// The few bytes after `at` up to the next word.
    pub(super) fn gap_after(&self, at: u32) -> &'d str {
        let rest = self.text().get(at as usize..).unwrap_or_default();
        let end = rest.char_indices().take(8).find(|(_, c)| c.is_alphanumeric() || *c == '\n');
        let end = end.map_or_else(|| rest.ceil_char_boundary(8.min(rest.len())), |(end, _)| end);
        &rest[..end]
    }

    /// The span of a block, and whether it is a headline.
    pub(super) fn block(&self, block_idx: u32) -> (ByteSpan, bool) {
        let block = self.document.blocks.get(block_idx as usize);
        block.map_or((ByteSpan::default(), false), |block| (block.span, block.kind == BlockKind::Headline))
    }

    /// The mentions inside a stretch of text.
    pub(super) fn mentions(&self, within: ByteSpan) -> &'d [Mention] {
        let mentions = &self.document.mentions;
        let start = mentions.partition_point(|mention| mention.span.start() < within.start());
        let end = mentions.partition_point(|mention| mention.span.end() <= within.end());
        mentions.get(start..end).unwrap_or_default()
    }

    /// All mentions of the document in text order.
    pub(super) fn all_mentions(&self) -> &'d [Mention] {
        &self.document.mentions
    }

    pub(super) fn kind(&self, mention: &Mention) -> Option<EntityKind> {
        self.entities.get(mention.entity.0 as usize).map(|entity| entity.kind)
    }

    /// Who the words of a subject mean. `before` is the quotation before this one.
    pub(super) fn speaker(&self, subject: ByteSpan, before: Option<&Quotation>) -> Speaker {
        if let [mention] = self.mentions(subject)
            && mention.span == subject
        {
            return Speaker::Entity(mention.entity, subject);
        }
        let words = subject.slice(self.text()).unwrap_or_default().to_lowercase();
        match words.as_str() {
            "he" | "his" => self.person_meant(subject, Gender::Male, before),
            "she" | "her" => self.person_meant(subject, Gender::Female, before),
            "they" | "their" => self.people_meant(subject, before),
            _ if is_unnamed(&words) => Speaker::Unnamed(self.fuller_description(subject, &words)),
            _ => Speaker::Described(subject),
        }
    }

    /// The one person that can be meant: the speaker before in the same or the last block, or the only person named.
    /// Who has a given name of the other gender is not meant.
    fn person_meant(&self, pronoun: ByteSpan, gender: Gender, before: Option<&Quotation>) -> Speaker {
        let Some(block_idx) = self.block_at(pronoun.start()) else { return Speaker::Described(pronoun) };
        let blocks = &self.document.blocks[block_idx.saturating_sub(PRONOUN_REACH)..=block_idx];
        let last_speaker = before.and_then(|quotation| match quotation.speaker {
            Speaker::Entity(id, _) if quotation.span.start() >= blocks[blocks.len().saturating_sub(2)].span.start() => {
                Some(id)
            }
            _ => None,
        });
        for block in blocks.iter().rev() {
            let within = ByteSpan::new(block.span.start(), block.span.end().min(pronoun.start()));
            let mentions = within.map(|within| self.mentions(within)).unwrap_or_default();
            let mut people: Vec<_> = mentions
                .iter()
                .rev()
                .take(MENTION_REACH)
                .map(|mention| mention.entity)
                .filter(|&id| self.can_be(id, gender))
                .collect();
            people.sort();
            people.dedup();
            match people.as_slice() {
                [] => {}
                [only] => return Speaker::Entity(*only, pronoun),
                _ => break,
            }
        }
        match last_speaker.filter(|&id| self.can_be(id, gender)) {
            Some(id) => Speaker::Entity(id, pronoun),
            None => Speaker::Described(pronoun),
        }
    }

    /// Whether the entity is a person whose given name does not tell the other gender.
    fn can_be(&self, id: EntityId, gender: Gender) -> bool {
        let entity = self.entities.get(id.0 as usize).filter(|entity| entity.kind == EntityKind::Person);
        entity.is_some_and(|person| {
            let given = person.name.split(' ').next().unwrap_or_default().to_lowercase();
            lists::gender_of_given_name(&given).is_none_or(|own| own == gender)
        })
    }

    /// The unnamed people that spoke last.
    fn people_meant(&self, pronoun: ByteSpan, before: Option<&Quotation>) -> Speaker {
        match before.map(|quotation| quotation.speaker) {
            Some(Speaker::Unnamed(span)) => Speaker::Unnamed(span),
            _ => Speaker::Described(pronoun),
        }
    }

    /// `some of these officials` means the officials described before in the same block: `US counterterrorism officials`.
    fn fuller_description(&self, subject: ByteSpan, words: &str) -> ByteSpan {
        let points_back = words.split(' ').any(|word| matches!(word, "these" | "those"));
        let Some(head) = words.rsplit(' ').next().filter(|_| points_back) else { return subject };
        let Some(block) = self.block_at(subject.start()).map(|idx| self.document.blocks[idx].span) else {
            return subject;
        };
        let end = self.document.sentences.partition_point(|sentence| sentence.span.start() < subject.start());
        let near = end.saturating_sub(SENTENCE_REACH)..end;
        let sentences = self.document.sentences[near.clone()].iter().zip(&self.words[near]);
        let before = sentences.filter(|(sentence, _)| block.contains(sentence.span));
        let mut words = before.flat_map(|(_, sentence)| {
            let ends = sentence
                .words
                .iter()
                .enumerate()
                .filter(|(_, word)| word.key == head && word.span.end() <= subject.start());
            ends.filter_map(|(idx, _)| plural(&sentence.words, idx)).collect::<Vec<_>>()
        });
        words.find(|span| span.len() as usize > head.len()).unwrap_or(subject)
    }

    fn block_at(&self, at: u32) -> Option<usize> {
        self.document.blocks.partition_point(|block| block.span.start() <= at).checked_sub(1)
    }
}

/// Whether the words leave open who is meant: `officials`, `a source close to the palace`.
fn is_unnamed(words: &str) -> bool {
    let mut rest = words.split_whitespace().peekable();
    let has_article = rest
        .next_if(|word| matches!(*word, "a" | "an" | "one" | "another" | "some" | "the" | "several" | "many"))
        .is_some();
    let noun = rest.take_while(|word| !matches!(*word, "in" | "at" | "from" | "with" | "who" | "close" | "familiar"));
    let head = noun.last().unwrap_or_default().trim_end_matches([',', '’', '\'']);
    let singular = [
        "official", "source", "witness", "diplomat", "analyst", "expert", "insider", "resident", "aide", "officer",
        "activist",
    ];
    lists::is_people_plural(head) || has_article && singular.contains(&head)
}

/// The plural of people at `head`, with the words before it that describe them: `US counterterrorism officials`.
fn plural(words: &[Word<'_>], head: usize) -> Option<ByteSpan> {
    let word = words.get(head).filter(|word| lists::is_people_plural(&word.key))?;
    let describes = |word: &Word<'_>| word.is_all_capitals() || flags(&word.key) & (BOUND | ARTICLE) == 0;
    let mut start = head;
    while start > 0 && head - start < 4 && words[start].joins && describes(&words[start - 1]) {
        start -= 1;
    }
    ByteSpan::new(words[start].span.start(), word.span.end())
}
