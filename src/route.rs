//! Which view an address names. What is shown in the view is said by [`crate::view_state`].

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
    /// A path that names nothing.
    NotFound,
}

impl Route {
    /// The view of a path; any text is one.
    pub fn from_path(path: &str) -> Self {
        let mut parts = path.split('/');
        match (parts.next(), parts.next(), parts.next(), parts.next()) {
            (Some(""), None | Some(""), None, None) => Route::Start,
            (Some(""), Some("search"), None, None) => Route::Search,
            (Some(""), Some("a"), Some(slug), None) if !slug.is_empty() => Route::Article { slug: slug.to_owned() },
            _ => Route::NotFound,
        }
    }

    /// The path of the view.
    pub fn path(&self) -> String {
        match self {
            Route::Start => "/".to_owned(),
            Route::Search => "/search".to_owned(),
            Route::Article { slug } => format!("/a/{slug}"),
            Route::NotFound => "/not-found".to_owned(),
        }
    }
}
