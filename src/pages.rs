//! Pages: what stands in `main` for each route. They use the address and hand components their data.

mod article;
mod connect;
mod entity;
mod load_error;
mod names;
mod not_found;
mod notebook;
mod quotes;
mod search;
mod timeline;

pub use article::ArticlePage;
pub use connect::ConnectPage;
pub use entity::EntityPage;
pub use load_error::load_error;
pub use names::NamesPage;
pub use not_found::not_found;
pub use notebook::NotebookPage;
pub use quotes::QuotesPage;
pub use search::search_page;
pub use timeline::TimelinePage;

/// Id of the heading of a page that is no article, for focus.
pub const HEADING_ID: &str = "page-heading";
