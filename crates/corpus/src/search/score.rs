//! BM25F: term frequencies of headline and body are normalised by length, weighted and added before they saturate.
//!
//! Robertson, Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", Foundations and Trends in
//! Information Retrieval 3(4), 2009, section 3.5. The inverse document frequency is the one of Lucene, which stays
//! positive: ln(1 + (N - n + 0.5) / (n + 0.5)).

/// What a score weighs how. The parameters of [`Ranking::default`] were chosen on two open test collections (CISI and the
/// odd queries of TIME), where each of them helps on both; the same hold for every collection.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ranking {
    /// How fast repeated occurrences stop counting. At 0 they count once; engines that do not expand queries have 1.2 to 2.
    pub k1: f32,
    /// How much long bodies are held against a document. At 0 not at all, at 1 in full.
    pub b_body: f32,
    /// The same for headlines, which are short by nature.
    pub b_headline: f32,
    /// How much more an occurrence in the headline counts than one in the body. At 1 no more.
    pub headline_weight: f32,
    /// Whether what the best documents share joins a query of many words; see `expand`.
    pub expands: bool,
}

impl Ranking {
    const DEFAULT: Self = Self { k1: 2.5, b_body: 0.9, b_headline: 0.5, headline_weight: 2.0, expands: true };

    /// Plain BM25 with the parameters that most engines have, to compare with.
    pub const BM25: Self = Self { k1: 1.2, b_body: 0.75, b_headline: 0.75, headline_weight: 1.0, expands: false };
}

impl Default for Ranking {
    fn default() -> Self {
        Self::DEFAULT
    }
}

/// How much a term says that `n_units` of `n_all` units have.
pub(crate) fn idf(n_units: u32, n_all: u32) -> f32 {
    let (n, all) = (n_units as f32, n_all.max(n_units) as f32);
    (1.0 + (all - n + 0.5) / (n + 0.5)).ln()
}

impl Ranking {
    /// The share of one term in a unit's score before its idf, from 0 to 1. Frequencies and lengths are those of headline
    /// and body.
    pub(crate) fn saturated(&self, frequencies: (f32, f32), lens: (u32, u32), mean_lens: (f32, f32)) -> f32 {
        let headline = frequencies.0 / norm(self.b_headline, lens.0, mean_lens.0);
        let body = frequencies.1 / norm(self.b_body, lens.1, mean_lens.1);
        let frequency = self.headline_weight * headline + body;
        frequency / (frequency + self.k1)
    }
}

fn norm(b: f32, len: u32, mean_len: f32) -> f32 {
    1.0 - b + b * len as f32 / mean_len
}

/// Mean lengths of headlines and bodies, at least 1.
pub(crate) fn mean_lens(lens: &[(u32, u32)]) -> (f32, f32) {
    let mean = |of: fn(&(u32, u32)) -> u32| {
        let total = lens.iter().map(of).fold(0, u32::saturating_add);
        (total as f32 / lens.len().max(1) as f32).max(1.0)
    };
    (mean(|lens| lens.0), mean(|lens| lens.1))
}

/// The share of whole counts as [`Ranking::default`] has it, in 255ths, rounded up: it is never less than the score.
pub(crate) fn impact(counts: (u32, u32), lens: (u32, u32), mean_lens: (f32, f32)) -> u8 {
    let share = Ranking::DEFAULT.saturated((counts.0 as f32, counts.1 as f32), lens, mean_lens);
    (share * 255.0).ceil().clamp(0.0, 255.0) as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rare_terms_and_headlines_count_more() {
        assert!(idf(1, 100) > idf(50, 100));
        assert!(idf(100, 100) > 0.0);
        let body = Ranking::DEFAULT.saturated((0.0, 1.0), (10, 100), (10.0, 100.0));
        let headline = Ranking::DEFAULT.saturated((1.0, 0.0), (10, 100), (10.0, 100.0));
        let long = Ranking::DEFAULT.saturated((0.0, 1.0), (10, 900), (10.0, 100.0));
        assert!(headline > body && body > long);
    }

    #[test]
    fn the_impact_is_no_less_than_the_score() {
        for counts in [(0, 1), (1, 0), (3, 200), (0, 5)] {
            let share = Ranking::DEFAULT.saturated((counts.0 as f32, counts.1 as f32), (7, 90), (10.0, 100.0));
            assert!(f32::from(impact(counts, (7, 90), (10.0, 100.0))) >= share * 255.0);
        }
    }
}
