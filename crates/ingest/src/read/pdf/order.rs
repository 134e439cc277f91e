//! In which order the rows of a page are read: columns one after the other, tables row by row. Nothing here makes
//! paragraphs.
//!
//! A page is cut into bands. A band is as many rows as share a gutter, a stretch that no piece of them covers; it is read
//! as columns where both sides of the gutter look like running text, and row by row where not.

use super::page::Turn;
use super::pieces::{Piece, Row};

/// The narrowest gutter, in heights of the font.
const GUTTER: f64 = 0.7;

/// The narrowest gutter that several rows may leave, in points.
const MIN_GUTTER: f64 = 4.0;

/// What makes a side of a gutter a column: rows, share of the page's width, characters in a row.
const MIN_ROWS: usize = 3;
const MIN_WIDTH: f64 = 0.12;
const MIN_CHARS: usize = 14;

/// How often columns may be cut into columns.
const MAX_CUTS: usize = 8;

/// One line of the text, as it is read.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Line {
    /// What stands on it; cells of a table are parted by tabs.
    pub(super) text: String,
    pub(super) n_cells: usize,
    pub(super) start: f64,
    pub(super) end: f64,
    pub(super) baseline: f64,
    pub(super) size: f64,
    pub(super) is_bold: bool,
    pub(super) turn: Turn,
    /// Lines of one column have one number; it grows in reading order.
    pub(super) column: usize,
}

/// The lines of a page in reading order.
pub(super) fn lines(rows: Vec<Row>, width: f64) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut column = 0;
    let n_upright = rows.iter().take_while(|row| row.first().is_none_or(|piece| piece.turn == Turn::Right)).count();
    let mut upright = rows;
    let turned = upright.split_off(n_upright);
    arrange(upright, width, MAX_CUTS, &mut column, &mut lines);
    lines.extend(turned.into_iter().filter_map(|row| line(row, column + 1)));
    lines
}

fn arrange(rows: Vec<Row>, width: f64, cuts_left: usize, column: &mut usize, lines: &mut Vec<Line>) {
    for Band { rows, gutters } in bands(rows) {
        let gutter = gutters.into_iter().find(|gutter| cuts_left > 0 && parts_columns(&rows, *gutter, width));
        match gutter {
            Some((start, _)) => {
                let mut left = Vec::new();
                let mut right = Vec::new();
                for row in rows {
                    let (before, after): (Row, Row) = row.into_iter().partition(|piece| piece.start < start);
                    left.extend((!before.is_empty()).then_some(before));
                    right.extend((!after.is_empty()).then_some(after));
                }
                *column += 1;
                arrange(left, width, cuts_left - 1, column, lines);
                *column += 1;
                arrange(right, width, cuts_left - 1, column, lines);
                *column += 1;
            }
            None => lines.extend(rows.into_iter().filter_map(|row| line(row, *column))),
        }
    }
}

/// Rows that share gutters, from left to right.
struct Band {
    rows: Vec<Row>,
    gutters: Vec<(f64, f64)>,
}

fn bands(rows: Vec<Row>) -> Vec<Band> {
    let mut bands: Vec<Band> = Vec::new();
    // What is free in all rows of the last band, and in its last row alone.
    let mut shared = Free::default();
    let mut last = Free::default();
    for row in rows {
        let own = Free::of(&row);
        let with_band = shared.and(&own);
        let with_last = last.and(&own);
        match bands.last_mut() {
            Some(band) if !with_band.inside().is_empty() => {
                band.rows.push(row);
                shared = with_band;
            }
            // Columns whose lines stand at other heights: one side alone has no gutter yet.
            Some(band) if is_close(band.rows.last(), &row) && !with_last.inside().is_empty() => {
                let begun = if shared.inside().is_empty() { band.rows.pop() } else { None };
                shared = if begun.is_some() { with_last } else { own.clone() };
                bands.push(Band { rows: begun.into_iter().chain([row]).collect(), gutters: Vec::new() });
            }
            Some(band) if shared.inside().is_empty() && own.inside().is_empty() => {
                band.rows.push(row);
                shared = with_band;
            }
            _ => {
                bands.push(Band { rows: vec![row], gutters: Vec::new() });
                shared = own.clone();
            }
        }
        if let Some(band) = bands.last_mut() {
            band.gutters = shared.inside();
        }
        last = own;
    }
    bands
}

/// Whether a row stands near enough below another one for both to be lines of columns.
fn is_close(last: Option<&Row>, row: &Row) -> bool {
    match (last.and_then(|last| last.first()), row.first()) {
        (Some(last), Some(first)) => first.baseline - last.baseline < 2.0 * first.size.max(last.size),
        _ => false,
    }
}

/// The stretches of rows that no piece covers, from left to right, their outsides included.
#[derive(Clone, Debug, Default)]
struct Free {
    gaps: Vec<(f64, f64)>,
    start: f64,
    end: f64,
}

impl Free {
    fn of(row: &[Piece]) -> Self {
        let mut gaps = Vec::with_capacity(row.len() + 1);
        let mut covered = f64::MIN;
        for piece in row {
            if piece.start - covered > GUTTER * piece.size {
                gaps.push((covered, piece.start));
            }
            covered = covered.max(piece.end);
        }
        gaps.push((covered, f64::MAX));
        let (start, end) = extent_of(row);
        Self { gaps, start, end }
    }

    /// What is free in both.
    fn and(&self, other: &Self) -> Self {
        let mut gaps = Vec::new();
        let (mut own_idx, mut other_idx) = (0, 0);
        while let (Some(own), Some(others)) = (self.gaps.get(own_idx), other.gaps.get(other_idx)) {
            let (start, end) = (own.0.max(others.0), own.1.min(others.1));
            if end - start >= MIN_GUTTER {
                gaps.push((start, end));
            }
            match own.1 <= others.1 {
                true => own_idx += 1,
                false => other_idx += 1,
            }
        }
        Self { gaps, start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The gaps that have letters on both sides.
    fn inside(&self) -> Vec<(f64, f64)> {
        self.gaps.iter().copied().filter(|gap| gap.0 >= self.start && gap.1 <= self.end).collect()
    }
}

fn extent_of(row: &[Piece]) -> (f64, f64) {
    row.iter().fold((f64::MAX, f64::MIN), |(start, end), piece| (start.min(piece.start), end.max(piece.end)))
}

/// Whether both sides of a gutter are columns of running text.
fn parts_columns(rows: &[Row], gutter: (f64, f64), width: f64) -> bool {
    [true, false].into_iter().all(|is_left| {
        let mut sides: Vec<(f64, usize)> = rows
            .iter()
            .filter_map(|row| {
                let side = || row.iter().filter(|piece| (piece.start < gutter.0) == is_left);
                let n_chars: usize = side().map(|piece| piece.text.chars().count()).sum();
                let start = side().map(|piece| piece.start).fold(f64::MAX, f64::min);
                let end = side().map(|piece| piece.end).fold(f64::MIN, f64::max);
                (n_chars > 0).then_some((end - start, n_chars))
            })
            .collect();
        if sides.len() < MIN_ROWS {
            return false;
        }
        let middle = sides.len() / 2;
        sides.sort_by(|a, b| a.0.total_cmp(&b.0));
        let is_wide = sides[middle].0 >= MIN_WIDTH * width;
        sides.sort_by_key(|side| side.1);
        is_wide && sides[middle].1 >= MIN_CHARS
    })
}

/// A row as a line: its pieces become cells.
fn line(row: Row, column: usize) -> Option<Line> {
    let n_cells = row.len();
    let largest = row.iter().max_by(|a, b| a.size.total_cmp(&b.size))?;
    let Piece { baseline, size, turn, .. } = *largest;
    let (start, end) = extent_of(&row);
    let is_bold = row.iter().all(|piece| piece.is_bold);
    let texts: Vec<&str> = row.iter().map(|piece| piece.text.as_str()).collect();
    Some(Line { text: texts.join("\t"), n_cells, start, end, baseline, size, is_bold, turn, column })
}
