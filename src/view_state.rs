//! What a reader may bookmark: the address is its only home.
//!
//! `#/search?q=decree&person=steve-stalinsky&not-product=twitter&sort=newest`,
//! `#/a/<slug>?q=decree&s=<sentence>&h=<number of the hit in it>`.
//! Any text after `#` gives a state: what cannot be read is left out.

use corpus::model::{DocId, SentenceId};
use corpus::search::{Facet, Filters, Place, Sort};
use corpus::{ByteSpan, Corpus, DocumentView};

use crate::route::Route;

/// A view and what is shown in it.
#[derive(Clone, Debug, PartialEq)]
pub struct ViewState {
    /// The view.
    pub route: Route,
    /// The query as typed.
    pub query: String,
    /// The chosen facet values.
    pub filters: Filters,
    /// The order of results.
    pub sort: Sort,
    /// The sentence to land on.
    pub sentence: Option<SentenceId>,
    /// The hit to land on, counted from 1 inside of that sentence.
    pub nth_hit: usize,
}

impl Default for ViewState {
    fn default() -> Self {
        Self {
            route: Route::Start,
            query: String::new(),
            filters: Filters::default(),
            sort: Sort::default(),
            sentence: None,
            nth_hit: 1,
        }
    }
}

/// What a reader does with a facet value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Show only hits that have it.
    Include,
    /// Show only hits that do not.
    Exclude,
}

const SORTS: &[(&str, Sort)] =
    &[("newest", Sort::Newest), ("oldest", Sort::Oldest), ("hits", Sort::MostHits), ("title", Sort::Title)];

/// Before the name of a facet: its values are excluded.
const NOT: &str = "not-";

impl ViewState {
    /// Reads the part of an address after `#`.
    pub fn parse(fragment: &str) -> Self {
        let (path, query) = fragment.split_once('?').unwrap_or((fragment, ""));
        let mut state = Self { route: Route::from_path(path), ..Self::default() };
        for (key, value) in form_urlencoded::parse(query.as_bytes()) {
            state.take(&key, value.into_owned());
        }
        state
    }

    fn take(&mut self, key: &str, value: String) {
        match key {
            "q" => self.query = value,
            "sort" => {
                self.sort = SORTS.iter().find(|(word, _)| *word == value).map_or(Sort::default(), |&(_, sort)| sort);
            }
            "s" => self.sentence = value.parse().ok(),
            "h" => self.nth_hit = value.parse().unwrap_or(1).max(1),
            _ => {
                let (word, excluded) = key.strip_prefix(NOT).map_or((key, false), |word| (word, true));
                if let Some(facet) = Facet::from_word(word) {
                    let selection = self.filters.0.entry(facet).or_default();
                    let keys = if excluded { &mut selection.exclude } else { &mut selection.include };
                    if !keys.contains(&value) {
                        keys.push(value);
                    }
                }
            }
        }
    }

    /// The address of the state, `#` included.
    pub fn href(&self) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        if !self.query.is_empty() {
            query.append_pair("q", &self.query);
        }
        for (facet, selection) in &self.filters.0 {
            for key in &selection.include {
                query.append_pair(facet.word(), key);
            }
            for key in &selection.exclude {
                query.append_pair(&format!("{NOT}{}", facet.word()), key);
            }
        }
        if let Some((word, _)) = SORTS.iter().find(|(_, sort)| *sort == self.sort) {
            query.append_pair("sort", word);
        }
        if let Some(sentence) = self.sentence {
            query.append_pair("s", &sentence.to_string());
        }
        if self.nth_hit > 1 {
            query.append_pair("h", &self.nth_hit.to_string());
        }
        let (path, query) = (self.route.path(), query.finish());
        if query.is_empty() { format!("#{path}") } else { format!("#{path}?{query}") }
    }

    /// Whether nothing is asked and nothing chosen.
    pub fn is_blank(&self) -> bool {
        self.query.trim().is_empty() && self.filters.is_empty()
    }

    /// The results of the same query and filters.
    pub fn results(&self) -> Self {
        let route = if self.is_blank() { Route::Start } else { Route::Search };
        Self { route, sentence: None, nth_hit: 1, ..self.clone() }
    }

    /// The results of another query with the same filters.
    pub fn with_query(&self, query: &str) -> Self {
        Self { query: query.to_owned(), ..self.clone() }.results()
    }

    /// The results with nothing chosen.
    pub fn without_filters(&self) -> Self {
        Self { filters: Filters::default(), ..self.clone() }.results()
    }

    /// The results in another order.
    pub fn with_sort(&self, sort: Sort) -> Self {
        Self { sort, ..self.results() }
    }

    /// The results after choosing a facet value, or after taking the choice back if it was made before.
    pub fn toggled(&self, facet: Facet, key: &str, choice: Choice) -> Self {
        let mut state = self.clone();
        let selection = state.filters.0.entry(facet).or_default();
        let (to, from) = match choice {
            Choice::Include => (&mut selection.include, &mut selection.exclude),
            Choice::Exclude => (&mut selection.exclude, &mut selection.include),
        };
        let was_chosen = to.iter().any(|known| known == key);
        to.retain(|known| known != key);
        from.retain(|known| known != key);
        if !was_chosen {
            to.push(key.to_owned());
        }
        if selection.include.is_empty() && selection.exclude.is_empty() {
            state.filters.0.remove(&facet);
        }
        state.results()
    }

    /// What was chosen for a facet value.
    pub fn choice(&self, facet: Facet, key: &str) -> Option<Choice> {
        let selection = self.filters.selection(facet)?;
        let has = |keys: &[String]| keys.iter().any(|known| known == key);
        if has(&selection.include) { Some(Choice::Include) } else { has(&selection.exclude).then_some(Choice::Exclude) }
    }

    /// A document, opened with this query and these filters at its first hit.
    pub fn article(&self, document: &DocumentView<'_>) -> Self {
        let route = Route::Article { slug: document.slug().to_owned() };
        Self { route, sentence: None, nth_hit: 1, ..self.clone() }
    }

    /// The address of a document, opened at the sentence that a span begins in.
    pub fn sentence(&self, document: &DocumentView<'_>, span: ByteSpan) -> String {
        let sentence = document.sentence_at(span.start()).map(|sentence| sentence.id());
        Self { sentence, ..self.article(document) }.href()
    }

    /// A document, opened at one of its places.
    pub fn article_at(&self, document: &DocumentView<'_>, places: &[Place], place_idx: usize) -> Self {
        let sentence_of = |place: &Place| {
            place.in_text.then(|| document.sentence_at(place.span.start())).flatten().map(|sentence| sentence.id())
        };
        let sentence = places.get(place_idx).and_then(sentence_of);
        let before = places.iter().take(place_idx).rev().take_while(|place| sentence_of(place) == sentence).count();
        Self { sentence, nth_hit: before + 1, ..self.article(document) }
    }

    /// Which of a document's places the address lands on, if it has any.
    pub fn place_idx(&self, document: &DocumentView<'_>, places: &[Place]) -> Option<usize> {
        let last = places.len().checked_sub(1)?;
        let first = match self.sentence.and_then(|id| document.sentence(id)) {
            Some(sentence) => {
                places.iter().position(|place| place.in_text && place.span.start() >= sentence.span().start())?
            }
            None => 0,
        };
        Some((first + self.nth_hit - 1).min(last))
    }

    /// The document that the address names.
    pub fn document(&self, corpus: &'static Corpus<'static>) -> Option<DocId> {
        match &self.route {
            Route::Article { slug } => corpus.document_by_slug(slug).map(|document| document.doc()),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use corpus::model::EntityKind;

    use super::*;

    fn check(address: &str) -> ViewState {
        let state = ViewState::parse(address.strip_prefix('#').expect("addresses of the page begin with #"));
        assert_eq!(state.href(), address);
        state
    }

    #[test]
    fn addresses_are_read_and_written_alike() {
        assert_eq!(check("#/"), ViewState::default());
        let state = check("#/search?q=%22social+media%22+-twitter&person=a&person=b&not-product=c&sort=newest");
        assert_eq!(state.query, "\"social media\" -twitter");
        assert_eq!(state.choice(Facet::Entity(EntityKind::Person), "b"), Some(Choice::Include));
        assert_eq!(state.choice(Facet::Entity(EntityKind::Product), "c"), Some(Choice::Exclude));
        assert_eq!(state.sort, Sort::Newest);
        let state = check("#/a/some-slug?q=%C3%A9&s=00000000ff&h=2");
        assert_eq!(state.route, Route::Article { slug: "some-slug".to_owned() });
        assert_eq!((state.sentence, state.nth_hit), (Some(SentenceId::from_bits(255)), 2));
    }

    #[test]
    fn any_address_gives_a_state() {
        for address in
            ["results", "//evil.example/", "/a/", "/a/%FF%zz?q=%FF", "?q=x", "/search?%&&=&q", "/a/b/c", "/\u{0}"]
        {
            let _ = ViewState::parse(address).href();
        }
        assert_eq!(ViewState::parse("results").route, Route::NotFound);
        assert_eq!(ViewState::parse("").route, Route::Start);
        assert_eq!(ViewState::parse("/a/").route, Route::NotFound);
        assert_eq!(ViewState::parse("/search?h=0&s=xyz").nth_hit, 1);
    }

    #[test]
    fn a_second_choice_takes_the_first_one_back() {
        let people = Facet::Entity(EntityKind::Person);
        let chosen = ViewState::default().toggled(people, "a", Choice::Include);
        assert_eq!(chosen.href(), "#/search?person=a");
        assert_eq!(chosen.toggled(people, "a", Choice::Exclude).href(), "#/search?not-person=a");
        assert_eq!(chosen.toggled(people, "a", Choice::Include), ViewState::default());
        assert_eq!(chosen.without_filters(), ViewState::default());
    }
}
