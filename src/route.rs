//! Which view an address names. What is shown in the view is said by [`crate::view_state`].

use corpus::model::EntityKind;

/// A view of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// `/`: what the collection is.
    Start,
    /// `/search`: results.
    Search,
    /// `/a/<slug>`: one document.
    Article {
        /// The document's slug.
        slug: String,
    },
    /// `/names`: who and what is named in what was found.
    Names,
    /// `/e/<kind>/<slug>`: all about one entity.
    Entity {
        /// The entity's kind.
        kind: EntityKind,
        /// Its slug, unique among those of its kind.
        slug: String,
    },
    /// `/quotes`: who said what in what was found.
    Quotes,
    /// `/connect`: where two names stand together, and by which others they are connected.
    Connect,
    /// `/timeline`: when what was found was published, and which days it speaks of.
    Timeline,
    /// `/notebook`: what the reader keeps.
    Notebook,
    /// A path that names nothing.
    NotFound,
}

impl Route {
    /// The view of a path; any text is one.
    pub fn from_path(path: &str) -> Self {
        match path.split('/').collect::<Vec<_>>()[..] {
            [""] | ["", ""] => Route::Start,
            ["", "search"] => Route::Search,
            ["", "a", slug] if !slug.is_empty() => Route::Article { slug: slug.to_owned() },
            ["", "names"] => Route::Names,
            ["", "e", kind, slug] if !slug.is_empty() => match EntityKind::from_word(kind) {
                Some(kind) => Route::Entity { kind, slug: slug.to_owned() },
                None => Route::NotFound,
            },
            ["", "quotes"] => Route::Quotes,
            ["", "connect"] => Route::Connect,
            ["", "timeline"] => Route::Timeline,
            ["", "notebook"] => Route::Notebook,
            _ => Route::NotFound,
        }
    }

    /// The path of the view.
    pub fn path(&self) -> String {
        match self {
            Route::Start => "/".to_owned(),
            Route::Search => "/search".to_owned(),
            Route::Article { slug } => format!("/a/{slug}"),
            Route::Names => "/names".to_owned(),
            Route::Entity { kind, slug } => format!("/e/{}/{slug}", kind.word()),
            Route::Quotes => "/quotes".to_owned(),
            Route::Connect => "/connect".to_owned(),
            Route::Timeline => "/timeline".to_owned(),
            Route::Notebook => "/notebook".to_owned(),
            Route::NotFound => "/not-found".to_owned(),
        }
    }
}
