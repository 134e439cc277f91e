//! Where the next letter of a page stands: matrices and the state of text as the PDF reference gives them.

use hayro_font::Font;
use hayro_syntax::content::ops::TypedInstruction;

use super::{Glyph, Turn, Typeface};

/// Coordinates further out than this are no page's.
const MAX_COORDINATE: f64 = 1e6;

/// `[a b c d e f]`: a point `(x, y)` goes to `(ax + cy + e, bx + dy + f)`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Matrix(pub(super) [f64; 6]);

impl Matrix {
    pub(super) const IDENTITY: Self = Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    /// First `self`, then `then`.
    fn then(self, then: Self) -> Self {
        let ([a, b, c, d, e, f], [ta, tb, tc, td, te, tf]) = (self.0, then.0);
        Self([
            a * ta + b * tc,
            a * tb + b * td,
            c * ta + d * tc,
            c * tb + d * td,
            e * ta + f * tc + te,
            e * tb + f * td + tf,
        ])
    }

    fn moved(self, x: f64, y: f64) -> Self {
        Self([1.0, 0.0, 0.0, 1.0, x, y]).then(self)
    }

    /// Where a glyph between two places of the pen stands, or `None` where numbers make no place. The page's `y` grows
    /// downwards.
    pub(super) fn glyph(self, to: Self, em: f64, is_vertical: bool, page: (f64, f64)) -> Option<Glyph> {
        let [a, b, c, d, x, y] = self.0;
        let (x_end, y_end) = (to.0[4], to.0[5]);
        let is_sound = [a, b, c, d, x, y, x_end, y_end].iter().all(|number| number.abs() < MAX_COORDINATE);
        let size = c.hypot(d) * em;
        if !is_sound || size < 0.01 {
            return None;
        }
        let (along_x, along_y) = if is_vertical { (-c, -d) } else { (a, b) };
        let (most, least) = (along_x.abs().max(along_y.abs()), along_x.abs().min(along_y.abs()));
        let turn = match (least > 0.2 * most, along_x.abs() >= along_y.abs(), along_x >= 0.0, along_y >= 0.0) {
            (true, ..) => Turn::Slanted,
            (_, true, true, _) => Turn::Right,
            (_, true, false, _) => Turn::Left,
            (_, false, _, true) => Turn::Down,
            (_, false, _, false) => Turn::Up,
        };
        let is_inside =
            x_end.max(x) > 0.0 && x_end.min(x) < page.0 && y_end.max(y) > 0.0 && y_end.min(y) - size < page.1;
        let len = along_x.hypot(along_y);
        let turned = |x: f64, y: f64| match turn {
            Turn::Right | Turn::Outside => (x, y),
            Turn::Down => (y, -x),
            Turn::Left => (-x, -y),
            Turn::Up => (-y, x),
            Turn::Slanted => ((x * along_x + y * along_y) / len, (y * along_x - x * along_y) / len),
        };
        let ((start, baseline), (end, _)) = (turned(x, y), turned(x_end, y_end));
        let turn = if is_inside { turn } else { Turn::Outside };
        Some(Glyph { start: start.min(end), end: end.max(start), baseline, size, turn, ..Glyph::default() })
    }
}

/// The state of text, and of the page as far as it moves text.
#[derive(Clone)]
pub(super) struct TextState<'a> {
    page: Matrix,
    line: Matrix,
    pen: Matrix,
    pub(super) typeface: Option<Typeface<'a>>,
    pub(super) size: f64,
    pub(super) letter_space: f64,
    pub(super) word_space: f64,
    pub(super) leading: f64,
    stretch: f64,
    rise: f64,
}

impl<'a> TextState<'a> {
    pub(super) fn new(page: Matrix) -> Self {
        Self {
            page,
            line: Matrix::IDENTITY,
            pen: Matrix::IDENTITY,
            typeface: None,
            size: 0.0,
            letter_space: 0.0,
            word_space: 0.0,
            leading: 0.0,
            stretch: 1.0,
            rise: 0.0,
        }
    }

    /// Everything that follows is drawn through `matrix`.
    pub(super) fn transform(&mut self, matrix: Matrix) {
        self.page = matrix.then(self.page);
    }

    pub(super) fn next_line(&mut self, x: f64, y: f64) {
        self.line = self.line.moved(x, y);
        self.pen = self.line;
    }

    /// The operators that only change the state.
    pub(super) fn apply(&mut self, operator: &TypedInstruction<'_, '_>) {
        match operator {
            TypedInstruction::Transform(m) => {
                let numbers = [&m.0, &m.1, &m.2, &m.3, &m.4, &m.5];
                self.transform(Matrix(numbers.map(|number| number.as_f64())));
            }
            TypedInstruction::BeginText(_) => (self.line, self.pen) = (Matrix::IDENTITY, Matrix::IDENTITY),
            TypedInstruction::SetTextMatrix(m) => {
                let numbers = [&m.0, &m.1, &m.2, &m.3, &m.4, &m.5];
                self.line = Matrix(numbers.map(|number| number.as_f64()));
                self.pen = self.line;
            }
            TypedInstruction::NextLine(by) => self.next_line(by.0.as_f64(), by.1.as_f64()),
            TypedInstruction::NextLineAndSetLeading(by) => {
                self.leading = -by.1.as_f64();
                self.next_line(by.0.as_f64(), by.1.as_f64());
            }
            TypedInstruction::NextLineUsingLeading(_) => self.next_line(0.0, -self.leading),
            TypedInstruction::CharacterSpacing(space) => self.letter_space = space.0.as_f64(),
            TypedInstruction::WordSpacing(space) => self.word_space = space.0.as_f64(),
            TypedInstruction::HorizontalScaling(percent) => self.stretch = percent.0.as_f64() / 100.0,
            TypedInstruction::TextLeading(leading) => self.leading = leading.0.as_f64(),
            TypedInstruction::TextRise(rise) => self.rise = rise.0.as_f64(),
            _ => {}
        }
    }

    /// Moves the pen by thousandths of an em, as the numbers between strings do.
    pub(super) fn adjust(&mut self, thousandths: f64) {
        let by = -thousandths / 1000.0 * self.size;
        match self.typeface.as_ref().is_none_or(|typeface| typeface.font.is_horizontal()) {
            true => self.pen = self.pen.moved(by * self.stretch, 0.0),
            false => self.pen = self.pen.moved(0.0, by),
        }
    }

    /// Moves the pen past a glyph.
    pub(super) fn advance(&mut self, font: &Font<'_>, code: u32, is_space: bool) {
        let width = font.code_advance(code);
        let space = self.letter_space + if is_space { self.word_space } else { 0.0 };
        match font.is_horizontal() {
            true => self.pen = self.pen.moved((width.x / 1000.0 * self.size + space) * self.stretch, 0.0),
            false => self.pen = self.pen.moved(0.0, width.y / 1000.0 * self.size + space),
        }
    }

    /// From the font's unit square to the page.
    pub(super) fn place(&self) -> Matrix {
        let unit = Matrix([self.size * self.stretch, 0.0, 0.0, self.size, 0.0, self.rise]);
        unit.then(self.pen).then(self.page)
    }
}
