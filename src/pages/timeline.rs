//! When what was found was published, and which days its texts speak of, each with its sentence.

use corpus::day::Day;
use corpus::model::{DateKind, DocId};
use corpus::query::DateRange;
use corpus::search::{Facet, UNDATED, Unit};
use corpus::{ByteSpan, Corpus, DateView, DocumentView, sort};
use yew::{Html, Properties, component, html, use_memo, use_state_eq};

use crate::components::element::{all, element, link, list, words};
use crate::components::{Offer, chips, marked, outlet_and_date, take_away, time_chart};
use crate::export::{Cell, Table};
use crate::format;
use crate::hooks::{Found, use_library};
use crate::tables;
use crate::view_state::ViewState;
use crate::{rich, text};

#[derive(Clone, Debug, PartialEq, Properties)]
pub struct TimelinePageProps {
    /// What is asked, chosen and set.
    pub state: ViewState,
    /// What was found.
    pub found: Found,
}

/// The setting for the days that the list of mentioned dates is narrowed to.
const WHEN: &str = "when";
/// Mentioned dates shown before "show more", and the number that it adds.
const PAGE: usize = 40;

/// A day that a text speaks of.
#[derive(Clone, Debug, PartialEq)]
struct Mentioned {
    day: Day,
    doc: DocId,
    /// The words for it.
    words: ByteSpan,
    /// The sentence they stand in.
    sentence: ByteSpan,
    /// Whether they can be read as another date too.
    is_ambiguous: bool,
}

/// The view.
#[component]
pub fn TimelinePage(props: &TimelinePageProps) -> Html {
    let corpus = use_library().corpus();
    let TimelinePageProps { state, found } = props;
    let mentioned = use_memo(found.clone(), |found| mentioned(corpus, found));
    let n_shown = use_state_eq(|| PAGE);
    let when = DateRange::parse(state.setting(WHEN));
    let of_range: Vec<Mentioned> =
        mentioned.iter().filter(|own| when.is_none_or(|when| when.may_hold(own.day))).cloned().collect();
    let show_more = {
        let n_shown = n_shown.clone();
        move |_| n_shown.set(*n_shown + PAGE)
    };
    let days: Vec<Option<Day>> = of_range.iter().map(|own| Some(own.day)).collect();
    let bar = |range: &str| state.with_setting(WHEN, range).href();
    let rows = of_range.iter().take(*n_shown).filter_map(|own| entry(corpus, own, state));
    let files = Offer::of_table(text!("files-dates"), {
        let (all, state) = (of_range.clone(), state.clone());
        move || table(corpus, &all, &state)
    });
    html! {
        <section class="view" aria-labelledby="page-heading">
            <h1 class="view__title" id="page-heading" tabindex="-1">{ text!("timeline-title") }</h1>
            <p class="view__about" role="status">{ about(found, mentioned.len()) }</p>
            { chips(state, found) }
            { published(corpus, state, found) }
            <section class="part">
                { element("h2", "part__title", words(&text!("timeline-mentioned-n", n = of_range.len()))) }
                if mentioned.is_empty() {
                    { element("p", "view__none", words(&text!("timeline-none"))) }
                } else {
                    if when.is_some() {
                        { element("p", "part__why", rich!(
                            "timeline-only",
                            dates = format::dates(state.setting(WHEN)),
                            all = link(state.with_setting(WHEN, "").href(), words(&text!("timeline-all"))),
                        )) }
                    }
                    { time_chart(text!("timeline-mentioned"), &days, &|n| text!("n-mentions", n = n), &bar) }
                    <ol class="moments" role="list" aria-label={text!("timeline-list")}>{ for rows }</ol>
                    if of_range.len() > *n_shown {
                        <button class="results__more" type="button" onclick={show_more}>
                            { text!("show-more", n = PAGE.min(of_range.len() - *n_shown), all = of_range.len()) }
                        </button>
                    }
                    { take_away(&tables::title(state, "dates"), files) }
                }
            </section>
        </section>
    }
}

fn about(found: &Found, n_mentioned: usize) -> String {
    let dates = text!("n-dates", n = n_mentioned);
    match found.answer.unit() {
        Unit::Document => text!("timeline-about", dates = dates, articles = format::articles(found.answer.n_docs())),
        Unit::Passage => text!("timeline-about-only", dates = dates),
    }
}

/// The articles by their days of publication; each bar narrows to its days.
fn published(corpus: &Corpus<'_>, state: &ViewState, found: &Found) -> Html {
    if found.answer.unit() == Unit::Passage {
        return html! {};
    }
    let day = |doc: DocId| corpus.document(doc).and_then(|document| document.published());
    let days: Vec<Option<Day>> = found.answer.hits.iter().map(|hit| day(hit.doc)).collect();
    let n_undated = days.iter().filter(|day| day.is_none()).count();
    let chart =
        time_chart(text!("timeline-published"), &days, &format::articles, &|range| state.with_dates(range).href());
    let mut notes = Vec::new();
    if n_undated > 0 {
        let said = text!("timeline-undated", articles = format::articles(n_undated));
        notes.push(link(state.with_dates(UNDATED).href(), words(&said)));
    }
    if state.filters.selection(Facet::Date).is_some() {
        notes.push(link(state.without_facet(Facet::Date).href(), words(&text!("timeline-all"))));
    }
    let title = element("h2", "part__title", words(&text!("timeline-published-n", n = days.len())));
    element("section", "part", all(vec![title, chart, list("choices", notes)]))
}

/// The days that the texts of what was found speak of, the earliest first.
fn mentioned(corpus: &Corpus<'_>, found: &Found) -> Vec<Mentioned> {
    let mut docs: Vec<DocId> = found.answer.hits.iter().map(|hit| hit.doc).collect();
    docs.dedup();
    let mut all: Vec<Mentioned> = Vec::new();
    for document in docs.into_iter().filter_map(|doc| corpus.document(doc)) {
        let mut dates = document.dates().filter(|date| date.kind() == DateKind::Mentioned).peekable();
        if dates.peek().is_none() {
            continue;
        }
        let structure = document.structure();
        let of_date = |date: DateView<'_>| {
            let (words, value) = (date.span()?, date.value());
            let day: Day = value.get(..10).unwrap_or(value).parse().ok()?;
            let sentence = structure.sentence_at(words.start())?.span();
            Some(Mentioned { day, doc: document.doc(), words, sentence, is_ambiguous: date.is_ambiguous() })
        };
        all.extend(dates.filter_map(of_date));
    }
    sort::by_key(&mut all, |own| (own.day, own.doc, own.words.start()));
    all
}

fn entry(corpus: &Corpus<'_>, own: &Mentioned, state: &ViewState) -> Option<Html> {
    let document: DocumentView<'_> = corpus.document(own.doc)?;
    let mut when = format::date(&own.day.to_string());
    if own.is_ambiguous {
        when = text!("timeline-ambiguous", date = when);
    }
    let links = state.with_query("").without_filters();
    let sentence = link(links.sentence(&document, own.sentence), marked(&document, own.sentence, &[own.words]));
    let source = (corpus.n_docs() > 1).then(|| outlet_and_date(&document, Some(document.title())));
    let parts = vec![
        element("p", "moment__day", words(&when)),
        element("p", "evidence__words", sentence),
        source.unwrap_or_default(),
    ];
    let key = format!("{}-{}", own.doc.0, own.words.start());
    Some(html! { <li class="moment" {key}>{ all(parts) }</li> })
}

fn table(corpus: &Corpus<'_>, all: &[Mentioned], state: &ViewState) -> Table {
    let own = |own: &Mentioned| {
        let document = corpus.document(own.doc)?;
        let ambiguous = if own.is_ambiguous { "yes" } else { "" };
        let own_cells: [Cell; 4] = [
            own.day.to_string().into(),
            document.slice(own.words).into(),
            ambiguous.into(),
            document.slice(own.sentence).into(),
        ];
        Some((own_cells, document, own.sentence))
    };
    tables::with_sources(&["day", "as_written", "ambiguous", "sentence"], all.iter().filter_map(own), state)
}
