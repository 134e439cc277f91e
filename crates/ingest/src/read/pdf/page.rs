//! From a page's operators to its letters and where they stand. Only text is followed: pictures, paths and colours are
//! passed over. Nothing here knows lines or words.

mod state;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

use hayro_cmap::BfString;
use hayro_font::{Font, FontCache, FontGlyph, FontQuery};
use hayro_syntax::content::TypedIter;
use hayro_syntax::content::ops::TypedInstruction;
use hayro_syntax::object::dict::keys;
use hayro_syntax::object::{Dict, Name, Object, ObjectIdentifier, Rect, Stream, String as PdfString};
use hayro_syntax::page::{Page, Resources};

use super::bounds;
use super::meaning::Meanings;
use state::{Matrix, TextState};

/// Most letters of one page, and most operators of one file; pages that repeat one stream share the latter.
const MAX_GLYPHS: usize = 400_000;
const MAX_OPERATORS: u64 = 200_000_000;

/// What drawing a form counts as, in operators: it is unpacked and its fonts are looked up each time, and a form that
/// holds forms twice over draws thousands of millions of them.
const OPERATORS_OF_FORM: u64 = 400;

/// Most bytes of operators that are unpacked for one file: so many, and so many more for each of its own bytes. Pages may
/// share operators, so few bytes can be many pages.
const MIN_CONTENT: u64 = 64 << 20;
const CONTENT_RATIO: u64 = 100;

/// Most fonts that are read of one file.
const MAX_FONTS: usize = 10_000;

/// How deep forms may hold forms, and how many states a page may put aside.
const MAX_FORMS: usize = 12;
const MAX_STATES: usize = 512;

/// What is said of a page that goes beyond these.
const TOO_MANY: &str = "it holds more letters or operators than are read; the rest of it was left out";

/// A letter, or several that are one in the font, and where it stands. Lengths are points; `y` grows downwards.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Glyph {
    /// What it means, as bytes of [`Drawn::text`].
    pub(super) text: (usize, usize),
    /// Where it begins and ends along its line.
    pub(super) start: f64,
    pub(super) end: f64,
    /// Where its line stands, across the line.
    pub(super) baseline: f64,
    /// Height of its font.
    pub(super) size: f64,
    pub(super) is_bold: bool,
    pub(super) turn: Turn,
}

/// Which way letters follow each other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Turn {
    #[default]
    Right,
    Down,
    Left,
    Up,
    /// Neither along nor across the page.
    Slanted,
    /// Whichever way, but not on the visible page.
    Outside,
}

/// What a page shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Drawn {
    pub(super) text: String,
    pub(super) glyphs: Vec<Glyph>,
    /// How many letters have no Unicode value.
    pub(super) n_unknown: usize,
    pub(super) has_picture: bool,
    pub(super) width: f64,
    pub(super) height: f64,
    /// What could not be followed, as sentences.
    pub(super) notices: BTreeMap<&'static str, usize>,
}

/// What the pages of a file share.
pub(super) struct Drawing<'a> {
    fonts: FontCache<'a>,
    /// By the place of what describes them in the file: a font that is written out where it is used has no number of its
    /// own, only that of what it stands in.
    known: BTreeMap<(usize, usize), Option<Typeface<'a>>>,
    operators_left: u64,
    content_left: u64,
}

/// A font, what its name says, and what else may tell what its letters mean.
#[derive(Clone)]
pub(super) struct Typeface<'a> {
    font: Font<'a>,
    dict: Dict<'a>,
    is_bold: bool,
    em: f64,
    meanings: Rc<Meanings>,
}

impl<'a> Drawing<'a> {
    /// For tests: as far as so many operators.
    #[cfg(test)]
    pub(super) fn within(n_operators: u64) -> Self {
        Self { operators_left: n_operators, ..Self::new(1 << 20) }
    }

    /// For a file of this many bytes.
    pub(super) fn new(file_len: usize) -> Self {
        Self {
            fonts: FontCache::new(),
            known: BTreeMap::new(),
            operators_left: MAX_OPERATORS,
            content_left: MIN_CONTENT + CONTENT_RATIO * file_len as u64,
        }
    }

    /// The letters of a page, in the order in which they are drawn, those of filled-in forms and notes on it last.
    pub(super) fn page(&mut self, page: &Page<'a>) -> Drawn {
        let (width, height) = page.render_dimensions();
        let drawn = Drawn { width: f64::from(width), height: f64::from(height), ..Drawn::default() };
        let base = Matrix(page.initial_transform(true).as_coeffs());
        let mut run = Run { drawing: self, drawn, marked: Vec::new(), forms: Vec::new() };
        let content = run.content(page);
        run.follow(TypedIter::new(&content), page.resources(), &mut TextState::new(base));
        run.annotations(page, base);
        run.drawn
    }

    /// The font that a page names.
    fn typeface(&mut self, resources: &Resources<'a>, name: &Name<'_>) -> Option<Typeface<'a>> {
        let dict = resources.get_font(name)?;
        let place = (dict.data().as_ptr().addr(), dict.data().len());
        if self.known.len() >= MAX_FONTS && !self.known.contains_key(&place) {
            return None;
        }
        self.known.entry(place).or_insert_with(|| Typeface::load(dict, &self.fonts)).clone()
    }
}

impl<'a> Typeface<'a> {
    fn load(dict: Dict<'a>, fonts: &FontCache<'a>) -> Option<Self> {
        let font_resolver: hayro_font::FontResolverFn = Arc::new(|query: &FontQuery| match query {
            FontQuery::Standard(font) => Some(font.get_font_data()),
            FontQuery::Fallback(query) => Some(query.pick_standard_font().get_font_data()),
        });
        let cmap_resolver: hayro_font::CMapResolverFn = Arc::new(hayro_cmap::load_embedded);
        let font = bounds::font_is_bounded(&dict).then(|| fonts.font(&dict, &font_resolver, &cmap_resolver))??;
        let name = dict.get::<Name<'_>>(keys::BASE_FONT).map(|name| name.as_str().to_ascii_lowercase());
        let is_bold = name.is_some_and(|name| ["bold", "black", "heavy"].iter().any(|weight| name.contains(weight)));
        let em = em_of_drawn(&dict).unwrap_or(1.0);
        Some(Self { font, dict, is_bold, em, meanings: Rc::default() })
    }
}

/// How high the letters of a font of drawings are, in heights of its size: such fonts have units of their own.
fn em_of_drawn(dict: &Dict<'_>) -> Option<f64> {
    let is_drawn = dict.get::<Name<'_>>(keys::SUBTYPE).is_some_and(|kind| &*kind == b"Type3");
    let matrix = dict.get::<[f64; 6]>(keys::FONT_MATRIX).filter(|_| is_drawn)?;
    let bounds = dict.get::<Rect>(keys::FONT_BBOX)?;
    let height = (bounds.y1 - bounds.y0).abs() * matrix[3].abs();
    (0.05..20.0).contains(&height).then_some(height)
}

/// The reading of one page.
struct Run<'r, 'a> {
    drawing: &'r mut Drawing<'a>,
    drawn: Drawn,
    /// Marked content that is open; a text that stands for all of it, until a letter has taken its place.
    marked: Vec<Option<Option<String>>>,
    /// Forms that are open: one that holds itself is not followed again.
    forms: Vec<ObjectIdentifier>,
}

impl<'a> Run<'_, 'a> {
    fn notice(&mut self, words: &'static str) {
        *self.drawn.notices.entry(words).or_default() += 1;
    }

    /// The page's operators, as far as they can be unpacked within bounds. The page itself would keep what it unpacks.
    fn content(&mut self, page: &Page<'a>) -> Vec<u8> {
        let streams: Vec<Stream<'_>> = match page.raw().get::<Object<'_>>(keys::CONTENTS) {
            Some(Object::Stream(stream)) => vec![stream],
            Some(Object::Array(array)) => array.iter::<Stream<'_>>().collect(),
            _ => Vec::new(),
        };
        let mut content = Vec::new();
        for stream in &streams {
            if let Some(part) = self.unpacked(stream) {
                content.extend_from_slice(&part);
                content.push(b'\n');
            }
        }
        content
    }

    /// What a stream holds, or `None` if it is damaged or too much.
    fn unpacked<'s>(&mut self, stream: &Stream<'s>) -> Option<Cow<'s, [u8]>> {
        if self.drawing.content_left == 0 || !bounds::stream_is_bounded(stream) {
            self.notice("a part of it unpacks to more than is allowed, so it was not read");
            return None;
        }
        let Ok(content) = stream.decoded_data() else {
            self.notice("a part of it is damaged, so it was not read");
            return None;
        };
        self.drawing.content_left = self.drawing.content_left.saturating_sub(content.len() as u64);
        Some(content)
    }

    /// Follows operators to their end or to the end of what is allowed.
    fn follow(&mut self, mut operators: TypedIter<'_>, resources: &Resources<'a>, state: &mut TextState<'a>) {
        let mut states: Vec<TextState<'a>> = Vec::new();
        while let Some(operator) = operators.next() {
            self.drawing.operators_left = self.drawing.operators_left.saturating_sub(1);
            if self.drawing.operators_left == 0 || self.drawn.glyphs.len() >= MAX_GLYPHS {
                self.notice(TOO_MANY);
                return;
            }
            match operator {
                TypedInstruction::SaveState(_) if states.len() < MAX_STATES => states.push(state.clone()),
                TypedInstruction::RestoreState(_) => *state = states.pop().unwrap_or_else(|| state.clone()),
                TypedInstruction::TextFont(font) => self.set_font(font.0, font.1.as_f64(), resources, state),
                TypedInstruction::XObject(name) => self.x_object(name.0, resources, state),
                TypedInstruction::InlineImage(_) => self.drawn.has_picture = true,
                TypedInstruction::ShowText(text) => self.show(text.0, state),
                TypedInstruction::NextLineAndShowText(text) => {
                    state.next_line(0.0, -state.leading);
                    self.show(text.0, state);
                }
                TypedInstruction::ShowTextWithParameters(text) => {
                    (state.word_space, state.letter_space) = (text.0.as_f64(), text.1.as_f64());
                    state.next_line(0.0, -state.leading);
                    self.show(text.2, state);
                }
                TypedInstruction::ShowTexts(texts) => {
                    for part in texts.0.iter::<Object<'_>>() {
                        match part {
                            Object::Number(number) => state.adjust(number.as_f64()),
                            Object::String(text) => self.show(&text, state),
                            _ => {}
                        }
                    }
                }
                TypedInstruction::BeginMarkedContent(_) => self.marked.push(None),
                TypedInstruction::BeginMarkedContentWithProperties(mark) => {
                    let text = actual_text(mark.1, resources);
                    self.marked.push(text.map(Some));
                }
                TypedInstruction::EndMarkedContent(_) => {
                    self.marked.pop();
                }
                operator => state.apply(&operator),
            }
        }
    }

    fn set_font(&mut self, name: &Name<'_>, size: f64, resources: &Resources<'a>, state: &mut TextState<'a>) {
        let typeface = self.drawing.typeface(resources, name);
        if typeface.is_none() {
            self.notice("a font could not be read, so what is written in it is missing");
        }
        state.typeface = typeface;
        state.size = size;
    }

    /// A picture, or a form: operators that are drawn as if they stood here.
    fn x_object(&mut self, name: &Name<'_>, resources: &Resources<'a>, state: &TextState<'a>) {
        let Some(stream) = resources.get_x_object(name) else { return };
        match stream.dict().get::<Name<'_>>(keys::SUBTYPE) {
            Some(kind) if &*kind == b"Image" => self.drawn.has_picture = true,
            Some(kind) if &*kind == b"Form" => self.form(&stream, resources, state),
            _ => {}
        }
    }

    fn form(&mut self, stream: &Stream<'a>, parent: &Resources<'a>, state: &TextState<'a>) {
        let id = stream.obj_id();
        if self.forms.len() >= MAX_FORMS || self.forms.contains(&id) {
            return;
        }
        self.drawing.operators_left = self.drawing.operators_left.saturating_sub(OPERATORS_OF_FORM);
        if self.drawing.operators_left == 0 {
            self.notice(TOO_MANY);
            return;
        }
        let Some(content) = self.unpacked(stream) else { return };
        let own = stream.dict().get::<Dict<'a>>(keys::RESOURCES).map(Resources::new);
        let mut inner = state.clone();
        inner.transform(stream.dict().get::<[f64; 6]>(keys::MATRIX).map_or(Matrix::IDENTITY, Matrix));
        self.forms.push(id);
        self.follow(TypedIter::new(&content), own.as_ref().unwrap_or(parent), &mut inner);
        self.forms.pop();
    }

    /// What filled-in fields and free notes show.
    fn annotations(&mut self, page: &Page<'a>, base: Matrix) {
        let Some(annotations) = page.raw().get::<hayro_syntax::object::Array<'a>>(keys::ANNOTS) else { return };
        for annotation in annotations.iter::<Dict<'a>>() {
            const HIDDEN: u32 = 1 << 1;
            let kind = annotation.get::<Name<'_>>(keys::SUBTYPE);
            let is_text = kind.is_some_and(|kind| matches!(&*kind, b"Widget" | b"FreeText"));
            if !is_text || annotation.get::<u32>(keys::F).unwrap_or(0) & HIDDEN != 0 {
                continue;
            }
            let look = annotation.get::<Dict<'a>>(keys::AP).and_then(|looks| looks.get::<Stream<'a>>(keys::N));
            let (Some(look), Some(place)) = (look, annotation.get::<Rect>(keys::RECT)) else { continue };
            let bounds = look.dict().get::<Rect>(keys::BBOX).unwrap_or(place);
            let mut state = TextState::new(base);
            // Looks are made in the size of their place; only their corner is moved.
            state.transform(Matrix([1.0, 0.0, 0.0, 1.0, place.x0 - bounds.x0, place.y0 - bounds.y0]));
            self.form(&look, page.resources(), &state);
        }
    }

    /// Shows a string: each code of it becomes a glyph.
    fn show(&mut self, text: &PdfString<'_>, state: &mut TextState<'a>) {
        let Some(typeface) = state.typeface.clone() else { return };
        let font = &typeface.font;
        let bytes = text.as_bytes();
        let mut at = 0;
        while at < bytes.len() && self.drawn.glyphs.len() < MAX_GLYPHS {
            let (code, len) = font.read_code(bytes, at);
            at += len.max(1);
            let glyph = font.glyph(font.map_code(code), code);
            let meaning = match &glyph {
                FontGlyph::Outline(glyph) => glyph.as_unicode(),
                FontGlyph::Type3(glyph) => glyph.as_unicode(),
            };
            // A font that leaves a letter out, or gives it the mark of what is unknown, may still hold what it means.
            let is_known =
                meaning.as_ref().is_some_and(|meaning| !matches!(meaning, BfString::Char('\0' | '\u{fffd}')));
            let meaning =
                if is_known { meaning } else { typeface.meanings.of(&typeface.dict, font, code, len).or(meaning) };
            let before = state.place();
            let is_space = code == 32 && len == 1;
            state.advance(font, code, is_space);
            self.push(meaning, before, state.place(), typeface.em, state);
        }
    }

    fn push(&mut self, meaning: Option<BfString>, from: Matrix, to: Matrix, em: f64, state: &TextState<'a>) {
        let start = self.drawn.text.len();
        match self.marked.iter_mut().rev().find_map(Option::as_mut) {
            // The text that stands for the whole takes the place of its first letter.
            Some(stands_for) => self.drawn.text.push_str(&readable(&stands_for.take().unwrap_or_default())),
            None => match meaning {
                Some(BfString::Char(c)) => self.drawn.text.push_str(&readable(c.encode_utf8(&mut [0; 4]))),
                Some(BfString::String(letters)) => self.drawn.text.push_str(&readable(&letters)),
                None => {
                    self.drawn.n_unknown += 1;
                    self.drawn.text.push('\u{fffd}');
                }
            },
        }
        let text = (start, self.drawn.text.len());
        let is_vertical = state.typeface.as_ref().is_some_and(|typeface| !typeface.font.is_horizontal());
        let is_bold = state.typeface.as_ref().is_some_and(|typeface| typeface.is_bold);
        let page = (self.drawn.width, self.drawn.height);
        self.drawn.glyphs.extend(from.glyph(to, em, is_vertical, page).map(|glyph| Glyph { text, is_bold, ..glyph }));
    }
}

/// The text that a producer gave for what is drawn.
fn actual_text(properties: &Object<'_>, resources: &Resources<'_>) -> Option<String> {
    let text = match properties {
        Object::Dict(dict) => dict.get::<PdfString<'_>>(keys::ACTUAL_TEXT)?.as_bytes().to_vec(),
        Object::Name(name) => {
            resources.properties.get::<Dict<'_>>(name)?.get::<PdfString<'_>>(keys::ACTUAL_TEXT)?.as_bytes().to_vec()
        }
        _ => return None,
    };
    Some(super::fields::text_of(&text))
}

/// Letters as they are read: typographic ligatures as the letters they stand for, no control characters.
fn readable(letters: &str) -> String {
    let mut readable = String::with_capacity(letters.len());
    for c in letters.chars() {
        match c {
            '\u{fb00}' => readable.push_str("ff"),
            '\u{fb01}' => readable.push_str("fi"),
            '\u{fb02}' => readable.push_str("fl"),
            '\u{fb03}' => readable.push_str("ffi"),
            '\u{fb04}' => readable.push_str("ffl"),
            '\u{fb05}' | '\u{fb06}' => readable.push_str("st"),
            '\0' => readable.push('\u{fffd}'),
            '\t' | '\n' | '\r' => readable.push(' '),
            c if c.is_control() || c == '\u{feff}' => {}
            c => readable.push(c),
        }
    }
    readable
}
