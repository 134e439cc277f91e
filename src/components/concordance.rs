//! Hits in context: one line each, aligned on the hit, in an order of the reader's choice. It knows no query: search and
//! profiles of names hand it their places.

use std::rc::Rc;

use corpus::model::DocId;
use corpus::search::{Contexts, HitAt, Side};
use corpus::{ByteSpan, Corpus, DocumentView, NamedSentence, sort};
use yew::{AttrValue, Callback, Html, Properties, component, html, use_memo};

use super::after_article::short_date_words;
use super::element::{all, element, isolated, words};
use super::result_list::show_more;
use crate::hooks::{use_library, use_n_shown};
use crate::text;
use crate::view_state::ViewState;

/// A place in a document that is shown as a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// The document.
    pub doc: DocId,
    /// Whether the span is one of its text, or of a headline that stands outside of it.
    pub in_text: bool,
    /// The bytes.
    pub span: ByteSpan,
    /// Which of the hits of its sentence it is, from 1 on; 1 for what is no hit of a query.
    pub nth_hit: usize,
}

impl Line {
    /// The line of a span of a text.
    pub fn new(doc: DocId, span: ByteSpan) -> Self {
        Self { doc, in_text: true, span, nth_hit: 1 }
    }
}

#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ConcordanceProps {
    /// The places, in the order that is the usual one.
    pub lines: Rc<[Line]>,
    /// The state that links keep and that says which order is chosen.
    pub state: ViewState,
    /// What the list is called.
    #[prop_or_else(|| text!("concordance").into())]
    pub label: AttrValue,
    /// What the usual order is called.
    #[prop_or_else(|| text!("concordance-as-found").into())]
    pub usual_order: AttrValue,
    /// How many places there are, where not all of them were handed over.
    #[prop_or_default]
    pub n_all: usize,
    /// Shows more, where the places for them have to be found first. They are asked for by [`use_n_shown`] as here.
    #[prop_or_default]
    pub on_more: Option<Callback<()>>,
}

/// Lines that are shown before more are asked for, and the number that is added then.
pub const PAGE: usize = 100;
/// Lines that are put in order by the words beside them: all of these have to be read for it.
pub const MAX_ORDERED: usize = 5_000;
/// Characters that are shown to each side.
const CONTEXT_CHARS: usize = 60;

/// The setting for the order, and its values.
pub const ORDER: &str = "lines";
/// By the words before the hit.
const LEFT: &str = "left";
/// By the words after it.
const RIGHT: &str = "right";
/// Earliest first.
pub const DATE: &str = "date";
/// By headline.
pub const ARTICLE: &str = "article";

/// The side that an order looks at, if it does.
pub fn side_of_order(order: &str) -> Option<Side> {
    match order {
        LEFT => Some(Side::Left),
        RIGHT => Some(Side::Right),
        _ => None,
    }
}

/// A list of links, one to each place.
#[component]
pub fn Concordance(props: &ConcordanceProps) -> Html {
    let ConcordanceProps { lines, state, label, .. } = props;
    let corpus = use_library().corpus();
    let (n_shown, more) = use_n_shown(state.href(), PAGE);
    let order = state.setting(ORDER).to_owned();
    let ordered = use_memo((lines.clone(), order.clone()), |(lines, order)| in_order(corpus, lines, order));
    let n_all = props.n_all.max(lines.len());
    let n_listed = if side_of_order(&order).is_some() { ordered.len() } else { n_all };
    let mut reader = LineReader::new(corpus, state);
    let items: Vec<Html> = ordered.iter().take(n_shown).map(|line| reader.line(line)).collect();
    html! {
        <>
            if n_all > 1 { { orders(corpus, state, &props.usual_order) } }
            if n_listed < n_all { { element("p", "lines__limit", words(&limit(n_all))) } }
            <ol class="lines" role="list" aria-label={label.clone()}>{ items }</ol>
            { show_more(n_shown, n_listed, PAGE, props.on_more.clone().unwrap_or(more)) }
        </>
    }
}

fn limit(n_all: usize) -> String {
    text!("concordance-limit", all = n_all, some = MAX_ORDERED)
}

fn orders(corpus: &Corpus<'_>, state: &ViewState, usual: &str) -> Html {
    let offered = [
        ("", usual.to_owned()),
        (LEFT, text!("concordance-before")),
        (RIGHT, text!("concordance-after")),
        (DATE, text!("concordance-date")),
        (ARTICLE, text!("concordance-article")),
    ];
    let current = state.setting(ORDER);
    // Of a single document, all lines have the same date.
    let offered = &offered[..if corpus.n_docs() == 1 { 3 } else { offered.len() }];
    let is_known = offered.iter().any(|(word, _)| *word == current);
    let item = |(word, name): &(&str, String)| {
        let is_current = *word == current || word.is_empty() && !is_known;
        order_link(state.with_setting(ORDER, word).href(), name, is_current)
    };
    html! { <ul class="sorts" role="list" aria-label={text!("concordance-order")}>{ for offered.iter().map(item) }</ul> }
}

/// An order, as an entry of a list.
pub fn order_link(href: String, name: &str, is_current: bool) -> Html {
    let name = name.to_owned();
    html! { <li><a {href} aria-current={is_current.then_some("true")}>{ name }</a></li> }
}

/// Lines in an order; those of equals stay in theirs.
fn in_order(corpus: &Corpus<'_>, lines: &[Line], order: &str) -> Vec<Line> {
    let mut ordered = lines.to_vec();
    if let Some(side) = side_of_order(order) {
        ordered.truncate(MAX_ORDERED);
        let places = ordered.iter().map(HitAt::from);
        let order = Contexts::new(corpus, CONTEXT_CHARS).order(places, side);
        return order.into_iter().filter_map(|number| ordered.get(number).copied()).collect();
    }
    sort_documents(corpus, &mut ordered, order, |line| line.doc);
    ordered
}

/// Puts what belongs to documents in the order of these: by date, those without one last, or by headline.
pub fn sort_documents<T>(corpus: &Corpus<'_>, items: &mut Vec<T>, order: &str, doc: impl Fn(&T) -> DocId) {
    let document = |item: &T| corpus.document(doc(item));
    match order {
        DATE => sort::by_key(items, |item| {
            document(item).and_then(|document| document.published()).map_or(u32::MAX, |day| day.number())
        }),
        ARTICLE => sort::by_key(items, |item| document(item).map(|document| document.title().to_lowercase())),
        _ => {}
    }
}

impl From<&Line> for HitAt {
    fn from(line: &Line) -> Self {
        HitAt { doc: line.doc, in_text: line.in_text, span: line.span }
    }
}

/// Makes lines; what they need of a document is read once.
struct LineReader<'c> {
    corpus: &'c Corpus<'c>,
    state: &'c ViewState,
    contexts: Contexts<'c>,
    /// The documents that were read, ascending, with the names of their sentences.
    sentences: Vec<(DocId, Vec<NamedSentence>)>,
}

impl<'c> LineReader<'c> {
    fn new(corpus: &'c Corpus<'c>, state: &'c ViewState) -> Self {
        Self { corpus, state, contexts: Contexts::new(corpus, CONTEXT_CHARS), sentences: Vec::new() }
    }

    fn line(&mut self, line: &Line) -> Html {
        let Some(document) = self.corpus.document(line.doc) else { return html! {} };
        let context = self.contexts.of(line.into());
        let dots = |is_cut: bool, dots: &'static str| if is_cut { dots } else { "" };
        let before = [dots(context.is_cut_before, "… "), &context.before].concat();
        let after = [context.after.as_str(), dots(context.is_cut_after, " …")].concat();
        let id = format!("line-{}-{}{}", line.doc.0, if line.in_text { "" } else { "h" }, line.span.start());
        let href = self.href(&document, line);
        let dir = if context.is_right_to_left() { "rtl" } else { "ltr" };
        let language = Some(document.language()).filter(|tag| !tag.is_empty()).map(str::to_owned);
        let before = element("span", "line__before", element("span", "", words(&before)));
        let rest = all(vec![element("mark", "", words(&context.hit)), words(&after)]);
        html! {
            <li key={id.clone()} class="hit line">
                <a class="hit__link line__text" {id} {href} {dir} lang={language}>
                    { before }{ element("span", "line__after", rest) }
                </a>
                { meta(&document, self.state.setting(ORDER) == ARTICLE) }
            </li>
        }
    }

    /// The address of the sentence that a line is from, at its hit.
    fn href(&mut self, document: &DocumentView<'_>, line: &Line) -> String {
        let sentence = line.in_text.then(|| self.sentence(document, line.span.start())).flatten();
        let sentence = sentence.map(|sentence| sentence.id);
        ViewState { sentence, nth_hit: line.nth_hit, ..self.state.article(document) }.href()
    }

    fn sentence(&mut self, document: &DocumentView<'_>, offset: u32) -> Option<NamedSentence> {
        let at = match self.sentences.binary_search_by_key(&document.doc(), |&(doc, _)| doc) {
            Ok(at) => at,
            Err(at) => {
                self.sentences.insert(at, (document.doc(), document.named_sentences()));
                at
            }
        };
        let (_, sentences) = self.sentences.get(at)?;
        let after = sentences.partition_point(|sentence| sentence.span.start() <= offset);
        sentences.get(after.checked_sub(1)?).copied().filter(|sentence| offset < sentence.span.end())
    }
}

/// Outlet, or headline, and date; a single document needs no telling.
fn meta(document: &DocumentView<'_>, by_headline: bool) -> Html {
    if document.corpus().n_docs() == 1 {
        return html! {};
    }
    let source = document.source().map(|source| source.text).filter(|_| !by_headline);
    let mut facts = vec![element("span", "line__source", isolated(source.unwrap_or(document.title())))];
    facts.extend(short_date_words(document).map(|date| element("bdi", "hit__date", words(&date))));
    element("p", "hit__meta line__meta", all(facts))
}
