//! From lines to paragraphs, headings, lists and tables, by size, place and distance. Nothing here reads PDF.

mod measure;

use std::ops::Range;

use corpus::model::BlockKind;

use super::PageLines;
use super::order::Line;
use super::page::Turn;
use measure::{Column, Measures};

/// A heading is this much larger than the body of the text, a headline this much.
const HEADING: f64 = 1.12;
const HEADLINE: f64 = 1.25;

/// Longest heading, in characters and lines.
const MAX_HEADING_CHARS: usize = 220;
const MAX_HEADING_LINES: usize = 5;

/// Words that captions begin with, before a number: figure, table, picture, chart and map in large languages of Europe.
const CAPTION_WORDS: &[&str] = &[
    "figure",
    "fig",
    "table",
    "chart",
    "map",
    "exhibit",
    "photo",
    "abbildung",
    "abb",
    "tabelle",
    "karte",
    "foto",
    "tableau",
    "carte",
    "figura",
    "tabla",
    "gráfico",
    "mapa",
    "tabella",
    "grafico",
    "tabela",
    "рис",
    "рисунок",
    "таблица",
];

/// Lines that belong together.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Group {
    /// Which page, and which of its lines.
    pub(super) page_idx: usize,
    pub(super) lines: Range<usize>,
    pub(super) kind: BlockKind,
    pub(super) reason: Option<String>,
}

/// The groups of all pages, page by page and in reading order.
pub(super) fn groups(pages: &[PageLines], reasons: &[Vec<Option<String>>]) -> Vec<Vec<Group>> {
    let measures = Measures::of(pages, reasons);
    let mut groups: Vec<Vec<Group>> = pages
        .iter()
        .zip(reasons)
        .enumerate()
        .map(|(page_idx, (page, reasons))| page_groups(page_idx, page, reasons, &measures))
        .collect();
    mark_headline(pages, &mut groups, &measures);
    groups
}

fn page_groups(page_idx: usize, page: &PageLines, reasons: &[Option<String>], measures: &Measures) -> Vec<Group> {
    let columns = measure::columns(page, reasons);
    let mut groups: Vec<Group> = Vec::new();
    let mut line_idx = 0;
    while line_idx < page.lines.len() {
        let table = table_at(&page.lines, reasons, line_idx);
        if table.len() > 1 {
            line_idx = table.end;
            groups.push(Group { page_idx, lines: table, kind: BlockKind::Table, reason: None });
            continue;
        }
        let line = &page.lines[line_idx];
        let reason = reasons[line_idx].clone();
        match groups.last_mut() {
            Some(group)
                if group.kind != BlockKind::Table && goes_on(group, page, line_idx, &reason, &columns, measures) =>
            {
                group.lines.end = line_idx + 1;
            }
            _ => {
                let kind = match (&reason, is_list_item(&line.text)) {
                    (Some(_), _) => BlockKind::Furniture,
                    (None, true) => BlockKind::ListItem,
                    (None, false) => BlockKind::Paragraph,
                };
                groups.push(Group { page_idx, lines: line_idx..line_idx + 1, kind, reason });
            }
        }
        line_idx += 1;
    }
    for group in &mut groups {
        if matches!(group.kind, BlockKind::Paragraph | BlockKind::ListItem) {
            group.kind = kind_of(&page.lines[group.lines.clone()], group.kind, measures);
        }
    }
    groups
}

/// The rows from `start` on that are one table: three at least, or two with three cells, each with cells that stand
/// apart.
fn table_at(lines: &[Line], reasons: &[Option<String>], start: usize) -> Range<usize> {
    let is_row = |line_idx: usize| {
        let line = &lines[line_idx];
        let label = line.text.split('\t').next().unwrap_or_default();
        line.n_cells > 1
            && reasons[line_idx].is_none()
            && line.column == lines[start].column
            && !is_list_item(&format!("{label} "))
    };
    let n_rows = (start..lines.len()).take_while(|&line_idx| is_row(line_idx)).count();
    let is_table = n_rows >= 3 || (n_rows == 2 && lines[start].n_cells >= 3 && lines[start + 1].n_cells >= 3);
    start..start + if is_table { n_rows } else { 0 }
}

/// Whether a line goes on with the group before it.
fn goes_on(
    group: &Group,
    page: &PageLines,
    line_idx: usize,
    reason: &Option<String>,
    columns: &[Column],
    measures: &Measures,
) -> bool {
    let (line, last) = (&page.lines[line_idx], &page.lines[line_idx - 1]);
    if *reason != group.reason || line.turn != last.turn {
        return false;
    }
    if reason.is_some() {
        return line.turn != Turn::Right || (line.column == last.column && measures.is_next_line(last, line));
    }
    if is_list_item(&line.text) || (line.size - last.size).abs() > 0.08 * last.size.max(line.size) {
        return false;
    }
    let Some(column) = columns.get(line.column) else { return false };
    if line.column != last.column {
        // The next column goes on where the last one stopped in the middle of a sentence.
        return is_broken_off(&last.text, &line.text) && group.kind == BlockKind::Paragraph;
    }
    if !measures.is_next_line(last, line) || line.is_bold != last.is_bold && is_short(last, column) {
        return false;
    }
    let indent = 0.8 * line.size;
    let first = &page.lines[group.lines.start];
    let is_indented = |line: &Line| line.start > column.start + indent;
    let is_first_of_next = group.kind != BlockKind::ListItem
        && is_indented(line)
        && last.start + indent < line.start
        && !is_centred(last, line);
    let is_after_quote = group.lines.len() > 1 && is_indented(first) && last.start > line.start + indent;
    !is_first_of_next && !is_after_quote && !ends_paragraph(last, line, column)
}

/// Whether a line stands in the middle below a longer one.
fn is_centred(last: &Line, line: &Line) -> bool {
    let middle = |line: &Line| (line.start + line.end) / 2.0;
    line.end < last.end && (middle(line) - middle(last)).abs() < line.size
}

/// Whether a line ends its paragraph: the first word of the next one would have found room after its full stop.
fn ends_paragraph(last: &Line, next: &Line, column: &Column) -> bool {
    let room = column.end - last.end;
    let n_chars = next.text.split_whitespace().next().map_or(0, |word| word.chars().count());
    let word = (n_chars + 1) as f64 * 0.5 * next.size;
    let is_sentence_end = ends_sentence(&last.text);
    (is_sentence_end && room > 1.3 * word && room > 0.08 * (column.end - column.start))
        || room > 0.45 * (column.end - column.start)
}

fn is_short(line: &Line, column: &Column) -> bool {
    column.end - line.end > 0.2 * (column.end - column.start)
}

/// Whether a sentence that one line leaves open goes on with the next one.
pub(super) fn is_broken_off(last: &str, next: &str) -> bool {
    let has_hyphen = last.ends_with(['-', '\u{2010}', '\u{ad}']);
    let starts_small = next.starts_with(char::is_lowercase);
    !ends_sentence(last) && (starts_small || has_hyphen || last.ends_with(','))
}

fn ends_sentence(text: &str) -> bool {
    let text = text.trim_end_matches(['"', '”', '’', '\'', ')', ']', '»', '“']);
    text.ends_with(['.', '!', '?', ':', ';', '…', '。', '！', '？', '؟', '۔'])
}

/// What a group of lines is, by its size, weight and first words.
fn kind_of(lines: &[Line], kind: BlockKind, measures: &Measures) -> BlockKind {
    let n_chars: usize = lines.iter().map(|line| line.text.chars().count()).sum();
    let n_letters: usize = lines.iter().map(|line| line.text.chars().filter(|c| c.is_alphabetic()).count()).sum();
    let first = &lines[0];
    let last = &lines[lines.len() - 1].text;
    let can_be_heading = n_chars <= MAX_HEADING_CHARS && lines.len() <= MAX_HEADING_LINES && n_letters >= 3;
    let is_large = first.size >= HEADING * measures.body_size;
    let is_bold =
        lines.iter().all(|line| line.is_bold) && !measures.is_body_bold && first.size >= 0.98 * measures.body_size;
    let ends_open = !last.ends_with(['.', ',', ';', ':']);
    match () {
        () if can_be_heading && is_large => BlockKind::Heading,
        () if can_be_heading && is_bold && ends_open && n_chars <= 120 && lines.len() <= 2 => BlockKind::Heading,
        () if is_caption(&first.text) => BlockKind::Caption,
        () => kind,
    }
}

/// Whether a line begins as captions do: `Figure 3.`, `Table 2:`.
fn is_caption(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let (Some(first), Some(second)) = (words.next(), words.next()) else { return false };
    let first = first.trim_end_matches('.').to_lowercase();
    CAPTION_WORDS.contains(&first.as_str())
        && second.starts_with(|c: char| c.is_numeric())
        && second.ends_with(['.', ':', '–', '—'])
}

/// Whether a line begins with the mark of a list item.
pub(super) fn is_list_item(text: &str) -> bool {
    let Some((mark, rest)) = text.split_once(char::is_whitespace) else { return false };
    if rest.trim().is_empty() && !text.ends_with(' ') {
        return false;
    }
    let is_bullet =
        matches!(mark, "•" | "‣" | "▪" | "●" | "○" | "◦" | "■" | "□" | "–" | "—" | "-" | "*" | "·" | "➢" | "✓")
            || mark.starts_with(|c: char| ('\u{f000}'..='\u{f0ff}').contains(&c)) && mark.chars().count() == 1;
    let number = mark.strip_suffix(['.', ')']).map(|number| number.trim_start_matches('('));
    let is_number = number.is_some_and(|number| {
        let is_letter = number.len() == 1 && number.chars().all(|c| c.is_ascii_lowercase());
        !number.is_empty() && (is_letter || (number.len() <= 2 && number.chars().all(|c| c.is_ascii_digit())))
    });
    is_bullet || is_number
}

/// The headline is what is clearly largest on the first page that has a story.
fn mark_headline(pages: &[PageLines], groups: &mut [Vec<Group>], measures: &Measures) {
    let Some(page_idx) = groups.iter().position(|groups| groups.iter().any(|group| group.reason.is_none())) else {
        return;
    };
    let size = |group: &Group| pages[group.page_idx].lines[group.lines.start].size;
    let mut headings: Vec<&mut Group> =
        groups[page_idx].iter_mut().filter(|group| group.kind == BlockKind::Heading).collect();
    headings.sort_by(|a, b| size(b).total_cmp(&size(a)));
    let [first, rest @ ..] = headings.as_mut_slice() else { return };
    let is_alone = rest.first().is_none_or(|second| size(second) < 0.96 * size(first));
    let lines = &pages[page_idx].lines[first.lines.clone()];
    let n_words: usize = lines.iter().map(|line| line.text.split_whitespace().count()).sum();
    if is_alone && size(first) >= HEADLINE * measures.body_size && n_words >= 2 {
        first.kind = BlockKind::Headline;
    }
}
