//! What the seed document must become, as the issue words it.

use std::path::Path;

use corpus::model::{Block, BlockKind, Collection, DateKind, Document, Quotation, QuotationKind, Speaker};
use corpus::span::ByteSpan;

fn seed() -> Collection {
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds");
    let (collection, report) = ingest::collect(&seeds, &ingest::Options::default()).expect("the seed can be read");
    assert_eq!(report.problems, []);
    assert_eq!(collection.documents.len(), 1);
    collection
}

fn words(document: &Document, span: ByteSpan) -> &str {
    span.slice(&document.text).expect("spans lie in the text")
}

#[test]
fn the_headline_and_the_outlet_are_read_where_they_stand() {
    let collection = seed();
    let document = &collection.documents[0];
    let headline = document.headline.as_ref().expect("a headline");
    assert_eq!(headline.text, "ISIS Forbids Its Fighters To Use Social Media");
    assert_eq!(headline.span.map(|span| words(document, span)), Some(headline.text.as_str()));
    let source = document.source.as_ref().expect("an outlet");
    assert_eq!(source.text, "Homeland Security Today");
    assert_eq!(source.span.map(|span| words(document, span)), Some(source.text.as_str()));
    assert_eq!(document.language, "en");
    assert_eq!(document.slug, "000-ac758b9c96a4f1ae");
}

#[test]
fn all_furniture_and_nothing_else_is_left_out() {
    let collection = seed();
    let document = &collection.documents[0];
    let furniture: Vec<&Block> = document.blocks.iter().filter(|block| block.kind == BlockKind::Furniture).collect();
    let found: Vec<&str> = furniture.iter().map(|block| words(document, block.span)).collect();
    let about = found.get(4).copied().unwrap_or_default();
    assert!(about.starts_with("The Government Technology & Services Coalition's") && about.ends_with("challenges."));
    assert_eq!(
        found,
        [
            "53 F",
            "Washington D.C.",
            "Friday, September 30, 2022",
            "Homeland Security Todayhttp://www.hstoday.us",
            about,
            "Related Articles",
            "- Advertisement -",
            "Latest Articles",
        ]
    );
    assert!(furniture.iter().all(|block| block.reason.as_ref().is_some_and(|reason| !reason.is_empty())));
}

#[test]
fn no_publication_date_is_claimed() {
    let collection = seed();
    let dates: Vec<_> = collection.documents[0].dates.iter().map(|date| (date.kind, date.value.as_str())).collect();
    assert_eq!(dates, [(DateKind::Printed, "2022-09-30")]);
}

#[test]
fn each_name_is_one_entity_with_all_its_mentions() {
    let collection = seed();
    let found = collection.entities.iter().map(|entity| {
        let aliases: Vec<_> = entity.aliases.iter().map(|alias| (alias.text.as_str(), alias.count)).collect();
        (entity.kind.word(), entity.name.as_str(), aliases)
    });
    let found: Vec<_> = found.collect();
    assert_eq!(
        found,
        [
            ("organization", "ISIS", vec![("ISIS", 12), ("Islamic State", 2)]),
            ("organization", "Delegated Committee", vec![("Delegated Committee", 1)]),
            ("product", "Telegram", vec![("Telegram", 2)]),
            ("place", "US", vec![("US", 3)]),
            ("organization", "Homeland Security Today", vec![("Homeland Security Today", 3)]),
            (
                "organization",
                "Middle East Media Research Institute",
                vec![("MEMRI", 2), ("Middle East Media Research Institute", 1)]
            ),
            ("person", "Steve Stalinsky", vec![("Stalinsky", 1), ("Steve Stalinsky", 1)]),
            ("product", "Twitter", vec![("Twitter", 1)]),
            ("organization", "Special Forces", vec![("Special Forces", 1)]),
            ("person", "Godfrey Garner", vec![("Godfrey Garner", 1)]),
            ("group", "American", vec![("American", 1)]),
        ]
    );
    let document = &collection.documents[0];
    for mention in &document.mentions {
        let entity = &collection.entities[mention.entity.0 as usize];
        assert!(entity.aliases.iter().any(|alias| alias.text == words(document, mention.span)));
    }
}

#[test]
fn roles_are_kept_in_the_words_of_the_text() {
    let collection = seed();
    let roles: Vec<_> = collection
        .entities
        .iter()
        .flat_map(|entity| entity.roles.iter().map(|role| (entity.name.as_str(), role.text.as_str())))
        .collect();
    assert_eq!(
        roles,
        [
            ("Steve Stalinsky", "Middle East Media Research Institute (MEMRI) Executive Director"),
            (
                "Godfrey Garner",
                "Former 20-plus year counterterrorism Special Forces veteran and Homeland Security Today Senior Contributing \
             Editor"
            ),
        ]
    );
}

/// Speaker and first words of a quotation; brackets tell who is described or unnamed.
fn line(collection: &Collection, quotation: &Quotation) -> (String, String) {
    let document = &collection.documents[0];
    let speaker = match quotation.speaker {
        Speaker::Entity(id, _) => collection.entities[id.0 as usize].name.clone(),
        Speaker::Described(span) => format!("({})", words(document, span)),
        Speaker::Unnamed(span) => format!("[{}]", words(document, span)),
        Speaker::Unresolved => "?".to_owned(),
    };
    (speaker, words(document, quotation.span).chars().take(24).collect())
}

fn check_quotations(kind: QuotationKind, expected: &[(&str, &str)]) {
    let collection = seed();
    let quotations = collection.documents[0].quotations.iter().filter(|quotation| quotation.kind == kind);
    let found: Vec<_> = quotations.map(|quotation| line(&collection, quotation)).collect();
    let found: Vec<_> = found.iter().map(|(speaker, start)| (speaker.as_str(), start.as_str())).collect();
    assert_eq!(found, expected);
}

#[test]
fn the_five_quotations_have_their_speakers() {
    check_quotations(
        QuotationKind::Direct,
        &[
            ("(The memo)", "“To all Islamic State so"),
            ("Steve Stalinsky", "“I don’t think it will b"),
            ("Steve Stalinsky", "\"MEMRI has always been f"),
            ("Steve Stalinsky", "\"It’s not that common fo"),
            ("Godfrey Garner", "“on its face, it’s a sma"),
        ],
    );
}

#[test]
fn the_officials_stay_unnamed() {
    check_quotations(
        QuotationKind::Indirect,
        &[
            ("[US counterterrorism officials]", "While there’s been much "),
            ("[US counterterrorism officials]", "jihadists’ social media "),
        ],
    );
}

#[test]
fn the_same_seeds_give_the_same_bytes() {
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds");
    let build = || ingest::build(&seeds, &ingest::Options::default()).expect("the seed can be built").0;
    assert_eq!(build(), build());
    assert_eq!(seed(), seed());
}
