//! Training data in columns (token, tab, IOB2 tag), made into running text again so that it is read the way documents are.

use std::path::Path;

use ingest::recognize::training::KINDS;

use crate::texts::{Labels, Marked};

/// The number of the kind that a label stands for.
fn kind_of(label: &str) -> Option<u8> {
    let word = match label {
        "PER" | "person" | "politician" => "person",
        "ORG" | "organisation" | "politicalparty" | "group" | "corporation" => "organization",
        "LOC" | "location" | "country" => "place",
        _ => return None,
    };
    KINDS.iter().position(|kind| kind.word() == word).and_then(|idx| u8::try_from(idx).ok())
}

struct Column<'t> {
    word: &'t str,
    kind: Option<u8>,
    begins: bool,
}

/// Reads a file; its documents are parted by `-DOCSTART-`. Texts of single sentences are joined to documents of
/// `n_joined`, as they were collected by subject or day.
pub fn read(path: &Path, weight: i32, labels: Labels, n_joined: usize) -> Vec<Marked> {
    let text = std::fs::read_to_string(path).expect("a file of columns");
    let new = || Marked { weight, labels, ..Marked::default() };
    let mut all = vec![new()];
    let (mut sentence, mut n_documents, mut n_sentences) = (Vec::new(), 0, 0);
    for line in text.lines().chain([""]) {
        if line.starts_with("-DOCSTART-") {
            n_documents += 1;
            if n_documents % n_joined == 0 {
                all.push(new());
            }
            continue;
        }
        let Some((word, tag)) = line.split_once('\t') else {
            if !sentence.is_empty() {
                n_sentences += 1;
                write_sentence(all.last_mut().expect("one at least"), &repaired(&sentence), n_sentences);
                sentence.clear();
            }
            continue;
        };
        let kind = tag.split_once('-').and_then(|(_, label)| kind_of(label));
        sentence.push(Column { word, kind, begins: !tag.starts_with("I-") });
    }
    all.retain(|marked| !marked.text.is_empty());
    all
}

/// Names as they should have been marked: no names of users of a platform, and no places as organizations.
fn repaired<'t>(sentence: &[Column<'t>]) -> Vec<Column<'t>> {
    let is_user = |idx: usize| {
        sentence[idx].word.starts_with('@') || idx > 0 && sentence[idx - 1].word == "@" && sentence[idx].kind == Some(0)
    };
    let is_alone = |idx: usize| {
        sentence[idx].begins && sentence.get(idx + 1).is_none_or(|next| next.begins || next.kind.is_none())
    };
    let is_country = |word: &str| matches!(word, "U.S." | "U.S" | "US" | "UK" | "U.K." | "USSR");
    let repair = |idx: usize| {
        let Column { word, kind, begins } = sentence[idx];
        let kind = match kind {
            Some(0) if is_user(idx) => None,
            Some(1) if is_country(word) && is_alone(idx) => Some(2),
            kind => kind,
        };
        Column { word, kind, begins }
    };
    (0..sentence.len()).map(repair).collect()
}

/// Writes a sentence on a line of its own, with spaces where a writer would have put them.
fn write_sentence(out: &mut Marked, sentence: &[Column<'_>], number: usize) {
    if !out.text.is_empty() {
        out.text.push('\n');
    }
    let (mut is_in_quotes, mut open, mut glue) = (false, None::<(usize, u8)>, true);
    for (idx, column) in sentence.iter().enumerate() {
        let before = idx.checked_sub(1).map(|before| &sentence[before]);
        let continues =
            !column.begins && column.kind.is_some() && open.is_some_and(|(_, kind)| Some(kind) == column.kind);
        if !continues && let Some((start, kind)) = open.take() {
            out.names.push((start..out.text.len(), kind));
        }
        let word = match column.word {
            "``" | "''" => "\"",
            "-LRB-" => "(",
            "-RRB-" => ")",
            "&amp;" => "&",
            word => word,
        };
        let mut glue_next = false;
        match word {
            "\"" => {
                glue |= is_in_quotes;
                glue_next = !is_in_quotes;
                is_in_quotes = !is_in_quotes;
            }
            "(" | "[" | "$" | "£" | "#" | "@" => glue_next = true,
            "-" | "/" => {
                let is_short = before.is_some_and(|before| {
                    before.word.len() <= 4 && before.word.chars().all(char::is_lowercase) || before.word == "Al"
                });
                let next_is_inside = sentence.get(idx + 1).is_some_and(|next| !next.begins && next.kind.is_some());
                let is_joined = word == "/" || number.is_multiple_of(4) && (is_short || continues && next_is_inside);
                glue |= is_joined;
                glue_next = is_joined;
            }
            _ => glue |= sticks_to_word_before(word),
        }
        if !glue {
            out.text.push(' ');
        }
        if !continues && let Some(kind) = column.kind {
            open = Some((out.text.len(), kind));
        }
        out.text.push_str(word);
        glue = glue_next;
    }
    if let Some((start, kind)) = open {
        out.names.push((start..out.text.len(), kind));
    }
}

fn sticks_to_word_before(word: &str) -> bool {
    let is_stop = word.chars().all(|c| matches!(c, ',' | '.' | ';' | ':' | '!' | '?' | ')' | ']' | '%'));
    let is_ending = matches!(word.to_lowercase().as_str(), "'s" | "’s" | "n't" | "'re" | "'ve" | "'ll" | "'d" | "'m");
    is_stop || is_ending
}
