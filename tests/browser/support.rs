//! A stage for components: a node of its own for each test, taken away when the test ends.

use std::rc::Rc;

use corpus::Corpus;
use corpus::model::{
    Alias, Attribute, Block, BlockKind, Collection, Document, Entity, EntityId, EntityKind, Mention, Quotation,
    QuotationKind, Sentence, SentenceId, Speaker,
};
use corpus::span::ByteSpan;
use dossier::hooks::NotebookHandle;
use dossier::library::Library;
use dossier::notebook::Notebook;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::{AppHandle, Callback, ContextProvider, Html, Properties, component, html};

#[derive(PartialEq, Properties)]
pub struct StageProps {
    pub library: Library,
    pub children: Html,
}

#[component]
fn Stage(props: &StageProps) -> Html {
    html! {
        <ContextProvider<Library> context={props.library}>
            <ContextProvider<NotebookHandle> context={notebook()}>{ props.children.clone() }</ContextProvider<NotebookHandle>>
        </ContextProvider<Library>>
    }
}

/// An empty notebook that stays so.
pub fn notebook() -> NotebookHandle {
    NotebookHandle {
        book: Rc::new(Notebook::new("Test")),
        reading: Rc::default(),
        is_kept: true,
        edit: Callback::noop(),
    }
}

/// Something mounted; its drop takes it away again.
pub struct Mounted {
    node: Element,
    handle: Option<AppHandle<Stage>>,
}

impl Drop for Mounted {
    fn drop(&mut self) {
        if let Some(handle) = self.handle.take() {
            handle.destroy();
        }
        self.node.remove();
    }
}

impl Mounted {
    pub fn text(&self) -> String {
        self.node.text_content().unwrap_or_default()
    }

    pub fn all(&self, selector: &str) -> Vec<Element> {
        let found = self.node.query_selector_all(selector).expect("the selector is valid");
        (0..found.length()).filter_map(|at| found.item(at)?.dyn_into().ok()).collect()
    }

    pub fn one(&self, selector: &str) -> HtmlElement {
        let mut found = self.all(selector);
        assert_eq!(found.len(), 1, "{selector} in {}", self.node.inner_html());
        found.remove(0).dyn_into().expect("the page is made of HTML elements")
    }

    /// The texts of all elements of a selector.
    pub fn texts(&self, selector: &str) -> Vec<String> {
        self.all(selector).iter().map(|element| element.text_content().unwrap_or_default()).collect()
    }
}

/// Mounts `children` with a library, and waits until they are drawn.
pub async fn mount(library: Library, children: Html) -> Mounted {
    let document = web_sys::window().and_then(|window| window.document()).expect("tests run in a browser");
    let node = document.create_element("div").expect("a div can be made");
    document.body().expect("the page has a body").append_child(&node).expect("the body takes a node");
    let props = StageProps { library, children };
    let handle = yew::Renderer::<Stage>::with_root_and_props(node.clone(), props).render();
    yew::scheduler::flush().await;
    Mounted { node, handle: Some(handle) }
}

/// The span of the first `words` in `text`.
pub fn span(text: &str, words: &str) -> ByteSpan {
    let start = text.find(words).unwrap_or_else(|| panic!("{words:?} stands in {text:?}"));
    ByteSpan::from_range(start..start + words.len()).expect("tests are small")
}

/// A library of one document of one paragraph, with names and quotations by their words.
pub fn library_of(text: &str, names: &[&str], quotations: &[&str]) -> Library {
    changed_library_of(text, names, quotations, |_| ())
}

/// A library of one document with a paragraph per line, each a sentence, and pages that begin with given words.
pub fn library_of_lines(text: &str, pages: &[&str]) -> Library {
    changed_library_of(text, &[], &[], |document| {
        let starts = text.lines().scan(0, |end, line| {
            let start = *end;
            *end += line.len() + 1;
            Some(start..start + line.len())
        });
        let spans: Vec<ByteSpan> = starts.filter_map(ByteSpan::from_range).collect();
        let block = |&span: &ByteSpan| Block { span, kind: BlockKind::Paragraph, reason: None };
        document.blocks = spans.iter().map(block).collect();
        let sentence =
            |(number, &span): (u32, &ByteSpan)| Sentence { span, block_idx: number, id: SentenceId::default() };
        document.sentences = (0..).zip(&spans).map(sentence).collect();
        document.page_starts = pages.iter().map(|words| span(text, words).start()).collect();
    })
}

/// A library of one document in which each name stands alone in as many paragraphs as it says.
pub fn library_of_names(names: &[(&str, usize)]) -> Library {
    let lines: Vec<&str> = names.iter().flat_map(|&(name, n)| std::iter::repeat_n(name, n)).collect();
    let text = lines.join("\n");
    let own: Vec<&str> = names.iter().map(|&(name, _)| name).collect();
    changed_library_of(&text, &own, &[], |document| {
        let starts = lines.iter().scan(0, |end, line| {
            let start = *end;
            *end += line.len() + 1;
            Some(start..start + line.len())
        });
        let spans: Vec<ByteSpan> = starts.filter_map(ByteSpan::from_range).collect();
        let block = |&span: &ByteSpan| Block { span, kind: BlockKind::Paragraph, reason: None };
        document.blocks = spans.iter().map(block).collect();
        let sentence = |(block_idx, &span): (u32, &ByteSpan)| Sentence { span, block_idx, id: SentenceId::default() };
        document.sentences = (0..).zip(&spans).map(sentence).collect();
        let mention = |(&span, line): (&ByteSpan, &&str)| Mention {
            span,
            entity: EntityId(own.iter().position(|name| name == line).unwrap_or_default() as u32),
            by: "the test".to_owned(),
            confidence: 90,
        };
        document.mentions = spans.iter().zip(&lines).map(mention).collect();
    })
}

fn changed_library_of(text: &str, names: &[&str], quotations: &[&str], change: impl FnOnce(&mut Document)) -> Library {
    let whole = span(text, text);
    let mention = |(number, words): (u32, &&str)| Mention {
        span: span(text, words),
        entity: EntityId(number),
        by: "the test".to_owned(),
        confidence: 90,
    };
    let entity = |words: &&str| Entity {
        slug: words.to_lowercase().replace(' ', "-"),
        kind: EntityKind::Organization,
        name: (*words).to_owned(),
        aliases: vec![Alias { text: (*words).to_owned(), count: 1, ..Alias::default() }],
        ..Entity::default()
    };
    let quotation = |words: &&str| Quotation {
        span: span(text, words),
        kind: QuotationKind::Direct,
        speaker: Speaker::Unresolved,
        ..Quotation::default()
    };
    let mut document = Document {
        id: "one.txt".to_owned(),
        path: "one.txt".to_owned(),
        slug: "one".to_owned(),
        headline: Some(Attribute { text: "A headline".to_owned(), span: None, by: "the test".to_owned() }),
        text: text.to_owned(),
        blocks: vec![Block { span: whole, kind: BlockKind::Paragraph, reason: None }],
        sentences: vec![Sentence { span: whole, block_idx: 0, id: SentenceId::default() }],
        mentions: (0..).zip(names).map(mention).collect(),
        quotations: quotations.iter().map(quotation).collect(),
        ..Document::default()
    };
    change(&mut document);
    let collection = Collection {
        title: "Test".to_owned(),
        documents: vec![document],
        entities: names.iter().map(entity).collect(),
        ..Collection::default()
    };
    let blob: &'static [u8] = Box::leak(corpus::codec::encode(&collection).into_boxed_slice());
    Library::new(Box::leak(Box::new(Corpus::open(blob).expect("what was encoded can be opened"))))
}
