//! What each key does. The table for readers is in the help dialog.

use std::rc::Rc;

use corpus::model::DocId;
use corpus::search::Unit;
use yew::{Callback, UseReducerHandle};

use crate::components::{FILTERS_ID, SEARCH_BOX_ID, citation, mention_id};
use crate::dom::keyboard::Key;
use crate::dom::{address, clipboard, focus};
use crate::hooks::{Edit, Entry, Found, NotebookHandle};
use crate::library::Library;
use crate::route::Route;
use crate::tables;
use crate::text;
use crate::ui_state::{UiAction, UiState};
use crate::view_state::ViewState;

/// Everything that a key can act on.
#[derive(Clone)]
pub struct Keys {
    pub ui: UseReducerHandle<UiState>,
    pub go: Callback<(ViewState, Entry)>,
    pub shown: Rc<ViewState>,
    pub found: Found,
    pub doc: Option<DocId>,
    pub library: Library,
    pub notebook: NotebookHandle,
}

impl Keys {
    /// Acts on a key; false leaves it to the browser.
    pub fn press(&self, key: &Key) -> bool {
        if key.in_dialog || key.with_alt {
            return false;
        }
        if key.with_control {
            let is_search = key.key.eq_ignore_ascii_case("k");
            if is_search {
                focus::focus_and_select(SEARCH_BOX_ID);
            }
            return is_search;
        }
        match key.key.as_str() {
            "Escape" => self.escape(key),
            "ArrowDown" if key.is_typing && focus::focused_id().as_deref() == Some(SEARCH_BOX_ID) => {
                focus::focus_neighbour(RESULT_LINKS, 1);
                true
            }
            _ if key.is_typing || !self.ui.single_keys => false,
            single => self.single(single),
        }
    }

    fn single(&self, key: &str) -> bool {
        match key {
            "/" => focus::focus_and_select(SEARCH_BOX_ID),
            "?" => self.ui.dispatch(UiAction::SetHelpOpen(true)),
            "j" => self.neighbour(1),
            "k" => self.neighbour(-1),
            "o" => return self.open_focused(),
            "n" if self.doc.is_some() => self.step_hit(1),
            "N" if self.doc.is_some() => self.step_hit(-1),
            "f" => {
                self.ui.dispatch(UiAction::SetFiltersOpen(true));
                focus::focus(FILTERS_ID);
            }
            "e" if self.doc.is_some() => focus::focus_neighbour(".about__names .name", 1),
            "q" if self.doc.is_some() => focus::focus_neighbour(".about__quotations a", 1),
            "c" => self.connect(),
            "s" => return self.star(),
            "y" => return self.copy(false),
            "Y" => return self.copy(true),
            "x" if self.doc.is_some() => self.ui.dispatch(UiAction::ToggleFurniture),
            _ => return false,
        }
        true
    }

    /// One step back: the open card, the tray, what is typed, the article.
    fn escape(&self, key: &Key) -> bool {
        if !self.ui.told.is_empty() {
            self.ui.dispatch(UiAction::Tell(String::new()));
            return true;
        }
        if let Some((_, mention)) = self.ui.open_entity {
            self.ui.dispatch(UiAction::CloseEntity);
            if let Some(mention) = mention {
                focus::focus_in_place(&mention_id(mention));
            }
        } else if self.ui.filters_open {
            self.ui.dispatch(UiAction::SetFiltersOpen(false));
        } else if key.is_typing && !self.shown.query.is_empty() {
            self.ui.dispatch(UiAction::Type(String::new()));
        } else if self.doc.is_some() {
            self.go.emit((self.shown.results(), Entry::Push));
        } else {
            return false;
        }
        true
    }

    /// Keeps the open article in the notebook, or lets it go; false if none is open.
    fn star(&self) -> bool {
        let Some(document) = self.doc.and_then(|doc| self.library.corpus().document(doc)) else { return false };
        let entry = tables::kept_article(&document);
        let is_kept = self.notebook.book.position(&entry).is_some();
        let told = text!(if is_kept { "told-let-go" } else { "told-kept" });
        self.notebook.edit.emit(Edit::Toggle(entry));
        self.ui.dispatch(UiAction::Tell(told));
        true
    }

    /// Copies a link to the sentence that is shown, or that sentence with its source; false if no article is open.
    fn copy(&self, with_source: bool) -> bool {
        let Some(document) = self.doc.and_then(|doc| self.library.corpus().document(doc)) else { return false };
        let places = self.found.answer.places(document.doc());
        let hit = self.shown.place_idx(&document, &places).and_then(|at| places.get(at)).filter(|place| place.in_text);
        let linked = self.shown.sentence.and_then(|id| document.sentence(id)).map(|sentence| sentence.span);
        let sentence = linked.or_else(|| Some(document.sentence_at(hit?.span.start())?.span()));
        let name = sentence.and_then(|span| document.sentence_id(document.sentence_at(span.start())?));
        let blank = self.shown.with_query("").without_filters();
        let link = address::absolute(&ViewState { sentence: name, ..blank.article(&document) }.href());
        let (text, done) = match (with_source, sentence) {
            (true, Some(span)) => {
                (citation(&document, &self.shown, name, &document.slice(span)), "told-sentence-with-source")
            }
            (true, None) => (citation(&document, &self.shown, name, document.title()), "told-headline-with-source"),
            (false, Some(_)) => (link, "told-link-to-sentence"),
            (false, None) => (link, "told-link-to-article"),
        };
        let ui = self.ui.dispatcher();
        clipboard::copy(&text, move |is_done| {
            ui.dispatch(UiAction::Tell(text!(if is_done { done } else { "told-refused" })));
        });
        true
    }

    /// To the connections: of the name whose card is open, or of all.
    fn connect(&self) {
        let open = self.ui.open_entity.and_then(|(entity, _)| self.library.corpus().entity(entity));
        let state = match (open, &self.shown.route) {
            (Some(entity), _) => self.shown.connect(&entity, None),
            (None, Route::Entity { kind, slug }) => match self.library.corpus().entity_by_slug(*kind, slug) {
                Some(entity) => self.shown.connect(&entity, None),
                None => self.shown.in_view(Route::Connect),
            },
            (None, _) => self.shown.in_view(Route::Connect),
        };
        self.go.emit((state, Entry::Push));
    }

    fn neighbour(&self, by: isize) {
        match self.doc {
            None => focus::focus_neighbour(RESULT_LINKS, by),
            Some(doc) => {
                self.open_neighbour(doc, by);
            }
        }
    }

    fn open_focused(&self) -> bool {
        // Enter on a link is the browser's own; "o" says the same.
        focus::click_focused(RESULT_LINKS)
    }

    /// Opens the article after or before this one among the results; false if there is none.
    fn open_neighbour(&self, doc: DocId, by: isize) -> bool {
        let hits = &self.found.answer.hits;
        let at = hits.iter().position(|hit| hit.doc == doc).filter(|_| self.found.answer.unit() == Unit::Document);
        let next = at.and_then(|at| at.checked_add_signed(by)).and_then(|at| hits.get(at));
        let Some(document) = next.and_then(|hit| self.library.corpus().document(hit.doc)) else { return false };
        let places = self.found.answer.places(document.doc());
        let place_idx = if by < 0 { places.len().saturating_sub(1) } else { 0 };
        self.go.emit((self.shown.article_at(&document, &places, place_idx), Entry::Push));
        true
    }

    /// To the next hit or the one before; at the end of the article to the next article, and at the end of all
    /// to the first hit again.
    pub fn step_hit(&self, by: isize) {
        let Some(document) = self.doc.and_then(|doc| self.library.corpus().document(doc)) else { return };
        let places = self.found.answer.places(document.doc());
        let Some(at) = self.shown.place_idx(&document, &places) else { return };
        let next = match at.checked_add_signed(by).filter(|&next| next < places.len()) {
            Some(next) => next,
            None if self.open_neighbour(document.doc(), by) => return,
            None if by > 0 => 0,
            None => places.len() - 1,
        };
        self.go.emit((self.shown.article_at(&document, &places, next), Entry::Replace));
    }
}

/// Links that `j` and `k` step through: results, lines, and the rows of tables.
const RESULT_LINKS: &str = ".hit__link, .names__name";
