//! What the start page says of a collection. It is worked out once, by a look at every document's head and at no text
//! that is not shown.

use std::cell::RefCell;
use std::cmp::Reverse;
use std::rc::Rc;

use corpus::day::Day;
use corpus::model::{DocId, EntityId, EntityKind};
use corpus::query::{LastWord, Query};
use corpus::search::{Filters, Sort, search};
use corpus::{ByteSpan, Corpus, DocumentView, sort};

use crate::components::speaker_words;
use crate::i18n::{self, Language};
use crate::library::Library;

/// Entries of each list.
pub const FEW: usize = 6;

/// Kinds of names of which the start page has a list.
pub const KINDS: [EntityKind; 3] = [EntityKind::Person, EntityKind::Organization, EntityKind::Place];

/// Quotations of one speaker.
const MAX_OF_ONE: usize = 2;

/// Examples of searches.
const MAX_EXAMPLES: usize = 3;

/// Somebody who is quoted, with what they said.
#[derive(Clone, Debug)]
pub struct Voice {
    /// The document.
    pub doc: DocId,
    /// The words in it.
    pub span: ByteSpan,
    /// The speaker, in words.
    pub who: String,
    /// What they say.
    pub said: String,
}

/// A collection at a glance.
#[derive(Clone, Debug)]
pub struct Overview {
    /// The first day and the last on which something was published.
    pub days: Option<(Day, Day)>,
    /// How many outlets there are, and the first of them.
    pub sources: (usize, Option<&'static str>),
    /// How many names there are of each of [`KINDS`].
    pub n_names: [usize; KINDS.len()],
    /// How many quotations there are.
    pub n_quotations: usize,
    /// The latest documents, and if there are no dates the first.
    pub latest: Vec<DocId>,
    /// The names of each of [`KINDS`] that most documents have.
    pub named: [Vec<EntityId>; KINDS.len()],
    /// What is said in the latest documents, and by whom.
    pub voices: Vec<Voice>,
    /// Searches that this collection can answer, and the messages that say what they are for; each was tried.
    pub examples: Vec<(String, &'static str)>,
}

thread_local! {
    static KNOWN: RefCell<Option<(Library, Language, Rc<Overview>)>> = const { RefCell::new(None) };
}

impl Overview {
    /// The overview of a library, with its words in the language of the page.
    pub fn of(library: Library) -> Rc<Self> {
        let language = i18n::language();
        let known =
            KNOWN.with_borrow(|known| known.clone().filter(|(of, said_in, _)| (*of, *said_in) == (library, language)));
        let overview = known.map_or_else(|| Rc::new(Self::new(library.corpus())), |(.., overview)| overview);
        KNOWN.set(Some((library, language, overview.clone())));
        overview
    }

    fn new(corpus: &'static Corpus<'static>) -> Self {
        let mut documents: Vec<(DocId, Option<Day>)> = Vec::new();
        let (mut sources, mut n_quotations) = (Vec::new(), 0);
        for document in corpus.documents() {
            documents.push((document.doc(), document.published()));
            sources.extend(document.source().map(|source| source.text));
            n_quotations += document.quotations().count();
        }
        let days = documents.iter().filter_map(|(_, day)| *day);
        let days = days.clone().min().zip(days.max());
        sort::by_key(&mut sources, |&source| source);
        sources.dedup();
        sort::by_key(&mut documents, |&(_, day)| Reverse(day));
        let latest = || documents.iter().map(|&(doc, _)| doc);
        let (n_names, named) = names(corpus);
        let examples = examples(corpus, &named);
        Self {
            days,
            sources: (sources.len(), sources.first().copied()),
            n_names,
            n_quotations,
            latest: latest().take(FEW).collect(),
            voices: voices(latest().filter_map(|doc| corpus.document(doc))),
            named,
            examples,
        }
    }
}

/// How many names there are of each kind, and those that most documents have, then those with most mentions.
fn names(corpus: &Corpus<'_>) -> ([usize; KINDS.len()], [Vec<EntityId>; KINDS.len()]) {
    let mut n_names = [0; KINDS.len()];
    // Each behind a number that is the less, the better it is.
    let mut best: [Vec<(u64, EntityId)>; KINDS.len()] = Default::default();
    for entity in corpus.entities() {
        let Some(at) = KINDS.iter().position(|&kind| kind == entity.kind()) else { continue };
        n_names[at] += 1;
        let best = &mut best[at];
        let key = u64::from(!entity.n_docs()) << 32 | u64::from(!entity.n_mentions());
        // The first of equals stays in front.
        if best.len() < FEW || best.last().is_some_and(|(last, _)| key < *last) {
            best.truncate(FEW - 1);
            let at = best.partition_point(|(known, _)| *known <= key);
            best.insert(at, (key, entity.id()));
        }
    }
    (n_names, best.map(|best| best.into_iter().map(|(_, entity)| entity).collect()))
}

/// What is said first in some documents, in no words twice and not always by the same speaker.
fn voices<'c>(documents: impl Iterator<Item = DocumentView<'c>>) -> Vec<Voice> {
    let mut voices: Vec<Voice> = Vec::new();
    for document in documents {
        for quotation in document.quotations().filter(|quotation| quotation.speaker().span().is_some()) {
            let who = speaker_words(&document, &quotation);
            if voices.iter().filter(|known| known.who == who).count() == MAX_OF_ONE {
                continue;
            }
            let (doc, span, said) = (document.doc(), quotation.span(), document.slice(quotation.span()));
            // A copy of a story has its quotations too.
            if voices.iter().all(|known| known.said != said) {
                voices.push(Voice { doc, span, who, said });
            }
            if voices.len() == FEW {
                return voices;
            }
        }
    }
    voices
}

fn examples(corpus: &'static Corpus<'static>, named: &[Vec<EntityId>; KINDS.len()]) -> Vec<(String, &'static str)> {
    let [person, org, _] = named.each_ref().map(|named| {
        let name = corpus.entity(*named.first()?)?.name().replace('"', " ");
        Some(if name.contains(char::is_whitespace) { format!("\"{name}\"") } else { name })
    });
    let mut examples = Vec::new();
    examples.extend(org.as_ref().map(|org| (format!("org:{org}"), "example-org")));
    examples.extend(person.as_ref().map(|person| (format!("says:{person}"), "example-says")));
    if let (Some(person), Some(org)) = (&person, &org) {
        examples.push((format!("{person} {org}"), "example-both"));
        examples.push((format!("{org} -{person}"), "example-without"));
    }
    examples.retain(|(query, _)| {
        let query = Query::parse(query, LastWord::Whole);
        !search(corpus, &query, &Filters::default(), Sort::Relevance).hits.is_empty()
    });
    examples.truncate(MAX_EXAMPLES);
    examples
}
