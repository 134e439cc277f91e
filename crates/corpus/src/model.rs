//! What a collection is made of, as owned values: `ingest` makes them, [`crate::codec::encode`] stores them.
//!
//! Every found thing carries the span it was found in, so that the sentence behind it can be shown.
//! Spans are bytes of [`Document::text`].

use serde::{Deserialize, Serialize};

use crate::day::Day;
use crate::span::ByteSpan;

/// All documents of a collection, with the entities that their mentions point to.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Collection {
    /// Name of the collection, as readers see it.
    pub title: String,
    /// One or two sentences about the collection; empty if none was given.
    pub description: String,
    /// Language of the collection as a BCP 47 tag; empty if none was given.
    pub language: String,
    /// Licence of the documents in words; empty if none was given.
    pub licence: String,
    /// The documents, in the order of their ids.
    pub documents: Vec<Document>,
    /// The entities; [`EntityId`] is an index into this list.
    pub entities: Vec<Entity>,
}

/// Dense number of a document inside one corpus. It never leaves memory: addresses carry the slug.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct DocId(pub u32);

/// Dense number of an entity inside one corpus. It never leaves memory: addresses carry kind and slug.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct EntityId(pub u32);

/// One document as it was read: its text is fixed at ingestion, all spans refer to it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Document {
    /// The `id` of a JSONL line, or the path.
    pub id: String,
    /// Path inside the seeds folder, with `/` between its parts.
    pub path: String,
    /// Stable name for addresses: lower-case ASCII letters, digits and `-`; unique in the collection.
    pub slug: String,
    /// SHA-256 of the document's bytes as received.
    pub sha256: [u8; 32],
    /// What the bytes were read as.
    pub format: Format,
    /// BCP 47 tag; empty if unknown.
    pub language: String,
    /// The headline; where it stands in the text, its span says where.
    pub headline: Option<Attribute>,
    /// The outlet that the document is from.
    pub source: Option<Attribute>,
    /// Who wrote it, as printed.
    pub byline: Option<Attribute>,
    /// Where it was published, or empty.
    pub url: String,
    /// All dates with their kinds.
    pub dates: Vec<DocumentDate>,
    /// The decoded text: line ends are `\n`, nothing else is changed.
    pub text: String,
    /// Blocks in text order, not overlapping. Text outside any block is white space.
    pub blocks: Vec<Block>,
    /// Sentences of all blocks that are not furniture, in text order; none crosses a block.
    pub sentences: Vec<Sentence>,
    /// Mentions of entities in text order; none overlaps another, none lies in furniture.
    pub mentions: Vec<Mention>,
    /// Quotations in text order.
    pub quotations: Vec<Quotation>,
    /// For paged formats: the byte at which each page begins, from page 1 on. Empty for others.
    pub page_starts: Vec<u32>,
    /// Other documents that tell the same story, the most alike first.
    pub copies: Vec<SameStory>,
    /// Other documents that have to do with this one, the closest first.
    pub related: Vec<Related>,
}

impl Document {
    /// The day it says it was published.
    pub fn published(&self) -> Option<Day> {
        self.dates.iter().find(|date| date.kind == DateKind::Published)?.value.parse().ok()
    }
}

/// Another document that tells the same story as this one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SameStory {
    /// The other document.
    pub doc: DocId,
    /// Whether the words of both stories are the same.
    pub is_exact: bool,
    /// How much of the shorter story stands in the longer one, in percent of its runs of four words.
    pub shared_percent: u8,
    /// Indices of this document's sentences that the other one does not have.
    pub own_sentences: Vec<u32>,
}

/// Another document that has to do with this one, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Related {
    /// The other document.
    pub doc: DocId,
    /// What both hold and few others do, the rarest first.
    pub reasons: Vec<Reason>,
}

/// Something that two related documents share.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reason {
    /// Both name it.
    Entity(EntityId),
    /// Both use the word, in this form.
    Word(String),
}

/// A property of a document in words, with the place it was read from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attribute {
    /// The value as readers see it.
    pub text: String,
    /// Where it stands in the text; `None` if it comes from outside of it (a JSONL field).
    pub span: Option<ByteSpan>,
    /// The rule or the field that gave it, in words: "first line after the page's own header".
    pub by: String,
}

/// A date that has to do with a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentDate {
    /// What the date says about the document.
    pub kind: DateKind,
    /// ISO 8601, as precise as the words are: `2022-09-30`, `2022-09` or `2022`. Empty where the words cannot be
    /// resolved ("last Friday" in a document without a publication date).
    pub value: String,
    /// Whether the words can be read as another date too (`03/04/2015`); the value is then no more precise than all
    /// readings agree on.
    pub is_ambiguous: bool,
    /// Where it stands in the text; `None` if it comes from outside of it.
    pub span: Option<ByteSpan>,
    /// The rule or the field that gave it, in words.
    pub by: String,
}

/// A stretch of text of one kind: a paragraph, a list item, a piece of furniture.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// The text of the block, without the white space around it.
    pub span: ByteSpan,
    /// What the block is.
    pub kind: BlockKind,
    /// For furniture: why it was left out, in words a person understands.
    pub reason: Option<String>,
}

/// A sentence inside one block.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sentence {
    /// The text of the sentence, without the white space around it.
    pub span: ByteSpan,
    /// Index of its block in [`Document::blocks`].
    pub block_idx: u32,
    /// Stable name: made from the sentence's words, so that it lives through a rebuild.
    pub id: SentenceId,
}

/// Stable name of a sentence inside its document, 40 bits, written as ten hexadecimal digits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct SentenceId(u64);

impl SentenceId {
    /// Keeps the lower 40 bits of `bits`.
    pub fn from_bits(bits: u64) -> Self {
        Self(bits & 0xff_ffff_ffff)
    }

    /// The 40 bits.
    pub fn bits(self) -> u64 {
        self.0
    }
}

impl std::fmt::Display for SentenceId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:010x}", self.0)
    }
}

impl std::str::FromStr for SentenceId {
    type Err = std::num::ParseIntError;

    fn from_str(digits: &str) -> Result<Self, Self::Err> {
        u64::from_str_radix(digits, 16).map(Self::from_bits)
    }
}

/// A span that names something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mention {
    /// The words that name it.
    pub span: ByteSpan,
    /// The thing named.
    pub entity: EntityId,
    /// The rule or model that found it, in words.
    pub by: String,
    /// How sure that rule is, in percent.
    pub confidence: u8,
}

/// The thing that mentions name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entity {
    /// Stable name for addresses; unique among the entities of its kind.
    pub slug: String,
    /// What it is.
    pub kind: EntityKind,
    /// The fullest common form of its name.
    pub name: String,
    /// All forms that stand in the text, the canonical one included, most frequent first.
    pub aliases: Vec<Alias>,
    /// Roles as worded in the text.
    pub roles: Vec<Role>,
    /// Other entities that may be the same but are not sure to be.
    pub possible_same: Vec<PossibleSame>,
}

/// Another entity that may be the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PossibleSame {
    /// The other entity.
    pub other: EntityId,
    /// What speaks for it, in words.
    pub reason: String,
    /// How sure it is, in percent.
    pub confidence: u8,
}

/// One form of an entity's name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alias {
    /// The form as it stands in the text.
    pub text: String,
    /// How many mentions have it.
    pub count: u32,
    /// Why this form belongs to the entity, in words.
    pub reason: String,
    /// How sure that is, in percent.
    pub confidence: u8,
}

/// A role of an entity as a document words it: "MEMRI Executive Director".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Role {
    /// The words of the role.
    pub text: String,
    /// The document that says so.
    pub doc: DocId,
    /// Where it says so.
    pub span: ByteSpan,
}

/// What somebody said or wrote, as a document quotes or reports it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quotation {
    /// The words quoted, with their quotation marks; for indirect speech, the reported clause.
    pub span: ByteSpan,
    /// Quoted in marks, or reported.
    pub kind: QuotationKind,
    /// Who said it.
    pub speaker: Speaker,
    /// The verb that attributes it: "said", "stated".
    pub cue: Option<ByteSpan>,
    /// The whole attribution: speaker, role and verb.
    pub attribution: Option<ByteSpan>,
    /// Whom it was said to: "the BBC" in "told the BBC".
    pub addressee: Option<ByteSpan>,
    /// How the speaker was found, in words.
    pub by: String,
    /// How sure the speaker is, in percent; 0 where nobody could be found.
    pub confidence: u8,
}

/// Who a quotation is attributed to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Speaker {
    /// A known entity, and the words that name it here.
    Entity(EntityId, ByteSpan),
    /// Something that is not a name but definite: "the memo".
    Described(ByteSpan),
    /// Somebody whom the document leaves unnamed: "US counterterrorism officials".
    Unnamed(ByteSpan),
    /// Nobody could be found; shown as such, never guessed.
    #[default]
    Unresolved,
}

impl Speaker {
    /// The words that name the speaker, if there are any.
    pub fn span(self) -> Option<ByteSpan> {
        match self {
            Speaker::Entity(_, span) | Speaker::Described(span) | Speaker::Unnamed(span) => Some(span),
            Speaker::Unresolved => None,
        }
    }
}

/// Makes an enum whose variants have a number in the blob and a word in files, addresses and JSON.
macro_rules! named_enum {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name { #[default] $($(#[$vmeta])* $variant),+ }

        impl $name {
            /// All variants, in the order of their numbers.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word used in files, addresses and JSON.
            pub fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            /// The variant of a word, or `None` if there is none.
            pub fn from_word(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|variant| variant.word() == word)
            }

            /// The variant's number in the blob.
            pub fn number(self) -> u32 {
                self as u32
            }

            /// The variant of a number, or `None` if there is none.
            pub fn from_number(number: u32) -> Option<Self> {
                Self::ALL.get(number as usize).copied()
            }
        }
    };
}

named_enum! {
    /// What the bytes of a document were read as.
    Format {
        /// Plain text.
        Text = "text",
        /// One line of a JSON Lines file.
        Jsonl = "jsonl",
        /// Markdown.
        Markdown = "markdown",
        /// A web page: HTML, XHTML, or one saved as MHTML.
        Html = "html",
        /// PDF with a text layer.
        Pdf = "pdf",
        /// Office Open XML text.
        Docx = "docx",
        /// OpenDocument text.
        Odt = "odt",
        /// An electronic book.
        Epub = "epub",
        /// A message.
        Email = "email",
        /// One row of a table.
        Csv = "csv",
    }
}

named_enum! {
    /// What a date says about its document.
    DateKind {
        /// The day the document was published, as the document or its metadata says.
        Published = "published",
        /// The day it was last changed.
        Updated = "updated",
        /// A date that stands on the page but not as its publication date.
        Printed = "printed",
        /// A date that the story mentions.
        Mentioned = "mentioned",
        /// The date of the file.
        File = "file",
    }
}

named_enum! {
    /// What a block is.
    BlockKind {
        /// A paragraph of the story.
        Paragraph = "paragraph",
        /// The headline.
        Headline = "headline",
        /// A heading inside the story.
        Heading = "heading",
        /// One item of a list.
        ListItem = "list item",
        /// A table, row by row.
        Table = "table",
        /// The caption of a picture.
        Caption = "caption",
        /// A passage of another text, set apart as a block.
        BlockQuotation = "block quotation",
        /// Not the story: weather, adverts, link lists. Kept in its place, left out of the index.
        Furniture = "furniture",
    }
}

named_enum! {
    /// What an entity is.
    EntityKind {
        /// A human being.
        Person = "person",
        /// A body with a name: company, agency, armed group, outlet.
        Organization = "organization",
        /// A country, city, region, building.
        Place = "place",
        /// Nationalities, religious and political groups.
        Group = "group",
        /// Products and platforms.
        Product = "product",
        /// A named event.
        Event = "event",
        /// A web address.
        Url = "url",
        /// An e-mail address.
        Email = "email",
        /// A telephone number.
        Phone = "phone",
        /// An amount of money.
        Money = "money",
        /// A name on a platform: `@somebody`.
        Handle = "handle",
        /// A word that posts are found by: `#something`.
        Hashtag = "hashtag",
    }
}

impl EntityKind {
    /// Whether it is a name, and not something that is known by its shape alone, as an address or an amount is.
    pub fn is_name(self) -> bool {
        self <= EntityKind::Event
    }
}

named_enum! {
    /// How words are attributed.
    QuotationKind {
        /// Between quotation marks.
        Direct = "direct",
        /// Reported without marks.
        Indirect = "indirect",
    }
}
