//! Stable names for addresses: lower-case ASCII letters, digits and `-`. How letters become ASCII is up to the caller.

use std::collections::{BTreeMap, BTreeSet};

use xxhash_rust::xxh3::xxh3_64;

/// Longest slug, in bytes: long enough to be read, short enough for an address.
const MAX_LEN: usize = 80;

/// Writes words in ASCII as far as that goes; the rest is left out or left as it is.
pub type AsciiName = fn(&str) -> String;

/// The words in lower-case ASCII joined by `-`. What has no ASCII form at all gets a name made from its hash.
pub fn kebab(words: &str, ascii: AsciiName) -> String {
    let ascii = ascii(words);
    let mut slug = String::with_capacity(ascii.len());
    for c in ascii.chars() {
        match c {
            c if c.is_ascii_alphanumeric() => slug.push(c.to_ascii_lowercase()),
            '\'' | '.' => {}
            _ if slug.is_empty() || slug.ends_with('-') => {}
            _ => slug.push('-'),
        }
        if slug.len() >= MAX_LEN {
            break;
        }
    }
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() { format!("x{:08x}", xxh3_64(words.as_bytes()) & 0xffff_ffff) } else { slug.to_owned() }
}

/// Hands out slugs, each once.
#[derive(Debug)]
pub struct Slugs {
    ascii: AsciiName,
    taken: BTreeSet<String>,
    next: BTreeMap<String, u32>,
}

impl Slugs {
    /// None is taken yet.
    pub fn new(ascii: AsciiName) -> Self {
        Self { ascii, taken: BTreeSet::new(), next: BTreeMap::new() }
    }

    /// The slug of the words, with `-2`, `-3` … where it is taken.
    pub fn claim(&mut self, words: &str) -> String {
        let base = kebab(words, self.ascii);
        if self.taken.insert(base.clone()) {
            return base;
        }
        let next = self.next.entry(base.clone()).or_insert(2);
        loop {
            let slug = format!("{base}-{next}");
            *next += 1;
            if self.taken.insert(slug.clone()) {
                return slug;
            }
        }
    }
}
