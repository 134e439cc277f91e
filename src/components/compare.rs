//! A copy of an article held against it, word by word.

use corpus::differences::{Part, Stretch, differences};
use corpus::model::DocId;
use yew::{Html, Properties, component, html};

use super::element::{all, element, words};
use crate::hooks::{use_library, use_unfolded};
use crate::text;

#[derive(Clone, Copy, Debug, PartialEq, Properties)]
pub struct CompareProps {
    /// The article.
    pub doc: DocId,
    /// The other document of its story.
    pub other: DocId,
}

/// What differs, found when it is asked for.
#[component]
pub fn Compare(props: &CompareProps) -> Html {
    let corpus = use_library().corpus();
    let (is_open, ontoggle) = use_unfolded();
    let documents = corpus.document(props.doc).zip(corpus.document(props.other)).filter(|_| is_open);
    let compared = documents.map(|(own, other)| differences(&own, &other).iter().map(stretch).collect());
    html! {
        <details class="compare" {ontoggle}>
            <summary class="facet__more">{ text!("compare") }</summary>
            if let Some(stretches) = compared {
                { element("p", "compare__legend", all(vec![here(&text!("compare-here")), there(&text!("compare-there"))])) }
                { all(stretches) }
            }
        </details>
    }
}

fn here(said: &str) -> Html {
    element("ins", "", words(said))
}

fn there(said: &str) -> Html {
    element("del", "", words(said))
}

fn stretch(stretch: &Stretch) -> Html {
    let part = |part: &Part| match part {
        Part::Both(both) => words(both),
        Part::First(own) => here(own),
        Part::Second(other) => there(other),
    };
    match stretch {
        Stretch::Same(n) => element("p", "compare__same", words(&text!("compare-same", n = *n))),
        Stretch::Changed(parts) => {
            let parts = parts.iter().flat_map(|own| [part(own), words(" ")]).collect();
            html! { <p class="compare__changed" dir="auto">{ all(parts) }</p> }
        }
    }
}
