//! Which names are one entity: tables of small collections with their names marked.

use corpus::model::{Document, Entity, EntityKind};
use corpus::span::ByteSpan;

use super::resolve;
use crate::read::Received;
use crate::recognize::Found;
use crate::structure::structure;

/// A document whose names are marked: `<p Bob Rain>` is a person, `o` an organization, `l` a place, `g` a group; `?`
/// after the letter makes the recogniser unsure.
fn marked(marked: &str) -> (Document, Vec<Found>) {
    let (mut text, mut found) = (String::new(), Vec::new());
    for (number, part) in marked.split('<').enumerate() {
        let Some((mention, after)) = part.split_once('>') else {
            text += if number > 0 { "<" } else { "" };
            text += part;
            continue;
        };
        let (label, name) = mention.split_once(' ').expect("a label");
        let kind = match label.trim_end_matches('?') {
            "p" => EntityKind::Person,
            "o" => EntityKind::Organization,
            "l" => EntityKind::Place,
            _ => EntityKind::Group,
        };
        let start = text.len() as u32;
        text += name;
        let span = ByteSpan::new(start, text.len() as u32).expect("in order");
        found.push(Found {
            span,
            kind,
            by: "the test".to_owned(),
            confidence: if label.ends_with('?') { 60 } else { 90 },
        });
        text += after;
    }
    (structure(Received { text, ..Received::default() }), found)
}

fn resolved(texts: &[&str]) -> (Vec<Document>, Vec<Entity>) {
    let (mut documents, found): (Vec<_>, Vec<_>) = texts.iter().map(|text| marked(text)).unzip();
    let entities = resolve(&mut documents, found);
    (documents, entities)
}

/// Entities as `name: forms`.
fn check(texts: &[&str], expected: &[&str]) {
    let (_, entities) = resolved(texts);
    let lines = entities.iter().map(|entity| {
        let forms: Vec<_> = entity.aliases.iter().map(|alias| format!("{} {}", alias.text, alias.count)).collect();
        format!("{}: {}", entity.name, forms.join(", "))
    });
    assert_eq!(lines.collect::<Vec<_>>(), expected, "{texts:?}");
}

#[test]
fn people_are_named_by_surname_given_name_and_initials() {
    check(&["<p Maria Gonzalez> came. <p Gonzalez> left."], &["Maria Gonzalez: Gonzalez 1, Maria Gonzalez 1"]);
    check(&["<p Maria Gonzalez> came. <p Maria> left."], &["Maria Gonzalez: Maria 1, Maria Gonzalez 1"]);
    check(&["<p M. Gonzalez> is <p Maria Gonzalez>."], &["Maria Gonzalez: M. Gonzalez 1, Maria Gonzalez 1"]);
    check(&["<p John F. Rain>, or <p JFR>, came."], &["John F. Rain: JFR 1, John F. Rain 1"]);
    check(&["<p John Rain> is <p John F. Rain>."], &["John F. Rain: John F. Rain 1, John Rain 1"]);
    check(&["<p William Rain> is <p Bill Rain>."], &["William Rain: Bill Rain 1, William Rain 1"]);
    check(&["<p Abu Bakr al-Rain> fled. <p al-Rain> died."], &["Abu Bakr al-Rain: Abu Bakr al-Rain 1, al-Rain 1"]);
    check(&["<p Ana Snow Rain> came. <p Snow Rain> left."], &["Ana Snow Rain: Ana Snow Rain 1, Snow Rain 1"]);
    check(&["<p Bob Rain>, <p the mayor>, came."], &["Bob Rain: Bob Rain 1, the mayor 1"]);
}

#[test]
fn people_of_one_surname_stay_apart() {
    check(
        &["<p Ana Cruz> came. <p Cruz> left. <p Maria Cruz> came. <p Cruz> stayed."],
        &["Ana Cruz: Ana Cruz 1, Cruz 1", "Maria Cruz: Cruz 1, Maria Cruz 1"],
    );
    check(
        &["<p Cruz> came. <p Ana Cruz> and <p Maria Cruz> left."],
        &["Cruz: Cruz 1", "Ana Cruz: Ana Cruz 1", "Maria Cruz: Maria Cruz 1"],
    );
    check(
        &["<p Bob Cruz> met <p Maria Cruz>. Mr. <p Cruz> left. Mrs. <p Cruz> stayed."],
        &["Bob Cruz: Bob Cruz 1, Cruz 1", "Maria Cruz: Cruz 1, Maria Cruz 1"],
    );
    check(
        &["<p Bob Cruz, Jr.> met <p Bob Cruz Sr.> there, and <p Cruz Jr.> left."],
        &["Bob Cruz, Jr.: Bob Cruz, Jr. 1, Cruz Jr. 1", "Bob Cruz Sr.: Bob Cruz Sr. 1"],
    );
    check(
        &["<p Bob Cruz> trusted his son <p Bob Jr.> and <p Ana Hail>. <p Cruz> left."],
        &["Bob Cruz: Bob Cruz 1, Cruz 1", "Bob Jr.: Bob Jr. 1", "Ana Hail: Ana Hail 1"],
    );
    check(
        &["<p Bob Cruz> and <p Bob Jr.> came.", "<p Bob Cruz Jr.> and <p Bob Cruz Sr.> left."],
        &["Bob Cruz Sr.: Bob Cruz 1, Bob Cruz Sr. 1", "Bob Cruz Jr.: Bob Cruz Jr. 1, Bob Jr. 1"],
    );
    check(
        &["<p Bob Cruz>, or <p Cruz Sr.>, met <p Cruz Jr.> there."],
        &["Bob Cruz: Bob Cruz 1, Cruz Sr. 1", "Cruz Jr.: Cruz Jr. 1"],
    );
    check(
        &["<p Cruz Jr.> came.", "<p Cruz Sr.> left.", "<p Cruz> slept."],
        &["Cruz Jr.: Cruz Jr. 1", "Cruz Sr.: Cruz Sr. 1", "Cruz: Cruz 1"],
    );
    check(
        &["<p Bob Cruz Sr.> and <p Ana Cruz> came. <p Cruz Jr.> left."],
        &["Bob Cruz Sr.: Bob Cruz Sr. 1", "Ana Cruz: Ana Cruz 1", "Cruz Jr.: Cruz Jr. 1"],
    );
    check(&["<p Cruz II> came. <p Cruz> left.", "<p Cruz> slept."], &["Cruz II: Cruz 2, Cruz II 1"]);
    // Whichever comes first, the name without `Jr.` could be either's.
    check(
        &["<p Bob Cruz> came.", "<p Bob Cruz Jr.> left.", "<p Bob Cruz Sr.> slept."],
        &["Bob Cruz: Bob Cruz 1", "Bob Cruz Jr.: Bob Cruz Jr. 1", "Bob Cruz Sr.: Bob Cruz Sr. 1"],
    );
    check(
        &["Mayor <p Bob Cruz> came.", "Mayor <p Bob Cruz Jr.> left.", "Captain <p Bob Cruz Sr.> slept."],
        &["Bob Cruz Jr.: Bob Cruz 1, Bob Cruz Jr. 1", "Bob Cruz Sr.: Bob Cruz Sr. 1"],
    );
    check(
        &["Mayor <p Bob Cruz> came.", "Mayor <p Bob Cruz Jr.> left.", "Mayor <p Bob Cruz Sr.> slept."],
        &["Bob Cruz: Bob Cruz 1", "Bob Cruz Jr.: Bob Cruz Jr. 1", "Bob Cruz Sr.: Bob Cruz Sr. 1"],
    );
    check(
        &["<p Hale> praised his son <p Bob Hale>. <p Hale> left, and <p Bob> did."],
        &["Hale: Hale 2", "Bob Hale: Bob 1, Bob Hale 1"],
    );
    check(
        &["<p Bob Hale> met his wife, <p Ana Hale>. Mrs. <p Hale> left. <p Hale> stayed."],
        &["Bob Hale: Bob Hale 1, Hale 1", "Ana Hale: Ana Hale 1, Hale 1"],
    );
    check(
        &["<p Bob Hale>, a cousin of President <p Hale>, left. President <p Hale> stayed. <p Bob> came back."],
        &["Bob Hale: Bob 1, Bob Hale 1", "Hale: Hale 2"],
    );
    check(&["<p Bob Hale> left. A friend of Mayor <p Hale> stayed."], &["Bob Hale: Bob Hale 1, Hale 1"]);
    check(&["My son <p Bob Hale> left. <p Hale> came back."], &["Bob Hale: Bob Hale 1, Hale 1"]);
    check(&["Minister <p Bob Hale> met President <p Hale>."], &["Bob Hale: Bob Hale 1", "Hale: Hale 1"]);
    check(&["Mr. <p Hale> met Mrs. <p Hale>."], &["Hale: Hale 1", "Hale: Hale 1"]);
    check(
        &["<p John A. Rain> met <p John B. Rain>."],
        &["John A. Rain: John A. Rain 1", "John B. Rain: John B. Rain 1"],
    );
}

#[test]
fn organizations_are_named_by_acronym_part_and_other_order() {
    check(&["The <o Rain Institute> (<o RI>) grew. <o RI> fell."], &["Rain Institute: RI 2, Rain Institute 1"]);
    check(&["<o RI> (<o Rain Institute>) grew."], &["Rain Institute: RI 1, Rain Institute 1"]);
    check(
        &["<o Rain Research Institute> grew. <o RRI> fell."],
        &["Rain Research Institute: RRI 1, Rain Research Institute 1"],
    );
    check(&["<o Hail Holdings> grew. <o Hail> fell."], &["Hail Holdings: Hail 1, Hail Holdings 1"]);
    check(&["<o Hail Corp> (<o HC>) grew. <o HC> fell."], &["Hail Corp: HC 2, Hail Corp 1"]);
    check(&["<o Rain Snow Corp> grew. <o RSC> fell."], &["Rain Snow Corp: RSC 1, Rain Snow Corp 1"]);
    check(&["<o Hail Inc.> is <o Hail>."], &["Hail Inc.: Hail 1, Hail Inc. 1"]);
    check(
        &["<o University of Snow> is <o Snow University>."],
        &["University of Snow: Snow University 1, University of Snow 1"],
    );
    check(
        &["<o Ministry of Rain> is <o the Rain Ministry>."],
        &["the Rain Ministry: Ministry of Rain 1, the Rain Ministry 1"],
    );
    check(&["<o ISIS> is <o Daesh>, <o ISIS>."], &["ISIS: ISIS 2, Daesh 1"]);
    check(&["<l U.S.> is <l the United States>."], &["the United States: U.S. 1, the United States 1"]);
    check(&["<g Rainer> met <g Rainers>."], &["Rainers: Rainer 1, Rainers 1"]);
    check(&["<o Rain-Snow> is <o Rain Snow>."], &["Rain Snow: Rain Snow 1, Rain-Snow 1"]);
}

#[test]
fn parts_of_several_names_and_of_places_stay_by_themselves() {
    check(
        &["<o Hail Holdings> met <o Hail Airways>. <o Hail> fell."],
        &["Hail Holdings: Hail Holdings 1", "Hail Airways: Hail Airways 1", "Hail: Hail 1"],
    );
    check(
        &["<o Hail Rain Finance Corp> is a unit of <o Hail Rain Inc>."],
        &["Hail Rain Finance Corp: Hail Rain Finance Corp 1", "Hail Rain Inc: Hail Rain Inc 1"],
    );
    check(
        &["<o Rain Institute> (<o RI>) met <o RI Unit Trust>."],
        &["Rain Institute: RI 1, Rain Institute 1", "RI Unit Trust: RI Unit Trust 1"],
    );
    check(&["<l South Sudan> is not <l Sudan>."], &["South Sudan: South Sudan 1", "Sudan: Sudan 1"]);
    check(&["<l La.> is not <l Los Angeles>."], &["La.: La. 1", "Los Angeles: Los Angeles 1"]);
    check(&["<l L.A.> is <l Los Angeles>."], &["Los Angeles: L.A. 1, Los Angeles 1"]);
    check(&["<l East Rain> is not <l Rain>."], &["East Rain: East Rain 1", "Rain: Rain 1"]);
    check(&["<g American> is not <l America>."], &["American: American 1", "America: America 1"]);
    check(
        &["<o Rain Air Force> met <o Snow Air Force>, an <o Air Force>."],
        &["Rain Air Force: Rain Air Force 1", "Snow Air Force: Snow Air Force 1", "Air Force: Air Force 1"],
    );
}

#[test]
fn one_wording_is_one_kind_unless_the_recogniser_is_sure() {
    check(&["<o Hail> grew. <o Hail> fell. <p? Hail> rose."], &["Hail: Hail 3"]);
    check(&["<l Rain>, <l Rain>, and <l Rain>. <p Bob Rain>."], &["Rain: Rain 3", "Bob Rain: Bob Rain 1"]);
    check(&["<o Rain Institute> (<l? RI>) grew."], &["Rain Institute: RI 1, Rain Institute 1"]);
}

#[test]
fn documents_share_full_names_and_explained_acronyms() {
    check(&["The <o Rain Institute> (<o RIX>) grew.", "<o RIX> fell."], &["Rain Institute: RIX 2, Rain Institute 1"]);
    check(
        &["<o Pale Ale> (<o PA>) grew.", "<o Pink Army> (<o PA>) fell.", "<o PA> rose."],
        &["Pale Ale: PA 1, Pale Ale 1", "Pink Army: PA 1, Pink Army 1", "PA: PA 1"],
    );
    check(&["<p Ana Rain> came.", "<p Ana T. Rain> left."], &["Ana T. Rain: Ana Rain 1, Ana T. Rain 1"]);
    check(&["<p Ana Rain> came.", "<p Rain> left."], &["Ana Rain: Ana Rain 1", "Rain: Rain 1"]);
    check(
        &["<p Ana Rain> of <o Hail Now> came.", "<p Rain> left <o Hail Now>."],
        &["Ana Rain: Ana Rain 1, Rain 1", "Hail Now: Hail Now 2"],
    );
    check(&["Senator <p Ana Rain> came.", "Senator <p Rain> left."], &["Ana Rain: Ana Rain 1, Rain 1"]);
    check(
        &["<o Hail Holdings>, or <o Hail>.", "<o Hail Holdings>, or <o Hail>.", "<o Hail>."],
        &["Hail Holdings: Hail 3, Hail Holdings 2"],
    );
}

#[test]
fn people_of_one_name_whom_documents_describe_differently_stay_apart() {
    check(
        &["<p Bob Rain>, the mayor of Snowtown, came.", "<p Bob Rain>, a striker, scored."],
        &["Bob Rain: Bob Rain 1", "Bob Rain: Bob Rain 1"],
    );
    check(
        &["<p Bob Rain>, the mayor of Snowtown, came.", "<p Bob Rain>, the mayor of Hailtown, left."],
        &["Bob Rain: Bob Rain 1", "Bob Rain: Bob Rain 1"],
    );
    check(&["Mr. <p Kim Rain> came.", "Mrs. <p Kim Rain> left."], &["Kim Rain: Kim Rain 1", "Kim Rain: Kim Rain 1"]);
    check(&["<p Bob Rain>, a lawyer, came.", "Senator <p Bob Rain> left."], &["Bob Rain: Bob Rain 2"]);
    check(
        &["<p Bob Rain>, the mayor of Snowtown, met <p Ana Hail>.", "<p Bob Rain>, a striker, met <p Ana Hail>."],
        &["Bob Rain: Bob Rain 2", "Ana Hail: Ana Hail 2"],
    );
}

#[test]
fn forms_say_why_they_belong_and_what_is_unsure_is_offered() {
    let (_, entities) = resolved(&["<p Maria Gonzalez> came. <p Gonzalez> left.", "<p Gonzalez> came."]);
    let reasons: Vec<_> =
        entities[0].aliases.iter().map(|alias| (alias.text.as_str(), alias.reason.as_str())).collect();
    let expected =
        [("Gonzalez", "surname of the person named in full in the same document"), ("Maria Gonzalez", "same words")];
    assert_eq!(reasons, expected);
    assert!(entities[0].aliases.iter().all(|alias| (1..=100).contains(&alias.confidence)));
    for (one, other) in [(0, 1), (1, 0)] {
        let offered: Vec<_> = entities[one].possible_same.iter().map(|possible| possible.other.0).collect();
        assert_eq!(offered, [other], "{entities:?}");
    }
}

#[test]
fn the_name_is_the_fullest_common_form() {
    let ten = "<p Bob Rain> came. ".repeat(10);
    check(&[&(ten.clone() + "<p Bob Xavier Rain> left.")], &["Bob Rain: Bob Rain 10, Bob Xavier Rain 1"]);
    check(&["<p BOB RAIN> came. <p Bob Rain> left."], &["Bob Rain: BOB RAIN 1, Bob Rain 1"]);
    check(&["<p Senator Bob Rain> came. <p Bob Rain> left."], &["Bob Rain: Bob Rain 1, Senator Bob Rain 1"]);
}

#[test]
fn many_names_of_one_surname_or_beginning_take_no_square_of_time() {
    let names = |label: &str, of: &dyn Fn(usize) -> String| {
        (0..20_000).map(|number| format!("<{label} {}> came. ", of(number))).collect::<String>()
    };
    let people = names("p", &|number| format!("Bob X{number} Rain"));
    let others = names("p", &|number| format!("X{number} Rain"));
    let bodies = names("o", &|number| format!("Hail Snow X{number}"));
    let acronyms = names("o", &|number| format!("Xa Y{number} (ZQ)"));
    let (documents, _) = resolved(&[&people, &others, &bodies, &acronyms]);
    assert!(documents.iter().all(|document| document.mentions.len() == 20_000));
}

/// The kinds of the entities of this name, with how often each is mentioned.
fn kinds_of(texts: &[&str], name: &str) -> Vec<(EntityKind, u32)> {
    let (_, entities) = resolved(texts);
    let named = entities.iter().filter(|entity| entity.name == name);
    named.map(|entity| (entity.kind, entity.aliases.iter().map(|alias| alias.count).sum())).collect()
}

#[test]
fn doubtful_kinds_are_those_of_the_collection() {
    let five = ["It rained in <l Rainford>."; 5];
    let with = |text: &'static str| five.iter().copied().chain([text]).collect::<Vec<_>>();
    let (place, person) = ((EntityKind::Place, 5), |n| (EntityKind::Person, n));
    assert_eq!(kinds_of(&with("We met at <p? Rainford>."), "Rainford"), [(EntityKind::Place, 6)]);
    assert_eq!(kinds_of(&with("We met at <o? Rainford>."), "Rainford"), [(EntityKind::Place, 6)]);
    // Who is sure of it, or tells an office, is right.
    assert_eq!(kinds_of(&with("We met <p Rainford>."), "Rainford"), [place, person(1)]);
    assert_eq!(kinds_of(&with("<p Rainford> spoke. So <p? Rainford> did."), "Rainford"), [place, person(2)]);
    assert_eq!(kinds_of(&with("We met Mayor <p? Rainford>."), "Rainford"), [place, person(1)]);
    assert_eq!(kinds_of(&with("The mayor of <p? Rainford> spoke."), "Rainford"), [(EntityKind::Place, 6)]);
    assert_eq!(kinds_of(&with("The government <p? Rainford> spoke."), "Rainford"), [(EntityKind::Place, 6)]);
    // Four documents are too few, and a third that says otherwise is too many.
    assert_eq!(kinds_of(&with("We met <p? Rainford>.")[1..], "Rainford"), [(EntityKind::Place, 4), person(1)]);
    let parted = [&five[..], &["<p Rainford> spoke."; 2]].concat();
    assert_eq!(kinds_of(&parted, "Rainford"), [place, person(2)]);
}

#[test]
fn the_surname_of_a_person_is_no_place_but_where_somebody_is_from_it() {
    let five = ["It rained in <l Rainford>."; 5];
    let with = |text: &'static str| five.iter().copied().chain([text]).collect::<Vec<_>>();
    check(
        &with("<p Bob Rainford> spoke. Then <p? Rainford> left."),
        &["Rainford: Rainford 5", "Bob Rainford: Bob Rainford 1, Rainford 1"],
    );
    check(
        &with("<p Bob Snow van Rainford> spoke in <p? Rainford>."),
        &["Rainford: Rainford 6", "Bob Snow van Rainford: Bob Snow van Rainford 1"],
    );
    let two = ["It rained in <l Rainford> and in <l Hailton>."; 5];
    check(
        &[&two[..], &["Help <p? Rainford Hailton>! So they left <p? Hailton>."]].concat(),
        &["Rainford: Rainford 5", "Hailton: Hailton 6", "Rainford Hailton: Rainford Hailton 1"],
    );
}

#[test]
fn acronyms_of_several_names_keep_them_apart() {
    // The list has a long form for the first acronym, and none for the second.
    check(
        &[
            "The <o Environmental Protection Agency> (<o EPA>) grew.",
            "The <o Economic Rain Agency> (<o EPA>) fell. <o EPA> rose.",
            "<o EPA> sold rain.",
        ],
        &["EPA: EPA 2, Environmental Protection Agency 1", "Economic Rain Agency: EPA 2, Economic Rain Agency 1"],
    );
    check(
        &["The <o Canada Rain Corp> (<o CDC>) grew.", "The <o Centers for Hail> (<o CDC>) fell."],
        &["Canada Rain Corp: CDC 1, Canada Rain Corp 1", "Centers for Hail: CDC 1, Centers for Hail 1"],
    );
}

#[test]
fn spellings_of_one_long_form_are_one() {
    check(
        &[
            "The <o Organisation of Rain> (<o OOR>) grew.",
            "The <o Organization of Rain> (<o OOR>) fell.",
            "<o OOR> rose. <o Organization of Rain> fell.",
        ],
        &["Organization of Rain: OOR 3, Organization of Rain 2, Organisation of Rain 1"],
    );
}

#[test]
fn the_symbols_of_exchanges_name_companies_in_their_document_alone() {
    check(
        &["<o Hail Gas Inc> <<o HGC>> grew. <o HGC> fell.", "<o HGC Inc> rose. <o HGC> fell."],
        &["Hail Gas Inc: HGC 2, Hail Gas Inc 1", "HGC Inc: HGC 1, HGC Inc 1"],
    );
}

#[test]
fn a_company_that_is_called_by_letters_is_not_short_for_another() {
    check(
        &["<o Rain Snow Corp> met <o RSC>.", "<o RSC Corp> fell. <o RSC> rose."],
        &["Rain Snow Corp: RSC 1, Rain Snow Corp 1", "RSC Corp: RSC 1, RSC Corp 1"],
    );
    check(&["<o Rain Snow Corp> met <o RSC Corp>."], &["Rain Snow Corp: Rain Snow Corp 1", "RSC Corp: RSC Corp 1"]);
}

#[test]
fn what_stands_before_one_name_is_not_the_name() {
    check(&["<p Rain> fell. <p vintage Rain>."], &["Rain: Rain 1, vintage Rain 1"]);
}
