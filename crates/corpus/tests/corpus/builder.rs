//! Makes collections of texts: blocks are paragraphs, sentences end at ". ", names are looked up word by word.

use corpus::ByteSpan;
use corpus::analysis::tokens;
use corpus::model::{
    Alias, Attribute, Block, BlockKind, Collection, DateKind, DocId, Document, DocumentDate, Entity, EntityId,
    EntityKind, Format, Mention, Quotation, QuotationKind, Role, Sentence, SentenceId, Speaker,
};

/// Where the headline of a document is.
#[derive(Clone, Debug, Default)]
pub enum Headline {
    #[default]
    None,
    /// The first paragraph.
    InText,
    /// Beside the text.
    Outside(String),
}

/// Who says something, by what the builder knows.
#[derive(Clone, Copy, Debug)]
pub enum Voice {
    /// An entity by its number.
    Entity(u32),
    /// The first word of the document.
    FirstWord,
    Nobody,
}

/// One document to be made.
#[derive(Clone, Debug, Default)]
pub struct Source {
    pub text: String,
    pub headline: Headline,
    /// Paragraphs that are furniture.
    pub furniture: Vec<usize>,
    /// Quotations: from the beginning of a sentence to the end of another, both by number.
    pub quotations: Vec<(usize, usize, Voice)>,
    /// Roles: an entity, and the sentence that words its role, both by number.
    pub roles: Vec<(u32, usize)>,
    pub outlet: Option<String>,
    pub day: Option<String>,
    pub language: String,
}

/// An entity to be made: its kind and the forms of its name, the fullest first.
pub type Name<'n> = (EntityKind, &'n [&'n str]);

pub fn span(start: usize, end: usize) -> ByteSpan {
    ByteSpan::from_range(start..end).expect("the builder gives ordered ends")
}

fn attribute(text: &str, span: Option<ByteSpan>) -> Attribute {
    Attribute { text: text.to_owned(), span, by: "the test".to_owned() }
}

pub fn collection(sources: &[Source], names: &[Name<'_>]) -> Collection {
    let mut documents: Vec<Document> = (0..).zip(sources).map(|(number, source)| document(number, source)).collect();
    for document in &mut documents {
        document.mentions = mentions(document, names);
    }
    let entities = (0u32..).zip(names).map(|(number, (kind, forms))| Entity {
        slug: format!("e{number}"),
        kind: *kind,
        name: forms[0].to_owned(),
        aliases: forms.iter().map(|form| Alias { text: (*form).to_owned(), count: 1, ..Alias::default() }).collect(),
        roles: roles(&documents, sources, number),
        ..Entity::default()
    });
    let entities = entities.collect();
    Collection { title: "Test".to_owned(), documents, entities, ..Collection::default() }
}

/// The roles of an entity. Nothing without a word in it is one.
fn roles(documents: &[Document], sources: &[Source], entity: u32) -> Vec<Role> {
    let mut found = Vec::new();
    for (doc, (document, source)) in (0u32..).zip(documents.iter().zip(sources)) {
        for (_, sentence) in source.roles.iter().filter(|(of, _)| *of == entity) {
            let span = document.sentences.get(*sentence).map(|sentence| sentence.span);
            let words = span.and_then(|span| Some((span, span.slice(&document.text)?)));
            let words = words.filter(|(_, text)| tokens(text).next().is_some());
            found.extend(words.map(|(span, text)| Role { text: text.to_owned(), doc: DocId(doc), span }));
        }
    }
    found
}

fn document(number: usize, source: &Source) -> Document {
    let mut made = Document {
        id: format!("id{number}"),
        path: format!("folder/{number}.txt"),
        slug: format!("doc-{number}"),
        format: [Format::Text, Format::Pdf][number % 2],
        text: source.text.clone(),
        language: source.language.clone(),
        source: source.outlet.as_deref().map(|outlet| attribute(outlet, None)),
        ..Document::default()
    };
    let mut at = 0;
    for (idx, paragraph) in source.text.split("\n\n").enumerate() {
        let block = span(at, at + paragraph.len());
        let is_furniture = source.furniture.contains(&idx);
        let kind = match (is_furniture, idx, &source.headline) {
            (true, ..) => BlockKind::Furniture,
            (_, 0, Headline::InText) => BlockKind::Headline,
            _ => BlockKind::Paragraph,
        };
        let reason = is_furniture.then(|| "the test says so".to_owned());
        made.blocks.push(Block { span: block, kind, reason });
        let mut start = at;
        for sentence in paragraph.split_inclusive(". ").filter(|_| !is_furniture) {
            let sentence_span = span(start, start + sentence.trim_end().len());
            let id = SentenceId::from_bits(made.sentences.len() as u64);
            made.sentences.push(Sentence { span: sentence_span, block_idx: idx as u32, id });
            start += sentence.len();
        }
        at += paragraph.len() + 2;
    }
    made.headline = match &source.headline {
        Headline::None => None,
        Headline::Outside(text) => Some(attribute(text, None)),
        Headline::InText => {
            let block = made.blocks[0].span;
            (made.blocks[0].kind == BlockKind::Headline)
                .then(|| attribute(block.slice(&made.text).unwrap(), Some(block)))
        }
    };
    if let Some(day) = &source.day {
        let by = "the test".to_owned();
        made.dates.push(DocumentDate {
            kind: DateKind::Published,
            value: day.clone(),
            is_ambiguous: false,
            span: None,
            by,
        });
    }
    for &(first, last, voice) in &source.quotations {
        let (Some(first), Some(last)) = (made.sentences.get(first), made.sentences.get(last)) else { continue };
        let words = ByteSpan::new(first.span.start(), last.span.end()).and_then(|span| span.slice(&made.text));
        // Nobody quotes what has no word in it.
        if words.is_none_or(|words| tokens(words).next().is_none()) {
            continue;
        }
        let first_word = tokens(&made.text).next().map_or(span(0, 0), |token| token.span);
        made.quotations.push(Quotation {
            span: ByteSpan::new(first.span.start(), last.span.end()).expect("sentences are in order"),
            kind: QuotationKind::Direct,
            speaker: match voice {
                Voice::Entity(entity) => Speaker::Entity(EntityId(entity), first_word),
                Voice::FirstWord => Speaker::Described(first_word),
                Voice::Nobody => Speaker::Unresolved,
            },
            by: "the test".to_owned(),
            ..Quotation::default()
        });
    }
    made.quotations.sort_by_key(|quotation| quotation.span);
    made
}

/// The longest form that begins at each word, but no possessive ending.
fn mentions(document: &Document, names: &[Name<'_>]) -> Vec<Mention> {
    let mut found = Vec::new();
    for sentence in &document.sentences {
        let text = &document.text[..sentence.span.range().end];
        let mut at = sentence.span.range().start;
        while at < text.len() {
            let begins_word = !text[..at].ends_with(char::is_alphanumeric);
            let forms = (0..).zip(names).flat_map(|(number, (_, forms))| forms.iter().map(move |form| (number, *form)));
            let fits = |form: &str| {
                let rest = &text[at..];
                begins_word && rest.starts_with(form) && !rest[form.len()..].starts_with(char::is_alphanumeric)
            };
            let longest = forms.filter(|(_, form)| fits(form)).max_by_key(|(_, form)| form.len());
            if let Some((number, form)) = longest {
                found.push(Mention {
                    span: span(at, at + form.len()),
                    entity: EntityId(number),
                    by: "the test".to_owned(),
                    confidence: 100,
                });
                at += form.len();
            } else {
                at += text[at..].chars().next().map_or(1, char::len_utf8);
            }
        }
    }
    found
}
