//! Copies of a story and related documents, from files to the collection.

use corpus::model::{Collection, DocId, Reason, SameStory};
use ingest::{Config, Corrections, Report, ingest, ingest_with};

const STORY: &str = "The river rose by two metres during the night and flooded the lower town. \
     Firemen brought forty families to the school on the hill. \
     The mayor promised that the old wall would be rebuilt before autumn.";
const UPDATE: &str = "An engineer later blamed a broken sluice for the whole disaster.";

fn collection(files: &[(&str, &str)], corrections: &str) -> Collection {
    let mut report = Report::default();
    let corrections = Corrections::from_toml("corrections.toml", corrections.as_bytes(), &mut report);
    let files = files.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec()));
    let (collection, problems) = ingest_with(files, &Config::default(), &corrections);
    assert_eq!((report.problems, problems.problems), (vec![], vec![]));
    collection
}

/// The copies of a document as `path percent: its own sentences`, with `=` where all words are the same.
fn copies(collection: &Collection, doc: usize) -> Vec<String> {
    let document = &collection.documents[doc];
    let line = |copy: &SameStory| {
        let own = copy.own_sentences.iter().map(|&idx| document.sentences[idx as usize].span);
        let own: Vec<_> = own.map(|span| span.slice(&document.text).expect("in the text")).collect();
        let sign = if copy.is_exact { "=" } else { "" };
        let other = &collection.documents[copy.doc.0 as usize].path;
        format!("{other} {sign}{}: {}", copy.shared_percent, own.join(" "))
    };
    document.copies.iter().map(line).collect()
}

fn check(first: &str, second: &str, expected: [&[&str]; 2]) {
    let collection = collection(&[("a.txt", first), ("b.txt", second)], "");
    assert_eq!([copies(&collection, 0), copies(&collection, 1)], expected, "{first:?} {second:?}");
}

#[test]
fn the_same_words_are_an_exact_copy_whatever_the_lines_and_the_headline() {
    check(STORY, STORY, [&["b.txt =100: "], &["a.txt =100: "]]);
    let folded = STORY.replace(' ', "\n").to_uppercase();
    check(STORY, &folded, [&["b.txt =100: "], &["a.txt =100: "]]);
    check(
        &format!("Town Flooded\n\n{STORY}"),
        &format!("River Leaves Its Bed\n\n{STORY}"),
        [&["b.txt =100: "], &["a.txt =100: "]],
    );
    check("It rained.", "It rained!", [&["b.txt =100: "], &["a.txt =100: "]]);
}

#[test]
fn furniture_is_no_part_of_the_story() {
    let page = format!("12 C\n\n3 May 2021\n\nTown Flooded\n\n{STORY}\n\nRelated Articles\n\nSnow Falls");
    check(&format!("Town Flooded\n\n{STORY}"), &page, [&["b.txt =100: "], &["a.txt =100: "]]);
}

#[test]
fn an_update_is_a_copy_with_sentences_of_its_own() {
    let update = format!("{} {UPDATE}", STORY.replace("forty", "fifty"));
    let shared = "b.txt 87: ";
    let own = format!("a.txt 87: {UPDATE}");
    check(STORY, &update, [&[shared], &[&own]]);
}

#[test]
fn a_short_report_inside_a_long_one_is_a_copy() {
    let short = &STORY[..STORY.find(" The mayor").expect("there")];
    let own = "a.txt 100: The mayor promised that the old wall would be rebuilt before autumn.";
    check(short, STORY, [&["b.txt 100: "], &[own]]);
}

#[test]
fn other_stories_and_short_ones_that_only_resemble_each_other_are_no_copies() {
    check(STORY, UPDATE, [&[], &[]]);
    check("The board declared a dividend of two cents.", "The board declared a dividend of six cents.", [&[], &[]]);
    check("- Advertisement -", "- Advertisement -", [&[], &[]]);
}

#[test]
fn a_correction_keeps_two_documents_apart() {
    let files = [("a.txt", STORY), ("b.txt", STORY), ("c.txt", STORY)];
    let collection = collection(&files, "[[document]]\npath = \"b.txt\"\nnot_a_copy_of = [\"a.txt\"]\n");
    let copies = [copies(&collection, 0), copies(&collection, 1), copies(&collection, 2)];
    assert_eq!(copies, [vec!["c.txt =100: "], vec!["c.txt =100: "], vec!["a.txt =100: ", "b.txt =100: "]]);
}

#[test]
fn many_copies_are_bounded_and_the_order_of_files_does_not_matter() {
    let files: Vec<_> = (0..300).map(|number| (format!("{number:04}.txt"), STORY.as_bytes().to_vec())).collect();
    let (collection, _) = ingest(files.clone(), &Config::default());
    assert!(collection.documents.iter().all(|document| document.copies.len() == 32));
    assert_eq!(collection.documents[299].copies[0].doc, DocId(0));
    let (reversed, _) = ingest(files.into_iter().rev(), &Config::default());
    assert_eq!(collection, reversed);
}

#[test]
fn related_documents_have_reasons_in_the_words_of_the_text() {
    let mut files: Vec<_> =
        (0..80).map(|number| (format!("z{number}.txt"), format!("Nothing happened on day {number}."))).collect();
    files.push(("a.txt".to_owned(), "The gardener Ann Snow mowed a lawn near the sluice.".to_owned()));
    files.push(("b.txt".to_owned(), "A lawn was flooded, and Ann Snow inspected its sluice.".to_owned()));
    let files = files.into_iter().map(|(path, text)| (path, text.into_bytes()));
    let (collection, _) = ingest(files, &Config::default());
    let related = &collection.documents[0].related;
    let reasons = related[0].reasons.iter().map(|reason| match reason {
        Reason::Entity(id) => collection.entities[id.0 as usize].name.as_str(),
        Reason::Word(word) => word,
    });
    assert_eq!(reasons.collect::<Vec<_>>(), ["Ann Snow", "lawn", "sluice"]);
    assert_eq!((related.len(), related[0].doc), (1, DocId(1)));
}
