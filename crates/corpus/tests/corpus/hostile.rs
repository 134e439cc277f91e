//! Damaged blobs whose content hash fits all the same: nobody gets them by accident, and they bring nothing down.
//!
//! The three `fst` dictionaries are left as they are. That crate checks no address in its bytes, and its checksum can
//! be forged as ours can, so a forged dictionary may still panic; see the documentation of `corpus::codec`.

use corpus::codec::encode;
use corpus::links::Asked;
use corpus::model::{DocId, EntityId, EntityKind};
use corpus::query::{LastWord, Query};
use corpus::search::{Facet, Filters, Selection, Sort, search};
use corpus::{ByteSpan, Corpus};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use xxhash_rust::xxh3::xxh3_64;

use crate::builder::{Headline, Name, Source, Voice, collection};

const HASH_AT: usize = 16;
const SECTIONS_AT: usize = 24;
/// How many sections the blob has.
const N_SECTIONS: usize = 28;
/// Sections of the blob that are dictionaries: terms, stems, folded terms, relatives, words of names.
const DICTIONARIES: [usize; 5] = [3, 5, 7, 9, 13];

const NAMES: &[Name<'_>] = &[
    (EntityKind::Person, &["Ann Lee", "Lee"]),
    (EntityKind::Organization, &["ISIS"]),
    (EntityKind::Place, &["Zürich"]),
];

fn blob(n_docs: usize) -> Vec<u8> {
    let source = |number: usize| Source {
        text: "Ann Lee bans ISIS. A decree of Lee.\n\nAdvert\n\nZürich said so. The decrees of the ban stand."
            .to_owned(),
        headline: if number == 1 { Headline::Outside("A decree".to_owned()) } else { Headline::InText },
        furniture: vec![1],
        quotations: vec![(0, 2, Voice::Entity(0)), (2, 2, Voice::FirstWord)],
        outlet: Some("Daily Lee".to_owned()),
        day: Some("2018-03-04".to_owned()),
        language: "en".to_owned(),
        ..Source::default()
    };
    encode(&collection(&(0..n_docs).map(source).collect::<Vec<_>>(), NAMES))
}

fn section(blob: &[u8], section: usize) -> std::ops::Range<usize> {
    let number = |at: usize| u32::from_le_bytes(blob[at..at + 4].try_into().unwrap()) as usize;
    let entry = SECTIONS_AT + section * 8;
    number(entry)..number(entry) + number(entry + 4)
}

fn sign(blob: &mut [u8]) {
    let hash = xxh3_64(&blob[SECTIONS_AT..]);
    blob[HASH_AT..SECTIONS_AT].copy_from_slice(&hash.to_le_bytes());
}

/// Looks at everything there is, and asks a few questions.
fn walk(bytes: &[u8]) {
    let Ok(corpus) = Corpus::open(bytes) else { return };
    let mut seen = format!("{:?}", (corpus.title(), corpus.description(), corpus.language(), corpus.licence()));
    for document in corpus.documents() {
        seen += &format!("{:?}", (document.url(), document.structure().page_starts));
        for copy in document.copies().take(99) {
            seen += &format!("{copy:?}");
        }
        for related in document.related().take(99) {
            seen += &format!("{related:?}");
        }
        seen += &format!("{:?}", (document.id(), document.path(), document.slug(), document.format(), document.text()));
        seen += &format!(
            "{:?}",
            (document.headline(), document.title(), document.source(), document.byline(), document.sha256())
        );
        document.dates().for_each(|d| seen += &format!("{:?}", (d.kind(), d.value(), d.span(), d.by())));
        document.blocks().for_each(|b| seen += &format!("{:?}", (b.span(), b.kind(), b.reason())));
        for sentence in document.sentences() {
            seen += &format!("{:?}", (sentence.span(), sentence.block_idx(), document.slice(sentence.span())));
        }
        for named in document.named_sentences() {
            assert_eq!(document.sentence(named.id), Some(named));
        }
        document
            .mentions()
            .for_each(|m| seen += &format!("{:?}", (m.span(), m.doc(), m.entity(), m.by(), m.confidence())));
        for q in document.quotations() {
            seen += &format!("{:?}", (q.span(), q.kind(), q.speaker(), q.cue(), q.attribution(), q.doc()));
            seen += &format!("{:?}", (q.addressee(), q.by(), q.confidence()));
        }
        for offset in [0, 5, 100, u32::MAX] {
            seen += &format!("{:?}", document.sentence_at(offset).map(|sentence| sentence.span()));
        }
        seen += &document.slice(ByteSpan::new(3, u32::MAX).unwrap());
    }
    for entity in corpus.entities() {
        seen += &format!("{:?}", (entity.kind(), entity.name(), entity.slug(), entity.n_docs(), entity.id()));
        entity.aliases().for_each(|alias| seen += &format!("{alias:?}"));
        entity.alias_reasons().for_each(|reason| seen += &format!("{reason:?}"));
        entity.possible_same().for_each(|possible| seen += &format!("{possible:?}"));
        entity.roles().for_each(|role| seen += &format!("{role:?}"));
        entity.mentions().for_each(|m| seen += &format!("{:?}", (m.span(), m.doc())));
        seen += &format!("{:?}", (entity.n_sentences(), entity.links(None), entity.links(Some(&[false, true]))));
        seen += &format!("{:?}", (entity.beside(9), entity.quotations_about(9).len(), entity.quotations().len()));
        let (from, to) = (entity.id(), EntityId(entity.id().0 ^ 1));
        let asked = Asked { from, to, through: None, not_through: &[], within: None, max: 9 };
        seen += &format!("{:?}", (corpus.together(from, to, None, 9), corpus.chains(&asked)));
    }
    let chosen = |facet, key: &str| (facet, Selection { include: vec![key.to_owned()], exclude: vec!["x".to_owned()] });
    let filters = [
        Filters::default(),
        Filters([chosen(Facet::Entity(EntityKind::Person), "e0"), chosen(Facet::Speaker, "person/e0")].into()),
        Filters([chosen(Facet::Language, "en")].into()),
    ];
    for typed in [
        "decree",
        "\"decree of lee\" -x",
        "dec* OR title:decree",
        "person:lee says:lee",
        "says:lee",
        "source:daily isis",
        "",
    ] {
        let query = Query::parse(typed, LastWord::Prefix);
        for (filters, sort) in filters.iter().zip([Sort::Relevance, Sort::Newest, Sort::Title]) {
            let answer = search(&corpus, &query, filters, sort);
            for hit in answer.hits.iter().chain(&answer.partial_hits) {
                let places = answer.places_of_hit(hit);
                seen += &format!("{:?}", answer.best_snippet(hit.doc, &places, 40).map(|s| (s.span, s.places)));
                for place in places.iter().chain(&answer.places(hit.doc)) {
                    seen += &format!("{:?}", answer.snippet_around(hit.doc, place, 20).map(|s| (s.span, s.places)));
                }
            }
            let facets = Facet::ALL.iter().map(|&facet| answer.facet(facet, "e", 5)).collect::<Vec<_>>();
            seen += &format!("{:?}", (answer.n_docs(), answer.n_places(), facets, answer.counts_by_term()));
        }
    }
    assert!(corpus.document(DocId(u32::MAX)).is_none() && corpus.entity(EntityId(u32::MAX)).is_none());
    assert!(!seen.is_empty());
}

#[test]
fn the_walk_sees_an_undamaged_blob() {
    for n_docs in 0..3 {
        assert!(Corpus::open(&blob(n_docs)).is_ok());
        walk(&blob(n_docs));
    }
    assert_eq!(blob(1)[12..16], (N_SECTIONS as u32).to_le_bytes(), "the number of sections is stale");
}

proptest! {
    #![proptest_config(crate::cases(500))]

    #[test]
    fn a_damaged_blob_with_a_fitting_hash_brings_nothing_down(
        n_docs in 1..3usize,
        changes in proptest::collection::vec((any::<Index>(), prop_oneof![Just(0u8), Just(255), any::<u8>()], 1..5usize), 1..6)
    ) {
        let mut blob = blob(n_docs);
        let header = SECTIONS_AT + N_SECTIONS * 8;
        let dictionaries: Vec<_> = DICTIONARIES.map(|number| section(&blob, number)).into();
        for (at, byte, len) in changes {
            // Not the texts alone: they are most of the blob and the least of the danger.
            let at = header + at.index(blob.len() - header);
            for at in at..(at + len).min(blob.len()) {
                if !dictionaries.iter().any(|dictionary| dictionary.contains(&at)) {
                    blob[at] = byte;
                }
            }
        }
        sign(&mut blob);
        walk(&blob);
    }

    #[test]
    fn sections_that_point_elsewhere_bring_nothing_down(
        n_docs in 1..3usize,
        number in select((0..N_SECTIONS).filter(|number| !DICTIONARIES.contains(number)).collect::<Vec<_>>()),
        start: u16,
        len in prop_oneof![any::<u16>(), 0..40u16],
    ) {
        let mut blob = blob(n_docs);
        let entry = SECTIONS_AT + number * 8;
        blob[entry..entry + 4].copy_from_slice(&u32::from(start).to_le_bytes());
        blob[entry + 4..entry + 8].copy_from_slice(&u32::from(len).to_le_bytes());
        sign(&mut blob);
        walk(&blob);
    }
}
