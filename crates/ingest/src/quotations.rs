//! Quotations: what is quoted or reported, and who said it.
//!
//! Marks decide what can be quoted (`marks`); every name, pronoun and description outside of them can be who said it
//! (`candidates`). Two learned sums of trees (`judge`, `MODEL.md`) weigh them by where they stand (`features`). Who
//! cannot be told stays unresolved. Words in marks that nobody utters (scare quotes, titles) are no quotations.
//! Reported speech has rules of its own (`indirect`).

mod candidates;
mod context;
mod features;
mod indirect;
mod judge;
mod marks;
mod tags;
mod vocabulary;

use corpus::model::{BlockKind, Document, Entity, Quotation, QuotationKind, Speaker};
use corpus::span::ByteSpan;

use crate::structure::shifted;
use candidates::{Candidate, Form};
use context::Context;
use features::{Before, Scene};
pub use judge::{Judge, Models, Voice, speech_row};
use marks::Piece;
use tags::{Place, Tags};

/// How many candidates before and after a passage are looked at, and how many of the paragraphs beside its own.
const N_BEFORE: usize = 12;
const N_AFTER: usize = 8;
const N_PARAGRAPH_BEFORE: usize = 5;
const N_PARAGRAPH_AFTER: usize = 1;
/// How many candidates in a row can describe one person.
const MAX_RUN: usize = 4;

/// The quotations of a document whose mentions are known, in text order.
pub fn of(document: &Document, entities: &[Entity]) -> Vec<Quotation> {
    judged_by(&mut Models::learned(), document, entities)
}

/// The quotations of a document as the judge decides about them.
pub fn judged_by(judge: &mut dyn Judge, document: &Document, entities: &[Entity]) -> Vec<Quotation> {
    let context = Context::new(document, entities);
    let tags = Tags::new(&context, &pieces(document));
    let candidates = candidates::candidates(&context, &tags);
    let scene = Scene::new(&context, tags, candidates);
    let mut quotations = direct(&scene, judge);
    let reported = indirect::of(&scene, judge, &quotations);
    quotations.extend(reported);
    quotations.sort_by_key(|quotation| quotation.span);
    quotations
}

/// A passage in marks, in bytes of the document's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct BlockPiece {
    span: ByteSpan,
    is_closed: bool,
}

impl Piece {
    fn shifted(self, base: u32) -> Option<BlockPiece> {
        Some(BlockPiece { span: shifted(self.start, self.end, base)?, is_closed: self.is_closed })
    }
}

/// The passages in marks of all blocks that tell something, each with its block.
fn pieces(document: &Document) -> Vec<(u32, BlockPiece)> {
    let mut found = Vec::new();
    for (block_idx, block) in (0..).zip(&document.blocks).filter(|(_, block)| block.kind != BlockKind::Furniture) {
        let text = block.span.slice(&document.text).unwrap_or_default();
        let pieces = marks::pieces(text).into_iter().filter_map(|piece| piece.shifted(block.span.start()));
        found.extend(pieces.map(|piece| (block_idx, piece)));
    }
    found
}

/// What stands in marks and is said by somebody.
fn direct(scene: &Scene<'_, '_>, judge: &mut dyn Judge) -> Vec<Quotation> {
    let mut quotations: Vec<Quotation> = Vec::new();
    let mut before = Before::default();
    for (piece_idx, place) in scene.tags.pieces.iter().enumerate() {
        before.is_speech = false;
        if place.start == place.end {
            continue;
        }
        before.is_speech = before.piece.is_some_and(|last| last + 1 == piece_idx);
        let near = near(scene, place, &before);
        let voices = voices(scene, &near, piece_idx, &before);
        let Some(choice) = judge.passage(place.piece.span, &scene.speech(piece_idx, &before), &voices) else {
            continue;
        };
        let choice = choice.and_then(|(voice, lead)| Some((named(scene, *near.get(voice)?), lead)));
        quotations.push(quotation(scene, place, choice, quotations.last(), &before));
        before.piece = Some(piece_idx);
        if let Some((candidate, _)) = choice {
            before.speaks(candidate, &scene.candidates);
        }
    }
    quotations
}

/// What the models see of the candidates that could have said the passage.
fn voices(scene: &Scene<'_, '_>, near: &[usize], piece_idx: usize, before: &Before) -> Vec<Voice> {
    let passage = scene.passage(piece_idx, before);
    let voice = |&candidate: &usize| Voice {
        span: scene.candidates[candidate].name,
        row: scene.speaker(piece_idx, candidate, before, &passage),
    };
    near.iter().map(voice).collect()
}

/// A description that runs on to a name means that name: `a veteran and Daily editor Bob Rain`.
fn named(scene: &Scene<'_, '_>, described: usize) -> usize {
    let mut last = &scene.candidates[described];
    if !matches!(last.form, Form::Person | Form::Capitals | Form::Organization) {
        return described;
    }
    let following = scene.candidates.iter().enumerate().skip(described + 1).take(MAX_RUN);
    for (idx, next) in following {
        let is_and = scene.tags.tag(last.last + 1).is_some_and(|tag| tag.flags & vocabulary::AND != 0);
        let is_beside = next.first == last.last + 1 || is_and && next.first == last.last + 2;
        if !is_beside || scene.tags.stops_between(last.last, next.first) > 0 {
            return described;
        }
        if next.form == Form::PersonName {
            return if last.form == Form::PersonName { described } else { idx };
        }
        last = next;
    }
    described
}

/// The candidates that a passage can have: of its paragraph, of the ends of those beside it, and the speaker before.
fn near(scene: &Scene<'_, '_>, place: &Place, before: &Before) -> Vec<usize> {
    let candidates = &scene.candidates;
    let block_of = |candidate: &Candidate| scene.tags.tag(candidate.first).map_or(0, |tag| tag.block);
    let middle = candidates.partition_point(|candidate| candidate.first < place.start);
    let first = candidates.partition_point(|candidate| block_of(candidate) < place.block);
    let end = candidates.partition_point(|candidate| block_of(candidate) <= place.block);
    let mut near: Vec<usize> = (first.saturating_sub(N_PARAGRAPH_BEFORE)..first).collect();
    near.extend(first.max(middle.saturating_sub(N_BEFORE))..middle);
    near.extend(middle..end.min(middle + N_AFTER));
    if !scene.goes_on(place) {
        near.extend(end..candidates.len().min(end + N_PARAGRAPH_AFTER));
    }
    if let Some(last) = before.speaker.filter(|last| !near.contains(last)) {
        near.insert(0, last);
    }
    near
}

/// A quotation with what was found out about it.
fn quotation(
    scene: &Scene<'_, '_>,
    place: &Place,
    choice: Option<(usize, f32)>,
    last: Option<&Quotation>,
    before: &Before,
) -> Quotation {
    let unresolved = Quotation {
        span: place.piece.span,
        kind: QuotationKind::Direct,
        speaker: Speaker::Unresolved,
        cue: None,
        attribution: None,
        addressee: None,
        by: "nobody near it is likely enough".to_owned(),
        confidence: 0,
    };
    let Some((candidate_idx, score)) = choice else { return unresolved };
    let candidate = &scene.candidates[candidate_idx];
    let cue_idx = features::cue_after(&scene.tags, candidate).or_else(|| features::cue_before(&scene.tags, candidate));
    let cue = cue_idx.and_then(|cue| scene.tags.tag(cue)).map(|tag| tag.span);
    let whole =
        cue.and_then(|cue| ByteSpan::new(cue.start().min(candidate.span.start()), cue.end().max(candidate.span.end())));
    Quotation {
        speaker: meant(scene, candidate_idx, last),
        cue,
        attribution: whole.or(Some(candidate.span)),
        addressee: addressee(scene, candidate_idx),
        by: how(scene, place, candidate_idx, before).to_owned(),
        confidence: judge::percent(score),
        ..unresolved
    }
}

/// Whom the words of a candidate mean. `who` means the candidate right before it, `the mayor, Bob Rain,` whom it names.
fn meant(scene: &Scene<'_, '_>, candidate_idx: usize, last: Option<&Quotation>) -> Speaker {
    let candidate_idx = apposed(scene, candidate_idx).unwrap_or(candidate_idx);
    let candidate = &scene.candidates[candidate_idx];
    let antecedent = candidate_idx.checked_sub(1).map(|before| &scene.candidates[before]);
    let antecedent = antecedent.filter(|before| before.last + 2 >= candidate.first && candidate.form == Form::Who);
    match antecedent.map(|before| scene.context.speaker(before.name, last)) {
        Some(Speaker::Entity(id, _)) => Speaker::Entity(id, candidate.name),
        Some(described) => described,
        None => scene.context.speaker(candidate.name, last),
    }
}

/// The name between stops right after a description, where no list goes on after it.
fn apposed(scene: &Scene<'_, '_>, described: usize) -> Option<usize> {
    let description = scene.candidates.get(described).filter(|candidate| candidate.form == Form::Person)?;
    let name = scene.candidates.get(described + 1).filter(|next| next.form == Form::PersonName)?;
    let is_beside = name.first == description.last + 1 && scene.context.gap_after(description.span.end()) == ", ";
    let ends = scene.context.gap_after(name.span.end()).starts_with([',', '.', ';']);
    let is_list = scene.tags.tag(name.last + 1).is_some_and(|tag| tag.flags & vocabulary::AND != 0)
        || scene
            .candidates
            .get(described + 2)
            .is_some_and(|next| next.form == Form::PersonName && next.first == name.last + 1);
    (is_beside && ends && !is_list).then_some(described + 1)
}

/// Who was told: the candidate right after `told`.
fn addressee(scene: &Scene<'_, '_>, speaker: usize) -> Option<ByteSpan> {
    let cue = features::cue_after(&scene.tags, &scene.candidates[speaker])?;
    let is_told = scene.tags.tag(cue).is_some_and(|tag| tag.flags & vocabulary::TOLD != 0);
    let next = scene.candidates.get(speaker + 1).filter(|next| is_told && next.first == cue + 1)?;
    Some(next.name)
}

/// How the speaker was found, in words.
fn how(scene: &Scene<'_, '_>, place: &Place, candidate_idx: usize, before: &Before) -> &'static str {
    let candidate = &scene.candidates[candidate_idx];
    let tag = |idx: u32| scene.tags.tag(idx);
    let block = tag(candidate.first).map_or(0, |tag| tag.block);
    let has_last = before.speaker == Some(candidate_idx);
    if block != place.block {
        return if has_last { "speaker of the paragraph before" } else { "named in the paragraph beside" };
    }
    let is_between = before.piece.is_some_and(|piece| scene.tags.pieces[piece].end <= candidate.first);
    if has_last && !is_between {
        return "speaker of the quotation before";
    }
    if let Some(cue) = features::cue_before(&scene.tags, candidate) {
        let is_according = tag(cue).is_some_and(|tag| tag.flags & vocabulary::ACCORDING != 0);
        return if is_according { "named after “according to”" } else { "named right after the verb of saying" };
    }
    match candidate.form {
        _ if features::cue_after(&scene.tags, candidate).is_none() => "named in the same paragraph",
        Form::Who | Form::He | Form::They | Form::We | Form::It => "pronoun before the verb of saying",
        _ => "named before the verb of saying",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::Received;
    use crate::recognize::{Recognizer, Tagger};
    use crate::resolve::resolve;
    use crate::structure::structure;

    /// The first document of the text, with what is named and what is quoted in it.
    fn read(text: &str) -> (Document, Vec<Entity>, Vec<Quotation>) {
        let mut documents = vec![structure(Received { text: text.to_owned(), ..Received::default() })];
        let found = documents.iter().map(|document| Tagger.mentions(document)).collect();
        let entities = resolve(&mut documents, found);
        let document = documents.swap_remove(0);
        let quotations = of(&document, &entities);
        (document, entities, quotations)
    }

    /// Quotations as `speaker: words`, with `~` before reported ones.
    fn check(text: &str, expected: &[&str]) {
        let (document, entities, quotations) = read(text);
        let lines = quotations.iter().map(|quotation| {
            let words = |span: ByteSpan| span.slice(&document.text).expect("in the text").to_owned();
            let speaker = match quotation.speaker {
                Speaker::Entity(id, _) => entities[id.0 as usize].name.clone(),
                Speaker::Described(span) => format!("({})", words(span)),
                Speaker::Unnamed(span) => format!("[{}]", words(span)),
                Speaker::Unresolved => "?".to_owned(),
            };
            let mark = if quotation.kind == QuotationKind::Indirect { "~" } else { "" };
            format!("{mark}{speaker}: {}", words(quotation.span))
        });
        assert_eq!(lines.collect::<Vec<_>>(), expected, "{text}");
    }

    #[test]
    fn speakers_stand_before_after_and_between() {
        check("“It rained,” Bob Rain said.", &["Bob Rain: “It rained,”"]);
        check("“It rained,” said Bob Rain, the mayor.", &["Bob Rain: “It rained,”"]);
        check("Bob Rain told The Daily Post, “It rained.”", &["Bob Rain: “It rained.”"]);
        check("“It rained,” Bob Rain said. “It was wet.”", &["Bob Rain: “It rained,”", "Bob Rain: “It was wet.”"]);
        check("\"It rained,\" according to Bob Rain.", &["Bob Rain: \"It rained,\""]);
        check(
            "Bob Rain said, \"It rained,\" adding, \"It’s wet.”",
            &["Bob Rain: \"It rained,\"", "Bob Rain: \"It’s wet.”"],
        );
    }

    #[test]
    fn what_is_no_name_is_described_or_unnamed() {
        check(
            "The memo, a copy of which is on Telegram, stated, “It rained all day.”",
            &["(The memo): “It rained all day.”"],
        );
        check("“It rained,” a senior official said.", &["[a senior official]: “It rained,”"]);
        check("“It rained,” US weather officials said.", &["[US weather officials]: “It rained,”"]);
    }

    #[test]
    fn a_candidate_that_runs_over_the_verb_is_not_its_subject() {
        check(
            "An Italian press report today said Rain has agreed to acquire Snow.",
            &["~(An Italian press report today): Rain has agreed to acquire Snow"],
        );
    }

    #[test]
    fn pronouns_mean_the_last_person_named_where_there_is_one() {
        check("Bob Rain came.\n\n“It rained,” he said.", &["Bob Rain: “It rained,”"]);
        check("Bob Rain met Jack Snow.\n\n“It rained,” he said.", &["(he): “It rained,”"]);
        // One given name is a man's, one a woman's.
        check("Bob Rain met Ann Snow.\n\n“It rained,” he said.", &["Bob Rain: “It rained,”"]);
        check("Bob Rain met Ann Snow.\n\n“It rained,” she said.", &["Ann Snow: “It rained,”"]);
    }

    #[test]
    fn who_means_whom_it_follows() {
        check(
            "“It rained,” said the mayor, Bob Rain, who added, “It was wet.”",
            &["Bob Rain: “It rained,”", "Bob Rain: “It was wet.”"],
        );
        check("Bob Rain met Ann Snow, who said, “It rained all day.”", &["Ann Snow: “It rained all day.”"]);
    }

    #[test]
    fn a_description_means_the_name_beside_it() {
        check("“It rained,” said the mayor, Bob Rain.", &["Bob Rain: “It rained,”"]);
        check("“It rained,” said the mayor, Bob Rain, and Ann Snow.", &["(the mayor): “It rained,”"]);
    }

    #[test]
    fn who_was_told_is_kept() {
        for (text, expected) in [
            ("“It rained all day,” Bob Rain told Ann Snow.", Some("Ann Snow")),
            ("Bob Rain told Ann Snow that it would rain all day.", Some("Ann Snow")),
            ("“It rained all day,” Bob Rain said.", None),
        ] {
            let (document, _, quotations) = read(text);
            let told =
                quotations.iter().map(|quotation| quotation.addressee.and_then(|span| span.slice(&document.text)));
            assert_eq!(told.collect::<Vec<_>>(), [expected], "{text}");
        }
    }

    #[test]
    fn scare_quotes_are_nobodys_words() {
        check("The “bad angels” of our nature came to the “Late Show” again.", &[]);
    }

    #[test]
    fn reported_speech_is_found_where_it_is_clear() {
        check("Bob Rain said that it would rain all day.", &["~Bob Rain: it would rain all day"]);
        check("It will rain all day, officials said.", &["~[officials]: It will rain all day"]);
        check("According to Bob Rain, it will rain all day.", &["~Bob Rain: it will rain all day"]);
        check("It will rain all day, said Bob Rain.", &["~Bob Rain: It will rain all day"]);
        check("They also said it would rain all day.", &["~(They): it would rain all day"]);
        check(
            "It will rain all day, officials told reporters on condition of anonymity.",
            &["~[officials]: It will rain all day"],
        );
        check("Officials came.\n\nThey read the news in a book.", &[]);
    }
}
