//! What a reader may bookmark: the address is its only home.
//!
//! `#/search?q=decree&person=steve-stalinsky&not-product=twitter&sort=newest`,
//! `#/a/<slug>?q=decree&s=<sentence>&h=<number of the hit in it>`, `#/names?q=decree&kind=person&find=stal`.
//! Any text after `#` gives a state: what cannot be read is left out.

use std::collections::BTreeMap;

use corpus::model::{DocId, EntityKind, SentenceId};
use corpus::search::{Facet, Filters, Place, Sort};
use corpus::{ByteSpan, Corpus, DocumentView, EntityView};

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
    /// How a view shows what it shows, by the words of `SETTINGS` below. A word that is missing means the usual way.
    pub settings: BTreeMap<&'static str, String>,
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
            settings: BTreeMap::new(),
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

/// The words for settings in addresses, and whether they belong to the results and stay where these are shown again.
const SETTINGS: &[(&str, bool)] = &[
    // Results: list, hits in context or table; the order of hits in context; the columns of the table.
    ("view", true),
    ("lines", true),
    ("columns", true),
    // Names and quotations: of which kind, which words they have, their order, what they are grouped by.
    ("kind", false),
    ("find", false),
    ("by", false),
    ("group", false),
    // Quotations: the second of two speakers, beside the first.
    ("beside", false),
    // Connections: between which names, through which, and through which not.
    ("a", false),
    ("b", false),
    ("through", false),
    ("without", false),
    // Timeline: the days that the list of dates is narrowed to.
    ("when", false),
];

/// The usual way to show results, said where something else would be usual.
pub const LIST: &str = "list";

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
                if let Some((word, _)) = SETTINGS.iter().find(|(word, _)| *word == key) {
                    self.set(word, value);
                    return;
                }
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

    fn set(&mut self, word: &'static str, value: String) {
        if value.is_empty() {
            self.settings.remove(word);
        } else {
            self.settings.insert(word, value);
        }
    }

    /// A setting; empty if it is the usual one.
    pub fn setting(&self, word: &str) -> &str {
        self.settings.get(word).map_or("", String::as_str)
    }

    /// The same view with another setting; an empty one is the usual one.
    pub fn with_setting(&self, word: &'static str, value: &str) -> Self {
        let mut state = self.clone();
        state.set(word, value.to_owned());
        state
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
        for (word, value) in &self.settings {
            query.append_pair(word, value);
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

    /// The order that results are in. Where no words are asked for, none is better than another.
    pub fn order(&self) -> Sort {
        match self.sort {
            Sort::Relevance if self.query.trim().is_empty() => Sort::Newest,
            sort => sort,
        }
    }

    /// The results of the same query and filters; of neither, the start page, or all articles where the address says how
    /// these are shown: what links from the list of them say too.
    pub fn results(&self) -> Self {
        let is_start = self.is_blank() && self.setting("view").is_empty();
        let mut state = self.in_view(if is_start { Route::Start } else { Route::Search });
        if state.setting("view") == LIST {
            state.set("view", String::new());
        }
        state
    }

    /// Another view of what was found.
    pub fn in_view(&self, route: Route) -> Self {
        let mut state = Self { route, sentence: None, nth_hit: 1, ..self.clone() };
        state.settings.retain(|word, _| SETTINGS.contains(&(*word, true)));
        state
    }

    /// The same view, if it is one of what was found, else the results.
    fn refined(self) -> Self {
        match self.route {
            Route::Names | Route::Quotes | Route::Connect | Route::Timeline => self,
            _ => self.results(),
        }
    }

    /// The entities that a setting names.
    pub fn entities_set<'c>(&self, corpus: &'c Corpus<'c>, word: &str) -> Vec<EntityView<'c>> {
        let of_key = |key: &str| {
            let (kind, slug) = key.split_once('/')?;
            corpus.entity_by_slug(EntityKind::from_word(kind)?, slug)
        };
        self.setting(word).split(' ').filter_map(of_key).collect()
    }

    /// The same view with entities as a setting.
    pub fn with_entities(&self, word: &'static str, entities: &[EntityView<'_>]) -> Self {
        let keys: Vec<String> = entities.iter().map(|own| format!("{}/{}", own.kind().word(), own.slug())).collect();
        self.with_setting(word, &keys.join(" "))
    }

    /// How an entity is connected, with another one or with all.
    pub fn connect(&self, one: &EntityView<'_>, other: Option<&EntityView<'_>>) -> Self {
        let state = self.in_view(Route::Connect).with_entities("a", &[*one]);
        other.map_or(state.clone(), |other| state.with_entities("b", &[*other]))
    }

    /// All about an entity.
    pub fn entity(&self, entity: &EntityView<'_>) -> Self {
        self.in_view(Route::Entity { kind: entity.kind(), slug: entity.slug().to_owned() })
    }

    /// The results of another query with the same filters.
    pub fn with_query(&self, query: &str) -> Self {
        Self { query: query.to_owned(), ..self.clone() }.results()
    }

    /// What is found with nothing chosen.
    pub fn without_filters(&self) -> Self {
        Self { filters: Filters::default(), ..self.clone() }.refined()
    }

    /// What is found with nothing chosen in a facet.
    pub fn without_facet(&self, facet: Facet) -> Self {
        let mut state = self.clone();
        state.filters.0.remove(&facet);
        state.refined()
    }

    /// The results in another order.
    pub fn with_sort(&self, sort: Sort) -> Self {
        Self { sort, ..self.in_view(Route::Search) }
    }

    /// What is found after choosing a facet value, or after taking the choice back if it was made before.
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
        state.refined()
    }

    /// What is found of these dates alone, as the query language writes them; empty for all.
    pub fn with_dates(&self, dates: &str) -> Self {
        let mut state = self.clone();
        state.filters.0.remove(&Facet::Date);
        if !dates.is_empty() {
            state.filters.0.entry(Facet::Date).or_default().include.push(dates.to_owned());
        }
        state.refined()
    }

    /// What was chosen for a facet value.
    pub fn choice(&self, facet: Facet, key: &str) -> Option<Choice> {
        let selection = self.filters.selection(facet)?;
        let has = |keys: &[String]| keys.iter().any(|known| known == key);
        if has(&selection.include) { Some(Choice::Include) } else { has(&selection.exclude).then_some(Choice::Exclude) }
    }

    /// A document, opened with this query and these filters at its first hit.
    pub fn article(&self, document: &DocumentView<'_>) -> Self {
        self.in_view(Route::Article { slug: document.slug().to_owned() })
    }

    /// The address of a document, opened at the sentence that a span begins in.
    pub fn sentence(&self, document: &DocumentView<'_>, span: ByteSpan) -> String {
        let sentence = document.sentence_at(span.start()).and_then(|sentence| document.sentence_id(sentence));
        Self { sentence, ..self.article(document) }.href()
    }

    /// A document, opened at one of its places.
    pub fn article_at(&self, document: &DocumentView<'_>, places: &[Place], place_idx: usize) -> Self {
        let structure = document.structure();
        let sentence_of = |place: &Place| place.in_text.then(|| structure.sentence_at(place.span.start())).flatten();
        let sentence = places.get(place_idx).and_then(sentence_of);
        let before = places.iter().take(place_idx).rev().take_while(|place| sentence_of(place) == sentence).count();
        let sentence = sentence.and_then(|sentence| document.sentence_id(sentence));
        Self { sentence, nth_hit: before + 1, ..self.article(document) }
    }

    /// Which of a document's places the address lands on, if it has any.
    pub fn place_idx(&self, document: &DocumentView<'_>, places: &[Place]) -> Option<usize> {
        let last = places.len().checked_sub(1)?;
        let first = match self.sentence.and_then(|id| document.sentence(id)) {
            Some(sentence) => {
                places.iter().position(|place| place.in_text && place.span.start() >= sentence.span.start())?
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
        let state = check("#/names?q=decree&by=name&kind=person&view=table");
        assert_eq!((state.setting("by"), state.setting("find")), ("name", ""));
        assert_eq!(state.with_setting("by", "").results().href(), "#/search?q=decree&view=table");
        let Route::Entity { kind, .. } = check("#/e/place/raqqa").route else { panic!("an entity") };
        assert_eq!(kind, EntityKind::Place);
        check("#/quotes");
    }

    #[test]
    fn the_way_back_leads_to_what_an_article_was_opened_from() {
        for (address, results) in [
            ("/a/x", "#/"),
            ("/a/x?view=list", "#/search"),
            ("/a/x?sort=title&view=list", "#/search?sort=title"),
            ("/a/x?columns=date&view=table", "#/search?columns=date&view=table"),
            ("/a/x?q=decree&lines=left&view=hits&s=00000000ff&h=2", "#/search?q=decree&lines=left&view=hits"),
        ] {
            assert_eq!(ViewState::parse(address).results().href(), results);
        }
        let order = |address| ViewState::parse(address).order();
        assert_eq!((order("/search"), order("/search?person=a")), (Sort::Newest, Sort::Newest));
        assert_eq!((order("/search?q=a"), order("/search?sort=title")), (Sort::Relevance, Sort::Title));
    }

    #[test]
    fn any_address_gives_a_state() {
        for address in [
            "results",
            "//evil.example/",
            "/a/",
            "/a/%FF%zz?q=%FF",
            "?q=x",
            "/search?%&&=&q",
            "/a/b/c",
            "/e/person",
            "/e/person/",
            "/e/nothing/a",
            "/names/a",
            "/\u{0}",
        ] {
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
        assert_eq!(chosen.without_facet(people), ViewState::default());
        assert_eq!(chosen.without_facet(Facet::Outlet), chosen);
    }
}
