//! Text with marks, names, quotations and sentence anchors: flat runs of the corpus become nested elements.

use corpus::ByteSpan;
use corpus::model::SentenceId;
use corpus::runs::{Run, runs};
use yew::{Html, html};

/// What a span of text is shown as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layer {
    /// A sentence that links lead to.
    Sentence(SentenceId),
    /// The first character of a page: the page's number.
    Page(u32),
    /// A quotation: its index in the document.
    Quotation(u32),
    /// A mention: its index in the document.
    Name(u32),
    /// A passage in the reader's notebook.
    Kept,
    /// A hit: its index among the places.
    Mark(usize),
}

/// Renders the stretch `whole` of a text with its layers; `wrap` makes the element of a layer around what is inside of it.
///
/// Of the layers that begin together, the one that reaches furthest is outermost. A layer that crosses another is
/// cut at its edge, so no text is shown twice.
pub fn rich_text(
    text: &str,
    whole: ByteSpan,
    layers: &[(ByteSpan, Layer)],
    wrap: &dyn Fn(Layer, ByteSpan, Html) -> Html,
) -> Html {
    let mut around = Vec::new();
    nest(text, &runs(whole, layers), &mut around, wrap)
}

fn nest(
    text: &str,
    mut rest: &[Run<Layer>],
    around: &mut Vec<Layer>,
    wrap: &dyn Fn(Layer, ByteSpan, Html) -> Html,
) -> Html {
    let mut nodes = Vec::new();
    while let Some(first) = rest.first() {
        let reach = |layer: &Layer| rest.iter().take_while(|run| run.layers.contains(layer)).count();
        let inner = first.layers.iter().filter(|layer| !around.contains(layer)).map(|layer| (reach(layer), *layer));
        // Of equally long ones the first given stays outside.
        let outermost = inner.fold(None, |best: Option<(usize, Layer)>, next| match best {
            Some(best) if best.0 >= next.0 => Some(best),
            _ => Some(next),
        });
        let (n, node) = match outermost {
            Some((n, layer)) => {
                around.push(layer);
                let inside = nest(text, &rest[..n], around, wrap);
                around.pop();
                let span = ByteSpan::new(first.span.start(), rest[n - 1].span.end()).unwrap_or(first.span);
                (n, wrap(layer, span, inside))
            }
            None => (1, html! { { first.span.slice(text).unwrap_or_default().to_owned() } }),
        };
        nodes.push(node);
        rest = &rest[n..];
    }
    nodes.into_iter().collect()
}
