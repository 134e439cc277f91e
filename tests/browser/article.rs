//! The text of an article: everything is text, marks and names nest, nothing is shown twice.

use corpus::model::DocId;
use corpus::search::Place;
use corpus::sentence_names::SentenceNames;
use dossier::components::ArticleText;
use wasm_bindgen_test::wasm_bindgen_test;
use yew::{Callback, html};

use crate::support::{Mounted, library_of, library_of_lines, mount, span};

async fn article(text: &str, names: &[&str], quotations: &[&str], hits: &[&str]) -> Mounted {
    let library = library_of(text, names, quotations);
    let places: Vec<Place> = hits.iter().map(|hit| Place { in_text: true, span: span(text, hit) }).collect();
    let current = (!places.is_empty()).then_some(0);
    let inside = html! {
        <ArticleText doc={DocId(0)} {places} {current} names_shown=true furniture_shown=false open_entity={None}
            on_name={Callback::noop()} on_toggle_furniture={Callback::noop()} />
    };
    mount(library, inside).await
}

#[wasm_bindgen_test]
async fn markup_in_a_document_is_shown_as_text() {
    let text = "See <script>alert(1)</script> and <img src=x onerror=alert(2)> & <a href=\"javascript:x\">this</a>.";
    let page = article(text, &[], &[], &["alert"]).await;
    assert_eq!(page.texts("p.article__text"), [text]);
    assert!(page.all("script, img, a").is_empty());
}

#[wasm_bindgen_test]
async fn the_first_heading_is_the_headline() {
    let page = article("Some text.", &[], &[], &[]).await;
    assert_eq!(page.texts("article h1, article h2"), ["A headline"]);
}

#[wasm_bindgen_test]
async fn a_hit_around_a_name_is_one_mark_with_one_button() {
    let page = article("The Islamic State army left.", &["Islamic State"], &[], &["Islamic State army"]).await;
    assert_eq!(page.texts("mark"), ["Islamic State army"]);
    assert_eq!(page.texts("mark > .name"), ["Islamic State"]);
}

#[wasm_bindgen_test]
async fn a_hit_inside_of_a_name_leaves_the_name_one_button() {
    let page = article("The Islamic State army left.", &["Islamic State"], &[], &["State"]).await;
    assert_eq!(page.texts(".name"), ["Islamic State"]);
    assert_eq!(page.texts(".name > mark"), ["State"]);
}

#[wasm_bindgen_test]
async fn spans_that_cross_lose_and_repeat_no_text() {
    let text = "é “She said 漢字 was 😀 fine,” he said.";
    let page = article(text, &["漢字 was 😀"], &["“She said 漢字 was"], &["said 漢字"]).await;
    assert_eq!(page.texts("p.article__text"), [text]);
    assert_eq!(page.texts("mark[aria-current=true]").concat(), "said 漢字");
}

#[wasm_bindgen_test]
async fn only_one_hit_is_the_current_one() {
    let page = article("one two three", &[], &[], &["one", "three"]).await;
    assert_eq!(page.texts("mark"), ["one", "three"]);
    assert_eq!(page.texts("mark[aria-current=true]"), ["one"]);
}

#[wasm_bindgen_test]
async fn pages_from_the_second_on_have_their_number_where_they_begin() {
    let text = "The first page.\nIt ends here and goes on\nfor long.";
    let places = vec![Place { in_text: true, span: span(text, "ends here and goes") }];
    let inside = html! {
        <ArticleText doc={DocId(0)} {places} current={None} names_shown=true furniture_shown=false open_entity={None}
            on_name={Callback::noop()} on_toggle_furniture={Callback::noop()} />
    };
    let library = library_of_lines(text, &["The first", "and goes", "\nfor"]);
    let page = mount(library, inside).await;
    assert_eq!(page.texts(".article__page"), ["page 2", "page 3"]);
    let paragraphs = ["The first page.", "It ends here page 2and goes on", "page 3for long."];
    assert_eq!(page.texts("p.article__text"), paragraphs);
    assert_eq!(page.texts("mark"), ["ends here page 2and goes"]);
}

#[wasm_bindgen_test]
async fn the_sentence_that_a_link_led_to_is_told_from_the_others() {
    let mut names = SentenceNames::default();
    let ids = ["One.", "Two.", "Three."].map(|sentence| names.name(sentence));
    let inside = html! {
        <ArticleText doc={DocId(0)} places={Vec::new()} current={None} names_shown=true furniture_shown=false
            open_entity={None} on_name={Callback::noop()} on_toggle_furniture={Callback::noop()}
            landed={Some(ids[1])} />
    };
    let page = mount(library_of_lines("One.\nTwo.\nThree.", &[]), inside).await;
    assert_eq!(page.texts("[aria-current=location]"), ["Two."]);
}
