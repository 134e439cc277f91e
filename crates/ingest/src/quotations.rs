//! Quotations: what is quoted or reported, and who said it.
//!
//! Marks decide what is quoted; a verb of saying, what stands beside it, and the speaker before decide who said it. Who
//! cannot be told stays unresolved. Words in marks that nobody utters (scare quotes, titles) are no quotations.

mod context;
mod indirect;
mod marks;
mod subject;

use corpus::model::{BlockKind, Document, Entity, Quotation, QuotationKind, Speaker};
use corpus::span::ByteSpan;

use crate::lists;
use crate::structure::shifted;
use crate::words::Word;
use context::Context;
use marks::Piece;

/// From how many words on a passage in marks is speech without any verb beside it.
const MIN_SPEECH_WORDS: usize = 8;

/// From how many words on a passage in marks is speech where a verb of saying stands before it in the sentence.
const MIN_FRAGMENT_WORDS: usize = 3;

/// How many words a window beside a quotation holds at most.
const WINDOW_WORDS: usize = 40;

/// Who said something, and the words that tell.
#[derive(Clone, Copy, Debug)]
struct Attribution {
    speaker: Speaker,
    cue: ByteSpan,
    whole: ByteSpan,
    /// Whether the verb stands right beside the quotation.
    is_near: bool,
}

/// The quotations of a document whose mentions are known, in text order.
pub fn of(document: &Document, entities: &[Entity]) -> Vec<Quotation> {
    let context = Context::new(document, entities);
    let mut quotations: Vec<Quotation> = Vec::new();
    let mut carried = Carried::default();
    for (block_idx, block) in document.blocks.iter().enumerate() {
        if block.kind == BlockKind::Furniture {
            continue;
        }
        let text = block.span.slice(&document.text).unwrap_or_default();
        let n_before = quotations.len();
        let pieces: Vec<_> =
            marks::pieces(text).into_iter().filter_map(|piece| piece.shifted(block.span.start())).collect();
        let sentences = context.sentences_of(block_idx);
        quotations.extend(direct(&context, block.span, &pieces, &quotations, &mut carried));
        for sentence in sentences {
            quotations.extend(indirect::of(&context, sentence, &pieces, &quotations));
        }
        quotations[n_before..].sort_by_key(|quotation| quotation.span);
    }
    quotations
}

/// What the paragraph before hands on: its last speaker, and whether that speech was still open.
#[derive(Clone, Copy, Debug, Default)]
struct Carried {
    speaker: Speaker,
    is_open: bool,
    is_speech: bool,
}

/// The direct quotations of one block. `before` holds the quotations of the blocks before it.
fn direct(
    context: &Context<'_>,
    block: ByteSpan,
    pieces: &[BlockPiece],
    before: &[Quotation],
    carried: &mut Carried,
) -> Vec<Quotation> {
    let mut quotations: Vec<Quotation> = Vec::new();
    for (idx, piece) in pieces.iter().enumerate() {
        let from = idx.checked_sub(1).map_or(block.start(), |before| pieces[before].span.end());
        let to = pieces.get(idx + 1).map_or(block.end(), |after| after.span.start());
        let window = Window { context, from, to, piece: *piece, quotations: quotations.last().or(before.last()) };
        let attribution = window.attribution();
        let is_whole_block = piece.span == block;
        let is_continued =
            idx == 0 && piece.span.start() == block.start() && (carried.is_open || is_whole_block && carried.is_speech);
        if !is_speech(
            context,
            piece,
            attribution.as_ref(),
            is_continued || piece.span.start() == block.start() || !quotations.is_empty(),
        ) {
            continue;
        }
        let speaker = match attribution {
            Some(Attribution { speaker, .. }) if speaker != Speaker::Unresolved => speaker,
            _ => match quotations.last() {
                Some(earlier) => earlier.speaker,
                None if is_continued => carried.speaker,
                None => Speaker::Unresolved,
            },
        };
        quotations.push(Quotation {
            span: piece.span,
            kind: QuotationKind::Direct,
            speaker,
            cue: attribution.map(|attribution| attribution.cue),
            attribution: attribution.map(|attribution| attribution.whole),
        });
    }
    // A quotation whose speaker comes later in the paragraph: `“No.” … “Never,” she said.`
    let later = quotations.iter().find(|quotation| quotation.speaker != Speaker::Unresolved).map(|found| found.speaker);
    for quotation in quotations.iter_mut().take_while(|quotation| quotation.speaker == Speaker::Unresolved) {
        quotation.speaker = later.unwrap_or_default();
    }
    *carried = Carried {
        speaker: quotations.last().map_or(Speaker::Unresolved, |quotation| quotation.speaker),
        is_open: pieces.last().is_some_and(|piece| !piece.is_closed) && !quotations.is_empty(),
        is_speech: quotations.last().is_some_and(|last| last.span.end() + 200 >= block.end()),
    };
    quotations
}

/// Whether somebody utters what stands in the marks. Speech is awaited where a paragraph begins or has speech already.
fn is_speech(context: &Context<'_>, piece: &BlockPiece, attribution: Option<&Attribution>, is_awaited: bool) -> bool {
    let words = piece.span.slice(context.text()).unwrap_or_default();
    let n_words = words.split_whitespace().count();
    let ends_as_sentence = words.trim_end_matches(marks::is_mark).ends_with(['.', '!', '?', ',', '…', '—', '-']);
    match attribution {
        Some(attribution) if attribution.is_near => n_words >= 2 || ends_as_sentence,
        Some(_) => n_words >= MIN_FRAGMENT_WORDS,
        None => n_words >= MIN_SPEECH_WORDS || is_awaited && n_words >= 3 && ends_as_sentence,
    }
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

/// A quotation with the text beside it in which its attribution can stand.
struct Window<'c, 'd> {
    context: &'c Context<'d>,
    from: u32,
    to: u32,
    piece: BlockPiece,
    quotations: Option<&'c Quotation>,
}

impl Window<'_, '_> {
    fn attribution(&self) -> Option<Attribution> {
        let quoted = self.piece.span.slice(self.context.text()).unwrap_or_default();
        let inner_end = quoted.trim_end_matches(marks::is_mark).chars().next_back();
        let waits = matches!(inner_end, Some(',' | '?' | '!' | '…' | '—' | '-'));
        let (first, second) = match waits {
            true => (self.after(true), self.before()),
            false => (self.before(), self.after(false)),
        };
        let is_resolved = |attribution: &Attribution| attribution.speaker != Speaker::Unresolved;
        first.filter(is_resolved).or(second.filter(is_resolved)).or(first).or(second)
    }

    /// `, Ann Writer said`, `said Ann Writer`, `according to Ann Writer` after the quotation.
    fn after(&self, is_awaited: bool) -> Option<Attribution> {
        let words = self.context.words_after(self.piece.span.end(), self.to);
        let words = &words[..words.len().min(WINDOW_WORDS)];
        let is_comma =
            words.first().is_some_and(|word| word.gap.trim_start_matches(marks::is_mark).starts_with([',', '—', '–']));
        let reach = if is_awaited || is_comma { 14 } else { 4 };
        let cue = words.iter().take(reach).position(is_cue)?;
        let subject = match words[cue].key.as_str() {
            "according" => subject::after(self.context, words, cue + 1),
            _ if cue == 0 => subject::after(self.context, words, 0),
            _ => subject::before(self.context, words, cue).or_else(|| subject::after(self.context, words, cue)),
        };
        self.attribute(subject, words, cue, cue <= 6)
    }

    /// `Ann Writer said,` before the quotation.
    fn before(&self) -> Option<Attribution> {
        let words = self.context.words_before(self.piece.span.start(), self.from);
        let words = &words[words.len().saturating_sub(WINDOW_WORDS)..];
        let cue = words.iter().rposition(is_cue)?;
        let gap = self.context.gap_before(self.piece.span.start());
        let distance = words.len() - cue - 1;
        let is_near = distance == 0 || gap.ends_with([',', ':']) || distance <= 5 && words[cue].key == "told";
        let subject = match words[cue].key.as_str() {
            "according" => subject::after(self.context, words, cue + 1),
            _ => subject::before(self.context, words, cue),
        };
        self.attribute(subject, words, cue, is_near)
    }

    fn attribute(
        &self,
        subject: Option<ByteSpan>,
        words: &[Word<'_>],
        cue: usize,
        is_near: bool,
    ) -> Option<Attribution> {
        let cue = words[cue].span;
        let speaker = subject.map_or(Speaker::Unresolved, |subject| self.context.speaker(subject, self.quotations));
        let whole = match subject {
            Some(subject) => ByteSpan::new(subject.start().min(cue.start()), subject.end().max(cue.end()))?,
            None => cue,
        };
        Some(Attribution { speaker, cue, whole, is_near })
    }
}

/// Whether the word is a verb of saying, or the `according` of `according to`.
fn is_cue(word: &Word<'_>) -> bool {
    word.key == "according" || !word.is_capital && lists::is_reporting_verb(&word.key)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::Received;
    use crate::recognize::{Recognizer, Tagger};
    use crate::resolve::resolve;
    use crate::structure::structure;

    /// Quotations as `speaker: words`, with `~` before reported ones.
    fn check(text: &str, expected: &[&str]) {
        let mut documents = vec![structure(Received { text: text.to_owned(), ..Received::default() })];
        let found = documents.iter().map(|document| Tagger.mentions(document)).collect();
        let entities = resolve(&mut documents, found);
        let quotations = of(&documents[0], &entities);
        let lines = quotations.iter().map(|quotation| {
            let words = |span: ByteSpan| span.slice(&documents[0].text).expect("in the text").to_owned();
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
    fn pronouns_mean_the_last_person_named_where_there_is_one() {
        check("Bob Rain came.\n\n“It rained,” he said.", &["Bob Rain: “It rained,”"]);
        check("Bob Rain met Ann Snow.\n\n“It rained,” he said.", &["(he): “It rained,”"]);
    }

    #[test]
    fn scare_quotes_are_nobodys_words() {
        check("The “bad angels” of our nature came to the “Late Show” again.", &[]);
    }

    #[test]
    fn reported_speech_is_found_where_it_is_clear() {
        check("Bob Rain said that it would rain all day.", &["~Bob Rain: it would rain all day"]);
        check("It will rain all day, officials said.", &["~[officials]: It will rain all day"]);
        check("Officials came.\n\nThey read the news in a book.", &[]);
    }
}
