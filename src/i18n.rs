//! The words of the page in the reader's language: one table per language, in Fluent's format, with its plural rules.
//!
//! [`text!`](crate::text) gives a message as text, [`rich!`](crate::rich) one with elements in it. Every word that a
//! reader sees comes from here, but for the words of documents, of queries, and of the reasons that the build gives for
//! what it found. Nothing here knows a view; where the reader's choice is kept is for others to say.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use fluent_bundle::types::FluentNumber;
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use yew::{Html, html};

/// A language of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// English.
    #[default]
    English,
    /// German.
    German,
    /// French.
    French,
    /// Spanish.
    Spanish,
    /// Arabic, from right to left.
    Arabic,
}

impl Language {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::English, Self::German, Self::French, Self::Spanish, Self::Arabic];

    /// Its BCP 47 tag.
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::German => "de",
            Self::French => "fr",
            Self::Spanish => "es",
            Self::Arabic => "ar",
        }
    }

    /// Its name in itself.
    pub fn own_name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::German => "Deutsch",
            Self::French => "Français",
            Self::Spanish => "Español",
            Self::Arabic => "العربية",
        }
    }

    /// The way it is written, as `dir` says it.
    pub fn dir(self) -> &'static str {
        if self == Self::Arabic { "rtl" } else { "ltr" }
    }

    /// The language of a tag, whatever region and script it names.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let language = tag.split(['-', '_']).next().unwrap_or_default();
        Self::ALL.into_iter().find(|known| known.tag().eq_ignore_ascii_case(language))
    }

    /// The first of a reader's languages that the page speaks.
    pub fn preferred(tags: impl IntoIterator<Item = String>) -> Self {
        tags.into_iter().find_map(|tag| Self::from_tag(&tag)).unwrap_or_default()
    }

    fn table(self) -> &'static str {
        match self {
            Self::English => include_str!("i18n/en.ftl"),
            Self::German => include_str!("i18n/de.ftl"),
            Self::French => include_str!("i18n/fr.ftl"),
            Self::Spanish => include_str!("i18n/es.ftl"),
            Self::Arabic => include_str!("i18n/ar.ftl"),
        }
    }

    /// What stands between thousands, and before decimals: as CLDR has it. Arabic is set with European digits, which
    /// addresses, dates and queries of the page have too.
    fn separators(self) -> (&'static str, char) {
        match self {
            Self::English | Self::Arabic => (",", '.'),
            Self::German | Self::Spanish => (".", ','),
            Self::French => ("\u{202f}", ','),
        }
    }

    /// A whole number with its thousands told apart.
    pub fn number(self, number: usize) -> String {
        let digits = number.to_string();
        // Spanish does not tell the thousands of four digits apart.
        if self == Self::Spanish && digits.len() < 5 {
            return digits;
        }
        let mut grouped = String::new();
        for (at, digit) in digits.char_indices() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                grouped.push_str(self.separators().0);
            }
            grouped.push(digit);
        }
        grouped
    }

    /// A number with so many digits behind the point; numbers below 0 are 0. What the standard library has for it, exact
    /// for any number, would cost the page sixteen kilobytes.
    pub fn fixed(self, number: f64, n_digits: u32) -> String {
        let unit = 10u64.pow(n_digits);
        let scaled = (number * unit as f64).round() as u64;
        match n_digits {
            0 => self.number(scaled as usize),
            _ => {
                let (whole, rest) = (self.number((scaled / unit) as usize), scaled % unit);
                format!("{whole}{}{rest:0width$}", self.separators().1, width = n_digits as usize)
            }
        }
    }
}

type Bundle = FluentBundle<FluentResource>;

thread_local! {
    static LANGUAGE: Cell<Language> = const { Cell::new(Language::English) };
    /// The tables that were asked for, each read once.
    static BUNDLES: RefCell<Vec<(Language, Rc<Bundle>)>> = const { RefCell::new(Vec::new()) };
}

/// The messages of a language.
fn messages(language: Language) -> Rc<Bundle> {
    BUNDLES.with_borrow_mut(|known| match known.iter().find(|(known, _)| *known == language) {
        Some((_, bundle)) => bundle.clone(),
        None => {
            let bundle = Rc::new(bundle(language));
            known.push((language, bundle.clone()));
            bundle
        }
    })
}

/// Reads the table of a language. What of a table cannot be read is left out; tests see to it that there is none.
fn bundle(language: Language) -> Bundle {
    let locale = language.tag().parse().unwrap_or_default();
    let mut bundle = Bundle::new(vec![locale]);
    // Only what needs it is isolated: marks around all that is set into messages would turn dates and lists about.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match language {
        Language::English => |value, _| shown(value, Language::English),
        Language::German => |value, _| shown(value, Language::German),
        Language::French => |value, _| shown(value, Language::French),
        Language::Spanish => |value, _| shown(value, Language::Spanish),
        Language::Arabic => |value, _| shown(value, Language::Arabic),
    }));
    let resource = FluentResource::try_new(language.table().to_owned()).unwrap_or_else(|(readable, _)| readable);
    bundle.add_resource_overriding(resource);
    bundle
}

/// What is set into a message as it is shown. What a message chooses by stays as it is.
fn shown(value: &FluentValue<'_>, language: Language) -> Option<String> {
    match value {
        FluentValue::Number(FluentNumber { value, .. }) => Some(language.number(*value as usize)),
        FluentValue::String(text) => isolated(text, language.dir() == "rtl"),
        _ => None,
    }
}

/// The language of the page.
pub fn language() -> Language {
    LANGUAGE.get()
}

/// Sets the language of the page; what is drawn from now on is in it.
pub fn set_language(language: Language) {
    LANGUAGE.set(language);
}

/// What is set into a text.
#[derive(Clone, Debug)]
pub enum Arg {
    /// A number, by which a message may choose its plural.
    Number(usize),
    /// Words, or one of the words that a message chooses by.
    Text(String),
}

impl From<usize> for Arg {
    fn from(number: usize) -> Self {
        Self::Number(number)
    }
}

impl From<u32> for Arg {
    fn from(number: u32) -> Self {
        Self::Number(number as usize)
    }
}

impl From<u8> for Arg {
    fn from(number: u8) -> Self {
        Self::Number(number.into())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<&String> for Arg {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

/// A text with marks around it, if it has letters that are written the other way than the page.
fn isolated(text: &str, is_right_to_left: bool) -> Option<String> {
    let mut letters = text.chars().filter(|letter| letter.is_alphabetic());
    let is_other = letters.any(|letter| is_written_from_right(letter) != is_right_to_left);
    is_other.then(|| format!("\u{2068}{text}\u{2069}"))
}

/// Whether a letter is of Hebrew, Arabic or another script that Unicode has in its ranges for those from right to left.
fn is_written_from_right(letter: char) -> bool {
    matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}'
        | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

/// A message of the table with what is set into it.
pub fn text(id: &str, args: Vec<(&'static str, Arg)>) -> String {
    let bundle = messages(language());
    let Some(pattern) = bundle.get_message(id).and_then(|message| message.value()) else { return id.to_owned() };
    let args: FluentArgs<'_> = args
        .into_iter()
        .map(|(name, arg)| match arg {
            Arg::Number(number) => (name, FluentValue::from(number)),
            Arg::Text(text) => (name, FluentValue::from(text)),
        })
        .collect();
    let mut said = String::new();
    // What cannot be said is left out, as above; writing into a string cannot fail.
    let _ = bundle.write_pattern(&mut said, pattern, Some(&args), &mut Vec::new());
    said
}

/// What is set into a message that has elements.
#[derive(Clone, Debug)]
pub enum Part {
    /// What texts have too.
    Arg(Arg),
    /// An element.
    Html(Html),
}

impl<T: Into<Arg>> From<T> for Part {
    fn from(arg: T) -> Self {
        Self::Arg(arg.into())
    }
}

impl From<Html> for Part {
    fn from(html: Html) -> Self {
        Self::Html(html)
    }
}

/// Stands in a text where an element belongs: one of the first characters that Unicode leaves to private use.
const FIRST_MARK: u32 = 0xf0000;

/// A message of the table with the elements that are set into it.
pub fn rich(id: &str, parts: Vec<(&'static str, Part)>) -> Html {
    let mut elements = Vec::new();
    let args = parts.into_iter().map(|(name, part)| match part {
        Part::Arg(arg) => (name, arg),
        Part::Html(html) => {
            elements.push(html);
            let mark = char::from_u32(FIRST_MARK + elements.len() as u32 - 1).unwrap_or_default();
            (name, Arg::Text(mark.to_string()))
        }
    });
    let text = text(id, args.collect());
    let (mut all, mut words) = (Vec::new(), String::new());
    for letter in text.chars() {
        let element = u32::from(letter).checked_sub(FIRST_MARK).and_then(|number| elements.get(number as usize));
        match element {
            Some(element) => {
                all.push(html! { { std::mem::take(&mut words) } });
                all.push(element.clone());
            }
            None => words.push(letter),
        }
    }
    all.push(html! { { words } });
    all.into_iter().collect()
}

/// A message of the table as text: `text!("help-title")`, `text!("n-articles", n = 3)`.
#[macro_export]
macro_rules! text {
    ($id:expr $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::i18n::text($id, vec![$((stringify!($name), $value.into())),*])
    };
}

/// A message of the table with elements in it: `rich!("without", what = isolated(name), n = 3)`.
#[macro_export]
macro_rules! rich {
    ($id:expr $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::i18n::rich($id, vec![$((stringify!($name), $value.into())),*])
    };
}
