//! Pages: what stands in `main` for each route. They use the address and hand components their data.

mod article;
mod load_error;
mod not_found;
mod search;

pub use article::ArticlePage;
pub use load_error::load_error;
pub use not_found::not_found;
pub use search::search_page;
