//! What can be counted in the words of one block, for pages and plain text alike. Numbers only; what they mean was
//! learned from examples.

use crate::structure::dates;

/// The counts of one block's words.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Counts {
    /// Words.
    pub(super) words: f32,
    /// Mean length of a word in characters.
    pub(super) word_len: f32,
    /// Whether it ends as sentences do.
    pub(super) is_ended: f32,
    /// Ends of sentences inside of it, per word.
    pub(super) ends: f32,
    pub(super) commas: f32,
    pub(super) digits: f32,
    /// Words that begin with a capital, per word.
    pub(super) capitals: f32,
    /// Words in capitals, per word.
    pub(super) shouted: f32,
    /// Short words in lower case, per word: most languages have their articles and prepositions here.
    pub(super) short_words: f32,
    pub(super) starts_lower: f32,
    pub(super) quotes: f32,
    /// Bars, bullets, slashes and arrows, per word.
    pub(super) marks: f32,
    pub(super) has_date: f32,
    pub(super) starts_with_by: f32,
    pub(super) has_address: f32,
    pub(super) first_person: f32,
    pub(super) is_question: f32,
    pub(super) ends_with_colon: f32,
    /// Words of commands to a visitor ("click", "subscribe", "share"), per word.
    pub(super) calls: f32,
    /// Words that speak of time and reading ("ago", "read", "min"), per word.
    pub(super) clock: f32,
}

/// What pages say to their visitors, and stories seldom. Sorted.
const CALLS: &[&str] = &[
    "about",
    "advertisement",
    "advertising",
    "affiliate",
    "also",
    "app",
    "appeared",
    "article",
    "browser",
    "caption",
    "click",
    "comment",
    "comments",
    "commission",
    "contact",
    "contributed",
    "cookie",
    "cookies",
    "copyright",
    "courtesy",
    "credit",
    "disclaimer",
    "donate",
    "download",
    "editor",
    "email",
    "facebook",
    "file",
    "filed",
    "follow",
    "free",
    "gallery",
    "getty",
    "home",
    "image",
    "images",
    "inbox",
    "instagram",
    "javascript",
    "join",
    "latest",
    "linkedin",
    "loading",
    "log",
    "login",
    "menu",
    "more",
    "newsletter",
    "newsletters",
    "next",
    "offer",
    "originally",
    "our",
    "permission",
    "photo",
    "photos",
    "pinterest",
    "please",
    "popular",
    "posted",
    "previous",
    "print",
    "privacy",
    "promoted",
    "published",
    "read",
    "recommended",
    "reddit",
    "register",
    "related",
    "reply",
    "report",
    "reporter",
    "republished",
    "reserved",
    "rights",
    "save",
    "search",
    "share",
    "sign",
    "slideshow",
    "source",
    "sponsored",
    "story",
    "submit",
    "subscribe",
    "subscriber",
    "subscribers",
    "subscription",
    "support",
    "tags",
    "terms",
    "thank",
    "thanks",
    "this",
    "topics",
    "trending",
    "trial",
    "tweet",
    "twitter",
    "updated",
    "us",
    "via",
    "video",
    "view",
    "watch",
    "we",
    "whatsapp",
    "written",
    "you",
    "your",
    "youtube",
];

/// Words beside a time of day or a time ago. Sorted.
const CLOCK: &[&str] = &[
    "ago", "am", "bst", "cet", "day", "days", "edt", "est", "et", "gmt", "hour", "hours", "ist", "min", "mins",
    "minute", "minutes", "pm", "pst", "pt", "utc",
];

/// What may follow the end of a sentence.
const CLOSERS: [char; 8] = ['"', '”', '’', '\'', ')', ']', '»', ' '];

/// Whether words end as sentences do.
pub(super) fn is_ended(words: &str) -> bool {
    words.trim_end_matches(CLOSERS).ends_with(['.', '!', '?', '…', '。', '！', '？', '؟', '।'])
}

impl Counts {
    /// Counts the words of a block.
    pub(super) fn of(words: &str) -> Self {
        let mut n_words = 0f32;
        let (mut n_chars, mut capitals, mut shouted, mut short_words, mut calls, mut clock) =
            (0f32, 0f32, 0f32, 0f32, 0f32, 0f32);
        let mut first_person = 0f32;
        for word in words.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’').filter(|word| !word.is_empty())
        {
            n_words += 1.0;
            let len = word.chars().count();
            n_chars += len as f32;
            let is_capital = word.starts_with(char::is_uppercase);
            capitals += f32::from(u8::from(is_capital));
            shouted += f32::from(u8::from(
                len > 1 && word.chars().all(|c| c.is_uppercase() || !c.is_alphabetic()) && is_capital,
            ));
            short_words += f32::from(u8::from(len <= 3 && word.starts_with(char::is_lowercase)));
            let lower = word.to_lowercase();
            calls += f32::from(u8::from(CALLS.binary_search(&lower.as_str()).is_ok()));
            clock += f32::from(u8::from(CLOCK.binary_search(&lower.as_str()).is_ok()));
            first_person += f32::from(u8::from(matches!(lower.as_str(), "i" | "my" | "me" | "i'm" | "i've")));
        }
        let per_word = |count: f32| count / n_words.max(1.0);
        let count = |wanted: &[char]| words.chars().filter(|c| wanted.contains(c)).count() as f32;
        let tail = words.trim_end_matches(CLOSERS);
        let yes = |is: bool| f32::from(u8::from(is));
        let has_address =
            words.contains("http") || words.contains("www.") || words.contains('@') || words.contains(".com");
        Self {
            words: n_words,
            word_len: n_chars / n_words.max(1.0),
            is_ended: yes(is_ended(words)),
            ends: per_word(count(&['.', '!', '?', '。', '！', '？', '؟', '।'])),
            commas: per_word(count(&[',', '،', '、', '，'])),
            digits: words.chars().filter(char::is_ascii_digit).count() as f32 / words.chars().count().max(1) as f32,
            capitals: per_word(capitals),
            shouted: per_word(shouted),
            short_words: per_word(short_words),
            starts_lower: yes(words.starts_with(char::is_lowercase)),
            quotes: per_word(count(&['"', '“', '”', '«', '»', '„'])),
            marks: per_word(count(&['|', '•', '·', '/', '›', '»', '→', '▶', '©', '#', '»'])),
            has_date: yes(words.len() < 200 && !dates::find(words).is_empty()),
            starts_with_by: yes(words.starts_with("By ") || words.starts_with("BY ") || words.starts_with("by ")),
            has_address: yes(has_address),
            first_person: per_word(first_person),
            is_question: yes(tail.ends_with('?')),
            ends_with_colon: yes(tail.ends_with(':')),
            calls: per_word(calls),
            clock: per_word(clock),
        }
    }

    /// All of them, in the order that the model knows.
    pub(super) fn all(&self) -> [f32; 20] {
        [
            self.words,
            self.word_len,
            self.is_ended,
            self.ends,
            self.commas,
            self.digits,
            self.capitals,
            self.shouted,
            self.short_words,
            self.starts_lower,
            self.quotes,
            self.marks,
            self.has_date,
            self.starts_with_by,
            self.has_address,
            self.first_person,
            self.is_question,
            self.ends_with_colon,
            self.calls,
            self.clock,
        ]
    }
}

/// Stands for the counts of a neighbour that is not there.
pub(super) const NONE: f32 = -1.0;

/// Far enough to be nowhere.
const FAR: f32 = 99.0;

/// How many blocks, and how many bytes of them, lie between a block and the nearest prose on one side.
#[derive(Clone, Copy, Debug)]
pub(super) struct Distance {
    pub(super) steps: f32,
    pub(super) bytes: f32,
}

/// The distance of each block from the prose before it, where `order` counts up, or after it, where it counts down.
pub(super) fn distances(
    order: impl ExactSizeIterator<Item = usize>,
    is_prose: &[bool],
    len: impl Fn(usize) -> usize,
) -> Vec<Distance> {
    let mut distances = vec![Distance { steps: FAR, bytes: FAR }; order.len()];
    let mut last: Option<Distance> = None;
    for at in order {
        if let Some(Distance { steps, bytes }) = last {
            distances[at] = Distance { steps: steps.min(FAR), bytes };
        }
        last = match is_prose[at] {
            true => Some(Distance { steps: 1.0, bytes: 0.0 }),
            false => last.map(|last| Distance { steps: last.steps + 1.0, bytes: last.bytes + len(at) as f32 }),
        };
    }
    distances
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn word_lists_are_sorted() {
        assert!(CALLS.is_sorted() && CLOCK.is_sorted());
    }

    #[test]
    fn words_are_counted_by_what_they_look_like() {
        let counts = Counts::of("By the End, 3 of them said: “SHARE this.”");
        assert_eq!((counts.words, counts.is_ended, counts.starts_with_by), (9.0, 1.0, 1.0));
        assert_eq!((counts.capitals, counts.shouted, counts.calls), (3.0 / 9.0, 1.0 / 9.0, 2.0 / 9.0));
        assert_eq!(Counts::of("").all(), [0.0; 20]);
    }
}
