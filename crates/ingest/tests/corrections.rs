//! What `corrections.toml` says wins over what was found, and what of it fits nothing is reported with its line.

use corpus::model::{BlockKind, Collection, DateKind, Document, Speaker};
use corpus::span::ByteSpan;
use ingest::{Config, Corrections, Report, ingest_with};
use proptest::prelude::*;

const STORY: &str = "12 C\n\n3 May 2021\n\nTown Flooded\n\nBy Staff Writers\n\nAna Cruz came to the town hall. Cruz left early.\n\n\
     “It rained all day,” Bob Rain said. Rain saw it.\n\nRelated Articles\n\nSnow Falls";
const OTHER: &str = "Maria Cruz met Bob Rain in France. Cruz left again.";

/// The collection of two documents under these corrections, and its problems as `line: message`.
fn ingest(corrections: &str) -> (Collection, Vec<String>) {
    let (collection, problems) = built(corrections);
    let (applied, same_problems) = applied(corrections);
    assert_eq!(problems, same_problems, "{corrections}");
    check_alike(&collection, &applied, corrections);
    (collection, problems)
}

/// The collection without corrections, with these applied to it as the page does it; through the blob and back.
fn applied(corrections: &str) -> (Collection, Vec<String>) {
    let mut report = Report::default();
    let corrections = Corrections::from_toml("corrections.toml", corrections.as_bytes(), &mut report);
    let blob = corpus::codec::encode(&built("").0);
    let before = corpus::Corpus::open(&blob).expect("a blob");
    let mut collection = corpus::codec::decode(&before);
    report.problems.extend(corrections.apply(&mut collection, ingest::slug::ascii).problems);
    collection.documents.iter().for_each(|document| check_sound(document, &collection));
    let blob = corpus::codec::encode_again(&collection, &before);
    assert_eq!(blob, corpus::codec::encode(&collection), "it is the same as if it was made from the start");
    let again = corpus::codec::decode(&corpus::Corpus::open(&blob).expect("a blob"));
    assert_eq!(again, collection, "sentences and their names are as they are read");
    (
        collection,
        report
            .problems
            .iter()
            .map(|problem| format!("{}: {}", problem.line.unwrap_or_default(), problem.message))
            .collect(),
    )
}

/// Asserts that the page shows what the build makes: names, properties, dates and passages. What only the build can find
/// anew is left aside: what is inside of passages that are kept again, what is left of words that are cut, the names of
/// documents without passages that are left out, and whatever follows from it.
fn check_alike(built: &Collection, applied: &Collection, corrections: &str) {
    // What is left of a word that a removed passage cuts, the build alone reads.
    let is_cut = |document: &Document| {
        let is_in_word = |at: u32| {
            let (before, after) = document.text.split_at(at as usize);
            before.ends_with(char::is_alphanumeric) && after.starts_with(char::is_alphanumeric)
        };
        let furniture = document.blocks.iter().filter(|block| block.kind == BlockKind::Furniture);
        furniture.flat_map(|block| [block.span.start(), block.span.end()]).any(is_in_word)
    };
    if applied.documents.iter().any(is_cut) {
        return;
    }
    for (built, applied) in built.documents.iter().zip(&applied.documents) {
        // A headline that is left out leaves its place to another line, which the build alone looks for.
        if corrections.contains("remove =") && applied.headline.is_none() && built.headline.is_some() {
            continue;
        }
        let spans = |document: &Document| {
            document.blocks.iter().map(|block| (block.span, block.kind, block.reason.clone())).collect::<Vec<_>>()
        };
        assert_eq!(spans(built), spans(applied), "{corrections}");
        assert_eq!(
            (&built.headline, &built.source, &built.byline),
            (&applied.headline, &applied.source, &applied.byline),
            "{corrections}"
        );
        assert_eq!(built.language, applied.language, "{corrections}");
        // What is left of a date that a kept passage cuts, the build alone reads.
        let cuts = |date: ByteSpan| {
            applied.blocks.iter().any(|block| date.start() < block.span.end() && block.span.end() < date.end())
        };
        if !applied.dates.iter().filter_map(|date| date.span).any(cuts) {
            assert_eq!(built.dates, applied.dates, "{corrections}");
        }
    }
    if corrections.contains("keep =") {
        return;
    }
    for (of_built, of_applied) in built.documents.iter().zip(&applied.documents) {
        assert_eq!(of_built.sentences, of_applied.sentences, "{corrections}");
    }
    // Names are weighed by all of their document.
    if corrections.contains("remove =") {
        return;
    }
    for (of_built, of_applied) in built.documents.iter().zip(&applied.documents) {
        assert_eq!(of_built.mentions, of_applied.mentions, "{corrections}");
        let quoted = |document: &Document| document.quotations.iter().map(|said| said.span).collect::<Vec<_>>();
        assert_eq!(quoted(of_built), quoted(of_applied), "{corrections}");
    }
    assert_eq!(built.entities, applied.entities, "{corrections}");
}

/// What the build makes of the files under these corrections.
fn built(corrections: &str) -> (Collection, Vec<String>) {
    let mut report = Report::default();
    let corrections = Corrections::from_toml("corrections.toml", corrections.as_bytes(), &mut report);
    let lines =
        "{\"id\":\"1\",\"text\":\"It snowed.\",\"date\":\"2020-05-01\"}\n{\"id\":\"2\",\"text\":\"It hailed.\"}\n";
    let files = [("a.txt", STORY), ("b.txt", OTHER), ("c.jsonl", lines)];
    let files = files.map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()));
    let (collection, rest) = ingest_with(files, &Config::default(), &corrections);
    collection.documents.iter().for_each(|document| check_sound(document, &collection));
    report.problems.extend(rest.problems);
    let problems = report.problems.iter().map(|problem| {
        assert_eq!(problem.path, "corrections.toml", "{problem}");
        format!("{}: {}", problem.line.unwrap_or_default(), problem.message)
    });
    (collection, problems.collect())
}

fn words(document: &Document, span: ByteSpan) -> &str {
    span.slice(&document.text).expect("spans lie in the text")
}

/// Asserts that blocks, sentences and mentions still fit together.
fn check_sound(document: &Document, collection: &Collection) {
    let ordered = |spans: Vec<ByteSpan>| {
        spans.iter().for_each(|&span| assert!(!words(document, span).trim().is_empty()));
        assert!(spans.windows(2).all(|pair| pair[0].end() <= pair[1].start()), "{spans:?}");
    };
    ordered(document.blocks.iter().map(|block| block.span).collect());
    ordered(document.sentences.iter().map(|sentence| sentence.span).collect());
    for block in &document.blocks {
        assert_eq!(block.kind == BlockKind::Furniture, block.reason.is_some());
    }
    for sentence in &document.sentences {
        let block = &document.blocks[sentence.block_idx as usize];
        assert!(block.kind != BlockKind::Furniture && block.span.contains(sentence.span));
    }
    for mention in &document.mentions {
        let entity = &collection.entities[mention.entity.0 as usize];
        let form = words(document, mention.span).split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(entity.aliases.iter().any(|alias| alias.text == form), "{form} in {entity:?}");
    }
    if let Some(headline) = &document.headline {
        assert!(headline.span.is_none_or(|span| words(document, span) == headline.text));
    }
}

/// Asserts that the corrections can all be applied, and returns what becomes of the documents.
fn corrected(corrections: &str) -> Collection {
    let (collection, problems) = ingest(corrections);
    assert_eq!(problems, [""; 0], "{corrections}");
    collection
}

fn blocks(document: &Document, kind: BlockKind) -> Vec<&str> {
    document.blocks.iter().filter(|block| block.kind == kind).map(|block| words(document, block.span)).collect()
}

/// Entities as `kind name: forms`.
fn entities(collection: &Collection) -> Vec<String> {
    let line = |entity: &corpus::model::Entity| {
        let forms: Vec<_> = entity.aliases.iter().map(|alias| format!("{} {}", alias.text, alias.count)).collect();
        format!("{} {}: {}", entity.kind.word(), entity.name, forms.join(", "))
    };
    collection.entities.iter().map(line).collect()
}

const ANA: &str = "person Ana Cruz: Ana Cruz 1, Cruz 1";
const BOB: &str = "person Bob Rain: Bob Rain 2, Rain 1";
const MARIA: &str = "person Maria Cruz: Cruz 1, Maria Cruz 1";
const JORDAN: &str = "place France: France 1";

fn check_entities(corrections: &str, expected: &[&str]) {
    assert_eq!(entities(&corrected(corrections)), expected, "{corrections}");
}

fn check_problems(corrections: &str, expected: &[&str]) {
    let (collection, problems) = ingest(corrections);
    assert_eq!(problems.len(), expected.len(), "{problems:?}");
    for (problem, expected) in problems.iter().zip(expected) {
        assert!(problem.starts_with(expected.split('…').next().unwrap_or_default()), "{problem}");
        assert!(expected.split('…').all(|part| problem.contains(part)), "{problem} has not {expected}");
        assert!(problem.contains("applied"), "{problem}");
    }
    let (untouched, _) = ingest("");
    assert_eq!(collection, untouched, "{corrections}");
}

#[test]
fn properties_of_a_document_are_set_and_say_where_they_come_from() {
    let collection = corrected(
        "[[document]]\npath = \"a.txt\"\nheadline = \"River Rises\"\nsource = \"The  Daily\"\n\n\
         byline = \"Bob Rain\"\npublished = 2021-05-02\nlanguage = \"de\"\n",
    );
    let document = &collection.documents[0];
    let attribute = |attribute: &Option<corpus::model::Attribute>| {
        let attribute = attribute.as_ref().expect("given");
        format!("{}, {}", attribute.text, attribute.by)
    };
    assert_eq!(attribute(&document.headline), "River Rises, corrections.toml, line 3");
    assert_eq!(attribute(&document.source), "The Daily, corrections.toml, line 4");
    assert_eq!(attribute(&document.byline), "Bob Rain, corrections.toml, line 6");
    let published: Vec<_> = document.dates.iter().filter(|date| date.kind == DateKind::Published).collect();
    assert_eq!(published.len(), 1);
    assert_eq!((published[0].value.as_str(), published[0].by.as_str()), ("2021-05-02", "corrections.toml, line 7"));
    assert_eq!(document.language, "de");
}

#[test]
fn a_date_may_be_less_precise_and_an_empty_value_takes_away_what_was_found() {
    for (value, expected) in [("\"2021-05\"", Some("2021-05")), ("\"2021\"", Some("2021")), ("\"\"", None)] {
        let collection = corrected(&format!("[[document]]\npath = \"a.txt\"\npublished = {value}\n"));
        let mut dates = collection.documents[0].dates.iter();
        let published = dates.find(|date| date.kind == DateKind::Published).map(|date| date.value.as_str());
        assert_eq!(published, expected);
    }
    let collection = corrected("[[document]]\nid = \"1\"\npublished = 2021-05-02\n");
    let beside = collection.documents[2].dates.iter().map(|date| date.value.as_str());
    assert_eq!(beside.collect::<Vec<_>>(), ["2021-05-02"], "the date beside the text is wrong, so it goes");
    let collection = corrected("[[document]]\npath = \"a.txt\"\nheadline = \"\"\nbyline = \"\"\n");
    let document = &collection.documents[0];
    assert_eq!((&document.headline, &document.byline), (&None, &None));
    assert_eq!(blocks(document, BlockKind::Headline), [""; 0]);
}

#[test]
fn a_headline_that_stands_in_the_text_is_marked_there() {
    let collection = corrected("[[document]]\npath = \"a.txt\"\nheadline = \"Snow  Falls\"\n");
    let document = &collection.documents[0];
    assert_eq!(blocks(document, BlockKind::Headline), ["Snow Falls"]);
    assert!(document.headline.as_ref().is_some_and(|headline| headline.span.is_some()));
    assert!(blocks(document, BlockKind::Paragraph).contains(&"Town Flooded"));
}

#[test]
fn passages_are_kept_and_removed_and_sentences_follow() {
    let collection = corrected(
        "[[document]]\nid = \"a.txt\"\nkeep = [\"Snow Falls\"]\nremove = [\"all day,” Bob Rain said.\", \"Town Flooded\"]\n",
    );
    let document = &collection.documents[0];
    let sentences: Vec<_> = document.sentences.iter().map(|sentence| words(document, sentence.span)).collect();
    assert!(sentences.contains(&"Snow Falls") && sentences.contains(&"Rain saw it."), "{sentences:?}");
    assert!(sentences.iter().all(|sentence| !sentence.contains("Flooded") && !sentence.contains("Bob Rain")));
    let removed = document.blocks.iter().find(|block| words(document, block.span).contains("Bob Rain"));
    assert_eq!(removed.and_then(|block| block.reason.as_deref()), Some("left out by corrections.toml, line 4"));
    assert_ne!(document.headline.as_ref().map(|headline| headline.text.as_str()), Some("Town Flooded"));
}

#[test]
fn names_are_merged_split_renamed_retyped_and_rejected() {
    check_entities("", &[ANA, BOB, MARIA, JORDAN]);
    check_entities(
        "[[merge]]\nnames = [\"ana cruz\", \"Maria Cruz\"]\ninto = \"Ana Maria Cruz\"\n",
        &["person Ana Maria Cruz: Cruz 2, Ana Cruz 1, Maria Cruz 1", BOB, JORDAN],
    );
    check_entities(
        "[[split]]\nname = \"Cruz\"\npath = \"b.txt\"\ninto = \"Eva Cruz\"\n",
        &[ANA, BOB, "person Maria Cruz: Maria Cruz 1", JORDAN, "person Eva Cruz: Cruz 1"],
    );
    check_entities(
        "[[rename]]\nname = \"Ana Cruz\"\ninto = \"Anna Cruz\"\n",
        &["person Anna Cruz: Ana Cruz 1, Cruz 1", BOB, MARIA, JORDAN],
    );
    check_entities("[[retype]]\nname = \"France\"\nto = \"person\"\n", &[ANA, BOB, MARIA, "person France: France 1"]);
    check_entities("[[reject]]\nname = \"Bob Rain\"\n", &[ANA, MARIA, JORDAN]);
    check_entities("[[reject]]\nname = \"Rain\"\n", &[ANA, "person Bob Rain: Bob Rain 2", MARIA, JORDAN]);
    check_entities(
        "[[reject]]\nname = \"Bob Rain\"\nkind = \"person\"\npath = \"a.txt\"\n",
        &[ANA, MARIA, "person Bob Rain: Bob Rain 1", JORDAN],
    );
}

#[test]
fn entries_about_names_are_applied_from_top_to_bottom() {
    check_entities(
        "[[rename]]\nname = \"France\"\ninto = \"Frankreich\"\n[[reject]]\nname = \"Cruz\"\n\
         [[retype]]\nname = \"Frankreich\"\nto = \"group\"\n",
        &["person Ana Cruz: Ana Cruz 1", BOB, "person Maria Cruz: Maria Cruz 1", "group Frankreich: France 1"],
    );
}

#[test]
fn a_corrected_mention_says_so_and_untouched_names_keep_their_addresses() {
    let collection = corrected("[[split]]\nname = \"Cruz\"\npath = \"a.txt\"\ninto = \"Maria Cruz\"\n");
    let slugs: Vec<_> = collection.entities.iter().map(|entity| entity.slug.as_str()).collect();
    assert_eq!(slugs, ["ana-cruz", "maria-cruz-2", "bob-rain", "maria-cruz", "france"]);
    let by: Vec<_> = collection.documents[0].mentions.iter().map(|mention| mention.by.as_str()).collect();
    assert_eq!(by.iter().filter(|by| **by == "corrections.toml, line 1").count(), 1, "{by:?}");
}

#[test]
fn a_quotation_gets_its_speaker() {
    let speaker = |corrections: &str| {
        let collection = corrected(corrections);
        let document = &collection.documents[0];
        match document.quotations[0].speaker {
            Speaker::Entity(id, span) => {
                format!("{} ({})", collection.entities[id.0 as usize].name, words(document, span))
            }
            Speaker::Described(span) | Speaker::Unnamed(span) => words(document, span).to_owned(),
            Speaker::Unresolved => "?".to_owned(),
        }
    };
    assert_eq!(speaker(""), "Bob Rain (Bob Rain)");
    let entry = "[[quotation]]\nwords = \"rained all  day\"\nspeaker = ";
    assert_eq!(speaker(&format!("{entry}\"Ana Cruz\"\npath = \"a.txt\"\n")), "Ana Cruz (Cruz)");
    assert_eq!(speaker(&format!("{entry}\"the town hall\"\n")), "the town hall");
    assert_eq!(speaker(&format!("{entry}\"\"\n")), "?");
}

#[test]
fn entries_that_fit_nothing_are_reported_with_their_line() {
    check_problems("[[document]]\npath = \"z.txt\"\nsource = \"X\"\n", &["1: no document is called \"z.txt\""]);
    check_problems(
        "[[document]]\npath = \"a.txt\"\nkeep = [\n  \"No such words\",\n]\nremove = [\"None here\"]\n",
        &["4: …No such words", "6: …None here"],
    );
    check_problems("[[document]]\npath = \"c.jsonl\"\nid = \"3\"\nsource = \"X\"\n", &["1: no document"]);
    check_problems("[[document]]\npath = \"a.txt\"\nnot_a_copy_of = [\"z.txt\"]\n", &["3: no document"]);
    check_problems("\n[[reject]]\nname = \"Nobody\"\n", &["3: no name \"Nobody\""]);
    check_problems("[[reject]]\nname = \"France\"\npath = \"a.txt\"\n", &["2: …in \"a.txt\""]);
    check_problems("[[rename]]\nname = \"France\"\nkind = \"group\"\ninto = \"X\"\n", &["2: no group \"France\""]);
    check_problems("[[quotation]]\nwords = \"It snowed\"\nspeaker = \"Bob Rain\"\n", &["1: no quotation"]);
    check_problems("[[quotation]]\nwords = \"It rained\"\nspeaker = \"Nobody\"\n", &["1: \"Nobody\" is neither"]);
}

#[test]
fn entries_that_cannot_be_read_are_reported_with_their_line() {
    check_problems("[[document]]\npath = \"a.txt\"\ncolour = \"red\"\n", &["3: [[document]]: unknown field `colour`"]);
    check_problems("[[document]]\nsource = \"X\"\n", &["1: [[document]]: says neither path nor id"]);
    check_problems("[[document]]\npath = \"a.txt\"\npublished = 2021-02-30\n", &["3: "]);
    check_problems("[[document]]\npath = \"a.txt\"\npublished = \"2021-02-30\"\n", &["3: …\"2021-02-30\" is no date"]);
    check_problems("[[document]]\npath = \"a.txt\"\npublished = 2021\n", &["3: …is no date"]);
    check_problems("[[document]]\npath = \"a.txt\"\nlanguage = \"English please\"\n", &["3: …is no language tag"]);
    check_problems("[[document]]\npath = \"a.txt\"\nkeep = \"text\"\n", &["3: …invalid type"]);
    check_problems("[[document]]\npath = \"a.txt\"\nremove = [\" \"]\n", &["3: …empty"]);
    check_problems("[[retype]]\nname = \"France\"\nto = \"river\"\n", &["3: …\"river\" is no kind"]);
    check_problems("[[merge]]\nnames = [\"France\"]\n", &["1: …fewer than two"]);
    check_problems("[[rename]]\nname = \"France\"\n", &["1: …into what"]);
    check_problems("[reject]\nname = \"France\"\n", &["1: …double brackets"]);
    check_problems("[[remove]]\nname = \"France\"\n", &["1: remove is no correction"]);
    check_problems("\n[[reject]]\nname = France\n", &["3: "]);
}

#[test]
fn one_bad_entry_takes_no_other_with_it() {
    let (collection, problems) = ingest("[[reject]]\nnamed = \"X\"\n[[reject]]\nname = \"France\"\n");
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert_eq!(entities(&collection), [ANA, BOB, MARIA]);
}

#[test]
fn a_file_that_is_no_text_is_reported() {
    let mut report = Report::default();
    Corrections::from_toml("corrections.toml", b"\xff\xfe\x00", &mut report);
    assert_eq!(report.problems.len(), 1);
}

#[test]
fn corrections_are_found_beside_the_documents() {
    let folder = std::env::temp_dir().join(format!("dossier-corrections-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder for the test");
    std::fs::write(folder.join("a.txt"), STORY).expect("written");
    std::fs::write(folder.join("corrections.toml"), "[[reject]]\nname = \"Bob Rain\"\n").expect("written");
    let (collection, report) = ingest::collect(&folder, &ingest::Options::default()).expect("a document");
    std::fs::remove_dir_all(&folder).expect("removed");
    assert_eq!(report.problems, []);
    assert_eq!((collection.documents.len(), entities(&collection)), (1, vec![ANA.to_owned()]));
}

proptest! {
    #[test]
    fn any_mix_of_entries_leaves_a_sound_collection(parts in prop::collection::vec(prop::sample::select(vec![
        "[[document]]\n", "[[merge]]\n", "[[split]]\n", "[[rename]]\n", "[[retype]]\n", "[[reject]]\n", "[[quotation]]\n",
        "path = \"a.txt\"\n", "id = \"2\"\n", "headline = \"It rained all day\"\n", "keep = [\"C 3\", \"Snow\"]\n",
        "remove = [\"town\", \"Bob Rain said.\"]\n", "remove = [\"r\"]\n", "name = \"Cruz\"\n", "name = \"Bob Rain\"\n", "into = \"Ana Cruz\"\n",
        "names = [\"Cruz\", \"France\"]\n", "kind = \"person\"\n", "to = \"event\"\n", "words = \"rained\"\n",
        "speaker = \"Cruz\"\n", "published = 2021-05-02\n", "é = \"漢\"\n",
    ]), 0..24)) {
        ingest(&parts.concat());
    }
}
