//! Why a hit stands where it does: its score, word by word.

use super::evaluate::Evaluator;
use super::expand::Added;
use super::leaf::Leaf;
use super::occurrences::Occurrences;
use super::units::{Read, UnitSet};
use super::{Answer, Hit};
use crate::query::TermClause;
use crate::sort;

/// What the score of a hit is made of.
#[derive(Clone, Debug, PartialEq)]
pub struct Explanation {
    /// What each thing that was asked gives, in the order of the query, and behind it each word that was added. Together
    /// they give the score of the hit.
    pub shares: Vec<Share>,
    /// How many units there are.
    pub n_units: u32,
    /// Words in the text of the unit, about.
    pub body_len: u32,
    /// Words in the text of a unit, on average.
    pub mean_body_len: f32,
}

/// What one word, phrase or name gives.
#[derive(Clone, Debug, PartialEq)]
pub struct Share {
    /// It.
    pub what: What,
    /// How often it stands in the headline.
    pub n_headline: u32,
    /// How often it stands in the text.
    pub n_body: u32,
    /// How many units have it.
    pub n_units: u32,
    /// As what it stands there: each form in lower case, the commonest first.
    pub forms: Vec<Form>,
    /// What it gives.
    pub score: f32,
}

/// What gives a share.
#[derive(Clone, Debug, PartialEq)]
pub enum What {
    /// Something that was asked for.
    Asked(TermClause),
    /// A word that nobody asked for: the best documents share it.
    Added(String),
}

/// A form of a word in a unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Form {
    /// As it stands there, in lower case.
    pub text: String,
    /// How often.
    pub count: u32,
    /// Whether it is the form that was asked for. The others count less.
    pub is_exact: bool,
}

impl Answer<'_> {
    /// What the score of one of the hits is made of.
    pub fn explain(&self, hit: &Hit) -> Explanation {
        let evaluator = &self.evaluator;
        let unit = evaluator.units.unit_of(hit);
        let mut shares = Vec::new();
        if let Some(read) = evaluator.read(hit.doc) {
            for known in evaluator.leaves.iter().filter(|known| known.n_asked > 0) {
                let (what, factor) = (What::Asked(known.term.clone()), known.n_asked as f32);
                shares.push(evaluator.explain(unit, &read, what, &known.leaf, &known.occurrences, factor));
            }
            for added in self.added_to(hit) {
                let (leaf, occurrences) = (&added.leaf, added.occurrences.as_slice());
                let what = What::Added(added.form.clone());
                let share = evaluator.explain(unit, &read, what, leaf, occurrences, added.weight);
                if share.score > 0.0 {
                    shares.push(share);
                }
            }
        }
        let (body_len, mean_body_len) = (evaluator.units.lens(unit).1, evaluator.mean_lens.1);
        Explanation { shares, n_units: evaluator.n_units, body_len, mean_body_len }
    }

    /// What was added to the query where a hit was scored.
    fn added_to(&self, hit: &Hit) -> Vec<Added> {
        let is_partial = |known: &Hit| (known.doc, known.block_idx) == (hit.doc, hit.block_idx);
        if !self.partial_hits.iter().any(is_partial) {
            return Vec::new();
        }
        let partial = UnitSet::new(self.evaluator.units.end(), self.partial_hits.iter().map(|hit| hit.doc.0));
        self.evaluator.added(&self.evaluator.hits(&partial))
    }
}

impl Evaluator<'_> {
    /// What a leaf gives to a unit.
    fn explain(
        &self,
        unit: u32,
        read: &Read<'_>,
        what: What,
        leaf: &Leaf,
        occurrences: &[Occurrences],
        factor: f32,
    ) -> Share {
        let n_units = occurrences.len() as u32;
        let at = occurrences.binary_search_by_key(&unit, |found| found.unit).ok();
        let score = at.map_or(0.0, |at| self.share(occurrences, factor)(&occurrences[at]));
        let mut share = Share { what, n_headline: 0, n_body: 0, n_units, forms: Vec::new(), score };
        let is_here = |place| self.units.only.is_none() || read.passage_of(place) == unit;
        for stretch in leaf.stretches(read).iter().filter(|stretch| is_here(&stretch.place)) {
            *(if stretch.in_headline { &mut share.n_headline } else { &mut share.n_body }) += 1;
            let text = match (stretch.place.in_text, read.document.headline()) {
                (false, Some(headline)) => stretch.place.span.slice(headline.text).unwrap_or_default().to_lowercase(),
                _ => read.document.slice(stretch.place.span).to_lowercase(),
            };
            match share.forms.iter_mut().find(|form| form.text == text) {
                Some(form) => form.count += 1,
                None => share.forms.push(Form { text, count: 1, is_exact: stretch.weight >= 1.0 }),
            }
        }
        sort::by_key(&mut share.forms, |form| std::cmp::Reverse(form.count));
        share
    }
}
