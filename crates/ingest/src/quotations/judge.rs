//! Who decides: whether words in marks are speech, and which candidate said them. The learned judge reads two sums of
//! trees; another one, that knows the answers, is how these are learned.

use std::sync::LazyLock;

use corpus::span::ByteSpan;

use crate::clean::Forest;

/// Somebody who could have said a passage, as a judge sees them.
#[derive(Clone, Debug)]
pub struct Voice {
    /// The words that name them.
    pub span: ByteSpan,
    /// What the models see.
    pub row: Vec<f32>,
}

/// Decides about the passages of a document in text order.
pub trait Judge {
    /// Whether somebody utters the passage; if so, which of the voices, and how much more likely than the others.
    fn passage(&mut self, passage: ByteSpan, row: &[f32], voices: &[Voice]) -> Option<Option<(usize, f32)>>;
    /// Whether the clause is reported speech of the speaker: above 0 is yes.
    fn report(&mut self, clause: ByteSpan, speaker: ByteSpan, row: &[f32]) -> f32;
}

/// The judge that reads what was learned.
#[derive(Clone, Debug, Default)]
pub struct Models {
    /// What in marks is speech.
    pub speech: Forest,
    /// Who said it.
    pub speaker: Forest,
    /// Which clauses are reported speech.
    pub report: Forest,
}

/// How far the likeliest voice must be ahead of the next one, or of nobody.
const MIN_LEAD: f32 = 0.4;
/// From which score on words in marks are speech, and clauses are reported.
const MIN_SPEECH: f32 = 0.3;
const MIN_REPORT: f32 = 0.9;

impl Models {
    /// The models of this repository.
    pub fn learned() -> &'static Self {
        static MODELS: LazyLock<Models> = LazyLock::new(|| {
            // A model that cannot be read says no to everything; a test reads all.
            let read = |model: &str| Forest::parse(model).unwrap_or_default();
            Models {
                speech: read(include_str!("speech.model")),
                speaker: read(include_str!("speaker.model")),
                report: read(include_str!("report.model")),
            }
        });
        &MODELS
    }

    /// The likeliest voice, the first of equals, and how far it is ahead of the next one, or of nobody, whose score is 0.
    pub fn ahead(&self, voices: &[Voice]) -> Option<(usize, f32)> {
        let mut best: Option<(usize, f32)> = None;
        let mut next = 0.0_f32;
        for (idx, voice) in voices.iter().enumerate() {
            let score = self.speaker.score(&voice.row);
            match best {
                Some((_, most)) if score <= most => next = next.max(score),
                _ => {
                    next = best.map_or(next, |(_, most)| next.max(most));
                    best = Some((idx, score));
                }
            }
        }
        best.map(|(idx, most)| (idx, most - next))
    }
}

impl Judge for &Models {
    fn passage(&mut self, _: ByteSpan, row: &[f32], voices: &[Voice]) -> Option<Option<(usize, f32)>> {
        let voice = self.ahead(voices);
        let is_speech = self.speech.score(&speech_row(row, voice)) > MIN_SPEECH;
        is_speech.then(|| voice.filter(|&(_, lead)| lead >= MIN_LEAD))
    }

    fn report(&mut self, _: ByteSpan, _: ByteSpan, row: &[f32]) -> f32 {
        self.report.score(row) - MIN_REPORT
    }
}

/// What the model of speech sees: the passage, and how likely somebody says it.
pub fn speech_row(row: &[f32], voice: Option<(usize, f32)>) -> Vec<f32> {
    let mut row = row.to_vec();
    row.push(voice.map_or(-9.0, |(_, lead)| lead.clamp(-9.0, 9.0)));
    row
}

/// Percent for a score of the models: the logistic function, from a table so that every machine says the same.
pub(super) fn percent(score: f32) -> u8 {
    const STEPS: [(f32, u8); 16] = [
        (4.0, 98),
        (3.0, 95),
        (2.5, 92),
        (2.2, 90),
        (1.9, 87),
        (1.6, 83),
        (1.4, 80),
        (1.2, 77),
        (1.0, 73),
        (0.8, 69),
        (0.6, 65),
        (0.4, 60),
        (0.2, 55),
        (0.0, 50),
        (-0.2, 45),
        (-0.4, 40),
    ];
    STEPS.iter().find(|(least, _)| score >= *least).map_or(30, |&(_, percent)| percent)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_models_can_be_read() {
        for model in [include_str!("speech.model"), include_str!("speaker.model"), include_str!("report.model")] {
            assert!(Forest::parse(model).is_ok_and(|forest| forest != Forest::default()));
        }
    }

    #[test]
    fn a_higher_score_is_never_less_certain() {
        for (score, expected) in [(9.0, 98), (1.0, 73), (0.0, 50), (-9.0, 30)] {
            assert_eq!(percent(score), expected, "{score}");
        }
    }
}
