//! What in the body of a message is not its own: passages quoted from earlier messages, and the signature. Both stay
//! in the text as furniture.

use corpus::model::BlockKind;

use crate::read::assembly::Assembly;

/// Longest signature in lines. What follows two hyphens and is longer is a part of the message.
const MAX_SIGNATURE_LINES: usize = 15;

/// How many lines the words before a quoted passage may take: "On Friday, Ann wrote:".
const MAX_INTRODUCTION_LINES: usize = 3;

/// Ends of the line before a quoted passage, as Gmail, Thunderbird, Apple Mail and Outlook write it in English,
/// German, French, Spanish, Italian, Dutch, Portuguese, Swedish, Norwegian, Danish, Polish, Russian and Ukrainian.
const INTRODUCTIONS: &[&str] = &[
    "wrote",
    "writes",
    "schrieb",
    "schreibt",
    "a écrit",
    "écrit",
    "escribió",
    "ha scritto",
    "schreef",
    "escreveu",
    "skrev",
    "napisał",
    "napisał(a)",
    "написал",
    "написала",
    "пишет",
    "написав",
];

/// Lines that mail programs put over a message that is quoted as a whole, without the hyphens around.
const SEPARATORS: &[&str] = &[
    "original message",
    "original appointment",
    "ursprüngliche nachricht",
    "originalnachricht",
    "message d'origine",
    "message original",
    "mensaje original",
    "messaggio originale",
    "oorspronkelijk bericht",
    "mensagem original",
    "ursprungligt meddelande",
    "исходное сообщение",
];

/// Fields that Outlook writes over a message that is quoted as a whole, in the languages above.
const FIELDS: &[&str] = &[
    "from",
    "sent",
    "to",
    "cc",
    "subject",
    "date",
    "von",
    "gesendet",
    "an",
    "betreff",
    "datum",
    "de",
    "envoyé",
    "à",
    "objet",
    "enviado",
    "para",
    "asunto",
    "assunto",
    "da",
    "inviato",
    "a",
    "oggetto",
    "van",
    "verzonden",
    "aan",
    "onderwerp",
];

const QUOTED: &str = "quoted from an earlier message";
const SIGNATURE: &str = "signature";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Own,
    Quoted,
    Signature,
}

/// Adds a body. In a message that passes another one on, that one is the story and not quoted.
pub(super) fn push_body(assembly: &mut Assembly, text: &str, is_forward: bool) {
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let parts = parts(&lines, is_forward);
    let mut start = 0;
    for group in parts.chunk_by(|a, b| a == b) {
        let words = lines[start..start + group.len()].concat();
        match group[0] {
            Part::Own => assembly.push_lines(&words),
            Part::Quoted => assembly.push(BlockKind::Furniture, Some(QUOTED), &words),
            Part::Signature => assembly.push(BlockKind::Furniture, Some(SIGNATURE), &words),
        }
        start += group.len();
    }
}

/// What each line is.
fn parts(lines: &[&str], is_forward: bool) -> Vec<Part> {
    let mut parts = vec![Part::Own; lines.len()];
    let is_blank = |idx: usize| lines[idx].trim().is_empty();
    for idx in 0..lines.len() {
        if !is_forward && begins_whole_message(&lines[idx..], idx == 0 || is_blank(idx - 1)) {
            parts[idx..].fill(Part::Quoted);
            break;
        }
        if lines[idx].trim_start().starts_with('>') {
            if idx == 0 || parts[idx - 1] != Part::Quoted {
                let start = introduction_start(&lines[..idx]);
                parts[start..idx].fill(Part::Quoted);
            }
            parts[idx] = Part::Quoted;
        } else if idx > 0 && is_blank(idx) && parts[idx - 1] == Part::Quoted {
            // Blank lines inside of a quoted passage belong to it; those after it do no harm in it.
            parts[idx] = Part::Quoted;
        }
    }
    mark_signature(lines, &mut parts);
    // A message that is nothing but quoted words was sent for the sake of these.
    let has_own = (0..lines.len()).any(|idx| parts[idx] == Part::Own && !is_blank(idx));
    if !has_own {
        parts.iter_mut().filter(|part| **part == Part::Quoted).for_each(|part| *part = Part::Own);
    }
    parts
}

/// Whether a message that is quoted as a whole begins with the first of the lines.
fn begins_whole_message(lines: &[&str], is_after_blank: bool) -> bool {
    let line = lines[0].trim();
    if line.starts_with("--") || line.starts_with("__") {
        let words = line.trim_matches(['-', '_', ' ']).to_lowercase();
        if SEPARATORS.contains(&words.as_str()) {
            return true;
        }
    }
    let is_field = |line: &&&str| {
        let name = line.trim_start().trim_start_matches('*').split(':').next().unwrap_or_default();
        line.contains(':') && name.len() < 20 && FIELDS.contains(&name.trim().to_lowercase().as_str())
    };
    is_after_blank && lines.len() >= 4 && lines.iter().take(4).filter(is_field).count() >= 4
}

/// Where the words that introduce a quoted passage begin, in the lines before it; their end if there are none.
fn introduction_start(before: &[&str]) -> usize {
    let end = before.len() - usize::from(before.last().is_some_and(|line| line.trim().is_empty()));
    let Some(last) = end.checked_sub(1).map(|idx| before[idx].trim_end()) else { return before.len() };
    let Some(sentence) = last.strip_suffix(':') else { return before.len() };
    let sentence = sentence.trim_end().to_lowercase();
    let has_introduction = |words: &str| INTRODUCTIONS.iter().any(|known| words.ends_with(known));
    // In German the name stands between the verb and the colon.
    let is_introduction = has_introduction(&sentence)
        || ["schrieb ", "a écrit ", "escribió "].iter().any(|verb| sentence.contains(verb)) && sentence.len() < 200;
    if !is_introduction {
        return before.len();
    }
    // It begins after a blank line, and not far up.
    let reach = end.saturating_sub(MAX_INTRODUCTION_LINES + 1);
    match before[reach..end].iter().rposition(|line| line.trim().is_empty()) {
        Some(blank) => reach + blank + 1,
        None if reach == 0 && end <= MAX_INTRODUCTION_LINES => 0,
        None => end - 1,
    }
}

/// Marks what follows the last line that is two hyphens, up to a quoted passage.
fn mark_signature(lines: &[&str], parts: &mut [Part]) {
    let is_mark = |idx: &usize| parts[*idx] == Part::Own && lines[*idx].trim_end() == "--";
    let Some(start) = (0..lines.len()).rev().find(is_mark) else { return };
    let end = (start..lines.len()).find(|&idx| parts[idx] != Part::Own).unwrap_or(lines.len());
    let n_lines = lines[start + 1..end].iter().filter(|line| !line.trim().is_empty()).count();
    if n_lines <= MAX_SIGNATURE_LINES {
        parts[start..end].fill(Part::Signature);
    }
}
