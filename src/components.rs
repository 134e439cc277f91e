//! Components: they get data by props and give events by callbacks. What has neither state nor events of its own is a
//! plain function, which costs the page less.

mod about_article;
mod after_article;
mod article_text;
mod chips;
pub mod element;
mod facet_group;
mod filter_panel;
mod help_dialog;
mod hit_card;
mod hit_line;
mod hit_stepper;
mod name_card;
mod result_list;
mod rich_text;
mod search_box;
mod start;

pub use about_article::about_article;
pub use after_article::after_article;
pub use article_text::{ArticleText, CURRENT_ID, HEADLINE_ID, mention_id};
pub use chips::chips;
pub use facet_group::FacetGroup;
pub use filter_panel::{FILTERS_ID, FilterPanel, filter_panel};
pub use help_dialog::HelpDialog;
pub use hit_stepper::{HitStepper, hit_stepper};
pub use name_card::{NameCard, name_card};
pub use result_list::ResultList;
pub use rich_text::{Layer, rich_text};
pub use search_box::{SEARCH_BOX_ID, SearchBox, search_box};
pub use start::Start;
