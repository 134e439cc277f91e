//! The tables of a collection: what each holds, and its rows. Whoever loads them joins them by their keys.

use std::io;

use corpus::Corpus;
use corpus::day::Day;
use corpus::links::Link;
use corpus::model::{BlockKind, Collection, DateKind, DocId, Document, Entity, EntityId, EntityKind, Reason, Speaker};
use corpus::span::ByteSpan;
use serde::Serialize;

/// What the cells of a column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Type {
    /// A name or a word that is taken whole.
    Key,
    /// Words that are searched.
    Text,
    /// A whole number.
    Number,
    /// A number with a fraction.
    Decimal,
    /// Yes or no.
    Flag,
    /// A day as `2022-09-30`.
    Day,
    /// Several keys; only where a row is an object. What it says stands in another table too.
    Keys,
}

/// One cell. What is not known is [`Cell::Missing`], never an empty text.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub(super) enum Cell<'c> {
    Missing,
    Text(&'c str),
    Own(String),
    Number(u64),
    Decimal(f64),
    Flag(bool),
    Keys(Vec<&'c str>),
}

impl<'c> Cell<'c> {
    fn text(text: &'c str) -> Self {
        if text.is_empty() { Cell::Missing } else { Cell::Text(text) }
    }

    fn own(text: Option<impl ToString>) -> Self {
        text.map_or(Cell::Missing, |text| Cell::Own(text.to_string()))
    }

    fn number(number: impl TryInto<u64>) -> Self {
        number.try_into().map_or(Cell::Missing, Cell::Number)
    }

    fn maybe(number: Option<impl TryInto<u64>>) -> Self {
        number.map_or(Cell::Missing, Self::number)
    }

    /// Rounded to so many digits: the last bits of logarithms differ between machines.
    fn rounded(number: f64, n_digits: i32) -> Self {
        let scale = 10f64.powi(n_digits);
        Cell::Decimal((number * scale).round() / scale)
    }
}

/// Takes one row, its cells in the order of the columns.
pub(super) type Take<'t> = dyn FnMut(&[Cell<'_>]) -> io::Result<()> + 't;

/// One table.
pub(super) struct Table {
    pub name: &'static str,
    pub columns: &'static [(&'static str, Type)],
    rows: fn(&Source<'_>, &mut Take<'_>) -> io::Result<()>,
}

impl Table {
    /// Hands over its rows one by one.
    pub fn rows(&self, source: &Source<'_>, take: &mut Take<'_>) -> io::Result<()> {
        (self.rows)(source, take)
    }
}

/// A collection and what is asked of it more than once.
pub(super) struct Source<'c> {
    collection: &'c Collection,
    corpus: Corpus<'c>,
    /// Of each entity: the address of its profile in the page.
    addresses: Vec<String>,
}

impl<'c> Source<'c> {
    /// `corpus` is the collection as it is stored.
    pub fn new(collection: &'c Collection, corpus: Corpus<'c>) -> Self {
        let address = |entity: &Entity| format!("{}/{}", entity.kind.word(), entity.slug);
        Self { collection, corpus, addresses: collection.entities.iter().map(address).collect() }
    }

    fn documents(&self) -> impl Iterator<Item = &'c Document> {
        self.collection.documents.iter()
    }

    fn entity(&self, entity: EntityId) -> Cell<'_> {
        self.addresses.get(entity.0 as usize).map_or(Cell::Missing, |address| Cell::Text(address))
    }

    fn document(&self, doc: DocId) -> Option<&'c Document> {
        self.collection.documents.get(doc.0 as usize)
    }

    fn slug(&self, doc: DocId) -> Cell<'c> {
        self.document(doc).map_or(Cell::Missing, |document| Cell::Text(&document.slug))
    }

    /// Every pair of names that sentences name together, once.
    fn links(&self) -> impl Iterator<Item = (EntityId, Link)> {
        self.corpus.entities().flat_map(|entity| {
            let own = entity.id();
            entity.links(None).into_iter().filter(move |link| own < link.entity).map(move |link| (own, link))
        })
    }
}

fn start(span: Option<ByteSpan>) -> Cell<'static> {
    Cell::maybe(span.map(ByteSpan::start))
}

fn end(span: Option<ByteSpan>) -> Cell<'static> {
    Cell::maybe(span.map(ByteSpan::end))
}

fn words(document: &Document, span: Option<ByteSpan>) -> Cell<'_> {
    span.and_then(|span| span.slice(&document.text)).map_or(Cell::Missing, Cell::text)
}

/// The stable name of the sentence in which a span begins.
fn sentence_of(document: &Document, span: ByteSpan) -> Cell<'static> {
    let n_before = document.sentences.partition_point(|sentence| sentence.span.start() <= span.start());
    let last = n_before.checked_sub(1).map(|at| document.sentences[at]);
    Cell::own(last.filter(|sentence| span.start() < sentence.span.end()).map(|sentence| sentence.id))
}

/// The page of a paged document on which a span begins, from 1 on.
fn page_of(document: &Document, span: ByteSpan) -> Cell<'static> {
    let page = document.page_starts.partition_point(|&start| start <= span.start());
    if page == 0 { Cell::Missing } else { Cell::number(page) }
}

/// A date as it is worded, its first and its last day.
fn date_cells(value: &str) -> [Cell<'_>; 3] {
    let day = value.parse::<Day>().ok();
    [Cell::text(value), Cell::own(day.map(|day| day.first())), Cell::own(day.map(|day| day.last()))]
}

/// All tables. What a name in another table stands for is said by the name: `document` is the `id` of a document,
/// `entity` of an entity, `sentence` of a sentence of that document; `start_byte` and `end_byte` count in its `text`.
pub(super) const TABLES: &[Table] = &[
    Table {
        name: "documents",
        columns: &[
            ("id", Type::Key),
            ("path", Type::Key),
            ("own_id", Type::Key),
            ("sha256", Type::Key),
            ("format", Type::Key),
            ("language", Type::Key),
            ("headline", Type::Text),
            ("outlet", Type::Key),
            ("byline", Type::Text),
            ("url", Type::Key),
            ("published", Type::Key),
            ("published_from", Type::Day),
            ("published_to", Type::Day),
            ("n_pages", Type::Number),
            ("people", Type::Keys),
            ("organizations", Type::Keys),
            ("places", Type::Keys),
            ("groups", Type::Keys),
            ("products", Type::Keys),
            ("events", Type::Keys),
            ("story", Type::Text),
            ("text", Type::Text),
        ],
        rows: documents,
    },
    Table {
        name: "dates",
        columns: &[
            ("document", Type::Key),
            ("kind", Type::Key),
            ("date", Type::Key),
            ("date_from", Type::Day),
            ("date_to", Type::Day),
            ("is_ambiguous", Type::Flag),
            ("words", Type::Text),
            ("start_byte", Type::Number),
            ("end_byte", Type::Number),
            ("found_by", Type::Key),
        ],
        rows: dates,
    },
    Table {
        name: "blocks",
        columns: &[
            ("document", Type::Key),
            ("block", Type::Number),
            ("kind", Type::Key),
            ("reason", Type::Key),
            ("page", Type::Number),
            ("start_byte", Type::Number),
            ("end_byte", Type::Number),
            ("text", Type::Text),
        ],
        rows: blocks,
    },
    Table {
        name: "sentences",
        columns: &[
            ("document", Type::Key),
            ("id", Type::Key),
            ("block", Type::Number),
            ("start_byte", Type::Number),
            ("end_byte", Type::Number),
            ("text", Type::Text),
        ],
        rows: sentences,
    },
    Table {
        name: "entities",
        columns: &[
            ("id", Type::Key),
            ("kind", Type::Key),
            ("name", Type::Text),
            ("n_mentions", Type::Number),
            ("n_documents", Type::Number),
        ],
        rows: entities,
    },
    Table {
        name: "forms",
        columns: &[
            ("entity", Type::Key),
            ("form", Type::Text),
            ("n_mentions", Type::Number),
            ("reason", Type::Key),
            ("confidence", Type::Number),
        ],
        rows: forms,
    },
    Table {
        name: "roles",
        columns: &[
            ("entity", Type::Key),
            ("role", Type::Text),
            ("document", Type::Key),
            ("sentence", Type::Key),
            ("start_byte", Type::Number),
            ("end_byte", Type::Number),
        ],
        rows: roles,
    },
    Table {
        name: "mentions",
        columns: &[
            ("document", Type::Key),
            ("entity", Type::Key),
            ("sentence", Type::Key),
            ("start_byte", Type::Number),
            ("end_byte", Type::Number),
            ("words", Type::Text),
            ("found_by", Type::Key),
            ("confidence", Type::Number),
        ],
        rows: mentions,
    },
    Table {
        name: "quotations",
        columns: &[
            ("document", Type::Key),
            ("kind", Type::Key),
            ("speaker", Type::Key),
            ("speaker_words", Type::Text),
            ("verb", Type::Text),
            ("addressee", Type::Text),
            ("sentence", Type::Key),
            ("start_byte", Type::Number),
            ("end_byte", Type::Number),
            ("words", Type::Text),
            ("found_by", Type::Key),
            ("confidence", Type::Number),
        ],
        rows: quotations,
    },
    Table {
        name: "links",
        columns: &[
            ("one", Type::Key),
            ("other", Type::Key),
            ("n_sentences", Type::Number),
            ("n_documents", Type::Number),
            ("expected", Type::Decimal),
            ("strength", Type::Decimal),
        ],
        rows: links,
    },
    Table {
        name: "link_sentences",
        columns: &[("one", Type::Key), ("other", Type::Key), ("document", Type::Key), ("sentence", Type::Key)],
        rows: link_sentences,
    },
    Table {
        name: "same_story",
        columns: &[
            ("document", Type::Key),
            ("other", Type::Key),
            ("is_exact", Type::Flag),
            ("shared_percent", Type::Number),
        ],
        rows: same_story,
    },
    Table {
        name: "related",
        columns: &[("document", Type::Key), ("other", Type::Key), ("entity", Type::Key), ("word", Type::Key)],
        rows: related,
    },
];

fn documents(source: &Source<'_>, take: &mut Take<'_>) -> io::Result<()> {
    for document in source.documents() {
        let mut named: Vec<EntityId> = document.mentions.iter().map(|mention| mention.entity).collect();
        named.sort_unstable();
        named.dedup();
        let named = |kind: EntityKind| {
            let entities = named.iter().filter_map(|entity| source.collection.entities.get(entity.0 as usize));
            let names: Vec<&str> =
                entities.filter(|entity| entity.kind == kind).map(|entity| entity.name.as_str()).collect();
            if names.is_empty() { Cell::Missing } else { Cell::Keys(names) }
        };
        let story = document.blocks.iter().filter(|block| block.kind != BlockKind::Furniture);
        let story: Vec<&str> = story.filter_map(|block| block.span.slice(&document.text)).collect();
        let published = document.dates.iter().find(|date| date.kind == DateKind::Published);
        let [published, from, to] = date_cells(published.map_or("", |date| &date.value));
        let attribute = |attribute: &'_ Option<corpus::model::Attribute>| {
            Cell::own(attribute.as_ref().map(|attribute| &attribute.text).filter(|text| !text.is_empty()))
        };
        take(&[
            Cell::Text(&document.slug),
            Cell::Text(&document.path),
            Cell::text(&document.id),
            Cell::Own(document.sha256.iter().map(|byte| format!("{byte:02x}")).collect()),
            Cell::Text(document.format.word()),
            Cell::text(&document.language),
            attribute(&document.headline),
            attribute(&document.source),
            attribute(&document.byline),
            Cell::text(&document.url),
            published,
            from,
            to,
            Cell::maybe(Some(document.page_starts.len()).filter(|&n| n > 0)),
            named(EntityKind::Person),
            named(EntityKind::Organization),
            named(EntityKind::Place),
            named(EntityKind::Group),
            named(EntityKind::Product),
            named(EntityKind::Event),
            Cell::own(Some(story.join("\n\n")).filter(|story| !story.is_empty())),
            Cell::text(&document.text),
        ])?;
    }
    Ok(())
}

fn dates(source: &Source<'_>, take: &mut Take<'_>) -> io::Result<()> {
    for document in source.documents() {
        for date in &document.dates {
            let [value, from, to] = date_cells(&date.value);
            take(&[
                Cell::Text(&document.slug),
                Cell::Text(date.kind.word()),
                value,
                from,
                to,
                Cell::Flag(date.is_ambiguous),
                words(document, date.span),
                start(date.span),
                end(date.span),
                Cell::text(&date.by),
            ])?;
        }
    }
    Ok(())
}

fn blocks(source: &Source<'_>, take: &mut Take<'_>) -> io::Result<()> {
    for document in source.documents() {
        for (number, block) in document.blocks.iter().enumerate() {
            take(&[
                Cell::Text(&document.slug),
                Cell::number(number),
                Cell::Text(block.kind.word()),
                block.reason.as_deref().map_or(Cell::Missing, Cell::text),
                page_of(document, block.span),
                start(Some(block.span)),
                end(Some(block.span)),
                words(document, Some(block.span)),
            ])?;
        }
    }
    Ok(())
}

fn sentences(source: &Source<'_>, take: &mut Take<'_>) -> io::Result<()> {
    for document in source.documents() {
        for sentence in &document.sentences {
            take(&[
                Cell::Text(&document.slug),
                Cell::own(Some(sentence.id)),
                Cell::number(sentence.block_idx),
                start(Some(sentence.span)),
                end(Some(sentence.span)),
                words(document, Some(sentence.span)),
            ])?;
        }
    }
    Ok(())
}

fn entities(source: &Source<'_>, take: &mut Take<'_>) -> io::Result<()> {
    for entity in source.corpus.entities() {
        take(&[
            source.entity(entity.id()),
            Cell::Text(entity.kind().word()),
            Cell::text(entity.name()),
            Cell::number(entity.n_mentions()),
            Cell::number(entity.n_docs()),
        ])?;
    }
    Ok(())
}

fn forms(source: &Source<'_>, take: &mut Take<'_>) -> io::Result<()> {
    for (entity, address) in source.collection.entities.iter().zip(&source.addresses) {
        for form in &entity.aliases {
            take(&[
                Cell::Text(address),
                Cell::text(&form.text),
                Cell::number(form.count),
                Cell::text(&form.reason),
                Cell::number(form.confidence),
            ])?;
        }
    }
    Ok(())
}

fn roles(source: &Source<'_>, take: &mut Take<'_>) -> io::Result<()> {
    for (entity, address) in source.collection.entities.iter().zip(&source.addresses) {
        for role in &entity.roles {
            let sentence = source.document(role.doc).map_or(Cell::Missing, |doc| sentence_of(doc, role.span));
            take(&[
                Cell::Text(address),
                Cell::text(&role.text),
                source.slug(role.doc),
                sentence,
                start(Some(role.span)),
                end(Some(role.span)),
            ])?;
        }
    }
    Ok(())
}

fn mentions(source: &Source<'_>, take: &mut Take<'_>) -> io::Result<()> {
    for document in source.documents() {
        for mention in &document.mentions {
            take(&[
                Cell::Text(&document.slug),
                source.entity(mention.entity),
                sentence_of(document, mention.span),
                start(Some(mention.span)),
                end(Some(mention.span)),
                words(document, Some(mention.span)),
                Cell::text(&mention.by),
                Cell::number(mention.confidence),
            ])?;
        }
    }
    Ok(())
}

fn quotations(source: &Source<'_>, take: &mut Take<'_>) -> io::Result<()> {
    for document in source.documents() {
        for quotation in &document.quotations {
            let speaker = match quotation.speaker {
                Speaker::Entity(entity, _) => source.entity(entity),
                Speaker::Described(_) | Speaker::Unnamed(_) | Speaker::Unresolved => Cell::Missing,
            };
            take(&[
                Cell::Text(&document.slug),
                Cell::Text(quotation.kind.word()),
                speaker,
                words(document, quotation.speaker.span()),
                words(document, quotation.cue),
                words(document, quotation.addressee),
                sentence_of(document, quotation.span),
                start(Some(quotation.span)),
                end(Some(quotation.span)),
                words(document, Some(quotation.span)),
                Cell::text(&quotation.by),
                Cell::number(quotation.confidence),
            ])?;
        }
    }
    Ok(())
}

fn links(source: &Source<'_>, take: &mut Take<'_>) -> io::Result<()> {
    for (own, link) in source.links() {
        let (Some(one), Some(other)) = (source.corpus.entity(own), source.corpus.entity(link.entity)) else { continue };
        let association = one.association(&other, link.n_sentences);
        take(&[
            source.entity(own),
            source.entity(link.entity),
            Cell::number(link.n_sentences),
            Cell::number(link.n_docs),
            Cell::rounded(association.expected, 4),
            Cell::rounded(association.strength, 2),
        ])?;
    }
    Ok(())
}

fn link_sentences(source: &Source<'_>, take: &mut Take<'_>) -> io::Result<()> {
    for (own, link) in source.links() {
        for shared in source.corpus.together(own, link.entity, None, usize::MAX).sentences {
            let Some(document) = source.document(shared.doc) else { continue };
            take(&[
                source.entity(own),
                source.entity(link.entity),
                Cell::Text(&document.slug),
                sentence_of(document, shared.span),
            ])?;
        }
    }
    Ok(())
}

fn same_story(source: &Source<'_>, take: &mut Take<'_>) -> io::Result<()> {
    for document in source.documents() {
        for copy in &document.copies {
            take(&[
                Cell::Text(&document.slug),
                source.slug(copy.doc),
                Cell::Flag(copy.is_exact),
                Cell::number(copy.shared_percent),
            ])?;
        }
    }
    Ok(())
}

fn related(source: &Source<'_>, take: &mut Take<'_>) -> io::Result<()> {
    for document in source.documents() {
        for related in &document.related {
            for reason in &related.reasons {
                let [entity, word] = match reason {
                    Reason::Entity(entity) => [source.entity(*entity), Cell::Missing],
                    Reason::Word(word) => [Cell::Missing, Cell::text(word)],
                };
                take(&[Cell::Text(&document.slug), source.slug(related.doc), entity, word])?;
            }
        }
    }
    Ok(())
}
