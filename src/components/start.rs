//! What the collection is, before anything is asked.

use corpus::model::{BlockKind, EntityKind};
use corpus::query::{LastWord, Query};
use corpus::search::{Filters, Sort, publication_day, search};
use corpus::{Corpus, DocumentView, EntityView, sort};
use yew::{Html, Properties, component, html};

use super::after_article::{outlet_and_date, part};
use super::article_text::speaker_words;
use super::element::{all, element, isolated, link, list, words};
use super::hit_card::card;
use crate::format;
use crate::hooks::use_library;
use crate::view_state::ViewState;

#[derive(Clone, Debug, PartialEq, Properties)]
pub struct StartProps {
    /// The state that links start from.
    pub state: ViewState,
}

/// Entries of each list.
const FEW: usize = 6;

/// One paragraph about the collection, its latest articles, who is quoted, and searches that it can answer.
#[component]
pub fn Start(props: &StartProps) -> Html {
    let corpus = use_library().corpus();
    let state = &props.state;
    html! {
        <div class="start">
            <h1 class="start__title" id="page-heading" tabindex="-1">{ corpus.title().to_owned() }</h1>
            if !corpus.description().is_empty() { <p class="start__description">{ corpus.description().to_owned() }</p> }
            <p class="start__summary">{ summary(corpus) }</p>
            { examples(corpus, state) }
            { articles(corpus, state) }
            { voices(corpus, state) }
            if corpus.n_docs() == 1 {
                <p class="start__note">{ "This collection holds one article, so searches answer with its paragraphs. To add more, put files into the seeds folder and build again." }</p>
            }
        </div>
    }
}

fn summary(corpus: &Corpus<'_>) -> String {
    let n_docs = corpus.n_docs() as usize;
    let mut days: Vec<&str> = corpus.documents().filter_map(|document| publication_day(&document)).collect();
    sort::by_key(&mut days, |&day| day);
    let mut sources: Vec<&str> = corpus.documents().filter_map(|document| document.source()).map(|s| s.text).collect();
    sort::by_key(&mut sources, |&source| source);
    sources.dedup();
    let dated = match (days.first(), days.last()) {
        (Some(first), Some(last)) if first == last => format!(", published {}", format::date(first)),
        (Some(first), Some(last)) => format!(", published from {} to {}", format::date(first), format::date(last)),
        _ => ", with no publication date given".to_owned(),
    };
    let from = match sources.as_slice() {
        [] => String::new(),
        [one] => format!(" from {one}"),
        many => format!(" from {}", format::count(many.len(), "outlet", "outlets")),
    };
    let n_of = |kind: EntityKind| corpus.entities().filter(|entity| entity.kind() == kind).count();
    let n_quotations: usize = corpus.documents().map(|document| document.quotations().count()).sum();
    format!(
        "{}{from}{dated}. In the text: {}, {}, {} and {}.",
        format::count(n_docs, "article", "articles"),
        format::count(n_of(EntityKind::Person), "person", "people"),
        format::count(n_of(EntityKind::Organization), "organization", "organizations"),
        format::count(n_of(EntityKind::Place), "place", "places"),
        format::count(n_quotations, "quotation", "quotations"),
    )
}

/// The entity of a kind that has the most mentions.
fn most_mentioned<'c>(corpus: &'c Corpus<'c>, kind: EntityKind) -> Option<EntityView<'c>> {
    let of_kind = corpus.entities().filter(|entity| entity.kind() == kind);
    // The first of equals: `max_by_key` would take the last.
    of_kind.reduce(|best, next| if next.mentions().len() > best.mentions().len() { next } else { best })
}

/// Searches that this collection can answer; each was tried.
fn examples(corpus: &'static Corpus<'static>, state: &ViewState) -> Html {
    let quoted = |name: &str| {
        let name = name.replace('"', " ");
        if name.contains(char::is_whitespace) { format!("\"{name}\"") } else { name }
    };
    let person = most_mentioned(corpus, EntityKind::Person).map(|person| quoted(person.name()));
    let org = most_mentioned(corpus, EntityKind::Organization).map(|org| quoted(org.name()));
    let mut queries = Vec::new();
    queries.extend(org.as_ref().map(|org| (format!("org:{org}"), "every mention, under any of its names")));
    queries.extend(person.as_ref().map(|person| (format!("says:{person}"), "what was said, word for word")));
    if let (Some(person), Some(org)) = (&person, &org) {
        queries.push((format!("{person} {org}"), "both names"));
        queries.push((format!("{org} -{person}"), "one name without another"));
    }
    queries.retain(|(query, _)| {
        let query = Query::parse(query, LastWord::Whole);
        !search(corpus, &query, &Filters::default(), Sort::Relevance).hits.is_empty()
    });
    if queries.is_empty() {
        return html! {};
    }
    let item = |(query, what): (String, &str)| {
        let code = element("code", "start__example", isolated(&query));
        all(vec![link(state.with_query(&query).href(), code), element("span", "start__what", words(what))])
    };
    part("Try", list("start__examples", queries.into_iter().map(item).collect()))
}

fn articles(corpus: &'static Corpus<'static>, state: &ViewState) -> Html {
    let mut documents: Vec<DocumentView<'_>> = corpus.documents().collect();
    sort::by_key(&mut documents, |document| std::cmp::Reverse(publication_day(document)));
    let first_paragraph = |document: &DocumentView<'_>| {
        let block = document.blocks().find(|block| block.kind() == BlockKind::Paragraph);
        block.map(|block| format::shortened(document.slice(block.span()), 200))
    };
    let item = |document: &DocumentView<'_>| {
        let id = format!("start-{}", document.doc().0);
        let snippet = first_paragraph(document).map(|text| element("p", "hit__snippet", words(&text)));
        let after = all(vec![outlet_and_date(document, None), snippet.unwrap_or_default()]);
        let headline = words(document.title());
        card("h3", id, state.article(document).href(), headline, after)
    };
    let heading = if documents.len() == 1 { "The article" } else { "Latest articles" };
    part(heading, list("", documents.iter().take(FEW).map(item).collect()))
}

/// Who is quoted most, each with the beginning of what they say first.
fn voices(corpus: &'static Corpus<'static>, state: &ViewState) -> Html {
    let mut voices: Vec<(String, String, String)> = Vec::new();
    for document in corpus.documents() {
        for quotation in document.quotations() {
            let who = speaker_words(&document, &quotation);
            if voices.len() < FEW
                && quotation.speaker().span().is_some()
                && voices.iter().all(|(known, ..)| *known != who)
            {
                let href = state.sentence(&document, quotation.span());
                voices.push((who, format::shortened(document.slice(quotation.span()), 140), href));
            }
        }
    }
    if voices.is_empty() {
        return html! {};
    }
    let item = |(who, said, href): (String, String, String)| {
        all(vec![element("p", "voice__who", isolated(&who)), element("p", "voice__words", link(href, isolated(&said)))])
    };
    part("Who is quoted", list("start__voices", voices.into_iter().map(item).collect()))
}
