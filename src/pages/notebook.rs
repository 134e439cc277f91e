//! The notebook: articles, passages and searches that the reader keeps, with what was written to them.

use corpus::{ByteSpan, Corpus, DocumentView};
use yew::{Callback, Event, Html, InputEvent, MouseEvent, Properties, component, html, use_state_eq};

use crate::components::element::{all, element, isolated, link, words};
use crate::components::{CorrectionsList, Offer, show_more, take_away};
use crate::dom::{self, download, upload};
use crate::export::Brief;
use crate::format;
use crate::hooks::{Edit, NotebookHandle, use_library, use_n_shown, use_notebook};
use crate::notebook::{Entry, Notebook};
use crate::tables;
use crate::view_state::ViewState;
use crate::{rich, text};

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
            Offer::of_text([&text!("files-brief"), "HTML"], "html", "text/html", brief(|brief| brief.to_html())),
            Offer::of_text(
                [&text!("files-brief"), "Markdown"],
                "md",
                "text/markdown",
                brief(|brief| brief.to_markdown()),
            ),
        ];
        offers.extend(Offer::of_table(text!("files-notebook"), move || tables::kept(&of_table.entries)));
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
            <h1 class="view__title" id="page-heading" tabindex="-1">{ text!("notebook-title") }</h1>
            <p class="view__about">{ about(&notebook) }</p>
            <p class="notebook__files">
                <button class="take-away__file" type="button" onclick={on_save}>{ text!("notebook-save") }</button>
                <label class="notebook__load take-away__file">
                    { text!("notebook-load") }
                    <input class="visually-hidden" type="file" accept=".json,application/json" onchange={on_load} />
                </label>
            </p>
            <p class="notebook__told" role="status">{ (*told).clone() }</p>
            if let Some(on_back) = on_back {
                <p class="notebook__told">{ rich!("notebook-gone", back = take_back(on_back)) }</p>
            }
            if entries.is_empty() {
                { element("p", "view__none", words(&text!("notebook-empty"))) }
            } else {
                <ol class="notebook" role="list" aria-label={text!("notebook-list")}>{ for entries.iter().enumerate().take(n_shown).map(entry) }</ol>
                { show_more(n_shown, entries.len(), PAGE, more) }
                { take_away("notebook", files) }
            }
            <CorrectionsList />
        </section>
    }
}

fn take_back(onclick: impl Fn(MouseEvent) + 'static) -> Html {
    html! { <button class="facet__more" type="button" {onclick}>{ text!("notebook-take-back") }</button> }
}

/// Where the notebook is, and how much is in it.
fn about(notebook: &NotebookHandle) -> String {
    let entries = text!("n-entries", n = notebook.book.entries.len());
    text!(if notebook.is_kept { "notebook-kept" } else { "notebook-refused" }, entries = entries)
}

/// Joins a file to the notebook; says what came of it.
fn load(corpus: &Corpus<'_>, notebook: &NotebookHandle, file: &str, text: Option<&str>) -> String {
    let Some(text) = text else { return text!("notebook-unreadable", file = file) };
    let loaded = match Notebook::from_json(text) {
        Ok(loaded) => loaded,
        Err(said) => return text!("notebook-error", file = file, error = said),
    };
    let collection = loaded.collection.clone();
    let mut book = (*notebook.book).clone();
    let merged = book.merge(loaded, file);
    notebook.edit.emit(Edit::Replace(book));
    let (entries, known) = (text!("n-entries", n = merged.n_added), merged.n_known);
    match collection == corpus.title() {
        true => text!("notebook-loaded", file = file, entries = entries, known = known),
        false => {
            text!("notebook-loaded-other", file = file, entries = entries, known = known, collection = collection)
        }
    }
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
        (Place::NoWords, Some(document)) => (Some(state.article(document).href()), "notebook-words-gone"),
        (_, Some(document)) => (Some(state.article(document).href()), ""),
        (_, None) => (None, "notebook-article-gone"),
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
    let mut source = if entry.search.is_empty() { title } else { rich!("brief-search", title = title) };
    if !entry.source.is_empty() {
        source = rich!("notebook-source", title = source, source = &entry.source);
    }
    if !entry.from.is_empty() {
        source = rich!("notebook-from", source = source, file = &entry.from);
    }
    parts.push(element("p", "notebook__source", source));
    if !missing.is_empty() {
        parts.push(element("p", "notebook__missing", words(&text!(missing))));
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
            <textarea class="notebook__note" rows="2" aria-label={text!("notebook-note-to", name = &name)} placeholder={text!("notebook-write")} value={entry.note.clone()} {oninput} />
            <p class="notebook__note-print">{ entry.note.clone() }</p>
            <p class="notebook__actions">
                if at > 0 { <button class="facet__more" type="button" aria-label={text!("notebook-up-name", name = &name)} onclick={up}>{ text!("notebook-up") }</button> }
                <button class="facet__more" type="button" aria-label={text!("notebook-remove-name", name = &name)} onclick={remove}>{ text!("notebook-remove") }</button>
            </p>
        </li>
    }
}
