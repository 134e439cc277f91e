//! Which documents tell the same story: copies with the same words, and copies that share most of them (a wire story in
//! two papers, an update of a report). It knows no dates and names no original; readers see that themselves.
//!
//! Two stories are held against each other by their runs of four words, "shingles". What counts is *containment*, how
//! much of the shorter story the longer one holds: |A ∩ B| / min(|A|, |B|) (A. Broder, "On the resemblance and
//! containment of documents", 1997). Resemblance, |A ∩ B| / |A ∪ B|, misses a short wire story inside a long report.
//! From half on two stories are the same. Measured on 845 news stories, containment parts in two: of 25,000 pairs that
//! share any run of words, under twenty share from 45 to 75 percent, 280 share more, and the others less.
//! Where a trade has set phrases, reports of different events share half of their words too, so up to three quarters
//! the shared runs must be rare: see `join`.

mod join;
mod story;

use std::collections::BTreeMap;

use corpus::model::{DocId, Document, SameStory};
use corpus::tokens::Tokens;

use corpus::parallel;
use story::{Contents, Story};

/// Stories with fewer words are the same only if all words are: a phrase or two fill half of them. Copies that are cut
/// to their first sentence have some eighteen words.
const MIN_WORDS: usize = 16;

/// Most copies that are listed for one document. What a thousand documents repeat nobody reads through, and the list
/// must not grow with the square of them.
const MAX_COPIES: usize = 32;

pub use corrections::KeptApart;

/// The copies of each document; `tokens` are theirs.
pub fn copies(documents: &[Document], tokens: &Tokens<'_>, kept_apart: &KeptApart) -> Vec<Vec<SameStory>> {
    let stories = parallel::map(documents.iter().enumerate().collect(), |(idx, document)| {
        let own = tokens.document(idx);
        own.map(|(tokens, terms)| Story::of(document, tokens, terms)).unwrap_or_default()
    });
    let groups = Groups::of(&stories);
    let near = near(&stories, &groups);
    let contents = contents(&stories, &groups, &near);
    let copies = stories.iter().enumerate().map(|(idx, story)| {
        let is_wanted =
            |other: usize| other != idx && !kept_apart.contains(&(doc_id(idx.min(other)), doc_id(idx.max(other))));
        let group = groups.of_story[idx];
        let exact = groups.members[group].iter().map(|&other| (other, true, 100));
        let alike = near[group].iter().flat_map(|&(shared_percent, other)| {
            groups.members[other].iter().map(move |&other| (other, false, shared_percent))
        });
        let copies = exact.chain(alike).filter(|&(other, ..)| is_wanted(other)).take(MAX_COPIES);
        let copies = copies.map(|(other, is_exact, shared_percent)| {
            let own_sentences = match is_exact {
                true => Vec::new(),
                false => story.sentences_without(&contents[groups.of_story[other]]),
            };
            SameStory { doc: doc_id(other), is_exact, shared_percent, own_sentences }
        });
        copies.collect()
    });
    copies.collect()
}

fn doc_id(idx: usize) -> DocId {
    DocId(u32::try_from(idx).unwrap_or(u32::MAX))
}

/// Stories with the same words, brought together first: twenty thousand copies of one story are one story.
struct Groups {
    /// The stories of each group, in order. A story without words is alone.
    members: Vec<Vec<usize>>,
    of_story: Vec<usize>,
}

impl Groups {
    fn of(stories: &[Story]) -> Self {
        let mut by_words: BTreeMap<(usize, u128), usize> = BTreeMap::new();
        let mut groups = Self { members: Vec::new(), of_story: Vec::with_capacity(stories.len()) };
        for (idx, story) in stories.iter().enumerate() {
            let next = groups.members.len();
            let group = match story.n_words {
                0 => next,
                n_words => *by_words.entry((n_words, story.all_words)).or_insert(next),
            };
            if group == next {
                groups.members.push(Vec::new());
            }
            groups.members[group].push(idx);
            groups.of_story.push(group);
        }
        groups
    }

    /// The first story of each group, which stands for the others.
    fn firsts<'s>(&'s self, stories: &'s [Story]) -> impl Iterator<Item = &'s Story> {
        self.members.iter().filter_map(|members| stories.get(*members.first()?))
    }
}

/// For each group those that are alike but not the same, with how much they share, the most alike first.
fn near(stories: &[Story], groups: &Groups) -> Vec<Vec<(u8, usize)>> {
    let firsts = groups.firsts(stories);
    let sets: Vec<&[u64]> =
        firsts.map(|story| if story.n_words < MIN_WORDS { &[] } else { story.shingles.as_slice() }).collect();
    let mut near = vec![Vec::new(); sets.len()];
    for join::Alike { pair: (a, b), shared_percent } in join::alike(&sets) {
        near[a].push((shared_percent, b));
        near[b].push((shared_percent, a));
    }
    for alike in &mut near {
        alike.sort_unstable_by_key(|&(shared_percent, group)| (u8::MAX - shared_percent, group));
        alike.truncate(MAX_COPIES);
    }
    near
}

/// The contents of those groups that another one is held against.
fn contents(stories: &[Story], groups: &Groups, near: &[Vec<(u8, usize)>]) -> Vec<Contents> {
    let firsts = groups.firsts(stories).zip(near);
    firsts.map(|(story, near)| if near.is_empty() { Contents::default() } else { story.contents() }).collect()
}
