//! An opened document, at the hit that the address names.

use corpus::ByteSpan;
use corpus::model::{DocId, EntityId};
use corpus::search::Unit;
use yew::{Callback, Html, Properties, component, html, use_effect_with, use_memo};

use crate::components::{ArticleText, HitStepper, SelectionBar, hit_stepper, hit_strip};
use crate::dom::{focus, storage};
use crate::hooks::{Edit, Found, use_library, use_notebook, use_ui};
use crate::tables;
use crate::text;
use crate::ui_state::{TEXT_SIZE, UiAction};
use crate::view_state::ViewState;

#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ArticlePageProps {
    /// The document.
    pub doc: DocId,
    /// What is asked and chosen.
    pub state: ViewState,
    /// What was found.
    pub found: Found,
    /// To the next hit (+1) or the one before (-1).
    pub on_step: Callback<isize>,
    /// A name was clicked: its entity and the index of the mention.
    pub on_name: Callback<(EntityId, u32)>,
}

#[component]
pub fn ArticlePage(props: &ArticlePageProps) -> Html {
    let ArticlePageProps { doc, state, found, on_step, on_name } = props;
    let ui = use_ui();
    let document = use_library().corpus().document(*doc);
    let places = found.answer.places(*doc);
    let current = document.as_ref().and_then(|document| state.place_idx(document, &places));

    // Opening an article moves the focus to its headline and the window to the hit, or to the sentence asked for.
    use_effect_with(*doc, |_| focus::focus_in_place(crate::components::HEADLINE_ID));
    // A sentence without a hit in it was linked to for its own sake.
    let sentence = document.as_ref().zip(state.sentence).and_then(|(document, id)| document.sentence(id));
    let hit = current.and_then(|current| places.get(current));
    let landed = sentence.filter(|sentence| !hit.is_some_and(|hit| hit.in_text && sentence.span.overlaps(hit.span)));
    let landed = landed.map(|sentence| sentence.id);
    let target = match (landed, current) {
        (Some(id), _) => Some(format!("s-{id}")),
        (None, Some(_)) => Some(crate::components::CURRENT_ID.to_owned()),
        (None, None) => None,
    };
    use_effect_with((*doc, current, target, state.query.clone()), |(_, _, target, _)| match target {
        Some(id) => focus::scroll_to_middle(id),
        None => focus::scroll_to(0.0),
    });

    let number = found.answer.hits.iter().position(|hit| hit.doc == *doc);
    let article = number.filter(|_| found.answer.unit() == Unit::Document).map(|at| (at, found.answer.hits.len()));
    let on_toggle_names = {
        let ui = ui.dispatcher();
        Callback::from(move |()| ui.dispatch(UiAction::ToggleNames))
    };
    let on_toggle_furniture = {
        let ui = ui.dispatcher();
        Callback::from(move |()| ui.dispatch(UiAction::ToggleFurniture))
    };
    let notebook = use_notebook();
    let entry = document.as_ref().map(tables::kept_article);
    let kept = use_memo((*doc, notebook.book.clone()), |(_, book)| -> Vec<ByteSpan> {
        let Some(document) = &document else { return Vec::new() };
        let own = book.entries.iter().filter(|entry| entry.article == document.slug() && !entry.words.is_empty());
        let text = document.text();
        own.filter_map(|entry| entry.find(&text)).collect()
    });
    let stepper = HitStepper {
        results_href: (!state.is_blank()).then(|| state.results().href()),
        at: current.map(|at| (at, places.len())),
        article,
        names_shown: ui.names_shown,
        on_step: on_step.clone(),
        on_toggle_names,
        is_kept: entry.as_ref().is_some_and(|entry| notebook.book.position(entry).is_some()),
        on_keep: {
            let (edit, entry) = (notebook.edit.clone(), entry.clone());
            Callback::from(move |()| entry.iter().for_each(|entry| edit.emit(Edit::Toggle(entry.clone()))))
        },
        text_size: ui.text_size,
        on_text_size: {
            let ui = ui.dispatcher();
            Callback::from(move |size: u8| {
                storage::write(TEXT_SIZE, &size.to_string());
                ui.dispatch(UiAction::SetTextSize(size));
            })
        },
    };
    let text_len = document.as_ref().and_then(|document| document.blocks().last()).map_or(0, |last| last.span().end());
    let text_len = text_len as usize;
    let lost = state.sentence.is_some() && sentence.is_none();
    html! {
        <div class="reader" data-size={ui.text_size.to_string()}>
            { hit_stepper(&stepper) }
            { hit_strip(&places, current, text_len, on_step) }
            <SelectionBar doc={*doc} state={state.clone()} />
            if lost {
                <p class="reader__lost" role="note">{ text!("article-sentence-gone") }</p>
            }
            <ArticleText doc={*doc} {places} {current} names_shown={ui.names_shown} furniture_shown={ui.furniture_shown}
                open_entity={ui.open_entity.map(|(entity, _)| entity)} on_name={on_name.clone()} {on_toggle_furniture} {landed} kept={(*kept).clone()} />
        </div>
    }
}
