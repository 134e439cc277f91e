//! What views show, as tables and citations to be taken away: all of it, not only what is on the screen.

use corpus::links::{Chain, Together};
use corpus::model::{DateKind, DocId, EntityId, QuotationKind, Speaker};
use corpus::{ByteSpan, Corpus, DocumentView, EntityView, MentionView, QuotationView};

use crate::components::speaker_words;
use crate::dom::address;
use crate::export::{Cell, Citation, Table};
use crate::format;
use crate::hooks::Found;
use crate::i18n::Language;
use crate::notebook;
use crate::text;
use crate::view_state::ViewState;

/// Bytes of the sentence that shows best why a document was found.
const SNIPPET_BYTES: usize = 300;

/// What is said of the document that a row is from.
const SOURCE_COLUMNS: [&str; 7] = ["headline", "outlet", "byline", "date", "date_kind", "url", "path"];

fn source(document: &DocumentView<'_>) -> Vec<Cell> {
    let (date, kind) = date(document);
    vec![
        document.title().into(),
        document.source().map_or("", |outlet| outlet.text).into(),
        document.byline().map_or("", |byline| byline.text).into(),
        date.into(),
        kind.into(),
        web_address(document).into(),
        document.path().into(),
    ]
}

/// The date of a document, and what it is.
fn date<'c>(document: &DocumentView<'c>) -> (&'c str, String) {
    document.date().map_or_else(|| ("", String::new()), |date| (date.value(), format::date_kind(date.kind())))
}

/// Where it was published, if that is an address of the web: others may run when they are opened.
fn web_address<'c>(document: &DocumentView<'c>) -> &'c str {
    let url = document.url();
    if url.starts_with("https://") || url.starts_with("http://") { url } else { "" }
}

fn columns(own: &[&'static str], after: &[&'static str]) -> Vec<&'static str> {
    [own, &SOURCE_COLUMNS, after].concat()
}

/// Rows of some cells of their own, each from a stretch of a document.
pub fn with_sources<'c, const N: usize>(
    own: &[&'static str; N],
    rows: impl Iterator<Item = ([Cell; N], DocumentView<'c>, ByteSpan)>,
    state: &ViewState,
) -> Table {
    let row = |(cells, document, span): ([Cell; N], DocumentView<'c>, ByteSpan)| {
        let mut row = Vec::from(cells);
        row.extend(source(&document));
        row.push(address::absolute(&state.sentence(&document, span)).into());
        row
    };
    Table { columns: columns(own, &["link"]), rows: rows.map(row).collect() }
}

/// The articles that were found, in their order.
pub fn results(found: &Found, state: &ViewState) -> Table {
    let answer = &found.answer;
    let rows = answer.hits.iter().filter_map(|hit| {
        let document = answer.corpus().document(hit.doc)?;
        let snippet = answer.best_snippet(hit.doc, &answer.places_of_hit(hit), SNIPPET_BYTES);
        let snippet = snippet.map(|snippet| document.slice(snippet.span)).unwrap_or_default();
        let mut row = source(&document);
        row.extend([
            document.language().into(),
            hit.n_places.into(),
            snippet.into(),
            address::absolute(&state.article(&document).href()).into(),
        ]);
        Some(row)
    });
    Table { columns: columns(&[], &["language", "hits", "best_sentence", "link"]), rows: rows.collect() }
}

/// Names with how many of the articles found name them.
pub fn names(rows: &[(EntityView<'static>, u32)], state: &ViewState) -> Table {
    let row = |(entity, n): &(EntityView<'_>, u32)| {
        let forms: Vec<&str> = entity.aliases().map(|(form, _)| form).collect();
        vec![
            entity.name().into(),
            entity.kind().word().into(),
            (*n).into(),
            entity.n_mentions().into(),
            forms.join("; ").into(),
            entity.roles().next().map_or("", |(role, ..)| role).into(),
            address::absolute(&state.entity(entity).href()).into(),
        ]
    };
    let columns = vec!["name", "kind", "found_in", "mentions", "written_as", "role", "link"];
    Table { columns, rows: rows.iter().map(row).collect() }
}

/// Quotations with their speakers.
pub fn quotations(corpus: &Corpus<'_>, said: &[QuotationView<'static>], state: &ViewState) -> Table {
    let row = |quotation: &QuotationView<'static>| {
        let document = corpus.document(quotation.doc())?;
        let speaker = match quotation.speaker() {
            Speaker::Entity(entity, _) => corpus.entity(entity),
            _ => None,
        };
        let named = speaker.map_or_else(|| speaker_words(&document, quotation), |speaker| speaker.name().to_owned());
        let role = speaker.and_then(|speaker| speaker.roles().find(|(_, doc, _)| *doc == quotation.doc()));
        let kind = if quotation.kind() == QuotationKind::Indirect { "reported" } else { "direct" };
        let own = [
            named.into(),
            role.map_or("", |(role, ..)| role).into(),
            kind.into(),
            quotation.cue().map_or_else(String::new, |cue| document.slice(cue)).into(),
            document.slice(quotation.span()).into(),
        ];
        Some((own, document, quotation.span()))
    };
    with_sources(&["speaker", "role", "kind", "verb", "words"], said.iter().filter_map(row), state)
}

/// The mentions of an entity, each with its sentence.
pub fn mentions(entity: &EntityView<'static>, state: &ViewState) -> Table {
    let row = |mention: MentionView<'static>| {
        let document = entity.corpus().document(mention.doc())?;
        let sentence = document.sentence_at(mention.span().start()).map(|sentence| document.slice(sentence.span()));
        Some(([document.slice(mention.span()).into(), sentence.unwrap_or_default().into()], document, mention.span()))
    };
    with_sources(&["mention", "sentence"], entity.mentions().filter_map(row), state)
}

/// A number as programs read it, whatever the language of the page.
fn fixed(number: f64, n_digits: u32) -> String {
    Language::English.fixed(number, n_digits).replace(',', "")
}

/// Links between pairs of names, each with the number of sentences.
pub fn links(corpus: &Corpus<'_>, links: &[(EntityId, EntityId, u32)], state: &ViewState) -> Table {
    let row = |&(one, other, n): &(EntityId, EntityId, u32)| {
        let (one, other) = (corpus.entity(one)?, corpus.entity(other)?);
        let association = one.association(&other, n);
        Some(vec![
            one.name().into(),
            one.kind().word().into(),
            other.name().into(),
            other.kind().word().into(),
            n.into(),
            fixed(association.expected, 3).into(),
            fixed(association.strength, 1).into(),
            address::absolute(&state.connect(&one, Some(&other)).href()).into(),
        ])
    };
    let columns = vec!["name", "kind", "other_name", "other_kind", "sentences", "by_chance", "g2", "link"];
    Table { columns, rows: links.iter().filter_map(row).collect() }
}

/// The sentences and paragraphs that name two, and the documents that only tell a story again.
pub fn evidence(corpus: &Corpus<'_>, together: &Together, state: &ViewState) -> Table {
    let row = |level: &'static str, doc: DocId, span: ByteSpan| {
        let document = corpus.document(doc)?;
        Some(([level.into(), document.slice(span).into()], document, span))
    };
    let sentences = together.sentences.iter().filter_map(|own| row("sentence", own.doc, own.span));
    let paragraphs = together.apart.iter().filter_map(|own| row("paragraph", own.doc, own.span));
    let retold = together.docs.iter().flat_map(|own| &own.retold);
    let retold = retold.filter_map(|&doc| row("told again", doc, ByteSpan::default()));
    with_sources(&["together_in", "words"], sentences.chain(paragraphs).chain(retold), state)
}

/// Chains of names, a row for each of their links.
pub fn chains(corpus: &Corpus<'_>, chains: &[Chain], state: &ViewState) -> Table {
    let mut rows = Vec::new();
    for (number, chain) in chains.iter().enumerate() {
        let (names, weakest) = (chain.names().collect::<Vec<_>>(), chain.weakest());
        for (at, (pair, hop)) in names.windows(2).zip(&chain.hops).enumerate() {
            let (Some(one), Some(other)) = (corpus.entity(pair[0]), corpus.entity(pair[1])) else { continue };
            rows.push(vec![
                (number + 1).into(),
                (at + 1).into(),
                one.name().into(),
                other.name().into(),
                hop.n_sentences.into(),
                if at == weakest { "yes" } else { "" }.into(),
                address::absolute(&state.connect(&one, Some(&other)).href()).into(),
            ]);
        }
    }
    Table { columns: vec!["chain", "step", "name", "other_name", "sentences", "weakest", "link"], rows }
}

/// A document as an entry of the notebook.
pub fn kept_article(document: &DocumentView<'_>) -> notebook::Entry {
    let own = |text: &str| text.to_owned();
    let (day, kind) = date(document);
    let mut source: Vec<String> = document.source().map(|outlet| own(outlet.text)).into_iter().collect();
    if !day.is_empty() {
        source.push(text!("date-with-kind", date = format::date(day), kind = kind));
    }
    let (article, title) = (own(document.slug()), own(document.title()));
    notebook::Entry { article, title, source: source.join(", "), ..notebook::Entry::default() }
}

/// The address of what an entry of the notebook keeps.
pub fn address_of_kept(entry: &notebook::Entry) -> String {
    match entry.search.is_empty() {
        // Only what is an address of this page is one.
        false => address::absolute(&ViewState::parse(entry.search.trim_start_matches('#')).href()),
        true => address::absolute(&format!("#/a/{}", entry.article)),
    }
}

/// The notebook as a table.
pub fn kept(entries: &[notebook::Entry]) -> Table {
    let row = |entry: &notebook::Entry| {
        let kind = match (entry.search.is_empty(), entry.words.is_empty()) {
            (false, _) => "search",
            (true, true) => "article",
            (true, false) => "passage",
        };
        vec![
            kind.into(),
            entry.title.as_str().into(),
            entry.source.as_str().into(),
            entry.words.as_str().into(),
            entry.note.as_str().into(),
            entry.from.as_str().into(),
            address_of_kept(entry).into(),
        ]
    };
    let columns = vec!["kind", "title", "source", "words", "note", "from", "link"];
    Table { columns, rows: entries.iter().map(row).collect() }
}

/// What is cited of a document.
pub fn citation(document: &DocumentView<'_>, state: &ViewState) -> Citation {
    let (day, kind) = date(document);
    let own = |text: &str| text.to_owned();
    let published = format::date_kind(DateKind::Published);
    Citation {
        key: own(document.slug()),
        title: own(document.title()),
        outlet: document.source().map_or_else(String::new, |outlet| own(outlet.text)),
        author: document.byline().map_or_else(String::new, |byline| own(byline.text)),
        // Of a moment, its day.
        day: day.get(..10).unwrap_or(day).parse().ok(),
        day_kind: if kind == published { String::new() } else { kind },
        language: own(document.language()),
        url: own(web_address(document)),
        read_at: address::absolute(&state.with_query("").without_filters().article(document).href()),
    }
}

/// What is cited of all that was found.
pub fn citations(found: &Found, state: &ViewState) -> Vec<Citation> {
    let documents = found.answer.hits.iter().filter_map(|hit| found.answer.corpus().document(hit.doc));
    let mut citations: Vec<Citation> = documents.map(|document| citation(&document, state)).collect();
    // Passages of one document are cited once.
    citations.dedup_by(|a, b| a.key == b.key);
    citations
}

/// What the articles found are called, in the name of a file.
pub fn title(state: &ViewState, what: &str) -> String {
    format!("{what} {}", state.query)
}
