//! What letters mean where the PDF does not say: by the font that is in the file, by the numbering of letters that
//! Asian fonts share, or by a name that repeats the code. What none of these tells stays unknown.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use hayro_cmap::{BfString, CMap, CMapName, CidFamily};
use hayro_font::{Font, FontGlyph};
use hayro_syntax::object::dict::keys;
use hayro_syntax::object::{Array, Dict, Name, Object, String as PdfString};
use skrifa::{FontRef, MetadataProvider};

/// Most characters that are looked for in one font.
const MAX_MAPPINGS: usize = 1 << 17;

/// Other ways to the meaning of a font's codes. Each is only prepared when the font itself has given no answer.
#[derive(Debug, Default)]
pub(super) struct Meanings {
    from_glyphs: OnceCell<BTreeMap<u32, char>>,
    from_cids: OnceCell<Option<Collection>>,
    from_names: OnceCell<BTreeMap<u32, char>>,
    from_stated: OnceCell<Stated>,
}

/// What a font's own table of meanings says of the codes that it leaves out.
#[derive(Debug, Default)]
enum Stated {
    /// Nothing.
    #[default]
    Unknown,
    /// That each code is a character's number.
    Codes,
    /// That some letters stand for nothing, because one before them stands for all.
    Silent,
}

/// How the codes of a font lead to the numbers of a collection of characters, and these to characters.
#[derive(Debug)]
struct Collection {
    encoding: Option<CMap>,
    unicode: CMap,
}

impl Meanings {
    /// The meaning of a code that the font has no Unicode value for.
    pub(super) fn of(&self, dict: &Dict<'_>, font: &Font<'_>, code: u32, len: usize) -> Option<BfString> {
        let by_glyph = || {
            let glyph = font.map_code(code).to_u32();
            (glyph != 0).then(|| self.from_glyphs.get_or_init(|| glyphs(font, code)).get(&glyph).copied())?
        };
        let by_name = || self.from_names.get_or_init(|| names(dict)).get(&code).copied();
        let by_cid = || self.from_cids.get_or_init(|| collection(dict)).as_ref()?.lookup(code, len);
        match self.from_stated.get_or_init(|| stated(dict)) {
            Stated::Silent => Some(BfString::String(String::new())),
            Stated::Codes => char::from_u32(code).map(BfString::Char),
            Stated::Unknown => by_cid().or_else(|| by_name().or_else(by_glyph).map(BfString::Char)),
        }
    }
}

fn stated(dict: &Dict<'_>) -> Stated {
    match dict.get::<Object<'_>>(keys::TO_UNICODE) {
        Some(Object::Name(name)) if name.as_str().starts_with("Identity") => Stated::Codes,
        // Its streams have been seen to unpack within bounds when the font was loaded.
        Some(Object::Stream(stream)) => match stream.decoded_data() {
            Ok(table) if holds(&table, b"<>") => Stated::Silent,
            Ok(table) if holds(&table, b"Title: (Identity-H") => Stated::Codes,
            _ => Stated::Unknown,
        },
        _ => Stated::Unknown,
    }
}

fn holds(haystack: &[u8], needle: &[u8]) -> bool {
    haystack.windows(needle.len()).any(|window| window == needle)
}

/// The character of each glyph in the font program, as its own table has it. Symbol fonts put letters into a private
/// area, 0xF000 above their codes.
fn glyphs(font: &Font<'_>, code: u32) -> BTreeMap<u32, char> {
    let FontGlyph::Outline(glyph) = font.glyph(font.map_code(code), code) else { return BTreeMap::new() };
    let Some(data) = glyph.font_data() else { return BTreeMap::new() };
    let bytes: &[u8] = (*data.data).as_ref();
    let Ok(program) = FontRef::from_index(bytes, 0) else { return BTreeMap::new() };
    let mut characters = BTreeMap::new();
    for (codepoint, glyph) in program.charmap().mappings().take(MAX_MAPPINGS) {
        let character = match codepoint {
            0xf020..=0xf07e => char::from_u32(codepoint - 0xf000),
            0xe000..=0xf8ff => None,
            codepoint => char::from_u32(codepoint),
        };
        if let Some(character) = character {
            characters.entry(glyph.to_u32()).or_insert(character);
        }
    }
    characters
}

/// The codes whose letter is named after them: `a65`, `c65`, `G65` for 65, as some makers of fonts do.
fn names(dict: &Dict<'_>) -> BTreeMap<u32, char> {
    let mut characters = BTreeMap::new();
    let encoding = dict.get::<Dict<'_>>(keys::ENCODING);
    let Some(differences) = encoding.and_then(|encoding| encoding.get::<Array<'_>>(keys::DIFFERENCES)) else {
        return characters;
    };
    let mut code = 0_u32;
    for object in differences.iter::<Object<'_>>() {
        match object {
            Object::Number(number) => code = u32::try_from(number.as_i64()).unwrap_or_default(),
            Object::Name(name) => {
                let digits = name.as_str().trim_start_matches(|c: char| c.is_ascii_alphabetic());
                let is_own_code = name.as_str().len() - digits.len() <= 1 && digits.parse() == Ok(code);
                if is_own_code && (0x21..0x7f).contains(&code) {
                    characters.extend(char::from_u32(code).map(|character| (code, character)));
                }
                code = code.saturating_add(1);
            }
            _ => {}
        }
    }
    characters
}

impl Collection {
    fn lookup(&self, code: u32, len: usize) -> Option<BfString> {
        let cid = match &self.encoding {
            Some(encoding) => encoding.lookup_cid_code(code, u8::try_from(len).ok()?)?,
            None => code,
        };
        self.unicode.lookup_bf_string(cid)
    }
}

/// The collection of characters that a font is made of, if it is one of the four that are known.
fn collection(dict: &Dict<'_>) -> Option<Collection> {
    let descendant = dict.get::<Array<'_>>(keys::DESCENDANT_FONTS)?.iter::<Dict<'_>>().next()?;
    let info = descendant.get::<Dict<'_>>(keys::CIDSYSTEMINFO)?;
    let registry = info.get::<PdfString<'_>>(keys::REGISTRY)?;
    let ordering = info.get::<PdfString<'_>>(keys::ORDERING)?;
    let family = CidFamily::from_registry_ordering(registry.as_bytes(), ordering.as_bytes());
    let load = |name: CMapName<'_>| CMap::parse(hayro_cmap::load_embedded(name)?, hayro_cmap::load_embedded);
    let unicode = load(family.ucs2_cmap()?)?;
    let encoding = match CMapName::from_bytes(&dict.get::<Name<'_>>(keys::ENCODING)?) {
        CMapName::IdentityH | CMapName::IdentityV => None,
        name => Some(load(name)?),
    };
    Some(Collection { encoding, unicode })
}
