//! Links between names and chains of them, against counts over the model and a search of all ways.

use std::collections::{BTreeMap, BTreeSet};

use corpus::links::{Asked, Chain, Link, Within};
use corpus::model::{Collection, DocId, EntityId, EntityKind, SameStory};
use corpus::{ByteSpan, Corpus, codec};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::builder::{Name, Source, collection};

const NAMES: &[Name<'_>] = &[
    (EntityKind::Person, &["Ann"]),
    (EntityKind::Person, &["Ben"]),
    (EntityKind::Place, &["Raqqa"]),
    (EntityKind::Organization, &["Élan"]),
    (EntityKind::Person, &["Cleo"]),
    (EntityKind::Money, &["Dollars"]),
    (EntityKind::Group, &["Goths"]),
    (EntityKind::Person, &["Dora"]),
    (EntityKind::Person, &["Emil"]),
];

/// How many names there are.
const N: u32 = 9;

fn source() -> impl Strategy<Value = Source> {
    let word = select(vec!["Ann", "Ben", "Raqqa", "Élan", "Cleo", "Dollars", "Goths", "rain", "fell", "said"]);
    let sentence = vec(word, 1..4).prop_map(|words| words.join(" "));
    let paragraph = vec(sentence, 1..4).prop_map(|sentences| sentences.join(". "));
    vec(paragraph, 1..4).prop_map(|paragraphs| Source { text: paragraphs.join("\n\n"), ..Source::default() })
}

/// Documents of which each tells the story of an earlier one, or none.
fn model() -> impl Strategy<Value = (Collection, Vec<bool>)> {
    told_by(source(), 2..7)
}

/// Documents whose sentences mostly name two, and many one that is the same, beside which any two are more than chance:
/// many chains lead from one name to another.
fn graph() -> impl Strategy<Value = (Collection, Vec<bool>)> {
    let name = || select(NAMES.iter().map(|(_, forms)| forms[0]).collect::<Vec<_>>());
    let sentence = prop_oneof![
        3 => (name(), name()).prop_map(|(one, other)| format!("{one} saw {other}")),
        2 => name().prop_map(str::to_owned),
    ];
    let text = vec(sentence, 3..12).prop_map(|sentences| format!("{}. {}", sentences.join(". "), "Goths. ".repeat(20)));
    told_by(text.prop_map(|text| Source { text, ..Source::default() }), 1..4)
}

fn told_by(
    source: impl Strategy<Value = Source>,
    n_docs: std::ops::Range<usize>,
) -> impl Strategy<Value = (Collection, Vec<bool>)> {
    vec((source, 0usize..4, any::<bool>()), n_docs).prop_map(|sources| {
        let within = sources.iter().map(|(.., is_within)| *is_within).collect();
        let stories: Vec<usize> = sources.iter().map(|(_, story, _)| *story).collect();
        let sources: Vec<Source> = sources.into_iter().map(|(source, ..)| source).collect();
        let mut model = collection(&sources, NAMES);
        for (one, document) in model.documents.iter_mut().enumerate() {
            let copies = (0..stories.len()).filter(|&other| other != one && stories[one] == 0 && stories[other] == 0);
            let same = |other: usize| SameStory {
                doc: DocId(other as u32),
                is_exact: false,
                shared_percent: 90,
                own_sentences: Vec::new(),
            };
            document.copies = copies.map(same).collect();
        }
        (model, within)
    })
}

/// The spans of a document that hold mentions of both.
fn with_both(model: &Collection, doc: usize, spans: &[ByteSpan], both: [EntityId; 2]) -> Vec<ByteSpan> {
    let mentions = &model.documents[doc].mentions;
    let inside = |span: ByteSpan, of| mentions.iter().any(|m| m.entity == of && span.contains(m.span));
    spans.iter().copied().filter(|&span| both.iter().all(|&of| inside(span, of))).collect()
}

fn sentences(model: &Collection, doc: usize) -> Vec<ByteSpan> {
    model.documents[doc].sentences.iter().map(|sentence| sentence.span).collect()
}

fn is_within(within: Within<'_>, doc: usize) -> bool {
    within.is_none_or(|docs| docs[doc])
}

/// The documents of which `of` makes something, with that; a story that was told before is left out, in the other list.
fn told<T>(model: &Collection, within: Within<'_>, of: impl Fn(usize) -> Vec<T>) -> (Vec<(usize, Vec<T>)>, Vec<usize>) {
    let docs = (0..model.documents.len()).filter(|&doc| is_within(within, doc));
    let all: Vec<(usize, Vec<T>)> = docs.map(|doc| (doc, of(doc))).filter(|(_, found)| !found.is_empty()).collect();
    let numbers: BTreeSet<usize> = all.iter().map(|(doc, _)| *doc).collect();
    let is_again = |doc: usize| {
        model.documents[doc]
            .copies
            .iter()
            .any(|copy| (copy.doc.0 as usize) < doc && numbers.contains(&(copy.doc.0 as usize)))
    };
    let again = numbers.iter().copied().filter(|&doc| is_again(doc)).collect();
    (all.into_iter().filter(|(doc, _)| !is_again(*doc)).collect(), again)
}

/// The links of a name: the sentences of first tellings, and all documents.
fn counted(model: &Collection, of: EntityId, within: Within<'_>) -> Vec<Link> {
    let mut links = Vec::new();
    for entity in (0..NAMES.len() as u32).map(EntityId).filter(|&entity| entity != of) {
        if !NAMES[entity.0 as usize].0.is_name() || !NAMES[of.0 as usize].0.is_name() {
            continue;
        }
        let (first, again) = told(model, within, |doc| with_both(model, doc, &sentences(model, doc), [of, entity]));
        let n_sentences = first.iter().map(|(_, spans)| spans.len() as u32).sum();
        if n_sentences > 0 {
            links.push(Link { entity, n_sentences, n_docs: (first.len() + again.len()) as u32 });
        }
    }
    links
}

proptest! {
    #![proptest_config(crate::cases(300))]

    #[test]
    fn links_are_the_sentences_that_name_both((model, docs) in model()) {
        let blob = codec::encode(&model);
        let corpus = Corpus::open(&blob).expect("what was encoded opens");
        for entity in corpus.entities() {
            prop_assert_eq!(entity.links(None), counted(&model, entity.id(), None));
            prop_assert_eq!(entity.links(Some(&docs)), counted(&model, entity.id(), Some(&docs)));
        }
    }

    #[test]
    fn what_two_share_is_what_names_both((model, docs) in model(), one in 0..N, step in 1..N, is_all: bool) {
        let other = (one + step) % N;
        let within: Within<'_> = Some(docs.as_slice()).filter(|_| !is_all);
        let both = [EntityId(one), EntityId(other)];
        let blob = codec::encode(&model);
        let corpus = Corpus::open(&blob).expect("what was encoded opens");
        let together = corpus.together(both[0], both[1], within, usize::MAX);
        // Of a story, the first document that names both is read, whatever it has in one sentence.
        let whole = |doc: usize| {
            let text = ByteSpan::from_range(0..model.documents[doc].text.len()).expect("a text");
            with_both(&model, doc, &[text], both)
        };
        let (first, again) = told(&model, within, whole);
        prop_assert_eq!(together.docs.iter().map(|own| own.doc.0 as usize).collect::<Vec<_>>(),
            first.iter().map(|(doc, _)| *doc).collect::<Vec<_>>());
        let mut retold: Vec<usize> =
            together.docs.iter().flat_map(|own| own.retold.iter().map(|doc| doc.0 as usize)).collect();
        retold.sort_unstable();
        let n_docs = first.len() + again.len();
        prop_assert_eq!(retold, again);
        let (mut expected, mut apart, mut n_paragraphs) = (Vec::new(), Vec::new(), 0);
        for (doc, _) in &first {
            let own = with_both(&model, *doc, &sentences(&model, *doc), both);
            let blocks: Vec<ByteSpan> = model.documents[*doc].blocks.iter().map(|block| block.span).collect();
            let blocks = with_both(&model, *doc, &blocks, both);
            n_paragraphs += blocks.len();
            apart.extend(blocks.into_iter().filter(|b| own.iter().all(|s| !b.contains(*s))).map(|b| (*doc, b)));
            expected.extend(own.into_iter().map(|span| (*doc, span)));
        }
        let placed = |shared: &[corpus::links::SharedSpan]| {
            shared.iter().map(|own| (own.doc.0 as usize, own.span)).collect::<Vec<_>>()
        };
        prop_assert_eq!(placed(&together.sentences), expected);
        prop_assert_eq!(placed(&together.apart), apart);
        prop_assert_eq!(together.n_paragraphs as usize, n_paragraphs);
        prop_assert_eq!(together.n_unread, 0);
        // However few documents are read, all are counted.
        prop_assert_eq!([together.n_docs(), corpus.together(both[0], both[1], within, 1).n_docs()], [n_docs; 2]);
    }

    #[test]
    fn chains_are_the_best_of_all_ways(
        (model, docs) in graph(),
        from in 0..N,
        step in 1..N,
        through in proptest::option::weighted(0.3, 0..N),
        not_through in vec(0..N, 0..2),
        is_all: bool,
        max in 1usize..6,
    ) {
        let (from, to) = (EntityId(from), EntityId((from + step) % N));
        let between = |name: &EntityId| ![from, to].contains(name);
        let through = through.map(EntityId).filter(between);
        let not_through = not_through.into_iter().map(EntityId).filter(between);
        let not_through: Vec<EntityId> = not_through.filter(|&name| through != Some(name)).collect();
        let blob = codec::encode(&model);
        let corpus = Corpus::open(&blob).expect("what was encoded opens");
        let asked = Asked {
            from,
            to,
            through,
            not_through: &not_through,
            within: Some(docs.as_slice()).filter(|_| !is_all),
            max,
        };
        let chains = corpus.chains(&asked);
        let strength = |chain: &Chain| chain.hops[chain.weakest()].strength;
        let links = strengths(&corpus, &asked);
        for chain in &chains {
            let names: Vec<EntityId> = chain.names().collect();
            prop_assert_eq!((names.first(), names.last()), (Some(&asked.from), Some(&asked.to)));
            prop_assert!(asked.through.is_none_or(|through| names.contains(&through)));
            prop_assert!(names.iter().all(|name| !not_through.contains(name)));
            prop_assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len());
            for (hop, pair) in chain.hops.iter().zip(names.windows(2)) {
                prop_assert_eq!(Some(&hop.strength), links.get(&(pair[0], pair[1])));
            }
        }
        let expected = all_ways(&asked, &links);
        prop_assert_eq!(chains.iter().map(strength).collect::<Vec<_>>(), &expected[..expected.len().min(max)]);
    }
}

/// The links that are more than chance.
fn strengths(corpus: &Corpus<'_>, asked: &Asked<'_>) -> BTreeMap<(EntityId, EntityId), f64> {
    let mut all = BTreeMap::new();
    for entity in corpus.entities() {
        for link in entity.links(asked.within) {
            let other = corpus.entity(link.entity).expect("an entity");
            let strength = entity.association(&other, link.n_sentences).strength;
            if strength > 0.0 {
                all.insert((entity.id(), other.id()), strength);
            }
        }
    }
    all
}

/// How strong the ways of two to four links are that have no shortcut, the strongest first.
fn all_ways(asked: &Asked<'_>, links: &BTreeMap<(EntityId, EntityId), f64>) -> Vec<f64> {
    let mut ways = vec![vec![asked.from]];
    let mut found = Vec::new();
    for _ in 0..4 {
        let mut longer = Vec::new();
        for way in &ways {
            let last = *way.last().expect("it begins somewhere");
            let next = links.keys().filter(|(from, to)| *from == last && !way.contains(to));
            for (_, to) in next.filter(|(_, to)| !asked.not_through.contains(to)) {
                longer.push([way.as_slice(), &[*to]].concat());
            }
        }
        let (done, open): (Vec<_>, Vec<_>) = longer.into_iter().partition(|way| way.last() == Some(&asked.to));
        found.extend(done);
        ways = open;
    }
    let weakest =
        |way: &[EntityId]| way.windows(2).map(|pair| links[&(pair[0], pair[1])]).fold(f64::INFINITY, f64::min);
    let has_shortcut = |way: &[EntityId]| {
        let last = way.len() - 1;
        (0..=last).any(|from| {
            (from + 2..=last).any(|to| {
                (from, to) != (0, last) && links.get(&(way[from], way[to])).is_some_and(|own| *own >= weakest(way))
            })
        })
    };
    let mut strengths: Vec<f64> = found
        .iter()
        .filter(|way| way.len() > 2 && asked.through.is_none_or(|through| way.contains(&through)))
        .filter(|way| !has_shortcut(way))
        .map(|way| weakest(way))
        .collect();
    strengths.sort_by(|a, b| b.total_cmp(a));
    strengths
}

#[test]
fn a_list_of_names_links_none_of_them() {
    let forms: Vec<[String; 1]> = (0..70).map(|number| [format!("Name{number}")]).collect();
    let forms: Vec<[&str; 1]> = forms.iter().map(|form| [form[0].as_str()]).collect();
    let names: Vec<Name<'_>> = forms.iter().map(|form| (EntityKind::Person, form.as_slice())).collect();
    let list = |n: usize| forms.iter().take(n).map(|form| form[0]).collect::<Vec<_>>().join(", ");
    let n_links = |n: usize| {
        let blob = codec::encode(&collection(&[Source { text: list(n), ..Source::default() }], &names));
        let corpus = Corpus::open(&blob).expect("what was encoded opens");
        corpus.entity(EntityId(0)).expect("an entity").links(None).len()
    };
    assert_eq!((n_links(64), n_links(65)), (63, 0));
}
