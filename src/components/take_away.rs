//! Files that a reader can take of what is shown. Each is made when it is asked for.

use std::rc::Rc;

use yew::{Html, html};

use super::element::{all, element, words};
use crate::dom::download;
use crate::export::{Citation, Table, bibtex, csl_json, ris};
use crate::text;

/// A file that is offered.
#[derive(Clone)]
pub struct Offer {
    /// What the button says.
    label: String,
    /// How the name of the file ends.
    ending: &'static str,
    media_type: &'static str,
    make: Rc<dyn Fn() -> String>,
}

impl std::fmt::Debug for Offer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Offer").field("label", &self.label).field("ending", &self.ending).finish_non_exhaustive()
    }
}

impl Offer {
    /// A table as CSV and as JSON.
    pub fn of_table(what: String, make: impl Fn() -> Table + 'static) -> Vec<Offer> {
        let make = Rc::new(make);
        let offer = |format: &str, ending, media_type, write: fn(&Table) -> String| {
            let make = make.clone();
            let label = text!("file-of", what = &what, format = format);
            Offer { label, ending, media_type, make: Rc::new(move || write(&make())) }
        };
        vec![offer("CSV", "csv", "text/csv", Table::to_csv), offer("JSON", "json", "application/json", Table::to_json)]
    }

    /// A text in a format: what it is, the name of the format, how the file's name ends, and its type.
    pub fn of_text(
        [what, format]: [&str; 2],
        ending: &'static str,
        media_type: &'static str,
        make: impl Fn() -> String + 'static,
    ) -> Offer {
        Offer { label: text!("file-of", what = what, format = format), ending, media_type, make: Rc::new(make) }
    }

    /// Citations for programs that keep references.
    pub fn of_citations(make: impl Fn() -> Vec<Citation> + 'static) -> Vec<Offer> {
        let make = Rc::new(make);
        let offer = |format: &str, ending, media_type, write: fn(&[Citation]) -> String| {
            let make = make.clone();
            let label = text!("file-of", what = text!("files-citations"), format = format);
            Offer { label, ending, media_type, make: Rc::new(move || write(&make())) }
        };
        vec![
            offer("BibTeX", "bib", "application/x-bibtex", bibtex),
            offer("RIS", "ris", "application/x-research-info-systems", ris),
            offer("CSL-JSON", "csl.json", "application/vnd.citationstyles.csl+json", csl_json),
        ]
    }
}

/// A disclosure with a button for each file; the files' names begin with `title`.
pub fn take_away(title: &str, offers: Vec<Offer>) -> Html {
    let button = |offer: Offer| {
        let name = format!("{}.{}", download::file_name(title), offer.ending);
        let onclick = move |_| download::save(&name, offer.media_type, &(offer.make)());
        html! { <li><button class="take-away__file" type="button" {onclick}>{ offer.label }</button></li> }
    };
    let buttons: Vec<Html> = offers.into_iter().map(button).collect();
    let summary = element("summary", "facet__more", words(&text!("take-away")));
    element(
        "details",
        "take-away",
        all(vec![summary, html! { <ul class="take-away__files" role="list">{ all(buttons) }</ul> }]),
    )
}
