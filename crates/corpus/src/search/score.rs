//! BM25F: term frequencies of headline and body are normalised by length, weighted and added before they saturate.
//!
//! Robertson, Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", Foundations and Trends in
//! Information Retrieval 3(4), 2009, section 3.5. The inverse document frequency is the one of Lucene, which stays
//! positive: ln(1 + (N - n + 0.5) / (n + 0.5)).

/// How fast repeated occurrences stop counting. At 0 they count once; the usual range is 1.2 to 2.
const K1: f32 = 1.2;
/// How much long bodies are held against a document. At 0 not at all, at 1 in full.
const B_BODY: f32 = 0.75;
/// The same for headlines, which are short by nature.
const B_HEADLINE: f32 = 0.5;
/// How much more an occurrence in the headline counts than one in the body. At 1 no more.
const HEADLINE_WEIGHT: f32 = 2.0;

/// How much a term says that `n_units` of `n_all` units have.
pub(super) fn idf(n_units: usize, n_all: usize) -> f32 {
    let (n, all) = (n_units as f32, n_all.max(n_units) as f32);
    (1.0 + (all - n + 0.5) / (n + 0.5)).ln()
}

/// The share of one term in a unit's score. Frequencies and lengths are those of headline and body.
pub(super) fn bm25f(idf: f32, frequencies: (f32, f32), lens: (u32, u32), mean_lens: (f32, f32)) -> f32 {
    let headline = frequencies.0 / norm(B_HEADLINE, lens.0, mean_lens.0);
    let body = frequencies.1 / norm(B_BODY, lens.1, mean_lens.1);
    let frequency = HEADLINE_WEIGHT * headline + body;
    idf * frequency * (K1 + 1.0) / (frequency + K1)
}

fn norm(b: f32, len: u32, mean_len: f32) -> f32 {
    1.0 - b + b * len as f32 / mean_len
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rare_terms_and_headlines_count_more() {
        assert!(idf(1, 100) > idf(50, 100));
        assert!(idf(100, 100) > 0.0);
        let body = bm25f(1.0, (0.0, 1.0), (10, 100), (10.0, 100.0));
        let headline = bm25f(1.0, (1.0, 0.0), (10, 100), (10.0, 100.0));
        let long = bm25f(1.0, (0.0, 1.0), (10, 900), (10.0, 100.0));
        assert!(headline > body && body > long);
    }
}
