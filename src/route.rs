//! Which view an address names. What is shown in the view is said by [`crate::view_state`].

use yew_router::Routable;

/// A view of the page.
#[derive(Clone, Debug, PartialEq, Eq, Routable)]
pub enum Route {
    /// What the collection is.
    #[at("/")]
    Start,
    /// Results.
    #[at("/search")]
    Search,
    /// One document.
    #[at("/a/:slug")]
    Article {
        /// The document's slug.
        slug: String,
    },
    /// An address that names nothing.
    #[not_found]
    #[at("/not-found")]
    NotFound,
}
