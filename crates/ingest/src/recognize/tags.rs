//! The tags that words get: outside, or beginning, inside, last or only word of a name of one of three kinds. It knows
//! which tag may follow which, and nothing of words.

use corpus::model::EntityKind;

/// How many tags there are.
pub const N_TAGS: usize = 13;

/// The tag of a word that is in no name.
pub const OUTSIDE: u8 = 0;

/// The kinds that are learned, in the order of their tags.
pub const KINDS: [EntityKind; 3] = [EntityKind::Person, EntityKind::Organization, EntityKind::Place];

/// Where in a name a word stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Begin,
    Inside,
    Last,
    Only,
}

/// The number of a kind among those that are learned.
pub fn kind_idx(kind: EntityKind) -> Option<u8> {
    KINDS.iter().position(|&known| known == kind).and_then(|idx| u8::try_from(idx).ok())
}

pub(super) fn tag(kind_idx: u8, part: Part) -> u8 {
    1 + 4 * kind_idx + part as u8
}

/// The kind and the part that a tag stands for; nothing for a word outside of names.
pub(super) fn meaning(tag: u8) -> Option<(u8, Part)> {
    let at = tag.checked_sub(1)?;
    let part = [Part::Begin, Part::Inside, Part::Last, Part::Only][usize::from(at % 4)];
    Some((at / 4, part))
}

/// Whether a name goes on after this tag.
pub(super) fn is_open(tag: u8) -> bool {
    matches!(meaning(tag), Some((_, Part::Begin | Part::Inside)))
}

/// Whether `next` may stand after `tag`; the edges of a sentence are like words outside of names.
pub fn may_follow(tag: u8, next: u8) -> bool {
    match (meaning(tag), meaning(next)) {
        (Some((kind, Part::Begin | Part::Inside)), Some((other, Part::Inside | Part::Last))) => kind == other,
        (Some((_, Part::Begin | Part::Inside)), _) => false,
        (_, Some((_, Part::Inside | Part::Last))) => false,
        _ => true,
    }
}

/// Names as ranges of words with the number of their kind.
pub type Ranges = Vec<(std::ops::Range<usize>, u8)>;

/// The tags of `len` words with these names in them.
pub fn tags_of(names: &[(std::ops::Range<usize>, u8)], len: usize) -> Vec<u8> {
    let mut tags = vec![OUTSIDE; len];
    for (range, kind) in names {
        for idx in range.clone() {
            let part = match (idx == range.start, idx + 1 == range.end) {
                (true, true) => Part::Only,
                (true, false) => Part::Begin,
                (false, true) => Part::Last,
                (false, false) => Part::Inside,
            };
            tags[idx] = tag(*kind, part);
        }
    }
    tags
}

/// The names that tags stand for.
pub fn names_of(tags: &[u8]) -> Ranges {
    let mut names = Vec::new();
    let mut start = 0;
    for (idx, &tag) in tags.iter().enumerate() {
        match meaning(tag) {
            Some((_, Part::Begin)) => start = idx,
            Some((kind, Part::Only)) => names.push((idx..idx + 1, kind)),
            Some((kind, Part::Last)) => names.push((start..idx + 1, kind)),
            _ => {}
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_tags_and_tags_become_names() {
        let names = vec![(0..1, 0), (1..4, 2), (6..8, 1)];
        let tags = tags_of(&names, 9);
        assert_eq!(names_of(&tags), names);
        assert!(tags.windows(2).all(|pair| may_follow(pair[0], pair[1])));
        assert_eq!(tags[4], OUTSIDE);
    }

    #[test]
    fn a_name_that_began_goes_on_with_its_own_kind() {
        let begun = tag(1, Part::Begin);
        let after: Vec<u8> = (0..13).filter(|&next| may_follow(begun, next)).collect();
        assert_eq!(after, [tag(1, Part::Inside), tag(1, Part::Last)]);
    }
}
