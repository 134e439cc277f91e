//! A small drawing of names and the links between them: a companion of the lists that say the same in words.

use corpus::EntityView;
use yew::{Html, Properties, component, html};

use super::diagram::{Diagram, Line, Mark};
use crate::dom::download;
use crate::hooks::use_library;
use crate::text;
use crate::view_state::ViewState;

#[derive(Clone, Debug, PartialEq, Properties)]
pub struct NodeDiagramProps {
    /// What is drawn.
    pub diagram: Diagram,
    /// What it shows, in words.
    pub title: String,
    /// What links start from.
    pub state: ViewState,
}

/// The drawing; each name in it leads to its profile, each line to its sentences.
#[component]
pub fn NodeDiagram(props: &NodeDiagramProps) -> Html {
    let corpus = use_library().corpus();
    let NodeDiagramProps { diagram, title, state } = props;
    let (width, height) = diagram.size();
    // The lists have the same links for the keyboard.
    let line = |Line { ends, n_sentences, path, width, number }: Line| {
        let (Some(one), Some(other)) = (corpus.entity(ends[0]), corpus.entity(ends[1])) else { return html! {} };
        let sentences = text!("n-sentences", n = n_sentences as usize);
        html! {
            <a class="diagram__link" href={state.connect(&one, Some(&other)).href()} tabindex="-1" aria-hidden="true">
                <title>{ text!("diagram-line", one = one.name(), other = other.name(), sentences = sentences) }</title>
                <path class="diagram__reach" d={path.clone()} />
                <path class="diagram__edge" d={path} stroke-width={width} />
                if let Some((x, y)) = number {
                    <text class="diagram__n" x={x.to_string()} y={y.to_string()}>{ n_sentences.to_string() }</text>
                }
            </a>
        }
    };
    let drawn = |Mark { kind, outline, label_at: (x, y), anchor, label }: Mark| {
        html! {
            <>
                <path class="diagram__node" data-kind={kind.word()} d={outline} />
                <text class="diagram__label" x={x.to_string()} y={y.to_string()} text-anchor={anchor}>{ label }</text>
            </>
        }
    };
    let name = |(entity, mark): (EntityView<'_>, Mark)| {
        let name = entity.name().to_owned();
        html! {
            <a href={state.entity(&entity).href()} aria-label={name.clone()}><title>{ name }</title>{ drawn(mark) }</a>
        }
    };
    let on_save = {
        let (diagram, title) = (diagram.clone(), title.clone());
        move |_| {
            download::save(
                &format!("{}.svg", download::file_name(&title)),
                "image/svg+xml",
                &diagram.to_svg(corpus, &title),
            )
        }
    };
    html! {
        <figure class="diagram">
            <figcaption class="diagram__title">{ title.clone() }</figcaption>
            <div class="diagram__frame">
                <svg class="diagram__drawing" role="group" aria-label={title.clone()}
                    width={width.to_string()} height={height.to_string()} viewBox={format!("0 0 {width} {height}")}>
                    { for diagram.lines().map(line) }
                    { for diagram.names(corpus).map(name) }
                    <g aria-hidden="true">{ for diagram.legend(corpus).into_iter().map(drawn) }</g>
                </svg>
            </div>
            <button class="results__more" type="button" onclick={on_save}>{ text!("diagram-save") }</button>
        </figure>
    }
}
