//! One quotation: who said it and how, its words, whom it names, where it stands, and how its speaker was found.

use std::cell::RefCell;
use std::rc::Rc;

use corpus::model::{EntityId, QuotationKind, Speaker};
use corpus::search::{SaidWords, Unit, names_inside};
use corpus::{ByteSpan, DocumentView, EntityView, NamedSentence, QuotationView};
use yew::{Html, html};

use super::after_article::outlet_and_date;
use super::article_text::CERTAIN;
use super::correct_speaker::CorrectSpeaker;
use super::element::{all, element, isolated, link, words};
use crate::format;
use crate::hooks::Found;
use crate::view_state::ViewState;
use crate::{rich, text};

/// About how many characters of a quotation are shown before the rest is asked for.
const FIRST_CHARS: usize = 400;

/// What the entries of a list share.
#[derive(Debug)]
pub struct SaidEntries<'p> {
    found: &'p Found,
    state: &'p ViewState,
    looked_for: Option<&'p SaidWords>,
    read: RefCell<Vec<Rc<Read>>>,
}

/// What is undone of a document once, however many of its quotations are shown.
#[derive(Debug)]
struct Read {
    document: DocumentView<'static>,
    text: String,
    sentences: Vec<NamedSentence>,
    mentions: Vec<(ByteSpan, EntityId)>,
    places: Vec<ByteSpan>,
}

impl<'p> SaidEntries<'p> {
    /// Entries that mark the words that were looked for, and what was found.
    pub fn new(found: &'p Found, state: &'p ViewState, looked_for: Option<&'p SaidWords>) -> Self {
        Self { found, state, looked_for, read: RefCell::default() }
    }

    fn read(&self, quotation: &QuotationView<'static>) -> Option<Rc<Read>> {
        let doc = quotation.doc();
        let mut read = self.read.borrow_mut();
        if let Some(known) = read.iter().find(|known| known.document.doc() == doc) {
            return Some(known.clone());
        }
        let document = self.found.answer.corpus().document(doc)?;
        let places = self.found.answer.places(doc).into_iter().filter(|place| place.in_text);
        let own = Rc::new(Read {
            document,
            text: document.text(),
            sentences: document.named_sentences(),
            mentions: document.mentions().map(|mention| (mention.span(), mention.entity())).collect(),
            places: places.map(|place| place.span).collect(),
        });
        read.push(own.clone());
        Some(own)
    }

    /// The entry of a quotation, whose id begins with `prefix`; without its speaker where the heading above says it.
    pub fn entry(&self, quotation: &QuotationView<'static>, prefix: &str, with_speaker: bool) -> Html {
        let Some(read) = self.read(quotation) else { return html! {} };
        let span = quotation.span();
        let id = format!("{prefix}-{}-{}", quotation.doc().0, span.start());
        let mut who = Vec::new();
        if with_speaker {
            who.push(element("p", "said__speaker", self.speaker(&read, quotation)));
        }
        if let Speaker::Entity(entity, _) = quotation.speaker() {
            let entity = read.document.corpus().entity(entity);
            let role = entity.and_then(|entity| entity.roles().find(|(_, doc, _)| *doc == quotation.doc()));
            who.extend(role.map(|(role, ..)| element("p", "said__role", isolated(role))));
        }
        who.push(element("p", "said__how", how(&read, quotation, with_speaker)));
        let mut what = vec![self.said(&read, quotation)];
        let corpus = read.document.corpus();
        let named = names_inside(corpus, quotation, &read.mentions).into_iter();
        let named: Vec<Html> = named.filter_map(|entity| Some(self.name(&corpus.entity(entity)?))).collect();
        if !named.is_empty() {
            what.push(element("p", "said__names", rich!("said-names", names = all(named))));
        }
        what.push(self.source(&read, span, id.clone()));
        let (who, what) = (element("div", "said__who", all(who)), element("div", "said__what", all(what)));
        let correct = html! { <CorrectSpeaker doc={quotation.doc()} {span} /> };
        let inside = all(vec![who, what, why(quotation), correct]);
        html! { <li class="said__entry" key={id}>{ inside }</li> }
    }

    fn speaker(&self, read: &Read, quotation: &QuotationView<'_>) -> Html {
        let entity = match quotation.speaker() {
            Speaker::Entity(entity, _) => read.document.corpus().entity(entity),
            _ => None,
        };
        let slice = |span: ByteSpan| isolated(span.slice(&read.text).unwrap_or_default());
        let who = match (entity, quotation.speaker()) {
            (Some(entity), _) => link(self.state.entity(&entity).href(), isolated(entity.name())),
            (None, Speaker::Unnamed(span)) => rich!("speaker-unnamed", words = slice(span)),
            (None, Speaker::Entity(_, span) | Speaker::Described(span)) => slice(span),
            (None, Speaker::Unresolved) => return words(&text!("speaker-not-found-title")),
        };
        if quotation.confidence() < CERTAIN { rich!("probably-name", name = who) } else { who }
    }

    /// The words, with marks; of many, the first ones, and the rest when it is asked for or something in it was found.
    fn said(&self, read: &Read, quotation: &QuotationView<'_>) -> Html {
        let span = quotation.span();
        let mut marks = self.looked_for.and_then(|words| words.places(read.document.corpus(), quotation));
        let marks = marks.get_or_insert_default();
        // Where quotations themselves are what was found, marking all of them would say nothing.
        marks.extend(read.places.iter().filter(|place| place.overlaps(span) && !place.contains(span)));
        let cut = cut(span.slice(&read.text).unwrap_or_default(), FIRST_CHARS).map(|len| span.start() + len as u32);
        let (first, rest) = match cut {
            Some(at) => (ByteSpan::new(span.start(), at).unwrap_or(span), ByteSpan::new(at, span.end())),
            None => (span, None),
        };
        let rest = rest.map(|rest| {
            let n_words = rest.slice(&read.text).unwrap_or_default().split_whitespace().count();
            let more = words(&text!("said-more-words", words = text!("n-words", n = n_words)));
            let is_found = marks.iter().any(|mark| mark.overlaps(rest));
            html! {
                <details open={is_found}>
                    { element("summary", "said__more", more) }
                    { element("p", "", marked(&read.text, rest, marks)) }
                </details>
            }
        });
        let language = Some(read.document.language()).filter(|tag| !tag.is_empty()).map(str::to_owned);
        let inside = all(vec![element("p", "", marked(&read.text, first, marks)), rest.unwrap_or_default()]);
        html! { <blockquote class="said__words" data-kind={quotation.kind().word()} lang={language} dir="auto">{ inside }</blockquote> }
    }

    fn name(&self, entity: &EntityView<'_>) -> Html {
        let href = self.state.entity(entity).href();
        html! { <a class="name said__name" data-kind={entity.kind().word()} {href}>{ isolated(entity.name()) }</a> }
    }

    /// The article, as a link to the sentence, with its outlet and its date. Of a single one nothing needs to be told.
    fn source(&self, read: &Read, span: ByteSpan, id: String) -> Html {
        let document = &read.document;
        let after = read.sentences.partition_point(|sentence| sentence.span.start() <= span.start());
        let sentence = after.checked_sub(1).and_then(|at| read.sentences.get(at)).map(|sentence| sentence.id);
        let href = ViewState { sentence, ..self.state.article(document) }.href();
        let page = format::page(document, span);
        let is_only = self.found.answer.unit() == Unit::Passage;
        let title = if is_only { words(&text!("said-in-article")) } else { isolated(document.title()) };
        let title = html! { <a class="hit__link said__article" {id} {href}>{ title }</a> };
        let about = match (is_only, &page) {
            (true, None) => html! {},
            (true, Some(page)) => element("p", "hit__meta", words(page)),
            (false, _) => outlet_and_date(document, page.as_deref()),
        };
        element("div", "said__source", all(vec![title, about]))
    }
}

/// The verb, the addressee and the kind: `told the inquiry · reported`.
fn how(read: &Read, quotation: &QuotationView<'_>, with_speaker: bool) -> Html {
    let slice = |span: ByteSpan| isolated(span.slice(&read.text).unwrap_or_default());
    let mut how = quotation.cue().map(slice);
    if let Some(addressee) = quotation.addressee() {
        let between = quotation.cue().and_then(|cue| ByteSpan::new(cue.end(), addressee.start()));
        let is_next = between.and_then(|between| between.slice(&read.text)).is_some_and(|text| text.trim().is_empty());
        let (verb, to) = (how.unwrap_or_default(), slice(addressee));
        how = Some(if is_next { all(vec![verb, words(" "), to]) } else { rich!("said-to", verb = verb, to = to) });
    }
    if !with_speaker && quotation.confidence() < CERTAIN && matches!(quotation.speaker(), Speaker::Entity(..)) {
        how = Some(rich!("probably-name", name = how.unwrap_or_default()));
    }
    let kind = text!(if quotation.kind() == QuotationKind::Direct { "said-direct" } else { "said-reported" });
    match how {
        Some(how) => rich!("said-how", how = how, kind = kind),
        None => words(&kind),
    }
}

/// How the speaker was found, one click away.
fn why(quotation: &QuotationView<'_>) -> Html {
    let said = match quotation.confidence() {
        0 => quotation.by().to_owned(),
        confidence => format::why(quotation.by(), confidence),
    };
    let summary = match quotation.speaker() {
        Speaker::Unresolved => "why-no-speaker",
        _ => "why-speaker",
    };
    let inside = all(vec![element("summary", "why__button", words(&text!(summary))), element("p", "", words(&said))]);
    element("details", "said__why", inside)
}

/// The stretch `span` of a text with its marks.
fn marked(text: &str, span: ByteSpan, marks: &[ByteSpan]) -> Html {
    let layers: Vec<(ByteSpan, ())> = marks.iter().map(|&mark| (mark, ())).collect();
    let pieces = corpus::runs::runs(span, &layers).into_iter().map(|run| {
        let piece = words(run.span.slice(text).unwrap_or_default());
        if run.layers.is_empty() { piece } else { element("mark", "", piece) }
    });
    pieces.collect()
}

/// Where a text of many more characters than `max_chars` is cut, between words.
fn cut(text: &str, max_chars: usize) -> Option<usize> {
    let (end, _) = text.char_indices().nth(max_chars)?;
    // A rest of a few words is no longer than what would ask for it.
    text.char_indices().nth(max_chars + max_chars / 4)?;
    let first = text.get(..end)?;
    Some(first.rfind(char::is_whitespace).filter(|&space| space > 0).unwrap_or(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_is_cut_between_words_and_a_little_longer_one_is_not() {
        assert_eq!(cut("one two three", 20), None);
        assert_eq!(cut("one two three four", 15), None);
        let text = "one two three four five six";
        assert_eq!(cut(text, 10).map(|at| text.split_at(at)), Some(("one two", " three four five six")));
        assert_eq!(cut(&"漢".repeat(20), 8), Some(24));
        assert_eq!(cut("é\u{a0}漢 漢漢漢漢漢漢漢漢", 3), Some(2));
        assert_eq!(cut("", 8), None);
    }
}
