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
    /// Whether somebody utters the passage: above 0 is yes.
    fn speech(&mut self, passage: ByteSpan, row: &[f32]) -> f32;
    /// Which of the voices said it, and how much more likely than not: above 0 is yes.
    fn speaker(&mut self, passage: ByteSpan, voices: &[Voice]) -> Option<(usize, f32)>;
    /// Whether the clause is reported speech of the speaker: above 0 is yes.
    fn report(&mut self, clause: ByteSpan, speaker: ByteSpan, row: &[f32]) -> f32;
}

/// The judge that reads the learned models.
#[derive(Clone, Copy, Debug)]
pub struct Learned;

/// How high the score of the likeliest voice must be, and how far above the next one.
const MIN_SCORE: f32 = 0.1;
const MIN_MARGIN: f32 = 0.0;
/// From which score on words in marks are speech, and clauses are reported.
const MIN_SPEECH: f32 = 0.3;
const MIN_REPORT: f32 = 0.9;

impl Judge for Learned {
    fn speech(&mut self, _: ByteSpan, row: &[f32]) -> f32 {
        models().speech.score(row) - MIN_SPEECH
    }

    fn report(&mut self, _: ByteSpan, _: ByteSpan, row: &[f32]) -> f32 {
        models().report.score(row) - MIN_REPORT
    }

    fn speaker(&mut self, _: ByteSpan, voices: &[Voice]) -> Option<(usize, f32)> {
        let mut best: Option<(usize, f32)> = None;
        let mut second = f32::MIN;
        for (idx, voice) in voices.iter().enumerate() {
            let score = models().speaker.score(&voice.row);
            match best {
                Some((_, most)) if score <= most => second = second.max(score),
                _ => {
                    second = best.map_or(second, |(_, most)| most);
                    best = Some((idx, score));
                }
            }
        }
        best.filter(|&(_, score)| score >= MIN_SCORE && score - second >= MIN_MARGIN)
    }
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

/// What was learned.
struct Models {
    speech: Forest,
    speaker: Forest,
    report: Forest,
}

fn models() -> &'static Models {
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
