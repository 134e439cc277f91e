//! Walks a query over the index: which units match, how often and how well.

use std::borrow::Cow;

use super::expand::Added;
use super::leaf::{Leaf, Stretch};
use super::near::near;
use super::occurrences::{Occurrences, frequencies};
use super::places::{Place, untangled};
use super::score::Ranking;
use super::units::{Read, Unit, UnitSet, Units};
use super::words::WordTerms;
use super::{Hit, expand, regexes, score};
use crate::codec::layout::column;
use crate::codec::table::NONE;
use crate::corpus::{Corpus, DocumentView};
use crate::day::Day;
use crate::model::DocId;
use crate::query::{Clause, DateClause, DateRange, Field, NearClause, Query, RegexClause, TermClause};
use crate::sort;
use regex_lite::Regex;

/// Queries of fewer words say what they mean.
const MIN_WORDS_TO_EXPAND: usize = 4;

/// Evaluates the clauses of one query.
#[derive(Clone, Debug)]
pub(super) struct Evaluator<'c> {
    ranking: Ranking,
    pub(super) units: Units<'c>,
    pub(super) n_units: u32,
    pub(super) mean_lens: (f32, f32),
    /// The different terms of the query, in the order in which they first come.
    pub(super) leaves: Vec<LeafOf>,
    /// What stands near each other, each once; what is inside of others is not here.
    nears: Vec<NearOf>,
    /// The regular expressions of the query.
    regexes: Vec<RegexOf>,
    /// Whether two places of different terms can share a word.
    places_may_overlap: bool,
}

/// A term with what was found for it.
#[derive(Clone, Debug)]
pub(super) struct LeafOf {
    pub(super) term: TermClause,
    pub(super) leaf: Leaf,
    /// Ascending by unit.
    pub(super) occurrences: Vec<Occurrences>,
    /// How often the query asks for it, but for what is excluded.
    pub(super) n_asked: u32,
    /// Whether its places are marked.
    is_marked: bool,
}

/// Things near each other, with the units that hold them.
#[derive(Clone, Debug)]
struct NearOf {
    clause: NearClause,
    units: UnitSet,
    is_marked: bool,
}

/// A regular expression, compiled once.
#[derive(Clone, Debug)]
struct RegexOf {
    clause: RegexClause,
    regex: Regex,
    /// Whether its places are marked: it is not excluded.
    is_marked: bool,
}

fn is_same(a: &TermClause, b: &TermClause) -> bool {
    a.field == b.field && a.words == b.words
}

fn is_same_near(a: &NearClause, b: &NearClause) -> bool {
    a.within == b.within && a.span == b.span
}

impl<'c> Evaluator<'c> {
    pub(super) fn new(corpus: &'c Corpus<'c>, query: &Query, ranking: Ranking) -> Self {
        let units = Units::new(corpus);
        let n_units = if units.unit() == Unit::Document { corpus.n_docs() } else { units.all().len() };
        let mean_lens = units.mean_lens();
        let (leaves, nears, regexes) = (Vec::new(), Vec::new(), Vec::new());
        let mut evaluator =
            Self { ranking, units, n_units, mean_lens, leaves, nears, regexes, places_may_overlap: false };
        query.root.iter().for_each(|root| evaluator.look_up(root, true, true));
        // Quotations stand for themselves only where nothing else with a place was asked: a word asked for inside of one
        // is the hit.
        let is_other = |known: &LeafOf| known.n_asked > 0 && !matches!(known.term.field, Field::Says | Field::Source);
        if evaluator.leaves.iter().any(is_other)
            || evaluator.nears.iter().any(|near| near.is_marked)
            || evaluator.marks_regexes()
        {
            let says = evaluator.leaves.iter_mut().filter(|known| known.term.field == Field::Says);
            says.for_each(|known| known.is_marked = false);
        }
        evaluator.places_may_overlap = evaluator.find_overlaps();
        evaluator
    }

    /// Looks up what a clause asks for. Depth is bounded by the parser.
    fn look_up(&mut self, clause: &Clause, is_asked: bool, is_marked: bool) {
        match clause {
            Clause::Term(term) => {
                let at = self.leaves.iter().position(|known| is_same(&known.term, term)).unwrap_or_else(|| {
                    let leaf = Leaf::new(self.corpus(), term);
                    let occurrences = leaf.occurrences(&self.units);
                    let term = term.clone();
                    self.leaves.push(LeafOf { term, leaf, occurrences, n_asked: 0, is_marked: false });
                    self.leaves.len() - 1
                });
                self.leaves[at].n_asked += u32::from(is_asked);
                self.leaves[at].is_marked |= is_asked && is_marked;
            }
            Clause::All(clauses) | Clause::Any(clauses) => {
                clauses.iter().for_each(|clause| self.look_up(clause, is_asked, is_marked));
            }
            Clause::Near(near) => {
                self.look_up_operands(near, is_asked);
                let units = self.units_of_near(near);
                self.nears.push(NearOf { clause: near.clone(), units, is_marked: is_asked && is_marked });
            }
            Clause::Not(inner) => self.look_up(inner, false, false),
            Clause::Regex(clause) => {
                let compiled = regexes::compile(&clause.pattern).ok();
                let is_marked = is_asked;
                self.regexes.extend(compiled.map(|regex| RegexOf { clause: clause.clone(), regex, is_marked }));
            }
            Clause::Date(_) | Clause::Marked(_) => {}
        }
    }

    /// Looks up what is to stand near each other. Only those of its places are marked that do.
    fn look_up_operands(&mut self, near: &NearClause, is_asked: bool) {
        for operand in &near.operands {
            match operand {
                Clause::Near(inner) => self.look_up_operands(inner, is_asked),
                operand => self.look_up(operand, is_asked, false),
            }
        }
    }

    /// Whether places come from regular expressions.
    fn marks_regexes(&self) -> bool {
        self.regexes.iter().any(|known| known.is_marked)
    }

    /// Whether two places of what is marked can share a word.
    fn find_overlaps(&self) -> bool {
        let marked: Vec<&Leaf> = self.leaves.iter().filter(|known| known.is_marked).map(|known| &known.leaf).collect();
        let mut terms: Vec<u32> = Vec::new();
        for leaf in &marked {
            if leaf.may_overlap_itself() || leaf.words().is_none() && marked.len() > 1 {
                return true;
            }
            let mut own: Vec<u32> =
                leaf.words().into_iter().flatten().flat_map(WordTerms::terms).map(|(term, _)| *term).collect();
            sort::by_key(&mut own, |&term| term);
            own.dedup();
            terms.extend(own);
        }
        let n = terms.len();
        sort::by_key(&mut terms, |&term| term);
        terms.dedup();
        terms.len() < n || self.marks_regexes() || self.nears.iter().any(|near| near.is_marked)
    }

    pub(super) fn corpus(&self) -> &'c Corpus<'c> {
        self.units.corpus()
    }

    pub(super) fn units(&self) -> &Units<'c> {
        &self.units
    }

    pub(super) fn unit(&self) -> Unit {
        self.units.unit()
    }

    /// The units of a set that match. Depth is bounded by the parser.
    pub(super) fn clause(&self, clause: &Clause, within: &UnitSet) -> UnitSet {
        match clause {
            Clause::Term(term) => self.term(term, within),
            Clause::Any(clauses) => {
                let mut any = UnitSet::empty(self.units.end());
                clauses.iter().for_each(|clause| any.unite(&self.clause(clause, within)));
                any
            }
            Clause::All(clauses) => {
                // What has to read texts comes last, when few are left.
                let reads = |clause: &&Clause| matches!(clause, Clause::Regex(_));
                let mut all = within.clone();
                for clause in clauses.iter().filter(|clause| !reads(clause)).chain(clauses.iter().filter(reads)) {
                    all = self.clause(clause, &all);
                }
                all
            }
            Clause::Not(inner) => {
                let mut rest = within.clone();
                rest.remove(&self.clause(inner, within));
                rest
            }
            Clause::Near(near) => {
                let known = self.nears.iter().find(|known| is_same_near(&known.clause, near));
                let mut found = known.map_or_else(|| UnitSet::empty(self.units.end()), |known| known.units.clone());
                found.intersect(within);
                found
            }
            Clause::Date(date) => self.dated(date, within),
            Clause::Regex(regex) => self.matching(regex, within),
            Clause::Marked(marked) => self.of_documents(within, |doc| marked.docs.binary_search(&DocId(doc)).is_ok()),
        }
    }

    fn term(&self, term: &TermClause, within: &UnitSet) -> UnitSet {
        let occurrences = self.leaves.iter().find(|known| is_same(&known.term, term)).map(|known| &known.occurrences);
        let mut found = UnitSet::new(self.units.end(), occurrences.into_iter().flatten().map(|found| found.unit));
        found.intersect(within);
        found
    }

    /// The units of a set whose documents fit.
    fn of_documents(&self, within: &UnitSet, fits: impl Fn(u32) -> bool) -> UnitSet {
        match self.unit() {
            Unit::Document => UnitSet::new(self.units.end(), within.iter().filter(|&doc| fits(doc))),
            Unit::Passage if fits(0) => within.clone(),
            Unit::Passage => UnitSet::empty(self.units.end()),
        }
    }

    /// Documents published in a range; a day that is not known exactly is in it if it may be.
    fn dated(&self, date: &DateClause, within: &UnitSet) -> UnitSet {
        let columns = self.corpus().columns;
        let range = DateRange { from: date.from, to: date.to };
        self.of_documents(within, |doc| {
            Day::from_number(columns.get(doc, column::PUBLISHED)).is_some_and(|day| range.may_hold(day))
        })
    }

    fn matching(&self, clause: &RegexClause, within: &UnitSet) -> UnitSet {
        let mut found = UnitSet::empty(self.units.end());
        let Some(RegexOf { regex, .. }) = self.regexes.iter().find(|known| known.clause == *clause) else {
            return found;
        };
        match &self.units.only {
            Some(only) => {
                let places = regexes::places(&only.document, regex, clause.field);
                places.iter().for_each(|place| found.insert(only.passage_of(place)));
            }
            None => {
                let documents = within.iter().filter_map(|doc| self.corpus().document(DocId(doc)));
                let has = |document: &DocumentView<'_>| !regexes::places(document, regex, clause.field).is_empty();
                documents.filter(has).for_each(|document| found.insert(document.doc().0));
            }
        }
        found.intersect(within);
        found
    }

    /// The units that hold things near each other.
    fn units_of_near(&self, near: &NearClause) -> UnitSet {
        let mut found = UnitSet::empty(self.units.end());
        match &self.units.only {
            Some(only) => {
                let stretches = self.near(only, near);
                stretches.iter().for_each(|stretch| found.insert(only.passage_of(&stretch.place)));
            }
            None => {
                let candidates = self.holding(near, self.units.all());
                let documents = candidates.iter().filter_map(|doc| self.corpus().document(DocId(doc)));
                let holds = |document: &DocumentView<'c>| !self.near(&Read::new(*document), near).is_empty();
                documents.filter(holds).for_each(|document| found.insert(document.doc().0));
            }
        }
        found
    }

    /// The units of a set that hold all of these things, near each other or not.
    fn holding(&self, near: &NearClause, within: UnitSet) -> UnitSet {
        near.operands.iter().fold(within, |units, operand| match operand {
            Clause::Near(inner) => self.holding(inner, units),
            operand => self.clause(operand, &units),
        })
    }

    /// The stretches of a document that take part in things near each other.
    fn near(&self, read: &Read<'_>, clause: &NearClause) -> Vec<Stretch> {
        let operands: Vec<Vec<Stretch>> = clause.operands.iter().map(|operand| self.operand(read, operand)).collect();
        near(read, &operands, clause.within)
    }

    fn operand(&self, read: &Read<'_>, operand: &Clause) -> Vec<Stretch> {
        match operand {
            Clause::Term(term) => {
                let known = self.leaves.iter().find(|known| is_same(&known.term, term));
                known.map_or_else(Vec::new, |known| known.leaf.stretches(read))
            }
            Clause::Any(clauses) => clauses.iter().flat_map(|clause| self.operand(read, clause)).collect(),
            Clause::Near(inner) => self.near(read, inner),
            // The parser puts nothing else there.
            Clause::All(_) | Clause::Not(_) | Clause::Date(_) | Clause::Regex(_) | Clause::Marked(_) => Vec::new(),
        }
    }

    /// What each of the occurrences of a leaf gives to the score of its unit; `factor` is how often it was asked for.
    pub(super) fn share(&self, occurrences: &[Occurrences], factor: f32) -> impl Fn(&Occurrences) -> f32 {
        let weight = score::idf(occurrences.len() as u32, self.n_units) * factor;
        move |found| {
            let lens = self.units.lens(found.unit);
            weight * self.ranking.saturated((found.headline, found.body), lens, self.mean_lens)
        }
    }

    /// The hits of the units in order, with scores and places.
    pub(super) fn hits(&self, matched: &UnitSet) -> Vec<Hit> {
        let mut sums = vec![(0f32, 0u32); self.units.end() as usize];
        for known in self.leaves.iter().filter(|known| known.n_asked > 0) {
            let share = self.share(&known.occurrences, known.n_asked as f32);
            for found in known.occurrences.iter().filter(|found| matched.contains(found.unit)) {
                let Some((score, n_places)) = sums.get_mut(found.unit as usize) else { continue };
                *score += share(found);
                if known.is_marked {
                    *n_places = n_places.saturating_add(found.n_places);
                }
            }
        }
        let hit = |unit: u32| {
            let (doc, block_idx) = self.units.hit(unit);
            let (score, n_places) = sums.get(unit as usize).copied().unwrap_or_default();
            Hit { doc, block_idx, n_places, score }
        };
        matched.iter().map(hit).collect()
    }

    /// What the best of the documents are about joins queries of several words; see [`expand`].
    pub(super) fn added(&self, hits: &[Hit]) -> Vec<Added> {
        let asked: Vec<&WordTerms> =
            self.leaves.iter().filter(|known| known.n_asked > 0).filter_map(|known| known.leaf.word()).collect();
        if !self.ranking.expands || self.unit() != Unit::Document || asked.len() < MIN_WORDS_TO_EXPAND {
            return Vec::new();
        }
        let is_asked = |term: u32| term == NONE || asked.iter().any(|word| word.weight(term).is_some());
        expand::added(self.corpus(), hits, is_asked, asked.len())
    }

    /// Scores documents anew with what the best of them are about.
    pub(super) fn expand(&self, hits: &mut [Hit]) {
        let all_added = self.added(hits);
        if all_added.is_empty() {
            return;
        }
        let mut scores = vec![0f32; self.units.end() as usize];
        for added in &all_added {
            let share = self.share(&added.occurrences, added.weight);
            added.occurrences.iter().for_each(|found| scores[found.unit as usize] += share(found));
        }
        for hit in hits {
            hit.score += scores.get(hit.doc.0 as usize).copied().unwrap_or_default();
        }
    }

    /// Counts anew how many places documents have, where some of them may share words. Only those documents are read
    /// that have more to them than single words: of these, each different term counts once.
    pub(super) fn count_places_of_documents(&self, hits: &mut [Hit]) {
        if !self.places_may_overlap {
            return;
        }
        let is_plain = |known: &&LeafOf| known.leaf.word().is_some() && known.term.field == Field::Anywhere;
        let marked = || self.leaves.iter().filter(|known| known.is_marked);
        let mut terms: Vec<(u32, f32)> = marked()
            .filter(is_plain)
            .filter_map(|known| known.leaf.word())
            .flat_map(WordTerms::terms)
            .copied()
            .collect();
        sort::by_key(&mut terms, |&(term, _)| term);
        terms.dedup_by_key(|(term, _)| *term);
        let mut counts = vec![0u32; self.units.end() as usize];
        for found in frequencies(self.corpus(), &WordTerms::new(terms), Field::Anywhere) {
            counts[found.unit as usize] = found.n_places;
        }
        let others = marked().filter(|known| !is_plain(known)).flat_map(|known| &known.occurrences);
        let mut is_read = UnitSet::new(self.units.end(), others.map(|found| found.unit));
        self.nears.iter().filter(|near| near.is_marked).for_each(|near| is_read.unite(&near.units));
        for hit in hits {
            hit.n_places = match self.marks_regexes() || is_read.contains(hit.doc.0) {
                true => self.places(hit.doc).len() as u32,
                false => counts.get(hit.doc.0 as usize).copied().unwrap_or_default(),
            };
        }
    }

    /// A document as it is looked at; the only one was read before.
    pub(super) fn read(&self, doc: DocId) -> Option<Cow<'_, Read<'c>>> {
        match &self.units.only {
            Some(only) => Some(Cow::Borrowed(only)),
            None => self.corpus().document(doc).map(|document| Cow::Owned(Read::new(document))),
        }
    }

    /// The places of a document that the terms make out, in reading order, none overlapping another.
    pub(super) fn places(&self, doc: DocId) -> Vec<Place> {
        let Some(read) = self.read(doc) else { return Vec::new() };
        let marked = self.leaves.iter().filter(|known| known.is_marked);
        let mut places: Vec<Place> =
            marked.flat_map(|known| known.leaf.stretches(&read)).map(|stretch| stretch.place).collect();
        for near in self.nears.iter().filter(|near| near.is_marked) {
            places.extend(self.near(&read, &near.clause).iter().map(|stretch| stretch.place));
        }
        for known in self.regexes.iter().filter(|known| known.is_marked) {
            places.extend(regexes::places(&read.document, &known.regex, known.clause.field));
        }
        untangled(places)
    }
}
