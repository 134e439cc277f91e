//! The notebook: articles, passages and searches that the reader keeps, with what was written to them.

use corpus::{ByteSpan, Corpus, DocumentView};
use yew::{Callback, Event, Html, InputEvent, Properties, component, html, use_state_eq};

use crate::components::element::{all, element, isolated, link, words};
use crate::components::{Offer, show_more, take_away};
use crate::dom::{self, download, upload};
use crate::export::Brief;
use crate::format;
use crate::hooks::{Edit, NotebookHandle, use_library, use_n_shown, use_notebook};
use crate::notebook::{Entry, Notebook};
use crate::tables;
use crate::view_state::ViewState;

#[derive(Clone, Debug, PartialEq, Properties)]
pub struct NotebookPageProps {
    /// The state that links start from.
    pub state: ViewState,
}

/// Entries shown before "show more", and the number that it adds.
const PAGE: usize = 100;

/// The view.
#[component]
pub fn NotebookPage(props: &NotebookPageProps) -> Html {
    let corpus = use_library().corpus();
    let notebook = use_notebook();
    let state = props.state.with_query("").without_filters();
    // What was let go last, to be taken back.
    let removed = use_state_eq(|| None::<(usize, Entry)>);
    // What came of a file.
    let told = use_state_eq(String::new);
    let on_save = {
        let book = notebook.book.clone();
        move |_| {
            let name = format!("{}.json", download::file_name(&format!("notebook {}", corpus.title())));
            download::save(&name, "application/json", &book.to_json());
        }
    };
    let on_load = {
        let (notebook, told) = (notebook.clone(), told.setter());
        Callback::from(move |event: Event| {
            let (notebook, told) = (notebook.clone(), told.clone());
            upload::read_text(&event, move |name, text| told.set(load(corpus, &notebook, &name, text.as_deref())));
        })
    };
    let on_back = removed.as_ref().map(|(at, entry)| {
        let (removed, edit, at, entry) = (removed.setter(), notebook.edit.clone(), *at, entry.clone());
        move |_| {
            edit.emit(Edit::Insert(at, entry.clone()));
            removed.set(None);
        }
    });
    let on_remove = {
        let (removed, notebook) = (removed.setter(), notebook.clone());
        Callback::from(move |at: usize| {
            removed.set(notebook.book.entries.get(at).cloned().map(|entry| (at, entry)));
            notebook.edit.emit(Edit::Remove(at));
        })
    };
    let entries = &notebook.book.entries;
    let files = {
        let (of_table, of_citations, links) = (notebook.book.clone(), notebook.book.clone(), state.clone());
        let brief = |make: fn(&Brief<'_>) -> String| {
            let book = notebook.book.clone();
            move || {
                let fingerprint = format!("{:016x}", corpus.hash());
                let addresses: Vec<String> = book.entries.iter().map(tables::address_of_kept).collect();
                make(&Brief { book: &book, fingerprint: &fingerprint, addresses: &addresses })
            }
        };
        let mut offers = vec![
            Offer::of_text(["Brief", "HTML"], "html", "text/html", brief(|brief| brief.to_html())),
            Offer::of_text(["Brief", "Markdown"], "md", "text/markdown", brief(|brief| brief.to_markdown())),
        ];
        offers.extend(Offer::of_table("Notebook", move || tables::kept(&of_table.entries)));
        offers.extend(Offer::of_citations(move || {
            let mut documents: Vec<DocumentView<'_>> = Vec::new();
            for document in of_citations.entries.iter().filter_map(|entry| corpus.document_by_slug(&entry.article)) {
                if documents.iter().all(|known| known.doc() != document.doc()) {
                    documents.push(document);
                }
            }
            documents.iter().map(|document| tables::citation(document, &links)).collect()
        }));
        offers
    };
    let (n_shown, more) = use_n_shown(state.href(), PAGE);
    let entry = |(at, entry): (usize, &Entry)| entry_html(corpus, &notebook, &state, at, entry, &on_remove);
    html! {
        <section class="view" aria-labelledby="page-heading">
            <h1 class="view__title" id="page-heading" tabindex="-1">{ "Notebook" }</h1>
            <p class="view__about">{ about(&notebook) }</p>
            <p class="notebook__files">
                <button class="take-away__file" type="button" onclick={on_save}>{ "Save to file" }</button>
                <label class="notebook__load take-away__file">
                    { "Load file" }
                    <input class="visually-hidden" type="file" accept=".json,application/json" onchange={on_load} />
                </label>
            </p>
            <p class="notebook__told" role="status">{ (*told).clone() }</p>
            if let Some(on_back) = on_back {
                <p class="notebook__told">{ "It is gone. " }<button class="facet__more" type="button" onclick={on_back}>{ "Take it back" }</button></p>
            }
            if entries.is_empty() {
                { element("p", "view__none", words("Nothing is kept yet. In an article, select words and choose “Keep in the notebook”, or keep the whole article with the star (key s). A search is kept by “Keep this search” above its results.")) }
            } else {
                <ol class="notebook" role="list" aria-label="Kept">{ for entries.iter().enumerate().take(n_shown).map(entry) }</ol>
                { show_more(n_shown, entries.len(), PAGE, more) }
                { take_away("notebook", files) }
            }
        </section>
    }
}

/// Where the notebook is, and how much is in it.
fn about(notebook: &NotebookHandle) -> String {
    let n = format::count(notebook.book.entries.len(), "entry", "entries");
    match notebook.is_kept {
        true => format!("{n}, kept by this browser alone. Save them to a file: browsers forget."),
        false => format!("{n}. This browser refuses to keep them: save them to a file before you close the page."),
    }
}

/// Joins a file to the notebook; says what came of it.
fn load(corpus: &Corpus<'_>, notebook: &NotebookHandle, file: &str, text: Option<&str>) -> String {
    let Some(text) = text else { return format!("{file} could not be read. Nothing was changed.") };
    let loaded = match Notebook::from_json(text) {
        Ok(loaded) => loaded,
        Err(said) => return format!("{file}: {said}"),
    };
    let other = match loaded.collection == corpus.title() {
        true => String::new(),
        false => format!(" It is of another collection, “{}”.", loaded.collection),
    };
    let mut book = (*notebook.book).clone();
    let merged = book.merge(loaded, file);
    notebook.edit.emit(Edit::Replace(book));
    let (added, known) = (format::count(merged.n_added, "entry", "entries"), format::number(merged.n_known));
    format!("{file}: {added} added, {known} there already.{other}")
}

/// Where an entry stands now.
enum Place {
    Search,
    Article,
    /// The passage, in its document.
    Passage(ByteSpan),
    /// The article is here, its words are not.
    NoWords,
    NoArticle,
}

fn place(document: Option<&DocumentView<'_>>, entry: &Entry) -> Place {
    match (document, entry.search.is_empty(), entry.words.is_empty()) {
        (_, false, _) => Place::Search,
        (None, ..) => Place::NoArticle,
        (Some(_), _, true) => Place::Article,
        (Some(document), ..) => entry.find(&document.text()).map_or(Place::NoWords, Place::Passage),
    }
}

fn entry_html(
    corpus: &Corpus<'_>,
    notebook: &NotebookHandle,
    state: &ViewState,
    at: usize,
    entry: &Entry,
    on_remove: &Callback<usize>,
) -> Html {
    let document = corpus.document_by_slug(&entry.article);
    let place = place(document.as_ref(), entry);
    let (href, missing) = match (&place, &document) {
        // Only what is an address of this page is made a link.
        (Place::Search, _) => (Some(ViewState::parse(entry.search.trim_start_matches('#')).href()), ""),
        (Place::Passage(span), Some(document)) => (Some(state.sentence(document, *span)), ""),
        (Place::NoWords, Some(document)) => {
            (Some(state.article(document).href()), "These words are no longer in the article.")
        }
        (_, Some(document)) => (Some(state.article(document).href()), ""),
        (_, None) => (None, "This article is not in the collection."),
    };
    let linked = |text: &str| match &href {
        Some(href) => link(href.clone(), isolated(text)),
        None => isolated(text),
    };
    let mut parts = Vec::new();
    if !entry.words.is_empty() {
        parts.push(element("blockquote", "notebook__words", linked(&entry.words)));
    }
    let title = if entry.words.is_empty() { linked(&entry.title) } else { isolated(&entry.title) };
    let lead = if entry.search.is_empty() { "" } else { "Search: " };
    let source = if entry.source.is_empty() { String::new() } else { format!(", {}", entry.source) };
    let from = if entry.from.is_empty() { String::new() } else { format!(" · from {}", entry.from) };
    parts.push(element("p", "notebook__source", all(vec![words(lead), title, words(&format!("{source}{from}"))])));
    if !missing.is_empty() {
        parts.push(element("p", "notebook__missing", words(missing)));
    }
    let oninput = {
        let edit = notebook.edit.clone();
        Callback::from(move |event: InputEvent| edit.emit(Edit::Note(at, dom::text_of(&event))))
    };
    let up = notebook.edit.reform(move |_| Edit::Up(at));
    let remove = on_remove.reform(move |_| at);
    let name = if entry.words.is_empty() { &entry.title } else { &entry.words };
    let name = format::shortened(name, 60);
    html! {
        <li class="notebook__entry">
            { all(parts) }
            <textarea class="notebook__note" rows="2" aria-label={format!("Note to {name}")} placeholder="Write a note" value={entry.note.clone()} {oninput} />
            <p class="notebook__note-print">{ entry.note.clone() }</p>
            <p class="notebook__actions">
                if at > 0 { <button class="facet__more" type="button" aria-label={format!("Move up: {name}")} onclick={up}>{ "Move up" }</button> }
                <button class="facet__more" type="button" aria-label={format!("Remove: {name}")} onclick={remove}>{ "Remove" }</button>
            </p>
        </li>
    }
}
