//! What is usual in a document: the size of its body, the distance of its lines, the edges of its columns.

use std::collections::BTreeMap;

use super::super::PageLines;
use super::super::order::Line;

/// The usual sizes and distances of a document.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Measures {
    pub(super) body_size: f64,
    pub(super) is_body_bold: bool,
    /// Distances of lines, in heights of their font; for each size, by tenths of a point.
    leading: BTreeMap<u32, f64>,
}

/// The edges of a column of a page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Column {
    pub(super) start: f64,
    pub(super) end: f64,
}

impl Measures {
    pub(super) fn of(pages: &[PageLines], reasons: &[Vec<Option<String>>]) -> Self {
        let mut chars_of_size: BTreeMap<u32, usize> = BTreeMap::new();
        let (mut n_bold, mut n_chars) = (0, 0);
        let mut distances: BTreeMap<u32, Vec<f64>> = BTreeMap::new();
        for (page, reasons) in pages.iter().zip(reasons) {
            for (line, _) in page.lines.iter().zip(reasons).filter(|(_, reason)| reason.is_none()) {
                *chars_of_size.entry(tenths(line.size)).or_default() += line.text.len();
                n_chars += line.text.len();
                n_bold += if line.is_bold { line.text.len() } else { 0 };
            }
            for pair in page.lines.windows(2) {
                let distance = (pair[1].baseline - pair[0].baseline) / pair[1].size;
                let is_same = pair[0].column == pair[1].column && tenths(pair[0].size) == tenths(pair[1].size);
                if is_same && (0.8..2.6).contains(&distance) {
                    distances.entry(tenths(pair[1].size)).or_default().push(distance);
                }
            }
        }
        let most = chars_of_size.iter().max_by_key(|(_, n_chars)| **n_chars);
        let leading = distances
            .into_iter()
            .map(|(size, mut distances)| {
                distances.sort_by(f64::total_cmp);
                // Gaps between paragraphs are wider than those of lines, and fewer.
                (size, distances[distances.len() * 2 / 5])
            })
            .collect();
        Self {
            body_size: most.map_or(10.0, |(size, _)| f64::from(*size) / 10.0),
            is_body_bold: n_bold * 2 > n_chars,
            leading,
        }
    }

    /// Whether a line stands where the next line of a paragraph does.
    pub(super) fn is_next_line(&self, last: &Line, line: &Line) -> bool {
        let usual = self.leading.get(&tenths(line.size)).copied().unwrap_or(1.25);
        let distance = (line.baseline - last.baseline) / line.size.max(last.size);
        distance > 0.0 && distance < (usual * 1.3).max(usual + 0.15)
    }
}

/// A size in tenths of a point.
fn tenths(size: f64) -> u32 {
    // Sizes are positive and bounded by the page's coordinates.
    (size * 10.0).round() as u32
}

/// The edges of each column, by its number: where most of its lines begin, and where its widest ends.
pub(super) fn columns(page: &PageLines, reasons: &[Option<String>]) -> Vec<Column> {
    let n_columns = page.lines.iter().map(|line| line.column + 1).max().unwrap_or_default();
    let mut starts: Vec<BTreeMap<i64, usize>> = vec![BTreeMap::new(); n_columns];
    let mut columns = vec![Column { start: 0.0, end: 0.0 }; n_columns];
    for (line, _) in page.lines.iter().zip(reasons).filter(|(_, reason)| reason.is_none()) {
        *starts[line.column].entry((line.start / 2.0).floor() as i64).or_default() += 1;
        columns[line.column].end = columns[line.column].end.max(line.end);
    }
    for (column, starts) in columns.iter_mut().zip(starts) {
        // The leftmost of the places where many lines begin.
        let most = starts.values().copied().max().unwrap_or_default();
        let usual = starts.iter().find(|(_, n_lines)| **n_lines * 3 >= most);
        column.start = usual.map_or(0.0, |(start, _)| *start as f64 * 2.0);
    }
    columns
}
