//! Which of the dates on a page is the day the story was published or changed, as its own lines say it: a line with a label,
//! a date alone or beside a name between headline and story, a dateline. Any other date on the page is only printed there.

use corpus::model::{Block, BlockKind, DateKind, DocumentDate};
use jiff::civil::Date;

use super::dates::{self, Conventions, FoundDate};
use super::shifted;

/// Longest line that can say when a story was published, in bytes.
const MAX_LINE_LEN: usize = 160;

/// Longest line that holds a name and a date without a label, in bytes.
const MAX_BYLINE_LEN: usize = 100;

/// How many blocks above the story's first paragraph can belong to its header.
const HEADER_REACH: usize = 8;

/// A block of at least this many bytes that ends as sentences do is a paragraph of the story.
const MIN_PROSE_LEN: usize = 80;

/// How far into the first paragraph a dateline reaches, in bytes.
const MAX_DATELINE_LEN: usize = 90;

const LABELLED: &str = "a line that says when it was published";
const LABELLED_UPDATE: &str = "a line that says when it was changed";
const ALONE: &str = "a date alone on a line between the headline and the story";
const BESIDE_NAME: &str = "a date beside a name or a time, between the headline and the story";
const DATELINE: &str = "the dateline of the first paragraph";

/// The dates that the story's own lines give as its publication or its last change, in text order.
pub(super) fn claims(text: &str, blocks: &[Block], conventions: &Conventions<'_>) -> Vec<DocumentDate> {
    let is_story = |block: &Block| is_prose(block, block.span.slice(text).unwrap_or_default());
    let Some(prose_idx) = blocks.iter().position(is_story) else { return Vec::new() };
    let after_headline = blocks[..prose_idx].iter().rposition(|block| block.kind == BlockKind::Headline);
    let first_idx = after_headline.map_or(0, |idx| idx + 1).max(prose_idx.saturating_sub(HEADER_REACH));
    let mut claims: Vec<DocumentDate> = Vec::new();
    for (idx, block) in blocks.iter().enumerate() {
        // Comments below a story say when they were posted; only "First published" can mean the story there.
        let is_header = (first_idx..prose_idx + 2).contains(&idx) && idx != prose_idx;
        claims.extend(labelled(text, block, is_header, conventions));
    }
    if !claims.iter().any(|claim| claim.kind == DateKind::Published) {
        claims.extend(unlabelled(text, &blocks[first_idx..prose_idx], conventions));
    }
    if !claims.iter().any(|claim| claim.kind == DateKind::Published) {
        claims.extend(dateline(text, &blocks[prose_idx], conventions));
    }
    claims.sort_by_key(|claim| claim.span);
    claims
}

/// The day from which a document's words count: its first publication date that is a whole day and clear.
pub(super) fn day(dates: &[DocumentDate]) -> Option<Date> {
    let published = dates.iter().filter(|date| date.kind == DateKind::Published && !date.is_ambiguous);
    published.filter_map(|date| date.value.parse().ok()).next()
}

fn is_prose(block: &Block, words: &str) -> bool {
    matches!(block.kind, BlockKind::Paragraph | BlockKind::ListItem)
        && words.len() >= MIN_PROSE_LEN
        && words.trim_end_matches(['"', '”', '’', ')', '»']).ends_with(['.', '!', '?', '…', ':', '。', '।'])
}

fn claim(kind: DateKind, found: FoundDate, block: &Block, by: &str) -> Option<DocumentDate> {
    let span = shifted(found.start, found.end, block.span.start())?;
    let FoundDate { value, is_ambiguous, .. } = found;
    Some(DocumentDate { kind, value, is_ambiguous, span: Some(span), by: by.to_owned() })
}

/// Whether a date names a day, or would if it were clear which.
fn is_day(found: &FoundDate) -> bool {
    found.value.len() == 10 || found.is_ambiguous
}

const FIRST_PUBLISHED: &[&str] = &["first published", "originally published", "first posted"];
const PUBLISHED: &[&str] = &[
    "published",
    "posted",
    "publication date",
    "pubdate",
    "date",
    "publiziert",
    "veröffentlicht",
    "erschienen",
    "publié",
    "publie",
    "publicado",
    "publicada",
    "pubblicato",
    "gepubliceerd",
    "geplaatst",
    "опубликовано",
    "дата публикации",
    "publicerad",
    "publiceret",
    "publisert",
    "opublikowano",
    "posted on",
    "created",
    "written",
    "filed",
    "issued",
];
const UPDATED: &[&str] = &[
    "updated",
    "last updated",
    "modified",
    "last modified",
    "edited",
    "aktualisiert",
    "zuletzt aktualisiert",
    "mis à jour",
    "actualizado",
    "aggiornato",
    "atualizado",
    "bijgewerkt",
    "обновлено",
    "uppdaterad",
    "opdateret",
    "oppdatert",
    "zaktualizowano",
];

/// The dates of a line that have a label before them: `Published Nov 18, 2019 at 4:07 PM | Updated on Nov 19, 2019`.
fn labelled(text: &str, block: &Block, is_header: bool, conventions: &Conventions<'_>) -> Vec<DocumentDate> {
    let line = block.span.slice(text).unwrap_or_default();
    if line.len() > MAX_LINE_LEN
        || block.kind == BlockKind::Headline
        || line.ends_with('.')
        || !line.is_ascii() && !is_header
    {
        return Vec::new();
    }
    let mut from = 0;
    let mut claims = Vec::new();
    for found in dates::find_by(line, conventions).into_iter().filter(is_day) {
        let before = line.get(from..found.start).unwrap_or_default();
        from = found.end;
        claims.extend(match label(before, is_header) {
            Some(DateKind::Updated) => claim(DateKind::Updated, found, block, LABELLED_UPDATE),
            Some(kind) => claim(kind, found, block, LABELLED),
            None => None,
        });
    }
    claims
}

/// What the words before a date say about it. The label stands first, after a name, or after a mark between parts.
fn label(before: &str, is_header: bool) -> Option<DateKind> {
    let lower = before.to_lowercase();
    let has = |labels: &[&str]| labels.iter().any(|label| is_label_in(&lower, label));
    match () {
        () if has(FIRST_PUBLISHED) => Some(DateKind::Published),
        () if !is_header => None,
        () if has(UPDATED) => Some(DateKind::Updated),
        () if has(PUBLISHED) => Some(DateKind::Published),
        () => None,
    }
}

/// Whether a label stands in the words and little but a name, a time or `on` comes between it and the date.
fn is_label_in(lower: &str, label: &str) -> bool {
    let Some(at) = lower.rfind(label) else { return false };
    let (head, tail) = (&lower[..at], &lower[at + label.len()..]);
    let is_whole = !head.ends_with(char::is_alphanumeric) && !tail.starts_with(char::is_alphanumeric);
    let rest = tail.trim_start_matches([':', ' ']);
    let is_name = rest.starts_with("by ") && rest.split_whitespace().count() <= 8;
    let links = [
        "on", "am", "le", "el", "em", "il", "op", "den", "dnia", "at", "в", ":", "the", "mon", "tue", "wed", "thu",
        "fri", "sat", "sun",
    ];
    let is_near =
        rest.split_whitespace().all(|word| links.contains(&word.trim_matches([',', '.', ':'])) || dates::is_time(word));
    is_whole && (is_near || is_name)
}

/// The one day that lines without a label give, if they agree: a date alone, or beside a name.
fn unlabelled(text: &str, header: &[Block], conventions: &Conventions<'_>) -> Option<DocumentDate> {
    let mut chosen: Option<(FoundDate, &Block, &str)> = None;
    for block in header.iter().filter(|block| block.kind != BlockKind::Headline) {
        let line = block.span.slice(text).unwrap_or_default();
        if line.len() > MAX_LINE_LEN {
            continue;
        }
        let by = if dates::is_date_alone(line) { ALONE } else { BESIDE_NAME };
        for found in dates::find_by(line, conventions).into_iter().filter(is_day) {
            // A date that changes the story is labelled; one in a sentence or a title is about something else.
            if by == BESIDE_NAME && !is_name_line(line, &found) || label(&line[..found.start], true).is_some() {
                continue;
            }
            match &chosen {
                Some((first, ..)) if first.value != found.value => return None,
                Some(_) => {}
                None => chosen = Some((found, block, by)),
            }
        }
    }
    let (found, block, by) = chosen?;
    claim(DateKind::Published, found, block, by)
}

/// Whether a line is a date with a name, a time or the like: `By Ann Writer | May 3, 2015`, `Reuters May 3, 2015 11:03 PM`.
fn is_name_line(line: &str, found: &FoundDate) -> bool {
    let (before, after) = (&line[..found.start], &line[found.end..]);
    let before = before.strip_prefix("By ").or_else(|| before.strip_prefix("by ")).unwrap_or(before);
    let is_name = |word: &str| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        word.is_empty()
            || word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
            || ["and", "de", "van", "von", "bin", "al", "admin", "staff", "on", "am", "le", "el", "by", "for"]
                .contains(&word)
    };
    let is_part_end =
        |rest: &str| rest.trim_start().starts_with(['|', '•', '·', '/', '-', '–', '—', ',']) || rest.trim().is_empty();
    let ends_well = is_part_end(after)
        || after.split_whitespace().take(6).all(|word| is_name(word) || dates::is_time(word))
        || dates::is_time(&after[..after.floor_char_boundary(30)]);
    line.len() <= MAX_BYLINE_LEN
        && before.split_whitespace().count() <= 8
        && before.split_whitespace().all(|word| is_name(word) || dates::is_time(word))
        && ends_well
        && !line.ends_with(['.', '?', '!'])
        && !before.trim_end().ends_with(['(', ':', '@'])
}

/// `(CNN, Nov 3, 2015) —`, `LONDON, March 3, 2015 (Reuters) -`: a place or an agency, a day, and a dash.
fn dateline(text: &str, block: &Block, conventions: &Conventions<'_>) -> Option<DocumentDate> {
    let words = block.span.slice(text)?;
    let head = &words[..words.floor_char_boundary(MAX_DATELINE_LEN)];
    let found = dates::find_by(head, conventions).into_iter().next().filter(is_day)?;
    let (before, after) = (&head[..found.start], &head[found.end..]);
    let dash = after.find(['—', '–']).or_else(|| after.find(" - ")).or_else(|| after.find("-- "))?;
    let between = after[..dash].trim();
    let is_agency =
        between.is_empty() || between == ")" || between.starts_with('(') && between.ends_with(')') || between == ":";
    let is_place = before.split_whitespace().all(|word| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        word.is_empty() || word.starts_with(char::is_uppercase)
    });
    (is_agency && is_place).then(|| claim(DateKind::Published, found, block, DATELINE))?
}
