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
const AFTER_BYLINE: &str = "a date beside the line that names the writer";
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
        claims.extend(
            dateline(text, &blocks[prose_idx], conventions).or_else(|| beside_byline(text, blocks, conventions)),
        );
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

/// The first date that stands with a byline or on the line after it: `By Ann Writer`, `Nov. 19, 2019`. A picture's caption
/// may stand above both, so this is looked for on the whole page.
fn beside_byline(text: &str, blocks: &[Block], conventions: &Conventions<'_>) -> Option<DocumentDate> {
    let line = |block: &Block| block.span.slice(text).filter(|line| line.len() <= MAX_BYLINE_LEN).unwrap_or_default();
    let is_byline = |line: &str| {
        let name = ["By ", "by ", "BY "].iter().find_map(|by| line.strip_prefix(by));
        name.is_some_and(|name| name.starts_with(char::is_uppercase) && !name.ends_with('.'))
    };
    let after = blocks.windows(2).filter(|pair| is_byline(line(&pair[0])) && dates::is_date_alone(line(&pair[1])));
    let within = blocks.iter().filter(|block| is_byline(line(block)));
    let (block, found) = after
        .map(|pair| &pair[1])
        .chain(within)
        .find_map(|block| Some((block, dates::find_by(line(block), conventions).into_iter().find(is_day)?)))
        .filter(|(block, found)| dates::is_date_alone(line(block)) || is_name_line(line(block), found))?;
    claim(DateKind::Published, found, block, AFTER_BYLINE)
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
        && !after.contains("'s ")
        && !after.contains("’s ")
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

#[cfg(test)]
mod tests {
    use corpus::span::ByteSpan;

    use super::*;

    const STORY: &str =
        "It rained all day in the town, and those who had come to see the match went home early and wet.";

    /// The claims on a page of one line a block; a line that begins with `#` is the headline, one with `~` furniture.
    fn check(lines: &[&str], expected: &[(DateKind, &str, &str)]) {
        let mut text = String::new();
        let mut blocks = Vec::new();
        for line in lines {
            let kind = match line.chars().next() {
                Some('#') => BlockKind::Headline,
                Some('~') => BlockKind::Furniture,
                _ => BlockKind::Paragraph,
            };
            let start = text.len();
            text.push_str(line.trim_start_matches(['#', '~']));
            let span = ByteSpan::from_range(start..text.len()).expect("a short text");
            let reason = (kind == BlockKind::Furniture).then(|| "a menu".to_owned());
            blocks.push(Block { span, kind, reason });
            text.push('\n');
        }
        let claims = claims(&text, &blocks, &Conventions::of(&text, "en"));
        let found: Vec<_> = claims.iter().map(|claim| (claim.kind, claim.value.as_str(), claim.by.as_str())).collect();
        assert_eq!(found, expected, "{lines:?}");
    }

    #[test]
    fn lines_with_a_label_say_when_a_story_was_published_and_changed() {
        use DateKind::{Published, Updated};
        for line in [
            "Published: 3 May 2021",
            "Posted on May 3, 2021 by Ann Writer",
            "Posted by Ann Writer on May 3, 2021",
            "Published 4:07 PM, Mon May 3, 2021",
            "By Ann Writer | Published May 3, 2021 at 10:30",
            "Von Ann Writer publiziert am 3. Mai 2021",
        ] {
            check(&["#Rain Falls", line, STORY], &[(Published, "2021-05-03", LABELLED)]);
        }
        check(
            &["#Rain Falls", "Published May 3, 2021 | Updated at 5:36 PM on May 4, 2021", STORY],
            &[(Published, "2021-05-03", LABELLED), (Updated, "2021-05-04", LABELLED_UPDATE)],
        );
        check(
            &["#Rain Falls", "Ann Writer Updated 1:39 am EST, 3 May 2021", STORY],
            &[(Updated, "2021-05-03", LABELLED_UPDATE)],
        );
        check(
            &["#Rain Falls", STORY, STORY, "First published on May 3, 2021 / 8:16 AM"],
            &[(Published, "2021-05-03", LABELLED)],
        );
        check(&["#Rain Falls", STORY, STORY, "Posted on May 3, 2021 by a reader"], &[]);
        check(&["#Rain Falls", "He published it on May 3, 2021.", STORY], &[]);
    }

    #[test]
    fn times_in_zones_may_stand_between_a_label_and_its_date() {
        let line = "Updated 0339 GMT (1139 HKT) May 3, 2021";
        check(&["#Rain Falls", line, STORY], &[(DateKind::Updated, "2021-05-03", LABELLED_UPDATE)]);
    }

    #[test]
    fn a_date_between_headline_and_story_is_the_publication_date_if_it_is_the_only_one() {
        let published = |by| [(DateKind::Published, "2021-05-03", by)];
        check(&["#Rain Falls", "By Ann Writer", "May 3, 2021 10:30 am", STORY], &published(ALONE));
        check(&["#Rain Falls", "By Ann Writer | May 3, 2021", STORY], &published(BESIDE_NAME));
        check(&["#Rain Falls", "Ann Writer - May 3, 2021, 10:31 pm CST", STORY], &published(BESIDE_NAME));
        check(&["#Rain Falls", "May 3, 2021", "3 May 2021", STORY], &published(ALONE));
        check(&["#Rain Falls", "May 3, 2021", "4 May 2021", STORY], &[]);
        check(&["May 3, 2021", "#Rain Falls", STORY], &[]);
        check(&["~May 3, 2021", "#Rain Falls", STORY, "May 4, 2021"], &[]);
        check(&["#Rain Falls", "Monday, May 3, 2021 Monday's Daily Headlines", STORY], &[]);
        check(&["#Rain Falls", "May 2021", STORY], &[]);
        check(&["#Rain Falls", "It fell on May 3, 2021", STORY], &[]);
        check(&["#Rain Falls", "May 3, 2021"], &[]);
        check(&["#Rain Falls", STORY, "By Ann Writer", "May 3, 2021", STORY], &published(AFTER_BYLINE));
        check(&["#Rain Falls", STORY, "By Tuesday, May 3, 2021, it was over.", STORY], &[]);
    }

    #[test]
    fn a_dateline_gives_the_day_and_a_sentence_does_not() {
        for start in ["LONDON, May 3, 2021 (Reuters) - ", "(The Star, May 3, 2021) — ", "Paris, 3 May 2021 – "] {
            check(&["#Rain Falls", &format!("{start}{STORY}")], &[(DateKind::Published, "2021-05-03", DATELINE)]);
        }
        check(&["#Rain Falls", &format!("It rained on May 3, 2021 – and then. {STORY}")], &[]);
        check(&["#Rain Falls", &format!("LONDON, May 3, 2021. {STORY}")], &[]);
    }

    #[test]
    fn words_count_from_the_first_clear_day() {
        let date = |kind, value: &str, is_ambiguous| DocumentDate {
            kind,
            value: value.to_owned(),
            is_ambiguous,
            span: None,
            by: String::new(),
        };
        let dates = [
            date(DateKind::Updated, "2021-05-01", false),
            date(DateKind::Published, "2021", true),
            date(DateKind::Published, "2021-05", false),
            date(DateKind::Published, "2021-05-03", false),
        ];
        assert_eq!(day(&dates), Some(jiff::civil::date(2021, 5, 3)));
        assert_eq!(day(&dates[..3]), None);
    }
}
