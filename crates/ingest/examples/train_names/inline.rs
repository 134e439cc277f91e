//! Our own training text: articles with names in brackets (`[P Ann Writer]`), one sentence a line.

use std::path::Path;

use crate::texts::Marked;

/// The number of the kind that a letter stands for; groups, works and events are none of the kinds that are learned.
fn kind_of(letter: &str) -> Option<u8> {
    ["P", "O", "L"].iter().position(|&known| known == letter).and_then(|idx| u8::try_from(idx).ok())
}

/// Reads all articles of a folder, in the order of its files' names.
pub fn read(folder: &Path, weight: i32) -> Vec<Marked> {
    let entries = std::fs::read_dir(folder).into_iter().flatten();
    let mut paths: Vec<_> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "txt"));
    paths.sort();
    paths.iter().flat_map(|path| read_file(path, weight)).collect()
}

fn read_file(path: &Path, weight: i32) -> Vec<Marked> {
    let text = std::fs::read_to_string(path).expect("a file of articles");
    let mut articles = Vec::new();
    for article in text.split("\n# ").filter(|article| article.contains('\n')) {
        let body = article.split_once('\n').map_or("", |(_, body)| body);
        let mut marked = Marked { weight, ..Marked::default() };
        let mut after_blank = false;
        for line in body.lines().map(str::trim) {
            if line.is_empty() {
                after_blank = true;
                continue;
            }
            if !marked.text.is_empty() {
                // Sentences of a paragraph follow each other; a headline or another line stands by itself.
                let is_sentence = !after_blank && marked.text.ends_with(['.', '!', '?', '"', '”']);
                marked.text.push_str(if is_sentence { " " } else { "\n\n" });
            }
            after_blank = false;
            write_line(&mut marked, line);
        }
        articles.push(marked);
    }
    articles
}

fn write_line(out: &mut Marked, line: &str) {
    let mut rest = line;
    while let Some((before, after)) = rest.split_once('[') {
        out.push(before, None);
        let Some((name, after)) = after.split_once(']') else { break };
        match name.split_once(' ') {
            Some((letter, words)) if letter.len() == 1 => out.push(words, kind_of(letter)),
            _ => out.push(name, None),
        }
        rest = after;
    }
    out.push(rest, None);
}
