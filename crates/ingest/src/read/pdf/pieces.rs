//! From letters to pieces of lines: letters that follow each other on one line, with the spaces that only their places
//! tell. Nothing here knows columns or paragraphs.

use std::collections::BTreeMap;

use super::page::{Drawn, Glyph, Turn};

/// A gap wider than this, in heights of the font, is a space between words.
const SPACE: f64 = 0.13;

/// A gap wider than this ends a piece: what follows may stand in another column or cell.
const FAR: f64 = 1.5;

/// Pieces closer than this are one, also if other letters were drawn between them.
const NEAR: f64 = 0.8;

/// How far letters of one line may stand above or below each other: notes are raised by about a third.
const RAISED: f64 = 0.4;

/// Letters on one line with no wide gap between them.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Piece {
    pub(super) text: String,
    pub(super) start: f64,
    pub(super) end: f64,
    pub(super) baseline: f64,
    pub(super) size: f64,
    pub(super) is_bold: bool,
    pub(super) turn: Turn,
}

/// Pieces of one line, from left to right.
pub(super) type Row = Vec<Piece>;

/// The rows of a page, from top to bottom; rows that run another way than to the right come last.
pub(super) fn rows(drawn: &Drawn) -> Vec<Row> {
    let mut strokes = without_shadows(strokes(drawn), drawn);
    strokes.sort_by(|a, b| {
        let places = (a.turn, b.turn);
        places.0.cmp(&places.1).then(a.baseline.total_cmp(&b.baseline)).then(a.start().total_cmp(&b.start()))
    });
    let mut rows: Vec<Vec<Stroke>> = Vec::new();
    for stroke in strokes {
        match rows.last_mut() {
            Some(row) if row[0].shares_line(&stroke) => row.push(stroke),
            _ => rows.push(vec![stroke]),
        }
    }
    let pieces = |row: Vec<Stroke>| joined(row).into_iter().filter_map(|stroke| stroke.piece(drawn)).collect();
    rows.into_iter().flat_map(layers).map(pieces).filter(|row: &Row| !row.is_empty()).collect()
}

/// The strokes of a row, from left to right, in as many rows as lie over each other: lines that are set more closely than
/// their letters are high.
fn layers(mut row: Vec<Stroke>) -> Vec<Vec<Stroke>> {
    const MAX_LAYERS: usize = 16;
    row.sort_by(|a, b| a.start().total_cmp(&b.start()));
    let mut layers: Vec<Vec<Stroke>> = Vec::new();
    for stroke in row {
        let fits = |layer: &Vec<Stroke>| layer.last().is_none_or(|last| last.end <= stroke.start() + 0.5 * stroke.size);
        // Where several fit, the one whose line is nearest.
        let distance = |layer: &[Stroke]| (layer[0].baseline - stroke.baseline).abs();
        let open = (0..layers.len()).filter(|&layer_idx| fits(&layers[layer_idx]));
        let nearest = open.min_by(|&a, &b| distance(&layers[a]).total_cmp(&distance(&layers[b])));
        match nearest.or((layers.len() == MAX_LAYERS).then_some(MAX_LAYERS - 1)) {
            Some(layer_idx) => layers[layer_idx].push(stroke),
            None => layers.push(vec![stroke]),
        }
    }
    layers.sort_by(|a, b| a[0].baseline.total_cmp(&b[0].baseline));
    layers
}

/// Letters that were drawn one after the other.
#[derive(Clone, Debug)]
struct Stroke {
    glyphs: Vec<Glyph>,
    baseline: f64,
    size: f64,
    end: f64,
    turn: Turn,
}

impl Stroke {
    fn new(glyph: Glyph) -> Self {
        let Glyph { baseline, size, end, turn, .. } = glyph;
        Self { baseline, size, end, turn, glyphs: vec![glyph] }
    }

    fn start(&self) -> f64 {
        self.glyphs.first().map_or(0.0, |glyph| glyph.start)
    }

    fn goes_on_with(&self, glyph: &Glyph) -> bool {
        let Some(last) = self.glyphs.last() else { return true };
        let size = self.size.max(glyph.size);
        self.turn == glyph.turn
            && (self.baseline - glyph.baseline).abs() < RAISED * size
            && self.size.min(glyph.size) * 2.0 > size
            && (-0.5 * size..FAR * size).contains(&(glyph.start - last.end))
    }

    fn shares_line(&self, other: &Self) -> bool {
        self.turn == other.turn && (self.baseline - other.baseline).abs() < RAISED * self.size.max(other.size)
    }

    /// The largest letters say how large a stroke is and where it stands.
    fn push(&mut self, glyph: Glyph) {
        if glyph.size > self.size {
            (self.size, self.baseline) = (glyph.size, glyph.baseline);
        }
        self.end = self.end.max(glyph.end);
        self.glyphs.push(glyph);
    }

    /// The stroke as text, or `None` if it is blank.
    fn piece(mut self, drawn: &Drawn) -> Option<Piece> {
        let n_bold = self.glyphs.iter().filter(|glyph| glyph.is_bold).count();
        let is_bold = n_bold * 2 > self.glyphs.len();
        // Where words stand, not the spaces around them.
        let (start, end) = self
            .glyphs
            .iter()
            .filter(|glyph| !words(drawn, glyph).trim().is_empty())
            .fold((f64::MAX, f64::MIN), |(start, end), glyph| (glyph.start.min(start), glyph.end.max(end)));
        self.glyphs.sort_by(|a, b| a.start.total_cmp(&b.start));
        let text = super::direction::logical(&spelled(&self.glyphs, drawn));
        let text = text.trim().to_owned();
        let Self { baseline, size, turn, .. } = self;
        (!text.is_empty()).then_some(Piece { text, start, end, baseline, size, is_bold, turn })
    }
}

fn words<'d>(drawn: &'d Drawn, glyph: &Glyph) -> &'d str {
    drawn.text.get(glyph.text.0..glyph.text.1).unwrap_or_default()
}

fn strokes(drawn: &Drawn) -> Vec<Stroke> {
    let mut strokes: Vec<Stroke> = Vec::new();
    for glyph in &drawn.glyphs {
        match strokes.last_mut() {
            Some(stroke) if stroke.goes_on_with(glyph) => stroke.push(glyph.clone()),
            _ => strokes.push(Stroke::new(glyph.clone())),
        }
    }
    strokes
}

/// The strokes without those that repeat another one at nearly its place, as shadows and false bold do.
fn without_shadows(strokes: Vec<Stroke>, drawn: &Drawn) -> Vec<Stroke> {
    let mut last_places: BTreeMap<String, (f64, f64)> = BTreeMap::new();
    let mut kept = Vec::with_capacity(strokes.len());
    for stroke in strokes {
        let text: String = stroke.glyphs.iter().map(|glyph| words(drawn, glyph)).collect();
        let place = (stroke.start(), stroke.baseline);
        let before = last_places.insert(text, place);
        let is_shadow = before.is_some_and(|(start, baseline)| {
            (start - place.0).abs() < 0.15 * stroke.size && (baseline - place.1).abs() < 0.15 * stroke.size
        });
        if !is_shadow {
            kept.push(stroke);
        }
    }
    kept
}

/// The strokes of a row, near ones joined.
fn joined(row: Vec<Stroke>) -> Vec<Stroke> {
    let mut joined: Vec<Stroke> = Vec::new();
    for stroke in row {
        match joined.last_mut() {
            Some(last) if stroke.start() - last.end < NEAR * last.size.max(stroke.size) => {
                stroke.glyphs.into_iter().for_each(|glyph| last.push(glyph));
            }
            _ => joined.push(stroke),
        }
    }
    joined
}

/// The letters with the spaces between them, as they are seen from left to right. In words set with wide spaces between
/// the letters, only what is wider still parts words.
fn spelled<'d>(glyphs: &[Glyph], drawn: &'d Drawn) -> Vec<std::borrow::Cow<'d, str>> {
    let gap = |pair: &[Glyph]| (pair[1].start - pair[0].end) / pair[0].size.max(pair[1].size);
    let is_letter = |glyph: &Glyph| !words(drawn, glyph).trim().is_empty();
    let mut gaps: Vec<f64> = glyphs.windows(2).filter(|pair| pair.iter().all(is_letter)).map(gap).collect();
    gaps.sort_by(f64::total_cmp);
    let usual = if gaps.len() >= 8 { gaps[gaps.len() / 2].max(0.0) } else { 0.0 };
    let space = if usual > SPACE * 0.7 { usual * 1.6 } else { SPACE };
    let mut spelled: Vec<std::borrow::Cow<'d, str>> = Vec::with_capacity(glyphs.len() + 8);
    for (glyph_idx, glyph) in glyphs.iter().enumerate() {
        let letters = words(drawn, glyph);
        if glyph_idx > 0 && gap(&glyphs[glyph_idx - 1..=glyph_idx]) > space {
            spelled.push(" ".into());
        }
        match spelled.last_mut() {
            // Accents stay with the letter they stand on, whichever way the line is read.
            Some(last) if letters.chars().next().is_some_and(super::direction::is_mark) => {
                last.to_mut().push_str(letters);
            }
            _ => spelled.push(letters.into()),
        }
    }
    spelled
}
